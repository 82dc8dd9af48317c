"""What one process costs, read from /proc, and figures as they are printed. Starts nothing."""

from __future__ import annotations

import asyncio
import math
import os
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

_TICKS = os.sysconf("SC_CLK_TCK")


def cpu_seconds(pid: int) -> float:
    """Seconds of CPU, user and system, that the process has used, all its threads together."""
    after_name = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(after_name[11]) + int(after_name[12])) / _TICKS


def peak_memory(pid: int) -> float:
    """The most resident memory that the process ever had, in MiB."""
    for line in Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    raise ValueError(f"process {pid} has no VmHWM")


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that `share` (0 to 1) of all values do not pass."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def most_within(times: Sequence[float], seconds: float) -> int:
    """The largest number of instants in any window of so many seconds, wherever it begins."""
    ordered = sorted(times)
    most = start = 0
    for end, moment in enumerate(ordered):
        while moment - ordered[start] >= seconds:
            start += 1
        most = max(most, end - start + 1)
    return most


async def watch_pauses(pauses: list[float]) -> None:
    """Notes by how much this loop, which also carries the sandbox, wakes too late."""
    while True:
        before = time.monotonic()
        await asyncio.sleep(0.002)
        pauses.append(time.monotonic() - before - 0.002)


@dataclass(frozen=True, slots=True)
class Line:
    """One measured figure. `met`: whether it reaches its goal, None where none is set."""

    name: str
    figure: str
    goal: str = ""
    met: bool | None = None


@dataclass(slots=True)
class Report:
    """What one benchmark found. `broken`: why its figures do not count; empty when they do."""

    title: str
    setting: str
    lines: list[Line] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)

    def add(self, name: str, figure: str, goal: str = "", met: bool | None = None) -> None:
        """Adds one figure."""
        self.lines.append(Line(name, figure, goal, met))

    def __str__(self) -> str:
        wide = max((len(line.name) for line in self.lines), default=0)
        figures = max((len(line.figure) for line in self.lines), default=0)
        said = [self.title, self.setting]
        for line in self.lines:
            verdict = "" if line.met is None else ("met" if line.met else "MISSED")
            goal = f"goal {line.goal}" if line.goal else ""
            row = f"  {line.name:<{wide}}  {line.figure:<{figures}}  {verdict:<6}  {goal}"
            said.append(row.rstrip())
        said += [f"  DOES NOT COUNT: {why}" for why in self.broken]
        return "\n".join(said)
