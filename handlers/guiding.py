"""The menu: what this person can do here, numbered. Opens nothing itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from domain.message import Choice
from domain.person import CHAIR, LEAD, OFFICE, OVERSEER, REPORTER
from handlers.examples import own_example
from handlers.turn import Turn

SCREEN = 9  # lines of the menu, with what is said above them and "xem thêm" below


def show(turn: Turn, words: Sequence[tuple[str, str]], offset: int = 0) -> None:
    """Offers `words`: (command word, key of its help text) in the order of the menu."""
    most = SCREEN - (turn.conversation is not None)  # what still waits stands below
    shown = words[offset:] if len(words) <= most + 1 else words[offset : offset + most]
    choices = [Choice(turn.words(key).plain, "menu.open", (word,)) for word, key in shown]
    if left := len(words) - offset - len(shown):
        more = turn.words("menu.more", count=left).plain
        choices.append(Choice(more, "menu.more", (offset + most,)))
    if not offset:
        head = _head(turn)
        shown_so = {"example": own_example(turn)} if head == "menu.head_reports" else {}
        turn.say(turn.words(head, name=turn.me.given_name, **shown_so))
    turn.say(turn.words("menu.foot"), tuple(choices))


def _head(turn: Turn) -> str:
    """What this person does most, said first."""
    if turn.me.has_role(REPORTER, LEAD):
        return "menu.head_reports"
    if turn.me.has_role(OFFICE):
        return "menu.head_office"
    if turn.me.has_role(OVERSEER, CHAIR):
        return "menu.head_reads"
    return "menu.head"


def not_here(key: str) -> Callable[[Turn], None]:
    """A command word for what is done elsewhere: says where."""

    def say_where(turn: Turn) -> None:
        turn.say(turn.words(key, voice=turn.committee.voice))

    return say_where


def first_steps(turn: Turn) -> None:
    """For somebody who has no work of their own to be shown when they join."""
    turn.say(
        turn.words("menu.first_steps"),
        (Choice(turn.words("menu.see_all").plain, "menu.open", ("menu",)),),
    )
