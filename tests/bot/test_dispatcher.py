"""Sending: one bad chat holds up nobody, and a stop leaves things as they were."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bot.channels.base import ChannelSettings
from bot.channels.table import make
from bot.clock import Clock
from bot.dispatcher import Dispatcher
from db import outbox
from db.store import Store
from db.transaction import Tx
from domain.instants import VIETNAM
from domain.message import DIRECTIVE, REMINDER, ChatRef, Outgoing, Text
from sandbox.platform import Platform
from sandbox.server import serve
from sandbox.world.model import Phone

TOKEN = "1000001:sandbox-telegram-0123456789abcdef"


@dataclass
class House:
    platform: Platform
    phones: list[Phone]
    store: Store
    dispatcher: Dispatcher

    def states(self) -> list[str]:
        """The state of each message, in the order of the phones."""
        with self.store.reading() as tx:
            return [row["state"] for row in tx.all("SELECT state FROM outbox ORDER BY id")]

    async def until(self, *wanted: str) -> None:
        async with asyncio.timeout(60):
            while self.states() != list(wanted):
                await asyncio.sleep(0.02)


@asynccontextmanager
async def house(folder: Path, people: int) -> AsyncIterator[House]:
    """A dispatcher that is not yet running, with one reminder for each person in its queue."""
    platform = Platform()
    platform.add_bot("telegram", TOKEN, "Bot")
    phones = platform.add_phones(people, started=True)
    store = Store(folder).open(create=True)
    store.start()

    def fill(tx: Tx) -> None:
        for number, phone in enumerate(phones):
            at = ChatRef("telegram", str(phone.chat.id))
            out = Outgoing(f"r:{number}", REMINDER, Text(f"Tin {number}"), at=at)
            outbox.enqueue(tx, out, datetime.now(UTC))

    await store.write(fill)
    async with serve(platform) as server:
        channel = make(ChannelSettings("telegram", "telegram", TOKEN, server.telegram))
        await channel.start()
        yield House(platform, phones, store, Dispatcher(channel, store, Clock(), VIETNAM))
        await channel.close()
    store.close()


def test_one_chat_refused_again_and_again_does_not_silence_the_others(tmp_path: Path) -> None:
    async def story() -> None:
        async with house(tmp_path, 30) as place:
            bad = str(place.phones[0].chat.id)
            fault = place.platform.add_fault(
                "telegram", "429", chat=bad, retry_after=1, method="sendMessage"
            )
            running = asyncio.create_task(place.dispatcher.run())
            await place.until("queued", *["sent"] * 29)
            assert 1 <= fault.fired <= 4
            place.platform.remove_fault()
            await place.until(*["sent"] * 30)
            assert len(place.phones[0].arrived) == 1
            await place.dispatcher.finish(1)
            await running

    asyncio.run(story())


def test_a_stop_during_a_pause_leaves_in_the_queue_what_was_not_sent(tmp_path: Path) -> None:
    async def story() -> None:
        async with house(tmp_path, 3) as place:
            place.platform.add_fault("telegram", "429", retry_after=60, method="sendMessage")
            running = asyncio.create_task(place.dispatcher.run())
            while not place.platform.faults.active[0].fired:
                await asyncio.sleep(0.001)
            await place.dispatcher.finish(1)
            await running
            assert place.states() == ["queued"] * 3
            with place.store.reading() as tx:
                assert tx.value("SELECT count(*) FROM problems") == 0
                assert tx.value("SELECT max(unknowns) FROM outbox") == 0

    asyncio.run(story())


def test_what_is_taken_goes_back_during_a_long_pause_so_that_it_can_be_taken_back(
    tmp_path: Path,
) -> None:
    async def story() -> None:
        async with house(tmp_path, 3) as place:
            place.platform.add_fault("telegram", "429", retry_after=60, method="sendMessage")
            running = asyncio.create_task(place.dispatcher.run())
            while not place.platform.faults.active[0].fired:
                await asyncio.sleep(0.001)
            await place.until(*["queued"] * 3)
            await place.dispatcher.finish(1)
            await running

    asyncio.run(story())


def test_a_directive_that_is_sent_again_says_so_in_the_language_of_whom_it_is_for(
    tmp_path: Path,
) -> None:
    async def story() -> None:
        async with house(tmp_path, 2) as place:

            def again(tx: Tx) -> None:
                for number, (phone, language) in enumerate(
                    zip(place.phones, ("vi", "en"), strict=True), 1
                ):
                    tx.run(
                        "INSERT INTO people (id, code, full_name, name_fold, state, language)"
                        " VALUES (:id, :id, 'An', 'an', 'joined', :language)",
                        id=number,
                        language=language,
                    )
                    at = ChatRef("telegram", str(phone.chat.id))
                    key = f"directive:{number}:1"
                    out = Outgoing(key, DIRECTIVE, Text("Trực bão"), person_id=number, at=at)
                    outbox.enqueue(tx, out, datetime.now(UTC))
                tx.run("DELETE FROM outbox WHERE kind <> 'directive'")
                tx.run("UPDATE outbox SET unknowns = 1")

            await place.store.write(again)
            running = asyncio.create_task(place.dispatcher.run())
            await place.until("sent", "sent")
            said = [phone.arrived[0].text for phone in place.phones]
            assert said == ["(gửi lại)\nTrực bão", "(sent again)\nTrực bão"]
            await place.dispatcher.finish(1)
            await running

    asyncio.run(story())
