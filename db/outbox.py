"""What will be said, what is being said and what became of it. Decides no wording."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from db import chats, offers, quiet
from db.transaction import Row, Tx, as_json
from domain.delivery import LANES
from domain.instants import stamp
from domain.message import ChatRef, Outgoing

UNREACHABLE = "unreachable"
# SQLite takes a partial index only for the index's own condition, word for word.
_QUEUED = "state IN ('queued', 'sending') AND state = 'queued'"


def enqueue(tx: Tx, out: Outgoing, now: datetime) -> int | None:
    """Puts one message in the queue; None when its key was there already.

    Without `at` the chat last heard from is taken. A person without any chat gets a row that is
    dead from the start, so that lists of who cannot be reached count it. In the quiet hours of
    whom it is for it waits, unless it is urgent or an answer.
    """
    at = out.at or (chats.preferred(tx, out.person_id) if out.person_id is not None else None)
    outbox_id = tx.insert(
        "INSERT INTO outbox (key, person_id, channel, chat, kind, lane, text, spans, choices,"
        " attachments, subjects, reply_to, thread, state, reason, due_at, not_after, created_at)"
        " VALUES (:key, :person_id, :channel, :chat, :kind, :lane, :text, :spans, :choices,"
        " :attachments, :subjects, :reply_to, :thread, :state, :reason, :due_at, :not_after,"
        " :created_at)"
        " ON CONFLICT (key) DO NOTHING",
        key=out.key,
        person_id=out.person_id,
        channel=at.channel if at else "",
        chat=at.chat if at else "",
        kind=out.kind,
        lane=LANES[out.kind],
        text=out.text.plain,
        spans=as_json(out.text.spans) if out.text.spans else "",
        choices=offers.labels(out.choices),
        attachments=" ".join(out.attachments),
        subjects=" ".join(out.subjects),
        reply_to=out.reply_to,
        thread=out.thread,
        state="queued" if at else "dead",
        reason="" if at else UNREACHABLE,
        due_at=stamp(quiet.goes_at(tx, out, now)),
        not_after=stamp(out.not_after) if out.not_after else None,
        created_at=stamp(now),
    )
    if not outbox_id:
        return None
    if out.choices and at:
        offers.add(tx, outbox_id, at, out.chooser, out.choices, now)
    return outbox_id


def candidates(
    tx: Tx, channel: str, now: datetime, busy_chats: Iterable[str], limit: int, most_lane: int
) -> list[Row]:
    """Queued rows that are due, most pressing lane first up to `most_lane`, one for each chat."""
    rows = tx.all(
        "SELECT id, chat, kind, lane FROM outbox INDEXED BY outbox_waiting"
        f" WHERE {_QUEUED} AND channel = :channel AND due_at <= :now AND lane <= :lane"
        " AND chat NOT IN (SELECT value FROM json_each(:busy))"
        " ORDER BY lane, due_at, id LIMIT :limit",
        channel=channel,
        now=stamp(now),
        busy=as_json(list(busy_chats)),
        limit=limit,
        lane=most_lane,
    )
    first: dict[str, Row] = {}
    for row in rows:
        first.setdefault(row["chat"], row)
    return list(first.values())


def next_due(tx: Tx, channel: str, busy_chats: Iterable[str], most_lane: int) -> str | None:
    """When the earliest queued row up to `most_lane`, for a chat that is not busy, is due; a
    stamp."""
    found: str | None = tx.value(
        f"SELECT min(due_at) FROM outbox INDEXED BY outbox_waiting WHERE {_QUEUED}"
        " AND channel = :channel AND lane <= :lane"
        " AND chat NOT IN (SELECT value FROM json_each(:busy))",
        channel=channel,
        busy=as_json(list(busy_chats)),
        lane=most_lane,
    )
    return found


def cancel(tx: Tx, outbox_id: int, reason: str) -> bool:
    """Takes back a row that has not left; False when it has."""
    moved = tx.run(
        "UPDATE outbox SET state = 'cancelled', reason = :reason"
        " WHERE id = :id AND state = 'queued'",
        id=outbox_id,
        reason=reason,
    )
    return moved == 1


def told_of_request(tx: Tx, request_id: int) -> list[int]:
    """Who was told of a request without being asked to decide it, in the order of telling."""
    rows = tx.all(
        "SELECT person_id FROM outbox WHERE person_id IS NOT NULL AND state <> 'cancelled'"
        " AND (key >= 'request-lead:' AND key < 'request-lead;'"
        "  AND key LIKE 'request-lead:%:' || :id"
        " OR key >= 'request:' AND key < 'request;' AND key LIKE 'request:%:' || :id) ORDER BY id",
        id=request_id,
    )
    return [row["person_id"] for row in rows]


def cancel_unsent_about(tx: Tx, subject: str, reason: str) -> int:
    """Takes back queued reminders that name `subject`; what else they told returns to the next
    run. Says how many rows were taken back."""
    rows = tx.all(
        "SELECT DISTINCT o.id FROM occurrences c JOIN outbox o ON o.id = c.outbox_id"
        " WHERE c.subject = :subject AND o.state = 'queued'",
        subject=subject,
    )
    for row in rows:
        cancel(tx, row["id"], reason)
        tx.run(
            "UPDATE occurrences SET state = 'returned' WHERE outbox_id = :id AND subject <> :told",
            id=row["id"],
            told=subject,
        )
    return len(rows)


def cancel_all_for(tx: Tx, at: ChatRef, reason: str) -> int:
    """Takes back everything queued for a chat that is no longer theirs or cannot be reached."""
    return tx.run(
        "UPDATE outbox SET state = 'cancelled', reason = :reason"
        " WHERE state = 'queued' AND channel = :channel AND chat = :chat",
        channel=at.channel,
        chat=at.chat,
        reason=reason,
    )
