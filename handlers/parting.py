"""Several months or quarters in one message, each with its own figure: what each of them says.

Reads only; records and asks nothing.
"""

from __future__ import annotations

from typing import NamedTuple

from domain.mention import by_times, codes_in
from domain.progress import PROGRESS
from domain.reply.item import Item, Understanding
from handlers.spanning import common, key_of
from handlers.subjects import Meant
from handlers.turn import Turn
from handlers.understanding import understood


class Doubtful(NamedTuple):
    """A piece of the text that must be asked about, what can be made of it, and of which time."""

    text: str
    reading: Understanding
    span: str


def parted(
    turn: Turn, text: str, meant: Meant, whole: Understanding
) -> tuple[list[Item], list[Doubtful]] | None:
    """The sure items, each of its own time, and the pieces that are doubtful. None when the text is
    better read as a whole: it says as much, or several pieces tell no time of their own."""
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
            span = common(item for _, items in reading.readings for item in items)
            doubtful.append(Doubtful(part, reading, key_of(span)))
        elif reading.items and all(_is_of_a_time(item) for item in reading.items):
            sure += reading.items
        else:
            return None
    times = {each.span for each in doubtful} - {""}
    if len(times) < len(doubtful) and (not sure or len(doubtful) > 1):
        return None
    return sure, doubtful


def _is_of_a_time(item: Item) -> bool:
    return item.intent == PROGRESS and item.span is not None
