"""The service's own small web server: webhooks in, /healthz out. Decides nothing itself."""

from __future__ import annotations

import asyncio
import logging
import os
import socket
from collections.abc import Awaitable, Callable, Mapping

from aiohttp import web

from bot.channels.base import Raw, Refused
from bot.channels.webhook import LARGEST_BODY
from bot.listener import Listener
from bot.receiver import Receiver
from db.store import StoreClosed
from db.transaction import may_pass

log = logging.getLogger(__name__)

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

_SLOWEST = 10.0  # seconds that the body of a webhook call may take
_LONGEST_KEEPING = 10.0  # seconds until it is said that it could not be kept yet
_FIRST_PASSED_SOCKET = 3  # systemd hands sockets over from this descriptor on


class Web:
    """Serves until closed, on a socket of systemd's when one was passed."""

    def __init__(
        self,
        host: str,
        port: int,
        receivers: Mapping[str, Receiver],
        health: Callable[[], Awaitable[dict[str, object]]],
    ) -> None:
        self._host, self._port = host, port
        self._receivers = receivers
        self._health = health
        self._runner: web.AppRunner | None = None
        self._listener: Listener | None = None
        self._keeping: set[asyncio.Task[int]] = set()
        self.address = ""

    async def start(self) -> None:
        """Opens the server. Raises OSError when the address is taken."""
        app = web.Application(client_max_size=LARGEST_BODY, middlewares=[self._heard])
        app.router.add_post("/webhook/{channel}", self._webhook)
        app.router.add_get("/healthz", self._healthz)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=2.0)
        await self._runner.setup()
        if self._runner.server is None:
            raise RuntimeError("the web server was not made")
        self._listener = Listener(self._runner.server)
        self.address = await self._listener.open(self._host, self._port, _passed_socket())

    async def close(self) -> None:
        if self._listener is not None:
            await self._listener.close()
        if self._runner is not None:
            await self._runner.cleanup()

    @web.middleware
    async def _heard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        if self._listener is None:
            raise web.HTTPServiceUnavailable
        with self._listener.handling(request.protocol):
            return await handler(request)

    async def _webhook(self, request: web.Request) -> web.Response:
        receiver = self._receivers.get(request.match_info["channel"])
        if receiver is None or receiver.channel.mode != "webhook":
            return web.Response(status=404)
        try:
            receiver.channel.admit(request.headers)
            updates = receiver.channel.accept(await _body(request))
        except Refused as refused:
            return web.Response(status=refused.status)
        return web.Response(status=await self._kept(receiver, updates))

    async def _kept(self, receiver: Receiver, updates: list[Raw]) -> int:
        """The status to answer with: 200 only for what is in the inbox. Otherwise the platform will
        bring it again, also what is only kept after we stopped waiting: it is known then."""
        if not updates:
            return 200
        keeping = asyncio.create_task(receiver.keep(updates), name="keep")
        self._keeping.add(keeping)
        keeping.add_done_callback(self._no_longer_kept)
        await asyncio.wait({keeping}, timeout=_LONGEST_KEEPING)
        kept = keeping.done() and not keeping.cancelled() and keeping.exception() is None
        return 200 if kept else 503

    def _no_longer_kept(self, keeping: asyncio.Task[int]) -> None:
        self._keeping.discard(keeping)
        failure = None if keeping.cancelled() else keeping.exception()
        if may_pass(failure):
            log.error("cannot keep updates: %s", failure)
        elif failure is not None and not isinstance(failure, StoreClosed):
            log.error("a webhook call could not be kept", exc_info=failure)

    async def _healthz(self, request: web.Request) -> web.Response:
        health = await self._health()
        return web.json_response(health, status=200 if not health["problems"] else 503)


async def _body(request: web.Request) -> bytes:
    """What was sent. Raises Refused 400, 408 or 413 for what is garbled, slow or large."""
    if (request.content_length or 0) > LARGEST_BODY:
        raise Refused(413)
    try:
        return await asyncio.wait_for(request.read(), _SLOWEST)
    except TimeoutError:
        raise Refused(408) from None
    except web.HTTPRequestEntityTooLarge:
        raise Refused(413) from None
    except (web.RequestPayloadError, ConnectionError):
        raise Refused(400) from None


def _passed_socket() -> socket.socket | None:
    if os.environ.get("LISTEN_PID") != str(os.getpid()):
        return None
    if int(os.environ.get("LISTEN_FDS", "0")) < 1:
        return None
    return socket.socket(fileno=_FIRST_PASSED_SOCKET)
