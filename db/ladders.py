"""The ladders of one run: of each open assignment the newest step whose day has come, and whether
the books hold it already. Knows no people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from db.calendar import calendar
from db.occurrences import RETURNED, SKIPPED, TOLD, Known, key
from db.open_work import OpenWork, reported_in
from db.transaction import Tx
from domain.committee import Committee
from domain.notice import Telling
from domain.reminder import Round, Rung, Step, ladder, passed, round_steps, rounds, rungs

DIRECTIVE_LADDER = ladder(("-1wd", "0d"))


@dataclass(frozen=True, slots=True)
class Ripe:
    """One ladder of one subject: its newest rung, those before it, the date they belong to."""

    subject: str
    due_on: date
    rung: Rung
    before: tuple[Rung, ...] = ()

    def standing(self, person_id: int, known: Known) -> bool:
        """Whether the newest rung was told to this person, or passed over."""
        return bool(self._states(person_id, known) - {RETURNED})

    def passed_over(self, person_id: int, known: Known) -> bool:
        """Whether the newest rung was past when the ledger began."""
        return self._states(person_id, known) == {SKIPPED}

    def tellings(self, since: date) -> list[Telling]:
        """The newest rung is told; what was missed before it, from `since`, is passed over."""
        missed = [name for rung in self.before if rung.day >= since for name in rung.steps]
        return [
            *[Telling(self.subject, name, self.due_on, TOLD) for name in self.rung.steps],
            *[Telling(self.subject, name, self.due_on, SKIPPED) for name in missed],
        ]

    def _states(self, person_id: int, known: Known) -> set[str]:
        day = self.due_on.isoformat()
        keys = (key(person_id, self.subject, name, day) for name in self.rung.steps)
        return {known[name] for name in keys if name in known}


class Ladders:
    """`deadline` and `in_round` of every open assignment on `today`."""

    def __init__(self, tx: Tx, today: date, committee: Committee) -> None:
        self._tx, self._today = tx, today
        self._cut_off_day = committee.cut_off_day
        self.calendar = calendar(tx)
        self._steps = ladder(committee.reminders.ladder)
        self._passed: dict[date, tuple[Rung, ...]] = {}
        self._rounds: dict[str, list[tuple[Round, tuple[Rung, ...]]]] = {}
        self._reported: dict[Round, frozenset[int]] = {}

    def horizon(self) -> date:
        """The last deadline that may be spoken of today. Working days are fewer than calendar
        days, and Tết is long."""
        ahead = max((-step.days for step in self._steps), default=0)
        return self._today + timedelta(days=2 * max(ahead, 0) + 21)

    def deadline(self, work: OpenWork) -> Ripe | None:
        """The ladder of its own deadline; None before it begins, once a report came on the
        newest rung's day or after it, and for what has reached its plan."""
        if work.due_on is None or work.reached:
            return None
        if work.due_on not in self._passed:
            self._passed[work.due_on] = self.passed(work.due_on)
        come = self._passed[work.due_on]
        if not come or (work.reported_on is not None and work.reported_on >= come[-1].day):
            return None
        return Ripe(work.subject, work.due_on, come[-1], come[:-1])

    def in_round(self, work: OpenWork) -> tuple[Ripe | None, str]:
        """The ladder of its periodic report, and the period whose report is missing."""
        newest: Ripe | None = None
        missing = ""
        for each, come in self._of(work.reporting):
            if not come or not work.takes_part_in(each) or self._has_reported(work, each):
                continue
            if newest is None or come[-1].day >= newest.rung.day:
                newest = Ripe(work.subject, each.due_on, come[-1], come[:-1])
                missing = each.period
        return newest, missing

    def all_passed(self, work: OpenWork) -> list[tuple[date, tuple[Rung, ...]]]:
        """Every ladder of the assignment that has begun: its date, and the rungs that came."""
        found = [(each.due_on, come) for each, come in self._of(work.reporting)]
        if work.due_on is not None:
            found.append((work.due_on, self.passed(work.due_on)))
        return found

    def passed(self, due_on: date, steps: tuple[Step, ...] | None = None) -> tuple[Rung, ...]:
        """The rungs of a date whose day has come."""
        chosen = self._steps if steps is None else steps
        return passed(rungs(chosen, due_on, self.calendar), self._today)

    def _of(self, reporting: str | None) -> list[tuple[Round, tuple[Rung, ...]]]:
        if not reporting or reporting == "on_demand":
            return []
        if reporting not in self._rounds:
            steps = round_steps(self._steps, reporting)
            self._rounds[reporting] = [
                (each, self.passed(each.due_on, steps))
                for each in rounds(reporting, self._today, self._cut_off_day)
            ]
        return self._rounds[reporting]

    def _has_reported(self, work: OpenWork, each: Round) -> bool:
        if work.reported_at is None:
            return False
        if each not in self._reported:
            self._reported[each] = reported_in(self._tx, each, work.reporting or "")
        return work.id in self._reported[each]
