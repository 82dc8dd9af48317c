"""Work that must not happen inside a transaction: downloads, pictures, documents."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from db.transaction import Tx
from domain.instants import stamp


def enqueue(tx: Tx, key: str, kind: str, payload: dict[str, Any], now: datetime) -> None:
    """Puts a job in the queue once, however often its key is given."""
    tx.run(
        "INSERT INTO jobs (key, kind, payload, due_at) VALUES (:key, :kind, :payload, :now)"
        " ON CONFLICT (key) DO NOTHING",
        key=key,
        kind=kind,
        payload=json.dumps(payload, ensure_ascii=False),
        now=stamp(now),
    )
