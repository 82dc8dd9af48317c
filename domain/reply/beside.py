"""Figures beside the one that was reached: of several units, of other things, of other days, and
what all come to.

Takes them out, or finds that the sum counts; wholes and parts of one count are for counts, what
the others are to each other is for among.
"""

import re
from dataclasses import replace
from itertools import pairwise
from typing import Final

from domain.measures import COUNT as COUNT_KIND
from domain.measures import PERCENT as PERCENT_KIND
from domain.measures import counts_the_same
from domain.reply.case import LIGHT, Case, is_told, mention_of
from domain.reply.counts import all_there_are, weigh_counts
from domain.reply.marks import AMOUNT, BARE, COUNT, FRACTION, PERCENT
from domain.reply.roles import (
    CHANGE,
    DETAIL,
    FROM,
    LABEL,
    PLANNED,
    REACHED,
    REMAINING,
    TOTAL,
    UNSURE,
    Role,
)
from domain.reply.tallies import bracketed, named_result, tally
from domain.reply.times import is_foreseen, time_of
from domain.reply.tokens import several

_BETWEEN: Final = LIGHT | {"about"}


def set_aside(case: Case, roles: list[Role]) -> None:
    """Settles in place which of several figures stand only beside another."""
    _made_into(case, roles)
    if "/" in case.words.tokens.said:
        _parted(case, roles)
    if case.has("plan"):
        named_result(case, roles)
    bracketed(case, roles)
    _own_share(case, roles)
    _elsewhere(case, roles)
    if case.measure is None:
        _said_again(case, roles)
        all_there_are(case, roles)
    elif case.measure.kind != PERCENT_KIND:
        tally(case, roles)
        weigh_counts(case, roles)
    _is_counted_up(roles)
    _rest_of_fraction(roles)
    _of_another_thing(case, roles)
    _complement(case, roles)
    _comes_to(case, roles)
    _day_by_day(case, roles)
    _past_days(case, roles)


_OWN_UNITS: Final = several("xa phuong ap thon khu ben cho truong phong to khom huyen vi quan bo")
_SELVES: Final = several("em minh tui toi nha con chau chung tao")
_OF_MANY: Final = several("ca toan cum")


def is_own(case: Case, place: int) -> bool:
    """Whether "riêng" leads to the unit that reports: "riêng xã mình", "riêng bên em"."""
    if case.plain(place) != "rieng":
        return False
    end = case.marks[place].end
    said = [token.plain for token in case.words.tokens[end : end + 3]]
    led = bool(set(said[:2]) & _OWN_UNITS)
    return said[:1] != [] and (said[0] in _SELVES or (led and bool(set(said[1:]) & _SELVES)))


def _parted(case: Case, roles: list[Role]) -> None:
    """ "138 hộ nhận tiền/160 hộ bị ảnh hưởng", "8 xong / 10": so many of so many, whatever stands
    between."""
    for part, whole in pairwise(roles):
        done, total = part.figure, whole.figure
        if part.part != REACHED or case.plain(whole.place - 1) != "/" or done.value > total.value:
            continue
        between = range(part.place + 1, whole.place - 1)
        told = all(case.kind(at) in _TELLING for at in between) and len(between) <= _FEW
        counted = done.unit in (COUNT, BARE) and total.unit in (COUNT, BARE)
        if told and counted and total.noun in ("", done.noun):
            part.figure = replace(done, unit=FRACTION, done=done.value, total=total.value)
            whole.part = DETAIL


_TELLING: Final = several("word label done got acted roi fill cause piece")
_FEW: Final = 5


def _own_share(case: Case, roles: list[Role]) -> None:
    """ "25,5 tỷ cả cụm, riêng xã mình 6,3": of several together, the own share is reported."""
    own = [
        role
        for role in roles
        if role.part == REACHED
        and any(is_own(case, at) for at in range(case.clause(role.place)[0], role.place))
    ]
    if len(own) != 1:
        return
    for role in roles:
        first, last = case.clause(role.place)
        start, end = case.marks[first].start, case.marks[last - 1].end
        told = {token.plain for token in case.words.tokens[start:end]}
        if role is not own[0] and role.part == REACHED and told & _OF_MANY:
            role.part = DETAIL


def _made_into(case: Case, roles: list[Role]) -> None:
    """ "có 5 tổ, nay sáp nhập thành 3 tổ": what there was, before what it was made into."""
    for former, role in pairwise(roles):
        alike = former.figure.noun == role.figure.noun or BARE in (
            former.figure.unit,
            role.figure.unit,
        )
        told = role.part == REACHED or role.reason == "left or reached"
        told = told and former.part == REACHED and alike and role.place > former.place + 1
        if told and _MADE_INTO.search(case.said(former.place + 1, role.place)):
            former.part, role.part, role.reason = FROM, REACHED, ""


_MADE_INTO: Final = re.compile(
    r"\b(sap nhap|nhap lai|ghep|gop lai|don lai|tach|chia)\b.* (thanh|con)$"
)


def _elsewhere(case: Case, roles: list[Role]) -> None:
    """ "9 người thì em báo ở chỉ tiêu khác", "2 hộ thì tính riêng": of no account here."""
    for role in roles:
        if role.part != REACHED or sum(r.part == REACHED for r in roles) < 2:
            continue
        following = case.said(role.place + 1, case.clause(role.place)[1])
        if "khac" in following or "rieng" in following:
            role.part = DETAIL if _OF_ANOTHER.search(following) else role.part


_OF_ANOTHER: Final = re.compile(
    r"\b((chi tieu|nhiem vu|muc|viec|noi dung|ma|bang|dong) khac|(bao|tinh|de|ghi) rieng)\b"
)


def _said_again(case: Case, roles: list[Role]) -> None:
    """ "8 thành phần thì có 6 rồi, tức 75%": what a number comes to, of a task."""
    for former, role in pairwise(roles):
        told = role.part == former.part == REACHED and role.figure.unit == PERCENT
        if told and former.figure.unit == BARE and case.plain(case.before(role.place)) in THAT_IS:
            former.part = DETAIL


# Between a figure and what it comes to.
THAT_IS: Final = frozenset(("bang", "tuong duong", "tuc", "tuc la", "chiem"))


def _of_another_thing(case: Case, roles: list[Role]) -> None:
    """ "47 tấn rác, 12 điểm đen xóa được 9": a bare number counts what its clause speaks of."""
    measure = case.measure
    if measure is None:
        return
    for role in roles:
        if role.part != REACHED or role.figure.unit != BARE:
            continue
        first = case.clause(role.place)[0]
        former = [r.figure for r in roles if first <= r.place < role.place]
        if former and former[-1].unit == COUNT and not counts_the_same(former[-1].noun, measure):
            others = any(r.part == REACHED and r is not role and r.place < first for r in roles)
            role.part = DETAIL if others else role.part


def _is_counted_up(roles: list[Role]) -> None:
    """ "nhận 5 đơn, giải quyết 4/5 đơn": all there are, told before the fraction of it."""
    for former, role in pairwise(roles):
        total = role.figure.total if role.part == REACHED else None
        same = former.figure.noun in ("", role.figure.noun) and former.figure.value == total
        if former.part == REACHED and former.figure.unit in (BARE, COUNT) and same:
            former.part = DETAIL


def add_up(case: Case, roles: list[Role]) -> None:
    """ "1 đại hội điểm + 3 đại hội": one count in two."""
    for former, role in pairwise(roles):
        alike = former.figure.noun in ("", role.figure.noun) and role.figure.unit == COUNT
        counted = former.part in (REACHED, LABEL) and former.figure.unit in (BARE, COUNT)
        if case.plain(role.place - 1) != "+" or not (alike and counted):
            continue
        later = case.kind(case.after(role.place)) == "more" or is_foreseen(case, role.place)
        if later or role.part not in (REACHED, CHANGE):
            continue  # "12 hộ + 5 hộ nữa"
        value = former.figure.value + role.figure.value
        role.figure = replace(role.figure, value=value)
        role.part, role.reason, former.part = REACHED, "", DETAIL
        role.basis, role.weak_basis = former.basis, former.weak_basis


def _rest_of_fraction(roles: list[Role]) -> None:
    """ "18/20 vụ, 2 vụ chuyển tòa": what became of those that are left says nothing new."""
    reached = [role for role in roles if role.part == REACHED]
    if len(reached) != 2 or reached[0].figure.unit != FRACTION:
        return
    whole, rest = reached[0].figure, reached[1].figure
    left = (whole.total or 0) - (whole.done or 0)
    if rest.unit == COUNT and rest.value == left and rest.noun in ("", whole.noun):
        reached[1].part = DETAIL


def _complement(case: Case, roles: list[Role]) -> None:
    """ "93%, 7% còn lại là hộ vắng nhà": the rest of a hundred is no second result."""
    reached = [role for role in roles if role.part == REACHED and role.figure.unit == PERCENT]
    for role in roles:
        added = role.part == UNSURE and role.reason == "change" and role.figure.unit == PERCENT
        whole = len(reached) == 1 and reached[0].figure.value + role.figure.value <= 100
        if added and whole and case.kind(case.after(role.place)) == "more":
            role.part = DETAIL if _is_put_off(case, role.place) else role.part
    if len(reached) != 2 or sum(role.figure.value for role in reached) != 100:
        return
    for role in reached:
        following = case.after(role.place)
        if case.kind(following) == "left" and case.plain(following).endswith("lai"):
            role.part = DETAIL


def _is_put_off(case: Case, place: int) -> bool:
    """ "82%, 8% nữa nghiệm thu cuối tháng": what comes later."""
    later = range(place + 1, case.clause(place)[1])
    return any(
        case.kind(at) == "forecast" or (case.kind(at) == "date" and case.is_ahead(at))
        for at in later
    )


def _past_days(case: Case, roles: list[Role]) -> None:
    """ "6,4 km (bữa trước 5,9)": what a day that is past had, beside what is reached now."""
    if not any(role.part == REACHED for role in roles):
        return
    for role in roles:
        if role.part != UNSURE or role.reason != "change":
            continue
        if time_of(case, role.place) == "past":
            role.part = FROM
        elif case.kind(case.after(role.place)) == "aside" and not is_told(case, role.place):
            role.part = DETAIL  # "hôm nay 200 người dự mà đăng ký được 64 người"


def _comes_to(case: Case, roles: list[Role]) -> None:
    """ "hôm qua 46, hôm nay thêm 9 nữa là 55", "42 cộng mấy bữa trước là 190": the sum counts."""
    last = roles[-1]
    if case.measure is not None and case.measure.kind == COUNT_KIND and last.figure.unit == AMOUNT:
        return  # "2 km, chị em góp 14 triệu"
    earlier = [r for r in roles[:-1] if r.figure.unit in (last.figure.unit, BARE, COUNT)]
    changes = all(r.part in (UNSURE, CHANGE) and r.reason == "change" for r in earlier)
    if last.part == TOTAL and changes and case.measure is not None:
        last.part = REACHED  # "hôm qua 3 hộ, hôm nay 2 hộ nữa, tổng 45 hộ"
        for role in earlier:
            role.part = DETAIL
        return
    if last.part == TOTAL and case.plain(last.place - 1) == "co":
        return  # "được 4 thôn rồi, tổng cộng có 5": all there are
    if (
        last.part in (LABEL, DETAIL, PLANNED)
        or last.figure.unit == PERCENT
        or len(earlier) != len(roles) - 1
    ):
        return
    start, end = case.marks[roles[-2].place].end, case.marks[last.place].start
    between = {token.plain for token in case.words.tokens[start:end]}
    if not between & (_COMES_TO | _JOINED):
        return
    parts = _parts_of(last, earlier)
    if any(r.part == REMAINING or case.kind(case.before(r.place)) == "left" for r in parts):
        last.part = TOTAL  # "2 tuyến xong, còn 1 tuyến, tổng 3 tuyến"
        return
    joined = bool(between & _JOINED) and bool(between & _COMES_TO)
    joined = joined and earlier[-1].figure.value <= last.figure.value
    added = bool(parts)
    if added or joined:
        last.part, last.reason = REACHED, ""
        for role in earlier:
            role.part = DETAIL


def _parts_of(whole: Role, earlier: list[Role]) -> list[Role]:
    """The figures said last that make up the whole: "đợt này 57, đợt trước 44, cộng lại 101"."""
    for first in range(len(earlier) - 1):
        if sum(role.figure.value for role in earlier[first:]) == whole.figure.value:
            return earlier[first:]
    return []


_COMES_TO: Final = several("la thanh duoc len tong vi chi")
_JOINED: Final = several("cong gop don")


def _day_by_day(case: Case, roles: list[Role]) -> None:
    """ "hôm qua 15, hôm nay 17": two days, each with all that was reached by then."""
    if len(roles) != 2 or any(role.reason != "change" for role in roles):
        return
    before, now = roles
    days = [case.before(role.place, _BETWEEN) for role in roles]
    if any(case.kind(day) != "date" for day in days):
        return
    first, second = (mention_of(case.marks[day]).last for day in days)
    grows = before.figure.value <= now.figure.value
    if first is not None and first < case.today == second and grows:
        before.part, now.part, now.reason = FROM, REACHED, ""
