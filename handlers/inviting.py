"""The office or an admin issues a new code in the chat, and is told when one is needed.

Binds no chat: that is enrolling.
"""

from __future__ import annotations

from db import invites, people
from domain.instants import local_day
from domain.message import BROADCAST, Choice, Outgoing
from domain.person import Person
from domain.wording import full_day
from handlers import introducing
from handlers.refusing import refuse
from handlers.turn import Turn


def may(turn: Turn, who: Person, person_id: int) -> bool:
    """Whether `who` looks after the people of a unit in which this person holds a post."""
    person = people.get(turn.tx, person_id, turn.today)
    return person is not None and any(
        people.may(turn.tx, who, "people", post.unit_id) for post in person.posts
    )


def choice(turn: Turn, who: Person, person_id: int) -> tuple[Choice, ...]:
    """The choice to invite this person, where `who` may."""
    if not may(turn, who, person_id):
        return ()
    label = turn.towards(who.language).words("invite.choice").plain
    return (Choice(label, "inviting.issue", (person_id,)),)


def issue(turn: Turn) -> None:
    """Choice: a code for this person, said once; earlier unused ones end."""
    person_id = int(turn.args[0])
    if not may(turn, turn.me, person_id):
        refuse(turn, "inviting.issue")
        return
    invitation = invites.issue(turn.tx, person_id, turn.now)
    turn.record("enrol.invited", f"p:{person_id}")
    until = local_day(invitation.expires_at, turn.committee.zone)
    turn.say(
        turn.words(
            "invite.code",
            name=people.full_name(turn.tx, person_id),
            code=invitation.code,
            day=full_day(until, turn.language),
        ),
        subjects=(f"p:{person_id}", invites.SUBJECT),
    )


def tell(turn: Turn, key: str, person_id: int, *, needed: bool = True, **fields: str) -> None:
    """Tells the office and the admins, but who spoke, of what became of a chat; `key` and `fields`
    say it. `needed`: a new code is, so that whoever may can issue it at once."""
    for one in introducing.inviters(turn.tx, turn.today):
        who = people.get(turn.tx, one, turn.today)
        if who is not None and one != turn.me.id:
            turn.tell(
                Outgoing(
                    key=f"{key}:{one}:{person_id}:{turn.inbox_id}",
                    kind=BROADCAST,
                    text=turn.towards(who.language).words(key, **fields),
                    choices=choice(turn, who, person_id) if needed else (),
                    subjects=(f"p:{person_id}",),
                    person_id=one,
                )
            )
