"""Directives as they are drafted, sent and sent again. Decides nobody's rights."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, datetime

from db import audit, outbox, recipients
from db.transaction import Row, Tx
from domain.directive import PENDING, Directive, choices, code, worded
from domain.instants import instant, local_day, stamp
from domain.message import DIRECTIVE, Outgoing
from domain.person import Membership, Person

_SELECT = (
    "SELECT d.id, d.code, d.subject, d.body, d.state, d.created_by, d.confirm_by, d.sent_at,"
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


# Before sending ------------------------------------------------------------------------------


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


# Sending and after ---------------------------------------------------------------------------


def send(
    tx: Tx,
    directive_id: int,
    now: datetime,
    once_key: str,
    *,
    membership: Membership | None = None,
    address: str = "đồng chí",
) -> bool:
    """Sends a draft to its recipients; False when it was sent already or is gone.

    Who has not agreed to take part is written to by nobody: without a message they count as
    unreachable, with the reason.
    """
    today = local_day(now)
    moved = tx.run(
        "UPDATE directives SET state = 'sent', code = :code, sent_at = :now, once_key = :once"
        " WHERE id = :id AND state = 'draft'",
        id=directive_id,
        code=code(_last_number(tx, today.year) + 1, today.year),
        now=stamp(now),
        once=once_key,
    )
    directive = get(tx, directive_id)
    if moved == 0 or directive is None:
        return False
    audit.record(
        tx,
        now,
        "directive.sent",
        directive.key,
        actor_id=directive.author_id,
        membership_id=membership.id if membership else None,
        text=directive.subject,
    )
    _tell(tx, directive, None, f"{DIRECTIVE}:{{person}}:{directive_id}", now, address)
    return True


def create_and_send(
    tx: Tx,
    author: Person,
    subject: str,
    body: str,
    person_ids: Iterable[int],
    confirm_by: date | None,
    now: datetime,
    once_key: str,
    *,
    address: str = "đồng chí",
) -> int:
    """A directive from nothing to queued messages in one go; its id, the same for the same key."""
    known: int | None = tx.value("SELECT id FROM directives WHERE once_key = :key", key=once_key)
    if known is not None:
        return known
    directive_id = tx.insert(
        "INSERT INTO directives (code, subject, body, confirm_by, created_by, created_at)"
        " VALUES (:code, :subject, :body, :confirm_by, :author, :now)",
        code=f"draft:{once_key}",
        subject=subject,
        body=body,
        confirm_by=confirm_by.isoformat() if confirm_by else None,
        author=author.id,
        now=stamp(now),
    )
    units = {
        one.person_id: one.unit_id for one in reversed(recipients.addressees(tx, local_day(now)))
    }
    recipients.add(
        tx, directive_id, [(person_id, units.get(person_id)) for person_id in person_ids]
    )
    send(tx, directive_id, now, once_key, address=address)
    return directive_id


def remind(
    tx: Tx, directive: Directive, now: datetime, zone_day: date, address: str = "đồng chí"
) -> int:
    """Once more to those who have it and have not confirmed, at most once a day; how many."""
    waiting = [one.person_id for one in recipients.of(tx, directive.id) if one.fate == PENDING]
    key = f"directive-again:{{person}}:{directive.id}:{zone_day}"
    return _tell(tx, directive, waiting, key, now, address)


def _tell(
    tx: Tx, directive: Directive, only: list[int] | None, key: str, now: datetime, address: str
) -> int:
    rows = tx.all(
        "SELECT p.id, p.full_name, p.language FROM recipients r JOIN people p ON p.id = r.person_id"
        " WHERE r.directive_id = :id AND (p.state = 'joined' OR (p.state = 'invited' AND NOT"
        " EXISTS (SELECT 1 FROM chats c WHERE c.person_id = p.id AND c.state = 'bound')))"
        " AND (:only IS NULL OR p.id IN (SELECT value FROM json_each(:only))) ORDER BY p.id",
        id=directive.id,
        only=None if only is None else json.dumps(only),
    )
    today, told = local_day(now), 0
    for row in rows:
        person = Person(row["id"], "", row["full_name"], "")
        queued = outbox.enqueue(
            tx,
            Outgoing(
                key=key.format(person=person.id),
                kind=DIRECTIVE,
                text=worded(
                    directive,
                    person.given_name,
                    today,
                    language=row["language"],
                    address=address,
                    again=only is not None,
                ),
                choices=choices(directive.id, row["language"], address),
                subjects=(directive.key,),
                person_id=person.id,
            ),
            now,
        )
        told += queued is not None
    return told


def _last_number(tx: Tx, year: int) -> int:
    """The highest number of the year's codes so far."""
    found = tx.value(
        "SELECT max(CAST(substr(code, 3, instr(code, '/') - 3) AS INTEGER)) FROM directives"
        " WHERE code LIKE 'CĐ%/' || :year",
        year=str(year),
    )
    return int(found or 0)


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
