"""A report as one might type it now: of one's own most urgent work, or that of the unit that is
reported for, for those who have any.

One query, so never on the path of a report that is recorded. Says nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from domain.progress import Work
from handlers.phrases import example
from handlers.subjects import my_work, reports
from handlers.turn import Turn

GENERAL = "CT12 60%"  # for those who have no work of their own
_MOST = 5  # looked at for one whose name may travel


def own_example(turn: Turn) -> str:
    """ "NV07 80%", "CT03 50 đảng viên"."""
    return example_of(turn, my_work(turn, _MOST) if turn.person and reports(turn) else [])


def example_of(turn: Turn, works: Sequence[Work]) -> str:
    """The same of the first of these whose name may travel."""
    work = next((each for each in works if not each.assignment.discreet), None)
    return f"{work.shown_code} {example(turn, work)}" if work else GENERAL
