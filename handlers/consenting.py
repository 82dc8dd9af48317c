"""What is stored and why, and the two equal answers to it. Binds no chat."""

from __future__ import annotations

from db import directives, people
from domain.fold import fold
from domain.message import BROADCAST, ZALO, Choice, Outgoing, joined
from domain.person import ADMIN, LEAD, OFFICE, REPORTER
from handlers import guiding, introducing, listing
from handlers.turn import Turn

# Of the words below, kept with each consent; other words need another. Whoever agreed to former
# words is not asked again.
VERSION = "2026-02"
AGREE, DECLINE = "consenting.agree", "consenting.decline"

FIRST_LINES = 6  # of what is theirs, below the welcome on the same screen
_WORDS = {"dong y": AGREE, "khong dong y": DECLINE}


def ask(turn: Turn) -> None:
    """Says who they are and what is kept, and asks."""
    me = turn.me
    law = [turn.words("consent.law", voice=turn.committee.voice)]
    if turn.incoming.platform != ZALO:
        law.append(turn.words("consent.abroad"))
    turn.say(turn.words("consent.hello", name=me.full_name, committee=turn.committee.name))
    turn.say(turn.words("consent.posts", posts=introducing.posts(turn.tx, me)))
    turn.say(turn.words("consent.stored"))
    turn.say(joined(" ", law))
    turn.say(turn.words("consent.question"), _choices(turn))


def _choices(turn: Turn) -> tuple[Choice, ...]:
    return (
        Choice(turn.words("consent.agree").plain, AGREE),
        Choice(turn.words("consent.decline").plain, DECLINE),
    )


def answered(turn: Turn) -> str | None:
    """Which of the two a typed message says."""
    return _WORDS.get(fold(turn.incoming.text).strip(" .!"))


def ask_again(turn: Turn) -> None:
    """Somebody who has not agreed wrote something else: nothing of it is used."""
    if turn.me.state == "declined":
        turn.say(
            turn.words("consent.declined_before", voice=turn.committee.voice),
            (Choice(turn.words("consent.agree_after_all").plain, AGREE),),
        )
    else:
        turn.say(turn.words("consent.answer_first"), _choices(turn))


def agree(turn: Turn) -> None:
    """They take part from now on, and see at once what is theirs."""
    if turn.me.state == "joined":
        turn.say(turn.words("consent.agreed_before"))
        return
    after_all = turn.me.state == "declined"
    people.consented(turn.tx, turn.me.id, VERSION, turn.now)
    turn.record("consent.agreed", f"p:{turn.me.id}", text=VERSION)
    turn.person = people.get(turn.tx, turn.me.id, turn.today)
    reports = turn.me.has_role(REPORTER, LEAD)
    thanks = "consent.thanks" if reports else "consent.thanks_only"
    turn.say(turn.words(thanks, name=turn.me.given_name))
    if waiting := directives.waiting_for(turn.tx, turn.me.id):
        turn.say(turn.words("consent.waiting", count=len(waiting)))
    if reports:
        listing.show_work(turn, FIRST_LINES)
    else:
        guiding.first_steps(turn)
    if after_all:  # the office was told that it has to report for them
        _tell_the_office(turn, "consent.office_after_all")


def decline(turn: Turn) -> None:
    """Nothing is sent to them any more; the office is told and reports for them."""
    if turn.me.state == "declined":
        ask_again(turn)
        return
    people.declined(turn.tx, turn.me.id)
    turn.record("consent.declined", f"p:{turn.me.id}", text=VERSION)
    turn.end()
    turn.person = people.get(turn.tx, turn.me.id, turn.today)
    turn.say(turn.words("consent.declined", voice=turn.committee.voice))
    _tell_the_office(turn, "consent.office")


def _tell_the_office(turn: Turn, what: str) -> None:
    """`what`: the key of what the office is told of them."""
    me = turn.me
    told = people.with_role(turn.tx, OFFICE, turn.today) or people.with_role(
        turn.tx, ADMIN, turn.today
    )
    for one in told:
        if one.id != me.id and one.state == "joined":
            turn.tell(
                Outgoing(
                    key=f"{me.state}:{one.id}:{me.id}:{turn.inbox_id}",
                    kind=BROADCAST,
                    text=turn.towards(one.language).words(
                        what,
                        name=me.full_name,
                        posts=introducing.posts(turn.tx, me),
                    ),
                    subjects=(f"p:{me.id}",),
                    person_id=one.id,
                )
            )
