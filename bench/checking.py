"""Whether the figures of a run count: what the store must hold once all was said. Measures none."""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from pathlib import Path

from bench.seeding import Report
from db import audit
from db.transaction import Tx
from db.writer import connect_for_reading, connect_for_writing
from sandbox.world.model import Phone
from sandbox.world.queues import Update

Typed = list[tuple[Phone, Update, Report]]
SYNCHRONOUS_FULL = 2


def broken(database: Path, typed: Typed, answers: Counter[str], most_answers: int = 1) -> list[str]:
    """Why a run does not count, in words; empty when every report has its right row and answer.

    `answers` counts what the platform accepted for each chat, at most `most_answers` of it.
    """
    with closing(connect_for_reading(str(database))) as connection:
        tx = Tx(connection)
        wrong = [
            *_states(tx, "inbox", "done", len(typed)),
            *_states(tx, "outbox", "sent", len(typed)),
            *_rows(tx, typed),
        ]
        if (link := audit.broken_at(tx)) is not None:
            wrong.append(f"the audit chain breaks at link {link}")
        if (verdict := tx.value("PRAGMA integrity_check")) != "ok":
            wrong.append(f"integrity_check: {verdict}")
        if tx.all("PRAGMA foreign_key_check"):
            wrong.append("foreign_key_check found orphans")
    with closing(connect_for_writing(str(database))) as connection:
        if connection.execute("PRAGMA synchronous").fetchone()[0] != SYNCHRONOUS_FULL:
            wrong.append("synchronous is not 2")
    counted = [answers[str(phone.chat.id)] for phone, _, _ in typed]
    if silent := counted.count(0):
        wrong.append(f"{silent} people have no answer")
    if most := sum(count > most_answers for count in counted):
        wrong.append(f"{most} people have more than {most_answers} answers")
    return wrong


def _states(tx: Tx, table: str, good: str, count: int) -> list[str]:
    found = {row[0]: row[1] for row in tx.all(f"SELECT state, count(*) FROM {table} GROUP BY 1")}
    return [] if found == {good: count} else [f"{table} holds {found}, not {count} {good}"]


def _rows(tx: Tx, typed: Typed) -> list[str]:
    """Each report's rows, found by its update, against what was typed."""
    found: dict[str, list[tuple[str, float]]] = {}
    for row in tx.all("SELECT update_key, person_code, percent FROM v_progress"):
        found.setdefault(row["update_key"], []).append((row["person_code"], row["percent"]))
    expected = {
        str(update.key): [(f"N{place}", report.percent)] if report.percent is not None else []
        for place, (_, update, report) in enumerate(typed)
    }
    wrong = [
        f"{key}: recorded {found.get(key, [])}, typed {rows}"
        for key, rows in expected.items()
        if found.get(key, []) != rows
    ]
    stray = len(found.keys() - expected.keys())
    if wrong:
        wrong = [f"{len(wrong)} reports have a wrong row, e.g. {wrong[0]}"]
    return wrong + ([f"{stray} rows come from no report"] if stray else [])
