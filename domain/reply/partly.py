"""A word for "finished" that is told of one place, of what was undone again or of a day to come.

Helpers for finished; the rest of what makes "xong" less than all is weighed there.
"""

from typing import Final

from domain.reply.case import Case
from domain.reply.tokens import several

_PLACES: Final = several("ap thon xom ban to khom khu buon lang xa phuong")
_SO: Final = several("vay the day ray dzay rua nhu")
# "xã nông thôn mới", "xã hội", "ban chỉ đạo"
_NO_NAMES: Final = several("nong hoi chi quan dan cong van bo trinh")
_ALL: Final = several("toan tat het ca bo")


def undone_again(case: Case, place: int) -> bool:
    """ "đào mương xong lại bị sạt", "đổ xong thì bị mưa trôi": what came over it after."""
    said = case.said(place + 1, case.clause(place)[1]).split()
    return said[:1] == ["bi"] or (said[1:2] == ["bi"] and said[0] in ("lai", "thi", "ma"))


def of_one_place(case: Case, place: int) -> bool:
    """ "xong bên ấp 3 rồi", "xong thôn Thượng": of the others nothing is told."""
    at = case.after(place, frozenset(("fill",)))
    at += case.plain(at) == "ben"
    said = case.plain(at).split(" ")
    if case.plain(place).split(" ")[-1] in _ALL or _ALL & set(case.said(place + 1, at).split()):
        return False
    if case.kind(at) == "named":
        return said[0] in _PLACES
    if case.kind(at) != "label" or case.kind(at + 1) != "word" or case.plain(at) not in _PLACES:
        return False
    again = any(case.plain(i) == case.plain(at) for i in range(at + 1, len(case.marks)))
    return again or case.plain(at + 1) not in _NO_NAMES


def leaves_another(case: Case, place: int) -> bool:
    """ "tổ 5 họp xong, tổ 6 tối mai": another one of its kind is told of, and not as done."""
    first, last = case.clause(place)
    kinds = {case.plain(i).split(" ")[0] for i in range(first, place) if case.kind(i) == "named"}
    if not kinds & _PLACES:
        return False
    for at in (i for i in case.places("named") if i >= last):
        told = {case.kind(i) for i in range(*case.clause(at))}
        if case.plain(at).split(" ")[0] in kinds and told <= {"named", "date", "fill", "clock"}:
            return "date" in told
    return False


def is_condition_of(case: Case, first: int, place: int) -> bool:
    """ "hết thôn 7 là xong", "lắp cái cửa là xong"; "vậy là xong" tells of the end."""
    if case.plain(place - 1) != "la" or case.kind(place + 1) == "roi":
        return False
    if case.plain(place - 2).split(" ")[-1] in _SO:
        return False
    return any(
        case.kind(at) in ("word", "label", "named", "got", "piece") for at in range(first, place)
    )


def is_promised(case: Case, place: int) -> bool:
    """ "xong trong hôm nay"; "đã xong trong sáng nay", "xong trong hôm nay rồi" tell of the end."""
    first, last = case.clause(place)
    said = case.said(place, last).split()
    led = said[1:2] == ["trong"] and said[2:3] in (["hom"], ["bua"], ["ngay"], ["chieu"])
    return led and "roi" not in said and "da" not in case.said(first, place + 1).split()
