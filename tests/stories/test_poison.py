"""Updates and handlers that would bring a lesser service down: neighbours go on, the row is
parked, the sender is told."""

from __future__ import annotations

import asyncio
from collections import Counter
from typing import Any

import pytest

from sandbox.service import ServiceFailed
from sandbox.stage import Stage
from sandbox.world.model import TELEGRAM, Phone
from tests.stories.books import inbox_states, reports
from tests.stories.conftest import Play

NV07 = 'NV07 Báo cáo "6 không"'
FOOT = '🟠 Còn 1 ngày (thứ Năm, 10/6)\nNếu sai, đồng chí gõ chữ "sai" kèm kết quả đúng.'
WRONG = "Sai, sửa lại"
TOLD = (
    "Tin vừa rồi của đồng chí chưa ghi lại được. Văn phòng đã được báo; "
    "đồng chí vui lòng gửi lại sau ít phút."
)


def poison(phone: Phone) -> list[dict[str, Any]]:
    """Malformed, unknown, nameless and oversized updates. Only the last two tell their sender,
    and of those an oversized one is refused at the door where updates are pushed to us."""
    said: dict[str, Any] = {"from": {"id": phone.chat.id}, "date": 1, "message_id": 900}
    if phone.channel == TELEGRAM:
        said["chat"] = {"id": phone.chat.id, "type": "private"}
        return [
            {"raw": '"not an update"'},
            {"raw": '{"update_id": "none", "message": {"text": "NV7 99%"}}'},
            {"message": 7},
            {"message": {"message_id": {}, "chat": [], "text": 3}},
            {"whatever_comes_next_year": {"x": 1}},
            {"message": said | {"text": {"not": "a text"}}},
            {"message": said | {"text": "x" * 1_100_000}},
        ]
    said["chat"] = {"id": phone.chat.id, "chat_type": "PRIVATE"}
    text = "message.text.received"
    return [
        {"raw": '"not an update"'},
        {"event_name": text, "message": 7},
        {"event_name": text, "message": {"message_id": {}, "chat": [], "text": 3}},
        {"event_name": "whatever.comes.next.year", "message": said | {"message_id": "next"}},
        {"event_name": text, "message": said | {"text": {"not": "a text"}}},
        {"event_name": text, "message": said | {"message_id": "big", "text": "x" * 1_100_000}},
    ]


# Only where updates are fetched do several come at once.
@pytest.mark.parametrize(
    ("channel", "place"),
    [("telegram", "first"), ("telegram", "middle"), ("telegram", "last"), ("zalo", "middle")],
)
async def test_malformed_updates_block_nobody(play: Play, channel: str, place: str) -> None:
    async with play() as on:
        lan = await on.join("LAN", channel)
        tam = await on.join("TAM", channel)
        hai = await on.join("HAI", channel)
        # All wait together, so that on Telegram they come as one batch.
        await on.service.stop()
        if place != "first":
            on.platform.type_text(lan, "NV7 40%")
        for update in poison(hai):
            on.platform.push_update(channel, update)
        if place != "last":
            on.platform.type_text(lan, "NV7 50%")
        # A second person is answered whatever stands before them.
        on.platform.type_text(tam, "NV99")
        await on.service.start()
        former = ", lần trước 40%" if place == "middle" else ""
        if channel == "zalo":  # what waits there together is one answer
            heard = (await on.next(lan)).text
            if "50%" not in heard:
                heard += "\n\n" + (await on.next(lan)).text
            assert f"Đã ghi {NV07}: 40%.\n{FOOT}\n\n" in heard
            assert heard.endswith(f"Đã ghi {NV07}: 50%{former}.\n{FOOT}\n\n1. {WRONG}")
        elif place != "first":
            await on.hears(lan, f"Đã ghi {NV07}: 40%.\n{FOOT}", WRONG)
        if channel == TELEGRAM and place != "last":
            await on.hears(lan, f"Đã ghi {NV07}: 50%{former}.\n{FOOT}", WRONG)
        await on.hears(
            tam,
            'Trong các việc đồng chí được xem không có mã NV99. Đồng chí gõ "việc" để xem danh'
            ' sách, hoặc gõ "tìm" cùng vài chữ trong tên việc.',
        )
        for _ in range(2 if channel == TELEGRAM else 1):
            await on.hears(hai, TOLD)
        # The sender's next message works.
        assert (await on.says(hai, "NV9 10%")).startswith("Đã ghi NV09 Rà soát biển hiệu: 10%.")
        await on.idle()
        states = Counter(inbox_states(on))
        assert not {"new", "claimed"} & set(states)
        assert (states["parked"], states["ignored"]) == ((6, 1) if channel == TELEGRAM else (4, 1))


async def test_handlers_that_raise_loop_for_ever_or_end_the_process_are_survived(
    play: Play,
) -> None:
    # Each waits long for a watchdog or a pause, so they wait together.
    async with asyncio.TaskGroup() as together:
        together.create_task(raises_on_a_contested_channel(play))
        together.create_task(ends_the_process(play, "loop"))
        together.create_task(ends_the_process(play, "exit"))


async def raises_on_a_contested_channel(play: Play) -> None:
    """A row that fails is tried three times, then parked; neither that nor a channel whose
    updates somebody else fetches holds up anybody else."""
    async with play("raise") as on:
        hai = await on.join("HAI", TELEGRAM)
        lan, tam = await on.join("LAN"), await on.join("TAM")
        await on.service.stop()
        await on.service.start(DONDOC_POISON="raise:hỏng")
        on.platform.add_fault(TELEGRAM, "poller")  # somebody else fetches our updates
        on.platform.type_text(lan, "NV07 40% hỏng")
        on.platform.type_text(lan, "NV07 50%")
        # Somebody else is answered at once; her own next message waits behind the bad one.
        assert (await on.says(tam, "NV07")).startswith(NV07)
        await asyncio.sleep(1)
        assert reports(on) == []
        on.nobody_heard_more()
        # After the third try the bad one is parked, and she is told.
        assert (await on.platform.next_message(lan, 20)).text == TOLD
        await on.hears(lan, f"Đã ghi {NV07}: 50%.\n{FOOT}", WRONG)
        assert inbox_states(on).count("parked") == 1

        # After some 15 s of conflict the channel that cannot receive is a problem; it still sends.
        while len(problems := (await on.service.health() or {})["problems"]) < 2:
            await asyncio.sleep(0.1)
        assert {each["code"] for each in problems} == {"parked", "channel_down"}
        await on.move(days=1, at="07:30")
        for phone in (hai, lan):
            said = (await on.next(phone)).text
            assert said.startswith("Văn phòng Thành ủy nhắc việc, thứ Năm 10/6")

        # The office looks, both faults are mended, and the message is handled after all.
        listed = await on.service.command("parked")
        key = listed.split("\t")[0]
        assert listed.count("\n") == 1
        assert listed.endswith("\tPoisoned: hỏng\n")
        on.platform.remove_fault()
        await on.service.stop()
        await on.service.start()
        printed = await on.service.command("parked", "--retry", key)
        assert printed == f"Đã đưa tin nhắn {key} vào xử lý lại.\n"
        assert (await on.next(lan)).text.startswith(NV07)
        assert "parked" not in inbox_states(on)
        assert (await on.service.health() or {})["problems"] == []


async def dies(on: Stage, poison: str) -> bool:
    """Whether a service that is started with this poison ends by itself."""
    try:
        await on.service.start(DONDOC_POISON=poison)
    except ServiceFailed:
        return True
    process = on.service.process
    assert process is not None
    while process.returncode is None and "parked" not in inbox_states(on):
        await asyncio.sleep(0.05)
    return process.returncode is not None


async def ends_the_process(play: Play, kind: str) -> None:
    """A row on which the process died is run singly, and parked at the third start."""
    async with play(kind) as on:
        lan, tam = await on.join("LAN", TELEGRAM), await on.join("TAM", TELEGRAM)
        await on.service.stop()
        on.platform.type_text(tam, "NV07 20%")
        on.platform.type_text(lan, "NV07 40% hỏng")
        on.platform.type_text(tam, "NV07 30%")
        deaths = 0
        for _ in range(6):
            if await dies(on, f"{kind}:hỏng"):
                deaths += 1
            else:
                break
        assert 1 <= deaths <= 3
        await on.hears(lan, TOLD)
        await on.hears(tam, f"Đã ghi {NV07}: 20%.\n{FOOT}", WRONG)
        await on.hears(tam, f"Đã ghi {NV07}: 30%, lần trước 20%.\n{FOOT}", WRONG)
        assert inbox_states(on).count("parked") == 1
