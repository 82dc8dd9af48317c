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
from handlers.fitting import find_fitting
from handlers.subjects import Meant, find, post_for
from handlers.turn import Turn


def take_next(turn: Turn) -> bool:
    """One more of what was sent together, without words of its own; False for what must be looked
    at by itself: the first, and whatever bears words."""
    _find_album(turn)
    if not turn.incoming.album:
        return False
    so_far = answers.so_far(turn.tx, turn.incoming)
    if so_far is None:
        turn.gather(instead=True)
        return False
    pieces = evidence.together(turn.tx, jobs_of(turn))
    if turn.incoming.text.strip():
        meant = find_fitting(turn, turn.incoming.text)
        speak = _speaks_of_work(meant)
        if not (speak or meant.unknown):
            return False  # they have an answer of their own, and what came before keeps its own
        if speak and answers.GUESSED in so_far.subjects and not so_far.gone:
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
    loose = all(piece.assignment_id is None for piece in pieces)
    turn.gather(instead=loose and not so_far.says_more)
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


def _speaks_of_work(meant: Meant) -> bool:
    """Whether the words may be about work of theirs."""
    named = meant.work or meant.by_code or meant.unclear or meant.candidates
    return bool(named) and not meant.foreign


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


def is_refused(turn: Turn) -> bool:
    """Whether nothing of what this was sent together with may be kept."""
    _find_album(turn)
    so_far = answers.so_far(turn.tx, turn.incoming) if turn.incoming.album else None
    return so_far is not None and answers.REFUSED in so_far.subjects


def refuse(turn: Turn) -> str:
    """No file that was sent together with this is kept: what came before it goes, what comes after
    it is not fetched, and one answer says so, beside what it says of a report. Gives the words that
    stood beside such a file and were not read yet."""
    _find_album(turn)
    if not turn.incoming.album:
        return ""
    evidence.refuse(turn.tx, jobs_of(turn), turn.now)
    so_far, words = answers.so_far(turn.tx, turn.incoming), ""
    asks = turn.conversation is not None and "evidence" in turn.conversation.data
    if turn.conversation is not None and asks:
        words = turn.conversation.data.get("words", "")
        turn.end()
    of_files = so_far is None or answers.GUESSED in so_far.subjects or not so_far.says_more
    turn.gather(instead=asks or of_files)
    return words


def _work_of(turn: Turn, assignment_id: int | None) -> Work | None:
    work = assignments.get(turn.tx, assignment_id) if assignment_id is not None else None
    return work if work is not None and post_for(turn.me, work.assignment.unit_id) else None
