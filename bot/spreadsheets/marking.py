"""The copy of a spreadsheet that shows its mistakes: a column "Lỗi" and red cells. In the child."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import column_index_from_string
from openpyxl.worksheet.worksheet import Worksheet

from bot.spreadsheets import limits
from bot.spreadsheets.csv_folder import read_csv
from bot.spreadsheets.writing import put_text
from domain.fold import fold
from domain.sheet.columns import MISTAKES_HEADING

_RED = PatternFill("solid", fgColor="FFD9D9")


def mark(path: Path, target: Path, given: dict[str, Any]) -> None:
    """`given`: {"headings": {sheet: row}, "mistakes": [[sheet, row, letter, text], …]}."""
    book = _book(path)
    for sheet in book.worksheets:
        mistakes = [mistake for mistake in given["mistakes"] if mistake[0] == sheet.title]
        if not mistakes:
            continue
        heading_row = given["headings"].get(sheet.title, 1)
        column = _column(sheet, heading_row)
        heading = _own(sheet, heading_row, column)
        put_text(heading, MISTAKES_HEADING)
        heading.font = Font(bold=True, color="C00000")
        sheet.column_dimensions[heading.column_letter].width = 60
        told: dict[int, list[str]] = {}
        for _, row, letter, text in mistakes:
            told.setdefault(row or heading_row + 1, []).append(text)
            if letter and row:
                sheet.cell(row, column_index_from_string(letter)).fill = _RED
        for row, texts in told.items():
            cell = _own(sheet, row, column)
            put_text(cell, "\n".join(texts))
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    book.save(target)


def _column(sheet: Worksheet, heading_row: int) -> int:
    """Right of all that stands in the sheet, since a heading of two lines may have nothing in its
    last one; the column of an earlier round is used again and emptied."""
    for cell in sheet[heading_row]:
        if cell.value is not None and fold(str(cell.value)) == fold(MISTAKES_HEADING):
            for row in range(heading_row + 1, sheet.max_row + 1):
                if sheet.cell(row, cell.column).value is not None:
                    _own(sheet, row, cell.column).value = None
            return int(cell.column)
    filled = (cell.column for row in sheet.iter_rows() for cell in row if cell.value is not None)
    merged = (
        area.max_col for area in sheet.merged_cells.ranges if (area.max_row or 0) >= heading_row
    )
    return int(max((0, *filled, *merged))) + 1


def _own(sheet: Worksheet, row: int, column: int) -> Cell:
    """A cell of the column of mistakes, which no merged range reaches."""
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)
    return cell


def _book(path: Path) -> Workbook:
    if not path.is_dir() and path.suffix.lower() != ".csv":
        limits.check_workbook(path)
        return load_workbook(path, keep_links=False)
    book = Workbook()
    book.remove(book.worksheets[0])
    for grid in read_csv(path):
        sheet = book.create_sheet(grid.name)
        for row, cells in grid.rows:
            for place, cell in enumerate(cells, start=1):
                if cell is not None:
                    put_text(sheet.cell(row, place), str(cell))
    return book
