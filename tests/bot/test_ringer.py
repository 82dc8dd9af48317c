"""The machine's clock jumps: nothing is told early or twice, and it goes on when the time is right.

A real store, real channels, and the sandbox as the platform whose Date is asked.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.channels.base import Channel, ChannelSettings
from bot.channels.table import make
from bot.clock import Clock
from bot.ringer import SECONDS, Ringer
from db import outbox, status
from db.store import Store
from domain.instants import stamp
from domain.message import DIRECTIVE, Outgoing, Text
from sandbox.platform import Platform
from sandbox.server import serve
from tests.scheduler.stage import COMMITTEE, Stage, at

TOKEN = "1000001:sandbox-telegram-0123456789abcdef"
NOW = at("2021-06-09 07:31")
YEAR_2200 = NOW.replace(year=2200)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@dataclass
class Machine:
    """A machine whose wall clock can be set without its ticks noticing."""

    wall: float = NOW.timestamp()
    ticks: float = 1000.0
    clock: Clock = field(init=False)

    def __post_init__(self) -> None:
        self.boot()

    def boot(self) -> None:
        self.clock = Clock(lambda: self.wall, lambda: self.ticks)

    def runs(self, span: timedelta) -> None:
        self.wall += span.total_seconds()
        self.ticks += span.total_seconds()

    def set(self, moment: datetime) -> None:
        self.wall = moment.timestamp()


@dataclass
class House:
    store: Store
    machine: Machine
    platform: Platform
    channels: list[Channel]
    ringer: Ringer

    def restart(self) -> None:
        self.machine.boot()
        self.ringer = ringer(self.store, self.machine.clock, self.channels)

    def look(self, sql: str) -> list[tuple]:
        with self.store.reading() as tx:
            return [tuple(row) for row in tx.all(sql)]

    def problems(self) -> list[str]:
        return [text for (text,) in self.look("SELECT text FROM problems")]

    def told(self) -> int:
        return len(self.look("SELECT id FROM outbox"))

    def last_tick(self) -> str | None:
        with self.store.reading() as tx:
            return status.noted(tx, "last_tick")

    async def ticked(self, moment: datetime) -> None:
        await self.store.write(lambda tx: status.note(tx, "last_tick", stamp(moment)))

    def platform_says(self, moment: datetime) -> None:
        self.platform.clock.move(to=moment)


def ringer(store: Store, clock: Clock, channels: list[Channel]) -> Ringer:
    return Ringer(store, clock, COMMITTEE, channels, lambda: None)


@asynccontextmanager
async def house(
    folder: Path, kinds: tuple[str, ...] = ("telegram", "zalo")
) -> AsyncIterator[House]:
    """One person with a task due tomorrow, so the first ring of the day tells one thing."""
    stage = Stage(folder)
    unit = stage.unit("Đảng ủy phường An Hội")
    lan = stage.person("Lan", unit)
    stage.work(unit, "NV07", "Báo cáo", "2021-06-10")
    stage.work(unit, "NV08", "Rà soát", "2021-06-11")
    assert lan
    store = stage.store
    store.start()
    platform = Platform(NOW)
    async with serve(platform) as server:
        channels = [
            make(ChannelSettings(kind, kind, TOKEN, f"{server.url}/{kind}")) for kind in kinds
        ]
        machine = Machine()
        yield House(store, machine, platform, channels, ringer(store, machine.clock, channels))
        for channel in channels:
            await channel.close()
    store.close()


def played(story, folder: Path, **more) -> None:
    async def play() -> None:
        async with house(folder, **more) as on:
            await story(on)

    asyncio.run(play())


@pytest.mark.parametrize("kind", ["telegram", "zalo"])
def test_a_platform_says_what_time_it_is_before_the_channel_starts(
    tmp_path: Path, kind: str
) -> None:
    async def story(on: House) -> None:
        date = await on.channels[0].date(5)
        assert date is not None and abs(date - NOW) < timedelta(minutes=1)
        (call,) = on.platform.log()  # asked without the token, as nobody
        assert call["method"] == ""

    played(story, tmp_path, kinds=(kind,))


def test_a_platform_that_is_away_says_nothing(tmp_path: Path) -> None:
    async def ask() -> None:
        gone = make(ChannelSettings("zalo", "zalo", TOKEN, "http://127.0.0.1:9"))
        assert await gone.date(5) is None
        await gone.close()

    asyncio.run(ask())


def test_three_days_asleep_are_one_run_once_the_platform_agrees(tmp_path: Path) -> None:
    async def story(on: House) -> None:
        await on.ticked(NOW - 3 * DAY)
        on.machine.clock.believe(NOW - 3 * DAY)  # its ticks stood still
        assert on.machine.clock.now() == NOW - 3 * DAY
        await on.ringer.ring()
        await on.ringer.ring()
        assert (on.told(), on.last_tick(), on.problems()) == (1, stamp(NOW), [])

    played(story, tmp_path)


def test_a_clock_that_leaps_ahead_rings_nothing_until_it_is_put_right(tmp_path: Path) -> None:
    async def story(on: House) -> None:
        await on.ringer.ring()
        assert on.told() == 1
        for ahead in (2 * HOUR, DAY, YEAR_2200 - NOW):
            on.machine.set(NOW + ahead)
            assert abs(on.machine.clock.now() - NOW) < timedelta(seconds=1)
            await on.ringer.ring()
            (problem,) = on.problems()
            assert problem.startswith("Đồng hồ máy chủ chạy nhanh ")
            assert "việc nhắc hẹn tạm dừng, tự chạy tiếp khi giờ đúng" in problem
            # Restarted in that state, it is no more believed, and goes by the platform's time.
            on.restart()
            await on.ringer.ring()
            assert abs(on.machine.clock.now() - NOW) < timedelta(minutes=1)
            assert (on.told(), on.last_tick()) == (1, stamp(NOW))
            on.machine.set(NOW)
            await on.ringer.ring()
            assert (on.told(), on.problems()) == (1, [])

    played(story, tmp_path)


def test_a_clock_that_falls_behind_rings_nothing_until_it_is_put_right(tmp_path: Path) -> None:
    async def story(on: House) -> None:
        await on.ringer.ring()
        on.machine.set(NOW - HOUR)
        await on.ringer.ring()
        assert on.problems() == [
            "Đồng hồ máy chủ chạy chậm 1 giờ so với giờ trên mạng; việc nhắc hẹn tạm dừng, tự chạy"
            " tiếp khi giờ đúng trở lại. Hãy chỉnh giờ máy chủ."
        ]
        assert on.last_tick() == stamp(NOW)
        on.machine.runs(HOUR + DAY)
        on.platform_says(NOW + DAY)
        await on.ringer.ring()
        assert on.problems() == []
        assert on.told() == 2  # the next day's, once

    played(story, tmp_path)


@pytest.mark.parametrize("wrong", [YEAR_2200, NOW + HOUR, NOW.replace(year=1970)])
def test_a_last_tick_in_a_wrong_year_is_forgotten_when_the_platform_agrees(
    tmp_path: Path, wrong: datetime
) -> None:
    async def story(on: House) -> None:
        await on.ticked(wrong)
        await on.ringer.ring()
        assert (on.told(), on.last_tick(), on.problems()) == (1, stamp(NOW), [])

    played(story, tmp_path)


def test_where_no_platform_answers_only_the_implausible_is_held(tmp_path: Path) -> None:
    async def story(on: House) -> None:
        await on.ticked(NOW - 9 * DAY)
        await on.ringer.ring()
        assert (on.told(), on.problems()) == (1, [])
        for wrong, how in (
            (YEAR_2200, "bị lùi 179 năm"),
            (NOW - 60 * DAY, "nhảy tới trước 60 ngày"),
        ):
            await on.ticked(wrong)
            on.restart()
            await on.ringer.ring()
            await on.ringer.ring()
            assert on.last_tick() == stamp(wrong)
            assert on.problems() == [
                f"Đồng hồ máy chủ {how} và chưa hỏi được giờ trên mạng; việc nhắc hẹn tạm dừng, tự"
                " chạy tiếp khi giờ đúng trở lại. Hãy chỉnh giờ máy chủ."
            ]
            await on.ticked(NOW)
            await on.ringer.ring()
            assert on.problems() == []

    played(story, tmp_path, kinds=())


def test_what_waits_for_a_later_day_is_not_sent_early_by_a_wrong_clock(tmp_path: Path) -> None:
    async def story(on: House) -> None:
        await on.ringer.ring()
        on.machine.set(YEAR_2200)
        on.restart()
        await on.ringer.ring()
        later = Outgoing("d", DIRECTIVE, Text("Đúng giờ mới gửi"), person_id=1, due_at=NOW + DAY)
        now = on.machine.clock.now()
        await on.store.write(lambda tx: outbox.enqueue(tx, later, now))
        with on.store.reading() as tx:
            rows = outbox.candidates(tx, "zalo", on.machine.clock.now(), [], 10, 4)
        assert [row["kind"] for row in rows] == ["reminder"]

    played(story, tmp_path)


def test_the_bell_goes_on_when_the_clock_it_goes_by_is_set_back(tmp_path: Path) -> None:
    async def story(on: House) -> None:
        real = Clock()
        bell = ringer(on.store, real, [])
        bell.start()
        job = bell._bell.get_job("ring")
        job.modify(next_run_time=real.machine() + HOUR)  # as after a step back by an hour
        keeping = asyncio.create_task(bell.run(every=0.05))
        async with asyncio.timeout(5):
            while on.last_tick() is None:
                await asyncio.sleep(0.02)
        await asyncio.sleep(0.1)
        left = bell._bell.get_job("ring").next_run_time - real.machine()
        assert left <= timedelta(seconds=SECONDS)
        keeping.cancel()
        bell.stop()

    played(story, tmp_path)


def test_a_platform_that_is_blocked_keeps_no_other_from_settling_it(tmp_path: Path) -> None:
    async def story(on: House) -> None:
        async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await reader.read()

        blocked = await asyncio.start_server(silent, "127.0.0.1", 0)
        port = blocked.sockets[0].getsockname()[1]
        mute = make(ChannelSettings("zalo2", "zalo", TOKEN, f"http://127.0.0.1:{port}"))
        on.channels.insert(0, mute)
        await on.ticked(NOW - 3 * DAY)
        async with asyncio.timeout(3):
            await on.ringer.ring()
        assert (on.told(), on.problems()) == (1, [])
        blocked.close()

    played(story, tmp_path)
