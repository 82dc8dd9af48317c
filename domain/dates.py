"""Mentions of time: their kinds, dates in figures (30/6, 2021-06-30), and adding lengths.

Dates in words are read by date_words; what a mention is for must not be known here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from domain.reply.tokens import Cursor, Tokens

# Kinds of mention.
DAY: Final = "day"  # one day: first == last
SPAN: Final = "span"  # a week, month, quarter or year: first to last
LENGTH: Final = "length"  # "5 ngày", "1 tuần": count and unit
LOOSE: Final = "loose"  # a part of a span ("đầu tháng 7"), a festival, the lunar calendar
IMPOSSIBLE: Final = "impossible"  # 31/6, a weekday that does not fit


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention of time; `end` is the token after it.

    `dated` says that a year was typed. For LENGTH, `count` and `unit` (day, workday, week,
    month, quarter, year). `day_only`: "ngày 25", without its month. `edge`: cuối, hết, trong,
    or "" as typed; "later" still today, "maybe" when it may be.
    """

    kind: str
    end: int
    first: date | None = None
    last: date | None = None
    count: float = 0
    unit: str = ""
    dated: bool = False
    day_only: bool = False
    edge: str = ""
    weekday: bool = False


# Days that are named by their date.
_NAMED_DAYS: Final = frozenset(
    ((3, 2), (8, 3), (26, 3), (30, 4), (1, 5), (1, 6), (27, 7), (2, 9), (20, 11), (22, 12))
)


def is_named(day: date) -> bool:
    """Whether a day is called by its date: "quà 27/7", "quốc khánh 2/9"."""
    return (day.day, day.month) in _NAMED_DAYS


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    following = date(year + (month == 12), month % 12 + 1, 1)
    return following - timedelta(days=1)


def day_of(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def near(month: int, day: int, today: date) -> date | None:
    """The day and month in the year that puts it nearest to today, None if there is no such day."""
    if (month, day) == (2, 29) and not _leaps(today):
        return None
    places = [d for y in (-1, 0, 1) if (d := day_of(min(max(today.year + y, 1), 9999), month, day))]
    return min(places, key=lambda d: abs((d - today).days), default=None)


def _leaps(today: date) -> bool:
    """Whether the last or the coming February had or has a 29th; no other one is meant."""
    coming = today.year + (today.month > 2)
    return any(day_of(year, 2, 29) for year in (coming, coming - 1))


def add_length(
    start: date, count: float, unit: str, is_working_day: Callable[[date], bool] | None = None
) -> date | None:
    """`start` and so many days, workdays, weeks, months, quarters or years; None if too far."""
    if not 0 < count <= 400:
        return None
    if unit == "workday":
        works = is_working_day or (lambda d: d.weekday() < 5)
        day = start
        left = int(count)
        for _ in range(2000):
            day += timedelta(days=1)
            if works(day):
                left -= 1
                if left == 0:
                    return day
        return None
    if unit in ("day", "week"):
        days = count * (7 if unit == "week" else 1)
        return start + timedelta(days=int(days)) if days <= 1500 else None
    months = count * {"month": 1, "quarter": 3, "year": 12}[unit]
    if months == 0.5:
        return start + timedelta(days=15)
    if months != int(months) or months > 60:
        return None
    index = start.year * 12 + start.month - 1 + int(months)
    year, month = divmod(index, 12)
    return date(year, month + 1, min(start.day, month_end(year, month + 1).day))


def day_of_month(day: int, end: int, today: date) -> Mention:
    """ "ngày 25" without its month: of this month, to be moved on when it is past."""
    found = day_of(today.year, today.month, day)
    if found is None:
        return Mention(IMPOSSIBLE, end)
    return Mention(DAY, end, found, found, day_only=True)


def dotted(text: str, end: int, today: date) -> Mention | None:
    """ "30.6" where a day is meant."""
    parts = text.split(".")
    if len(parts) != 2 or not all(p.isdigit() and len(p) <= 2 for p in parts):
        return None
    month, day = int(parts[1]), int(parts[0])
    found = near(month, day, today) if 1 <= month <= 12 else None
    if found is None:
        return Mention(IMPOSSIBLE, end)
    return Mention(DAY, end, found, found)


def numeric(tokens: Tokens, place: int, today: date) -> Mention | None:
    """30/6, 30-6-2021, 30.6.2021, 2021-06-30, 30/6/21: with its signs; None if not so built."""
    cursor = Cursor(tokens, True)
    token = tokens[place]
    parts = token.plain.split(".")
    if len(parts) == 3 and all(p.isdigit() for p in parts) and len(parts[2]) in (2, 4):
        if len(parts[0]) <= 2 and len(parts[1]) <= 2:
            return _with_year(int(parts[0]), int(parts[1]), _full(parts[2]), place + 1)
        return None
    if not token.plain.isdigit():
        return None
    sign = cursor.plain(place + 1)
    if sign not in ("/", "-") or place + 2 >= len(tokens) or tokens[place + 2].kind != "n":
        return None
    second = tokens[place + 2].plain
    if cursor.plain(place + 3) == sign and place + 4 < len(tokens):
        third = tokens[place + 4].plain
        if third.isdigit() and second.isdigit():
            if len(token.plain) == 4 and len(second) <= 2 and len(third) <= 2:
                return _with_year(int(third), int(second), int(token.plain), place + 5)
            if len(token.plain) <= 2 and len(second) <= 2 and len(third) in (2, 4):
                return _with_year(int(token.plain), int(second), _full(third), place + 5)
        return None
    if not second.isdigit() or len(token.plain) > 2 or len(second) > 2:
        return None
    day, month = int(token.plain), int(second)
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    found = near(month, day, today)
    if found is None:
        return Mention(IMPOSSIBLE, place + 3)
    return Mention(DAY, place + 3, found, found)


def _full(year: str) -> int:
    return int(year) + (2000 if len(year) == 2 else 0)


def _with_year(day: int, month: int, year: int, end: int) -> Mention:
    found = day_of(year, month, day) if 1900 <= year <= 2200 else None
    if found is None:
        return Mention(IMPOSSIBLE, end)
    return Mention(DAY, end, found, found, dated=True)
