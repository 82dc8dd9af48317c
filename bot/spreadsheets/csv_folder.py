"""A folder of CSV files, or one of them, as grids of text. Runs in the child."""

from __future__ import annotations

import csv
from pathlib import Path

from bot.spreadsheets import limits
from bot.spreadsheets.limits import Refused
from domain.sheet.columns import SHEETS
from domain.sheet.grid import Cell, Grid


def read_csv(path: Path) -> list[Grid]:
    """The sheets whose files are there, under the names of a workbook. Raises Refused."""
    if path.is_dir():
        # Capitals sort first: of two names that differ in case only, the plain one is read.
        files = {file.name.lower(): file for file in sorted(path.iterdir()) if file.is_file()}
        named = [(sheet.name, files.get(f"{sheet.stem}.csv")) for sheet in SHEETS]
        found = [(name, file) for name, file in named if file is not None]
    else:
        found = [(sheet.name, path) for sheet in SHEETS if sheet.stem == path.stem.lower()]
    if not found:
        names = ", ".join(f"{sheet.stem}.csv" for sheet in SHEETS)
        raise Refused(f"Không thấy tệp nào trong: {names}.")
    return [_grid(name, file) for name, file in found]


def _grid(name: str, path: Path) -> Grid:
    limits.check_size(path)
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        line = raw.count(b"\n", 0, wrong.start) + 1
        raise Refused(
            f"Tệp {path.name} không phải UTF-8 (dòng {line}); "
            'đề nghị lưu lại dạng "CSV UTF-8" rồi nhập lại.'
        ) from None
    rows: list[tuple[int, tuple[Cell, ...]]] = []
    csv.field_size_limit(1_000_000)
    try:
        for number, row in enumerate(csv.reader(text.splitlines(True), _dialect(text)), start=1):
            if len(row) > limits.COLUMNS:
                raise Refused(f"Tệp {path.name}, dòng {number}: có quá nhiều cột ({len(row)}).")
            cells = tuple(value if value.strip() else None for value in row)
            if any(cells):
                rows.append((number, cells))
            if len(rows) > limits.ROWS:
                raise Refused(f"Tệp {path.name} có quá nhiều dòng (tối đa {limits.ROWS}).")
    except csv.Error as wrong:
        raise Refused(f"Tệp {path.name} viết sai dạng CSV.") from wrong
    return Grid(name, tuple(rows))


def _dialect(text: str) -> type[csv.excel]:
    """Commas, or what a Vietnamese Excel writes: semicolons; or tabs. The first line tells."""
    first = text.lstrip().split("\n", 1)[0]

    class Dialect(csv.excel):
        delimiter = max(",;\t", key=first.count)

    return Dialect
