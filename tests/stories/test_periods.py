"""Work that is reported on by periods: its part or all of it, late figures, its whole course."""

from __future__ import annotations

from pathlib import Path

from sandbox.stage import Stage
from tests.stories.books import rows
from tests.stories.conftest import Play
from tests.stories.sheets import MONTHLY, import_more

NV31 = "NV31 Rà soát hộ nghèo"
NEW_YEARS_EVE = "🟢 Còn 205 ngày (thứ Sáu, 31/12)"
IF_WRONG = 'Nếu sai, đồng chí gõ chữ "sai" kèm kết quả đúng.'
WRONG = "Sai, sửa lại"
ASKED = (
    f"{NV31} báo cáo theo kỳ. Đồng chí đã xong phần việc của tháng 6/2021, hay xong toàn bộ"
    " công việc?"
)
PART, ALL = "Xong phần tháng 6/2021", "Xong toàn bộ"


async def _monthly(on: Stage, folder: Path) -> None:
    await import_more(on, folder, nhiem_vu=MONTHLY)


async def test_finished_is_asked_back_and_the_course_tells_it_all(
    play: Play, channel: str, tmp_path: Path
) -> None:
    async with play() as on:
        await _monthly(on, tmp_path)
        lan = await on.join("LAN", channel)
        asked = await on.asks(lan, "nv31 xong", ASKED, PART, ALL)
        await on.choose(lan, asked, 1)
        await on.hears(
            lan,
            f"Đã ghi {NV31}: đã xong phần việc trong kỳ, tháng 6/2021.\n"
            f"{NEW_YEARS_EVE}\n{IF_WRONG}",
            WRONG,
        )
        await on.asks(
            lan,
            "nv31 khoảng 40%",
            f"Đã ghi {NV31}: 40%, tháng 6/2021.\n{NEW_YEARS_EVE}\n{IF_WRONG}",
            WRONG,
        )
        await on.asks(
            lan,
            "sai, 45",
            f"Đã sửa {NV31}: 45%, tháng 6/2021, thay cho 40%.\n{NEW_YEARS_EVE}\n{IF_WRONG}",
            WRONG,
        )
        await on.asks(
            lan,
            "báo cáo số 45-BC/ĐU ngày 08/6",
            f"Đã ghi văn bản số 45-BC/ĐU, thứ Ba, 08/6, làm minh chứng cho {NV31}.",
        )
        card = await on.asks(
            lan,
            "nv31",
            f"{NV31}\n"
            f"{NEW_YEARS_EVE}\n"
            "Đã thực hiện: 45%\n"
            "• 09/6: 45% (Lê Thị Hoàng Lan)\n"
            "• 09/6: đã xong phần việc trong kỳ (Lê Thị Hoàng Lan)\n"
            "Đồng chí báo tiến độ bằng cách gõ tỷ lệ đã làm, ví dụ: 60%. Đã làm xong hết thì gõ:"
            " xong",
            "Xong",
            "Xin gia hạn",
            "Có vướng mắc",
            "Xem quá trình",
        )
        await on.choose(lan, card, 4)
        await on.hears(
            lan,
            f"Quá trình thực hiện {NV31}, mới nhất trước:\n"
            "• 09/6: minh chứng: văn bản số 45-BC/ĐU (Lê Thị Hoàng Lan)\n"
            "• 09/6: 45% (Lê Thị Hoàng Lan)\n"
            "• 09/6: 40%, đã sửa thành 45% (Lê Thị Hoàng Lan)\n"
            "• 09/6: đã xong phần việc trong kỳ (Lê Thị Hoàng Lan)",
        )
        await on.asks(lan, "nv31 xong rồi", ASKED, PART, ALL)
        await on.asks(
            lan,
            "toàn bộ",
            f"Đã ghi {NV31}: đã hoàn thành, tháng 6/2021, lần trước 45%.\n"
            f"✅ Hoàn thành đúng hạn (thứ Tư, 09/6)\n{IF_WRONG}",
            WRONG,
        )
        kept = rows(on, "SELECT status, percent, period, superseded FROM v_progress ORDER BY id")
        assert kept == [
            ("progress", None, "2021-06", 0),
            ("progress", 40, "2021-06", 1),
            ("progress", 45, "2021-06", 0),
            ("done", 100, "2021-06", 0),
        ]


async def test_a_figure_that_a_reminder_asked_for_goes_to_the_period_that_it_named(
    play: Play, channel: str, tmp_path: Path
) -> None:
    async with play() as on:
        await _monthly(on, tmp_path)
        lan = await on.join("LAN", channel)
        await on.move(days=23, at="08:00")  # Friday, 2 July
        await on.next(lan)
        await on.asks(
            lan,
            "nv31 50%",
            f"Đã ghi {NV31}: 50%, tháng 6/2021.\n🟢 Còn 182 ngày (thứ Sáu, 31/12)\n{IF_WRONG}",
            WRONG,
        )
        await on.asks(
            lan,
            "nv31 55%",
            f"Đã ghi {NV31}: 55%, tháng 6/2021, lần trước 50%.\n"
            f"🟢 Còn 182 ngày (thứ Sáu, 31/12)\n{IF_WRONG}",
            WRONG,
        )


async def test_whose_part_is_done_is_not_asked_for_the_periods_report(
    play: Play, channel: str, tmp_path: Path
) -> None:
    async with play() as on:
        await _monthly(on, tmp_path)
        lan = await on.join("LAN", channel)
        await on.says(lan, "nv7 xong")
        asked = await on.asks(lan, "nv31 xong", ASKED, PART, ALL)
        await on.choose(lan, asked, 1)
        await on.next(lan)
        await on.move(days=21, at="08:00")  # Wednesday, 30 June: nothing is asked for
        await on.idle()
        assert not lan.arrived
        await on.move(days=23, at="08:00")  # Friday, 23 July: a week before the next one is due
        assert "NV31 Rà soát hộ nghèo" in (await on.next(lan)).text


async def test_a_figure_is_of_the_day_that_is_told(play: Play, channel: str) -> None:
    async with play() as on:
        lan = await on.join("LAN", channel)
        await on.asks(
            lan,
            "nv7 65% hôm thứ sáu",
            'Đã ghi NV07 Báo cáo "6 không": 65%, tính đến thứ Sáu, 04/6.\n'
            f"🟠 Còn 1 ngày (thứ Năm, 10/6)\n{IF_WRONG}",
            WRONG,
        )
        assert rows(on, "SELECT percent, as_of FROM v_progress") == [(65, "2021-06-04")]
