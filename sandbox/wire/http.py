"""The front door: reads HTTP/1.1 by hand for the platforms, hands the rest to aiohttp.

By hand, because one core must take thousands of messages a second, and because a fault must
be able to cut a connection, or a reply, at any byte. Knows no method of any platform.
"""

import asyncio
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import Any
from urllib.parse import unquote

from sandbox.wire.bodies import read_body, read_query
from sandbox.wire.calls import HTML, ApiError, Call, Reply
from sandbox.wire.chunks import ChunkedBody
from sandbox.world.model import ZALO

LARGEST_BODY = 64 * 1024 * 1024
LARGEST_HEAD = 64 * 1024
OURS = (b"/telegram/bot", b"/zalo/bot", b"/telegram/file/bot")

Answer = Callable[[Call], Reply | Awaitable[Reply]]

_REASONS = {status.value: status.phrase.encode() for status in HTTPStatus}


class FrontDoor(asyncio.Protocol):
    """One connection. Requests on it are answered in order, one at a time."""

    def __init__(
        self,
        answer: Answer,
        refuse: Callable[[str, ApiError], Reply],
        http_date: Callable[[], bytes],
        latency: Callable[[], float],
        other: Callable[[], asyncio.Protocol],
        doors: set["FrontDoor"],
    ) -> None:
        self._answer = answer
        self._refuse = refuse
        self._http_date = http_date
        self._latency = latency
        self._other = other
        self._doors = doors
        self._buffer = bytearray()
        self._chunks: ChunkedBody | None = None
        self._head: tuple[str, str, dict[str, str], int] | None = None
        self._task: asyncio.Task[None] | None = None
        self._busy = False
        self._last = False  # the client asked to close after this reply
        self._transport: Any = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """A client has come."""
        self._transport = transport
        self._doors.add(self)

    def connection_lost(self, exc: Exception | None) -> None:
        """The client has gone: a poll that waited for it must not go on waiting."""
        if self._task is not None:
            self._task.cancel()
        self._transport = None
        self._doors.discard(self)

    def abort(self) -> None:
        """Cuts the connection."""
        if self._transport is not None:
            self._transport.abort()

    def data_received(self, data: bytes) -> None:
        """Bytes have come."""
        self._buffer += data
        if not self._busy:
            self._advance()

    def _advance(self) -> None:
        while self._buffer and not self._busy and self._transport is not None:
            try:
                if self._head is None and not self._read_head():
                    return
                body = self._take_body()
            except ValueError:  # a length that is no number
                self._close_with(400)
                return
            if body is None:
                return
            assert self._head is not None
            verb, target, headers, _ = self._head
            self._head = None
            self._handle(verb, target, headers, body)

    def _read_head(self) -> bool:
        """Reads request line and headers; False when more bytes are needed."""
        buffer = self._buffer
        end = buffer.find(b"\r\n\r\n")
        if end < 0:
            if len(buffer) > LARGEST_HEAD:
                self._close_with(431)
            return False
        if not buffer.startswith(OURS, buffer.find(b" ") + 1):
            self._hand_over()
            return False
        lines = bytes(buffer[:end]).decode("latin-1").split("\r\n")
        verb, _, rest = lines[0].partition(" ")
        headers = {}
        for line in lines[1:]:
            name, _, value = line.partition(":")
            headers[name.lower()] = value.strip()
        del buffer[: end + 4]
        length = int(headers.get("content-length") or 0)
        if "expect" in headers:
            self._transport.write(b"HTTP/1.1 100 Continue\r\n\r\n")
        if "chunked" in headers.get("transfer-encoding", ""):
            self._chunks = ChunkedBody()
            length = -1
        self._last = headers.get("connection", "").lower() == "close"
        self._head = (verb, rest.partition(" ")[0], headers, length)
        return True

    def _take_body(self) -> bytes | None:
        """The whole body, or None when more bytes are needed."""
        length = self._head[3] if self._head else 0
        if self._chunks is not None:
            whole = self._chunks.feed(self._buffer)
            if whole is not None:
                self._chunks = None
            return whole
        if length > LARGEST_BODY:
            self._close_with(413)
            return None
        if len(self._buffer) < length:
            return None
        body = bytes(self._buffer[:length])
        del self._buffer[:length]
        return body

    def _handle(self, verb: str, target: str, headers: dict[str, str], body: bytes) -> None:
        path, _, query = target.partition("?")
        if "%" in path:
            path = unquote(path)
        kind, _, rest = path[1:].partition("/")
        token, _, method = rest.removeprefix("file/").removeprefix("bot").partition("/")
        call = Call(kind, token, method, {}, {}, "FILE" if rest.startswith("file/") else verb)
        try:
            call.params = read_query(query)
            params, call.files = read_body(
                headers.get("content-type", ""), body, json_only=kind == ZALO
            )
            call.params.update(params)
        except ApiError as error:
            self._finish(self._refuse(kind, error))
            return
        outcome = self._answer(call)
        if isinstance(outcome, Reply):
            self._finish(outcome)
            return
        self._busy = True
        self._task = asyncio.ensure_future(self._wait(outcome))

    async def _wait(self, outcome: Awaitable[Reply]) -> None:
        try:
            reply = await outcome
        except BaseException:
            self.abort()
            raise
        self._task = None
        self._busy = False
        self._finish(reply)
        if not self._busy:
            self._advance()

    def _finish(self, reply: Reply) -> None:
        """Sends the reply, after the network's latency if one is set."""
        wait = self._latency()
        if wait <= 0:
            self._write(reply)
            return
        self._busy = True
        asyncio.get_running_loop().call_later(wait, self._finish_late, reply)

    def _finish_late(self, reply: Reply) -> None:
        self._busy = False
        self._write(reply)
        self._advance()

    def _write(self, reply: Reply) -> None:
        if self._transport is None:
            return
        if reply.cut == "at once":
            self._transport.abort()
            return
        whole = (
            b"HTTP/1.1 %d %b\r\nContent-Type: %b\r\nContent-Length: %d\r\nDate: %b\r\n\r\n%b"
            % (
                reply.status,
                _REASONS.get(reply.status, b"Unknown"),
                reply.mime,
                len(reply.body),
                self._http_date(),
                reply.body,
            )
        )
        if reply.cut == "half":
            self._transport.write(whole[: len(whole) - len(reply.body) + len(reply.body) // 2])
            self._transport.close()
            return
        self._transport.write(whole)
        if self._last:
            self._transport.close()

    def _close_with(self, status: int) -> None:
        self._write(Reply(status, b"", HTML))
        if self._transport is not None:
            self._transport.close()

    def _hand_over(self) -> None:
        other = self._other()
        transport, self._transport = self._transport, None
        self._doors.discard(self)
        transport.set_protocol(other)
        other.connection_made(transport)
        other.data_received(bytes(self._buffer))
        self._buffer.clear()
