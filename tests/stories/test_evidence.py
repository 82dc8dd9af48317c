"""Photos and files as proof: kept by content, asked about, refused when they cannot be kept."""

from __future__ import annotations

import hashlib
import struct
import zlib

from sandbox.world.model import TELEGRAM
from tests.stories.books import inbox_states, reports, rows
from tests.stories.conftest import Play

NV07 = 'NV07 Báo cáo "6 không"'
TOMORROW = "🟠 Còn 1 ngày (thứ Năm, 10/6)"


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


# A picture of one white dot.
PHOTO = (
    b"\x89PNG\r\n\x1a\n"
    + _chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
    + _chunk(b"IDAT", zlib.compress(b"\0\xff\xff\xff"))
    + _chunk(b"IEND", b"")
)
KEPT = "Đã nhận {} làm minh chứng cho {}. Đồng chí gõ thêm số liệu nếu có."
ELSEWHERE = "Nếu ảnh, tệp là của việc khác, đồng chí gõ mã việc đó, ví dụ: ảnh của CT03"
UNREADABLE = (
    "Tệp, tin thoại và nhãn dán gửi qua Zalo ở đây chưa đọc được. Nếu là văn bản, đồng chí gõ số và"
    " ngày, ví dụ: báo cáo số 45-BC/ĐU ngày 08/6, hoặc chụp ảnh gửi vào đây. Nếu là lời nói, đồng"
    " chí nhắn bằng chữ."
)


async def test_a_photo_and_the_figure_after_it_are_asked_about_once_and_kept_together(
    play: Play, channel: str
) -> None:
    async with play() as on:
        lan = await on.join("LAN", channel)
        works = (NV07, "CT03 Kết nạp đảng viên", "CT12 Thu ngân sách")
        await on.says(lan, "việc")
        on.platform.send_photo(lan, PHOTO)
        await on.hears(lan, "Đã nhận. Đây là minh chứng cho việc nào?", *works)
        asked = await on.asks(lan, "60%", 'Ảnh, tệp vừa gửi và tin "60%" là của việc nào?', *works)
        await on.choose(lan, asked, 1)
        await on.hears(
            lan,
            f"Đã ghi làm minh chứng cho {NV07}.\n\n"
            f"Đã ghi {NV07}: 60%.\n"
            f"{TOMORROW}\n"
            'Nếu sai, đồng chí gõ chữ "sai" kèm kết quả đúng.',
            "Sai, sửa lại",
        )
        assert reports(on) == [("NV07", 60, None)]
        code = "SELECT a.code FROM evidence e JOIN assignments a ON a.id = e.assignment_id"
        assert rows(on, code) == [("NV7",)]


async def test_photos_and_files_are_kept_asked_about_or_refused(play: Play, channel: str) -> None:
    async with play() as on:
        lan = await on.join("LAN", channel)
        on.platform.send_photo(lan, PHOTO, "NV7 được 58%")
        await on.hears(
            lan,
            f"Đã nhận ảnh làm minh chứng cho {NV07}.\n\n"
            f"Đã ghi {NV07}: 58%.\n"
            f"{TOMORROW}\n"
            'Nếu sai, đồng chí gõ chữ "sai" kèm kết quả đúng.',
            "Sai, sửa lại",
        )
        # Without a word it is about what was spoken of last; after a list it is asked about.
        on.platform.send_photo(lan, PHOTO + b"2")
        await on.hears(lan, f"{KEPT.format('ảnh', NV07)}\n\n{ELSEWHERE}")
        assert (await on.says(lan, "việc")).startswith("Đồng chí Lan có 3 việc đang thực hiện:")
        on.platform.send_photo(lan, PHOTO + b"3")
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
        await on.idle()
        assert reports(on) == [("NV07", 58, None)]
        kept = rows(
            on,
            "SELECT a.shown_code, e.sha256 FROM evidence e JOIN assignments a"
            " ON a.id = e.assignment_id ORDER BY e.id",
        )
        content = [PHOTO, PHOTO + b"2", PHOTO + b"3"]
        names = [hashlib.sha256(each).hexdigest() for each in content]
        assert kept == list(zip(("NV07", "NV07", "CT03"), names, strict=True))
        for name, each in zip(names, content, strict=True):
            assert (on.service.data_dir / "files" / name[:2] / name).read_bytes() == each

        # Files: kept, refused, or out of reach where the platform hands none out.
        on.platform.send_file(lan, b"%PDF-1.4 bao cao", "bao-cao.pdf", "NV7")
        if channel != TELEGRAM:
            await on.hears(lan, UNREADABLE)
        else:
            file_kept = KEPT.format("tệp", NV07)
            await on.hears(lan, file_kept)
            on.platform.send_file(lan, b"MZ\x90\x00" + bytes(99), "chay.exe", "NV7")
            await on.hears(lan, file_kept)
            await on.hears(
                lan,
                "Tệp chay.exe không thuộc loại được lưu nên chưa thành minh chứng. Đồng chí gửi"
                " ảnh, tệp Word, Excel hoặc PDF, hoặc gõ số và ngày của văn bản.",
            )
            on.platform.send_file(lan, b"%PDF-" + bytes(20 * 1024 * 1024), "to.pdf", "NV7")
            await on.hears(lan, file_kept)
            await on.hears(
                lan,
                "Tệp to.pdf quá lớn nên không lưu được và chưa thành minh chứng. Đồng chí gửi tệp"
                " nhỏ hơn, hoặc gõ số và ngày của văn bản, ví dụ: báo cáo số 45-BC/ĐU ngày 08/6",
            )
            await on.idle()
            states = [row[0] for row in rows(on, "SELECT state FROM jobs ORDER BY id")]
            assert states == ["done"] * 4 + ["failed"] * 2
        await on.asks(
            lan,
            "báo cáo số 45-BC/ĐU ngày 08/6 về NV7",
            f"Đã ghi văn bản số 45-BC/ĐU, thứ Ba, 08/6, làm minh chứng cho {NV07}.",
        )
        assert set(inbox_states(on)) == {"done"}


async def test_a_download_that_fails_is_tried_again_later(play: Play) -> None:
    async with play() as on:
        lan = await on.join("LAN", TELEGRAM)
        broken = on.platform.add_fault(TELEGRAM, "500", method="getFile", times=1)
        on.platform.send_photo(lan, PHOTO, "NV7")
        await on.hears(lan, KEPT.format("ảnh", NV07))
        await on.idle()
        assert broken.fired == 1
        assert rows(on, "SELECT sha256 FROM evidence") == [(None,)]
        await on.move(seconds=30)
        assert rows(on, "SELECT sha256 FROM evidence") == [(hashlib.sha256(PHOTO).hexdigest(),)]
        # One that can never be had is said to be lost.
        gone = on.platform.add_fault(TELEGRAM, "500", method="getFile")
        on.platform.send_photo(lan, PHOTO + b"2", "NV7")
        await on.hears(lan, KEPT.format("ảnh", NV07))
        for _ in range(5):
            await on.move(seconds=3600)
        await on.hears(
            lan,
            "Ảnh hoặc tệp đồng chí gửi chưa tải về được nên chưa thành minh chứng. Đồng chí gửi lại"
            " giúp, hoặc gõ số và ngày của văn bản.",
        )
        assert gone.fired == 5
