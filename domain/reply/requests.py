"""Requests in a reply: whether an extension is asked for, and with which words for a day.

Finds the request; what day it comes to is for request_days, what else is reported for states
and facts.
"""

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from domain.dates import DAY, IMPOSSIBLE, LENGTH, LOOSE
from domain.reply.case import LIGHT, Case, mention_of
from domain.reply.hearsay import quoted
from domain.reply.item import Doubt
from domain.reply.until import dates_of, is_ahead


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
        before = case.before(place, LIGHT | {"asks"})
        if case.kind(before) == "neg" or case.plain(before) in ("can", "khoi"):
            if _asks_nothing(case, place, before):
                continue
            return Doubt("question")
        tokens = case.words.tokens
        start = case.marks[place].start
        said = [tokens[i].plain for i in range(max(0, start - 2), start)]
        # "đã gia hạn", "được gia hạn đến 30/6" tell of one; "dạ xin gia hạn" asks.
        told = said[-1:] == ["duoc"] or (said[-1:] == ["da"] and tokens[start - 1].marked != "dạ")
        if told and said[-1] == "duoc":
            # "xin đồng ý cho xã được gia hạn"
            told = not any(case.kind(i) == "asks" for i in range(case.clause(place)[0], place))
        if _gives(case, place):
            continue
        if _wished_by_others(case, place):
            if _has_day_to_come(case, place, case.clause(place)[1]):
                return Doubt("question")
            continue
        if _is_quoted(case, place):
            return Doubt("question")
        if told and tokens[start].plain in ("gia", "lui", "doi", "hoan", "ra"):
            return Doubt("question")
        if _was_made(case, place) or _asks_whether(case, place):
            return Doubt("question")
        return Request(place, dates_of(case, place))
    for place in case.places("asks"):
        found = _straight_to_date(case, place)
        if found is not None:
            return Request(place, (found,))
    for place in case.places("delta"):
        # "thêm 5 ngày nhé"
        after = case.after(place)
        if case.plain(place) != "them" or case.kind(after) != "date":
            continue
        if mention_of(case.marks[after]).kind == LENGTH:
            return Request(place, (after,))
    return None


def is_refused(case: Case, place: int) -> bool:
    """ "đừng đóng việc này", "khoan kết thúc theo dõi"."""
    start = case.marks[place].start
    return start > 0 and case.words.tokens[start - 1].plain in ("dung", "khoan", "chua", "khong")


def _gives(case: Case, place: int) -> bool:
    """ "Công đoàn cho thêm cái tivi": something is given, no time is asked for."""
    first, last = case.clause(place)
    dated = any(case.kind(at) in ("date", "clock") for at in range(first, last))
    following = case.after(place)
    return (
        case.plain(place) == "cho them" and not dated and case.kind(following) in ("word", "label")
    )


def _wished_by_others(case: Case, place: int) -> bool:
    """ "dân xin dời trụ", "2 doanh nghiệp lớn xin giãn thuế", "không chi bộ nào đề nghị lùi lịch",
    "sau 2 lần xin lùi": somebody else's wish, nobody's, or one that is past."""
    tokens, end = case.words.tokens, case.marks[place].start
    start = max(case.marks[case.clause(place)[0]].start, end - _SUBJECT)
    said = [token.plain for token in tokens[start:end]]
    if said[-1:] in (["nao"], ["lan"]):
        return True
    own = {"em", "e", "minh", "tui", "toi", "xa", "phuong", "ben", "cho", "nong"}
    if own & set(said):
        return False  # also "cho Hội Nông dân lùi"
    pairs = {" ".join(pair) for pair in pairwise(said)}
    return bool(_OTHERS & {*said, *pairs})


# So many words before a wish may name whose it is.
_SUBJECT: Final = 4
_OTHERS: Final = frozenset(
    (
        "dan", "ho dan", "ba con", "doanh nghiep", "cong ty", "nha thau", "chu dau", "dv thi",
        "phu huynh", "cac ho", "ben thau", "may ho", "hop tac", "htx", "thi cong", "nguoi dan",
        "nhan dan",
    )
)  # fmt: skip


def _has_day_to_come(case: Case, first: int, after: int) -> bool:
    return any(
        case.kind(at) == "date" and is_ahead(case, mention_of(case.marks[at]))
        for at in range(first, after)
    )


def _asks_nothing(case: Case, place: int, denied: int) -> bool:
    """ "không xin lùi hạn đâu", "khỏi gia hạn": none is wished for, and it is no question."""
    first, last = case.clause(place)
    asked = any(
        case.kind(at) in ("ask", "question", "date")
        for at in range(first, last + 1)
        if at < len(case.marks)
    )
    again = case.kind(case.after(place)) == "neg"  # "khỏi gia hạn được không"
    return not asked and not again and case.plain(denied) != "kip"


def _is_quoted(case: Case, place: int) -> bool:
    """ "chị nói dời tới 20/6 mà": what somebody else said, and no wish for it."""
    asked = case.plain(place).split()
    if {"xin", "cho", "de", "nghi", "kien", "mong"} & set(asked):
        return False  # "anh Sáu nói xin gia hạn"
    first = case.clause(place)[0]
    if any(case.kind(at) == "asks" for at in range(first, place)):
        return False
    tokens, start, end = case.words.tokens, case.marks[first].start, case.marks[place].start
    end += tokens[end].marked == "noi"  # "chi noi han": nói hạn, or nới hạn
    return quoted(tokens[start:end])


def _was_made(case: Case, place: int) -> bool:
    """ "đã xin gia hạn rồi mà"; without its mark "da" may be "dạ"."""
    start = case.marks[place].start
    before = case.words.tokens[start - 1].marked if start else ""
    over = any(case.kind(at) == "roi" for at in range(place, case.clause(place)[1]))
    return before == "đã" or (before == "da" and over)


def _asks_whether(case: Case, place: int) -> bool:
    """ "gia hạn đến 30/6 được duyệt chưa anh": asks about one that was made before."""
    first, last = case.clause(place)
    asked = any(case.kind(at) == "asks" for at in range(first, place))
    wished = case.plain(place).split()[0] in ("xin", "cho", "de", "em")
    ends = any(
        case.kind(at) == "neg" and case.plain(at) == "chua" and case.after(at) >= last
        for at in range(place + 1, last)
    )
    return ends and not asked and not wished


def _raise_if_asked(case: Case, place: int) -> None:
    """A word for "put off" is a request when it is asked for or has a day to come."""
    first, last = case.clause(place)
    asked = any(case.kind(i) == "asks" for i in range(first, place))
    start, end = case.marks[first].start, case.marks[place].start
    if not asked and _MEETINGS & {token.plain for token in case.words.tokens[start:end]}:
        case.marks[place].kind = "word"  # "họp dời sang 22/6"
        return
    dated = asked or _has_day_to_come(case, first, last)
    case.marks[place].kind = "extend" if dated else "word"


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
            return at if (directed or straight) and ahead else None
        if kind in ("fill", "asks", "clock"):
            directed = directed or case.plain(at) in ("den", "toi", "sang", "qua")
        elif kind in ("label", "word") and case.plain(at) in ("xa", "phuong", "ap", "don vi", "to"):
            pass  # "cho xã 1 tuần nữa"
        elif case.plain(at) in ("nop", "gui", "nop lai") and "cho" in case.plain(place).split():
            directed = True  # "cho em nộp thứ hai nhé"
        else:
            return None
        at += 1
    return None


_MEETINGS: Final = frozenset(("hop", "le", "buoi"))
_WISHES: Final = frozenset(("xin", "xin cho"))  # "xin 30/11 thay vì 15/11"
