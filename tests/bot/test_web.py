"""Webhooks: nothing is acknowledged before it is kept, and nothing without the secret is kept."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import aiohttp
import pytest

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
