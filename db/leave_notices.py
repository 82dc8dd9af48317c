"""What people are told of a leave: who stands in, when it begins and when it is over; who was
away, when they are back.

Each is told once: it stands in the books by the leave, the person and the step, like a step of a
reminder, and rides on that morning's reminder where there is one. Decides no rights.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any, NamedTuple

from db import leaves, occurrences, outbox, people
from db.calendar import calendar
from db.transaction import Row, Tx
from domain.committee import Committee
from domain.instants import at_local, local_day
from domain.message import BROADCAST, Outgoing, Text, joined, lines
from domain.notice import Telling
from domain.person import OWN_REPORT, RIGHTS, Person
from domain.texts import say
from domain.wording import dated

Write = Callable[[Tx], Any]

BEGINS, OVER, BACK = "leave-begins", "leave-over", "leave-back"
_LATE = {OVER: 30, BACK: 7}  # days after which nobody need hear that a leave is over
_SELECT = (
    "SELECT l.id, l.person_id, l.substitute_id, l.first_on, l.last_on, p.id AS whom, :step AS step"
    " FROM leaves l JOIN people p ON p.id = {whom} AND p.state = 'joined'"
    " WHERE l.cancelled_at IS NULL AND NOT EXISTS (SELECT 1 FROM occurrences c"
    " WHERE c.subject = 'l:' || l.id AND c.person_id = p.id AND c.step = :step"
    " AND c.state <> 'returned'{until})"
)


class News(NamedTuple):
    """One thing to be told to one person: as it is kept in the books, and as it is said."""

    leave_id: int
    person_id: int
    telling: Telling
    text: Text
    not_after: datetime | None = None


def due(tx: Tx, now: datetime, committee: Committee) -> list[Write]:
    """One write for each person to be told now, on working days in working hours. Reads only."""
    whom: dict[int, list[News]] = {}
    for news in coming(tx, now, committee):
        whom.setdefault(news.person_id, []).append(news)
    return [partial(tell, every=every, now=now) for every in whom.values()]


def coming(tx: Tx, now: datetime, committee: Committee) -> list[News]:
    """All that is to be told now, whom it is for in the order of the leaves."""
    local, hours = now.astimezone(committee.zone), committee.reminders
    begins = max(hours.hour, hours.day_starts)
    if not begins <= local.time() < hours.day_ends or not calendar(tx).works(local.date()):
        return []
    today = local.date()
    away = leaves.today_by_person(tx, today)  # who is away themself is told when they are back
    found = [*_over(tx, today, BACK), *_over(tx, today, OVER), *_beginning(tx, today)]
    return [_news(tx, row, now, committee) for row in found if row["whom"] not in away]


def of_person(tx: Tx, person_id: int, now: datetime, committee: Committee) -> list[News]:
    """What one person is to be told now."""
    return [news for news in coming(tx, now, committee) if news.person_id == person_id]


def tell(tx: Tx, every: Sequence[News], now: datetime) -> int | None:
    """Says to one person, in a message of its own, what was not said meanwhile; None when all
    was."""
    left = [one for one in every if not occurrences.standing(tx, one.person_id, one.telling)]
    if not left:
        return None
    first = left[0]
    step, day = first.telling.step, first.telling.due_on.isoformat()
    outbox_id = outbox.enqueue(
        tx,
        Outgoing(
            key=_free(tx, f"{step}:{first.person_id}:{first.leave_id}:{day}"),
            kind=BROADCAST,
            text=joined("\n\n", [one.text for one in left]),
            subjects=tuple(one.telling.subject for one in left),
            person_id=first.person_id,
            not_after=min((one.not_after for one in left if one.not_after), default=None),
        ),
        now,
    )
    occurrences.write(tx, first.person_id, [one.telling for one in left], outbox_id, now)
    return outbox_id


def _free(tx: Tx, key: str) -> str:
    """What was taken back or never arrived makes room for another."""
    before = tx.value(
        "SELECT count(*) FROM outbox WHERE key = :key OR key > :key || ':' AND key < :key || ';'",
        key=key,
    )
    return f"{key}:{before + 1}" if before else key


def _beginning(tx: Tx, today: date) -> Sequence[Row]:
    """A leave that was changed while it lasts is said anew, by its other last day."""
    select = _SELECT.format(whom="l.substitute_id", until=" AND c.due_on = l.last_on")
    return tx.all(
        f"{select} AND l.last_on >= :today AND l.first_on <= :today ORDER BY l.id",
        step=BEGINS,
        today=today.isoformat(),
    )


def _over(tx: Tx, today: date, step: str) -> Sequence[Row]:
    """To both when somebody stood in; to who did only when they were told that they do."""
    whom = "l.person_id" if step == BACK else "l.substitute_id"
    heard = (
        " AND EXISTS (SELECT 1 FROM occurrences c WHERE c.subject = 'l:' || l.id"
        f" AND c.person_id = p.id AND c.step = '{BEGINS}' AND c.state = 'told')"
    )
    return tx.all(
        f"{_SELECT.format(whom=whom, until='')} AND l.last_on < :today AND l.last_on >= :late"
        " AND l.substitute_id IS NOT NULL"
        f"{heard if step == OVER else ''} ORDER BY l.id",
        step=step,
        today=today.isoformat(),
        late=(today - timedelta(days=_LATE[step])).isoformat(),
    )


def _news(tx: Tx, row: Row, now: datetime, committee: Committee) -> News:
    today, last = local_day(now, committee.zone), date.fromisoformat(row["last_on"])
    person = people.get(tx, row["person_id"], today)
    other = people.get(tx, row["substitute_id"], today)
    if person is None or other is None:
        raise LookupError(f"leave {row['id']} names somebody who is not there")
    not_after = None
    if row["step"] == BACK:
        text = _back(person, other, committee)
    elif row["step"] == OVER:
        text = _over_text(other, person, committee)
    else:
        text = _begins_text(other, person, dated(last, today, other.language), committee)
        not_after = at_local(last, committee.reminders.day_ends, committee.zone)
    telling = Telling(f"l:{row['id']}", row["step"], last, occurrences.TOLD)
    return News(row["id"], row["whom"], telling, text, not_after)


def _begins_text(whom: Person, other: Person, last: str, committee: Committee) -> Text:
    fields = {"name": other.full_name, "last": last, "me": whom.given_name}
    how = _what_comes(other)
    return lines(
        say("leave.begins", whom.language, committee.address, **fields),
        say(how, whom.language, committee.address, name=other.given_name) if how else None,
    )


def _what_comes(other: Person) -> str:
    """The key of what comes to who stands in: work to report on, else what is to be decided."""
    if any(RIGHTS[post.role]["own"] & OWN_REPORT for post in other.posts):
        return "leave.begins_how"
    decides = any("decide" in RIGHTS[post.role]["below"] for post in other.posts)
    return "leave.begins_deciding" if decides else ""


def _over_text(whom: Person, other: Person, committee: Committee) -> Text:
    fields = {"name": other.full_name, "given": other.given_name, "me": whom.given_name}
    return say("leave.over", whom.language, committee.address, **fields)


def _back(whom: Person, other: Person, committee: Committee) -> Text:
    """Who was away hears that the work is theirs again, and who had it."""
    fields = {"me": whom.given_name, "name": other.full_name}
    return say("leave.back", whom.language, committee.address, **fields)


def is_over(
    tx: Tx, leave_id: int, whom: Person, other: Person, now: datetime, committee: Committee
) -> int | None:
    """Tells whoever stood in that they do no longer."""
    telling = Telling(f"l:{leave_id}", OVER, local_day(now, committee.zone), occurrences.TOLD)
    news = News(leave_id, whom.id, telling, _over_text(whom, other, committee))
    return tell(tx, [news], now)


def knows(tx: Tx, leave_id: int, person_id: int, step: str, last_on: date, now: datetime) -> None:
    """Who ends a leave, their own or one in which they stood in, need not be told that it is over
    (BACK, OVER)."""
    telling = Telling(f"l:{leave_id}", step, last_on, occurrences.SKIPPED)
    occurrences.write(tx, person_id, [telling], None, now)


def take_back(tx: Tx, leave_id: int, substitute_id: int, reason: str) -> bool:
    """Somebody stands in no longer: what has not left is taken back. Whether they had heard that
    they do."""
    rows = tx.all(
        "SELECT c.outbox_id, o.state FROM occurrences c LEFT JOIN outbox o ON o.id = c.outbox_id"
        " WHERE c.subject = :subject AND c.person_id = :person AND c.step = :step"
        " AND c.state = 'told'",
        subject=f"l:{leave_id}",
        person=substitute_id,
        step=BEGINS,
    )
    heard = False
    for row in rows:
        if row["state"] == "queued" and outbox.cancel(tx, row["outbox_id"], reason):
            occurrences.give_back(tx, row["outbox_id"])  # with what else that message told
        else:
            heard = True
    return heard
