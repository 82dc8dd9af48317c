"""What was given as proof: files on their way to the store, and documents by number and day."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, timedelta
from typing import NamedTuple

from db import jobs, outbox
from db.assignments import ids
from db.transaction import Row, Tx
from domain.committee import Committee
from domain.instants import instant, stamp
from domain.message import ANSWER, Outgoing
from domain.secrecy import MASK
from domain.texts import say

DISCARDING = "discard"  # the kind of job that removes a file
_SENT_TOGETHER = timedelta(minutes=1)
_AFTER_THEIR_ANSWER = timedelta(seconds=3)  # which waits until all that came together is there


class Piece(NamedTuple):
    """One of several files; `kind` as in Media."""

    id: int
    assignment_id: int | None
    kind: str


_LOST = {
    "unavailable": "evidence.lost.unavailable",
    "too_large": "evidence.lost.too_large",
    "wrong_kind": "evidence.lost.wrong_kind",
}


def add(
    tx: Tx,
    *,
    assignment_id: int | None,
    person_id: int,
    inbox_id: int,
    now: datetime,
    name: str = "",
    number: str = "",
    dated_on: date | None = None,
) -> int:
    """Keeps one piece; its id. A file's sha256 is written when it has been downloaded."""
    return tx.insert(
        "INSERT INTO evidence (assignment_id, person_id, inbox_id, name, number,"
        " dated_on, added_at) VALUES (:assignment, :person, :inbox, :name, :number,"
        " :dated_on, :now)",
        assignment=assignment_id,
        person=person_id,
        inbox=inbox_id,
        name=name,
        number=number,
        dated_on=dated_on.isoformat() if dated_on else None,
        now=stamp(now),
    )


def together(tx: Tx, jobs_of: str) -> list[Piece]:
    """The files whose downloads have keys that begin with `jobs_of`: what was sent together. What
    cannot be had is left out."""
    rows = tx.all(
        "SELECT e.id, e.assignment_id, json_extract(j.payload, '$.media.kind') AS kind"
        " FROM jobs j JOIN evidence e ON e.id = json_extract(j.payload, '$.evidence_id')"
        " WHERE j.key >= :first AND j.key < :past AND j.state <> 'failed' AND e.name <> :refused"
        " ORDER BY e.id",
        first=jobs_of,
        past=jobs_of + "\x7f",
        refused=MASK,
    )
    return [Piece(*row) for row in rows]


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


def sent_last(tx: Tx, person_id: int, since: datetime) -> list[tuple[int, int | None]]:
    """What the person sent last, after an instant: (its id, the assignment that has it) of each
    piece that was sent together and is about the same."""
    rows = tx.all(
        "SELECT id, assignment_id, added_at FROM evidence WHERE person_id = :person"
        " AND added_at >= :since AND name <> :refused ORDER BY id DESC LIMIT 50",
        person=person_id,
        refused=MASK,
        since=stamp(since),
    )
    if not rows:
        return []
    first = stamp(instant(rows[0]["added_at"]) - _SENT_TOGETHER)
    return [
        (row["id"], row["assignment_id"])
        for row in rows
        if row["assignment_id"] == rows[0]["assignment_id"] and row["added_at"] >= first
    ]


class Numbered(NamedTuple):
    """A document that was given as proof by its number."""

    id: int
    assignment_id: int | None
    number: str
    dated_on: date | None


def _numbered(row: Row) -> Numbered:
    day = date.fromisoformat(row["dated_on"]) if row["dated_on"] else None
    return Numbered(row["id"], row["assignment_id"], row["number"], day)


def documents(tx: Tx, assignment_id: int, number: str) -> list[Numbered]:
    """What was given with this number for the assignment, oldest first."""
    rows = tx.all(
        "SELECT id, assignment_id, number, dated_on FROM evidence"
        " WHERE assignment_id = :assignment AND number = :number ORDER BY id",
        assignment=assignment_id,
        number=number,
    )
    return [_numbered(row) for row in rows]


def documents_of(tx: Tx, person_id: int, since: datetime) -> list[Numbered]:
    """The documents that the person told after an instant, newest first."""
    rows = tx.all(
        "SELECT id, assignment_id, number, dated_on FROM evidence WHERE person_id = :person"
        " AND added_at >= :since AND number <> '' ORDER BY id DESC LIMIT 50",
        person=person_id,
        since=stamp(since),
    )
    return [_numbered(row) for row in rows]


def renumber(tx: Tx, evidence_id: int, number: str, dated_on: date | None) -> None:
    """The document is another than was told, or its day is known now."""
    tx.run(
        "UPDATE evidence SET number = :number, dated_on = :day WHERE id = :id",
        id=evidence_id,
        number=number,
        day=dated_on.isoformat() if dated_on else None,
    )


def move(tx: Tx, evidence_ids: Collection[int], person_id: int, assignment_id: int | None) -> None:
    """Gives pieces of this person to another assignment, or to none."""
    tx.run(
        "UPDATE evidence SET assignment_id = :assignment"
        " WHERE id IN (SELECT value FROM json_each(:ids)) AND person_id = :person",
        assignment=assignment_id,
        ids=ids(evidence_ids),
        person=person_id,
    )


def came_with_report(tx: Tx, evidence_ids: Collection[int]) -> bool:
    """Whether a report stood beside one of these pieces."""
    return bool(
        tx.value(
            "SELECT 1 FROM evidence e JOIN progress g ON g.inbox_id = e.inbox_id"
            " WHERE e.id IN (SELECT value FROM json_each(:ids)) LIMIT 1",
            ids=ids(evidence_ids),
        )
    )


def arrived(tx: Tx, evidence_id: int, *, sha256: str, size: int, mime: str, now: datetime) -> None:
    """The file lies in the store: its content is known from now on."""
    tx.run(
        "INSERT INTO files (sha256, size, mime, stored_at) VALUES (:sha256, :size, :mime, :now)"
        " ON CONFLICT (sha256) DO NOTHING",
        sha256=sha256,
        size=size,
        mime=mime,
        now=stamp(now),
    )
    held = tx.run(
        "UPDATE evidence SET sha256 = :sha256"
        " WHERE id = :id AND sha256 IS NULL AND name <> :refused",
        sha256=sha256,
        id=evidence_id,
        refused=MASK,
    )
    if not held:
        _discard(tx, sha256, now)


def refuse(tx: Tx, jobs_of: str, now: datetime) -> None:
    """Nothing that was sent together may be kept: what is not fetched yet never is, and a file
    that is there already goes."""
    found = tx.all(
        "SELECT e.id, e.sha256 FROM jobs j"
        " JOIN evidence e ON e.id = json_extract(j.payload, '$.evidence_id')"
        " WHERE j.key >= :first AND j.key < :past",
        first=jobs_of,
        past=jobs_of + "\x7f",
    )
    tx.run(
        "UPDATE jobs SET state = 'done', finished_at = :now"
        " WHERE key >= :first AND key < :past AND state = 'queued'",
        now=stamp(now),
        first=jobs_of,
        past=jobs_of + "\x7f",
    )
    tx.run(
        "UPDATE evidence SET assignment_id = NULL, sha256 = NULL, name = :refused"
        " WHERE id IN (SELECT value FROM json_each(:ids))",
        refused=MASK,
        ids=ids([row["id"] for row in found]),
    )
    for row in found:
        if row["sha256"] is not None:
            _discard(tx, row["sha256"], now)


def _discard(tx: Tx, sha256: str, now: datetime) -> None:
    if not is_held(tx, sha256):
        jobs.enqueue(tx, f"{DISCARDING}:{sha256}:{stamp(now)}", DISCARDING, {"file": sha256}, now)


def is_held(tx: Tx, sha256: str) -> bool:
    """Whether a piece of evidence has this content."""
    return bool(tx.value("SELECT 1 FROM evidence WHERE sha256 = :sha256 LIMIT 1", sha256=sha256))


def forget(tx: Tx, sha256: str) -> bool:
    """Strikes a file off the list, unless a piece of evidence has it; whether it was struck."""
    if is_held(tx, sha256):
        return False
    return tx.run("DELETE FROM files WHERE sha256 = :sha256", sha256=sha256) == 1


def _had_company(tx: Tx, key: str) -> bool:
    """Whether another file was sent together with that of the job of this key."""
    first = key.rsplit(":", 2)[0] + ":"
    count: int = tx.value(
        "SELECT count(*) FROM jobs WHERE key >= :first AND key < :past",
        first=first,
        past=first + "\x7f",
    )
    return count > 1


def lost(
    tx: Tx, evidence_id: int, reason: str, key: str, now: datetime, committee: Committee
) -> None:
    """The file cannot be had (`reason`: unavailable, too_large, wrong_kind): its sender is told.

    The row stays without a file, so that nobody counts what is not there. `key` is the job's; of
    several that were sent together and cannot be fetched that is said once.
    """
    row = tx.one(
        "SELECT e.person_id, e.name, p.language FROM evidence e"
        " JOIN people p ON p.id = e.person_id"
        " WHERE e.id = :id AND e.sha256 IS NULL",
        id=evidence_id,
    )
    if row is None:
        return
    said, due = _LOST[reason], now
    nameless = reason == "unavailable" or not row["name"]
    if nameless and ":album:" in key:
        due = now + _AFTER_THEIR_ANSWER
    if nameless and ":album:" in key and _had_company(tx, key):
        key, said = key.rsplit(":", 2)[0], "evidence.lost.of_several"
    elif nameless and reason != "unavailable":
        said = "evidence.lost.nameless"
    outbox.enqueue(
        tx,
        Outgoing(
            key=f"lost:{key}",
            kind=ANSWER,
            text=say(said, row["language"], committee.address, name=row["name"]),
            person_id=row["person_id"],
            due_at=due,
        ),
        now,
    )
