"""How many reports a second the service takes and answers, beside two bare echoes."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench import checking, seeding
from bench.contestants import AIOGRAM, CONTESTANTS, PTB, SERVICE
from bench.measuring import Report, cpu_seconds, peak_memory
from bench.setting import IN_FLIGHT, UNPACED, Setting, setting
from sandbox.service import Service


@dataclass(frozen=True, slots=True)
class Size:
    """How much is measured: messages in each run, and how many runs of each contestant."""

    at_once: int
    rounds: int
    far: int  # messages at 100 ms
    far_rounds: int
    whole: int  # messages of the large run and of the killed one; 0 leaves both out


FULL = Size(at_once=5000, rounds=5, far=3000, far_rounds=3, whole=20_000)
# After a kill what may have arrived is said again half a minute later: too long for a look.
QUICK = Size(at_once=200, rounds=1, far=64, far_rounds=1, whole=0)
FAR = 0.1  # seconds of the server's latency
AGAIN = 90.0  # seconds in which what nobody knew of is sent once more


@dataclass(frozen=True, slots=True)
class Run:
    """One run: answers a second, CPU milliseconds a message, peak MiB, and why it fails."""

    speed: float
    cpu: float
    memory: float
    sandbox_busy: float  # share of its own core; near 1 it would be the sandbox that is measured
    broken: list[str]


async def run(quick: bool, folder: Path) -> Report:
    """Alternates the contestants at both distances, then one large run, then one with a kill."""
    size = QUICK if quick else FULL
    report = Report(
        "Throughput",
        f"{size.rounds} alternating runs of {size.at_once} messages at 0 ms, {size.far_rounds} of"
        f" {size.far} at 100 ms, {IN_FLIGHT} in flight; a message, a chat and an answer each;"
        f" {seeding.ASKED_SHARE} th must be asked; pacer on at {UNPACED}/s",
    )
    near = await _alternate(size.at_once, size.rounds, 0.0, folder / "near")
    far = await _alternate(size.far, size.far_rounds, FAR, folder / "far")
    for runs in (near, far):
        for one in runs[SERVICE]:
            report.broken += one.broken
    for name in CONTESTANTS:
        for where, runs in (("0 ms", near), ("100 ms", far)):
            speeds = [one.speed for one in runs[name]]
            report.add(
                f"{name} at {where}",
                f"{median(speeds):.0f}/s (worst {min(speeds):.0f}),"
                f" {median(one.cpu for one in runs[name]):.3f} ms CPU a message,"
                f" peak {max(one.memory for one in runs[name]):.0f} MiB",
            )
    _compare(report, "speed against aiogram, 0 ms", near, AIOGRAM, 1.0)
    _compare(report, "speed against python-telegram-bot, 0 ms", near, PTB, 2.0)
    _compare(report, "speed against aiogram, 100 ms", far, AIOGRAM, 0.95)
    ratios = [ours.cpu / theirs.cpu for ours, theirs in _pairs(near, AIOGRAM)]
    report.add(
        "CPU a message against aiogram, 0 ms",
        f"median {median(ratios):.2f}, worst {max(ratios):.2f}",
        "<= 0.70",
        median(ratios) <= 0.7,
    )
    busiest = max(one.sandbox_busy for runs in near.values() for one in runs)
    report.add("the sandbox's share of its own core", f"{busiest:.0%} at most")
    if size.whole:
        await _whole(report, size.whole, folder)
    return report


async def _whole(report: Report, count: int, folder: Path) -> None:
    whole = await _one(SERVICE, count, 0.0, folder / "whole")
    report.broken += whole.broken
    report.add(
        f"{count} reports, {count} chats, {max(1, count // 4)} assignments",
        f"{whole.speed:.0f}/s, {whole.cpu:.3f} ms CPU a message, peak {whole.memory:.0f} MiB",
    )
    doubled, broken = await _killed(count, folder / "killed")
    report.broken += broken
    report.add(
        f"{count} reports with one SIGKILL on the way",
        f"{'nothing lost' if not broken else 'BROKEN'}, {doubled} answers came twice",
        f"nothing lost, at most {IN_FLIGHT} twice",
        not broken and doubled <= IN_FLIGHT,
    )


def _compare(report: Report, name: str, runs: dict[str, list[Run]], peer: str, goal: float) -> None:
    ratios = [ours.speed / theirs.speed for ours, theirs in _pairs(runs, peer)]
    report.add(
        name,
        f"median {median(ratios):.2f}, worst {min(ratios):.2f}",
        f">= {goal:.2f}",
        median(ratios) >= goal,
    )


def _pairs(runs: dict[str, list[Run]], peer: str) -> list[tuple[Run, Run]]:
    return list(zip(runs[SERVICE], runs[peer], strict=True))


async def _alternate(count: int, rounds: int, latency: float, folder: Path) -> dict[str, list[Run]]:
    """Neighbouring runs meet the same weather on the machine, so ratios are taken in rounds."""
    runs: dict[str, list[Run]] = {name: [] for name in CONTESTANTS}
    for number in range(rounds):
        for name in CONTESTANTS:
            runs[name].append(await _one(name, count, latency, folder / f"{number}-{name}"))
    return runs


async def _one(name: str, count: int, latency: float, folder: Path) -> Run:
    async with setting(folder, count, latency) as place:
        async with CONTESTANTS[name](place) as pid:
            place.meter.pid = pid
            await place.listening()
            typed = _type(place, count)
            own = time.process_time()
            finished = await place.answered(count)
            cpu = cpu_seconds(pid) - place.meter.cpu_at_start
            own = time.process_time() - own
            memory = peak_memory(pid)
        broken = [] if finished else [f"{name} answered {len(place.meter.answers)} of {count}"]
        if name == SERVICE:
            broken += _check(place, typed)
        began, ended = place.meter.began or 0.0, place.meter.answers[-1][0]
        answered = len(place.meter.answers)
        seconds = ended - began
        return Run(answered / seconds, cpu / answered * 1000, memory, own / seconds, broken)


def _type(place: Setting, count: int) -> checking.Typed:
    """Puts every report into the platform's queue before the bot can ask for the first."""
    reports = seeding.reports(count)
    pairs = [(phone, report.text) for phone, report in zip(place.phones, reports, strict=True)]
    updates = place.platform.queue_texts(pairs)
    return [
        (phone, update, report)
        for phone, update, report in zip(place.phones, updates, reports, strict=True)
        if update is not None
    ]


def _check(place: Setting, typed: checking.Typed, most_answers: int = 1) -> list[str]:
    answers = Counter(chat for _, chat in place.meter.answers)
    return checking.broken(place.data_dir / "dondoc.db", typed, answers, most_answers)


async def _killed(count: int, folder: Path) -> tuple[int, list[str]]:
    """Kills the service half-way and starts it again; how many answers came twice, what broke."""
    async with setting(folder, count) as place:
        seeding.seed(place.data_dir, place.phones, max(1, count // 4))
        service = place.service()
        try:
            await service.start()
            await place.listening()
            typed = _type(place, count)
            await place.answered(count // 2)
            await service.kill()
            before = len(place.meter.answers)
            await service.start()
            await _drained(service)
            await service.stop()
        finally:
            await service.kill()
        broken = _check(place, typed, most_answers=2)
        if not count // 2 <= before < count:
            broken.append(f"the kill came after {before} of {count} answers: it hit no work")
        return len(place.meter.answers) - count, broken


async def _drained(service: Service) -> None:
    """Waits until nothing is left, past the time after which the unknown is said once more."""
    until = time.monotonic() + AGAIN
    while time.monotonic() < until:
        await asyncio.sleep(0.25)
        health = await service.health()
        if health is None:
            raise RuntimeError(f"the service has ended:\n{service.said()}")
        left = health["inbox"]["new"] + health["inbox"]["claimed"]
        if not left + health["outbox"]["queued"] + health["outbox"]["sending"]:
            return
