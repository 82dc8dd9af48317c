"""When a deadline is spoken of: the ladder of steps around it, and which step is due. No wording.

Steps before a deadline and on it fall on the working day before when they land on a day off,
steps after it on the working day after. Steps that land on one day are one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from domain import period
from domain.calendar import Calendar

_STEP = re.compile(r"([+-]?)(\d{1,3})(d|wd)")


class Step(NamedTuple):
    """`name` as configured; `days` before (negative) or after, in working days or calendar ones."""

    name: str
    days: int
    working: bool

    @classmethod
    def parse(cls, text: str) -> Step:
        """ "-7d", "-3wd", "0d", "+1wd". ValueError for anything else."""
        found = _STEP.fullmatch(text)
        if found is None:
            raise ValueError(f"{text!r} is not a step of a ladder")
        sign, days, unit = found.groups()
        return cls(text, -int(days) if sign == "-" else int(days), unit == "wd")

    def day(self, due_on: date, calendar: Calendar) -> date:
        """The working day on which this step is told."""
        counted = calendar.counted(due_on)
        if self.working:
            return calendar.shift(counted, self.days)
        day = counted + timedelta(days=self.days)
        return calendar.on_or_after(day) if self.days > 0 else calendar.on_or_before(day)


class Rung(NamedTuple):
    """A day on which something is told, and the names of the steps that landed on it."""

    day: date
    steps: tuple[str, ...]


def ladder(texts: Iterable[str]) -> tuple[Step, ...]:
    """The steps of a configured ladder. ValueError for a mistaken one."""
    return tuple(Step.parse(text) for text in texts)


def rungs(steps: Iterable[Step], due_on: date, calendar: Calendar) -> tuple[Rung, ...]:
    """The ladder of one due date, earliest day first, one rung a day."""
    days: dict[date, list[str]] = {}
    for step in steps:
        days.setdefault(step.day(due_on, calendar), []).append(step.name)
    return tuple(Rung(day, tuple(days[day])) for day in sorted(days))


def passed(all_rungs: tuple[Rung, ...], today: date) -> tuple[Rung, ...]:
    """The rungs whose day has come, the newest last."""
    return tuple(rung for rung in all_rungs if rung.day <= today)


@dataclass(frozen=True, slots=True)
class Round:
    """One round of periodic reporting: which period, and the day on which its report is due."""

    period: str
    before: str  # the period before it, whose late reports do not count for this one
    starts: date
    due_on: date


def due_of(name: str, reporting: str, cut_off_day: int) -> date:
    """The day on which the report of a period is due."""
    grace = timedelta(days=0 if reporting == period.WEEK else cut_off_day)
    return period.days_of(name)[1] + grace


def rounds(reporting: str, today: date, cut_off_day: int) -> tuple[Round, ...]:
    """The rounds that may be spoken of today: the one that fell due last and the one after it.

    A report is due on the last day of its period, or on `cut_off_day` of the month after it.
    """
    names = [period.period_of(today, reporting)]
    for _ in range(3):
        names.insert(0, _previous(names[0], reporting))
    found = []
    for before, name in pairwise(names):
        starts = period.days_of(before)[1] + timedelta(days=1)
        found.append(Round(name, before, starts, due_of(name, reporting, cut_off_day)))
    ripe = [each for each in found if each.due_on < today][-1:]
    return (*ripe, *[each for each in found if each.due_on >= today][:1])


def _previous(name: str, reporting: str) -> str:
    """The period that is reported on before this one; the year comes after its first part."""
    if len(name) == 4 and reporting == period.HALF:
        return f"{name}-6T"
    if len(name) == 4 and reporting == period.NINE_MONTHS:
        return f"{name}-9T"
    return period.period_of(period.days_of(name)[0] - timedelta(days=1), reporting)


def round_steps(steps: Iterable[Step], reporting: str) -> tuple[Step, ...]:
    """The steps of a ladder that suit a round; a week has room for the nearest ones only."""
    if reporting == period.WEEK:
        return tuple(step for step in steps if abs(step.days) <= 1)
    return tuple(steps)
