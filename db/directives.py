"""Directives as they are drafted, listed and read. Sends none, decides nobody's rights."""

from __future__ import annotations

from datetime import date, datetime

from db import recipients
from db.transaction import Row, Tx
from domain.directive import Directive
from domain.instants import instant, stamp

_SELECT = (
    "SELECT d.id, d.code, d.subject, d.body, d.state, d.created_by, d.confirm_by, d.sent_at,"
    " d.urgency,"
    " p.full_name || coalesce(', ' || (SELECT nullif(m.title, '') FROM memberships m"
    " WHERE m.person_id = p.id ORDER BY m.role <> 'office', m.id LIMIT 1), '') AS sender"
    " FROM directives d JOIN people p ON p.id = d.created_by "
)


def _directive(row: Row) -> Directive:
    return Directive(
        id=row["id"],
        code=row["code"],
        subject=row["subject"],
        body=row["body"],
        state=row["state"],
        author_id=row["created_by"],
        sender=row["sender"],
        confirm_by=date.fromisoformat(row["confirm_by"]) if row["confirm_by"] else None,
        sent_at=instant(row["sent_at"]) if row["sent_at"] else None,
        urgent=row["urgency"] == "urgent",
    )


def get(tx: Tx, directive_id: int) -> Directive | None:
    """One directive or draft."""
    row = tx.one(_SELECT + "WHERE d.id = :id", id=directive_id)
    return None if row is None else _directive(row)


def by_code(tx: Tx, wanted: str) -> Directive | None:
    """The directive that is called `wanted`, as domain.directive.code writes it."""
    row = tx.one(_SELECT + "WHERE d.code = :code AND d.state <> 'draft'", code=wanted)
    return None if row is None else _directive(row)


def sent(tx: Tx, author_id: int | None, most: int) -> list[Directive]:
    """What was sent last, by this author or, for None, by anybody."""
    rows = tx.all(
        _SELECT + "WHERE d.state = 'sent' AND (:author IS NULL OR d.created_by = :author)"
        " ORDER BY d.sent_at DESC, d.id DESC LIMIT :most",
        author=author_id,
        most=most,
    )
    return [_directive(row) for row in rows]


def draft(tx: Tx, author_id: int, subject: str, body: str, key: str, now: datetime) -> int:
    """Begins a directive; whatever its author had begun before and not sent is dropped."""
    for row in tx.all(
        "SELECT id FROM directives WHERE created_by = :author AND state = 'draft'",
        author=author_id,
    ):
        drop(tx, row["id"])
    return tx.insert(
        "INSERT INTO directives (code, subject, body, created_by, created_at)"
        " VALUES (:code, :subject, :body, :author, :now)",
        code=f"draft:{key}",
        subject=subject,
        body=body,
        author=author_id,
        now=stamp(now),
    )


def reword(tx: Tx, directive_id: int, subject: str, body: str) -> None:
    """Other words for a draft."""
    tx.run(
        "UPDATE directives SET subject = :subject, body = :body, version = version + 1"
        " WHERE id = :id AND state = 'draft'",
        id=directive_id,
        subject=subject,
        body=body,
    )


def set_confirm_by(tx: Tx, directive_id: int, day: date | None) -> None:
    """Until the end of which day a draft's recipients should confirm."""
    tx.run(
        "UPDATE directives SET confirm_by = :day WHERE id = :id AND state = 'draft'",
        id=directive_id,
        day=day.isoformat() if day else None,
    )


def drop(tx: Tx, directive_id: int) -> bool:
    """Forgets a draft; False when there was none."""
    recipients.clear(tx, directive_id)
    gone = tx.run("DELETE FROM directives WHERE id = :id AND state = 'draft'", id=directive_id)
    return gone == 1


def waiting_for(tx: Tx, person_id: int, most: int = 9) -> list[Directive]:
    """What this person has not confirmed, what must be confirmed first at the head."""
    rows = tx.all(
        _SELECT + "JOIN recipients r ON r.directive_id = d.id WHERE r.person_id = :person"
        " AND r.acknowledged_at IS NULL AND d.state = 'sent'"
        " ORDER BY coalesce(d.confirm_by, '9999'), d.sent_at DESC LIMIT :most",
        person=person_id,
        most=most,
    )
    return [_directive(row) for row in rows]
