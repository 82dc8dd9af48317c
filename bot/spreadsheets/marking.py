"""The copy of a spreadsheet that shows its mistakes: a column "Lỗi" and red cells. In the child."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import column_index_from_string

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
        put_text(sheet.cell(heading_row, column), MISTAKES_HEADING)
        sheet.cell(heading_row, column).font = Font(bold=True, color="C00000")
        sheet.column_dimensions[sheet.cell(heading_row, column).column_letter].width = 60
        told: dict[int, list[str]] = {}
        for _, row, letter, text in mistakes:
            told.setdefault(row or heading_row + 1, []).append(text)
            if letter and row:
                sheet.cell(row, column_index_from_string(letter)).fill = _RED
        for row, texts in told.items():
            cell = sheet.cell(row, column)
            put_text(cell, "\n".join(texts))
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    book.save(target)


def _column(sheet: Any, heading_row: int) -> int:
    """After the last heading; the one of an earlier round is used again and emptied."""
    last = 0
    for cell in sheet[heading_row]:
        if cell.value is None:
            continue
        last = int(cell.column)
        if fold(str(cell.value)) == fold(MISTAKES_HEADING):
            for row in range(heading_row + 1, sheet.max_row + 1):
                if sheet.cell(row, last).value is not None:
                    sheet.cell(row, last).value = None
            return last
    return last + 1


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
