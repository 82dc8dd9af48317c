"""Watches the service itself: stalled handlers, books that do not add up, the outside heartbeat."""

from __future__ import annotations

import asyncio
import itertools
import logging
import os
import threading
import time
from collections.abc import Callable

import aiohttp

from bot.clock import Clock
from db import alerts, problems, seats, status
from db import retention as retaining
from db.store import Store
from db.transaction import Tx
from db.trouble import ailment, data_reason
from domain.committee import Committee

log = logging.getLogger(__name__)

STALL = 2.0  # seconds that one handler may take
_LOCKED = 60.0  # seconds that another process may hold the file before a person is told
_EVERY = 60.0
_EMPTY_EVERY = 60  # minutes
_LOOKING = 60.0  # seconds that the look for what is old may take
STALLED_EXIT = 70


def watch_for_stalls(store: Store) -> threading.Event:
    """Ends the process when a handler runs away: the next start parks what it ran on.

    A thread, since a handler that loops for ever leaves nothing else running. Set the returned
    event to stop watching.
    """
    over = threading.Event()

    def watch() -> None:
        while not over.wait(0.2):
            since = store.writer.busy_since
            if since is not None and time.monotonic() - since > STALL:
                log.critical("a handler has stalled; the service ends and will be started again")
                os._exit(STALLED_EXIT)

    threading.Thread(target=watch, name="watchdog", daemon=True).start()
    return over


class Auditor:
    """Every minute: reconcile, tell admins of new problems, then say outside that all is well."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        committee: Committee,
        heartbeat_url: str,
        woken: Callable[[], None],
    ) -> None:
        self._store = store
        self._clock = clock
        self._committee = committee
        self._heartbeat_url = heartbeat_url
        self._woken = woken

    def unwritten(self) -> list[dict[str, str]]:
        """Problems that keep the store from being written, so they stand nowhere in it."""
        found = []
        writer = self._store.writer
        since, ailing = writer.locked_since, writer.ailing
        if since is not None and time.monotonic() - since > _LOCKED:
            found.append(problems.aside("locked"))
        if ailing is not None:
            found.append(problems.aside(ailment(ailing), data_reason(ailing)))
        return found

    async def run(self) -> None:
        """Audits until cancelled."""
        for minute in itertools.count():
            await asyncio.sleep(_EVERY)
            try:
                if await self.audit():
                    await self._beat()
                if minute % _EMPTY_EVERY == 0:
                    await self._empty_old()
            except Exception:
                # Silence is the alarm: no heartbeat goes out, and the next minute tries again.
                log.exception("the audit failed")

    async def audit(self) -> bool:
        """Reconciles once; whether every promise is accounted for."""
        now = self._clock.now()
        if blocked := self.unwritten():
            for one in blocked:
                log.critical(one["text"])
            return False
        wrong = await self._store.read(status.unbalanced)

        def write(tx: Tx) -> bool:
            if wrong:
                problems.raised(tx, "unbalanced", "", "; ".join(wrong[:3]), now)
            else:
                problems.cleared(tx, "unbalanced")
            problems.forget_told(tx, now)
            seats.look(tx, self._committee)
            return alerts.tell(tx, now, self._committee)

        if await self._store.write(write):
            self._woken()
        return not wrong

    async def _empty_old(self) -> None:
        now, retention = self._clock.now(), self._committee.retention
        while writes := await self._store.read(
            lambda tx: retaining.due(tx, now, retention), limit=_LOOKING
        ):
            for write in writes:
                await self._store.write(write)
                await asyncio.sleep(0.1)

    async def _beat(self) -> None:
        if not self._heartbeat_url:
            return
        timeout = aiohttp.ClientTimeout(total=10)
        try:
            async with (
                aiohttp.ClientSession(timeout=timeout) as session,
                session.get(self._heartbeat_url) as response,
            ):
                await response.read()
        except (aiohttp.ClientError, TimeoutError) as failure:
            log.warning("the heartbeat was not heard: %s", type(failure).__name__)
