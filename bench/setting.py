"""The place of a measurement: a sandbox with a meter, phones, and a service with its rates."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.meter import Meter
from sandbox.platform import Platform
from sandbox.server import Server, serve
from sandbox.service import TELEGRAM_TOKEN, ZALO_TOKEN, Service
from sandbox.world.model import TELEGRAM, Phone
from sandbox.world.queues import UpdateQueue

UNPACED = 10_000  # messages a second: the pacer runs, but does not limit
IN_FLIGHT = 64


@dataclass(slots=True)
class Setting:
    """What a benchmark plays on."""

    folder: Path
    platform: Platform
    server: Server
    phones: list[Phone]
    meter: Meter

    @property
    def queue(self) -> UpdateQueue:
        """The updates that wait for the bot."""
        return self.platform.bot(TELEGRAM).queue

    @property
    def data_dir(self) -> Path:
        """Where the service of this setting keeps its data."""
        return self.folder / "data"

    def service(self, per_second: float = UNPACED, in_flight: int = IN_FLIGHT) -> Service:
        """The service as shipped; only addresses and rates differ."""
        return Service(
            self.folder,
            self.server,
            clock=False,
            channels=f"messages_per_second = {per_second}\nmax_in_flight = {in_flight}",
        )

    async def listening(self, limit: float = 30.0) -> None:
        """Returns once the bot waits for updates. Raises TimeoutError."""
        async with asyncio.timeout(limit):
            while self.queue.poll is None:
                await asyncio.sleep(0.01)

    async def answered(self, count: int, silence: float = 20.0) -> bool:
        """Whether `count` answers came; gives up when none has come for `silence` seconds."""
        answers = self.meter.answers
        seen, waited = -1, 0.0
        while len(answers) < count:
            waited = 0.0 if len(answers) > seen else waited + 0.02
            if waited > silence:
                return False
            seen = len(answers)
            await asyncio.sleep(0.02)
        return True


@asynccontextmanager
async def setting(folder: Path, people: int, latency: float = 0.0) -> AsyncIterator[Setting]:
    """A new sandbox whose `people` have all written before. `latency` in seconds per request."""
    folder.mkdir(parents=True, exist_ok=True)
    platform = Platform()
    bot = platform.add_bot(TELEGRAM, TELEGRAM_TOKEN, "Bot")
    platform.add_bot("zalo", ZALO_TOKEN, "Bot")
    meter = platform.calls = Meter(platform, bot.queue)
    phones = platform.add_phones(people, started=True)
    # A sandbox that pauses to look through its thousands of phones and messages would be measured
    # too: what comes in meanwhile is seen late and all at once.
    gc.collect()
    gc.disable()
    try:
        async with serve(platform) as server:
            platform.latency = latency
            yield Setting(folder, platform, server, phones, meter)
    finally:
        gc.enable()
