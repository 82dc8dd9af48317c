"""Calls a bot's webhook: in order within a chat, again when the answer is not 2xx."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Iterator
from itertools import repeat
from typing import TYPE_CHECKING, Any

import aiohttp

from sandbox.world.model import TELEGRAM, ZALO
from sandbox.world.queues import Update, UpdateQueue

if TYPE_CHECKING:
    from sandbox.world.clock import Clock
    from sandbox.world.world import World

_HEADERS = {
    TELEGRAM: "X-Telegram-Bot-Api-Secret-Token",
    ZALO: "X-Bot-Api-Secret-Token",
}
# The real pauses are longer; their order of growth is kept.
_PAUSES = (0.1, 0.2, 0.5, 1.0, 2.0)


class Webhook:
    """Where one bot wants its updates; empty URL: nowhere, it polls."""

    def __init__(self, world: World, kind: str, name: str, queue: UpdateQueue) -> None:
        self.url = ""
        self.secret = ""
        self.allowed: set[str] | None = None
        self.max_connections = 40
        self.updated_at = 0.0
        self.last_error = ""
        self.last_error_at = 0.0
        self._world = world
        self._kind = kind
        self._name = name
        self._queue = queue
        self._lanes: dict[Any, deque[Update]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._slots = asyncio.Semaphore(self.max_connections)

    def set(self, url: str, secret: str, max_connections: int, clock: Clock) -> None:
        """Begins to call; what waits in the queue comes first."""
        self._stop()
        self.url, self.secret, self.max_connections = url, secret, max_connections
        self.updated_at = clock.seconds()
        self.last_error = ""
        self._slots = asyncio.Semaphore(max_connections)
        self._queue.on_push = self._take
        for update in list(self._queue.pending.values()):
            self._take(update)

    def remove(self) -> None:
        """Ends the calls; what was not taken stays in the queue."""
        self._stop()
        self.url = self.secret = ""
        self._queue.on_push = None

    async def verify(self) -> str:
        """An empty call; "" when it is answered well, else what went wrong."""
        return await self._post(b"")

    def _stop(self) -> None:
        for task in self._tasks:
            task.cancel()
        self._tasks.clear()
        self._lanes.clear()

    def _take(self, update: Update) -> None:
        lane = self._lanes.get(update.chat)
        if lane is not None:
            lane.append(update)
            return
        lane = self._lanes[update.chat] = deque([update])
        task = asyncio.ensure_future(self._run_lane(update.chat, lane))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _run_lane(self, chat: Any, lane: deque[Update]) -> None:
        while lane:
            if lane[0].seq in self._queue.pending:
                await self._deliver(lane[0])
            lane.popleft()
        del self._lanes[chat]

    async def _deliver(self, update: Update) -> None:
        body = update.body
        if self._kind == ZALO:
            body = self._world.wrap_zalo(body)
        for pause in self._pauses():
            if update.at < self._world.clock.seconds() - self._world.updates_kept:
                self._queue.expired.append(update.key)
                break
            async with self._slots:
                error = await self._post(body)
            if not error:
                self._queue.settle(update)
                return
            self.last_error, self.last_error_at = error, self._world.clock.seconds()
            await asyncio.sleep(pause)
        else:
            self._queue.expired.append(update.key)
        self._queue.pending.pop(update.seq, None)

    def _pauses(self) -> Iterator[float]:
        if self._kind == ZALO:
            yield from self._world.zalo_pauses
            return
        yield from _PAUSES
        yield from repeat(_PAUSES[-1])

    async def _post(self, body: bytes) -> str:
        """Calls once; "" for a 2xx, else what went wrong."""
        if self._world.faults.is_down(self._kind, self._name):
            return "Connection refused"
        headers = {"Content-Type": "application/json"}
        if self.secret:
            headers[_HEADERS[self._kind]] = self.secret
        limit = aiohttp.ClientTimeout(total=self._world.webhook_timeout)
        try:
            async with self._world.http.post(
                self.url, data=body, headers=headers, timeout=limit, allow_redirects=False
            ) as response:
                await response.read()
                if 200 <= response.status < 300:
                    return ""
                return f"Wrong response from the webhook: {response.status} {response.reason}"
        except TimeoutError:
            return "Read timeout expired"
        except aiohttp.ClientError as error:
            return f"Connection failed: {type(error).__name__}"
