"""Unknown chats that tried codes in vain or were told how to join. Knows no code."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta

from db.transaction import Tx
from domain.instants import instant, stamp
from domain.message import ChatRef

TRIES = 5
PAUSE = timedelta(minutes=15)
PATIENCE = 20  # wrong codes an hour, from everybody, that are answered at once
SLOWEST = timedelta(seconds=60)


@dataclass(frozen=True, slots=True)
class Refusal:
    """What a wrong code leads to: how many in this chat, until when it must rest (None while it
    need not), and how much later than usual everybody's answers now come."""

    tries: int
    paused_until: datetime | None
    slower: timedelta


def paused_until(tx: Tx, at: ChatRef, now: datetime) -> datetime | None:
    """Until when this chat's codes are not looked at; None when they are."""
    until = tx.value(
        "SELECT paused_until FROM enrol_tries WHERE channel = :channel AND chat = :chat"
        " AND paused_until > :now",
        channel=at.channel,
        chat=at.chat,
        now=stamp(now),
    )
    return instant(until) if until else None


def wrong(tx: Tx, at: ChatRef, now: datetime) -> Refusal:
    """Counts a wrong code. A chat rests after TRIES of them; nobody's codes are ever refused for
    what others do: many wrong ones only make the answers slower."""
    tries = tx.value(
        "INSERT INTO enrol_tries (channel, chat, tries, tried_at) VALUES (:channel, :chat, 1, :now)"
        " ON CONFLICT (channel, chat) DO UPDATE SET tries = tries + 1, tried_at = :now"
        " RETURNING tries",
        channel=at.channel,
        chat=at.chat,
        now=stamp(now),
    )
    until = now + PAUSE if tries >= TRIES else None
    if until:
        tx.run(
            "UPDATE enrol_tries SET tries = 0, paused_until = :until"
            " WHERE channel = :channel AND chat = :chat",
            channel=at.channel,
            chat=at.chat,
            until=stamp(until),
        )
    this_hour = stamp(now)[:13]
    counted = wrong_this_hour(tx, now) + 1
    tx.run(
        "INSERT INTO facts (name, value) VALUES ('wrong_codes', :value)"
        " ON CONFLICT (name) DO UPDATE SET value = :value",
        value=json.dumps([this_hour, counted]),
    )
    return Refusal(tries, until, slower(counted))


def wrong_this_hour(tx: Tx, now: datetime) -> int:
    """How many wrong codes came from everybody in this hour of the clock."""
    hour, counted = json.loads(
        tx.value("SELECT value FROM facts WHERE name = 'wrong_codes'") or '["", 0]'
    )
    return int(counted) if hour == stamp(now)[:13] else 0


def slower(wrong_codes: int) -> timedelta:
    """The delay of answers to codes, right or wrong: one second more for each ten beyond
    PATIENCE, at most a minute."""
    return min(timedelta(seconds=max(0, wrong_codes - PATIENCE + 9) // 10), SLOWEST)


def forgive(tx: Tx, at: ChatRef) -> None:
    """A right code wipes out the wrong ones before it."""
    tx.run(
        "UPDATE enrol_tries SET tries = 0, paused_until = NULL"
        " WHERE channel = :channel AND chat = :chat",
        channel=at.channel,
        chat=at.chat,
    )


def may_be_told(tx: Tx, at: ChatRef, today: str, most: int) -> bool:
    """Notes that this unknown chat gets its one line of the day; False when it had it, or when
    `most` chats had theirs."""
    told = tx.value("SELECT count(*) FROM enrol_tries WHERE told_on = :today", today=today)
    if told >= most:
        return False
    moved = tx.run(
        "INSERT INTO enrol_tries (channel, chat, told_on) VALUES (:channel, :chat, :today)"
        " ON CONFLICT (channel, chat) DO UPDATE SET told_on = :today"
        " WHERE told_on IS NULL OR told_on <> :today",
        channel=at.channel,
        chat=at.chat,
        today=today,
    )
    return moved == 1
