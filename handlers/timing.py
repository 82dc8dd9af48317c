"""Which period a report of now goes to, and which one it came too late for. Writes and says
nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from db import progress, shown
from domain.assignment import TARGET
from domain.instants import instant
from domain.period import (
    MONTH,
    ON_DEMAND,
    closes_from,
    days_of,
    ended_before,
    for_report,
    is_closed,
    is_in_mind,
    period_of,
    refused,
)
from domain.progress import Work
from domain.reminder import due_of
from handlers.turn import Turn

ONE_SITTING = timedelta(days=1)


def reporting_of(work: Work) -> str:
    """How often it is reported on; a target of which nothing is said, each month."""
    a = work.assignment
    return a.reporting or (MONTH if a.kind == TARGET else ON_DEMAND)


def frozen_periods(turn: Turn) -> list[str]:
    """The periods whose figures move no more, from last year on."""
    return progress.frozen(turn.tx, str(turn.today.year - 1))


def period_for(turn: Turn, work: Work, frozen: Sequence[str]) -> tuple[str, bool]:
    """The period that a report of now goes to, and whether it has ended and is still reported on
    by the calendar. Whoever was reminded that the one before is without a report means that one;
    so does, in the first days after its end, whoever has given no figure of its last days yet."""
    period, ended = for_report(turn.today, reporting_of(work), turn.committee.cut_off_day, frozen)
    asked_for = None if ended else _asked_for(turn, work, period, frozen)
    return (asked_for, False) if asked_for is not None else (period, ended)


def _asked_for(turn: Turn, work: Work, period: str, frozen: Sequence[str]) -> str | None:
    """The period that has ended, where its figures are still awaited."""
    before = ended_before(turn.today, reporting_of(work))
    if before is None or before == period or is_closed(before, frozen):
        return None
    a = work.assignment
    if _is_in_mind(turn, work, before):
        since, ends = closes_from(before), days_of(before)[1]
        reported = progress.stands_at_end(turn.tx, a.id, before, since, ends)
    elif not _is_reminded(turn, work, before):
        return None
    else:
        reported = bool(progress.reported_periods(turn.tx, a.id, (before,)))
    if not reported:
        return before
    last = work.last  # "70%" a moment after "60%" is of the same month
    own = last is not None and turn.me.id in (last.person_id, last.reported_by)
    if last is None or not own or last.period != before:
        return None
    return before if turn.now - instant(last.reported_at) < ONE_SITTING else None


def _is_in_mind(turn: Turn, work: Work, period: str) -> bool:
    """Whether the period has just ended; where a day is set for its figures, that day decides."""
    if turn.committee.cut_off_day or days_of(period)[0].year < work.assignment.year:
        return False
    return is_in_mind(period, turn.today)


def _goes_back(turn: Turn, work: Work, period: str) -> bool:
    """Whether a report goes to a period that has ended though nobody asked for it, for the first
    time."""
    if not _is_in_mind(turn, work, period):
        return False
    if work.last is not None and turn.now - instant(work.last.reported_at) < ONE_SITTING:
        return False
    return not _is_reminded(turn, work, period)


def _is_reminded(turn: Turn, work: Work, period: str) -> bool:
    """Whether a reminder of the last days asked for the report of this very period."""
    due_on = due_of(period, reporting_of(work), turn.committee.cut_off_day)
    return shown.is_reminded(turn.tx, turn.incoming.at, work.assignment.subject, due_on, turn.now)


def refused_for(
    turn: Turn, work: Work, period: str, frozen: Sequence[str]
) -> tuple[str, bool] | None:
    """Another period that a report which goes to `period` may have been meant for, and whether that
    is frozen: the one that takes no more, of each report while the one under way is frozen, else
    once, and not where a report for it stands already; or the one under way, where the report goes
    to the one that has just ended."""
    if _goes_back(turn, work, period):
        return period_of(turn.today, reporting_of(work)), False
    found = refused(turn.today, reporting_of(work), turn.committee.cut_off_day, frozen)
    if found is None or found[0] == period:
        return None
    closed, is_frozen = found
    if is_frozen and days_of(closed)[1] >= turn.today:
        return found
    reported = progress.reported_periods(turn.tx, work.assignment.id, (closed, period))
    return None if period in reported or (closed in reported and not is_frozen) else found
