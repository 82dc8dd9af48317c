"""An edited message corrects the report that it was, while that one is the latest.

How a report is taken back or replaced: handlers/undoing.py, handlers/correcting.py.
"""

from __future__ import annotations

from db import assignments, progress
from domain.progress import Work, report_of
from domain.reply.item import Item
from domain.standing_words import dropped
from handlers import retracting
from handlers.answering import say_back
from handlers.asking import ask_doubt
from handlers.correcting import NO_FIGURE, Rows, ask_which, doubt_of
from handlers.phrases import example, named, reported
from handlers.recording import Entry, write
from handlers.reporting import take_reply
from handlers.subjects import Meant, look_up
from handlers.turn import Turn
from handlers.understanding import understood
from handlers.undoing import behalf, standing_for, take_back


def take_edit(turn: Turn) -> None:
    """An edited message corrects the report that it was, while that one is the latest."""
    incoming = turn.incoming
    rows = (
        progress.of_message(turn.tx, incoming.at, incoming.message_id, turn.me.id)
        if incoming.message_id
        else []
    )
    if not rows:
        if not (_say_replaced(turn) or retracting.try_words(turn)):
            take_reply(turn)
        return
    works = {w.assignment.id: w for w in assignments.these(turn.tx, {a for a, _ in rows})}
    meant = Meant(
        work=next(iter(works.values())) if len(works) == 1 else None,
        by_code={w.assignment.code: w for w in works.values()},
    )
    items = _edited(turn, meant)
    if items is None:
        if len(rows) > 1:
            ask_which(turn, rows)
        else:
            take_back(turn, rows[0])
        return
    _apply(turn, rows, items)


def _say_replaced(turn: Turn) -> bool:
    """Whether other figures took the place of all that the edited message reported: then they
    stay, and how to change them is said."""
    incoming = turn.incoming
    if not incoming.message_id:
        return False
    ids = progress.replaced_of(turn.tx, incoming.at, incoming.message_id, turn.me.id)
    for work in assignments.these(turn.tx, ids):
        turn.say(
            turn.words("correcting.newer", name=named(work), example=example(turn, work)),
            subjects=(work.assignment.subject,),
        )
    return bool(ids)


def _edited(turn: Turn, meant: Meant) -> dict[int, tuple[int, Item]] | None:
    """What the edited text reports: place and item for each assignment; None when unclear, or when
    it asks that the report go."""
    if dropped(turn.incoming.text) is not None:
        return None
    reading = understood(turn, turn.incoming.text, meant.work, meant.by_code)
    found: dict[int, tuple[int, Item]] = {}
    for place, item in enumerate(reading.items):
        if item.intent in NO_FIGURE:
            continue
        if item.code:
            look_up(turn, meant, [item.code])
        work = meant.by_code.get(item.code) if item.code else meant.work
        if work is None:
            return None
        found[work.assignment.id] = (place, item)
    return found if reading.confident and found else None


def _apply(turn: Turn, rows: Rows, items: dict[int, tuple[int, Item]]) -> None:
    entries: list[Entry] = []
    asked: list[tuple[Work, Item, str]] = []
    changed = False
    for assignment_id, row in rows:
        place, item = items.get(assignment_id, (0, None))
        if item is None or report_of(item) == row.report:
            continue
        changed = True
        work = standing_for(turn, assignment_id, row)
        if work is None:
            continue
        if why := doubt_of(turn, work, item, row.id):
            take_back(turn, (assignment_id, row))
            asked.append((work, item, why))
            continue
        said = reported(turn, work, row.report).plain
        entries.append(Entry(work, report_of(item), place, (row.id,), behalf(row), replaces=said))
    say_back(turn, write(turn, entries))
    if asked:
        ask_doubt(turn, asked)
    if not changed:
        turn.say(turn.words("correcting.same"))
