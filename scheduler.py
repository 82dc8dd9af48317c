"""What the hour means: the table of what rings when, and calls. No SQL, no wording, no clock."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

from db import (
    expiries,
    group_endings,
    group_status,
    leave_notices,
    reminders,
    status,
    subscriptions,
)
from db.transaction import Tx
from domain.committee import Committee
from domain.instants import local_day, stamp

Write = Callable[[Tx], Any]
Bell = Callable[[Tx, datetime, Committee], list[Write]]

# In this order, so that what expires now is told anew by the same run.
BELLS: tuple[Bell, ...] = (
    expiries.due,  # always: messages whose time has passed
    reminders.due,  # working days, from the hour to the end of work
    leave_notices.due,  # working hours: who stands in or is back, where no reminder has said so
    subscriptions.due,  # at each reader's own hour
    group_endings.due,  # working hours: groups whose unit is no more
    group_status.due,  # once a week, to groups that want it
)


def due(tx: Tx, now: datetime, committee: Committee) -> list[Write]:
    """What is to be written now, in small writes that each look again before they act.

    Reads only. The last write notes the day and that the clock was heeded.
    """
    writes = [write for bell in BELLS for write in bell(tx, now, committee)]
    return [*writes, partial(heeded, now=now, committee=committee)]


def heeded(tx: Tx, now: datetime, committee: Committee) -> None:
    """Notes the local day, which the views show, and the moment of this run."""
    status.note(tx, "today", local_day(now, committee.zone).isoformat())
    status.note(tx, "last_tick", stamp(now))


def tick(tx: Tx, now: datetime, committee: Committee) -> int:
    """Does at once, in one transaction, what is due; says how many writes that were."""
    writes = due(tx, now, committee)
    for write in writes:
        write(tx)
    return len(writes) - 1
