"""Extensions, closings and help: asked by a unit, decided above it. Decides no right itself."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from db.assignments import ids
from db.transaction import Row, Tx, as_json
from domain.instants import stamp

EXTEND, CLOSE, HELP = "extend", "close", "help"
GRANTED, RETURNED = "granted", "returned"


@dataclass(frozen=True, slots=True)
class Request:
    """`wanted_on` is the day asked for by an extension. `state`: open, granted, returned,
    withdrawn."""

    id: int
    kind: str
    assignment_id: int
    person_id: int
    wanted_on: date | None
    note: str
    state: str
    version: int
    asked_at: str
    decided_by: int | None = None
    decided_at: str | None = None
    granted_on: date | None = None
    decision_note: str = ""


_ROW = (
    "SELECT r.id, r.kind, r.assignment_id, r.person_id, r.wanted_on, r.note, r.state, r.version,"
    " r.asked_at, r.decided_by, r.decided_at, r.granted_on, r.decision_note FROM requests r"
)


def add(
    tx: Tx,
    kind: str,
    assignment_id: int,
    person_id: int,
    *,
    wanted_on: date | None,
    note: str,
    now: datetime,
    inbox_id: int,
    item: int,
) -> Request:
    """Keeps one request; an open one of the same kind on the same assignment gives way to it."""
    withdraw(tx, assignment_id, (kind,))
    request_id = tx.insert(
        "INSERT INTO requests (kind, assignment_id, person_id, inbox_id, item, wanted_on, note,"
        " asked_at) VALUES (:kind, :assignment, :person, :inbox, :item, :wanted_on, :note, :now)",
        kind=kind,
        assignment=assignment_id,
        person=person_id,
        inbox=inbox_id,
        item=item,
        wanted_on=wanted_on.isoformat() if wanted_on else None,
        note=note,
        now=stamp(now),
    )
    return Request(
        request_id, kind, assignment_id, person_id, wanted_on, note, "open", 1, stamp(now)
    )


def get(tx: Tx, request_id: int) -> Request | None:
    """One request."""
    row = tx.one(_ROW + " WHERE r.id = :id", id=request_id)
    return None if row is None else _request(row)


def open_of(tx: Tx, assignment_id: int) -> list[Request]:
    """What waits for a decision about one assignment, newest first."""
    rows = tx.all(
        _ROW + " WHERE r.state = 'open' AND r.assignment_id = :id ORDER BY r.id DESC",
        id=assignment_id,
    )
    return [_request(row) for row in rows]


def open_by(tx: Tx, person_id: int) -> list[Request]:
    """What this person asked for and nobody has decided, newest first."""
    rows = tx.all(
        _ROW + " WHERE r.state = 'open' AND r.person_id = :id ORDER BY r.id DESC", id=person_id
    )
    return [_request(row) for row in rows]


def decided_last(tx: Tx, person_id: int) -> Request | None:
    """What this person decided last."""
    row = tx.one(
        _ROW + " WHERE r.decided_by = :id AND r.state IN ('granted', 'returned')"
        " ORDER BY r.decided_at DESC, r.id DESC LIMIT 1",
        id=person_id,
    )
    return None if row is None else _request(row)


def withdraw(tx: Tx, assignment_id: int, kinds: Collection[str]) -> int:
    """Takes back what waits about one assignment; how many requests that were."""
    return tx.run(
        "UPDATE requests SET state = 'withdrawn', version = version + 1"
        " WHERE assignment_id = :assignment AND state = 'open'"
        " AND kind IN (SELECT value FROM json_each(:kinds))",
        assignment=assignment_id,
        kinds=as_json(list(kinds)),
    )


def waiting_below(
    tx: Tx, tops: Collection[int], own: Collection[int], led: Collection[int], but: int
) -> list[Request]:
    """What waits in the units below `tops` and in the units of `own`, and to be confirmed as
    finished in those of `led`, oldest first; nothing that `but` asked for."""
    rows = tx.all(
        "WITH RECURSIVE below(id) AS ("
        " SELECT u.id FROM units u WHERE u.parent_id IN (SELECT value FROM json_each(:tops))"
        " UNION SELECT u.id FROM units u JOIN below ON u.parent_id = below.id) "
        + _ROW
        + " JOIN assignments a ON a.id = r.assignment_id WHERE r.state = 'open'"
        " AND r.person_id <> :but AND (a.unit_id IN (SELECT id FROM below)"
        " OR a.unit_id IN (SELECT value FROM json_each(:own))"
        " OR (r.kind = 'close' AND a.unit_id IN (SELECT value FROM json_each(:led))))"
        " ORDER BY r.id",
        tops=ids(tops),
        own=ids(own),
        led=ids(led),
        but=but,
    )
    return [_request(row) for row in rows]


def decide(
    tx: Tx,
    request: Request,
    state: str,
    by: int,
    now: datetime,
    granted_on: date | None = None,
    note: str = "",
) -> bool:
    """Grants or returns a request, unless it was decided or changed in the meantime.

    `granted_on` is the deadline that holds from now on; `note` what the decider said with it.
    """
    return (
        tx.run(
            "UPDATE requests SET state = :state, decided_by = :by, decided_at = :now,"
            " granted_on = :granted_on, decision_note = :note, version = version + 1"
            " WHERE id = :id AND state = 'open' AND version = :version",
            id=request.id,
            state=state,
            by=by,
            now=stamp(now),
            granted_on=granted_on.isoformat() if granted_on else None,
            note=note,
            version=request.version,
        )
        == 1
    )


def _request(row: Row) -> Request:
    return Request(
        id=row["id"],
        kind=row["kind"],
        assignment_id=row["assignment_id"],
        person_id=row["person_id"],
        wanted_on=date.fromisoformat(row["wanted_on"]) if row["wanted_on"] else None,
        note=row["note"],
        state=row["state"],
        version=row["version"],
        asked_at=row["asked_at"],
        decided_by=row["decided_by"],
        decided_at=row["decided_at"],
        granted_on=date.fromisoformat(row["granted_on"]) if row["granted_on"] else None,
        decision_note=row["decision_note"],
    )
