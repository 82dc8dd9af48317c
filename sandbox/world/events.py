"""Tells whoever watches what has just happened. Keeps nothing for those who come later."""

import asyncio
from collections.abc import Callable
from typing import Any

# A watcher that has stopped reading is dropped rather than fed for ever.
_LONGEST_BACKLOG = 10_000
_GLANCE = 0.05


class Hub:
    """Watchers get every event; waiters are only woken."""

    def __init__(self) -> None:
        self._watchers: set[asyncio.Queue[dict[str, Any]]] = set()
        self._waiters: set[asyncio.Future[None]] = set()

    @property
    def is_watched(self) -> bool:
        """Whether anybody watches; nobody makes an event for nobody."""
        return bool(self._watchers)

    def publish(self, event: dict[str, Any]) -> None:
        """Hands the event to every watcher."""
        for watcher in list(self._watchers):
            if watcher.qsize() > _LONGEST_BACKLOG:
                self._watchers.discard(watcher)
            else:
                watcher.put_nowait(event)

    def wake(self) -> None:
        """Something changed; called for every message, so it does little."""
        if self._waiters:
            for waiter in self._waiters:
                if not waiter.done():
                    waiter.set_result(None)
            self._waiters.clear()

    def watch(self) -> asyncio.Queue[dict[str, Any]]:
        """A queue that fills with what happens from now on."""
        queue: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self._watchers.add(queue)
        return queue

    def unwatch(self, queue: asyncio.Queue[dict[str, Any]]) -> None:
        """Ends a watch."""
        self._watchers.discard(queue)

    async def until(self, condition: Callable[[], Any], limit: float) -> Any:
        """What `condition` answers once it is true. Raises TimeoutError after `limit` seconds."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + limit
        while not (found := condition()):
            waiter: asyncio.Future[None] = loop.create_future()
            self._waiters.add(waiter)
            try:
                # Not everything wakes; what does not is seen a little later.
                await asyncio.wait_for(waiter, min(_GLANCE, deadline - loop.time()))
            except TimeoutError:
                if loop.time() >= deadline:
                    raise
            finally:
                self._waiters.discard(waiter)
        return found
