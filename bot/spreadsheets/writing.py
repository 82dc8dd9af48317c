"""Writes our own sheets as .xlsx. Text is always text: nothing that is written can compute."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

# A spreadsheet program takes a cell that begins so for a formula.
DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
_NOT_WRITTEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LONGEST = 32_767

Value = str | int | float | date | None


@dataclass(slots=True)
class SheetOut:
    """One sheet to be written: `headings` with their widths, then rows of the same length."""

    name: str
    headings: Sequence[tuple[str, int]]
    rows: Iterable[Sequence[Value]]
    hidden: bool = False
    styles: dict[str, Any] = field(default_factory=dict)


def put_text(cell: Any, text: str) -> None:
    """Text as text, quoted where it could be taken for a formula."""
    cleaned = _NOT_WRITTEN.sub("", text)[:_LONGEST]
    cell.value = cleaned
    cell.data_type = "s"
    cell.number_format = "@"
    if cleaned.startswith(DANGEROUS):
        cell.quotePrefix = True


def write_workbook(target: Path, sheets: Iterable[SheetOut]) -> None:
    """Writes a file beside the target, then puts it in its place."""
    book = Workbook(write_only=True)
    for out in sheets:
        _fill(book.create_sheet(out.name), out)
    beside = target.with_name(f".{target.name}.tmp")
    try:
        book.save(beside)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def _fill(sheet: Any, out: SheetOut) -> None:
    if out.hidden:
        sheet.sheet_state = "hidden"
    for place, (_, width) in enumerate(out.headings, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    if not out.hidden:
        sheet.freeze_panes = "C2"
        sheet.print_title_rows = "1:1"
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
        sheet.append([_heading(sheet, heading) for heading, _ in out.headings])
    top = Alignment(vertical="top", wrap_text=True)
    for row in out.rows:
        sheet.append([_cell(sheet, value, top) for value in row])


def _heading(sheet: Any, text: str) -> Any:
    cell = WriteOnlyCell(sheet)
    put_text(cell, text)
    cell.font = Font(bold=True)
    cell.fill = PatternFill("solid", fgColor="DDE6F0")
    cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    return cell


def _cell(sheet: Any, value: Value, top: Alignment) -> Any:
    if value is None or value == "":
        return None
    cell = WriteOnlyCell(sheet)
    if isinstance(value, str):
        put_text(cell, value)
        cell.alignment = top
    else:
        cell.value = value
        if isinstance(value, date):
            cell.number_format = "dd/mm/yyyy"
    return cell
