"""The figures of a digest over some units, counted by the database. Words and judges nothing."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from db import digest_targets
from db.digest_scope import Scope
from db.transaction import Row, Tx
from domain.assignment import DUE_SOON_DAYS
from domain.digest import Classes, Figures, Named, UnitClasses
from domain.instants import stamp

RECENTLY = timedelta(days=30)
_FEW = 3


def figures(tx: Tx, scope: Scope, now: datetime, today: date, zone: ZoneInfo, late: int) -> Figures:
    """Every figure of one digest; `late` is how many of the overdue are named."""
    units = _by_unit(tx, scope, now, today)
    behind, count, judged, without = digest_targets.behind(tx, scope, today, zone)
    waiting, waiting_for = _waiting(tx, scope, today)
    return Figures(
        today=today,
        classes=_sum([unit.classes for unit in units]),
        units=units,
        waiting=waiting,
        waiting_for=waiting_for,
        behind=behind,
        behind_count=count,
        judged=judged,
        no_figures=without,
        late=_late(tx, scope, today, late),
        soon=_soon(tx, scope, today),
        directives=_directives(tx, scope),
    )


def by_unit_sql(scope: Scope) -> str:
    """How many assignments of each unit are in which state on which side of which date.

    `side` is the sum of 1: overdue, 2: its day has come, 4: due soon or before, 8: done late,
    16: reported on recently, 32: without a deadline.
    """
    return f"""
SELECT a.unit_id, a.state,
  coalesce((a.due_on < :today) + 2 * (a.due_on <= :today) + 4 * (a.due_on <= :soon), 32)
  + coalesce(8 * (a.done_on > a.due_on), 0)
  + coalesce(16 * (a.last_reported_at >= :recently), 0) AS side, count(*)
FROM assignments a WHERE {scope.sql} GROUP BY 1, 2, 3"""


def by_unit_named(scope: Scope, now: datetime, today: date) -> dict[str, Any]:
    """The parameters of `by_unit_sql`."""
    soon = today + timedelta(days=DUE_SOON_DAYS)
    return scope.named(today) | {"soon": soon.isoformat(), "recently": stamp(now - RECENTLY)}


def _by_unit(tx: Tx, scope: Scope, now: datetime, today: date) -> tuple[UnitClasses, ...]:
    counts: dict[int, Counter[str]] = {}
    for unit_id, state, side, number in tx.connection.execute(
        by_unit_sql(scope), by_unit_named(scope, now, today)
    ):
        of_unit = counts.setdefault(unit_id, Counter())
        for name in _classes(state, side):
            of_unit[name] += number
    units = tx.all("SELECT id, name FROM units ORDER BY place, id")
    return tuple(
        UnitClasses(row["name"], Classes(**counts[row["id"]]))
        for row in units
        if row["id"] in counts
    )


def _classes(state: str, side: int) -> list[str]:
    """The classes of domain.digest.Classes that an assignment counts in."""
    overdue, come, near, late = side & 1, side & 2 and state != "suspended", side & 4, side & 8
    found = ["assigned", *(["due"] if come else [])]
    if state == "done":
        name = "done_late" if late else "done_in_time"
        return [*found, name, *([f"due_{name}"] if come else [])]
    if state != "open":
        return [*found, state]
    found.append("open")
    found.append("no_deadline" if side & 32 else "overdue" if overdue else "in_time")
    if near and not overdue:
        found.append("soon")
    return [*found, "updated"] if side & 16 else found


_COUNTS = tuple(each.name for each in fields(Classes))


def _sum(every: list[Classes]) -> Classes:
    return Classes(**{name: sum(getattr(one, name) for one in every) for name in _COUNTS})


_NAMED = (
    "SELECT a.id, a.shown_code, a.title, a.due_on, a.discreet, a.blocked, u.name AS unit,"
    " CASE WHEN a.blocked THEN coalesce(g.note, '') ELSE '' END AS note"
    " FROM assignments a JOIN units u ON u.id = a.unit_id"
    " LEFT JOIN progress g ON g.id = a.last_progress_id "
)


def _named(row: Row) -> Named:
    discreet = bool(row["discreet"])
    return Named(
        subject=f"a:{row['id']}",
        code=row["shown_code"],
        title="" if discreet else row["title"],
        unit=row["unit"],
        due_on=date.fromisoformat(row["due_on"]) if row["due_on"] else None,
        blocked=bool(row["blocked"]) and not discreet,
        note="" if discreet else row["note"],
    )


def _late(tx: Tx, scope: Scope, today: date, most: int) -> tuple[Named, ...]:
    rows = tx.all(
        f"{_NAMED} WHERE a.state = 'open' AND a.due_on < :today AND {scope.sql}"
        " ORDER BY a.due_on, CASE a.priority WHEN 'urgent' THEN 0 WHEN 'key' THEN 1 ELSE 2 END,"
        " a.id LIMIT :most",
        most=most,
        **scope.named(today),
    )
    return tuple(_named(row) for row in rows)


def _soon(tx: Tx, scope: Scope, today: date) -> tuple[Named, ...]:
    rows = tx.all(
        f"{_NAMED} WHERE a.state = 'open' AND a.due_on BETWEEN :today AND :soon AND {scope.sql}"
        " ORDER BY a.due_on, a.id LIMIT :most",
        most=_FEW,
        soon=(today + timedelta(days=DUE_SOON_DAYS)).isoformat(),
        **scope.named(today),
    )
    return tuple(_named(row) for row in rows)


def _waiting(tx: Tx, scope: Scope, today: date) -> tuple[dict[str, int], tuple[Named, ...]]:
    """Open requests by kind, and the assignments of the oldest."""
    where = f"WHERE r.state = 'open' AND {scope.sql}"
    counts = tx.all(
        "SELECT r.kind, count(*) AS n FROM requests r JOIN assignments a"
        f" ON a.id = r.assignment_id {where} GROUP BY r.kind",
        **scope.named(today),
    )
    rows = tx.all(
        f"{_NAMED} JOIN requests r ON r.assignment_id = a.id {where} ORDER BY r.asked_at, r.id"
        " LIMIT :most",
        most=_FEW,
        **scope.named(today),
    )
    return {row["kind"]: row["n"] for row in counts}, tuple(_named(row) for row in rows)


def _directives(tx: Tx, scope: Scope) -> tuple[tuple[str, int, int], ...]:
    """Directives that somebody of the scope has not confirmed: code, confirmed, recipients."""
    inside = "1" if scope.everything else "r.unit_id IN (SELECT value FROM json_each(:units))"
    rows = tx.all(
        "SELECT d.code, count(r.acknowledged_at) AS confirmed, count(*) AS recipients"
        f" FROM directives d JOIN recipients r ON r.directive_id = d.id AND {inside}"
        " WHERE d.state = 'sent' AND d.stopped_at IS NULL GROUP BY d.id"
        " HAVING confirmed < recipients ORDER BY coalesce(d.confirm_by, '9999'), d.id DESC LIMIT 4",
        units=scope.units,
    )
    return tuple((row["code"], row["confirmed"], row["recipients"]) for row in rows)
