"""The quiet hours of people, and until when a message for one of them waits. Words nothing."""

from __future__ import annotations

from datetime import datetime, time

from db.calendar import calendar
from db.transaction import Tx
from domain import quiet
from domain.delivery import WAITS_IN_QUIET
from domain.message import Outgoing
from domain.quiet import Quiet


def hours_of(tx: Tx, person_id: int) -> Quiet | None:
    """When this person wants no message; None when the committee's hours hold."""
    row = tx.one("SELECT quiet_from, quiet_to FROM people WHERE id = :id", id=person_id)
    if row is None or not row["quiet_from"] or not row["quiet_to"]:
        return None
    return time.fromisoformat(row["quiet_from"]), time.fromisoformat(row["quiet_to"])


def keep(tx: Tx, person_id: int, hours: Quiet | None) -> None:
    """Sets the hours, or goes back to the committee's."""
    begins, ends = hours or (None, None)
    tx.run(
        "UPDATE people SET quiet_from = :begins, quiet_to = :ends WHERE id = :id",
        id=person_id,
        begins=begins.strftime("%H:%M") if begins else None,
        ends=ends.strftime("%H:%M") if ends else None,
    )


def goes_at(tx: Tx, out: Outgoing, now: datetime) -> datetime:
    """When a message may go: at its own hour, or after the quiet hours of whom it is for."""
    moment = out.due_at or now
    if out.urgent or out.person_id is None or out.kind not in WAITS_IN_QUIET:
        return moment
    hours = hours_of(tx, out.person_id)
    if hours is None:
        return moment
    known = calendar(tx)
    return quiet.goes_at(moment, hours, lambda day: known.works(day.date()))
