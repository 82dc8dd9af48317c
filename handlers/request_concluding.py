"""What a decision about a request brings: kept, carried out, told (request_telling), said back.

One decision counts. Asks nothing: what it gets is decided.
"""

from __future__ import annotations

from datetime import date

from db import assignments, outbox, progress, requests
from db.requests import CLOSE, EXTEND, GRANTED, HELP, RETURNED, Request
from domain.instants import instant, local_day
from domain.message import lines
from domain.progress import DONE, Report, Standing, Work
from domain.wording import dated
from handlers.phrases import in_place_of, named, requested
from handlers.request_putting import post_to_decide, say_decided
from handlers.request_telling import how, tell
from handlers.timing import frozen_periods, period_for
from handlers.turn import Turn

# The conversation in which a decider is asked for words.
WORDS = "concluding.words"
_DECIDED = {
    (EXTEND, GRANTED): "concluding.decided.extend.granted",
    (EXTEND, RETURNED): "concluding.decided.extend.returned",
    (CLOSE, GRANTED): "concluding.decided.close.granted",
    (CLOSE, RETURNED): "concluding.decided.close.returned",
    (HELP, GRANTED): "concluding.decided.help.granted",
    (HELP, "answered"): "concluding.decided.help.answered",
    (HELP, RETURNED): "concluding.decided.help.returned",
}


def conclude(
    turn: Turn,
    work: Work,
    request: Request,
    verdict: str,
    *,
    granted_on: date | None = None,
    note: str = "",
) -> None:
    """Decides, carries it out, tells who asked and who follows it, says it back."""
    a = work.assignment
    if turn.conversation is not None and turn.conversation.state == WORDS:
        turn.end()
    post = post_to_decide(turn, work, request)
    if post is None:
        return
    if not requests.decide(turn.tx, request, verdict, turn.me.id, turn.now, granted_on, note):
        say_decided(turn, work, requests.get(turn.tx, request.id) or request)
        return
    what = requested(turn, request.kind, granted_on or request.wanted_on)
    turn.record(verdict, a.subject, f"{a.code} {what.plain}{in_place_of(turn, post)}", post)
    _carry_out(turn, work, request, verdict, granted_on)
    work = assignments.get(turn.tx, a.id) or work
    in_unit = tell(turn, work, request, verdict, granted_on, note)
    turn.say(
        lines(
            turn.words(
                _DECIDED[request.kind, how(request, verdict, note)],
                what=what,
                name=named(work),
                unit=work.unit_name,
            ),
            turn.words("concluding.new_deadline", day=dated(granted_on, turn.today, turn.language))
            if granted_on is not None and verdict == RETURNED
            else None,
            turn.words("concluding.note.granted", note=note)
            if note and verdict == GRANTED and request.kind != HELP
            else None,
            None
            if in_unit
            else turn.words("concluding.office_passes_on", voice=turn.committee.voice),
        ),
        subjects=(a.subject,),
    )


def _carry_out(
    turn: Turn, work: Work, request: Request, verdict: str, granted_on: date | None
) -> None:
    """The deadline moves; the assignment is done on the day on which that was said, or is open
    again."""
    a = work.assignment
    if request.kind == CLOSE and verdict == GRANTED:
        _close(turn, work, request)
    elif request.kind == CLOSE:
        assignments.reopened(turn.tx, a.id)
    if granted_on is not None:
        assignments.extended(turn.tx, a.id, granted_on, a.due_on)
        outbox.cancel_unsent_about(turn.tx, a.subject, "extended")


def _close(turn: Turn, work: Work, request: Request) -> None:
    a = work.assignment
    asked_on = local_day(instant(request.asked_at), turn.committee.zone)
    period, _ = period_for(turn, work, frozen_periods(turn))
    progress_id = progress.add(
        turn.tx,
        a.id,
        Report(DONE),
        now=turn.now,
        as_of=asked_on,
        period=period,
        person_id=request.person_id,
        membership_id=None,
        inbox_id=turn.inbox_id,
        item=0,
        at=turn.incoming.at,
        update_key=turn.incoming.update_key,
        origin=progress.DECISION,
        reported_by=turn.me.id,
    )
    turn.demand("progress")
    held = Standing(
        a.percent, a.value, False, asked_on, progress_id, a.last_reported_at, a.estimate
    )
    assignments.moved(turn.tx, a, held, "done")
    outbox.cancel_unsent_about(turn.tx, a.subject, "done")
