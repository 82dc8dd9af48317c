"""Webhooks: nothing is acknowledged before it is kept, and nothing without the secret is kept."""

import asyncio
import json
import logging
import sqlite3
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import ANY

import aiohttp
import pytest

from bot import logs
from bot.channels.base import ChannelSettings
from bot.channels.table import make
from bot.clock import Clock
from bot.receiver import Receiver
from bot.web import Web
from db.store import Store

SECRET = "a-secret-of-our-own-1234"
TOKEN = "2000002:sandbox-zalo-0123456789abcdef"
HEADERS = {
    "zalo": "X-Bot-Api-Secret-Token",
    "telegram": "X-Telegram-Bot-Api-Secret-Token",
}
UPDATES = {
    "zalo": {
        "event_name": "message.text.received",
        "message": {
            "from": {"id": "ab" * 10, "display_name": "Lan", "is_bot": False},
            "chat": {"id": "ab" * 10, "chat_type": "PRIVATE"},
            "text": "CT12 60%",
            "message_id": "m1",
            "date": 1623200000000,
        },
    },
    "telegram": {
        "update_id": 71,
        "message": {
            "message_id": 1,
            "date": 1623200000,
            "chat": {"id": 5, "type": "private"},
            "from": {"id": 5, "is_bot": False, "first_name": "Lan"},
            "text": "CT12 60%",
        },
    },
}


@dataclass
class House:
    url: str
    store: Store
    session: aiohttp.ClientSession

    async def call(
        self, channel: str, body: bytes, secret: str | None = SECRET, **headers: str
    ) -> int:
        given = dict(headers)
        if secret is not None:
            given[HEADERS[channel]] = secret
        url = f"{self.url}/webhook/{channel}"
        async with self.session.post(url, data=body, headers=given) as response:
            return response.status

    def kept(self) -> list[str]:
        with self.store.reading() as tx:
            return [row["update_key"] for row in tx.all("SELECT update_key FROM inbox")]


@asynccontextmanager
async def house(folder: Path) -> AsyncIterator[House]:
    store = Store(folder).open(create=True)
    store.start()
    receivers = {}
    for kind in HEADERS:
        settings = ChannelSettings(
            name=kind,
            kind=kind,
            token=TOKEN,
            base_url="http://127.0.0.1:9",
            mode="webhook",
            webhook_url="https://nhacviec.example.vn",
            webhook_secret=SECRET,
        )
        receivers[kind] = Receiver(make(settings), store, Clock(), lambda: None)

    async def health() -> dict[str, object]:
        return {"problems": []}

    web = Web("127.0.0.1", 0, receivers, health)
    await web.start()
    async with aiohttp.ClientSession() as session:
        yield House(web.address, store, session)
    await web.close()
    store.close()


@pytest.mark.parametrize("channel", HEADERS)
def test_an_update_is_kept_before_it_is_acknowledged_and_a_repeat_is_ignored(
    tmp_path: Path, channel: str
) -> None:
    async def story() -> None:
        async with house(tmp_path) as web:
            body = json.dumps(UPDATES[channel]).encode()
            assert await web.call(channel, body) == 200
            assert len(web.kept()) == 1
            assert await web.call(channel, body) == 200
            assert len(web.kept()) == 1

    asyncio.run(story())


@pytest.mark.parametrize("channel", HEADERS)
@pytest.mark.parametrize("secret", [None, "", "another", SECRET + "x", "á"])
def test_without_the_secret_nothing_is_kept(
    tmp_path: Path, channel: str, secret: str | None
) -> None:
    async def story() -> None:
        async with house(tmp_path) as web:
            body = json.dumps(UPDATES[channel]).encode()
            assert await web.call(channel, body, secret) == 401
            assert web.kept() == []

    asyncio.run(story())


async def typed(web: House, head: str, body: bytes = b"") -> tuple[int, float]:
    """The status of a call written by hand, and the seconds until it came; 0 when none came."""
    began = time.monotonic()
    host, port = web.url.removeprefix("http://").split(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    writer.write(head.replace("\n", "\r\n").encode() + body)
    answer = await asyncio.wait_for(reader.readline(), 15)
    writer.close()
    return int(answer.split()[1]) if answer else 0, time.monotonic() - began


CALL = "POST /webhook/telegram HTTP/1.1\nHost: x\n"
GIVEN = f"{HEADERS['telegram']}: {SECRET}\n"


def test_whoever_has_not_the_secret_is_refused_before_the_body_is_read(tmp_path: Path) -> None:
    async def story() -> None:
        async with house(tmp_path) as web:
            for length in (100, 5_000_000_000):
                status, took = await typed(web, f"{CALL}Content-Length: {length}\n\n", b"{")
                assert (status, took < 5) == (401, True)

    asyncio.run(story())


def test_a_body_that_is_announced_as_huge_is_refused_before_it_comes(tmp_path: Path) -> None:
    async def story() -> None:
        async with house(tmp_path) as web:
            head = f"{CALL}{GIVEN}Content-Length: 5000000000\n\n"
            status, took = await typed(web, head, b"{")
            assert (status, took < 5) == (413, True)

    asyncio.run(story())


def test_a_slow_or_garbled_body_is_the_callers_mistake(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("bot.web._SLOWEST", 0.2)

    async def story() -> None:
        async with house(tmp_path) as web:
            head = f"{CALL}{GIVEN}Content-Length: 100\n\n"
            assert (await typed(web, head, b"{"))[0] == 408
            zipped = {"Content-Encoding": "gzip"}
            assert await web.call("telegram", b"{}", **zipped) == 400
            assert await typed(web, f"{CALL}Content-Length: -1\n\n") == (400, ANY)
            assert web.kept() == []

    monkeypatch.setattr(logging.getLogger("aiohttp.server"), "filters", [logs.Briefly()])
    asyncio.run(story())
    assert [(line.levelname, line.exc_info) for line in caplog.records] == [("WARNING", None)] * 2


def test_what_zalo_calls_a_failure_is_kept_lest_it_come_again(tmp_path: Path) -> None:
    async def story() -> None:
        async with house(tmp_path) as web:
            assert await web.call("zalo", b'{"ok": false, "error_code": 408}') == 200
            assert len(web.kept()) == 1

    asyncio.run(story())


def test_a_store_that_is_held_or_closed_acknowledges_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.web._LONGEST_KEEPING", 0.3)
    body = json.dumps(UPDATES["telegram"]).encode()

    async def story() -> None:
        async with house(tmp_path) as web:
            with closing(sqlite3.connect(web.store.path, isolation_level=None)) as other:
                other.execute("BEGIN IMMEDIATE")
                assert await web.call("telegram", body) == 503
                assert web.kept() == []
            await web.store.write(lambda tx: None)  # what waited longer is kept after all
            assert web.kept() == ["71"]
            assert await web.call("telegram", body) == 200
            assert web.kept() == ["71"]
            web.store.close()
            assert await web.call("telegram", body) == 503

    asyncio.run(story())


async def hung_up(reader: asyncio.StreamReader) -> bool:
    try:
        return await asyncio.wait_for(reader.read(), 0.2) == b""
    except ConnectionError:
        return True
    except TimeoutError:
        return False


def test_many_connections_that_say_nothing_keep_nobody_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.listener._MOST", 8)

    async def story() -> None:
        async with house(tmp_path) as web:
            host, port = web.url.removeprefix("http://").split(":")
            held = [await asyncio.open_connection(host, int(port)) for _ in range(30)]
            assert await web.call("telegram", json.dumps(UPDATES["telegram"]).encode()) == 200
            ended = await asyncio.gather(*(hung_up(reader) for reader, _ in held))
            # One of the eight was needed for the call; the latest stand.
            assert ended == [True] * 23 + [False] * 7
            for _, writer in held:
                writer.close()

    asyncio.run(story())


def test_a_connection_that_says_nothing_is_hung_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.listener._SILENT", 0.2)
    monkeypatch.setattr("bot.listener._SWEEP", 0.1)

    async def story() -> None:
        async with house(tmp_path) as web:
            assert await typed(web, CALL) == (0, ANY)
            assert (await typed(web, "GET /healthz HTTP/1.1\nHost: x\n\n"))[0] == 200

    asyncio.run(story())


def test_a_huge_body_is_refused(tmp_path: Path) -> None:
    async def story() -> None:
        async with house(tmp_path) as web:
            assert await web.call("telegram", b"x" * 1_100_000) == 413
            assert web.kept() == []

    asyncio.run(story())


def test_other_methods_and_paths_are_refused(tmp_path: Path) -> None:
    async def story() -> None:
        async with house(tmp_path) as web:
            async with web.session.get(f"{web.url}/webhook/zalo") as response:
                assert response.status == 405
            async with web.session.post(f"{web.url}/webhook/viber") as response:
                assert response.status == 404
            async with web.session.get(f"{web.url}/") as response:
                assert response.status == 404

    asyncio.run(story())


def test_a_charset_in_the_content_type_is_no_hindrance(tmp_path: Path) -> None:
    async def story() -> None:
        async with house(tmp_path) as web:
            body = json.dumps(UPDATES["telegram"]).encode()
            kind = {"Content-Type": "application/json; charset=utf-8"}
            assert await web.call("telegram", body, **kind) == 200
            assert web.kept() == ["71"]

    asyncio.run(story())


def test_an_empty_body_is_answered_and_forgotten(tmp_path: Path) -> None:
    async def story() -> None:
        async with house(tmp_path) as web:
            assert await web.call("zalo", b"") == 200
            assert web.kept() == []

    asyncio.run(story())


def test_what_cannot_be_kept_is_not_acknowledged(tmp_path: Path) -> None:
    async def story() -> None:
        async with house(tmp_path) as web:
            pages = await web.store.write(lambda tx: tx.value("PRAGMA page_count"))
            await web.store.write(lambda tx: tx.value(f"PRAGMA max_page_count={pages}"))
            update = json.loads(json.dumps(UPDATES["telegram"]))
            update["message"]["text"] = "x" * 100_000
            body = json.dumps(update).encode()
            assert await web.call("telegram", body) == 503
            await web.store.write(lambda tx: tx.value("PRAGMA max_page_count=100000"))
            assert await web.call("telegram", body) == 200

    asyncio.run(story())
