"""Directives that wait for a confirmation by a day, as a run of reminders reads them."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from db.transaction import Tx
from domain.instants import instant, local_day


@dataclass(frozen=True, slots=True)
class Unconfirmed:
    """One directive that one person has not confirmed; `sent_on` is a local day."""

    directive_id: int
    code: str
    subject_line: str
    person_id: int
    confirm_by: date
    sent_on: date
    urgent: bool

    @property
    def subject(self) -> str:
        return f"d:{self.directive_id}"


def unconfirmed(tx: Tx, zone: ZoneInfo) -> list[Unconfirmed]:
    """Who has not confirmed what, where the office still wants to hear of it."""
    rows = tx.all(
        "SELECT d.id, d.code, d.subject, d.confirm_by, d.sent_at, d.urgency, r.person_id"
        " FROM directives d JOIN recipients r ON r.directive_id = d.id"
        " WHERE d.state = 'sent' AND d.stopped_at IS NULL AND d.confirm_by IS NOT NULL"
        " AND d.sent_at IS NOT NULL AND r.acknowledged_at IS NULL"
    )
    return [
        Unconfirmed(
            directive_id=row["id"],
            code=row["code"],
            subject_line=row["subject"],
            person_id=row["person_id"],
            confirm_by=date.fromisoformat(row["confirm_by"]),
            sent_on=local_day(instant(row["sent_at"]), zone),
            urgent=row["urgency"] == "urgent",
        )
        for row in rows
    ]


def still(tx: Tx, person_id: int, subjects: Collection[str]) -> set[str]:
    """Which of these directives ("d:3") the person has still not confirmed."""
    rows = tx.connection.execute(
        "SELECT 'd:' || d.id FROM directives d JOIN recipients r ON r.directive_id = d.id"
        " WHERE 'd:' || d.id IN (SELECT value FROM json_each(:subjects))"
        " AND r.person_id = :person AND d.state = 'sent' AND d.stopped_at IS NULL"
        " AND r.acknowledged_at IS NULL",
        {"subjects": json.dumps(list(subjects)), "person": person_id},
    )
    return {row[0] for row in rows}
