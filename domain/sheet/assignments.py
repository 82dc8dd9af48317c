"""Plans the sheet of targets and tasks: what each row is, what it refers to, what is above it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from domain.codes import normal_code
from domain.sheet.cells import Unread
from domain.sheet.codes import give_codes, give_years
from domain.sheet.columns import ASSIGNMENTS
from domain.sheet.grid import Entry, Reading, Table
from domain.sheet.names import World
from domain.sheet.parents import ancestors_of, find_parents
from domain.sheet.periods import with_year
from domain.sheet.plan import Gone, Kept, Plan, Values, assignment_key, change, insert
from domain.sheet.words import is_discreet
from domain.sheet.work import Place, Work, kind_of, place_of

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


def plan_assignments(plan: Plan, reading: Reading, kept: Sequence[Kept], world: World) -> set[str]:
    """Plans the assignments; `world` has units, people and documents. Gives the canonical codes of
    rows whose unit is a mistake: what refers to such a row finds none yet, and is no mistake."""
    at = {place_of(row.values): row for row in kept}
    rows = [
        _read(plan, table, entry, world)
        for table in reading.of(ASSIGNMENTS)
        for entry in table.entries
    ]
    give_years(plan, rows, at)
    give_codes(plan, rows, at)
    unplaced = {row.code for row in rows if row.code and not row.unit}
    rows = _without_doubles(plan, rows)
    find_parents(plan, rows, at, ancestors_of(world.parents), unplaced)
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
    _note_cancelled(plan, [at[row.place] for row in rows if row.place in at])
    return unplaced


def _read(plan: Plan, table: Table, entry: Entry, world: World) -> Work:
    """The row with everything in it that can be resolved without the other rows."""
    values = {name: value for name, value in entry.values.items() if name != "parent"}
    row = Work(table, entry, values, above=entry.values.get("parent") or "")

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


def _without_doubles(plan: Plan, rows: Sequence[Work]) -> list[Work]:
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


def _settle(plan: Plan, row: Work, known: Kept | None) -> None:
    """Fills in what an empty cell means, in the columns that are there."""
    values = row.values
    before = known.values if known else {}
    if "kind" in values or not known:
        values["kind"] = kind_of(row)
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


def _defaults(row: Work) -> Values:
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


def _note_cancelled(plan: Plan, named: Sequence[Kept]) -> None:
    """In one line, since an export names all of them each time."""
    cancelled = [row.label for row in named if row.cancelled]
    if cancelled:
        more = f" và {len(cancelled) - 5} dòng khác" if len(cancelled) > 5 else ""
        plan.notes.append(
            f"Đã khép lại từ trước, tệp không mở lại: {'; '.join(cancelled[:5])}{more}"
        )


def _gone(plan: Plan, rows: Sequence[Work], kept: Sequence[Kept]) -> None:
    """Only years that the file speaks of can miss a row."""
    years = {row.year for row in rows}
    named = {row.place for row in rows}
    for one in kept:
        if one.open and one.values["year"] in years and place_of(one.values) not in named:
            plan.gone.append(Gone(ASSIGNMENTS, one.id, one.label, True))
            plan.count(ASSIGNMENTS).gone += 1
