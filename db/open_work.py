"""Open assignments as a run of reminders reads them: first their dates, then, of a few, the rest.

What waits for a decision (an extension, a closing) is left out: its people have answered.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from db.assignments import ids
from db.transaction import Row, Tx
from domain.assignment import reaches
from domain.instants import instant, local_day
from domain.reminder import Round

# A request of these kinds is an answer: the next word is the decider's.
_UNDECIDED = (
    "EXISTS (SELECT 1 FROM requests r WHERE r.state = 'open' AND r.assignment_id = a.id"
    " AND r.kind IN ('extend', 'close'))"
)


@dataclass(frozen=True, slots=True)
class OpenWork:
    """The dates of one open assignment; `reported_on` is the local day of its last report.
    `reached`: it has what was planned for its deadline already."""

    id: int
    unit_id: int
    year: int
    due_on: date | None
    reporting: str | None
    reported_at: str | None
    reported_on: date | None
    created_on: date
    reached: bool = False

    @property
    def subject(self) -> str:
        return f"a:{self.id}"

    def takes_part_in(self, each: Round) -> bool:
        """Whether a report of this round is owed: begun before the deadline, or of the year."""
        if each.due_on < self.created_on:
            return False
        if self.due_on is not None:
            return each.starts <= self.due_on
        return each.starts.year == self.year


def open_work(tx: Tx, horizon: date, zone: ZoneInfo) -> Iterable[OpenWork]:
    """What is open and due until `horizon`, or reported on in rounds."""
    days: dict[str, date] = {}

    def local(stamp: str) -> date:
        hour = stamp[:13]  # every zone with whole hours changes its day on the hour
        if hour not in days:
            days[hour] = local_day(instant(hour + ":00:00Z"), zone)
        return days[hour]

    cursor = tx.connection.cursor()
    cursor.row_factory = None
    rows = cursor.execute(
        "SELECT a.id, a.unit_id, a.year, a.due_on, a.reporting, a.last_reported_at, a.created_at,"
        " a.kind, a.direction, a.plan, a.value, a.percent, a.estimate"
        " FROM assignments a WHERE a.state = 'open'"
        " AND (a.due_on <= :horizon OR a.reporting IS NOT NULL)"
        f" AND NOT {_UNDECIDED} ORDER BY a.id",
        {"horizon": horizon.isoformat()},
    )
    for number, unit_id, year, due_on, reporting, reported_at, created_at, *figures in rows:
        yield OpenWork(
            id=number,
            unit_id=unit_id,
            year=year,
            due_on=date.fromisoformat(due_on) if due_on else None,
            reporting=reporting,
            reported_at=reported_at,
            reported_on=local(reported_at) if reported_at else None,
            created_on=local(created_at),
            reached=reaches(*figures),
        )


def details(tx: Tx, assignment_ids: Collection[int]) -> dict[int, Row]:
    """What a message says of these assignments."""
    rows = tx.all(
        "SELECT a.id, a.shown_code, a.kind, a.title, a.priority, a.measure, a.plan, a.value,"
        " a.percent, a.direction, a.blocked, a.discreet, u.name AS unit"
        " FROM assignments a JOIN units u ON u.id = a.unit_id"
        " WHERE a.id IN (SELECT value FROM json_each(:ids))",
        ids=ids(assignment_ids),
    )
    return {row["id"]: row for row in rows}


def reported_in(tx: Tx, each: Round, reporting: str) -> frozenset[int]:
    """The open assignments of this reporting of which a report for the round stands.

    A report of an earlier round that came late does not count for this one.
    """
    rows = tx.connection.execute(
        "SELECT a.id FROM assignments a WHERE a.state = 'open' AND a.reporting = :reporting"
        " AND EXISTS (SELECT 1 FROM progress g WHERE g.assignment_id = a.id"
        " AND g.superseded_by IS NULL AND g.withdrawn = 0 AND (g.period = :period"
        " OR (g.period <> :before AND g.as_of >= :starts)))",
        {
            "reporting": reporting,
            "period": each.period,
            "before": each.before,
            "starts": each.starts.isoformat(),
        },
    )
    return frozenset(row[0] for row in rows)


def unanswered(tx: Tx, works: Collection[OpenWork]) -> set[int]:
    """Which of these are still as they were read: open, with that date, nothing reported since."""
    before = {work.id: work for work in works}
    rows = tx.connection.execute(
        "SELECT a.id, a.due_on, a.last_reported_at FROM assignments a"
        " WHERE a.id IN (SELECT value FROM json_each(:ids)) AND a.state = 'open'"
        f" AND NOT {_UNDECIDED}",
        {"ids": ids(before.keys())},
    )
    return {row[0] for row in rows if (row[1], row[2]) == _facts(before[row[0]])}


def _facts(work: OpenWork) -> tuple[str | None, str | None]:
    return work.due_on.isoformat() if work.due_on else None, work.reported_at
