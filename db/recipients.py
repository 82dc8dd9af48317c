"""To whom directives go and went, and who has confirmed. Decides nobody's rights, sends nothing."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime

from db.transaction import Row, Tx
from domain.directive import Directive, Recipient, Tally
from domain.instants import instant, stamp


def add(tx: Tx, directive_id: int, people: Iterable[tuple[int, int | None]]) -> int:
    """Adds (person, unit) to a directive; says how many were not there before."""
    return tx.run_each(
        "INSERT INTO recipients (directive_id, person_id, unit_id) VALUES (:id, :person, :unit)"
        " ON CONFLICT DO NOTHING",
        [{"id": directive_id, "person": person, "unit": unit} for person, unit in people],
    )


def clear(tx: Tx, directive_id: int) -> None:
    """Empties a draft's list of recipients."""
    tx.run(
        "DELETE FROM recipients WHERE directive_id = :id"
        " AND directive_id IN (SELECT id FROM directives WHERE state = 'draft')",
        id=directive_id,
    )


def acknowledge(
    tx: Tx, directive_id: int, person_id: int, inbox_id: int | None, now: datetime
) -> bool:
    """Notes that the person has it; False when that was noted, or they were never written to."""
    moved = tx.run(
        "UPDATE recipients SET acknowledged_at = :now, inbox_id = :inbox"
        " WHERE directive_id = :id AND person_id = :person AND acknowledged_at IS NULL"
        " AND directive_id IN (SELECT id FROM directives WHERE state = 'sent')",
        id=directive_id,
        person=person_id,
        inbox=inbox_id,
        now=stamp(now),
    )
    return moved == 1


def acknowledged_at(tx: Tx, directive_id: int, person_id: int) -> datetime | None:
    """When the person confirmed."""
    at = tx.value(
        "SELECT acknowledged_at FROM recipients WHERE directive_id = :id AND person_id = :person",
        id=directive_id,
        person=person_id,
    )
    return instant(at) if at else None


def is_recipient(tx: Tx, directive_id: int, person_id: int) -> bool:
    """Whether it was sent to this person."""
    return bool(
        tx.value(
            "SELECT 1 FROM recipients r JOIN directives d ON d.id = r.directive_id"
            " WHERE r.directive_id = :id AND r.person_id = :person AND d.state = 'sent'",
            id=directive_id,
            person=person_id,
        )
    )


def count(tx: Tx, directive_id: int) -> int:
    """How many recipients a directive or a draft has."""
    return int(
        tx.value("SELECT count(*) FROM recipients WHERE directive_id = :id", id=directive_id)
    )


def confirmed(tx: Tx, directive_id: int) -> tuple[int, int]:
    """How many have confirmed, and of how many."""
    row = tx.one(
        "SELECT count(acknowledged_at), count(*) FROM recipients WHERE directive_id = :id",
        id=directive_id,
    )
    return (row[0], row[1]) if row is not None else (0, 0)


_RECIPIENTS = (
    "SELECT r.person_id, p.full_name, p.state AS person_state, u.name AS unit,"
    " r.acknowledged_at, r.fate, r.reason"
    " FROM recipient_fates r JOIN people p ON p.id = r.person_id"
    " LEFT JOIN units u ON u.id = r.unit_id WHERE r.directive_id = :id"
)


def of(tx: Tx, directive_id: int, fate: str, start: int, most: int) -> list[Recipient]:
    """A page of the recipients of one fate, in the office's order."""
    rows = tx.all(
        f"{_RECIPIENTS} AND r.fate = :fate ORDER BY u.place, u.id, p.id LIMIT :most OFFSET :start",
        id=directive_id,
        fate=fate,
        start=start,
        most=most,
    )
    return [_recipient(row) for row in rows]


def within(tx: Tx, directive_id: int, units: Iterable[int], name: str) -> list[Recipient]:
    """The recipients in these units, and those called so by the whole of their folded name or its
    end."""
    rows = tx.all(
        f"{_RECIPIENTS} AND (r.unit_id IN (SELECT value FROM json_each(:units))"
        " OR p.name_fold = :name OR substr(p.name_fold, -length(:name) - 1) = ' ' || :name)"
        " ORDER BY u.place, u.id, p.id",
        id=directive_id,
        units=json.dumps(list(units)),
        name=name,
    )
    return [_recipient(row) for row in rows]


def _recipient(row: Row) -> Recipient:
    return Recipient(
        person_id=row["person_id"],
        full_name=row["full_name"],
        unit=row["unit"] or "",
        fate=row["fate"],
        acknowledged_at=instant(row["acknowledged_at"]) if row["acknowledged_at"] else None,
        why=row["person_state"] if row["person_state"] != "joined" else row["reason"],
    )


def remove(tx: Tx, draft_id: int, people: Iterable[int], units: Iterable[int]) -> int:
    """Takes these people and all who are written to in these units off a draft's list; how many."""
    return tx.run(
        "DELETE FROM recipients WHERE directive_id = :id"
        " AND directive_id IN (SELECT id FROM directives WHERE state = 'draft')"
        " AND (person_id IN (SELECT value FROM json_each(:people))"
        "  OR unit_id IN (SELECT value FROM json_each(:units)))",
        id=draft_id,
        people=json.dumps(list(people)),
        units=json.dumps(list(units)),
    )


def listed(tx: Tx, draft_id: int) -> list[tuple[int, int]]:
    """(person, unit) of everybody on the list; a unit of 0 where none is noted."""
    rows = tx.all(
        "SELECT person_id, coalesce(unit_id, 0) FROM recipients WHERE directive_id = :id",
        id=draft_id,
    )
    return [(row[0], row[1]) for row in rows]


def by_unit(tx: Tx, draft_id: int, start: int, most: int) -> tuple[int, dict[str, list[str]]]:
    """In how many units the recipients are; of a page of them the names, by unit."""
    units = tx.value(
        "SELECT count(DISTINCT coalesce(unit_id, 0)) FROM recipients WHERE directive_id = :id",
        id=draft_id,
    )
    rows = tx.all(
        "SELECT coalesce(u.name, '') AS unit, p.full_name FROM recipients r"
        " JOIN people p ON p.id = r.person_id LEFT JOIN units u ON u.id = r.unit_id"
        " WHERE r.directive_id = :id ORDER BY u.place, u.id, p.id LIMIT :most OFFSET :start",
        id=draft_id,
        most=most,
        start=start,
    )
    found: dict[str, list[str]] = {}
    for row in rows:
        found.setdefault(row["unit"], []).append(row["full_name"])
    return units, found


def tally(tx: Tx, directive: Directive) -> Tally:
    """The counts of v_directives."""
    row = tx.one(
        "SELECT recipients, acknowledged, pending, unknown, unreachable FROM v_directives"
        " WHERE code = :code",
        code=directive.code,
    )
    return Tally(*row) if row is not None else Tally(0, 0, 0, 0, 0)
