"""The real service on the machine's own clock, beside a platform that says what time it is."""

import asyncio
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from db.transaction import Tx
from domain.instants import instant, stamp
from sandbox.server import serve
from sandbox.service import Service
from sandbox.stage import WEDNESDAY, Stage, _platform, write_committee


def fact(service: Service, name: str) -> str | None:
    with closing(sqlite3.connect(service.data_dir / "dondoc.db")) as look:
        look.row_factory = sqlite3.Row
        found: str | None = Tx(look).value("SELECT value FROM facts WHERE name = :name", name=name)
        return found


def wind_to(service: Service, moment: datetime) -> None:
    with closing(sqlite3.connect(service.data_dir / "dondoc.db", isolation_level=None)) as file:
        file.execute(
            "INSERT OR REPLACE INTO facts (name, value) VALUES ('last_tick', ?)", (stamp(moment),)
        )


async def problems(service: Service) -> list[str]:
    said = await service.health()
    assert said is not None
    return [problem["code"] for problem in said["problems"]]


def test_a_service_whose_clock_no_platform_confirms_waits_and_goes_by_theirs(
    tmp_path: Path,
) -> None:
    async def story() -> None:
        platform = _platform(tmp_path, WEDNESDAY)
        async with serve(platform) as server:
            service = Service(tmp_path / "service", server, clock=False)
            await service.command("import", str(write_committee(tmp_path / "committee")))
            await service.start()
            on = Stage(platform, service)
            try:
                # The platform says 2021: five years and more away, so nothing rings.
                assert await problems(service) == ["clock"]
                assert fact(service, "last_tick") is None
                lan = await on.join("LAN")
                platform.type_text(lan, "NV7 40%")
                assert "Còn 1 ngày (thứ Năm, 10/6)" in (await on.next(lan)).text
                # The clock is put right, as far as the platform can see.
                platform.move_clock(to=datetime.now(UTC))
                await service.stop()
                await service.start()
                assert await problems(service) == []
                last = fact(service, "last_tick")
                assert last is not None
                assert abs(datetime.now(UTC) - instant(last)) < timedelta(minutes=1)
                # A tick that was written in a wrong year keeps nobody waiting.
                await service.stop()
                wind_to(service, datetime(2200, 1, 1, tzinfo=UTC))
                await service.start()
                assert await problems(service) == []
                last = fact(service, "last_tick")
                assert last is not None and last.startswith(str(datetime.now(UTC).year))
            finally:
                await service.stop()
                await platform.close()

    asyncio.run(story())
