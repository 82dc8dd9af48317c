"""Evidence with the words beside it: what it belongs to, and what they report besides, or ask to
be taken back.

How evidence is kept: handlers/attaching.py.
"""

from __future__ import annotations

from domain.progress import Work
from handlers import attaching, retracting
from handlers.attaching import take_files
from handlers.collecting import is_refused, take_next
from handlers.fitting import find_fitting
from handlers.reporting import read
from handlers.subjects import Meant, reports
from handlers.turn import Turn


def take_media(turn: Turn) -> None:
    """A photo or file as evidence; a figure in its caption is a report besides, also where the
    file may not be kept."""
    if is_refused(turn):
        if turn.incoming.text.strip():
            take_words_beside(turn)
        return
    if take_next(turn):
        return
    taken = take_files(turn)
    if taken is not None:
        meant, caption = taken
        whose = turn.choices if meant.work is None else ()
        turn.asks = False
        _take_words(turn, caption, meant)
        if whose and not turn.asks:
            turn.choices = whose  # what the files are about is still asked


def attach(turn: Turn) -> None:
    """Choice: what files belong to; args: the assignment, the pieces, the words beside them."""
    work = attaching.attach(turn)
    if work is not None and len(turn.args) > 2:
        read_beside(turn, work, str(turn.args[2]))


def read_beside(turn: Turn, work: Work, words: str) -> None:
    """The words that stood beside evidence, now that it is known what they are about."""
    if words:
        _take_words(turn, words, Meant(work, {work.assignment.code: work}))


def take_words_beside(turn: Turn) -> None:
    """The words beside something that cannot be kept: a figure in them is a report all the same."""
    text = turn.incoming.text
    if reports(turn):
        _take_words(turn, text, find_fitting(turn, text))


def _take_words(turn: Turn, words: str, meant: Meant) -> None:
    if not retracting.try_words(turn, words):
        read(turn, words, meant, besides=True)
