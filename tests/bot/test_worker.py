"""What waits in the inbox is handled in the end, when the disk was full or a try has failed."""

import asyncio
import json
import sqlite3
import time
from datetime import UTC, datetime
from pathlib import Path

from bot.channels.base import ChannelSettings
from bot.channels.table import make
from bot.clock import Clock
from bot.config import check
from bot.worker import Worker
from db import inbox
from db.inbox import Arrival
from db.store import Store

TOKEN = "1000001:sandbox-telegram-0123456789abcdef"
PEOPLE = 120


def arrival(number: int) -> Arrival:
    person = {"id": 100 + number, "is_bot": False, "first_name": "Lan"}
    said = {
        "message_id": number,
        "date": 1623200000,
        "chat": {"id": person["id"], "type": "private"},
        "from": person,
        "text": "chào",
    }
    chat = str(person["id"])
    raw = json.dumps({"update_id": number, "message": said})
    return Arrival(str(number), raw, chat, chat, str(number))


def worker_on(store: Store) -> Worker:
    environment = {"DONDOC_CHANNELS__TELEGRAM__TOKEN": TOKEN}
    given = {
        "service": {"committee": "Đảng ủy", "data_dir": "data"},
        "channels": {"telegram": {"kind": "telegram"}},
    }
    committee = check(given, environment, store.path.parent).committee
    channels = {
        "telegram": make(ChannelSettings("telegram", "telegram", TOKEN, "http://127.0.0.1:9"))
    }
    return Worker(store, Clock(), committee, channels, lambda: None)


def fill_up(connection: sqlite3.Connection) -> None:
    """Leaves no room in the file, as a full disk does."""
    connection.execute("CREATE TABLE ballast (x BLOB)")
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count={pages}")
    for size in (4000, 400, 40, 1):
        try:
            while True:
                connection.execute("INSERT INTO ballast VALUES (zeroblob(?))", (size,))
        except sqlite3.OperationalError:
            continue


def test_messages_on_a_full_disk_are_handled_once_there_is_room_and_none_is_parked(
    tmp_path: Path,
) -> None:
    async def story() -> list[tuple[str, int, int]]:
        store = Store(tmp_path).open(create=True)
        arrivals = [arrival(number) for number in range(PEOPLE)]
        store.write_now(lambda tx: inbox.keep(tx, "telegram", arrivals, datetime.now(UTC)))
        fill_up(store.writer.connection)
        store.start()
        worker = worker_on(store)
        working = asyncio.create_task(worker.run())

        def states() -> list[tuple[str, int, int]]:
            with store.reading() as tx:
                rows = tx.all("SELECT state, claims, count(*) FROM inbox GROUP BY 1, 2 ORDER BY 1")
                return [tuple(row) for row in rows]

        try:
            await asyncio.sleep(2)
            assert not working.done()
            waiting = sum(count for state, _, count in states() if state != "done")
            assert waiting > 0, "the disk was not full"
            store.writer.connection.execute("PRAGMA max_page_count=100000")
            async with asyncio.timeout(60):
                while states() != [("done", 1, PEOPLE)]:
                    assert not working.done()
                    await asyncio.sleep(0.05)
            with store.reading() as tx:
                assert tx.value("SELECT count(*) FROM problems") == 0
            return states()
        finally:
            working.cancel()
            store.close()

    assert asyncio.run(story()) == [("done", 1, PEOPLE)]


def test_a_row_whose_pause_ends_while_the_worker_looks_is_not_left_waiting(tmp_path: Path) -> None:
    """The look came just too early, and no other message comes to wake the worker."""

    async def story() -> list[str]:
        store = Store(tmp_path).open(create=True)
        store.write_now(lambda tx: inbox.keep(tx, "telegram", [arrival(7)], datetime.now(UTC)))
        store.start()
        worker = worker_on(store)
        worker._held["telegram", "107", "107"] = time.monotonic() + 0.05
        try:
            assert await worker._group([]) == []
            time.sleep(0.1)
            async with asyncio.timeout(10):
                await worker._sleep()
            return [row["update_key"] for row in await worker._group([])]
        finally:
            store.close()

    assert asyncio.run(story()) == ["7"]
