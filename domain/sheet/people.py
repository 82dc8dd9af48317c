"""Plans the sheet of officials: people, and a post for each row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from domain.fold import fold
from domain.sheet import words
from domain.sheet.cells import Unread
from domain.sheet.columns import PEOPLE
from domain.sheet.grid import Entry, Reading, Table
from domain.sheet.names import World, next_codes
from domain.sheet.plan import Gone, Kept, Plan, Values, change, insert, person_key, post_key

PERSON = "person"
"""The kind of step that changes a person; those of `PEOPLE` change posts."""

_OF_PERSON = ("full_name", "phone", "language")


@dataclass(slots=True)
class _Post:
    table: Table
    entry: Entry
    person: str
    values: Values


def plan_people(
    plan: Plan,
    reading: Reading,
    people: Sequence[Kept],
    posts: Sequence[Kept],
    world: World,
    language: str,
) -> None:
    """Plans people and posts and enters both into `world`, which has the units already. `language`
    is that of new people of whom the file names none."""
    for kept in people:
        world.people.add(kept.values["code"], kept.values["full_name"])
    for kept in posts:
        world.add_post(kept.values["code"], kept.values["unit"], kept.values["title"])
    rows = _rows(plan, reading, people, posts, world)
    for row in rows:
        world.people.add(row.person, row.entry.values.get("full_name") or "")
    for row in rows:
        _resolve_substitute(plan, row, world)
        world.add_post(row.person, row.values["unit"], row.values.get("title") or "")
    _plan_persons(plan, reading, rows, people, language)
    _plan_posts(plan, reading, rows, posts)


def _rows(
    plan: Plan, reading: Reading, people: Sequence[Kept], posts: Sequence[Kept], world: World
) -> list[_Post]:
    written = [(table, entry) for table in reading.of(PEOPLE) for entry in table.entries]
    used = {entry.values.get("code") or "" for _, entry in written}
    fresh = iter(next_codes("CB-", used | {row.values["code"] for row in people}, 3))
    units_of: dict[str, set[str]] = defaultdict(set)
    for row in posts:
        units_of[row.values["code"]].add(row.values["unit"])
    given: dict[tuple[str, str], str] = {}
    rows = []
    for table, entry in written:
        unit = ""
        try:
            unit = world.units.get(entry.values.get("unit") or "")
        except Unread as wrong:
            plan.wrong(table, entry, "unit", str(wrong))
        else:
            if not unit and "unit" in table.columns:
                plan.wrong(table, entry, "unit", "chưa có đơn vị")
        name = entry.values.get("full_name") or ""
        if not name and "full_name" in table.columns:
            plan.wrong(table, entry, "full_name", "chưa có họ và tên")
        code = entry.values.get("code") or ""
        if code:
            code = world.people.exact(code) or code
        elif name:
            # The same name with the same telephone, or in the same unit, is the same person.
            mark = (fold(name), entry.values.get("phone") or unit)
            known = {one for one in world.people.named(name) if unit in units_of[one]}
            if mark not in given:
                given[mark] = known.pop() if len(known) == 1 else next(fresh)
                plan.assigned.append(f"{table.sheet}, dòng {entry.row}: {name} có mã {given[mark]}")
            code = given[mark]
        values = {
            field: value
            for field, value in entry.values.items()
            if field not in ("code", *_OF_PERSON)
        }
        values["unit"] = unit
        if "role" in values:
            values["role"] = values["role"] or "reporter"
        first, last = values.get("valid_from"), values.get("valid_to")
        if first and last and first > last:
            plan.wrong(table, entry, "valid_to", "đến ngày trước từ ngày")
        rows.append(_Post(table, entry, code, values))
    return rows


def _resolve_substitute(plan: Plan, row: _Post, world: World) -> None:
    if "substitute" not in row.values:
        return
    written = row.values["substitute"] or ""
    row.values["substitute"] = ""
    try:
        row.values["substitute"] = world.person(written)
    except Unread as wrong:
        plan.wrong(row.table, row.entry, "substitute", str(wrong))
    if row.values["substitute"] == row.person:
        plan.wrong(row.table, row.entry, "substitute", "người thay là chính người đó")


def _plan_persons(
    plan: Plan, reading: Reading, rows: Sequence[_Post], people: Sequence[Kept], language: str
) -> None:
    by_code = {row.values["code"]: row for row in people}
    by_person: dict[str, list[_Post]] = defaultdict(list)
    for row in rows:
        by_person[row.person].append(row)
    for code, theirs in by_person.items():
        values: Values = {}
        for field in _OF_PERSON:
            held = [(row, row.entry.values[field]) for row in theirs if field in row.entry.values]
            if not held:
                continue
            values[field] = _agreed(plan, code, field, held)
        if not values.get("language"):  # an empty cell leaves everybody theirs
            values.pop("language", None)
        kept = by_code.get(code)
        if kept is not None:
            if not kept.open:  # erased: the telephone does not come back
                values.pop("phone", None)
            change(plan, PERSON, kept, values, {}, reading.bases, theirs[0].table.columns)
        else:
            whole = {"code": code, "full_name": "", "phone": "", "language": language, **values}
            insert(plan, PERSON, person_key(code), whole, {})


def _agreed(plan: Plan, code: str, field: str, held: list[tuple[_Post, str]]) -> str:
    """What the rows of one person say; where two say different things, both rows are named."""
    first, value = next(((row, text) for row, text in held if text), held[0])
    for row, text in held:
        if text and fold(text) != fold(value):
            plan.wrong(
                row.table,
                row.entry,
                field,
                f'{code} ghi "{_shown(field, text)}" nhưng dòng {first.entry.row}'
                f' ghi "{_shown(field, value)}"',
            )
    return value or ""


def _shown(field: str, value: str) -> str:
    return words.LANGUAGES[value][0] if field == "language" else value


def _plan_posts(plan: Plan, reading: Reading, rows: Sequence[_Post], posts: Sequence[Kept]) -> None:
    matched = _matched(rows, posts)
    seen: dict[str, int] = {}
    for row, kept in zip(rows, matched, strict=True):
        whole: Values = {
            "title": "",
            "role": "reporter",
            "valid_from": None,
            "valid_to": None,
            "substitute": "",
            **(kept.values if kept else {}),
            **row.values,
            "code": row.person,
        }
        key = post_key(whole)
        if key in seen:
            plan.wrong(row.table, row.entry, "", f"trùng với dòng {seen[key]}")
            continue
        seen[key] = row.entry.row
        if kept is None:
            insert(plan, PEOPLE, key, whole, row.entry.extra)
        else:
            columns = row.table.columns
            change(plan, PEOPLE, kept, row.values, row.entry.extra, reading.bases, columns)
    named = {kept.id for kept in matched if kept is not None}
    for kept in posts if rows else ():
        if kept.open and kept.id not in named:
            plan.gone.append(Gone(PEOPLE, kept.id, kept.label, True))
            plan.count(PEOPLE).gone += 1


def _matched(rows: Sequence[_Post], posts: Sequence[Kept]) -> list[Kept | None]:
    """The kept post of each row: the one that agrees in most of what names a post."""
    free = {kept.id: kept for kept in posts}
    matched: list[Kept | None] = [None] * len(rows)
    for fields in (
        ("unit", "role", "title", "valid_from"),
        ("unit", "role", "title"),
        ("unit", "role"),
        ("unit", "title"),
    ):
        offered: dict[tuple[str, ...], list[Kept]] = defaultdict(list)
        for kept in free.values():
            offered[_mark(kept.values["code"], kept.values, fields)].append(kept)
        for place, row in enumerate(rows):
            if matched[place] is not None:
                continue
            there = [field for field in fields if field in row.values]
            if len(there) < len(fields):
                several = [
                    kept
                    for kept in free.values()
                    if _mark(kept.values["code"], kept.values, there)
                    == _mark(row.person, row.values, there)
                ]
            else:
                several = offered.get(_mark(row.person, row.values, fields), [])
            several = [kept for kept in several if kept.id in free]
            if several:
                matched[place] = free.pop(several[0].id)
    return matched


def _mark(person: str, values: Values, fields: Sequence[str]) -> tuple[str, ...]:
    return (person, *(f"{field}={fold(str(values[field] or ''))}" for field in fields))
