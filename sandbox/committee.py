"""The demonstration committee's workbook, made from CSV files.

The figures are illustrative and the people invented. Holds no rule of the product.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

FOLDER = Path(__file__).parent / "ben-tre-2021"
WORKBOOK = Path(__file__).parent / "ben-tre-2021.xlsx"

Row = dict[str, str]

# The workbook ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Table:
    """One CSV file and its sheet; `frozen` is how many columns stay in sight."""

    stem: str
    sheet: str
    title: str
    frozen: int


TABLES = (
    Table("don-vi", "Đơn vị", "DANH SÁCH ĐƠN VỊ", 2),
    Table("can-bo", "Cán bộ", "DANH SÁCH CÁN BỘ", 2),
    Table("van-ban", "Văn bản", "DANH MỤC VĂN BẢN", 2),
    Table("nhiem-vu", "Nhiệm vụ", "DANH MỤC CHỈ TIÊU, NHIỆM VỤ", 3),
    Table("tien-do", "Tiến độ", "TIẾN ĐỘ THỰC HIỆN", 2),
)
MARK = "SỐ LIỆU MINH HỌA: con số và tên cán bộ đều là giả định"

DATES = frozenset({"từ ngày", "đến ngày", "ngày ban hành", "thời hạn hoàn thành", "ngày"})
NUMBERS = frozenset(
    {"năm", "thực hiện năm trước", "kế hoạch năm", "trọng số", "số liệu", "phần trăm"}
)
_WIDE = {"nội dung": 46, "trích yếu": 52, "ghi chú": 42, "tên": 40, "chức vụ": 40, "nguồn": 30}
_MIDDLE = {
    **dict.fromkeys(("họ và tên", "cơ quan ban hành", "người thực hiện", "kế hoạch kỳ"), 26),
    **dict.fromkeys(("lĩnh vực", "sản phẩm", "nhóm công việc", "đơn vị phối hợp"), 22),
    **dict.fromkeys(("mã", "năm", "ước", "ngôn ngữ"), 9),
}
_LINE = Side(style="thin", color="999999")
_BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_FACE = "Times New Roman"


def rows_of(stem: str, folder: Path = FOLDER) -> list[Row]:
    """The rows of one CSV file, by its headings; every value as it is written there."""
    with (folder / f"{stem}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def build(target: Path = WORKBOOK, folder: Path = FOLDER) -> None:
    """Writes the workbook; the same CSV files give the same bytes."""
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator = "Văn phòng Thành ủy (số liệu minh họa)"
    labels = {row["mã"]: _document_label(row) for row in rows_of("van-ban", folder)}
    for table in TABLES:
        rows = rows_of(table.stem, folder)
        groups = _groups(rows, labels) if table.stem == "nhiem-vu" else iter([("", rows)])
        _fill(book.create_sheet(table.sheet), table, list(rows[0]), groups)
    kept = io.BytesIO()
    book.save(kept)
    target.write_bytes(_without_time(kept.getvalue()))


def _document_label(document: Row) -> str:
    return ": ".join(filter(None, (document["số ký hiệu"], document["trích yếu"])))


def _groups(rows: list[Row], labels: dict[str, str]) -> Iterator[tuple[str, list[Row]]]:
    """Runs of rows as an office heads them: targets by field, tasks by document."""

    def heading(row: Row) -> str:
        if row["loại"] == "nhiệm vụ":
            return labels[row["văn bản"]]
        field = row["lĩnh vực"][0].upper() + row["lĩnh vực"][1:]
        return field if row["năm"] == "2021" else f"{field} (năm {row['năm']})"

    for place, (label, run) in enumerate(groupby(rows, key=heading), start=1):
        yield f"{_roman(place)}. {label}", list(run)


def _roman(number: int) -> str:
    tens, ones = divmod(number, 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]


def _fill(
    sheet: Worksheet, table: Table, headings: list[str], groups: Iterator[tuple[str, list[Row]]]
) -> None:
    last = len(headings)
    for line, (text, size) in enumerate(
        ((MARK, 11), (f"THÀNH ỦY BẾN TRE - {table.title}, NĂM 2021", 14)), start=1
    ):
        _band(sheet, line, last, text, Font(name=_FACE, size=size, bold=True))
    for column, heading in enumerate(headings, start=1):
        cell = sheet.cell(3, column, heading[0].upper() + heading[1:])
        cell.font = Font(name=_FACE, size=11, bold=True)
        cell.fill = PatternFill("solid", fgColor="DDE6F0")
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        cell.border = _BOX
        width = _WIDE.get(heading) or _MIDDLE.get(heading) or 14
        sheet.column_dimensions[get_column_letter(column)].width = width
    line = 3
    for label, rows in groups:
        if label:
            line += 1
            _band(sheet, line, last, label, Font(name=_FACE, size=11, bold=True), "F3F3F3")
        for row in rows:
            line += 1
            for column, heading in enumerate(headings, start=1):
                _put(sheet, line, column, heading, row[heading])
    sheet.freeze_panes = f"{get_column_letter(table.frozen + 1)}4"
    sheet.print_title_rows = "3:3"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _band(
    sheet: Worksheet, line: int, last: int, text: str, font: Font, shade: str | None = None
) -> None:
    """A line that runs over the whole table: a title or the heading of a group."""
    cell = sheet.cell(line, 1, text)
    cell.font = font
    cell.alignment = Alignment(vertical="center")
    if shade:
        cell.fill = PatternFill("solid", fgColor=shade)
    sheet.merge_cells(start_row=line, start_column=1, end_row=line, end_column=last)


def _put(sheet: Worksheet, line: int, column: int, heading: str, text: str) -> None:
    """A date or a number becomes a real one; anything else stays text."""
    cell = sheet.cell(line, column)
    if text and heading in DATES:
        day, month, year = map(int, text.split("/"))
        cell.value = date(year, month, day)
        cell.number_format = "dd/mm/yyyy"
    elif text and heading in NUMBERS:
        cell.value = float(text.replace(",", ".")) if "," in text else int(text)
        if "," not in text and heading != "năm":
            cell.number_format = "#,##0"
    elif text:
        cell.value = text
        cell.number_format = "@"
    cell.font = Font(name=_FACE, size=11)
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    cell.border = _BOX


def _without_time(archive: bytes) -> bytes:
    """The same archive without the hour at which it was written."""
    told = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(told, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb">[\dT:.-]{19,}Z<", b">2021-06-08T00:00:00Z<", content)
            entry = zipfile.ZipInfo(name, date_time=(2021, 6, 8, 0, 0, 0))
            new.writestr(entry, content, compress_type=zipfile.ZIP_DEFLATED)
    return told.getvalue()


if __name__ == "__main__":
    build()
