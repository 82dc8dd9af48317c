"""The register as the rows of our own sheets: what an import of them reads back unchanged."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date

from domain.progress import IN_PERIOD
from domain.sheet import words
from domain.sheet.cells import figures
from domain.sheet.columns import (
    ASSIGNMENTS,
    BY_KIND,
    DOCUMENTS,
    OPTIONAL_IN_PROGRESS,
    PEOPLE,
    PROGRESS,
    UNITS,
    Column,
)
from domain.sheet.parents import Tops, ancestors_of, rows_above
from domain.sheet.plan import Kept, Values, digests
from domain.sheet.progress import LAST_REPORT, REPORTS_KEY
from domain.sheet.work import place_of

Value = str | int | float | date | None


@dataclass(frozen=True, slots=True)
class Out:
    """One sheet to be written: (heading, width), then the rows."""

    name: str
    headings: list[tuple[str, int]]
    rows: list[list[Value]]


def write_units(kept: Sequence[Kept]) -> Out:
    return _sheet(UNITS, [(row.values, row.extra) for row in kept])


def write_people(people: Sequence[Kept], posts: Sequence[Kept]) -> Out:
    """A row for each post, with the person's own cells in it."""
    persons = {row.values["code"]: row.values for row in people}
    rows = [({**persons[row.values["code"]], **row.values}, row.extra) for row in posts]
    return _sheet(PEOPLE, rows)


def write_documents(kept: Sequence[Kept]) -> Out:
    return _sheet(DOCUMENTS, [(row.values, row.extra) for row in kept])


def write_assignments(kept: Sequence[Kept], units: Sequence[Kept]) -> Out:
    """A parent is named by its code; with its unit where the code alone would mean another."""
    ancestors = ancestors_of({row.values["code"]: row.values["parent"] for row in units})
    shown = {place_of(row.values): row.values["code"] for row in kept}
    tops: Tops = defaultdict(dict)
    for row in kept:
        year, code, unit = place_of(row.values)
        tops[year, code][unit] = not row.values["parent"]
    rows = []
    for row in kept:
        values, place = dict(row.values), place_of(row.values)
        if values["parent"]:
            code, _, unit = values["parent"].removesuffix(")").partition(" (")
            if rows_above(place, code, tops, ancestors) == [unit]:
                values["parent"] = shown[place[0], code, unit]
        rows.append((values, row.extra))
    return _sheet(ASSIGNMENTS, rows)


def write_progress(reports: Sequence[Values]) -> Out:
    """The year and how a value counts are written only where a row would be read otherwise."""
    left_out = set(OPTIONAL_IN_PROGRESS)
    if any(row["period"][:4] != str(row["year"]) for row in reports):
        left_out.discard("year")
    if any(row["basis"] == IN_PERIOD for row in reports):
        left_out.discard("basis")
    return _sheet(PROGRESS, [(row, {}) for row in reports], left_out)


def memory(kept: Sequence[Kept], last_report: int) -> list[list[Value]]:
    """What an import needs in order to see what chat changed after the export; `last_report` is
    the id of the latest one there was."""
    rows = [(row.key, digests(row.values)) for row in kept]
    rows.append((REPORTS_KEY, {LAST_REPORT: str(last_report)}))
    return [[key, json.dumps(noted, separators=(",", ":"))] for key, noted in rows]


def _sheet(
    kind: str, rows: Sequence[tuple[Values, dict[str, str]]], left_out: Collection[str] = ()
) -> Out:
    sheet = BY_KIND[kind]
    columns = [column for column in sheet.columns if column.field not in left_out]
    extra = list(dict.fromkeys(heading for _, more in rows for heading in more))
    headings = [
        (column.heading[0].upper() + column.heading[1:], column.width) for column in columns
    ]
    return Out(
        sheet.name,
        headings + [(heading, 20) for heading in extra],
        [
            [_value(column, values) for column in columns]
            + [more.get(heading) for heading in extra]
            for values, more in rows
        ],
    )


def _value(column: Column, values: Values) -> Value:
    value = values[column.field]
    if (special := _SPECIAL.get(column.field)) is not None:
        return special(values)
    if column.field in words.BY_FIELD and (column.field != "kind" or value in words.KINDS):
        return words.BY_FIELD[column.field][value][0] if value else None
    if column.form == "day":
        return date.fromisoformat(value) if value else None
    if isinstance(value, float) and value == int(value) and abs(value) < 1e15:
        return int(value)
    if isinstance(value, list):
        return "; ".join(value)
    found: Value = value
    return found


def _plans(values: Values) -> str:
    """ "Q1=10;Q2=25"; the year's own is "năm"."""
    return ";".join(
        f"{period[5:] or 'năm'}={figures(plan)}" for period, plan in values["plans"].items()
    )


def _deadline(values: Values) -> Value:
    day = values["due_on"]
    return date.fromisoformat(day) if day else words.NO_DEADLINE


def _direction(values: Values) -> Value:
    """A task is not measured: the usual direction says nothing about it."""
    if values["kind"] == "task" and values["direction"] == "up":
        return None
    return words.DIRECTIONS[values["direction"]][0]


_SPECIAL: dict[str, Callable[[Values], Value]] = {
    "plans": _plans,
    "due_on": _deadline,
    "direction": _direction,
    "discreet": lambda values: "có" if values["discreet"] else "không",
    "estimate": lambda values: "có" if values["estimate"] else None,
}
