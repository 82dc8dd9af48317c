"""Assignments as their people see them, by id, code and unit; what a report moves in them."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from db.transaction import Row, Tx
from domain.assignment import Assignment
from domain.progress import Report, Reported, Standing, Work

WORK = (
    "SELECT a.id, a.year, a.code, a.unit_id, a.kind, a.title, a.field, a.document_id, a.measure,"
    " a.direction, a.last_year, a.plan, a.due_on, a.reporting, a.priority, a.discreet,"
    " a.parent_id, a.state, a.done_on, a.percent, a.value, a.blocked, a.last_reported_at,"
    " a.version, a.estimate, a.shown_code, u.name, a.aggregate, a.weight,"
    " g.id, g.person_id, g.reported_by, g.intent, g.percent, g.value, g.done_count,"
    " g.total_count, g.basis, g.estimate, g.blocked, g.note, g.period, g.as_of, g.reported_at"
    " FROM assignments a JOIN units u ON u.id = a.unit_id"
    " LEFT JOIN progress g ON g.id = a.last_progress_id"
)

# domain.assignment.reaches in SQL: what has its plan already is neither due soon nor overdue.
REACHED = (
    "(a.state = 'open' AND a.kind = 'target' AND a.direction = 'up' AND a.plan IS NOT NULL"
    " AND a.estimate = 0"
    " AND coalesce(CASE WHEN a.value IS NULL THEN a.percent >= 100 ELSE a.value >= a.plan END, 0))"
)

# Overdue and soonest first; what has its plan or no deadline, and what waits for others, at the
# end.
URGENT = (
    f" ORDER BY a.state = 'awaiting', {REACHED}, a.due_on IS NULL, a.due_on,"
    " CASE a.priority WHEN 'urgent' THEN 0 WHEN 'key' THEN 1 ELSE 2 END, length(a.code), a.code,"
    " a.unit_id"
)


def ids(values: Collection[int]) -> str:
    """Ids as the JSON list that json_each takes."""
    return "[" + ",".join(map(str, values)) + "]"


def get(tx: Tx, assignment_id: int) -> Work | None:
    """One assignment."""
    row = tx.one(WORK + " WHERE a.id = :id", id=assignment_id)
    return None if row is None else work_of(row)


def these(tx: Tx, assignment_ids: Collection[int]) -> list[Work]:
    """Those assignments, most urgent first."""
    rows = tx.all(
        WORK + " WHERE a.id IN (SELECT value FROM json_each(:ids))" + URGENT,
        ids=ids(assignment_ids),
    )
    return [work_of(row) for row in rows]


def by_codes(
    tx: Tx, codes: Collection[str], units: Collection[int], years: Sequence[int]
) -> dict[str, list[Work]]:
    """What each canonical code means in these units: in the first of `years` that knows it."""
    rows = tx.all(
        WORK + " WHERE a.year IN (SELECT value FROM json_each(:years))"
        " AND a.code IN (SELECT value FROM json_each(:codes))"
        " AND a.unit_id IN (SELECT value FROM json_each(:units))",
        years=ids(years),
        codes=json.dumps(list(codes)),
        units=ids(units),
    )
    return _first_known(rows, years)


def left_open(
    tx: Tx, codes: Collection[str], units: Collection[int], before: int
) -> dict[str, list[Work]]:
    """What each canonical code means in these units among work that years before `before` left
    open: in the latest of them that knows it."""
    rows = tx.all(
        WORK + " WHERE a.year < :before AND a.state IN ('open', 'awaiting', 'suspended')"
        " AND a.code IN (SELECT value FROM json_each(:codes))"
        " AND a.unit_id IN (SELECT value FROM json_each(:units))",
        before=before,
        codes=json.dumps(list(codes)),
        units=ids(units),
    )
    return _first_known(rows, sorted({row["year"] for row in rows}, reverse=True))


def _first_known(rows: Sequence[Row], years: Sequence[int]) -> dict[str, list[Work]]:
    found: dict[str, list[Work]] = {}
    for year in years:
        known = frozenset(found)
        for row in rows:
            if row["year"] == year and row["code"] not in known:
                found.setdefault(row["code"], []).append(work_of(row))
    return found


def plan_of(tx: Tx, assignment_id: int, period: str) -> float | None:
    """The cumulative plan of one period."""
    plan: float | None = tx.value(
        "SELECT plan FROM plans WHERE assignment_id = :id AND period = :period",
        id=assignment_id,
        period=period,
    )
    return plan


def plans_of(tx: Tx, assignment_ids: Collection[int]) -> dict[int, list[tuple[str, float]]]:
    """The cumulative plans of the periods: (period, plan) by assignment."""
    found: dict[int, list[tuple[str, float]]] = {}
    for row in tx.all(
        "SELECT assignment_id, period, plan FROM plans"
        " WHERE assignment_id IN (SELECT value FROM json_each(:ids)) ORDER BY period",
        ids=ids(assignment_ids),
    ):
        found.setdefault(row["assignment_id"], []).append((row["period"], row["plan"]))
    return found


_MOVED = (
    "UPDATE assignments SET percent = :percent, value = :value, estimate = :estimate,"
    " blocked = :blocked, last_progress_id = :last, last_reported_at = :at, done_on = :done_on,"
    " version = version + 1"
)


def moved(tx: Tx, assignment: Assignment, standing: Standing, state: str) -> None:
    """Keeps what stands after a report, and the state that follows from it."""
    # A state that is not named leaves its indexes alone.
    decided = ", state = :state" if state != assignment.state else ""
    tx.run(
        f"{_MOVED}{decided} WHERE id = :id",
        id=assignment.id,
        percent=standing.percent,
        value=standing.value,
        estimate=standing.estimate,
        blocked=standing.blocked,
        last=standing.last_id,
        at=standing.reported_at,
        state=state,
        done_on=standing.done_on.isoformat() if standing.done_on else None,
    )


def await_confirmation(tx: Tx, assignment_id: int) -> None:
    """From now on it waits to be confirmed as finished, and nobody is reminded of it."""
    tx.run(
        "UPDATE assignments SET state = 'awaiting', version = version + 1"
        " WHERE id = :id AND state = 'open'",
        id=assignment_id,
    )


def reopened(tx: Tx, assignment_id: int) -> None:
    """What waited to be confirmed is open again."""
    tx.run(
        "UPDATE assignments SET state = 'open', version = version + 1"
        " WHERE id = :id AND state = 'awaiting'",
        id=assignment_id,
    )


def extended(tx: Tx, assignment_id: int, due_on: date, was: date | None) -> bool:
    """Moves the deadline, unless somebody moved it in the meantime."""
    return (
        tx.run(
            "UPDATE assignments SET due_on = :due_on, version = version + 1"
            " WHERE id = :id AND due_on IS :was",
            id=assignment_id,
            due_on=due_on.isoformat(),
            was=was.isoformat() if was else None,
        )
        == 1
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def work_of(row: Row) -> Work:
    """An assignment with its last report from a row of WORK. Taken apart in WORK's order: looking
    forty columns up by name costs more than finding the row."""
    id_, year, code, unit_id, kind, title, field, document_id, measure = row[:9]
    direction, last_year, plan, due_on, reporting, priority, discreet = row[9:16]
    parent_id, state, done_on, percent, value, blocked, last_reported_at, version = row[16:24]
    estimate, shown_code, unit_name, aggregate, weight = row[24:29]
    return Work(
        Assignment(
            *(id_, year, code, unit_id, kind, title, field, document_id, measure),
            *(direction, last_year, plan, _day(due_on), reporting, priority, bool(discreet)),
            *(parent_id, state, _day(done_on), percent, value, bool(blocked)),
            *(last_reported_at, version, bool(estimate)),
        ),
        shown_code,
        unit_name,
        aggregate,
        weight,
        None if row[29] is None else _reported(row[29:]),
    )


def _reported(columns: tuple[Any, ...]) -> Reported:
    """The last report, from the columns of WORK that begin with its id."""
    id_, person_id, reported_by, intent, percent, value, done, total = columns[:8]
    basis, estimate, blocked, note, period, as_of, reported_at = columns[8:]
    return Reported(
        id=id_,
        person_id=person_id,
        reported_by=reported_by,
        report=Report(
            intent, percent, value, done, total, basis, bool(estimate), bool(blocked), note
        ),
        period=period,
        as_of=date.fromisoformat(as_of),
        reported_at=reported_at,
    )
