"""What the service holds, read from outside: its database's stable views and its /healthz.

Opens the database read-only; knows only the views that the contract names.
"""

import asyncio
import re
import sqlite3
from pathlib import Path
from typing import Any

import aiohttp

_ROWS = {
    "inbox": "SELECT * FROM v_inbox ORDER BY received_at DESC LIMIT 30",
    "outbox": "SELECT * FROM v_outbox ORDER BY coalesce(sent_at, due_at) DESC LIMIT 30",
    "progress": "SELECT * FROM v_progress ORDER BY id DESC LIMIT 30",
    "directives": "SELECT * FROM v_directives",
}
_SHA256 = re.compile(r"[0-9a-f]{64}")
_COURSE = {
    "progress": "SELECT * FROM v_progress WHERE year = :year AND assignment_code = :code"
    " AND unit_code = :unit ORDER BY id DESC",
    "evidence": "SELECT * FROM v_evidence WHERE year = :year AND assignment_code = :code"
    " AND unit_code = :unit ORDER BY id DESC",
}
_HEALTH_WAIT = aiohttp.ClientTimeout(total=2.0)


async def read_holdings(
    data_dir: Path | None, service_url: str, http: aiohttp.ClientSession
) -> dict[str, Any]:
    """`{"available", "health", "inbox", "outbox", "progress", "directives"}`; newest first."""
    held: dict[str, Any] = {"available": False, "health": None, "inbox": [], "outbox": []}
    held |= {"progress": [], "directives": []}
    if service_url:
        held["health"] = await _read_health(service_url, http)
    if data_dir is not None and (data_dir / "dondoc.db").exists():
        rows = await asyncio.to_thread(_read_rows, data_dir / "dondoc.db", _ROWS)
        if rows is not None:
            held |= rows
            held["available"] = True
    return held


async def read_course(
    data_dir: Path | None, year: int, code: str, unit: str
) -> dict[str, list[dict[str, Any]]]:
    """`{"progress", "evidence"}` of one assignment, newest first, with what was corrected since."""
    if data_dir is None or not (data_dir / "dondoc.db").exists():
        return {"progress": [], "evidence": []}
    named = {"year": year, "code": code, "unit": unit}
    rows = await asyncio.to_thread(_read_rows, data_dir / "dondoc.db", _COURSE, named)
    return rows or {"progress": [], "evidence": []}


def evidence_file(data_dir: Path | None, sha256: str) -> Path | None:
    """Where a file of evidence lies; None when there is none of that content."""
    if data_dir is None or not _SHA256.fullmatch(sha256):
        return None
    path = data_dir / "files" / sha256[:2] / sha256
    return path if path.is_file() else None


async def _read_health(service_url: str, http: aiohttp.ClientSession) -> Any:
    try:
        async with http.get(service_url + "/healthz", timeout=_HEALTH_WAIT) as response:
            return await response.json(content_type=None)
    except (aiohttp.ClientError, TimeoutError, ValueError):
        return None


def _read_rows(
    database: Path, queries: dict[str, str], named: dict[str, Any] | None = None
) -> dict[str, list[dict[str, Any]]] | None:
    """The rows of each query; None while the database cannot be read (it is being made)."""
    try:
        connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True, timeout=1.0)
    except sqlite3.OperationalError:
        return None
    connection.row_factory = sqlite3.Row
    try:
        return {
            name: [dict(row) for row in connection.execute(query, named or {})]
            for name, query in queries.items()
        }
    except sqlite3.OperationalError:
        return None
    finally:
        connection.close()


def changed_at(data_dir: Path | None) -> tuple[int, ...]:
    """A mark that differs whenever the database may have changed."""
    if data_dir is None:
        return ()
    marks = []
    for name in ("dondoc.db", "dondoc.db-wal"):
        try:
            found = (data_dir / name).stat()
        except FileNotFoundError:
            continue
        marks += [found.st_mtime_ns, found.st_size]
    return tuple(marks)
