"""The sandbox's page in a real browser, with the platform in this process and no service."""

from __future__ import annotations

import asyncio
import re
from datetime import datetime

import pytest
from playwright.async_api import async_playwright, expect

from sandbox.control import PAGE
from sandbox.platform import Platform
from sandbox.server import serve
from tests.browser.stage import (
    DOT,
    MORNING,
    TELEGRAM_TOKEN,
    ZALO_TOKEN,
    Stage,
    launch,
    play,
)

pytestmark = pytest.mark.browser


def test_a_text_typed_on_a_phone_is_a_bubble_there_and_an_update_for_the_bot() -> None:
    async def act(stage: Stage) -> None:
        await stage.type(stage.chair, "tổng hợp")
        await expect(stage.on(stage.chair).locator(".msg-me .words")).to_have_text("tổng hợp")
        await expect(stage.on(stage.chair).get_by_role("textbox")).to_have_value("")
        [update] = await stage.call("getUpdates")
        assert update["message"]["text"] == "tổng hợp"

    play(act)


def test_shift_enter_makes_a_new_line_and_sends_nothing() -> None:
    async def act(stage: Stage) -> None:
        box = stage.on(stage.lan).get_by_role("textbox")
        await box.type("CT12 60%")
        await box.press("Shift+Enter")
        await box.type("còn vướng mặt bằng")
        assert stage.platform.messages(stage.lan) == []
        await box.press("Enter")
        await expect(stage.on(stage.lan).locator(".msg-me")).to_have_count(1)
        [said] = stage.platform.messages(stage.lan)
        assert said["text"] == "CT12 60%\ncòn vướng mặt bằng"

    play(act)


def test_a_message_of_the_bot_appears_with_its_styles_and_markup_stays_text() -> None:
    async def act(stage: Stage) -> None:
        text = "🔴 Quá hạn: <img src=x onerror=boom()> & CT12"
        await stage.call(
            "sendMessage",
            chat_id=stage.chair.chat.id,
            text=text,
            # The red circle is two UTF-16 units, so the words begin at 3.
            entities=[{"type": "bold", "offset": 3, "length": 7}],
        )
        words = stage.on(stage.chair).locator(".msg-bot .words")
        await expect(words).to_have_text(text)
        await expect(words.locator("strong")).to_have_text("Quá hạn")
        assert await words.locator("img").count() == 0

    play(act)


def test_a_tapped_button_reaches_the_bot_and_its_answer_is_shown() -> None:
    async def act(stage: Stage) -> None:
        keyboard = [[{"text": "Giao Văn phòng xử lý", "callback_data": "v1:office"}]]
        await stage.call(
            "sendMessage",
            chat_id=stage.chair.chat.id,
            text="Có 7 nội dung quá hạn.",
            reply_markup={"inline_keyboard": keyboard},
        )
        await stage.on(stage.chair).get_by_role("button", name="Giao Văn phòng xử lý").click()
        [update] = await stage.call("getUpdates", timeout=5)
        query = update["callback_query"]
        assert query["data"] == "v1:office"
        await stage.call("answerCallbackQuery", callback_query_id=query["id"], text="Đã chuyển.")
        await expect(stage.on(stage.chair).locator(".toast")).to_have_text("Đã chuyển.")

    play(act)


def test_a_reply_on_telegram_names_the_message_it_answers() -> None:
    async def act(stage: Stage) -> None:
        sent = await stage.call("sendMessage", chat_id=stage.chair.chat.id, text="Quá hạn: CT12")
        phone = stage.on(stage.chair)
        await phone.locator(".msg-bot").hover()
        await phone.get_by_role("button", name="Trả lời tin này").click()
        await stage.type(stage.chair, "Giao Văn phòng")
        await expect(phone.locator(".msg-me .quote")).to_contain_text("Quá hạn: CT12")
        [update] = await stage.call("getUpdates")
        assert update["message"]["reply_to_message"]["message_id"] == sent["message_id"]

    play(act)


def test_zalo_offers_neither_reply_nor_edit() -> None:
    async def act(stage: Stage) -> None:
        await stage.type(stage.lan, "menu")
        await expect(stage.on(stage.lan).locator(".msg-me")).to_have_count(1)
        assert await stage.on(stage.lan).locator(".side").count() == 0

    play(act)


def test_an_edited_message_changes_in_place() -> None:
    async def act(stage: Stage) -> None:
        await stage.type(stage.chair, "tong hop")
        phone = stage.on(stage.chair)
        await phone.locator(".msg-me").hover()
        await phone.get_by_role("button", name="Sửa tin này").click()
        await stage.type(stage.chair, "tổng hợp")
        await expect(phone.locator(".msg-me .words")).to_have_text("tổng hợp")
        await expect(phone.locator(".msg-me .meta")).to_contain_text("đã sửa")

    play(act)


def test_a_chosen_picture_is_shown_before_and_after_it_is_sent() -> None:
    async def act(stage: Stage) -> None:
        phone = stage.on(stage.lan)
        await phone.locator("input[type=file]").set_input_files(
            {"name": "bien-ban.png", "mimeType": "image/png", "buffer": DOT}
        )
        await expect(phone.get_by_alt_text("Ảnh sắp gửi")).to_be_visible()
        await phone.get_by_role("button", name="Gửi", exact=True).click()
        await expect(phone.locator(".msg-me .photo img")).to_be_visible()
        await expect(phone.locator(".context")).to_be_hidden()
        assert stage.platform.messages(stage.lan)[0]["photo"]

    play(act)


def test_the_clock_goes_to_tomorrow_morning_and_says_so() -> None:
    async def act(stage: Stage) -> None:
        page = stage.page
        await expect(page.locator("#clock .clock-face")).to_contain_text("Thứ Tư, 09/6/2021")
        moves = page.locator("#clock .clock-moves")
        await moves.get_by_role("button", name="Tới 07:30 ngày mai").click()
        await expect(page.locator("#notes")).to_contain_text("Đã tới thứ Năm, 10/6/2021, 07:30")
        await expect(page.locator("#clock .clock-face")).to_contain_text("Thứ Năm, 10/6/2021,")
        local = stage.platform.clock.now().astimezone(MORNING.tzinfo)
        assert local.strftime("%d/%m/%Y %H:%M") == "10/06/2021 07:30"

    play(act)


def test_three_days_pass_by_way_of_every_morning() -> None:
    async def act(stage: Stage) -> None:
        seen: list[str] = []
        events = stage.platform.events.watch()
        await stage.page.get_by_role("button", name="+3 ngày").click()
        await expect(stage.page.locator("#notes")).to_contain_text("Đã tới thứ Bảy, 12/6/2021")
        while not events.empty():
            event = events.get_nowait()
            if event["type"] == "clock":
                at = datetime.fromisoformat(event["now"]).astimezone(MORNING.tzinfo)
                seen.append(at.strftime("%d %H:%M"))
        assert seen[:3] == ["09 07:30", "10 07:30", "11 07:30"]
        assert re.fullmatch(r"12 07:0\d", seen[3])

    play(act)


def test_a_fault_ordered_in_the_panel_hits_the_next_message_and_is_gone() -> None:
    async def act(stage: Stage) -> None:
        page = stage.page
        await page.get_by_role("button", name="Gây sự cố").click()
        panel = page.locator("#panel")
        await panel.get_by_role("button", name="Telegram").click()
        await panel.get_by_role("button", name="Nhà mạng bận (429)").click()
        await expect(panel.locator(".faults-active")).to_contain_text("Telegram · mọi người")
        url = f"{stage.server.telegram}/bot{TELEGRAM_TOKEN}/sendMessage"
        params = {"chat_id": stage.chair.chat.id, "text": "Kính báo cáo"}
        async with stage.platform.http.post(url, json=params) as response:
            assert response.status == 429
        await expect(panel.locator(".faults-active")).to_have_text("Hiện không có sự cố nào.")

    play(act)


def test_a_group_moves_just_when_the_assistant_answers_in_it() -> None:
    async def act(stage: Stage) -> None:
        await stage.page.get_by_role("button", name="Gây sự cố").click()
        panel = stage.page.locator("#panel")
        await panel.get_by_role("button", name="Telegram").click()
        await panel.get_by_role("button", name="Nhóm chuyển sang mã mới").click()
        await expect(panel.locator(".faults-active")).to_contain_text("Nhóm chuyển sang mã mới")
        await expect(stage.on(stage.chair).locator(".msg-me .words")).to_have_text("/menu")
        called = (await stage.call("getUpdates"))[-1]["message"]
        url = f"{stage.server.telegram}/bot{TELEGRAM_TOKEN}/sendMessage"
        params = {"chat_id": called["chat"]["id"], "text": "Xin nhắn riêng cho trợ lý."}
        async with stage.platform.http.post(url, json=params) as response:
            refused = await response.json()
        moved_to = refused["parameters"]["migrate_to_chat_id"]
        await stage.call("sendMessage", chat_id=moved_to, text="Xin nhắn riêng cho trợ lý.")
        phone = stage.on(stage.chair)
        await expect(phone.locator(".msg-bot")).to_contain_text("Xin nhắn riêng cho trợ lý.")
        await expect(phone.locator(".chat-head")).to_contain_text("Tổ công tác")
        await expect(phone.locator(".msg-me .words")).to_have_text("/menu")
        await expect(panel.locator(".faults-active")).to_have_text("Hiện không có sự cố nào.")

    play(act)


def test_each_channel_offers_the_failures_that_it_can_have() -> None:
    async def act(stage: Stage) -> None:
        await stage.page.get_by_role("button", name="Gây sự cố").click()
        panel = stage.page.locator("#panel")
        everywhere = ["Máy chủ lỗi (500)", "Treo không trả lời", "Đã nhận rồi mới đứt kết nối"]
        own = {
            "Zalo": ["Hết lượt gửi của gói (429)", "Người nhận đã chặn"],
            "Telegram": [
                "Nhà mạng bận (429)",
                "Người nhận đã chặn",
                "Nhóm chuyển sang mã mới",
                "Có máy khác cùng nhận tin",
            ],
        }
        for channel, failures in own.items():
            await panel.get_by_role("button", name=channel, exact=True).click()
            named = await panel.locator(".faults-list > .fault b").all_text_contents()
            assert sorted(named) == sorted(everywhere + failures)
            said = await panel.locator(".fault span").all_text_contents()
            assert all(words.endswith(".") for words in said)

    play(act)


def test_the_book_says_plainly_that_there_is_no_service() -> None:
    async def act(stage: Stage) -> None:
        await stage.page.get_by_role("button", name="Sổ của dịch vụ").click()
        await expect(stage.page.locator("#panel")).to_contain_text("Dịch vụ chưa chạy")

    play(act)


def test_what_comes_to_a_closed_phone_is_counted_and_marked_as_new_when_it_is_opened() -> None:
    async def act(stage: Stage) -> None:
        chat = stage.chair.chat.id
        await stage.on(stage.chair).get_by_role("button", name="Việc khác").click()
        await stage.on(stage.chair).get_by_role("button", name="Cất máy này").click()
        await stage.call("sendMessage", chat_id=chat, text="tin thứ nhất")
        await stage.call("sendMessage", chat_id=chat, text="tin thứ hai")
        page = stage.page
        entry = page.locator(f'[data-person="{stage.chair.id}"]')
        await expect(entry.locator(".badge")).to_have_text("2")
        await entry.click()
        news = stage.on(stage.chair).locator(".new-line + .msg")
        await expect(news).to_contain_text("tin thứ nhất")
        await expect(entry.locator(".badge")).to_have_count(0)
        await stage.platform.until(lambda: stage.chair.unread == 0)

    play(act)


def test_the_list_of_people_is_searched_without_marks_and_tells_who_has_not_joined() -> None:
    async def act(stage: Stage) -> None:
        people = stage.page.locator("#people")
        await people.get_by_role("searchbox").fill("quoc thai")
        await expect(people.locator(".person")).to_have_count(1)
        await expect(people.locator(".person")).to_contain_text("chưa tham gia")
        await people.locator(".person").click()
        await expect(stage.page.get_by_text("Nhập mã tham gia của Văn phòng")).to_be_visible()

    play(act)


def test_the_address_keeps_which_phones_are_open() -> None:
    async def act(stage: Stage) -> None:
        lan, chair, office = stage.lan.id, stage.chair.id, stage.office.id
        assert stage.page.url.endswith(f"?phones={lan},{chair},{office}")
        await stage.page.goto(f"{stage.server.url}/?phones={office},{lan}")
        await expect(stage.page.locator(".phone")).to_have_count(2)
        await expect(stage.page.locator(".phone").first).to_contain_text("Lê Thị Ngọc Diễm")

    play(act)


@pytest.mark.parametrize("width", [360, 390, 768, 1024, 1440])
def test_nothing_hangs_over_the_edge_of_the_window(width: int) -> None:
    async def act(stage: Stage) -> None:
        await stage.call("sendMessage", chat_id=stage.chair.chat.id, text="chỉtiêu" * 90)
        # Fonts differ between machines: letters set wider stand for those that are not here.
        for letters in ("0", ".05em"):
            await stage.page.add_style_tag(content=f"* {{ letter-spacing: {letters} !important }}")
            for bar in ("document.documentElement", "document.getElementById('top')"):
                over = await stage.page.evaluate(f"{bar}.scrollWidth - {bar}.clientWidth")
                assert over <= 0, (bar, letters)
        mark = await stage.page.locator(".brand-words").bounding_box()
        sample = await stage.page.locator(".sample").bounding_box()
        assert mark is not None
        assert sample is not None
        assert mark["x"] + mark["width"] <= sample["x"]
        shown = await stage.page.locator(".phone:visible").count()
        assert shown == {360: 1, 390: 1, 768: 2, 1024: 3, 1440: 3}[width]
        if width < 720:
            box = await stage.page.locator(".phone:visible").bounding_box()
            assert box is not None
            assert box["width"] == width

    play(act, size=(width, 800))


def test_the_page_tells_of_a_lost_server_and_goes_on_when_it_is_back() -> None:
    # The server itself is stopped, and started again on its port.
    async def stop_and_start() -> None:
        platform = Platform(MORNING)
        platform.add_bot("zalo", ZALO_TOKEN, "Đôn Đốc")
        lan = platform.add_phone("Lan", "", "Phường 7", "người báo cáo", "zalo", started=True)
        async with async_playwright() as playwright:
            browser = await launch(playwright)
            page = await browser.new_page()
            async with serve(platform) as server:
                await page.goto(server.url)
                await expect(page.locator(".phone")).to_have_count(1)
            await expect(page.locator("#link-state")).to_contain_text("Mất kết nối")
            platform.type_text(lan, "gõ lúc đứt mạng")
            async with serve(platform, server.port):
                await expect(page.locator("#link-state")).to_be_hidden(timeout=10000)
                await expect(page.locator(".msg-me .words")).to_have_text("gõ lúc đứt mạng")
            await browser.close()

    asyncio.run(stop_and_start())


def test_the_page_asks_nothing_of_other_hosts_and_parses_no_markup() -> None:
    files = list(PAGE.iterdir())
    assert len(files) > 10
    for file in files:
        text = file.read_text(encoding="utf-8")
        hosts = set(re.findall(r"https?://([\w.-]+)", text))
        assert hosts <= {"www.w3.org"}, file.name
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write", text)


def test_without_a_server_the_page_says_so_and_begins_when_it_is_there() -> None:
    async def act(stage: Stage) -> None:
        page = stage.page
        await page.route("**/api/**", lambda route: route.abort())
        await page.reload()
        await expect(page.get_by_text("Chưa thấy máy chủ trình diễn")).to_be_visible()
        await page.unroute("**/api/**")
        await expect(page.locator(".phone")).to_have_count(3)
        await expect(page.get_by_text("Chưa thấy máy chủ trình diễn")).to_have_count(0)

    play(act)


def test_a_long_message_that_arrives_is_read_from_its_first_line() -> None:
    async def act(stage: Stage) -> None:
        log = stage.on(stage.chair).locator(".log")
        await expect(log).to_contain_text("Chưa có tin nhắn")  # the chat has been read
        for text in ("Chào đồng chí.", "\n".join(f"{n}. Nội dung cần quan tâm" for n in range(60))):
            await stage.call("sendMessage", chat_id=stage.chair.chat.id, text=text)
        last = stage.on(stage.chair).locator(".msg-bot").last
        await expect(last).to_contain_text("59. Nội dung")
        frame, message = await log.bounding_box(), await last.bounding_box()
        assert frame is not None
        assert message is not None
        assert 0 <= message["y"] - frame["y"] < 30
        await expect(stage.on(stage.chair).locator(".jump")).to_be_visible()

    play(act)
