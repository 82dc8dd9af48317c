"""To whom directives go and went, and who has confirmed. Decides nobody's rights, sends nothing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from db.transaction import Tx
from domain.directive import Addressee, Directive, Recipient, Tally, fate
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


def addressees(tx: Tx, today: date) -> list[Addressee]:
    """Everybody who holds a post today, once for each unit, in the office's order of units."""
    rows = tx.all(
        "SELECT p.id, p.full_name, u.id AS unit_id, u.name, u.kind, m.role"
        " FROM memberships m JOIN people p ON p.id = m.person_id JOIN units u ON u.id = m.unit_id"
        " WHERE p.state <> 'left' AND coalesce(m.valid_from, '') <= :today"
        " AND coalesce(m.valid_to, '9999') >= :today"
        " ORDER BY u.place, u.id, m.role <> 'lead', m.id",
        today=today.isoformat(),
    )
    return [Addressee(*row) for row in rows]


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


def of(tx: Tx, directive_id: int) -> list[Recipient]:
    """Every recipient in the office's order, with their fate as v_directives counts it."""
    rows = tx.all(
        "SELECT r.person_id, p.full_name, p.state AS person_state, u.name AS unit,"
        " r.acknowledged_at, o.state, o.reason"
        " FROM recipients r JOIN people p ON p.id = r.person_id"
        " LEFT JOIN units u ON u.id = r.unit_id"
        " LEFT JOIN outbox o ON o.key = 'directive:' || r.person_id || ':' || r.directive_id"
        " WHERE r.directive_id = :id ORDER BY u.place, u.id, p.id",
        id=directive_id,
    )
    return [
        Recipient(
            person_id=row["person_id"],
            full_name=row["full_name"],
            unit=row["unit"] or "",
            fate=fate(row["acknowledged_at"] is not None, row["state"]),
            acknowledged_at=instant(row["acknowledged_at"]) if row["acknowledged_at"] else None,
            why=row["person_state"] if row["person_state"] != "joined" else row["reason"] or "",
        )
        for row in rows
    ]


def tally(tx: Tx, directive: Directive) -> Tally:
    """The counts of v_directives."""
    row = tx.one(
        "SELECT recipients, acknowledged, pending, unknown, unreachable FROM v_directives"
        " WHERE code = :code",
        code=directive.code,
    )
    return Tally(*row) if row is not None else Tally(0, 0, 0, 0, 0)
