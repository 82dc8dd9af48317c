"""A picture or document that was put to the wrong work: moved to the one that is named, or taken
back. What says so is for domain/evidence_words.py; no figure is touched.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from db import assignments, evidence
from domain.evidence_words import of_evidence
from domain.message import Text
from domain.progress import Work
from handlers import attaching
from handlers.phrases import named
from handlers.refusing import say_unknown
from handlers.subjects import Meant, look_up, my_work, post_for, reports
from handlers.turn import Turn

_RECENT = timedelta(days=1)
_OFFERED = 6


def try_words(turn: Turn) -> bool:
    """Whether the message says that what was sent last was wrong or belongs to other work."""
    said = None if turn.incoming.forwarded else of_evidence(turn.incoming.text)
    if said is None or not reports(turn):
        return False
    ids, former = _sent_last(turn)
    if not ids:
        turn.say(turn.words("reporting.evidence.none_sent"))
    elif said.code:
        _give_to(turn, ids, former, said.code)
    elif former is None:
        _leave_out(turn)
    elif said.gone:
        _take_back(turn, ids, former)
        taken = turn.words("reporting.evidence.taken_back", name=named(former))
        turn.say(taken + turn.words("reporting.evidence.send_again"))
    else:
        _ask_whose(turn, ids, former)
    return True


def _sent_last(turn: Turn) -> tuple[list[int], Work | None]:
    """The pieces that are meant, and the work that has them so far."""
    if asked := attaching.waiting(turn):
        return asked, None
    found = evidence.sent_last(turn.tx, turn.me.id, turn.now - _RECENT)
    work = assignments.get(turn.tx, found[0][1]) if found and found[0][1] is not None else None
    return [number for number, _ in found], work


def _give_to(turn: Turn, ids: Sequence[int], former: Work | None, code: str) -> None:
    meant = Meant()
    look_up(turn, meant, [code])
    work = meant.by_code.get(code)
    if meant.unknown:
        say_unknown(turn, meant.unknown)
    elif work is None:  # several of their units have one
        if former is not None:
            _take_back(turn, ids, former)
        attaching.ask_which(turn, list(ids), meant)
    elif former is None:
        if attaching.waiting(turn):
            turn.end()
        attaching.give(turn, work, ids)
    elif former.assignment.id == work.assignment.id:
        turn.say(turn.words("reporting.evidence.there", name=named(work)), (), _subject(work))
    else:
        evidence.move(turn.tx, ids, turn.me.id, work.assignment.id)
        post = post_for(turn.me, work.assignment.unit_id)
        turn.record("evidence.moved", work.assignment.subject, f"{former.assignment.code}", post)
        turn.say(_moved(turn, ids, former, work), (), _subject(work))


def _moved(turn: Turn, ids: Sequence[int], former: Work, work: Work) -> Text:
    return turn.words(
        "reporting.evidence.moved" if len(ids) == 1 else "reporting.evidence.moved_several",
        count=len(ids),
        former=named(former),
        name=named(work),
    )


def _take_back(turn: Turn, ids: Sequence[int], former: Work) -> None:
    evidence.move(turn.tx, ids, turn.me.id, None)
    post = post_for(turn.me, former.assignment.unit_id)
    turn.record("evidence.withdrawn", former.assignment.subject, str(len(ids)), post)


def _leave_out(turn: Turn) -> None:
    """What belongs to nothing yet is asked about no more."""
    if attaching.waiting(turn):
        turn.end()
    turn.say(turn.words("reporting.evidence.left_out"))


def _ask_whose(turn: Turn, ids: Sequence[int], former: Work) -> None:
    """It was the wrong one: taken back, and of which work is it?"""
    _take_back(turn, ids, former)
    others = [
        work for work in my_work(turn, _OFFERED + 1) if work.assignment.id != former.assignment.id
    ]
    taken = turn.words("reporting.evidence.taken_back", name=named(former))
    if not others:
        turn.say(taken)
        return
    said = taken + turn.words("reporting.evidence.whose")
    attaching.ask_which(turn, list(ids), Meant(candidates=others), said=said)


def _subject(work: Work) -> tuple[str, ...]:
    return (work.assignment.subject,)
