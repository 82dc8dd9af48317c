"""Questions that wait for an answer, one per chat and person, for thirty minutes."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from db.transaction import Tx, as_json
from domain.instants import instant, stamp
from domain.message import ChatRef

LASTS = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Conversation:
    """`state` is "subject.step" (a key of handlers/routes.py); `version` is its program's."""

    state: str
    version: int
    data: dict[str, Any]


def current(tx: Tx, at: ChatRef, sender: str, now: datetime) -> Conversation | None:
    """The open conversation of this person in this chat."""
    row = tx.one(
        "SELECT state, version, data FROM conversations WHERE channel = :channel AND chat = :chat"
        " AND sender = :sender AND expires_at > :now",
        channel=at.channel,
        chat=at.chat,
        sender=sender,
        now=stamp(now),
    )
    if row is None:
        return None
    return Conversation(row["state"], row["version"], json.loads(row["data"]))


def begun_at(tx: Tx, at: ChatRef, sender: str) -> datetime | None:
    """When the conversation that is kept was opened, or its question asked again."""
    until = tx.value(
        "SELECT expires_at FROM conversations WHERE channel = :channel AND chat = :chat"
        " AND sender = :sender",
        channel=at.channel,
        chat=at.chat,
        sender=sender,
    )
    return None if until is None else instant(until) - LASTS


def begin(tx: Tx, at: ChatRef, sender: str, now: datetime, conversation: Conversation) -> None:
    """Opens a conversation in place of any other."""
    tx.run(
        "INSERT OR REPLACE INTO conversations"
        " (channel, chat, sender, state, version, data, expires_at)"
        " VALUES (:channel, :chat, :sender, :state, :version, :data, :expires_at)",
        channel=at.channel,
        chat=at.chat,
        sender=sender,
        state=conversation.state,
        version=conversation.version,
        data=as_json(conversation.data),
        expires_at=stamp(now + LASTS),
    )


def end(tx: Tx, at: ChatRef, sender: str) -> None:
    """Closes whatever conversation is open."""
    tx.run(
        "DELETE FROM conversations WHERE channel = :channel AND chat = :chat AND sender = :sender",
        channel=at.channel,
        chat=at.chat,
        sender=sender,
    )
