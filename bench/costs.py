"""What one report costs the processor, stage by stage, from the raw update to the settled answer.

Everything but the sockets: the service's own functions on a store as it is used, in one thread.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from bench import seeding
from bench.measuring import Report
from bot.channels.base import ChannelSettings
from bot.channels.table import make
from bot.channels.telegram_reading import raw_of
from bot.clock import Clock
from bot.receiver import arrival
from bot.worker import Worker
from db import inbox, outbox, sending
from db.store import Store
from db.transaction import Row, Tx
from domain.committee import Committee
from domain.delivery import Sent
from domain.quota import NO_LIMIT
from sandbox.platform import Platform
from sandbox.service import TELEGRAM_TOKEN
from sandbox.world.model import TELEGRAM

TOGETHER = 64  # messages of one group, as the worker and the dispatcher take them
STAGES = ("read off the wire", "kept", "claimed", "handled", "taken", "settled")


async def run(quick: bool, folder: Path) -> Report:
    """Each round has people, assignments and a store of its own."""
    count, rounds = (TOGETHER, 1) if quick else (40 * TOGETHER, 5)
    spent = [await _round(count, folder / str(number)) for number in range(rounds)]
    report = Report("Costs", f"{count} distinct reports, {TOGETHER} together, median of {rounds}")
    for stage in STAGES:
        report.add(stage, f"{median(each[stage] for each in spent):.0f} µs a message")
    whole = [sum(each.values()) for each in spent]
    report.add("all but the sockets", f"{median(whole):.0f} µs a message")
    return report


async def _round(count: int, folder: Path) -> dict[str, float]:
    """Microseconds of the processor for each message, by stage."""
    platform = Platform()
    platform.add_bot(TELEGRAM, TELEGRAM_TOKEN, "Bot")
    phones = platform.add_phones(count, started=True)
    seeding.seed(folder, phones, max(1, count // 4))
    texts = [report.text for report in seeding.reports(count)]
    updates = platform.queue_texts(list(zip(phones, texts, strict=True)))
    bodies = [json.loads(update.body) for update in updates if update is not None]
    spent = dict.fromkeys(STAGES, 0.0)

    @contextmanager
    def stage(name: str) -> Iterator[None]:
        begun = time.thread_time()
        yield
        spent[name] += time.thread_time() - begun

    store = Store(folder).open()
    clock = Clock()
    settings = ChannelSettings(TELEGRAM, TELEGRAM, TELEGRAM_TOKEN, "http://127.0.0.1:1")
    channels = {TELEGRAM: make(settings)}
    worker = Worker(store, clock, Committee("Thành ủy Bến Tre"), channels, lambda: None)

    def written(*writes: Callable[[Tx], Any]) -> list[Any]:
        results = store.writer.apply(writes)
        for failure in results:
            if isinstance(failure, BaseException):
                raise failure
        return results

    try:
        for start in range(0, len(bodies), TOGETHER):
            with stage("read off the wire"):
                arrivals = [arrival(raw_of(body)) for body in bodies[start : start + TOGETHER]]
            with stage("kept"):
                written(partial(inbox.keep, channel=TELEGRAM, arrivals=arrivals, now=clock.now()))
            with stage("claimed"):
                (rows,) = written(lambda tx: inbox.claim(tx, (), TOGETHER))
            with stage("handled"):
                written(*(worker.handling(row, {}) for row in rows))
            with stage("taken"):
                (taken,) = written(lambda tx: _take(tx, clock))
            with stage("settled"):
                written(partial(_settle, rows=taken, clock=clock))
    finally:
        store.close()
        await asyncio.gather(*(channel.close() for channel in channels.values()))
    return {name: seconds * 1e6 / count for name, seconds in spent.items()}


def _take(tx: Tx, clock: Clock) -> list[Row]:
    now = clock.now()
    due = outbox.candidates(tx, TELEGRAM, now, (), 2 * TOGETHER, NO_LIMIT)
    return sending.take(tx, TELEGRAM, [row["id"] for row in due], now)


def _settle(tx: Tx, rows: list[Row], clock: Clock) -> None:
    for row in rows:
        sending.settle(tx, sending.Settled(row, Sent((str(row["id"]),)), 1), clock.now())
