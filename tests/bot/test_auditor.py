"""What the service says of itself when something keeps it from working."""

import asyncio
import sqlite3
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.auditor import _LOCKED, Auditor
from bot.clock import Clock
from db import problems, status
from db.store import Store
from domain.committee import Committee

NOW = datetime(2021, 6, 9, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path):
    store = Store(tmp_path).open(create=True)
    store.start()
    yield store
    store.close()


def auditor(store: Store) -> Auditor:
    return Auditor(store, Clock(), Committee(name="Thành ủy"), "", lambda: None)


async def fill_up(store: Store) -> None:
    """Leaves no room for another page, and has that noticed."""
    pages = await store.write(lambda tx: tx.value("PRAGMA page_count"))
    await store.write(lambda tx: tx.value(f"PRAGMA max_page_count={pages}"))
    with pytest.raises(Exception, match="full"):
        await store.write(lambda tx: status.note(tx, "large", "x" * 500_000))


def test_a_full_disk_is_a_problem_until_there_is_room(store: Store) -> None:
    async def fill() -> None:
        await fill_up(store)
        assert [one["code"] for one in auditor(store).unwritten()] == ["full"]
        assert not await auditor(store).audit()
        await store.write(lambda tx: tx.value("PRAGMA max_page_count=1000000"))
        await store.write(lambda tx: status.note(tx, "small", "x"))
        assert auditor(store).unwritten() == []

    asyncio.run(fill())


def test_a_commit_of_nothing_does_not_end_a_full_disk(store: Store) -> None:
    async def fill() -> None:
        await fill_up(store)
        await store.write(lambda tx: tx.value("SELECT 1"))
        assert [one["code"] for one in auditor(store).unwritten()] == ["full"]

    asyncio.run(fill())


def test_data_that_take_no_writes_are_told_once_in_the_log_and_until_they_do(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    async def refuse() -> None:
        await store.write(lambda tx: tx.value("PRAGMA query_only=ON"))
        for _ in range(3):
            with pytest.raises(sqlite3.OperationalError):
                await store.write(lambda tx: status.note(tx, "a", "x"))
        (told,) = auditor(store).unwritten()
        assert (told["code"], "(tệp hoặc thư mục chỉ cho đọc)" in told["text"]) == (
            "unwritable",
            True,
        )
        store.writer.connection.execute("PRAGMA query_only=OFF")
        await store.write(lambda tx: status.note(tx, "a", "x"))
        assert auditor(store).unwritten() == []
        assert [(line.levelname, line.getMessage()) for line in caplog.records] == [
            ("CRITICAL", told["text"]),
            ("WARNING", "Dữ liệu đã ghi được trở lại; dịch vụ nhận tin tiếp."),
        ]

    asyncio.run(refuse())


def test_a_file_that_another_program_holds_is_a_problem_after_a_minute(store: Store) -> None:
    async def hold() -> None:
        other = sqlite3.connect(store.path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        waiting = asyncio.ensure_future(store.write(lambda tx: status.note(tx, "late", "x")))
        while store.writer.locked_since is None:
            await asyncio.sleep(0.01)
        assert auditor(store).unwritten() == []
        store.writer.locked_since = time.monotonic() - _LOCKED - 1
        assert [one["code"] for one in auditor(store).unwritten()] == ["locked"]
        other.execute("COMMIT")
        await waiting
        assert auditor(store).unwritten() == []
        other.close()

    asyncio.run(hold())


def test_an_event_is_over_three_days_after_a_person_was_told(store: Store) -> None:
    def tell(tx) -> None:
        problems.raised(tx, "unknown", "directive:1:2", "", NOW)
        problems.raised(tx, "parked", "77", "", NOW)
        tx.run("UPDATE problems SET told_at = :at", at="2021-06-09T00:00:00.000000Z")

    def left(tx) -> list[str]:
        return [row["code"] for row in problems.open_ones(tx)]

    def forget(days: int):
        return lambda tx: problems.forget_told(tx, NOW + timedelta(days=days))

    async def story() -> None:
        await store.write(tell)
        await store.write(forget(2))
        assert await store.write(left) == ["parked", "unknown"]
        await store.write(forget(4))
        assert await store.write(left) == ["parked"]

    asyncio.run(story())
