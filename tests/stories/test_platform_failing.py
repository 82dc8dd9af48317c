"""The platform fails: nothing is lost, nothing is said twice that should not be, others go on."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest

from sandbox.service import ServiceFailed
from sandbox.stage import Stage
from sandbox.world.model import TELEGRAM, ZALO
from tests.stories.books import rows
from tests.stories.conftest import Play

NV07 = 'NV07 Báo cáo "6 không"'
BLOCKED = "người nhận đã chặn hoặc đã rời cuộc trò chuyện"


def recorded(percent: int, former: int | None = None, by: str = "") -> str:
    before = "" if former is None else f", lần trước {former}%{by}"
    return (
        f"Đã ghi {NV07}: {percent}%{before}.\n"
        "🟠 Còn 1 ngày (thứ Năm, 10/6)\n"
        'Nếu sai, đồng chí gõ chữ "sai" kèm kết quả đúng.'
    )


WRONG = "Sai, sửa lại"


async def status(on: Stage) -> dict[str, Any]:
    """What the service says of itself."""
    said = await on.service.health()
    assert said is not None
    return said


async def until(on: Stage, sql: str, wanted: list[tuple[Any, ...]], limit: float = 30.0) -> None:
    """Waits until the books say so."""
    end = asyncio.get_running_loop().time() + limit
    while (found := rows(on, sql)) != wanted:
        assert asyncio.get_running_loop().time() < end, found
        await asyncio.sleep(0.05)


@pytest.mark.parametrize(
    ("channel", "fault", "arrives"),
    [
        ("telegram", "500", False),
        ("telegram", "reset_after", True),
        ("zalo", "reset_before", False),
        ("zalo", "empty", True),
    ],
)
async def test_an_answer_with_an_unknown_fate_is_sent_once_more(
    play: Play, channel: str, fault: str, arrives: bool
) -> None:
    async with play() as on:
        lan = await on.join("LAN", channel)
        first = on.platform.add_fault(channel, fault, method="sendMessage", times=1)
        on.platform.type_text(lan, "NV7 41%")
        if arrives:
            await on.hears(lan, recorded(41), WRONG)
        last = "SELECT state, unknowns FROM outbox ORDER BY id DESC LIMIT 1"
        await until(on, last, [("queued", 1)])
        await on.move(seconds=25)
        on.nobody_heard_more()
        await on.move(seconds=10)
        await on.hears(lan, recorded(41), WRONG)
        assert rows(on, last) == [("sent", 1)]
        assert first.fired == 1
        # A second unknown fate is the last.
        twice = on.platform.add_fault(channel, fault, method="sendMessage", times=2)
        on.platform.type_text(lan, "NV7 42%")
        await until(on, last, [("queued", 1)])
        await on.move(seconds=40)
        await until(on, last, [("unknown", 2)])
        await on.move(seconds=400)
        for _ in range(2 if arrives else 0):
            await on.hears(lan, recorded(42, 41), WRONG)
        assert twice.fired == 2
        await on.asks(lan, "NV7 43%", recorded(43, 42), WRONG)


async def test_no_message_leaves_while_telegram_asks_for_silence_and_order_is_kept(
    play: Play,
) -> None:
    async with play() as on:
        lan, hai = await on.join("LAN", TELEGRAM), await on.join("HAI", ZALO)
        on.platform.add_fault(TELEGRAM, "429", method="sendMessage", times=1, retry_after=1)
        number = len(on.platform.log())
        for percent in (41, 42, 43):
            on.platform.type_text(lan, f"NV7 {percent}%")
        # The other channel does not wait.
        await on.asks(
            hai,
            "NV9 10%",
            "Đã ghi NV09 Rà soát biển hiệu: 10%.\n"
            "🟢 Còn 7 ngày (thứ Tư, 16/6)\n"
            'Nếu sai, đồng chí gõ chữ "sai" kèm kết quả đúng.',
            WRONG,
        )
        await on.hears(lan, recorded(41), WRONG)
        await on.hears(lan, recorded(42, 41), WRONG)
        await on.hears(lan, recorded(43, 42), WRONG)
        calls = [
            call
            for call in on.platform.log(number)
            if call["channel"] == TELEGRAM and call["method"] == "sendMessage"
        ]
        assert [call["status"] for call in calls] == [429, 200, 200, 200]
        assert calls[1]["at_monotonic"] - calls[0]["at_monotonic"] >= 1.0


async def test_a_used_up_plan_stops_zalo_alone_until_the_next_start(play: Play) -> None:
    async with play() as on:
        lan, tam = await on.join("LAN", ZALO), await on.join("TAM", TELEGRAM)
        on.platform.add_fault(ZALO, "429", method="sendMessage", times=1)
        on.platform.type_text(lan, "NV7 41%")
        await until(on, "SELECT code FROM problems", [("channel_down",)])
        by_lan = " do đồng chí Lê Thị Hoàng Lan báo"
        await on.asks(tam, "NV7 42%", recorded(42, 41, by_lan), WRONG)
        said = await status(on)
        assert said["channels"]["zalo"]["state"] == "down"
        assert said["channels"]["telegram"]["state"] == "up"
        assert said["problems"] == [
            {
                "code": "channel_down",
                "text": "Kênh zalo đang dừng: Gói Zalo đã hết lượt gửi: chờ sang kỳ mới hoặc nâng"
                " gói, rồi cho kênh chạy lại.",
            }
        ]
        await on.service.stop()
        await on.service.start()
        await on.hears(lan, recorded(41), WRONG)
        assert (await status(on))["problems"] == []


async def test_whoever_blocks_is_unreachable_and_listed_until_they_start_again(
    play: Play,
) -> None:
    async with play() as on:
        lan, clerk = await on.join("LAN", TELEGRAM), await on.join("VP", ZALO)
        on.platform.add_fault(TELEGRAM, "forbidden", method="sendMessage", times=1)
        on.platform.type_text(lan, "NV7 41%")
        state = "SELECT state FROM chats WHERE channel = 'telegram'"
        await until(on, state, [("unreachable",)])
        lost = {
            "code": "unreachable",
            "text": f"Không gửi được cho Lê Thị Hoàng Lan: {BLOCKED}",
        }
        assert lost in (await status(on))["problems"]
        await on.asks(
            clerk,
            "cán bộ Lan",
            "Lê Thị Hoàng Lan\nVăn phòng Đảng ủy, Đảng ủy phường An Hội\n"
            "Hiện nay: khung chat không còn gửi tới được\nNhắn lần gần nhất: thứ Tư, 09/6",
            "Cấp mã tham gia mới",
        )
        # Nothing is even tried while she cannot be reached.
        sends = len([call for call in on.platform.log() if call["channel"] == TELEGRAM])
        await on.move(days=1, at="07:30")
        on.nobody_heard_more()
        later = [call for call in on.platform.log() if call["channel"] == TELEGRAM][sends:]
        assert "sendMessage" not in {call["method"] for call in later}

        on.platform.type_text(lan, "/start")
        assert (await on.next(lan)).text.startswith("Chào đồng chí Lan. Để báo cáo tiến độ,")
        assert rows(on, state) == [("bound",)]
        assert (await status(on))["problems"] == []
        await on.move(seconds=60)
        await on.hears(
            lan,
            "Văn phòng Thành ủy nhắc việc, thứ Năm 10/6\n"
            "Kính gửi đồng chí Lan, có 1 nội dung cần báo cáo:\n"
            f"🟠 Hạn hôm nay (thứ Năm 10/6): {NV07}, 41%\n"
            "Đồng chí trả lời tin này, ví dụ: NV07 60%",
            "Xong",
            "Có vướng mắc",
        )
        # Blocking by hand says so at once, without any message.
        on.platform.block(lan)
        await until(on, state, [("unreachable",)])


async def test_a_group_that_moves_gets_its_one_line_in_the_new_place(play: Play) -> None:
    async with play() as on:
        lan = on.phone("LAN", TELEGRAM)
        group = on.platform.add_group("Tổ giúp việc", [lan])
        moved = on.platform.add_fault(TELEGRAM, "moved", method="sendMessage", times=1)
        on.platform.type_text(lan, "/menu", chat=group)
        await on.hears(
            lan,
            "Trợ lý nhắc việc nhận báo cáo trong khung chat riêng với từng đồng chí. Xin nhắn riêng"
            " cho trợ lý.",
        )
        assert moved.fired == 1
        assert group.migrated_to is not None
        new = str(group.migrated_to.id)
        await until(on, "SELECT chat, state FROM outbox", [(new, "sent")])


async def test_a_channel_that_cannot_start_does_not_hold_the_other(
    play: Play, channel: str
) -> None:
    other = ZALO if channel == TELEGRAM else TELEGRAM
    async with play() as on:
        lan, tam = await on.join("LAN", channel), await on.join("TAM", other)
        await on.service.stop()
        on.platform.add_fault(channel, "unauthorized")
        await on.service.start()
        await until(on, "SELECT subject FROM problems", [(channel,)])
        await on.asks(tam, "NV7 40%", recorded(40), WRONG)
        await on.idle()
        said = await status(on)
        assert {name: each["state"] for name, each in said["channels"].items()} == {
            channel: "down",
            other: "up",
        }
        assert [each["code"] for each in said["problems"]] == ["channel_down"]
        if channel == TELEGRAM:
            with pytest.raises(ServiceFailed) as asked:  # it needs a person
                await on.service.command("status", "--json")
            assert asked.value.code == 1
            assert json.loads(str(asked.value).partition(": ")[2]) == said
            on.platform.remove_fault()
            # The token is put right: what was typed meanwhile is answered after the next start.
            on.platform.type_text(lan, "NV7 50%")
            await on.service.stop()
            await on.service.start()
            by_tam = " do đồng chí Nguyễn Minh Tâm báo"
            await on.hears(lan, recorded(50, 40, by_tam), WRONG)
            assert (await status(on))["problems"] == []
