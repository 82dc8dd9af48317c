"""Personal data: erased but for what signed records must keep, or handed over whole."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from db import audit
from db.transaction import Tx
from domain.instants import stamp
from domain.message import ANSWER


def erase(tx: Tx, code: str, now: datetime) -> bool:
    """Takes away chat ids, telephone and the words of messages; names stay in signed records.

    False when there is no such person.
    """
    person_id = tx.value("SELECT id FROM people WHERE code = :code", code=code)
    if person_id is None:
        return False
    moment = stamp(now)
    chats = tx.all("SELECT channel, chat FROM chats WHERE person_id = :id", id=person_id)
    for row in chats:
        named = {"channel": row["channel"], "chat": row["chat"]}
        tx.run(
            "UPDATE inbox SET raw = '{}', chat = '', sender = '' WHERE channel = :channel"
            " AND chat = :chat AND state NOT IN ('new', 'claimed')",
            **named,
        )
        _erase_in_groups(tx, **named)
        tx.run("DELETE FROM sent WHERE channel = :channel AND chat = :chat", **named)
        tx.run("DELETE FROM offers WHERE channel = :channel AND chat = :chat", **named)
        tx.run("DELETE FROM conversations WHERE channel = :channel AND chat = :chat", **named)
    tx.run("DELETE FROM offers WHERE person_id = :id", id=person_id)
    tx.run("DELETE FROM doubts WHERE person_id = :id", id=person_id)
    tx.run(
        "UPDATE outbox SET state = 'cancelled', reason = 'erased'"
        " WHERE person_id = :id AND state = 'queued'",
        id=person_id,
    )
    tx.run(
        "UPDATE outbox SET text = '', spans = '', choices = '', chat = '' WHERE person_id = :id"
        " AND state <> 'sending'",
        id=person_id,
    )
    tx.run("DELETE FROM leaves WHERE person_id = :id", id=person_id)
    tx.run("UPDATE leaves SET substitute_id = NULL WHERE substitute_id = :id", id=person_id)
    tx.run("UPDATE leaves SET set_by = NULL WHERE set_by = :id", id=person_id)
    tx.run("UPDATE invites SET used_chat_id = NULL WHERE person_id = :id", id=person_id)
    tx.run("DELETE FROM chats WHERE person_id = :id", id=person_id)
    tx.run(
        "UPDATE people SET phone = NULL, quiet_from = NULL, quiet_to = NULL, state = 'left',"
        " erased_at = :now WHERE id = :id",
        id=person_id,
        now=moment,
    )
    tx.run(
        "DELETE FROM audit_texts WHERE audit_id IN (SELECT id FROM audit WHERE actor_id = :id)",
        id=person_id,
    )
    tx.run(
        "INSERT OR REPLACE INTO erasures (person_code, erased_at) VALUES (:code, :now)",
        code=code,
        now=moment,
    )
    audit.record(tx, now, "erase", f"p:{person_id}")
    return True


def _erase_in_groups(tx: Tx, channel: str, chat: str) -> None:
    """What they wrote in groups, where the chat is not theirs, and what was answered there."""
    tx.run(
        "UPDATE outbox SET text = '', spans = '', choices = '' WHERE state <> 'sending' AND key IN"
        " (SELECT :answer || i.channel || ':' || i.update_key || e.value FROM inbox i"
        '  JOIN json_each(\'["", ":group"]\') e'
        "  WHERE i.channel = :channel AND i.sender = :chat AND i.chat <> :chat)",
        answer=f"{ANSWER}:",
        channel=channel,
        chat=chat,
    )
    tx.run(
        "UPDATE inbox SET raw = '{}', sender = '' WHERE channel = :channel AND sender = :chat"
        " AND state NOT IN ('new', 'claimed')",
        channel=channel,
        chat=chat,
    )
    tx.run(
        "DELETE FROM conversations WHERE channel = :channel AND sender = :chat",
        channel=channel,
        chat=chat,
    )


def apply_again(tx: Tx, codes: list[str], now: datetime) -> None:
    """After a restore: those who were erased since stay erased."""
    for code in codes:
        erase(tx, code, now)


def data_of(tx: Tx, code: str) -> dict[str, Any] | None:
    """Everything kept about a person but for the messages, to be handed over; None for nobody."""
    person = tx.one("SELECT * FROM people WHERE code = :code", code=code)
    if person is None:
        return None
    named = {"id": person["id"]}

    def rows(sql: str) -> list[dict[str, Any]]:
        return [dict(row) for row in tx.all(sql, **named)]

    return {
        "person": dict(person),
        "memberships": rows(
            "SELECT u.name AS unit, m.title, m.role, m.valid_from, m.valid_to,"
            " s.full_name AS substitute FROM memberships m JOIN units u ON u.id = m.unit_id"
            " LEFT JOIN people s ON s.id = m.substitute_id WHERE m.person_id = :id ORDER BY m.id"
        ),
        "leaves": rows(
            "SELECT l.first_on, l.last_on, p.full_name AS substitute, l.cancelled_at FROM leaves l"
            " LEFT JOIN people p ON p.id = l.substitute_id WHERE l.person_id = :id ORDER BY l.id"
        ),
        "chats": rows(
            "SELECT channel, chat, state, bound_at, heard_at FROM chats WHERE person_id = :id"
        ),
        "invites": rows(
            "SELECT created_at, expires_at, used_at, revoked_at FROM invites"
            " WHERE person_id = :id ORDER BY id"
        ),
        "progress": rows(
            "SELECT a.shown_code AS code, g.intent, g.percent, g.value, g.basis,"
            " nullif(g.estimate, 0) AS estimate, g.note, g.source, g.period, g.reported_at,"
            " b.full_name AS reported_by, g.superseded_at, nullif(g.withdrawn, 0) AS withdrawn"
            " FROM progress g JOIN assignments a ON a.id = g.assignment_id"
            " LEFT JOIN people b ON b.id = g.reported_by"
            " WHERE g.person_id = :id OR g.reported_by = :id ORDER BY g.id"
        ),
        "evidence": rows(
            "SELECT a.shown_code AS code, e.name, e.number, e.dated_on, e.added_at FROM evidence e"
            " LEFT JOIN assignments a ON a.id = e.assignment_id WHERE e.person_id = :id"
            " ORDER BY e.id"
        ),
        "requests": rows(
            "SELECT q.kind, a.shown_code AS code, q.wanted_on, q.note, q.asked_at, q.state,"
            " q.granted_on, q.decision_note FROM requests q"
            " JOIN assignments a ON a.id = q.assignment_id WHERE q.person_id = :id ORDER BY q.id"
        ),
        "directives": rows(
            "SELECT d.code, d.subject, r.acknowledged_at FROM recipients r"
            " JOIN directives d ON d.id = r.directive_id WHERE r.person_id = :id ORDER BY d.id"
        ),
    }


def messages_of(tx: Tx, code: str) -> dict[str, list[dict[str, Any]]]:
    """What they wrote, as the platforms brought it, and what was said to them. Looks through all
    messages there are: not for a turn in the chat."""
    named = {"code": code}
    heard = tx.all(
        "SELECT channel, received_at, raw FROM inbox"
        " WHERE person_id = (SELECT id FROM people WHERE code = :code) ORDER BY id",
        **named,
    )
    said = tx.all(
        "SELECT kind, text, created_at, state FROM outbox"
        " WHERE person_id = (SELECT id FROM people WHERE code = :code) ORDER BY id",
        **named,
    )
    return {"heard": [dict(row) for row in heard], "messages": [dict(row) for row in said]}
