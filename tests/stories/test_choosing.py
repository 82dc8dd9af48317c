"""A digit chooses from the list before it, on both channels, whether or not that has buttons."""

from __future__ import annotations

from tests.stories.books import reports, rows
from tests.stories.conftest import Play

NV07 = 'NV07 Báo cáo "6 không"'
TOMORROW = "🟠 Còn 1 ngày (thứ Năm, 10/6)"
CARD = (
    f"{NV07}\n"
    f"{TOMORROW}\n"
    "Đã thực hiện: chưa có số liệu\n"
    "Đồng chí báo tiến độ bằng cách gõ tỷ lệ đã làm, ví dụ: 60%. Đã làm xong hết thì gõ: xong"
)


async def test_a_typed_digit_chooses_on_either_channel(play: Play, channel: str) -> None:
    async with play() as on:
        lan, chair = await on.join("LAN", channel), await on.join("BT", channel)
        await on.asks(lan, "nv7", CARD, "Xong", "Xin gia hạn", "Có vướng mắc")
        await on.asks(
            lan,
            "2",
            f"Đồng chí xin gia hạn {NV07} đến ngày nào? Ví dụ: 30/6, hoặc: thêm 5 ngày.\n"
            f"Thời hạn hiện nay: {TOMORROW}.",
        )
        await on.says(lan, "30/6")
        await on.next(chair)
        await on.move(seconds=61)  # before that a digit might mean the list that came first
        await on.asks(
            chair,
            "1",
            f"Đã đồng ý gia hạn đến thứ Tư, 30/6 cho {NV07} (Đảng ủy phường An Hội) và báo đơn vị.",
        )
        await on.next(lan)
        assert rows(on, "SELECT state FROM requests") == [("granted",)]

        # A number that is in no list is asked about and recorded nowhere.
        await on.says(lan, "nv7")
        await on.asks(
            lan,
            "7",
            "Danh sách vừa gửi chỉ có mục 1 đến 4, không có mục 7.\n"
            "Đồng chí chọn lại số mục; nếu là số liệu thì ghi kèm mã, ví dụ: NV07 60%",
        )
        assert reports(on) == []
