"""Pictures and files that were sent together: one answer to all, about the same assignment.

Each comes as a message of its own, of which as a rule only the first bears words.
"""

from __future__ import annotations

from db import answers, assignments, evidence
from db.evidence import Piece
from domain.message import ZALO
from domain.progress import Work
from handlers import attaching
from handlers.attaching import ask_which, jobs_of, keep_files, say_kept
from handlers.subjects import Meant, find, post_for
from handlers.turn import Turn


def take_next(turn: Turn) -> bool:
    """One more of what was sent together, without words of its own; False for what must be looked
    at by itself: the first, and whatever bears words."""
    _find_album(turn)
    if not turn.incoming.album:
        return False
    so_far = answers.so_far(turn.tx, turn.incoming)
    if so_far is not None and answers.REFUSED in so_far.subjects:
        return True  # the answer to what it came with says why
    if so_far is None:
        turn.gather(instead=True)
        return False
    pieces = evidence.together(turn.tx, jobs_of(turn))
    if turn.incoming.text.strip():
        if answers.GUESSED in so_far.subjects and not so_far.gone:
            pieces = _set_free(turn, pieces)  # these words say what all of it is about
        if all(piece.assignment_id is None for piece in pieces):
            turn.gather(instead=True)
        return False  # else the words are about something else, and have an answer of their own
    if pieces:  # else the first was not taken, and that answer says why
        _join(turn, pieces, so_far)
    return True


def _join(turn: Turn, pieces: list[Piece], so_far: answers.SoFar) -> None:
    """One more piece is about what those before are about; an answer that has gone is not repeated
    for its number's sake."""
    turn.gather(instead=all(piece.assignment_id is None for piece in pieces))
    work = _work_of(turn, pieces[0].assignment_id)
    meant = Meant(work) if work is not None else find(turn, "")
    kept = keep_files(turn, meant.work)
    ids = [piece.id for piece in kept]
    if meant.work is None:
        if so_far.gone and (waiting := attaching.waiting(turn)):
            attaching.wait(turn, [*waiting, *ids])
        else:
            ask_which(turn, ids, meant)
    elif not so_far.gone:
        told = evidence.came_with_report(turn.tx, ids)
        say_kept(turn, meant.work, kept, with_figure=told, guessed=False)


def _set_free(turn: Turn, pieces: list[Piece]) -> list[Piece]:
    """Pieces that were put to some work by a guess belong to none again."""
    evidence.move(turn.tx, [piece.id for piece in pieces], turn.me.id, None)
    for number in {piece.assignment_id for piece in pieces if piece.assignment_id is not None}:
        turn.record("evidence.withdrawn", f"a:{number}", str(len(pieces)))
    return evidence.together(turn.tx, jobs_of(turn))


def _find_album(turn: Turn) -> None:
    """Zalo does not say what was sent together: there it is what comes at once."""
    incoming = turn.incoming
    if not incoming.album and not incoming.group and incoming.platform == ZALO:
        known = answers.latest_album(turn.tx, incoming.at)
        turn.incoming = incoming._replace(album=known or incoming.message_id or "")


def refuse(turn: Turn) -> None:
    """Nothing that was sent together with this is kept: what came before it goes, what comes after
    it is not fetched, and one answer says so."""
    _find_album(turn)
    if not turn.incoming.album:
        return
    evidence.refuse(turn.tx, jobs_of(turn), turn.now)
    if turn.conversation is not None and "evidence" in turn.conversation.data:
        turn.end()
    turn.gather(instead=True)


def _work_of(turn: Turn, assignment_id: int | None) -> Work | None:
    work = assignments.get(turn.tx, assignment_id) if assignment_id is not None else None
    return work if work is not None and post_for(turn.me, work.assignment.unit_id) else None
