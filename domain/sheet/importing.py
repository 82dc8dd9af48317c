"""One import as a whole: the sheets in the order in which they refer to each other. No SQL."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from domain.codes import normal_code
from domain.sheet.assignments import plan_assignments
from domain.sheet.columns import ASSIGNMENTS, PROGRESS, SHEETS
from domain.sheet.grid import Mistake, Reading
from domain.sheet.names import World
from domain.sheet.people import plan_people
from domain.sheet.plan import Kept, Plan, Values, assignment_key
from domain.sheet.progress import LAST_REPORT, REPORTS_KEY, About, Sign, plan_progress
from domain.sheet.simple import plan_documents, plan_units
from domain.sheet.work import Place, place_of


@dataclass(slots=True)
class Register:
    """What is kept, in the terms of a sheet. `progress`: the signs of each assignment's reports,
    of those assignments that the file may speak of; `since`: what was reported on them after the
    export that the file was; `frozen`: periods that take no more;
    `language`: that of new people."""

    units: Sequence[Kept] = ()
    people: Sequence[Kept] = ()
    posts: Sequence[Kept] = ()
    documents: Sequence[Kept] = ()
    assignments: Sequence[Kept] = ()
    progress: Mapping[Place, Collection[Sign]] = field(default_factory=dict)
    since: Mapping[Place, Sequence[Values]] = field(default_factory=dict)
    frozen: Collection[str] = ()
    language: str = "vi"


def codes_of_progress(reading: Reading) -> set[str]:
    """The canonical codes that the progress sheets name."""
    return {
        code
        for table in reading.of(PROGRESS)
        for entry in table.entries
        if (code := normal_code(entry.values.get("code") or ""))
    }


def last_report(reading: Reading) -> int | None:
    """The id of the latest report when this file was exported; None when it says none."""
    noted = reading.bases.get(REPORTS_KEY, {}).get(LAST_REPORT, "")
    return int(noted) if re.fullmatch(r"\d{1,18}", noted) else None


def plan_import(reading: Reading, register: Register, today: date) -> Plan:
    """What importing the file would do. With mistakes in it, nothing may be done."""
    plan = Plan(mistakes=list(reading.mistakes), notes=_notes(reading))
    world = World()
    plan_units(plan, reading, register.units, world)
    plan_people(plan, reading, register.people, register.posts, world, register.language)
    plan_documents(plan, reading, register.documents, world)
    unplaced = plan_assignments(plan, reading, register.assignments, world)
    about = _about(plan, register)
    plan_progress(
        plan,
        reading,
        register.progress,
        about,
        world,
        today,
        register.frozen,
        unplaced,
        register.since,
    )
    plan.mistakes = _in_order(plan, reading)
    for mistake in plan.mistakes:
        kind = next((table.kind for table in reading.tables if table.sheet == mistake.sheet), "")
        if kind:
            plan.count(kind).refused += 1
    return plan


def _about(plan: Plan, register: Register) -> dict[Place, About]:
    """Every assignment that there will be."""
    about: dict[Place, About] = {}
    places: dict[str, Place] = {}
    for kept in register.assignments:
        place = place_of(kept.values)
        places[assignment_key(*place)] = place
        about[place] = About(kept.values["kind"], kept.values["reporting"])
    for step in plan.steps:
        if step.kind != ASSIGNMENTS:
            continue
        place = places.get(step.key) or place_of(step.values)
        before = about.get(place, About("task", None))
        about[place] = About(
            step.values.get("kind", before.kind), step.values.get("reporting", before.reporting)
        )
    return about


def _notes(reading: Reading) -> list[str]:
    notes = [f'Bỏ qua trang "{name}" (không nhận ra)' for name in reading.skipped]
    for table in reading.tables:
        if table.groups:
            notes.append(f"{table.sheet}: {table.groups} dòng là tiêu đề nhóm")
        if table.extra and table.kind != PROGRESS:
            notes.append(f"{table.sheet}: giữ riêng các cột {', '.join(table.extra)}")
    return notes


def _in_order(plan: Plan, reading: Reading) -> list[Mistake]:
    """Mistakes by sheet, row and column, each once."""
    order = {sheet.kind: place for place, sheet in enumerate(SHEETS)}
    sheets = {table.sheet: order[table.kind] for table in reading.tables}
    unique = dict.fromkeys(plan.mistakes)
    return sorted(
        unique,
        key=lambda one: (
            sheets.get(one.sheet, -1),
            one.sheet,
            one.row,
            len(one.letter),
            one.letter,
        ),
    )
