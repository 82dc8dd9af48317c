"""How many people a channel's plan takes, and whether there is room for one more."""

from __future__ import annotations

import json

from db import problems, status
from db.transaction import Tx
from domain.committee import Committee


def taken(tx: Tx, channel: str) -> int:
    """Private chats that belong to somebody there; a person's second chat is a second user."""
    return int(
        tx.value(
            "SELECT count(*) FROM chats WHERE channel = :channel AND state = 'bound'"
            " AND kind = 'private' AND person_id IS NOT NULL",
            channel=channel,
        )
    )


def is_full(tx: Tx, channel: str, committee: Committee) -> bool:
    """Whether nobody more may join there."""
    most = committee.seats.get(channel)
    return most is not None and taken(tx, channel) >= most


def with_room(tx: Tx, committee: Committee) -> list[str]:
    """The configured channels that take one more, in their order."""
    names: list[str] = json.loads(status.noted(tx, "channels") or "[]")
    return [name for name in names if not is_full(tx, name, committee)]


def look(tx: Tx, committee: Committee) -> None:
    """Clears the problem of a channel that has room again."""
    for row in problems.open_ones(tx):
        if row["code"] == "seats" and not is_full(tx, row["subject"], committee):
            problems.cleared(tx, "seats", row["subject"])
