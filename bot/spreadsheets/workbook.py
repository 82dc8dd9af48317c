"""An .xlsx file as grids of plain cells: values only, no formula computed. Runs in the child."""

from __future__ import annotations

import contextlib
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.cell import coordinate_to_tuple
from openpyxl.utils.exceptions import InvalidFileException

from bot.spreadsheets import limits
from bot.spreadsheets.limits import Refused
from domain.sheet.grid import Bad, Cell, Grid, Merge

_NO_RESULT = Bad("công thức chưa có kết quả; đề nghị dán giá trị vào ô này")
_MERGE = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3}\d{1,7}):([A-Z]{1,3}\d{1,7})"')
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
_TAIL = 256  # bytes kept between chunks, longer than any mark that is looked for
_MERGES = 20_000


def read_workbook(path: Path) -> list[Grid]:
    """Every visible or hidden sheet, rows with a value only. Raises Refused."""
    limits.check_workbook(path)
    try:
        with contextlib.closing(load_workbook(path, True, False, True, False)) as book:
            if len(book.sheetnames) > limits.SHEETS:
                raise Refused(f"Tệp {path.name} có quá nhiều trang ({len(book.sheetnames)}).")
            return [_grid(path, sheet) for sheet in book.worksheets]
    except (
        *(KeyError, ValueError, TypeError, AttributeError, IndexError, OSError, SyntaxError),
        *(zipfile.BadZipFile, InvalidFileException, EOFError, OverflowError),
    ) as broken:
        if isinstance(broken, Refused):
            raise
        raise Refused(f"Tệp {path.name} bị hỏng hoặc không đúng dạng .xlsx.") from broken


def _grid(path: Path, sheet: Any) -> Grid:
    merges, formulas = _scanned(path, sheet)
    sheet.reset_dimensions()
    rows: list[tuple[int, tuple[Cell, ...]]] = []
    cells = 0
    for cells_of_row in sheet.iter_rows():
        row = [_cell(cell) for cell in cells_of_row]
        while row and row[-1] is None:
            row.pop()
        if not row:
            continue
        if len(row) > limits.COLUMNS:
            raise Refused(f"Trang {sheet.title} có quá nhiều cột (tối đa {limits.COLUMNS}).")
        cells += len(row)
        rows.append((next(cell.row for cell in cells_of_row if cell.value is not None), tuple(row)))
        if len(rows) > limits.ROWS or cells > limits.CELLS:
            raise Refused(f"Trang {sheet.title} có quá nhiều dòng (tối đa {limits.ROWS}).")
    if formulas:
        rows = _with_formulas(path, sheet.title, dict(rows))
    return Grid(sheet.title, tuple(rows), merges)


def _with_formulas(
    path: Path, title: str, rows: dict[int, tuple[Cell, ...]]
) -> list[tuple[int, tuple[Cell, ...]]]:
    """The same rows; a formula that was saved without its result is a bad cell."""
    with contextlib.closing(load_workbook(path, True, False, False, False)) as book:
        sheet = book[title]
        sheet.reset_dimensions()
        for cells_of_row in sheet.iter_rows():
            for place, cell in enumerate(cells_of_row):
                if cell.value is None or cell.data_type != "f":
                    continue
                row = list(rows.get(cell.row, ()))
                row += [None] * (place + 1 - len(row))
                if row[place] is None:
                    row[place] = _NO_RESULT
                    rows[cell.row] = tuple(row)
    return sorted(rows.items())


def _cell(cell: Any) -> Cell:
    value = cell.value
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if cell.data_type == "e":
        return Bad(f"ô báo lỗi {value}")
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, (bool, str, date)):
        return value
    if isinstance(value, (int, float)):
        # A cell that shows 60% holds 0.6.
        return round(value * 100, 10) if "%" in (cell.number_format or "") else value
    if isinstance(value, (time, timedelta)):
        return str(value)
    return Bad("không hiểu kiểu dữ liệu của ô")


def _scanned(path: Path, sheet: Any) -> tuple[tuple[Merge, ...], bool]:
    """The merged ranges of a sheet, and whether it has formulas, from its raw text: the reading
    mode that holds no sheet in memory tells neither."""
    merges: list[Merge] = []
    formulas = False
    with zipfile.ZipFile(path) as archive, archive.open(_part_of(sheet, archive)) as part:
        for chunk, fresh in _chunks(part):
            formulas = formulas or bool(_FORMULA.search(chunk))
            for found in _MERGE.finditer(chunk):
                if found.end() > fresh and len(merges) < _MERGES:
                    top, left = coordinate_to_tuple(found[1].decode())
                    bottom, right = coordinate_to_tuple(found[2].decode())
                    merges.append((top, left - 1, bottom, right - 1))
    return tuple(merges), formulas


def _part_of(sheet: Any, archive: zipfile.ZipFile) -> str:
    path = str(sheet._worksheet_path).lstrip("/")
    return path if path in archive.namelist() else f"xl/{path}"


def _chunks(part: Any) -> Iterator[tuple[bytes, int]]:
    """Overlapping chunks; the number is how much of each was in the one before."""
    tail = b""
    while more := part.read(1 << 20):
        chunk = tail + more
        yield chunk, len(tail)
        tail = chunk[-_TAIL:]
