"""Several months or quarters in one message, each with its own figure: what each of them says.

Reads only; records and asks nothing.
"""

from __future__ import annotations

from typing import NamedTuple

from domain.mention import by_times, codes_in
from domain.progress import PROGRESS
from domain.reply.item import Item, Understanding
from handlers.subjects import Meant
from handlers.turn import Turn
from handlers.understanding import understood


class Doubtful(NamedTuple):
    """A piece of the text that must be asked about, and what can be made of it."""

    text: str
    reading: Understanding


def parted(
    turn: Turn, text: str, meant: Meant, whole: Understanding
) -> tuple[list[Item], Doubtful | None] | None:
    """The sure items, each of its own time, and the one piece that is doubtful. None when the
    text is better read as a whole: it says as much, or its pieces are not clear either."""
    work, parts = meant.work, by_times(text)
    if work is None or len(parts) < 2 or len(codes_in(text)) > 1:
        return None
    if whole.confident and len({item.span for item in whole.items}) >= len(parts):
        return None
    sure: list[Item] = []
    doubtful: list[Doubtful] = []
    for part in parts:
        reading = understood(turn, part, work, meant.by_code)
        if not reading.confident:
            doubtful.append(Doubtful(part, reading))
        elif reading.items and all(_is_of_a_time(item) for item in reading.items):
            sure += reading.items
        else:
            return None
    if not sure or len(doubtful) > 1:
        return None
    return sure, doubtful[0] if doubtful else None


def _is_of_a_time(item: Item) -> bool:
    return item.intent == PROGRESS and item.span is not None
