"""Stopping and starting: nothing is lost, nobody hears twice, and one service at a time."""

from __future__ import annotations

import asyncio
import json
import time

import pytest

from sandbox.service import ServiceFailed
from sandbox.stage import ASSIGNMENTS, write_committee
from sandbox.world.model import TELEGRAM
from tests.stories.books import inbox_states, reports, rows
from tests.stories.conftest import Play

NV07 = 'NV07 Báo cáo "6 không"'
FOOT = '🟠 Còn 1 ngày (thứ Năm, 10/6)\nNếu sai, đồng chí gõ chữ "sai" kèm kết quả đúng.'
WRONG = "Sai, sửa lại"
STORM = 40


async def test_a_stop_while_busy_takes_less_than_five_seconds_and_loses_nothing(
    play: Play, channel: str
) -> None:
    async with play() as on:
        lan, tam = await on.join("LAN", channel), await on.join("TAM", channel)
        on.platform.latency = 0.05  # so that much is under way when the end comes
        typed = [f"NV7 {number / 10:.1f}%".replace(".", ",") for number in range(1, STORM + 1)]
        on.platform.queue_texts(
            [(lan if number % 2 else tam, words) for number, words in enumerate(typed)]
        )
        while not reports(on):
            await asyncio.sleep(0.01)
        began = time.monotonic()
        assert await on.service.stop() == 0
        assert time.monotonic() - began < 5
        on.platform.latency = 0.0
        await on.service.start()
        said: list[str] = []  # above twenty a minute, answers of one chat are gathered
        for phone in (lan, tam):
            wanted = len(said) + STORM // 2
            while len(said) < wanted:
                lines = (await on.next(phone)).text.splitlines()
                said += [line for line in lines if line.startswith(f"Đã ghi {NV07}")]
        for words in typed:
            figure = words.removeprefix("NV7 ").replace(",0%", "%")
            assert sum(f": {figure}" in line for line in said) == 1, figure
        await on.idle()
        assert len(reports(on)) == STORM
        assert set(inbox_states(on)) == {"done"}
        assert rows(on, "SELECT DISTINCT state, unknowns FROM outbox") == [("sent", 0)]


async def test_what_was_typed_while_the_service_was_dead_is_answered_in_order(
    play: Play,
) -> None:
    async with play() as on:
        lan = await on.join("LAN", TELEGRAM)
        await on.service.kill()
        for percent in (41, 42):
            on.platform.type_text(lan, f"NV7 {percent}%")
        await on.service.start()
        await on.hears(lan, f"Đã ghi {NV07}: 41%.\n{FOOT}", WRONG)
        await on.hears(lan, f"Đã ghi {NV07}: 42%, lần trước 41%.\n{FOOT}", WRONG)


async def test_a_second_service_on_the_same_data_is_refused_with_exit_three(play: Play) -> None:
    async with play() as on:
        with pytest.raises(ServiceFailed) as refused:
            await asyncio.wait_for(on.service.command("run"), 10)
        assert refused.value.code == 3
        said = "Dịch vụ đang chạy trên dữ liệu này; hãy dừng dịch vụ trước."
        assert str(refused.value).splitlines()[-1].removeprefix("run: ") == said
        lan = await on.join("LAN")
        assert (await on.says(lan, "NV7 41%")).startswith(f"Đã ghi {NV07}: 41%.")


async def test_status_sees_whether_the_service_runs(play: Play) -> None:
    async with play() as on:
        running = await on.service.command("status")
        assert running.splitlines()[0] == "Dịch vụ: đang chạy"
        assert json.loads(await on.service.command("status", "--json")) == await on.service.health()
        await on.service.kill()  # its socket is left behind; the lock is not
        with pytest.raises(ServiceFailed) as stopped:
            await on.service.command("status", "--json")
        assert stopped.value.code == 1
        said = json.loads(str(stopped.value).partition(": ")[2])
        assert {channel["state"] for channel in said["channels"].values()} == {"down"}
        assert said["problems"] == [
            {
                "code": "not_running",
                "text": "Dịch vụ không chạy: không nhận, không gửi, không nhắc gì từ 08:00 ngày"
                " 09/06/2021. Hãy chạy: ./run run (dùng systemd thì: systemctl start dondoc).",
            }
        ]
        await on.service.start()
        assert (await on.service.command("status")).startswith("Dịch vụ: đang chạy\n")


async def test_a_spreadsheet_is_imported_while_the_service_runs(play: Play) -> None:
    async with play() as on:
        hai = await on.join("HAI")
        more = ASSIGNMENTS + (
            "NV11,nhiệm vụ,Tổng kiểm tra hộ khẩu,2021,NQ2021,kinh tế,DU-P7,HAI,,,30/6/2021\n"
        )
        folder = write_committee(on.service.folder.parent / "more", nhiem_vu=more)
        printed = await on.service.command("import", str(folder))
        assert "NV11" in printed or "1" in printed
        await on.asks(
            hai,
            "việc",
            "Đồng chí Hai có 2 việc đang thực hiện:\n"
            "🟢 Còn 7 ngày (thứ Tư, 16/6): NV09 Rà soát biển hiệu, chưa có số liệu\n"
            "🟢 Còn 21 ngày (thứ Tư, 30/6): NV11 Tổng kiểm tra hộ khẩu, chưa có số liệu\n"
            "Đồng chí gõ mã để xem một việc, hoặc báo ngay, ví dụ: NV09 60%",
        )
        broken = ASSIGNMENTS.replace("10/6/2021", "31/6/2021")
        folder = write_committee(on.service.folder.parent / "broken", nhiem_vu=broken)
        with pytest.raises(ServiceFailed) as refused:
            await on.service.command("import", str(folder))
        assert refused.value.code == 1
        assert "31/6/2021" in str(refused.value)
        assert (await on.says(hai, "NV11 10%")).startswith("Đã ghi NV11 Tổng kiểm tra hộ khẩu: 10%")
