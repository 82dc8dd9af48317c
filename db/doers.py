"""Who is meant by an assignment today: doers, else the unit's leads, else all its officials.

Reads people and posts once for a run; must not know what an assignment is about.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time

from db.transaction import Tx
from domain.person import LEAD, REPORTER

_ANY_DAY = date.min


@dataclass(frozen=True, slots=True)
class Official:
    """A person as reminders need them. `joined_at` is a stamp; leave is inclusive."""

    id: int
    full_name: str
    language: str
    state: str
    joined_at: str | None
    reachable: bool
    quiet: tuple[time, time] | None
    leave: tuple[date, date] | None

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
    substitute_id: int | None


class Doers:
    """`meant(assignment, unit)` for every assignment of one run on `today`."""

    def __init__(self, tx: Tx, today: date) -> None:
        self._today = today
        self.officials = _officials(tx)
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
            found = self._present(self._doers(named, unit_id), unit_id)
            if found:
                return found
        if unit_id not in self._by_unit:
            self._by_unit[unit_id] = self._of_unit(unit_id)
        return self._by_unit[unit_id]

    def at_work(self, person_id: int) -> bool:
        """Whether the person is not on leave."""
        leave = self.officials[person_id].leave
        return leave is None or not leave[0] <= self._today <= leave[1]

    def _of_unit(self, unit_id: int) -> tuple[Meant, ...]:
        posts = self._posts.get(unit_id, [])
        for roles in ((LEAD,), (LEAD, REPORTER)):
            of_role = (post for post in posts if post.role in roles)
            found = self._present(((post.person_id, post.since) for post in of_role), unit_id)
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

    def _present(self, whom: Iterable[tuple[int, date]], unit_id: int) -> tuple[Meant, ...]:
        found: dict[int, Meant] = {}
        for person_id, since in whom:
            meant = self._standing_in(person_id, since, unit_id)
            if meant and (meant.person_id not in found or not meant.instead_of):
                found[meant.person_id] = meant
        return tuple(found.values())

    def _standing_in(self, person_id: int, since: date, unit_id: int) -> Meant | None:
        """The person, or whoever takes their place while they are on leave."""
        first, seen = person_id, {person_id}
        while not self.at_work(person_id):
            leave = self.officials[person_id].leave
            since = max(since, leave[0] if leave else since)
            posts = sorted(
                self._holding.get(person_id, []), key=lambda post: post.unit_id != unit_id
            )
            other = next((post.substitute_id for post in posts if post.substitute_id), None)
            if other is None or other in seen or self.officials[other].state == "left":
                return None
            seen.add(other)
            person_id = other
        instead_of = self.officials[first].given_name if person_id != first else ""
        return Meant(person_id, since, instead_of)


def _officials(tx: Tx) -> dict[int, Official]:
    rows = tx.all(
        "SELECT p.id, p.full_name, p.language, p.state, p.joined_at, p.quiet_from, p.quiet_to,"
        " p.leave_from, p.leave_to, c.person_id IS NOT NULL AS reachable FROM people p LEFT JOIN"
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
            leave=(
                (
                    date.fromisoformat(row["leave_from"]),
                    date.fromisoformat(row["leave_to"]) if row["leave_to"] else date.max,
                )
                if row["leave_from"]
                else None
            ),
        )
        for row in rows
    }


def _posts(tx: Tx, today: date) -> list[_Post]:
    rows = tx.all(
        "SELECT m.person_id, m.unit_id, m.title, m.role, m.valid_from, m.substitute_id"
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
            substitute_id=row["substitute_id"],
        )
        for row in rows
    ]
