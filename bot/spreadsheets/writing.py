"""Writes our own sheets as .xlsx. Text is always text: nothing that is written can compute."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from domain.sheet.columns import MEMORY_SHEET
from domain.sheet.writing import Out, Value

# A spreadsheet program takes a cell that begins so for a formula.
DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
_NOT_WRITTEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LONGEST = 32_767


def put_text(cell: Cell, text: str) -> None:
    """Text as text, quoted where it could be taken for a formula."""
    cleaned = _NOT_WRITTEN.sub("", text)[:_LONGEST]
    cell.value = cleaned
    cell.data_type = "s"
    cell.number_format = "@"
    if cleaned.startswith(DANGEROUS):
        cell.quotePrefix = True


def write_workbook(target: Path, sheets: Sequence[Out], memory: Sequence[Sequence[Value]]) -> None:
    """Writes a file beside the target, then puts it in its place; `memory` in a hidden sheet."""
    book = Workbook(write_only=True)
    for out in sheets:
        _fill(book.create_sheet(out.name), out)
    hidden = book.create_sheet(MEMORY_SHEET)
    hidden.sheet_state = "hidden"
    for row in memory:
        hidden.append([_cell(hidden, value, None) for value in row])
    beside = target.with_name(f".{target.name}.tmp")
    try:
        book.save(beside)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def _fill(sheet: Any, out: Out) -> None:
    for place, (_, width) in enumerate(out.headings, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.freeze_panes = "C2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.append([_heading(sheet, heading) for heading, _ in out.headings])
    top = Alignment(vertical="top", wrap_text=True)
    for row in out.rows:
        sheet.append([_cell(sheet, value, top) for value in row])


def _heading(sheet: Any, text: str) -> Cell:
    cell = WriteOnlyCell(sheet)
    put_text(cell, text)
    cell.font = Font(bold=True)
    cell.fill = PatternFill("solid", fgColor="DDE6F0")
    cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    return cell


def _cell(sheet: Any, value: Value, top: Alignment | None) -> Cell | None:
    if value is None or value == "":
        return None
    cell = WriteOnlyCell(sheet)
    if isinstance(value, str):
        put_text(cell, value)
        if top is not None:
            cell.alignment = top
    else:
        cell.value = value
        if isinstance(value, date):
            cell.number_format = "dd/mm/yyyy"
    return cell
