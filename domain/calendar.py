"""Working days with Tết and swapped days, and hours in which nobody is disturbed. No reminders.

A deadline on a day off counts as the last working day before it: what is to be done by then has
to be done while people are at work.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from functools import lru_cache

from holidays import country_holidays

_DAY = timedelta(days=1)
_LONGEST_REST = 60  # days without one working day: only a mistaken override gives that


@dataclass(frozen=True, slots=True)
class Calendar:
    """What the `holidays` package knows of Việt Nam, with the office's own days over it.

    `overrides`: a day → whether it is worked. Raises ValueError when these leave no working day.
    """

    overrides: Mapping[date, bool] = field(default_factory=dict)

    def works(self, day: date) -> bool:
        """Whether offices are open on `day`."""
        decided = self.overrides.get(day)
        if decided is not None:
            return decided
        off, swapped = _year(day.year)
        return day in swapped or (day.weekday() < 5 and day not in off)

    def on_or_before(self, day: date) -> date:
        """The day itself if it is worked, else the last working day before it."""
        return self._nearest(day, -_DAY)

    def on_or_after(self, day: date) -> date:
        """The day itself if it is worked, else the first working day after it."""
        return self._nearest(day, _DAY)

    def shift(self, day: date, working_days: int) -> date:
        """`working_days` after the day, or before it when negative; 0 gives the day itself."""
        step = _DAY if working_days > 0 else -_DAY
        for _ in range(abs(working_days)):
            day = self._nearest(day + step, step)
        return day

    def counted(self, due_on: date) -> date:
        """The working day on which a deadline falls."""
        return self.on_or_before(due_on)

    def _nearest(self, day: date, step: timedelta) -> date:
        for _ in range(_LONGEST_REST):
            if self.works(day):
                return day
            day += step
        raise ValueError(f"no working day within {_LONGEST_REST} days of {day}")


@lru_cache(maxsize=512)
def _year(year: int) -> tuple[frozenset[date], frozenset[date]]:
    """The days off of a year, and the weekend days that are worked in exchange."""
    known = country_holidays("VN", years=year)
    swapped: set[date] = getattr(known, "weekend_workdays", set())
    return frozenset(known), frozenset(day for day in swapped if day.year == year)


def within(hour: time, begins: time, ends: time) -> bool:
    """Whether `hour` lies in a span of the day, which may run over midnight; `ends` is outside.

    >>> within(time(23), time(21), time(6)), within(time(6), time(21), time(6))
    (True, False)
    """
    if begins <= ends:
        return begins <= hour < ends
    return hour >= begins or hour < ends
