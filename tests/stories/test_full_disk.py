"""A disk that takes no more: nothing is acknowledged that is not kept, it is told plainly, and all
goes on by itself. The limit is the operating system's, put on the running process."""

from __future__ import annotations

import asyncio
import resource
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from sandbox.service import ServiceFailed
from sandbox.stage import Stage
from tests.stories.books import inbox_states, reports
from tests.stories.conftest import Play
from tests.stories.screens import DOT

UNWRITABLE = "Không ghi được tệp dữ liệu (ổ đĩa đọc ghi bị lỗi)"


@contextmanager
def no_more_room(on: Stage) -> Iterator[None]:
    """The process may write nothing beyond 64 KiB of any file, so its log and no data."""
    assert on.service.process is not None
    pid = on.service.process.pid
    before = resource.prlimit(pid, resource.RLIMIT_FSIZE)
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (64 * 1024, before[1]))
    try:
        yield
    finally:
        resource.prlimit(pid, resource.RLIMIT_FSIZE, before)


async def _told(on: Stage) -> list[str]:
    """The codes of what the service says of itself, once it says anything."""
    while True:
        told = await on.service.health()
        if told is not None and told["problems"]:
            return [one["code"] for one in told["problems"]]
        await asyncio.sleep(0.1)


async def test_what_comes_while_nothing_can_be_written_is_handled_once_there_is_room(
    play: Play,
) -> None:
    async with play() as on:
        lan, hai = await on.join("LAN", "telegram"), await on.join("HAI", "zalo")
        await on.idle()
        with no_more_room(on):
            on.platform.type_text(lan, "NV7 10%")
            on.platform.type_text(hai, "NV9 20%")
            assert await asyncio.wait_for(_told(on), 15) == ["unwritable"]
            with pytest.raises(ServiceFailed, match="Cần xử lý: Không ghi được tệp dữ liệu"):
                await on.service.command("status")
            with pytest.raises(ServiceFailed, match="không thực hiện được: ổ đĩa đọc ghi bị lỗi"):
                await on.service.command("invite", "QT")
            copy = on.service.folder / "b.tar.gz"
            assert "Đã sao lưu" in await on.service.command("backup", str(copy))
            assert (reports(on), *lan.arrived, *hai.arrived) == ([],)
        assert (await on.next(lan)).text.startswith('Đã ghi NV07 Báo cáo "6 không": 10%')
        assert (await on.next(hai)).text.startswith("Đã ghi NV09 Rà soát biển hiệu: 20%")
        await on.idle()
        assert len(reports(on)) == 2
        assert set(inbox_states(on)) == {"done"}
        await on.service.command("status")
        log = on.service.log.read_text("utf-8")
        assert log.count(UNWRITABLE) == 1
        assert "Dữ liệu đã ghi được trở lại" in log


async def test_a_photo_for_which_there_is_no_room_is_fetched_when_there_is(
    play: Play, channel: str
) -> None:
    async with play() as on:
        lan = await on.join("LAN", channel)
        await on.idle()
        files = on.service.data_dir / "files"
        files.write_bytes(b"")  # where a folder should be
        on.platform.send_photo(lan, DOT, "NV7 30%")
        await on.next(lan)
        assert await asyncio.wait_for(_told(on), 15) == ["no_room"]
        for _ in range(6):  # more often than a job is tried
            await on.move(seconds=31)
        files.unlink()
        await on.move(seconds=31)
        assert len(list(files.glob("*/*"))) == 1
        told = await on.service.health()
        assert told is not None and told["problems"] == []


async def test_data_that_have_gone_are_told_and_not_passed_over(play: Play) -> None:
    async with play() as on:
        path = on.service.data_dir / "dondoc.db"
        path.rename(path.with_suffix(".gone"))
        try:
            assert await asyncio.wait_for(_told(on), 15) == ["unreadable"]
        finally:
            path.with_suffix(".gone").rename(path)
        told = await on.service.health()
        assert told is not None and told["problems"] == []
