"""Doubtful figures of one message, asked about one after another, also after an interruption.

Words no question (handlers/asking.py does) and records nothing.
"""

from __future__ import annotations

from db import assignments, conversations, doubts
from db.doubts import Doubt
from domain.progress import Work
from handlers import words
from handlers.asking import ask_doubt, ask_figure, ask_meaning, item_of
from handlers.subjects import post_for
from handlers.turn import Turn
from handlers.understanding import understood

_REFUSED = "refused"  # what was understood was wrong: the figure itself is wanted


def go_on(turn: Turn, bidden: bool = False) -> None:
    """Asks about what waits longest, unless a question is open already. `bidden`: also about what
    was asked often enough."""
    at = turn.incoming.at
    waiting = doubts.waiting(turn.tx, turn.me.id, at, turn.now)
    # Hardly ever does one wait: only then is it worth asking whether a question is open.
    if not waiting or conversations.current(turn.tx, at, turn.incoming.sender, turn.now):
        return
    for doubt in waiting:
        work = assignments.get(turn.tx, doubt.assignment_id)
        if doubt.asked >= doubts.MOST and not bidden:
            continue
        if work is not None and post_for(turn.me, work.assignment.unit_id):
            _ask(turn, work, doubt)
            return
        doubts.settle(turn.tx, turn.me.id, [doubt.assignment_id])


def ask_again(turn: Turn, work: Work) -> bool:
    """The question that waits about this assignment, once more; False when none does."""
    for doubt in doubts.waiting(turn.tx, turn.me.id, turn.incoming.at, turn.now):
        if doubt.assignment_id == work.assignment.id:
            _ask(turn, work, doubt)
            return True
    return False


def try_resume(turn: Turn) -> bool:
    """ "tiếp" when no question is open: what still waits is asked about, or that nothing does."""
    if not words.is_resume(turn.incoming.text):
        return False
    go_on(turn, bidden=True)
    if not turn.speaks:
        turn.say(turn.words("common.nothing_open"))
    return True


def _ask(turn: Turn, work: Work, doubt: Doubt) -> None:
    if doubt.item is not None:
        ask_doubt(turn, [(work, item_of(doubt.item), doubt.why)])
    elif doubt.why == _REFUSED:
        doubts.asked(turn.tx, turn.me.id, work.assignment.id, doubt.span)
        ask_figure(turn, work, doubt.span)
    else:
        reading = understood(turn, doubt.text, work, {work.assignment.code: work})
        ask_meaning(turn, work, reading, doubt.text)


def wait(turn: Turn, work: Work, text: str, span: str = "") -> None:
    """Words that are not clear wait behind the question that is open."""
    at, a = turn.incoming.at, work.assignment
    doubts.keep(turn.tx, turn.me.id, a.id, at, turn.now, text=text, span=span)


def refuse(turn: Turn, work: Work, span: str = "") -> None:
    """What was understood is wrong: asks for the figure itself, until there is one."""
    at, a = turn.incoming.at, work.assignment
    doubts.keep(turn.tx, turn.me.id, a.id, at, turn.now, why=_REFUSED, span=span)
    ask_figure(turn, work, span)


def leave(turn: Turn, work: Work) -> None:
    """They mean no figure of this one."""
    doubts.settle(turn.tx, turn.me.id, [work.assignment.id])
