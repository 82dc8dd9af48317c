"""Which assignments a list holds: my own, one code over units, what a search finds.

Reads rows only; what stands in an assignment is changed in db/assignments.py.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from db.assignments import REACHED, URGENT, WORK, ids, work_of
from db.transaction import Tx, as_json
from domain.progress import Work

# Those named as doers, by person or title; else everybody who may report for the unit.
_SEATED = (
    " a.unit_id IN (SELECT value FROM json_each(:units))"
    " AND (a.unit_id IN (SELECT value FROM json_each(:led))"
    " OR NOT EXISTS (SELECT 1 FROM assignment_people d"
    "  WHERE d.assignment_id = a.id AND d.part = 'doer')"
    " OR EXISTS (SELECT 1 FROM assignment_people d WHERE d.assignment_id = a.id"
    "  AND d.part = 'doer' AND (d.person_id IN (SELECT value FROM json_each(:people))"
    "  OR (d.person_id IS NULL AND d.title IN (SELECT value FROM json_each(:titles))))))"
)
MINE = _SEATED + " AND a.state IN ('open', 'awaiting')"


@dataclass(frozen=True, slots=True)
class Seat:
    """Whose work it is: that of `people` by name, of `titles`, and of nobody by name in `units`;
    in units that they lead (`led`) it is all of the unit's."""

    people: Collection[int]
    units: Collection[int]
    led: Collection[int]
    titles: Collection[str]

    def named(self) -> dict[str, str]:
        return {
            "people": ids(self.people),
            "units": ids(self.units),
            "led": ids(self.led),
            "titles": as_json(list(self.titles)),
        }


_BELOW = (
    "WITH RECURSIVE below(id) AS (SELECT value FROM json_each(:tops)"
    " UNION SELECT u.id FROM units u JOIN below ON u.parent_id = below.id) "
)


def with_code(
    tx: Tx, code: str, tops: Collection[int] | None, years: Sequence[int], but: Collection[int]
) -> list[Work]:
    """The code in every unit at or below `tops` (None: anywhere) except the units in `but`."""
    rows = tx.all(
        (_BELOW if tops is not None else "")
        + WORK
        + " WHERE a.year IN (SELECT value FROM json_each(:years)) AND a.code = :code"
        + (" AND a.unit_id IN (SELECT id FROM below)" if tops is not None else "")
        + " AND a.unit_id NOT IN (SELECT value FROM json_each(:but))"
        + URGENT,
        code=code,
        tops=ids(tops or ()),
        years=ids(years),
        but=ids(but),
    )
    year = next((year for year in years if any(row["year"] == year for row in rows)), None)
    return [work_of(row) for row in rows if row["year"] == year]


def involving(tx: Tx, code: str, units: Collection[int], years: Sequence[int]) -> list[Work]:
    """The code where these units coordinate or monitor another unit's assignment."""
    rows = tx.all(
        WORK + " WHERE a.code = :code AND a.year IN (SELECT value FROM json_each(:years))"
        " AND EXISTS (SELECT 1 FROM assignment_units i WHERE i.assignment_id = a.id"
        "  AND i.unit_id IN (SELECT value FROM json_each(:units)))" + URGENT,
        code=code,
        years=ids(years),
        units=ids(units),
    )
    return [work_of(row) for row in rows]


def mine(tx: Tx, seat: Seat, limit: int, offset: int = 0) -> list[Work]:
    """Open work of a seat, most urgent first."""
    rows = tx.all(
        WORK + " WHERE" + MINE + URGENT + " LIMIT :limit OFFSET :offset",
        **seat.named(),
        limit=limit,
        offset=offset,
    )
    return [work_of(row) for row in rows]


def count_mine(tx: Tx, seat: Seat, today: date) -> tuple[int, int]:
    """How much `mine` would list in all, and how much of it is overdue."""
    row = tx.one(
        "SELECT count(*), coalesce(sum(a.due_on < :today AND a.state = 'open'"
        f" AND NOT {REACHED}), 0)"
        " FROM assignments a WHERE" + MINE,
        **seat.named(),
        today=today.isoformat(),
    )
    return (0, 0) if row is None else (row[0], row[1])


def among(tx: Tx, seat: Seat, assignments: Collection[int]) -> set[int]:
    """Which of these assignments, open or not, are a seat's."""
    rows = tx.all(
        "SELECT a.id FROM assignments a WHERE a.id IN (SELECT value FROM json_each(:ids)) AND"
        + _SEATED,
        **seat.named(),
        ids=ids(assignments),
    )
    return {row["id"] for row in rows}


def search(
    tx: Tx,
    words: Sequence[str],
    tops: Collection[int] | None,
    units: Collection[int],
    limit: int,
    offset: int = 0,
) -> list[Work]:
    """Assignments whose title, code or unit holds every folded word, open ones first.

    Looked for in `units`, in what they coordinate, and at or below `tops` (None: everywhere).
    The title of what does not travel over chat is not searched either.
    """
    rows = tx.all(
        (_BELOW if tops is not None else "")
        + WORK
        + " WHERE NOT EXISTS (SELECT 1 FROM json_each(:words) w WHERE instr("
        "  CASE WHEN a.discreet THEN '' ELSE a.title_fold END || ' ' || lower(a.code) || ' '"
        "  || lower(a.shown_code) || ' ' || u.name_fold, w.value) = 0)"
        + (
            " AND (a.unit_id IN (SELECT id FROM below)"
            " OR a.unit_id IN (SELECT value FROM json_each(:units))"
            " OR EXISTS (SELECT 1 FROM assignment_units i WHERE i.assignment_id = a.id"
            "  AND i.unit_id IN (SELECT value FROM json_each(:units))))"
            if tops is not None
            else ""
        )
        + URGENT.replace(" ORDER BY ", " ORDER BY a.state NOT IN ('open', 'awaiting'), ")
        + " LIMIT :limit OFFSET :offset",
        words=json.dumps(list(words)),
        tops=ids(tops or ()),
        units=ids(units),
        limit=limit,
        offset=offset,
    )
    return [work_of(row) for row in rows]
