"""Whether words without a code fit what they are taken to be about, or other work clearly better.

Asks and records nothing itself; how well words fit is counted in domain/likeness.py.
"""

from __future__ import annotations

from domain.likeness import CLEAR, Subject, is_clearer, points, subject_of
from domain.progress import Work
from handlers.subjects import Meant, find, my_work
from handlers.turn import Turn

_LOOKED_THROUGH = 200  # assignments of one person; a list of more is nobody's own
_OTHERS = 2  # that are asked about beside what was assumed


def find_fitting(turn: Turn, text: str) -> Meant:
    """As `find`; words that speak of something are not taken to be about work that they do not
    fit, unless the message answers one of ours."""
    meant = find(turn, text)
    incoming = turn.incoming
    if incoming.reply_to or incoming.reply_text:
        subject = subject_of(text) if meant.work is None else None
        if subject is not None:
            _order(subject, meant, meant.candidates)
        return meant
    return fitted(turn, text, meant)


def fitted(turn: Turn, text: str, meant: Meant) -> Meant:
    """What is meant when the words are weighed: where other work of theirs fits clearly better
    than what was assumed nothing is, and both may be."""
    if meant.by_code or meant.unclear or meant.unknown or meant.foreign:
        return meant
    if meant.work is None and len(meant.candidates) < CLEAR:
        return meant
    subject = subject_of(text)
    if subject is None:
        return meant
    pool = my_work(turn, _LOOKED_THROUGH)
    if meant.work is None:
        _order(subject, meant, pool)
        return meant
    better = _better(subject, meant.work, pool)
    if not better:
        return meant
    return Meant(candidates=[*better, meant.work], surely=False)


def _better(subject: Subject, assumed: Work, pool: list[Work]) -> list[Work]:
    """What fits clearly better than the assumed one, the best first."""
    others = [work for work in pool if work.assignment.id != assumed.assignment.id]
    weighed = _weighed(subject, [assumed, *others])
    held = weighed[0][0]
    clearer = [each for each in weighed[1:] if is_clearer(each[0], held)]
    clearer.sort(key=lambda each: -each[0])
    return [work for _, work in clearer[:_OTHERS]]


def _order(subject: Subject, meant: Meant, pool: list[Work]) -> None:
    """Puts what the words fit before the other candidates."""
    weighed = [each for each in _weighed(subject, pool) if each[0] >= CLEAR]
    if not weighed:
        return
    weighed.sort(key=lambda each: -each[0])
    second = weighed[1][0] if len(weighed) > 1 else 0
    meant.likely = weighed[0][1] if is_clearer(weighed[0][0], second) else None
    fits = [work for _, work in weighed]
    known = {work.assignment.id for work in fits}
    meant.candidates = [
        *fits,
        *(work for work in meant.candidates if work.assignment.id not in known),
    ]


def _weighed(subject: Subject, works: list[Work]) -> list[tuple[int, Work]]:
    counted = points(subject, [work.assignment for work in works])
    return list(zip(counted, works, strict=True))
