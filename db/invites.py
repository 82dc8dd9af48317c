"""Invitations by code or link, of which only hashes are kept, and who tried codes in vain.

Says nothing to anyone and decides no wording.
"""

from __future__ import annotations

import hashlib
import json
import re
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from db.transaction import Tx
from domain.fold import fold
from domain.instants import instant, stamp
from domain.message import ChatRef

ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # 31: without 0 O, 1 I L
LENGTH = 10
TRIES = 5
PAUSE = timedelta(minutes=15)
PATIENCE = 20  # wrong codes an hour, from everybody, that are answered at once
SLOWEST = timedelta(seconds=60)

# What a Vietnamese keyboard (Telex or VNI) would turn into another letter while it is typed.
_BENT = re.compile(r"W|D.*[D9]|[AEUY].*[SFRXJZAEUY2-9]")
_SHAPE = re.compile(rf"[{ALPHABET}]{{5}}[ -]?[{ALPHABET}]{{5}}")
_WITHIN = re.compile(rf"(?<![A-Z0-9]){_SHAPE.pattern}(?![A-Z0-9])")


@dataclass(frozen=True, slots=True)
class Invitation:
    """Shown once and never again: `code` as it is written on paper, `token` for a deep link."""

    code: str
    token: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Invite:
    """A kept invitation. `open` while it can be used at the moment it was looked up."""

    id: int
    person_id: int
    open: bool
    used: bool


@dataclass(frozen=True, slots=True)
class Refusal:
    """What a wrong code leads to: how many in this chat, until when it must rest (None while it
    need not), and how much later than usual everybody's answers now come."""

    tries: int
    paused_until: datetime | None
    slower: timedelta


def issue(tx: Tx, person_id: int, now: datetime, days: int = 14) -> Invitation:
    """A new invitation, valid for `days`; earlier unused ones of this person are revoked."""
    tx.run(
        "UPDATE invites SET revoked_at = :now"
        " WHERE person_id = :person AND used_at IS NULL AND revoked_at IS NULL",
        person=person_id,
        now=stamp(now),
    )
    halves = _half(), _half()
    token = secrets.token_urlsafe(32)
    expires_at = now + timedelta(days=days)
    tx.insert(
        "INSERT INTO invites (person_id, code_hash, token_hash, created_at, expires_at)"
        " VALUES (:person, :code, :token, :now, :expires)",
        person=person_id,
        code=_hash("".join(halves)),
        token=_hash(token),
        now=stamp(now),
        expires=stamp(expires_at),
    )
    return Invitation("-".join(halves), token, expires_at)


def _half() -> str:
    """Five symbols that arrive as they are typed, at least one of them a letter, one a digit."""
    while True:
        half = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH // 2))
        if not _BENT.search(half) and not half.isalpha() and not half.isdigit():
            return half


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def typed_code(text: str, *, anywhere: bool = False) -> str | None:
    """The code that a message is, or bears when `anywhere`: ten symbols without hyphen, in
    capitals. A run without any digit is a word, not a code."""
    shouted = fold(text).upper()
    found = _WITHIN.search(shouted) if anywhere else _SHAPE.fullmatch(shouted)
    if found is None:
        return None
    code = found[0].replace("-", "").replace(" ", "")
    return None if code.isalpha() or code.isdigit() else code


def find(tx: Tx, offered: str, now: datetime) -> Invite | None:
    """The invitation of a typed code or a link's token. One look-up, whatever was offered."""
    row = tx.one(
        "SELECT i.id, i.person_id, i.used_at, i.revoked_at IS NULL AND i.used_at IS NULL"
        " AND i.expires_at > :now AND p.state <> 'left' AS open"
        " FROM invites i JOIN people p ON p.id = i.person_id"
        " WHERE i.code_hash = :code OR i.token_hash = :token",
        code=_hash(typed_code(offered) or offered),
        token=_hash(offered),
        now=stamp(now),
    )
    if row is None:
        return None
    return Invite(row["id"], row["person_id"], bool(row["open"]), row["used_at"] is not None)


def still_open(tx: Tx, invite_id: int, now: datetime) -> Invite | None:
    """The same invitation looked at again, None when it can no longer be used."""
    row = tx.one(
        "SELECT i.id, i.person_id FROM invites i JOIN people p ON p.id = i.person_id"
        " WHERE i.id = :id AND i.used_at IS NULL AND i.revoked_at IS NULL"
        " AND i.expires_at > :now AND p.state <> 'left'",
        id=invite_id,
        now=stamp(now),
    )
    return None if row is None else Invite(row["id"], row["person_id"], True, False)


def use(tx: Tx, invite_id: int, at: ChatRef, now: datetime) -> bool:
    """Spends the invitation on a bound chat; False when somebody was faster."""
    moved = tx.run(
        "UPDATE invites SET used_at = :now, used_chat_id ="
        " (SELECT id FROM chats WHERE channel = :channel AND chat = :chat)"
        " WHERE id = :id AND used_at IS NULL AND revoked_at IS NULL",
        id=invite_id,
        channel=at.channel,
        chat=at.chat,
        now=stamp(now),
    )
    return moved == 1


def unbind(tx: Tx, at: ChatRef, person_id: int) -> bool:
    """Takes a chat back from a person whom it does not belong to; they are invited anew."""
    taken = tx.run(
        "UPDATE chats SET state = 'handed_over' WHERE channel = :channel AND chat = :chat"
        " AND person_id = :person AND state <> 'handed_over'",
        channel=at.channel,
        chat=at.chat,
        person=person_id,
    )
    if taken:
        tx.run(
            "UPDATE people SET state = 'invited' WHERE id = :person"
            " AND state IN ('joined', 'declined') AND NOT EXISTS (SELECT 1 FROM chats"
            " WHERE person_id = :person AND state <> 'handed_over')",
            person=person_id,
        )
    return taken == 1


# Codes that were wrong ----------------------------------------------------------------------


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
        "INSERT INTO enrol_tries (channel, chat, tries) VALUES (:channel, :chat, 1)"
        " ON CONFLICT (channel, chat) DO UPDATE SET tries = tries + 1 RETURNING tries",
        channel=at.channel,
        chat=at.chat,
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


# The one line for strangers -----------------------------------------------------------------


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
