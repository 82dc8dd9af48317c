"""Bad input: each has its reply and its stored row, and the next message works."""

from __future__ import annotations

import json

from domain.secrecy import MASK
from tests.stories.books import inbox_states, reports, rows
from tests.stories.conftest import Play
from tests.stories.test_evidence import PHOTO

NV07 = 'NV07 Báo cáo "6 không"'
STRANGER = (
    "Đây là trợ lý nhắc việc của Văn phòng Thành ủy, chỉ dành cho cán bộ được mời. Nếu đồng chí"
    " có phiếu mời, xin gõ mã tham gia gồm 10 ký tự trong phiếu. Nếu chưa có, xin liên hệ Văn"
    " phòng Thành ủy."
)
WRONG_CODE = (
    "Mã tham gia này không dùng được. Đồng chí kiểm tra lại từng ký tự trong phiếu mời, hoặc liên"
    " hệ Văn phòng Thành ủy để nhận mã mới."
)
NOTHING_KEPT = (
    "Tin này chưa được ghi vì chưa có kết quả thực hiện. Để báo cáo, đồng chí gõ mã và kết quả, ví"
    ' dụ: NV07 {}. Gõ "việc" để xem việc của mình.'
)


async def test_strangers_hear_one_line_a_day_and_wrong_codes_one_same_answer(
    play: Play, channel: str
) -> None:
    async with play() as on:
        stranger = on.phone("stranger", channel)
        await on.asks(stranger, "Chào các đồng chí", STRANGER)
        for words in ("CT12", "việc", "NV07 60%", "tổng hợp", "/start"):
            on.platform.type_text(stranger, words)
        await on.idle()
        on.nobody_heard_more()
        await on.move(days=1)
        await on.asks(stranger, "alo", STRANGER)
        assert inbox_states(on) == ["done"] * 7
        assert rows(on, "SELECT count(*) FROM people WHERE state = 'joined'") == [(0,)]

        # Wrong and expired codes get one same answer, and after five of them a pause.
        somebody = on.phone("HAI", channel)
        invitation = await on.invite("HAI")
        await on.move(days=14)  # the invitation is over
        await on.asks(somebody, invitation["code"], WRONG_CODE)
        await on.asks(somebody, "KH7MN-PQ3RT", WRONG_CODE)
        await on.asks(somebody, "KH0MN-PQ1RT", WRONG_CODE)  # symbols that no code has
        await on.asks(somebody, "/start abcdefghijklmnop", WRONG_CODE)
        pause = "Mã tham gia này không dùng được. Đồng chí đã thử nhiều lần; xin thử lại sau {}"
        await on.asks(
            somebody,
            "AB7CD EF8GH",
            pause.format("08:15, hoặc liên hệ Văn phòng Thành ủy để nhận mã mới."),
        )
        tries = "SELECT tries, substr(paused_until, 1, 16) FROM enrol_tries WHERE paused_until > ''"
        assert rows(on, tries) == [(0, "2021-06-24T01:15")]
        again = await on.invite("HAI")
        rest = "Đồng chí đã thử nhiều lần; xin gõ lại mã sau 08:15."
        await on.asks(somebody, again["code"], rest)
        await on.move(seconds=16 * 60)
        on.platform.type_text(somebody, again["code"])
        assert (await on.next(somebody)).text.startswith("Chào đồng chí Phạm Văn Hai.")


async def test_what_cannot_be_a_report_is_not_recorded_and_the_next_message_works(
    play: Play, channel: str
) -> None:
    async with play() as on:
        lan = await on.join("LAN", channel)
        unknown = (
            "Trong việc của đơn vị đồng chí không có mã {}, phần này chưa được ghi. Đồng chí gõ"
            ' "việc" để xem các mã của mình.'
        )
        # Another unit's assignment is as unknown as one that does not exist.
        await on.asks(lan, "NV09 50%", unknown.format("NV9"))
        await on.asks(lan, "NV99 50%", unknown.format("NV99"))
        for words in ("NV09 xong", "NV09 vướng mặt bằng", "xin gia hạn NV09 đến 30/6"):
            await on.asks(lan, words, unknown.format("NV9"))
        await on.asks(lan, "NV09 báo cáo số 45-BC/ĐU ngày 08/6", unknown.format("NV9"))
        on.platform.send_photo(lan, PHOTO, caption="NV09")
        said = (await on.next(lan)).text
        assert said.startswith(
            "Đã nhận. Đây là minh chứng cho việc nào?\n\n" + unknown.format("NV9")
        )
        assert "biển hiệu" not in said
        await on.says(lan, "hủy")
        await on.asks(
            lan,
            "tìm biển hiệu",
            'Không có việc nào đồng chí được xem có "biển hiệu". Đồng chí thử gõ ít chữ hơn, ví dụ:'
            " tìm ngân sách",
        )
        assert rows(
            on,
            "SELECT (SELECT count(*) FROM requests), count(assignment_id) FROM evidence",
        ) == [(0, 0)]
        await on.asks(
            lan,
            "NV09",
            'Trong các việc đồng chí được xem không có mã NV9. Đồng chí gõ "việc" để xem danh sách,'
            ' hoặc gõ "tìm" cùng vài chữ trong tên việc.',
        )
        await on.asks(
            lan,
            "NV7 150%",
            f"{NV07}, chưa ghi được. Tỷ lệ vượt quá 100%. Đồng chí xem và ghi lại giúp.",
        )
        await on.asks(
            lan,
            "CT12 2500 tỷ",
            "CT12 Thu ngân sách: 2.500 tỷ đồng vượt quá xa kế hoạch (400 tỷ đồng). Tin này chưa"
            " được ghi. Đồng chí xem lại giúp:",
            "Đúng, ghi 2.500 tỷ đồng",
            "Không, tôi gõ lại",
        )
        await on.asks(
            lan,
            "CT12 1,250.5,3 tỷ",
            "CT12 Thu ngân sách, chưa ghi được. Con số chưa rõ. Đồng chí ghi lại giúp, ví dụ:"
            " 1.250,5.",
        )
        await on.asks(
            lan,
            "xin gia hạn NV7 đến 31/2",
            f"{NV07}, chưa ghi được. Ngày này không có trong lịch, hoặc thứ và ngày chưa khớp. Đồng"
            " chí ghi lại giúp.",
        )
        assert reports(on) == []
        await on.asks(lan, "hủy", "Đã dừng. Số liệu của NV07, CT12 chưa được ghi.")
        await on.asks(
            lan,
            "hủy",
            'Lúc này không có câu hỏi nào chờ đồng chí trả lời. Đồng chí gõ "menu" để xem những'
            " việc làm được.",
        )
        await on.asks(lan, "Hôm nay trời đẹp quá", NOTHING_KEPT.format("60%"))
        await on.asks(
            lan,
            "tình trạng",
            'Việc này không thuộc phần việc được giao của đồng chí. Gõ "menu" để xem những việc làm'
            " được ở đây; nếu cần, đồng chí liên hệ Văn phòng.",
        )
        await on.asks(
            lan,
            "Công văn TUYỆT MẬT số 12 về cán bộ",
            "Tin vừa rồi có dấu hiệu chứa nội dung mật nên không được ghi lại.\n"
            "Bí mật nhà nước không được soạn, gửi qua tin nhắn. Đồng chí thu hồi tin nhắn ngay và"
            " báo cán bộ phụ trách bảo mật của đơn vị.\n"
            "Nếu chắc chắn đây không phải nội dung mật, đồng chí liên hệ Văn phòng Thành ủy.",
        )
        kept = rows(on, "SELECT raw FROM inbox ORDER BY id DESC LIMIT 1")[0][0]
        whole = json.dumps(json.loads(kept), ensure_ascii=False)
        assert "số 12" not in whole
        assert MASK in whole
        assert reports(on) == []
        await on.asks(
            lan,
            "NV7 60%",
            f"Đã ghi {NV07}: 60%.\n"
            "🟠 Còn 1 ngày (thứ Năm, 10/6)\n"
            'Nếu sai, đồng chí gõ chữ "sai" kèm kết quả đúng.',
            "Sai, sửa lại",
        )
        assert set(inbox_states(on)) == {"done"}

        # Five thousand characters are answered once, and strange characters are passed over.
        pasted = ("Kính gửi các đồng chí, tình hình chung vẫn ổn định và đúng hướng. " * 80)[:5000]
        sent = on.platform.type_text(lan, pasted[:4000])
        await on.hears(lan, NOTHING_KEPT.format("80%"))
        if channel == "telegram":
            update = {
                "message": {
                    "message_id": sent.id + 500,
                    "date": int(sent.at),
                    "chat": {"id": lan.chat.id, "type": "private", "first_name": "Lan"},
                    "from": lan.user,
                    "text": pasted,
                }
            }
        else:
            update = {
                "event_name": "message.text.received",
                "message": {
                    "from": {"id": lan.chat.id, "display_name": "Lan", "is_bot": False},
                    "chat": {"id": lan.chat.id, "chat_type": "PRIVATE"},
                    "text": pasted,
                    "message_id": "paste",
                    "date": int(sent.at * 1000),
                },
            }
        on.platform.push_update(channel, update)
        await on.hears(lan, NOTHING_KEPT.format("80%"))
        await on.asks(
            lan,
            "\u202eNV7\u200b \u200fđạt 40%\ufeff",
            f"Đã ghi {NV07}: 40%, lần trước 60%.\n"
            "🟠 Còn 1 ngày (thứ Năm, 10/6)\n"
            'Nếu sai, đồng chí gõ chữ "sai" kèm kết quả đúng.',
            "Sai, sửa lại",
        )
        # A second word for the same thing within ten minutes is no second report.
        await on.asks(
            lan,
            "nv7 40%",
            f"{NV07}: 40% đã được ghi lúc 08:00, đồng chí không cần gửi lại.",
        )
        assert reports(on) == [("NV07", 60, None), ("NV07", 40, None)]


async def test_a_forged_or_stale_button_does_nothing(play: Play) -> None:
    async with play() as on:
        lan, hai = await on.join("LAN", "telegram"), await on.join("HAI", "telegram")
        recorded = await on.asks(
            hai,
            "NV9 40%",
            "Đã ghi NV09 Rà soát biển hiệu: 40%.\n"
            "🟢 Còn 7 ngày (thứ Tư, 16/6)\n"
            'Nếu sai, đồng chí gõ chữ "sai" kèm kết quả đúng.',
            "Sai, sửa lại",
        )
        data = recorded.buttons[0][0]["callback_data"] if recorded.buttons else ""
        gone = (
            "Lựa chọn này không còn dùng được. Đồng chí gõ"
            ' "menu" để xem những việc làm được lúc này.'
        )
        mine = await on.says(lan, "việc") and list(lan.chat.messages.values())[-1]
        for forged in (data, "1.0.zz", "-1.5.1", "x" * 64, "'; DROP TABLE people; --"):
            on.platform.tap(lan, mine, forged, forged=True)
            await on.hears(lan, gone)
        # Twice the same tap: the second finds it done.
        on.platform.tap(hai, recorded, data)
        await on.hears(
            hai,
            "Đã bỏ báo cáo về NV09 Rà soát biển hiệu: 40%.\nĐồng chí gõ số đúng, ví dụ: 60%",
        )
        on.platform.tap(hai, recorded, data)
        await on.hears(hai, 'Đồng chí đã chọn "Sai, sửa lại" lúc 08:00, không cần chọn lại.')
        assert reports(on) == []
        denied = rows(on, "SELECT count(*) FROM audit WHERE act = 'denied'")
        assert denied == [(5,)]
