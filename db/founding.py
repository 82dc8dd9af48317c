"""The first rows of a new register: the root unit and the admin who invites everybody else."""

from __future__ import annotations

from datetime import datetime

from db import audit, invites
from db.transaction import Tx
from domain.fold import fold

ROOT, ADMIN = "GOC", "QT-01"


def found(tx: Tx, committee: str, admin: str, now: datetime) -> invites.Invitation:
    """Makes the root unit and the first admin; the admin's invitation."""
    unit_id = tx.insert(
        "INSERT INTO units (code, name, name_fold, kind) VALUES (:code, :name, :fold, 'cấp ủy')",
        code=ROOT,
        name=committee,
        fold=fold(committee),
    )
    person_id = tx.insert(
        "INSERT INTO people (code, full_name, name_fold) VALUES (:code, :name, :fold)",
        code=ADMIN,
        name=admin,
        fold=fold(admin),
    )
    tx.insert(
        "INSERT INTO memberships (person_id, unit_id, title, role)"
        " VALUES (:person, :unit, 'Quản trị', 'admin')",
        person=person_id,
        unit=unit_id,
    )
    audit.record(tx, now, "init", f"p:{person_id}")
    return invites.issue(tx, person_id, now)
