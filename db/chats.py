"""Which chat belongs to whom, when it was last heard from, and whether it still can be reached."""

from __future__ import annotations

from datetime import datetime

from db.transaction import Tx
from domain.instants import stamp
from domain.message import ChatRef


def owner(tx: Tx, at: ChatRef) -> int | None:
    """The person whose private chat this is now."""
    found: int | None = tx.value(
        "SELECT person_id FROM chats WHERE channel = :channel AND chat = :chat"
        " AND state <> 'handed_over'",
        channel=at.channel,
        chat=at.chat,
    )
    return found


def speaker(tx: Tx, at: ChatRef, now: datetime) -> tuple[int | None, bool]:
    """Whose private chat this is, noting that they were heard; and whether it was thought dead."""
    row = tx.one(
        "SELECT id, person_id, state FROM chats WHERE channel = :channel AND chat = :chat"
        " AND state <> 'handed_over'",
        channel=at.channel,
        chat=at.chat,
    )
    if row is None or row["person_id"] is None:
        return None, False
    dark = row["state"] == "unreachable"
    if dark:
        heard(tx, at, now)
    else:  # by far the most: no index need be touched
        tx.run("UPDATE chats SET heard_at = :now WHERE id = :id", id=row["id"], now=stamp(now))
    return row["person_id"], dark


def preferred(tx: Tx, person_id: int, but: ChatRef | None = None) -> ChatRef | None:
    """The chat to write to: the one last heard from that can be reached, leaving out `but`.

    A channel that is down comes after one that works; one that is configured no more, never.
    """
    row = tx.one(
        "SELECT channel, chat FROM chats c WHERE person_id = :person AND state = 'bound'"
        " AND kind = 'private' AND NOT (channel = :channel AND chat = :chat)"
        " AND (NOT EXISTS (SELECT 1 FROM facts WHERE name = 'channels') OR channel IN"
        "  (SELECT j.value FROM facts f, json_each(f.value) j WHERE f.name = 'channels'))"
        " ORDER BY EXISTS (SELECT 1 FROM problems p WHERE p.code = 'channel_down'"
        "  AND p.subject = c.channel), coalesce(heard_at, bound_at) DESC, id DESC LIMIT 1",
        person=person_id,
        channel=but.channel if but else "",
        chat=but.chat if but else "",
    )
    return None if row is None else ChatRef(row["channel"], row["chat"])


def of_person(tx: Tx, person_id: int) -> list[ChatRef]:
    """All chats bound to a person, the last heard from first."""
    rows = tx.all(
        "SELECT channel, chat FROM chats WHERE person_id = :person AND state = 'bound'"
        " ORDER BY coalesce(heard_at, bound_at) DESC, id DESC",
        person=person_id,
    )
    return [ChatRef(row["channel"], row["chat"]) for row in rows]


def bind(tx: Tx, at: ChatRef, person_id: int, now: datetime) -> int:
    """Gives the chat to the person, from whomever had it; the chat's id in our books."""
    chat_id: int = tx.value(
        "INSERT INTO chats (channel, chat, person_id, bound_at, heard_at)"
        " VALUES (:channel, :chat, :person, :now, :now)"
        " ON CONFLICT (channel, chat) DO UPDATE SET person_id = :person, state = 'bound',"
        " bound_at = :now, heard_at = :now, failed_at = NULL, failure = NULL RETURNING id",
        channel=at.channel,
        chat=at.chat,
        person=person_id,
        now=stamp(now),
    )
    return chat_id


def heard(tx: Tx, at: ChatRef, now: datetime) -> None:
    """They wrote from this chat: it is alive, whatever failed before."""
    tx.run(
        "UPDATE chats SET heard_at = :now, failed_at = NULL, failure = NULL,"
        " state = CASE state WHEN 'unreachable' THEN 'bound' ELSE state END"
        " WHERE channel = :channel AND chat = :chat",
        channel=at.channel,
        chat=at.chat,
        now=stamp(now),
    )


def failed(tx: Tx, at: ChatRef, now: datetime, reason: str) -> int | None:
    """Nothing reaches this chat any more; the person it belonged to."""
    tx.run(
        "UPDATE chats SET state = 'unreachable', failed_at = :now, failure = :reason"
        " WHERE channel = :channel AND chat = :chat AND state = 'bound'",
        channel=at.channel,
        chat=at.chat,
        now=stamp(now),
        reason=reason,
    )
    return owner(tx, at)


def moved(tx: Tx, at: ChatRef, to: str) -> None:
    """A group has a new id: its binding, its open questions and everything unsent follow, in this
    transaction. What moves is alive, whatever was heard of the old place before.

    The new place counts its messages anew and has no topics yet, so nothing answers one there.
    """
    tx.run(
        "UPDATE OR IGNORE chats SET chat = :to, state = CASE kind WHEN 'group' THEN 'bound'"
        " ELSE state END WHERE channel = :channel AND chat = :chat",
        channel=at.channel,
        chat=at.chat,
        to=to,
    )
    for table in ("conversations", "enrol_tries"):
        tx.run(
            f"UPDATE OR IGNORE {table} SET chat = :to WHERE channel = :channel AND chat = :chat",
            channel=at.channel,
            chat=at.chat,
            to=to,
        )
    tx.run(
        "UPDATE offers SET chat = :to WHERE outbox_id IN (SELECT id FROM outbox"
        " WHERE channel = :channel AND chat = :chat AND state IN ('queued', 'sending'))",
        channel=at.channel,
        chat=at.chat,
        to=to,
    )
    tx.run(
        "UPDATE outbox SET chat = :to, reply_to = NULL, thread = NULL"
        " WHERE channel = :channel AND chat = :chat AND state IN ('queued', 'sending')",
        channel=at.channel,
        chat=at.chat,
        to=to,
    )
