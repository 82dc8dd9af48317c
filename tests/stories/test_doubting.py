"""Several doubtful figures in one message, on both channels: asked one after another, none lost."""

from __future__ import annotations

from tests.stories.books import reports
from tests.stories.conftest import Play

NV07 = 'NV07 Báo cáo "6 không"'
IF_WRONG = 'Nếu sai, đồng chí gõ chữ "sai" kèm kết quả đúng.'
WRONG = "Sai, sửa lại"
NEW_YEARS_EVE = "🟢 Còn 205 ngày (thứ Sáu, 31/12)"
HOW_MUCH = (
    "CT12 Thu ngân sách, chưa ghi được. Đồng chí cho một con số cụ thể để ghi nhận, kèm đơn vị"
    " tính."
)
HOW_MANY = (
    "CT03 Kết nạp đảng viên, chưa ghi được. Đồng chí cho biết số liệu thực hiện, kèm đơn vị tính."
)


async def test_each_doubtful_figure_is_asked_also_after_an_interruption(
    play: Play, channel: str
) -> None:
    async with play() as on:
        lan = await on.join("LAN", channel)
        await on.asks(
            lan,
            "CT12 khoảng 5-6, CT03 gần xong, NV07 40%",
            f"Đã ghi {NV07}: 40%.\n🟠 Còn 1 ngày (thứ Năm, 10/6)\n{IF_WRONG}\n\n{HOW_MUCH}",
            WRONG,
        )
        await on.asks(
            lan,
            "chỉ đạo",
            "Không có chỉ đạo nào chờ đồng chí xác nhận.\n"
            "\n"
            'Còn dở phần báo cáo tiến độ: đồng chí gõ "tiếp" để trả lời nốt, "hủy" để bỏ.',
        )
        await on.asks(lan, "tiếp", HOW_MUCH)
        # Another report comes between, and the question with its answer.
        await on.asks(
            lan,
            "NV7 50%",
            f"Đã ghi {NV07}: 50%, lần trước 40%.\n🟠 Còn 1 ngày (thứ Năm, 10/6)\n{IF_WRONG}\n\n"
            f"{HOW_MUCH}",
            WRONG,
        )
        await on.asks(
            lan,
            "5,5 tỷ",
            "Đã ghi CT12 Thu ngân sách: 5,5 tỷ đồng, lũy kế đến tháng 6/2021.\n"
            f"{NEW_YEARS_EVE}. Đạt 1,4% kế hoạch năm (400 tỷ đồng).\n{IF_WRONG}\n\n{HOW_MANY}",
            WRONG,
        )
        await on.asks(
            lan,
            "30",
            "Đã ghi CT03 Kết nạp đảng viên: 30 đảng viên, lũy kế đến tháng 6/2021.\n"
            f"{NEW_YEARS_EVE}. Đạt 50% kế hoạch năm (60 đảng viên).\n{IF_WRONG}",
            WRONG,
        )
        assert reports(on) == [
            ("NV07", 40, None),
            ("NV07", 50, None),
            ("CT12", None, 5.5),
            ("CT03", None, 30),
        ]


async def test_each_doubtful_month_is_asked_by_its_name(play: Play, channel: str) -> None:
    async with play() as on:
        lan = await on.join("LAN", channel)
        question = (
            "CT12 Thu ngân sách, {}: chưa ghi được. Đây là số dự kiến. Ghi là số ước, hay đồng chí"
            " cho số thực hiện đến nay?"
        )
        april, may = "tháng 4/2021", "tháng 5/2021"
        asked = await on.asks(
            lan,
            "CT12 tháng 4 ước 7 tỷ, tháng 5 ước 8 tỷ",
            question.format(april),
            f"Ghi là số ước ({april})",
        )
        await on.choose(lan, asked, 1)
        asked = await on.hears(
            lan,
            "Đã ghi CT12 Thu ngân sách: 7 tỷ đồng, số ước, riêng tháng 4/2021, đến nay tất cả 7 tỷ"
            f" đồng.\n{NEW_YEARS_EVE}. Đạt 1,8% kế hoạch năm (400 tỷ đồng).\n{IF_WRONG}\n\n"
            f"{question.format(may)}",
            f"Ghi là số ước ({may})",
        )
        await on.choose(lan, asked, 1)
        await on.hears(
            lan,
            "Đã ghi CT12 Thu ngân sách: 8 tỷ đồng, số ước, riêng tháng 5/2021, đến nay tất cả 15 tỷ"
            f" đồng.\n{NEW_YEARS_EVE}. Đạt 3,8% kế hoạch năm (400 tỷ đồng).\n{IF_WRONG}",
            WRONG,
        )
        assert reports(on) == [("CT12", None, 7), ("CT12", None, 8)]
