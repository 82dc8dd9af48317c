"""Work that must not happen inside a transaction: downloads, pictures, documents."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

from db.transaction import Row, Tx, as_json
from domain.instants import stamp

MOST_ATTEMPTS = 5
_UNTIL_THERE_IS_ROOM = timedelta(seconds=30)


def enqueue(tx: Tx, key: str, kind: str, payload: dict[str, Any], now: datetime) -> None:
    """Puts a job in the queue once, however often its key is given."""
    tx.run(
        "INSERT INTO jobs (key, kind, payload, due_at) VALUES (:key, :kind, :payload, :now)"
        " ON CONFLICT (key) DO NOTHING",
        key=key,
        kind=kind,
        payload=as_json(payload),
        now=stamp(now),
    )


def recover(tx: Tx) -> int:
    """After an unclean stop: what was running is begun again. Jobs may run twice, so each writes
    its result in one transaction under a key of its own."""
    return tx.run(
        "UPDATE jobs INDEXED BY jobs_waiting SET state = 'queued'"
        " WHERE state IN ('queued', 'running') AND state = 'running'"
    )


def take(tx: Tx, now: datetime, limit: int) -> list[Row]:
    """Marks due jobs as running."""
    return tx.all(
        "UPDATE jobs SET state = 'running', attempts = attempts + 1 WHERE id IN"
        " (SELECT id FROM jobs INDEXED BY jobs_waiting WHERE state IN ('queued', 'running')"
        " AND state = 'queued' AND due_at <= :now"
        " ORDER BY due_at LIMIT :limit) RETURNING *",
        now=stamp(now),
        limit=limit,
    )


def unfinished(tx: Tx, key: str) -> bool:
    """Whether a job of this key still waits or runs."""
    return bool(
        tx.value(
            "SELECT 1 FROM jobs WHERE key = :key AND state IN ('queued', 'running')",
            key=key,
        )
    )


def known(tx: Tx, key: str) -> bool:
    """Whether a job of this key was ever put in the queue."""
    return bool(tx.value("SELECT 1 FROM jobs WHERE key = :key", key=key))


def payload(tx: Tx, job_id: int) -> dict[str, Any]:
    """What a job has to do, as it stands now."""
    found: dict[str, Any] = json.loads(
        tx.value("SELECT payload FROM jobs WHERE id = :id", id=job_id)
    )
    return found


def moved_on(tx: Tx, job_id: int, payload: dict[str, Any]) -> None:
    """A part of a long job is written in this same transaction: what is left of it. Whatever cut
    it off before has not hindered it, so it has all its attempts again."""
    tx.run(
        "UPDATE jobs SET payload = :payload, attempts = 1 WHERE id = :id AND state = 'running'",
        id=job_id,
        payload=as_json(payload),
    )


def done(tx: Tx, job_id: int, now: datetime) -> None:
    """The job's result is written in this same transaction."""
    tx.run(
        "UPDATE jobs SET state = 'done', finished_at = :now WHERE id = :id AND state = 'running'",
        id=job_id,
        now=stamp(now),
    )


def postponed(tx: Tx, job_id: int, now: datetime) -> None:
    """Gives a job back that could not be tried for want of room: that is no attempt."""
    tx.run(
        "UPDATE jobs SET state = 'queued', attempts = attempts - 1, due_at = :due"
        " WHERE id = :id AND state = 'running'",
        id=job_id,
        due=stamp(now + _UNTIL_THERE_IS_ROOM),
    )


def failed(tx: Tx, job: Row, now: datetime, reason: str, *, final: bool) -> bool:
    """Gives a job back with a growing pause, or gives it up; True when given up."""
    give_up = final or job["attempts"] >= MOST_ATTEMPTS
    tx.run(
        "UPDATE jobs SET state = :state, reason = :reason, due_at = :due,"
        " finished_at = CASE WHEN :state = 'failed' THEN :now END"
        " WHERE id = :id AND state = 'running'",
        id=job["id"],
        state="failed" if give_up else "queued",
        reason=reason,
        due=stamp(now + timedelta(seconds=5 * 4 ** job["attempts"])),
        now=stamp(now),
    )
    return give_up
