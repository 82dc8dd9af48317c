"""Puts a Platform on a port of this machine."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from aiohttp import web

from sandbox.control import make_app
from sandbox.desk import Desk
from sandbox.platform import Platform
from sandbox.wire.http import FrontDoor


@dataclass(slots=True)
class Server:
    """A running server. `url` has no slash at its end."""

    url: str
    port: int

    @property
    def telegram(self) -> str:
        """base_url of a Telegram channel."""
        return self.url + "/telegram"

    @property
    def zalo(self) -> str:
        """base_url of a Zalo channel."""
        return self.url + "/zalo"

    @property
    def clock_url(self) -> str:
        """clock_url of the service."""
        return self.url + "/clock"


@asynccontextmanager
async def serve(
    platform: Platform, port: int = 0, host: str = "127.0.0.1"
) -> AsyncIterator[Server]:
    """Serves until the block ends; port 0 takes any free one."""
    desk = Desk(platform)
    runner = web.AppRunner(
        make_app(platform), access_log=None, shutdown_timeout=0.5, handler_cancellation=True
    )
    await runner.setup()
    others = runner.server
    assert others is not None  # it is set up
    doors: set[FrontDoor] = set()

    def open_door() -> FrontDoor:
        return FrontDoor(
            desk.answer,
            desk.refuse,
            platform.clock.http_date,
            lambda: platform.latency,
            others,
            doors,
        )

    loop = asyncio.get_running_loop()
    listener = await loop.create_server(open_door, host, port, backlog=4096)
    taken = listener.sockets[0].getsockname()[1]
    platform.url = f"http://{host}:{taken}"
    try:
        yield Server(platform.url, taken)
    finally:
        listener.close()
        for door in list(doors):
            door.abort()
        await platform.close()
        await runner.cleanup()
