"""What is emptied with time: raw messages and the words of sent ones. Keys and states stay."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from db.transaction import Tx
from domain.committee import Retention
from domain.instants import stamp

_AT_ONCE = 500  # rows in one write, so that nobody waits
_MOST = 50_000  # rows that are looked up at once

Write = Callable[[Tx], Any]


def due(tx: Tx, now: datetime, retention: Retention) -> list[Write]:
    """Small writes that empty what is old. Reads only, for it looks through whole tables."""
    raw = tx.connection.execute(
        "SELECT id FROM inbox WHERE received_at < ? AND raw <> '{}'"
        " AND state IN ('done', 'ignored') LIMIT ?",
        (stamp(now - timedelta(days=retention.inbox_days)), _MOST),
    )
    words = tx.connection.execute(
        "SELECT id FROM outbox WHERE created_at < ? AND text <> ''"
        " AND state NOT IN ('queued', 'sending') LIMIT ?",
        (stamp(now - timedelta(days=retention.outbox_days)), _MOST),
    )
    return [*_few(_empty_raw, raw), *_few(_empty_words, words)]


def _few(empty: Callable[..., int], rows: Iterable[tuple[int]]) -> list[Write]:
    found = [row[0] for row in rows]
    return [
        partial(empty, ids=found[start : start + _AT_ONCE])
        for start in range(0, len(found), _AT_ONCE)
    ]


def _empty_raw(tx: Tx, ids: list[int]) -> int:
    return tx.run(
        "UPDATE inbox SET raw = '{}' WHERE id IN (SELECT value FROM json_each(:ids))"
        " AND state IN ('done', 'ignored')",
        ids=json.dumps(ids),
    )


def _empty_words(tx: Tx, ids: list[int]) -> int:
    return tx.run(
        "UPDATE outbox SET text = '', spans = ''"
        " WHERE id IN (SELECT value FROM json_each(:ids)) AND state NOT IN ('queued', 'sending')",
        ids=json.dumps(ids),
    )
