"""Units and the tree that they form on a given day. No people."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable
from datetime import date

from db.transaction import Row, Tx
from domain.fold import fold
from domain.unit import Unit, mentions, spelled_out

_LONGEST_NAME = 10  # words
_COLUMNS = "id, code, name, kind, parent_id, valid_from, valid_to"
_EXISTS = "coalesce(valid_from, '') <= :today AND coalesce(valid_to, '9999') >= :today"


def _unit(row: Row) -> Unit:
    return Unit(
        id=row["id"],
        code=row["code"],
        name=row["name"],
        kind=row["kind"],
        parent_id=row["parent_id"],
        valid_from=date.fromisoformat(row["valid_from"]) if row["valid_from"] else None,
        valid_to=date.fromisoformat(row["valid_to"]) if row["valid_to"] else None,
    )


def get(tx: Tx, unit_id: int) -> Unit | None:
    """One unit."""
    row = tx.one(f"SELECT {_COLUMNS} FROM units WHERE id = :id", id=unit_id)
    return None if row is None else _unit(row)


def names(tx: Tx, unit_ids: Iterable[int]) -> dict[int, str]:
    """The names of these units."""
    rows = tx.all(
        "SELECT id, name FROM units WHERE id IN (SELECT value FROM json_each(:ids))",
        ids=json.dumps(list(unit_ids)),
    )
    return {row["id"]: row["name"] for row in rows}


def existing(tx: Tx, today: date) -> list[Unit]:
    """Every unit that exists on `today`, in the office's order."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM units WHERE {_EXISTS} ORDER BY place, id",
        today=today.isoformat(),
    )
    return [_unit(row) for row in rows]


def below(tx: Tx, tops: Collection[int] | None) -> list[int]:
    """The ids of every unit at or below these; None is everywhere."""
    if tops is None:
        return [row["id"] for row in tx.all("SELECT id FROM units")]
    rows = tx.all(
        "WITH RECURSIVE below(id) AS (SELECT value FROM json_each(:tops)"
        " UNION SELECT u.id FROM units u JOIN below ON u.parent_id = below.id)"
        " SELECT id FROM below",
        tops=json.dumps(list(tops)),
    )
    return [row["id"] for row in rows]


def called(tx: Tx, words: str, today: date) -> list[Unit]:
    """The units that `words` may mean on `today`: a code, a whole name, or a part of a name that
    begins and ends with a word ("phường 4" is not "phường 41"). The surest kind of match alone;
    short forms ("p4") mean what they stand for unless a unit is called so."""
    return _meant(_every(tx, today), words)


def beginning(tx: Tx, words: str, today: date) -> tuple[list[Unit], str]:
    """The units that the longest beginning of `words` may mean, and what stands behind it; nothing
    where that is no more than the word for a kind of unit ("phường")."""
    every, ends = _every(tx, today), [found.start() for found in re.finditer(r"\s", words)]
    for end in reversed(ends[:_LONGEST_NAME]):
        name = words[:end].strip(" ,.:;-")
        found = _meant(every, name)
        if found and (" " in spelled_out(name) or len(found) == 1):
            return found, words[end:].strip(" ,.:;-")
    return [], ""


def named_in(tx: Tx, text: str, today: date) -> tuple[list[Unit], str]:
    """The units that the text names, in order, and the folded text with "#" for each: of names that
    overlap the longest."""
    folded, found = fold(text), []
    for row in _every(tx, today):
        found += [(each.span(), row) for each in mentions(row["name"]).finditer(folded)]
    found.sort(key=lambda each: (each[0][0], -each[0][1]))
    named, bare, past = [], "", 0
    for (start, end), row in found:
        if start >= past:
            named.append(_unit(row))
            bare += folded[past:start] + " # "
            past = end
    return named, bare + folded[past:]


def _every(tx: Tx, today: date) -> list[Row]:
    return tx.all(
        f"SELECT {_COLUMNS}, name_fold FROM units WHERE {_EXISTS} ORDER BY place, id",
        today=today.isoformat(),
    )


def _meant(every: list[Row], words: str) -> list[Unit]:
    return _called(every, fold(words)) or _called(every, spelled_out(words))


def _called(every: list[Row], wanted: str) -> list[Unit]:
    if not wanted:
        return []
    for fits in (
        [row for row in every if wanted in (row["name_fold"], fold(row["code"]))],
        [row for row in every if row["name_fold"].endswith(f" {wanted}")],
        [row for row in every if f" {wanted} " in f" {row['name_fold']} "],
    ):
        if fits:
            return [_unit(row) for row in fits]
    return []
