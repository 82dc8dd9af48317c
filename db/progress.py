"""Reports as they were given: append-only; a correction names what it takes the place of."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import date, datetime, timedelta

from db.transaction import Row, Tx
from domain.instants import stamp
from domain.message import ChatRef
from domain.progress import Report, Reported

CHAT, REPORT_FOR, DECISION = "chat", "report_for", "decision"
_TODAY = timedelta(hours=12)

_ROW = (
    "SELECT g.id, g.assignment_id, g.person_id, g.reported_by, g.intent, g.percent, g.value,"
    " g.done_count, g.total_count, g.basis, g.estimate, g.blocked, g.note, g.period, g.as_of,"
    " g.reported_at, g.inbox_id, g.source, coalesce(p.full_name, '') AS who,"
    " coalesce(b.full_name, '') AS brought_by, coalesce(o.full_name, '') AS instead_of"
    " FROM progress g LEFT JOIN people p ON p.id = g.person_id"
    " LEFT JOIN people b ON b.id = g.reported_by"
    " LEFT JOIN memberships m ON m.id = g.membership_id AND g.reported_by IS NULL"
    " LEFT JOIN people o ON o.id = m.person_id AND o.id <> g.person_id"
)


def add(
    tx: Tx,
    assignment_id: int,
    report: Report,
    *,
    now: datetime,
    as_of: date,
    period: str,
    person_id: int | None,
    membership_id: int | None,
    inbox_id: int,
    item: int,
    at: ChatRef,
    update_key: str,
    origin: str = CHAT,
    reported_by: int | None = None,
    source: str = "",
) -> int:
    """Keeps one report; its id. One message has each `item` once."""
    return tx.insert(
        "INSERT INTO progress (assignment_id, person_id, reported_by, membership_id, origin,"
        " inbox_id, item, channel, update_key, intent, percent, value, done_count, total_count,"
        " basis, estimate, period, as_of, blocked, note, source, reported_at)"
        " VALUES (:assignment, :person, :reported_by, :membership, :origin, :inbox, :item,"
        " :channel, :update_key, :intent, :percent, :value, :done, :total, :basis, :estimate,"
        " :period, :as_of, :blocked, :note, :source, :now)",
        assignment=assignment_id,
        person=person_id,
        reported_by=reported_by,
        membership=membership_id,
        origin=origin,
        inbox=inbox_id,
        item=item,
        channel=at.channel,
        update_key=update_key,
        intent=report.intent,
        percent=report.percent,
        value=report.value,
        done=report.done,
        total=report.total,
        basis=report.basis,
        estimate=report.estimate,
        period=period,
        as_of=as_of.isoformat(),
        blocked=report.blocked,
        note=report.note,
        source=source,
        now=stamp(now),
    )


def standing(tx: Tx, assignment_id: int) -> list[Reported]:
    """Every report on an assignment that stands, oldest first."""
    rows = tx.all(
        _ROW + " WHERE g.assignment_id = :id AND g.superseded_by IS NULL AND g.withdrawn = 0"
        " ORDER BY g.reported_at, g.id",
        id=assignment_id,
    )
    return [_reported(row) for row in rows]


def latest(tx: Tx, assignment_id: int, limit: int) -> list[Reported]:
    """The last reports that stand, newest first, each with the name of whose it is."""
    rows = tx.all(
        _ROW + " WHERE g.assignment_id = :id AND g.superseded_by IS NULL AND g.withdrawn = 0"
        " ORDER BY g.reported_at DESC, g.id DESC LIMIT :limit",
        id=assignment_id,
        limit=limit,
    )
    return [_reported(row) for row in rows]


def get(tx: Tx, progress_id: int) -> Reported | None:
    """One report, whether it stands or not."""
    row = tx.one(_ROW + " WHERE g.id = :id", id=progress_id)
    return None if row is None else _reported(row)


def is_decision(tx: Tx, progress_id: int) -> bool:
    """Whether a decision wrote it, and nobody's report."""
    origin = tx.value("SELECT origin FROM progress WHERE id = :id", id=progress_id)
    return bool(origin == DECISION)


def all_of(tx: Tx, assignment_id: int, limit: int) -> list[tuple[Reported, bool, Reported | None]]:
    """The last reports, newest first, each with whether it was taken back and which one stands in
    its place. What a decision wrote is no report."""
    rows = tx.all(
        _ROW.replace(" FROM progress", ", g.superseded_by, g.withdrawn FROM progress")
        + " WHERE g.assignment_id = :id AND g.origin <> 'decision'"
        " ORDER BY g.reported_at DESC, g.id DESC LIMIT :limit",
        id=assignment_id,
        limit=limit,
    )
    found = {row["id"]: _reported(row) for row in rows}
    return [
        (found[row["id"]], bool(row["withdrawn"]), found.get(row["superseded_by"])) for row in rows
    ]


def last_of(tx: Tx, at: ChatRef, person_id: int) -> list[tuple[int, Reported]]:
    """What the person's last report in this chat said: (assignment id, row) for each item. What
    they decided is no report."""
    rows = tx.all(
        _ROW + " WHERE g.inbox_id = (SELECT max(l.inbox_id) FROM inbox i"
        "  JOIN progress l ON l.inbox_id = i.id"
        "  WHERE i.channel = :channel AND i.chat = :chat AND l.superseded_by IS NULL"
        "  AND l.withdrawn = 0 AND l.origin <> 'decision'"
        "  AND coalesce(l.reported_by, l.person_id) = :person)"
        " AND g.superseded_by IS NULL AND g.withdrawn = 0 ORDER BY g.item",
        channel=at.channel,
        chat=at.chat,
        person=person_id,
    )
    return [(row["assignment_id"], _reported(row)) for row in rows]


def took_back_last(tx: Tx, at: ChatRef, person_id: int) -> bool:
    """Whether the person's last report in this chat was taken back, and nothing stands for it."""
    withdrawn: int | None = tx.value(
        "SELECT l.withdrawn FROM inbox i JOIN progress l ON l.inbox_id = i.id"
        " WHERE i.channel = :channel AND i.chat = :chat AND l.superseded_by IS NULL"
        " AND l.origin <> 'decision' AND coalesce(l.reported_by, l.person_id) = :person"
        " ORDER BY l.id DESC LIMIT 1",
        channel=at.channel,
        chat=at.chat,
        person=person_id,
    )
    return bool(withdrawn)


def took_back(tx: Tx, person_id: int, code: str, years: Collection[int]) -> list[int]:
    """The assignments with this code of which the person's last report was taken back, and nothing
    stands for it."""
    rows = tx.all(
        "SELECT assignment_id FROM (SELECT assignment_id, withdrawn, max(id) FROM progress"
        "  WHERE assignment_id IN (SELECT id FROM assignments"
        "   WHERE year IN (SELECT value FROM json_each(:years)) AND code = :code)"
        "  AND superseded_by IS NULL AND coalesce(reported_by, person_id) = :person"
        "  GROUP BY assignment_id) WHERE withdrawn = 1",
        years=json.dumps(sorted(years)),
        code=code,
        person=person_id,
    )
    return [row["assignment_id"] for row in rows]


def brought(
    tx: Tx, at: ChatRef, person_id: int, code: str, years: Collection[int], now: datetime
) -> list[tuple[int, Reported]]:
    """What stands of this code and was brought by the person in this chat, or anywhere in the last
    hours; newest first."""
    rows = tx.all(
        _ROW + " JOIN inbox i ON i.id = g.inbox_id WHERE g.assignment_id IN (SELECT id"
        "  FROM assignments WHERE year IN (SELECT value FROM json_each(:years)) AND code = :code)"
        " AND g.superseded_by IS NULL AND g.withdrawn = 0 AND g.origin <> 'decision'"
        " AND coalesce(g.reported_by, g.person_id) = :person"
        " AND (i.channel = :channel AND i.chat = :chat OR g.reported_at > :since)"
        " ORDER BY g.reported_at DESC, g.id DESC",
        years=json.dumps(sorted(years)),
        code=code,
        person=person_id,
        channel=at.channel,
        chat=at.chat,
        since=stamp(now - _TODAY),
    )
    return [(row["assignment_id"], _reported(row)) for row in rows]


def these(tx: Tx, ids: str, person_id: int) -> list[tuple[int, Reported]]:
    """Those rows (a JSON list of ids) as far as the person brought them and they still stand."""
    rows = tx.all(
        _ROW + " WHERE g.id IN (SELECT value FROM json_each(:ids))"
        " AND g.superseded_by IS NULL AND g.withdrawn = 0"
        " AND coalesce(g.reported_by, g.person_id) = :person ORDER BY g.item, g.id",
        ids=ids,
        person=person_id,
    )
    return [(row["assignment_id"], _reported(row)) for row in rows]


def of_message(tx: Tx, at: ChatRef, message_id: str, person_id: int) -> list[tuple[int, Reported]]:
    """What stands from one message of the chat, whatever became of it in later edits."""
    rows = tx.all(
        _ROW + " JOIN inbox i ON i.id = g.inbox_id"
        " WHERE i.channel = :channel AND i.chat = :chat AND i.message_id = :message"
        " AND g.superseded_by IS NULL AND g.withdrawn = 0"
        " AND coalesce(g.reported_by, g.person_id) = :person ORDER BY g.item, g.id",
        channel=at.channel,
        chat=at.chat,
        message=message_id,
        person=person_id,
    )
    return [(row["assignment_id"], _reported(row)) for row in rows]


def replaced_of(tx: Tx, at: ChatRef, message_id: str, person_id: int) -> list[int]:
    """The assignments of whose reports in one message others have taken the place."""
    rows = tx.all(
        "SELECT DISTINCT g.assignment_id FROM inbox i JOIN progress g ON g.inbox_id = i.id"
        " WHERE i.channel = :channel AND i.chat = :chat AND i.message_id = :message"
        " AND g.superseded_by IS NOT NULL AND coalesce(g.reported_by, g.person_id) = :person"
        " ORDER BY g.id",
        channel=at.channel,
        chat=at.chat,
        message=message_id,
        person=person_id,
    )
    return [row[0] for row in rows]


def supersede(tx: Tx, progress_id: int, by: int, now: datetime) -> bool:
    """Puts another report in the place of one that stands, or that was taken back for it."""
    return (
        tx.run(
            "UPDATE progress SET superseded_by = :by, superseded_at = :now"
            " WHERE id = :id AND superseded_by IS NULL AND id <> :by",
            id=progress_id,
            by=by,
            now=stamp(now),
        )
        == 1
    )


def withdraw(tx: Tx, progress_id: int, now: datetime) -> bool:
    """Takes a report back; False when it stands no more."""
    return (
        tx.run(
            "UPDATE progress SET withdrawn = 1, superseded_at = :now"
            " WHERE id = :id AND withdrawn = 0 AND superseded_by IS NULL",
            id=progress_id,
            now=stamp(now),
        )
        == 1
    )


def reported_periods(tx: Tx, assignment_id: int, among: Collection[str]) -> set[str]:
    """Of these periods the ones for which a report on the assignment stands."""
    rows = tx.all(
        "SELECT DISTINCT period FROM progress WHERE assignment_id = :id"
        " AND superseded_by IS NULL AND withdrawn = 0"
        " AND period IN (SELECT value FROM json_each(:among))",
        id=assignment_id,
        among=json.dumps(sorted(among)),
    )
    return {row[0] for row in rows}


def stands_at_end(tx: Tx, assignment_id: int, period: str, since: date, ends: date) -> bool:
    """Whether a figure of the period's last days stands, from `since` on; an estimate is none, nor
    is a mere difficulty. Work that was entered after its end owes it no figure."""
    return bool(
        tx.value(
            "SELECT EXISTS (SELECT 1 FROM progress WHERE assignment_id = :id"
            "  AND superseded_by IS NULL AND withdrawn = 0 AND period = :period"
            "  AND as_of >= :since AND estimate = 0 AND (value IS NOT NULL"
            "  OR percent IS NOT NULL OR intent IN ('done', 'not_started')))"
            " OR (SELECT created_at >= :after FROM assignments WHERE id = :id)",
            id=assignment_id,
            period=period,
            since=since.isoformat(),
            after=(ends + timedelta(days=1)).isoformat(),
        )
    )


def frozen(tx: Tx, since: str) -> list[str]:
    """The frozen periods from a year on ("2021")."""
    rows = tx.all("SELECT period FROM freezes WHERE period >= :since", since=since)
    return [row[0] for row in rows]


def _reported(row: Row) -> Reported:
    return Reported(
        id=row["id"],
        person_id=row["person_id"],
        reported_by=row["reported_by"],
        who=row["who"],
        brought_by=row["brought_by"],
        instead_of=row["instead_of"],
        source=row["source"],
        report=Report(
            intent=row["intent"],
            percent=row["percent"],
            value=row["value"],
            done=row["done_count"],
            total=row["total_count"],
            basis=row["basis"],
            estimate=bool(row["estimate"]),
            blocked=bool(row["blocked"]),
            note=row["note"],
        ),
        period=row["period"],
        as_of=date.fromisoformat(row["as_of"]),
        reported_at=row["reported_at"],
    )
