"""The one place that asks what time it is; in a demonstration the sandbox's clock answers."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

import aiohttp

log = logging.getLogger(__name__)

JUMP = timedelta(minutes=5)


class Clock:
    """`now()` is the machine's clock plus an offset that only a demonstration moves."""

    def __init__(self) -> None:
        self._offset = timedelta(0)
        self._last_wall = datetime.now(UTC)
        self._last_tick = time.monotonic()

    def now(self) -> datetime:
        """The present instant, in UTC."""
        return datetime.now(UTC) + self._offset

    def jump(self) -> timedelta:
        """How far the machine's clock has moved against monotonic time since the last asking."""
        wall, tick = datetime.now(UTC), time.monotonic()
        moved = (wall - self._last_wall) - timedelta(seconds=tick - self._last_tick)
        self._last_wall, self._last_tick = wall, tick
        return moved

    def set(self, now: datetime) -> None:
        """Makes `now` the present."""
        self._offset = now - datetime.now(UTC)

    async def follow(self, url: str, moved: Callable[[], Awaitable[None]]) -> None:
        """Follows a sandbox's clock for ever; says so there once `moved` has settled."""
        version = -1
        timeout = aiohttp.ClientTimeout(total=60)
        async with aiohttp.ClientSession(timeout=timeout) as session:
            while True:
                try:
                    query = {"after": str(version), "wait": "25"} if version >= 0 else {}
                    async with session.get(url, params=query) as response:
                        told = await response.json()
                    if told["version"] == version:
                        continue
                    version = told["version"]
                    self.set(datetime.fromisoformat(told["now"]))
                    await moved()
                    async with session.post(url, json={"version": version}) as response:
                        await response.read()
                except (aiohttp.ClientError, TimeoutError, ValueError, KeyError) as failure:
                    log.warning("clock_url did not answer: %s", type(failure).__name__)
                    await asyncio.sleep(1)
