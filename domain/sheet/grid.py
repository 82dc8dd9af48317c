"""What a spreadsheet is to us: grids of cells in, tables of read rows or mistakes out. No files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Bad:
    """A cell that holds no value of its own; `why` says it in Vietnamese."""

    why: str


Cell = str | int | float | bool | date | Bad | None
Merge = tuple[int, int, int, int]
"""First row (from 1), first column (from 0), last row, last column."""


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet as it was found. `rows`: (line from 1, cells); lines without a value are left
    out."""

    name: str
    rows: tuple[tuple[int, tuple[Cell, ...]], ...]
    merges: tuple[Merge, ...] = ()


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong with one cell, row or sheet. `row` 0: the sheet; `letter` "": the row."""

    sheet: str
    row: int
    letter: str
    heading: str
    text: str

    @property
    def sentence(self) -> str:
        """ "Nhiệm vụ, dòng 14, cột G (đơn vị chủ trì): không có đơn vị "PHƯỜNG 9"."""
        place = self.sheet
        if self.row:
            place += f", dòng {self.row}"
        if self.letter:
            place += f", cột {self.letter} ({self.heading})"
        return f"{place}: {self.text}."


@dataclass(frozen=True, slots=True)
class Entry:
    """One row that was read. `values` holds JSON-able values by field, for the columns there are;
    `extra` what stood under headings that we do not know."""

    row: int
    values: dict[str, Any]
    extra: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet of a known kind. `columns`: field → (letter, heading as it stands there)."""

    kind: str
    sheet: str
    columns: dict[str, tuple[str, str]]
    entries: tuple[Entry, ...]
    extra: tuple[str, ...] = ()
    groups: int = 0  # rows understood as the heading of a group
    heading_row: int = 0

    def mistake(self, row: int, column: str, text: str) -> Mistake:
        """A mistake in this table; `column` is a field or "" for the row as a whole."""
        letter, heading = self.columns.get(column, ("", ""))
        return Mistake(self.sheet, row, letter, heading, text)


Bases = Mapping[str, Mapping[str, str]]
"""Natural key of a row → field → digest of the value that stood there when it was exported."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A whole spreadsheet, read: what is to be imported, or why it cannot be."""

    tables: tuple[Table, ...] = ()
    mistakes: tuple[Mistake, ...] = ()
    skipped: tuple[str, ...] = ()  # sheets of no known kind
    bases: Bases = field(default_factory=dict)

    def of(self, kind: str) -> list[Table]:
        """The tables of one kind, in the order of the file."""
        return [table for table in self.tables if table.kind == kind]

    def as_json(self) -> dict[str, Any]:
        """For the way through a socket or a job; `from_json` reads it back."""
        return asdict(self)


def from_json(given: Mapping[str, Any]) -> Reading:
    """The Reading that `as_json` wrote."""
    return Reading(
        tables=tuple(
            Table(
                kind=table["kind"],
                sheet=table["sheet"],
                columns={name: (at[0], at[1]) for name, at in table["columns"].items()},
                entries=tuple(Entry(**entry) for entry in table["entries"]),
                extra=tuple(table["extra"]),
                groups=table["groups"],
                heading_row=table["heading_row"],
            )
            for table in given["tables"]
        ),
        mistakes=tuple(Mistake(**mistake) for mistake in given["mistakes"]),
        skipped=tuple(given["skipped"]),
        bases=given["bases"],
    )


def letter(index: int) -> str:
    """The letters of a column counted from 0: 0 is A, 26 is AA."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
