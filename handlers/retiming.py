"""A figure that was recorded for the wrong month, quarter or week is moved to the right one. Which
words say so is for domain/retimed_words.py.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from db import assignments, progress
from domain.instants import instant
from domain.progress import PROGRESS, Report, Reported, Work, has_figure
from domain.retimed_words import Retimed, retimed
from domain.standing_words import THE_LAST
from domain.wording import hour
from handlers.answering import say_back
from handlers.bringing import answered, brought_last
from handlers.phrases import kept, named
from handlers.placing import named_period
from handlers.recording import instead_of, write
from handlers.singling import unrecorded
from handlers.turn import Turn
from handlers.understanding import time_named
from handlers.undoing import SHORTLY, standing_for
from handlers.words import correction

Row = tuple[int, Reported]


def try_words(turn: Turn) -> bool:
    """Whether the message says of which time the figure is that was reported here last, or of the
    work that it names."""
    asked = turn.conversation is not None and turn.conversation.state == "correcting.figure"
    said = None if turn.incoming.forwarded else retimed(turn.incoming.text, answers=asked)
    if said is None:
        return False
    row = _taken_back(turn) if asked else _last(turn, said)
    work = assignments.get(turn.tx, row[0]) if row is not None else None
    if row is None or work is None or not has_figure(row[1].report):
        return False
    if said.code not in ("", work.assignment.code):
        return False
    span, period = _period(turn, work, said.right)
    if period is None or (said.wrong and _period(turn, work, said.wrong)[1] != row[1].period):
        return False
    if not asked and period == row[1].period:
        if correction(turn.incoming.text) is not None:
            return False  # "sai, tháng 6": what was told of June is wrong
        _say_there(turn, work, row[1])
    elif asked or standing_for(turn, *row, by_code=True) is not None:
        if asked:
            turn.end()
        report = replace(row[1].report, span=span)
        say_back(turn, write(turn, [instead_of(work, report, row[1], 0)]))
    return True


def _last(turn: Turn, said: Retimed) -> Row | None:
    """What may be meant: one report of the last days, after which no figure waits."""
    if said.code:
        rows = brought_last(turn, said.code)
    else:
        rows = progress.last_of(turn.tx, turn.incoming.at, turn.me.id)
        if meant := {work.assignment.id for work in answered(turn)}:
            rows = [row for row in rows if row[0] in meant]
        if unrecorded(turn, THE_LAST):
            return None
    rows = [row for row in rows if turn.now - instant(row[1].reported_at) <= SHORTLY]
    return rows[0] if len(rows) == 1 else None


def _taken_back(turn: Turn) -> Row | None:
    """What was taken back, in whose place the right figure is asked for."""
    data = turn.conversation.data if turn.conversation else {}
    ids = data.get("instead", ())
    row = progress.get(turn.tx, int(ids[0])) if len(ids) == 1 else None
    return (int(data["about"]), row) if row is not None else None


def _period(turn: Turn, work: Work, words: str) -> tuple[tuple[date, date] | None, str | None]:
    """The days that the words name, and the period of the work that they are."""
    span = time_named(turn, words, work)
    if span is None or span[0] > turn.today:
        return None, None
    return span, named_period(work, Report(PROGRESS, span=span))


def _say_there(turn: Turn, work: Work, row: Reported) -> None:
    """It is recorded for that time already."""
    when = hour(instant(row.reported_at), turn.committee.zone)
    what = kept(turn, work, row)
    said = turn.words("reporting.already", name=named(work), what=what, hour=when)
    turn.say(said, subjects=(work.assignment.subject,))
