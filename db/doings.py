"""The audit chain as people read it: who did what to what, newest first. Verifies nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from db.transaction import Tx
from domain.instants import instant


@dataclass(frozen=True, slots=True)
class Doing:
    """One link. `about` names its subject where that has a name, `unit` whose work that is, and
    `instead_of` in whose place it was done; `text` may have been erased."""

    id: int
    at: datetime
    by: str
    act: str
    about: str
    unit: str
    instead_of: str
    text: str


def latest(tx: Tx, most: int, before: int | None = None) -> list[Doing]:
    """The last links, or those before the link `before`."""
    rows = tx.all(
        "SELECT g.id, g.at, coalesce(p.full_name, '') AS by, g.act,"
        " coalesce(CASE substr(g.subject, 1, 2)"
        "  WHEN 'a:' THEN (SELECT shown_code FROM assignments WHERE id = substr(g.subject, 3))"
        "  WHEN 'd:' THEN (SELECT code FROM directives WHERE id = substr(g.subject, 3))"
        "  WHEN 'p:' THEN (SELECT full_name FROM people WHERE id = substr(g.subject, 3))"
        " END, '') AS about,"
        " CASE WHEN g.subject LIKE 'a:%' THEN coalesce((SELECT u.name FROM assignments a"
        "  JOIN units u ON u.id = a.unit_id WHERE a.id = substr(g.subject, 3)), '')"
        "  ELSE '' END AS unit,"
        " coalesce((SELECT q.full_name FROM memberships m JOIN people q ON q.id = m.person_id"
        "  WHERE m.id = g.membership_id AND q.id <> g.actor_id), '') AS instead_of,"
        " coalesce(t.text, '') AS text"
        " FROM audit g LEFT JOIN people p ON p.id = g.actor_id"
        " LEFT JOIN audit_texts t ON t.audit_id = g.id"
        " WHERE g.id < coalesce(:before, 9223372036854775807) ORDER BY g.id DESC LIMIT :most",
        before=before,
        most=most,
    )
    return [
        Doing(
            id=row["id"],
            at=instant(row["at"]),
            by=row["by"],
            act=row["act"],
            about=row["about"],
            unit=row["unit"],
            instead_of=row["instead_of"],
            text=row["text"],
        )
        for row in rows
    ]
