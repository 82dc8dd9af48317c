"""The menu: what this person can do here, numbered. Opens nothing itself."""

from __future__ import annotations

from collections.abc import Iterable

from domain.message import Choice
from domain.person import CHAIR, LEAD, OFFICE, OVERSEER, REPORTER
from handlers.turn import Turn


def show(turn: Turn, words: Iterable[tuple[str, str]]) -> None:
    """Offers `words`: (command word, key of its help text) in the order of the menu."""
    turn.say(turn.words(_head(turn), name=turn.me.given_name))
    turn.say(
        turn.words("menu.foot"),
        tuple(Choice(turn.words(help_key).plain, "menu.open", (word,)) for word, help_key in words),
    )


def _head(turn: Turn) -> str:
    """What this person does most, said first."""
    if turn.me.has_role(REPORTER, LEAD):
        return "menu.head_reports"
    if turn.me.has_role(OFFICE):
        return "menu.head_office"
    if turn.me.has_role(OVERSEER, CHAIR):
        return "menu.head_reads"
    return "menu.head"


def first_steps(turn: Turn) -> None:
    """For somebody who has no work of their own to be shown when they join."""
    turn.say(
        turn.words("menu.first_steps"),
        (Choice(turn.words("menu.see_all").plain, "menu.open", ("menu",)),),
    )
