"""Closes what a file no longer names: only when the office asked for it (--close-missing)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from db import outbox
from db.transaction import Tx
from domain.committee import Committee
from domain.instants import local_day
from domain.sheet.columns import ASSIGNMENTS, PEOPLE, UNITS
from domain.sheet.plan import Gone

# Somebody must be able to let the others in again.
_ANOTHER_ADMIN = (
    " AND (role <> 'admin' OR EXISTS (SELECT 1 FROM memberships o WHERE o.role = 'admin'"
    "  AND o.id <> memberships.id AND (o.valid_to IS NULL OR o.valid_to > :today)))"
)


def close(tx: Tx, now: datetime, committee: Committee, gone: Sequence[Gone]) -> list[str]:
    """Assignments are cancelled, posts and units end today; nothing is deleted. The labels of what
    was closed: not that of a document, nor of the last admin."""
    today = local_day(now, committee.zone).isoformat()
    closed = []
    for row in gone:
        done = 0
        if row.kind == ASSIGNMENTS:
            done = tx.run(
                "UPDATE assignments SET state = 'cancelled', version = version + 1"
                " WHERE id = :id AND state IN ('open', 'awaiting', 'suspended')",
                id=row.id,
            )
            outbox.cancel_unsent_about(tx, f"a:{row.id}", "closed")
        elif row.kind in (PEOPLE, UNITS):
            table = "memberships" if row.kind == PEOPLE else "units"
            done = tx.run(
                f"UPDATE {table} SET valid_to = :today WHERE id = :id"
                " AND (valid_to IS NULL OR valid_to > :today)"
                + (_ANOTHER_ADMIN if row.kind == PEOPLE else ""),
                id=row.id,
                today=today,
            )
        if done:
            closed.append(row.label)
    return closed
