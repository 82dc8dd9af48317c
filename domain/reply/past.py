"""What is told of a time that is over, beside work that is finished: "xong rồi, trước kẹt đất".

Calls its marks words, before figures and states are read; a difficulty that a clause itself says
is over is for hindrances.
"""

from itertools import pairwise
from typing import Final

from domain.reply.case import LIGHT, Case
from domain.reply.tokens import several


def take_past(case: Case) -> None:
    """After a clause that says "xong", one that looks back takes nothing away from it."""
    done = next((at for at in case.places("done") if case.kind(case.before(at)) != "neg"), None)
    if done is None:
        return
    at = case.clause(done)[1] + 1
    while at < len(case.marks):
        first, last = case.clause(at)
        if _looks_back(case, first, last):
            for place in range(first, last):
                if case.kind(place) not in _KEPT:
                    case.call(place, "word")
        at = last + 1


def _looks_back(case: Case, first: int, last: int) -> bool:
    """ "trước kẹt chỗ nhà ông Bảy mà ổng chịu rồi", "hồi đầu tưởng hổng xong", "lúc điện lực chưa
    cho đấu nối"; not "trước mắt còn vướng", "trước kẹt, giờ vẫn kẹt"."""
    said = [token.plain for token in case.tokens(first, last)]
    while said[:1] and said[0] in _TURNING:
        said.pop(0)
    if any(case.kind(at) in ("figure", "now", "extend", "close") for at in range(first, last)):
        return False
    people = [word for before, word in pairwise(("", *said)) if (before, word) != ("ba", "con")]
    if _STILL & set(people) or len(said) < 3 or said[1][:1].isdigit():
        return False
    if said[0] == "truoc":
        return said[1] not in _AHEAD
    if said[0] == "luc":
        return said[1] not in _NOW
    return said[0] in ("hoi", "ban") and said[1] in ("dau", "truoc")


_KEPT: Final = LIGHT | {"date", "figure"}
_TURNING: Final = several("ma nhung chu tuy da")
_STILL: Final = several("van con gio nay")
_AHEAD: Final = several("mat khi het tien han thoi ngay thang tet")
_NOW: Final = several("nay nao gio khac ay")
