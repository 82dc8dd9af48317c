"""The status of one unit as its group reads it, and when the group is told without asking.

Of that unit alone: nothing of those below or beside. Words nothing itself.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any

from db import digest_figures, groups, outbox
from db.assignments import REACHED
from db.calendar import calendar
from db.digest_scope import Scope
from db.groups import Group
from db.transaction import Tx
from domain.cadence import latest, slot
from domain.committee import Committee
from domain.digest import Reader
from domain.digest_figures import Named
from domain.group_summary import AHEAD, MOST, UnitStatus, summary
from domain.instants import at_local, local_day
from domain.message import DIGEST, ChatRef, Outgoing, Text

WEEK = "week"
Write = Callable[[Tx], Any]


def told(
    tx: Tx, unit_id: int, unit: str, now: datetime, committee: Committee
) -> tuple[Text, tuple[str, ...]]:
    """The summary of this moment, and what it names."""
    status = _status(tx, unit_id, unit, now, committee)
    reader = Reader("", language=committee.language, address=committee.address)
    return summary(status, reader), tuple(one.subject for one in status.coming)


def _status(tx: Tx, unit_id: int, unit: str, now: datetime, committee: Committee) -> UnitStatus:
    today = local_day(now, committee.zone)
    scope = Scope(units=f"[{unit_id}]", leaves=False)
    rows = tx.all(
        "SELECT a.id, a.shown_code, a.title, a.due_on, a.discreet, count(*) OVER () AS n"
        " FROM assignments a WHERE a.unit_id = :unit AND a.state = 'open'"
        f" AND a.due_on BETWEEN :today AND :until AND NOT {REACHED}"
        " ORDER BY a.due_on, a.id LIMIT :most",
        unit=unit_id,
        today=today.isoformat(),
        until=(today + timedelta(days=AHEAD)).isoformat(),
        most=MOST,
    )
    return UnitStatus(
        unit=unit,
        today=today,
        classes=digest_figures.classes(tx, scope, now, today),
        coming=[
            Named(
                subject=f"a:{row['id']}",
                code=row["shown_code"],
                title="" if row["discreet"] else row["title"],
                unit="",
                due_on=date.fromisoformat(row["due_on"]),
            )
            for row in rows
        ],
        count=rows[0]["n"] if rows else 0,
    )


def weekly(
    tx: Tx, group: Group, wanted: bool, thread: str | None, today: date, committee: Committee
) -> None:
    """Switches the summary of each week on or off. The first comes with the next date."""
    tx.run("DELETE FROM group_summaries WHERE chat_id = :id", id=group.id)
    if wanted:
        tx.run(
            "INSERT INTO group_summaries (chat_id, thread, last_slot) VALUES (:id, :thread, :slot)",
            id=group.id,
            thread=thread,
            slot=latest(WEEK, committee.digest.weekday, today).isoformat(),
        )


def due(tx: Tx, now: datetime, committee: Committee) -> list[Write]:
    """One write for each group whose summary is due now: once a week, in working hours. Reads
    only."""
    return [
        partial(send, place=place, day=day, now=now, committee=committee)
        for place, day in _due(tx, now, committee)
    ]


def _due(tx: Tx, now: datetime, committee: Committee) -> list[tuple[ChatRef, str]]:
    """The groups whose summary is due now, each with the date that it is of."""
    rows = tx.all(
        "SELECT c.channel, c.chat, s.last_slot FROM group_summaries s"
        " JOIN chats c ON c.id = s.chat_id WHERE c.state = 'bound'"
    )
    local, hours, known = now.astimezone(committee.zone), committee.reminders, calendar(tx)
    if not rows or not known.works(local.date()):
        return []
    if not _hour(committee) <= local.time() < hours.day_ends:
        return []
    nominal, _ = slot(WEEK, committee.digest.weekday, _hour(committee), now, known, committee.zone)
    day = nominal.isoformat()
    return [(ChatRef(row["channel"], row["chat"]), day) for row in rows if row["last_slot"] < day]


def _hour(committee: Committee) -> time:
    return max(committee.digest.hour, committee.reminders.day_starts)


def rehearse(
    tx: Tx, now: datetime, days: int, committee: Committee
) -> list[tuple[datetime, str, Text]]:
    """The summaries of the next days, each with its unit's name, with the figures of today."""
    found: dict[tuple[ChatRef, str], tuple[datetime, str, Text]] = {}
    today, until = local_day(now, committee.zone), now + timedelta(days=days)
    for ahead in range(days + 1):
        hour = at_local(today + timedelta(days=ahead), _hour(committee), committee.zone)
        moment = max(now, hour)
        for place, day in _due(tx, moment, committee) if moment < until else ():
            group = groups.at(tx, place)
            if group is not None and group.alive and (place, day) not in found:
                text, _ = told(tx, group.unit_id, group.unit, moment, committee)
                found[place, day] = moment, group.unit, text
    return list(found.values())


def send(tx: Tx, place: ChatRef, day: str, now: datetime, committee: Committee) -> None:
    """Queues one group's summary, unless it was said meanwhile."""
    group = groups.at(tx, place)
    if group is None or not group.alive:
        return
    moved = tx.all(
        "UPDATE group_summaries SET last_slot = :day WHERE chat_id = :id AND last_slot < :day"
        " RETURNING thread",
        id=group.id,
        day=day,
    )
    if not moved:
        return
    text, subjects = told(tx, group.unit_id, group.unit, now, committee)
    today = local_day(now, committee.zone)
    out = Outgoing(
        key=f"{DIGEST}:group:{group.id}:{day}",
        kind=DIGEST,
        text=text,
        subjects=subjects,
        at=place,
        thread=moved[0]["thread"],
        not_after=at_local(today, committee.reminders.day_ends, committee.zone),
    )
    outbox.enqueue(tx, out, now)
