"""Pictures and files that were sent together: one answer to all, about the same assignment.

Each comes as a message of its own, of which as a rule only the first bears words.
"""

from __future__ import annotations

from dataclasses import replace

from db import answers, assignments, evidence
from domain.progress import Work
from handlers.attaching import ask_which, jobs_of, keep_files, say_kept
from handlers.subjects import Meant, find, post_for
from handlers.turn import Turn

_SAYS_NOTHING = "zalo"  # of what was sent together: there pictures within a moment of each other


def take_next(turn: Turn) -> bool:
    """One more of what was sent together, without words of its own; False for what must be looked
    at by itself: the first, and whatever bears words."""
    incoming = turn.incoming
    if not incoming.album and not incoming.group and incoming.at.channel.startswith(_SAYS_NOTHING):
        known = answers.latest_album(turn.tx, turn.incoming.at)
        turn.incoming = replace(incoming, album=known or incoming.message_id or "")
    if not turn.incoming.album:
        return False
    pieces = evidence.together(turn.tx, jobs_of(turn))
    waiting = all(piece.assignment_id is None for piece in pieces)
    if turn.incoming.text.strip() or not answers.is_gathering(turn.tx, turn.incoming):
        if waiting:  # else the words are about something else, and have an answer of their own
            turn.gather(instead=True)
        return False
    if not pieces:
        return True  # the first was not taken, and that answer says why
    turn.gather(instead=waiting)
    work = _work_of(turn, pieces[0].assignment_id)
    meant = Meant(work) if work is not None else find(turn, "")
    kept = keep_files(turn, meant.work)
    if meant.work is None:
        ask_which(turn, [piece.id for piece in kept], meant)
    else:
        told = evidence.came_with_report(turn.tx, [piece.id for piece in kept])
        say_kept(turn, meant.work, kept, with_figure=told, guessed=False)
    return True


def _work_of(turn: Turn, assignment_id: int | None) -> Work | None:
    work = assignments.get(turn.tx, assignment_id) if assignment_id is not None else None
    return work if work is not None and post_for(turn.me, work.assignment.unit_id) else None
