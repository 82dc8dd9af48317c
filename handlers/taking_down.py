"""What the office has taken down for a unit and not recorded yet: how it is carried from message to
message, how it is shown, and what of other units waits behind it. Records nothing.
"""

from __future__ import annotations

from typing import Any

from db import assignments
from domain.message import Text, joined
from domain.progress import ALONE, DROPS, FALLS, JUMPS, OVER_PLAN, PARTED, Work, doubt, report_of
from domain.reply.item import Item
from domain.wording import figure, percent
from handlers import asking, finishing, stalling
from handlers.phrases import named, reported
from handlers.sifting import Unclear
from handlers.turn import Turn

_SOURCES = (
    "reporting_for.source.telephone",
    "reporting_for.source.paper",
    "reporting_for.source.message",
)
_DOUBTS = {
    FALLS: "reporting_for.doubt.falls",
    DROPS: "reporting_for.doubt.falls",
    ALONE: "reporting_for.doubt.alone",
    JUMPS: "reporting_for.doubt.jumps",
    OVER_PLAN: "reporting_for.doubt.over_plan",
    PARTED: "reporting_for.doubt.parted",
}


def held(turn: Turn) -> dict[str, Any]:
    """What the open conversation carries."""
    return turn.conversation.data if turn.conversation else {}


def begin(turn: Turn, state: str, unit_id: int, **data: Any) -> None:
    """The step for this unit; what was taken down for another one, and has no source yet, waits."""
    turn.begin(state, unit=unit_id, waiting=others_waiting(turn, unit_id), **data)


def others_waiting(turn: Turn, unit_id: int) -> list[list[Any]]:
    """[unit, items] of each other unit that was taken down here and is still without its source."""
    before = held(turn)
    if "unit" not in before:
        return []
    found = [each for each in before.get("waiting", []) if each[0] != unit_id]
    if before["unit"] != unit_id and before.get("items"):
        found.append([before["unit"], before["items"]])
    return found


def carried_of(unclear: Unclear) -> list[Any]:
    """What is unclear, as a conversation or a choice carries it."""
    return [unclear.work.assignment.id, unclear.text]


def unclear_of(turn: Turn, carried: list[Any]) -> list[Unclear]:
    """What is still to be asked about, of a conversation or a choice."""
    return [
        Unclear(work, text)
        for assignment_id, text in carried
        if (work := assignments.get(turn.tx, int(assignment_id))) is not None
    ]


def items_of(turn: Turn, kept: list[Any]) -> list[tuple[Work, Item]]:
    """The works and items again that a conversation or a choice carries."""
    return [
        (work, asking.item_of(item))
        for assignment_id, item in kept
        if (work := assignments.get(turn.tx, int(assignment_id))) is not None
    ]


def usual_sources(turn: Turn) -> dict[str, str]:
    """Each usual source as it is kept, in the committee's language, and as it is shown here."""
    keeping = turn.towards(turn.committee.language)
    return {keeping.words(key).plain: turn.words(key).plain for key in _SOURCES}


def lines_of(turn: Turn, kept: list[Any]) -> list[Text]:
    """A line for each of what was taken down."""
    return [_line(turn, work, item) for work, item in items_of(turn, kept)]


def _line(turn: Turn, work: Work, item: Item) -> Text:
    """A line with what will be recorded, and with the doubt where there is one."""
    report = report_of(item)
    line = joined(": ", (f"• {named(work)}", reported(turn, work, report)))
    if finishing.doubt(turn, work, report):
        return line + " " + turn.words("reporting_for.doubt.all").plain
    why = FALLS if stalling.doubt(work, report, "") else doubt(work, report)
    if why is None:
        return line
    a = work.assignment
    former = (
        percent(a.percent or 0, turn.language)
        if report.value is None
        else figure(a.value or 0, a.measure, turn.language)
    )
    return (
        line
        + " "
        + turn.words(
            _DOUBTS[why],
            former=former,
            plan=figure(a.plan, a.measure, turn.language) if a.plan is not None else "",
            measure=a.measure or "",
        ).plain
    )
