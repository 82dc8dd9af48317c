"""Forms of days, figures and durations in the language of whoever reads them. No sentences.

Vietnamese is written as an office writes it, by hand since it is on the path of every message;
any other language by Babel, from its row in `_FORMS`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple, TypeVar, cast
from zoneinfo import ZoneInfo

from babel.dates import format_date
from babel.numbers import format_decimal, get_decimal_symbol, get_group_symbol

from domain.fold import fold
from domain.instants import VIETNAM
from domain.texts import say

# English signs to Vietnamese ones: reading a pattern anew for each figure costs ten times as much.
_SIGNS = str.maketrans({",": get_group_symbol("vi"), ".": get_decimal_symbol("vi")})
_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


_F = TypeVar("_F", bound=Callable[..., str])


def _remembered(function: _F) -> _F:
    """The last few thousand answers are kept; unlike lru_cache's own, its type stays the same."""
    return cast(_F, lru_cache(maxsize=4096)(function))


class _Form(NamedTuple):
    """Babel's locale, and its patterns of a day alone, with its weekday, and with its year too."""

    locale: str
    short: str
    full: str
    whole: str


_FORMS = {"en": _Form("en_GB", "d MMM", "EEEE, d MMMM", "EEEE, d MMMM y")}


@_remembered
def short_day(day: date, language: str) -> str:
    """As offices write it, "09/6": the day in two digits, the month so for 1 and 2 only."""
    if form := _FORMS.get(language):
        return format_date(day, form.short, form.locale)
    return _plain_day(day)


@_remembered
def full_day(day: date, language: str) -> str:
    """ "thứ Tư, 09/6"; with the year when a reader could mistake it, use `dated`."""
    if form := _FORMS.get(language):
        return format_date(day, form.full, form.locale)
    return f"{_WEEKDAYS[day.weekday()]}, {_plain_day(day)}"


@_remembered
def dated(day: date, today: date, language: str) -> str:
    """ "thứ Tư, 09/6", and the year too when it is not this one."""
    if form := _FORMS.get(language):
        return format_date(day, form.full if day.year == today.year else form.whole, form.locale)
    said = f"{_WEEKDAYS[day.weekday()]}, {_plain_day(day)}"
    return said if day.year == today.year else f"{said}/{day.year}"


def whole_day(day: date, language: str) -> str:
    """ "thứ Tư, 09/06/2021": with its year whichever that is."""
    if form := _FORMS.get(language):
        return format_date(day, form.whole, form.locale)
    return f"{_WEEKDAYS[day.weekday()]}, {day:%d/%m/%Y}"


def _plain_day(day: date) -> str:
    return f"{day.day:02d}/{day.month:02d}" if day.month < 3 else f"{day.day:02d}/{day.month}"


@_remembered
def month(number_of_month: int, language: str) -> str:
    """A month as it stands in the name of a period: "6" in "tháng 6/2021", "June"."""
    if form := _FORMS.get(language):
        return format_date(date(2000, number_of_month, 1), "LLLL", form.locale)
    return str(number_of_month)


def hour(now: datetime, zone: ZoneInfo = VIETNAM) -> str:
    """ "07:30", local; the same in every language."""
    return now.astimezone(zone).strftime("%H:%M")


def distance(due: date, today: date, language: str) -> str:
    """ "còn 3 ngày", "hạn hôm nay", "quá hạn 2 ngày"."""
    days = (due - today) // timedelta(days=1)
    if days == 0:
        return say("wording.due_today", language).plain
    return say("wording.left" if days > 0 else "wording.late", language, days=abs(days)).plain


def span(length: timedelta, language: str) -> str:
    """ "7 phút", "3 giờ", "2 ngày", "173 năm": roughly, in the largest measure that fills."""
    minutes = round(length / timedelta(minutes=1))
    key, count = "wording.minutes", minutes
    if minutes >= 365 * 1440:
        key, count = "wording.years", minutes // (365 * 1440)
    elif minutes >= 1440:
        key, count = "wording.days", minutes // 1440
    elif minutes >= 60:
        key, count = "wording.hours", minutes // 60
    return say(key, language, count=count).plain


@_remembered
def number(value: float, language: str) -> str:
    """ "1.250,5": dots between thousands, a decimal comma, at most four decimals."""
    if form := _FORMS.get(language):
        return _as_read_back(value, "#,##0.####", form.locale)
    shown = f"{round(value, 4):,.4f}".rstrip("0").rstrip(".").translate(_SIGNS)
    return "0" if shown == "-0" else shown


def _as_read_back(value: float, pattern: str, locale: str) -> str:
    """Three decimals get a fourth: typed back, "1.250" is 1250 as replies are read."""
    shown = format_decimal(round(value, 4), pattern, locale)
    if shown == "-0":
        return "0"
    point = shown.find(get_decimal_symbol(locale))
    return f"{shown}0" if point >= 0 and len(shown) - point == 4 else shown


def percent(value: float, language: str) -> str:
    """ "60%", "64,3%": a reckoned share has one decimal at most, and is 100 only when it is."""
    shown = math.floor(value * 10 + 0.5 + 1e-6) / 10  # of two decimals: 46.15 is 46,2
    return f"{number(99.9 if value < 100 <= shown else shown, language)}%"


def said_percent(value: float, language: str) -> str:
    """ "64,29%": a share that somebody typed, as they typed it."""
    return f"{number(round(value, 2), language)}%"


def figure(value: float, measure: str | None, language: str) -> str:
    """A value with its measure: "36 đảng viên", "95,5%", "1.250,5 tỷ đồng". A measure is a name
    that the committee gave and is typed so, hence the same in every language."""
    shown = number(value, language)
    if not measure:
        return shown
    return f"{shown}%" if measure.strip() == "%" else f"{shown} {measure}"


def typed(value: float, measure: str | None, language: str) -> str:
    """The same in an example of what to type: without signs between thousands where they are not
    the Vietnamese ones, in which replies are read."""
    form = _FORMS.get(language)
    if form is None or value < 1000:
        return figure(value, measure, language)
    shown = _as_read_back(value, "0.####", form.locale)
    return f"{shown} {measure}" if measure else shown


_HINDERED = re.compile(r"(?:(?:con|dang|van|bi|gap|co|hien) )*(?:vuong|ket|kho khan|ach tac)\b")


def says_hindered(note: str) -> bool:
    """Whether a difficulty is told as one, so that no "vướng mắc:" need lead to it.

    >>> says_hindered("còn vướng mặt bằng"), says_hindered("thiếu vốn")
    (True, False)
    """
    return _HINDERED.match(fold(note)) is not None


def decapitalised(words: str) -> str:
    """As they stand inside a sentence; a name or initials keep their letters."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]
