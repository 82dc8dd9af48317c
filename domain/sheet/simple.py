"""Plans the sheets of units and documents: trees of things with a code."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from domain.fold import fold
from domain.sheet.cells import Unread
from domain.sheet.columns import DOCUMENTS, UNITS
from domain.sheet.grid import Entry, Reading, Table
from domain.sheet.names import Names, World, in_a_circle, next_codes
from domain.sheet.plan import (
    Gone,
    Kept,
    Plan,
    Values,
    change,
    document_key,
    insert,
    unit_key,
)


@dataclass(frozen=True, slots=True)
class _Tree:
    """What differs between units and documents."""

    kind: str
    prefix: str
    key: Callable[[str], str]
    names: tuple[str, ...]  # the fields by which a row without a code is known again
    needed: str
    empty: Values


_UNITS = _Tree(
    UNITS,
    "DV-",
    unit_key,
    ("name",),
    "name",
    {"name": "", "kind": "", "parent": "", "valid_from": None, "valid_to": None},
)
_DOCUMENTS = _Tree(
    DOCUMENTS,
    "VB-",
    document_key,
    ("number", "abstract"),
    "abstract",
    {"number": "", "kind": "", "abstract": "", "issuer": "", "issued_on": None, "parent": ""},
)

Row = tuple[Table, Entry, str]


def plan_units(plan: Plan, reading: Reading, kept: Sequence[Kept], world: World) -> None:
    """Plans the units and enters them into `world`."""
    world.parents = _plan(plan, reading, kept, _UNITS, world.units)


def plan_documents(plan: Plan, reading: Reading, kept: Sequence[Kept], world: World) -> None:
    """Plans the documents and enters them into `world`."""
    _plan(plan, reading, kept, _DOCUMENTS, world.documents)


def _plan(
    plan: Plan, reading: Reading, kept: Sequence[Kept], tree: _Tree, names: Names
) -> dict[str, str]:
    renamed = _renamed(reading, kept, tree)
    by_code: dict[str, Kept] = {renamed.get(row.id) or row.values["code"]: row for row in kept}
    for code, row in by_code.items():
        names.add(code, *(row.values[name] for name in tree.names))
    rows = _coded(plan, reading, tree, names, set(by_code))
    for _, entry, code in rows:
        names.add(code, *(entry.values.get(name) or "" for name in tree.names))
    parents = {code: row.values["parent"] for code, row in by_code.items()}
    for table, entry, code in rows:
        if "parent" in entry.values:
            try:
                parents[code] = names.get(entry.values["parent"] or "")
            except Unread as wrong:
                plan.wrong(table, entry, "parent", str(wrong))
                parents[code] = ""
    circling = in_a_circle(parents)
    for table, entry, code in rows:
        if code in circling:
            plan.wrong(table, entry, "parent", f"{code} trực thuộc chính mình theo vòng tròn")
        values = {name: value for name, value in entry.values.items() if name != "code"}
        if "parent" in values:
            values["parent"] = parents[code]
        _check_days(plan, table, entry, {**_kept_values(by_code.get(code)), **values})
        if tree.needed in values and not values[tree.needed]:
            plan.wrong(table, entry, tree.needed, "ô này không được để trống")
        known = by_code.get(code)
        if known is not None:
            if known.id in renamed:
                values["code"] = code
            change(plan, tree.kind, known, values, entry.extra, reading.bases, table.columns)
        else:
            whole = {"code": code, **tree.empty, **values}
            insert(plan, tree.kind, tree.key(code), whole, entry.extra)
    found = {code for _, _, code in rows}
    _gone(plan, [row for code, row in by_code.items() if code not in found], tree, bool(rows))
    return parents


def _renamed(reading: Reading, kept: Sequence[Kept], tree: _Tree) -> dict[int, str]:
    """Rows to which nothing refers yet and which the file calls by the same name but another
    code: the committee itself, as it was founded before the first file."""
    written = [entry.values for table in reading.of(tree.kind) for entry in table.entries]
    codes = {fold(values.get("code") or "") for values in written}
    bare = [row for row in kept if row.bare and fold(row.values["code"]) not in codes]
    known = {fold(row.values["code"]) for row in kept}
    renamed: dict[int, str] = {}
    for row in bare:
        called = fold(row.values[tree.needed])
        found = [
            values["code"]
            for values in written
            if values.get("code") and fold(values.get(tree.needed) or "") == called
        ]
        if len(found) == 1 and fold(found[0]) not in known:
            renamed[row.id] = found[0]
    return renamed


def _kept_values(kept: Kept | None) -> Values:
    return {} if kept is None else kept.values


def _coded(plan: Plan, reading: Reading, tree: _Tree, names: Names, taken: set[str]) -> list[Row]:
    """Every row with its code: as written, as known from its name, or a new one."""
    written = [(table, entry) for table in reading.of(tree.kind) for entry in table.entries]
    used = {entry.values.get("code") or "" for _, entry in written}
    fresh = iter(next_codes(tree.prefix, taken | used, 2))
    rows: list[Row] = []
    seen: dict[str, int] = {}
    for table, entry in written:
        code = entry.values.get("code") or ""
        if code:
            code = names.exact(code) or code
        else:
            called = [entry.values.get(name) or "" for name in tree.names]
            known = {found for name in called if name for found in names.named(name)} - used
            if len(known) == 1:
                code = known.pop()
            elif any(called):
                code = next(fresh)
                name = next(filter(None, called))
                plan.assigned.append(f'{table.sheet}, dòng {entry.row}: "{name[:60]}" có mã {code}')
        if fold(code) in seen:
            first = seen[fold(code)]
            plan.wrong(table, entry, "code", f'mã "{code}" đã có ở dòng {first}')
            continue
        seen[fold(code)] = entry.row
        rows.append((table, entry, code))
    return rows


def _check_days(plan: Plan, table: Table, entry: Entry, values: Values) -> None:
    first, last = values.get("valid_from"), values.get("valid_to")
    if first and last and first > last:
        plan.wrong(table, entry, "valid_to", "đến ngày trước từ ngày")


def _gone(plan: Plan, missing: Sequence[Kept], tree: _Tree, any_named: bool) -> None:
    for row in missing if any_named else ():
        if row.open:
            plan.gone.append(Gone(tree.kind, row.id, row.label, tree.kind == UNITS))
            plan.count(tree.kind).gone += 1
