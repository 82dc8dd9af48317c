"""The loop that rings: asks what the hour means and has it written, unless the clock is in doubt.

Decides neither what is due (scheduler.py) nor whether a clock is believed (domain/clock.py).
"""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections.abc import Callable, Collection
from datetime import datetime
from typing import Any

from apscheduler.schedulers.asyncio import AsyncIOScheduler

import scheduler
from bot.channels.base import Channel
from bot.clock import Clock
from db import problems, status
from db.store import Store
from db.transaction import Tx, TxLost, may_pass
from domain.clock import agree, doubt, is_odd
from domain.committee import Committee
from domain.instants import instant
from domain.texts import say
from domain.wording import span

log = logging.getLogger(__name__)

SECONDS = 20
_PATIENCE = 5.0  # seconds that a platform may take to say what time it is


class Ringer:
    """Rings every `SECONDS` of real time once started."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        committee: Committee,
        channels: Collection[Channel],
        woken: Callable[[], None],
        *,
        believing: bool = False,
    ) -> None:
        """`believing`: in a demonstration time leaps, and nobody doubts it."""
        self._store = store
        self._clock = clock
        self._committee = committee
        self._channels = channels
        self._woken = woken
        self._believing = believing
        self._held = False
        self._bell = AsyncIOScheduler(timezone="UTC")

    def start(self) -> None:
        """Begins to ring."""
        self._bell.add_job(
            self.ring,
            "interval",
            seconds=SECONDS,
            id="ring",
            coalesce=True,
            max_instances=1,
            misfire_grace_time=None,
        )
        self._bell.start()

    def stop(self) -> None:
        """Rings no more."""
        if self._bell.running:
            self._bell.shutdown(wait=False)

    async def run(self, every: float = SECONDS / 4) -> None:
        """Keeps the bell going until cancelled.

        It goes by the machine's clock: set back by an hour it would be silent for an hour, set
        back from 2200 for ever (measured with APScheduler 3.11).
        """
        while True:
            await asyncio.sleep(every)
            job = self._bell.get_job("ring")
            now = self._clock.machine()
            if job is not None and (job.next_run_time - now).total_seconds() > SECONDS + 1:
                job.modify(next_run_time=now)

    async def ring(self) -> None:
        """Has written what is due now; what cannot be (a full disk) is due again next time."""
        try:
            if self._believing or await self._believed():
                await self._rung()
        except (sqlite3.Error, TxLost) as failure:
            log.error("cannot write what is due: %s", failure, exc_info=not may_pass(failure))

    async def _rung(self) -> None:
        now, committee = self._clock.now(), self._committee

        def in_order(tx: Tx) -> list[Any]:
            return scheduler.due(tx, now, committee)

        writes = await self._store.read(in_order)
        results = await self._store.write_each(writes)
        for write, result in zip(writes, results, strict=True):
            if may_pass(result):
                log.error("cannot write what is due: %s", result)
            elif isinstance(result, BaseException):
                log.error("a reminder could not be written: %s", write, exc_info=result)
        self._woken()

    async def _believed(self) -> bool:
        """Whether the machine's clock may ring; raises the problem while it may not."""
        clock = self._clock
        noted = await self._store.read(lambda tx: status.noted(tx, "last_tick"))
        last = instant(noted) if noted else None
        if is_odd(clock.machine(), last, clock.sure()):
            told = await self._told()
            machine = clock.machine()
            found = doubt(machine, last, clock.sure(), told, held=self._held)
            if found is not None:
                log.error("the clock is in doubt (%s by %s); nothing rings", found.why, found.by)
                clock.believe(found.goes_by)
                self._held = True
                how = say(f"watch.clock_{found.why}", span=span(found.by, "vi")).plain
                now = clock.now()
                await self._store.write(lambda tx: problems.raised(tx, "clock", "", how, now))
                return False
            log.info("the clock is believed: %s, last tick %s", machine, noted)
        clock.believe(clock.machine())
        # Before a restart too it may have been in doubt.
        await self._store.write(lambda tx: problems.cleared(tx, "clock"))
        self._held = False
        return True

    async def _told(self) -> list[datetime]:
        """What the platforms say it is; those that do not answer say nothing. One that agrees
        settles it, and nobody waits for another that is blocked."""
        told: list[datetime] = []
        asked = [asyncio.create_task(one.date(_PATIENCE)) for one in self._channels]
        try:
            for answer in asyncio.as_completed(asked):
                if (date := await answer) is None:
                    continue
                told.append(date)
                if agree(self._clock.machine(), date):
                    break
        finally:
            for task in asked:
                task.cancel()
            await asyncio.gather(*asked, return_exceptions=True)
        return told
