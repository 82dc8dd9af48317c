"""For which unit the office reports: asked, typed with the word or in front of the figures. What is
then taken down and recorded: handlers/reporting_for.py."""

from __future__ import annotations

from db import people, units
from domain.fold import clean, has_digit
from domain.mention import before_code
from domain.message import Choice
from domain.person import OFFICE
from domain.unit import Unit, before_figure, may_name_a_unit, names_a_unit, without_telling
from handlers import reporting_for
from handlers.sifting import tells
from handlers.subjects import own_units
from handlers.turn import Turn
from handlers.understanding import tells_something

_MOST = 6
_LONGEST = 200  # characters; a longer text is a paper in which units are named


def start(turn: Turn) -> None:
    """`baothay`: begins."""
    ask(turn)


def start_with(turn: Turn, words: str) -> None:
    """`baothay phường 7`, `baothay phường 7 CT12 20 tỷ`, `baothay phường 7 20 tỷ`."""
    _take(turn, words, "")


def ask(turn: Turn) -> None:
    """Step 1."""
    ask_of(turn, _held(turn))


def ask_of(turn: Turn, figures: str) -> None:
    """Step 1 for figures that are known."""
    turn.begin("reporting_for.unit", text=figures)
    turn.say(turn.words("reporting_for.unit_of" if figures else "reporting_for.unit"))


def _held(turn: Turn) -> str:
    """The figures that were typed before their unit."""
    waiting = turn.conversation
    if waiting is None or waiting.state != "reporting_for.unit":
        return ""
    return str(waiting.data.get("text", ""))


def take(turn: Turn) -> None:
    """The answer to step 1: a unit by name or code, with its figures or without."""
    _take(turn, turn.incoming.text, _held(turn))


def _take(turn: Turn, typed: str, held: str) -> None:
    name, figures = before_code(typed)
    found = _called(turn, name) if without_telling(name) else []
    if name and not (found or figures):  # "phường 8 20 tỷ": the figure names no code
        found, figures = _beginning(turn, name)
        if not found:
            name, figures = before_figure(name)
    figures = figures or held
    if not without_telling(name):
        ask_of(turn, figures)
        return
    if len(found) == 1:
        reporting_for.begin(turn, found[0], figures)
    elif found:
        turn.begin("reporting_for.unit", text=figures)
        turn.say(
            turn.words("reporting_for.which_unit"),
            tuple(
                Choice(unit.name, "reporting_for.chosen", (unit.id, figures))
                for unit in found[:_MOST]
            ),
        )
    else:
        turn.begin("reporting_for.unit", text=figures)
        turn.say(turn.words("reporting_for.no_unit", words=name))


def _beginning(turn: Turn, words: str) -> tuple[list[Unit], str]:
    """The units that the words begin with, and the result that stands behind them."""
    found, rest = units.beginning(turn.tx, without_telling(words), turn.today)
    told = has_digit(rest) or (rest and tells_something(turn, rest))
    return (found, rest) if told else ([], "")


def _called(turn: Turn, name: str) -> list[Unit]:
    """The units that this may mean, also with "vừa gọi điện báo" behind the name."""
    return units.called(turn.tx, name, turn.today) or units.called(
        turn.tx, without_telling(name), turn.today
    )


def chosen(turn: Turn) -> None:
    """Choice: the unit; args: its id, and the figures that were typed with its name."""
    unit = units.get(turn.tx, int(turn.args[0]))
    if unit is not None and reporting_for.may(turn, unit.id):
        reporting_for.begin(turn, unit, str(turn.args[1]) if len(turn.args) > 1 else "")


def try_words(turn: Turn) -> bool:
    """Whether the office tells a result of another unit's work: "phường 6 báo CT12 20 tỷ"."""
    if not turn.me.has_role(OFFICE):
        return False
    name, figures = before_code(clean(turn.incoming.text))
    found = _called(turn, name) if name and figures else []
    if len(found) != 1 or found[0].id in own_units(turn.me):
        return False
    unit = found[0]
    if people.may(turn.tx, turn.me, "report_for", unit.id) is None:
        return False
    if not tells(turn, figures, unit.id):
        return False
    reporting_for.begin(turn, unit, figures)
    return True


def try_others(turn: Turn) -> bool:
    """Whether somebody who reports for no other unit tells a result of one: "phường 8 CT12 29 tỷ"
    typed in ward 7. It is recorded for nobody, and how each is done is said."""
    text = turn.incoming.text
    if not may_name_a_unit(text) or len(text) > _LONGEST or turn.incoming.forwarded:
        return False
    if turn.me.has_role(OFFICE):
        return False
    name, figures = before_code(clean(text))
    if not figures:
        name, figures = before_figure(clean(text))
    name = without_telling(name)
    if not figures or not names_a_unit(name):
        return False
    found, own = units.called(turn.tx, name, turn.today), own_units(turn.me)
    if len(found) != 1 or found[0].id in own or not has_digit(figures):
        return False
    ours = units.get(turn.tx, min(own)) if len(own) == 1 else None
    turn.say(
        turn.words(
            "reporting_for.others_unit" if ours else "reporting_for.others_units",
            unit=found[0].name,
            ours=ours.name if ours else "",
            voice=turn.committee.voice,
            told=figures,
        )
    )
    return True


def take_report(turn: Turn) -> bool:
    """Whether a code with its figure, which would else be a report of one's own, belongs to what is
    being taken down for a unit."""
    match turn.conversation.state if turn.conversation else "":
        case "reporting_for.unit":
            take(turn)
        case "reporting_for.figures":
            reporting_for.take_figures(turn)
        case "reporting_for.source" if reporting_for.adds_figures(turn):
            reporting_for.take_source(turn)
        case _:
            return False
    return True
