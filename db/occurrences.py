"""Which step of which ladder was told to whom, once, and by which message. Decides nothing.

States: told; skipped (passed before its ledger began, or a newer step of the same thing was told
in its place); returned (its message never left, so the next run tells it).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from db.transaction import Tx
from domain.instants import stamp
from domain.notice import Telling

TOLD, SKIPPED, RETURNED = "told", "skipped", "returned"

Known = dict[str, str]
"""`key(person, subject, step, due date)` → state. Strings, because a year of them is read at once
and the collector need not look into them."""

_KEY = "c.person_id || '|' || c.subject || '|' || c.step || '|' || c.due_on"


def key(person_id: int, subject: str, step: str, due_on: str) -> str:
    """The name of one occurrence in Known."""
    return f"{person_id}|{subject}|{step}|{due_on}"


def known(tx: Tx, now: datetime) -> Known:
    """Every occurrence. What a message told whose time has passed by `now` counts as returned,
    though that message may still stand in the queue."""
    cursor = tx.connection.cursor()
    cursor.row_factory = None
    found: Known = dict(cursor.execute(f"SELECT {_KEY}, c.state FROM occurrences c"))
    late = cursor.execute(
        f"SELECT {_KEY} FROM outbox o INDEXED BY outbox_waiting"
        " JOIN occurrences c ON c.outbox_id = o.id"
        " WHERE o.state IN ('queued', 'sending') AND o.state = 'queued'"
        " AND o.not_after < :now AND c.state = 'told' ORDER BY o.lane, o.due_at, o.id",
        {"now": stamp(now)},
    )
    found.update((row[0], RETURNED) for row in late)
    return found


def last_of(known_: Known, step: str) -> dict[int, str]:
    """The latest due date of which this step stands for each person."""
    found: dict[int, str] = {}
    for name, state in known_.items():
        if f"|{step}|" in name and state != RETURNED:
            person, _, _, day = name.split("|")
            found[int(person)] = max(day, found.get(int(person), ""))
    return found


def write(
    tx: Tx, person_id: int, tellings: Iterable[Telling], outbox_id: int | None, now: datetime
) -> int:
    """Keeps what is told; one that stands already stays, unless it had been given back."""
    return tx.run_each(
        "INSERT INTO occurrences (subject, person_id, step, due_on, state, outbox_id, at)"
        " VALUES (:subject, :person, :step, :due_on, :state, :outbox, :now)"
        " ON CONFLICT (subject, person_id, step, due_on) DO UPDATE SET state = excluded.state,"
        " outbox_id = excluded.outbox_id, at = excluded.at WHERE state = 'returned'",
        [
            {
                "subject": telling.subject,
                "person": person_id,
                "step": telling.step,
                "due_on": telling.due_on.isoformat(),
                "state": telling.state,
                "outbox": outbox_id,
                "now": stamp(now),
            }
            for telling in tellings
        ],
    )


def standing(tx: Tx, person_id: int, telling: Telling) -> bool:
    """Whether this very step has been told or passed over already."""
    return bool(
        tx.value(
            "SELECT 1 FROM occurrences WHERE subject = :subject AND person_id = :person"
            " AND step = :step AND due_on = :due_on AND state <> 'returned'",
            subject=telling.subject,
            person=person_id,
            step=telling.step,
            due_on=telling.due_on.isoformat(),
        )
    )


def begun(tx: Tx) -> set[tuple[str, str]]:
    """The (subject, due date) of which any step is in the books for anybody."""
    rows = tx.connection.execute("SELECT DISTINCT subject, due_on FROM occurrences")
    return {(row[0], row[1]) for row in rows}


def give_back(tx: Tx, outbox_id: int) -> int:
    """The message will never arrive: what it told returns to the next run. Says how much."""
    return tx.run(
        "UPDATE occurrences SET state = 'returned' WHERE outbox_id = :id AND state = 'told'",
        id=outbox_id,
    )
