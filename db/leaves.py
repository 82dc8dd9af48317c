"""Leaves: who is away from when to when, and for whom somebody stands in. Tells nobody."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, timedelta

from db import occurrences
from db.transaction import Row, Tx, as_json
from domain.instants import stamp
from domain.leave import Leave
from domain.message import REMINDER

_LATELY = timedelta(days=14)
_OPEN = "SELECT id, person_id, substitute_id, first_on, last_on FROM leaves l"


def _leave(row: Row) -> Leave:
    return Leave(
        id=row["id"],
        person_id=row["person_id"],
        substitute_id=row["substitute_id"],
        first_on=date.fromisoformat(row["first_on"]),
        last_on=date.fromisoformat(row["last_on"]),
    )


def get(tx: Tx, leave_id: int) -> Leave | None:
    """One leave, unless it was cancelled."""
    row = tx.one(f"{_OPEN} WHERE id = :id AND cancelled_at IS NULL", id=leave_id)
    return None if row is None else _leave(row)


def today_by_person(tx: Tx, today: date) -> dict[int, Leave]:
    """Everybody who is away today, with their leave."""
    rows = tx.all(
        f"{_OPEN} WHERE cancelled_at IS NULL AND last_on >= :today AND first_on <= :today",
        today=today.isoformat(),
    )
    return {row["person_id"]: _leave(row) for row in rows}


def coming(tx: Tx, person_id: int, today: date) -> list[Leave]:
    """The leaves of a person that have not ended, the nearest first."""
    return within(tx, person_id, today, date.max)


def within(tx: Tx, person_id: int, first: date, last: date, but: int = 0) -> list[Leave]:
    """The leaves of a person that touch these days, leaving out the leave `but`."""
    rows = tx.all(
        f"{_OPEN} WHERE person_id = :person AND cancelled_at IS NULL AND last_on >= :first"
        " AND first_on <= :last AND id <> :but ORDER BY first_on",
        person=person_id,
        first=first.isoformat(),
        last=last.isoformat(),
        but=but,
    )
    return [_leave(row) for row in rows]


def over_lately(tx: Tx, person_id: int, today: date) -> list[Leave]:
    """The leaves of a person that ended in the last weeks."""
    rows = tx.all(
        f"{_OPEN} WHERE person_id = :person AND cancelled_at IS NULL AND last_on < :today"
        " AND last_on >= :since",
        person=person_id,
        today=today.isoformat(),
        since=(today - _LATELY).isoformat(),
    )
    return [_leave(row) for row in rows]


def stood_in_within(tx: Tx, person_id: int, first: date, last: date) -> list[Leave]:
    """The leaves of others for whom this person stands in and that touch these days."""
    rows = tx.all(
        f"{_OPEN} WHERE substitute_id = :person AND cancelled_at IS NULL AND last_on >= :first"
        " AND first_on <= :last ORDER BY first_on",
        person=person_id,
        first=first.isoformat(),
        last=last.isoformat(),
    )
    return [_leave(row) for row in rows]


def stood_in_for(tx: Tx, person_id: int, today: date) -> list[int]:
    """Everybody for whom this person stands in today, also through one who is away themself."""
    rows = tx.all(
        "WITH RECURSIVE away(id) AS (SELECT person_id FROM leaves WHERE substitute_id = :me"
        "  AND cancelled_at IS NULL AND last_on >= :today AND first_on <= :today"
        " UNION SELECT l.person_id FROM leaves l JOIN away ON l.substitute_id = away.id"
        "  WHERE l.cancelled_at IS NULL AND l.last_on >= :today AND l.first_on <= :today)"
        " SELECT id FROM away WHERE id <> :me ORDER BY id",
        me=person_id,
        today=today.isoformat(),
    )
    return [row["id"] for row in rows]


def left_to_leads(tx: Tx, assignment_ids: Collection[int], today: date) -> dict[int, int]:
    """Who is away of those that an assignment is given to by name, where none of them is at work
    and nobody stands in: the unit's leads are reminded of it."""
    rows = tx.all(
        "SELECT d.assignment_id, min(l.person_id) AS away FROM assignment_people d"
        " LEFT JOIN leaves l ON l.person_id = d.person_id AND l.cancelled_at IS NULL"
        "  AND l.substitute_id IS NULL AND l.last_on >= :today AND l.first_on <= :today"
        " WHERE d.part = 'doer' AND d.assignment_id IN (SELECT value FROM json_each(:ids))"
        " GROUP BY d.assignment_id HAVING count(*) = count(l.id)",
        today=today.isoformat(),
        ids=as_json(list(assignment_ids)),
    )
    return {row["assignment_id"]: row["away"] for row in rows}


def proposed(tx: Tx, person_id: int, today: date) -> int | None:
    """Whom the office's list names as the substitute of this person's post."""
    found: int | None = tx.value(
        "SELECT substitute_id FROM memberships WHERE person_id = :person"
        " AND substitute_id IS NOT NULL AND substitute_id <> :person"
        " AND coalesce(valid_to, '9999') >= :today ORDER BY id LIMIT 1",
        person=person_id,
        today=today.isoformat(),
    )
    return found


def add(
    tx: Tx,
    person_id: int,
    substitute_id: int | None,
    first: date,
    last: date,
    set_by: int,
    now: datetime,
) -> int:
    """Keeps a leave; its id. The database refuses one that overlaps another of the person."""
    return tx.insert(
        "INSERT INTO leaves (person_id, substitute_id, first_on, last_on, set_by, set_at)"
        " VALUES (:person, :substitute, :first, :last, :by, :now)",
        person=person_id,
        substitute=substitute_id,
        first=first.isoformat(),
        last=last.isoformat(),
        by=set_by,
        now=stamp(now),
    )


def change(
    tx: Tx, leave_id: int, substitute_id: int | None, first: date, last: date, set_by: int
) -> bool:
    """Other days or another substitute for a leave; False when it was cancelled meanwhile."""
    moved = tx.run(
        "UPDATE leaves SET substitute_id = :substitute, first_on = :first, last_on = :last,"
        " set_by = :by WHERE id = :id AND cancelled_at IS NULL",
        id=leave_id,
        substitute=substitute_id,
        first=first.isoformat(),
        last=last.isoformat(),
        by=set_by,
    )
    return moved == 1


def end(tx: Tx, leave: Leave, today: date, now: datetime) -> bool:
    """From today the person is at work; a leave that had not begun before today never was.
    False when it had ended already."""
    if leave.first_on < today:
        moved = tx.run(
            "UPDATE leaves SET last_on = :yesterday"
            " WHERE id = :id AND cancelled_at IS NULL AND last_on >= :today",
            id=leave.id,
            yesterday=(today - timedelta(days=1)).isoformat(),
            today=today.isoformat(),
        )
    else:
        moved = tx.run(
            "UPDATE leaves SET cancelled_at = :now WHERE id = :id AND cancelled_at IS NULL",
            id=leave.id,
            now=stamp(now),
        )
    return moved == 1


def take_back_reminders(tx: Tx, person_id: int) -> None:
    """Reminders that have not left are taken back; what they told returns to the next run, which
    looks for whoever stands in."""
    rows = tx.all(
        "SELECT id FROM outbox WHERE person_id = :person AND kind = :kind AND state = 'queued'",
        person=person_id,
        kind=REMINDER,
    )
    for row in rows:
        tx.run(
            "UPDATE outbox SET state = 'cancelled', reason = 'on leave'"
            " WHERE id = :id AND state = 'queued'",
            id=row["id"],
        )
        occurrences.give_back(tx, row["id"])
