"""The part that a figure has in a reply: a name of the part, and why it is in doubt.

Values only; they are given in figures and among.
"""

from dataclasses import dataclass
from typing import Final

from domain.reply.marks import Figure

REACHED: Final = "reached"
REMAINING: Final = "remaining"
FROM: Final = "from"
PLANNED: Final = "planned"
TOTAL: Final = "total"
COMPARED: Final = "compared"
CHANGE: Final = "change"
FORESEEN: Final = "foreseen"
LABEL: Final = "label"
DETAIL: Final = "detail"
UNSURE: Final = "unsure"


@dataclass(slots=True)
class Role:
    """A figure's part. `of_plan`: "60% kế hoạch". `reason` says the doubt."""

    place: int
    figure: Figure
    part: str
    reason: str = ""
    of_plan: bool = False
    basis: str | None = None
    weak_basis: bool = False
