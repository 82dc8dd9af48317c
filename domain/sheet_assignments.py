"""Plans the sheet of targets and tasks: what each row is, what it refers to, what is above it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from domain.codes import normal_code
from domain.fold import fold
from domain.sheet import Entry, Reading, Table
from domain.sheet_cells import Unread
from domain.sheet_columns import ASSIGNMENTS
from domain.sheet_names import World, in_a_circle, next_codes
from domain.sheet_periods import with_year
from domain.sheet_plan import Gone, Kept, Plan, Values, assignment_key, change, insert
from domain.sheet_words import is_discreet

Place = tuple[int, str, str]
"""What identifies an assignment: year, canonical code, code of the unit."""

Tops = dict[tuple[int, str], dict[str, bool]]
"""(year, code) → unit → whether its row stands under nothing."""

_EMPTY: Values = {
    "title": "",
    "document": "",
    "field": "",
    "doers": [],
    "overseers": [],
    "coordinating": [],
    "monitoring": [],
    "parent": "",
    "measure": "",
    "last_year": None,
    "plan": None,
    "plans": {},
    "weight": 1.0,
    "due_on": None,
    "reporting": None,
    "product": "",
    "tags": [],
}


@dataclass(slots=True)
class _Work:
    table: Table
    entry: Entry
    values: Values
    unit: str = ""
    year: int = 0
    code: str = ""  # canonical
    above: str = ""  # "mã cấp trên" as written

    @property
    def place(self) -> Place:
        return self.year, self.code, self.unit


def shown_place(code: str, unit: str) -> str:
    """How a parent is named when its code alone does not tell which: "CT3 (BTC)"."""
    return f"{code} ({unit})"


def plan_assignments(
    plan: Plan, reading: Reading, kept: Sequence[Kept], world: World
) -> dict[Place, str]:
    """Plans the assignments; `world` has units, people and documents. Gives every place with the
    label of its assignment, for the progress that follows."""
    at = {place_of(row.values): row for row in kept}
    rows = [
        _read(plan, table, entry, world)
        for table in reading.of(ASSIGNMENTS)
        for entry in table.entries
    ]
    _give_years(plan, rows, at)
    _give_codes(plan, rows, at)
    rows = _without_doubles(plan, rows)
    _find_parents(plan, rows, at, ancestors_of(world.parents))
    for row in rows:
        known = at.get(row.place)
        _settle(plan, row, known)
        if known is not None:
            columns = row.table.columns
            change(plan, ASSIGNMENTS, known, row.values, row.entry.extra, reading.bases, columns)
        else:
            whole = {**_EMPTY, **_defaults(row), **row.values}
            insert(plan, ASSIGNMENTS, assignment_key(*row.place), whole, row.entry.extra)
    _gone(plan, rows, kept)
    return {
        **{place: row.label for place, row in at.items()},
        **{row.place: f"{row.code} ({row.unit})" for row in rows},
    }


def place_of(values: Values) -> Place:
    """The place of a kept row."""
    return values["year"], normal_code(values["code"]) or values["code"], values["unit"]


def _read(plan: Plan, table: Table, entry: Entry, world: World) -> _Work:
    """The row with everything in it that can be resolved without the other rows."""
    values = {name: value for name, value in entry.values.items() if name != "parent"}
    row = _Work(table, entry, values, above=entry.values.get("parent") or "")

    def resolve(name: str, how: Callable[[Any], Any], empty: Any) -> None:
        if name not in values:
            return
        written, values[name] = values[name], empty
        try:
            values[name] = how(written) if written else empty
        except Unread as wrong:
            plan.wrong(table, entry, name, str(wrong))

    if "title" in values and not values["title"]:
        plan.wrong(table, entry, "title", "chưa có nội dung")
    if "unit" in values and not values["unit"]:
        plan.wrong(table, entry, "unit", "chưa có đơn vị chủ trì")
    resolve("unit", world.units.get, "")
    row.unit = values.get("unit") or ""
    resolve("document", world.documents.get, "")
    if row.unit:
        resolve("doers", lambda written: world.doers(written, row.unit), [])
    resolve("overseers", lambda written: [world.person(one) for one in written], [])
    resolve("coordinating", lambda written: [world.units.get(one) for one in written], [])
    resolve("monitoring", world.monitors, [])
    row.year = values.get("year") or int((values.get("due_on") or "0")[:4])
    written_code = values.get("code") or ""
    if written_code:
        row.code = normal_code(written_code) or ""
        if not row.code:
            text = f'mã "{written_code}" phải có dạng CT12 hoặc NV7'
            plan.wrong(table, entry, "code", text)
    return row


def _give_years(plan: Plan, rows: Sequence[_Work], at: dict[Place, Kept]) -> None:
    """A row without a year and a deadline is the latest that is known by its code or title."""
    broken = {(mistake.sheet, mistake.row) for mistake in plan.mistakes}
    latest: dict[tuple[str, str], int] = {}
    for (year, code, unit), kept in at.items():
        for name in (code, fold(kept.values["title"])):
            latest[name, unit] = max(year, latest.get((name, unit), 0))
    for row in rows:
        if not row.year:
            name = row.code or fold(row.values.get("title") or "")
            row.year = latest.get((name, row.unit), 0)
            if not row.year and (row.table.sheet, row.entry.row) not in broken:
                text = "chưa biết thuộc năm nào; xin ghi năm hoặc thời hạn"
                plan.wrong(row.table, row.entry, "year", text)
        row.values["year"] = row.year


def _kind(row: _Work) -> str:
    """Target or task: as said, by the code, or by whether something is measured."""
    if said := row.values.get("kind"):
        return str(said)
    if row.code:
        return "target" if row.code.startswith("CT") else "task"
    if row.above and (above := normal_code(_above(row.above)[0])):
        return "target" if above.startswith("CT") else "task"
    measured = row.values.get("measure") or row.values.get("plan") is not None
    return "target" if measured else "task"


def _give_codes(plan: Plan, rows: Sequence[_Work], at: dict[Place, Kept]) -> None:
    """A row without a code is known again by its title in its unit, shares its parent's code or
    that of the same title in another unit, or gets the next free number of its year."""
    known: dict[tuple[int, str, str], str] = {}
    for (year, code, unit), kept in at.items():
        known.setdefault((year, unit, fold(kept.values["title"])), code)
    taken = {(row.year, row.code, row.unit) for row in rows if row.code}
    written = {(year, code): kept.values["code"] for (year, code, _), kept in at.items()}
    for row in rows:
        if row.code:
            written.setdefault((row.year, row.code), row.values["code"])
    shared: dict[tuple[int, str, str], str] = {}
    fresh: dict[tuple[int, str], Iterator[str]] = {}
    for row in rows:
        if row.code or row.values.get("code") or not row.year:
            continue
        title = fold(row.values.get("title") or "")
        kind = _kind(row)
        code = known.get((row.year, row.unit, title), "")
        if not code and row.above:
            code = normal_code(_above(row.above)[0]) or ""
        if not code:
            code = shared.get((row.year, kind, title), "")
        if not code or (row.year, code, row.unit) in taken:
            prefix = "CT" if kind == "target" else "NV"
            if (row.year, prefix) not in fresh:
                used = {code for year, code, _ in (*at, *taken) if year == row.year}
                fresh[row.year, prefix] = iter(next_codes(prefix, used, 2))
            code = next(fresh[row.year, prefix])
        shared.setdefault((row.year, kind, title), normal_code(code) or code)
        row.code = normal_code(code) or code
        row.values["code"] = written.setdefault((row.year, row.code), code)
        taken.add(row.place)
        shown = (row.values.get("title") or "")[:60]
        plan.assigned.append(
            f'{row.table.sheet}, dòng {row.entry.row}: "{shown}" có mã {row.values["code"]}'
        )


def _without_doubles(plan: Plan, rows: Sequence[_Work]) -> list[_Work]:
    seen: dict[Place, int] = {}
    single = []
    for row in rows:
        if not (row.year and row.code and row.unit):
            continue
        if row.place in seen:
            text = f"mã {row.code} năm {row.year} của {row.unit} đã có ở dòng {seen[row.place]}"
            plan.wrong(row.table, row.entry, "code", text)
            continue
        seen[row.place] = row.entry.row
        single.append(row)
    return single


def _above(written: str) -> tuple[str, str]:
    """(code, unit) of "CT03" or "CT03 (BTC)"."""
    found = re.fullmatch(r"(.+?)\s*\(([^()]+)\)", written)
    return (found[1], found[2]) if found else (written, "")


def _find_parents(
    plan: Plan, rows: Sequence[_Work], at: dict[Place, Kept], ancestors: dict[str, list[str]]
) -> None:
    """Says for each row which row is above it, as "CT3 (BTC)"."""
    tops: Tops = defaultdict(dict)
    for (year, code, unit), kept in at.items():
        tops[year, code][unit] = not kept.values["parent"]
    for row in rows:
        if "parent" in row.table.columns:
            tops[row.year, row.code][row.unit] = not row.above
    parents = {
        _name(place): _name((place[0], *_above(kept.values["parent"])))
        for place, kept in at.items()
        if kept.values["parent"]
    }
    for row in rows:
        if "parent" not in row.table.columns:
            continue
        row.values["parent"] = ""
        parents.pop(_name(row.place), None)
        if not row.above:
            continue
        try:
            code, unit = _parent(row, tops, ancestors)
        except Unread as wrong:
            plan.wrong(row.table, row.entry, "parent", str(wrong))
            continue
        row.values["parent"] = shown_place(code, unit)
        parents[_name(row.place)] = _name((row.year, code, unit))
    circling = in_a_circle(parents)
    for row in rows:
        if _name(row.place) in circling:
            text = f"{row.code} ({row.unit}) thuộc chính mình theo vòng tròn"
            plan.wrong(row.table, row.entry, "parent", text)


def _name(place: Place) -> str:
    return f"{place[0]} {place[1]} {place[2]}"


def _parent(row: _Work, tops: Tops, ancestors: dict[str, list[str]]) -> tuple[str, str]:
    """(canonical code, unit) of the row above. Raises Unread for none or several."""
    written, unit = _above(row.above)
    code = normal_code(written) or ""
    if unit:
        there = tops.get((row.year, code), {})
        found = [name for name in there if fold(name) == fold(unit)]
    else:
        found = rows_above(row.place, code, tops, ancestors)
    if not found:
        raise Unread(f'không có dòng mã "{row.above}" năm {row.year} để làm cấp trên')
    if len(found) > 1:
        listed = ", ".join(shown_place(written, name) for name in found[:4])
        raise Unread(f'có nhiều dòng mã "{row.above}"; xin ghi rõ một trong: {listed}')
    return code, found[0]


def rows_above(place: Place, code: str, tops: Tops, ancestors: dict[str, list[str]]) -> list[str]:
    """The units whose row of that code may be meant as the one above `place`: the nearest unit
    above it; else the row that stands under nothing itself; else any."""
    there = dict(tops.get((place[0], code), {}))
    if code == place[1]:
        there.pop(place[2], None)
    nearest = [name for name in ancestors.get(place[2], []) if name in there][:1]
    return nearest or [name for name, top in there.items() if top] or list(there)


def ancestors_of(parents: dict[str, str]) -> dict[str, list[str]]:
    """Unit → the units above it, nearest first."""
    found: dict[str, list[str]] = {}
    for unit in parents:
        path: list[str] = []
        at = parents.get(unit, "")
        while at and at not in path:
            path.append(at)
            at = parents.get(at, "")
        found[unit] = path
    return found


def _settle(plan: Plan, row: _Work, known: Kept | None) -> None:
    """Fills in what an empty cell means, in the columns that are there."""
    values = row.values
    before = known.values if known else {}
    if "kind" in values or not known:
        values["kind"] = _kind(row)
    kind = values.get("kind") or before["kind"]
    if not known and "due_on" not in values:
        text = "thiếu cột thời hạn hoàn thành, cần cho việc mới"
        plan.wrong(row.table, row.entry, "", text)
    if "direction" in values:
        values["direction"] = values["direction"] or "up"
    if "aggregate" in values:
        measure = values.get("measure") or before.get("measure") or ""
        values["aggregate"] = values["aggregate"] or default_aggregate(kind, measure)
    if "priority" in values:
        values["priority"] = values["priority"] or "normal"
    if "plans" in values:
        spans = values["plans"] or {}
        values["plans"] = {with_year(span, row.year): plan for span, plan in spans.items()}
    if "weight" in values:
        values["weight"] = values["weight"] or 1.0
    if "discreet" in values and values["discreet"] is None:
        values["discreet"] = _is_discreet({**before, **values})


def _defaults(row: _Work) -> Values:
    values = row.values
    return {
        "direction": "up",
        "aggregate": default_aggregate(values["kind"], values.get("measure") or ""),
        "priority": "normal",
        "discreet": _is_discreet(values),
    }


def _is_discreet(values: Values) -> bool:
    return is_discreet(values.get("field") or "", values.get("title") or "")


def default_aggregate(kind: str, measure: str) -> str:
    """Amounts add up; rates and the percent of tasks do not."""
    return "sum" if kind == "target" and measure.strip() != "%" else "average"


def _gone(plan: Plan, rows: Sequence[_Work], kept: Sequence[Kept]) -> None:
    """Only years that the file speaks of can miss a row."""
    years = {row.year for row in rows}
    named = {row.place for row in rows}
    for one in kept:
        if one.open and one.values["year"] in years and place_of(one.values) not in named:
            plan.gone.append(Gone(ASSIGNMENTS, one.id, one.label, True))
            plan.count(ASSIGNMENTS).gone += 1
