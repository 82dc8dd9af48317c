"""Vietnamese forms of days, figures and durations, as an office writes them. No sentences."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel.numbers import get_decimal_symbol, get_group_symbol

from domain.instants import VIETNAM

# English signs to Vietnamese ones: reading a pattern anew for each figure costs ten times as much.
_SIGNS = str.maketrans({",": get_group_symbol("vi"), ".": get_decimal_symbol("vi")})
_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


def short_day(day: date) -> str:
    """As offices write it, "09/6": the day in two digits, the month so for 1 and 2 only."""
    return f"{day.day:02d}/{day.month:02d}" if day.month < 3 else f"{day.day:02d}/{day.month}"


def full_day(day: date) -> str:
    """ "thứ Tư, 09/6"; with the year when a reader could mistake it, use `dated`."""
    return f"{_WEEKDAYS[day.weekday()]}, {short_day(day)}"


def dated(day: date, today: date) -> str:
    """ "thứ Tư, 09/6", and the year too when it is not this one."""
    return full_day(day) if day.year == today.year else f"{full_day(day)}/{day.year}"


def hour(now: datetime, zone: ZoneInfo = VIETNAM) -> str:
    """ "07:30", local."""
    return now.astimezone(zone).strftime("%H:%M")


def distance(due: date, today: date) -> str:
    """ "còn 3 ngày", "hôm nay", "quá hạn 2 ngày"."""
    days = (due - today) // timedelta(days=1)
    if days == 0:
        return "hạn hôm nay"
    return f"còn {days} ngày" if days > 0 else f"quá hạn {-days} ngày"


def span(length: timedelta) -> str:
    """ "7 phút", "3 giờ", "2 ngày", "173 năm": roughly, in the largest measure that fills."""
    minutes = round(length / timedelta(minutes=1))
    for size, name in ((365 * 1440, "năm"), (1440, "ngày"), (60, "giờ")):
        if minutes >= size:
            return f"{minutes // size} {name}"
    return f"{minutes} phút"


@lru_cache(maxsize=4096)
def number(value: float) -> str:
    """ "1.250,5": dots between thousands, a decimal comma, at most four decimals."""
    shown = f"{round(value, 4):,.4f}".rstrip("0").rstrip(".")
    return ("0" if shown == "-0" else shown).translate(_SIGNS)


def percent(value: float) -> str:
    """ "60%", "64,3%": a reckoned share has one decimal at most, and is 100 only when it is."""
    shown = round(value, 1)
    return f"{number(99.9 if value < 100 <= shown else shown)}%"


def said_percent(value: float) -> str:
    """ "64,29%": a share that somebody typed, as they typed it."""
    return f"{number(round(value, 2))}%"


def figure(value: float, measure: str | None) -> str:
    """A value with its measure: "36 đảng viên", "95,5%", "1.250,5 tỷ đồng"."""
    if not measure:
        return number(value)
    return f"{number(value)}%" if measure.strip() == "%" else f"{number(value)} {measure}"
