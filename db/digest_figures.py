"""The figures of a digest over some units: counted by the database, judged by domain.outlook.

Where a target is given to several units of the scope, theirs count and the parent does not, so
that nothing is counted twice.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from db.transaction import Row, Tx
from domain.assignment import DUE_SOON_DAYS
from domain.digest import Behind, Classes, Figures, Named, UnitClasses
from domain.instants import instant, local_day, stamp
from domain.outlook import BEHIND, NO_FIGURES, ON_COURSE, Course, outlook, points

RECENTLY = timedelta(days=30)
_FEW = 3


@dataclass(frozen=True, slots=True)
class Scope:
    """The units over which a digest counts. `leaves`: parents give way to what stands below."""

    everything: bool = False
    units: str = "[]"  # ids, as JSON
    leaves: bool = True

    @classmethod
    def of(cls, tx: Tx, tops: Collection[int], own: Collection[int]) -> Scope:
        """Whole branches below `tops`, and the units of `own` alone."""
        below = tx.connection.execute(
            "WITH RECURSIVE below(id) AS (SELECT value FROM json_each(:tops)"
            " UNION SELECT u.id FROM units u JOIN below ON u.parent_id = below.id)"
            " SELECT id FROM below",
            {"tops": json.dumps(list(tops))},
        )
        units = {row[0] for row in below} | set(own)
        return cls(units=json.dumps(sorted(units)), leaves=bool(tops))

    @property
    def sql(self) -> str:
        """The condition on assignments `a`; wants the parameters of `named`."""
        conditions = [
            "a.state <> 'cancelled'",
            "(a.year = :year OR a.state IN ('open', 'awaiting', 'suspended'))",
        ]
        if not self.everything:
            conditions.append("a.unit_id IN (SELECT value FROM json_each(:units))")
        if self.leaves:
            inside = (
                ""
                if self.everything
                else (" AND c.unit_id IN (SELECT value FROM json_each(:units))")
            )
            conditions.append(
                "NOT EXISTS (SELECT 1 FROM assignments c WHERE c.parent_id = a.id"
                f" AND c.state <> 'cancelled'{inside})"
            )
        return " AND ".join(conditions)

    def named(self, today: date) -> dict[str, Any]:
        """The parameters that `sql` wants."""
        return {"units": self.units, "year": today.year, "today": today.isoformat()}


def figures(tx: Tx, scope: Scope, now: datetime, today: date, zone: ZoneInfo, late: int) -> Figures:
    """Every figure of one digest; `late` is how many of the overdue are named."""
    units = _by_unit(tx, scope, now, today)
    behind, count, judged, without = _behind(tx, scope, today, zone)
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
    """One pass over the assignments of the scope: the classes of every unit."""
    return f"""
SELECT u.name AS unit, count(*) AS assigned,
  sum(a.state = 'done' AND NOT late) AS done_in_time,
  sum(a.state = 'done' AND late) AS done_late,
  sum(a.state = 'open' AND a.due_on >= :today) AS in_time,
  sum(a.state = 'open' AND a.due_on < :today) AS overdue,
  sum(a.state = 'awaiting') AS awaiting, sum(a.state = 'suspended') AS suspended,
  sum(a.state = 'open' AND a.due_on IS NULL) AS no_deadline,
  sum(come) AS due,
  sum(come AND a.state = 'done' AND NOT late) AS due_done_in_time,
  sum(come AND a.state = 'done' AND late) AS due_done_late,
  sum(a.state = 'open' AND a.due_on >= :today AND a.due_on <= :soon) AS soon,
  sum(a.state = 'open') AS open,
  sum(a.state = 'open' AND a.last_reported_at >= :recently) AS updated
FROM (SELECT a.unit_id, a.state, a.due_on, a.last_reported_at,
        coalesce(a.done_on > a.due_on, 0) AS late,
        coalesce(a.due_on <= :today, 0) AND a.state <> 'suspended' AS come
      FROM assignments a WHERE {scope.sql}) a
JOIN units u ON u.id = a.unit_id
GROUP BY a.unit_id ORDER BY u.place, u.id"""


def by_unit_named(scope: Scope, now: datetime, today: date) -> dict[str, Any]:
    """The parameters of `by_unit_sql`."""
    soon = today + timedelta(days=DUE_SOON_DAYS)
    return scope.named(today) | {"soon": soon.isoformat(), "recently": stamp(now - RECENTLY)}


_COUNTS = tuple(each.name for each in fields(Classes))


def _by_unit(tx: Tx, scope: Scope, now: datetime, today: date) -> tuple[UnitClasses, ...]:
    rows = tx.all(by_unit_sql(scope), **by_unit_named(scope, now, today))
    return tuple(
        UnitClasses(row["unit"], Classes(**{name: row[name] or 0 for name in _COUNTS}))
        for row in rows
    )


def _sum(every: list[Classes]) -> Classes:
    return Classes(**{name: sum(getattr(one, name) for one in every) for name in _COUNTS})


def _behind(
    tx: Tx, scope: Scope, today: date, zone: ZoneInfo
) -> tuple[tuple[Behind, ...], int, int, int]:
    """Targets that may miss their plan, one for each code; how many; judged; without figures."""
    named = scope.named(today)
    condition = f"{scope.sql} AND a.kind = 'target' AND a.discreet = 0 AND a.state = 'open'"
    plans: dict[int, list[tuple[str, float]]] = {}
    for number, name, plan in tx.connection.execute(
        "SELECT p.assignment_id, p.period, p.plan FROM plans p"
        f" JOIN assignments a ON a.id = p.assignment_id WHERE {condition}",
        named,
    ):
        plans.setdefault(number, []).append((name, plan))
    cursor = tx.connection.cursor()
    cursor.row_factory = None
    rows = cursor.execute(
        "SELECT a.id, a.year, a.code, a.direction, a.plan, a.last_year, a.measure, a.value,"
        f" a.percent, a.last_reported_at FROM assignments a WHERE {condition}",
        named,
    )
    days: dict[str, date] = {}
    judged = without = 0
    found: dict[tuple[int, str], list[tuple[float, int, float, float, date]]] = {}
    for number, year, code, direction, plan, last_year, measure, value, percent, at in rows:
        if value is None and percent is None:
            without += 1
            continue
        course = Course(
            year, direction, plan, last_year, measure,
            points(plans[number], year) if number in plans else (),
        )  # fmt: skip
        if at is None:
            day = today
        elif (day := days.get(at[:13])) is None:  # type: ignore[assignment]
            day = days[at[:13]] = local_day(instant(at), zone)
        seen = outlook(course, value, percent, day)
        judged += seen.state in (BEHIND, ON_COURSE)
        without += seen.state == NO_FIGURES
        if seen.state == BEHIND and seen.wanted is not None:
            goal = plan if plan is not None else seen.wanted
            said = value if value is not None else goal * percent / 100
            gap = abs(said - seen.wanted) / max(abs(seen.wanted), 1e-9)
            found.setdefault((year, code), []).append((gap, number, said, seen.wanted, day))
    worst = sorted(found.values(), key=lambda group: (-len(group), -max(group)[0]))[:_FEW]
    lines = [(max(group), len(group) - 1) for group in worst]
    about = _about(tx, [one[1] for one, _ in lines])
    behind = tuple(
        Behind(
            subject=f"a:{number}",
            code=about[number]["shown_code"],
            title=about[number]["title"],
            unit=about[number]["unit"],
            others=others,
            direction=about[number]["direction"],
            measure=about[number]["measure"],
            value=said,
            wanted=wanted,
            on=day,
        )
        for (_, number, said, wanted, day), others in lines
    )
    return behind, sum(map(len, found.values())), judged, without


def _about(tx: Tx, numbers: list[int]) -> dict[int, Row]:
    rows = tx.all(
        "SELECT a.id, a.shown_code, a.title, a.direction, a.measure, u.name AS unit"
        " FROM assignments a JOIN units u ON u.id = a.unit_id"
        " WHERE a.id IN (SELECT value FROM json_each(:ids))",
        ids=json.dumps(numbers),
    )
    return {row["id"]: row for row in rows}


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
