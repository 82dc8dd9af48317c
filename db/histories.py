"""Everything that happened to one assignment, newest first: reports, proofs, requests, decisions.

Reads rows only; nothing of it is ever deleted but by erasing a person.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from db import progress
from db.transaction import Tx
from domain.progress import Reported

REPORT, PROOF, ASKED, DECIDED = "report", "proof", "asked", "decided"


@dataclass(frozen=True, slots=True)
class Event:
    """`at` is an instant, `who` a full name or "". Of a REPORT `reported` is the row, `instead`
    the one in its place, `taken_back` whether it was; of a PROOF `number` and `day` are a
    document's, else it is a file; of ASKED and DECIDED `kind` is the request's, `day` the one
    asked for or granted, `note` the reason; `verdict` granted or returned."""

    what: str
    at: str
    who: str = ""
    reported: Reported | None = None
    taken_back: bool = False
    instead: Reported | None = None
    number: str = ""
    day: date | None = None
    kind: str = ""
    verdict: str = ""
    note: str = ""


def history(tx: Tx, assignment_id: int, limit: int, offset: int = 0) -> list[Event]:
    """At most `limit` events, newest first, after the `offset` newest."""
    most = limit + offset
    events = [
        *_reports(tx, assignment_id, most),
        *_proofs(tx, assignment_id, most),
        *_requests(tx, assignment_id, most),
    ]
    events.sort(key=lambda event: event.at, reverse=True)
    return events[offset:most]


def count(tx: Tx, assignment_id: int) -> int:
    """How many events `history` knows."""
    found: int = tx.value(
        "SELECT (SELECT count(*) FROM progress WHERE assignment_id = :id AND origin <> 'decision')"
        " + (SELECT count(*) FROM evidence WHERE assignment_id = :id"
        "    AND (sha256 IS NOT NULL OR number <> ''))"
        " + (SELECT count(*) + count(decided_at) FROM requests WHERE assignment_id = :id)",
        id=assignment_id,
    )
    return found


def _reports(tx: Tx, assignment_id: int, most: int) -> list[Event]:
    return [
        Event(REPORT, each.reported_at, each.who, reported=each, taken_back=gone, instead=instead)
        for each, gone, instead in progress.all_of(tx, assignment_id, most)
    ]


def _proofs(tx: Tx, assignment_id: int, most: int) -> list[Event]:
    rows = tx.all(
        "SELECT e.added_at, e.number, e.dated_on, p.full_name FROM evidence e"
        " JOIN people p ON p.id = e.person_id"
        " WHERE e.assignment_id = :id AND (e.sha256 IS NOT NULL OR e.number <> '')"
        " ORDER BY e.added_at DESC, e.id DESC LIMIT :most",
        id=assignment_id,
        most=most,
    )
    return [
        Event(
            PROOF,
            row["added_at"],
            row["full_name"],
            number=row["number"],
            day=_day(row["dated_on"]),
        )
        for row in rows
    ]


def _requests(tx: Tx, assignment_id: int, most: int) -> list[Event]:
    rows = tx.all(
        "SELECT r.kind, r.wanted_on, r.note, r.asked_at, r.state, r.decided_at, r.granted_on,"
        " r.decision_note, a.full_name AS asker, d.full_name AS decider"
        " FROM requests r JOIN people a ON a.id = r.person_id"
        " LEFT JOIN people d ON d.id = r.decided_by WHERE r.assignment_id = :id"
        " ORDER BY r.id DESC LIMIT :most",
        id=assignment_id,
        most=most,
    )
    found = []
    for row in rows:
        wanted = _day(row["wanted_on"])
        if row["decided_at"]:
            found.append(
                Event(
                    DECIDED,
                    row["decided_at"],
                    row["decider"] or "",
                    kind=row["kind"],
                    verdict=row["state"],
                    day=_day(row["granted_on"]) or wanted,
                    note=row["decision_note"],
                )
            )
        found.append(
            Event(
                ASKED,
                row["asked_at"],
                row["asker"],
                kind=row["kind"],
                day=wanted,
                note=row["note"],
            )
        )
    return found


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
