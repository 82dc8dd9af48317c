"""Takes in the connections of the web server: not too many, and none for long that says nothing.

aiohttp waits for ever for the first request of a connection: whoever opens enough of them would
take every descriptor that the process may have, also those for the data.
"""

from __future__ import annotations

import asyncio
import contextlib
import math
import socket
import time
from collections.abc import Iterator
from typing import Any, cast

from aiohttp import web

_MOST = 256  # connections at once; a platform and a proxy need a few
_SILENT = 20.0  # seconds until the first request of a connection must be there
_KEPT = 150.0  # seconds until the next one; proxies keep connections up to two minutes
_SWEEP = 2.0


class Listener:
    """Listens for a low-level server until closed."""

    def __init__(self, server: web.Server) -> None:
        self._server = server
        self._open: asyncio.Server | None = None
        self._sweeping: asyncio.Task[None] | None = None
        self._until: dict[Any, float] = {}  # until when a connection's protocol may be quiet

    async def open(self, host: str, port: int, passed: socket.socket | None) -> str:
        """Listens on `passed`, or else on host and port; the address. Raises OSError."""
        where: dict[str, Any] = {"host": host, "port": port} if passed is None else {"sock": passed}
        loop = asyncio.get_running_loop()
        self._open = await loop.create_server(self._protocol, backlog=128, **where)
        self._sweeping = loop.create_task(self._sweep(), name="sweep")
        at, number = self._open.sockets[0].getsockname()[:2]
        return f"http://{at}:{number}"

    async def close(self) -> None:
        """Takes no more; what stands is the server's to end."""
        if self._sweeping is not None:
            self._sweeping.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._sweeping
        if self._open is not None:
            self._open.close()

    @contextlib.contextmanager
    def handling(self, protocol: Any) -> Iterator[None]:
        """For as long as a request of this connection is handled, it is not quiet."""
        self._until[protocol] = math.inf
        try:
            yield
        finally:
            self._until[protocol] = time.monotonic() + _KEPT

    def _protocol(self) -> asyncio.BaseProtocol:
        """For one more connection; where there are too many, one that is quiet makes room."""
        while len(self._until) >= _MOST:
            first = min(self._until, key=self._until.__getitem__)
            if self._until[first] == math.inf:
                return _Full()
            self._end(first)
        protocol = self._server()
        self._until[protocol] = time.monotonic() + _SILENT
        return protocol

    def _end(self, protocol: Any) -> None:
        del self._until[protocol]
        if protocol.transport is not None:
            protocol.transport.abort()

    async def _sweep(self) -> None:
        while True:
            await asyncio.sleep(_SWEEP)
            now = time.monotonic()
            for protocol, until in list(self._until.items()):
                if until < now or protocol.transport is None:
                    self._end(protocol)


class _Full(asyncio.Protocol):
    """Hangs up at once."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        cast(asyncio.Transport, transport).abort()
