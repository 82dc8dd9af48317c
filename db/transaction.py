"""A standing transaction, as every table's functions take it first. Opens and commits nothing."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

Row = sqlite3.Row
# JSON as it is bound to statements. Made once: an encoder costs more than what it encodes here.
as_json = json.JSONEncoder(ensure_ascii=False).encode


class TxLost(Exception):
    """SQLite ended the transaction under us (a full disk does); what was done in it is undone."""


# What ails the file or the disk, not the write; each may pass. The low byte of SQLite's code.
_PASSING = frozenset(
    (
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
    )
)


def may_pass(failure: object) -> bool:
    """Whether a write failed for want of room or of the file, so that the same write may succeed
    later: nobody's message is to blame for it."""
    causes = (failure, getattr(failure, "__cause__", None))
    return any(
        isinstance(one, sqlite3.Error)
        and (getattr(one, "sqlite_errorcode", None) or 0) & 0xFF in _PASSING
        for one in causes
    )


class Tx:
    """Reads and writes inside one transaction. Parameters are always named and bound."""

    __slots__ = ("connection",)

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def one(self, sql: str, **named: Any) -> Row | None:
        """The first row, or None."""
        row: Row | None = self.connection.execute(sql, named).fetchone()
        return row

    def all(self, sql: str, **named: Any) -> list[Row]:
        """Every row."""
        return self.connection.execute(sql, named).fetchall()

    def value(self, sql: str, **named: Any) -> Any:
        """The first column of the first row, or None."""
        row = self.connection.execute(sql, named).fetchone()
        return None if row is None else row[0]

    def run(self, sql: str, **named: Any) -> int:
        """Changes rows and says how many; a guarded move looks at this count."""
        return self.connection.execute(sql, named).rowcount

    def insert(self, sql: str, **named: Any) -> int:
        """Inserts one row and gives its id; 0 when ON CONFLICT left it out."""
        done = self.connection.execute(sql, named)
        return int(done.lastrowid or 0) if done.rowcount else 0

    def run_each(self, sql: str, rows: list[dict[str, Any]]) -> int:
        """The same change for each row of parameters."""
        return self.connection.executemany(sql, rows).rowcount
