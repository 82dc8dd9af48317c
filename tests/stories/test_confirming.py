"""What is said to be finished waits for who confirms: returned with a new day, decided once."""

from __future__ import annotations

from tests.stories.books import rows
from tests.stories.conftest import Play

NV07 = 'NV07 Báo cáo "6 không"'
UNIT = "Đảng ủy phường An Hội"
ASKED = (
    f"Kính báo cáo đồng chí: đồng chí Lê Thị Hoàng Lan ({UNIT}) đề nghị xác nhận hoàn thành:"
    f" {NV07}\n"
    "🔵 Chờ xác nhận hoàn thành (hạn thứ Năm, 10/6)\n"
    "Đã thực hiện: 90%"
)
WAITS = (
    f"Đã ghi đề nghị xác nhận hoàn thành cho {NV07} và trình lãnh đạo có thẩm quyền. Trong lúc"
    " chờ, đồng chí không bị nhắc việc này."
)
CONFIRM, RETURN = "Xác nhận hoàn thành", "Trả lại"


async def test_what_is_returned_with_a_new_day_is_open_again_and_reminded_of_by_that_day(
    play: Play, channel: str
) -> None:
    async with play() as on:
        lan, chair = await on.join("LAN", channel), await on.join("BT", channel)
        await on.says(lan, "nv7 90%")
        await on.asks(lan, "nv7 đề nghị xác nhận hoàn thành", WAITS)
        await on.hears(chair, ASKED, CONFIRM, RETURN)
        await on.move(days=2, at="08:00")  # past the deadline: who has answered is not reminded
        assert not lan.arrived
        put = await on.asks(chair, "chờ duyệt", ASKED, CONFIRM, RETURN)
        await on.choose(chair, put, 2)
        await on.hears(
            chair,
            f"Xin đồng chí gõ một câu về phần còn thiếu của {NV07}; câu này được chuyển tới đồng"
            " chí Lê Thị Hoàng Lan, có thể kèm thời hạn mới, ví dụ: thiếu biên bản, bổ sung đến"
            " 30/6. Chưa muốn quyết định, đồng chí gõ: hủy",
            "Không ghi lý do",
        )
        await on.asks(
            chair,
            "thiếu biên bản, bổ sung đến 30/6",
            f"Đã trả lại {NV07} ({UNIT}) và báo đơn vị.\nThời hạn mới: thứ Tư, 30/6.",
        )
        await on.hears(
            lan,
            f"Đồng chí Huỳnh Trung Kiên trả lại, chưa xác nhận hoàn thành: {NV07}.\n"
            "Lý do: thiếu biên bản, bổ sung đến 30/6\nThời hạn mới: 🟢 Còn 19 ngày (thứ Tư, 30/6)",
        )
        await on.move(days=12, at="08:00")  # Wednesday, 23 June: a week before the new day
        await on.hears(
            lan,
            "Văn phòng Thành ủy nhắc việc, thứ Tư 23/6\n"
            "Kính gửi đồng chí Lan, có 1 nội dung cần báo cáo:\n"
            f"🟢 Còn 7 ngày (thứ Tư 30/6): {NV07}, 90%\n"
            "Đồng chí trả lời tin này, ví dụ: NV07 95%",
            "Xong",
            "Có vướng mắc",
        )
        chair.arrived.clear()  # the digests of two Mondays


async def test_of_two_who_decide_at_once_one_counts_and_the_other_is_told(
    play: Play, channel: str
) -> None:
    async with play() as on:
        lan, chair = await on.join("LAN", channel), await on.join("BT", channel)
        lead = await on.join("TAM", channel)
        await on.says(lan, "nv7 90%")
        await on.asks(lan, "nv7 đề nghị xác nhận hoàn thành", WAITS)
        asked = [  # the unit's own lead is told; the chair looks
            (lead, await on.hears(lead, ASKED, CONFIRM, RETURN)),
            (chair, await on.asks(chair, "chờ duyệt", ASKED, CONFIRM, RETURN)),
        ]
        await on.move(seconds=61)  # before that a digit might mean the list that came first
        for phone, put in asked:
            await on.choose(phone, put, 1)
        said = [(await on.next(phone)).text for phone, _ in asked]
        first, who = (0, "Nguyễn Minh Tâm") if said[0].startswith("Đã") else (1, "Huỳnh Trung Kiên")
        assert said[first] == f"Đã xác nhận hoàn thành {NV07} ({UNIT}) và báo đơn vị."
        assert said[1 - first].startswith(
            f"Đề nghị xác nhận hoàn thành của {UNIT} về {NV07} đã được đồng chí {who} đồng ý lúc "
        )
        await on.hears(
            lan,
            f"Đồng chí {who} đã xác nhận hoàn thành: {NV07}.\n"
            "✅ Hoàn thành đúng hạn (thứ Tư, 09/6)",
        )
        assert rows(on, "SELECT state, version FROM requests") == [("granted", 2)]
