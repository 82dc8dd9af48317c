"""The one day that a short typed answer names. Knows no conversation."""

from __future__ import annotations

from datetime import date, timedelta

from domain.date_words import read_date
from domain.dates import DAY, SPAN, numeric
from domain.fold import fold
from domain.reply.tokens import words_of

_NEAR = {"hom nay": 0, "nay": 0, "ngay mai": 1, "mai": 1, "ngay mot": 2, "ngay kia": 2}


def named_day(text: str, today: date) -> date | None:
    """The day of "30/6", "thứ sáu", "cuối tháng", "mai"; None where there is none or several.

    The last day of a span. A day of the month that has passed is next month's only if typed so.

    >>> named_day("thứ Sáu, 11/6", date(2021, 6, 9))
    datetime.date(2021, 6, 11)
    """
    if (ahead := _NEAR.get(fold(text).rstrip("."))) is not None:
        return today + timedelta(days=ahead)
    words = words_of(text[:200])
    found: set[date] = set()
    place = 0
    while place < len(words.tokens):
        mention = numeric(words.tokens, place, today) or read_date(
            words.tokens, place, today, words.rich
        )
        if mention is not None and mention.kind in (DAY, SPAN) and mention.last is not None:
            found.add(mention.last)
        elif mention is not None:
            return None
        place = mention.end if mention is not None else place + 1
    return found.pop() if len(found) == 1 else None
