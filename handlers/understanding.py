"""Reads a text as being about certain work, with the committee's own working days."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from db.calendar import calendar
from domain.calendar import Calendar
from domain.progress import Work
from domain.reply import Understanding, understand
from handlers.turn import Turn


def understood(
    turn: Turn, text: str, work: Work | None, by_code: Mapping[str, Work] | None = None
) -> Understanding:
    """What the text says: about `work` where it names no code, else about `by_code`."""
    a = work.assignment if work else None
    return understand(
        text,
        today=turn.today,
        due=a.due_on if a else None,
        measure=a.measure if a else None,
        measures={
            code: each.assignment.measure
            for code, each in (by_code or {}).items()
            if each.assignment.measure
        },
        is_working_day=_working_days(turn),
    )


def _working_days(turn: Turn) -> Callable[[date], bool]:
    """Hardly any reply counts working days, so the calendar is read only when one does."""
    read: list[Calendar] = []

    def works(day: date) -> bool:
        if not read:
            read.append(calendar(turn.tx))
        return read[0].works(day)

    return works
