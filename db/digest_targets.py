"""The targets of a digest: read here, judged by domain.outlook, the worst of each code named."""

from __future__ import annotations

import json
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from db.digest_scope import Scope
from db.transaction import Row, Tx
from domain.digest_figures import Behind
from domain.instants import instant, local_day
from domain.outlook import BEHIND, NO_FIGURES, ON_COURSE, Course, judged_on, outlook, points

_TARGET = "a.kind = 'target' AND a.discreet = 0 AND a.state = 'open'"


def targets_sql(scope: Scope) -> str:
    """The targets of the scope that have a figure."""
    return (
        "SELECT a.id, a.year, a.code, a.direction, a.plan, a.last_year, a.measure, a.value,"
        " a.percent, a.due_on, a.last_reported_at FROM assignments a"
        f" WHERE {scope.sql} AND {_TARGET}"
        " AND (a.value IS NOT NULL OR a.percent IS NOT NULL)"
    )


def behind(
    tx: Tx, scope: Scope, today: date, zone: ZoneInfo, most: int
) -> tuple[tuple[Behind, ...], int, int, int]:
    """Targets that may miss their plan, one for each code, at most so many; how many; judged;
    without figures."""
    named = scope.named(today)
    condition = f"{scope.sql} AND {_TARGET}"
    plans = _plans(tx, condition, named)
    without: int = tx.value(
        f"SELECT count(*) FROM assignments a WHERE {condition}"
        " AND a.value IS NULL AND a.percent IS NULL",
        **named,
    )
    cursor = tx.connection.cursor()
    cursor.row_factory = None
    rows = cursor.execute(targets_sql(scope), named)
    days: dict[str, date] = {}
    judged = 0
    found: dict[tuple[int, str], list[tuple[float, int, float, float, bool, date]]] = {}
    for number, year, code, direction, plan, last_year, measure, value, percent, due, at in rows:
        of_periods = points(plans[number], year) if number in plans else ()
        due_on = date.fromisoformat(due) if due else None
        course = Course(year, direction, plan, last_year, measure, of_periods, due_on)
        if at is None:
            day = today
        elif (day := days.get(at[:13])) is None:  # type: ignore[assignment]
            day = days[at[:13]] = local_day(instant(at), zone)
        day = judged_on(course, day, today)
        seen = outlook(course, value, percent, day)
        judged += seen.state in (BEHIND, ON_COURSE)
        without += seen.state == NO_FIGURES
        if seen.state == BEHIND and seen.wanted is not None:
            goal = plan if plan is not None else seen.wanted
            said = value if value is not None else goal * percent / 100
            gap = abs(said - seen.wanted) / max(abs(seen.wanted), 1e-9)
            by_share = value is None and goal != 0
            if by_share:  # only a share of the plan was said: so it is shown
                said, wanted = percent, 100 * seen.wanted / goal
            else:
                wanted = seen.wanted
            group = found.setdefault((year, code), [])
            group.append((gap, number, said, wanted, by_share, day))
    ordered = sorted(found.values(), key=lambda group: (-len(group), -max(group)[0]))
    worst = [(max(group), len(group)) for group in ordered[:most]]
    about = _about(tx, [one[1] for one, _ in worst])
    told = tuple(
        Behind(
            subject=f"a:{number}",
            code=about[number]["shown_code"],
            title=about[number]["title"],
            unit=about[number]["unit"],
            count=count,
            direction=about[number]["direction"],
            measure=about[number]["measure"],
            value=said,
            wanted=wanted,
            of_plan=of_plan,
            on=day,
        )
        for (_, number, said, wanted, of_plan, day), count in worst
    )
    return told, sum(map(len, found.values())), judged, without


def _plans(tx: Tx, condition: str, named: dict[str, Any]) -> dict[int, list[tuple[str, float]]]:
    found: dict[int, list[tuple[str, float]]] = {}
    for number, name, plan in tx.connection.execute(
        "SELECT p.assignment_id, p.period, p.plan FROM plans p"
        f" JOIN assignments a ON a.id = p.assignment_id WHERE {condition}",
        named,
    ):
        found.setdefault(number, []).append((name, plan))
    return found


def _about(tx: Tx, numbers: list[int]) -> dict[int, Row]:
    rows = tx.all(
        "SELECT a.id, a.shown_code, a.title, a.direction, a.measure, u.name AS unit"
        " FROM assignments a JOIN units u ON u.id = a.unit_id"
        " WHERE a.id IN (SELECT value FROM json_each(:ids))",
        ids=json.dumps(numbers),
    )
    return {row["id"]: row for row in rows}
