"""Reporting periods as offices write them into cells, and the plans that stand by period."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from domain.fold import fold
from domain.period import days_of
from domain.sheet.cells import Unread, line, number, text
from domain.sheet.grid import Cell

_ROMAN: Final = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}


def plans(cell: Cell) -> dict[str, float]:
    """ "Q1=10;Q2=25" as {"Q1": 10.0, "Q2": 25.0}; keys as `span` writes them, without the year."""
    found: dict[str, float] = {}
    for part in re.split(r"[;\n]", text(cell)):
        if not part.strip():
            continue
        name, sign, figure = re.sub(r"[:=]", "=", part, count=1).partition("=")
        key = span(fold(name))
        if not sign or key is None:
            raise Unread(f'không hiểu "{part.strip()[:40]}"; xin ghi dạng Q1=10;Q2=25')
        value = number(figure)
        if value is None:
            raise Unread(f'"{part.strip()[:40]}" chưa có số')
        if key in found:
            raise Unread(f"kỳ {key} ghi hai lần")
        found[key] = value
    return found


def span(folded: str) -> str | None:
    """A period without its year: Q1…Q4, 6T, 9T, 01…12, W01…W53, N (the year); else None."""
    written = re.sub(r"[\s.]+", " ", folded).strip()
    if found := re.fullmatch(r"(?:quy|q) ?(iv|i{1,3}|[1-4])", written):
        return f"Q{_ROMAN.get(found[1], found[1])}"
    if found := re.fullmatch(r"([69]) ?(?:t|thang)(?: dau nam)?", written):
        return f"{found[1]}T"
    if found := re.fullmatch(r"(?:thang|t|th)? ?(\d{1,2})", written):
        return f"{int(found[1]):02d}" if 1 <= int(found[1]) <= 12 else None
    if found := re.fullmatch(r"(?:tuan|w) ?(\d{1,2})", written):
        return f"W{int(found[1]):02d}" if 1 <= int(found[1]) <= 53 else None
    return "N" if written in ("nam", "ca nam", "12t", "12 thang", "n") else None


def period(cell: Cell) -> str:
    """A reporting period: "2021-05", "quý I/2021" is "2021-Q1"; without a year "?-Q1"; "" if
    empty."""
    if isinstance(cell, date):
        return f"{cell.year:04d}-{cell.month:02d}"  # a month that the sheet took for a day
    written = line(cell)
    if not written:
        return ""
    plain = fold(written)
    if re.fullmatch(r"(?:nam )?\d{4}", plain):
        return plain[-4:]
    name, year_name = plain, "?"
    if found := re.fullmatch(r"(\d{4}) ?[-/] ?(.+)", plain):
        year_name, name = found[1], found[2]
    elif found := re.fullmatch(r"(.+?) ?(?:[-/]| nam| dau nam| ) ?(\d{4})", plain):
        name, year_name = found[1], found[2]
    short = span(name)
    if short is None:
        raise Unread(
            f'không hiểu kỳ "{written[:40]}"; xin ghi dạng 2021-05, 2021-Q2, 2021-6T, 2021'
        )
    whole = with_year(short, year_name)
    if year_name != "?":
        try:
            days_of(whole)
        except ValueError:
            raise Unread(f'không có kỳ "{written[:40]}"') from None
    return whole


def with_year(short: str, year_name: str | int) -> str:
    """ "Q1" of 2021 is "2021-Q1"; "N" is the year itself."""
    return str(year_name) if short == "N" else f"{year_name}-{short}"
