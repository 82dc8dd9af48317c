"""What is emptied with time: raw messages and the words of sent ones. Keys and states stay."""

from __future__ import annotations

from datetime import datetime, timedelta

from db.transaction import Tx
from domain.committee import Retention
from domain.instants import stamp

_AT_ONCE = 500  # rows in one write, so that nobody waits


def empty_some(tx: Tx, now: datetime, retention: Retention) -> int:
    """Empties a few old rows; how many. Called again until there are none."""
    raw = tx.run(
        "UPDATE inbox SET raw = '{}' WHERE id IN (SELECT id FROM inbox WHERE received_at < :before"
        " AND raw <> '{}' AND state IN ('done', 'ignored') ORDER BY id LIMIT :most)",
        before=stamp(now - timedelta(days=retention.inbox_days)),
        most=_AT_ONCE,
    )
    words = tx.run(
        "UPDATE outbox SET text = '', spans = '' WHERE id IN (SELECT id FROM outbox"
        " WHERE created_at < :before AND text <> '' AND state NOT IN ('queued', 'sending')"
        " ORDER BY id LIMIT :most)",
        before=stamp(now - timedelta(days=retention.outbox_days)),
        most=_AT_ONCE,
    )
    return raw + words
