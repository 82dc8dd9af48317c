"""What a report says, what stands after it, and which figures are asked back before they count.

No wording, no SQL. Values are in the assignment's measure; percent is of the plan (a target) or
of the work (a task).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple

from domain.assignment import TASK, Assignment
from domain.instants import instant, local_day
from domain.measures import counts_whole
from domain.mention import without_joints
from domain.period import days_of
from domain.reply.item import Item

PROGRESS, DONE, NOT_STARTED, BLOCKED = "progress", "done", "not_started", "blocked"
INTENTS = (PROGRESS, DONE, NOT_STARTED, BLOCKED)
IN_PERIOD, CUMULATIVE = "period", "cumulative"

FALLS, JUMPS, OVER_PLAN, PARTED = "falls", "jumps", "over_plan", "parted"
DROPS, ALONE = "drops", "alone"
DROP = 5  # times less than the rate before: a comma in the wrong place, or a digit that chose
JUMP = 10  # times the former value: somebody dropped a comma or mistook the measure
OVER = 1.5  # of the plan


@dataclass(frozen=True, slots=True)
class Report:
    """One row of progress as it is said; `intent` is one of INTENTS, `on` the past day on which
    a task was finished or a figure stood, `span` the first and last day that it is about, where
    those were said."""

    intent: str
    percent: float | None = None
    value: float | None = None
    done: float | None = None
    total: float | None = None
    basis: str | None = None
    estimate: bool = False
    blocked: bool = False
    note: str = ""
    on: date | None = None
    span: tuple[date, date] | None = field(default=None, compare=False)


class Reported(NamedTuple):
    """A row of progress that stands, as it is kept."""

    id: int
    person_id: int | None
    report: Report
    period: str
    as_of: date
    reported_at: str
    reported_by: int | None = None  # the office, when it reports for them
    source: str = ""
    who: str = ""  # the names: whose it is, who brought it for them, for whom they stood in
    brought_by: str = ""
    instead_of: str = ""


class Work(NamedTuple):
    """An assignment as its people see it: with its unit's name and the last report."""

    assignment: Assignment
    shown_code: str
    unit_name: str = ""
    aggregate: str = "sum"
    weight: float = 1
    last: Reported | None = None

    @property
    def cumulates(self) -> bool:
        """Whether a value adds up over the year; a rate or a ceiling may as well fall."""
        a = self.assignment
        return a.kind != TASK and a.direction == "up" and (a.measure or "").strip() != "%"


class Standing(NamedTuple):
    """What holds after some reports; `estimate`: the figures are no more than that."""

    percent: float | None = None
    value: float | None = None
    blocked: bool = False
    done_on: date | None = None
    last_id: int | None = None
    reported_at: str | None = None
    estimate: bool = False


def report_of(item: Item) -> Report:
    """An item of a reply as it is kept; requests are no reports."""
    return Report(
        intent=item.intent,
        percent=item.percent,
        value=item.value,
        done=item.done,
        total=item.total,
        basis=item.basis,
        estimate=bool(item.estimate),
        blocked=bool(item.blocked),
        note=without_joints(item.note or ""),
        on=item.on,
        span=item.span,
    )


def has_figure(report: Report) -> bool:
    """Whether it says how much there is."""
    return report.value is not None or report.percent is not None


def share(value: float, plan: float | None) -> float | None:
    """A value as percent of its plan; None without a plan."""
    return round(value * 100 / plan, 2) if plan else None


def _share_told(a: Assignment, report: Report) -> float | None:
    """The share of the plan that stands after a value: the one that was said with it, which may be
    of another plan; but no "100 %" beside a value that falls far short of what is to be reached."""
    reckoned = share(report.value or 0, a.plan)
    if report.percent is None:
        return reckoned
    belied = reckoned is not None and a.direction == "up" and report.percent >= 100
    return reckoned if belied and (reckoned or 0) + _SHORT < 100 else report.percent


_SHORT = 10  # points of a hundred


def finishes(kind: str, report: Report) -> bool:
    """Whether the report says that a task is finished. A target runs until it is closed."""
    if report.intent == DONE:
        return True
    return kind == TASK and report.percent is not None and report.percent >= 100


def finished_on(work: Work, report: Report) -> date | None:
    """The past day on which a task is said to have been finished; None where a later report says
    that it was not finished then."""
    last = work.last
    if report.on is None or last is None or finishes(work.assignment.kind, last.report):
        return report.on
    return report.on if last.as_of <= report.on else None


def stood_on(work: Work, report: Report) -> date | None:
    """The past day at which a figure is said to have stood, unless it finishes a task."""
    return None if finishes(work.assignment.kind, report) else report.on


def without_difficulty(report: Report) -> Report:
    """The same figure, and that its difficulty has ended."""
    ended = report.intent if report.intent == DONE else BLOCKED
    return replace(report, intent=ended, blocked=False, note="")


def is_blocked(kind: str, before: bool, report: Report) -> bool:
    """Whether a difficulty stands after a report. One that was told stands until its end is told
    (BLOCKED, and not blocked) or the work is finished: a figure alone says nothing of it."""
    if report.blocked:
        return True
    return before and report.intent != BLOCKED and not finishes(kind, report)


def after(work: Work, report: Report, day: date) -> Standing:
    """What holds after one more report, unless its value is of the period alone (see `replay`).

    A report without a figure (a blocker) leaves the figures as they are.
    """
    a = work.assignment
    value, percent = a.value, a.percent
    if report.value is not None:
        value = report.value
        percent = _share_told(a, report)
    elif report.percent is not None:
        # Kept as it was said: a value is never reckoned from it, so that the next true value
        # is measured against the last true one.
        percent = report.percent
    done = finishes(a.kind, report)
    estimate = report.estimate if has_figure(report) else a.estimate
    blocked = is_blocked(a.kind, a.blocked, report)
    return Standing(percent, value, blocked, day if done else None, estimate=estimate)


def replay(work: Work, reports: Iterable[Reported]) -> Standing:
    """What holds after all reports that stand, in the order of their periods and, within one, of
    the days that their figures are of.

    A value of the period alone is added to what stood when its period began; where a cumulative
    value was said up to the same day, it changes nothing.
    """
    a = work.assignment
    rows = sorted(reports, key=lambda row: _turn_of(a.kind, row))
    standing = Standing()
    value: float | None = None
    percent: float | None = None
    estimate = False
    # The value after each row and whether it is an estimate, by its period's end.
    stood: list[tuple[date, float | None, bool]] = []
    whole: set[date] = set()  # the ends up to which a cumulative value was said
    for row in rows:
        report, (first, last) = row.report, days_of(row.period)
        if report.value is not None and report.basis == IN_PERIOD and work.cumulates:
            if last not in whole:
                former = ((held, guess) for end, held, guess in reversed(stood) if end < first)
                before, estimate = next(former, (None, False))
                value = (before or 0) + report.value
                percent = share(value, a.plan)
                estimate = estimate or report.estimate
        elif report.value is not None:
            value, estimate = report.value, report.estimate
            whole.add(last)
            percent = _share_told(a, report)
        elif report.percent is not None:
            percent, estimate = report.percent, report.estimate
        stood.append((last, value, estimate))
        done = row.as_of if finishes(a.kind, report) else None
        blocked = is_blocked(a.kind, standing.blocked, report)
        standing = Standing(percent, value, blocked, done, estimate=estimate)
    if not rows:
        return standing
    newest = max(rows, key=lambda row: (row.reported_at, row.id))
    return standing._replace(last_id=newest.id, reported_at=newest.reported_at)


def _turn_of(kind: str, row: Reported) -> tuple[date, date, str, int]:
    """By what rows are put in order: those on a task by their day alone, for a period adds nothing
    up there. On which day it was finished may be told again, and then the later word counts."""
    end = days_of(row.period)[1]
    told_on = local_day(instant(row.reported_at))
    # What was imported bears the day of its report, what was told the end of its period.
    as_of = row.as_of if kind == TASK else min(row.as_of, end)
    day = min(told_on, end) if finishes(kind, row.report) else as_of
    return (day if kind == TASK else end), day, row.reported_at, row.id


def doubt(work: Work, report: Report) -> str | None:
    """Why a figure is asked back first: PARTED, and of a target FALLS, JUMPS, OVER_PLAN, DROPS (a
    rate) or ALONE (a month that would be more than all before it); None to record it."""
    a = work.assignment
    # A plan or a figure before that has decimals shows that they are meant here.
    meant = _is_parted(a.plan) or _is_parted(a.value)
    if _is_parted(report.value) and not meant and counts_whole(a.measure):
        return PARTED
    if a.kind == TASK:
        return None
    if report.value is None:
        if report.percent is None:
            return None
        if report.percent > 100 * OVER:
            return OVER_PLAN
        if work.cumulates and a.percent is not None and report.percent < a.percent:
            return FALLS
        return None
    # A figure that is to come down lies above its plan for most of the year.
    if a.plan and a.plan > 0 and a.direction != "down" and report.value > a.plan * OVER:
        return OVER_PLAN
    if report.basis == IN_PERIOD:
        return ALONE if _exceeds_all(work, report) else None
    former = value_of(a)
    rate = not work.cumulates and (a.measure or "").strip() == "%" and a.direction != "down"
    if rate and a.value is not None and 0 < report.value * DROP <= a.value:
        return DROPS
    if former and former > 0 and report.value >= former * JUMP:
        return JUMPS
    # Only a true value can be fallen short of: what a share comes to may well be too much.
    if work.cumulates and a.value is not None and report.value < a.value:
        return FALLS
    return None


def _exceeds_all(work: Work, report: Report) -> bool:
    """ "tháng 6 được 41 tỷ" where 40 were reached in all: hardly the month alone. In the first
    months of a year it may well be."""
    a = work.assignment
    if report.span is None or report.value is None or a.value is None or not work.cumulates:
        return False
    summed = work.last is None or work.last.report.basis != IN_PERIOD
    later = report.span[0].month >= _SETTLED
    return summed and later and 0 < a.value <= report.value


_SETTLED = 4  # April


def _is_parted(value: float | None) -> bool:
    return value is not None and value % 1 != 0


def value_of(a: Assignment) -> float | None:
    """The value reported, or what a reported share of the plan comes to: for sums over several
    units alone, which say how many of them are reckoned so."""
    if is_reckoned(a):
        return round((a.percent or 0) * (a.plan or 0) / 100, 4)
    return a.value


def is_reckoned(a: Assignment) -> bool:
    """Whether only a share of the plan is known of it."""
    return a.value is None and a.percent is not None and a.plan is not None


def said_share(a: Assignment) -> float | None:
    """The share of the plan that was said beside or after the value, when the value alone does
    not show it."""
    if a.percent is None or a.value is None:
        return a.percent
    reckoned = share(a.value, a.plan)
    return None if reckoned is None or abs(reckoned - a.percent) < 0.1 else a.percent


def same(work: Work, report: Report, person_id: int) -> bool:
    """Whether this is word for word what the same person reported last."""
    last = work.last
    if last is None or last.person_id != person_id:
        return False
    if report.on is not None and report.on != last.as_of:
        return False
    return replace(last.report, on=report.on) == report
