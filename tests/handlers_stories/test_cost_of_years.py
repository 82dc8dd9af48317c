"""A message costs the same after years of messages: counted in SQLite's own steps, not in time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from db import outbox, sending
from db.sending import Settled
from db.transaction import Tx
from domain.delivery import Sent
from domain.message import ANSWER, Outgoing, Text
from domain.quota import NO_LIMIT
from tests.handlers_stories.ward import Ward

_STEP = 20  # instructions of SQLite's machine between two counts


def steps(ward: Ward, act: Callable[[], object]) -> int:
    """How many instructions SQLite needs for it."""
    counted = 0

    def count() -> int:
        nonlocal counted
        counted += 1
        return 0

    connection = ward.store.writer.connection
    connection.set_progress_handler(count, _STEP)
    act()
    connection.set_progress_handler(None, 0)
    return counted * _STEP


def steps_to_read(ward: Ward, words: str) -> int:
    """The same to take this message of Lan's."""
    return steps(ward, lambda: ward.type(ward.lan, words))


def steps_to_send(ward: Ward, key: str) -> int:
    """The same to queue one answer to Lan, take it and write down that it went."""
    at = ward.chat(ward.lan)

    def send(tx: Tx) -> None:
        outbox.enqueue(tx, Outgoing(key, ANSWER, Text("Đã ghi nhận."), at=at), ward.now)
        due = outbox.candidates(tx, at.channel, ward.now, (), 1, NO_LIMIT)
        (row,) = sending.take(tx, at.channel, [row["id"] for row in due], ward.now)
        sending.settle(tx, Settled(row, Sent((key,)), 1), ward.now)

    return steps(ward, lambda: ward.write(send))


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
    by_code, bare = steps_to_read(ward, "NV07 50%"), steps_to_read(ward, "51%")
    ward.write(years_go_by)
    ward.type(ward.lan, "NV07 60%")
    assert steps_to_read(ward, "NV07 70%") < 1.3 * by_code
    assert steps_to_read(ward, "71%") < 1.3 * bare


def test_an_answer_is_sent_at_no_more_cost_after_years_of_answers(tmp_path: Path) -> None:
    ward = Ward(tmp_path)
    ward.type(ward.lan, "NV07 30%")
    before = steps_to_send(ward, "one")
    ward.write(years_go_by)
    steps_to_send(ward, "two")
    assert steps_to_send(ward, "three") < 1.3 * before
