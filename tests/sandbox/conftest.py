"""A stage: one sandbox on a port, a bot and a phone on each platform, and a plain HTTP client."""

import asyncio
import inspect
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import aiohttp
import pytest

from sandbox.platform import Platform
from sandbox.server import serve

START = datetime(2021, 6, 9, 7, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
TOKEN = "1000001:telegram-token"
ZALO_TOKEN = "zalo-token"


class Stage:
    """What every story here begins with."""

    def __init__(self) -> None:
        self.platform = Platform(START)
        self.bot = self.platform.add_bot("telegram", TOKEN, "Văn phòng")
        self.zalo_bot = self.platform.add_bot("zalo", ZALO_TOKEN, "Bot Văn phòng")
        self.lan = self.platform.add_phone("Nguyễn Thị Lan", started=True)
        self.hoa = self.platform.add_phone("Trần Hoa", channel="zalo", started=True)

    async def play(self, story: Any, arguments: dict[str, Any]) -> None:
        async with serve(self.platform) as self.server, aiohttp.ClientSession() as self.http:
            await story(**arguments)

    async def post(self, path: str, **request: Any) -> tuple[int, Any]:
        """Status and JSON."""
        async with self.http.post(self.server.url + path, **request) as response:
            return response.status, await response.json(content_type=None)

    async def get(self, path: str) -> Any:
        async with self.http.get(self.server.url + path) as response:
            return await response.json(content_type=None)

    async def call(self, method: str, **params: Any) -> tuple[int, Any]:
        """A call to Telegram: status, and the result or the refusal's whole body."""
        status, body = await self.post(f"/telegram/bot{TOKEN}/{method}", json=params)
        assert body["ok"] is (status == 200)
        return status, body.get("result", body)

    async def refusal(self, method: str, **params: Any) -> str:
        """Telegram's words when it refuses."""
        status, body = await self.call(method, **params)
        assert status != 200, body
        assert body["error_code"] == status
        return body["description"]

    async def zalo(self, method: str, **params: Any) -> Any:
        """A call to Zalo: its whole body; the status is 200 whatever happens."""
        status, body = await self.post(f"/zalo/bot{ZALO_TOKEN}/{method}", json=params)
        assert status == 200
        return body

    async def updates(self, **params: Any) -> list[dict[str, Any]]:
        return (await self.call("getUpdates", **params))[1]


@pytest.fixture
def stage() -> Stage:
    return Stage()


def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Tests here may be coroutines; they run while their stage is up."""
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    names = pyfuncitem._fixtureinfo.argnames
    arguments = {name: pyfuncitem.funcargs[name] for name in names}
    asyncio.run(arguments["stage"].play(pyfuncitem.obj, arguments))
    return True
