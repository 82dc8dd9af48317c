"""The figures of bench/reminders.py in the common table: a province's morning, and its goal."""

from __future__ import annotations

import asyncio
from pathlib import Path

from bench import reminders
from bench.measuring import Report
from db.store import Store

GOAL = 100.0  # milliseconds of the longest write


async def run(quick: bool, folder: Path) -> Report:
    """The small size only gives APScheduler fewer jobs."""
    return await asyncio.to_thread(_run, quick, folder)


def _run(quick: bool, folder: Path) -> Report:
    due = reminders.UNITS * reminders.TARGETS
    jobs = 200 if quick else due
    store = Store(folder).open(create=True)
    try:
        reminders.seed(store)
        ours = reminders.ours(store)
    finally:
        store.close()
    adding, firing = reminders.apscheduler(jobs)
    report = Report(
        "Reminders",
        f"{due} due assignments, {ours['messages']:.0f} messages; APScheduler: {jobs} jobs that"
        " do nothing",
    )
    tick = ours["due"] + ours["writing"]
    report.add("a morning's tick", f"{tick:.0f} ms ({ours['due']:.0f} reading), on disk")
    report.add("the longest write", f"{ours['longest']:.1f} ms", f"<= {GOAL:.0f} ms",
               ours["longest"] <= GOAL)  # fmt: skip
    report.add("the longest transaction", f"{ours['group']:.1f} ms", f"<= {GOAL:.0f} ms",
               ours["group"] <= GOAL)  # fmt: skip
    report.add("the next tick, nothing left to do", f"{ours['calm']:.0f} ms")
    theirs = (adding + firing) / jobs
    report.add("a job each, added and fired", f"{theirs:.2f} ms each; ours {tick / due:.2f} ms")
    return report
