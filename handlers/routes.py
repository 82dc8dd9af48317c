"""Where each command word, choice and answer goes: three literal tables, and the doors to them.

Contains no rule of any subject and reads no message (handlers/hearing.py does); importing a
handler's file registers nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from domain.person import ADMIN, CHAIR, LEAD, OFFICE, OVERSEER, REPORTER, ROLES
from handlers import (
    acknowledging,
    addressing,
    administering,
    captioning,
    clarifying,
    consenting,
    correcting,
    digesting,
    directing,
    dividing,
    drafting,
    following,
    group_listing,
    grouping,
    guiding,
    inviting,
    leave_listing,
    leaving,
    listing,
    misplacing,
    mistaking,
    naming,
    overseeing,
    overtaking,
    previewing,
    quieting,
    rebinding,
    recalling,
    reporting_for,
    reporting_for_unit,
    request_answering,
    request_days,
    request_deciding,
    request_putting,
    requesting,
    retracting,
    searching,
    settling,
    speaking,
    substituting,
)
from handlers.choosing import Picked
from handlers.conversing import Step
from handlers.refusing import refuse
from handlers.turn import Turn

Handler = Callable[[Turn], None]

OFFICIALS = (REPORTER, LEAD, OVERSEER, CHAIR, OFFICE)


class Route(NamedTuple):
    """A command word. `help` is the key of its line in the menu, "" when it has none there.
    `stands_in`: open too to who stands in for somebody in one of these roles. `of_use`: whether
    the menu offers it to this person; who types it all the same is told why it leads nowhere."""

    word: str
    aliases: tuple[str, ...]
    who: tuple[str, ...]
    handle: Handler
    help: str
    with_code: Callable[[Turn, str], None] | None = None
    with_words: Callable[[Turn, str], None] | None = None
    stands_in: bool = False
    of_use: Callable[[Turn], bool] = lambda turn: True


class Act(NamedTuple):
    """What a choice does. `shows`: it changes nothing, so it may be chosen again."""

    handle: Handler
    shows: bool = False


def _menu(turn: Turn) -> None:
    """`menu`; as a choice with args: how many of its lines were shown."""
    open_here = [
        (route.word, route.help)
        for route in ROUTES
        if route.help and may(turn, route) and route.of_use(turn)
    ]
    guiding.show(turn, open_here, int(turn.args[0]) if turn.args else 0)


def _open_word(turn: Turn) -> None:
    """Choice: a line of the menu; args: its command word."""
    (word,) = turn.args
    turn.args = ()
    enter(turn, BY_WORD[word])


# fmt: off
ROUTES: tuple[Route, ...] = (
    Route("viec", ("vieccuatoi", "danhsachviec", "xemviec"), OFFICIALS,
          listing.show_work, "menu.work", with_code=listing.show_one),
    Route("tim", searching.TYPED, OFFICIALS,
          searching.ask_words, "menu.search", with_words=searching.search),
    Route("tonghop", ("bangtonghop",), OFFICIALS,
          digesting.show, "menu.digest"),
    Route("choduyet", ("duyet", "choquyetdinh"), (LEAD, CHAIR),
          request_answering.show_waiting, "menu.waiting", stands_in=True),
    Route("baothay", ("baocaothay",), (OFFICE,),
          reporting_for_unit.start, "menu.report_for", with_words=reporting_for_unit.start_with),
    Route("chidao", ("vanban",), ROLES,
          following.show, "menu.directives"),
    Route("guichidao", ("phatvanban",), (LEAD, CHAIR, OFFICE),
          drafting.start, "menu.direct", of_use=addressing.anybody),
    Route("canbo", ("danhsachcanbo",), (OFFICE, ADMIN),
          administering.show_people, "menu.people", with_words=administering.find_person),
    Route("donvi", ("danhsachdonvi",), (OFFICE, ADMIN),
          administering.show_units, "menu.units", with_words=administering.find_unit),
    Route("tinhtrang", (), (OFFICE, ADMIN),
          administering.show_state, "menu.state"),
    Route("nhatky", (), (OFFICE, ADMIN),
          administering.show_audit, "menu.audit"),
    Route("giaonhiemvu", ("giaoviec",), (OFFICE,),
          guiding.not_here("menu.elsewhere.assign"), ""),
    Route("xuatbaocao", ("xuat",), (OFFICE, CHAIR),
          guiding.not_here("menu.elsewhere.report"), ""),
    Route("gannhom", (), grouping.KEEPERS,
          grouping.elsewhere, "", with_words=grouping.elsewhere),
    Route("gonhom", (), grouping.KEEPERS,
          grouping.elsewhere, ""),
    Route("caidat", ("toi",), ROLES,
          settling.show, "menu.settings"),
    Route("ngonngu", ("caidatngonngu", "language"), ROLES,
          speaking.show, ""),
    Route("tiengviet", speaking.TYPED["vi"][1:], ROLES,
          speaking.vietnamese, ""),
    Route("tienganh", speaking.TYPED["en"][1:], ROLES,
          speaking.english, ""),
    Route("menu", ("huongdan", "trogiup", "help", "start", "batdau"), ROLES,
          _menu, ""),
)

ACTS: dict[str, Act] = {
    "menu.open": Act(_open_word, shows=True),
    "menu.more": Act(_menu, shows=True),
    "consenting.agree": Act(consenting.agree),
    "consenting.decline": Act(consenting.decline),
    "rebinding.hand_over": Act(rebinding.hand_over),
    "rebinding.keep": Act(rebinding.keep),
    "rebinding.undo": Act(rebinding.undo),
    "inviting.issue": Act(inviting.issue),
    "mistaking.not_me": Act(mistaking.not_me),
    "mistaking.me": Act(mistaking.me, shows=True),
    "mistaking.tell": Act(mistaking.tell),
    "directing.begin_with": Act(drafting.begin_with, shows=True),
    "addressing.add": Act(addressing.add, shows=True),
    "addressing.add_one": Act(naming.add_one, shows=True),
    "addressing.ask_more": Act(addressing.ask_more, shows=True),
    "addressing.clear": Act(addressing.clear, shows=True),
    "addressing.show": Act(addressing.show, shows=True),
    "directing.ask_confirm_by": Act(directing.ask_confirm_by, shows=True),
    "directing.confirm_by": Act(directing.confirm_by, shows=True),
    "directing.rewrite": Act(drafting.rewrite, shows=True),
    "directing.send": Act(directing.send),
    "directing.drop": Act(directing.drop),
    "directing.acknowledge": Act(acknowledging.acknowledge),
    "following.one": Act(following.show_chosen, shows=True),
    "following.fate": Act(following.show_fate, shows=True),
    "following.again": Act(following.remind_pending),
    "listing.more": Act(listing.more, shows=True),
    "listing.search_more": Act(searching.search_more, shows=True),
    "dividing.show": Act(dividing.show, shows=True),
    "dividing.part": Act(dividing.part, shows=True),
    "listing.card": Act(listing.card, shows=True),
    "listing.compare_more": Act(listing.compare_more, shows=True),
    "recalling.show": Act(recalling.show, shows=True),
    "reporting.about": Act(clarifying.about),
    "reporting.attach": Act(captioning.attach),
    "reporting.confirm": Act(clarifying.confirm),
    "reporting.all_of_it": Act(clarifying.all_of_it, shows=True),
    "reporting.leave": Act(clarifying.leave, shows=True),
    "reporting.shown": Act(clarifying.shown, shows=True),
    "reporting.retype": Act(clarifying.retype, shows=True),
    "reporting.finished": Act(clarifying.finished),
    "reporting.blocker": Act(clarifying.blocker, shows=True),
    "reporting_for.chosen": Act(reporting_for_unit.chosen, shows=True),
    "reporting_for.go_on": Act(reporting_for.go_on, shows=True),
    "reporting_for.record": Act(reporting_for.record),
    "correcting.wrong": Act(correcting.wrong),
    "correcting.one": Act(correcting.one),
    "overtaking.take_back": Act(overtaking.take_back),
    "misplacing.move": Act(misplacing.move),
    "retracting.sure": Act(retracting.sure),
    "retracting.keep": Act(retracting.keep),
    "requesting.ask_help": Act(requesting.ask_help),
    "requesting.ask_until": Act(requesting.ask_until, shows=True),
    "requesting.close": Act(requesting.close, shows=True),
    "requesting.close_anyway": Act(requesting.close_anyway),
    "requesting.close_not": Act(requesting.close_not, shows=True),
    # So called in choices that were offered before: "requesting.decide", "concluding…".
    "requesting.decide": Act(request_deciding.decide),
    "concluding.refuse": Act(request_deciding.refuse, shows=True),
    "concluding.in_words": Act(request_deciding.in_words, shows=True),
    "concluding.without_reason": Act(request_deciding.without_reason),
    "concluding.until": Act(request_deciding.until),
    "concluding.as_it_is": Act(request_deciding.as_it_is),
    "concluding.with_words": Act(request_deciding.with_words),
    "concluding.drawn_to": Act(request_deciding.drawn_to),
    "concluding.all": Act(request_answering.agree_to_all),
    "requesting.more": Act(request_putting.more, shows=True),
    "requesting.show": Act(request_putting.show, shows=True),
    "digesting.by_unit": Act(digesting.by_unit, shows=True),
    "digesting.silent": Act(digesting.silent, shows=True),
    "overseeing.unit": Act(overseeing.unit, shows=True),
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
    "leaving.not_away": Act(leaving.not_away),
    "leave_listing.end": Act(leave_listing.end),
    "substituting.choose": Act(substituting.choose),
    "substituting.change": Act(substituting.change, shows=True),
    "quieting.show": Act(quieting.show, shows=True),
    "quieting.choose": Act(quieting.choose),
    "speaking.show": Act(speaking.show, shows=True),
    "speaking.choose": Act(speaking.choose),
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
    "directing.text": Step(drafting.take_text, drafting.start, "direct.conversation",
                           own_words=True),
    "directing.names": Step(naming.take_names, naming.again, "direct.conversation",
                            own_words=True),
    "directing.date": Step(directing.take_date, directing.ask_confirm_by, "direct.conversation",
                           own_words=True),
    "directing.preview": Step(previewing.take, directing.preview, "direct.conversation",
                              own_words=True),
    "reporting.clarify": Step(clarifying.clarify, clarifying.ask_again, "common.report",
                              reads_reports=True, of_work=True),
    "correcting.figure": Step(correcting.take_figure, correcting.ask_figure, "common.report",
                              reads_reports=True, of_work=True, left="correcting.left"),
    "retracting.whether": Step(retracting.take, retracting.again, "common.report",
                               reads_reports=True, of_work=True),
    "reporting_for.unit": Step(reporting_for_unit.take, reporting_for_unit.ask,
                               "common.report_for"),
    "reporting_for.figures": Step(reporting_for.take_figures, reporting_for.ask_figures,
                                  "common.report_for", reads_reports=True),
    "reporting_for.source": Step(reporting_for.take_source, reporting_for.ask_source,
                                 "common.report_for", free_words=True),
    "leaving.days": Step(leaving.take_days, leaving.again, "leave.conversation", of_leave=True),
    "leave_listing.whom": Step(leave_listing.take_whom, leave_listing.ask_whom,
                               "leave.conversation"),
    "substituting.who": Step(substituting.take, substituting.again, "leave.conversation",
                             leave_anew=True, of_leave=True),
    "quieting.hours": Step(quieting.take, quieting.show, "quiet.conversation",
                           leave_anew=True),
    "concluding.words": Step(request_deciding.take_words, request_deciding.again,
                             "common.decision", free_words=True),
    "requesting.until": Step(request_days.take_until, requesting.again, "common.request",
                             of_work=True, tells_else=request_days.tells_else),
}
# fmt: on

BY_WORD = {route.word: route for route in ROUTES}
SPELLINGS = {spelling: route.word for route in ROUTES for spelling in (route.word, *route.aliases)}
OPEN_ENDED = frozenset(route.word for route in ROUTES if route.with_words)
SHOWS = frozenset(name for name, act in ACTS.items() if act.shows)


def may(turn: Turn, route: Route) -> bool:
    """Whether one of the person's roles opens this route."""
    others = turn.me.for_others if route.stands_in else ()
    return turn.me.has_role(*route.who) or any(post.role in route.who for post in others)


def enter(turn: Turn, route: Route) -> None:
    """A command word alone."""
    if may(turn, route):
        route.handle(turn)
    else:
        refuse(turn, f"word:{route.word}")


def choose(turn: Turn, picked: Picked) -> None:
    """Does what the chosen choice does; nothing when a question was said instead."""
    if picked.choice is None:
        return
    act = ACTS.get(picked.choice.act)
    if act is None:  # offered by a version that knew it
        turn.say(turn.words("common.no_such_choice"))
        return
    turn.args = picked.choice.args
    act.handle(turn)
