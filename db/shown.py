"""What was last shown in a chat, to know what a bare answer is about. Writes nothing."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta

from db.transaction import Row, Tx
from domain.instants import stamp
from domain.message import REMINDER, ChatRef

REMEMBERED = timedelta(days=7)  # a reminder may be answered after the week-end
_ON_ITS_WAY = timedelta(minutes=10)


def by_message(tx: Tx, at: ChatRef, message_id: str) -> tuple[str, ...]:
    """The subjects ("a:12", "d:3") of one message of ours."""
    found = tx.value(
        "SELECT o.subjects FROM sent s JOIN outbox o ON o.id = s.outbox_id"
        " WHERE s.channel = :channel AND s.chat = :chat AND s.message_id = :message",
        channel=at.channel,
        chat=at.chat,
        message=message_id,
    )
    return _things(found)


def is_reminded(tx: Tx, at: ChatRef, subject: str, due_on: date, now: datetime) -> bool:
    """Whether a reminder of the last days in this chat was about what of the subject was due on
    that day: the report of a period, or all of it."""
    found = tx.value(
        "SELECT 1 FROM outbox o JOIN occurrences c ON c.outbox_id = o.id"
        " WHERE o.channel = :channel AND o.chat = :chat AND o.sent_at >= :since"
        " AND o.kind = :kind AND c.subject = :subject AND c.due_on = :due_on LIMIT 1",
        channel=at.channel,
        chat=at.chat,
        since=stamp(now - REMEMBERED),
        kind=REMINDER,
        subject=subject,
        due_on=due_on.isoformat(),
    )
    return found is not None


def is_marked(tx: Tx, at: ChatRef, mark: str, since: datetime) -> bool:
    """Whether a message of ours in this chat bears the mark among its subjects."""
    found = tx.value(
        "SELECT 1 FROM outbox WHERE channel = :channel AND chat = :chat AND created_at >= :since"
        " AND instr(' ' || subjects || ' ', :mark) LIMIT 1",
        channel=at.channel,
        chat=at.chat,
        since=stamp(since),
        mark=f" {mark} ",
    )
    return found is not None


def newest(tx: Tx, at: ChatRef, now: datetime) -> tuple[str, ...]:
    """The subjects of the very last message in this chat, if it had any; an answer that is still
    on its way counts as the newest, as in `last`."""
    found = tx.value(
        "SELECT subjects FROM ("
        " SELECT subjects, created_at AS at, unknowns = 0 AS coming FROM outbox"
        "  WHERE channel = :channel AND chat = :chat"
        "  AND sent_at IS NULL AND key >= 'answer:' AND key < 'answer;'"
        "  AND state IN ('queued', 'sending') AND created_at >= :recent"
        " UNION ALL"
        " SELECT * FROM (SELECT subjects, sent_at, 0 FROM outbox"
        "  WHERE channel = :channel AND chat = :chat AND sent_at >= :since"
        "  AND state IN ('sent', 'unknown') ORDER BY sent_at DESC, id DESC LIMIT 1)"
        ") ORDER BY coming DESC, at DESC LIMIT 1",
        channel=at.channel,
        chat=at.chat,
        recent=stamp(now - _ON_ITS_WAY),
        since=stamp(now - REMEMBERED),
    )
    return _things(found)


def last(tx: Tx, at: ChatRef, now: datetime) -> tuple[str, ...]:
    """The subjects of the last message in this chat that had any.

    An answer to the person's own message that is still on its way counts as shown, and as the
    newest: they know what they typed just before, and the platform may be slow to say that it
    has delivered the one before it.
    """
    found = tx.value(
        "SELECT subjects FROM ("
        " SELECT subjects, created_at AS at, unknowns = 0 AS coming FROM outbox"
        "  WHERE channel = :channel AND chat = :chat"
        "  AND sent_at IS NULL AND key >= 'answer:' AND key < 'answer;'"
        "  AND state IN ('queued', 'sending') AND subjects <> '' AND created_at >= :recent"
        " UNION ALL"
        " SELECT * FROM (SELECT subjects, sent_at, 0 FROM outbox"
        "  WHERE channel = :channel AND chat = :chat AND sent_at >= :since AND subjects <> ''"
        "  AND state IN ('sent', 'unknown') ORDER BY sent_at DESC LIMIT 1)"
        ") ORDER BY coming DESC, at DESC LIMIT 1",
        channel=at.channel,
        chat=at.chat,
        recent=stamp(now - _ON_ITS_WAY),
        since=stamp(now - REMEMBERED),
    )
    return _things(found)


def words(tx: Tx, at: ChatRef, most: int = 20) -> list[str]:
    """What our last messages in this chat say, the choices as they are numbered below them."""
    rows = tx.all(
        "SELECT text, choices FROM outbox WHERE channel = :channel AND chat = :chat"
        " AND sent_at > '' ORDER BY sent_at DESC, id DESC LIMIT :most",
        channel=at.channel,
        chat=at.chat,
        most=most,
    )
    return [
        "\n".join((row["text"], *(f"{n}. {label}" for n, label in enumerate(_labels(row), 1))))
        for row in rows
    ]


def _things(subjects: str | None) -> tuple[str, ...]:
    """The subjects without the marks, of albums (db/answers.py) and others."""
    return tuple(subject for subject in (subjects or "").split() if ":" in subject)


def _labels(row: Row) -> list[str]:
    labels: list[str] = json.loads(row["choices"]) if row["choices"] else []
    return labels
