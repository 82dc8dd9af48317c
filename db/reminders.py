"""Reminders put in the queue, one message per person and run, and taken back. Words nothing.

Each write looks again at what it is about to say: what was answered meanwhile is left out.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any

from db import chats, leave_notices, occurrences, outbox, people, subscriptions
from db.doers import Doers
from db.ladders import Ladders
from db.notices import Due, due_for_each, free_key, is_the_hour, worded
from db.occurrences import SKIPPED
from db.open_work import open_work, unanswered
from db.transaction import Tx
from db.unconfirmed import still
from domain.committee import Committee
from domain.instants import at_local, local_day
from domain.message import REMINDER, Outgoing, Text, joined
from domain.notice import Telling
from domain.person import Person

Write = Callable[[Tx], Any]


def due(tx: Tx, now: datetime, committee: Committee) -> list[Write]:
    """One write for each person who is to be reminded now. Reads only."""
    if not is_the_hour(tx, now, committee):
        return []
    return [
        partial(tell, each=each, now=now, committee=committee)
        for each in due_for_each(tx, now, committee)
    ]


def tell(tx: Tx, each: Due, now: datetime, committee: Committee) -> int | None:
    """Queues one person's message; its id, or None when nothing is left to say or it was said."""
    person_id, today = each.official.id, local_day(now, committee.zone)
    key = free_key(tx, person_id, today)
    state = tx.value("SELECT state FROM people WHERE id = :id", id=person_id)
    at = chats.preferred(tx, person_id)
    if key is None or state != "joined" or at is None:
        return None
    left = _left(tx, each)
    news = leave_notices.of_person(tx, person_id, now, committee)
    notice = worded(left, today, committee, above=sum(_height(one.text) for one in news))
    if notice is None:
        return None
    outbox_id = outbox.enqueue(
        tx,
        Outgoing(
            key=key,
            kind=REMINDER,
            text=joined("\n\n", [*(one.text for one in news), notice.text]),
            choices=notice.choices,
            subjects=(*(one.telling.subject for one in news), *notice.subjects),
            person_id=person_id,
            at=at,
            not_after=at_local(today, committee.reminders.day_ends, committee.zone),
        ),
        now,
    )
    if outbox_id is not None:
        told = [*(one.telling for one in news), *left.tellings()]
        occurrences.write(tx, person_id, told, outbox_id, now)
    return outbox_id


def _height(text: Text) -> int:
    return text.plain.count("\n") + 1


def _left(tx: Tx, each: Due) -> Due:
    """What is still to be said: open, not answered since it was read, not told."""
    person_id = each.official.id
    open_still = {f"a:{number}" for number in unanswered(tx, each.works)}
    directives = [item.subject for item in each.items if item.subject.startswith("d:")]
    valid = open_still | (still(tx, person_id, directives) if directives else set())
    items = [
        item
        for item in each.items
        if item.subject in valid
        and not all(
            occurrences.standing(tx, person_id, ripe.tellings(each.since[item.subject])[0])
            for ripe in each.ripe[item.subject]
        )
    ]
    backlog = [item for item in each.backlog if item.subject in valid]
    update = each.update
    if update is not None and occurrences.standing(tx, person_id, update):
        backlog, update = [], None
    return replace(each, items=items, backlog=backlog, update=update)


def give_back(tx: Tx, outbox_id: int) -> int:
    """The message will never arrive: what it told returns to the next run. Says how much."""
    return occurrences.give_back(tx, outbox_id)


def skip_past(tx: Tx, now: datetime, committee: Committee) -> int:
    """After an import: steps that are past already are passed over, so that nobody is told them.

    Only ladders of which the books hold nothing yet, so that what was missed in an outage is
    still told. Says how many steps were passed over.
    """
    today = local_day(now, committee.zone)
    ladders, doers = Ladders(tx, today, committee), Doers(tx, today)
    begun = occurrences.begun(tx)
    passed: dict[int, list[Telling]] = {}
    for work in open_work(tx, ladders.horizon(), committee.zone):
        tellings = [
            Telling(work.subject, name, due_on, SKIPPED)
            for due_on, come in ladders.all_passed(work)
            if (work.subject, due_on.isoformat()) not in begun
            for rung in come
            if rung.day < today
            for name in rung.steps
        ]
        if tellings:
            for meant in doers.meant(work.id, work.unit_id):
                passed.setdefault(meant.person_id, []).extend(tellings)
    return sum(occurrences.write(tx, who, told, None, now) for who, told in passed.items())


def rehearse(
    tx: Tx, now: datetime, days: int, committee: Committee
) -> list[tuple[datetime, Person, Text]]:
    """Who would be sent what and when in the next days if nobody reported: reminders and digests.

    Reads only.
    """
    known = occurrences.known(tx, now)
    found = subscriptions.rehearse(tx, now, days, committee)
    today = local_day(now, committee.zone)
    for ahead in range(days + 1):
        day = today + timedelta(days=ahead)
        spoken: set[int] = set()
        for moment in _moments(tx, now, day, committee):
            if moment >= now + timedelta(days=days) or not is_the_hour(tx, moment, committee):
                continue
            for each in due_for_each(tx, moment, committee, known):
                person_id = each.official.id
                if person_id in spoken or not free_key(tx, person_id, day):
                    continue
                notice, person = worded(each, day, committee), people.get(tx, person_id, day)
                if notice is None or person is None:
                    continue
                spoken.add(person_id)
                found.append((moment, person, notice.text))
                for telling in each.tellings():
                    day_of = telling.due_on.isoformat()
                    name = occurrences.key(person_id, telling.subject, telling.step, day_of)
                    known[name] = telling.state
    return sorted(found, key=lambda one: (one[0], one[1].id))


def _moments(tx: Tx, now: datetime, day: date, committee: Committee) -> list[datetime]:
    """When a day's messages go out: at the hour, and as each quiet hour ends."""
    hours = {committee.reminders.hour}
    rows = tx.all("SELECT DISTINCT quiet_to FROM people WHERE quiet_to IS NOT NULL")
    hours |= {time.fromisoformat(row["quiet_to"]) for row in rows}
    moments = {at_local(day, hour, committee.zone) for hour in hours}
    return sorted({max(moment, now) for moment in moments})
