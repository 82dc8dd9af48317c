"""What whoever stands in is told of a leave: once when it begins, once when it is over.

A key holds what was said (which leave, who, until when), so nothing is said twice; a leave that was
changed while it lasts is said anew. Decides no rights.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from db import leaves, outbox, people
from db.calendar import calendar
from db.transaction import Row, Tx
from domain.committee import Committee
from domain.instants import at_local, local_day
from domain.message import BROADCAST, Outgoing, lines
from domain.person import Person
from domain.texts import say
from domain.wording import dated

Write = Callable[[Tx], Any]

_LATE = 30  # days after which nobody need hear that a leave is over
_SELECT = (
    "SELECT l.id, l.person_id, l.substitute_id, l.first_on, l.last_on FROM leaves l"
    " JOIN people p ON p.id = l.substitute_id AND p.state = 'joined'"
)


def due(tx: Tx, now: datetime, committee: Committee) -> list[Write]:
    """One write for each thing to be told now, on working days in working hours. Reads only."""
    local, hours = now.astimezone(committee.zone), committee.reminders
    begins = max(hours.hour, hours.day_starts)
    if not begins <= local.time() < hours.day_ends or not calendar(tx).works(local.date()):
        return []
    today = local.date()
    away = leaves.today_by_person(tx, today)  # who is away themself is told when they are back
    told = [(row, _begins) for row in _beginning(tx, today) if row["substitute_id"] not in away]
    told += [(row, _ends) for row in _over(tx, today)]
    return [partial(tell, row=row, now=now, committee=committee) for row, tell in told]


def _beginning(tx: Tx, today: date) -> list[Row]:
    return tx.all(
        f"{_SELECT} WHERE l.cancelled_at IS NULL AND l.last_on >= :today AND l.first_on <= :today"
        " AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.key = 'leave-begins:' || l.substitute_id"
        " || ':' || l.id || ':' || l.last_on) ORDER BY l.id",
        today=today.isoformat(),
    )


def _over(tx: Tx, today: date) -> list[Row]:
    """Only whom it was said to that it began, and not to whom that was taken back unsent."""
    return tx.all(
        f"{_SELECT} WHERE l.cancelled_at IS NULL AND l.last_on < :today AND l.last_on >= :late"
        " AND EXISTS (SELECT 1 FROM outbox o WHERE o.key > 'leave-begins:' || l.substitute_id"
        " || ':' || l.id || ':' AND o.key < 'leave-begins:' || l.substitute_id || ':' || l.id"
        " || ';' AND o.state <> 'cancelled')"
        " AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.key = 'leave-over:' || l.substitute_id"
        " || ':' || l.id) ORDER BY l.id",
        today=today.isoformat(),
        late=(today - timedelta(days=_LATE)).isoformat(),
    )


def _begins(tx: Tx, row: Row, now: datetime, committee: Committee) -> int | None:
    whom, other = _both(tx, row, now, committee)
    last = date.fromisoformat(row["last_on"])
    return outbox.enqueue(
        tx,
        Outgoing(
            key=f"leave-begins:{whom.id}:{row['id']}:{row['last_on']}",
            kind=BROADCAST,
            text=lines(
                say(
                    "leave.begins",
                    whom.language,
                    committee.address,
                    name=other.full_name,
                    last=dated(last, local_day(now, committee.zone)),
                    me=whom.given_name,
                ),
                say("leave.begins_how", whom.language, committee.address, name=other.given_name),
            ),
            subjects=(f"l:{row['id']}",),
            person_id=whom.id,
            not_after=at_local(last, committee.reminders.day_ends, committee.zone),
        ),
        now,
    )


def _ends(tx: Tx, row: Row, now: datetime, committee: Committee) -> int | None:
    whom, other = _both(tx, row, now, committee)
    return is_over(tx, row["id"], whom, other, now, committee)


def is_over(
    tx: Tx, leave_id: int, whom: Person, other: Person, now: datetime, committee: Committee
) -> int | None:
    """Tells whoever stood in that they do no longer."""
    return outbox.enqueue(
        tx,
        Outgoing(
            key=f"leave-over:{whom.id}:{leave_id}",
            kind=BROADCAST,
            text=say(
                "leave.over",
                whom.language,
                committee.address,
                name=other.full_name,
                given=other.given_name,
                me=whom.given_name,
            ),
            subjects=(f"l:{leave_id}",),
            person_id=whom.id,
        ),
        now,
    )


def take_back(tx: Tx, leave_id: int, substitute_id: int, reason: str) -> bool:
    """Somebody stands in no longer: what has not left is taken back. Whether they had heard that
    they do."""
    named = {"low": f"leave-begins:{substitute_id}:{leave_id}:", "reason": reason}
    named["high"] = f"leave-begins:{substitute_id}:{leave_id};"
    tx.run(
        "UPDATE outbox SET state = 'cancelled', reason = :reason"
        " WHERE key > :low AND key < :high AND state = 'queued'",
        **named,
    )
    heard = tx.value(
        "SELECT 1 FROM outbox WHERE key > :low AND key < :high AND state <> 'cancelled'",
        low=named["low"],
        high=named["high"],
    )
    return heard is not None


def _both(tx: Tx, row: Row, now: datetime, committee: Committee) -> tuple[Person, Person]:
    today = local_day(now, committee.zone)
    whom, other = (people.get(tx, row[name], today) for name in ("substitute_id", "person_id"))
    if whom is None or other is None:
        raise LookupError(f"leave {row['id']} names somebody who is not there")
    return whom, other
