"""Who gets a digest when, and the digests that are due. A day off moves one to the next working
day; what was missed is sent once, late."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any

from db import chats, digests, leaves, outbox, people
from db.calendar import calendar
from db.transaction import Tx
from domain import quiet as quiet_hours
from domain.cadence import slot
from domain.calendar import Calendar
from domain.committee import Committee
from domain.instants import at_local, instant, local_day
from domain.message import DIGEST, Choice, Outgoing, Text
from domain.person import Person
from domain.quiet import Quiet

Write = Callable[[Tx], Any]


@dataclass(frozen=True, slots=True)
class Subscription:
    """One person's digest. `last_slot`: the date of the last one that was sent; `quiet`: hours in
    which they want none."""

    person_id: int
    cadence: str
    weekday: int
    hour: time
    last_slot: str | None
    quiet: Quiet | None


@dataclass(frozen=True, slots=True)
class DueDigest:
    """One digest as it will be said; `slot` is the date that it belongs to."""

    person: Person
    slot: date
    text: Text
    choices: tuple[Choice, ...]
    subjects: tuple[str, ...]


def ensure_for_chairs(tx: Tx, committee: Committee) -> int:
    """Every chair without a subscription gets the committee's; says how many were made."""
    return tx.run(
        "INSERT INTO subscriptions (person_id, kind, cadence, weekday, hour)"
        " SELECT DISTINCT m.person_id, 'digest', :cadence, :weekday, :hour FROM memberships m"
        " JOIN people p ON p.id = m.person_id WHERE m.role = 'chair' AND p.state <> 'left'"
        " AND NOT EXISTS (SELECT 1 FROM subscriptions s"
        "  WHERE s.person_id = m.person_id AND s.kind = 'digest')",
        cadence=committee.digest.cadence,
        weekday=committee.digest.weekday,
        hour=committee.digest.hour.strftime("%H:%M"),
    )


def every(tx: Tx, committee: Committee) -> list[Subscription]:
    """Every subscription of those who take part; chairs have the committee's from the start."""
    rows = tx.all(
        "SELECT s.person_id, s.cadence, s.weekday, s.hour, s.last_slot, p.quiet_from, p.quiet_to"
        " FROM subscriptions s"
        " JOIN people p ON p.id = s.person_id WHERE s.kind = 'digest' AND p.state = 'joined'"
        " UNION ALL SELECT DISTINCT m.person_id, :cadence, :weekday, :hour, NULL,"
        " p.quiet_from, p.quiet_to"
        " FROM memberships m JOIN people p ON p.id = m.person_id"
        " WHERE m.role = 'chair' AND p.state = 'joined' AND NOT EXISTS"
        " (SELECT 1 FROM subscriptions s WHERE s.person_id = m.person_id AND s.kind = 'digest')"
        " ORDER BY 1",
        cadence=committee.digest.cadence,
        weekday=committee.digest.weekday,
        hour=committee.digest.hour.strftime("%H:%M"),
    )
    return [
        Subscription(
            row["person_id"],
            row["cadence"],
            row["weekday"],
            time.fromisoformat(row["hour"]),
            row["last_slot"],
            (time.fromisoformat(row["quiet_from"]), time.fromisoformat(row["quiet_to"]))
            if row["quiet_from"] and row["quiet_to"]
            else None,
        )
        for row in rows
    ]


def due(tx: Tx, now: datetime, committee: Committee) -> list[Write]:
    """One write for each digest that is due now. Reads only."""
    return [
        partial(send, each=each, now=now, committee=committee)
        for each in due_digests(tx, now, committee)
    ]


def due_digests(tx: Tx, now: datetime, committee: Committee) -> list[DueDigest]:
    """The digests that are due now, said as of now."""
    known, local = calendar(tx), now.astimezone(committee.zone)
    hours = committee.reminders
    if not known.works(local.date()) or not hours.day_starts <= local.time() < hours.day_ends:
        return []
    away = leaves.today_by_person(tx, local.date())  # sent once, late, when they are back
    found: dict[int, DueDigest] = {}
    for each in every(tx, committee):
        begins = _slot_due(tx, each, now, known, committee)
        if begins is None or each.person_id in found or each.person_id in away:
            continue
        person = people.get(tx, each.person_id, local.date())
        if person is None or not person.posts or chats.preferred(tx, person.id) is None:
            continue
        text, choices, subjects = digests.digest_for(tx, person, now, committee)
        found[each.person_id] = DueDigest(person, begins, text, choices, subjects)
    return list(found.values())


def _slot_due(
    tx: Tx, each: Subscription, now: datetime, known: Calendar, committee: Committee
) -> date | None:
    """The date of the digest that is due and was not sent; None when there is none."""
    zone, hours = committee.zone, committee.reminders
    local = now.astimezone(zone)
    if each.hour >= hours.day_ends or quiet_hours.holds(each.quiet, local.time(), hours):
        return None
    waits = quiet_hours.holds(each.quiet, each.hour, hours)
    if not waits and local.time() < each.hour:
        return None
    nominal, moment = slot(each.cadence, each.weekday, each.hour, now, known, zone)
    if waits and each.quiet:
        moment = quiet_hours.goes_at(moment, each.quiet, lambda day: known.works(day.date()), zone)
    if (each.last_slot or "") >= nominal.isoformat():
        return None
    # A subscription begins with its next date: nobody is sent last Monday's on joining.
    if each.last_slot is None and local_day(moment, zone) != local_day(now, zone):
        return None
    joined_at = tx.value("SELECT joined_at FROM people WHERE id = :id", id=each.person_id)
    return None if joined_at and instant(joined_at) > moment else nominal


def send(tx: Tx, each: DueDigest, now: datetime, committee: Committee) -> int | None:
    """Queues one digest; its id, or None when it was sent already."""
    ensure_for_chairs(tx, committee)
    moved = tx.run(
        "UPDATE subscriptions SET last_slot = :slot WHERE person_id = :person AND kind = 'digest'"
        " AND coalesce(last_slot, '') < :slot",
        slot=each.slot.isoformat(),
        person=each.person.id,
    )
    if not moved:
        return None
    today = local_day(now, committee.zone)
    return outbox.enqueue(
        tx,
        Outgoing(
            key=f"{DIGEST}:{each.person.id}:{each.slot.isoformat()}",
            kind=DIGEST,
            text=each.text,
            choices=each.choices,
            subjects=each.subjects,
            person_id=each.person.id,
            not_after=at_local(today, committee.reminders.day_ends, committee.zone),
        ),
        now,
    )


def rehearse(
    tx: Tx, now: datetime, days: int, committee: Committee
) -> list[tuple[datetime, Person, Text]]:
    """The digests of the next days, with the figures of today."""
    readers = every(tx, committee)
    ends = {each.quiet[1] for each in readers if each.quiet}
    hours = sorted({each.hour for each in readers} | ends)
    today, until = local_day(now, committee.zone), now + timedelta(days=days)
    moments = [
        max(now, at_local(today + timedelta(days=ahead), hour, committee.zone))
        for ahead in range(days + 1)
        for hour in hours
    ]
    found: dict[tuple[int, date], tuple[datetime, Person, Text]] = {}
    for moment in moments:
        if moment < until:
            for each in due_digests(tx, moment, committee):
                key = each.person.id, each.slot
                found.setdefault(key, (moment, each.person, each.text))
    return list(found.values())
