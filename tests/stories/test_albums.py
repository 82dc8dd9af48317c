"""What is sent together: words under any of it, what comes late, and what may not be kept."""

from __future__ import annotations

from sandbox.world.model import TELEGRAM
from tests.stories.books import inbox_states, reports, rows
from tests.stories.conftest import Play
from tests.stories.test_evidence import KEPT, PHOTO

NV07 = 'NV07 Báo cáo "6 không"'
TOMORROW = "🟠 Còn 1 ngày (thứ Năm, 10/6)"
IF_WRONG = 'Nếu sai, đồng chí gõ chữ "sai" kèm kết quả đúng.'
WRONG = "Sai, sửa lại"
SECRET = (
    "Tin vừa rồi có dấu hiệu chứa nội dung mật nên không được ghi lại; ảnh, tệp gửi cùng lúc không"
    " được giữ.\nBí mật nhà nước không được soạn, gửi qua tin nhắn. Đồng chí thu hồi tin nhắn ngay"
    " và báo cán bộ phụ trách bảo mật của đơn vị.\n"
    "Nếu chắc chắn đây không phải nội dung mật, đồng chí liên hệ Văn phòng Thành ủy."
)


async def test_words_under_a_later_picture_say_what_all_of_an_album_is_about(play: Play) -> None:
    async with play() as on:
        lan = await on.join("LAN", TELEGRAM)
        await on.says(lan, "CT3")
        for number, words in enumerate(("", "", "NV7 58%", "")):
            extra = {"media_group_id": "77"}
            on.platform.send_photo(lan, PHOTO + bytes([number]), words, extra=extra)
        await on.hears(
            lan,
            f"Đã nhận 4 ảnh làm minh chứng cho {NV07}.\n\nĐã ghi {NV07}: 58%.\n{TOMORROW}\n"
            f"{IF_WRONG}",
            WRONG,
        )
        await on.move(seconds=20)
        # One that was long on its way joins them, and is not answered once more.
        on.platform.send_photo(lan, PHOTO + b"9", extra={"media_group_id": "77"})
        await on.idle()
        on.nobody_heard_more()
        held = (
            "SELECT a.shown_code, count(e.sha256) FROM evidence e"
            " LEFT JOIN assignments a ON a.id = e.assignment_id GROUP BY 1"
        )
        assert rows(on, held) == [("NV07", 5)]
        assert reports(on) == [("NV07", 58, None)]


async def test_a_picture_that_comes_after_the_question_is_part_of_it(play: Play) -> None:
    async with play() as on:
        lan = await on.join("LAN", TELEGRAM)
        await on.says(lan, "việc")
        extra = {"media_group_id": "78"}
        on.platform.send_photo(lan, PHOTO, extra=extra)
        asked = await on.next(lan)
        assert asked.text.startswith("Đã nhận. Đây là minh chứng cho việc nào?")
        await on.move(seconds=20)
        on.platform.send_photo(lan, PHOTO + b"1", extra=extra)
        await on.idle()
        on.nobody_heard_more()
        await on.choose(lan, asked, 1)
        await on.hears(lan, f"Đã ghi làm minh chứng cho {NV07}. Đồng chí gõ thêm số liệu nếu có.")
        held = "SELECT count(assignment_id), count(sha256) FROM evidence"
        assert rows(on, held) == [(2, 2)]


async def test_nothing_of_what_came_with_a_secrecy_mark_is_kept(play: Play, channel: str) -> None:
    async with play() as on:
        lan = await on.join("LAN", channel)
        await on.says(lan, "CT3")
        extra = {"media_group_id": "79"} if channel == TELEGRAM else None
        for number, words in enumerate(("", "Mật - danh sách đảng viên", "", "CT3")):
            on.platform.send_photo(lan, PHOTO + bytes([number]), words, extra=extra)
        await on.hears(lan, SECRET)
        await on.idle()
        on.nobody_heard_more()
        held = "SELECT count(assignment_id), count(sha256) FROM evidence"
        assert rows(on, held) == [(0, 0)]
        assert rows(on, "SELECT count(*) FROM files") == [(0,)]
        assert [path for path in on.service.data_dir.glob("files/**/*") if path.is_file()] == []
        assert set(inbox_states(on)) == {"done"}
        kept = rows(on, "SELECT group_concat(raw) FROM inbox")[0][0]
        assert "danh s" not in kept


async def test_a_file_whose_name_bears_a_mark_is_not_fetched(play: Play) -> None:
    async with play() as on:
        lan = await on.join("LAN", TELEGRAM)
        on.platform.send_file(lan, b"%PDF-1.7 x", "TOI_MAT_quy_hoach.pdf", "NV7")
        await on.hears(lan, SECRET)
        on.platform.send_file(lan, b"%PDF-1.7 x", "ban_do_mat_bang.pdf", "NV7")
        await on.hears(lan, KEPT.format("tệp", NV07))
        await on.idle()
        assert rows(on, "SELECT count(*) FROM evidence") == [(1,)]
