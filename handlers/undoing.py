"""Takes back one report: it goes, what stood before it stands again, and that is said.

Finds no report; which one is meant: handlers/correcting.py, handlers/retracting.py.
"""

from __future__ import annotations

from datetime import timedelta

from db import assignments, progress, requests
from domain.assignment import AWAITING, TASK
from domain.instants import instant
from domain.message import Choice, Text, lines
from domain.period import is_closed
from domain.progress import Reported, Standing, Work, finishes, replay
from domain.standing_words import says_undone
from handlers import overtaking
from handlers.phrases import by_whom, example, figures, named, repeated, reported
from handlers.recording import Behalf, settle
from handlers.spanning import Span, key_of
from handlers.subjects import post_for, post_to_report
from handlers.turn import Turn

_SHORTLY = timedelta(days=2)  # within which work may have been said to be finished by mistake


def behalf(row: Reported) -> Behalf | None:
    """What the office reported for somebody stays theirs when it is put right."""
    return None if row.reported_by is None else Behalf(row.person_id, row.source)


def standing_for(
    turn: Turn, assignment_id: int, row: Reported, by_code: bool = False
) -> Work | None:
    """The assignment, if the report may still be changed; otherwise the reason is said.
    `by_code`: it was named, so that it need not be the latest."""
    work = assignments.get(turn.tx, assignment_id)
    if work is None or post_to_report(turn, work) is None:
        turn.say(turn.words("reporting.not_yours"))
    elif work.last is None or (work.last.id != row.id and not by_code):
        turn.say(turn.words("correcting.newer", name=named(work), example=example(turn, work)))
    elif is_closed(row.period, progress.frozen(turn.tx, row.period[:4])):
        turn.say(turn.words("correcting.frozen", name=named(work), example=example(turn, work)))
    else:
        return work
    return None


def take_back(
    turn: Turn,
    which: tuple[int, Reported],
    by_code: bool = False,
    choices: tuple[Choice, ...] = (),
    span: Span | None = None,
) -> None:
    """The report goes, and the right figure is asked for; `span`: the time that it is said to be
    of."""
    assignment_id, row = which
    work = standing_for(turn, assignment_id, row, by_code)
    if work is None:
        return
    a = work.assignment
    progress.withdraw(turn.tx, row.id, turn.now)
    state, held = settle(turn, work, replay(work, progress.standing(turn.tx, a.id)))
    unasked = a.state == AWAITING and state != AWAITING
    if unasked:  # nothing is left that could be confirmed
        requests.withdraw(turn.tx, a.id, (requests.CLOSE,))
    said = reported(turn, work, row.report)
    turn.record("withdraw", a.subject, f"{a.code} {said.plain}", post_to_report(turn, work))
    theirs = behalf(row)
    told = [theirs.person_id, theirs.source] if theirs else None
    time = key_of(span)
    turn.begin("correcting.figure", about=a.id, instead=[row.id], told=told, span=time)
    turn.say(
        lines(
            _taken_back(turn, work, row, held),
            turn.words("correcting.unasked") if unasked else None,
            turn.words("correcting.figure", example=example(turn, work)),
        ),
        choices,
        (a.subject,),
    )


def _taken_back(turn: Turn, work: Work, row: Reported, held: Standing) -> Text:
    """What went, and the figure that stands again, if there is one; of discreet work neither."""
    a = work.assignment._replace(value=held.value, percent=held.percent)
    said = reported(turn, work, repeated(turn, row.report)).plain
    if a.discreet or not said:
        return turn.words("correcting.taken_back_alone", name=named(work))
    said = by_whom(turn, work, said)
    if held.value is None and held.percent is None:
        return turn.words("correcting.taken_back", name=named(work), what=said)
    now = figures(turn, work._replace(assignment=a))
    return turn.words("correcting.taken_back_to", name=named(work), what=said, now=now)


def try_undone(turn: Turn, work: Work, text: str) -> bool:
    """Whether work that somebody of its unit has just reported as finished is said not to be so:
    "chưa xong đâu". Then that report is taken back, or what they asked to have confirmed; what
    somebody confirmed stays."""
    a, last = work.assignment, work.last
    if a.kind != TASK or a.state not in ("done", AWAITING) or turn.incoming.forwarded:
        return False
    if post_for(turn.me, a.unit_id) is None or not says_undone(text):
        return False
    if last is None or not _finished_lately(turn, work, last):
        return _unasked(turn, work)
    done = Choice(turn.words("correcting.still_done").plain, "reporting.finished", (a.id,))
    take_back(turn, (a.id, last), choices=(done,))
    return True


def _finished_lately(turn: Turn, work: Work, last: Reported) -> bool:
    """Whether it is finished by their report of these days, not by a decision."""
    decided = last.reported_by is not None and not last.source
    if decided or last.person_id is None or not finishes(work.assignment.kind, last.report):
        return False
    return turn.now - instant(last.reported_at) <= _SHORTLY


def _unasked(turn: Turn, work: Work) -> bool:
    """Whether they take back that they asked for it to be confirmed as finished."""
    for request in requests.open_of(turn.tx, work.assignment.id):
        if request.kind == requests.CLOSE and request.person_id == turn.me.id:
            overtaking.withdraw(turn, work, request)
            return True
    return False
