"""The schema's steps, applied in order with a verified backup first. Knows no rows."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from pathlib import Path

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

APPLICATION_ID = 0x444F4E44  # "DOND"
_HERE = Path(__file__).parent
_STEPS = sorted((_HERE / "steps").glob("*.sql"))
VERSION = len(_STEPS)


class SchemaError(Exception):
    """The file is not ours, is damaged, or comes from a newer program."""


def statements(script: str) -> list[str]:
    """The script's statements. `executescript` would commit, so each is run alone."""
    found: list[str] = []
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            found.append(pending.strip())
            pending = ""
    if re.sub(r"--[^\n]*", "", pending).strip():
        raise ValueError("an unfinished statement at the end of the script")
    return found


def _step(path: Path) -> Callable[[Database], None]:
    def apply(db: Database) -> None:
        for statement in statements(path.read_text(encoding="utf-8")):
            db.conn.execute(statement)

    return apply


def _steps() -> Migrations:
    steps = Migrations("dondoc")
    for path in _STEPS:
        steps(name=path.stem, transactional=False)(_step(path))
    return steps


def version_of(connection: sqlite3.Connection) -> int:
    """How many steps the file has had. Raises SchemaError when it is not this program's file."""
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    mark = int(connection.execute("PRAGMA application_id").fetchone()[0])
    if mark != APPLICATION_ID and (mark or version or _tables(connection)):
        raise SchemaError(
            "Tệp dữ liệu không phải của Đôn Đốc; chương trình không đụng đến tệp này."
        )
    if version > VERSION:
        raise SchemaError(
            f"Dữ liệu do bản mới hơn ghi (mức {version}, bản này biết đến mức {VERSION}). "
            "Hãy cài bản mới, hoặc khôi phục bản sao lưu cũ: python -m bot restore TỆP."
        )
    return version


def migrate(connection: sqlite3.Connection, path: Path) -> None:
    """Brings the file to VERSION, all or nothing, after a verified backup beside it."""
    version = version_of(connection)
    if version < VERSION:
        if version:
            _back_up(connection, path.with_name(f"{path.stem}-before-{VERSION}.db"))
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute("BEGIN IMMEDIATE")
        try:
            db = Database(connection, execute_plugins=False)
            _steps().apply(db)
            _renew_views(connection)
            connection.execute(f"PRAGMA user_version={VERSION}")
            connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
            if broken := connection.execute("PRAGMA foreign_key_check").fetchone():
                raise SchemaError(f"Khóa ngoại bị gãy ở bảng {broken[0]}; chưa đổi gì.")
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
        finally:
            connection.execute("PRAGMA foreign_keys=ON")
    elif _views_now(connection) != _views_wanted():
        connection.execute("BEGIN IMMEDIATE")
        _renew_views(connection)
        connection.execute("COMMIT")


def _tables(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])


def _views_now(connection: sqlite3.Connection) -> set[str]:
    rows = connection.execute("SELECT sql FROM sqlite_master WHERE type IN ('view', 'trigger')")
    return {row[0] for row in rows}


def _views_wanted() -> set[str]:
    script = (_HERE / "views.sql").read_text(encoding="utf-8")
    with_comments = (
        re.sub(r"^(\s*--[^\n]*\n|\s)*", "", statement) for statement in statements(script)
    )
    return {statement.rstrip(";") for statement in with_comments}


def _renew_views(connection: sqlite3.Connection) -> None:
    rows = connection.execute(
        "SELECT type, name FROM sqlite_master WHERE type IN ('view', 'trigger')"
    ).fetchall()
    for kind, name in rows:
        connection.execute(f'DROP {kind} "{name}"')
    for statement in sorted(_views_wanted()):
        connection.execute(statement)


def _back_up(connection: sqlite3.Connection, target: Path) -> None:
    """A copy that is only given its name once it has been read back and found whole."""
    unfinished = target.with_suffix(".part")
    unfinished.unlink(missing_ok=True)
    copy = sqlite3.connect(unfinished)
    try:
        connection.backup(copy)
        verdict = copy.execute("PRAGMA integrity_check").fetchone()[0]
    finally:
        copy.close()
    if verdict != "ok":
        raise SchemaError(f"Bản sao lưu trước khi nâng cấp không nguyên vẹn: {verdict}")
    unfinished.replace(target)
