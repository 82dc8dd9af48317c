"""What the service's books say, read from beside it while it runs."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import Any

from sandbox.stage import Stage


def rows(on: Stage, sql: str) -> list[tuple[Any, ...]]:
    """The rows of a query, read-only."""
    path = on.service.data_dir / "dondoc.db"
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as look:
        return look.execute(sql).fetchall()


def inbox_states(on: Stage) -> list[str]:
    """The state of each message that came in, oldest first."""
    return [row[0] for row in rows(on, "SELECT state FROM inbox ORDER BY id")]


def reports(on: Stage) -> list[tuple[Any, ...]]:
    """(code, percent, value) of every report that stands, oldest first."""
    return rows(
        on,
        "SELECT assignment_code, percent, value FROM v_progress WHERE NOT superseded ORDER BY id",
    )
