"""New problems, told to the admins once each through whichever channel reaches them."""

from __future__ import annotations

from datetime import datetime

from db import outbox, people, problems
from db.transaction import Tx
from domain.committee import Committee
from domain.instants import local_day, stamp
from domain.message import ANSWER, Outgoing, joined
from domain.person import ADMIN
from domain.texts import say

_MOST = 8


def tell(tx: Tx, now: datetime, committee: Committee) -> bool:
    """Puts one message to each joined admin about what is new; False when nothing is."""
    new = [row for row in problems.open_ones(tx) if row["told_at"] is None]
    if not new:
        return False
    shown = [f"• {row['text']}" for row in new[:_MOST]]
    for admin in people.with_role(tx, ADMIN, local_day(now, committee.zone)):
        if admin.state != "joined":
            continue
        rest = len(new) - len(shown)
        more = (say("common.alert_more", admin.language, count=rest),) if rest else ()
        listed = joined("\n", (*shown, *more))
        outbox.enqueue(
            tx,
            Outgoing(
                key=f"alert:{admin.id}:{stamp(now)[:16]}",
                kind=ANSWER,
                text=say("common.alert", admin.language, committee.address, listed=listed),
                person_id=admin.id,
            ),
            now,
        )
    tx.run("UPDATE problems SET told_at = :now WHERE told_at IS NULL", now=stamp(now))
    return True
