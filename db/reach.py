"""Who takes part, through which channel, and whom nothing reaches: for the office's lists."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from db.stranded import CARRIES
from db.transaction import Row, Tx
from domain.fold import fold
from domain.instants import instant

_POST_TODAY = "coalesce(m.valid_from, '') <= :today AND coalesce(m.valid_to, '9999') >= :today"
_CHATS = (
    "SELECT group_concat(channel, ' ') FROM (SELECT DISTINCT c.channel FROM chats c"
    " WHERE c.person_id = p.id AND c.state = 'bound' AND {} ORDER BY c.channel)"
)
_PEOPLE = (
    "SELECT p.id, p.full_name, p.state, coalesce(p.phone, '') AS phone,"
    " coalesce((SELECT m.title FROM memberships m WHERE m.person_id = p.id"
    f"  AND {_POST_TODAY} ORDER BY m.id LIMIT 1), '') AS title,"
    " coalesce((SELECT u.name FROM memberships m JOIN units u ON u.id = m.unit_id"
    f"  WHERE m.person_id = p.id AND {_POST_TODAY} ORDER BY m.id LIMIT 1), '') AS unit,"
    f" ({_CHATS.format(CARRIES)}) AS channels,"
    f" ({_CHATS.format(f'NOT ({CARRIES})')}) AS stopped,"
    " (SELECT max(c.heard_at) FROM chats c WHERE c.person_id = p.id"
    "  AND c.state <> 'handed_over') AS heard_at"
    " FROM people p "
)


@dataclass(frozen=True, slots=True)
class Reached:
    """One person as the office sees them. `channels`: the names of those that reach them now;
    `stopped`: of those that would if they ran."""

    id: int
    full_name: str
    state: str
    phone: str
    title: str
    unit: str
    channels: tuple[str, ...]
    stopped: tuple[str, ...]
    heard_at: datetime | None

    @property
    def within_reach(self) -> bool:
        return self.state == "joined" and bool(self.channels)


@dataclass(frozen=True, slots=True)
class UnitReach:
    """A unit with how many hold a post in it and how many of them can be written to."""

    id: int
    code: str
    name: str
    people: int
    within_reach: int


def _reached(row: Row) -> Reached:
    return Reached(
        id=row["id"],
        full_name=row["full_name"],
        state=row["state"],
        phone=row["phone"],
        title=row["title"],
        unit=row["unit"],
        channels=tuple((row["channels"] or "").split()),
        stopped=tuple((row["stopped"] or "").split()),
        heard_at=instant(row["heard_at"]) if row["heard_at"] else None,
    )


def everyone(tx: Tx, today: date) -> list[Reached]:
    """All who have not left and hold a post today, by unit in the office's order."""
    rows = tx.all(
        _PEOPLE + "WHERE p.state <> 'left' AND EXISTS (SELECT 1 FROM memberships m"
        f" WHERE m.person_id = p.id AND {_POST_TODAY})"
        " ORDER BY (SELECT min(u.place * 100000 + u.id) FROM memberships m"
        "  JOIN units u ON u.id = m.unit_id WHERE m.person_id = p.id), p.id",
        today=today.isoformat(),
    )
    return [_reached(row) for row in rows]


def one(tx: Tx, person_id: int, today: date) -> Reached | None:
    """One person."""
    row = tx.one(_PEOPLE + "WHERE p.id = :id", id=person_id, today=today.isoformat())
    return None if row is None else _reached(row)


def named(tx: Tx, words: str, today: date, most: int) -> list[Reached]:
    """People whose code, or whose name in any order, has every word."""
    wanted = fold(words).split()
    found = [
        person
        for person in everyone(tx, today)
        if wanted and set(wanted) <= set(fold(person.full_name).split())
    ]
    if not found:
        row = tx.one(
            _PEOPLE + "WHERE p.code = :code COLLATE NOCASE",
            code=words.strip(),
            today=today.isoformat(),
        )
        found = [] if row is None else [_reached(row)]
    return found[:most]


def of_unit(tx: Tx, unit_id: int, today: date) -> list[Reached]:
    """Those who hold a post in exactly this unit today."""
    rows = tx.all(
        _PEOPLE + "WHERE p.state <> 'left' AND EXISTS (SELECT 1 FROM memberships m"
        f" WHERE m.person_id = p.id AND m.unit_id = :unit AND {_POST_TODAY}) ORDER BY p.id",
        unit=unit_id,
        today=today.isoformat(),
    )
    return [_reached(row) for row in rows]


def by_unit(tx: Tx, today: date) -> list[UnitReach]:
    """Every unit that exists today, in the office's order."""
    rows = tx.all(
        "SELECT u.id, u.code, u.name, count(DISTINCT p.id) AS people,"
        " count(DISTINCT CASE WHEN p.state = 'joined' AND EXISTS (SELECT 1 FROM chats c"
        f"  WHERE c.person_id = p.id AND c.state = 'bound' AND {CARRIES}) THEN p.id END)"
        " AS within_reach"
        " FROM units u"
        f" LEFT JOIN memberships m ON m.unit_id = u.id AND {_POST_TODAY}"
        " LEFT JOIN people p ON p.id = m.person_id AND p.state <> 'left'"
        " WHERE coalesce(u.valid_from, '') <= :today AND coalesce(u.valid_to, '9999') >= :today"
        " GROUP BY u.id ORDER BY u.place, u.id",
        today=today.isoformat(),
    )
    return [UnitReach(*row) for row in rows]
