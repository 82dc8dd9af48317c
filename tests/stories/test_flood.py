"""One person types a hundred messages at once: all are taken, few are sent, nobody else waits."""

from __future__ import annotations

import time

from tests.stories.books import inbox_states, reports, rows
from tests.stories.conftest import Play
from tests.stories.test_evidence import PHOTO

NV07 = 'NV07 Báo cáo "6 không"'
TOMORROW = "🟠 Còn 1 ngày (thứ Năm, 10/6)"
IF_WRONG = 'Nếu sai, đồng chí gõ chữ "sai" kèm kết quả đúng.'
PACE = "messages_per_second = 25\nper_chat_per_second = 4\nper_chat_burst = 3"
MOST = 30  # twenty answers, and what is gathered above them


async def test_a_hundred_messages_of_one_person_are_all_taken_and_answered_in_few(
    play: Play, channel: str
) -> None:
    async with play(channels=PACE) as on:
        lan, hai = await on.join("LAN", channel), await on.join("HAI", channel)
        came = len(inbox_states(on))
        typed = [f"NV7 {place % 50 + 1}%" for place in range(90)] + ["NV7 77%"] * 10
        for words in typed[:60]:
            on.platform.type_text(lan, words)
        began = time.monotonic()
        said = await on.says(hai, "NV9 50%")
        assert time.monotonic() - began < 5
        assert said.startswith("Đã ghi NV09 Rà soát biển hiệu: 50%.")
        for words in typed[60:]:
            on.platform.type_text(lan, words)

        heard: list[str] = []
        while "đã được ghi lúc 08:0" not in (heard[-1] if heard else ""):
            message = await on.next(lan)
            heard.append(message.text)
        await on.idle()
        heard += [each.text for each in lan.arrived]
        lan.arrived.clear()
        assert len(heard) <= MOST

        # Everything is kept and recorded once; whatever was recorded was said back in its order.
        assert inbox_states(on)[came:] == ["done"] * 101
        of_lan = [row[1] for row in reports(on) if row[0] == "NV07"]
        assert of_lan == [place % 50 + 1 for place in range(90)] + [77]
        whole = "\n".join(heard)
        at = 0
        for percent in of_lan:
            at = whole.index(f"Đã ghi {NV07}: {percent:.0f}%", at) + 1
        # What is the same is said once; the choices below are those of the last report.
        again = f"{NV07}: 77% đã được ghi lúc"
        assert 1 <= whole.count(again) < 9
        last = list(lan.chat.messages.values())[-1]
        if channel == "zalo":
            assert last.text.endswith("\n\n1. Sai, sửa lại")
        await on.choose(lan, last, 1)
        await on.hears(
            lan, f"Đã bỏ báo cáo về {NV07}: 77%. Nay trở lại 40%.\nĐồng chí gõ số đúng, ví dụ: 90%"
        )
        await on.asks(lan, "78%", f"Đã sửa {NV07}: 78%.\n{TOMORROW}\n{IF_WRONG}", "Sai, sửa lại")
        await on.idle()
        assert {row[0] for row in rows(on, "SELECT state FROM outbox")} == {"sent"}


async def test_a_burst_on_zalo_is_answered_in_few_messages_and_nothing_is_lost(play: Play) -> None:
    async with play(channels="messages_per_second = 25") as on:
        lan = await on.join("LAN", "zalo")
        await on.move(seconds=2)
        before = len(lan.chat.messages)
        # Pictures come one by one, and Zalo does not say that they were sent together.
        for number in range(5):
            caption = "NV7" if number == 0 else ""
            on.platform.send_photo(lan, PHOTO + bytes([number]), caption)
        kept = f"Đã nhận 5 ảnh làm minh chứng cho {NV07}. Đồng chí gõ thêm số liệu nếu có."
        await on.hears(lan, kept)
        # Several reports within a second: the first is answered at once, the others together.
        for words in ("NV7 60%", "CT3 20", "CT12 250 tỷ", "NV7 62%", "CT3 21", "CT12 260 tỷ"):
            on.platform.type_text(lan, words)
        await on.idle()
        heard = [each.text for each in lan.arrived]
        lan.arrived.clear()
        assert len(heard) <= 3
        assert [row[1] or row[2] for row in reports(on)] == [60, 20, 250, 62, 21, 260]
        whole = "\n".join(heard)
        at = 0
        for said in ("60%", "20 đảng viên", "250 tỷ", "62%", "21 đảng viên", "260 tỷ"):
            at = whole.index(f": {said}", at) + 1
        assert rows(on, "SELECT count(*), count(sha256) FROM evidence") == [(5, 5)]
        messages = list(lan.chat.messages.values())[before:]
        assert sum(each.sender is None for each in messages) <= 4
