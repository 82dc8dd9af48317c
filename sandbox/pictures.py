"""`python -m sandbox.pictures`: takes the pictures in docs/pictures from the running product.

Needs Chromium and the development packages. Plays the demonstration; checks nothing of it.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import shutil
import sys
import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import NamedTuple

from playwright.async_api import Browser, Page, async_playwright

from sandbox import cast
from sandbox.demo import BEGINS, choose, prepare
from sandbox.platform import Platform
from sandbox.server import Server, serve
from sandbox.service import ROOT, TELEGRAM_TOKEN, ZALO_TOKEN, Service
from sandbox.world.model import Message, Phone

PICTURES = ROOT / "docs" / "pictures"
OFFICIAL, CHAIR, OFFICE, NEWCOMER = "CB-039", "CB-001", cast.CLERK, "CB-047"
_PATIENCE = 20.0  # seconds that an answer may take
_DESK = (1240, 760)
_BESIDE = 700  # pixels of the page's width that the list of people and the margins take


class Scene(NamedTuple):
    """What a person types, or taps by its number, before their phone is pictured."""

    name: str
    person: str
    acts: Sequence[str | int]
    height: int = 760  # of the page, so that the last question and its answer are in sight


BEFORE = (
    Scene("viec", OFFICIAL, ("việc",), 1000),
    Scene("bao-cao", OFFICIAL, ("CT03 9 đảng viên",)),
    Scene("sua", OFFICIAL, ("sai, 10 đảng viên",)),
    Scene("qua-trinh", OFFICIAL, ("CT03", 4), 860),
    Scene("gia-han", OFFICIAL, ("NV46 xin gia hạn đến 30/6",)),
    Scene("cho-duyet", CHAIR, ("chờ duyệt",)),
    Scene("chi-tieu", CHAIR, ("CT12",), 1020),
    Scene("theo-doi", OFFICE, ("chỉ đạo", 1)),
    Scene("can-goi", OFFICE, ("cán bộ", 1)),
    Scene(
        "gui-chi-dao",
        OFFICE,
        (
            "gửi chỉ đạo",
            "Báo cáo số liệu thu ngân sách tháng 5\nĐề nghị các đồng chí gửi số liệu thu ngân sách "
            "đến hết tháng 5 và số ước 6 tháng.",
            "phường 4, phường 7, xã Sơn Đông",
            1,
            "11/6",
        ),
        860,
    ),
)
AT_HALF_PAST_SEVEN = (Scene("nhac-viec", OFFICIAL, ()), Scene("tong-hop", CHAIR, (), 1300))


class Camera:
    """Opens phones on the sandbox's page and takes their pictures."""

    def __init__(self, browser: Browser, server: Server, folder: Path) -> None:
        self._browser = browser
        self._url = server.url
        self._folder = folder

    async def phone(self, name: str, phone: Phone, height: int = 760) -> None:
        """One phone, with the newest message in sight."""
        async with self._page([phone], (_BESIDE + 400, height), scale=1.25) as page:
            device = page.locator(f'[data-phone="{phone.id}"] .device')
            await device.screenshot(path=self._folder / f"{name}.png")
        print(f"  {name}.png", flush=True)

    async def desk(self, name: str, phones: Sequence[Phone]) -> None:
        """The whole page with several phones side by side."""
        async with self._page(phones, _DESK, scale=1) as page:
            await page.screenshot(path=self._folder / f"{name}.png")
        print(f"  {name}.png", flush=True)

    @asynccontextmanager
    async def _page(
        self, phones: Sequence[Phone], size: tuple[int, int], scale: float
    ) -> AsyncIterator[Page]:
        page = await self._browser.new_page(
            viewport={"width": size[0], "height": size[1]},
            device_scale_factor=scale,
            color_scheme="light",
            reduced_motion="reduce",
        )
        try:
            await page.add_init_script("localStorage.setItem('dondoc.guide.put-away', 'yes')")
            wanted = ",".join(phone.id for phone in phones)
            await page.goto(f"{self._url}/?phones={wanted}")
            await page.locator(f'[data-phone="{phones[0].id}"] .msg').last.wait_for()
            # The list of messages is drawn in steps; the pictures wait until it stands still.
            await page.wait_for_timeout(700)
            yield page
        finally:
            await page.close()


async def play(platform: Platform, phone: Phone, acts: Sequence[str | int]) -> None:
    """Types or taps one after another, each after the answer to the one before."""
    said: Message | None = None
    for act in acts:
        phone.arrived.clear()
        if isinstance(act, str):
            platform.type_text(phone, act)
        elif said is not None:
            await choose(platform, phone, said, act)
        said = await platform.next_message(phone, _PATIENCE)


async def take(folder: Path) -> None:
    """Plays the demonstration in a folder of its own and takes every picture."""
    with tempfile.TemporaryDirectory(prefix="dondoc-") as scratch:
        place = Path(scratch)
        platform = Platform(BEGINS, data_dir=place / "data")
        platform.add_bot("telegram", TELEGRAM_TOKEN, "Bot Văn phòng Thành ủy")
        platform.add_bot("zalo", ZALO_TOKEN, "Bot Văn phòng Thành ủy")
        async with serve(platform) as server, async_playwright() as playwright:
            service = Service(
                place,
                server,
                channels="messages_per_second = 200",
                sections='[digest]\ncadence = "day"',
            )
            platform.service_url = service.url
            found = shutil.which("chromium") or shutil.which("chromium-browser")
            browser = await playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
            try:
                phones = await prepare(platform, service)
                await _all(platform, service, phones, Camera(browser, server, folder))
            finally:
                await browser.close()
                await service.stop()
                await platform.close()


async def _all(
    platform: Platform, service: Service, phones: dict[str, Phone], camera: Camera
) -> None:
    invited = json.loads(await service.command("invite", NEWCOMER, "--json"))[0]
    await play(platform, phones[NEWCOMER], (invited["code"],))
    platform.read(phones[NEWCOMER])
    await camera.phone("tham-gia", phones[NEWCOMER], 900)
    for scene in BEFORE:
        await play(platform, phones[scene.person], scene.acts)
        platform.read(phones[scene.person])
        await camera.phone(scene.name, phones[scene.person], scene.height)
    await platform.settle(platform.move_clock(at="07:30", days=0))
    # Unread, so that each phone shows its new message from the first line.
    await camera.desk("trinh-dien", [phones[code] for code in (OFFICIAL, CHAIR, OFFICE)])
    for scene in AT_HALF_PAST_SEVEN:
        platform.read(phones[scene.person])
        await camera.phone(scene.name, phones[scene.person], scene.height)


def main() -> int:
    """Reads the command line and takes the pictures."""
    parser = argparse.ArgumentParser(prog="python -m sandbox.pictures", description=__doc__)
    parser.add_argument("--folder", type=Path, default=PICTURES, help="where the pictures go")
    folder: Path = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    asyncio.run(take(folder))
    return 0


if __name__ == "__main__":
    sys.exit(main())
