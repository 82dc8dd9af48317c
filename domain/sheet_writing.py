"""The register as the rows of our own sheets: what an import of them reads back unchanged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from domain import sheet_words as words
from domain.codes import normal_code
from domain.period import days_of
from domain.sheet_assignments import place_of
from domain.sheet_cells import figures
from domain.sheet_columns import (
    ASSIGNMENTS,
    BY_KIND,
    DOCUMENTS,
    OPTIONAL_IN_PROGRESS,
    PEOPLE,
    PROGRESS,
    UNITS,
    Column,
)
from domain.sheet_plan import Kept, Values

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


def write_assignments(kept: Sequence[Kept]) -> Out:
    """A parent is named by the code as written; with its unit where the code does not tell."""
    shown = {place_of(row.values): row.values["code"] for row in kept}
    tops = Counter(place_of(row.values)[:2] for row in kept if not row.values["parent"])
    rows = []
    for row in kept:
        values = dict(row.values)
        if values["parent"]:
            code, _, unit = values["parent"].partition(" (")
            unit = unit.removesuffix(")")
            place = (values["year"], code, unit)
            top = next(one for one in kept if place_of(one.values) == place) if False else None
            del top
            sure = tops[values["year"], code] == 1 and place in shown
            values["parent"] = shown.get(place, code) if sure else values["parent"]
        if values["due_on"] is None:
            values["due_on"] = words.NO_DEADLINE
        if values["kind"] == "task" and values["direction"] == "up":
            values["direction"] = None
        rows.append((values, row.extra))
    return _sheet(ASSIGNMENTS, rows)
