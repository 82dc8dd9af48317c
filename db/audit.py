"""The chain of what was done: ids and salted hashes; the words lie beside it and may be erased."""

from __future__ import annotations

import hashlib
import json
import os
from datetime import datetime

from db.transaction import Tx
from domain.instants import stamp

_START = "0" * 64
_canonical = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def record(
    tx: Tx,
    now: datetime,
    act: str,
    subject: str,
    *,
    actor_id: int | None = None,
    membership_id: int | None = None,
    text: str = "",
) -> int:
    """Adds one link and gives its id. `subject` is "a:12", "d:3", "p:7"; `text` is for people."""
    prev = tx.value("SELECT hash FROM audit ORDER BY id DESC LIMIT 1") or _START
    salt = os.urandom(8).hex() if text else ""
    text_hash = hashlib.sha256((salt + text).encode()).hexdigest() if text else ""
    at = stamp(now)
    link = tx.insert(
        "INSERT INTO audit (at, actor_id, membership_id, act, subject, text_hash, prev, hash)"
        " VALUES (:at, :actor, :membership, :act, :subject, :text_hash, :prev, :hash)",
        at=at,
        actor=actor_id,
        membership=membership_id,
        act=act,
        subject=subject,
        text_hash=text_hash,
        prev=prev,
        hash=_hash(prev, at, actor_id, membership_id, act, subject, text_hash),
    )
    if text:
        tx.run(
            "INSERT INTO audit_texts (audit_id, salt, text) VALUES (:id, :salt, :text)",
            id=link,
            salt=salt,
            text=text,
        )
    return link


def head(tx: Tx) -> tuple[int, str]:
    """The last link's id and hash: whoever kept an old head can tell a cut tail."""
    row = tx.one("SELECT id, hash FROM audit ORDER BY id DESC LIMIT 1")
    return (0, _START) if row is None else (row["id"], row["hash"])


def broken_at(tx: Tx) -> int | None:
    """The id of the first link that does not verify, or None when the whole chain does."""
    prev, expected = _START, 1
    for row in tx.connection.execute(
        "SELECT g.*, t.salt, t.text FROM audit g LEFT JOIN audit_texts t ON t.audit_id = g.id"
        " ORDER BY g.id"
    ):
        link = (row["at"], row["actor_id"], row["membership_id"], row["act"], row["subject"])
        if row["id"] != expected or row["prev"] != prev:
            return int(row["id"])
        if row["hash"] != _hash(prev, *link, row["text_hash"]):
            return int(row["id"])
        if row["text"] is not None and row["text_hash"] != (
            hashlib.sha256((row["salt"] + row["text"]).encode()).hexdigest()
        ):
            return int(row["id"])
        prev, expected = row["hash"], expected + 1
    return None


def _hash(prev: str, *link: object) -> str:
    return hashlib.sha256((prev + _canonical(link)).encode()).hexdigest()
