"""Reporting periods: their names, their days, and which one a report goes to. No figures.

Names: week 2021-W23, month 2021-06, quarter 2021-Q2, 2021-6T and 2021-9T (the first six and
nine months), year 2021. A period counts from its first day; 6T and 9T count from 1 January.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date, timedelta
from functools import lru_cache

from domain.texts import say
from domain.wording import month

WEEK, MONTH, QUARTER, HALF, NINE_MONTHS, YEAR, ON_DEMAND = (
    "week",
    "month",
    "quarter",
    "half",
    "nine_months",
    "year",
    "on_demand",
)

_DAY = timedelta(days=1)
_NEAR, _NEAR_WEEK = 5, 2  # days after a cut-off on which the period that ended is still in mind
_BEFORE_MONTHS_END, _BEFORE_END = timedelta(days=10), timedelta(days=15)
_NAME = re.compile(
    r"(?P<year>\d{4})"
    r"(?:-(?:W(?P<week>\d\d)|Q(?P<quarter>[1-4])|(?P<month>\d\d)|(?P<many>[69])T))?"
)
_ROMAN = ("I", "II", "III", "IV")


@lru_cache(maxsize=2048)
def period_of(day: date, reporting: str | None) -> str:
    """The period of this kind of reporting that is under way on `day`.

    None and on_demand keep months: such a report belongs to the month in which it was made.
    Half-yearly reporting has 6T and the year, nine-monthly 9T and the year.
    """
    year = f"{day.year:04d}"
    if reporting == WEEK:
        week_year, week, _ = day.isocalendar()
        return f"{week_year:04d}-W{week:02d}"
    if reporting == QUARTER:
        return f"{year}-Q{(day.month + 2) // 3}"
    if reporting == HALF:
        return f"{year}-6T" if day.month <= 6 else year
    if reporting == NINE_MONTHS:
        return f"{year}-9T" if day.month <= 9 else year
    if reporting == YEAR:
        return year
    return f"{year}-{day.month:02d}"


@lru_cache(maxsize=2048)
def days_of(period: str) -> tuple[date, date]:
    """The first and the last day of a period. ValueError for a name that is none."""
    found = _NAME.fullmatch(period)
    if found is None:
        raise ValueError(f"{period!r} is not a period")
    year = int(found["year"])
    if found["week"]:
        monday = date.fromisocalendar(year, int(found["week"]), 1)
        return monday, monday + 6 * _DAY
    first, last = 1, 12
    if found["quarter"]:
        last = int(found["quarter"]) * 3
        first = last - 2
    elif found["month"]:
        first = last = int(found["month"])
    elif found["many"]:
        last = int(found["many"])
    return date(year, first, 1), _end_of_month(year, last)


def following(period: str, reporting: str | None) -> str:
    """The period after this one in the same reporting."""
    return period_of(days_of(period)[1] + _DAY, reporting)


def for_report(
    today: date, reporting: str | None, cut_off_day: int, frozen: Collection[str] = ()
) -> tuple[str, bool]:
    """The period that a report of today goes to, and whether that one has ended already.

    Until `cut_off_day` of the month after a period's end, reports still go to the period that
    ended (0: never). A week is cut off at its end. What is frozen takes no more: a report goes to
    the first period after it that is open; freezing a longer period freezes those within it.
    """
    under_way = period_of(today, reporting)
    ended = ended_before(today, reporting)
    if (
        ended is not None
        and today.day <= cut_off_day
        and days_of(ended)[1] + _DAY == today.replace(day=1)
        and not is_closed(ended, frozen)
    ):
        return ended, True
    while is_closed(under_way, frozen):
        under_way = following(under_way, reporting)
    return under_way, False


def refused(
    today: date, reporting: str | None, cut_off_day: int, frozen: Collection[str] = ()
) -> tuple[str, bool] | None:
    """The period that a report of today may well be meant for but that takes no more, and whether
    it was frozen: the one under way when it is frozen, or the one before it, in the first days
    after its cut-off. None where no such period is near."""
    if reporting == ON_DEMAND:
        return None
    under_way = period_of(today, reporting)
    if is_closed(under_way, frozen):
        return under_way, True
    if reporting == WEEK:
        ended, near = period_of(today - 7 * _DAY, WEEK), today.weekday() < _NEAR_WEEK
        return (ended, is_closed(ended, frozen)) if near else None
    ended = period_of(today.replace(day=1) - _DAY, reporting)
    if days_of(ended)[1] + _DAY != today.replace(day=1) or today.day > cut_off_day + _NEAR:
        return None
    closed = is_closed(ended, frozen)
    return (ended, closed) if closed or today.day > cut_off_day else None


def named_by(first: date, last: date, reporting: str | None) -> str | None:
    """The period that these days are; from 1 January to any day, the one of this reporting that
    the last day lies in. None for days that are no period."""
    kinds = (reporting, MONTH, QUARTER, WEEK, HALF, NINE_MONTHS, YEAR)
    for kind in dict.fromkeys(kinds):
        period = period_of(first, kind)
        if days_of(period) == (first, last):
            return period
    return period_of(last, reporting) if (first.month, first.day) == (1, 1) else None


def is_closed(period: str, frozen: Collection[str]) -> bool:
    """Whether the period, or a longer one around it, has been frozen."""
    if not frozen:
        return False
    first, last = days_of(period)
    return any(begin <= first and last <= end for begin, end in map(days_of, frozen))


def ended_before(today: date, reporting: str | None) -> str | None:
    """The period that the last day of last month was in; None of weeks and on demand."""
    if reporting in (WEEK, ON_DEMAND):
        return None
    return period_of(today.replace(day=1) - _DAY, reporting)


def is_in_mind(period: str, today: date) -> bool:
    """Whether a period has ended a few days ago, so that its figures are what is told now."""
    return _DAY <= today - days_of(period)[1] <= _NEAR * _DAY


def closes_from(period: str) -> date:
    """The day from which on a figure may be the period's last one: reports are written that long
    before the end."""
    first, last = days_of(period)
    return last - (_BEFORE_MONTHS_END if last - first < 31 * _DAY else _BEFORE_END) + _DAY


def open_years(today: date, cut_off_day: int) -> tuple[int, ...]:
    """The years that a bare code may mean, the likeliest first.

    In January, until the cut-off, the year that ended is still being reported on.
    """
    if today.month == 1 and today.day <= cut_off_day:
        return today.year - 1, today.year
    return today.year, today.year - 1


@lru_cache(maxsize=2048)
def in_words(period: str, language: str, this_year: int | None = None) -> str:
    """ "tháng 6/2021", "quý II/2021", "6 tháng năm 2021", "năm 2021", "tuần 23/2021"; of
    `this_year` without the year, where something else is left."""
    found = _NAME.fullmatch(period)
    if found is None:
        raise ValueError(f"{period!r} is not a period")
    year = found["year"]
    if found["week"]:
        kind, count = WEEK, str(int(found["week"]))
    elif found["quarter"]:
        kind, count = QUARTER, _ROMAN[int(found["quarter"]) - 1]
    elif found["month"]:
        kind, count = MONTH, month(int(found["month"]), language)
    elif found["many"]:
        kind, count = "months", found["many"]
    else:
        return say("period.year", language, year=year).plain
    if int(year) == this_year:
        return say(f"period.alone_{kind}", language, count=count).plain
    return say(f"period.whole_{kind}", language, count=count, year=year).plain


def _end_of_month(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - _DAY
