"""Leave with a substitute, and quiet hours, on both channels: every text whole, nothing besides."""

from __future__ import annotations

from pathlib import Path

import pytest

from sandbox.stage import PEOPLE, Stage, prepare, stage
from tests.stories.books import reports, rows
from tests.stories.conftest import UNHURRIED, Play

HOA = "HOA,Trần Thị Hoa,Phó Văn phòng Đảng ủy,DU-AH,người báo cáo\n"
NV07 = 'NV07 Báo cáo "6 không"'
DAYS = "từ thứ Năm, 10/6 đến hết thứ Sáu, 11/6"
IF_WRONG = 'Nếu sai, đồng chí gõ chữ "sai" kèm kết quả đúng.'
DEFAULT = "Giờ yên lặng: theo giờ chung (nhắc việc từ 07:30 đến 18:00 ngày làm việc)"
SETTINGS = (
    "Nghỉ phép, đi công tác, người thay",
    "Giờ yên lặng",
    "Ngôn ngữ: Tiếng Việt",
    "Thông tin đang lưu về tôi",
    "Thôi nhận nhắc việc ở đây",
)
QUIET = (
    "Trong giờ yên lặng, tin nhắc, bản tổng hợp và chỉ đạo không khẩn chờ đến giờ làm việc gần"
    " nhất. Đồng chí nhắn thì luôn được trả lời ngay."
)
QUIET_BY_DEFAULT = (
    "Ngoài giờ ấy, tin nhắc và bản tổng hợp chờ đến giờ làm việc, chỉ đạo thì đến ngay. Đặt giờ yên"
    " lặng riêng thì chỉ đạo không khẩn cũng chờ."
)
DONE_OR_BLOCKED = ("Xong", "Có vướng mắc")


async def test_a_leave_with_its_substitute_from_beginning_to_end(
    tmp_path: Path, channel: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {"can_bo": PEOPLE + HOA}
    monkeypatch.setattr("sandbox.stage.PEOPLE", PEOPLE + HOA)
    prepared = await prepare(tmp_path / "committee", files=files)
    async with stage(tmp_path / "one", prepared=prepared, channels=UNHURRIED) as on:
        await play_leave(on, channel)


async def play_leave(on: Stage, channel: str) -> None:
    lead, lan = await on.join("TAM", channel), await on.join("LAN", channel)
    await on.next(lead)  # that she joined
    hoa = await on.join("HOA", channel)
    await on.next(lead)

    settings = await on.asks(
        lan,
        "cài đặt",
        "Cài đặt của đồng chí Lê Thị Hoàng Lan\n"
        "Văn phòng Đảng ủy, Đảng ủy phường An Hội\n"
        f"{DEFAULT}",
        *SETTINGS,
    )
    await on.choose(lan, settings, 1)
    await on.hears(
        lan,
        "Đồng chí nghỉ hoặc đi công tác từ ngày nào đến hết ngày nào?\n"
        "Ví dụ: 10/6 đến 15/6, hoặc: đến hết tuần. Có thể ghi luôn người thay: 10/6 đến 15/6, anh"
        " Ba thay.",
    )
    asked = await on.asks(
        lan,
        "từ mai đến thứ sáu",
        f"Đồng chí nghỉ {DAYS}. Ai thay trong những ngày ấy? Đồng chí chọn, hoặc gõ tên người cùng"
        " đơn vị:",
        "Nguyễn Minh Tâm, Bí thư Đảng ủy",
        "Trần Thị Hoa, Phó Văn phòng Đảng ủy",
        "Không ai, chuyển đến lãnh đạo đơn vị",
    )
    await on.choose(lan, asked, 2)
    await on.hears(
        lan,
        f"Đã ghi: đồng chí nghỉ {DAYS}.\n"
        "Người thay: đồng chí Trần Thị Hoa. Việc và tin nhắc trong những ngày ấy gửi đến đồng chí"
        " Hoa; đồng chí Hoa được báo ngày đầu và khi hết đợt.\n"
        "Đồng chí không nhận tin nhắc nào cho đến thứ Hai, 14/6; chỉ đạo vẫn gửi đến cả hai người.",
        "Đổi hoặc hủy",
    )
    await on.hears(
        lead,
        f"Đồng chí Lê Thị Hoàng Lan nghỉ {DAYS}, người thay: đồng chí Trần Thị Hoa. Đồng chí không"
        ' cần làm gì; muốn đổi người thay thì gõ "cài đặt".',
    )

    await on.move(days=1, at="07:30")
    await on.hears(
        hoa,
        "Đồng chí Hoa thay đồng chí Lê Thị Hoàng Lan từ hôm nay đến hết thứ Sáu, 11/6.\n"
        'Việc và tin nhắc của đồng chí Lan gửi đến đồng chí, tin nhắc có ghi "thay đồng chí Lan";'
        ' đồng chí báo cáo như việc của mình. Gõ "việc" để xem.\n\n'
        "Văn phòng Thành ủy nhắc việc, thứ Năm 10/6\n"
        "Kính gửi đồng chí Hoa, có 1 nội dung cần báo cáo:\n"
        f"🟠 Hạn hôm nay (thứ Năm 10/6): {NV07}, thay đồng chí Lan đang nghỉ\n"
        "Đồng chí trả lời tin này, ví dụ: NV07 60%",
        *DONE_OR_BLOCKED,
    )
    await on.asks(
        hoa,
        "việc",
        "Đồng chí Hoa có 3 việc đang thực hiện:\n"
        f"🟠 Hạn hôm nay (thứ Năm, 10/6): {NV07}, chưa có số liệu, thay đồng chí Lan\n"
        "🟢 Còn 204 ngày (thứ Sáu, 31/12): CT03 Kết nạp đảng viên, chưa có số liệu, thay đồng chí"
        " Lan\n"
        "🟢 Còn 204 ngày (thứ Sáu, 31/12): CT12 Thu ngân sách, chưa có số liệu, thay đồng chí Lan\n"
        "Đồng chí gõ mã để xem một việc, hoặc báo ngay, ví dụ: NV07 60%",
    )
    await on.asks(
        hoa,
        "NV07 60%",
        f"Đã ghi {NV07}: 60%.\n🟠 Hạn hôm nay (thứ Năm, 10/6)\n{IF_WRONG}",
        "Sai, sửa lại",
    )
    assert reports(on) == [("NV07", 60.0, None)]
    assert rows(
        on,
        "SELECT p.full_name, o.full_name FROM audit g JOIN people p ON p.id = g.actor_id"
        " JOIN memberships m ON m.id = g.membership_id JOIN people o ON o.id = m.person_id"
        " WHERE g.act = 'report'",
    ) == [("Trần Thị Hoa", "Lê Thị Hoàng Lan")]

    # Friday is hers still; on Monday each hears that it is over, Lan with what is late.
    await on.move(days=1, at="07:30")
    await on.hears(
        hoa,
        "Văn phòng Thành ủy nhắc việc, thứ Sáu 11/6\n"
        "Kính gửi đồng chí Hoa, có 1 nội dung cần báo cáo:\n"
        f"🔴 Quá hạn 1 ngày (thứ Năm 10/6): {NV07}, 60%, thay đồng chí Lan đang nghỉ\n"
        "Đồng chí trả lời tin này, ví dụ: NV07 80%",
        *DONE_OR_BLOCKED,
    )
    await on.move(days=3, at="07:30")
    await on.hears(
        hoa,
        "Đồng chí Lê Thị Hoàng Lan đã hết đợt nghỉ. Từ nay việc và tin nhắc được gửi trở về đồng"
        " chí Lan. Cảm ơn đồng chí Hoa đã thay.",
    )
    await on.hears(
        lan,
        "Đợt nghỉ của đồng chí Lan đã hết. Từ nay việc và tin nhắc được gửi trở về đồng chí; đồng"
        " chí Trần Thị Hoa đã thay trong đợt nghỉ.\n\n"
        "Văn phòng Thành ủy nhắc việc, thứ Hai 14/6\n"
        "Kính gửi đồng chí Lan, có 1 nội dung cần báo cáo:\n"
        f"🔴 Quá hạn 4 ngày (thứ Năm 10/6): {NV07}, 60%\n"
        "Đồng chí trả lời tin này, ví dụ: NV07 80%",
        *DONE_OR_BLOCKED,
    )


async def test_quiet_hours_hold_a_directive_and_a_reminder_until_they_end(
    play: Play, channel: str
) -> None:
    async with play() as on:
        lan = await on.join("LAN", channel)
        settings = await on.asks(
            lan,
            "caidat",
            "Cài đặt của đồng chí Lê Thị Hoàng Lan\n"
            "Văn phòng Đảng ủy, Đảng ủy phường An Hội\n"
            f"{DEFAULT}",
            *SETTINGS,
        )
        await on.choose(lan, settings, 2)
        await on.hears(
            lan,
            f"{DEFAULT}\n"
            f"{QUIET_BY_DEFAULT}\n"
            "Đồng chí chọn, hoặc gõ giờ không muốn nhận tin, ví dụ: 21:00 đến 6:30",
            "Sau 17:00 không nhắn",
            "Chỉ nhắn từ 08:00 đến 17:00",
            "Theo giờ chung",
        )
        await on.asks(
            lan,
            "từ 5 giờ chiều đến 9 giờ sáng",
            f"Đã ghi giờ yên lặng: từ 17:00 đến 09:00 và ngày nghỉ.\n{QUIET}",
        )
        clerk = await on.join("VP", channel)
        await on.move(at="18:00")
        for typed in ("gửi chỉ đạo", "Trực bão đêm nay", "Lê Thị Hoàng Lan"):
            last = await on.says(clerk, typed)
        assert last.startswith("Sẽ gửi đến 1 người")
        for number, answer in ((1, "Đề nghị xác nhận"), (4, "Đồng chí xem lại tin dưới đây")):
            on.platform.type_text(clerk, str(number))
            assert (await on.next(clerk)).text.startswith(answer)
        on.platform.type_text(clerk, "1")
        await on.hears(
            clerk,
            'Đã chuyển gửi CĐ01/2021 "Trực bão đêm nay" đến 1 người.\n\n'
            'Gõ "chỉ đạo" lúc nào cũng xem được ai đã nhận.',
            "Xem ai đã nhận",
        )
        await on.idle()
        on.nobody_heard_more()

        # Her own message is answered at once, at whatever hour.
        await on.asks(
            lan,
            "NV7 10%",
            f"Đã ghi {NV07}: 10%.\n🟠 Còn 1 ngày (thứ Năm, 10/6)\n{IF_WRONG}",
            "Sai, sửa lại",
        )
        await on.move(days=1, at="08:59")
        on.nobody_heard_more()
        await on.move(at="09:00")
        assert {(await on.next(lan)).text.partition("\n\n1. ")[0] for _ in range(2)} == {
            "Kính gửi đồng chí Lan, có chỉ đạo CĐ01/2021:\nTrực bão đêm nay\n"
            "Người gửi: Lê Thị Ngọc Diễm, Chuyên viên tổng hợp\n\n"
            'Đề nghị đồng chí xác nhận bằng cách chọn hoặc trả lời "đã nhận".',
            "Văn phòng Thành ủy nhắc việc, thứ Năm 10/6\n"
            "Kính gửi đồng chí Lan, có 1 nội dung cần báo cáo:\n"
            f"🟠 Hạn hôm nay (thứ Năm 10/6): {NV07}, 10%\n"
            "Đồng chí trả lời tin này, ví dụ: NV07 30%",
        }


async def test_a_leave_in_other_words_is_confirmed_by_one_digit_or_tap(
    play: Play, channel: str
) -> None:
    async with play() as on:
        lead, lan = await on.join("TAM", channel), await on.join("LAN", channel)
        await on.next(lead)  # that she joined
        asked = await on.asks(
            lan,
            "đi công tác Hà Nội 10/6 đến 11/6, đồng chí Tâm thay",
            f"Đồng chí nghỉ {DAYS}, người thay: đồng chí Nguyễn Minh Tâm. Đồng chí xác nhận để ghi"
            " lại:",
            "Đúng, ghi nghỉ",
            "Tin này không phải báo nghỉ",
        )
        assert rows(on, "SELECT 1 FROM leaves") == []
        await on.choose(lan, asked, 1)
        await on.hears(
            lan,
            f"Đã ghi: đồng chí nghỉ {DAYS}.\n"
            "Người thay: đồng chí Nguyễn Minh Tâm. Việc và tin nhắc trong những ngày ấy gửi đến"
            " đồng chí Tâm; đồng chí Tâm được báo ngày đầu và khi hết đợt.\n"
            "Đồng chí không nhận tin nhắc nào cho đến thứ Hai, 14/6; chỉ đạo vẫn gửi đến cả hai"
            " người.",
            "Đổi hoặc hủy",
        )
        await on.hears(
            lead,
            f"Đồng chí Lê Thị Hoàng Lan nghỉ {DAYS}, nhờ đồng chí thay. Việc và tin nhắc trong"
            " những ngày ấy gửi đến đồng chí, ngày đầu được báo lại; muốn đổi người thay thì gõ"
            ' "cài đặt".',
        )
