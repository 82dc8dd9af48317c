"""Updates and handlers that would bring a lesser service down: neighbours go on, the row is
parked, the sender is told."""

from __future__ import annotations

import asyncio
from collections import Counter
from typing import Any

import pytest

from sandbox.model import TELEGRAM, Phone
from sandbox.stage import Stage
from tests.stories.books import inbox_states, reports, rows
from tests.stories.conftest import Play

NV07 = 'NV07 Báo cáo "6 không"'
FOOT = "🟠 Còn 1 ngày (thứ Năm, 10/6)\nNếu sai, đồng chí gõ chữ “sai” kèm số đúng."
WRONG = "Sai, sửa lại"
TOLD = (
    "Tin vừa rồi của đồng chí chưa ghi lại được. Văn phòng đã được báo; "
    "đồng chí vui lòng gửi lại sau ít phút."
)


def poison(phone: Phone) -> list[dict[str, Any]]:
    """Malformed, unknown, nameless and oversized updates; the last two bear their sender."""
    if phone.channel == TELEGRAM:
        said = {"message_id": 900, "date": 1, "from": phone.user, "chat": {"id": phone.chat.id}}
        said["chat"]["type"] = "private"
        return [
            {"update_id": "UPDATE_ID", "message": 7},
            {"update_id": "UPDATE_ID", "message": {"message_id": {}, "chat": [], "text": 3}},
            {"update_id": "UPDATE_ID", "whatever_comes_next_year": {"x": 1}},
            {"update_id": "UPDATE_ID", "message": said | {"text": {"not": "a text"}}},
            {"update_id": "UPDATE_ID", "message": said | {"text": "x" * 990_000 + "\x00" * 4_000}},
        ]
    said = {"from": {"id": phone.chat.id}, "chat": {"id": phone.chat.id, "chat_type": "PRIVATE"}}
    text = "message.text.received"
    return [
        {"event_name": text, "message": 7},
        {"event_name": text, "message": {"message_id": {}, "chat": [], "text": 3}},
        {"event_name": "whatever.comes.next.year", "message": {"x": 1}},
        {"event_name": text, "message": said | {"message_id": "p1", "text": {"not": "a text"}}},
        {"event_name": text, "message": said | {"message_id": "p2", "text": "x" * 1_001_000}},
    ]


@pytest.mark.parametrize("place", ["first", "middle", "last"])
async def test_malformed_updates_block_nobody(play: Play, channel: str, place: str) -> None:
    async with play() as on:
        lan = await on.join("LAN", channel)
        tam = await on.join("TAM", channel)
        hai = await on.join("HAI", channel)
        if place != "first":
            on.platform.type_text(lan, "NV7 40%")
            await on.hears(lan, f"Đã ghi {NV07}: 40%.\n{FOOT}", WRONG)
        for update in poison(hai):
            on.platform.push_update(channel, update)
        if place != "last":
            on.platform.type_text(lan, "NV7 50%")
            former = ", lần trước 40%" if place == "middle" else ""
            await on.hears(lan, f"Đã ghi {NV07}: 50%{former}.\n{FOOT}", WRONG)
        assert (await on.says(tam, "NV7")).startswith(NV07)
        await on.idle()
        await told(on, hai)
        states = Counter(inbox_states(on))
        assert not {"new", "claimed"} & set(states)
        print(states, rows(on, "SELECT state, reason, length(raw) FROM inbox WHERE state<>'done'"))


async def told(on: Stage, phone: Phone) -> None:
    for _ in range(2):
        await on.hears(phone, TOLD)


async def test_a_handler_that_raises_is_tried_three_times_then_parked(play: Play) -> None:
    async with play() as on:
        lan, tam = await on.join("LAN"), await on.join("TAM", TELEGRAM)
        await on.service.stop()
        await on.service.start(DONDOC_POISON="raise:hỏng")
        on.platform.type_text(lan, "NV07 40% hỏng")
        on.platform.type_text(lan, "NV07 50%")
        # Somebody else is answered at once; her own next message waits behind the bad one.
        assert (await on.says(tam, "NV07")).startswith(NV07)
        on.nobody_heard_more()
        await asyncio.sleep(1)
        assert reports(on) == []
        on.nobody_heard_more()
        told_at = await asyncio.wait_for(on.platform.next_message(lan, 20), 20)
        assert told_at.text == TOLD
        await on.hears(lan, f"Đã ghi {NV07}: 50%.\n{FOOT}", WRONG)
        assert inbox_states(on).count("parked") == 1

        # The office looks, the fault is mended, and the message is handled after all.
        listed = await on.service.command("parked")
        key = listed.split("\t")[0]
        assert listed.count("\n") == 1 and listed.rstrip().endswith("\tPoisoned: hỏng")
        await on.service.stop()
        await on.service.start()
        printed = await on.service.command("parked", "--retry", key)
        assert printed == f"Đã đưa tin nhắn {key} vào xử lý lại.\n"
        await on.next(lan)
        assert "parked" not in inbox_states(on)
        assert await on.service.command("parked") == "Không có tin nhắn nào chưa xử lý được.\n"


@pytest.mark.parametrize("kind", ["loop", "exit"])
async def test_a_handler_that_ends_the_process_is_parked_at_the_third_start(
    play: Play, kind: str
) -> None:
    async with play() as on:
        lan, tam = await on.join("LAN", TELEGRAM), await on.join("TAM", TELEGRAM)
        await on.service.stop()
        on.platform.type_text(tam, "NV07 20%")
        on.platform.type_text(lan, "NV07 40% hỏng")
        on.platform.type_text(tam, "NV07 30%")
        deaths = 0
        for _ in range(6):
            await on.service.start(DONDOC_POISON=f"{kind}:hỏng")
            process = on.service.process
            assert process is not None
            try:
                await asyncio.wait_for(process.wait(), 4)
                deaths += 1
            except TimeoutError:
                break
        assert 1 <= deaths <= 3
        await on.hears(lan, TOLD)
        await on.hears(tam, f"Đã ghi {NV07}: 20%.\n{FOOT}", WRONG)
        await on.hears(tam, f"Đã ghi {NV07}: 30%, lần trước 20%.\n{FOOT}", WRONG)
        assert inbox_states(on).count("parked") == 1
