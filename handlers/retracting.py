"""A report is taken back in words: "bỏ CT09 đi", "xoá báo cáo vừa gửi".

How a report goes, and what stands then: handlers/undoing.py.
"""

from __future__ import annotations

from db import assignments, doubts, progress
from domain.instants import instant
from domain.progress import Reported
from domain.standing_words import dropped
from handlers import doubting
from handlers.correcting import choose
from handlers.examples import own_example
from handlers.phrases import named, reported
from handlers.righting import brought
from handlers.subjects import years
from handlers.turn import Turn
from handlers.undoing import take_back


def try_words(turn: Turn) -> bool:
    """Whether the message asks that a report be taken back: of each code in it, else the last one
    here. What was only asked about is left instead."""
    said = dropped(turn.incoming.text)
    if said is None:
        return False
    if _leave(turn, said.codes):
        return True
    if not said.codes:
        _drop_last(turn, said.figure)
    for code in said.codes:
        row = brought(turn, code, "")
        if progress.took_back(turn.tx, turn.me.id, code, years(turn)):
            turn.say(turn.words("correcting.already"))
        elif row is None:
            turn.say(turn.words("retracting.nothing_of", code=code, example=own_example(turn)))
        else:
            take_back(turn, row, by_code=True)
    return True


def _leave(turn: Turn, codes: list[str]) -> bool:
    """Whether a figure that is not recorded yet is meant: it is asked about no more."""
    waiting = doubts.waiting(turn.tx, turn.me.id, turn.incoming.at, turn.now)
    if not waiting:
        return False
    works = assignments.these(turn.tx, {doubt.assignment_id for doubt in waiting})
    if codes:
        meant = [work for work in works if work.assignment.code in codes]
    else:
        newest = max(waiting, key=lambda doubt: doubt.at).assignment_id
        meant = [work for work in works if work.assignment.id == newest]
        rows = progress.last_of(turn.tx, turn.incoming.at, turn.me.id)
        if rows and instant(rows[0][1].reported_at) > max(doubt.at for doubt in waiting):
            return False  # what was reported since is what they see last
    for work in meant:
        doubting.leave(turn, work)
        turn.say(turn.words("retracting.left", name=named(work)))
    if meant and turn.conversation is not None:
        about = turn.conversation.data.get("about")
        if about in {work.assignment.id for work in meant}:
            turn.end()
    return bool(meant)


def _drop_last(turn: Turn, figure: str) -> None:
    """The last report here; of several in one message the one with this figure, if it was told."""
    rows = progress.last_of(turn.tx, turn.incoming.at, turn.me.id)
    if figure:
        rows = [row for row in rows if _says(turn, row, figure)]
    elif progress.took_back_last(turn.tx, turn.incoming.at, turn.me.id):
        turn.say(turn.words("correcting.already"))
        return
    if figure and not rows:
        turn.say(turn.words("retracting.no_figure", figure=figure, example=own_example(turn)))
    else:
        choose(turn, rows)


def _says(turn: Turn, row: tuple[int, Reported], figure: str) -> bool:
    work = assignments.get(turn.tx, row[0])
    if work is None:
        return False
    told = reported(turn, work, row[1].report).plain
    return figure in [word.rstrip("%,.") for word in told.replace("/", " ").split()]
