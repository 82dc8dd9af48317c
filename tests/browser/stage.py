"""A browser on the sandbox's page, the platform in this process. Asserts nothing of a story."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from playwright.async_api import (
    Browser,
    Locator,
    Page,
    Playwright,
    Request,
    async_playwright,
    expect,
)

from sandbox.platform import Platform
from sandbox.server import Server, serve
from sandbox.world.model import Phone

TELEGRAM_TOKEN = "1001:page-telegram"
ZALO_TOKEN = "2002:page-zalo"
MORNING = datetime.fromisoformat("2021-06-09T07:00:00+07:00")
DESKTOP = (1440, 900)
# The smallest picture there is.
DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f64540"
    "0000000049454e44ae426082"
)


@dataclass(slots=True)
class Stage:
    """The platform, its server, an open page, and the three people on it."""

    platform: Platform
    server: Server
    page: Page
    lan: Phone  # an official, on Zalo
    chair: Phone  # on Telegram
    office: Phone  # on Zalo

    def on(self, phone: Phone) -> Locator:
        """What the page shows of a phone."""
        return self.page.locator(f'[data-phone="{phone.id}"]')

    async def call(self, method: str, **params: Any) -> Any:
        """A call of the bot on Telegram."""
        url = f"{self.server.telegram}/bot{TELEGRAM_TOKEN}/{method}"
        async with self.platform.http.post(url, json=params) as response:
            return (await response.json())["result"]

    async def type(self, phone: Phone, text: str) -> None:
        """Types a text and presses Enter."""
        box = self.on(phone).get_by_role("textbox")
        await box.fill(text)
        await box.press("Enter")


async def launch(playwright: Playwright) -> Browser:
    """The system's Chromium, else the one that Playwright brought."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    return await playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])


@asynccontextmanager
async def open_stage(size: tuple[int, int] = DESKTOP) -> AsyncIterator[Stage]:
    """Opens the page; afterwards no script may have failed and nothing left the machine."""
    platform = Platform(MORNING)
    platform.add_bot("telegram", TELEGRAM_TOKEN, "Đôn Đốc")
    platform.add_bot("zalo", ZALO_TOKEN, "Đôn Đốc")
    joined = {"started": True}
    lan = platform.add_phone(
        "Bùi Thị Kim Lan",
        "Công chức văn phòng",
        "Đảng ủy phường 7",
        "người báo cáo",
        "zalo",
        **joined,
    )
    chair = platform.add_phone(
        "Huỳnh Trung Kiên", "Bí thư", "Thành ủy Bến Tre", "thường trực", "telegram", **joined
    )
    office = platform.add_phone(
        "Lê Thị Ngọc Diễm", "Chuyên viên", "Văn phòng Thành ủy", "văn phòng", "zalo", **joined
    )
    platform.add_phone(
        "Đặng Quốc Thái", "Trưởng phòng", "Phòng Kinh tế", "lãnh đạo đơn vị", "telegram"
    )
    failures: list[str] = []
    strangers: list[str] = []
    async with serve(platform) as server, async_playwright() as playwright:

        def watch(request: Request) -> None:
            if not request.url.startswith((server.url, "data:", "blob:")):
                strangers.append(request.url)

        browser = await launch(playwright)
        page = await browser.new_page(viewport={"width": size[0], "height": size[1]})
        page.set_default_timeout(8000)
        page.on("pageerror", lambda error: failures.append(str(error)))
        page.on("request", watch)
        await page.goto(server.url)
        await expect(page.locator(".phone:visible").first).to_be_visible()
        try:
            yield Stage(platform, server, page, lan, chair, office)
        finally:
            await browser.close()
    assert failures == []
    assert strangers == []


def play(act: Callable[[Stage], Awaitable[None]], **stage: Any) -> None:
    """Runs one story on a fresh stage."""

    async def run() -> None:
        async with open_stage(**stage) as opened:
            await act(opened)

    asyncio.run(run())
