"""Queued messages whose time has passed: they leave the queue and what they told returns."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

from db import occurrences
from db.assignments import ids
from db.transaction import Tx
from domain.committee import Committee
from domain.instants import stamp

_AT_ONCE = 100  # rows of one write, so that none is long after an outage


def due(tx: Tx, now: datetime, committee: Committee) -> list[Callable[[Tx], Any]]:
    """Writes that expire what is past its time. Reads only."""
    rows = tx.connection.execute(
        "SELECT id FROM outbox INDEXED BY outbox_waiting"
        " WHERE state IN ('queued', 'sending') AND state = 'queued'"
        " AND not_after < :now ORDER BY lane, due_at, id",
        {"now": stamp(now)},
    )
    late = [row[0] for row in rows]
    return [
        partial(expire, outbox_ids=late[start : start + _AT_ONCE], now=now)
        for start in range(0, len(late), _AT_ONCE)
    ]


def expire(tx: Tx, outbox_ids: list[int], now: datetime) -> int:
    """Expires those of the rows that still wait; says how many."""
    rows = tx.all(
        "UPDATE outbox SET state = 'expired', reason = 'too late'"
        " WHERE id IN (SELECT value FROM json_each(:ids)) AND state = 'queued'"
        " AND not_after < :now RETURNING id",
        ids=ids(outbox_ids),
        now=stamp(now),
    )
    for row in rows:
        occurrences.give_back(tx, row["id"])
    return len(rows)
