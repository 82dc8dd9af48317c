"""A long list in one chat: by field, by document, in words, and what a search finds, in pages."""

from __future__ import annotations

from pathlib import Path

from sandbox.stage import Stage
from tests.stories.conftest import Play
from tests.stories.sheets import import_more

WORK = "\n".join(
    f"NV{number},nhiệm vụ,Rà soát mục {number},2021,{document},{field},DU-AH,LAN,{number}/7/2021"
    for number, document, field in [
        *[(number, "", "kinh tế") for number in range(11, 18)],
        *[(number, "CTR10", "xây dựng Đảng") for number in (20, 21)],
    ]
)
HOW = "Đồng chí gõ mã để xem một việc, hoặc báo ngay, ví dụ: {} 60%"
BY_PART = "Xem theo lĩnh vực, văn bản"


def _line(number: int, left: int, day: str) -> str:
    return f"🟢 Còn {left} ngày ({day}): NV{number} Rà soát mục {number}, chưa có số liệu"


OF_FIELD = [
    '🟠 Còn 1 ngày (thứ Năm, 10/6): NV07 Báo cáo "6 không", chưa có số liệu',
    _line(11, 32, "Chủ nhật, 11/7"),
    _line(12, 33, "thứ Hai, 12/7"),
    _line(13, 34, "thứ Ba, 13/7"),
    _line(14, 35, "thứ Tư, 14/7"),
    _line(15, 36, "thứ Năm, 15/7"),
    _line(16, 37, "thứ Sáu, 16/7"),
    _line(17, 38, "thứ Bảy, 17/7"),
]
OF_DOCUMENT = [_line(20, 41, "thứ Ba, 20/7"), _line(21, 42, "thứ Tư, 21/7")]
BUDGET = "🟢 Còn 205 ngày (thứ Sáu, 31/12): CT12 Thu ngân sách, chưa có số liệu"


async def _much_work(on: Stage, folder: Path) -> None:
    await import_more(
        on,
        folder,
        van_ban="mã,số ký hiệu,loại,trích yếu\nCTR10,10-CTr/TU,Chương trình,Xây dựng đô thị\n",
        nhiem_vu="mã,loại,nội dung,năm,văn bản,lĩnh vực,đơn vị chủ trì,người thực hiện,hạn\n"
        f"{WORK}\n",
    )


async def test_a_long_list_is_seen_by_field_by_document_and_in_words(
    play: Play, channel: str, tmp_path: Path
) -> None:
    async with play() as on:
        await _much_work(on, tmp_path)
        lan = await on.join("LAN", channel)
        listed = await on.asks(
            lan,
            "việc",
            "\n".join(("Đồng chí Lan có 12 việc đang thực hiện:", *OF_FIELD, HOW.format("NV07"))),
            "Xem thêm (4 việc)",
            BY_PART,
        )
        await on.choose(lan, listed, 2)
        parts = await on.hears(
            lan,
            "Đồng chí xem việc của lĩnh vực hay văn bản nào?",
            "Lĩnh vực kinh tế, 9 việc",
            "Lĩnh vực xây dựng Đảng, 3 việc",
            "10-CTr/TU: Xây dựng đô thị, 2 việc",
            "NQ2021: Nghị quyết Thành ủy năm 2021, 3 việc",
        )
        await on.choose(lan, parts, 1)
        head = "Lĩnh vực kinh tế: 9 việc đang thực hiện"
        page = await on.hears(
            lan, "\n".join((head, *OF_FIELD, HOW.format("NV07"))), "Xem thêm (1 việc)"
        )
        await on.choose(lan, page, 1)
        how = "Đồng chí gõ mã để xem một việc, hoặc báo ngay, ví dụ: CT12 200 tỷ đồng"
        await on.hears(lan, "\n".join((head, BUDGET, how)))
        for typed in ("việc CTr10", "viec chuong trinh 10", "việc xây dựng đô thị"):
            await on.asks(
                lan,
                typed,
                "\n".join(
                    (
                        "10-CTr/TU: Xây dựng đô thị: 2 việc đang thực hiện",
                        *OF_DOCUMENT,
                        HOW.format("NV20"),
                    )
                ),
            )


async def test_what_a_search_finds_goes_on_page_by_page(
    play: Play, channel: str, tmp_path: Path
) -> None:
    async with play() as on:
        await _much_work(on, tmp_path)
        lan = await on.join("LAN", channel)
        how = "Đồng chí gõ mã để xem một việc."
        for words in ("rà soát", "RA SOAT"):
            found = await on.asks(
                lan,
                f"tìm {words}",
                "\n".join((f'Việc thứ 1 đến 7 có "{words}":', *OF_FIELD[1:], how)),
                "Xem thêm",
            )
            await on.choose(lan, found, 1)
            await on.hears(lan, "\n".join((f'Việc thứ 8 đến 9 có "{words}":', *OF_DOCUMENT, how)))
        await on.asks(
            lan,
            "tim nong thon",
            'Không có việc nào đồng chí được xem có "nong thon". Đồng chí thử gõ ít chữ hơn, ví dụ:'
            " tìm ngân sách",
        )
