"""How long the service takes from its start to its first question, and what it weighs idle."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path
from statistics import median

from bench import seeding
from bench.contestants import AIOGRAM, CONTESTANTS, PTB
from bench.measuring import Report, peak_memory
from bench.setting import Setting, setting


async def run(quick: bool, folder: Path) -> Report:
    """Starts each a few times; the service on a small and on a large store."""
    small, large, times = (10, 200, 1) if quick else (10, 20_000, 5)
    report = Report(
        "Starting", f"process start to the first waiting getUpdates, median of {times}; idle"
    )
    for people in (small, large):
        seconds, memory = await _service(people, times, folder / str(people))
        report.add(f"the service, {people} people", f"{seconds:.2f} s, peak {memory:.0f} MiB")
    for name in (AIOGRAM, PTB):
        seconds, memory = await _peer(name, times, folder / name)
        report.add(name, f"{seconds:.2f} s, peak {memory:.0f} MiB")
    return report


async def _service(people: int, times: int, folder: Path) -> tuple[float, float]:
    async with setting(folder, people) as place:
        await asyncio.to_thread(seeding.seed, place.data_dir, place.phones, max(1, people // 4))
        service = place.service()
        seconds, memory = [], 0.0
        for _ in range(times):
            begin = time.monotonic()
            starting = asyncio.create_task(service.start())
            try:
                await _until_waiting(place, starting)
                seconds.append(time.monotonic() - begin)
                await starting
                assert service.process is not None
                memory = max(memory, peak_memory(service.process.pid))
                await service.stop()
            finally:
                await service.kill()
        return median(seconds), memory


async def _until_waiting(place: Setting, starting: asyncio.Task[None]) -> None:
    listening = asyncio.create_task(place.listening())
    await asyncio.wait({starting, listening}, return_when=asyncio.FIRST_EXCEPTION)
    if starting.done():
        starting.result()
    await listening


async def _peer(name: str, times: int, folder: Path) -> tuple[float, float]:
    seconds, memory = [], 0.0
    for number in range(times):
        async with setting(folder / str(number), 1) as place:
            begin = time.monotonic()
            async with CONTESTANTS[name](place) as pid:
                await place.listening()
                seconds.append(time.monotonic() - begin)
                memory = max(memory, peak_memory(pid))
    return median(seconds), memory
