"""A message costs the same after years of messages: counted in SQLite's own steps, not in time."""

from __future__ import annotations

from pathlib import Path

from db.transaction import Tx
from tests.handlers_stories.ward import Ward

_STEP = 20  # instructions of SQLite's machine between two counts


def steps(ward: Ward, words: str) -> int:
    """How many instructions SQLite needs to take this message of Lan's."""
    counted = 0

    def count() -> int:
        nonlocal counted
        counted += 1
        return 0

    connection = ward.store.writer.connection
    connection.set_progress_handler(count, _STEP)
    ward.type(ward.lan, words)
    connection.set_progress_handler(None, 0)
    return counted * _STEP


def years_go_by(tx: Tx) -> None:
    """Three thousand times more of what one report left behind."""
    for table, unique in (
        ("inbox", {"update_key": "update_key || ':' || n"}),
        ("outbox", {"key": "'old:' || n", "sent_at": "'2020-01-01T00:00:00.' || (100000 + n)"}),
        ("audit", {}),
        ("progress", {"inbox_id": "inbox_id + 10 * n", "reported_at": "'2020-' || n"}),
        ("sent", {"message_id": "'old' || n"}),
        ("offers", {}),
    ):
        columns = [row[1] for row in tx.all(f"PRAGMA table_info({table})") if row[1] != "id"]
        values = ", ".join(unique.get(name, name) for name in columns)
        tx.run(
            "WITH RECURSIVE years(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM years"
            " WHERE n < 3000)"
            f" INSERT INTO {table} ({', '.join(columns)}) SELECT {values} FROM years,"
            f" (SELECT * FROM {table} LIMIT 1)"
        )


def test_a_report_costs_no_more_after_years_of_reports(tmp_path: Path) -> None:
    ward = Ward(tmp_path)
    for words in ("NV07 30%", "NV07 40%"):
        ward.type(ward.lan, words)
    by_code, bare = steps(ward, "NV07 50%"), steps(ward, "51%")
    ward.write(years_go_by)
    ward.type(ward.lan, "NV07 60%")
    assert steps(ward, "NV07 70%") < 1.3 * by_code
    assert steps(ward, "71%") < 1.3 * bare
