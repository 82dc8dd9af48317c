"""Which period a report of now goes to, and which one it came too late for. Writes and says
nothing."""

from __future__ import annotations

from collections.abc import Sequence

from db import progress
from domain.assignment import TARGET
from domain.period import MONTH, ON_DEMAND, days_of, for_report, is_closed, refused
from domain.progress import Work
from handlers.turn import Turn


def reporting_of(work: Work) -> str:
    """How often it is reported on; a target of which nothing is said, each month."""
    a = work.assignment
    return a.reporting or (MONTH if a.kind == TARGET else ON_DEMAND)


def period_for(turn: Turn, work: Work, frozen: Sequence[str]) -> tuple[str, bool]:
    """The period that a report of now goes to, and whether it has ended."""
    return for_report(turn.today, reporting_of(work), turn.committee.cut_off_day, frozen)


def period_in_place_of(
    turn: Turn, work: Work, supersedes: Sequence[int], frozen: Sequence[str]
) -> tuple[str, bool]:
    """The same for a report that takes the place of others: it stays in their period until that
    is frozen, so that a wrong figure is left standing nowhere."""
    period, ended = period_for(turn, work, frozen)
    former = progress.period_of(turn.tx, supersedes[-1]) if supersedes else None
    if former is None or former == period or reporting_of(work) == ON_DEMAND:
        return period, ended
    return (period, ended) if is_closed(former, frozen) else (former, False)


def refused_for(
    turn: Turn, work: Work, period: str, frozen: Sequence[str]
) -> tuple[str, bool] | None:
    """The period that a report which goes to `period` may have been meant for, though that takes
    no more, and whether it is frozen: of each report while the one under way is frozen, else once,
    and not where a report for it stands already."""
    found = refused(turn.today, reporting_of(work), turn.committee.cut_off_day, frozen)
    if found is None or found[0] == period:
        return None
    closed, is_frozen = found
    if is_frozen and days_of(closed)[1] >= turn.today:
        return found
    reported = progress.reported_periods(turn.tx, work.assignment.id, (closed, period))
    return None if period in reported or (closed in reported and not is_frozen) else found
