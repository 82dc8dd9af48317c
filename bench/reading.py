"""What reading a reply costs, how many usual forms of a day are understood, beside dateparser, and
how many of the replies held back."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from statistics import median

import dateparser

from bench import seeding
from bench.held_back import ASKED, MISSED, RIGHT, WRONG, counted
from bench.measuring import Report
from domain.reply.understanding import understand

GOAL = 0.2  # milliseconds of the processor for each reply
TODAY = DUE = date(
    2021, 6, 9
)  # a Wednesday; the deadline is today, so every later day may be asked for
# As officials say until when; dateparser gets the day alone, without the request around it.
DAYS = {
    "30/6": date(2021, 6, 30),
    "30/06/2021": date(2021, 6, 30),
    "30-6-2021": date(2021, 6, 30),
    "30.6.2021": date(2021, 6, 30),
    "ngày 30 tháng 6": date(2021, 6, 30),
    "ngày 30 tháng 6 năm 2021": date(2021, 6, 30),
    "ngày 25": date(2021, 6, 25),
    "25 tháng này": date(2021, 6, 25),
    "mùng 5 tháng sau": date(2021, 7, 5),
    "ngày mai": date(2021, 6, 10),
    "ngày mốt": date(2021, 6, 11),
    "thứ sáu": date(2021, 6, 11),
    "thứ sáu tuần sau": date(2021, 6, 18),
    "thứ 2 tuần tới": date(2021, 6, 14),
    "chủ nhật này": date(2021, 6, 13),
    "hôm 15/7": date(2021, 7, 15),
    "cuối tháng": date(2021, 6, 30),
    "hết tháng 7": date(2021, 7, 31),
    "hết ngày 10/7": date(2021, 7, 10),
    "hết quý III": date(2021, 9, 30),
    "cuối năm": date(2021, 12, 31),
    "20 ngày nữa": date(2021, 6, 29),
}


async def run(quick: bool, folder: Path) -> Report:
    """Reads the mixture of the large benchmark, then each form of a day."""
    return await asyncio.to_thread(_run, 200 if quick else 2000, 1 if quick else 5)


def _run(count: int, rounds: int) -> Report:
    report = Report("Reading", f"{count} distinct replies, median of {rounds}; {len(DAYS)} days")
    texts = [one.text for one in seeding.reports(count)]
    cost = median(_milliseconds(_read, texts) for _ in range(rounds))
    report.add("one reply", f"{cost:.3f} ms of the processor", f"<= {GOAL} ms", cost <= GOAL)
    for name, said in (("days, in a whole reply", _ours), ("days, dateparser", _theirs)):
        right = sum(said(form) == day for form, day in DAYS.items())
        spent = median(_milliseconds(said, list(DAYS)) for _ in range(rounds))
        report.add(name, f"{right} of {len(DAYS)} understood, {spent:.3f} ms each")
    _add_held_back(report)
    return report


def _add_held_back(report: Report) -> None:
    """What share of the replies held back is understood; the goals are those of the contract."""
    counts = counted()
    total = counts.everything.total()
    for outcome, goal in ((RIGHT, 0.98), (WRONG, 0.005), (ASKED, 0.02), (MISSED, None)):
        found = counts.everything[outcome]
        share = found / total
        met = None if goal is None else share >= goal if outcome == RIGHT else share <= goal
        sign = ">=" if outcome == RIGHT else "<="
        wanted = "" if goal is None else f"{sign} {goal:.1%}"
        report.add(f"held back, {outcome}", f"{found} of {total}, {share:.1%}", wanted, met)
    parts = {
        "with a day asked for": counts.dated,
        "that must be asked about": counts.asking,
        **counts.passes,
    }
    for name, part in parts.items():
        report.add(f"held back, {name}", f"{part[RIGHT]} of {part.total()} right")


def _milliseconds(read: Callable[[str], object], texts: list[str]) -> float:
    begun = time.process_time()
    for text in texts:
        read(text)
    return (time.process_time() - begun) * 1000 / len(texts)


def _read(text: str) -> object:
    return understand(text, today=TODAY, due=DUE)


def _ours(form: str) -> date | None:
    found = understand(f"xin gia hạn đến {form}", today=TODAY, due=DUE)
    return found.items[0].date if found.confident and found.items else None


def _theirs(form: str) -> date | None:
    settings = {
        "RELATIVE_BASE": datetime.fromisoformat(TODAY.isoformat()),
        "PREFER_DATES_FROM": "future",
        "DATE_ORDER": "DMY",
    }
    found = dateparser.parse(form, languages=["vi"], settings=settings)
    return found.date() if found else None
