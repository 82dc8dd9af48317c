"""An assignment: a target (measured) or a task (percent), and the class that it is in today."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

TARGET, TASK = "target", "task"

IN_TIME, DUE_SOON, OVERDUE, DONE_IN_TIME, DONE_LATE, AWAITING, SUSPENDED, CANCELLED, NO_DEADLINE = (
    "in_time",
    "due_soon",
    "overdue",
    "done_in_time",
    "done_late",
    "awaiting",
    "suspended",
    "cancelled",
    "no_deadline",
)
STATUSES = (
    IN_TIME,
    DUE_SOON,
    OVERDUE,
    DONE_IN_TIME,
    DONE_LATE,
    AWAITING,
    SUSPENDED,
    CANCELLED,
    NO_DEADLINE,
)

DUE_SOON_DAYS = 3  # "sắp đến hạn": orange at one to three days


class Assignment(NamedTuple):
    """One target or task of one unit. `state` is what was decided (open, done, awaiting,
    suspended, cancelled); the status class follows from it and the day. Figures are those of
    the latest report that stands, which may be an `estimate`; `value` in `measure`, `percent` of
    the plan or of the work."""

    id: int
    year: int
    code: str
    unit_id: int
    kind: str
    title: str
    field: str = ""
    document_id: int | None = None
    measure: str | None = None
    direction: str = "up"  # up, down, keep, at_most
    last_year: float | None = None
    plan: float | None = None
    due_on: date | None = None
    reporting: str | None = None  # week, month, quarter, half, nine_months, year, on_demand
    priority: str = "normal"  # normal, key, urgent
    discreet: bool = False  # only code and deadline travel over chat
    parent_id: int | None = None
    state: str = "open"
    done_on: date | None = None
    percent: float | None = None
    value: float | None = None
    blocked: bool = False
    last_reported_at: str | None = None
    version: int = 1
    estimate: bool = False

    @property
    def subject(self) -> str:
        return f"a:{self.id}"

    @property
    def is_open(self) -> bool:
        return self.state in ("open", "awaiting")

    def status_on(self, today: date) -> str:
        """Its status class on `today`."""
        return status(self.state, self.due_on, self.done_on, today, self.has_reached_plan)

    @property
    def has_reached_plan(self) -> bool:
        """Whether nothing is left to be done by the deadline, though it is not closed yet."""
        return self.state == "open" and reaches(
            self.kind, self.direction, self.plan, self.value, self.percent, self.estimate
        )


def reaches(
    kind: str,
    direction: str,
    plan: float | None,
    value: float | None,
    percent: float | None,
    estimate: bool,
) -> bool:
    """Whether a target that is to rise has what was planned. Of any other direction only the
    deadline shows it: a ceiling may still be passed, a rate may still fall. An estimate only says
    that it will be there."""
    if kind != TARGET or direction != "up" or plan is None or estimate:
        return False
    return value >= plan if value is not None else percent is not None and percent >= 100


def status(
    state: str, due_on: date | None, done_on: date | None, today: date, reached: bool = False
) -> str:
    """The status class on `today`. A deadline is in time until the end of its day; what has
    `reached` its plan is in time for good."""
    if state == "done":
        late = due_on is not None and done_on is not None and done_on > due_on
        return DONE_LATE if late else DONE_IN_TIME
    if state in (AWAITING, SUSPENDED, CANCELLED):
        return state
    if due_on is None:
        return NO_DEADLINE
    if reached:
        return IN_TIME
    if due_on < today:
        return OVERDUE
    return DUE_SOON if (due_on - today).days <= DUE_SOON_DAYS else IN_TIME
