"""Joining: a code or link binds this chat to one person. Asks no consent and lists no work."""

from __future__ import annotations

import re

from db import chats, enrol_tries, invites, outbox, people, problems, seats
from domain.fold import clean
from domain.message import BROADCAST, Choice, Outgoing
from domain.wording import full_day, hour
from handlers import consenting, introducing, inviting
from handlers.turn import Turn

_START = re.compile(r"/start(?:@\w+)?\s+(\S.{0,99})")
ALARM_AT = 100  # wrong codes in an hour: somebody is guessing


def offered(turn: Turn) -> str | None:
    """The code or link's token that this message offers. A stranger's counts anywhere in it."""
    text = turn.incoming.text.strip()
    if turn.incoming.kind != "text" or len(text) > 1000:
        return None
    if started := _START.fullmatch(text):
        return started[1].strip()
    return invites.typed_code(clean(text), anywhere=turn.person is None)


def take_code(turn: Turn, code: str) -> None:
    """Binds the chat, or refuses in the same words whatever was wrong with the code."""
    turn.bore_code = True
    at = turn.incoming.at
    invite = invites.find(turn.tx, code, turn.now)
    turn.slower = enrol_tries.slower(enrol_tries.wrong_this_hour(turn.tx, turn.now))
    if turn.person is not None and invite is not None and invite.person_id == turn.person.id:
        _again(turn, invite)
    elif until := enrol_tries.paused_until(turn.tx, at, turn.now):
        turn.say(turn.words("enrol.paused", hour=hour(until, turn.committee.zone)))
    elif invite is None or not invite.open:
        _wrong(turn, invite)
    elif turn.person is not None:
        _ask_to_hand_over(turn, invite)
    elif seats.is_full(turn.tx, at.channel, turn.committee):
        _no_seat(turn, invite)
    else:
        _bind(turn, invite)


def _again(turn: Turn, invite: invites.Invite) -> None:
    """Their own code in their own chat."""
    if turn.me.state == "joined":
        turn.say(turn.words("enrol.already", name=turn.me.full_name))
    else:
        if invite.open:
            _spend(turn, invite)
        consenting.ask(turn)


def _wrong(turn: Turn, invite: invites.Invite | None) -> None:
    refusal = enrol_tries.wrong(turn.tx, turn.incoming.at, turn.now)
    turn.slower = refusal.slower
    if refusal.paused_until is None:
        turn.say(turn.words("enrol.wrong", voice=turn.committee.voice))
    else:
        until = hour(refusal.paused_until, turn.committee.zone)
        turn.say(turn.words("enrol.wrong_pause", voice=turn.committee.voice, hour=until))
    if invite is not None and invite.used:
        _tell_of_second_account(turn, invite)
    in_an_hour = enrol_tries.wrong_this_hour(turn.tx, turn.now)
    if in_an_hour >= ALARM_AT:
        problems.raised(turn.tx, "enrolling", "", f"{in_an_hour}", turn.now)


def _tell_of_second_account(turn: Turn, invite: invites.Invite) -> None:
    """A spent code came from another account: the first binding stands, the admins are told."""
    owner = people.get(turn.tx, invite.person_id, turn.today)
    turn.record("enrol.second", f"p:{invite.person_id}")
    for admin in people.with_role(turn.tx, "admin", turn.today):
        if admin.state != "joined":
            continue
        turn.tell(
            Outgoing(
                key=f"second-account:{admin.id}:{invite.id}:{turn.today}",
                kind=BROADCAST,
                text=turn.towards(admin.language).words(
                    "enrol.second_account", name=owner.full_name if owner else ""
                ),
                choices=inviting.choice(turn, admin, invite.person_id),
                person_id=admin.id,
            )
        )


def _bind(turn: Turn, invite: invites.Invite) -> None:
    """A right code: the chat is theirs from here on in this very turn."""
    at = turn.incoming.at
    enrol_tries.forgive(turn.tx, at)
    turn.person = people.get(turn.tx, invite.person_id, turn.today)
    _spend(turn, invite)
    turn.record("enrol.bound", f"p:{invite.person_id}")
    _tell_the_lead(turn)
    if turn.me.state == "joined":
        _tell_their_other_chat(turn)
        turn.say(turn.words("enrol.another_chat", name=turn.me.full_name))
    else:
        consenting.ask(turn)


def _no_seat(turn: Turn, invite: invites.Invite) -> None:
    """A right code, but the channel's plan takes nobody more: the code stays unused, the office is
    told, and it works again as soon as there is room."""
    channel = turn.incoming.at.channel
    most, shown = turn.committee.seats[channel], channel.capitalize()
    enrol_tries.forgive(turn.tx, turn.incoming.at)
    turn.say(turn.words("enrol.no_seat", channel=shown, count=most, voice=turn.committee.voice))
    if others := seats.with_room(turn.tx, turn.committee):
        named = ", ".join(other.capitalize() for other in others)
        turn.say(turn.words("enrol.no_seat_elsewhere", channels=named))
    turn.record("enrol.full", f"p:{invite.person_id}")
    problems.raised(turn.tx, "seats", channel, str(most), turn.now)
    owner = people.get(turn.tx, invite.person_id, turn.today)
    for one in introducing.inviters(turn.tx, turn.today):
        turn.tell(
            Outgoing(
                key=f"no-seat:{one}:{invite.id}:{turn.today}",
                kind=BROADCAST,
                text=turn.towards(people.language_of(turn.tx, one)).words(
                    "enrol.no_seat_office",
                    name=owner.full_name if owner else "",
                    channel=shown,
                    count=most,
                ),
                subjects=(f"p:{invite.person_id}",),
                person_id=one,
            )
        )


def _spend(turn: Turn, invite: invites.Invite) -> None:
    chats.bind(turn.tx, turn.incoming.at, invite.person_id, turn.now)
    if not invites.use(turn.tx, invite.id, turn.incoming.at, turn.now):
        raise RuntimeError("an open invitation was spent within its own transaction")


def _tell_the_lead(turn: Turn) -> None:
    """Whoever knows them can say that this is not them."""
    me, at = turn.me, turn.incoming.at
    at_hour = hour(turn.now, turn.committee.zone)
    for lead in introducing.leads_of(turn.tx, me, turn.today):
        theirs = turn.towards(lead.language)
        turn.tell(
            Outgoing(
                key=f"joined:{lead.id}:{me.id}:{turn.inbox_id}",
                kind=BROADCAST,
                text=theirs.words(
                    "enrol.joined_another" if me.state == "joined" else "enrol.joined",
                    name=me.full_name,
                    channel=at.channel.capitalize(),
                    posts=introducing.posts(turn.tx, me),
                    when=f"{at_hour} {full_day(turn.today, lead.language)}",
                ),
                choices=(
                    Choice(
                        theirs.words("enrol.not_them").plain,
                        "rebinding.undo",
                        (me.id, at.channel, at.chat),
                    ),
                ),
                subjects=(f"p:{me.id}",),
                person_id=lead.id,
            )
        )


def _tell_their_other_chat(turn: Turn) -> None:
    """Whoever has a chat already knows best whether the new one is theirs too."""
    me, at = turn.me, turn.incoming.at
    other = chats.preferred(turn.tx, me.id, but=at)
    if other is None:
        return
    when = f"{hour(turn.now, turn.committee.zone)} {full_day(turn.today, turn.language)}"
    turn.tell(
        Outgoing(
            key=f"another-chat:{me.id}:{turn.inbox_id}",
            kind=BROADCAST,
            text=turn.words("enrol.another_added", channel=at.channel.capitalize(), when=when),
            choices=(
                Choice(
                    turn.words("enrol.not_me").plain,
                    "rebinding.undo",
                    (me.id, at.channel, at.chat),
                ),
            ),
            subjects=(f"p:{me.id}",),
            person_id=me.id,
            at=other,
            urgent=True,
        )
    )


def _ask_to_hand_over(turn: Turn, invite: invites.Invite) -> None:
    other = people.get(turn.tx, invite.person_id, turn.today)
    turn.say(
        turn.words(
            "enrol.hand_over",
            mine=turn.me.full_name,
            other=other.full_name if other else "",
        ),
        (
            Choice(turn.words("enrol.hand_over_yes").plain, "rebinding.hand_over", (invite.id,)),
            Choice(turn.words("enrol.hand_over_no").plain, "rebinding.keep"),
        ),
    )


def take_over(turn: Turn, invite: invites.Invite) -> None:
    """The chat passes to the invitation's person: what was queued for the former one goes no
    further."""
    turn.record("enrol.handover", f"p:{invite.person_id}")
    turn.end()
    turn.conversation = None
    outbox.cancel_all_for(turn.tx, turn.incoming.at, "handed over")
    _bind(turn, invite)
