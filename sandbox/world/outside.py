"""The platforms' own calls, to the loopback only: webhooks, pictures by URL. Part of Platform."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import aiohttp

if TYPE_CHECKING:
    from sandbox.platform import Platform

FETCH_BYTES = 20 * 1024 * 1024


class Outside:
    """What Platform can ask of other servers."""

    @property
    def http(self: Platform) -> aiohttp.ClientSession:
        """For webhooks and for pictures that a platform fetches."""
        if self._http is None or self._http.closed:
            self._http = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0))
        return self._http

    async def fetch(self: Platform, url: str) -> bytes | None:
        """What is at a URL on the loopback; None when there is nothing, or it is elsewhere."""
        if not self.is_loopback(url):
            return None
        limit = aiohttp.ClientTimeout(total=self.webhook_timeout)
        try:
            async with self.http.get(url, timeout=limit) as response:
                if response.status != 200:
                    return None
                data = await response.content.read(FETCH_BYTES + 1)
                while not response.content.at_eof() and len(data) <= FETCH_BYTES:
                    data += await response.content.read(FETCH_BYTES + 1)
        except (aiohttp.ClientError, TimeoutError):
            return None
        return data if len(data) <= FETCH_BYTES else None

    @staticmethod
    def is_loopback(url: str) -> bool:
        """Whether a URL names this machine; nothing else is ever called."""
        return urlsplit(url).hostname in ("127.0.0.1", "localhost", "::1")

    async def close(self: Platform) -> None:
        """Ends webhook calls and connections."""
        for bot in self.bots:
            bot.webhook.remove()
        if self._http is not None:
            await self._http.close()
