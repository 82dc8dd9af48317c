"""What holds for every conversation: it is left, taken up again, or restarted after an upgrade."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from db import conversations
from handlers.turn import Turn

Handler = Callable[[Turn], None]


class Step(NamedTuple):
    """Where the answer to an open question goes, and what asks that question again.

    `what` is the key of how the conversation is called; `version` rises when `data` changes form.
    """

    take: Handler
    again: Handler
    what: str
    version: int = 1


def known(turn: Turn, steps: Mapping[str, Step]) -> Step | None:
    """The open conversation's step. An unknown one is closed, and that is said."""
    if turn.conversation is None:
        return None
    step = steps.get(turn.conversation.state)
    if step is not None and step.version == turn.conversation.version:
        return step
    turn.end()
    turn.conversation = None
    turn.say(turn.words("common.restarted"))
    return None


def cancel(turn: Turn) -> None:
    """ "hủy": nothing of what was begun is kept."""
    key = "common.nothing_open" if turn.conversation is None else "common.cancelled"
    turn.end()
    turn.say(turn.words(key))


def offer_again(turn: Turn, step: Step) -> None:
    """After something else was done in between: what waits still waits."""
    still = conversations.current(turn.tx, turn.incoming.at, turn.incoming.sender, turn.now)
    if still == turn.conversation:
        turn.say(turn.words("common.still_open", what=turn.words(step.what)))
