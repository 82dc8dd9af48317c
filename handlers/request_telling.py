"""Who hears what became of a request: who asked, and whoever was told of it to follow it, each
once. Decides nothing and offers no choice."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from db import leaves, outbox, people
from db.requests import CLOSE, EXTEND, GRANTED, HELP, RETURNED, Request
from domain.leave import stands_in
from domain.message import ANSWER, BROADCAST, Outgoing, Text, lines
from domain.person import LEAD, OFFICE, Person
from domain.progress import Work
from domain.wording import dated
from handlers.phrases import deadline, named, requested, standing
from handlers.turn import Turn

_ANSWERED = "answered"  # a call for help granted with words of their own
_TOLD = {
    (EXTEND, GRANTED): "concluding.told.extend.granted",
    (EXTEND, RETURNED): "concluding.told.extend.returned",
    (CLOSE, GRANTED): "concluding.told.close.granted",
    (CLOSE, RETURNED): "concluding.told.close.returned",
    (HELP, GRANTED): "concluding.told.help.granted",
    (HELP, _ANSWERED): "concluding.told.help.answered",
    (HELP, RETURNED): "concluding.told.help.returned",
}
_NOTES = {
    GRANTED: "concluding.note.granted",
    _ANSWERED: "concluding.note.answered",
    RETURNED: "concluding.note.returned",
}


def how(request: Request, verdict: str, note: str) -> str:
    """The verdict, or that help was answered in words."""
    return _ANSWERED if request.kind == HELP and verdict == GRANTED and note else verdict


def tell(
    turn: Turn, work: Work, request: Request, verdict: str, granted_on: date | None, note: str
) -> bool:
    """Tells who asked; those who were told of the request; the unit's leads, where who asked holds
    no post there any more. Where that reaches nobody, the office, which passes it on; whether the
    unit was reached."""
    asker = people.get(turn.tx, request.person_id, turn.today)
    reached: list[Person] = []
    if asker is not None and _hears(asker):
        reached.append(asker)
    listening = outbox.told_of_request(turn.tx, request.id)
    if asker is None or not _is_of_unit(asker, work):
        listening += _leads(turn, work)
    for person_id in dict.fromkeys(listening):
        person = people.get(turn.tx, person_id, turn.today)
        known = {turn.me.id, request.person_id}
        if person is not None and person.id not in known and _hears(person):
            reached.append(person)
    in_unit = bool(reached)
    if not in_unit:
        office = people.with_role(turn.tx, OFFICE, turn.today)
        reached = [person for person in office if person.id != turn.me.id and _hears(person)]
    for person in reached:
        asked = person.id == request.person_id
        theirs = turn.towards(person.language)
        turn.tell(
            Outgoing(
                key=f"decision:{person.id}:{request.id}",
                kind=ANSWER if asked else BROADCAST,
                text=_outcome(theirs, work, request, verdict, granted_on, note, asked=asked),
                subjects=(work.assignment.subject,),
                person_id=person.id,
            )
        )
    return in_unit


def _hears(person: Person) -> bool:
    """Whoever holds no post any more gets nothing more."""
    return person.state == "joined" and bool(person.posts)


def _is_of_unit(person: Person, work: Work) -> bool:
    return any(
        post.unit_id == work.assignment.unit_id for post in (*person.posts, *person.for_others)
    )


def _leads(turn: Turn, work: Work) -> list[int]:
    """The unit's leads, or who stands in for them; without any, whoever else is in the unit."""
    unit_id = work.assignment.unit_id
    away = leaves.today_by_person(turn.tx, turn.today)
    posted: Collection[Person] = people.of_unit(turn.tx, unit_id, turn.today, (LEAD,))
    if not posted:
        posted = people.of_unit(turn.tx, unit_id, turn.today)
    present = (stands_in(person.id, away) for person in posted)
    return [person_id for person_id in present if person_id is not None]


def _outcome(
    theirs: Turn,
    work: Work,
    request: Request,
    verdict: str,
    granted_on: date | None,
    note: str,
    *,
    asked: bool,
) -> Text:
    a = work.assignment
    said = how(request, verdict, note)
    another = verdict == GRANTED and granted_on != request.wanted_on
    day = (
        dated(request.wanted_on, theirs.today, theirs.language)
        if another and request.wanted_on is not None
        else None
    )
    what = requested(theirs, request.kind, granted_on or request.wanted_on)
    # A target that has its plan would read as a success, just when it was returned.
    returned = request.kind == CLOSE and verdict == RETURNED
    due = standing(theirs, a.state, a.due_on, a.done_on) if returned else deadline(theirs, work)
    if returned and granted_on is not None:
        due = theirs.words("concluding.new_due", due=due)
    who_asked = people.full_name(theirs.tx, request.person_id)
    return lines(
        theirs.words(
            _TOLD[request.kind, said], who=theirs.me.full_name, what=what, name=named(work)
        ),
        None
        if asked
        else theirs.words("concluding.asked_by", asker=who_asked, unit=work.unit_name),
        theirs.words("concluding.you_asked", day=day) if day and asked else None,
        theirs.words("concluding.they_asked", day=day) if day and not asked else None,
        theirs.words(_NOTES[said], note=note) if note else None,
        due,
    )
