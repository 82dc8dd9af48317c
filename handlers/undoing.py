"""Takes back one report: it goes, what stood before it stands again, and that is said.

Finds no report; which one is meant: handlers/correcting.py, handlers/retracting.py.
"""

from __future__ import annotations

from datetime import timedelta

from db import assignments, conversations, people, progress, requests
from domain.assignment import AWAITING, TASK
from domain.instants import instant, local_day
from domain.message import Choice, Text, lines
from domain.period import is_closed
from domain.progress import DONE, Reported, Standing, Work, finishes, replay
from domain.reply.item import Item
from domain.standing_words import says_undone
from handlers import overtaking
from handlers.phrases import by_whom, example, figures, named, repeated, reported
from handlers.recording import Behalf, settle
from handlers.spanning import Span, key_of
from handlers.subjects import post_for, post_to_report
from handlers.turn import Turn

A_MOMENT = timedelta(minutes=30)  # within which what was just said is before their eyes
SHORTLY = timedelta(days=2)  # within which a report may have been a slip


def behalf(row: Reported) -> Behalf | None:
    """What the office reported for somebody stays theirs when it is put right."""
    return None if row.reported_by is None else Behalf(row.person_id, row.source)


def standing_for(
    turn: Turn, assignment_id: int, row: Reported, by_code: bool = False
) -> Work | None:
    """The assignment, if the report may still be changed; otherwise the reason is said.
    `by_code`: it was named, so that it need not be the latest, as long as the latest is theirs."""
    work = assignments.get(turn.tx, assignment_id)
    if work is None or post_to_report(turn, work) is None:
        turn.say(turn.words("reporting.not_yours"))
    elif work.last is None or (work.last.id != row.id and not (by_code and is_theirs(turn, work))):
        turn.say(turn.words("correcting.newer", name=named(work), example=example(turn, work)))
    elif is_closed(row.period, progress.frozen(turn.tx, row.period[:4])):
        turn.say(turn.words("correcting.frozen", name=named(work), example=example(turn, work)))
    else:
        return work
    return None


def is_theirs(turn: Turn, work: Work) -> bool:
    """Whether who spoke brought what was reported last; a decision stands above all reports."""
    last = work.last
    if last is None or turn.me.id not in (last.person_id, last.reported_by):
        return False
    return last.reported_by is None or not progress.is_decision(turn.tx, last.id)


def take_back(
    turn: Turn,
    which: tuple[int, Reported],
    by_code: bool = False,
    choices: tuple[Choice, ...] = (),
    alone: bool = True,
    span: Span | None = None,
) -> None:
    """The report goes, and the right figure is asked for; `span`: the time that it is said to be
    of. Not `alone`: others go with it, so that a figure without a code could be of any."""
    assignment_id, row = which
    work = standing_for(turn, assignment_id, row, by_code)
    if work is None:
        return
    a = work.assignment
    progress.withdraw(turn.tx, row.id, turn.now)
    state, held = settle(turn, work, replay(work, progress.standing(turn.tx, a.id)))
    said = reported(turn, work, row.report)
    turn.record("withdraw", a.subject, f"{a.code} {said.plain}", post_to_report(turn, work))
    if alone:
        theirs = behalf(row)
        told = [theirs.person_id, theirs.source] if theirs else None
        time = key_of(span)
        turn.begin("correcting.figure", about=a.id, instead=[row.id], told=told, span=time)
    turn.say(
        lines(
            _taken_back(turn, work, row, held),
            _of_confirmation(turn, work) if a.state == AWAITING and state != AWAITING else None,
            turn.words("correcting.figure", example=example(turn, work)) if alone else None,
        ),
        choices,
        (a.subject,),
    )


def _of_confirmation(turn: Turn, work: Work) -> Text:
    """What becomes of the request to confirm it as finished, when nothing is left that could be:
    one's own goes, a colleague's waits on."""
    a = work.assignment
    others = [
        request
        for request in requests.open_of(turn.tx, a.id)
        if request.kind == requests.CLOSE and request.person_id != turn.me.id
    ]
    if not others:
        requests.withdraw(turn.tx, a.id, (requests.CLOSE,))
        return turn.words("correcting.unasked")
    assignments.await_confirmation(turn.tx, a.id)
    who = people.full_name(turn.tx, others[0].person_id)
    return turn.words("correcting.asked_still", who=who)


def _taken_back(turn: Turn, work: Work, row: Reported, held: Standing) -> Text:
    """What went, and the figure that stands again, if there is one; of discreet work neither."""
    a = work.assignment._replace(value=held.value, percent=held.percent)
    said = reported(turn, work, repeated(turn, row.report)).plain
    if a.discreet or not said:
        return turn.words("correcting.taken_back_alone", name=named(work))
    said = by_whom(turn, row, said)
    if held.value is None and held.percent is None:
        return turn.words("correcting.taken_back", name=named(work), what=said)
    now = figures(turn, work._replace(assignment=a))
    return turn.words("correcting.taken_back_to", name=named(work), what=said, now=now)


def try_undone(turn: Turn, work: Work, text: str, surely: bool) -> bool:
    """Whether work that who spoke has reported as finished is said not to be so: "chưa xong đâu".
    Then that report is taken back, or what they asked to have confirmed; what somebody else
    reported or confirmed stays. Not `surely`: no work was named, so it must be what was done here
    just before."""
    a = work.assignment
    if a.kind != TASK or a.state not in ("done", AWAITING) or turn.incoming.forwarded:
        return False
    if post_for(turn.me, a.unit_id) is None or not says_undone(text):
        return False
    if work.last is None or not finishes(a.kind, work.last.report):
        return _unasked(turn, work, surely)
    told = instant(work.last.reported_at)
    if not is_theirs(turn, work) or turn.now - told > SHORTLY:
        return False
    if not (surely or is_of_just_now(turn, work)):
        return False
    done = Choice(
        turn.words("correcting.still_done").plain,
        "reporting.confirm",
        (a.id, [_again(turn, work.last).as_json()]),
    )
    take_back(turn, (a.id, work.last), choices=(done,))
    return True


def is_of_just_now(turn: Turn, work: Work) -> bool:
    """Whether its last report is what who spoke reported here last, within the last minutes."""
    if work.last is None or turn.now - instant(work.last.reported_at) > conversations.LASTS:
        return False
    rows = progress.last_of(turn.tx, turn.incoming.at, turn.me.id)
    return work.last.id in {row.id for _, row in rows}


def _again(turn: Turn, last: Reported) -> Item:
    """A finish as it was told, on the day on which it was said to have been."""
    told_on = local_day(instant(last.reported_at), turn.committee.zone)
    return Item(DONE, percent=100, on=last.as_of if last.as_of < told_on else None)


def _unasked(turn: Turn, work: Work, surely: bool) -> bool:
    """Whether they take back that they asked for it to be confirmed as finished."""
    for request in requests.open_of(turn.tx, work.assignment.id):
        if request.kind != requests.CLOSE or request.person_id != turn.me.id:
            continue
        if surely or turn.now - instant(request.asked_at) <= conversations.LASTS:
            overtaking.withdraw(turn, work, request)
            return True
    return False
