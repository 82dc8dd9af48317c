"""To whom directives may go: who holds a post today in units that may be directed.

Decides nobody's rights: the units are given.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date

from db.transaction import Tx
from domain.directive import Addressee

# Posts of today in the given units; `lead` counts only leads, `me` is never an addressee.
_POSTS = (
    "FROM memberships m JOIN people p ON p.id = m.person_id JOIN units u ON u.id = m.unit_id"
    " WHERE m.unit_id IN (SELECT value FROM json_each(:units))"
    " AND p.state <> 'left' AND p.id <> :me AND (:lead = 0 OR m.role = 'lead')"
    " AND coalesce(m.valid_from, '') <= :today AND coalesce(m.valid_to, '9999') >= :today"
)


def count(tx: Tx, me: int, units: Iterable[int], lead: bool, today: date) -> tuple[int, int]:
    """How many units and how many people these are."""
    row = tx.one(
        f"SELECT count(DISTINCT m.unit_id), count(DISTINCT m.person_id) {_POSTS}",
        me=me,
        units=json.dumps(list(units)),
        lead=lead,
        today=today.isoformat(),
    )
    return (row[0], row[1]) if row is not None else (0, 0)


def add(tx: Tx, directive_id: int, me: int, units: Iterable[int], lead: bool, today: date) -> int:
    """Adds them all to a directive, each once: a post as a lead counts before others."""
    return tx.run(
        "INSERT INTO recipients (directive_id, person_id, unit_id)"
        f" SELECT :id, m.person_id, m.unit_id {_POSTS}"
        " ORDER BY m.person_id, m.role <> 'lead', u.place, u.id, m.id ON CONFLICT DO NOTHING",
        id=directive_id,
        me=me,
        units=json.dumps(list(units)),
        lead=lead,
        today=today.isoformat(),
    )


def in_unit(tx: Tx, me: int, unit_id: int, today: date) -> list[Addressee]:
    """Whoever holds a post in one unit, leads first."""
    rows = tx.all(
        "SELECT p.id, p.full_name, u.id AS unit_id, u.name, m.role"
        f" {_POSTS} ORDER BY m.role <> 'lead', m.id",
        me=me,
        units=json.dumps([unit_id]),
        lead=False,
        today=today.isoformat(),
    )
    return [Addressee(*row) for row in rows]


def named(tx: Tx, me: int, units: Iterable[int], fold: str, today: date) -> list[Addressee]:
    """Whoever is called so, by the whole name or its end ("Lan", "Hoàng Lan"), or has this code;
    once for each post in these units."""
    rows = tx.all(
        "SELECT p.id, p.full_name, u.id AS unit_id, u.name, m.role"
        f" {_POSTS} AND p.id IN (SELECT id FROM people WHERE name_fold = :fold"
        " OR substr(name_fold, -length(:fold) - 1) = ' ' || :fold OR lower(code) = :fold)"
        " ORDER BY u.place, u.id, m.role <> 'lead', m.id",
        me=me,
        units=json.dumps(list(units)),
        lead=False,
        today=today.isoformat(),
        fold=fold,
    )
    return [Addressee(*row) for row in rows]


def titled(tx: Tx, me: int, units: Iterable[int], today: date) -> list[tuple[Addressee, str]]:
    """Whoever holds a post in these units, with its title as the office wrote it."""
    rows = tx.all(
        "SELECT p.id, p.full_name, u.id AS unit_id, u.name, m.role, coalesce(m.title, '')"
        f" {_POSTS} ORDER BY u.place, u.id, m.role <> 'lead', m.id",
        me=me,
        units=json.dumps(list(units)),
        lead=False,
        today=today.isoformat(),
    )
    return [(Addressee(*tuple(row)[:5]), row[5]) for row in rows]


def strangers(tx: Tx, directive_id: int, me: int, units: Iterable[int], today: date) -> bool:
    """Whether somebody on the list holds no post in these units any more."""
    return bool(
        tx.value(
            "SELECT EXISTS (SELECT 1 FROM recipients WHERE directive_id = :id AND person_id NOT IN"
            f" (SELECT m.person_id {_POSTS}))",
            id=directive_id,
            me=me,
            units=json.dumps(list(units)),
            lead=False,
            today=today.isoformat(),
        )
    )
