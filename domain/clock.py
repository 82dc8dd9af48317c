"""Whether the machine's clock can be believed. Asks nobody: every time is given.

The clock is asked about when it does not follow on what was known: after a sleep, a restart, a
step. A platform that says the same time settles it, one that says another casts doubt; where
nobody answers, an ordinary absence is believed and nothing else is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

JUMP = timedelta(minutes=5)
ASLEEP = timedelta(days=10)  # the longest absence that is believed unasked: Tết with its weekends

FAST, SLOW, BACK, FAR = "fast", "slow", "back", "far"


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why the clock is not believed and by how much; `goes_by` is the better time meanwhile.

    FAST and SLOW are against a platform; BACK and FAR against what was known, nobody having
    answered.
    """

    why: str
    by: timedelta
    goes_by: datetime


def is_odd(machine: datetime, last: datetime | None, sure: datetime) -> bool:
    """Whether the clock must be asked about. `last` is the last tick, `sure` what the running
    process would expect from monotonic time."""
    return last is None or abs(machine - last) > JUMP or abs(machine - sure) > JUMP


def agree(machine: datetime, told: datetime) -> bool:
    """Whether two clocks say the same time, as clocks on a network do."""
    return abs(machine - told) <= JUMP


def doubt(
    machine: datetime,
    last: datetime | None,
    sure: datetime,
    told: Iterable[datetime],
    *,
    held: bool = False,
) -> Doubt | None:
    """The doubt about a clock that is odd, or None; `told` is what platforms say it is now, `held`
    whether it was doubted before.

    One platform that agrees is enough: two clocks hardly go wrong alike.
    """
    nearest = min(told, key=lambda moment: abs(machine - moment), default=None)
    if nearest is not None:
        if agree(machine, nearest):
            return None
        apart = machine - nearest
        return Doubt(FAST if apart > timedelta(0) else SLOW, abs(apart), nearest)
    stepped = abs(machine - sure) > JUMP
    known = max(last or sure, sure) if stepped else last or sure
    # A new process is sure of nothing: the earlier time, lest anything be sent too soon.
    goes_by = sure if stepped else min(machine, known)
    if known - machine > JUMP:
        return Doubt(BACK, known - machine, goes_by)
    # What was doubted is not believed because the line has gone meanwhile.
    if machine - known > (JUMP if held and stepped else ASLEEP):
        return Doubt(FAR, machine - known, goes_by)
    return None
