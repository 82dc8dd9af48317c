"""What waits for a decision, and deciding it: rights are looked at again, one decision counts."""

from __future__ import annotations

from db import assignments, outbox, people, progress, requests
from db.requests import CLOSE, EXTEND, GRANTED, RETURNED, Request
from domain.instants import instant, local_day
from domain.message import ANSWER, Choice, Outgoing, Text, joined, lines
from domain.person import CHAIR, LEAD
from domain.progress import DONE, Report, Standing, Work
from handlers.phrases import figures, named, requested, shortened, standing
from handlers.recording import period_for
from handlers.turn import Turn

SCREEN = 6

_DECIDED = {
    GRANTED: "requesting.decided.granted",
    RETURNED: "requesting.decided.returned",
}
_TOLD = {GRANTED: "requesting.told.granted", RETURNED: "requesting.told.returned"}


def put(turn: Turn, work: Work, request: Request, asker: str) -> Text:
    """The request as it is put before who decides: fact, deadline, what was reported."""
    a = work.assignment
    return lines(
        turn.words(
            "requesting.put",
            unit=work.unit_name,
            asker=asker,
            what=requested(turn, request.kind, request.wanted_on),
            name=named(work),
        ),
        standing(turn, a.state, a.due_on, a.done_on),
        None if a.discreet else turn.words("listing.card.figures", figures=figures(turn, work)),
        turn.words("requesting.reason", note=shortened(request.note, 200))
        if request.note and not a.discreet
        else None,
    )


def choices_for(turn: Turn, request: Request) -> tuple[Choice, ...]:
    """Agree first, not agree second: the same on every screen."""
    return tuple(
        Choice(turn.words(key).plain, "requesting.decide", (request.id, request.version, state))
        for key, state in (("requesting.grant", GRANTED), ("requesting.return", RETURNED))
    )


def show_waiting(turn: Turn) -> None:
    """`choduyet`: what waits for who spoke; a single one with its choices at once."""
    mine = [post for post in turn.me.posts if post.role in (CHAIR, LEAD)]
    waiting = requests.waiting_below(
        turn.tx,
        [post.unit_id for post in mine],
        [post.unit_id for post in mine if post.role == CHAIR],
    )
    if not waiting:
        turn.say(turn.words("requesting.none_waiting"))
        return
    if len(waiting) == 1:
        _show(turn, waiting[0])
        return
    works = {
        work.assignment.id: work
        for work in assignments.these(turn.tx, {each.assignment_id for each in waiting})
    }
    said, choices = [], []
    for each in waiting[:SCREEN]:
        work = works[each.assignment_id]
        what = requested(turn, each.kind, each.wanted_on)
        said.append(
            turn.words("requesting.line", unit=work.unit_name, name=named(work, 40), what=what)
        )
        choices.append(
            Choice(
                f"{work.shown_code}, {shortened(work.unit_name, 40)}", "requesting.show", (each.id,)
            )
        )
    turn.say(
        lines(
            turn.words("requesting.waiting", count=len(waiting)),
            *said,
            turn.words("requesting.waiting.how"),
        ),
        tuple(choices),
        tuple(works[each.assignment_id].assignment.subject for each in waiting[:SCREEN]),
    )


def show(turn: Turn) -> None:
    """Choice: one request with its two answers; args: its id."""
    request = requests.get(turn.tx, int(turn.args[0]))
    if request is not None:
        _show(turn, request)


def _show(turn: Turn, request: Request) -> None:
    work = assignments.get(turn.tx, request.assignment_id)
    if work is None or not _may(turn, work):
        return
    if request.state != "open":
        _say_decided(turn, work, request)
        return
    asker = people.get(turn.tx, request.person_id, turn.today)
    turn.say(
        put(turn, work, request, asker.full_name if asker else ""),
        choices_for(turn, request),
        (work.assignment.subject,),
    )


def _may(turn: Turn, work: Work) -> bool:
    a = work.assignment
    if people.may(turn.tx, turn.me, "decide", a.unit_id, a.id) is not None:
        return True
    turn.record("denied", a.subject, "decide")
    turn.say(turn.words("requesting.not_yours_to_decide"))
    return False


def decide(turn: Turn) -> None:
    """Choice "Đồng ý" or "Không đồng ý"; args: the request, its version, the decision."""
    request_id, version, verdict = turn.args
    request = requests.get(turn.tx, int(request_id))
    work = assignments.get(turn.tx, request.assignment_id) if request else None
    if request is None or work is None or verdict not in (GRANTED, RETURNED):
        turn.say(turn.words("requesting.not_yours_to_decide"))
        return
    if not _may(turn, work):
        return
    a = work.assignment
    post = people.may(turn.tx, turn.me, "decide", a.unit_id, a.id)
    granted_on = request.wanted_on if verdict == GRANTED else None
    if request.version != int(version) or not requests.decide(
        turn.tx, request, verdict, turn.me.id, turn.now, granted_on
    ):
        _say_decided(turn, work, requests.get(turn.tx, request.id) or request)
        return
    what = requested(turn, request.kind, request.wanted_on)
    turn.record(verdict, a.subject, f"{a.code} {what.plain}", post)
    if verdict == GRANTED:
        _carry_out(turn, work, request)
        work = assignments.get(turn.tx, a.id) or work
    _tell_asker(turn, work, request, verdict)
    turn.say(
        turn.words(_DECIDED[verdict], what=what, name=named(work), unit=work.unit_name),
        subjects=(a.subject,),
    )


def _carry_out(turn: Turn, work: Work, request: Request) -> None:
    """The deadline moves; or the assignment is done on the day on which that was said."""
    a = work.assignment
    if request.kind == EXTEND and request.wanted_on is not None:
        assignments.extended(turn.tx, a.id, request.wanted_on, a.due_on)
        outbox.cancel_unsent_about(turn.tx, a.subject, "extended")
    elif request.kind == CLOSE:
        asked_on = local_day(instant(request.asked_at), turn.committee.zone)
        period, _ = period_for(turn, work, progress.frozen(turn.tx, str(turn.today.year - 1)))
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
        held = Standing(a.percent, a.value, False, asked_on, progress_id, a.last_reported_at)
        assignments.moved(turn.tx, a, held, "done")
        outbox.cancel_unsent_about(turn.tx, a.subject, "done")


def _tell_asker(turn: Turn, work: Work, request: Request, verdict: str) -> None:
    a = work.assignment
    turn.tell(
        Outgoing(
            key=f"decision:{request.person_id}:{request.id}",
            kind=ANSWER,
            text=joined(
                "\n",
                (
                    turn.words(
                        _TOLD[verdict],
                        who=turn.me.full_name,
                        what=requested(turn, request.kind, request.wanted_on),
                        name=named(work),
                    ),
                    standing(turn, a.state, a.due_on, a.done_on),
                ),
            ),
            subjects=(a.subject,),
            person_id=request.person_id,
        )
    )


def _say_decided(turn: Turn, work: Work, request: Request) -> None:
    key = {
        GRANTED: "requesting.was_granted",
        RETURNED: "requesting.was_returned",
    }.get(request.state, "requesting.was_changed")
    what = requested(turn, request.kind, request.wanted_on)
    turn.say(turn.words(key, what=what, name=named(work), unit=work.unit_name))
