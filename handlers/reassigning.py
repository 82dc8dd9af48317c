"""The office puts right for which unit it reported: the figure goes from the one, and is taken down
for the other, whose source is asked. Which words say so is for domain/misplaced_words.py.
"""

from __future__ import annotations

from typing import NamedTuple

from db import assignments, progress, units
from domain.mention import codes_in, without_codes
from domain.misplaced_words import placed
from domain.period import days_of, period_of
from domain.person import OFFICE
from domain.progress import DONE, IN_PERIOD, Reported, Work
from domain.unit import Unit
from domain.wording import figure, said_percent
from handlers import reporting_for, reporting_for_unit
from handlers.spanning import with_time
from handlers.timing import reporting_of
from handlers.turn import Turn
from handlers.undoing import standing_for, take_back

_TYPED = "vi"  # what people type stays Vietnamese
_LONGEST = 120  # characters; a longer text says more than this


class _Told(NamedTuple):
    """What the office reported for a unit; `gone`: it was taken back already, and the right figure
    is asked for."""

    work: Work
    row: Reported
    gone: bool


def try_words(turn: Turn) -> bool:
    """Whether the message says that what was last reported for one unit is another's."""
    if turn.incoming.forwarded or not turn.me.has_role(OFFICE):
        return False
    text = turn.incoming.text
    told = _told(turn) if len(text) <= _LONGEST else None
    if told is None:
        return False
    a = told.work.assignment
    if set(codes_in(text)) - {a.code}:
        return False
    named, bare = units.named_in(turn.tx, without_codes(text, ""), turn.today)
    said = placed(bare, answers=told.gone) if named else None
    if said is None or len(said[0]) != len(named):
        return False
    right = next(
        (unit for unit, is_right in zip(named, said[0], strict=True) if is_right == "C"), None
    )
    wrong = next(
        (unit for unit, is_right in zip(named, said[0], strict=True) if is_right == "W"), None
    )
    if right is not None and right.id == a.unit_id and wrong is None and not told.gone:
        right = None  # "nhầm phường 8"
    elif (right is not None and right.id == a.unit_id) or (wrong and wrong.id != a.unit_id):
        return False
    _give(turn, told, right, said[1])
    return True


def _told(turn: Turn) -> _Told | None:
    """What may be meant: the one report that is being put right, else the one told here last."""
    waiting = turn.conversation
    if waiting is not None:
        if waiting.state != "correcting.figure" or not waiting.data.get("told"):
            return None
        rows = [(int(waiting.data["about"]), int(each)) for each in waiting.data["instead"]]
        row = progress.get(turn.tx, rows[0][1]) if len(rows) == 1 else None
        work = assignments.get(turn.tx, rows[0][0]) if row else None
        return _Told(work, row, True) if work is not None and row is not None else None
    last = progress.last_of(turn.tx, turn.incoming.at, turn.me.id)
    if len(last) != 1 or last[0][1].reported_by != turn.me.id:
        return None
    work = assignments.get(turn.tx, last[0][0])
    return None if work is None else _Told(work, last[0][1], False)


def _give(turn: Turn, told: _Told, unit: Unit | None, figure_told: str) -> None:
    """It goes, if it has not gone; the same figure, or the one that is told, is then of the unit,
    which is asked for where it was not named."""
    if told.gone:
        turn.end()
        turn.conversation = None
    elif standing_for(turn, told.work.assignment.id, told.row) is None:
        return
    else:
        take_back(turn, (told.work.assignment.id, told.row), alone=False)
    words = f"{told.work.shown_code} {figure_told or _as_typed(turn, told)}"
    if unit is None:
        reporting_for_unit.ask_of(turn, words)
    else:
        reporting_for.begin(turn, unit, words)


def _as_typed(turn: Turn, told: _Told) -> str:
    """The figure as one would type it, with its time where that is not the one under way."""
    report, a = told.row.report, told.work.assignment
    if report.intent == DONE:
        said = "xong"
    elif report.value is not None:
        said = figure(report.value, a.measure, _TYPED)
    else:
        said = said_percent(report.percent, _TYPED) if report.percent is not None else ""
    if report.note:
        said = f"{said}, {report.note}" if said else report.note
    if report.estimate:
        said = f"ước {said}"
    period = told.row.period
    first, last = days_of(period)
    now = period_of(turn.today, reporting_of(told.work))
    if report.value is None or (period == now and report.basis != IN_PERIOD):
        return said
    alone = report.basis == IN_PERIOD
    return with_time(told.work, (first if alone else first.replace(month=1, day=1), last), said)
