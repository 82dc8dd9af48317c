"""What the library would lose of a refusal: its code and its words."""

import asyncio

import pytest
from aiohttp import web
from telegram import Bot

from bot.channels.envelope import Rejected
from bot.channels.http import AiohttpRequest

TOKEN = "7654321:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"
ANSWER = {"ok": False, "error_code": 403, "description": "Forbidden: bot was blocked"}


def test_a_refusal_keeps_what_the_library_would_lose() -> None:
    async def refuses(request: web.Request) -> web.Response:
        return web.json_response(ANSWER, status=403)

    async def ask() -> Rejected:
        runner = web.ServerRunner(web.Server(refuses))
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        port = runner.addresses[0][1]
        request = AiohttpRequest()
        bot = Bot(TOKEN, base_url=f"http://127.0.0.1:{port}/bot", request=request)
        await request.initialize()
        with pytest.raises(Rejected) as caught:
            await bot.get_chat(1)
        await request.shutdown()
        await runner.cleanup()
        return caught.value

    refusal = asyncio.run(ask())
    assert (refusal.code, refusal.spoken) == (403, True)
    assert refusal.description == "Forbidden: bot was blocked"
