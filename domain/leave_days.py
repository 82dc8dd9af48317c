"""Reads from when to when somebody is away: "từ 10/6 đến 15/6", "đến hết tuần", "3 ngày từ mai".

Every word must be understood; must not know who is away, nor whether these days can be a leave.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from domain.date_words import read_date
from domain.dates import DAY, IMPOSSIBLE, LENGTH, LOOSE, SPAN, Mention, add_length, day_of, numeric
from domain.reply.tokens import Tokens, Words, several, words_of

_FROM: Final = several("tu ke")
_UNTIL: Final = several("den toi - het sang")
_SILENT: Final = several(
    "ngay ca trong khoang buoi chieu trua , . ; va nhe nha a la vao luc tro di"
)
# Typed without marks, "het thu 6" may elsewhere be all that was collected; of a leave it is a day.
_UNTIL_WEEKDAY: Final = re.compile(
    r"(?<!\w)(?:(?:den|toi) )?het (?=thu (?:[2-7]|hai|ba|tu|nam|sau|bay)(?!\w))", re.IGNORECASE
)
_WEEK: Final = timedelta(days=7)
_HALF: Final = timedelta(days=120)  # a day so long before the first one is of the next year


@dataclass(frozen=True, slots=True)
class Days:
    """What was said of the days; `last` None when the end was not said, both None when neither.
    `impossible`: a date that does not exist, or a weekday that does not fit its date."""

    first: date | None = None
    last: date | None = None
    impossible: bool = False


@dataclass(slots=True)
class _Said:
    mention: Mention
    towards: str  # from | until | ""


def read(
    text: str, today: date, works: Callable[[date], bool], start: date | None = None
) -> Days | None:
    """The days that a text is about; None when a word of it is not understood. `start`: the first
    day, when it was said before, from which "3 ngày" counts."""
    words = words_of(_UNTIL_WEEKDAY.sub("den ", text))
    said = _mentions(words, today)
    if said is None:
        return None
    if any(each.mention.kind == IMPOSSIBLE for each in said):
        return Days(impossible=True)
    lengths = [each for each in said if each.mention.kind == LENGTH]
    points = [each for each in said if each.mention.kind != LENGTH]
    if len(lengths) > 1 or len(points) > 2 or (lengths and len(points) > 1):
        return None
    if lengths:
        begins = points[0].mention.first if points else start or today
        return None if begins is None else _lasting(begins, lengths[0].mention, works)
    return _between(points, today)


def _between(points: list[_Said], today: date) -> Days | None:
    if not points:
        return Days()
    mention, towards = points[0].mention, points[0].towards
    if len(points) == 2:
        return _pair(mention, points[1].mention)
    if towards == "until" or mention.edge in ("het", "cuoi"):
        return Days(today, mention.last)
    if towards == "from":
        return Days(mention.first)
    if mention.kind == LOOSE:
        return None
    if mention.kind == SPAN and mention.first and mention.last and mention.last >= today:
        return Days(max(mention.first, today), mention.last)
    return Days(mention.first, mention.last)


def _pair(begins: Mention, ends: Mention) -> Days | None:
    first, last = begins.first, ends.last
    if first is None or last is None:
        return None
    if begins.weekday and not begins.dated and ends.weekday and ends.dated:
        while first + _WEEK <= last:  # "từ thứ hai đến thứ tư tuần sau" said on a Monday
            first += _WEEK
    if not (ends.dated or ends.weekday) and first - last > _HALF:
        last = add_length(last, 1, "year") or last  # "15/6 đến 15/12": of the year that comes
    return Days(first, last)


def _lasting(start: date, length: Mention, works: Callable[[date], bool]) -> Days | None:
    """So many days, weeks or months from a day. Whether days off count is not said, so with one
    among them the end is not known."""
    after = add_length(start, length.count, length.unit, works)
    if after is None:
        return None
    last = after - timedelta(days=1)
    if length.unit == "workday":
        return Days(start, add_length(start - timedelta(days=1), length.count, "workday", works))
    if length.unit == "day" and not all(
        works(start + timedelta(days=number)) for number in range((last - start).days + 1)
    ):
        return Days(start)
    return Days(start, last)


def _mentions(words: Words, today: date) -> list[_Said] | None:
    tokens, place, towards = words.tokens, 0, ""
    found: list[_Said] = []
    while place < len(tokens):
        plain = tokens[place].plain
        bare = _bare_day(tokens, place, today)
        mention = (
            bare or read_date(tokens, place, today, words.rich) or numeric(tokens, place, today)
        )
        if mention is not None:
            if mention.kind == LOOSE and (mention.edge not in ("het", "cuoi") or not mention.last):
                return None
            found.append(_Said(mention, towards))
            place, towards = mention.end, ""
            continue
        if plain in _FROM:
            towards = "from"
        elif plain in _UNTIL:
            towards = "until"
        elif plain not in _SILENT and not (
            plain == "sang" and tokens[place].marked in ("sáng", "sang")
        ):
            return None
        place += 1
    return found


def _bare_day(tokens: Tokens, place: int, today: date) -> Mention | None:
    """The 10 of "10-15/6" and "từ 10 đến 15/6": a day of the month that is named after it."""
    if place + 2 >= len(tokens) or not tokens[place].plain.isdigit():
        return None
    follow = place + 1
    if tokens[follow].plain not in ("den", "toi", "-"):
        return None
    follow += 1
    while tokens[follow].plain in ("het", "ngay") and follow + 1 < len(tokens):
        follow += 1
    if not tokens[follow].plain.isdigit():
        return None
    whole = numeric(tokens, follow, today)
    if whole is None or whole.kind != DAY or whole.first is None:
        return None
    day = int(tokens[place].plain)
    found = day_of(whole.first.year, whole.first.month, day) if day <= 31 else None
    if found is None:
        return Mention(IMPOSSIBLE, place + 1)
    return Mention(DAY, place + 1, found, found)
