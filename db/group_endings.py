"""Groups of units that are no more: unbound, and told so once. Words nothing itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from typing import Any

from db import audit, groups, outbox
from db.calendar import calendar
from db.transaction import Tx
from domain.committee import Committee
from domain.instants import local_day
from domain.message import BROADCAST, ChatRef, Outgoing
from domain.texts import say
from domain.wording import full_day

Write = Callable[[Tx], Any]
_ENDED = (
    "SELECT c.channel, c.chat, u.valid_to FROM chats c JOIN units u ON u.id = c.unit_id"
    " WHERE c.kind = 'group' AND u.valid_to < :today"
)


def due(tx: Tx, now: datetime, committee: Committee) -> list[Write]:
    """One write for each group whose unit has ended, in working hours. Reads only."""
    local, hours = now.astimezone(committee.zone), committee.reminders
    if not hours.day_starts <= local.time() < hours.day_ends:
        return []
    rows = tx.all(_ENDED, today=local.date().isoformat())
    if not rows or not calendar(tx).works(local.date()):
        return []
    return [
        partial(part, place=ChatRef(row["channel"], row["chat"]), now=now, committee=committee)
        for row in rows
    ]


def part(tx: Tx, place: ChatRef, now: datetime, committee: Committee) -> None:
    """Unbinds one group, unless that was done meanwhile or the unit goes on after all."""
    today = local_day(now, committee.zone).isoformat()
    row = tx.one(
        f"{_ENDED} AND c.channel = :channel AND c.chat = :chat",
        today=today,
        channel=place.channel,
        chat=place.chat,
    )
    group = groups.at(tx, place)
    if row is None or group is None:
        return
    groups.unbind(tx, group)
    outbox.cancel_all_for(tx, place, "unit ended")
    audit.record(tx, now, "group.unbound", f"u:{group.unit_id}", actor_id=None)
    if not group.alive:
        return
    ended = full_day(date.fromisoformat(row["valid_to"]), committee.language)
    text = say(
        "group.unit_ended", committee.language, committee.address, unit=group.unit, day=ended
    )
    key = f"{BROADCAST}:group-ended:{group.id}:{group.unit_id}"
    outbox.enqueue(tx, Outgoing(key=key, kind=BROADCAST, text=text, at=place), now)
