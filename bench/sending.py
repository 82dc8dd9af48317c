"""How near the service comes to the rate it may send at, and that it never passes it."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

from bench import seeding
from bench.measuring import Report, cpu_seconds, most_within, watch_pauses
from bench.setting import setting
from sandbox.world.model import Phone

LATENCY = 0.15  # seconds of the server before each reply
GOAL = 0.97  # of the rate
_STARTING = 1.0  # seconds after the first send that are not counted


async def run(quick: bool, folder: Path) -> Report:
    """Lets a long queue of directives out at each rate for a while."""
    seconds = 1 if quick else 60
    report = Report(
        "Sending",
        f"a full outbox for {seconds} s at {LATENCY * 1000:.0f} ms of latency, seen at our socket",
    )
    for rate in (1000,) if quick else (25, 1000):
        sent, most, cpu, pause = await _one(rate, seconds, folder / str(rate))
        share = sent / seconds / rate
        report.add(
            f"sends at {rate}/s",
            f"{sent / seconds:.1f}/s, {share:.1%} of the rate; {cpu:.2f} ms CPU each",
            f">= {GOAL:.0%}",
            share >= GOAL,
        )
        report.add(
            f"most in any second at {rate}/s",
            f"{most} (longest pause of the sandbox itself {pause * 1000:.0f} ms)",
            f"<= {rate}",
            most <= rate,
        )
    return report


async def _one(rate: int, seconds: int, folder: Path) -> tuple[int, int, float, float]:
    """Sends in the counted time, the most in any one second, CPU milliseconds a send, and the
    longest pause of our own loop: what arrives meanwhile is seen late and all at once."""
    count = int(rate * (seconds + _STARTING + 1))
    async with setting(folder, min(count, 20_000), LATENCY) as place:
        await asyncio.to_thread(_fill, place.data_dir, place.phones, count)
        service = place.service(rate, max(32, rate // 4))
        pauses = [0.0]
        watching = asyncio.create_task(watch_pauses(pauses))
        try:
            await service.start()
            assert service.process is not None
            await place.answered(1)
            first = place.meter.answers[0][0]
            await asyncio.sleep(first + _STARTING - time.monotonic())
            pid, before, used = service.process.pid, len(place.meter.answers), 0.0
            used = cpu_seconds(pid)
            await asyncio.sleep(first + _STARTING + seconds - time.monotonic())
            used = cpu_seconds(pid) - used
            during = len(place.meter.answers) - before
            await service.stop()
        finally:
            watching.cancel()
            await service.kill()
        times = [moment for moment, _ in place.meter.answers]
        begin, end = first + _STARTING, first + _STARTING + seconds
        counted = sum(begin <= moment < end for moment in times)
        return counted, most_within(times, 1.0), used / max(1, during) * 1000, max(pauses)


def _fill(data_dir: Path, phones: list[Phone], count: int) -> None:
    seeding.seed(data_dir, phones, max(1, len(phones) // 4))
    seeding.queue_directives(data_dir, phones, count)
