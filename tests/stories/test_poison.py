"""Updates and handlers that would bring a lesser service down: neighbours go on, the row is
parked, the sender is told."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from sandbox.stage import Stage, stage

TOLD = (
    "Tin vừa rồi của đồng chí chưa ghi lại được. Văn phòng đã được báo; "
    "đồng chí vui lòng gửi lại sau ít phút."
)


def inbox(playing: Stage) -> dict[str, str]:
    path = playing.service.data_dir / "dondoc.db"
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as look:
        return dict(look.execute("SELECT update_key, state FROM v_inbox"))


@pytest.mark.parametrize("channel", ["telegram", "zalo"])
@pytest.mark.parametrize("place", ["first", "middle", "last"])
def test_malformed_updates_block_nobody(tmp_path: Path, channel: str, place: str) -> None:
    poison = [
        {"update_id": "UPDATE_ID", "message": 7, "event_name": "message.text.received"},
        {"update_id": "UPDATE_ID", "message": {"message_id": {}, "chat": [], "text": 3}},
        {"update_id": "UPDATE_ID", "whatever_comes_next_year": {"x": 1}},
        {"update_id": "UPDATE_ID", "message": {"text": "x" * 1_200_000}},
    ]

    async def story() -> None:
        async with stage(tmp_path) as playing:
            lan = await playing.join("LAN", channel)
            tam = await playing.join("TAM", channel)
            if place != "first":
                playing.platform.type_text(lan, "NV07 40%")
            for update in poison:
                playing.platform.push_update(channel, update)
            if place != "last":
                playing.platform.type_text(lan, "NV07 50%")
            # A second person is answered whatever stands before them.
            playing.platform.type_text(tam, "NV07")
            assert "NV07" in (await playing.next(tam)).text
            for _ in range(1 if place != "middle" else 2):
                assert "NV07" in (await playing.next(lan)).text
            await playing.idle()
            states = inbox(playing).values()
            assert not {"new", "claimed"} & set(states)
            assert sum(state in ("parked", "ignored") for state in states) == len(poison)

    asyncio.run(story())


def test_a_handler_that_raises_is_tried_three_times_then_parked(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as playing:
            lan, tam = await playing.join("LAN"), await playing.join("TAM", "telegram")
            await playing.service.stop()
            await playing.service.start(DONDOC_POISON="raise:hỏng")
            playing.platform.type_text(lan, "NV07 40% hỏng")
            playing.platform.type_text(lan, "NV07 50%")
            # Somebody else is answered at once; her own next message waits behind the bad one.
            assert "NV07" in await playing.says(tam, "NV07")
            assert (await playing.next(lan)).text == TOLD
            assert "50%" in (await playing.next(lan)).text
            assert list(inbox(playing).values()).count("parked") == 1

    asyncio.run(story())


@pytest.mark.parametrize("kind", ["loop", "exit"])
def test_a_handler_that_ends_the_process_is_parked_at_the_third_start(
    tmp_path: Path, kind: str
) -> None:
    async def story() -> None:
        async with stage(tmp_path) as playing:
            lan, tam = await playing.join("LAN"), await playing.join("TAM")
            await playing.service.stop()
            playing.platform.type_text(tam, "NV07 20%")
            playing.platform.type_text(lan, "NV07 40% hỏng")
            playing.platform.type_text(tam, "NV07 30%")
            deaths = 0
            for _ in range(6):
                await playing.service.start(DONDOC_POISON=f"{kind}:hỏng")
                process = playing.service.process
                assert process is not None
                try:
                    await asyncio.wait_for(process.wait(), 6)
                    deaths += 1
                except TimeoutError:
                    break
            assert 1 <= deaths <= 3
            assert (await playing.next(lan)).text == TOLD
            for figure in ("20%", "30%"):
                assert figure in (await playing.next(tam)).text
            assert list(inbox(playing).values()).count("parked") == 1

    asyncio.run(story())
