"""The one place that asks what time it is; in a demonstration the sandbox's clock answers.

A step of the machine's clock is not followed before it has been looked into (bot/ringer.py).
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

import aiohttp

from domain.clock import JUMP

log = logging.getLogger(__name__)

_STEP = JUMP.total_seconds()


def _since_boot() -> float:
    """Seconds that nobody can set. Where the system says so they run on while the machine sleeps,
    so that sleep is no step of the clock."""
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()


class Clock:
    """`now()` is the machine's clock, unless that is far from what this process is sure of."""

    def __init__(
        self, wall: Callable[[], float] = time.time, ticks: Callable[[], float] = _since_boot
    ) -> None:
        """`wall` and `ticks` are the machine's two clocks, in seconds."""
        self._wall, self._ticks = wall, ticks
        self._offset = 0.0  # seconds by which a demonstration is away from the machine's clock
        self._follows = False
        self._sure = wall() - ticks()  # seconds from ticks to what is sure

    def now(self) -> datetime:
        """The present instant, in UTC."""
        moment = self._wall() + self._offset
        if not self._follows:
            sure = self._ticks() + self._sure
            if abs(moment - sure) > _STEP:
                moment = sure
        return datetime.fromtimestamp(moment, UTC)

    def machine(self) -> datetime:
        """What the machine's clock says, believed or not."""
        return datetime.fromtimestamp(self._wall(), UTC)

    def sure(self) -> datetime:
        """What it must be if the last time that was believed was right."""
        return datetime.fromtimestamp(self._ticks() + self._sure, UTC)

    def believe(self, now: datetime) -> None:
        """From here on it is `now`, as far as this process is sure."""
        self._sure = now.timestamp() - self._ticks()

    def set(self, now: datetime) -> None:
        """Makes `now` the present of a demonstration, which is looked into by nobody."""
        self._follows = True
        self._offset = now.timestamp() - self._wall()

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
