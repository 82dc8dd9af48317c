"""A store of its own for each test, and files made on the spot."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from bot.spreadsheets.reading import read
from bot.spreadsheets.writing import write_workbook
from db import exporting, importing
from db.importing import Outcome
from db.store import Store
from domain.committee import Committee
from domain.instants import local_day
from domain.sheet.grid import from_json
from domain.sheet.reading import read_book

NOW = datetime(2021, 6, 9, 0, 30, tzinfo=UTC)
COMMITTEE = Committee("Thành ủy Bến Tre")
Rows = list[list[Any]]


class Desk:
    """The office's desk: imports files, exports, looks into the register."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.took = 0.0  # processor seconds of the last import's transaction
        self.store = Store(folder / "data").open(create=True)

    def take(self, path: Path, **how: Any) -> Outcome:
        reading = from_json(json.loads(json.dumps(read_book(read(path)).as_json())))
        begun = time.process_time()
        outcome = self.store.write_now(
            lambda tx: importing.apply(tx, NOW, COMMITTEE, reading, **how)
        )
        self.took = time.process_time() - begun
        return outcome

    def take_rows(self, sheets: dict[str, Rows], **how: Any) -> Outcome:
        return self.take(self.workbook(sheets), **how)

    def workbook(self, sheets: dict[str, Rows], merges: dict[str, list[str]] | None = None) -> Path:
        book = Workbook()
        book.remove(book.worksheets[0])
        for name, rows in sheets.items():
            sheet = book.create_sheet(name)
            for row in rows:
                sheet.append(row)
            for area in (merges or {}).get(name, []):
                sheet.merge_cells(area)
        path = self.folder / "bang.xlsx"
        book.save(path)
        return path

    def export(self, name: str = "xuat.xlsx") -> Path:
        with self.store.reading() as tx:
            sheets, memory = exporting.book(tx, local_day(NOW))
        write_workbook(self.folder / name, sheets, memory)
        return self.folder / name

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        with self.store.reading() as tx:
            return [tuple(row) for row in tx.all(sql)]

    def run(self, sql: str) -> None:
        self.store.write_now(lambda tx: tx.run(sql))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    yield desk
    desk.store.close()


@pytest.fixture
def edited() -> Callable[[Path, str, str, int, Any], None]:
    """Changes one cell of a workbook: (path, sheet, heading, row, value)."""

    def edit(path: Path, sheet: str, heading: str, row: int, value: Any) -> None:
        book = load_workbook(path)
        headings = [cell.value for cell in book[sheet][1]]
        book[sheet].cell(row, headings.index(heading) + 1).value = value
        book.save(path)

    return edit


UNITS: Rows = [
    ["Mã", "Tên", "Loại", "Trực thuộc"],
    ["TU", "Thành ủy", "cap_uy", None],
    ["VP", "Văn phòng Thành ủy", "ban_dang", "TU"],
    ["P4", "Đảng ủy phường 4", "phuong", "TU"],
    ["P5", "Đảng ủy phường 5", "phuong", "TU"],
]
PEOPLE: Rows = [
    ["Mã", "Họ và tên", "Chức vụ", "Đơn vị", "Vai trò"],
    ["CB-1", "Trần Văn Lan", "Chuyên viên", "P4", "người báo cáo"],
    ["CB-2", "Lê Thị Mai", "Bí thư", "P4", "lãnh đạo đơn vị"],
    ["CB-3", "Nguyễn Văn An", "Bí thư Thành ủy", "TU", "thường trực"],
]
WORK: Rows = [
    ["Mã", "Nội dung", "Đơn vị chủ trì", "Thời hạn hoàn thành", "Đơn vị tính", "Kế hoạch năm"],
    ["CT01", "Kết nạp đảng viên", "P4", "31/12/2021", "đảng viên", 60],
    ["NV02", "Báo cáo chuyên đề", "P5", "30/06/2021", None, None],
]


@pytest.fixture
def office() -> dict[str, Rows]:
    """A small office's file: four units, three people, two assignments."""
    return {
        "Đơn vị": [list(row) for row in UNITS],
        "Cán bộ": [list(row) for row in PEOPLE],
        "Nhiệm vụ": [list(row) for row in WORK],
    }
