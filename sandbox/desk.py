"""Takes a call to its method, lets the faults have their way, writes the log."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from types import CoroutineType
from typing import Any, Protocol

from sandbox.platform import Platform
from sandbox.telegram import api as telegram_api
from sandbox.wire.calls import HTML, ApiError, Call, Interrupted, Reply
from sandbox.world.faults import Fault
from sandbox.world.model import TELEGRAM, ZALO, Bot
from sandbox.zalo import api as zalo_api

Method = Callable[[Platform, Bot, Call], Any]


class Api(Protocol):
    """A platform's table of methods, and how it says yes and no; each is a module."""

    BROKEN: Reply

    def find(self, call: Call) -> tuple[str, Method]:
        """The method's proper name and what it does."""

    def accept(self, result: Any) -> Reply:
        """The reply that says yes."""

    def refuse(self, error: ApiError) -> Reply:
        """The reply that says no."""

    def fault_error(self, fault: Fault) -> ApiError:
        """How it refuses on order."""


_APIS: dict[str, Api] = {TELEGRAM: telegram_api, ZALO: zalo_api}
_CUT = Reply(0, b"", cut="at once")


class Desk:
    """One per server."""

    def __init__(self, platform: Platform) -> None:
        self._platform = platform

    def refuse(self, kind: str, error: ApiError) -> Reply:
        """The reply to a request that could not even be read."""
        return _APIS[kind].refuse(error)

    def answer(self, call: Call) -> Reply | Awaitable[Reply]:
        """The reply, or what will become one."""
        platform = self._platform
        api = _APIS[call.kind]
        bot = platform.bots_by_token.get((call.kind, call.token))
        if bot is None:
            platform.calls.add(call.kind, "", call.method, call.params, 401, False)
            return api.refuse(ApiError(401, "Unauthorized"))
        name, method = api.find(call)
        if platform.faults.active:
            chat = call.params.get("chat_id")
            fault = platform.faults.take(bot.kind, bot.name, name, chat)
            if fault is not None:
                platform.announce_faults()
                return self._faulty(fault, api, bot, name, method, call)
        return self._run(api, bot, name, method, call)

    def _run(
        self, api: Api, bot: Bot, name: str, method: Method, call: Call, fault: str | None = None
    ) -> Reply | Awaitable[Reply]:
        log = self._platform.calls
        try:
            result = method(self._platform, bot, call)
        except ApiError as error:
            reply = api.refuse(error)
            log.add(bot.kind, bot.name, name, call.params, reply.status, False, fault)
            return reply
        if type(result) is CoroutineType:
            return self._run_late(result, api, bot, name, call, fault)
        reply = result if type(result) is Reply else api.accept(result)
        log.add(bot.kind, bot.name, name, call.params, reply.status, True, fault)
        return reply

    async def _run_late(
        self, result: Awaitable[Any], api: Api, bot: Bot, name: str, call: Call, fault: str | None
    ) -> Reply:
        log = self._platform.calls
        try:
            reply = api.accept(await result)
        except Interrupted:
            again = self.answer(call)
            return again if isinstance(again, Reply) else await again
        except ApiError as error:
            reply = api.refuse(error)
            log.add(bot.kind, bot.name, name, call.params, reply.status, False, fault)
            return reply
        log.add(bot.kind, bot.name, name, call.params, reply.status, True, fault)
        return reply

    async def _faulty(
        self, fault: Fault, api: Api, bot: Bot, name: str, method: Method, call: Call
    ) -> Reply:
        async def done() -> Reply:
            reply = self._run(api, bot, name, method, call, fault.kind)
            return reply if isinstance(reply, Reply) else await reply

        def not_done(reply: Reply) -> Reply:
            self._platform.calls.add(
                bot.kind, bot.name, name, call.params, reply.status, False, fault.kind
            )
            return reply

        match fault.kind:
            case "slow":
                await asyncio.sleep(fault.seconds)
                return await done()
            case "reset_after":
                await done()
                return _CUT
            case "truncated":
                whole = await done()
                return Reply(whole.status, whole.body, whole.mime, cut="half")
            case "empty":
                await done()
                return Reply(200, b"{}")
            case "body":
                return not_done(Reply(200, fault.body.encode("utf-8", "surrogatepass")))
            case "reset_before" | "down":
                return not_done(_CUT)
            case "hang":
                if fault.accepted:
                    await done()
                else:
                    not_done(_CUT)
                await asyncio.sleep(fault.seconds)
                return _CUT
            case "500" | "502html" | "504":
                reply = broken(api, fault.kind)
                if fault.accepted:
                    await done()
                    return reply
                return not_done(reply)
            case "moved":
                error = self._platform.move_group_by_fault(fault, bot, call.params["chat_id"])
                return not_done(api.refuse(error))
            case _:
                return not_done(api.refuse(api.fault_error(fault)))


def broken(api: Api, kind: str) -> Reply:
    """The reply of a server that is unwell."""
    if kind == "500":
        return api.BROKEN
    status, words = (502, "Bad Gateway") if kind == "502html" else (504, "Gateway Time-out")
    page = f"<html><head><title>{status} {words}</title></head><body>{words}</body></html>\r\n"
    return Reply(status, page.encode(), HTML)
