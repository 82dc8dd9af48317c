"""The menu: what this person can do here, numbered. Opens nothing itself."""

from __future__ import annotations

from collections.abc import Iterable

from domain.message import Choice
from handlers.turn import Turn


def show(turn: Turn, words: Iterable[tuple[str, str]]) -> None:
    """Offers `words`: (command word, key of its help text) in the order of the menu."""
    turn.say(turn.words("menu.head", name=turn.me.given_name))
    turn.say(
        turn.words("menu.foot"),
        tuple(Choice(turn.words(help_key).plain, "menu.open", (word,)) for word, help_key in words),
    )


def first_steps(turn: Turn) -> None:
    """For somebody who has no work of their own to be shown when they join."""
    turn.say(
        turn.words("menu.first_steps"),
        (Choice(turn.words("menu.see_all").plain, "menu.open", ("menu",)),),
    )
