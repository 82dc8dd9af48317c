"""From grids to tables: finds the sheets and headings, reads every cell, collects mistakes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

from domain.secrecy import bears_mark
from domain.sheet.cells import Unread, text
from domain.sheet.columns import ASSIGNMENTS, BY_KIND, MEMORY_SHEET, SHEETS, kind_of, sheet_key
from domain.sheet.grid import Bad, Bases, Cell, Entry, Grid, Mistake, Reading, Table, letter
from domain.sheet.layout import Layout, counts_columns, field_of_group, find, group_label, is_total


def read_book(grids: Iterable[Grid]) -> Reading:
    """Reads every sheet of a file. All mistakes that need no register are in the result."""
    tables: list[Table] = []
    mistakes: list[Mistake] = []
    skipped: list[str] = []
    bases: Bases = {}
    for grid in grids:
        if sheet_key(grid.name) == sheet_key(MEMORY_SHEET):
            bases = _remembered(grid)
            continue
        if not grid.rows:
            continue
        kind, layout = _recognised(grid)
        if kind is None:
            skipped.append(grid.name)
        elif layout is None:
            mistakes.append(Mistake(grid.name, 0, "", "", _no_headings(kind)))
        else:
            table, wrong = _read(grid, kind, layout)
            tables.append(table)
            mistakes += wrong
            mistakes += _marked(table)
    if not tables and not mistakes:
        names = ", ".join(sheet.name for sheet in SHEETS)
        mistakes.append(Mistake("Tệp", 0, "", "", f"không có trang nào trong: {names}"))
    return Reading(tuple(tables), tuple(mistakes), tuple(skipped), bases)


# What a table of assignments that is given for the first time has to say.
_FIRST_WANTED = ("title", "unit", "due_on")


def _recognised(grid: Grid) -> tuple[str | None, Layout | None]:
    """By its name; else a sheet of any name that has the headings of assignments."""
    kind = kind_of(grid.name)
    if kind is not None:
        return kind, find(grid, kind)
    layout = find(grid, ASSIGNMENTS)
    if layout is not None and set(_FIRST_WANTED) <= layout.columns.keys():
        return ASSIGNMENTS, layout
    return None, None


def _no_headings(kind: str) -> str:
    sheet = BY_KIND[kind]
    names = _FIRST_WANTED if kind == ASSIGNMENTS else sheet.needed
    needed = ", ".join(sheet.column(name).heading for name in names)
    return f"không tìm thấy dòng tiêu đề; cần ít nhất các cột: {needed}"


def _read(grid: Grid, kind: str, layout: Layout) -> tuple[Table, list[Mistake]]:
    sheet = BY_KIND[kind]
    readers = {column.field: column.read for column in sheet.columns}
    empty = {name: _of_nothing(read) for name, read in readers.items()}
    mistakes = list(layout.mistakes)
    for name in sheet.needed:
        if name not in layout.columns:
            heading = sheet.column(name).heading
            mistakes.append(Mistake(grid.name, layout.after, "", "", f"thiếu cột {heading}"))
    wide = {top for top, left, _, right in grid.merges if left == 0 and right >= 2}
    down = _merged_down(grid, layout.after)
    entries: list[Entry] = []
    groups = 0
    group_field: str | None = None
    for row, cells in grid.rows:
        if row <= layout.after:
            continue
        if row == layout.after + 1 and counts_columns(cells):
            continue
        label = group_label(cells, layout, sheet.needed, row in wide)
        if label is not None:
            groups += 1
            if label[1] and not is_total(label[1]):
                group_field = field_of_group(*label, group_field)
            continue
        values: dict[str, Any] = {}
        said = False
        for name, place in layout.columns.items():
            cell = cells[place] if place < len(cells) else None
            if cell is None:
                cell = down.get((row, place))
            said = said or cell is not None
            try:
                values[name] = readers[name](cell)
            except Unread as wrong:
                values[name] = empty[name]
                mistakes.append(
                    Mistake(grid.name, row, letter(place), layout.headings[place], str(wrong))
                )
        extra, wrong_extra = _extra(grid, layout, row, cells)
        mistakes += wrong_extra
        if not said and not any(extra.values()):
            continue
        if kind == ASSIGNMENTS and group_field and not values.get("field"):
            values["field"] = group_field
        entries.append(Entry(row, values, extra))
    broken = {(mistake.row, mistake.letter) for mistake in mistakes}
    table = Table(
        kind=kind,
        sheet=grid.name,
        columns={
            name: (letter(place), layout.headings[place]) for name, place in layout.columns.items()
        },
        entries=tuple(entries),
        extra=tuple(layout.extra.values()),
        groups=groups,
        heading_row=layout.after,
    )
    return table, [*mistakes, *_unnamed(grid, layout, broken)]


def _of_nothing(read: Callable[[Cell], Any]) -> Any:
    """What an empty cell says: it stands for a cell that could not be read."""
    try:
        return read(None)
    except Unread:
        return None


def _extra(
    grid: Grid, layout: Layout, row: int, cells: tuple[Cell, ...]
) -> tuple[dict[str, str], list[Mistake]]:
    extra: dict[str, str] = {}
    mistakes: list[Mistake] = []
    for place, heading in layout.extra.items():
        cell = cells[place] if place < len(cells) else None
        try:
            extra[heading] = text(cell)
        except Unread as wrong:
            mistakes.append(Mistake(grid.name, row, letter(place), heading, str(wrong)))
    return extra, mistakes


def _unnamed(grid: Grid, layout: Layout, broken: set[tuple[int, str]]) -> list[Mistake]:
    """Cells without a value (a formula never computed) count wherever they stand."""
    known = {*layout.columns.values(), *layout.extra}
    return [
        Mistake(grid.name, row, letter(place), layout.headings.get(place, "không tên"), cell.why)
        for row, cells in grid.rows
        if row > layout.after
        for place, cell in enumerate(cells)
        if isinstance(cell, Bad) and place not in known and place in layout.headings
        if (row, letter(place)) not in broken
    ]


def _merged_down(grid: Grid, after: int) -> dict[tuple[int, int], Cell]:
    """A cell merged over several rows of one column speaks for each of them."""
    rows = dict(grid.rows)
    found: dict[tuple[int, int], Cell] = {}
    for top, left, bottom, right in grid.merges:
        if top <= after or bottom == top or left != right:
            continue
        row = rows.get(top, ())
        if left < len(row) and row[left] is not None:
            for number in range(top + 1, min(bottom, top + 5000) + 1):
                if number in rows:
                    found[number, left] = row[left]
    return found


def _marked(table: Table) -> list[Mistake]:
    """Where a text has a sign of a secrecy mark: what is secret may not be in a register."""
    text = (
        "có dấu hiệu mật; nội dung mật không được đưa vào đây, chỉ để mã và thời hạn, "
        "và báo ngay cán bộ phụ trách"
    )
    return [
        table.mistake(entry.row, "", text)
        for entry in table.entries
        if any(
            isinstance(value, str) and bears_mark(value)
            for value in (*entry.values.values(), *entry.extra.values())
        )
    ]


def _remembered(grid: Grid) -> Bases:
    """What an export noted of the values it wrote; whatever cannot be read is not remembered."""
    bases: dict[str, dict[str, str]] = {}
    for _, cells in grid.rows:
        if len(cells) < 2 or not isinstance(cells[0], str) or not isinstance(cells[1], str):
            continue
        try:
            digests = json.loads(cells[1])
        except ValueError:
            continue
        if isinstance(digests, dict):
            bases[cells[0]] = {str(name): str(digest) for name, digest in digests.items()}
    return bases
