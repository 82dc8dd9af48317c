"""The clock: moves, long polls, and waiting for the service to be idle again."""

import asyncio
import time


async def idle_service(stage, version=1):
    """A service that ticks at every move and says so, `version` being what it knows."""
    while True:
        clock = await stage.get(f"/clock?after={version}&wait=5")
        if clock["version"] > version:
            version = clock["version"]
            await asyncio.sleep(0.1)
            await stage.post("/clock", json={"version": version})


async def test_the_clock_starts_where_it_is_told(stage):
    clock = await stage.get("/clock")
    assert clock["version"] == 1
    assert clock["now"].startswith("2021-06-09T00:00:0")
    assert len(clock["now"]) == len("2021-06-09T00:00:00.000000Z")


async def test_a_long_poll_ends_when_the_clock_is_moved(stage):
    waiting = asyncio.create_task(stage.get("/clock?after=1&wait=5"))
    await asyncio.sleep(0.05)
    stage.platform.move_clock(seconds=3600)
    clock = await waiting
    assert clock["version"] == 2
    assert clock["now"].startswith("2021-06-09T01:00:0")


async def test_a_long_poll_ends_when_its_time_is_over(stage):
    assert (await stage.get("/clock?after=1&wait=0.1"))["version"] == 1


async def test_a_move_waits_until_the_service_is_idle(stage):
    service = asyncio.create_task(idle_service(stage))
    await asyncio.sleep(0.05)
    began = time.monotonic()
    _, clock = await stage.post("/api/clock", json={"days": 1, "at": "07:30"})
    assert clock["idle"] is True
    assert clock["version"] == 2
    assert clock["now"].startswith("2021-06-10T00:30:00")
    assert 0.1 <= time.monotonic() - began < 30
    service.cancel()


async def test_a_move_waits_for_nobody_when_no_service_listens(stage):
    _, clock = await stage.post("/api/clock", json={"to": "2021-06-30T17:00:00+07:00"})
    assert clock["idle"] is False
    assert clock["now"].startswith("2021-06-30T10:00:00")


async def test_a_service_that_died_is_not_waited_for(stage):
    service = asyncio.create_task(idle_service(stage))
    await asyncio.sleep(0.05)
    service.cancel()
    await asyncio.gather(service, return_exceptions=True)
    await asyncio.sleep(0.05)
    assert (await stage.post("/api/clock", json={"seconds": 60}))[1]["idle"] is False


async def test_nonsense_is_refused(stage):
    for wrong in ({}, {"to": "tomorrow"}, {"days": 1, "at": "25:00"}):
        status, answer = await stage.post("/api/clock", json=wrong)
        assert status == 400, answer


async def test_messages_and_the_date_header_bear_sandbox_time(stage):
    stage.platform.move_clock(to="2021-12-31T23:00:00")
    said = stage.platform.type_text(stage.lan, "chúc mừng năm mới")
    assert stage.platform.messages(stage.lan)[0]["at"].startswith("2021-12-31T16:00:0")
    assert int(said.at) == 1640966400
    async with stage.http.post(f"{stage.server.telegram}/bot{stage.bot.token}/getMe") as response:
        assert response.headers["Date"].startswith("Fri, 31 Dec 2021 16:00:0")
