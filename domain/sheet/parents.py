"""Which assignment stands above which: "mã cấp trên" names a code, rarely also a unit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from domain.codes import normal_code
from domain.fold import fold
from domain.sheet.cells import Unread
from domain.sheet.names import in_a_circle
from domain.sheet.plan import Kept, Plan
from domain.sheet.work import Place, Work, above_of, shown_place

Tops = dict[tuple[int, str], dict[str, bool]]
"""(year, code) → unit → whether its row stands under nothing."""


def find_parents(
    plan: Plan,
    rows: Sequence[Work],
    at: dict[Place, Kept],
    ancestors: dict[str, list[str]],
    unplaced: Collection[str],
) -> None:
    """Says for each row which row is above it, as "CT3 (BTC)"; of the codes of `unplaced`, whose
    own row is a mistake, none is missed."""
    tops: Tops = defaultdict(dict)
    for (year, code, unit), kept in at.items():
        tops[year, code][unit] = not kept.values["parent"]
    for row in rows:
        if "parent" in row.table.columns:
            tops[row.year, row.code][row.unit] = not row.above
    parents = {
        _name(place): _name((place[0], *above_of(kept.values["parent"])))
        for place, kept in at.items()
        if kept.values["parent"]
    }
    for row in rows:
        if "parent" not in row.table.columns:
            continue
        row.values["parent"] = ""
        parents.pop(_name(row.place), None)
        if not row.above:
            continue
        try:
            code, unit = _parent(row, tops, ancestors)
        except Unread as wrong:
            if normal_code(above_of(row.above)[0]) not in unplaced:
                plan.wrong(row.table, row.entry, "parent", str(wrong))
            continue
        row.values["parent"] = shown_place(code, unit)
        parents[_name(row.place)] = _name((row.year, code, unit))
    circling = in_a_circle(parents)
    for row in rows:
        if _name(row.place) in circling:
            text = f"{row.code} ({row.unit}) thuộc chính mình theo vòng tròn"
            plan.wrong(row.table, row.entry, "parent", text)


def _name(place: Place) -> str:
    return f"{place[0]} {place[1]} {place[2]}"


def _parent(row: Work, tops: Tops, ancestors: dict[str, list[str]]) -> tuple[str, str]:
    """(canonical code, unit) of the row above. Raises Unread for none or several."""
    written, unit = above_of(row.above)
    code = normal_code(written) or ""
    if unit:
        there = tops.get((row.year, code), {})
        found = [name for name in there if fold(name) == fold(unit)]
    else:
        found = rows_above(row.place, code, tops, ancestors)
    if not found:
        raise Unread(f'không có dòng mã "{row.above}" năm {row.year} để làm cấp trên')
    if len(found) > 1:
        listed = ", ".join(shown_place(written, name) for name in found[:4])
        raise Unread(f'có nhiều dòng mã "{row.above}"; xin ghi rõ một trong: {listed}')
    return code, found[0]


def rows_above(place: Place, code: str, tops: Tops, ancestors: dict[str, list[str]]) -> list[str]:
    """The units whose row of that code may be meant as the one above `place`: the nearest unit
    above it; else the row that stands under nothing itself; else any."""
    there = dict(tops.get((place[0], code), {}))
    if code == place[1]:
        there.pop(place[2], None)
    nearest = [name for name in ancestors.get(place[2], []) if name in there][:1]
    return nearest or [name for name, top in there.items() if top] or list(there)


def ancestors_of(parents: dict[str, str]) -> dict[str, list[str]]:
    """Unit → the units above it, nearest first."""
    found: dict[str, list[str]] = {}
    for unit in parents:
        path: list[str] = []
        at = parents.get(unit, "")
        while at and at not in path:
            path.append(at)
            at = parents.get(at, "")
        found[unit] = path
    return found
