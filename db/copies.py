"""A verified copy of the whole file, made beside a running service. Changes nothing."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from db.migrations import SchemaError
from db.writer import connect_for_reading


def copy(source: Path, target: Path) -> set[str]:
    """Copies the store and reads the copy back; the SHA-256 names of the files it speaks of.

    Raises SchemaError when the copy is not whole.
    """
    with (
        closing(connect_for_reading(str(source))) as reading,
        closing(sqlite3.connect(target)) as writing,
    ):
        reading.backup(writing)
        verdict = writing.execute("PRAGMA integrity_check").fetchone()[0]
        names = {row[0] for row in writing.execute("SELECT sha256 FROM files")}
        writing.execute("PRAGMA journal_mode=DELETE")
    if verdict != "ok":
        raise SchemaError(f"Bản sao không nguyên vẹn ({verdict}); chưa ghi gì.")
    return names


def erasures(path: Path) -> list[str]:
    """The codes of people erased from this file; none when it is missing or cannot tell."""
    if not path.exists():
        return []
    try:
        with closing(connect_for_reading(str(path))) as old:
            return [row[0] for row in old.execute("SELECT person_code FROM erasures")]
    except sqlite3.Error:
        return []  # the damaged file that is being replaced cannot tell; it is kept beside
