"""Requests in a reply: whether an extension is asked for, and with which words for a day.

Finds the request; what day it comes to is for request_days, what else is reported for states
and facts.
"""

from dataclasses import dataclass
from typing import Final

from domain.dates import DAY, IMPOSSIBLE, LENGTH, LOOSE, SPAN
from domain.reply.case import LIGHT, Case, figure_of, mention_of
from domain.reply.item import Doubt
from domain.reply.marks import COUNT
from domain.reply.tokens import SPEAKERS, several
from domain.reply.until import dates_of, is_ahead
from domain.reply.wishes import NONE, OURS, TOLD, wish_of


@dataclass(frozen=True, slots=True)
class Request:
    """An extension asked for at a mark; `dates` are the marks that say until when."""

    place: int
    dates: tuple[int, ...]


def extension_of(case: Case) -> Request | Doubt | None:
    """The extension that a case asks for, None if it asks for none."""
    for place in case.places("shift"):
        # "lùi đến 30/6", "xin dời"; "dời hàng rào" asks for nothing.
        _raise_if_asked(case, place)
    for place in case.places("extend"):
        if case.plain(place) == "gia han" and _is_of_papers(case, place):
            case.call(place, "word")
            continue
        if _gives(case, place) or _is_a_place(case, place):
            continue
        wish = wish_of(case, place)
        if wish == NONE:
            continue
        if wish == TOLD:
            return Doubt("question")
        return Request(place, dates_of(case, place))
    for place in case.places("asks"):
        found = _straight_to_date(case, place)
        if found is not None:
            return Request(place, (found, *_said_again(case, found)))
    for place in case.places("delta"):
        # "thêm 5 ngày nhé", "xin nhích thêm 3 ngày"
        after = case.after(place)
        if case.plain(place) not in ("them", "nhich them") or case.kind(after) != "date":
            continue
        if mention_of(case.marks[after]).kind == LENGTH:
            return Request(place, (after,))
    return None


def is_refused(case: Case, place: int) -> bool:
    """ "đừng đóng việc này", "khoan kết thúc theo dõi", "khi nào xong em nhờ đóng sau", "huyện vừa
    gỡ nhiệm vụ này khỏi danh mục rồi"."""
    start = case.marks[place].start
    first, last = case.clause(place)
    said = case.said(first, last).split()
    over = any(case.kind(at) == "roi" for at in range(place + 1, last))
    if over and {"vua", "da", "moi"} & set(case.said(first, place).split()):
        return not {"giup", "gium", "dum", "ho"} & set(said)
    if any(
        case.kind(at) == "toward" and case.plain(at).split(" ")[0] in ("khi", "chung", "bao")
        for at in range(case.clause(place)[0], place)
    ):
        return True
    following = case.after(place)
    if case.kind(following) == "neg" and case.after(following) >= case.clause(place)[1]:
        return True  # "anh đóng việc này chưa"
    return start > 0 and case.words.tokens[start - 1].plain in _NOT_ASKED


_NOT_ASKED: Final = several("dung khoan chua khong nham lon")


def _gives(case: Case, place: int) -> bool:
    """ "Công đoàn cho thêm cái tivi": something is given, no time is asked for."""
    first, last = case.clause(place)
    dated = any(case.kind(at) in ("date", "clock") for at in range(first, last))
    following = case.after(place)
    return (
        case.plain(place) == "cho them" and not dated and case.kind(following) in ("word", "label")
    )


def _is_a_place(case: Case, place: int) -> bool:
    """ "vuong cho no nen moi duoc 30%": chỗ nớ, where no day is named until which one owes."""
    bare = case.plain(place) == "cho no" and not case.words.rich
    return bare and not case.has("date")


def _is_of_papers(case: Case, place: int) -> bool:
    """ "gia hạn 120 thẻ BHYT", "gia hạn nợ cho 12 hộ": the work, where no day is asked for."""
    first, last = case.clause(place)
    kinds = [case.kind(at) for at in range(first, last) if case.plain(at) != "cho"]
    if "asks" in kinds or "date" in kinds:
        return False
    said = [token.plain for token in case.tokens(place + 1, last)]
    while said[:1] and (said[0] in ("duoc", "dc") or said[0].isdigit()):
        said.pop(0)
    return said[:1] != [] and said[0] in _PAPERS


_PAPERS: Final = several("the no giay visa phep bhyt bhxh hop khoan")


def _has_day_to_come(case: Case, first: int, after: int) -> bool:
    return any(
        case.kind(at) == "date" and is_ahead(case, mention_of(case.marks[at]))
        for at in range(first, after)
    )


def _raise_if_asked(case: Case, place: int) -> None:
    """A word for "put off" is a request when it is asked for or has a day to come."""
    first, last = case.clause(place)
    asked = any(case.kind(i) == "asks" for i in range(first, place))
    lead = [token.plain for token in case.tokens(first, place)]
    if not asked and (_MEETINGS & set(lead) or lead[:3] == ["tiep", "cong", "dan"]):
        case.call(place, "word")  # "họp dời sang 22/6"
        return
    moved = case.marks[place + 1] if case.kind(place + 1) == "figure" else None
    if moved is not None and figure_of(moved).unit == COUNT:
        case.call(place, "word")  # "đề nghị điện lực dời 6 cột điện"
        return
    if not asked and case.has("start0") and _is_planned(case, place, last):
        case.call(place, "word")
        return
    dated = asked or _has_day_to_come(case, first, last)
    case.call(place, "extend" if dated else "word")


def _is_planned(case: Case, place: int, last: int) -> bool:
    """ "chưa bắt đầu, để qua rằm em làm": when the work will be done, and no wish."""
    if case.plain(place) not in ("de qua", "de sang", "de den"):
        return False
    working = [at for at in range(place, last) if case.plain(at) in ("lam", "man", "trien khai")]
    return any(case.plain(at - 1) in SPEAKERS for at in working)


def _said_again(case: Case, place: int) -> tuple[int, ...]:
    """ "cho đến giữa tháng 9, tức 15/9": the day that is meant, right after its time."""
    span = mention_of(case.marks[place])
    at = case.after(place, LIGHT | {"break", "about", "got"})
    if span.kind not in (SPAN, LOOSE) or not span.first or not span.last or case.kind(at) != "date":
        return ()
    day = mention_of(case.marks[at])
    within = day.kind == DAY and day.last is not None and span.first <= day.last <= span.last
    return (at,) if within else ()


def _moves_on(case: Case, place: int) -> bool:
    """ "(xin) nhích qua 19/7", "(đề nghị cho) kéo sang 17h ngày 5/8": a verb, and then a day
    beyond; "tới" only after a verb of moving."""
    said = case.plain(place)
    beyond = case.plain(place + 1)
    if case.kind(place) not in ("word", "delta") or said in _MEETINGS or " " in said:
        return False
    return beyond in ("sang", "qua") or (beyond in ("den", "toi") and said in _MOVING)


_MOVING: Final = several("keo nhich xe dich ruon truot")


def _straight_to_date(case: Case, place: int) -> int | None:
    """ "cho em tới 30/6", "xin 5 ngày nữa": asking, and a day right after."""
    at = place + 1
    directed = False
    while at < len(case.marks):
        kind = case.kind(at)
        if kind == "date":
            mention = mention_of(case.marks[at])
            if mention.kind == LENGTH:
                # "cho em 2 bua nay" tells of days that are over ("chỗ em 2 bữa nay").
                return None if case.plain(at + 1).split(" ")[0] in ("nay", "roi") else at
            ahead = mention.kind in (IMPOSSIBLE, LOOSE) or case.is_future(mention)
            straight = case.plain(place) in _WISHES and mention.kind == DAY and at == place + 1
            straight = straight or (case.plain(at).startswith("het ") and _opens(case, place))
            return at if (directed or straight) and ahead else None
        if kind in ("fill", "asks", "clock"):
            ended = case.plain(at) == "het" and _opens(case, place)  # "cho em hết ngày mai"
            directed = directed or ended or case.plain(at) in ("den", "toi", "sang", "qua")
        elif kind in ("label", "word") and case.plain(at) in _OWN_UNITS:
            pass  # "cho xã 1 tuần nữa"
        elif case.plain(at) in _TO_END and case.plain(place) in _WISHES:
            if wish_of(case, place) != OURS:
                return None  # "số còn lại xin làm tới 20/4"; "dân xin làm tới …" is another's
        elif case.plain(at) in ("nop", "gui", "nop lai") and {"cho", "xin"} & set(
            case.plain(place).split()
        ):
            directed = True  # "cho em nộp thứ hai nhé"
        elif not directed and _moves_on(case, at) and wish_of(case, place) == OURS:
            directed = True
        else:
            return None
        at += 1
    return None


_TO_END: Final = frozenset(("lam", "lam xong", "hoan thanh", "hoan tat", "xong"))


def _opens(case: Case, place: int) -> bool:
    """Whether the asking begins its clause: not "giao cho xã hết tháng 6"."""
    first = case.clause(place)[0]
    return all(case.kind(at) in LIGHT | {"asks"} for at in range(first, place))


_OWN_UNITS: Final = several("xa phuong ap to truong tram htx thon khom") | {"don vi", "chi bo"}
_MEETINGS: Final = frozenset(("hop", "le", "buoi"))
_WISHES: Final = frozenset(("xin", "xin cho"))  # "xin 30/11 thay vì 15/11"
