"""Figures after "còn": what is left to do, what a count or a rate fell to, or only a joining word;
and counts beside one that was reached, of which nothing is told as done.

Says which they are; the part of each figure is given in figures.
"""

from typing import Final

from domain.measures import PERCENT as PERCENT_KIND
from domain.reply.case import LIGHT, Case, figure_of
from domain.reply.marks import BARE, COUNT, FRACTION, PERCENT, Figure
from domain.reply.roles import DETAIL, REACHED, REMAINING, UNSURE, Role
from domain.reply.tokens import several

_SPEAKERS: Final = frozenset(("em", "ben em", "tui", "toi", "tui em", "xa", "phuong", "ben", "con"))


def only_joins(case: Case, left: int, place: int) -> bool:
    """ "còn tới giờ thu được 13,6 tỷ", "còn bên em đạt 40%": the word leads to another matter."""
    between = [case.kind(i) for i in range(left + 1, place)]
    reached = "got" in between and ("now" in between or "tonow" in between)
    other = "got" in between and any(case.plain(i) in _SPEAKERS for i in range(left + 1, place))
    other = other or (_is_of_another(case, left, place) and case.kind(left + 1) in ("got", "word"))
    opens = case.kind(left - 1) in ("end", "stop") and any(
        case.plain(i) == "thi" for i in range(left + 1, place)
    )  # "Còn nội dung thì 90% rồi"
    recounted = case.plain(left) in ("con", "chi con") and _was_recounted(case, left, place)
    contrast = any(case.plain(i) == "la" for i in range(left + 1, place)) and any(
        case.plain(at + 1) == "la" for at in case.places("figure") if at < left
    )  # "24 hộ là tổ mới, còn diện tích là 190 ha"
    other = other or contrast
    return recounted or (case.plain(left) == "con" and (reached or other or opens))


def _was_recounted(case: Case, left: int, place: int) -> bool:
    """ "tính lại còn 153 ha thôi": what it comes to, unless something is said of these."""
    start = case.marks[left].start
    said = [token.plain for token in case.words.tokens[max(0, start - 3) : start]]
    counted = said[-1:] == ["lai"] and bool(_COUNTING & set(said))
    return counted and case.kind(case.after(place)) in ("end", "stop", "break")


_COUNTING: Final = several("tinh ra soat dem kiem do cong ke")


def _is_of_another(case: Case, left: int, place: int) -> bool:
    """ "còn trồng mới thì được 12 ha": of something else so much is done."""
    told = case.said(left + 1, place).split()
    return "thi" in told and told[-1:] in (["duoc"], ["dat"], ["dc"], ["xong"])


def fell_to(case: Case, left: int, previous: Role) -> bool:
    if case.measure is None or case.measure.kind != PERCENT_KIND:
        return False
    led = case.kind(case.before(previous.place)) == "delta"
    return led and case.plain(left) in ("con", "chi con") and previous.figure.unit == PERCENT


def from_to(case: Case, left: int, previous: Role, figure: Figure) -> bool:
    """ "từ 60 hộ nay còn 45", "từ 14,2% còn 9,8%": what fell to another."""
    if case.measure is None:
        return False
    started = case.words.tokens[case.marks[previous.place].start - 1].plain == "tu"
    if case.measure.kind == PERCENT_KIND:
        # "tỷ lệ hộ nghèo từ 14,2% còn 9,8%"
        rates = figure.unit == previous.figure.unit == PERCENT
        return started and rates and figure.value < previous.figure.value
    if figure.unit != COUNT:
        return False
    now = any(case.kind(at) == "now" for at in range(previous.place, left))
    return started and now and figure.value <= previous.figure.value


def shrank(case: Case, place: int, previous: Role | None) -> bool:
    """ "sắp xếp từ 64 còn 41 tổ, hoàn thành": of a task, how many there were and are now."""
    if case.measure is not None or previous is None:
        return False
    start = case.marks[previous.place].start
    counted = previous.figure.unit in (COUNT, BARE) and figure_of(case.marks[place]).unit == COUNT
    together = case.clause(place)[0] <= previous.place
    return counted and together and case.words.tokens[start - 1].plain == "tu"


def is_rate(case: Case, place: int, left: int, figure: Figure) -> bool:
    """Whether a rate that is measured is told to stand at a figure now."""
    if case.measure is None or case.measure.kind != PERCENT_KIND or figure.unit != PERCENT:
        return False
    first = case.clause(place)[0]
    led = any(case.plain(at) == "ty le" for at in range(first, left))
    return led and case.plain(left) in ("con", "chi con", "hien con")


def remaining(case: Case, place: int, left: int, role: Role, said_undone: bool = False) -> Role:
    """ "còn 20% nữa", "còn lại 20%", "còn 20% chưa làm", and ("còn chưa xong 20%", `said_undone`)
    are what is left; "còn 30%" may not be."""
    if left >= 0:
        case.used.add(left)
    said = case.plain(left)
    if said.endswith("lai") and role.figure.unit == FRACTION and _reports(case, place):
        return role  # "còn lại 9/10 khóm báo đủ rồi"
    if said.endswith("lai") and _have_acted(case, place):
        return role  # "còn lại 14 em đã ra lớp"
    following = case.after(place, LIGHT | {"word", "label"})
    kind = case.kind(following)
    worked = role.figure.unit == PERCENT and any(
        case.kind(at) == "got" for at in range(left + 1, place)
    )
    if said.endswith("lai") and worked and kind not in _NOT_DONE:
        # "vướng 5 hộ, còn lại bàn giao 85%": done of the rest; alone it may be to do
        if not case.has("block"):
            role.part, role.reason = UNSURE, "left or reached"
        return role
    role.part = REMAINING
    # "còn 2/15 hộ chưa ký"
    unsigned = kind == "block" and case.plain(following).startswith("chua ")
    if unsigned or kind in ("more", "undone", "start0", "neg", "ongoing"):
        case.used.update(() if unsigned else (following,))
        after_that = case.after(following)
        if kind in ("more", "neg") and case.kind(after_that) in ("done", "got", "late"):
            case.used.add(after_that)
    elif not (said_undone or left < 0 or any(word in said for word in _LEAVE)):
        role.part = UNSURE
        role.reason = "left or reached"
    if role.figure.doubt is not None:
        role.part, role.reason = UNSURE, role.figure.doubt
    if role.figure.maybe_date is not None and not role.figure.noun:
        role.part, role.reason = UNSURE, "date or fraction"
    return role


_NOT_DONE: Final = frozenset(("more", "undone", "start0", "neg", "ongoing", "block"))
_LEAVE: Final = ("lai", "thieu", "phai lam", "sot")


def _have_acted(case: Case, place: int) -> bool:
    """Whether those who are counted are said to have done it: "… em đã ra lớp"."""
    start, end = case.marks[place].end, case.marks[case.clause(place)[1] - 1].end
    following = [token.plain for token in case.words.tokens[start:end]][:3]
    return "da" in following and following[-1:] != ["da"]


def _reports(case: Case, place: int) -> bool:
    last = case.clause(place)[1]
    kinds = {case.kind(i) for i in range(place + 1, last)}
    return bool(
        {"done", "sent"} & kinds or ("roi" in kinds and not {"neg", "block", "undone"} & kinds)
    )


def is_of_the_rest(previous: Role | None, figure: Figure) -> bool:
    """Whether a count comes after one of the same that was reached."""
    counted = figure.unit in (COUNT, BARE) and previous is not None and previous.part == REACHED
    return counted and previous is not None and figure.noun in ("", previous.figure.noun)


def beside_the_reached(case: Case, place: int, previous: Role) -> str:
    """ "3 ấp xong, 2 ấp chưa": what is left; "120 hộ xong, 15 hộ đang làm": a detail."""
    of_task = case.measure is None and previous.figure.unit in (PERCENT, BARE)
    if not of_task and figure_of(case.marks[place]).noun != previous.figure.noun:
        return ""
    following = case.after(place)
    kind = case.kind(following)
    if kind == "more" and case.kind(case.after(following)) in ("ongoing", "block", "neg", "start0"):
        return DETAIL  # "12 đồng chí, 3 đồng chí nữa đang chờ chuẩn y"
    if case.measure is None:
        return ""  # "5 ấp xong, 2 ấp chưa": are these all?
    if _is_held_up(case, place, previous):
        return DETAIL
    if kind == "neg" and case.kind(case.after(following)) in ("end", "stop", "break"):
        case.used.add(following)
        return REMAINING
    rest = kind == "left" and case.plain(following).endswith("lai")
    if rest or kind in ("undone", "start0"):
        case.used.add(following)
        return REMAINING
    if kind == "ongoing":
        case.used.add(following)
        return DETAIL
    return ""


def _is_held_up(case: Case, place: int, previous: Role) -> bool:
    """ "122 hộ, 8 hộ khóa cửa không gặp được", "6 cuộc, 1 cuộc hoãn": fewer, and not done."""
    if figure_of(case.marks[place]).value >= previous.figure.value:
        return False
    first, last = case.clause(place)
    if first <= previous.place:
        return False
    kinds = {case.kind(at) for at in range(place + 1, last)}
    put_off = case.plain(place + 1).split(" ")[0] in _PUT_OFF
    return (put_off or bool(kinds & _HELD_UP)) and not kinds & _GOING_WELL


_HELD_UP: Final = frozenset(("block", "neg", "undone", "start0", "shift", "late"))
_GOING_WELL: Final = frozenset(("done", "cum", "figure"))
_PUT_OFF: Final = frozenset(("hoan", "ngung", "dung", "doi"))
