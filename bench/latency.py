"""What a user feels: from a message's arrival to its accepted answer, during a broadcast."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

from bench import seeding
from bench.measuring import Report, most_within, percentile, watch_pauses
from bench.setting import IN_FLIGHT, Setting, setting

PER_SECOND = 30  # messages that people type
GOAL = 0.300  # seconds, 99th percentile
CHANNELS = ((100, 0.0), (100, 0.1), (1000, 0.1))  # messages a second, seconds of latency


async def run(quick: bool, folder: Path) -> Report:
    """Types evenly while the directives of a broadcast go out at the operator's rate."""
    recipients, seconds = (200, 2) if quick else (5000, 30)
    report = Report(
        "Latency",
        f"{PER_SECOND} reports a second from as many chats for {seconds} s, while {recipients}"
        " directives go out to others; arrival at the platform to accepted answer",
    )
    for rate, latency in CHANNELS[: 1 if quick else None]:
        name = f"{rate}/s, {latency * 1000:.0f} ms"
        # At 1000 a second the broadcast itself is over sooner.
        lasting = min(seconds, max(2, round(0.9 * recipients / rate)))
        waits, sent, wrong = await _one(
            recipients, lasting, rate, latency, folder / f"{rate}-{latency}"
        )
        report.broken += [f"{name}: {why}" for why in wrong]
        worst = percentile(waits, 0.99)
        report.add(
            f"99th percentile with the channel at {name} of latency",
            f"{worst * 1000:.0f} ms (median {percentile(waits, 0.5) * 1000:.0f},"
            f" longest {max(waits) * 1000:.0f}; {len(waits)} answers among {sent} directives)",
            f"<= {GOAL * 1000:.0f} ms",
            worst <= GOAL,
        )
    return report


async def _one(
    recipients: int, seconds: int, rate: int, latency: float, folder: Path
) -> tuple[list[float], int, list[str]]:
    """Seconds from arrival to answer, directives sent meanwhile, and what is wrong."""
    count = PER_SECOND * seconds
    async with setting(folder, recipients + count, latency) as place:
        phones = place.phones
        seeding.seed(place.data_dir, phones, max(1, len(phones) // 4))
        seeding.queue_directives(place.data_dir, phones[:recipients], recipients)
        service = place.service(rate, IN_FLIGHT if rate < 500 else rate // 4)
        pauses = [0.0]
        watching = asyncio.create_task(watch_pauses(pauses))
        try:
            await service.start()
            await place.listening()
            arrived = await _type(place, count, recipients)
            await _all_answered(place, arrived)
            health = await service.health()
            await service.stop()
        finally:
            watching.cancel()
            await service.kill()
    answered: dict[str, float] = {}
    for moment, chat in place.meter.answers:
        answered.setdefault(chat, moment)
    last = max(arrived.values())
    sent = sum(moment <= last for chat, moment in answered.items() if chat not in arrived)
    waits = [answered[chat] - moment for chat, moment in arrived.items() if chat in answered]
    wrong = [] if len(waits) == count else [f"{count - len(waits)} of {count} were not answered"]
    if health is None or health["inbox"]["parked"]:
        wrong.append("some reports were parked")
    most = most_within([moment for moment, _ in place.meter.answers], 1.0)
    # A busy machine presses neighbours together, and what arrives while the sandbox itself
    # pauses is seen all at once.
    if most > rate * (1.05 + max(pauses)) + 1:
        wrong.append(f"{most} sends in one second")
    return waits, sent, wrong


async def _type(place: Setting, count: int, skipped: int) -> dict[str, float]:
    """Types one report from each phone after the skipped ones; when each arrived, by chat."""
    arrived: dict[str, float] = {}
    begin = time.monotonic()
    texts = seeding.reports(count)
    for number, (phone, report) in enumerate(zip(place.phones[skipped:], texts, strict=True)):
        await asyncio.sleep(max(0.0, begin + number / PER_SECOND - time.monotonic()))
        arrived[str(phone.chat.id)] = time.monotonic()
        place.platform.type_text(phone, report.text)
    return arrived


async def _all_answered(place: Setting, arrived: dict[str, float], limit: float = 30.0) -> None:
    until = time.monotonic() + limit
    while time.monotonic() < until:
        if arrived.keys() <= {chat for _, chat in place.meter.answers}:
            return
        await asyncio.sleep(0.05)
