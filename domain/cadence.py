"""When a repeated message falls: each day, week, month or quarter, and which one is due now."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.calendar import Calendar
from domain.instants import at_local

_DAY = timedelta(days=1)


def latest(cadence: str, weekday: int, day: date) -> date:
    """The last date until `day` on which a message of this cadence falls; `weekday` 0 is Monday."""
    if cadence == "week":
        return day - timedelta(days=(day.weekday() - weekday) % 7)
    if cadence == "month":
        return day.replace(day=1)
    if cadence == "quarter":
        return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)
    return day


def slot(
    cadence: str, weekday: int, hour: time, now: datetime, calendar: Calendar, zone: ZoneInfo
) -> tuple[date, datetime]:
    """The date of the message that is due by `now`, and the moment since which it has been.

    On a day off it waits for the next working day; several that waited for one day are one.
    """
    nominal = latest(cadence, weekday, now.astimezone(zone).date())
    while True:
        moment = at_local(calendar.on_or_after(nominal), hour, zone)
        if moment <= now:
            return nominal, moment
        nominal = latest(cadence, weekday, nominal - _DAY)
