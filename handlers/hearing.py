"""How a message of each kind is taken: who may be heard yet, what it means, and in which order
that is asked. What then happens stands in the tables of handlers/routes.py.

Contains no rule of any subject. What is said in groups: handlers/group_hearing.py.
"""

from __future__ import annotations

from db import chats
from domain.codes import normal_code
from domain.directive_words import asked_of_directive
from domain.fold import fold
from domain.message import ZALO
from domain.overview_words import overview_asked
from handlers import (
    acknowledging,
    captioning,
    chatting,
    choosing,
    consenting,
    conversing,
    dividing,
    doubting,
    drafting,
    editing,
    enrolling,
    following,
    group_hearing,
    guarding,
    helping,
    leave_listing,
    listing,
    meeting,
    misplacing,
    mistaking,
    moving,
    office_words,
    overseeing,
    reassigning,
    renumbering,
    reporting,
    request_answering,
    request_days,
    retiming,
    retracting,
    righting,
    searching,
    settling,
    speaking,
    tracing,
    withdrawing,
    wondering,
    words,
)
from handlers.choosing import Picked
from handlers.refusing import refuse
from handlers.routes import ACTS, BY_WORD, OPEN_ENDED, SHOWS, SPELLINGS, STEPS, choose, enter, may
from handlers.turn import Turn
from handlers.understanding import is_courtesy

# All that can be chosen before.
_CONSENT_ACTS = frozenset(
    {
        consenting.AGREE,
        consenting.DECLINE,
        "mistaking.not_me",
        "mistaking.me",
        "mistaking.tell",
        "rebinding.hand_over",
        "rebinding.keep",
    }
)


_OWN_ACTS = ("settling.", "mistaking.", "rebinding.")  # of whoever holds no post


def handle(turn: Turn) -> None:
    """One incoming message, from whoever and of whatever kind, and the one answer to it."""
    _handle(turn)
    turn.finish()


def _handle(turn: Turn) -> None:
    match turn.incoming.kind:
        case "ignored":
            return
        case "moved":
            group_hearing.moved(turn)
        case _ if turn.incoming.group:
            turn.bore_code = enrolling.offered(turn) is not None
            group_hearing.hear(turn)
        case "blocked":
            chats.failed(turn.tx, turn.incoming.at, turn.now, "blocked")
        case "unblocked":
            chats.heard(turn.tx, turn.incoming.at, turn.now)
        case _:
            _private(turn)


def _private(turn: Turn) -> None:
    """Somebody wrote to us alone: a stranger, one who has not agreed yet, or one who takes part."""
    if turn.person is not None and turn.person.state == "left":
        turn.person = None
    if code := enrolling.offered(turn):
        enrolling.take_code(turn, code)
    elif turn.person is None:
        meeting.stranger(turn)
    elif turn.person.state != "joined":
        _before_consent(turn)
    elif not (turn.person.posts or turn.person.for_others):
        _without_a_post(turn)
    else:
        _by_kind(turn)


def _before_consent(turn: Turn) -> None:
    """Nothing but the question of consent can be answered, in whichever way; or that it is not
    them whom it asks."""
    act = consenting.answered(turn)
    # Who refused may agree in words at any time: the choice that they took is no answer to that.
    picked = None if act and turn.me.state == "declined" else _picked(turn)
    if picked is None and act:
        ACTS[act].handle(turn)
    elif picked is None and turn.incoming.kind == "text" and mistaking.try_words(turn):
        return
    elif picked is None and speaking.before_consent(turn):
        consenting.ask(turn)
    elif picked is None or (picked.choice and picked.choice.act not in _CONSENT_ACTS):
        consenting.ask_again(turn)
    elif picked.choice:
        choose(turn, picked)


def _without_a_post(turn: Turn) -> None:
    """Who holds no post any more sees and settles what is kept of them, and nothing else."""
    if guarding.masked(turn):
        guarding.warn(turn)
        return
    picked = _picked(turn)
    if picked is None and turn.incoming.kind == "text" and mistaking.try_words(turn):
        return
    if picked is None or (picked.choice and not picked.choice.act.startswith(_OWN_ACTS)):
        if picked is not None or words.command(turn.incoming.text, SPELLINGS, OPEN_ENDED):
            turn.record("denied", "no post", text=turn.incoming.text[:200])
        settling.show_rest(turn)
    else:
        choose(turn, picked)


def _by_kind(turn: Turn) -> None:
    if guarding.masked(turn):
        guarding.warn(turn)
        return
    match turn.incoming.kind:
        case "choice":
            choose(turn, choosing.tapped(turn, SHOWS))
        case "media":
            captioning.take_media(turn)
        case "edited":
            editing.take_edit(turn)
        case "text" if turn.incoming.text.strip():
            _text(turn)
        case "unreadable" if turn.incoming.text.strip():
            turn.say(turn.words("common.unreadable_beside"))
            captioning.take_words_beside(turn)
        case kind:
            # Zalo does not say which of the things that it keeps back was sent.
            kept_back = kind == "unreadable" and turn.incoming.platform == ZALO
            turn.say(turn.words("common.unreadable_file" if kept_back else "common.unreadable"))


def _picked(turn: Turn) -> Picked | None:
    if turn.incoming.kind == "choice":
        return choosing.tapped(turn, SHOWS)
    return choosing.typed(turn, SHOWS) if turn.incoming.kind == "text" else None


def _text(turn: Turn) -> None:
    text = turn.incoming.text
    if picked := choosing.typed(turn, SHOWS):
        choose(turn, picked)
        return
    if words.is_cancel(text):
        if not retracting.try_last(turn):
            conversing.cancel(turn, STEPS)
        return
    command = _command(turn)
    if searching.asked(turn, command is None):
        _look_for(turn)
    elif turn.conversation is not None:
        _in_conversation(turn, command)
    elif command:
        _run(turn, command)
    else:
        _plain(turn)


def _look_for(turn: Turn) -> None:
    """What comes after `tìm` alone; what nothing has is taken as ever where it says something."""
    words = turn.incoming.text.strip()
    if searching.try_search(turn, words):
        return
    if not searching.is_sought(turn, words):
        _plain(turn)
    elif not any(tries(turn) for tries in _TRIES):
        searching.say_none(turn, words)


def _command(turn: Turn) -> words.Command | None:
    """The command word; of who may not decide, "chờ quyết định" is what the work waits for."""
    command = words.command(turn.incoming.text, SPELLINGS, OPEN_ENDED)
    if command and fold(turn.incoming.text) == "cho quyet dinh":
        return command if may(turn, BY_WORD[command.word]) else None
    return command


def _in_conversation(turn: Turn, command: words.Command | None) -> None:
    """What stands on its own is obeyed, and what waits is offered again."""
    text = turn.incoming.text
    step = conversing.known(turn, STEPS)
    if step is not None and step.free_words and command and command.rest:
        # Of whom it is no command, "đơn vị đã được lùi hai lần" is the reason that was asked for.
        command = command if may(turn, BY_WORD[command.word]) else None
    if step is not None and step.own_words and command and command.rest:
        command = None  # "cán bộ văn phòng các phường" are recipients
    if step is None:
        if command:
            _run(turn, command)
        elif words.is_report(text):
            reporting.take_reply(turn)
    elif words.is_resume(text):
        step.again(turn)
    elif command:
        _run(turn, command)
        conversing.offer_again(turn, step)
    elif step.of_work and righting.try_beside(turn):
        conversing.offer_again(turn, step)
        doubting.go_on(turn)
    elif step.of_leave and righting.is_of_just_now(turn):
        righting.take_correction(turn, righting.said_wrong(turn) or "")
        conversing.offer_again(turn, step)
    elif conversing.tells_of_other(turn, step) or (
        words.is_report(text) and not conversing.wants_report(turn, step)
    ):
        reporting.take_reply(turn)
        conversing.offer_again(turn, step)
    elif step.of_work and (code := normal_code(text)) and not conversing.waits_for_a_code(turn):
        turn.end()  # the card shows all that may be answered; a bare figure is now about it
        listing.show_one(turn, code)
    elif step.free_words and _looks_up(turn):
        conversing.offer_again(turn, step)
    elif step.of_work and any(tries(turn) for tries in _BESIDE_A_QUESTION):
        return  # the question still waits
    elif step.leave_anew and leave_listing.try_words(turn):
        return  # elsewhere "đi công tác đến hết tuần" may be the very answer
    elif step.of_work and is_courtesy(turn) and not conversing.waits_for_yes(turn):
        return  # the question still waits
    else:
        step.take(turn)
        doubting.go_on(turn)


# What says something of oneself or takes a request back, whatever is being asked.
_OF_ONESELF = (withdrawing.try_words, settling.try_words, mistaking.try_words)
_BESIDE_A_QUESTION = (
    *_OF_ONESELF,
    acknowledging.try_plainly,
    leave_listing.try_plain_words,
    wondering.try_words,
)
# What takes a message only when it is meant; the first that does has answered.
_TRIES = (
    drafting.try_words,
    tracing.try_words,
    request_answering.try_words,
    leave_listing.try_words,
    acknowledging.try_acknowledge,
    doubting.try_resume,
    is_courtesy,
    dividing.try_words,
    overseeing.try_words,
    office_words.try_words,
    request_days.try_other_day,
    reassigning.try_words,
    retiming.try_words,
    misplacing.try_words,
    renumbering.try_words,
    retracting.try_words,
    wondering.try_words,
    moving.try_words,
    *_OF_ONESELF,
    helping.try_words,
    chatting.try_words,
)


def _looks_up(turn: Turn) -> bool:
    """Whether the message only asks to see something: a code alone, or an overview by its name."""
    text = turn.incoming.text
    if code := normal_code(text):
        listing.show_one(turn, code)
    elif directive := words.directive_code(text):
        following.show_one(turn, directive)
    else:
        return overseeing.is_name(text) and overseeing.try_words(turn)
    return True


def _plain(turn: Turn) -> None:
    """No command: a code alone, a directive confirmed, thanks, a correction, or a report."""
    text = turn.incoming.text
    if code := normal_code(text):
        listing.show_one(turn, code)
    elif directive := words.directive_code(text):
        following.show_one(turn, directive)
    elif not any(tries(turn) for tries in _TRIES):
        leave = leave_listing.cut_off(turn)
        acknowledging.beside(turn)
        if (rest := righting.said_wrong(turn)) is not None:
            righting.take_correction(turn, rest)
        elif not righting.try_within(turn):
            reporting.take_reply(turn)
        if leave is not None:
            leave_listing.take_cut_off(turn, leave)


def _is_question(text: str) -> bool:
    """Whether what begins with a command word asks for more: "đơn vị nào chưa nhận"."""
    return overview_asked(text) is not None or asked_of_directive(text) is not None


def _run(turn: Turn, command: words.Command) -> None:
    """A command word, alone or with what follows it."""
    route, more = BY_WORD[command.word], command.rest or command.code
    if not more:
        enter(turn, route)
    elif command.rest and (not may(turn, route) or _is_question(turn.incoming.text)):
        _plain(turn)  # "Cán bộ phường đã vận động 30 hộ" is somebody's report
    elif not may(turn, route):
        refuse(turn, f"word:{route.word}")
    elif command.code and route.with_code:
        route.with_code(turn, command.code)
    elif route.with_words:
        route.with_words(turn, more)
    else:
        _plain(turn)
