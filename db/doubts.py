"""Figures that were reported and not recorded yet, because they must be asked about. Asks nothing.

One for each person, assignment and time that it is of; what is recorded on the assignment, of
that time or of none, settles it. A time is its first and last day: "2021-04-01/2021-04-30".
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from db.assignments import ids
from db.transaction import Tx, as_json
from domain.instants import instant, stamp
from domain.message import ChatRef

LASTS = timedelta(hours=12)
MOST = 3  # times that one is asked about unbidden; who goes on to other things then means it


class Doubt(NamedTuple):
    """`item` is an Item as JSON with the reason of its doubt; None where the words are unclear."""

    id: int
    assignment_id: int
    text: str
    item: dict[str, Any] | None
    why: str
    asked: int
    at: datetime
    span: str = ""


def keep(
    tx: Tx,
    person_id: int,
    assignment_id: int,
    at: ChatRef,
    now: datetime,
    *,
    text: str = "",
    item: dict[str, Any] | None = None,
    why: str = "",
    span: str = "",
) -> None:
    """Keeps one in place of a former one; the same one again is the same question."""
    tx.run(
        "INSERT INTO doubts (person_id, assignment_id, span, channel, chat, text, item, why, at)"
        " VALUES (:person, :assignment, :span, :channel, :chat, :text, :item, :why, :now)"
        " ON CONFLICT (person_id, assignment_id, span) DO UPDATE SET channel = excluded.channel,"
        " chat = excluded.chat, asked = 0, text = excluded.text,"
        " item = excluded.item, why = excluded.why, at = excluded.at"
        " WHERE (channel, chat, text, item, why)"
        " <> (excluded.channel, excluded.chat, excluded.text, excluded.item, excluded.why)",
        person=person_id,
        assignment=assignment_id,
        span=span,
        channel=at.channel,
        chat=at.chat,
        text=text,
        item=as_json(item) if item is not None else "",
        why=why,
        now=stamp(now),
    )


def waiting(tx: Tx, person_id: int, at: ChatRef, now: datetime) -> list[Doubt]:
    """What may still be asked about in this chat, in the order in which it was said."""
    rows = tx.all(
        "SELECT id, assignment_id, text, item, why, asked, at, span FROM doubts"
        " WHERE person_id = :person AND channel = :channel AND chat = :chat AND at > :since"
        " ORDER BY id",
        person=person_id,
        channel=at.channel,
        chat=at.chat,
        since=stamp(now - LASTS),
    )
    return [
        Doubt(
            row["id"],
            row["assignment_id"],
            row["text"],
            json.loads(row["item"]) if row["item"] else None,
            row["why"],
            row["asked"],
            instant(row["at"]),
            row["span"],
        )
        for row in rows
    ]


def asked(tx: Tx, person_id: int, assignment_id: int, span: str = "") -> None:
    """Notes that it was asked about once more."""
    tx.run(
        "UPDATE doubts SET asked = asked + 1"
        " WHERE person_id = :person AND assignment_id = :assignment AND span = :span",
        person=person_id,
        assignment=assignment_id,
        span=span,
    )


def settle(tx: Tx, person_id: int, assignments: Collection[int]) -> None:
    """Left alone: nothing of it need be asked any more."""
    tx.run(
        "DELETE FROM doubts WHERE person_id = :person"
        " AND assignment_id IN (SELECT value FROM json_each(:ids))",
        person=person_id,
        ids=ids(assignments),
    )


def recorded(tx: Tx, person_id: int, reports: Iterable[tuple[int, str]]) -> None:
    """Reports were recorded, each on an assignment and of a time; one of none ("") settles all."""
    tx.run(
        "DELETE FROM doubts WHERE person_id = :person AND EXISTS (SELECT 1 FROM json_each(:reports)"
        "  WHERE json_extract(value, '$[0]') = assignment_id"
        "  AND (json_extract(value, '$[1]') IN ('', span) OR span = ''))",
        person=person_id,
        reports=as_json([list(each) for each in reports]),
    )


def settle_all(tx: Tx, person_id: int) -> None:
    """They want to be asked nothing more."""
    tx.run("DELETE FROM doubts WHERE person_id = :person", person=person_id)
