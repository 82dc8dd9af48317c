"""What was given as proof: files on their way to the store, and documents by number and day."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from db.assignments import ids
from db.transaction import Tx
from domain.instants import stamp


def add(
    tx: Tx,
    *,
    assignment_id: int | None,
    progress_id: int | None,
    person_id: int,
    inbox_id: int,
    now: datetime,
    name: str = "",
    number: str = "",
    dated_on: date | None = None,
) -> int:
    """Keeps one piece; its id. A file's sha256 is written when it has been downloaded."""
    return tx.insert(
        "INSERT INTO evidence (assignment_id, progress_id, person_id, inbox_id, name, number,"
        " dated_on, added_at) VALUES (:assignment, :progress, :person, :inbox, :name, :number,"
        " :dated_on, :now)",
        assignment=assignment_id,
        progress=progress_id,
        person=person_id,
        inbox=inbox_id,
        name=name,
        number=number,
        dated_on=dated_on.isoformat() if dated_on else None,
        now=stamp(now),
    )


def attach(tx: Tx, evidence_ids: Collection[int], person_id: int, assignment_id: int) -> int:
    """Gives pieces that this person sent without saying for what to an assignment."""
    return tx.run(
        "UPDATE evidence SET assignment_id = :assignment"
        " WHERE id IN (SELECT value FROM json_each(:ids)) AND person_id = :person"
        " AND assignment_id IS NULL",
        assignment=assignment_id,
        ids=ids(evidence_ids),
        person=person_id,
    )
