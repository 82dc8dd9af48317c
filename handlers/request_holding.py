"""A decider's words that do not decide: the request is shown once more, and the words can be passed
on as a reason or an answer by a choice of its own. Reads no words."""

from __future__ import annotations

from db import assignments, people, requests
from db.deciders import deciders
from db.requests import CLOSE, EXTEND, GRANTED, HELP, RETURNED, Request
from domain.message import Choice, lines
from domain.progress import Work
from domain.wording import decapitalised
from handlers.phrases import named, requested, shortened
from handlers.request_putting import choices_for, put, say_decided, show_waiting
from handlers.turn import Turn

_PASSED_ON = {
    (EXTEND, GRANTED): "concluding.with.grant",
    (EXTEND, RETURNED): "concluding.with.return",
    (CLOSE, GRANTED): "concluding.with.grant.close",
    (CLOSE, RETURNED): "concluding.with.return.close",
    (HELP, GRANTED): "concluding.with.grant.help",
    (HELP, RETURNED): "concluding.with.return.help",
}
_SHOWN = 120  # characters of what was typed


def hold(
    turn: Turn,
    work: Work,
    request: Request,
    words: str = "",
    verdict: str = RETURNED,
    instead: Request | None = None,
) -> None:
    """Decides nothing and shows the request, or another one `instead` that was named; `words`, if
    any, can be passed on with a verdict about the first."""
    shown = instead or request
    shown_work = assignments.get(turn.tx, shown.assignment_id) or work
    choices = list(choices_for(turn, shown))
    key, fields = ("concluding.held", {})
    if instead is not None:
        key, fields = "concluding.held_of", {"name": named(work, 40)}
    said = [turn.words(key, **fields)]
    if words:
        label = turn.words(_PASSED_ON[request.kind, verdict]).plain
        if instead is not None:
            label = f"{work.shown_code}: {decapitalised(label)}"
        choices.append(Choice(label, "concluding.with_words", _args(request, verdict, words)))
        said.append(
            turn.words(
                "concluding.held_words",
                words=shortened(words, _SHOWN),
                asker=people.full_name(turn.tx, request.person_id),
                number=len(choices),
            )
        )
    asker = people.full_name(turn.tx, shown.person_id)
    turn.say(
        lines(*said, put(turn, shown_work, shown, asker)),
        tuple(choices),
        (shown_work.assignment.subject,),
    )


def _args(request: Request, verdict: str, words: str) -> tuple[int, int, str, str]:
    return request.id, request.version, verdict, words


def hold_all(turn: Turn) -> None:
    """Words for several requests at once, or for one of which nothing waits: decides nothing and
    shows what waits."""
    show_waiting(turn, held=True)


def say_lasting(turn: Turn) -> bool:
    """A decision is to be undone that was told already: who can still change something. Whether
    who spoke took any."""
    last = requests.decided_last(turn.tx, turn.me.id)
    work = assignments.get(turn.tx, last.assignment_id) if last is not None else None
    if last is None or work is None:
        return False
    turn.say(
        turn.words(
            "concluding.lasting",
            name=named(work),
            unit=work.unit_name,
            voice=turn.committee.voice,
        ),
        subjects=(work.assignment.subject,),
    )
    return True


def say_whose(turn: Turn, work: Work, request: Request) -> None:
    """A request that who spoke only follows: who decides it, or how it was decided."""
    if request.state != "open":
        say_decided(turn, work, request)
        return
    unit_id, kind = work.assignment.unit_id, request.kind
    asked = deciders(turn.tx, unit_id, kind, request.person_id, turn.today)
    names = ", ".join(people.full_name(turn.tx, person_id) for person_id in asked)
    key = "concluding.others_decide" if asked else "concluding.office_finds"
    fields = {"who": names} if asked else {"voice": turn.committee.voice}
    turn.say(
        turn.words(
            key,
            what=requested(turn, kind, request.wanted_on),
            name=named(work),
            asker=people.full_name(turn.tx, request.person_id),
            **fields,
        ),
        subjects=(work.assignment.subject,),
    )
