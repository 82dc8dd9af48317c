"""The loop that knows how one channel fares: raises the problem when the platform has been lost for
minutes, clears it when it is back; has what waits on a stopped channel moved. Sends nothing.
"""

from __future__ import annotations

import asyncio
import logging
import sqlite3
import time
from collections.abc import Callable
from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.channels.base import Channel
from bot.clock import Clock
from db import problems, stranded
from db.store import Store
from db.transaction import Tx, TxLost
from domain.delivery import Outcome, Stopped, is_failure
from domain.instants import local_day
from domain.outage import LOST, Line
from domain.texts import say
from domain.wording import full_day, hour

log = logging.getLogger(__name__)

_PATIENCE = 10.0  # seconds that the platform may take to answer a knock


class Watcher:
    """Watches one channel. Those who speak with its platform tell it what they see."""

    def __init__(
        self,
        channel: Channel,
        store: Store,
        clock: Clock,
        zone: ZoneInfo,
        woken: Callable[[], None],
        limit: float = LOST,
    ) -> None:
        self.stopped = False  # only a person can help
        self._channel = channel
        self._store = store
        self._clock = clock
        self._zone = zone
        self._woken = woken
        self._limit = limit
        self._receiving, self._sending = Line(), Line()
        self._lost = False
        self._knocked = 0.0

    # What others see ----------------------------------------------------------------------

    def polled(self, failure: str) -> None:
        """A poll came back: "" when it was answered, else why not."""
        if failure:
            self._receiving.failed(time.monotonic(), failure)
        else:
            self._receiving.worked()

    def sent(self, outcome: Outcome) -> None:
        """What became of an attempt to send."""
        if isinstance(outcome, Stopped):
            self.stopped = True
        if is_failure(outcome):
            self._sending.failed(time.monotonic(), outcome.reason)
        else:
            self._sending.worked()

    async def unreached(self, failure: str) -> None:
        """The first attempt to reach the platform was in vain; it is tried again."""
        self.polled(failure)
        await self._raise("both", time.monotonic())

    async def stop(self, reason: str) -> None:
        """The channel cannot work until a person acts."""
        self.stopped = True
        name, now = self._channel.name, self._clock.now()
        log.error("channel %s is down: %s", name, reason, extra={"channel": name})
        await self._store.write(lambda tx: problems.changed(tx, "channel_down", name, reason, now))

    async def started(self, called: str) -> None:
        """The platform let us in, and calls the bot so."""
        name = self._channel.name
        self._receiving.worked()
        log.info("channel %s is up as %s", name, called, extra={"channel": name})
        await self._clear()

    # Watching -----------------------------------------------------------------------------

    async def run(self, every: float = 5.0) -> None:
        """Watches until cancelled."""
        while True:
            await asyncio.sleep(every)
            try:
                await self._look()
            except (sqlite3.Error, TxLost):
                log.exception("how a channel fares could not be written down")

    async def _look(self) -> None:
        if self.stopped:
            await self._move_on()
            return
        both = (("receiving", self._receiving), ("sending", self._sending))
        lost = {
            name: line.since
            for name, line in both
            if line.since is not None and line.is_lost(self._limit)
        }
        if lost and not self._lost:
            await self._raise("both" if len(lost) == 2 else next(iter(lost)), min(lost.values()))
        elif self._lost and all(line.since is None for _, line in both):
            await self._clear()
        elif self._lost:
            await self._knock()

    async def _move_on(self) -> None:
        """Nobody knows when it will run again: what can reach its person elsewhere goes there."""
        name = self._channel.name
        while moved := await self._store.write(lambda tx: stranded.move_on(tx, name)):
            log.info("%d messages went to other channels", moved, extra={"channel": name})
            self._woken()

    async def _raise(self, what: str, since: float) -> None:
        name, now = self._channel.name, self._clock.now()
        began = now - timedelta(seconds=time.monotonic() - since)
        when = f"{hour(began, self._zone)} {full_day(local_day(began, self._zone), 'vi')}"
        how = say(f"watch.lost_{what}", when=when).plain
        await self._store.write(lambda tx: problems.raised(tx, "channel_down", name, how, now))
        self._lost = True
        why = self._sending.reason if what == "sending" else self._receiving.reason
        log.error("nothing gets through (%s): %s", what, why, extra={"channel": name})

    async def _clear(self) -> None:
        name = self._channel.name

        def write(tx: Tx) -> None:
            if not self.stopped:  # meanwhile, in which case another problem stands
                problems.cleared(tx, "channel_down", name)

        await self._store.write(write)
        if self._lost:
            log.info("the platform answers again", extra={"channel": name})
        self._lost = False

    async def _knock(self) -> None:
        """While nothing is sent, nothing shows whether it would go: asks the server itself."""
        now = time.monotonic()
        if (
            self._sending.since is None
            or now - max(self._sending.last, self._knocked) < self._limit
        ):
            return
        self._knocked = now
        if await self._channel.date(_PATIENCE) is not None and self._sending.last < now:
            self._sending.worked()
