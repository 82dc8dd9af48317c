"""The office reports for somebody who telephoned or wrote on paper, naming the source.

1. Which unit?  2. Which work and figure?  3. Where from? Choosing the source records it.
"""

from __future__ import annotations

from typing import Any

from db import assignments, lists, people, units
from domain.mention import codes_in
from domain.message import Choice, Text, joined, lines
from domain.person import LEAD, REPORTER
from domain.progress import ALONE, DROPS, FALLS, JUMPS, OVER_PLAN, PARTED, Work, doubt, report_of
from domain.reply.item import PROGRESS, Item, Question
from domain.unit import Unit
from domain.wording import figure, percent
from handlers import finishing
from handlers.answering import say_back
from handlers.asking import item_of
from handlers.phrases import named, reported
from handlers.recording import Behalf, Entry, write
from handlers.subjects import by_codes
from handlers.turn import Turn
from handlers.understanding import understood

_MOST = 6
_KEPT = (PROGRESS, "done", "not_started", "blocked")
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


def report_for(turn: Turn) -> None:
    """`baothay`: begins."""
    ask_unit(turn)


def ask_unit(turn: Turn) -> None:
    """Step 1."""
    turn.begin("reporting_for.unit")
    turn.say(turn.words("reporting_for.unit"))


def take_unit(turn: Turn) -> None:
    """The answer to step 1: a unit by name or code, or somebody of it by name."""
    found = units.called(turn.tx, turn.incoming.text, turn.today)
    if len(found) == 1:
        _ask_figures(turn, found[0])
    elif found:
        turn.say(
            turn.words("reporting_for.which_unit"),
            tuple(Choice(unit.name, "reporting_for.chosen", (unit.id,)) for unit in found[:_MOST]),
        )
    else:
        turn.say(turn.words("reporting_for.no_unit", words=turn.incoming.text.strip()))


def chosen(turn: Turn) -> None:
    """Choice: the unit; args: its id."""
    unit = units.get(turn.tx, int(turn.args[0]))
    if unit is not None and _may(turn, unit.id):
        _ask_figures(turn, unit)


def _may(turn: Turn, unit_id: int) -> bool:
    if people.may(turn.tx, turn.me, "report_for", unit_id) is not None:
        return True
    turn.record("denied", f"u:{unit_id}", "report_for")
    turn.say(turn.words("reporting_for.not_office", voice=turn.committee.voice))
    return False


def _ask_figures(turn: Turn, unit: Unit) -> None:
    if not _may(turn, unit.id):
        return
    turn.begin("reporting_for.figures", unit=unit.id)
    works = lists.mine(turn.tx, lists.Seat([], [unit.id], [unit.id], []), _MOST)
    turn.say(
        lines(
            turn.words("reporting_for.figures", unit=unit.name),
            *(f"• {named(work)}" for work in works),
        )
    )


def ask_figures(turn: Turn) -> None:
    """Step 2, once more."""
    unit = units.get(turn.tx, int(_data(turn)["unit"]))
    if unit is not None:
        _ask_figures(turn, unit)


def _data(turn: Turn) -> dict[str, Any]:
    return turn.conversation.data if turn.conversation else {}


def take_figures(turn: Turn) -> None:
    """The answer to step 2: one or several codes with their figures."""
    unit_id = int(_data(turn)["unit"])
    if not _may(turn, unit_id):
        return
    text = turn.incoming.text
    found = by_codes(turn, codes_in(text), [unit_id])
    by_code = {code: works[0] for code, works in found.items()}
    only = next(iter(by_code.values())) if len(by_code) == 1 else None
    reading = understood(turn, text, only, by_code)
    said = [
        (work, item)
        for item in reading.items
        if item.intent in _KEPT
        and (work := by_code.get(item.code) if item.code else only) is not None
    ]
    if not reading.confident:
        question = reading.question or Question("reporting.figure_wanted")
        asked = question.worded(turn.language, turn.committee.address)
        turn.say(turn.words("reporting_for.unclear", question=asked))
    elif not said:
        turn.say(turn.words("reporting_for.no_code"))
    else:
        _ask_source(turn, unit_id, said)


def _ask_source(turn: Turn, unit_id: int, said: list[tuple[Work, Item]]) -> None:
    kept = [[work.assignment.id, item.as_json()] for work, item in said]
    turn.begin("reporting_for.source", unit=unit_id, items=kept)
    unit = units.get(turn.tx, unit_id)
    turn.say(
        lines(
            turn.words("reporting_for.about_to", unit=unit.name if unit else ""),
            *(_to_be_kept(turn, work, item) for work, item in said),
            turn.words("reporting_for.source"),
        ),
        tuple(
            Choice(shown, "reporting_for.record", (unit_id, kept, source))
            for source, shown in _sources(turn).items()
        ),
    )


def _sources(turn: Turn) -> dict[str, str]:
    """Each usual source as it is kept, in the committee's language, and as it is shown here."""
    keeping = turn.towards(turn.committee.language)
    return {keeping.words(key).plain: turn.words(key).plain for key in _SOURCES}


def _to_be_kept(turn: Turn, work: Work, item: Item) -> Text:
    """A line with what will be recorded, and with the doubt where there is one."""
    report = report_of(item)
    line = joined(": ", (f"• {named(work)}", reported(turn, work, report)))
    if finishing.doubt(turn, work, report):
        return line + " " + turn.words("reporting_for.doubt.all").plain
    why = doubt(work, report)
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


def ask_source(turn: Turn) -> None:
    """Step 3, once more."""
    data = _data(turn)
    said = [
        (work, item_of(item))
        for assignment_id, item in data["items"]
        if (work := assignments.get(turn.tx, int(assignment_id))) is not None
    ]
    _ask_source(turn, int(data["unit"]), said)


def take_source(turn: Turn) -> None:
    """The answer to step 3 in words: "BC 45-BC/ĐU ngày 08/6"."""
    data = _data(turn)
    _record(turn, int(data["unit"]), data["items"], " ".join(turn.incoming.text.split())[:200])


def record(turn: Turn) -> None:
    """Choice: the source; args: the unit, the items, the source."""
    unit_id, kept, source = turn.args
    _record(turn, int(unit_id), kept, str(source))


def _record(turn: Turn, unit_id: int, kept: list[Any], source: str) -> None:
    turn.end()
    if not _may(turn, unit_id):
        return
    told = people.of_unit(turn.tx, unit_id, turn.today, (LEAD,)) or people.of_unit(
        turn.tx, unit_id, turn.today, (REPORTER,)
    )
    # Of several reporters nobody knows who telephoned: then the report is the unit's.
    behalf = Behalf(told[0].id if len(told) == 1 else None, source)
    entries = []
    for place, (assignment_id, item) in enumerate(kept):
        work = assignments.get(turn.tx, int(assignment_id))
        if work is not None and work.assignment.unit_id == unit_id:
            entries.append(Entry(work, report_of(item_of(item)), place, behalf=behalf))
    unit = units.get(turn.tx, unit_id)
    usual = _sources(turn).get(source)
    turn.say(
        turn.words(
            "reporting_for.recorded",
            unit=unit.name if unit else "",
            source=usual.lower() if usual else source,  # a typed one keeps its capitals
        )
    )
    say_back(turn, write(turn, entries))
