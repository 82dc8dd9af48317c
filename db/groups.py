"""Groups of units: which unit a group is bound to, and whether it still can be written to.

Knows no person's right and words nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from db import problems
from db.transaction import Tx
from domain.instants import stamp
from domain.message import ChatRef

LOST = "group_lost"  # the problem: the office should know that nothing reaches a unit's group
_GROUP = (
    "SELECT c.id, c.channel, c.chat, c.unit_id, u.name, c.state FROM chats c"
    " JOIN units u ON u.id = c.unit_id WHERE c.kind = 'group'"
)


@dataclass(frozen=True, slots=True)
class Group:
    """A group that is bound to one unit. `alive`: it can be written to, as far as we know."""

    id: int
    at: ChatRef
    unit_id: int
    unit: str
    alive: bool


def _group(tx: Tx, where: str, **named: object) -> Group | None:
    row = tx.one(f"{_GROUP} AND {where}", **named)
    if row is None:
        return None
    at = ChatRef(row["channel"], row["chat"])
    return Group(row["id"], at, row["unit_id"], row["name"], row["state"] == "bound")


def at(tx: Tx, place: ChatRef) -> Group | None:
    """The group in this chat, if it is bound."""
    where = "c.channel = :channel AND c.chat = :chat"
    return _group(tx, where, channel=place.channel, chat=place.chat)


def of_unit(tx: Tx, unit_id: int) -> Group | None:
    """The group of this unit, reached or not."""
    return _group(tx, "c.unit_id = :unit", unit=unit_id)


def bind(tx: Tx, place: ChatRef, unit_id: int, now: datetime) -> None:
    """Binds a chat that is bound to nothing. The database refuses a unit's second group."""
    tx.run(
        "INSERT INTO chats (channel, chat, kind, unit_id, bound_at, heard_at)"
        " VALUES (:channel, :chat, 'group', :unit, :now, :now)",
        channel=place.channel,
        chat=place.chat,
        unit=unit_id,
        now=stamp(now),
    )


def unbind(tx: Tx, group: Group) -> None:
    """The group is nobody's again, and gets no summary."""
    problems.cleared(tx, LOST, group.unit)
    tx.run("DELETE FROM group_summaries WHERE chat_id = :id", id=group.id)
    tx.run("DELETE FROM chats WHERE id = :id AND kind = 'group'", id=group.id)


def lost(tx: Tx, place: ChatRef, now: datetime, reason: str) -> None:
    """Nothing reaches this group any more: the office sees it until somebody acts."""
    moved = tx.run(
        "UPDATE chats SET state = 'unreachable', failed_at = :now, failure = :reason"
        " WHERE channel = :channel AND chat = :chat AND kind = 'group'",
        channel=place.channel,
        chat=place.chat,
        now=stamp(now),
        reason=reason,
    )
    group = at(tx, place) if moved else None
    if group is not None:
        problems.raised(tx, LOST, group.unit, reason, now)


def found(tx: Tx, place: ChatRef, now: datetime) -> None:
    """Something came from this group: it is alive, whatever failed before."""
    tx.run(
        "UPDATE chats SET state = 'bound', heard_at = :now, failed_at = NULL, failure = NULL"
        " WHERE channel = :channel AND chat = :chat AND kind = 'group'",
        channel=place.channel,
        chat=place.chat,
        now=stamp(now),
    )
    if (group := at(tx, place)) is not None:
        problems.cleared(tx, LOST, group.unit)
