"""Counts of a measured target beside each other: all there is, what was done of it, those who fell
out, and what is aimed at.

Changes the parts that figures were given alone; figures of other things are for beside.
"""

from dataclasses import replace
from itertools import pairwise
from typing import Final

from domain.measures import kept_noun
from domain.reply.candidates import put_forward
from domain.reply.case import LIGHT, Case, is_told
from domain.reply.harm import is_harmed
from domain.reply.item import PERIOD
from domain.reply.marks import BARE, COUNT, FRACTION, PERCENT
from domain.reply.out_of import alike, of_so_many
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
from domain.reply.tokens import several

_BETWEEN: Final = LIGHT | {"about"}


def weigh_counts(case: Case, roles: list[Role]) -> None:
    """Settles in place which of several counts is the result."""
    of_so_many(case, roles)
    put_forward(case, roles)
    _out_of(case, roles)
    _whole_first(case, roles)
    _made_up(case, roles)
    _whole_and_part(case, roles)
    _fell_out(case, roles)
    _harmed(case, roles)
    all_there_are(case, roles)
    _gone_out(case, roles)
    _towards(roles)


def _out_of(case: Case, roles: list[Role]) -> None:
    """ "trong 450 hộ có 45 hộ đăng ký": all there are, before some of them."""
    whole = roles[0]
    start = case.marks[whole.place].start
    before = case.words.tokens[start - 1].marked if start and case.words.rich else ""
    if before == "trong" and whole.part == REACHED and alike(whole, roles[1]):
        whole.part = TOTAL if roles[1].figure.value <= whole.figure.value else whole.part


def _whole_and_part(case: Case, roles: list[Role]) -> None:
    """ "xã có 2.150 hộ thì 1.720 hộ đã dùng nước máy", "213 hộ, nhận 189 hộ, còn 24 hộ"."""
    counts = [
        role
        for role in roles
        if role.part not in (LABEL, DETAIL, FROM) and role.figure.unit != PERCENT
    ]
    if not 2 <= len(counts) <= 3 or not all(alike(counts[0], role) for role in counts[1:]):
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
        told = _is_strong(case, part) and _is_weak(case, whole, part)
        if adds and (rest.part != REACHED or running or told):
            whole.part, rest.part = TOTAL, DETAIL
    elif _is_had(case, whole, part) or (
        _is_weak(case, whole, part) and _is_strong(case, part, whole.place)
    ):
        whole.part = TOTAL


def _made_up(case: Case, roles: list[Role]) -> None:
    """ "được 45 giấy, 12 giấy cấp đổi, 33 giấy cấp mới": the first is made up by the others."""
    counts = [role for role in roles if _is_counted(case, role)]
    if len(counts) < 3 or counts[0].part != REACHED:
        return
    whole, *parts = counts
    if any(_is_strong(case, role) for role in parts):
        return  # "có 20 đơn, xử lý xong 15, đang xử lý 5"
    if whole.figure.value == sum(role.figure.value for role in parts):
        for role in parts:
            role.part = DETAIL


def _is_counted(case: Case, role: Role) -> bool:
    """Whether a count was reached, or stands bare behind a word: "hiến tặng 40, mua 77"."""
    bare = role.part == LABEL and role.figure.unit == BARE and case.kind(role.place - 1) == "word"
    return bare or (role.part == REACHED and role.figure.unit in (COUNT, BARE))


def all_there_are(case: Case, roles: list[Role]) -> None:
    """ "được 9 hộ, tất cả có 14 hộ": all that there are, told afterwards."""
    part, whole = roles[-2], roles[-1]
    if part.part != REACHED or whole.part != REACHED or not alike(part, whole):
        return
    if part.basis == PERIOD or part.figure.unit != COUNT:
        return  # "tuần này 4 hộ, tổng cộng có 9 hộ": all so far
    led = case.said(case.clause(whole.place)[0], whole.place)
    reached = case.plain(case.before(part.place, _BETWEEN)).split(" ")[-1] in ("duoc", "dc")
    had = led in ("tat ca co", "tong cong co", "ca thay co") and reached
    if not had or part.figure.value >= whole.figure.value:
        return
    whole.part = TOTAL
    if case.measure is None:
        done, total = part.figure.value, whole.figure.value
        part.figure = replace(part.figure, unit=FRACTION, done=done, total=total)


def _gone_out(case: Case, roles: list[Role]) -> None:
    """ "có 5 người xin rút, còn 27 hội viên": those who went are no result, and whether those who
    are left are one is asked."""
    for gone, rest in pairwise(roles):
        if gone.part == REACHED and _failed_of(case, gone, rest):
            gone.part, gone.reason = UNSURE, "change"
        if gone.part != REACHED or rest.part not in (REMAINING, UNSURE):
            continue
        left = case.kind(case.before(rest.place, _BETWEEN)) == "left" and _are_counts(gone, rest)
        following = case.said(gone.place + 1, case.clause(gone.place)[1]).split()
        if left and _is_subject(case, gone.place) and _WENT & set(following):
            gone.part, gone.reason = UNSURE, "change"


def _failed_of(case: Case, all_of_them: Role, some: Role) -> bool:
    """ "được 7 hồ sơ mà rớt hết 2", "duyệt 20 nhưng loại 3": were these among those?"""
    between = case.said(all_of_them.place + 1, some.place).split()
    told = not _BUT.isdisjoint(between) and not _FAILED.isdisjoint(between)
    return told and some.figure.value < all_of_them.figure.value and _are_counts(all_of_them, some)


_BUT: Final = several("ma nhung")
_FAILED: Final = several("rot loai truot")


def _are_counts(gone: Role, rest: Role) -> bool:
    """ "5 người", "27 hội viên": whatever either of them is called."""
    return gone.figure.unit in (COUNT, BARE) and rest.figure.unit in (COUNT, BARE)


_WENT: Final = several("rut bo nghi chuyen chet mat")


def _is_had(case: Case, whole: Role, part: Role) -> bool:
    """ "có 2.150 hộ thì 1.720 hộ …", "40 hộ thì 37 hộ …", "có 35 vụ mà xử 31 vụ rồi"."""
    between = range(whole.place + 1, part.place)
    led = case.plain(case.before(whole.place)) in ("co", "hien co")
    opens = case.before(whole.place, LIGHT | {"about"}) < case.clause(whole.place)[0]
    led = led or (opens and case.plain(whole.place + 1) == "thi" and len(between) == 1)
    over = case.kind(part.place + 1) == "roi"
    return led and any(
        case.plain(at) == "thi" or (over and case.plain(at) == "ma") for at in between
    )


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
    left = case.before(role.place, _BETWEEN)
    if case.kind(left) == "ongoing" or case.plain(left) in ("con", "chi con"):
        return False  # "khởi công 28 căn, hoàn thành 17 căn", "tính lại còn 153 ha"
    behind = case.after(role.place, LIGHT - {"roi"})
    ended = case.kind(behind) in ("roi", "done", "got", "acted")
    ended = ended or case.kind(behind + 1) == "roi"  # "bốn chục hộ ký rồi"
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
    reached = case.plain(left).split(" ")[-1]
    then = after >= 0 and any(case.plain(at) == "thi" for at in range(after, left))
    got = reached in ("duoc", "dc") or case.kind(left) in ("done", "acted")
    got = got or (reached == "dat" and then)  # "19 tiêu chí thì đạt 16"
    return got and not named


def _fell_out(case: Case, roles: list[Role]) -> None:
    """ "được 46 người, 3 người trốn khám", "12 hộ rồi, 3 hộ nữa xin khất": those left out."""
    corrected = case.has("void")  # "đúng ra 39 hộ": told, whatever verb leads to it
    told = next(
        (r for r in roles if r.part == REACHED and (corrected or not _is_weak(case, r))), None
    )
    for role in roles:
        if told is not None and role.reason == "question" and is_harmed(case, role.place):
            role.part = DETAIL  # "50 ha bị ngập, còn trồng mới thì được 12 ha"
        if told is None or role is told or role.part not in (REACHED, UNSURE, CHANGE, REMAINING):
            continue
        part = told.figure.noun.startswith(f"{role.figure.noun} ")  # "7 tổ hợp tác, 1 tổ …"
        fewer = (part or alike(told, role)) and role.figure.value <= told.figure.value
        if fewer and _is_subject(case, role.place) and _is_left_out(case, role.place):
            role.part = DETAIL


def _harmed(case: Case, roles: list[Role]) -> None:
    """ "24 cụm loa, sét đánh hư 3 cụm đã thay", "5/8 quyển, hai quyển bị mối ăn": beside what was
    reached, fewer that came to harm."""
    told = roles[0]
    if told.part != REACHED:
        return
    for role in roles[1:]:
        first = case.clause(role.place)[0]
        fewer = first > told.place and role.figure.value <= told.figure.value
        same = kept_noun(role.figure.noun) == kept_noun(told.figure.noun)
        kinds = {case.kind(at) for at in range(first, role.place)}
        hit = kinds & {"harm", "weather"} or case.kind(role.place + 1) == "harm"
        if fewer and same and (hit or case.plain(role.place - 1) in _LOST):
            role.part = DETAIL if role.part in (REACHED, UNSURE) else role.part


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
    dissolved = {"giai", "the"} <= said
    return bool(kinds & _OUTSIDE) or bool(said & _GONE) or dissolved


_LOST: Final = frozenset(
    (
        "hao",
        "nga",
        "gay",
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


def _towards(roles: list[Role]) -> None:
    """ "bữa nay 1.720 hộ, cuối năm ráng cho đủ 1.900": near to what is aimed at, a figure of one
    day is all there is."""
    aims = [role.figure for role in roles if role.part == FORESEEN]
    for role in roles:
        if role.part == UNSURE and role.reason == "change":
            value = role.figure.value
            if any(aim.unit in (COUNT, BARE) and value <= aim.value <= 2 * value for aim in aims):
                role.part, role.reason = REACHED, ""
