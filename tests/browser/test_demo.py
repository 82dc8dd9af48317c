"""The demonstration whole, in a real browser: a report on a phone, the clock, the reminder."""

from __future__ import annotations

import asyncio
import re
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest
from playwright.async_api import Page, async_playwright, expect

from sandbox.service import ROOT
from tests.browser.stage import DOT, launch

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]


@asynccontextmanager
async def demonstration(folder: Path) -> AsyncIterator[str]:
    """`./run demo` without its shell: the address that it prints."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "sandbox.demo", "--port", "0", "--folder", str(folder)),
        cwd=ROOT,
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    try:
        async with asyncio.timeout(120):
            while True:
                line = (await process.stdout.readline()).decode()
                assert line, "the demonstration ended"
                if found := re.search(r"http://\S+", line):
                    break
        yield found[0]
    finally:
        process.terminate()
        assert await asyncio.wait_for(process.wait(), 15) == 0


async def phone_of(address: str, person: str) -> str:
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"{address}api/phones") as response,
    ):
        phones = await response.json()
    return next(str(phone["id"]) for phone in phones if phone["person"] == person)


async def last_words(page: Page, phone: str) -> str:
    return await page.locator(f'[data-phone="{phone}"] .msg-bot .words').last.inner_text()


async def sees_the_course(page: Page, lan: str) -> None:
    """A correction and a picture, and the assignment's course in the service's book."""
    phone = page.locator(f'[data-phone="{lan}"]')
    said = phone.locator(".msg-bot .words").last
    await phone.get_by_role("textbox").fill("sai, 42 tỷ")
    await phone.get_by_role("textbox").press("Enter")
    await expect(said).to_contain_text("Đã sửa CT12", timeout=15_000)
    picture = {"name": "bien-lai.png", "mimeType": "image/png", "buffer": DOT}
    await phone.locator('input[type="file"]').first.set_input_files(picture)
    send = phone.get_by_role("button", name="Gửi", exact=True)
    if await send.is_visible():
        await send.click()
    await expect(said).to_contain_text("minh chứng cho CT12", timeout=15_000)
    await page.get_by_role("button", name="Sổ của dịch vụ").click()
    await page.get_by_role("button", name="Tiến độ", exact=True).click()
    await page.get_by_role("button", name="CT12", exact=True).first.click()
    course = page.get_by_role("list", name="Quá trình").get_by_role("listitem")
    await expect(course.nth(0)).to_contain_text("42", timeout=15_000)
    await expect(course.nth(0)).to_have_attribute("data-superseded", "false")
    await expect(course.nth(1)).to_contain_text("41")
    await expect(course.nth(1)).to_have_attribute("data-superseded", "true")
    proof = page.get_by_role("list", name="Minh chứng").get_by_role("img").first
    await expect(proof).to_be_visible()
    assert await proof.evaluate("image => image.decode().then(() => image.naturalWidth)") == 1
    await page.get_by_role("button", name="Về bảng").click()
    await expect(page.get_by_role("button", name="CT12", exact=True).first).to_be_visible()


async def sees_the_group(page: Page, address: str) -> None:
    """A lead makes the unit's group and binds it; somebody of the unit reports in it and puts
    that right. It is a chat beside the one with the assistant alone."""
    lead, clerk = await phone_of(address, "CB-026"), await phone_of(address, "CB-027")
    await page.goto(f"{address}?phones={lead},{clerk}")
    theirs = page.locator(f'[data-phone="{lead}"]')
    await theirs.get_by_role("button", name="Việc khác").click()
    await theirs.get_by_role("button", name="Lập nhóm của đơn vị").click()
    alone = await theirs.locator(".msg").count()
    await theirs.get_by_role("button", name="Nhóm Phòng Văn hóa và Thông tin").click()
    await expect(theirs.locator(".chat-head")).to_contain_text("Phòng Văn hóa và Thông tin")
    await expect(theirs.locator(".msg")).to_have_count(0)
    said = theirs.locator(".msg-bot .words").last
    await theirs.get_by_role("textbox").fill("/gannhom")
    await theirs.get_by_role("textbox").press("Enter")
    await expect(said).to_contain_text("Đã gắn nhóm này", timeout=15_000)
    await theirs.get_by_role("button", name="Gửi mỗi tuần", exact=True).click()
    await expect(said).to_contain_text("Từ tuần sau", timeout=15_000)
    # The other member is told by a mark, and opens the group.
    hers = page.locator(f'[data-phone="{clerk}"]')
    await hers.get_by_role("button", name="Nhóm Phòng Văn hóa và Thông tin có tin mới").click()
    heard = hers.locator(".msg-bot .words").last
    await expect(hers.locator(".msg").first).to_contain_text("/gannhom")
    for typed, answer in (
        ("/viec", "đang thực hiện"),
        ("NV02 40%", "Đã ghi NV02"),
        ("sai, 50%", "Đã sửa NV02"),
    ):
        await hers.get_by_role("textbox").fill(typed)
        await hers.get_by_role("textbox").press("Enter")
        await expect(heard).to_contain_text(answer, timeout=15_000)
        await expect(said).to_contain_text(answer)
    # What is said to him alone stays in his own chat.
    await theirs.get_by_role("button", name="Trợ lý", exact=True).click()
    await expect(theirs.locator(".msg")).to_have_count(alone)
    await theirs.get_by_role("textbox").fill("việc")
    await theirs.get_by_role("textbox").press("Enter")
    await expect(said).to_contain_text("đang thực hiện", timeout=15_000)
    await expect(said).not_to_contain_text("Dành cho đồng chí")


def test_a_report_is_said_back_and_the_next_morning_brings_the_reminder(tmp_path: Path) -> None:
    async def story() -> None:
        async with demonstration(tmp_path / "demo") as address, async_playwright() as playing:
            lan = await phone_of(address, "CB-039")
            browser = await launch(playing)
            page = await browser.new_page(viewport={"width": 1440, "height": 900})
            await page.goto(f"{address}?phones={lan}")
            box = page.locator(f'[data-phone="{lan}"]').get_by_role("textbox")
            await box.fill("CT12 41 tỷ")
            await box.press("Enter")
            said_back = page.locator(f'[data-phone="{lan}"] .msg-bot .words').last
            await expect(said_back).to_contain_text("41 tỷ đồng", timeout=15_000)
            await expect(said_back).to_contain_text("CT12")
            await sees_the_course(page, lan)
            before = await last_words(page, lan)
            await page.get_by_role("button", name="Tới 07:30 ngày mai", exact=True).click()
            reminder = page.locator(f'[data-phone="{lan}"] .msg-bot .words').last
            await expect(reminder).to_contain_text("nhắc việc", timeout=60_000)
            assert await last_words(page, lan) != before
            await sees_the_group(page, address)
            await browser.close()

    asyncio.run(story())
