"""Reminders: they come when the clock has moved, are answered where they stand, and never twice."""

from __future__ import annotations

import pytest

from sandbox.world.model import TELEGRAM
from tests.stories.books import reports, rows
from tests.stories.conftest import Play

NV07 = 'NV07 Báo cáo "6 không"'
DONE_OR_BLOCKED = ("Xong", "Có vướng mắc")
IF_WRONG = 'Nếu sai, đồng chí gõ chữ "sai" kèm kết quả đúng.'
THURSDAY = (
    "Văn phòng Thành ủy nhắc việc, thứ Năm 10/6\n"
    "Kính gửi đồng chí Lan, có 1 nội dung cần báo cáo:\n"
    f"🟠 Hạn hôm nay (thứ Năm 10/6): {NV07}\n"
    "Đồng chí trả lời tin này, ví dụ: NV07 60%"
)
FRIDAY = (
    "Văn phòng Thành ủy nhắc việc, thứ Sáu 11/6\n"
    "Kính gửi đồng chí Lan, có 1 nội dung cần báo cáo:\n"
    f"🔴 Quá hạn 1 ngày (thứ Năm 10/6): {NV07}\n"
    "Đồng chí trả lời tin này, ví dụ: NV07 60%"
)


async def test_a_reminder_comes_at_its_hour_and_is_answered_where_it_stands(
    play: Play, channel: str
) -> None:
    async with play() as on:
        lan, hai = await on.join("LAN", channel), await on.join("HAI", channel)
        await on.move(days=1, at="07:29")
        on.nobody_heard_more()
        await on.move(at="07:30")
        reminder = await on.hears(lan, THURSDAY, *DONE_OR_BLOCKED)
        await on.hears(
            hai,
            "Văn phòng Thành ủy nhắc việc, thứ Năm 10/6\n"
            "Kính gửi đồng chí Hai, có 1 nội dung cần báo cáo:\n"
            "🟢 Còn 6 ngày (thứ Tư 16/6): NV09 Rà soát biển hiệu\n"
            "Đồng chí trả lời tin này, ví dụ: NV09 60%",
            *DONE_OR_BLOCKED,
        )
        # The clock stands still, steps back a little, goes on: the day's message is not repeated.
        await on.move(seconds=-120)
        await on.move(seconds=600)
        await on.move(at="17:00")
        on.nobody_heard_more()

        # A figure alone is about what was just reminded of, and a choice is taken where it stands.
        await on.asks(
            lan,
            "60%",
            f"Đã ghi {NV07}: 60%.\n🟠 Hạn hôm nay (thứ Năm, 10/6)\n{IF_WRONG}",
            "Sai, sửa lại",
        )
        if channel == TELEGRAM:
            await on.choose(lan, reminder, 1)
        else:
            on.platform.type_text(lan, "xong")
        await on.hears(
            lan,
            f"Đã ghi {NV07}: đã hoàn thành, lần trước 60%.\n"
            f"✅ Hoàn thành đúng hạn (thứ Năm, 10/6)\n{IF_WRONG}",
            "Sai, sửa lại",
        )
        await on.asks(
            hai,
            "NV9 xong",
            "Đã ghi NV09 Rà soát biển hiệu: đã hoàn thành.\n"
            f"✅ Hoàn thành đúng hạn (thứ Năm, 10/6)\n{IF_WRONG}",
            "Sai, sửa lại",
        )
        # Nobody is reminded of what is done: Friday, the week-end and Monday are silent.
        for _ in range(4):
            await on.move(days=1, at="08:00")
        on.nobody_heard_more()


async def test_a_reply_to_a_reminder_is_about_what_it_named(play: Play) -> None:
    """Only Telegram says which message is replied to."""
    async with play() as on:
        lan = await on.join("LAN", TELEGRAM)
        await on.move(days=1, at="07:30")
        reminder = await on.hears(lan, THURSDAY, *DONE_OR_BLOCKED)
        assert (await on.says(lan, "CT03")).startswith("CT03 Kết nạp đảng viên\n")
        on.platform.type_text(lan, "được 60% rồi", reply_to=reminder)
        await on.hears(
            lan,
            f"Đã ghi {NV07}: 60%.\n🟠 Hạn hôm nay (thứ Năm, 10/6)\n{IF_WRONG}",
            "Sai, sửa lại",
        )
        assert reports(on) == [("NV07", 60, None)]


async def test_a_digit_right_after_a_reminder_is_asked_about(play: Play) -> None:
    async with play() as on:
        lan = await on.join("LAN")
        await on.move(days=1, at="07:29")
        await on.asks(
            lan,
            "NV7",
            f"{NV07}\n"
            "🟠 Hạn hôm nay (thứ Năm, 10/6)\n"
            "Đã thực hiện: chưa có số liệu\n"
            "Đồng chí báo tiến độ bằng cách gõ tỷ lệ đã làm, ví dụ: 60%. Đã làm xong hết thì gõ:"
            " xong",
            "Xong",
            "Xin gia hạn",
            "Có vướng mắc",
        )
        await on.move(at="07:30")
        await on.hears(lan, THURSDAY, *DONE_OR_BLOCKED)
        which = "Vừa có thêm một tin gửi đến đồng chí, nên số {} có thể chưa rõ. Đồng chí muốn chọn"
        await on.asks(lan, "2", f"{which.format(2)} mục nào?", "Xin gia hạn", "Có vướng mắc")
        await on.asks(
            lan,
            "1",
            f"Đồng chí xin gia hạn {NV07} đến ngày nào? Ví dụ: 30/6, hoặc: thêm 5 ngày.\n"
            "Thời hạn hiện nay: 🟠 Hạn hôm nay (thứ Năm, 10/6).",
        )
        await on.asks(lan, "hủy", "Đã dừng. Chưa có gì được gửi hay ghi lại.")

        # A list that an answer has pushed away is not taken for a figure either.
        await on.move(seconds=61)
        await on.asks(
            lan,
            "cài đặt",
            "Cài đặt của đồng chí Lê Thị Hoàng Lan\n"
            "Văn phòng Đảng ủy, Đảng ủy phường An Hội\n"
            "Giờ yên lặng: theo giờ chung (nhắc việc từ 07:30 đến 18:00 ngày làm việc)",
            "Nghỉ phép, đi công tác, người thay",
            "Giờ yên lặng",
            "Ngôn ngữ: Tiếng Việt",
            "Thông tin đang lưu về tôi",
            "Thôi nhận nhắc việc ở đây",
        )
        on.platform.type_text(lan, "báo cáo số 45-BC/ĐU ngày 08/6, NV7")
        await on.hears(lan, f"Đã ghi văn bản số 45-BC/ĐU, thứ Ba, 08/6, làm minh chứng cho {NV07}.")
        await on.asks(
            lan,
            "1",
            "Đồng chí nghỉ hoặc đi công tác từ ngày nào đến hết ngày nào?\n"
            "Ví dụ: 10/6 đến 15/6, hoặc: đến hết tuần. Có thể ghi luôn người thay:"
            " 10/6 đến 15/6, anh Ba thay.",
        )
        assert reports(on) == []


@pytest.mark.parametrize(("channel", "fault"), [("telegram", "reset_after"), ("zalo", "500")])
async def test_a_reminder_with_an_unknown_fate_is_left_to_the_next_run(
    play: Play, channel: str, fault: str
) -> None:
    async with play() as on:
        lan = await on.join("LAN", channel)
        fired = on.platform.add_fault(channel, fault, method="sendMessage", times=1)
        await on.move(days=1, at="07:30")
        assert fired.fired == 1
        if fault == "reset_after":  # it did arrive, which nobody but she knows
            await on.hears(lan, THURSDAY, *DONE_OR_BLOCKED)
        await on.move(seconds=40)
        await on.move(at="16:00")
        on.nobody_heard_more()
        assert rows(on, "SELECT state, attempts FROM v_outbox WHERE kind = 'reminder'") == [
            ("unknown", 1)
        ]
        await on.move(days=1, at="07:30")
        await on.hears(lan, FRIDAY, *DONE_OR_BLOCKED)


async def test_a_clock_that_goes_back_neither_repeats_nor_skips(play: Play, channel: str) -> None:
    async with play() as on:
        lan = await on.join("LAN", channel)
        await on.move(days=1, at="07:30")
        await on.hears(lan, THURSDAY, *DONE_OR_BLOCKED)
        await on.move(days=-1, at="07:30")
        # What people say is taken meanwhile.
        await on.asks(
            lan,
            "nv7 10%",
            f"Đã ghi {NV07}: 10%.\n🟠 Còn 1 ngày (thứ Năm, 10/6)\n{IF_WRONG}",
            "Sai, sửa lại",
        )
        await on.move(days=1, at="07:31")
        on.nobody_heard_more()
        await on.move(days=1, at="07:30")
        await on.hears(
            lan, FRIDAY.replace(NV07, f"{NV07}, 10%").replace("60%", "30%"), *DONE_OR_BLOCKED
        )
