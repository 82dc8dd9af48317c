"""Who gets a digest when, and the digests that are due. A day off moves one to the next working
day; what was missed is sent once, late."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any

from db import chats, digests, outbox, people
from db.calendar import calendar
from db.transaction import Row, Tx
from domain.calendar import Calendar
from domain.committee import Committee
from domain.instants import at_local, instant, local_day
from domain.message import DIGEST, Choice, Outgoing, Text
from domain.person import CHAIR, Person

Write = Callable[[Tx], Any]
_LOOK_BACK = timedelta(days=100)  # a quarter and the longest rest


def ensure_for_chairs(tx: Tx, committee: Committee, today: date) -> int:
    """Every chair who has no subscription gets the committee's; says how many were made."""
    made = 0
    for chair in people.with_role(tx, CHAIR, today):
        made += tx.run(
            "INSERT INTO subscriptions (person_id, kind, cadence, weekday, hour)"
            " SELECT :person, 'digest', :cadence, :weekday, :hour WHERE NOT EXISTS"
            " (SELECT 1 FROM subscriptions WHERE person_id = :person AND kind = 'digest')",
            person=chair.id,
            cadence=committee.digest.cadence,
            weekday=committee.digest.weekday,
            hour=committee.digest.hour.strftime("%H:%M"),
        )
    return made
