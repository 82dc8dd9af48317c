"""What is due for whom at this moment, and how it would be said. Reads only; tells nobody."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from db import occurrences
from db.calendar import calendar
from db.doers import Doers, Meant, Official
from db.ladders import DIRECTIVE_LADDER, Ladders, Ripe
from db.occurrences import Known
from db.open_work import OpenWork, details, open_work
from db.transaction import Row, Tx
from db.unconfirmed import unconfirmed
from domain import quiet
from domain.committee import Committee
from domain.instants import instant, local_day
from domain.message import REMINDER
from domain.notice import DIRECTIVE, Item, Manner, Notice, Telling, compose

UPDATE = "update"  # the step of the one line about what was overdue before


@dataclass(slots=True)
class Due:
    """Everything that one person is reminded of in one run, and the assignments as they were."""

    official: Official
    items: list[Item] = field(default_factory=list)
    backlog: list[Item] = field(default_factory=list)
    works: list[OpenWork] = field(default_factory=list)
    ripe: dict[str, tuple[Ripe, ...]] = field(default_factory=dict)  # subject → what is told of it
    since: dict[str, date] = field(default_factory=dict)  # subject → when its ledger began
    update: Telling | None = None  # kept when the backlog's line has been said

    def tellings(self) -> list[Telling]:
        """What the books will say once the message stands."""
        found = [
            telling
            for item in self.items
            for ripe in self.ripe[item.subject]
            for telling in ripe.tellings(self.since[item.subject])
        ]
        if self.update is not None:
            found.append(self.update)
        return list(dict.fromkeys(found))


def free_key(tx: Tx, person_id: int, today: date) -> str | None:
    """The key of today's message; None when there is one. One that was taken back before it left
    makes room for another."""
    key = f"{REMINDER}:{person_id}:{today.isoformat()}"
    states = [
        row[0]
        for row in tx.connection.execute(
            "SELECT state FROM outbox WHERE key = :key"
            " UNION ALL SELECT state FROM outbox WHERE key > :key || ':' AND key < :key || ';'",
            {"key": key},
        )
    ]
    if any(state != "cancelled" for state in states):
        return None
    return f"{key}:{len(states) + 1}" if states else key


@dataclass(frozen=True, slots=True)
class _Wanted:
    """One assignment that one person is to be told of; without `news` it is of the backlog, as it
    has been since `late_since`."""

    work: OpenWork
    meant: Meant
    since: date
    news: tuple[Ripe, ...]
    missing: str
    late_since: date | None


def worded(due: Due, today: date, committee: Committee, above: int = 0) -> Notice | None:
    """The message that one person gets, below so many lines of other news; None when nothing is
    left to say."""
    official = due.official
    manner = Manner(committee.voice, official.given_name, official.language, committee.address)
    return compose(due.items, due.backlog, today, manner, above)


def is_the_hour(tx: Tx, now: datetime, committee: Committee) -> bool:
    """Whether reminders go out now: a working day, from the hour to the end of the day's work."""
    local = now.astimezone(committee.zone)
    hours = committee.reminders
    begins = max(hours.hour, hours.day_starts)
    return begins <= local.time() < hours.day_ends and calendar(tx).works(local.date())


def due_for_each(
    tx: Tx, now: datetime, committee: Committee, known: Known | None = None
) -> list[Due]:
    """Who is to be told what now. `known` stands for the books in a rehearsal."""
    return _Run(tx, now, committee, known).everybody()


class _Run:
    def __init__(self, tx: Tx, now: datetime, committee: Committee, known: Known | None) -> None:
        self.tx, self.now, self.committee = tx, now, committee
        self.today = local_day(now, committee.zone)
        self.rehearsed = known is not None
        self._known = known
        self.doers = Doers(tx, self.today)
        self.ladders = Ladders(tx, self.today, committee)
        self._found: dict[int, Due] = {}
        self._begins: dict[int, date | None] = {}

    @property
    def known(self) -> Known:
        """The books, read when they are first needed: after the morning's run hardly ever."""
        if self._known is None:
            self._known = occurrences.known(self.tx, self.now)
        return self._known

    def everybody(self) -> list[Due]:
        wanted = list(self._wanted())
        about = details(self.tx, {each.work.id for each in wanted})
        for each in wanted:
            self._add(each, about[each.work.id])
        self._add_directives()
        self._begin_with_one_line()
        return [due for due in self._found.values() if due.items or due.backlog]

    def _wanted(self) -> list[_Wanted]:
        found: list[_Wanted] = []
        for work in open_work(self.tx, self.ladders.horizon(), self.committee.zone):
            own = self.ladders.deadline(work)
            in_round, missing = self.ladders.in_round(work)
            ripe = [each for each in (own, in_round) if each]
            if not ripe:
                continue
            for meant in self.doers.meant(work.id, work.unit_id):
                begins = self._beginning(meant.person_id)
                if begins is None:
                    continue
                since = max(work.created_on, begins, meant.since)
                news = tuple(
                    each
                    for each in ripe
                    if each.rung.day >= since and not each.standing(meant.person_id, self.known)
                )
                late_since = self._late_since(work, own, since, meant.person_id)
                if news or late_since:
                    found.append(_Wanted(work, meant, since, news, missing, late_since))
        return found

    def _late_since(
        self, work: OpenWork, own: Ripe | None, since: date, person_id: int
    ) -> date | None:
        """Since when an assignment is of the backlog of this person: it was overdue before their
        part in it began, and they have not said a word since."""
        if own is None or own.due_on >= self.today:
            return None
        if work.reported_on is not None and work.reported_on >= since:
            return None
        if own.rung.day < since or own.passed_over(person_id, self.known):
            return max(since, own.rung.day)
        return None

    def _beginning(self, person_id: int) -> date | None:
        """The first day of which this person is told anything; None when not told today."""
        if person_id not in self._begins:
            self._begins[person_id] = self._begin(self.doers.officials[person_id])
        return self._begins[person_id]

    def _begin(self, official: Official) -> date | None:
        local = self.now.astimezone(self.committee.zone)
        if not official.takes_part:
            return None
        if quiet.holds(official.quiet, local.time(), self.committee.reminders):
            return None
        if not self.rehearsed and free_key(self.tx, official.id, self.today) is None:
            return None
        if official.joined_at is None:
            return date.min
        joined = instant(official.joined_at).astimezone(self.committee.zone)
        # Who joined after this morning's run holds the first list in hand: it begins tomorrow.
        if joined.date() == self.today and joined.time() > self.committee.reminders.hour:
            return None
        return joined.date()

    def _due(self, person_id: int) -> Due:
        if person_id not in self._found:
            self._found[person_id] = Due(self.doers.officials[person_id])
        return self._found[person_id]

    def _add(self, wanted: _Wanted, about: Row) -> None:
        work, due = wanted.work, self._due(wanted.meant.person_id)
        own = next((each for each in wanted.news if each.due_on == work.due_on), None)
        due_on = own.due_on if own else wanted.news[0].due_on if wanted.news else work.due_on
        if work.due_on is not None and work.due_on < self.today and not work.reached:
            due_on = work.due_on  # the report of a month is missing, but the work itself is late
        assert due_on is not None  # without news it is overdue by its own deadline
        item = Item(
            subject=work.subject,
            code=about["shown_code"],
            kind=about["kind"],
            title=about["title"],
            due_on=due_on,
            counted_on=self.ladders.calendar.counted(due_on),
            priority=about["priority"],
            measure=about["measure"],
            plan=about["plan"],
            value=about["value"],
            percent=about["percent"],
            direction=about["direction"],
            blocked=bool(about["blocked"]),
            missing=wanted.missing,
            discreet=bool(about["discreet"]),
            unit=about["unit"],
            instead_of=wanted.meant.instead_of,
        )
        due.works.append(work)
        due.ripe[item.subject], due.since[item.subject] = wanted.news, wanted.since
        (due.items if wanted.news else due.backlog).append(item)
        late = wanted.late_since
        if late is not None and (due.update is None or due.update.due_on < late):
            due.update = Telling(f"p:{due.official.id}", UPDATE, late, "told")

    def _add_directives(self) -> None:
        for one in unconfirmed(self.tx, self.committee.zone):
            begins = self._beginning(one.person_id)
            come = self.ladders.passed(one.confirm_by, DIRECTIVE_LADDER)
            if begins is None or not come or not self.doers.at_work(one.person_id):
                continue
            ripe = Ripe(one.subject, one.confirm_by, come[-1], come[:-1])
            if ripe.rung.day <= one.sent_on or ripe.rung.day < begins:
                continue
            if ripe.standing(one.person_id, self.known):
                continue
            due = self._due(one.person_id)
            due.ripe[one.subject] = (ripe,)
            due.since[one.subject] = max(begins, one.sent_on + timedelta(days=1))
            due.items.append(
                Item(
                    subject=one.subject,
                    code=one.code,
                    kind=DIRECTIVE,
                    title=one.subject_line,
                    due_on=one.confirm_by,
                    counted_on=self.ladders.calendar.counted(one.confirm_by),
                    priority="urgent" if one.urgent else "normal",
                )
            )

    def _begin_with_one_line(self) -> None:
        """What was overdue before is said once, all of it, each time that something joins it."""
        late = [due for due in self._found.values() if due.update]
        told = occurrences.last_of(self.known, UPDATE) if late else {}
        for due in late:
            if due.update and due.update.due_on.isoformat() <= told.get(due.official.id, ""):
                due.backlog, due.update = [], None
