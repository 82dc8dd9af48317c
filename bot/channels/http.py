"""Carries requests to a platform over one aiohttp session. Knows no method of any platform.

No exception from here holds an address, because addresses hold the bot's token; so no exception
of a library is ever chained to ours.
"""

from __future__ import annotations

import asyncio
import logging
import ssl
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from io import RawIOBase
from pathlib import Path
from typing import Any, Final

import aiohttp
from aiohttp_socks import ProxyConnectionError, ProxyConnector, ProxyError, ProxyTimeoutError
from telegram.request import BaseRequest, RequestData
from yarl import URL

from bot.channels.base import FetchFailed, NoRoom
from bot.channels.envelope import MaybeSent, NotSent, parsed, result_of
from bot.trouble import reason

_NO_DEFAULT: Final = BaseRequest.DEFAULT_NONE
_JSON: Final = {"Content-Type": "application/json"}
_CHUNK: Final = 64 * 1024
_FRESH: Final = {"Cache-Control": "no-cache"}

# Raised while reaching the server, so before a byte of the request was written.
_BEFORE: Final = (
    aiohttp.ClientConnectorError,
    aiohttp.ConnectionTimeoutError,
    aiohttp.ServerFingerprintMismatch,
    aiohttp.InvalidURL,
    ProxyConnectionError,
    ProxyError,
    ProxyTimeoutError,
    ssl.SSLCertVerificationError,
)
_FAILURES: Final = (*_BEFORE, aiohttp.ClientError, asyncio.TimeoutError, OSError)


class AiohttpRequest(BaseRequest):
    """What python-telegram-bot posts through, and what the channels post through directly.

    Timeouts are in seconds: `pool` waits for a free connection, `connect` for a new one (proxy
    and TLS included), `write` for the request to leave, `read` for each silence of the server.
    `proxy` is an http, socks4 or socks5 address; names are then resolved by the proxy.
    """

    def __init__(
        self,
        *,
        connections: int = 64,
        proxy: str = "",
        pool_timeout: float = 10.0,
        connect_timeout: float = 10.0,
        write_timeout: float = 15.0,
        read_timeout: float = 40.0,
        media_write_timeout: float = 120.0,
    ) -> None:
        self._connections = connections
        self._proxy = proxy.replace("socks5h://", "socks5://", 1)
        self._pool = pool_timeout
        self._connect = connect_timeout
        self._write = write_timeout
        self._read = read_timeout
        self._media_write = media_write_timeout
        self._usual = self._timeout(read_timeout, write_timeout, connect_timeout, pool_timeout)
        self._session: aiohttp.ClientSession | None = None
        # Below this level the library writes the bot's whole address.
        logging.getLogger("telegram").setLevel(logging.WARNING)

    @property
    def read_timeout(self) -> float | None:
        """Seconds of the server's silence that end a request, unless told otherwise."""
        return self._read

    async def initialize(self) -> None:
        """Opens the session; harmless when it is open."""
        if self._session is not None:
            return
        connector: aiohttp.BaseConnector
        if self._proxy:
            connector = ProxyConnector.from_url(self._proxy, limit=self._connections)
        else:
            connector = aiohttp.TCPConnector(limit=self._connections)
        self._session = aiohttp.ClientSession(
            connector=connector,
            cookie_jar=aiohttp.DummyCookieJar(),
            timeout=self._usual,
            headers={"User-Agent": "dondoc", "Accept-Encoding": "identity"},
        )

    async def shutdown(self) -> None:
        """Closes the session; harmless when it is closed."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def post_json(
        self, url: URL | str, body: bytes, read_timeout: float | None = None
    ) -> tuple[int, bytes]:
        """Posts a JSON body; status and body of the answer. Raises NotSent and MaybeSent."""
        timeout = (
            self._usual
            if read_timeout is None
            else self._timeout(read_timeout, self._write, self._connect, self._pool)
        )
        return await self._ask("POST", url, body, _JSON, timeout, None)

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = _NO_DEFAULT,
        write_timeout: Any = _NO_DEFAULT,
        connect_timeout: Any = _NO_DEFAULT,
        pool_timeout: Any = _NO_DEFAULT,
    ) -> tuple[int, bytes]:
        """As python-telegram-bot asks for it; called by its `post` and `retrieve`.

        An answer that is no success raises Rejected or MaybeSent here, because the library's own
        errors lose the status: a block page of a provider would look like a blocked bot.
        """
        files = request_data.multipart_data if request_data else {}
        write = self._media_write if files else self._write
        timeout = self._timeout(
            _chosen(read_timeout, self._read),
            _chosen(write_timeout, write),
            _chosen(connect_timeout, self._connect),
            _chosen(pool_timeout, self._pool),
        )
        data: aiohttp.FormData | bytes | None = None
        headers: dict[str, str] = {}
        if request_data is not None and files:
            data = _form(request_data, files)
        elif request_data is not None:
            data, headers = request_data.json_payload, _JSON
        tracker = aiohttp.UploadTracker() if files else None
        status, body = await self._ask(method, url, data, headers, timeout, tracker)
        if method == "POST":
            result_of(status, body)
        return status, body

    @staticmethod
    def parse_json_payload(payload: bytes) -> Any:
        """Like the library's own, but an unreadable answer is not written to any log."""
        try:
            return parsed(payload)
        except ValueError:
            failure = MaybeSent("odd answer")
        raise failure

    async def date_of(self, url: URL | str, limit: float) -> datetime | None:
        """What the server's own clock says, from the Date that every answer bears, whatever the
        answer; None when none came in `limit` seconds."""
        await self.initialize()
        timeout = aiohttp.ClientTimeout(total=limit)
        try:
            async with self._open().get(
                url, headers=_FRESH, timeout=timeout, allow_redirects=False
            ) as response:
                date = parsedate_to_datetime(response.headers.get("Date", ""))
        except (*_FAILURES, ValueError):
            return None
        return date if date.tzinfo is not None else date.replace(tzinfo=UTC)

    async def download(self, url: URL | str, target: Path, limit: int) -> None:
        """Writes what the address holds to `target`, at most `limit` bytes.

        Raises FetchFailed, and NoRoom when it cannot be written; what was by then is removed.
        """
        try:
            failure = await self._download(url, target, limit)
        except NoRoom:
            target.unlink(missing_ok=True)
            raise
        except _FAILURES as error:
            failure = FetchFailed(_words(error), final=isinstance(error, aiohttp.InvalidURL))
        if failure is not None:
            target.unlink(missing_ok=True)
            raise failure

    async def _download(self, url: URL | str, target: Path, limit: int) -> FetchFailed | None:
        size = 0
        async with self._open().get(url, allow_redirects=False) as response:
            if response.status != 200:
                final = 400 <= response.status < 500 and response.status not in (408, 429)
                return FetchFailed(f"status {response.status}", final)
            if (response.content_length or 0) > limit:
                return FetchFailed("too large", final=True)
            with target.open("wb", buffering=0) as file:
                async for chunk in response.content.iter_chunked(_CHUNK):
                    size += len(chunk)
                    if size > limit:
                        return FetchFailed("too large", final=True)
                    _put(file, chunk)
        return None

    async def _ask(
        self,
        method: str,
        url: URL | str,
        data: aiohttp.FormData | bytes | None,
        headers: dict[str, str],
        timeout: aiohttp.ClientTimeout,
        tracker: aiohttp.UploadTracker | None,
    ) -> tuple[int, bytes]:
        session = self._open()
        failure: NotSent | MaybeSent
        try:
            async with session.request(
                method,
                url,
                data=data,
                headers=headers,
                timeout=timeout,
                allow_redirects=False,
                upload_tracker=tracker,
            ) as response:
                return response.status, await response.read()
        except _BEFORE as error:
            failure = NotSent(_words(error))
        except _FAILURES as error:
            # A body that did not leave whole cannot have been understood.
            half = tracker is not None and not _left_whole(tracker)
            failure = NotSent(_words(error)) if half else MaybeSent(_words(error))
        raise failure

    def _open(self) -> aiohttp.ClientSession:
        if self._session is None:
            raise NotSent("the channel is closed")
        return self._session

    @staticmethod
    def _timeout(
        read: float | None, write: float | None, connect: float | None, pool: float | None
    ) -> aiohttp.ClientTimeout:
        reach = None if connect is None or pool is None else connect + pool
        # The whole is bounded too: a server that drips bytes is not silent.
        whole = None if reach is None or write is None or read is None else reach + write + read
        return aiohttp.ClientTimeout(
            total=whole, connect=reach, sock_connect=connect, sock_read=read
        )


def _chosen(asked: Any, usual: float) -> float | None:
    return asked if asked is None or isinstance(asked, int | float) else usual


def _form(request_data: RequestData, files: dict[str, Any]) -> aiohttp.FormData:
    # Names go as they are: nobody turns %C3%A1 back into a letter.
    form = aiohttp.FormData(quote_fields=False)
    for name, value in request_data.json_parameters.items():
        form.add_field(name, value)
    for name, (file_name, content, mime) in files.items():
        form.add_field(name, content, filename=file_name, content_type=mime)
    return form


def _left_whole(tracker: aiohttp.UploadTracker) -> bool:
    done = tracker.upload_complete
    return done.done() and not done.cancelled() and done.exception() is None


def _put(file: RawIOBase, chunk: bytes) -> None:
    """Writes the whole chunk. What is buffered would fail later, as if the network had."""
    left = memoryview(chunk)
    try:
        while left:
            left = left[file.write(left) or 0 :]
    except OSError as failure:
        raise NoRoom(reason(failure)) from failure


def _words(error: BaseException) -> str:
    """What happened, without the address that the error's own text may hold."""
    number = getattr(error, "errno", None)
    return f"{type(error).__name__}{f' {number}' if isinstance(number, int) else ''}"
