"""What a digest is made from: counts, and the few assignments that it names. Words nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Named:
    """An assignment in a list; of a discreet one `title` and `note` are empty. Where each code
    stands once, `count` is how many units have it so; the one named is the longest overdue."""

    subject: str
    code: str
    title: str
    unit: str
    due_on: date | None = None
    blocked: bool = False
    note: str = ""
    count: int = 1


@dataclass(frozen=True, slots=True)
class Behind:
    """A target that may miss its plan: the unit that is furthest from it, and how many do."""

    subject: str
    code: str
    title: str
    unit: str
    count: int
    direction: str
    measure: str | None
    value: float
    wanted: float
    on: date  # the day of the figure, for which `wanted` was reckoned
    of_plan: bool = False  # only a share of the plan is known: both figures are such shares


@dataclass(frozen=True, slots=True)
class Unconfirmed:
    """A directive that not everybody has confirmed."""

    code: str
    subject: str
    confirmed: int
    recipients: int


@dataclass(frozen=True, slots=True)
class Classes:
    """How many assignments are in which class. `due`: those whose deadline has come."""

    assigned: int = 0
    done_in_time: int = 0
    done_late: int = 0
    in_time: int = 0
    overdue: int = 0
    reached: int = 0  # its day has passed, it has its plan, and nobody has closed it yet
    awaiting: int = 0
    suspended: int = 0
    no_deadline: int = 0
    due: int = 0
    due_done_in_time: int = 0
    due_done_late: int = 0
    due_today: int = 0  # still open on their very day
    soon: int = 0
    open: int = 0
    updated: int = 0  # of the open, those with a report in the last 30 days


@dataclass(frozen=True, slots=True)
class UnitClasses:
    """The classes of one unit."""

    unit: str
    classes: Classes

    @property
    def rate(self) -> float:
        """How much of its open work a unit has reported on, in percent."""
        return 100 * self.classes.updated / self.classes.open if self.classes.open else 100


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything that one digest says."""

    today: date
    classes: Classes
    units: tuple[UnitClasses, ...] = ()
    waiting: dict[str, int] = field(default_factory=dict)  # kind of request → how many
    behind: tuple[Behind, ...] = ()
    behind_count: int = 0
    judged: int = 0  # targets with a plan and a figure
    no_figures: int = 0
    late: tuple[Named, ...] = ()
    soon: tuple[Named, ...] = ()
    directives: tuple[Unconfirmed, ...] = ()
