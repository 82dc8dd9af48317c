"""A chat that passes to somebody else, or that was bound to the wrong person."""

from __future__ import annotations

from db import chats, invites, outbox, people
from domain.message import ChatRef
from handlers import consenting, enrolling, inviting
from handlers.refusing import refuse
from handlers.turn import Turn


def hand_over(turn: Turn) -> None:
    """The holder of this chat agreed that it passes to the person of the code."""
    (invite_id,) = turn.args
    invite = invites.still_open(turn.tx, invite_id, turn.now)
    if invite is None:
        turn.say(turn.words("enrol.hand_over_late"))
    else:
        enrolling.take_over(turn, invite)


def keep(turn: Turn) -> None:
    """The chat stays with its holder; the code stays unused."""
    turn.say(turn.words("enrol.kept", name=turn.me.full_name))
    if turn.me.state != "joined":
        consenting.ask_again(turn)


def undo(turn: Turn) -> None:
    """A lead, the office, an admin, or the person from another chat of theirs says that a chat is
    not the person's: it is taken back."""
    person_id, channel, chat = turn.args
    person = people.get(turn.tx, person_id, turn.today)
    own = person is not None and person.id == turn.me.id
    if person is None or not (own or _may_undo(turn, [post.unit_id for post in person.posts])):
        refuse(turn, "rebinding.undo")
        return
    at = ChatRef(channel, chat)
    if chats.owner(turn.tx, at) != person.id:
        turn.say(turn.words("enrol.undone_before", name=person.full_name))
        return
    invites.unbind(turn.tx, at, person.id)
    outbox.cancel_all_for(turn.tx, at, "not their chat")
    turn.record("enrol.undone", f"p:{person.id}")
    if own:
        turn.say(turn.words("enrol.undone_own", voice=turn.committee.voice))
        key = "enrol.undone_own_office"
    else:
        turn.say(
            turn.words("enrol.undone", name=person.full_name, voice=turn.committee.voice),
            inviting.choice(turn, turn.me, person.id),
        )
        key = "enrol.undone_office"
    inviting.tell(turn, key, person.id, needed=not own, name=person.full_name, by=turn.me.full_name)


def _may_undo(turn: Turn, unit_ids: list[int]) -> bool:
    return any(
        people.may(turn.tx, turn.me, right, unit_id)
        for unit_id in unit_ids
        for right in ("substitute", "people")
    )
