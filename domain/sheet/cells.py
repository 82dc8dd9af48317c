"""What one cell says: text, codes, days, numbers, lists, words. Knows no column."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Final

from domain.fold import fold
from domain.numbers import MALFORMED, read_figures
from domain.parts import clean
from domain.sheet import words
from domain.sheet.grid import Bad, Cell

LONGEST: Final = 8000  # characters of a text cell
_LONGEST_CODE: Final = 60

_DAY: Final = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4})")
_ISO: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?")
_NUMBER: Final = re.compile(r"[+\-−–]?\s?\d[\d.,]*")


class Unread(Exception):
    """The cell cannot be read; the message says why, in Vietnamese, without a full stop."""


def text(cell: Cell) -> str:
    """The cell as text; "" when empty. A number looks as an office writes it."""
    if isinstance(cell, Bad):
        raise Unread(cell.why)
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "có" if cell else "không"
    if isinstance(cell, date):
        return f"{cell:%d/%m/}{cell.year:04d}"
    if isinstance(cell, int):
        return str(cell)
    if isinstance(cell, float):
        return figures(cell)
    written = clean(cell).strip()
    if len(written) > LONGEST:
        raise Unread(f"dài {len(written)} ký tự, tối đa {LONGEST}")
    return written


def line(cell: Cell) -> str:
    """Text on one line, single spaces."""
    return " ".join(text(cell).split())


def code(cell: Cell) -> str:
    """A code of the office's own."""
    written = line(cell)
    if len(written) > _LONGEST_CODE or ";" in written:
        raise Unread(f'mã "{written[:30]}" quá dài hoặc có dấu chấm phẩy')
    return written


def title(cell: Cell) -> str:
    """A post's title: it may stand in a list, so it holds no semicolon."""
    written = line(cell)
    if ";" in written:
        raise Unread("chức vụ không được có dấu chấm phẩy")
    return written


def items(cell: Cell) -> list[str]:
    """A list separated by semicolons or lines, without doubles."""
    return list(
        dict.fromkeys(
            item for part in re.split(r"[;\n]", text(cell)) if (item := " ".join(part.split()))
        )
    )


def day(cell: Cell) -> str | None:
    """A day as ISO text; None when empty."""
    if isinstance(cell, date):
        return _sane(cell).isoformat()
    written = line(cell)
    if not written:
        return None
    if isinstance(cell, str):
        if found := _ISO.fullmatch(written):
            return _made(int(found[1]), int(found[2]), int(found[3]), written)
        stripped = re.sub(r"^ngày ", "", written, flags=re.IGNORECASE)
        if found := _DAY.fullmatch(stripped):
            return _made(int(found[3]), int(found[2]), int(found[1]), written)
    raise Unread(f'"{written[:40]}" không phải là ngày; xin ghi dạng 30/06/2021')


def deadline(cell: Cell) -> str | None:
    """A day, or None where the office says that there is none. Raises for an empty cell."""
    if isinstance(cell, str) and fold(cell) in words.NO_DEADLINES:
        return None
    found = day(cell)
    if found is None:
        raise Unread(
            f'chưa có thời hạn hoàn thành; việc không có hạn xin ghi "{words.NO_DEADLINE}"'
        )
    return found


def number(cell: Cell) -> float | None:
    """A number; None when empty. Text is read as Vietnamese: "1.250,5" is 1250.5."""
    if isinstance(cell, Bad):
        raise Unread(cell.why)
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        value = float(cell)
        if value != value or abs(value) > 1e15:
            raise Unread("số quá lớn")
        return value
    written = line(cell)
    if not written:
        return None
    if not isinstance(cell, str):
        raise Unread(f'"{written[:40]}" không phải là số')
    figures_only = re.sub(r"\s+", "", written.removesuffix("%"))
    found = _NUMBER.fullmatch(figures_only)
    if found is None:
        raise Unread(f'"{written[:40]}" không phải là số')
    negative = figures_only[0] in "-−–"
    read = read_figures(figures_only.lstrip("+-−– "))
    if read.other is not None:
        one, other = figures(read.value), figures(read.other)
        raise Unread(f'"{written}" có thể là {one} hoặc {other}; xin ghi rõ')
    if read.doubt == MALFORMED:
        raise Unread(f'"{written[:40]}" không phải là số')
    return -read.value if negative else read.value


def percentage(cell: Cell) -> float | None:
    """A percentage from 0 on."""
    value = number(cell)
    if value is not None and not 0 <= value <= 100000:
        raise Unread(f"phần trăm {figures(value)} không hợp lệ")
    return value


def weight(cell: Cell) -> float:
    """A weight above zero; 1 when empty."""
    value = number(cell)
    if value is None:
        return 1.0
    if value <= 0:
        raise Unread("trọng số phải lớn hơn 0")
    return value


def year(cell: Cell) -> int | None:
    """A year of the calendar; None when empty."""
    if isinstance(cell, date):
        return cell.year
    written = line(cell)
    if not written:
        return None
    found = re.fullmatch(r"(?:năm )?(\d{4})(?:,0)?", written, re.IGNORECASE)
    if found is None or not 1990 <= int(found[1]) <= 2200:
        raise Unread(f'"{written[:40]}" không phải là năm')
    return int(found[1])


def flag(cell: Cell) -> bool | None:
    """Có or không; None when empty."""
    written = fold(text(cell))
    if not written:
        return None
    if written in words.YES:
        return True
    if written in words.NO:
        return False
    raise Unread(f'"{written[:40]}" phải là "có" hoặc "không"')


def one_of(table: words.Words, what: str) -> Callable[[Cell], str | None]:
    """A reader for the words of a table; None when empty."""
    known = words.folded(table)
    offered = ", ".join(several[0] for several in table.values())

    def read(cell: Cell) -> str | None:
        written = line(cell)
        if not written:
            return None
        found = known.get(fold(written).rstrip(" ."))
        if found is None:
            raise Unread(f'không hiểu {what} "{written[:40]}"; xin ghi một trong: {offered}')
        return found

    return read


def figures(value: float) -> str:
    """A number as text that reads back as itself: comma, no dots, never three decimals."""
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    written = f"{value:.10f}".rstrip("0") if abs(value) < 1e15 else repr(value)
    whole, _, decimals = written.partition(".")
    return f"{whole},{decimals}{'0' if len(decimals) == 3 else ''}"


def _sane(found: date) -> date:
    if not 1900 <= found.year <= 2200:
        raise Unread(f"ngày {found:%d/%m/}{found.year} không hợp lý")
    return date(found.year, found.month, found.day)


def _made(year_number: int, month: int, day_number: int, written: str) -> str:
    try:
        return _sane(date(year_number, month, day_number)).isoformat()
    except ValueError:
        raise Unread(f'không có ngày "{written[:40]}"') from None
