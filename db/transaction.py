"""A standing transaction, as every table's functions take it first. Opens and commits nothing."""

from __future__ import annotations

import sqlite3
from typing import Any

Row = sqlite3.Row


class TxLost(Exception):
    """SQLite ended the transaction under us (a full disk does); what was done in it is undone."""


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
        """Inserts one row and gives its id."""
        return int(self.connection.execute(sql, named).lastrowid or 0)

    def run_each(self, sql: str, rows: list[dict[str, Any]]) -> int:
        """The same change for each row of parameters."""
        return self.connection.executemany(sql, rows).rowcount
