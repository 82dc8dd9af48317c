"""What came to harm: fires, floods, the ill, what is broken. None of it is a result.

Says so of a figure; what is asked then is for doubts.
"""

from typing import Final

from domain.reply.case import Case, is_told
from domain.reply.tokens import several


def is_harmed(case: Case, place: int) -> bool:
    """ "cháy 2 căn", "12 ha mía cháy", "4 người bị ốm": damage, nothing reached."""
    first = case.clause(place)[0]
    if case.kind(place - 1) == "harm":
        return _AGAINST.isdisjoint(case.said(first, place - 1).split()[-3:])
    if case.kind(place + 1) == "harm":
        worked = any(case.kind(at) in ("word", "acted", "done") for at in range(first, place))
        if not worked:  # "đã hỗ trợ 30 hộ bị thiệt hại" is work
            return True
    if first < place and case.words.tokens[case.marks[place].start - 1].marked in _BROKEN:
        return True  # "hư 2 mô hình rồi"
    at = place + 1 + (case.kind(place + 1) == "word")
    lost = case.kind(at) == "harm" or case.plain(at) in ("ngap", "bi ngap")
    ends = case.kind(case.after(at)) in ("end", "stop", "break")
    mended = _MENDING & {token.plain for token in case.tokens(first, place)}
    return lost and ends and not mended and not is_told(case, place)


# "biển cảnh báo đuối nước 26 chỗ", "phòng chống cháy 12 buổi": what is done against it.
_AGAINST: Final = several("canh bao phong chong ngua cuu")
_MENDING: Final = several("tro dung sua phuc giup lop cap trao")
_BROKEN: Final = frozenset(("hư", "hu", "hỏng"))
_SPOILT: Final = several("hong hu chet chay mat")


def is_spoilt(case: Case, place: int) -> bool:
    """Whether nothing but a word for what is broken or lost follows: so much of it is."""
    following = case.after(place)
    ends = case.kind(case.after(following)) in ("end", "stop", "break")
    words = set(case.plain(following).split(" "))
    return ends and bool(words & _SPOILT) and words <= _SPOILT | {"bi", "roi"}
