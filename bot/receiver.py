"""The loop that takes updates in: secrecy gate, inbox, commit, and only then the confirmation."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections.abc import Callable

from bot.channels.base import Channel, Raw, TryLater
from bot.clock import Clock
from bot.points import point
from db import inbox
from db.inbox import Arrival
from db.store import Store
from db.transaction import TxLost
from domain import secrecy

log = logging.getLogger(__name__)

_LARGEST = 1_000_000  # characters of one update that are kept


class Receiver:
    """Takes what one channel hands out and wakes the worker."""

    def __init__(self, channel: Channel, store: Store, clock: Clock, wake: Callable[[], None]):
        self.channel = channel
        self._store = store
        self._clock = clock
        self._wake = wake
        self.on_polled: Callable[[str], None] = lambda failure: None  # "": the platform answered

    async def run(self) -> None:
        """Polls until cancelled. Raises ChannelDown when only a person can help."""
        failures = 0
        while True:
            try:
                updates = await self.channel.poll()
                self.on_polled("")
                if updates:
                    point("after_fetch")
                    await self.keep(updates)
                    point("after_inbox_commit")
                    self.channel.confirm(updates)
                failures = 0
            except TryLater as later:
                failures += 1
                self.on_polled(str(later))
                if failures in (1, 10, 100):
                    log.warning("nothing came: %s", later, extra={"channel": self.channel.name})
                await asyncio.sleep(min(30.0, max(later.seconds, 0.1 * 2 ** min(failures, 8))))
            except (sqlite3.Error, TxLost) as failure:
                # Nothing is confirmed, so the platform keeps it until there is room again.
                failures += 1
                log.error("cannot keep updates: %s", failure, extra={"channel": self.channel.name})
                await asyncio.sleep(min(5.0, 0.2 * 2 ** min(failures, 5)))

    async def keep(self, updates: list[Raw]) -> int:
        """Commits updates to the inbox; how many were new. The platform may be told afterwards."""
        arrivals = [arrival(update) for update in updates]
        now = self._clock.now()
        name = self.channel.name
        new: int = await self._store.write(lambda tx: inbox.keep(tx, name, arrivals, now))
        if new:
            self._wake()
        return new


def arrival(update: Raw) -> Arrival:
    """The update as it is kept: what bears a secrecy mark is masked, what is unfit says why."""
    unfit = ""
    raw = update.raw
    if len(raw) > _LARGEST:
        raw, unfit = raw[:_LARGEST], "larger than is kept"
    else:
        try:
            raw = secrecy.masked(raw)
        except (ValueError, RecursionError) as failure:
            unfit = f"not readable: {type(failure).__name__}"
    return Arrival(
        update.update_key,
        raw,
        update.chat,
        update.sender,
        update.message_id,
        update.reply_to,
        unfit,
    )
