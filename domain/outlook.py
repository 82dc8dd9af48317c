"""Whether a target may miss its plan: its last figure beside the plan for that day. No wording.

The plan for a day lies on the line between the plans of the periods around it, where the office
has set such; else on a straight line from the year's beginning to the deadline. A figure is
compared with the plan of the day of its report, so that a late report does not make a target look
late; around the deadline with that of today.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from math import ceil, floor
from typing import NamedTuple

from domain import period
from domain.assignment import DUE_SOON_DAYS
from domain.measures import COUNT, measure_of

BEHIND, ON_COURSE, NO_FIGURES, NO_PLAN = "behind", "on_course", "no_figures", "no_plan"
SLACK = 0.1  # of the plan for the day: a straight line is only a guess at a year's course
_ROUNDING = 1e-6  # a share of the year times a plan may miss a whole number by so much
_EARLY = 0.25  # of the year, before which a pace says nothing of a ceiling


class Course(NamedTuple):
    """A target's plan. `points`: the period plans, cumulative, each with its period's last day.
    `due_on`: by when the plan is to be reached, the year's end unless set within the year."""

    year: int
    direction: str  # up, down, keep, at_most
    plan: float | None
    last_year: float | None = None
    measure: str | None = None
    points: tuple[tuple[date, float], ...] = ()
    due_on: date | None = None

    @property
    def ends(self) -> date:
        """The day by which the whole plan is wanted."""
        last = date(self.year, 12, 31)
        return self.due_on if self.due_on and date(self.year, 1, 1) < self.due_on < last else last

    @property
    def is_rate(self) -> bool:
        """A rate goes on from last year's; what is counted begins at nothing."""
        return self.measure is not None and self.measure.strip() == "%"

    @property
    def counts_wholes(self) -> bool:
        """Whether it counts things that come whole: neither a rate nor a sum of money."""
        meant = measure_of(self.measure)
        plans = (self.plan, *(plan for _, plan in self.points))
        return (
            meant is not None
            and meant.kind == COUNT
            and all(plan is None or float(plan).is_integer() for plan in plans)
        )


@dataclass(frozen=True, slots=True)
class Outlook:
    """`wanted`: the figure that the plan asks for on that day; None without a plan."""

    state: str
    wanted: float | None = None


def points(plans: Sequence[tuple[str, float]], year: int) -> tuple[tuple[date, float], ...]:
    """Period plans ("2021-Q1" or "Q1") in order of their last days; names of none are left out."""
    found = []
    for name, plan in plans:
        whole = name if name[:4].isdigit() else f"{year}-{name}"
        try:
            found.append((period.days_of(whole)[1], plan))
        except ValueError:
            continue
    return tuple(sorted(found))


def wanted_on(course: Course, day: date) -> float | None:
    """The figure that the plan asks for on `day`."""
    if not course.points:
        return None if course.plan is None else _on_the_line(course, course.plan, day)
    begins, ends = date(course.year, 1, 1), course.ends
    known = [*course.points]
    if course.plan is not None and (not known or known[-1][0] < ends):
        known.append((ends, course.plan))
    before, level = begins.toordinal() - 1, _start(course, known[0][1])
    at = day.toordinal()
    for end, plan in known:
        after = end.toordinal()
        if at <= after:
            share = max(0.0, (at - before) / max(1, after - before))
            return level + (plan - level) * share
        before, level = after, plan
    return level


def _on_the_line(course: Course, plan: float, day: date) -> float:
    start = _start(course, plan)
    return start + (plan - start) * _share(course.year, course.ends, day)


@lru_cache(maxsize=4096)
def _share(year: int, ends: date, day: date) -> float:
    """How much of the time from the year's beginning is over at the end of `day`, from 0 to 1."""
    before = date(year, 1, 1).toordinal() - 1
    length = ends.toordinal() - before
    return min(1.0, max(0.0, (day.toordinal() - before) / length))


def judged_on(course: Course, reported_on: date, today: date) -> date:
    """The day whose plan a figure is compared with: that of its report, so that a late report does
    not make a target look late; but around its deadline what counts is the deadline."""
    return today if (course.ends - today).days <= DUE_SOON_DAYS else reported_on


def outlook(course: Course, value: float | None, percent: float | None, day: date) -> Outlook:
    """What the last figure, reported on `day`, says of the plan. `percent` is of the plan."""
    if course.plan is None and not course.points:
        return Outlook(NO_PLAN)
    plan = course.plan if course.plan is not None else course.points[-1][1]
    if value is None and percent is not None and course.direction == "up":
        value = plan * percent / 100
    if value is None:
        return Outlook(NO_FIGURES)
    wanted = wanted_on(course, day)
    if wanted is None:
        return Outlook(NO_PLAN)
    slack = 0.0 if course.points or day >= course.ends else abs(wanted) * SLACK
    if course.counts_wholes:  # nobody finishes a third of a road by March
        wanted = float(ceil(wanted) if course.direction == "down" else floor(wanted + _ROUNDING))
    if course.direction == "keep":
        return _judged(value < plan, plan)
    if course.direction == "down":
        return _judged(value > wanted + slack, wanted)
    if course.direction == "at_most":
        return _judged(value > plan or _runs_ahead(course, value, wanted + slack, day), plan)
    return _judged(value < wanted - slack, wanted)


def _judged(behind: bool, wanted: float) -> Outlook:
    return Outlook(BEHIND if behind else ON_COURSE, wanted)


def _runs_ahead(course: Course, value: float, ceiling: float, day: date) -> bool:
    """Whether what is counted under a ceiling uses it up faster than the year goes by."""
    if course.is_rate or course.plan is None or value < course.plan / 2:
        return False
    return (day - date(course.year, 1, 1)).days >= 365 * _EARLY and value > ceiling


def _start(course: Course, first: float) -> float:
    """Where the year begins."""
    if course.direction in ("down", "keep") or course.is_rate:
        if course.last_year is not None:
            return course.last_year
        return 0.0 if course.direction in ("up", "at_most") else first
    return 0.0
