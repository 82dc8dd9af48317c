"""The audit chain as people read it: who did what to what, newest first. Verifies nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from db.transaction import Tx
from domain.instants import instant


@dataclass(frozen=True, slots=True)
class Doing:
    """One link. `about` names its subject where that has a name; `text` may have been erased."""

    id: int
    at: datetime
    by: str
    act: str
    about: str
    text: str


def latest(tx: Tx, most: int, before: int | None = None) -> list[Doing]:
    """The last links, or those before the link `before`."""
    rows = tx.all(
        "SELECT g.id, g.at, coalesce(p.full_name, '') AS by, g.act,"
        " coalesce(CASE substr(g.subject, 1, 2)"
        "  WHEN 'a:' THEN (SELECT shown_code FROM assignments WHERE id = substr(g.subject, 3))"
        "  WHEN 'd:' THEN (SELECT code FROM directives WHERE id = substr(g.subject, 3))"
        "  WHEN 'p:' THEN (SELECT full_name FROM people WHERE id = substr(g.subject, 3))"
        " END, '') AS about, coalesce(t.text, '') AS text"
        " FROM audit g LEFT JOIN people p ON p.id = g.actor_id"
        " LEFT JOIN audit_texts t ON t.audit_id = g.id"
        " WHERE g.id < coalesce(:before, 9223372036854775807) ORDER BY g.id DESC LIMIT :most",
        before=before,
        most=most,
    )
    return [
        Doing(row["id"], instant(row["at"]), row["by"], row["act"], row["about"], row["text"])
        for row in rows
    ]
