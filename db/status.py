"""The service's state in numbers, as `status`, `tinhtrang` and /healthz all say it."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any

from db import problems
from db.transaction import Tx
from db.trouble import data_reason
from domain.instants import stamp

INBOX = ("new", "claimed", "done", "parked", "ignored")
OUTBOX = ("queued", "sending", "sent", "unknown", "dead", "cancelled", "expired")
JOBS = ("queued", "running", "done", "failed")


def status(tx: Tx, now: datetime, configured: Sequence[str] = ()) -> dict[str, Any]:
    """What `status --json` prints. `configured` are the names of the channels before the service
    has ever run; then it is those that it runs with."""
    return {
        "inbox": _counted(tx, "SELECT state, count(*) FROM inbox GROUP BY state", INBOX),
        "outbox": _counted(tx, "SELECT state, count(*) FROM outbox GROUP BY state", OUTBOX),
        "jobs": _counted(tx, "SELECT state, count(*) FROM jobs GROUP BY state", JOBS),
        "channels": _channels(tx, now, configured),
        "people": _counted(tx, "SELECT state, count(*) FROM people GROUP BY state", ()),
        "last_tick": noted(tx, "last_tick"),
        "problems": [{"code": row["code"], "text": row["text"]} for row in problems.open_ones(tx)],
    }


def unreadable(failure: BaseException) -> dict[str, Any]:
    """The same when nothing can be read."""
    counts: dict[str, Any] = {
        name: {} for name in ("inbox", "outbox", "jobs", "channels", "people")
    }
    told = [problems.aside("unreadable", data_reason(failure))]
    return counts | {"last_tick": None, "problems": told}


def _counted(tx: Tx, sql: str, states: tuple[str, ...]) -> dict[str, int]:
    counts = dict.fromkeys(states, 0)
    counts.update((row[0], row[1]) for row in tx.all(sql))
    return counts


def _channels(tx: Tx, now: datetime, configured: Sequence[str]) -> dict[str, dict[str, Any]]:
    month = stamp(now + timedelta(hours=7))[:7]
    down = {
        row["subject"] for row in tx.all("SELECT subject FROM problems WHERE code = 'channel_down'")
    }
    names = json.loads(noted(tx, "channels") or "[]") or configured
    return {
        name: {
            "state": "down" if name in down else "up",
            "people": tx.value(
                "SELECT count(DISTINCT person_id) FROM chats WHERE channel = :channel"
                " AND state = 'bound'",
                channel=name,
            ),
            "sent_this_month": tx.value(
                "SELECT used FROM quotas WHERE channel = :channel AND month = :month",
                channel=name,
                month=month,
            )
            or 0,
        }
        for name in names
    }


def idle(tx: Tx, now: datetime, silent: Collection[str] = ()) -> bool:
    """Whether nothing waits to be handled, sent or done at this moment. What waits for a channel
    of `silent` cannot be sent now, whatever is done."""
    waiting = tx.value(
        "SELECT EXISTS (SELECT 1 FROM inbox WHERE state IN ('new', 'claimed'))"
        " OR EXISTS (SELECT 1 FROM outbox WHERE state = 'sending'"
        " OR (state = 'queued' AND due_at <= :now"
        " AND channel NOT IN (SELECT value FROM json_each(:silent))))"
        " OR EXISTS (SELECT 1 FROM jobs WHERE state = 'running'"
        " OR (state = 'queued' AND due_at <= :now))",
        now=stamp(now),
        silent=json.dumps(list(silent)),
    )
    return not waiting


def note(tx: Tx, name: str, value: str) -> None:
    """Keeps a small fact over a restart."""
    tx.run(
        "INSERT INTO facts (name, value) VALUES (:name, :value)"
        " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        name=name,
        value=value,
    )


def noted(tx: Tx, name: str) -> str | None:
    """A fact that was kept."""
    found: str | None = tx.value("SELECT value FROM facts WHERE name = :name", name=name)
    return found


def called(tx: Tx) -> dict[str, str]:
    """What each channel's bot is called there, as far as it has ever been up."""
    rows = tx.all("SELECT substr(name, 8) AS channel, value FROM facts WHERE name LIKE 'called:%'")
    return {row["channel"]: row["value"] for row in rows}


def unbalanced(tx: Tx) -> list[str]:
    """Where the books do not add up, in words; empty when every promise is accounted for."""
    found: list[str] = []
    rows = tx.all(
        "SELECT i.update_key, json_extract(i.demands, '$.progress') AS demanded,"
        " (SELECT count(*) FROM progress g WHERE g.inbox_id = i.id) AS there"
        " FROM inbox i WHERE i.state = 'done' AND i.demands <> ''"
        " AND i.id > (SELECT coalesce(max(id), 0) - 5000 FROM inbox)"
        " AND coalesce(demanded, 0) <> there"
    )
    found += [
        f"tin {row['update_key']}: cần {row['demanded'] or 0} dòng tiến độ, có {row['there']}"
        for row in rows
    ]
    orphans = tx.value(
        "SELECT count(*) FROM progress g LEFT JOIN inbox i ON i.id = g.inbox_id"
        " WHERE g.origin = 'chat' AND (i.id IS NULL OR i.state <> 'done')"
    )
    if orphans:
        found.append(f"{orphans} dòng tiến độ không có tin nhắn gốc")
    return found
