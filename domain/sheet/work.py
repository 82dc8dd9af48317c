"""A row of the sheet of assignments while it is planned, and what names it. Plans nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass

from domain.codes import normal_code
from domain.sheet.grid import Entry, Table
from domain.sheet.plan import Values

Place = tuple[int, str, str]
"""What identifies an assignment: year, canonical code, code of the unit."""


@dataclass(slots=True)
class Work:
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


def place_of(values: Values) -> Place:
    """The place of a kept row."""
    return values["year"], normal_code(values["code"]) or values["code"], values["unit"]


def above_of(written: str) -> tuple[str, str]:
    """(code, unit) of "CT03" or "CT03 (BTC)"."""
    found = re.fullmatch(r"(.+?)\s*\(([^()]+)\)", written)
    return (found[1], found[2]) if found else (written, "")


def kind_of(row: Work) -> str:
    """Target or task: as said, by the code, or by whether something is measured."""
    if said := row.values.get("kind"):
        return str(said)
    if row.code:
        return "target" if row.code.startswith("CT") else "task"
    if row.above and (above := normal_code(above_of(row.above)[0])):
        return "target" if above.startswith("CT") else "task"
    measured = row.values.get("measure") or row.values.get("plan") is not None
    return "target" if measured else "task"
