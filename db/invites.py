"""Invitations by code or link, of which only hashes are kept.

Says nothing to anyone and decides no wording.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from db.transaction import Tx
from domain.fold import fold
from domain.instants import stamp
from domain.message import ChatRef

ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # 31: without 0 O, 1 I L
LENGTH = 10

SUBJECT = "i:code"  # of a message that bears one: emptied as soon as nothing more comes of it

# What a Vietnamese keyboard (Telex or VNI) would turn into another letter while it is typed.
_BENT = re.compile(r"W|D.*[D9]|[AEUY].*[SFRXJZAEUY2-9]")
_SHAPE = re.compile(rf"[{ALPHABET}]{{5}}[ -]?[{ALPHABET}]{{5}}")
# A stranger who misreads a symbol still means a code, and is told that it is wrong.
_WITHIN = re.compile(r"(?<![A-Z0-9])[A-Z0-9]{5}[ -]?[A-Z0-9]{5}(?![A-Z0-9])")


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
