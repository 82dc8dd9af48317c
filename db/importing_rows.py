"""Writes the rows that an import plans: units, people, posts, documents, assignments."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from db.exporting import REMEMBERED
from db.importing_ids import Ids
from db.transaction import Tx, as_json
from domain.codes import normal_code
from domain.fold import fold
from domain.instants import stamp
from domain.sheet.plan import Step, Values

# Which columns a field of the sheet fills. What is not here lies in a table of its own.
Columns = Mapping[str, Callable[[Values, Ids], dict[str, Any]]]


def _plain(name: str) -> Callable[[Values, Ids], dict[str, Any]]:
    return lambda values, ids: {name: values[name]}


def _folded(name: str) -> Callable[[Values, Ids], dict[str, Any]]:
    return lambda values, ids: {name: values[name], f"{name}_fold": fold(values[name])}


_UNIT: Columns = {
    "code": _plain("code"),
    "name": _folded("name"),
    "kind": _plain("kind"),
    "valid_from": _plain("valid_from"),
    "valid_to": _plain("valid_to"),
}
_PERSON: Columns = {
    "code": _plain("code"),
    "full_name": lambda values, ids: {
        "full_name": values["full_name"],
        "name_fold": fold(values["full_name"]),
    },
    "phone": lambda values, ids: {"phone": values["phone"] or None},
    "language": _plain("language"),
}
_POST: Columns = {
    "code": lambda values, ids: {"person_id": ids.person(values["code"])},
    "unit": lambda values, ids: {"unit_id": ids.unit(values["unit"])},
    "title": _plain("title"),
    "role": _plain("role"),
    "valid_from": _plain("valid_from"),
    "valid_to": _plain("valid_to"),
    "substitute": lambda values, ids: {"substitute_id": ids.person(values["substitute"])},
}
_DOCUMENT: Columns = {
    "code": _plain("code"),
    "number": _plain("number"),
    "kind": _plain("kind"),
    "abstract": _folded("abstract"),
    "issuer": _plain("issuer"),
    "issued_on": _plain("issued_on"),
}
_ASSIGNMENT: Columns = {
    "code": lambda values, ids: {"shown_code": values["code"]},
    "year": _plain("year"),
    "unit": lambda values, ids: {"unit_id": ids.unit(values["unit"])},
    "kind": _plain("kind"),
    "title": _folded("title"),
    "document": lambda values, ids: {"document_id": ids.document(values["document"])},
    "field": _plain("field"),
    "measure": lambda values, ids: {"measure": values["measure"] or None},
    "last_year": _plain("last_year"),
    "plan": _plain("plan"),
    "direction": _plain("direction"),
    "aggregate": _plain("aggregate"),
    "weight": _plain("weight"),
    "due_on": _plain("due_on"),
    "reporting": _plain("reporting"),
    "priority": _plain("priority"),
    "product": _plain("product"),
    "tags": lambda values, ids: {"tags": "; ".join(values["tags"])},
    "discreet": lambda values, ids: {"discreet": int(values["discreet"])},
}
_FIGURES = frozenset({"plan", "kind", "direction", "measure"})
# What reminders that wait to be sent may say wrongly once it has changed.
_TOLD = frozenset({"title", "due_on", "doers", "unit", "discreet", "code", "priority", "plan"})


@dataclass(slots=True)
class Changed:
    """Assignments whose figures follow from something else now, and whose waiting reminders
    no longer tell what is so."""

    figures: set[int] = field(default_factory=set)
    told_anew: set[int] = field(default_factory=set)


def units(tx: Tx, steps: Sequence[Step], ids: Ids) -> None:
    place = tx.value("SELECT coalesce(max(place), 0) FROM units")
    for step in steps:
        if step.id is None:
            place += 1
            step.id = _save(tx, "units", _UNIT, step, ids, {"place": place})
        else:
            _save(tx, "units", _UNIT, step, ids)
        if "code" in step.values:
            ids.units[step.values["code"]] = step.id
    for step in steps:
        if "parent" in step.values:
            parent = ids.unit(step.values["parent"])
            tx.run("UPDATE units SET parent_id = :parent WHERE id = :id", parent=parent, id=step.id)


def people(tx: Tx, steps: Sequence[Step], ids: Ids) -> None:
    for step in steps:
        new = step.id is None
        step.id = _save(tx, "people", _PERSON, step, ids)
        if new:
            ids.people[step.values["code"]] = step.id


def posts(tx: Tx, steps: Sequence[Step], ids: Ids) -> None:
    """A person who had left and holds a post again is invited anew."""
    for step in steps:
        step.id = _save(tx, "memberships", _POST, step, ids)
        tx.run(
            "UPDATE people SET state = 'invited' WHERE state = 'left' AND erased_at IS NULL AND id"
            " = (SELECT person_id FROM memberships WHERE id = :id AND valid_to IS NULL)",
            id=step.id,
        )


def documents(tx: Tx, steps: Sequence[Step], ids: Ids) -> None:
    for step in steps:
        new = step.id is None
        step.id = _save(tx, "documents", _DOCUMENT, step, ids)
        if new:
            ids.documents[step.values["code"]] = step.id
        else:
            tx.run("UPDATE documents SET version = version + 1 WHERE id = :id", id=step.id)
    for step in steps:
        if "parent" in step.values:
            parent = ids.document(step.values["parent"])
            tx.run(
                "UPDATE documents SET parent_id = :parent WHERE id = :id", parent=parent, id=step.id
            )


def assignments(tx: Tx, now: datetime, steps: Sequence[Step], ids: Ids) -> Changed:
    changed = Changed()
    for step in steps:
        values = step.values
        if step.id is None:
            code = normal_code(values["code"]) or values["code"]
            more = {"code": code, "created_at": stamp(now)}
            step.id = _save(tx, "assignments", _ASSIGNMENT, step, ids, more)
            ids.assignments[values["year"], code, values["unit"]] = step.id
        else:
            _save(tx, "assignments", _ASSIGNMENT, step, ids)
            tx.run("UPDATE assignments SET version = version + 1 WHERE id = :id", id=step.id)
            if _FIGURES & values.keys():
                changed.figures.add(step.id)
            if _TOLD & values.keys():
                changed.told_anew.add(step.id)
        _save_involved(tx, step.id, values, ids)
    years = {place_id: place[0] for place, place_id in ids.assignments.items()}
    for step in steps:
        if step.id is not None and step.values.get("parent") is not None:
            _save_parent(tx, step.id, years[step.id], step.values["parent"], ids)
    return changed


def _save_parent(tx: Tx, assignment_id: int, year: int, parent: str, ids: Ids) -> None:
    """`parent` is "CT3 (BTC)", or "" for none."""
    parent_id = None
    if parent:
        code, _, unit = parent.partition(" (")
        parent_id = ids.assignments[year, code, unit.removesuffix(")")]
    tx.run(
        "UPDATE assignments SET parent_id = :parent WHERE id = :id AND parent_id IS NOT :parent",
        parent=parent_id,
        id=assignment_id,
    )


def _save_involved(tx: Tx, assignment_id: int, values: Values, ids: Ids) -> None:
    """People and units of an assignment, and its plans, where the step names them."""
    named: list[tuple[str, str]] = []
    for name, part in (("doers", "doer"), ("overseers", "overseer"), ("monitoring", "monitor")):
        if name not in values:
            continue
        tx.run(
            "DELETE FROM assignment_people WHERE assignment_id = :id AND part = :part",
            id=assignment_id,
            part=part,
        )
        named += [(part, who) for who in values[name] if part != "monitor" or who not in ids.units]
    for part, who in named:
        person = ids.people.get(who)
        tx.insert(
            "INSERT INTO assignment_people (assignment_id, part, person_id, title)"
            " VALUES (:id, :part, :person, :title)",
            id=assignment_id,
            part=part,
            person=person,
            title="" if person else who,
        )
    for part in ("coordinating", "monitoring"):
        if part not in values:
            continue
        tx.run(
            "DELETE FROM assignment_units WHERE assignment_id = :id AND part = :part",
            id=assignment_id,
            part=part,
        )
        for unit in {ids.units[code] for code in values[part] if code in ids.units}:
            tx.run(
                "INSERT INTO assignment_units (assignment_id, unit_id, part)"
                " VALUES (:id, :unit, :part)",
                id=assignment_id,
                unit=unit,
                part=part,
            )
    if "plans" in values:
        tx.run("DELETE FROM plans WHERE assignment_id = :id", id=assignment_id)
        tx.run_each(
            "INSERT INTO plans (assignment_id, period, plan) VALUES (:id, :period, :plan)",
            [
                {"id": assignment_id, "period": period, "plan": plan}
                for period, plan in values["plans"].items()
            ],
        )


def remember(tx: Tx, steps: Sequence[Step], letters: Mapping[str, str]) -> None:
    """Keeps what this import left in each row, so that the next one sees what chat changed."""
    for step in steps:
        name = f"{REMEMBERED}{letters[step.kind]}:{step.id}"
        before = tx.value("SELECT value FROM facts WHERE name = :name", name=name)
        signs = {**(json.loads(before) if before else {}), **step.remember}
        tx.run(
            "INSERT INTO facts (name, value) VALUES (:name, :value)"
            " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            name=name,
            value=json.dumps(signs),
        )


def _save(
    tx: Tx,
    table: str,
    columns: Columns,
    step: Step,
    ids: Ids,
    more: Mapping[str, Any] | None = None,
) -> int:
    """Inserts or updates one row from the fields that the step has; its id. Column names come
    from the tables above alone."""
    filled: dict[str, Any] = dict(more or {})
    for name, column in columns.items():
        if name in step.values:
            filled.update(column(step.values, ids))
    if step.extra is not None and table != "people":
        filled["extra"] = as_json(step.extra)
    if step.id is None:
        names = ", ".join(filled)
        marks = ", ".join(f":{name}" for name in filled)
        return tx.insert(f"INSERT INTO {table} ({names}) VALUES ({marks})", **filled)
    if filled:
        changes = ", ".join(f"{name} = :{name}" for name in filled)
        tx.run(f"UPDATE {table} SET {changes} WHERE id = :id", id=step.id, **filled)
    return step.id
