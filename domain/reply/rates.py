"""Rates beside what a target counts: shares of two plans, or of another thing.

Changes the parts that figures were given alone; what several figures are to each other is for
among.
"""

from typing import Final

from domain.measures import MONEY, counts_the_same
from domain.measures import PERCENT as PERCENT_KIND
from domain.reply.case import Case
from domain.reply.marks import AMOUNT, COUNT, FRACTION, PERCENT
from domain.reply.roles import DETAIL, REACHED, Role
from domain.reply.tokens import several


def other_rates(case: Case, roles: list[Role]) -> None:
    """ "3.420 ha, đạt 34% kế hoạch; tỷ lệ che phủ 53,6%": beside the share of the plan, a rate."""
    if case.measure is None or case.measure.kind == PERCENT_KIND:
        return
    rates = [role for role in roles if role.part == REACHED and role.figure.unit == PERCENT]
    planned = sum(role.of_plan for role in rates) == 1
    if len({role.figure.value for role in rates if role.of_plan}) > 1:
        rates = _of_two_plans(case, roles, rates)
    for role in rates:
        if not role.of_plan and (planned or _is_of_another_name(case, role, roles)):
            role.part = DETAIL


def _of_two_plans(case: Case, roles: list[Role], rates: list[Role]) -> list[Role]:
    """ "41 tỷ, bằng 82% dự toán huyện giao và bằng 78% nghị quyết xã": beside what was reached,
    shares of two plans; neither is the one that counts."""
    if not any(role.part == REACHED and tells_count(case, role) for role in roles):
        return rates
    for role in rates:
        role.part = DETAIL
    return []


def _is_of_another_name(case: Case, role: Role, roles: list[Role]) -> bool:
    """ "21 tỷ, nợ quá hạn 0,12%", "205 ha, chiếm 41% diện tích", "100% ấp có tổ, hiện có 23 tổ":
    beside what is measured, a rate of another thing is no share of the plan."""
    first, last = case.clause(role.place)
    assert case.measure is not None
    other = case.plain(role.place + 1) in _PLACES_COUNTED - {case.measure.noun}
    if other and any(r.part == REACHED and r.figure.unit != PERCENT for r in roles):
        return True
    behind = case.said(role.place + 1, last)
    owed = {"phai", "can"} & set(behind.split())  # "80% số hộ phải lấy ý kiến"
    whole = behind.startswith(_POPULATION) and not owed
    if whole and any(r.part == REACHED and tells_count(case, r) for r in roles):
        return True  # "2.045 hộ bằng 87,2% tổng số hộ"
    if not any(r.part == REACHED and r.place < first and tells_count(case, r) for r in roles):
        return False
    left = case.before(role.place)
    if case.plain(left) == "chiem":
        following = role.place + 1
        rest = following < last and case.kind(following) in ("word", "label", "sum")
        named = any(case.kind(at) in ("word", "label") for at in range(first, left))
        return rest or named or case.plain(following).startswith("so ")
    return first <= left and case.kind(left) in _NAMES


_PLACES_COUNTED: Final = frozenset(
    ("thon", "ap", "xom", "khom", "ban", "buon", "lang", "xa", "phuong", "khu pho", "to dan pho")
)
# "đạt 64% dân số từ 14 tuổi": a share of all that there are, and not of the plan.
_POPULATION: Final = (
    "tong so ", "tong dan", "dan so", "so ho ", "so nguoi ", "so hoc sinh", "so tre", "so hoi vien",
)  # fmt: skip
_NAMES: Final = several("word label delta late rate")


def tells_count(case: Case, role: Role) -> bool:
    assert case.measure is not None
    figure, measure = role.figure, case.measure
    money = measure.kind == MONEY and figure.unit == AMOUNT
    return money or (figure.unit in (COUNT, FRACTION) and counts_the_same(figure.noun, measure))
