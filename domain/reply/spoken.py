"""Whether words that may be a number are one where they stand.

"không", "tư", "mười" are other words too; what a number counts is for amounts.
"""

from typing import Final

from domain.numbers import Number
from domain.reply.marks import BARE, COUNT, PERCENT
from domain.reply.tokens import Tokens, several

_CLEAR: Final = several("muoi tram nghin ngan trieu ruoi chuc ty")


def counts_here(number: Number, tokens: Tokens, place: int, unit: str) -> bool:
    """Whether words that may be a number are one here."""
    if unit == PERCENT:
        return True
    token = tokens[place]
    if number.end - place == 1 and number.scale == 1:
        if unit == BARE:
            return token.marked == "mười" and not number.doubt
        if token.plain in ("may", "vai", "dam", "chuc"):
            return token.marked != token.plain or unit == COUNT
        return number.sure and token.plain != "khong"
    if not number.sure and unit == BARE:
        return any(t.plain in _CLEAR for t in tokens[place : number.end])
    return True
