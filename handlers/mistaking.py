"""Somebody says that the chat is not theirs, that the phone is another, or that the post is: what
to do then. Which words say so is for domain/chat_words.py; invites nobody."""

from __future__ import annotations

from db import invites, outbox
from domain.chat_words import LEAVING, OTHER, WRONG, said_of_chat
from domain.message import Choice
from handlers import inviting, rebinding
from handlers.turn import Turn


def try_words(turn: Turn) -> bool:
    """Whether the message speaks of the chat or the phone itself."""
    said = said_of_chat(turn.incoming.text, turn.me.full_name)
    if said == LEAVING and not turn.me.posts:
        return False  # the office knows
    if said == WRONG:
        ask(turn)
    elif said == OTHER:
        turn.say(turn.words("mistaken.other", voice=turn.committee.voice), _tell_choice(turn, said))
    elif said == LEAVING:
        turn.say(
            turn.words("mistaken.leaving", voice=turn.committee.voice), _tell_choice(turn, said)
        )
    elif said is not None:
        turn.say(turn.words("mistaken.shared", voice=turn.committee.voice))
    return said is not None


def ask(turn: Turn) -> None:
    """Asks once more whose the chat is: a slip would take it from the right person."""
    name = turn.me.given_name
    turn.say(
        turn.words("mistaken.wrong", name=turn.me.full_name, short=name),
        (
            Choice(turn.words("mistaken.not_me", name=name).plain, "mistaking.not_me"),
            Choice(turn.words("mistaken.me", name=name).plain, "mistaking.me"),
        ),
    )


def not_me(turn: Turn) -> None:
    """Choice: the chat is taken from the name; whoever writes there is a stranger again."""
    me, at = turn.me, turn.incoming.at
    turn.record("enrol.undone", f"p:{me.id}")
    turn.end()
    invites.unbind(turn.tx, at, me.id)
    outbox.cancel_all_for(turn.tx, at, "not their chat")
    shown = at.channel.capitalize()
    inviting.tell(turn, "mistaken.office", me.id, name=me.full_name, channel=shown)
    turn.say(turn.words("mistaken.undone", name=me.full_name, voice=turn.committee.voice))
    turn.person = None  # who speaks here is nobody that we know


def me(turn: Turn) -> None:
    """Choice: it is them."""
    rebinding.keep(turn)


def _tell_choice(turn: Turn, said: str) -> tuple[Choice, ...]:
    key = "mistaken.ask_code" if said == OTHER else "mistaken.tell"
    return (Choice(turn.words(key).plain, "mistaking.tell", (said,)),)


def tell(turn: Turn) -> None:
    """Choice: the office is told, with what it can do about it."""
    (said,) = turn.args
    key = "mistaken.office_other" if said == OTHER else "mistaken.office_leaving"
    inviting.tell(turn, key, turn.me.id, needed=said == OTHER, name=turn.me.full_name)
    turn.say(turn.words("mistaken.told", voice=turn.committee.voice))
