"""Where each message goes: three literal tables and the order in which they are asked.

Contains no sentence and no rule of any subject; importing a handler's file registers nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from db import chats
from domain.codes import normal_code
from domain.person import ADMIN, CHAIR, LEAD, OFFICE, OVERSEER, REPORTER, ROLES
from handlers import (
    acknowledging,
    addressing,
    administering,
    choosing,
    consenting,
    conversing,
    correcting,
    digesting,
    directing,
    enrolling,
    following,
    group_hearing,
    group_listing,
    grouping,
    guarding,
    guiding,
    leave_listing,
    leaving,
    listing,
    meeting,
    quieting,
    rebinding,
    reporting,
    reporting_for,
    requesting,
    settling,
    substituting,
    words,
)
from handlers.choosing import Picked
from handlers.conversing import Step
from handlers.group_hearing import Tables
from handlers.refusing import refuse
from handlers.turn import Turn
from handlers.understanding import is_courtesy

Handler = Callable[[Turn], None]

OFFICIALS = (REPORTER, LEAD, OVERSEER, CHAIR, OFFICE)


class Route(NamedTuple):
    """A command word. `help` is the key of its line in the menu, "" when it has none there."""

    word: str
    aliases: tuple[str, ...]
    who: tuple[str, ...]
    handle: Handler
    help: str
    with_code: Callable[[Turn, str], None] | None = None
    with_words: Callable[[Turn, str], None] | None = None


class Act(NamedTuple):
    """What a choice does. `shows`: it changes nothing, so it may be chosen again."""

    handle: Handler
    shows: bool = False


def _menu(turn: Turn) -> None:
    guiding.show(
        turn, [(route.word, route.help) for route in ROUTES if route.help and _may(turn, route)]
    )


def _open_word(turn: Turn) -> None:
    (word,) = turn.args
    turn.args = ()
    _run(turn, words.Command(word))


def _search_how(turn: Turn) -> None:
    turn.say(turn.words("menu.search_how"))


# fmt: off
ROUTES: tuple[Route, ...] = (
    Route("viec", ("vieccuatoi", "danhsachviec"), OFFICIALS,
          listing.show_work, "menu.work", with_code=listing.show_one),
    Route("tim", ("timkiem",), OFFICIALS,
          _search_how, "menu.search", with_words=listing.search),
    Route("tonghop", ("bangtonghop",), OFFICIALS,
          digesting.show, "menu.digest"),
    Route("choduyet", ("duyet",), (LEAD, CHAIR),
          requesting.show_waiting, "menu.waiting"),
    Route("baothay", (), (OFFICE,),
          reporting_for.report_for, "menu.report_for"),
    Route("chidao", ("vanban",), ROLES,
          following.show, "menu.directives"),
    Route("guichidao", ("phatvanban",), (LEAD, CHAIR, OFFICE),
          directing.start, "menu.direct"),
    Route("canbo", ("danhsachcanbo",), (OFFICE, ADMIN),
          administering.show_people, "menu.people", with_words=administering.find_person),
    Route("donvi", ("danhsachdonvi",), (OFFICE, ADMIN),
          administering.show_units, "menu.units"),
    Route("tinhtrang", (), (OFFICE, ADMIN),
          administering.show_state, "menu.state"),
    Route("nhatky", (), (OFFICE, ADMIN),
          administering.show_audit, "menu.audit"),
    Route("gannhom", (), grouping.KEEPERS,
          grouping.elsewhere, "", with_words=grouping.elsewhere),
    Route("gonhom", (), grouping.KEEPERS,
          grouping.elsewhere, ""),
    Route("caidat", ("toi",), ROLES,
          settling.show, "menu.settings"),
    Route("menu", ("huongdan", "trogiup", "help", "start", "batdau"), ROLES,
          _menu, ""),
)

ACTS: dict[str, Act] = {
    "menu.open": Act(_open_word, shows=True),
    "consenting.agree": Act(consenting.agree),
    "consenting.decline": Act(consenting.decline),
    "rebinding.hand_over": Act(rebinding.hand_over),
    "rebinding.keep": Act(rebinding.keep),
    "rebinding.undo": Act(rebinding.undo),
    "addressing.add": Act(addressing.add, shows=True),
    "addressing.ask_more": Act(addressing.ask_more, shows=True),
    "addressing.clear": Act(addressing.clear, shows=True),
    "addressing.show": Act(addressing.show, shows=True),
    "directing.ask_confirm_by": Act(directing.ask_confirm_by, shows=True),
    "directing.confirm_by": Act(directing.confirm_by, shows=True),
    "directing.rewrite": Act(directing.rewrite, shows=True),
    "directing.send": Act(directing.send),
    "directing.drop": Act(directing.drop),
    "directing.acknowledge": Act(acknowledging.acknowledge),
    "following.one": Act(following.show_chosen, shows=True),
    "following.fate": Act(following.show_fate, shows=True),
    "following.again": Act(following.remind_pending),
    "listing.more": Act(listing.more, shows=True),
    "listing.card": Act(listing.card, shows=True),
    "listing.compare_more": Act(listing.compare_more, shows=True),
    "reporting.about": Act(reporting.about),
    "reporting.attach": Act(reporting.attach),
    "reporting.confirm": Act(reporting.confirm),
    "reporting.leave": Act(reporting.leave, shows=True),
    "reporting.retype": Act(reporting.retype, shows=True),
    "reporting.finished": Act(reporting.finished),
    "reporting.blocker": Act(reporting.blocker, shows=True),
    "reporting_for.chosen": Act(reporting_for.chosen, shows=True),
    "reporting_for.record": Act(reporting_for.record),
    "correcting.wrong": Act(correcting.wrong),
    "correcting.one": Act(correcting.one),
    "requesting.ask_help": Act(requesting.ask_help),
    "requesting.ask_until": Act(requesting.ask_until, shows=True),
    "requesting.close": Act(requesting.close),
    "requesting.decide": Act(requesting.decide),
    "requesting.show": Act(requesting.show, shows=True),
    "digesting.by_unit": Act(digesting.by_unit, shows=True),
    "digesting.behind": Act(digesting.behind, shows=True),
    "digesting.overdue": Act(digesting.overdue, shows=True),
    "administering.units": Act(administering.show_units, shows=True),
    "administering.audit": Act(administering.show_audit, shows=True),
    "administering.unit": Act(administering.show_unit, shows=True),
    "administering.person": Act(administering.show_person, shows=True),
    "administering.not_them": Act(administering.not_them, shows=True),
    "administering.unreachable": Act(administering.show_unreachable, shows=True),
    "leave_listing.start": Act(leave_listing.start, shows=True),
    "leave_listing.show_one": Act(leave_listing.show_one, shows=True),
    "leaving.another": Act(leaving.another, shows=True),
    "leaving.change_days": Act(leaving.change_days, shows=True),
    "leave_listing.ask_whom": Act(leave_listing.ask_whom, shows=True),
    "leaving.instead": Act(leaving.instead),
    "leaving.as_it_is": Act(leaving.as_it_is),
    "leave_listing.end": Act(leave_listing.end),
    "substituting.choose": Act(substituting.choose),
    "substituting.change": Act(substituting.change, shows=True),
    "quieting.show": Act(quieting.show, shows=True),
    "quieting.choose": Act(quieting.choose),
    "grouping.unit": Act(grouping.chosen, shows=True),
    "grouping.move_here": Act(grouping.move_here),
    "grouping.weekly": Act(grouping.weekly, shows=True),
    "group_listing.more": Act(group_listing.more, shows=True),
    "settling.my_data": Act(settling.my_data, shows=True),
    "settling.only_this": Act(settling.only_this),
    "settling.withdraw": Act(settling.withdraw, shows=True),
    "settling.withdrawn": Act(settling.withdrawn),
    "settling.stay": Act(settling.stay),
}

STEPS: dict[str, Step] = {
    "directing.text": Step(directing.take_text, directing.start, "direct.conversation"),
    "directing.names": Step(addressing.take_names, addressing.ask_more, "direct.conversation"),
    "directing.date": Step(directing.take_date, directing.ask_confirm_by, "direct.conversation"),
    "directing.preview": Step(directing.preview, directing.preview, "direct.conversation"),
    "reporting.clarify": Step(reporting.clarify, reporting.ask_again, "common.report",
                              reads_reports=True, of_work=True),
    "correcting.figure": Step(correcting.take_figure, correcting.ask_figure, "common.report",
                              reads_reports=True, of_work=True, left="correcting.left"),
    "reporting_for.unit": Step(reporting_for.take_unit, reporting_for.ask_unit,
                               "common.report_for"),
    "reporting_for.figures": Step(reporting_for.take_figures, reporting_for.ask_figures,
                                  "common.report_for", reads_reports=True),
    "reporting_for.source": Step(reporting_for.take_source, reporting_for.ask_source,
                                 "common.report_for"),
    "leaving.days": Step(leaving.take_days, leaving.again, "leave.conversation"),
    "leave_listing.whom": Step(leave_listing.take_whom, leave_listing.ask_whom,
                               "leave.conversation"),
    "substituting.who": Step(substituting.take, substituting.again, "leave.conversation"),
    "quieting.hours": Step(quieting.take, quieting.show, "quiet.conversation"),
    "requesting.until": Step(requesting.take_until, requesting.again, "common.request",
                             of_work=True),
}
# fmt: on

SHOWS = frozenset(name for name, act in ACTS.items() if act.shows)
_CONSENT_ACTS = frozenset({consenting.AGREE, consenting.DECLINE})
_SPELLINGS = {spelling: route.word for route in ROUTES for spelling in (route.word, *route.aliases)}
_BY_WORD = {route.word: route for route in ROUTES}
_OPEN_ENDED = frozenset(route.word for route in ROUTES if route.with_words)


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
            group_hearing.hear(turn, Tables(_SPELLINGS, _OPEN_ENDED, STEPS, SHOWS, _act))
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
    else:
        _by_kind(turn)


def _before_consent(turn: Turn) -> None:
    """Nothing but the question of consent can be answered, in whichever way."""
    picked = _picked(turn)
    if picked is None and (act := consenting.answered(turn)):
        ACTS[act].handle(turn)
    elif picked is None or (picked.choice and picked.choice.act not in _CONSENT_ACTS):
        consenting.ask_again(turn)
    elif picked.choice:
        _act(turn, picked)


def _by_kind(turn: Turn) -> None:
    if guarding.masked(turn):
        guarding.warn(turn)
        return
    match turn.incoming.kind:
        case "choice":
            _act(turn, choosing.tapped(turn, SHOWS))
        case "media":
            reporting.take_media(turn)
        case "edited":
            correcting.take_edit(turn)
        case "text" if turn.incoming.text.strip():
            _text(turn)
        case "unreadable" if turn.incoming.text.strip():
            turn.say(turn.words("common.unreadable_beside"))
            reporting.take_words_beside(turn)
        case kind:
            # Zalo does not say which of the things that it keeps back was sent.
            kept_back = kind == "unreadable" and turn.incoming.at.channel.startswith("zalo")
            turn.say(turn.words("common.unreadable_file" if kept_back else "common.unreadable"))


def _picked(turn: Turn) -> Picked | None:
    if turn.incoming.kind == "choice":
        return choosing.tapped(turn, SHOWS)
    return choosing.typed(turn, SHOWS) if turn.incoming.kind == "text" else None


def _act(turn: Turn, picked: Picked) -> None:
    if picked.choice is None:
        return
    act = ACTS.get(picked.choice.act)
    if act is None:  # offered by a version that knew it
        turn.say(turn.words("common.no_such_choice"))
        return
    turn.args = picked.choice.args
    act.handle(turn)


def _text(turn: Turn) -> None:
    text = turn.incoming.text
    if picked := choosing.typed(turn, SHOWS):
        _act(turn, picked)
        return
    if words.is_cancel(text):
        conversing.cancel(turn, STEPS)
        return
    command = words.command(text, _SPELLINGS, _OPEN_ENDED)
    if turn.conversation is not None:
        _in_conversation(turn, command)
    elif command:
        _run(turn, command)
    else:
        _plain(turn)


def _in_conversation(turn: Turn, command: words.Command | None) -> None:
    """What stands on its own is obeyed, and what waits is offered again."""
    text = turn.incoming.text
    step = conversing.known(turn, STEPS)
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
    elif conversing.tells_of_other(turn, step) or (
        words.is_report(text) and not conversing.wants_report(turn, step)
    ):
        reporting.take_reply(turn)
        conversing.offer_again(turn, step)
    elif step.of_work and (code := normal_code(text)) and not conversing.waits_for_a_code(turn):
        turn.end()  # the card shows all that may be answered; a bare figure is now about it
        listing.show_one(turn, code)
    elif step.take in (substituting.take, quieting.take) and leave_listing.try_words(turn):
        return  # begun anew; elsewhere "đi công tác đến hết tuần" may be the very answer
    elif step.of_work and is_courtesy(turn) and not conversing.waits_for_yes(turn):
        return  # the question still waits
    else:
        step.take(turn)


def _plain(turn: Turn) -> None:
    """No command: a code alone, a directive confirmed, thanks, a correction, or a report."""
    text = turn.incoming.text
    if code := normal_code(text):
        listing.show_one(turn, code)
    elif directive := words.directive_code(text):
        following.show_one(turn, directive)
    elif leave_listing.try_words(turn) or acknowledging.try_acknowledge(turn) or is_courtesy(turn):
        return
    elif (rest := words.correction(text)) is not None:
        correcting.take_correction(turn, rest)
    else:
        reporting.take_reply(turn)


def _may(turn: Turn, route: Route) -> bool:
    return turn.me.has_role(*route.who)


def _run(turn: Turn, command: words.Command) -> None:
    route = _BY_WORD[command.word]
    if command.rest and not _may(turn, route):
        _plain(turn)  # "Cán bộ phường đã vận động 30 hộ" is somebody's report
    elif not _may(turn, route):
        refuse(turn, f"word:{route.word}")
    elif command.code and route.with_code:
        route.with_code(turn, command.code)
    elif command.code and not route.with_words:
        _plain(turn)
    elif route.with_words and (more := command.rest or command.code):
        route.with_words(turn, more)
    else:
        route.handle(turn)


def print_routes() -> None:
    """The table of command words, for the documentation."""
    for route in ROUTES:
        print(f"| {route.word} | {', '.join(route.aliases)} | {', '.join(route.who)} |")
