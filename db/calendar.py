"""The days that the office has decided itself, over what the calendar knows. No reckoning."""

from __future__ import annotations

from datetime import date

from db.transaction import Tx
from domain.calendar import Calendar


def calendar(tx: Tx) -> Calendar:
    """The calendar with the office's own days over it."""
    rows = tx.all("SELECT day, working FROM calendar_days")
    return Calendar({date.fromisoformat(row["day"]): bool(row["working"]) for row in rows})


def decide(tx: Tx, day: date, *, working: bool, note: str = "") -> None:
    """The office says that this day is worked, or is not."""
    tx.run(
        "INSERT INTO calendar_days (day, working, note) VALUES (:day, :working, :note)"
        " ON CONFLICT (day) DO UPDATE SET working = excluded.working, note = excluded.note",
        day=day.isoformat(),
        working=int(working),
        note=note,
    )


def forget(tx: Tx, day: date) -> bool:
    """The day is again what the calendar knows; False when nothing was decided about it."""
    return tx.run("DELETE FROM calendar_days WHERE day = :day", day=day.isoformat()) == 1
