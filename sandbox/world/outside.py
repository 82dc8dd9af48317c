"""The platforms' own calls, to the loopback only: pictures by URL. Knows no bot."""

from __future__ import annotations

from urllib.parse import urlsplit

import aiohttp

FETCH_BYTES = 20 * 1024 * 1024


class Outside:
    """What World can ask of other servers."""

    def __init__(self) -> None:
        self.webhook_timeout = 10.0  # real seconds; may be changed at any time
        self._http: aiohttp.ClientSession | None = None

    @property
    def http(self) -> aiohttp.ClientSession:
        """For webhooks and for pictures that a platform fetches."""
        if self._http is None or self._http.closed:
            self._http = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0))
        return self._http

    async def fetch(self, url: str) -> bytes | None:
        """What is at a URL on the loopback; None when there is nothing, or it is elsewhere."""
        if not is_loopback(url):
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

    async def close(self) -> None:
        """Ends its connections."""
        if self._http is not None:
            await self._http.close()


def is_loopback(url: str) -> bool:
    """Whether a URL names this machine; nothing else is ever called."""
    return urlsplit(url).hostname in ("127.0.0.1", "localhost", "::1")
