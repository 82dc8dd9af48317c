"""Who is meant by an assignment today: doers, else the unit's leads, else all its officials.

Reads people and posts once for a run; must not know what an assignment is about.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, time

from db import leaves
from db.transaction import Tx
from domain.leave import stands_in
from domain.person import LEAD, REPORTER

_ANY_DAY = date.min


@dataclass(frozen=True, slots=True)
class Official:
    """A person as reminders need them. `joined_at` is a stamp."""

    id: int
    full_name: str
    language: str
    state: str
    joined_at: str | None
    reachable: bool
    quiet: tuple[time, time] | None

    @property
    def given_name(self) -> str:
        return (self.full_name.split() or [""])[-1]

    @property
    def takes_part(self) -> bool:
        """Nothing accrues for those who have not joined or whom nothing reaches."""
        return self.state == "joined" and self.reachable


@dataclass(frozen=True, slots=True)
class Meant:
    """One who is meant. Steps before `since` were somebody else's; `instead_of` is on leave."""

    person_id: int
    since: date = _ANY_DAY
    instead_of: str = ""


@dataclass(frozen=True, slots=True)
class _Post:
    person_id: int
    unit_id: int
    title: str
    role: str
    since: date


class Doers:
    """`meant(assignment, unit)` for every assignment of one run on `today`."""

    def __init__(self, tx: Tx, today: date) -> None:
        self._today = today
        self.officials = _officials(tx)
        self._away = leaves.today_by_person(tx, today)
        self._posts: dict[int, list[_Post]] = {}
        self._holding: dict[int, list[_Post]] = {}
        for post in _posts(tx, today):
            self._posts.setdefault(post.unit_id, []).append(post)
            self._holding.setdefault(post.person_id, []).append(post)
        self._named: dict[int, list[tuple[int | None, str]]] = {}
        for row in tx.connection.execute(
            "SELECT d.assignment_id, d.person_id, d.title FROM assignment_people d"
            " JOIN assignments a ON a.id = d.assignment_id"
            " WHERE d.part = 'doer' AND a.state = 'open'"
        ):
            self._named.setdefault(row[0], []).append((row[1], row[2].strip().casefold()))
        self._by_unit: dict[int, tuple[Meant, ...]] = {}

    def meant(self, assignment_id: int, unit_id: int) -> tuple[Meant, ...]:
        """Those who are meant and at work today, or who stand in for them; empty for nobody."""
        named = self._named.get(assignment_id)
        if named:
            doers = tuple(self._doers(named, unit_id))
            found = self._present(doers)
            if found:
                return found
            absent = next((one for one, _ in doers if not self.at_work(one)), None)
            if absent is not None:
                return self._instead_of(absent, self._unit(unit_id))
        return self._unit(unit_id)

    def at_work(self, person_id: int) -> bool:
        """Whether the person is not on leave."""
        return person_id not in self._away

    def _instead_of(self, absent: int, others: Iterable[Meant]) -> tuple[Meant, ...]:
        """Nobody stands in for who is away, so the unit's leads are told, and for whom."""
        name, begun = self.officials[absent].given_name, self._away[absent].first_on
        return tuple(
            replace(each, since=max(each.since, begun), instead_of=name) for each in others
        )

    def _unit(self, unit_id: int) -> tuple[Meant, ...]:
        if unit_id not in self._by_unit:
            self._by_unit[unit_id] = self._of_unit(unit_id)
        return self._by_unit[unit_id]

    def _of_unit(self, unit_id: int) -> tuple[Meant, ...]:
        posts = self._posts.get(unit_id, [])
        for roles in ((LEAD,), (LEAD, REPORTER)):
            of_role = (post for post in posts if post.role in roles)
            found = self._present((post.person_id, post.since) for post in of_role)
            if found:
                return found
        return ()

    def _doers(
        self, named: list[tuple[int | None, str]], unit_id: int
    ) -> Iterator[tuple[int, date]]:
        for person_id, title in named:
            if person_id is not None:
                # Who has left every post is no longer meant; the unit is.
                if person_id in self._holding:
                    yield person_id, _ANY_DAY
                continue
            for post in self._posts.get(unit_id, []):
                if title and post.title.strip().casefold() == title:
                    yield post.person_id, post.since

    def _present(self, whom: Iterable[tuple[int, date]]) -> tuple[Meant, ...]:
        found: dict[int, Meant] = {}
        for person_id, since in whom:
            meant = self._standing_in(person_id, since)
            if meant and (meant.person_id not in found or not meant.instead_of):
                found[meant.person_id] = meant
        return tuple(found.values())

    def _standing_in(self, person_id: int, since: date) -> Meant | None:
        """The person, or whoever takes their place while they are on leave."""
        other = stands_in(person_id, self._away)
        if other == person_id:
            return Meant(person_id, since)
        if other is None or not self.officials[other].takes_part:
            return None  # the unit's leads are told then
        begun = self._away[person_id].first_on
        return Meant(other, max(since, begun), self.officials[person_id].given_name)


def _officials(tx: Tx) -> dict[int, Official]:
    rows = tx.all(
        "SELECT p.id, p.full_name, p.language, p.state, p.joined_at, p.quiet_from, p.quiet_to,"
        " c.person_id IS NOT NULL AS reachable FROM people p LEFT JOIN"
        " (SELECT DISTINCT person_id FROM chats WHERE state = 'bound' AND kind = 'private') c"
        " ON c.person_id = p.id"
    )
    return {
        row["id"]: Official(
            id=row["id"],
            full_name=row["full_name"],
            language=row["language"],
            state=row["state"],
            joined_at=row["joined_at"],
            reachable=bool(row["reachable"]),
            quiet=(
                (time.fromisoformat(row["quiet_from"]), time.fromisoformat(row["quiet_to"]))
                if row["quiet_from"] and row["quiet_to"]
                else None
            ),
        )
        for row in rows
    }


def _posts(tx: Tx, today: date) -> list[_Post]:
    rows = tx.all(
        "SELECT m.person_id, m.unit_id, m.title, m.role, m.valid_from"
        " FROM memberships m JOIN people p ON p.id = m.person_id WHERE p.state <> 'left'"
        " AND coalesce(m.valid_from, '') <= :today AND coalesce(m.valid_to, '9999') >= :today"
        " ORDER BY m.id",
        today=today.isoformat(),
    )
    return [
        _Post(
            person_id=row["person_id"],
            unit_id=row["unit_id"],
            title=row["title"],
            role=row["role"],
            since=date.fromisoformat(row["valid_from"]) if row["valid_from"] else _ANY_DAY,
        )
        for row in rows
    ]
