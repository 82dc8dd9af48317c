"""What must hold after every fault run: I1 to I9, read from the store, the sandbox and the log."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path

from db import audit
from db.transaction import Tx
from db.writer import connect_for_reading
from sandbox.platform import Platform
from sandbox.world.log import LoggedCall

SENDS = ("sendMessage", "sendPhoto", "sendDocument")
Broken = dict[str, list[str]]


def broken(
    platform: Platform,
    database: Path,
    log: Path,
    secrets: list[str],
    *,
    per_second: float,
    per_chat_burst: int = 3,
) -> Broken:
    """Every invariant with what breaks it; an empty list is a promise kept."""
    sends = [call for call in platform.calls.after() if call.method in SENDS and call.accepted]
    with closing(connect_for_reading(str(database))) as connection:
        tx = Tx(connection)
        return {
            "I1 every confirmed update is in the inbox": _confirmed(platform, tx),
            "I2 every inbox row is finished": _finished(tx),
            "I3 every report has exactly its rows": _reports(tx),
            "I4 everything was said once": _said_once(tx, sends),
            "I5 only bound chats were written to": _bound(platform, tx, sends),
            "I6 the audit chain verifies": _chain(tx),
            "I7 never faster than allowed": _pace(sends, per_second, per_chat_burst),
            "I8 the file is whole": _whole(connection),
            "I9 no secret in any log": _secrets(log, secrets),
        }


def _confirmed(platform: Platform, tx: Tx) -> list[str]:
    kept = {row[0] for row in tx.all("SELECT update_key FROM inbox")}
    missing = []
    for bot in platform.bots:
        keys = bot.queue.confirmed if bot.kind == "telegram" else []
        missing += [f"{bot.kind} {key}" for key in keys if str(key) not in kept]
    return missing


def _finished(tx: Tx) -> list[str]:
    rows = tx.all(
        "SELECT update_key, state, reason FROM inbox WHERE state IN ('new', 'claimed')"
        " OR (state IN ('parked', 'ignored') AND reason = '')"
    )
    return [f"{row['update_key']}: {row['state']}" for row in rows]


def _reports(tx: Tx) -> list[str]:
    rows = tx.all(
        "SELECT i.update_key, i.state, coalesce(json_extract(i.demands, '$.progress'), 0) AS due,"
        " count(g.id) AS there FROM inbox i LEFT JOIN progress g ON g.inbox_id = i.id"
        " WHERE i.demands <> '' OR g.id IS NOT NULL GROUP BY i.id"
        " HAVING due <> there OR i.state <> 'done'"
    )
    return [f"{row['update_key']}: {row['due']} demanded, {row['there']} there" for row in rows]


def _said_once(tx: Tx, sends: list[LoggedCall]) -> list[str]:
    """Each text to each chat as often as rows say, and once more only where nobody knew."""
    accepted = Counter((call.chat, _words(call)) for call in sends)
    promised: Counter[tuple[str | None, str]] = Counter()
    spare: Counter[tuple[str | None, str]] = Counter()
    wrong: list[str] = []
    for row in tx.all("SELECT * FROM outbox WHERE chat <> ''"):
        key = (row["chat"], row["text"].split("\n")[0])
        if row["state"] in ("queued", "sending"):
            wrong.append(f"{row['key']}: still {row['state']}")
        promised[key] += row["state"] == "sent"
        spare[key] += row["unknowns"]
    for key, times in accepted.items():
        if times > promised[key] + spare[key]:
            wrong.append(f"{key}: accepted {times}, promised {promised[key]} + {spare[key]}")
    for key, times in promised.items():
        if accepted[key] < times:
            wrong.append(f"{key}: marked sent {times}, accepted {accepted[key]}")
    return wrong


def _words(call: LoggedCall) -> str:
    text = str(call.params.get("text") or call.params.get("caption") or "")
    first, _, rest = text.partition("\n")
    return rest.split("\n")[0] if first == "(gửi lại)" else first


def _bound(platform: Platform, tx: Tx, sends: list[LoggedCall]) -> list[str]:
    known = {row[0] for row in tx.all("SELECT chat FROM chats")}
    strangers = {row[0] for row in tx.all("SELECT chat FROM enrol_tries")}
    return [str(call.chat) for call in sends if call.chat not in known | strangers]


def _chain(tx: Tx) -> list[str]:
    at = audit.broken_at(tx)
    return [] if at is None else [f"breaks at link {at}"]


def _pace(sends: list[LoggedCall], per_second: float, burst: int) -> list[str]:
    wrong = []
    for channel in {call.channel for call in sends}:
        times = sorted(call.at_monotonic for call in sends if call.channel == channel)
        most = _most_within(times, 1.0)
        # At the platform's socket the network may press two neighbours together.
        if most > per_second * 1.05 + 1:
            wrong.append(f"{channel}: {most} in one second")
    chats: dict[str, list[float]] = {}
    for call in sends:
        chats.setdefault(str(call.chat), []).append(call.at_monotonic)
    for chat, times in chats.items():
        most = _most_within(sorted(times), 0.95)
        if most > burst + 2:  # a restart forgets the burst that went before it
            wrong.append(f"chat {chat}: {most} in one second")
    return wrong


def _most_within(times: list[float], seconds: float) -> int:
    most = start = 0
    for end, time in enumerate(times):
        while time - times[start] >= seconds:
            start += 1
        most = max(most, end - start + 1)
    return most


def _whole(connection: sqlite3.Connection) -> list[str]:
    verdict = [row[0] for row in connection.execute("PRAGMA integrity_check")]
    orphans = [str(tuple(row)) for row in connection.execute("PRAGMA foreign_key_check")]
    return ([] if verdict == ["ok"] else verdict) + orphans


def _secrets(log: Path, secrets: list[str]) -> list[str]:
    text = log.read_text(encoding="utf-8", errors="replace")
    lines = [json.dumps(line)[:80] for line in text.splitlines() if not line.startswith("{")]
    return [f"{secret[:4]}…" for secret in secrets if secret in text] + lines[:3]
