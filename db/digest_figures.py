"""The figures of a digest over some units, counted by the database. Words and judges nothing."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields, replace
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from db import digest_targets
from db.assignments import REACHED
from db.digest_scope import Scope
from db.transaction import Row, Tx
from domain.assignment import DUE_SOON_DAYS
from domain.digest_figures import Classes, Figures, Named, Unconfirmed, UnitClasses
from domain.instants import stamp

RECENTLY = timedelta(days=30)
_FEW = 3


def figures(tx: Tx, scope: Scope, now: datetime, today: date, zone: ZoneInfo, most: int) -> Figures:
    """Every figure of one digest; `most` is how many are named in a list. Beyond a few, what is
    overdue is named one by one, and not each code once."""
    units = _by_unit(tx, scope, now, today)
    behind, count, judged, without = digest_targets.behind(tx, scope, today, zone, most)
    late = _late(tx, scope, today, most, by_code=most <= _FEW)
    soon = _soon(tx, scope, today)
    if len(units) == 1:  # who reads of one unit alone knows which
        behind = tuple(replace(one, unit="") for one in behind)
        late, soon = (tuple(replace(one, unit="") for one in each) for each in (late, soon))
    return Figures(
        today=today,
        classes=_sum([unit.classes for unit in units]),
        units=units,
        waiting=_waiting(tx, scope, today),
        behind=behind,
        behind_count=count,
        judged=judged,
        no_figures=without,
        late=late,
        soon=soon,
        directives=_directives(tx, scope),
    )


def classes(tx: Tx, scope: Scope, now: datetime, today: date) -> Classes:
    """The counts alone."""
    return _sum([unit.classes for unit in _by_unit(tx, scope, now, today)])


def by_unit_sql(scope: Scope) -> str:
    """How many assignments of each unit are in which state on which side of which date.

    `side` is the sum of 1: overdue, 2: its day has come, 4: due soon or before, 8: done late,
    16: reported on recently, 32: without a deadline, 64: has what was planned.
    """
    return f"""
SELECT a.unit_id, a.state,
  coalesce((a.due_on < :today) + 2 * (a.due_on <= :today) + 4 * (a.due_on <= :soon), 32)
  + coalesce(8 * (a.done_on > a.due_on), 0)
  + coalesce(16 * (a.last_reported_at >= :recently), 0) + 64 * {REACHED} AS side, count(*)
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
    come, near, late = side & 2 and state != "suspended", side & 4, side & 8
    past, reached = side & 1, side & 64
    found = ["assigned", *(["due"] if come else [])]
    if state == "done":
        name = "done_late" if late else "done_in_time"
        return [*found, name, *([f"due_{name}"] if come else [])]
    if state != "open":
        return [*found, state]
    found.append("open")
    # What has its plan by the deadline is not late, though nobody has closed it yet.
    overdue = past and not reached
    found.append(
        "no_deadline" if side & 32 else "overdue" if overdue else "reached" if past else "in_time"
    )
    if come and not past:
        found.append("due_today")
    if near and not past and not reached:
        found.append("soon")
    return [*found, "updated"] if side & 16 else found


_COUNTS = tuple(each.name for each in fields(Classes))


def _sum(every: list[Classes]) -> Classes:
    return Classes(**{name: sum(getattr(one, name) for one in every) for name in _COUNTS})


_NAMED = (
    " a.id, a.shown_code, a.title, a.due_on, a.discreet, a.blocked, u.name AS unit,"
    " CASE WHEN a.blocked THEN coalesce((SELECT g.note FROM progress g"
    "  WHERE g.assignment_id = a.id AND g.blocked AND g.note <> '' AND NOT g.withdrawn"
    "  AND g.superseded_by IS NULL ORDER BY g.reported_at DESC, g.id DESC LIMIT 1), '')"
    " ELSE '' END AS note"
    " FROM assignments a JOIN units u ON u.id = a.unit_id "
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
        count=row["n"],
    )


_URGENCY = "CASE a.priority WHEN 'urgent' THEN 0 WHEN 'key' THEN 1 ELSE 2 END, a.id"


def _late(tx: Tx, scope: Scope, today: date, most: int, by_code: bool) -> tuple[Named, ...]:
    """What is overdue, the longest first. `by_code`: each code once, with how many units have it
    overdue and the one that has had it so the longest (SQLite gives the row of min())."""
    among = f"a.state = 'open' AND a.due_on < :today AND NOT {REACHED} AND {scope.sql}"
    rows = tx.all(
        f"SELECT min(a.due_on), count(*) AS n,{_NAMED} WHERE {among}"
        f" GROUP BY a.year, a.code, a.discreet ORDER BY min(a.due_on), {_URGENCY} LIMIT :most"
        if by_code
        else f"SELECT 1 AS n,{_NAMED} WHERE {among} ORDER BY a.due_on, {_URGENCY} LIMIT :most",
        most=most,
        **scope.named(today),
    )
    return tuple(_named(row) for row in rows)


def _soon(tx: Tx, scope: Scope, today: date) -> tuple[Named, ...]:
    """What is due soonest, each code once."""
    rows = tx.all(
        f"SELECT min(a.due_on), count(*) AS n,{_NAMED}"
        " WHERE a.state = 'open' AND a.due_on BETWEEN :today AND :soon"
        f" AND NOT {REACHED} AND {scope.sql}"
        " GROUP BY a.year, a.code, a.discreet ORDER BY min(a.due_on), a.id LIMIT 1",
        soon=(today + timedelta(days=DUE_SOON_DAYS)).isoformat(),
        **scope.named(today),
    )
    return tuple(_named(row) for row in rows)


def _waiting(tx: Tx, scope: Scope, today: date) -> dict[str, int]:
    """Open requests by kind."""
    rows = tx.all(
        "SELECT r.kind, count(*) AS n FROM requests r JOIN assignments a"
        f" ON a.id = r.assignment_id WHERE r.state = 'open' AND {scope.sql} GROUP BY r.kind",
        **scope.named(today),
    )
    return {row["kind"]: row["n"] for row in rows}


def _directives(tx: Tx, scope: Scope) -> tuple[Unconfirmed, ...]:
    """Directives that somebody of the scope has not confirmed, the most pressing first."""
    inside = "1" if scope.everything else "r.unit_id IN (SELECT value FROM json_each(:units))"
    rows = tx.all(
        "SELECT d.code, d.subject, count(r.acknowledged_at) AS confirmed, count(*) AS recipients"
        f" FROM directives d JOIN recipients r ON r.directive_id = d.id AND {inside}"
        " WHERE d.state = 'sent' AND d.stopped_at IS NULL GROUP BY d.id"
        " HAVING confirmed < recipients ORDER BY coalesce(d.confirm_by, '9999'), d.id DESC",
        units=scope.units,
    )
    return tuple(Unconfirmed(*row) for row in rows)
