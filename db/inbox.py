"""What came in, kept before anything else happens, and how far each row is. Reads no meaning."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from db.transaction import Row, Tx, as_json
from domain.instants import stamp
from domain.message import ChatRef

MOST_CLAIMS = 3  # on the third claim without a result a row is parked


@dataclass(frozen=True, slots=True)
class Arrival:
    """One raw update to be kept, with what could be read of it without trusting it."""

    update_key: str
    raw: str
    chat: str = ""
    sender: str = ""
    message_id: str | None = None
    reply_to: str | None = None
    unfit: str = ""  # why it must not be handled: the secrecy gate failed on it, or it is too large


def keep(tx: Tx, channel: str, arrivals: Iterable[Arrival], now: datetime) -> int:
    """Stores what is new and ignores what is known; says how many were new."""
    received = stamp(now)
    return tx.run_each(
        "INSERT INTO inbox (channel, update_key, chat, sender, message_id, reply_to, raw, state,"
        " reason, received_at) VALUES (:channel, :update_key, :chat, :sender, :message_id,"
        " :reply_to, :raw, 'new', :unfit, :received)"
        " ON CONFLICT (channel, update_key) DO NOTHING",
        [
            {
                "channel": channel,
                "update_key": arrival.update_key,
                "chat": arrival.chat,
                "sender": arrival.sender,
                "message_id": arrival.message_id,
                "reply_to": arrival.reply_to,
                "raw": arrival.raw,
                "unfit": arrival.unfit,
                "received": received,
            }
            for arrival in arrivals
        ],
    )


def claim(tx: Tx, held: Iterable[tuple[str, str, str]], limit: int) -> list[Row]:
    """Takes new rows in order of arrival and counts the claim. Rows of `held` (channel, chat,
    sender) wait behind one that failed. `reason` says why a row must not be handled, if so."""
    rows = tx.all(
        "SELECT id, channel, update_key, chat, sender, raw, reason, claims + 1 AS claims,"
        " received_at FROM inbox INDEXED BY inbox_waiting"
        " WHERE state IN ('new', 'claimed') AND state = 'new'"
        " AND channel || char(31) || chat || char(31) || sender"
        " NOT IN (SELECT value FROM json_each(:held)) ORDER BY id LIMIT :limit",
        held=as_json(["\x1f".join(key) for key in held]),
        limit=limit,
    )
    tx.run_each(
        "UPDATE inbox SET state = 'claimed', claims = claims + 1 WHERE id = :id AND state = 'new'",
        [{"id": row["id"]} for row in rows],
    )
    return rows


def left_claimed(tx: Tx) -> list[Row]:
    """Rows that an unclean stop left in the middle, in order of arrival."""
    return tx.all(
        "SELECT id, channel, update_key, chat, sender, raw, reason, claims, received_at FROM inbox"
        " INDEXED BY inbox_waiting WHERE state IN ('new', 'claimed') AND state = 'claimed'"
        " ORDER BY id"
    )


def claim_again(tx: Tx, inbox_id: int) -> None:
    """Counts one more claim of a row that is run singly."""
    tx.run("UPDATE inbox SET claims = claims + 1 WHERE id = :id", id=inbox_id)


def unclaim(tx: Tx) -> None:
    """At an orderly stop: what is claimed was not begun, so the claim does not count."""
    tx.run(
        "UPDATE inbox INDEXED BY inbox_waiting SET state = 'new', claims = claims - 1"
        " WHERE state IN ('new', 'claimed') AND state = 'claimed'"
    )


def release(tx: Tx, inbox_id: int, *, uncounted: bool = False) -> None:
    """Gives a claimed row back. `uncounted`: it never ran, so this claim does not count."""
    tx.run(
        "UPDATE inbox SET state = 'new', claims = claims - :less"
        " WHERE id = :id AND state = 'claimed'",
        id=inbox_id,
        less=int(uncounted),
    )


def finish(
    tx: Tx,
    inbox_id: int,
    now: datetime,
    *,
    person_id: int | None = None,
    ignored: str = "",
    demands: Mapping[str, int] | None = None,
) -> None:
    """The row is handled, in the same transaction as all that followed from it."""
    tx.run(
        "UPDATE inbox SET state = :state, reason = :reason, person_id = :person,"
        " demands = :demands, handled_at = :now WHERE id = :id AND state = 'claimed'",
        id=inbox_id,
        state="ignored" if ignored else "done",
        reason=ignored,
        person=person_id,
        demands=as_json(demands) if demands else "",
        now=stamp(now),
    )


def park(tx: Tx, inbox_id: int, now: datetime, reason: str) -> bool:
    """Sets a row aside with its reason; False when it was finished already."""
    moved = tx.run(
        "UPDATE inbox SET state = 'parked', reason = :reason, handled_at = :now"
        " WHERE id = :id AND state IN ('new', 'claimed')",
        id=inbox_id,
        reason=reason,
        now=stamp(now),
    )
    return moved == 1


def retry(tx: Tx, update_key: str) -> int:
    """Parked rows with this key whose text is still there are new again; says how many."""
    return tx.run(
        "UPDATE inbox SET state = 'new', claims = 0, reason = '', handled_at = NULL"
        " WHERE update_key = :key AND state = 'parked' AND raw <> '{}'",
        key=update_key,
    )


def is_emptied(tx: Tx, update_key: str) -> bool:
    """Whether a parked row with this key has no text any more."""
    return bool(
        tx.value(
            "SELECT 1 FROM inbox WHERE update_key = :key AND state = 'parked' AND raw = '{}'",
            key=update_key,
        )
    )


def parked(tx: Tx) -> list[Row]:
    """What could not be handled and still can be looked at, oldest first."""
    return tx.all(
        "SELECT channel, update_key, received_at, reason, claims FROM inbox"
        " WHERE state = 'parked' AND raw <> '{}' ORDER BY id"
    )


def redact(tx: Tx, inbox_id: int) -> None:
    """Empties the raw text of a row: it bore an invitation code, or is the talk of a group."""
    tx.run("UPDATE inbox SET raw = '{}' WHERE id = :id", id=inbox_id)


def chat_of(row: Row) -> ChatRef:
    """Where a row came from."""
    return ChatRef(row["channel"], row["chat"])
