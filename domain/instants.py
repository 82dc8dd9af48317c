"""Instants and local days. `now` is always given; nothing here reads a clock."""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")


@lru_cache(maxsize=64)
def stamp(instant: datetime) -> str:
    """An aware instant as fixed-width text in UTC, so that text order is time order."""
    return instant.astimezone(UTC).isoformat(timespec="microseconds")[:-6] + "Z"


def instant(text: str) -> datetime:
    """The aware instant that `stamp` wrote."""
    return datetime.fromisoformat(text)


@lru_cache(maxsize=64)
def local_day(now: datetime, zone: ZoneInfo = VIETNAM) -> date:
    """The calendar day at `now` in the committee's zone."""
    return now.astimezone(zone).date()


def at_local(day: date, hour: time, zone: ZoneInfo = VIETNAM) -> datetime:
    """The instant of `hour` on `day` in the committee's zone."""
    return datetime.combine(day, hour, tzinfo=zone).astimezone(UTC)


def end_of(day: date, zone: ZoneInfo = VIETNAM) -> datetime:
    """The instant at which a deadline on `day` has passed: 24:00 local."""
    return at_local(day + timedelta(days=1), time(0), zone)
