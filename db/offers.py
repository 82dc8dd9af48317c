"""Choices as they were offered, so that an old, forged or repeated answer is known for what it is.

Does not know what any choice does.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from db.transaction import Row, Tx, as_json
from domain.instants import instant, stamp
from domain.message import ChatRef, Choice

_COLUMNS = "id, person_id, channel, chat, choices, version, taken, taken_at"


@dataclass(frozen=True, slots=True)
class Offer:
    """What was offered to whom where. `taken` is the index of what was chosen, None before."""

    id: int
    person_id: int | None
    at: ChatRef
    choices: tuple[Choice, ...]
    version: str
    taken: int | None
    taken_at: datetime | None


@dataclass(frozen=True, slots=True)
class Said:
    """One of our messages in a chat, as the reader has it before their eyes. `key`: what for, whom
    and which it was said."""

    outbox_id: int
    key: str
    kind: str
    at: datetime
    subjects: tuple[str, ...]
    offer_id: int | None


def carried(offer_id: int, index: int, version: str) -> str:
    """What a button carries; `index` counts from 0."""
    return f"{offer_id}.{index}.{version}"


def uncarried(data: str) -> tuple[int, int, str] | None:
    """Reads back what a button carried; None for anything that we never wrote."""
    offer_id, _, rest = data.partition(".")
    index, _, version = rest.partition(".")
    if not (_is_number(offer_id) and _is_number(index) and version):
        return None
    return int(offer_id), int(index), version


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 18


def labels(choices: Sequence[Choice]) -> str:
    """What is read of the choices, as the outbox keeps it."""
    return as_json([choice.label for choice in choices]) if choices else ""


def add(
    tx: Tx,
    outbox_id: int,
    at: ChatRef,
    person_id: int | None,
    choices: Sequence[Choice],
    now: datetime,
) -> None:
    """Opens the choices of a message that waits in the outbox."""
    offer_id = tx.insert(
        "INSERT INTO offers (person_id, channel, chat, outbox_id, choices, version, offered_at)"
        " VALUES (:person_id, :channel, :chat, :outbox_id, :choices, :version, :now)",
        person_id=person_id,
        channel=at.channel,
        chat=at.chat,
        outbox_id=outbox_id,
        choices=as_json([[choice.label, choice.act, choice.args] for choice in choices]),
        version=f"{outbox_id:x}",
        now=stamp(now),
    )
    tx.run("UPDATE outbox SET offer_id = :offer WHERE id = :id", offer=offer_id, id=outbox_id)


def replace(
    tx: Tx,
    outbox_id: int,
    at: ChatRef,
    person_id: int | None,
    choices: Sequence[Choice],
    now: datetime,
) -> None:
    """Gives a message that waits in the outbox other choices; nobody has seen the former ones."""
    tx.run("DELETE FROM offers WHERE outbox_id = :id", id=outbox_id)
    tx.run(
        "UPDATE outbox SET choices = :labels, offer_id = NULL WHERE id = :id",
        id=outbox_id,
        labels=labels(choices),
    )
    if choices:
        add(tx, outbox_id, at, person_id, choices, now)


def get(tx: Tx, offer_id: int) -> Offer | None:
    """One offer."""
    row = tx.one(f"SELECT {_COLUMNS} FROM offers WHERE id = :id", id=offer_id)
    return None if row is None else _offer(row)


def was_offered(tx: Tx, offer_id: int, version: str, at: ChatRef) -> bool:
    """Whether an offer that is gone once stood in this chat: its message is known for ever."""
    return bool(
        tx.value(
            "SELECT 1 FROM outbox WHERE printf('%x', id) = :version AND offer_id = :offer"
            " AND id = :id AND channel = :channel AND chat = :chat",
            version=version,
            offer=offer_id,
            id=_outbox_id(version),
            channel=at.channel,
            chat=at.chat,
        )
    )


def _outbox_id(version: str) -> int:
    """An offer's version is its message's number in hexadecimal; 0 for anything else."""
    try:
        return min(int(version, 16), 2**63 - 1)
    except ValueError:
        return 0


def _offer(row: Row) -> Offer:
    return Offer(
        id=row["id"],
        person_id=row["person_id"],
        at=ChatRef(row["channel"], row["chat"]),
        choices=tuple(
            Choice(label, act, tuple(args)) for label, act, args in json.loads(row["choices"])
        ),
        version=row["version"],
        taken=row["taken"],
        taken_at=instant(row["taken_at"]) if row["taken_at"] else None,
    )


def take(tx: Tx, offer: Offer, index: int, now: datetime) -> None:
    """Notes what was chosen."""
    tx.run(
        "UPDATE offers SET taken = :index, taken_at = :now WHERE id = :id",
        id=offer.id,
        index=index,
        now=stamp(now),
    )


def latest_said(tx: Tx, at: ChatRef, most: int = 2) -> list[Said]:
    """Our last messages in a chat that may be before the reader's eyes, the newest first.

    One that is being sent is the newest: no chat has two on their way.
    """
    rows = tx.all(
        "SELECT id, key, kind, at, subjects, offer_id FROM ("
        " SELECT id, key, kind, due_at AS at, subjects, offer_id, state = 'sending' AS coming"
        "  FROM outbox WHERE channel = :channel AND chat = :chat AND sent_at IS NULL"
        "  AND state IN ('sending', 'unknown')"
        " UNION ALL"
        # The index gives the newest of a chat's years of messages without a look at the others.
        " SELECT * FROM (SELECT id, key, kind, sent_at, subjects, offer_id, 0 FROM outbox"
        "  WHERE channel = :channel AND chat = :chat AND sent_at > ''"
        "  AND state IN ('sent', 'unknown') ORDER BY sent_at DESC, id DESC LIMIT :most)"
        ") ORDER BY coming DESC, at DESC, id DESC LIMIT :most",
        channel=at.channel,
        chat=at.chat,
        most=most,
    )
    return [_said(row) for row in rows]


def said_as(tx: Tx, at: ChatRef, message_id: str) -> Said | None:
    """Which of our messages the platform calls `message_id`: what somebody replied to."""
    row = tx.one(
        "SELECT o.id, o.key, o.kind, coalesce(o.sent_at, o.due_at) AS at, o.subjects, o.offer_id"
        " FROM sent s JOIN outbox o ON o.id = s.outbox_id"
        " WHERE s.channel = :channel AND s.chat = :chat AND s.message_id = :message",
        channel=at.channel,
        chat=at.chat,
        message=message_id,
    )
    return None if row is None else _said(row)


def below(tx: Tx, said: Said) -> Offer | None:
    """What was offered below one of our messages."""
    return None if said.offer_id is None else get(tx, said.offer_id)


def _said(row: Row) -> Said:
    return Said(
        outbox_id=row["id"],
        key=row["key"],
        kind=row["kind"],
        at=instant(row["at"]),
        subjects=tuple(row["subjects"].split()),
        offer_id=row["offer_id"],
    )
