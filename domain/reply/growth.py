"""What a period brought beside what was reached in all: "tháng 3 khởi tố 6 vụ, cả quý 21 vụ".

Finds the two figures and keeps both; what else stands beside a result is for beside and among.
"""

from typing import Final

from domain.measures import PERCENT as PERCENT_KIND
from domain.measures import kept_noun
from domain.reply.case import LIGHT, Case
from domain.reply.item import CUMULATIVE, PERIOD
from domain.reply.marks import BARE, COUNT, FRACTION
from domain.reply.roles import CHANGE, DETAIL, FROM, REACHED, TOTAL, UNSURE, Role
from domain.reply.times import is_foreseen, leads_to_sum
from domain.reply.tokens import several

# "cộng cả năm", "tính chung nhiệm kỳ", "cả hai quý": one of these, then a time, then the figure.
_ADDING: Final = several("cong tinh gop don chung ca toan het luy ke")
_TIMES: Final = several("nam quy thang ky tuan nay gio dau lai don")
_MAY_BE_PERIOD: Final = frozenset((REACHED, CHANGE, UNSURE, DETAIL, FROM))
_GREW: Final = frozenset(
    ("tang", "tang them", "tang duoc", "tang truong", "them", "them duoc", "duoc them")
)


def period_and_all(case: Case, roles: list[Role]) -> tuple[Role, Role] | None:
    """(the figure of the period, the cumulative one) of a counted target that tells both."""
    if case.measure is None or not any(r.basis == PERIOD or r.part == CHANGE for r in roles):
        return None
    wholes = [role for role in roles if _is_of_all_time(case, role, roles)]
    if len(wholes) != 1:
        return None
    whole = wholes[0]
    parts = [role for role in roles if role is not whole and _is_of_period(case, role, whole)]
    return (parts[0], whole) if len(parts) == 1 else None


def keep_both(case: Case, roles: list[Role], period: Role, whole: Role) -> None:
    """Whatever else stands beside them, both are recorded, each with its basis; what a place is
    said to have ("phường có 1.860 đảng viên") is no third result."""
    for role in roles:
        first = case.clause(role.place)[0]
        had = any(
            case.plain(at) in ("co", "hien co") for at in range(max(0, first - 6), role.place)
        )
        if role.part == REACHED and role.basis is None and had and role.figure.unit == COUNT:
            role.part = DETAIL
    for role, basis in ((period, PERIOD), (whole, CUMULATIVE)):
        role.part, role.reason = REACHED, ""
        role.basis, role.weak_basis = basis, False


def leave_open(case: Case, roles: list[Role]) -> None:
    """ "tổng cộng 320 hộ, tuần này làm 21": beside another figure a sum may be all there are."""
    reached = [role for role in roles if role.part == REACHED]
    for role in roles:
        others = [r for r in reached if r is not role and _counts_alike(role, r)]
        if (
            others
            and role.weak_basis
            and leads_to_sum(case, case.clause(role.place)[0], role.place)
        ):
            role.basis = None


def _counts_alike(one: Role, other: Role) -> bool:
    """Whether two figures may count the same: "20 công đoàn cơ sở", "1.870 đoàn viên" do not."""
    first, second = sorted((kept_noun(role.figure.noun) for role in (one, other)), key=len)
    return second.startswith(first)


def _is_of_all_time(case: Case, role: Role, roles: list[Role]) -> bool:
    """Whether "lũy kế", or a word of adding and then a time, leads to the figure."""
    if role.part not in (REACHED, TOTAL, DETAIL) or role.figure.unit == FRACTION:
        return False
    if role.basis == CUMULATIVE and (not role.weak_basis or _adds_to(case, roles, role)):
        return True
    first = case.clause(role.place)[0]
    former = max((r.place for r in roles if first <= r.place < role.place), default=first - 1)
    start, end = case.marks[former].end if former >= first else 0, case.marks[role.place].start
    start = max(start, case.marks[first].start, end - 6)
    said = [token.plain for token in case.words.tokens[start:end]]
    adding = next((i for i, word in enumerate(said) if word in _ADDING), None)
    return adding is not None and bool(_TIMES & set(said[adding + 1 :]))


def _adds_to(case: Case, roles: list[Role], whole: Role) -> bool:
    """ "tuần này thêm 900 con, tổng 5000 con": what was added, and what it comes to."""
    earlier = [role for role in roles if role.place < whole.place]
    if not earlier:
        return False
    part = earlier[-1].place
    between = case.said(part + 1, whole.place).split()
    # "tổng 320 hộ" alone may be all there are.
    only_total = between[-1:] == ["tong"]
    added = case.plain(case.before(part)).split(" ")[-1] in ("them", "tang", "+")
    return leads_to_sum(case, part + 1, whole.place) and (added or not only_total)


def _is_of_period(case: Case, role: Role, whole: Role) -> bool:
    """Whether a week, a month or a quarter brought this part of the whole."""
    figure = role.figure
    if role.part not in _MAY_BE_PERIOD or role.reason not in ("", "change"):
        return False
    grew = role.part == CHANGE
    if role.basis != PERIOD and not (grew and "nam nay" in case.said(*case.clause(role.place))):
        return False
    led = case.plain(case.before(role.place, LIGHT | {"got"}))
    if grew and (led not in _GREW or is_foreseen(case, role.place)):
        return False
    alike = figure.unit == whole.figure.unit or BARE in (figure.unit, whole.figure.unit)
    alike = alike and (not figure.noun or figure.noun == whole.figure.noun or not whole.figure.noun)
    assert case.measure is not None
    return alike and (case.measure.kind == PERCENT_KIND or figure.value <= whole.figure.value)
