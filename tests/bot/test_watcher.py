"""A platform is lost while the service runs: told once, nothing lost, all in order after."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.channels.base import Channel, ChannelSettings
from bot.channels.table import make
from bot.clock import Clock
from bot.dispatcher import Dispatcher
from bot.receiver import Receiver
from bot.watcher import Watcher
from db import alerts, chats, outbox
from db.store import Store
from db.transaction import Tx
from domain.committee import Committee
from domain.instants import VIETNAM
from domain.message import ANSWER, ChatRef, Outgoing, Text
from sandbox.platform import Platform
from sandbox.server import Server, serve
from sandbox.world.model import Phone

TOKEN = "1000001:sandbox-telegram-0123456789abcdef"
LIMIT = 0.4  # seconds instead of minutes


@dataclass
class House:
    platform: Platform
    server: Server
    closing: AsyncExitStack
    store: Store
    channel: Channel
    phone: Phone
    dispatcher: Dispatcher
    tasks: list[asyncio.Task[None]] = field(default_factory=list)

    def look(self, sql: str) -> list[tuple]:
        with self.store.reading() as tx:
            return [tuple(row) for row in tx.all(sql)]

    async def until(self, sql: str, *wanted: tuple, limit: float = 25.0) -> None:
        async with asyncio.timeout(limit):
            while self.look(sql) != list(wanted):
                await asyncio.sleep(0.02)

    async def say(self, *texts: str) -> None:
        at = ChatRef(self.channel.name, str(self.phone.chat.id))
        now = datetime.now(UTC)

        def write(tx: Tx) -> None:
            for text in texts:
                outbox.enqueue(tx, Outgoing(f"say:{text}", ANSWER, Text(text), at=at), now)

        await self.store.write(write)
        self.dispatcher.wake()

    async def leave(self) -> None:
        """The platform's server is gone: nobody listens there any more."""
        await self.closing.aclose()

    async def come_back(self) -> None:
        await self.closing.enter_async_context(serve(self.platform, port=self.server.port))


@asynccontextmanager
async def house(folder: Path, kind: str = "telegram", polls: bool = True) -> AsyncIterator[House]:
    platform = Platform()
    platform.add_bot(kind, TOKEN, "Bot")
    phone = platform.add_phone("Lan", channel=kind, started=True)
    store = Store(folder).open(create=True)
    store.start()
    async with AsyncExitStack() as closing:
        server = await closing.enter_async_context(serve(platform))
        channel = make(ChannelSettings(kind, kind, TOKEN, f"{server.url}/{kind}"))
        await channel.start()
        clock = Clock()
        dispatcher = Dispatcher(channel, store, clock, VIETNAM)
        receiver = Receiver(channel, store, clock, lambda: None)
        watcher = Watcher(channel, store, clock, VIETNAM, lambda: None, limit=LIMIT)
        receiver.on_polled, dispatcher.on_outcome = watcher.polled, watcher.sent
        on = House(platform, server, closing, store, channel, phone, dispatcher)
        work = [dispatcher.run(), watcher.run(every=0.05)] + ([receiver.run()] if polls else [])
        tasks = [asyncio.create_task(one) for one in work]
        try:
            yield on
        finally:
            await dispatcher.finish(1)
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            await channel.close()
    store.close()


DOWN = "SELECT code, subject FROM problems"
STATES = "SELECT state FROM outbox ORDER BY id"


def test_a_platform_that_is_gone_is_told_once_and_everything_goes_in_order_when_it_is_back(
    tmp_path: Path,
) -> None:
    async def story() -> None:
        async with house(tmp_path) as on:
            await on.leave()
            await on.say("một", "hai", "ba")
            await on.until(DOWN, ("channel_down", "telegram"))
            (text,) = on.look("SELECT text FROM problems")[0]
            assert text.startswith("Kênh telegram đang dừng: không nhận được tin từ ")
            assert text.endswith("Hãy kiểm tra đường mạng của máy chủ.")

            # The admin has another chat, which lives: the alert goes there, once.
            def told(tx: Tx) -> bool:
                return alerts.tell(tx, datetime.now(UTC), Committee("Thành ủy"))

            def admin(tx: Tx) -> None:
                tx.run(
                    "INSERT INTO people (id, code, full_name, name_fold, state)"
                    " VALUES (1, 'QT', 'Máy', 'may', 'joined')"
                )
                tx.run("INSERT INTO units (id, code, name, name_fold) VALUES (1, 'VP', 'VP', 'vp')")
                tx.run("INSERT INTO memberships (person_id, unit_id, role) VALUES (1, 1, 'admin')")
                chats.bind(tx, ChatRef("zalo", "qt"), 1, datetime(2026, 1, 1, tzinfo=UTC))
                chats.bind(tx, ChatRef("telegram", "qt"), 1, datetime.now(UTC))

            await on.store.write(admin)
            assert await on.store.write(told)
            assert not await on.store.write(told)
            alert = "SELECT channel, state FROM outbox WHERE key LIKE 'alert:%'"
            assert on.look(alert) == [("zalo", "queued")]

            await on.say("bốn")
            assert {state for (state,) in on.look(STATES)} == {"queued"}
            await on.come_back()
            on.platform.type_text(on.phone, "Có ai đó không?")  # else the first poll waits 25 s
            await on.until(DOWN)
            await on.until(f"{STATES[:-11]} WHERE channel = 'telegram'", *[("sent",)] * 4)
            shown = on.platform.messages(on.phone)
            said = [message["text"] for message in shown if message["from"] == "bot"]
            assert said == ["một", "hai", "ba", "bốn"]
            assert on.look("SELECT max(unknowns) FROM outbox") == [(0,)]

    asyncio.run(story())


@pytest.mark.parametrize("fault", ["500", "502html", "down"])
def test_a_channel_that_still_receives_but_cannot_send_is_told(tmp_path: Path, fault: str) -> None:
    async def story() -> None:
        async with house(tmp_path) as on:
            method = "*" if fault == "down" else "sendMessage"
            on.platform.add_fault("telegram", fault, method=method)
            for number in range(6):
                await on.say(f"Tin {number}")
                await asyncio.sleep(0.2)
            await on.until(DOWN, ("channel_down", "telegram"))
            (text,) = on.look("SELECT text FROM problems")[0]
            if fault != "down":
                assert "telegram đang dừng: không gửi được tin từ " in text
            on.platform.remove_fault()
            await on.say("nay thì được")
            on.platform.type_text(on.phone, "Có ai đó không?")
            await on.until(DOWN)

    asyncio.run(story())


def test_a_channel_that_only_sends_is_asked_whether_it_is_back(tmp_path: Path) -> None:
    async def story() -> None:
        async with house(tmp_path, "zalo", polls=False) as on:
            on.platform.add_fault("zalo", "500", method="sendMessage")
            for number in range(4):
                await on.say(f"Tin {number}")
                await asyncio.sleep(0.2)
            await on.until(DOWN, ("channel_down", "zalo"))
            # Nobody says anything more, so no message will show it.
            await on.until(DOWN, limit=5)

    asyncio.run(story())


def test_a_revoked_token_stays_a_problem_though_the_platform_answers(tmp_path: Path) -> None:
    async def story() -> None:
        async with house(tmp_path, polls=False) as on:
            for number in range(4):
                on.platform.add_fault("telegram", "500", method="sendMessage", times=1)
                await on.say(f"Tin {number}")
                await asyncio.sleep(0.2)
            await on.until(DOWN, ("channel_down", "telegram"))
            on.platform.add_fault("telegram", "unauthorized", method="sendMessage", times=1)
            await on.say("Tin cuối")
            revoked = "SELECT text LIKE '%không còn hiệu lực%' FROM problems"
            await on.until(revoked, (1,))
            await asyncio.sleep(3 * LIMIT)
            assert on.look(revoked) == [(1,)]

    asyncio.run(story())
