"""What waits on a channel that is stopped until a person acts: it goes to another chat of its
person, where that is right. Sends nothing.

An answer stays: it belongs where the question was asked, and goes out when the channel runs again.
What may have arrived stays too, but for a directive, which then says that it is said again.
"""

from __future__ import annotations

from db import chats
from db.transaction import Tx
from domain.message import ANSWER, DIRECTIVE

# Whether the channel of a chat `c` carries messages now: it is configured and is not down.
CARRIES = (
    "NOT EXISTS (SELECT 1 FROM problems d WHERE d.code = 'channel_down' AND d.subject = c.channel)"
    " AND (NOT EXISTS (SELECT 1 FROM facts WHERE name = 'channels') OR c.channel IN"
    "  (SELECT j.value FROM facts f, json_each(f.value) j WHERE f.name = 'channels'))"
)


def move_on(tx: Tx, channel: str, most: int = 100) -> int:
    """Moves at most so many messages to living chats of their people; says how many."""
    rows = tx.all(
        "SELECT o.id, o.person_id FROM outbox o INDEXED BY outbox_waiting"
        " WHERE o.state IN ('queued', 'sending') AND o.state = 'queued' AND o.channel = :channel"
        " AND o.key NOT LIKE :answer"
        " AND (o.kind = :directive OR (o.unknowns = 0 AND o.parts_sent = 0))"
        " AND EXISTS (SELECT 1 FROM chats c WHERE c.person_id = o.person_id AND c.state = 'bound'"
        f"  AND c.kind = 'private' AND c.channel <> :channel AND {CARRIES})"
        " ORDER BY o.lane, o.due_at, o.id LIMIT :most",
        channel=channel,
        answer=f"{ANSWER}:%",
        directive=DIRECTIVE,
        most=most,
    )
    for row in rows:
        to = chats.preferred(tx, row["person_id"])
        if to is None or to.channel == channel:
            continue
        # A part that has gone makes it something that may have arrived.
        tx.run(
            "UPDATE outbox SET channel = :to, chat = :chat,"
            " unknowns = max(unknowns, parts_sent > 0), parts_sent = 0"
            " WHERE id = :id AND state = 'queued'",
            to=to.channel,
            chat=to.chat,
            id=row["id"],
        )
        tx.run(
            "UPDATE offers SET channel = :to, chat = :chat WHERE outbox_id = :id",
            to=to.channel,
            chat=to.chat,
            id=row["id"],
        )
    return len(rows)
