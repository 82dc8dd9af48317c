"""Who decides about a unit's requests, and who decides for them while they are on leave.

Decides no right itself: whoever answers is looked at again.
"""

from __future__ import annotations

from datetime import date

from db import leaves
from db.requests import CLOSE
from db.transaction import Tx
from domain.leave import stands_in


def deciders(tx: Tx, unit_id: int, kind: str, but: int, today: date) -> list[int]:
    """The chairs of the nearest unit that has any, from the unit itself upwards, or the leads of
    the nearest unit above it; that something is finished (CLOSE) the unit's own leads confirm.

    Never who asks (`but`). Whoever is on leave gives way to who stands in for them.
    """
    rows = tx.all(
        "WITH RECURSIVE up(id, parent_id, height) AS ("
        " SELECT id, parent_id, 0 FROM units WHERE id = :unit"
        " UNION SELECT u.id, u.parent_id, up.height + 1 FROM units u JOIN up"
        " ON u.id = up.parent_id WHERE up.height < 12)"
        " SELECT DISTINCT m.person_id, up.height FROM up JOIN memberships m ON m.unit_id = up.id"
        " JOIN people p ON p.id = m.person_id"
        " WHERE (m.role = 'chair' OR (m.role = 'lead' AND up.height >= :lowest))"
        " AND p.state = 'joined'"
        " AND m.person_id <> :but AND coalesce(m.valid_from, '') <= :today"
        " AND coalesce(m.valid_to, '9999') >= :today ORDER BY up.height, m.person_id",
        unit=unit_id,
        lowest=0 if kind == CLOSE else 1,
        but=but,
        today=today.isoformat(),
    )
    nearest = [row["person_id"] for row in rows if row["height"] == rows[0]["height"]]
    away = leaves.today_by_person(tx, today)
    present: list[int] = []
    for person_id in nearest:
        other = stands_in(person_id, away) if person_id in away else person_id
        taking = other if other is not None and other != but and _joined(tx, other) else person_id
        if taking not in present:
            present.append(taking)
    return present


def _joined(tx: Tx, person_id: int) -> bool:
    state: str | None = tx.value("SELECT state FROM people WHERE id = :id", id=person_id)
    return state == "joined"
