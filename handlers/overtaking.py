"""Requests that a report has overtaken: more time for what has its plan by now, a confirmation of
what is not finished after all, help with a difficulty that has ended. Offers to take them back;
decides nothing."""

from __future__ import annotations

from collections.abc import Sequence

from db import assignments, requests
from db.requests import CLOSE, EXTEND, HELP, Request
from domain.assignment import AWAITING, reaches
from domain.message import Choice, Text
from domain.progress import Work
from handlers.phrases import named, requested
from handlers.recording import Written
from handlers.turn import Turn


def has_plan(each: Written) -> bool:
    """Whether what stands after the report is all that was planned."""
    return each.state == "open" and _reaches(each)


def _reaches(each: Written) -> bool:
    a, held = each.entry.work.assignment, each.standing
    return reaches(a.kind, a.direction, a.plan, held.value, held.percent, held.estimate)


def overtaken(turn: Turn, written: Sequence[Written]) -> list[tuple[Work, Request]]:
    """What who spoke has asked for and hardly needs after these reports. Looks nothing up for a
    report by which no plan is reached, nothing taken up again and no difficulty ended."""
    found = []
    for each in written:
        a = each.entry.work.assignment
        kinds: tuple[str, ...] = ()
        if has_plan(each) and not a.has_reached_plan:
            kinds = (EXTEND, HELP)
        elif a.state == AWAITING and not _is_whole(each):
            kinds = (CLOSE,)
        elif each.entry.eased:
            kinds = (HELP,)
        if kinds and not a.discreet:
            found += [
                (each.entry.work, request)
                for request in requests.open_of(turn.tx, a.id)
                if request.kind in kinds and request.person_id == turn.me.id
            ]
    return found


def _is_whole(each: Written) -> bool:
    """Whether the report is of all that was to be done, so that it may well be confirmed."""
    return each.standing.done_on is not None or _reaches(each)


def waits_still(turn: Turn, work: Work, request: Request, several: bool) -> Text:
    """That it still waits, and that it can be taken back; of `several` reports with its name."""
    what = requested(turn, request.kind, request.wanted_on)
    key = "requesting.waits_still_of" if several else "requesting.waits_still"
    return turn.words(key, what=what, name=named(work))


def choice(turn: Turn, request: Request, several: bool = False) -> Choice:
    """To take it back; of `several` with the code of its work."""
    what = requested(turn, request.kind, request.wanted_on).plain
    work = assignments.get(turn.tx, request.assignment_id) if several else None
    label = turn.words("requesting.take_back", what=what).plain
    if work is not None:
        label = turn.words("requesting.take_back_of", what=what, code=work.shown_code).plain
    return Choice(label, "overtaking.take_back", (request.id,))


def whether(turn: Turn, request: Request) -> Text:
    """The question whether it is to be taken back."""
    work = assignments.get(turn.tx, request.assignment_id)
    what = requested(turn, request.kind, request.wanted_on)
    return turn.words("requesting.whether", what=what, name=named(work) if work else "")


def take_back(turn: Turn) -> None:
    """Choice; args: the request. Whoever asked takes it back, as long as it waits."""
    request = requests.get(turn.tx, int(turn.args[0]))
    work = assignments.get(turn.tx, request.assignment_id) if request else None
    if request is None or work is None or request.person_id != turn.me.id:
        turn.say(turn.words("reporting.not_yours"))
    elif request.state != "open":
        what = requested(turn, request.kind, request.wanted_on)
        turn.say(turn.words("requesting.waits_no_more", what=what, name=named(work)))
    else:
        withdraw(turn, work, request)


def withdraw(turn: Turn, work: Work, request: Request) -> None:
    """Takes back one that waits, and says so."""
    a = work.assignment
    requests.withdraw(turn.tx, a.id, (request.kind,))
    if request.kind == CLOSE:
        assignments.reopened(turn.tx, a.id)
    what = requested(turn, request.kind, request.wanted_on)
    turn.record("retract", a.subject, f"{a.code} {what.plain}")
    turn.say(turn.words("requesting.withdrawn", what=what, name=named(work)), subjects=(a.subject,))
