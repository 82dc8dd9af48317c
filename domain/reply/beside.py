"""Figures beside the one that was reached: of several units, of all there is, of those left out,
of other days, and what all come to.

Takes them out, or finds that the sum counts; what the others are to each other is for among.
"""

from typing import Final

from domain.measures import PERCENT as PERCENT_KIND
from domain.measures import counts_the_same, kept_noun
from domain.reply.case import LIGHT, Case, mention_of
from domain.reply.doubts import is_told
from domain.reply.marks import BARE, COUNT, FRACTION, PERCENT
from domain.reply.roles import (
    CHANGE,
    DETAIL,
    FORESEEN,
    FROM,
    LABEL,
    REACHED,
    REMAINING,
    TOTAL,
    UNSURE,
    Role,
)
from domain.reply.times import time_of
from domain.reply.tokens import several

_BETWEEN: Final = LIGHT | {"about"}


def set_aside(case: Case, roles: list[Role]) -> None:
    """Settles in place which of several figures stand only beside another."""
    _own_share(case, roles)
    if case.measure is not None and case.measure.kind != PERCENT_KIND:
        _out_of(case, roles)
        _whole_first(case, roles)
        _made_up(case, roles)
        _whole_and_part(case, roles)
        _fell_out(case, roles)
        _towards(roles)
    _rest_of_fraction(roles)
    _of_another_thing(case, roles)
    _complement(case, roles)
    _comes_to(case, roles)
    _day_by_day(case, roles)
    _past_days(case, roles)


def _alike(one: Role, other: Role) -> bool:
    nouns = {kept_noun(role.figure.noun) for role in (one, other) if role.figure.noun}
    return (
        len(nouns) <= 1 and one.figure.unit in (COUNT, BARE) and other.figure.unit in (COUNT, BARE)
    )


def _out_of(case: Case, roles: list[Role]) -> None:
    """ "trong 450 hộ có 45 hộ đăng ký": all there are, before some of them."""
    whole = roles[0]
    start = case.marks[whole.place].start
    before = case.words.tokens[start - 1].marked if start and case.words.rich else ""
    if before == "trong" and whole.part == REACHED and _alike(whole, roles[1]):
        whole.part = TOTAL if roles[1].figure.value <= whole.figure.value else whole.part


def _whole_and_part(case: Case, roles: list[Role]) -> None:
    """ "xã có 2.150 hộ thì 1.720 hộ đã dùng nước máy", "213 hộ, nhận 189 hộ, còn 24 hộ"."""
    counts = [role for role in roles if role.part not in (LABEL, DETAIL, FROM)]
    if not 2 <= len(counts) <= 3 or not all(_alike(counts[0], role) for role in counts[1:]):
        return
    whole, part = counts[:2]
    if len(counts) == 2 and _is_had_after(case, whole, part):
        part.part = TOTAL
        return
    if whole.part != REACHED or part.part != REACHED or part.figure.value > whole.figure.value:
        return
    if len(counts) == 3:
        rest = counts[2]
        running = case.kind(case.before(rest.place, _BETWEEN)) == "ongoing"
        adds = whole.figure.value == part.figure.value + rest.figure.value
        if adds and (rest.part != REACHED or running):
            whole.part, rest.part = TOTAL, DETAIL
    elif _is_had(case, whole, part) or (
        _is_weak(case, whole, part) and _is_strong(case, part, whole.place)
    ):
        whole.part = TOTAL


def _made_up(case: Case, roles: list[Role]) -> None:
    """ "được 45 giấy, 12 giấy cấp đổi, 33 giấy cấp mới": the first is made up by the others."""
    counts = [role for role in roles if role.part == REACHED and role.figure.unit in (COUNT, BARE)]
    if len(counts) < 3:
        return
    whole, *parts = counts
    if any(_is_strong(case, role) for role in parts):
        return  # "có 20 đơn, xử lý xong 15, đang xử lý 5"
    if whole.figure.value == sum(role.figure.value for role in parts):
        for role in parts:
            role.part = DETAIL


def _is_had(case: Case, whole: Role, part: Role) -> bool:
    """ "có 2.150 hộ thì 1.720 hộ …"."""
    between = range(whole.place + 1, part.place)
    led = case.plain(case.before(whole.place)) in ("co", "hien co")
    return led and any(case.plain(at) == "thi" for at in between)


def _is_had_after(case: Case, part: Role, whole: Role) -> bool:
    """ "phường em được 32 tổ, phường có 40 tổ tự quản": all that there are, told afterwards."""
    if part.part != REACHED or whole.part != REACHED or part.figure.value > whole.figure.value:
        return False
    left = case.before(whole.place)
    subject = left - 1 == case.clause(whole.place)[0] and case.kind(left - 1) == "label"
    return subject and case.plain(left) in ("co", "hien co") and _is_strong(case, part, part.place)


def _is_weak(case: Case, role: Role, part: Role | None = None) -> bool:
    """Whether nothing is told as done of a count: "gõ cửa 390 hộ", "xóm tui 43 hộ"; what follows
    in one clause with its part is done of the part."""
    if any(case.plain(at) in _TAKEN for at in range(case.clause(role.place)[0], role.place)):
        return False  # "nhận 340 hồ sơ, giải quyết xong 328": which of them counts?
    if case.kind(case.before(role.place, _BETWEEN)) == "ongoing":
        return False  # "khởi công 28 căn, hoàn thành 17 căn"
    ended = case.kind(case.after(role.place, LIGHT - {"roi"})) in ("roi", "done", "got", "acted")
    if part is not None and case.clause(role.place)[1] > part.place:
        ended = False  # "kênh 4,8 km nạo vét xong 3,1 km"
    had = case.plain(case.before(role.place, _BETWEEN)) in ("co", "hien co")
    return (had or not is_told(case, role.place)) and not ended


_TAKEN: Final = frozenset(("nhan", "tiep nhan", "da nhan", "nhan duoc"))


def _is_strong(case: Case, role: Role, after: int = -1) -> bool:
    """Whether a count is told with "được" or "xong", and of no place of its own (named after a
    mark, when the whole stands in the same clause)."""
    first = max(case.clause(role.place)[0], after)
    named = any(case.kind(at) in ("named", "label") for at in range(first, role.place))
    left = case.before(role.place, _BETWEEN)
    got = case.plain(left).split(" ")[-1] in ("duoc", "dc") or case.kind(left) in ("done", "acted")
    return got and not named


def _fell_out(case: Case, roles: list[Role]) -> None:
    """ "được 46 người, 3 người trốn khám", "12 hộ rồi, 3 hộ nữa xin khất": those left out."""
    corrected = case.has("void")  # "đúng ra 39 hộ": told, whatever verb leads to it
    told = next(
        (r for r in roles if r.part == REACHED and (corrected or not _is_weak(case, r))), None
    )
    for role in roles:
        if told is None or role is told or role.part not in (REACHED, UNSURE, CHANGE, REMAINING):
            continue
        fewer = _alike(told, role) and role.figure.value <= told.figure.value
        if fewer and _is_subject(case, role.place) and _is_left_out(case, role.place):
            role.part = DETAIL


def _is_subject(case: Case, place: int) -> bool:
    """Whether a count begins its clause."""
    first = case.clause(place)[0]
    if case.plain(place - 1) in _LOST and not is_told(case, place):
        return True  # "lúa hư 15 ha"
    if case.plain(first) in _LOST or case.plain(first) == "co":
        first += 1  # "hao 12 con", "có 1 vụ chuyển tòa"
    return all(case.kind(at) in _BETWEEN | {"left", "more", "but"} for at in range(first, place))


def _is_left_out(case: Case, place: int) -> bool:
    last = case.clause(place)[1]
    kinds = {case.kind(at) for at in range(place + 1, last)}
    lost = _LOST & {case.plain(case.clause(place)[0]), case.plain(place - 1)}
    if lost or case.plain(place + 1) == "la":
        return True  # "hao 12 con", "1 đồng chí là nữ"
    start, end = case.marks[place].end, case.marks[last - 1].end
    said = {token.plain for token in case.words.tokens[start:end]}
    return bool(kinds & _OUTSIDE) or bool(said & _GONE)


_LOST: Final = frozenset(
    (
        "hao",
        "hu",
        "chay",
        "sap",
        "troi",
        "chay mat",
        "chet",
        "loai",
        "huy",
        "hong",
        "mat",
        "rot",
        "thieu",
        "bo",
    )
)
_OUTSIDE: Final = several("left neg block ongoing undone start0 extend shift aside near later asks")
_GONE: Final = several(
    "chet chay sap ngap hu troi "
    "tron vang chuyen ban mat di trung loai huy tu choi khieu nai bo rut om benh thieu hoan cho doi"
)


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


def _whole_first(case: Case, roles: list[Role]) -> None:
    """ "tổng chiều dài 12 km, đổ xong 9": all there is to do, before what was done of it."""
    whole, *others = roles
    led = any(case.kind(at) == "sum" for at in range(case.clause(whole.place)[0], whole.place))
    if whole.part != REACHED or not led or case.measure is None:
        return
    for role in others:
        smaller = role.part == REACHED and role.figure.value <= whole.figure.value
        alike = role.figure.unit == BARE or role.figure.noun == whole.figure.noun
        if smaller and alike and case.kind(case.before(role.place)) in ("done", "got"):
            whole.part = TOTAL


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


def _towards(roles: list[Role]) -> None:
    """ "bữa nay 1.720 hộ, cuối năm ráng cho đủ 1.900": near to what is aimed at, a figure of one
    day is all there is."""
    aims = [role.figure for role in roles if role.part == FORESEEN]
    for role in roles:
        if role.part == UNSURE and role.reason == "change":
            value = role.figure.value
            if any(aim.unit in (COUNT, BARE) and value <= aim.value <= 2 * value for aim in aims):
                role.part, role.reason = REACHED, ""


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
    if len(reached) != 2 or sum(role.figure.value for role in reached) != 100:
        return
    for role in reached:
        following = case.after(role.place)
        if case.kind(following) == "left" and case.plain(following).endswith("lai"):
            role.part = DETAIL


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
    earlier = [r for r in roles[:-1] if r.figure.unit in (last.figure.unit, BARE, COUNT)]
    changes = all(r.part in (UNSURE, CHANGE) and r.reason == "change" for r in earlier)
    if last.part == TOTAL and changes and case.measure is not None:
        last.part = REACHED  # "hôm qua 3 hộ, hôm nay 2 hộ nữa, tổng 45 hộ"
        for role in earlier:
            role.part = DETAIL
        return
    if (
        last.part in (LABEL, DETAIL)
        or last.figure.unit == PERCENT
        or len(earlier) != len(roles) - 1
    ):
        return
    start, end = case.marks[roles[-2].place].end, case.marks[last.place].start
    between = {token.plain for token in case.words.tokens[start:end]}
    if not between & _COMES_TO:
        return
    added = len(earlier) > 1 and sum(r.figure.value for r in earlier) == last.figure.value
    joined = bool(between & _JOINED) and earlier[-1].figure.value <= last.figure.value
    if added or joined:
        last.part, last.reason = REACHED, ""
        for role in earlier:
            role.part = DETAIL


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
