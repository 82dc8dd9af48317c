"""An official's day in one chat: list, card, report, correct, what is blocked, what is asked."""

from __future__ import annotations

from tests.stories.books import inbox_states, reports
from tests.stories.conftest import Play

NV07 = 'NV07 Báo cáo "6 không"'
TOMORROW = "🟠 Còn 1 ngày (thứ Năm, 10/6)"
NEW_YEARS_EVE = "🟢 Còn 205 ngày (thứ Sáu, 31/12)"
STILL_HINDERED = (
    'Nếu sai, đồng chí gõ chữ "sai" kèm kết quả đúng; đã hết vướng mắc thì gõ: hết vướng'
)
IF_WRONG = 'Nếu sai, đồng chí gõ chữ "sai" kèm kết quả đúng.'
WRONG = "Sai, sửa lại"


async def test_list_card_report_and_correction(play: Play, channel: str) -> None:
    async with play() as on:
        lan = await on.join("LAN", channel)
        await on.asks(
            lan,
            "việc",
            "Đồng chí Lan có 3 việc đang thực hiện:\n"
            f"{TOMORROW}: {NV07}, chưa có số liệu\n"
            f"{NEW_YEARS_EVE}: CT03 Kết nạp đảng viên, chưa có số liệu\n"
            f"{NEW_YEARS_EVE}: CT12 Thu ngân sách, chưa có số liệu\n"
            "Đồng chí gõ mã để xem một việc, hoặc báo ngay, ví dụ: NV07 60%",
        )
        await on.asks(
            lan,
            "ct 3",
            f"CT03 Kết nạp đảng viên\n{NEW_YEARS_EVE}\nKế hoạch năm: 60 đảng viên\n"
            "Đã thực hiện: chưa có số liệu\n"
            "Đồng chí báo số liệu bằng cách gõ, ví dụ: 30 đảng viên",
            "Đề nghị xác nhận hoàn thành",
            "Xin gia hạn",
            "Có vướng mắc",
        )
        await on.asks(
            lan,
            "36 đảng viên",
            "Đã ghi CT03 Kết nạp đảng viên: 36 đảng viên, lũy kế đến tháng 6/2021.\n"
            f"{NEW_YEARS_EVE}. Đạt 60% kế hoạch năm (60 đảng viên).\n{IF_WRONG}",
            WRONG,
        )
        await on.asks(
            lan,
            "sai, 40",
            "Đã sửa CT03 Kết nạp đảng viên: 40 đảng viên, lũy kế đến tháng 6/2021, thay cho"
            f" 36 đảng viên.\n{NEW_YEARS_EVE}. Đạt 66,7% kế hoạch năm (60 đảng viên).\n{IF_WRONG}",
            WRONG,
        )
        said = await on.asks(
            lan, "nv7 duoc 40%", f"Đã ghi {NV07}: 40%.\n{TOMORROW}\n{IF_WRONG}", WRONG
        )
        await on.choose(lan, said, 1)
        await on.hears(lan, f"Đã bỏ báo cáo về {NV07}: 40%.\nĐồng chí gõ số đúng, ví dụ: 60%")
        await on.asks(lan, "hủy", "Vâng, báo cáo trước đã được bỏ và chưa có số mới.")
        await on.asks(
            lan,
            "NV7 70%, CT3 45, NV99 5%",
            f"Đã ghi {NV07}: 70%.\n"
            "Đã ghi CT03 Kết nạp đảng viên: 45 đảng viên, lũy kế đến tháng 6/2021, lần trước 40"
            " đảng viên.\n"
            'Nếu sai, đồng chí gõ chữ "sai" kèm mã và kết quả đúng.\n\n'
            "Trong việc của đơn vị đồng chí không có mã NV99, phần này chưa được ghi. Đồng chí gõ"
            ' "việc" để xem các mã của mình.',
            WRONG,
        )
        assert reports(on) == [("CT03", None, 40), ("NV07", 70, None), ("CT03", None, 45)]
        await on.asks(
            lan,
            "NV7 xong",
            f"Đã ghi {NV07}: đã hoàn thành, lần trước 70%.\n"
            f"✅ Hoàn thành đúng hạn (thứ Tư, 09/6)\n{IF_WRONG}",
            WRONG,
        )
        assert set(inbox_states(on)) == {"done"}


async def test_what_is_doubtful_is_asked_and_politeness_is_not_answered(
    play: Play, channel: str
) -> None:
    async with play() as on:
        lan = await on.join("LAN", channel)
        card = (
            f"{NV07}\n"
            f"{TOMORROW}\n"
            "Đã thực hiện: chưa có số liệu\n"
            "Đồng chí báo tiến độ bằng cách gõ tỷ lệ đã làm, ví dụ: 60%. Đã làm xong hết thì gõ:"
            " xong"
        )
        how_many = (
            f"{NV07}, chưa ghi được. Đồng chí cho biết đến nay đạt bao nhiêu phần trăm? Ví dụ: 60%."
        )
        choices = ("Xong", "Xin gia hạn", "Có vướng mắc")
        await on.asks(lan, "NV7", card, *choices)
        await on.asks(lan, "gần xong", how_many)
        await on.asks(lan, "NV7", card, *choices)
        await on.asks(lan, "gần xong", how_many)
        for courtesy in ("dạ", "cảm ơn đ/c", "vâng ạ", "ok"):
            on.platform.type_text(lan, courtesy)
        await on.asks(lan, "90%", f"Đã ghi {NV07}: 90%.\n{TOMORROW}\n{IF_WRONG}", WRONG)
        asked = await on.asks(
            lan,
            "ct12 5000 tỷ",
            "CT12 Thu ngân sách: 5.000 tỷ đồng vượt quá xa kế hoạch (400 tỷ đồng). Tin này chưa"
            " được ghi. Đồng chí xem lại giúp:",
            "Đúng, ghi 5.000 tỷ đồng",
            "Không, tôi gõ lại",
        )
        await on.choose(lan, asked, 2)
        await on.hears(lan, "Đồng chí gõ số đúng của CT12 Thu ngân sách, ví dụ: 200 tỷ đồng")
        # What stands on its own is obeyed in between, and the question waits.
        await on.asks(
            lan,
            "chỉ đạo",
            "Không có chỉ đạo nào chờ đồng chí xác nhận.\n"
            "\n"
            'Còn dở phần báo cáo tiến độ: đồng chí gõ "tiếp" để trả lời nốt, "hủy" để bỏ.',
        )
        await on.asks(
            lan,
            "50",
            "Đã ghi CT12 Thu ngân sách: 50 tỷ đồng, lũy kế đến tháng 6/2021.\n"
            f"{NEW_YEARS_EVE}. Đạt 12,5% kế hoạch năm (400 tỷ đồng).\n{IF_WRONG}",
            WRONG,
        )
        assert reports(on) == [("NV07", 90, None), ("CT12", None, 50)]


async def test_a_blocker_and_a_wish_for_more_time_reach_who_decides(
    play: Play, channel: str
) -> None:
    async with play() as on:
        lan, chair = await on.join("LAN", channel), await on.join("BT", channel)
        card = await on.asks(
            lan,
            "nhiệm vụ 7",
            f"{NV07}\n"
            f"{TOMORROW}\n"
            "Đã thực hiện: chưa có số liệu\n"
            "Đồng chí báo tiến độ bằng cách gõ tỷ lệ đã làm, ví dụ: 60%. Đã làm xong hết thì gõ:"
            " xong",
            "Xong",
            "Xin gia hạn",
            "Có vướng mắc",
        )
        await on.choose(lan, card, 3)
        await on.hears(
            lan,
            f"{NV07} đang vướng ở đâu? Đồng chí gõ ngắn gọn, ví dụ: chưa bàn giao mặt bằng ở ấp 3",
        )
        said = await on.asks(
            lan,
            "chưa có mặt bằng ở khu phố 2",
            f"Đã ghi {NV07}: vướng mắc: chưa có mặt bằng ở khu phố 2.\n{TOMORROW}\n"
            'Nếu cần cấp trên giúp, đồng chí chọn bên dưới. Nếu sai, đồng chí gõ chữ "sai".',
            "Đề nghị cấp trên hỗ trợ",
            WRONG,
        )
        await on.choose(lan, said, 1)
        await on.hears(
            lan,
            f"Đã ghi đề nghị hỗ trợ tháo gỡ vướng mắc cho {NV07} và trình lãnh đạo có thẩm"
            " quyền.\n"
            f"Thời hạn hiện nay: {TOMORROW}.\n"
            "Lý do: chưa có mặt bằng ở khu phố 2",
        )
        put = await on.hears(
            chair,
            "Kính báo cáo đồng chí: đồng chí Lê Thị Hoàng Lan (Đảng ủy phường An Hội) đề nghị hỗ"
            f" trợ tháo gỡ vướng mắc: {NV07}\n"
            f"{TOMORROW}\n"
            "Đã thực hiện: chưa có số liệu\n"
            "Lý do: chưa có mặt bằng ở khu phố 2",
            "Nhận giải quyết",
            "Chưa có hướng giải quyết",
            "Trả lời đơn vị",
        )
        await on.move(seconds=61)  # before that a digit might mean the list that came first
        await on.choose(chair, put, 3)
        await on.hears(
            chair,
            f"Đồng chí gõ nội dung trả lời đồng chí Lê Thị Hoàng Lan về vướng mắc của {NV07}.",
        )
        await on.asks(
            chair,
            "Phòng Tài nguyên xuống làm việc ngày mai",
            f"Đã chuyển câu trả lời về {NV07} tới Đảng ủy phường An Hội.",
        )
        await on.hears(
            lan,
            f"Đồng chí Huỳnh Trung Kiên trả lời về vướng mắc của {NV07}:\n"
            f"Phòng Tài nguyên xuống làm việc ngày mai\n{TOMORROW}",
        )
        await on.asks(
            lan,
            "NV7 mới được 60%, xin gia hạn đến thứ tư tuần sau",
            f"Đã ghi {NV07}: 60%, vẫn còn vướng mắc đã báo.\n"
            f"{TOMORROW}\n"
            f"{STILL_HINDERED}\n"
            "\n"
            f"Đã ghi đề nghị gia hạn đến thứ Tư, 16/6 cho {NV07} và trình lãnh đạo có thẩm"
            " quyền.\n"
            f"Thời hạn hiện nay: {TOMORROW}.",
            WRONG,
        )
        put = await on.hears(
            chair,
            "Kính báo cáo đồng chí: đồng chí Lê Thị Hoàng Lan (Đảng ủy phường An Hội) đề nghị gia"
            f" hạn đến thứ Tư, 16/6: {NV07}\n"
            f"{TOMORROW}\n"
            "Đã thực hiện: 60%",
            "Đồng ý",
            "Không đồng ý",
            "Cho đến ngày khác",
        )
        await on.choose(chair, put, 2)
        await on.hears(
            chair,
            f"Để trả lời đề nghị gia hạn đến thứ Tư, 16/6 cho {NV07}, xin đồng chí gõ một câu lý"
            " do; câu này được chuyển tới đồng chí Lê Thị Hoàng Lan. Chưa muốn quyết định, đồng"
            " chí gõ: hủy",
            "Không ghi lý do",
        )
        until = await on.asks(
            chair,
            "chỉ cho đến 14/6 để kịp kỳ họp",
            f"Đồng chí cho gia hạn {NV07} đến thứ Hai, 14/6, hay giữ nguyên thời hạn?",
            "Cho gia hạn đến thứ Hai, 14/6",
            "Giữ nguyên thời hạn",
        )
        await on.choose(chair, until, 1)
        await on.hears(
            chair,
            f"Đã đồng ý gia hạn đến thứ Hai, 14/6 cho {NV07} (Đảng ủy phường An Hội) và báo"
            " đơn vị.",
        )
        await on.hears(
            lan,
            f"Đồng chí Huỳnh Trung Kiên đã đồng ý gia hạn đến thứ Hai, 14/6: {NV07}.\n"
            "Đồng chí đã đề nghị đến thứ Tư, 16/6.\n"
            "🟢 Còn 5 ngày (thứ Hai, 14/6)",
        )
