"""Imports a spreadsheet that was read: all of it or nothing, inside the caller's transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from db import audit, exporting, outbox, progress, reminders
from db import importing_rows as rows
from db.importing_closing import close
from db.importing_ids import Ids
from db.importing_progress import add_reports, recompute
from db.transaction import Tx
from domain.committee import Committee
from domain.instants import local_day
from domain.sheet.columns import ASSIGNMENTS, DOCUMENTS, PEOPLE, PROGRESS, UNITS
from domain.sheet.grid import Reading
from domain.sheet.importing import Register, codes_of_progress, last_report, plan_import
from domain.sheet.people import PERSON
from domain.sheet.plan import Kept, Plan, Step

# The letter of each kind in a subject ("a:12").
_LETTERS = {UNITS: "u", PERSON: "p", PEOPLE: "m", DOCUMENTS: "d", ASSIGNMENTS: "a"}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was planned, and whether it was done. With mistakes it never is."""

    plan: Plan
    done: bool
    closed: Sequence[str] = ()  # labels of what the file no longer names and was closed


def plan(tx: Tx, now: datetime, committee: Committee, reading: Reading) -> Plan:
    """What an import would do; writes nothing."""
    today = local_day(now, committee.zone)
    remembered = exporting.remembered(tx)

    def with_memory(kind: str, kept: list[Kept]) -> list[Kept]:
        for row in kept:
            row.remembered = remembered.get(f"{_LETTERS[kind]}:{row.id}", {})
        return kept

    codes, last = codes_of_progress(reading), last_report(reading)
    register = Register(
        units=with_memory(UNITS, exporting.units(tx, today)),
        people=with_memory(PERSON, exporting.people(tx)),
        posts=with_memory(PEOPLE, exporting.posts(tx, today)),
        documents=with_memory(DOCUMENTS, exporting.documents(tx)),
        assignments=with_memory(ASSIGNMENTS, exporting.assignments(tx)),
        progress=exporting.signs(tx, codes) if codes else {},
        since=exporting.told_since(tx, codes, last) if codes and last is not None else {},
        frozen=progress.frozen(tx, ""),
        language=committee.language,
    )
    return plan_import(reading, register, today)


def apply(
    tx: Tx,
    now: datetime,
    committee: Committee,
    reading: Reading,
    *,
    close_missing: bool = False,
    dry_run: bool = False,
    actor_id: int | None = None,
    membership_id: int | None = None,
) -> Outcome:
    """Imports the file unless there is a mistake in it or `dry_run`."""
    planned = plan(tx, now, committee, reading)
    if planned.mistakes or dry_run:
        return Outcome(planned, done=False)
    steps = [step for step in planned.steps if step.id is None or step.values or step.extra]
    if not steps and not (close_missing and planned.gone):
        return Outcome(planned, done=True)
    ids = Ids(tx)
    _write(tx, now, steps, ids)
    closed = close(tx, now, committee, planned.gone) if close_missing else ()
    audit.record(
        tx,
        now,
        "import",
        "register",
        actor_id=actor_id,
        membership_id=membership_id,
        text=counts_in_words(planned),
    )
    # Reminders whose day had passed before the row was here are never sent.
    reminders.skip_past(tx, now, committee)
    return Outcome(planned, done=True, closed=closed)


def _write(tx: Tx, now: datetime, steps: Sequence[Step], ids: Ids) -> None:
    """Carries out the steps; what is referred to comes before what refers to it."""
    by_kind: dict[str, list[Step]] = {}
    for step in steps:
        by_kind.setdefault(step.kind, []).append(step)
    rows.units(tx, by_kind.get(UNITS, ()), ids)
    rows.people(tx, by_kind.get(PERSON, ()), ids)
    rows.posts(tx, by_kind.get(PEOPLE, ()), ids)
    rows.documents(tx, by_kind.get(DOCUMENTS, ()), ids)
    changed = rows.assignments(tx, now, by_kind.get(ASSIGNMENTS, ()), ids)
    rows.remember(tx, [step for step in steps if step.kind in _LETTERS], _LETTERS)
    reported = add_reports(tx, now, by_kind.get(PROGRESS, ()), ids)
    recompute(tx, reported | changed.figures)
    for assignment_id in reported | changed.told_anew:
        outbox.cancel_unsent_about(tx, f"a:{assignment_id}", "imported")


def counts_in_words(planned: Plan) -> str:
    """ "30 đơn vị mới, 65 cán bộ mới, …" for a person or the log."""
    names = {
        UNITS: "đơn vị",
        PERSON: "cán bộ",
        PEOPLE: "chức vụ",
        DOCUMENTS: "văn bản",
        ASSIGNMENTS: "nhiệm vụ, chỉ tiêu",
        PROGRESS: "dòng tiến độ",
    }
    parts: list[str] = []
    for kind, name in names.items():
        counts: Any = planned.counts.get(kind)
        if counts is None:
            continue
        parts += [
            f"{number} {name} {what}"
            for number, what in (
                (counts.new, "mới"),
                (counts.changed, "thay đổi"),
                (counts.conflicts, "xung đột"),
            )
            if number
        ]
    return ", ".join(parts) or "không có gì thay đổi"
