"""What says that a figure is of another time than it was recorded for: "số đó của tháng 4",
"ghi nhầm tháng rồi, tháng 5 mới đúng". Which figure it is, and which days that are, is for others
to find.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from domain.fold import clean, flat
from domain.mention import codes_in, without_codes
from domain.misplaced_words import placed

_LONGEST: Final = 120  # characters; a longer text says more than this
_TIME: Final = re.compile(
    r"\b(?:so )?(?:thang|quy|tuan) (?:(?:0?[1-9]|[1-4]\d|5[0-3])(?:/\d{4})?|iv|i{1,3}|truoc|nay"
    r"|vua roi|vua qua)(?![\w/%])"
)


class Retimed(NamedTuple):
    """The times as they were typed, folded, "" where one is not named; `code`: of which work."""

    right: str
    wrong: str = ""
    code: str = ""


def retimed(text: str, answers: bool = False) -> Retimed | None:
    """What the whole message says of the time of a figure; None when it says anything else, such as
    a figure. `answers`: the right figure was asked for.

    >>> retimed("số đó của tháng 4"), retimed("tháng 4 200 tỷ")
    (Retimed(right='thang 4', wrong='', code=''), None)
    """
    codes, words = codes_in(text), flat(clean(text))
    times = [each[0].removeprefix("so ") for each in _TIME.finditer(words)]
    if len(text) > _LONGEST or "?" in text or not times or len(codes) > 1:
        return None
    said = placed(_TIME.sub(" # ", flat(without_codes(text, ""))), answers)
    if said is None or said[1] or len(said[0]) != len(times):
        return None
    which = dict(zip(said[0], times, strict=True))
    if "C" not in which:
        return None
    return Retimed(which["C"], which.get("W", ""), codes[0] if codes else "")
