"""The service whole: starts things in the order in which a message travels, and stops them."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import signal
import sqlite3
from collections.abc import Collection, Coroutine
from functools import partial
from typing import Any

from bot.auditor import Auditor, watch_for_stalls
from bot.channels.base import Channel, ChannelDown, TryLater
from bot.channels.table import make
from bot.clock import Clock
from bot.commands.writes import WRITES
from bot.config import Config
from bot.control import Control
from bot.dispatcher import Dispatcher
from bot.receiver import Receiver
from bot.ringer import Ringer
from bot.runner import Runner
from bot.watcher import Watcher
from bot.web import Web
from bot.worker import Worker
from db import problems, sending, status
from db.store import Store
from db.transaction import Tx
from db.writer import Patient

log = logging.getLogger(__name__)

_LAST_SENDS = 2.5  # seconds that messages on their way get at the end
_LAST_LOCK = 1.0  # seconds that another process may still hold the file then
_IDLE_LOOK = 0.02


class App:
    """`await App(config, store).run()` serves until SIGTERM or SIGINT."""

    def __init__(self, config: Config, store: Store) -> None:
        self._config = config
        self._store = store
        self._clock = Clock()
        self._channels: dict[str, Channel] = {
            settings.name: make(settings) for settings in config.channels
        }
        files = config.data_dir / "files"
        self._dispatchers = [
            Dispatcher(channel, store, self._clock, config.committee.zone)
            for channel in self._channels.values()
        ]
        self._watchers = {
            name: Watcher(channel, store, self._clock, config.committee.zone, self._wake_senders)
            for name, channel in self._channels.items()
        }
        self._worker = Worker(
            store, self._clock, config.committee, self._channels, self._wake_senders
        )
        self._receivers = {
            name: Receiver(channel, store, self._clock, self._worker.wake)
            for name, channel in self._channels.items()
        }
        for name, watcher in self._watchers.items():
            self._receivers[name].on_polled = watcher.polled
        for dispatcher in self._dispatchers:
            dispatcher.on_outcome = self._watchers[dispatcher.channel.name].sent
        self._runner = Runner(
            store,
            self._clock,
            config.committee,
            self._channels,
            files,
            config.file_limit,
            self._wake_senders,
        )
        self._auditor = Auditor(
            store, self._clock, config.committee, config.heartbeat_url, self._wake_senders
        )
        self._web = Web(config.web_host, config.web_port, self._receivers, self._health)
        self._control = Control(
            config.data_dir,
            store,
            self._clock,
            config.committee,
            WRITES,
            self._auditor.unwritten,
            self._after_command,
        )
        self._ringer = Ringer(
            store,
            self._clock,
            config.committee,
            self._channels.values(),
            self._wake_senders,
            believing=bool(config.clock_url),
        )
        self._tasks: set[asyncio.Task[None]] = set()
        self._over = asyncio.Event()
        self._exit = 0
        self._clock_known = asyncio.Event()
        self._not_started: set[str] = set()  # channels that tried in vain

    async def run(self) -> int:
        """Serves; the exit code. Logs one line when ready."""
        loop = asyncio.get_running_loop()
        for name in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(name, self._over.set)
        watching = watch_for_stalls(self._store)
        try:
            starting = asyncio.create_task(self._start(), name="start")
            over = asyncio.create_task(self._over.wait(), name="over")
            await asyncio.wait({starting, over}, return_when=asyncio.FIRST_COMPLETED)
            if starting.done():
                starting.result()
                log.info("ready: %s", self._web.address)
                await over
            await _cancelled({starting, over})
        finally:
            # Nobody waits for ever at the end for a file that another process holds.
            loop.call_later(_LAST_LOCK, self._store.writer.wait_no_more)
            await self._stop()
            watching.set()
        return self._exit

    async def _start(self) -> None:
        if self._config.clock_url:
            self._spawn(self._clock.follow(self._config.clock_url, self._clock_moved), "clock")
            await asyncio.wait_for(self._clock_known.wait(), 30)
        else:
            self._clock_known.set()
        await self._store.write(Patient(self._note_channels))
        # Before anything comes in, so that what was due comes before the answers to what waited.
        await self._ringer.ring()
        await self._web.start()
        await self._control.start()
        for name, channel in self._channels.items():
            self._spawn(self._serve_channel(name, channel), f"channel {name}")
            self._spawn(self._watchers[name].run(), f"watcher {name}")
        self._spawn(self._worker.run(), "worker")
        self._spawn(self._runner.run(), "runner")
        self._spawn(self._auditor.run(), "auditor")
        self._ringer.start()
        self._spawn(self._ringer.run(), "ringer")

    def _note_channels(self, tx: Tx) -> None:
        names = list(self._channels)
        status.note(tx, "channels", json.dumps(names))
        problems.forget_channels_but(tx, names)
        sending.leave_channels_but(tx, names, self._clock.now())

    async def _serve_channel(self, name: str, channel: Channel) -> None:
        """Starts one channel, then receives and sends. Another channel's failure is not ours."""
        wait, watcher = 1.0, self._watchers[name]
        while True:
            try:
                called = await channel.start()
                break
            except TryLater as later:
                self._not_started.add(name)
                if wait == 1.0:
                    await watcher.unreached(str(later))
                await asyncio.sleep(wait)
                wait = min(60.0, wait * 2)
            except ChannelDown as down:
                self._not_started.add(name)
                await watcher.stop(str(down))
                return
        await self._store.write(lambda tx: status.note(tx, f"called:{name}", called))
        await watcher.started(called)
        dispatcher = next(one for one in self._dispatchers if one.channel is channel)
        self._not_started.discard(name)
        self._spawn(dispatcher.run(), f"dispatcher {name}")
        if channel.mode == "polling":
            try:
                await self._receivers[name].run()
            except ChannelDown as down:
                await watcher.stop(str(down))

    async def _clock_moved(self) -> None:
        """The demonstration's clock was moved: ring, then wait until nothing is left to do."""
        first = not self._clock_known.is_set()
        self._clock_known.set()
        if first:
            return
        await self._ringer.ring()
        while not self._over.is_set():
            self._wake_senders()
            self._runner.wake()
            await asyncio.sleep(_IDLE_LOOK)
            now = self._clock.now()
            busy = any(dispatcher.busy for dispatcher in self._dispatchers)
            silent = [name for name in self._channels if self._is_silent(name)]
            if not busy and await self._store.read(partial(status.idle, now=now, silent=silent)):
                return

    def _is_silent(self, name: str) -> bool:
        """Whether this channel sends nothing now: it could not start, was stopped or paused."""
        one = next(each for each in self._dispatchers if each.channel.name == name)
        return name in self._not_started or one.silent

    def _wake_senders(self) -> None:
        for dispatcher in self._dispatchers:
            dispatcher.wake()
        self._runner.wake()

    def _after_command(self) -> None:
        self._worker.wake()
        self._wake_senders()

    async def _health(self) -> dict[str, Any]:
        now = self._clock.now()
        try:
            told = await self._store.read(lambda tx: status.status(tx, now))
        except sqlite3.Error as failure:
            log.error("cannot read the data: %s", failure)
            told = status.unreadable(failure)
        # What keeps the store from being written cannot be written there.
        told["problems"] += self._auditor.unwritten()
        return told

    def _spawn(self, work: Coroutine[Any, Any, None], name: str) -> None:
        task = asyncio.create_task(work, name=name)
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (failure := task.exception()) is not None:
            # Nobody is served by half a service: end, and be started again.
            log.critical("%s ended", task.get_name(), exc_info=failure)
            self._exit = 1
            self._over.set()

    async def _stop(self) -> None:
        self._ringer.stop()
        # Intake first, so that nothing new is promised; then what is on its way may arrive.
        senders = {task for task in self._tasks if task.get_name().startswith("dispatcher")}
        await _cancelled(self._tasks - senders)
        await asyncio.gather(
            self._web.close(), *(one.finish(_LAST_SENDS) for one in self._dispatchers)
        )
        await _cancelled(set(self._tasks))
        with contextlib.suppress(OSError):
            await self._control.close()
        await asyncio.gather(
            *(channel.close() for channel in self._channels.values()), return_exceptions=True
        )
        log.info("stopped")


async def _cancelled(tasks: Collection[asyncio.Task[Any]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
