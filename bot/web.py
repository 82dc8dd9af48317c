"""The service's own small web server: webhooks in, /healthz out. Decides nothing itself."""

from __future__ import annotations

import asyncio
import logging
import os
import socket
from collections.abc import Awaitable, Callable, Mapping

from aiohttp import web

from bot.channels.base import Refused
from bot.receiver import Receiver
from db.store import StoreClosed

log = logging.getLogger(__name__)

_LARGEST = 1_000_000  # bytes of one webhook call
_SLOWEST = 10.0  # seconds that its body may take
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
        self.address = ""

    async def start(self) -> None:
        """Opens the server. Raises OSError when the address is taken."""
        app = web.Application(client_max_size=_LARGEST)
        app.router.add_post("/webhook/{channel}", self._webhook)
        app.router.add_get("/healthz", self._healthz)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=2.0)
        await self._runner.setup()
        passed = _passed_socket()
        site: web.BaseSite
        if passed is not None:
            site = web.SockSite(self._runner, passed)
        else:
            site = web.TCPSite(self._runner, self._host, self._port)
        await site.start()
        host, port = self._runner.addresses[0][:2]
        self.address = f"http://{host}:{port}"

    async def close(self) -> None:
        if self._runner is not None:
            await self._runner.cleanup()

    async def _webhook(self, request: web.Request) -> web.Response:
        receiver = self._receivers.get(request.match_info["channel"])
        if receiver is None or receiver.channel.mode != "webhook":
            return web.Response(status=404)
        try:
            body = await asyncio.wait_for(request.read(), _SLOWEST)
            updates = receiver.channel.accept(request.headers, body)
            if updates:
                await receiver.keep(updates)
        except TimeoutError:
            return web.Response(status=408)
        except Refused as refused:
            return web.Response(status=refused.status)
        except web.HTTPRequestEntityTooLarge:
            return web.Response(status=413)
        except StoreClosed:
            return web.Response(status=503)
        except Exception:
            # Not kept, so not acknowledged: the platform will bring it again.
            log.exception("a webhook call could not be kept")
            return web.Response(status=503)
        return web.Response(status=200)

    async def _healthz(self, request: web.Request) -> web.Response:
        health = await self._health()
        return web.json_response(health, status=200 if not health["problems"] else 503)


def _passed_socket() -> socket.socket | None:
    if os.environ.get("LISTEN_PID") != str(os.getpid()):
        return None
    if int(os.environ.get("LISTEN_FDS", "0")) < 1:
        return None
    return socket.socket(fileno=_FIRST_PASSED_SOCKET)
