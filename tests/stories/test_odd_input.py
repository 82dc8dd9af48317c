"""Odd input from real phones: each has one plain answer and its row, and the next message works."""

from __future__ import annotations

from typing import Any

from sandbox.stage import Stage
from sandbox.world.model import TELEGRAM, Phone
from tests.stories.books import inbox_states, reports, rows
from tests.stories.conftest import Play
from tests.stories.test_evidence import KEPT, PHOTO, UNREADABLE

NV07 = 'NV07 Báo cáo "6 không"'
TOMORROW = "🟠 Còn 1 ngày (thứ Năm, 10/6)"
IF_WRONG = 'Nếu sai, đồng chí gõ chữ "sai" kèm kết quả đúng.'
WRONG = "Sai, sửa lại"
NOT_READ = (
    "Tin vừa rồi ở đây chưa đọc được. Đồng chí vui lòng nhắn bằng chữ hoặc gửi ảnh; với văn bản,"
    " đồng chí gõ số và ngày, ví dụ: báo cáo số 45-BC/ĐU ngày 08/6"
)
OF_SEVERAL = (
    "Trong số ảnh, tệp đồng chí vừa gửi cùng lúc, có ảnh hoặc tệp không mở được nên chưa thành minh"
    " chứng. Đồng chí gửi lại ảnh hoặc tệp ấy giúp; phần còn lại vẫn được giữ."
)
NAMELESS = (
    "Ảnh hoặc tệp đồng chí vừa gửi quá lớn hoặc không mở được nên chưa thành minh chứng. Đồng chí"
    " gửi ảnh khác hoặc tệp nhỏ hơn giúp, hoặc gõ số và ngày của văn bản."
)
NO_PICTURE = b"GIF89a" + (1).to_bytes(2, "little") * 2 + bytes(20)
FILE = {"file_id": "AwACAgUAAxkBAAIB", "file_unique_id": "AgADBQAC"}
ODD_ON_TELEGRAM: tuple[dict[str, Any], ...] = (
    {"sticker": {**FILE, "type": "regular", "width": 512, "height": 512, "emoji": "👍"}},
    {"voice": {**FILE, "duration": 7, "mime_type": "audio/ogg"}},
    {"video_note": {**FILE, "length": 240, "duration": 5}},
    {"contact": {"phone_number": "0912345678", "first_name": "Tám"}},
    {"location": {"latitude": 10.24, "longitude": 106.37}},
    {"poll": {"id": "5", "question": "Họp mấy giờ?", "options": []}},
)
ODD_ON_ZALO = ("message.sticker.received", "message.voice.received", "message.unsupported.received")


def push(on: Stage, phone: Phone, number: int, odd: Any) -> None:
    """What the platform itself would send of it."""
    if phone.channel == TELEGRAM:
        update = {
            "message": {
                "message_id": 9000 + number,
                "date": int(on.platform.clock.seconds()),
                "chat": {"id": phone.chat.id, "type": "private", "first_name": "Lan"},
                "from": phone.user,
                **odd,
            }
        }
    else:
        update = {
            "event_name": odd,
            "message": {
                "from": {"id": phone.chat.id, "display_name": "Lan", "is_bot": False},
                "chat": {"id": phone.chat.id, "chat_type": "PRIVATE"},
                "message_id": f"odd{number}",
                "date": int(on.platform.clock.seconds() * 1000),
                "url": "https://example.org/sticker.png",
            },
        }
    on.platform.push_update(phone.channel, update)


async def test_stickers_voices_cards_and_places_are_answered_and_the_next_message_works(
    play: Play, channel: str
) -> None:
    async with play() as on:
        lan = await on.join("LAN", channel)
        telegram = channel == TELEGRAM
        for number, odd in enumerate(ODD_ON_TELEGRAM if telegram else ODD_ON_ZALO):
            push(on, lan, number, odd)
            await on.hears(lan, NOT_READ if telegram else UNREADABLE)
        await on.asks(lan, "NV7 60%", f"Đã ghi {NV07}: 60%.\n{TOMORROW}\n{IF_WRONG}", WRONG)
        assert set(inbox_states(on)) == {"done"}

        # What is written beside a film is read, though the film itself is not kept.
        if telegram:
            film = {"video": {**FILE, "width": 640, "height": 360, "duration": 9}}
            push(on, lan, 50, {**film, "caption": "NV7 được 62% rồi"})
            await on.hears(
                lan,
                "Phần gửi kèm ở đây chưa lưu được, chỉ đọc phần chữ. Nếu cần minh chứng, đồng chí"
                " gửi ảnh hoặc gõ số và ngày của văn bản.\n\n"
                f"Đã ghi {NV07}: 62%, lần trước 60%.\n{TOMORROW}\n{IF_WRONG}",
                WRONG,
            )
            await on.says(lan, "sai 60")

        # A picture that is none: what it says is kept, the picture is asked for again.
        on.platform.send_photo(lan, NO_PICTURE, "NV7")
        await on.hears(lan, KEPT.format("ảnh", NV07))
        await on.move(seconds=3)
        await on.hears(lan, NAMELESS)
        assert rows(on, "SELECT sha256 FROM evidence") == [(None,)]
        await on.asks(
            lan,
            "NV7 65%",
            f"Đã ghi {NV07}: 65%, lần trước 60%.\n{TOMORROW}\n{IF_WRONG}",
            WRONG,
        )


async def test_an_album_is_one_answer_and_its_good_pictures_are_kept(play: Play) -> None:
    async with play() as on:
        lan = await on.join("LAN", TELEGRAM)

        def album(name: str, pictures: list[bytes], caption: str = "", place: int = 0) -> None:
            for number, picture in enumerate(pictures):
                words = caption if number == place else ""
                extra = {"media_group_id": name}
                on.platform.send_photo(lan, picture, words, extra=extra)

        good = [PHOTO + bytes([number]) for number in range(6)]
        album("13579", [good[0], good[1], NO_PICTURE, good[2], NO_PICTURE + b"2"], "NV7 58%")
        await on.hears(
            lan,
            f"Đã nhận 5 ảnh làm minh chứng cho {NV07}.\n\nĐã ghi {NV07}: 58%.\n{TOMORROW}\n"
            f"{IF_WRONG}",
            WRONG,
        )
        await on.move(seconds=3)
        await on.hears(lan, OF_SEVERAL)
        await on.idle()
        on.nobody_heard_more()
        assert rows(on, "SELECT count(*), count(assignment_id), count(sha256) FROM evidence") == [
            (5, 5, 3)
        ]
        await on.asks(
            lan, "sai 59", f"Đã sửa {NV07}: 59%, thay cho 58%.\n{TOMORROW}\n{IF_WRONG}", WRONG
        )

        # Without a word it is one question for all of them.
        await on.says(lan, "việc")
        album("24680", good[3:6])
        asked = await on.hears(
            lan,
            "Đã nhận. Đây là minh chứng cho việc nào?",
            NV07,
            "CT03 Kết nạp đảng viên",
            "CT12 Thu ngân sách",
        )
        await on.choose(lan, asked, 2)
        await on.hears(
            lan,
            "Đã ghi làm minh chứng cho CT03 Kết nạp đảng viên. Đồng chí gõ thêm số liệu nếu có.",
        )
        ct03 = (
            "SELECT count(e.sha256) FROM evidence e JOIN assignments a ON a.id = e.assignment_id"
            " WHERE a.shown_code = 'CT03'"
        )
        assert rows(on, ct03) == [(3,)]

        # The words may stand under another than the first; what is refused is refused once.
        await on.says(lan, "việc")
        album("11", good[:3], "CT12", place=1)
        await on.hears(lan, KEPT.format("3 ảnh", "CT12 Thu ngân sách"))
        album("12", good[:3], "NV09")
        # A code that is none of theirs: they are kept, and asked about once.
        assert (await on.next(lan)).text.startswith(
            "Đã nhận. Đây là minh chứng cho việc nào?\n\nTrong việc của đơn vị đồng chí không có mã"
            " NV9, phần này chưa được ghi."
        )
        await on.idle()
        on.nobody_heard_more()
        assert rows(on, "SELECT count(*) FROM evidence WHERE assignment_id IS NULL") == [(3,)]
        assert rows(on, "SELECT count(*) FROM evidence") == [(14,)]
        assert set(inbox_states(on)) == {"done"}


async def test_forwarded_words_are_recorded_only_when_they_are_confirmed(play: Play) -> None:
    origin = {"type": "hidden_user", "sender_user_name": "Ba Tám", "date": 1623200000}
    async with play() as on:
        lan = await on.join("LAN", TELEGRAM)

        async def forwards(words: str, said: str) -> Any:
            on.platform.type_text(lan, words, extra={"forward_origin": origin})
            return await on.hears(lan, f"{NV07}: đây là tin chuyển tiếp. Đồng chí muốn ghi {said}?",
                                  f"Đúng, ghi {said}", "Không")  # fmt: skip

        asked = await forwards("Báo cáo anh NV7 đạt 60%", "60%")
        assert reports(on) == []
        await on.choose(lan, asked, 1)
        await on.hears(lan, f"Đã ghi {NV07}: 60%.\n{TOMORROW}\n{IF_WRONG}", WRONG)
        asked = await forwards("NV7 xong", "đã hoàn thành")
        await on.choose(lan, asked, 2)
        await on.hears(
            lan,
            f"Vâng, chưa ghi gì cho {NV07}. Khi báo cáo, đồng chí gõ mã và kết quả,"
            " ví dụ: NV07 80%",
        )
        assert reports(on) == [("NV07", 60, None)]


async def test_an_answer_to_a_message_that_is_gone_or_not_ours_is_read_by_itself(
    play: Play,
) -> None:
    async with play() as on:
        lan = await on.join("LAN", TELEGRAM)
        stamp = int(on.platform.clock.seconds())
        chat = {"id": lan.chat.id, "type": "private", "first_name": "Lan"}
        unknown = {"message_id": 987654, "date": stamp, "chat": chat}
        elsewhere = {
            "external_reply": {"origin": {"type": "hidden_user", "date": stamp}},
            "quote": {"text": "CT12 đạt 250 tỷ", "position": 0},
        }
        first = await on.asks(lan, "NV7 60%", f"Đã ghi {NV07}: 60%.\n{TOMORROW}\n{IF_WRONG}", WRONG)
        del lan.chat.messages[first.id]  # the person deletes our answer
        for typed, extra in ((70, {"reply_to_message": unknown}), (75, elsewhere)):
            on.platform.type_text(lan, f"NV7 {typed}%", extra=extra)
            assert (await on.next(lan)).text.startswith(f"Đã ghi {NV07}: {typed}%")
        # Without a code what was spoken of last is meant, as ever.
        on.platform.type_text(lan, "80%", extra={"reply_to_message": unknown})
        await on.hears(lan, f"Đã ghi {NV07}: 80%, lần trước 75%.\n{TOMORROW}\n{IF_WRONG}", WRONG)


async def test_a_button_of_last_week_still_does_what_it_says(play: Play, channel: str) -> None:
    async with play() as on:
        hai = await on.join("HAI", channel)
        said = await on.asks(
            hai,
            "NV9 40%",
            f"Đã ghi NV09 Rà soát biển hiệu: 40%.\n🟢 Còn 7 ngày (thứ Tư, 16/6)\n{IF_WRONG}",
            WRONG,
        )
        await on.move(days=6, at="07:30")
        await on.move(at="10:00")
        hai.arrived.clear()  # the reminders of the week
        if channel == TELEGRAM:
            await on.choose(hai, said, 1)
            await on.hears(
                hai,
                "Đã bỏ báo cáo về NV09 Rà soát biển hiệu: 40%.\nĐồng chí gõ số đúng, ví dụ: 60%",
            )
            await on.asks(
                hai,
                "45%",
                "Đã sửa NV09 Rà soát biển hiệu: 45%.\n🟠 Còn 1 ngày (thứ Tư, 16/6)\n" + IF_WRONG,
                WRONG,
            )
        else:  # when the list is no longer open, a digit chooses nothing and is no figure
            await on.asks(
                hai,
                "1",
                "Hiện không có danh sách nào để chọn mục 1. Nếu đó là số liệu, đồng chí ghi kèm mã,"
                " ví dụ: NV09 60%",
            )
            assert reports(on) == [("NV09", 40, None)]
            await on.asks(
                hai,
                "NV9 45%",
                "Đã ghi NV09 Rà soát biển hiệu: 45%, lần trước 40%.\n"
                "🟠 Còn 1 ngày (thứ Tư, 16/6)\n" + IF_WRONG,
                WRONG,
            )


async def test_two_people_report_the_same_within_a_second_and_the_second_hears_of_the_first(
    play: Play, channel: str
) -> None:
    async with play() as on:
        lan, tam = await on.join("LAN", channel), await on.join("TAM", channel)
        on.platform.type_text(lan, "NV7 60%")
        on.platform.type_text(tam, "NV7 70%")
        heard = {phone: (await on.next(phone)).text for phone in (lan, tam)}
        first = f"Đã ghi {NV07}: {{}}%.\n{TOMORROW}\n{IF_WRONG}"
        second = f"Đã ghi {NV07}: {{}}%, lần trước {{}}% do đồng chí {{}} báo.\n"
        if heard[lan].startswith(first.format(60)):
            assert heard[tam].startswith(second.format(70, 60, "Lê Thị Hoàng Lan"))
        else:
            assert heard[tam].startswith(first.format(70))
            assert heard[lan].startswith(second.format(60, 70, "Nguyễn Minh Tâm"))
        assert sorted(row[1] for row in reports(on)) == [60, 70]
        # A target's sum that falls short of a colleague's is asked back with the name.
        assert (await on.says(lan, "CT12 250 tỷ")).startswith("Đã ghi CT12 Thu ngân sách: 250 tỷ")
        asked = await on.says(tam, "CT12 240 tỷ")
        assert "thấp hơn lần trước (250 tỷ đồng do đồng chí Lê Thị Hoàng Lan báo)" in asked


async def test_an_edited_message_corrects_its_report_while_that_is_the_latest(play: Play) -> None:
    async with play() as on:
        lan = await on.join("LAN", TELEGRAM)
        typed = on.platform.type_text(lan, "NV7 60%")
        await on.hears(lan, f"Đã ghi {NV07}: 60%.\n{TOMORROW}\n{IF_WRONG}", WRONG)
        on.platform.edit_text(lan, typed, "NV7 65%")
        await on.hears(lan, f"Đã sửa {NV07}: 65%, thay cho 60%.\n{TOMORROW}\n{IF_WRONG}", WRONG)
        await on.asks(
            lan, "NV7 70%", f"Đã ghi {NV07}: 70%, lần trước 65%.\n{TOMORROW}\n{IF_WRONG}", WRONG
        )
        on.platform.edit_text(lan, typed, "NV7 66%")
        await on.hears(
            lan,
            f"{NV07} đã có báo cáo mới hơn nên báo cáo trước giữ nguyên. Để thay số hiện nay, đồng"
            " chí gõ số đúng, ví dụ: 80%",
        )
        await on.asks(
            lan, "72%", f"Đã ghi {NV07}: 72%, lần trước 70%.\n{TOMORROW}\n{IF_WRONG}", WRONG
        )
        assert [row[1] for row in reports(on)] == [65, 70, 72]


async def test_our_own_words_copied_back_are_no_report_and_what_stands_below_them_is(
    play: Play, channel: str
) -> None:
    async with play() as on:
        lan = await on.join("LAN", channel)
        await on.move(days=1, at="07:30")
        reminder = (await on.next(lan)).text
        assert reminder.split("\n\n")[0].endswith("ví dụ: NV07 60%")
        ours = (
            "Tin này chép lại tin của trợ lý, chưa có kết quả mới nên chưa ghi gì. Để báo cáo, đồng"
            " chí gõ mã và kết quả, ví dụ: NV07 60%"
        )
        await on.asks(lan, reminder, ours)
        example = reminder.split("\n\n")[0].split("\n")[-1]
        assert "ví dụ: NV07 60%" in example
        await on.asks(lan, example, ours)
        assert reports(on) == []
        today = "🟠 Hạn hôm nay (thứ Năm, 10/6)"
        await on.asks(
            lan, f"{reminder}\nNV07 70%", f"Đã ghi {NV07}: 70%.\n{today}\n{IF_WRONG}", WRONG
        )
        await on.asks(lan, "sai", f"Đã bỏ báo cáo về {NV07}: 70%.\nĐồng chí gõ số đúng, ví dụ: 80%")
        await on.asks(lan, example, f"Đồng chí gõ số đúng của {NV07}, ví dụ: 60%")
        await on.asks(lan, "75%", f"Đã sửa {NV07}: 75%.\n{today}\n{IF_WRONG}", WRONG)
        assert set(inbox_states(on)) == {"done"}
