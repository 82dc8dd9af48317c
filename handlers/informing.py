"""Who learns of a request without deciding it: the unit's own leads, over whose heads it goes, and
the office where nobody can decide. Offers no choice."""

from __future__ import annotations

from collections.abc import Collection

from db import leaves, people
from db.requests import Request
from domain.leave import stands_in
from domain.message import ANSWER, BROADCAST, Outgoing, lines
from domain.person import LEAD, OFFICE
from domain.progress import Work
from handlers.request_putting import put
from handlers.turn import Turn


def tell_leads(turn: Turn, work: Work, kept: Request, asked: Collection[int]) -> bool:
    """Tells the leads of the unit what one of its officials has asked for above them, at work hours
    and once; whether there was any to tell. `asked` have it before them already."""
    unit_id = work.assignment.unit_id
    posts = (*turn.me.posts, *turn.me.for_others)
    if any(post.role == LEAD and post.unit_id == unit_id for post in posts):
        return False  # it is the lead's own word
    away = leaves.today_by_person(turn.tx, turn.today)
    present = [
        other
        for lead in people.of_unit(turn.tx, unit_id, turn.today, (LEAD,))
        if (other := stands_in(lead.id, away)) is not None and other != turn.me.id
    ]
    told = [
        person
        for each in dict.fromkeys(present)
        if each not in asked
        and (person := people.get(turn.tx, each, turn.today)) is not None
        and person.state == "joined"
    ]
    subjects = (work.assignment.subject,)
    for person in told:
        theirs = turn.towards(person.language)
        text = lines(
            put(theirs, work, kept, turn.me.full_name, "requesting.told"),
            theirs.words("requesting.for_the_lead")
            if asked
            else theirs.words("requesting.for_the_lead_alone", voice=turn.committee.voice),
        )
        key = f"request-lead:{person.id}:{kept.id}"
        turn.tell(Outgoing(key, BROADCAST, text, subjects=subjects, person_id=person.id))
    return bool(told)


def tell_office(turn: Turn, work: Work, kept: Request) -> None:
    """Tells the office, which finds somebody to decide."""
    subjects = (work.assignment.subject,)
    for person in people.with_role(turn.tx, OFFICE, turn.today):
        if person.id != turn.me.id:
            theirs = turn.towards(person.language)
            text = put(theirs, work, kept, turn.me.full_name, "requesting.told")
            key = f"request:{person.id}:{kept.id}"
            turn.tell(Outgoing(key, ANSWER, text, subjects=subjects, person_id=person.id))
