"""Gives years and codes to assignments that were written without them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from domain.codes import normal_code
from domain.fold import fold
from domain.sheet.names import next_codes
from domain.sheet.plan import Kept, Plan
from domain.sheet.work import Place, Work, above_of, kind_of


def give_years(plan: Plan, rows: Sequence[Work], at: dict[Place, Kept]) -> None:
    """A row without a year and a deadline is the latest that is known by its code or title."""
    broken = {(mistake.sheet, mistake.row) for mistake in plan.mistakes}
    latest: dict[tuple[str, str], int] = {}
    for (year, code, unit), kept in at.items():
        for name in (code, fold(kept.values["title"])):
            latest[name, unit] = max(year, latest.get((name, unit), 0))
    for row in rows:
        if not row.year:
            name = row.code or fold(row.values.get("title") or "")
            row.year = latest.get((name, row.unit), 0)
            if not row.year and (row.table.sheet, row.entry.row) not in broken:
                text = "chưa biết thuộc năm nào; xin ghi năm hoặc thời hạn"
                plan.wrong(row.table, row.entry, "year", text)
        row.values["year"] = row.year


def give_codes(plan: Plan, rows: Sequence[Work], at: dict[Place, Kept]) -> None:
    """A row without a code is known again by its title in its unit, shares its parent's code or
    that of the same title in another unit, or gets the next free number of its year."""
    known: dict[tuple[int, str, str], str] = {}
    for (year, code, unit), kept in at.items():
        known.setdefault((year, unit, fold(kept.values["title"])), code)
    taken = {(row.year, row.code, row.unit) for row in rows if row.code}
    written = {(year, code): kept.values["code"] for (year, code, _), kept in at.items()}
    for row in rows:
        if row.code:
            written.setdefault((row.year, row.code), row.values["code"])
    shared: dict[tuple[int, str, str], str] = {}
    fresh: dict[tuple[int, str], Iterator[str]] = {}
    for row in rows:
        if row.code or row.values.get("code") or not row.year:
            continue
        title = fold(row.values.get("title") or "")
        kind = kind_of(row)
        code = known.get((row.year, row.unit, title), "")
        if not code and row.above:
            code = normal_code(above_of(row.above)[0]) or ""
        if not code:
            code = shared.get((row.year, kind, title), "")
        if not code or (row.year, code, row.unit) in taken:
            prefix = "CT" if kind == "target" else "NV"
            if (row.year, prefix) not in fresh:
                used = {code for year, code, _ in (*at, *taken) if year == row.year}
                fresh[row.year, prefix] = iter(next_codes(prefix, used, 2))
            code = next(fresh[row.year, prefix])
        shared.setdefault((row.year, kind, title), normal_code(code) or code)
        row.code = normal_code(code) or code
        row.values["code"] = written.setdefault((row.year, row.code), code)
        taken.add(row.place)
        shown = (row.values.get("title") or "")[:60]
        plan.assigned.append(
            f'{row.table.sheet}, dòng {row.entry.row}: "{shown}" có mã {row.values["code"]}'
        )
