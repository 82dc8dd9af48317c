"""Writes imported reports, and what stands in their assignments afterwards."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime, time

from db import assignments, progress
from db.importing_ids import Ids
from db.transaction import Tx
from domain.instants import at_local, stamp
from domain.progress import replay
from domain.sheet.plan import Step

_NOON = time(12, 0)


def add_reports(tx: Tx, now: datetime, steps: Sequence[Step], ids: Ids) -> set[int]:
    """Adds the reports; the ids of their assignments. A report counts from noon of its day."""
    rows = []
    for step in steps:
        _, year, code, unit = step.key.split("|", 3)
        values = step.values
        at = min(at_local(date.fromisoformat(values["as_of"]), _NOON), now)
        rows.append(
            {
                "assignment": ids.assignments[int(year), code, unit],
                "person": ids.person(values["person"]),
                "intent": values["intent"],
                "percent": values["percent"],
                "value": values["value"],
                "basis": values["basis"],
                "estimate": int(values["estimate"]),
                "period": values["period"],
                "as_of": values["as_of"],
                "blocked": int(values["blocked"]),
                "note": values["note"],
                "source": values["source"],
                "at": stamp(at),
            }
        )
    tx.run_each(
        "INSERT INTO progress (assignment_id, person_id, origin, intent, percent, value, basis,"
        " estimate, period, as_of, blocked, note, source, reported_at)"
        " VALUES (:assignment, :person, 'import', :intent, :percent, :value, :basis, :estimate,"
        " :period, :as_of, :blocked, :note, :source, :at)",
        rows,
    )
    return {int(row["assignment"]) for row in rows}


def recompute(tx: Tx, assignment_ids: Collection[int]) -> None:
    """Brings figures and state of these assignments to what all their reports say."""
    for work in assignments.these(tx, assignment_ids):
        a = work.assignment
        reports = progress.standing(tx, a.id)
        if not reports:
            continue
        held = replay(work, reports)
        state = a.state
        if held.done_on is not None and state == "open":
            state = "done"
        elif held.done_on is None and state == "done":
            # What was closed by a decision stays closed unless a later day says otherwise.
            if a.done_on is not None and reports[-1].as_of > a.done_on:
                state = "open"
            else:
                held = held._replace(done_on=a.done_on)
        assignments.moved(tx, a, held, state)
