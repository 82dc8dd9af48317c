"""The office reports for somebody who telephoned or wrote on paper, naming the source.

1. Which unit? (handlers/reporting_for_unit.py)  2. Which work and figure?  3. Where from? Choosing
the source records it.
"""

from __future__ import annotations

from typing import Any

from db import assignments, lists, people, units
from db.conversations import Conversation
from domain.mention import before_code, codes_in
from domain.message import Choice, lines
from domain.person import LEAD, REPORTER
from domain.progress import Work, report_of
from domain.source_words import is_source, may_be_source
from domain.standing_words import says_renounced
from domain.unit import Unit
from handlers import asking, taking_down
from handlers.answering import say_back
from handlers.examples import example_of
from handlers.guessing import is_digit
from handlers.phrases import named, shortened
from handlers.recording import Behalf, Entry, write
from handlers.sifting import Sifted, Unclear, fitting, reread, sift, tells
from handlers.turn import Turn
from handlers.words import correction

_MOST = 6
_LONGEST_FIGURE = 200  # characters, of one without a code


def may(turn: Turn, unit_id: int) -> bool:
    """Whether who spoke may report for the unit; otherwise that is said and noted."""
    if people.may(turn.tx, turn.me, "report_for", unit_id) is not None:
        return True
    turn.record("denied", f"u:{unit_id}", "report_for")
    turn.say(turn.words("reporting_for.not_office", voice=turn.committee.voice))
    return False


def begin(turn: Turn, unit: Unit, text: str = "") -> None:
    """Step 2 for this unit; `text` answers it already."""
    if text and may(turn, unit.id):
        taking_down.begin(turn, "reporting_for.figures", unit.id)
        _take(turn, unit.id, text, [], [])
    elif not text:
        _ask_figures(turn, unit)


def _ask_figures(turn: Turn, unit: Unit) -> None:
    if not may(turn, unit.id):
        return
    taking_down.begin(turn, "reporting_for.figures", unit.id)
    works = _open_work(turn, unit.id)
    turn.say(
        lines(
            turn.words("reporting_for.figures", unit=unit.name, example=example_of(turn, works)),
            *(f"• {named(work)}" for work in works),
        )
    )


def _open_work(turn: Turn, unit_id: int) -> list[Work]:
    return lists.mine(turn.tx, lists.Seat([], [unit_id], [unit_id], []), _MOST)


def ask_figures(turn: Turn) -> None:
    """Step 2, once more."""
    data = taking_down.held(turn)
    if unclear := taking_down.unclear_of(turn, data.get("unclear", [])):
        _ask_unclear(turn, int(data["unit"]), data["items"], unclear)
        return
    if figure := data.get("figure"):
        _take(turn, int(data["unit"]), str(figure), data["items"], [])
        return
    unit = units.get(turn.tx, int(data["unit"]))
    if unit is not None:
        _ask_figures(turn, unit)


def take_figures(turn: Turn) -> None:
    """The answer to step 2: one or several codes with their figures, or the figure that was unclear
    before. What is clear is kept while the rest is asked about."""
    data = taking_down.held(turn)
    unit_id = int(data["unit"])
    if not may(turn, unit_id):
        return
    _take(
        turn,
        unit_id,
        turn.incoming.text,
        data.get("items", []),
        taking_down.unclear_of(turn, data.get("unclear", [])),
    )


def _take(turn: Turn, unit_id: int, text: str, items: list[Any], waiting: list[Unclear]) -> None:
    """Adds what the text says to the items and to what waits to be asked about."""
    found = sift(turn, text, unit_id, waiting[0] if waiting else None)
    if not (found.said or found.unclear or waiting):
        fits = _without_code(turn, unit_id, text)
        if len(fits) > 1:
            _ask_which(turn, unit_id, items, text, fits)
            return
        found = fits[0] if fits else found
    if found.said or found.unclear:
        _say_left_out(turn, unit_id, found)
        told = {work.assignment.id for work, _ in found.said}
        told |= {each.work.assignment.id for each in found.unclear}
        kept = [each for each in items if each[0] not in told]
        kept += [[work.assignment.id, item.as_json()] for work, item in found.said]
        rest = [each for each in waiting if each.work.assignment.id not in told]
        _go_on(turn, unit_id, kept, found.unclear + rest)
    elif waiting:
        _ask_unclear(turn, unit_id, items, waiting)
    elif found.question is not None and not codes_in(text):
        unit = units.get(turn.tx, unit_id)
        fields = {"unit": unit.name if unit else "", "text": text[:_LONGEST_FIGURE]}
        example = example_of(turn, _open_work(turn, unit_id))
        turn.say(turn.words("reporting_for.none_fits", example=example, **fields))
    elif found.question is not None:
        asked = found.question.worded(turn.language, turn.committee.address)
        turn.say(turn.words("reporting_for.unclear", question=asked))
    else:
        example = example_of(turn, _open_work(turn, unit_id))
        turn.say(turn.words("reporting_for.no_code", example=example))


def _without_code(turn: Turn, unit_id: int, text: str) -> list[Sifted]:
    """What a figure without a code may be of; or a code, or words of a title, that were typed for
    a figure without one."""
    held = str(taking_down.held(turn).get("figure", ""))
    if held and codes_in(text):
        found = sift(turn, f"{text} {held}", unit_id, None)
        return [found] if found.said or found.unclear else []
    if codes_in(text):
        return []
    return fitting(turn, text, unit_id) or (
        fitting(turn, f"{text} {held}", unit_id) if held else []
    )


def _ask_which(turn: Turn, unit_id: int, items: list[Any], text: str, fits: list[Sifted]) -> None:
    """Asks of which work a figure is that several take; it stays while that is asked."""
    text = text[:_LONGEST_FIGURE]
    taking_down.begin(turn, "reporting_for.figures", unit_id, items=items, figure=text)
    unit = units.get(turn.tx, unit_id)
    choices = [
        Choice(
            named(each.work, 40),
            "reporting_for.go_on",
            (
                unit_id,
                [kept for kept in items if kept[0] != each.work.assignment.id]
                + [[work.assignment.id, item.as_json()] for work, item in each.said],
                [taking_down.carried_of(unclear) for unclear in each.unclear],
            ),
        )
        for each in fits[:_MOST]
    ]
    turn.say(
        turn.words("reporting_for.which_work", text=text, unit=unit.name if unit else ""),
        tuple(choices),
    )


def _say_left_out(turn: Turn, unit_id: int, found: Sifted) -> None:
    """Nothing of what was typed is passed over in silence."""
    if found.foreign:
        unit = units.get(turn.tx, unit_id)
        codes, name = ", ".join(found.foreign), unit.name if unit else ""
        turn.say(turn.words("reporting_for.foreign", codes=codes, unit=name))
    if found.silent:
        turn.say(turn.words("reporting_for.silent", codes=", ".join(found.silent)))


def go_on(turn: Turn) -> None:
    """Choice: what was meant, or that it is left out; args: the unit, what is kept then, and what
    is still unclear."""
    unit_id, kept, unclear = turn.args
    if may(turn, int(unit_id)):
        _go_on(turn, int(unit_id), kept, taking_down.unclear_of(turn, unclear))


def _go_on(turn: Turn, unit_id: int, kept: list[Any], unclear: list[Unclear]) -> None:
    if unclear:
        _ask_unclear(turn, unit_id, kept, unclear)
    else:
        _ask_source(turn, unit_id, kept)


def _ask_unclear(turn: Turn, unit_id: int, kept: list[Any], unclear: list[Unclear]) -> None:
    """Asks about the first that is unclear, and shows what is kept meanwhile."""
    work = unclear[0].work
    question, readings = reread(turn, unclear[0])
    rest = [taking_down.carried_of(each) for each in unclear[1:]]
    taking_down.begin(
        turn,
        "reporting_for.figures",
        unit_id,
        items=kept,
        unclear=[taking_down.carried_of(each) for each in unclear],
    )
    choices = [
        Choice(
            asking.label_of(turn, label, items[0]),
            "reporting_for.go_on",
            (unit_id, kept + [[work.assignment.id, item.as_json()] for item in items], rest),
        )
        for label, items in readings[:_MOST]
    ]
    if kept or rest:
        shown = turn.words("reporting_for.leave_out", code=work.shown_code).plain
        choices.append(Choice(shown, "reporting_for.go_on", (unit_id, kept, rest)))
    asked = question.worded(turn.language, turn.committee.address)
    turn.say(
        lines(
            turn.words("reporting.unclear", name=named(work), question=asked),
            turn.words("reporting_for.kept") if kept else None,
            *taking_down.lines_of(turn, kept),
        ),
        tuple(choices),
    )


def _ask_source(turn: Turn, unit_id: int, kept: list[Any], typed: str = "") -> None:
    """`typed`: what was said instead and names no source; it is one if they choose so."""
    taking_down.begin(turn, "reporting_for.source", unit_id, items=kept)
    unit = units.get(turn.tx, unit_id)
    sources = taking_down.usual_sources(turn)
    if typed and may_be_source(typed):
        said = turn.words("reporting_for.source.as_typed", source=shortened(typed, 40)).plain
        sources[typed] = said
    turn.say(
        lines(
            turn.words("reporting_for.no_source", words=shortened(typed, 60)) if typed else None,
            turn.words("reporting_for.about_to", unit=unit.name if unit else ""),
            *taking_down.lines_of(turn, kept),
            turn.words("reporting_for.source"),
        ),
        tuple(
            Choice(shown, "reporting_for.record", (unit_id, kept, source))
            for source, shown in sources.items()
        ),
    )


def ask_source(turn: Turn) -> None:
    """Step 3, once more."""
    data = taking_down.held(turn)
    _ask_source(turn, int(data["unit"]), data["items"])


def take_source(turn: Turn) -> None:
    """The answer to step 3 in words: "BC 45-BC/ĐU ngày 08/6". Whoever says that something is wrong,
    or types a code with its figure, is still at step 2."""
    data = taking_down.held(turn)
    text = turn.incoming.text
    unit_id, items = int(data["unit"]), data["items"]
    yes = asking.kept(text)
    if adds_figures(turn):
        _take(turn, unit_id, text, items, [])
    elif (rest := correction(text)) is not None or yes is False:
        _put_right(turn, unit_id, items, rest or "")
    elif yes or is_digit(text):  # neither says from where
        _ask_source(turn, unit_id, items)
    elif is_source(text):
        _record(turn, unit_id, items, _as_kept(text))
    elif says_renounced(text):
        _leave(turn, unit_id)
    else:
        _ask_source(turn, unit_id, items, typed=_as_kept(text))


def _as_kept(text: str) -> str:
    return " ".join(text.split())[:200]


def _leave(turn: Turn, unit_id: int) -> None:
    """Nothing of this unit is recorded; what else waits is gone on with."""
    waiting = taking_down.others_waiting(turn, unit_id)
    turn.end()
    turn.say(turn.words("common.cancelled"))
    _go_on_waiting(turn, waiting)


def _put_right(turn: Turn, unit_id: int, items: list[Any], rest: str) -> None:
    """ "Sai, 28 tỷ": what is right takes the place of what is wrong, if it is clear of what."""
    works = {work.shown_code for work, _ in taking_down.items_of(turn, items)}
    if rest and not codes_in(rest) and len(works) == 1:
        rest = f"{works.pop()} {rest}"
    if codes_in(rest):
        _take(turn, unit_id, rest, items, [])
        return
    taking_down.begin(turn, "reporting_for.figures", unit_id, items=items)
    turn.say(turn.words("reporting_for.put_right"))


def adds_figures(turn: Turn) -> bool:
    """Whether the answer to step 3 tells of the unit's work, from the first word on."""
    before, told = before_code(turn.incoming.text)
    return not before and tells(turn, told, int(taking_down.held(turn)["unit"]))


def record(turn: Turn) -> None:
    """Choice: the source; args: the unit, the items, the source."""
    unit_id, kept, source = turn.args
    _record(turn, int(unit_id), kept, str(source))


def _record(turn: Turn, unit_id: int, kept: list[Any], source: str) -> None:
    waiting = taking_down.others_waiting(turn, unit_id)
    turn.end()
    if not may(turn, unit_id):
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
            entries.append(Entry(work, report_of(asking.item_of(item)), place, behalf=behalf))
    unit = units.get(turn.tx, unit_id)
    usual = taking_down.usual_sources(turn).get(source)
    turn.say(
        turn.words(
            "reporting_for.recorded",
            unit=unit.name if unit else "",
            source=usual.lower() if usual else source,  # a typed one keeps its capitals
        )
    )
    say_back(turn, write(turn, entries))
    _go_on_waiting(turn, waiting)


def _go_on_waiting(turn: Turn, waiting: list[list[Any]]) -> None:
    """Asks for the source of what was taken down before."""
    if waiting:
        *rest, (unit_id, items) = waiting
        held = {"unit": unit_id, "items": items, "waiting": rest}
        turn.conversation = Conversation("reporting_for.source", 1, held)
        _ask_source(turn, int(unit_id), items)
