"""A directive: written, seen before it goes, sent once, acknowledged in every way, followed."""

from __future__ import annotations

from tests.stories.books import rows
from tests.stories.conftest import Play

TEXT = "Rà soát hộ nghèo\nCác đồng chí báo cáo trước thứ Sáu."
SENDER = "Người gửi: Lê Thị Ngọc Diễm, Chuyên viên tổng hợp"
CONFIRM = (
    'Đề nghị đồng chí xác nhận chậm nhất là hết thứ Sáu, 11/6, bằng cách chọn hoặc trả lời "đã '
    'nhận".'
)


def received(name: str) -> str:
    return f"Kính gửi đồng chí {name}, có chỉ đạo CĐ01/2021:\n{TEXT}\n{SENDER}\n\n{CONFIRM}"


def thanks(hour: str) -> str:
    return (
        'Cảm ơn đồng chí. Đã ghi nhận đồng chí nhận CĐ01/2021 "Rà soát hộ nghèo"'
        f" lúc {hour} thứ Tư, 09/6."
    )


async def test_a_directive_is_sent_acknowledged_and_followed(play: Play, channel: str) -> None:
    async with play() as on:
        tam = await on.join("TAM", channel)
        hai = await on.join("HAI", channel)
        clerk = await on.join("VP", channel)
        await on.asks(
            clerk,
            "gửi chỉ đạo",
            "Đồng chí gõ nội dung cần gửi.\n"
            'Dòng đầu là trích yếu, các dòng sau là nội dung. Gõ "hủy" để dừng.',
        )
        await on.asks(
            clerk,
            TEXT,
            "Gửi đến ai? Đồng chí chọn một nhóm, hoặc gõ tên đơn vị hay họ tên, ví dụ: các phường,"
            " xã Bình Phú, chị Lan ở phường 4",
            "Lãnh đạo 2 xã, phường (2 người)",
            "Toàn thể (5 người)",
        )
        asked = await on.asks(
            clerk,
            "phuong an hoi, phường 7",
            "Sẽ gửi đến 2 người ở 2 đơn vị:\n"
            "• Đảng ủy phường An Hội: Nguyễn Minh Tâm\n"
            "• Đảng ủy phường 7: Phạm Văn Hai",
            "Tiếp tục",
            "Thêm nơi nhận",
            "Chọn lại từ đầu",
        )
        await on.choose(clerk, asked, 1)
        asked = await on.hears(
            clerk,
            "Đề nghị xác nhận đã nhận chậm nhất là ngày nào? Đồng chí chọn, hoặc gõ ngày, ví dụ:"
            " 30/6",
            "Hết thứ Tư, 09/6",
            "Hết thứ Năm, 10/6",
            "Hết thứ Sáu, 11/6",
            "Không đặt hạn",
        )
        await on.choose(clerk, asked, 3)
        preview = await on.hears(
            clerk,
            "Đồng chí xem lại tin dưới đây trước khi gửi đến 2 người, rồi chọn:\n\n"
            f"Kính gửi đồng chí …, có chỉ đạo CĐ…:\n{TEXT}\n{SENDER}\n\n{CONFIRM}",
            "Gửi ngay",
            "Sửa nội dung",
            "Sửa nơi nhận",
            "Hủy",
        )
        on.nobody_heard_more()
        await on.choose(clerk, preview, 1)
        await on.hears(
            clerk,
            'Đã chuyển gửi CĐ01/2021 "Rà soát hộ nghèo" đến 2 người.\n\n'
            'Gõ "chỉ đạo" lúc nào cũng xem được ai đã nhận.',
            "Xem ai đã nhận",
        )
        to_tam = await on.hears(tam, received("Tâm"), "Đã nhận")
        await on.hears(hai, received("Hai"), "Đã nhận")
        await on.move(seconds=61)

        # One chooses, the other says it in words; doing it again changes nothing.
        await on.choose(tam, to_tam, 1)
        await on.hears(tam, thanks("08:01"))
        following = await on.asks(
            clerk,
            "chỉ đạo",
            "Chỉ đạo đã gửi, số người đã nhận:\n• CĐ01/2021 Rà soát hộ nghèo: 1/2\n\n"
            "Đồng chí chọn để xem:",
            "Theo dõi CĐ01/2021",
        )
        await on.choose(clerk, following, 1)
        state = (
            "CĐ01/2021 Rà soát hộ nghèo\nGửi lúc 08:00 thứ Tư, 09/6 đến 2 người.\n"
            "Hạn xác nhận: hết thứ Sáu, 11/6\n"
            "✅ Đã nhận: 1\n🟠 Chưa nhận: 1\n⚪ Chưa rõ đã tới nơi: 0\n🔴 Không liên lạc được: 0",
            "Danh sách chưa nhận (1)",
            "Danh sách đã nhận (1)",
            "Nhắc người chưa nhận",
        )
        followed = await on.hears(clerk, *state)
        await on.choose(clerk, followed, 1)
        await on.hears(
            clerk,
            "CĐ01/2021, 1 người chưa nhận:\n• Phạm Văn Hai, Đảng ủy phường 7",
            "Nhắc người chưa nhận",
        )
        followed = await on.asks(clerk, "CĐ1", *state)
        await on.choose(clerk, followed, 3)
        await on.hears(clerk, "Đã nhắc 1 người chưa nhận CĐ01/2021.")
        await on.hears(
            hai,
            f"Kính gửi đồng chí Hai, xin nhắc lại chỉ đạo CĐ01/2021 đang chờ xác nhận:\n{TEXT}\n"
            f"{SENDER}\n\n{CONFIRM}",
            "Đã nhận",
        )
        await on.asks(hai, "Dạ đã nhận ạ", thanks("08:01"))
        await on.asks(
            hai,
            "CĐ1",
            f"Kính gửi đồng chí Hai, có chỉ đạo CĐ01/2021:\n{TEXT}\n{SENDER}\n\n"
            "Đồng chí đã xác nhận lúc 08:01 thứ Tư, 09/6.",
        )
        assert rows(
            on,
            "SELECT recipients, acknowledged, pending, unknown, unreachable FROM v_directives",
        ) == [(2, 2, 0, 0, 0)]


async def test_what_became_of_a_directive_is_said_for_whoever_cannot_be_reached(
    play: Play, channel: str
) -> None:
    async with play() as on:
        clerk = await on.join("VP", channel)
        for words in ("gửi chỉ đạo", TEXT, "phường 7"):
            await on.says(clerk, words)
        await on.says(clerk, "tiếp tục")
        await on.says(clerk, "không đặt hạn")
        said = await on.asks(
            clerk,
            "gửi ngay",
            'Đã chuyển gửi CĐ01/2021 "Rà soát hộ nghèo" đến 1 người.\n\n'
            "Trong đó 1 người chưa liên lạc được qua tin nhắn, cần báo trực tiếp.\n\n"
            'Gõ "chỉ đạo" lúc nào cũng xem được ai đã nhận.',
            "Xem ai đã nhận",
            "Danh sách chưa liên lạc được",
        )
        await on.choose(clerk, said, 2)
        await on.hears(
            clerk,
            "CĐ01/2021, 1 người không liên lạc được:\n• Phạm Văn Hai, Đảng ủy phường 7: chưa tham"
            " gia",
        )
        # Whoever joins later finds it waiting.
        hai = on.phone("HAI", channel)
        on.platform.type_text(hai, (await on.invite("HAI"))["code"])
        asked = await on.next(hai)
        await on.choose(hai, asked, 1)
        await on.hears(
            hai,
            "Cảm ơn đồng chí Hai. Từ nay đồng chí nhận nhắc việc và báo cáo ngay tại đây.\n\n"
            'Có 1 chỉ đạo đang chờ đồng chí xác nhận; gõ "chỉ đạo" để xem.\n\n'
            "Đồng chí Hai có 1 việc đang thực hiện:\n"
            "🟢 Còn 7 ngày (thứ Tư, 16/6): NV09 Rà soát biển hiệu, chưa có số liệu\n"
            "Đồng chí gõ mã để xem một việc, hoặc báo ngay, ví dụ: NV09 60%",
        )
