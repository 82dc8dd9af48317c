"""What is said in groups: which of it is for us, whose it is, and where it goes.

Everything else is ignored and its words are not kept. Contains no rule of any subject.
"""

from __future__ import annotations

from db import chats, conversations, groups, offers, people
from db.groups import Group
from db.offers import Offer
from domain.codes import normal_code
from domain.fold import clean
from domain.mention import codes_in, pieces
from domain.message import Text
from domain.reply.item import ACKNOWLEDGE, OTHER
from handlers import (
    captioning,
    choosing,
    conversing,
    editing,
    group_listing,
    grouping,
    guarding,
    meeting,
    misplacing,
    reporting,
    retracting,
    righting,
    words,
)
from handlers.examples import own_example
from handlers.routes import OPEN_ENDED, SHOWS, SPELLINGS, STEPS, choose
from handlers.subjects import Meant, look_up, reports
from handlers.turn import Turn
from handlers.understanding import is_courtesy, understood

_TALK = "talk in a group"


def moved(turn: Turn) -> None:
    """A group has another id: one of the two ways in which that is learnt."""
    chats.moved(turn.tx, turn.incoming.at, turn.incoming.moved_to)
    groups.found(turn.tx, turn.incoming.at._replace(chat=turn.incoming.moved_to), turn.now)


def hear(turn: Turn) -> None:
    """One update from a group."""
    incoming = turn.incoming
    group = groups.at(turn.tx, incoming.at)
    if turn.person is not None and turn.person.state != "joined":
        turn.person = None
    if incoming.kind == "blocked":
        groups.lost(turn.tx, incoming.at, turn.now, turn.words("group.put_out").plain)
        return
    if group is not None and not group.alive:
        groups.found(turn.tx, incoming.at, turn.now)
    if incoming.kind == "unblocked":
        return
    command = words.command(incoming.text, SPELLINGS, OPEN_ENDED)
    if incoming.kind == "choice":
        _tapped(turn, group)
    elif turn.person is not None and incoming.has_admins and _keeps(turn, command):
        _keep(turn, command)
    elif group is None or turn.bore_code:
        _of_nobody(turn, command)
    elif turn.person is None:
        turn.not_for_us = "a stranger in a group"
    else:
        _from_member(turn, group, command)
    _say_for_whom(turn)


def _of_nobody(turn: Turn, command: words.Command | None) -> None:
    """A group that is bound to nothing gets one line a day, and only when it asks for us."""
    turn.person = None
    if turn.incoming.to_us or command is not None or turn.bore_code:
        meeting.group(turn)
    else:
        turn.not_for_us = _TALK


def _keeps(turn: Turn, command: words.Command | None) -> bool:
    """Whether the group is to be bound or unbound: typed here, not changed or forwarded."""
    if turn.incoming.kind != "text" or turn.incoming.forwarded:
        return False
    return command is not None and command.word in ("gannhom", "gonhom")


def _keep(turn: Turn, command: words.Command | None) -> None:
    if command is not None and command.word == "gannhom":
        grouping.bind(turn, command.rest)
    else:
        grouping.unbind(turn)


# Taps -------------------------------------------------------------------------------------


def _tapped(turn: Turn, group: Group | None) -> None:
    """A choice belongs to the person who is named in it; another gets a few words, and nothing
    changes."""
    carried = offers.uncarried(turn.incoming.offer)
    offer = offers.get(turn.tx, carried[0]) if carried else None
    anothers = _anothers(turn, offer)
    if anothers is not None:
        turn.tap_answer = anothers.plain
        if turn.person is not None:
            turn.record("denied", "offer", text=turn.incoming.offer[:64])
        return
    if turn.person is None:
        turn.not_for_us = "a stranger in a group"
        return
    picked = choosing.tapped(turn, SHOWS)
    if picked.choice is None:
        return
    if not picked.choice.act.startswith("grouping."):
        if group is None:
            turn.tap_answer = turn.words("common.no_such_choice").plain
            return
        grouping.narrowed(turn, group.unit_id)
    choose(turn, picked)


def _anothers(turn: Turn, offer: Offer | None) -> Text | None:
    """Who alone may choose, when that is another; None when the choice is theirs, or nobody's."""
    if offer is None or offer.at != turn.incoming.at or offer.person_id is None:
        return None
    if turn.person is not None and turn.person.id == offer.person_id:
        return None
    name = " ".join(people.full_name(turn.tx, offer.person_id).split()[-1:])
    return turn.words("group.not_yours", name=name)


# Words ------------------------------------------------------------------------------------


def _from_member(turn: Turn, group: Group, command: words.Command | None) -> None:
    may_read = people.may(turn.tx, turn.me, "read", group.unit_id) is not None
    grouping.narrowed(turn, group.unit_id)
    may_read = may_read or reports(turn)  # in the place of somebody on leave
    if guarding.masked(turn):
        guarding.warn(turn)
    elif turn.incoming.kind not in ("text", "media", "edited") or not _is_for_us(turn, command):
        turn.not_for_us = _TALK
    elif not may_read:
        turn.not_for_us = "no post that reads here"
    elif turn.incoming.kind != "text":
        _report(turn, group)
    elif not turn.incoming.text.strip():
        turn.say(turn.words("group.help", unit=group.unit, example=own_example(turn)))
    elif turn.incoming.reply_to and (picked := choosing.typed(turn, SHOWS)):
        choose(turn, picked)
    elif (anothers := _digit_of_another(turn)) is not None:
        turn.say(anothers)
    elif words.is_cancel(turn.incoming.text):
        conversing.cancel(turn, STEPS)
    elif command is not None:
        _command(turn, group, command)
    elif code := normal_code(turn.incoming.text):
        turn.end()
        group_listing.show_one(turn, group, code)
    elif not _answers(turn):
        _report(turn, group)


def _digit_of_another(turn: Turn) -> Text | None:
    """A digit that answers a list of choices of somebody else is no figure either."""
    if not turn.incoming.reply_to or not turn.incoming.text.strip().isdigit():
        return None
    said = offers.said_as(turn.tx, turn.incoming.at, turn.incoming.reply_to)
    return _anothers(turn, offers.below(turn.tx, said)) if said else None


def _is_for_us(turn: Turn, command: words.Command | None) -> bool:
    """It names us, is a command, answers us, is a bare report with its code, or puts right what
    they have just reported."""
    text = turn.incoming.text
    if turn.incoming.forwarded:  # somebody else's words
        return False
    if turn.incoming.to_us or command is not None or normal_code(text) is not None:
        return True
    if righting.is_of_just_now(turn):
        return True
    if turn.incoming.kind == "media":
        return bool(codes_in(text))
    if not _begins_with_code(text):
        return False
    meant = Meant()
    look_up(turn, meant, codes_in(text))
    reading = understood(turn, text, None, meant.by_code)
    tells = any(item.intent not in (ACKNOWLEDGE, OTHER) for item in reading.items)
    return words.is_report(text) or (reading.confident and tells)


def _begins_with_code(text: str) -> bool:
    """ "CT12 60%", not "đề nghị các đồng chí xem CT12"."""
    parts = pieces(text)
    return bool(parts) and clean(text).lstrip().startswith(parts[0][1])


def _command(turn: Turn, group: Group, command: words.Command) -> None:
    match command.word:
        case "viec" | "tim" if command.code:
            group_listing.show_one(turn, group, command.code)
        case "viec":
            group_listing.show_work(turn, group)
        case "tim" if command.rest:
            group_listing.search(turn, group, command.rest)
        case "tonghop":
            group_listing.summary(turn, group)
        case "menu" | "tim":
            turn.say(turn.words("group.help", unit=group.unit, example=own_example(turn)))
        case _:
            turn.record("denied", f"word:{command.word}", "group")
            turn.say(turn.words("group.alone"))


def _answers(turn: Turn) -> bool:
    """Takes what answers an open question of ours; False when there is none, or it does not."""
    step = conversing.known(turn, STEPS)
    if step is None:
        return False
    if words.is_resume(turn.incoming.text):
        step.again(turn)
    elif step.of_work and righting.try_beside(turn):
        conversing.offer_again(turn, step)
    elif conversing.tells_of_other(turn, step) or (
        words.is_report(turn.incoming.text) and not conversing.wants_report(turn, step)
    ):
        return False
    else:
        step.take(turn)
    return True


def _report(turn: Turn, group: Group) -> None:
    """A report, a correction or evidence, from whoever may report for exactly this unit."""
    text = turn.incoming.text
    if turn.incoming.kind == "text" and is_courtesy(turn):
        return
    if words.directive_code(text):
        turn.say(turn.words("group.alone"))
    elif not reports(turn):
        turn.record("denied", "report", "group")
        turn.say(turn.words("group.no_reporter", unit=group.unit))
    elif turn.incoming.kind == "media":
        captioning.take_media(turn)
    elif turn.incoming.kind == "edited":
        editing.take_edit(turn)
    elif misplacing.try_words(turn) or retracting.try_words(turn):
        return
    elif (rest := righting.said_wrong(turn)) is not None:
        righting.take_correction(turn, rest)
    else:
        reporting.take_reply(turn)


def _say_for_whom(turn: Turn) -> None:
    """Names the person who may choose or answer, when something may be chosen or is asked."""
    if turn.person is None or not turn.speaks:
        return
    at, sender = turn.incoming.at, turn.incoming.sender
    if turn.offers or conversations.current(turn.tx, at, sender, turn.now) is not None:
        turn.say(turn.words("group.for_person", name=turn.me.given_name))
