"""The outbox as the dispatcher moves it: taken, then settled by what became of the attempt."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta

from db import chats, invites, occurrences
from db.transaction import Row, Tx
from domain.delivery import (
    AGAIN,
    Dead,
    Moved,
    Outcome,
    RetryAfter,
    Sent,
    Stopped,
    Unknown,
    sent_again,
)
from domain.instants import stamp
from domain.message import DIRECTIVE, ChatRef

_MOST_ATTEMPTS = 12  # of certain failures; each waits at least as long as the platform asked


@dataclass(frozen=True, slots=True)
class Settled:
    """What the dispatcher reports of one row; `parts_sent` of a text that was split."""

    row: Row
    outcome: Outcome
    parts_sent: int = 0


def take(tx: Tx, channel: str, chosen: list[int], now: datetime) -> list[Row]:
    """Marks queued rows as being sent and gives them whole. What is past its time expires."""
    if not chosen:
        return []
    rows = tx.all(
        # By their ids: SQLite would rather go through all that the channel ever said.
        "UPDATE outbox NOT INDEXED"
        " SET attempts = attempts + (not_after IS NULL OR not_after >= :now),"
        " state = CASE WHEN not_after < :now THEN 'expired' ELSE 'sending' END,"
        " reason = CASE WHEN not_after < :now THEN 'too late' ELSE reason END"
        " WHERE id IN (SELECT value FROM json_each(:ids)) AND state = 'queued'"
        " AND channel = :channel RETURNING *, CASE WHEN unknowns THEN"
        " (SELECT language FROM people WHERE id = person_id) END AS language",
        ids=json.dumps(chosen),
        channel=channel,
        now=stamp(now),
    )
    for row in rows:
        if row["state"] == "expired":
            occurrences.give_back(tx, row["id"])
    # RETURNING keeps no order, and the most pressing row goes first.
    found = {row["id"]: row for row in rows if row["state"] == "sending"}
    return [found[outbox_id] for outbox_id in chosen if outbox_id in found]


def settle(tx: Tx, settled: Settled, now: datetime) -> None:
    """Writes what became of one attempt, and what follows from it."""
    row, outcome = settled.row, settled.outcome
    if settled.parts_sent and not isinstance(outcome, Sent):
        tx.run(
            "UPDATE outbox SET parts_sent = :parts WHERE id = :id",
            parts=settled.parts_sent,
            id=row["id"],
        )
    match outcome:
        case Sent():
            _sent(tx, row, outcome, settled.parts_sent, now)
        case RetryAfter():
            _later(tx, row, outcome, now)
        case Moved():
            _requeue(tx, row, "chat moved")
            chats.moved(tx, ChatRef(row["channel"], row["chat"]), outcome.chat)
        case Unknown():
            _unknown(tx, row, outcome.reason, now)
        case Stopped():
            _requeue(tx, row, outcome.reason)
        case Dead():
            _dead(tx, row, outcome, now)
    if invites.SUBJECT in row["subjects"]:
        _forget_code(tx, row)


def _forget_code(tx: Tx, row: Row) -> None:
    """No code stays in what is kept, once it will not be sent any more."""
    tx.run(
        "UPDATE outbox SET text = '', spans = '' WHERE id = :id"
        " AND state NOT IN ('queued', 'sending')",
        id=row["id"],
    )


def _sent(tx: Tx, row: Row, outcome: Sent, parts: int, now: datetime) -> None:
    moment = stamp(now)
    tx.run(
        "UPDATE outbox SET state = 'sent', sent_at = :now, parts_sent = :parts, reason = ''"
        " WHERE id = :id AND state = 'sending'",
        id=row["id"],
        parts=parts,
        now=moment,
    )
    for part, message_id in enumerate(outcome.message_ids):
        tx.run(
            "INSERT OR IGNORE INTO sent (channel, chat, message_id, outbox_id, part, at)"
            " VALUES (:channel, :chat, :message_id, :outbox_id, :part, :now)",
            channel=row["channel"],
            chat=row["chat"],
            message_id=message_id,
            outbox_id=row["id"],
            part=part,
            now=moment,
        )
    tx.run(
        "UPDATE chats SET delivered_at = :now WHERE channel = :channel AND chat = :chat",
        channel=row["channel"],
        chat=row["chat"],
        now=moment,
    )


def _requeue(tx: Tx, row: Row, reason: str) -> None:
    tx.run(
        "UPDATE outbox SET state = 'queued', reason = :reason WHERE id = :id AND state = 'sending'",
        id=row["id"],
        reason=reason,
    )


def _later(tx: Tx, row: Row, outcome: RetryAfter, now: datetime) -> None:
    wait = timedelta(seconds=outcome.seconds)
    # A message that waits for the whole channel has done nothing wrong and is never given up.
    if not outcome.whole_channel and row["attempts"] >= _MOST_ATTEMPTS:
        _dead(tx, row, Dead(f"gave up: {outcome.reason}"), now)
        return
    # The row keeps its place before what was said later: the pause holds them all.
    _requeue(tx, row, outcome.reason)
    pause(tx, row["channel"], "" if outcome.whole_channel else row["chat"], now + wait)


def _unknown(tx: Tx, row: Row, reason: str, now: datetime) -> None:
    unknowns = row["unknowns"] + 1
    again = sent_again(row["kind"], bool(row["choices"]), unknowns)
    tx.run(
        "UPDATE outbox SET state = CASE WHEN :again THEN 'queued' ELSE 'unknown' END,"
        " unknowns = :unknowns, reason = :reason, due_at = CASE WHEN :again THEN :due ELSE due_at"
        " END WHERE id = :id AND state = 'sending'",
        id=row["id"],
        again=int(again),
        unknowns=unknowns,
        reason=reason,
        due=stamp(now + AGAIN),
    )


def _dead(tx: Tx, row: Row, outcome: Dead, now: datetime) -> None:
    at = ChatRef(row["channel"], row["chat"])
    other: ChatRef | None = None
    if outcome.chat_gone:
        chats.failed(tx, at, now, outcome.reason)
        if row["person_id"] is not None:
            other = chats.preferred(tx, row["person_id"], but=at)
        _move_or_bury_the_rest(tx, at, other, outcome.reason)
    # What matters moves to the next chat; an answer belongs where the question was asked.
    if other is not None and row["kind"] == DIRECTIVE:
        tx.run(
            "UPDATE outbox SET state = 'queued', due_at = :now"
            " WHERE id = :id AND state = 'sending'",
            id=row["id"],
            now=stamp(now),
        )
        _move(tx, [row["id"]], other)
        return
    tx.run(
        "UPDATE outbox SET state = 'dead', reason = :reason WHERE id = :id AND state = 'sending'",
        id=row["id"],
        reason=outcome.reason,
    )
    occurrences.give_back(tx, row["id"])


def _move(tx: Tx, outbox_ids: list[int], to: ChatRef) -> None:
    """Queued rows go to another chat of their person, whole, and what they offer is open there."""
    for table, key in (("outbox", "id"), ("offers", "outbox_id")):
        tx.run(
            f"UPDATE {table} SET channel = :channel, chat = :chat"
            f" WHERE {key} IN (SELECT value FROM json_each(:ids))",
            channel=to.channel,
            chat=to.chat,
            ids=json.dumps(outbox_ids),
        )
    tx.run(
        "UPDATE outbox SET parts_sent = 0 WHERE id IN (SELECT value FROM json_each(:ids))",
        ids=json.dumps(outbox_ids),
    )


def _move_or_bury_the_rest(tx: Tx, at: ChatRef, other: ChatRef | None, reason: str) -> None:
    """What was queued for a chat that is gone follows its person, or dies with the reason.

    What may have arrived goes nowhere else unless it says that it is said again.
    """
    tx.run(
        "UPDATE outbox SET state = 'unknown' WHERE state = 'queued' AND unknowns > 0"
        " AND kind <> :directive AND channel = :channel AND chat = :chat",
        directive=DIRECTIVE,
        channel=at.channel,
        chat=at.chat,
    )
    if other is not None:
        waiting = tx.all(
            "SELECT id FROM outbox WHERE state = 'queued' AND channel = :channel AND chat = :chat",
            channel=at.channel,
            chat=at.chat,
        )
        _move(tx, [row["id"] for row in waiting], other)
        return
    rows = tx.all(
        "UPDATE outbox SET state = 'dead', reason = :reason WHERE state = 'queued'"
        " AND channel = :channel AND chat = :chat RETURNING id",
        channel=at.channel,
        chat=at.chat,
        reason=reason,
    )
    for row in rows:
        occurrences.give_back(tx, row["id"])


def recover(tx: Tx, channel: str, now: datetime) -> int:
    """After an unclean stop: what was being sent may have arrived. Says how many rows that were."""
    rows = tx.all(
        "SELECT * FROM outbox INDEXED BY outbox_waiting"
        " WHERE state IN ('queued', 'sending') AND state = 'sending'"
        " AND channel = :channel",
        channel=channel,
    )
    for row in rows:
        _unknown(tx, row, "stopped while sending", now)
    return len(rows)


def leave_channels_but(tx: Tx, names: list[str], now: datetime) -> int:
    """What waits on a channel that is configured no more follows its person to another chat, or
    dies with the reason, for nobody would ever take it. Says for how many chats."""
    gone = tx.all(
        "SELECT DISTINCT channel, chat, person_id, state FROM outbox INDEXED BY outbox_waiting"
        " WHERE state IN ('queued', 'sending')"
        " AND channel NOT IN (SELECT value FROM json_each(:names))",
        names=json.dumps(names),
    )
    for channel in {row["channel"] for row in gone if row["state"] == "sending"}:
        recover(tx, channel, now)
    for row in gone:
        other = None if row["person_id"] is None else chats.preferred(tx, row["person_id"])
        at = ChatRef(row["channel"], row["chat"])
        _move_or_bury_the_rest(tx, at, other, "channel not configured")
    return len(gone)


def lately(tx: Tx, channel: str, since: datetime) -> list[str]:
    """Chats that something went to after `since`, or may have gone."""
    rows = tx.all(
        "SELECT DISTINCT chat FROM outbox WHERE channel = :channel AND sent_at > :since"
        " UNION SELECT chat FROM outbox WHERE channel = :channel AND unknowns > 0"
        " AND state IN ('queued', 'unknown') AND due_at > :since",
        channel=channel,
        since=stamp(since),
    )
    return [row["chat"] for row in rows]


def pause(tx: Tx, channel: str, chat: str, until: datetime) -> None:
    """Remembers that a platform asked for silence; '' is the whole channel."""
    tx.run(
        "INSERT INTO pauses (channel, chat, until) VALUES (:channel, :chat, :until)"
        " ON CONFLICT (channel, chat) DO UPDATE SET until = max(until, excluded.until)",
        channel=channel,
        chat=chat,
        until=stamp(until),
    )


def pauses(tx: Tx, channel: str, now: datetime) -> list[Row]:
    """Silences that still last, for a start after a stop; the others are forgotten."""
    tx.run("DELETE FROM pauses WHERE until <= :now", now=stamp(now))
    return tx.all("SELECT chat, until FROM pauses WHERE channel = :channel", channel=channel)
