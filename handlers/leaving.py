"""From when to when somebody is away: asked, or taken from plain words, until it can be a leave.

Who stands in is substituting.py's part; what was announced is shown and ended in leave_listing.py.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from db import leaves, people
from domain.dates import add_length
from domain.leave import Leave, mistake
from domain.leave_days import Days
from domain.leave_words import Announced, Longer, announced, details, gives_up
from domain.message import Choice, Text
from domain.person import Person
from domain.wording import dated
from handlers import substituting
from handlers.leave_keeping import keep
from handlers.leave_plans import (
    Plan,
    choice,
    chosen_leave,
    days,
    my_people,
    plan_of,
    substitute_words,
    who,
    whose,
)
from handlers.turn import Turn
from handlers.understanding import working_days


def another(turn: Turn) -> None:
    """Choice: one more leave; args: the person."""
    if person := whose(turn, int(turn.args[0])):
        ask_days(turn, person)


def change_days(turn: Turn) -> None:
    """Choice "Đổi ngày"; args: the leave."""
    if chosen := chosen_leave(turn):
        leave, person = chosen
        ask_days(turn, person, leave.id)


def ask_days(turn: Turn, person: Person, leave_id: int = 0, said: Text | None = None) -> None:
    turn.begin("leaving.days", person=person.id, leave=leave_id)
    choices: tuple[Choice, ...] = ()
    if person.id == turn.me.id and not leave_id and my_people(turn):
        choices = (choice(turn, "leave.for_other", "leave_listing.ask_whom"),)
    turn.say(said or turn.words("leave.ask", who=who(turn, person)), choices)


def _ask_last(turn: Turn, person: Person, first: date, leave_id: int, said: Announced) -> None:
    turn.begin(
        "leaving.days",
        person=person.id,
        leave=leave_id,
        first=first.isoformat(),
        name=said.name,
        nobody=said.nobody,
    )
    turn.say(
        turn.words(
            "leave.ask_last", who=who(turn, person), first=dated(first, turn.today, turn.language)
        )
    )


def again(turn: Turn) -> None:
    """The question for the days, once more."""
    data = _data(turn)
    person = whose(turn, int(data["person"]))
    if person is not None and data.get("first"):
        said = Announced(Days(), str(data["name"]), bool(data["nobody"]))
        _ask_last(turn, person, date.fromisoformat(data["first"]), int(data["leave"]), said)
    elif person is not None:
        ask_days(turn, person, int(data["leave"]))


def take_days(turn: Turn) -> None:
    """The answer: both days, or the last one when the first is known."""
    data = _data(turn)
    person = whose(turn, int(data["person"]))
    if person is None:
        return
    text, worked = turn.incoming.text, working_days(turn)
    if gives_up(text):
        turn.end()
        turn.say(turn.words("leave.stays" if data["leave"] else "leave.none"))
        return
    first = date.fromisoformat(data["first"]) if data.get("first") else None
    since = max(first or turn.today, turn.today)  # "hết tuần" is of the week of the first day
    said = details(text, since, worked, first) or announced(text, turn.today, worked)
    if said is None or said.days == Days():
        turn.say(turn.words("leave.unclear"))
        return
    last = said.days.last
    if first is not None and last is not None and said.days.first in (since, last):
        # One day was named, and it is the last one.
        name, nobody = said.name or str(data["name"]), said.nobody or bool(data["nobody"])
        said = Announced(Days(first, last), name, nobody)
    take(turn, person, said, int(data["leave"]))


def _data(turn: Turn) -> dict[str, Any]:
    return turn.conversation.data if turn.conversation else {}


def take(turn: Turn, person: Person, said: Announced, leave_id: int = 0) -> None:
    """Days as they were said: kept on their way when they can be a leave, asked when not."""
    first, last = said.days.first, said.days.last
    if said.days.impossible or first is None:
        ask_days(turn, person, leave_id, turn.words("leave.impossible"))
        return
    if last is None:
        _ask_last(turn, person, first, leave_id, said)
        return
    wrong = mistake(first, last, turn.today)
    if wrong is not None:
        text = _wrong(turn, wrong, first, last)
        ask_days(turn, person, leave_id, text)
        return
    plan = Plan(person, first, last, leave_id)
    others = leaves.within(turn.tx, person.id, first, last, leave_id)
    if others:
        _ask_instead(turn, plan, others[0], said)
    else:
        _go_on(turn, plan, said)


def _wrong(turn: Turn, wrong: str, first: date, last: date) -> Text:
    if wrong == "past":
        return turn.words("leave.past", days=days(turn, first, last))
    if wrong == "backwards":
        return turn.words(
            "leave.backwards",
            first=dated(first, turn.today, turn.language),
            last=dated(last, turn.today, turn.language),
        )
    return turn.words(
        "leave.too_long", last=dated(last, turn.today, turn.language), voice=turn.committee.voice
    )


def _ask_instead(turn: Turn, plan: Plan, other: Leave, said: Announced) -> None:
    turn.end()
    instead = Plan(plan.person, plan.first, plan.last, other.id)
    label = turn.words("leave.instead", days=days(turn, plan.first, plan.last)).plain
    turn.say(
        turn.words(
            "leave.overlap",
            who=who(turn, plan.person),
            days=days(turn, other.first_on, other.last_on),
            substitute=substitute_words(turn, other),
        ),
        (
            Choice(label, "leaving.instead", (*instead.args(), said.name, said.nobody)),
            choice(turn, "leave.as_it_is", "leaving.as_it_is"),
        ),
    )


def instead(turn: Turn) -> None:
    """Choice: the new days take the place of a leave that they touch; args: plan, name, nobody."""
    plan = plan_of(turn, turn.args[:4])
    if plan is None:
        return
    if leaves.get(turn.tx, plan.leave_id) is None:
        turn.say(turn.words("leave.ended_before"))
        return
    _go_on(
        turn, plan, Announced(Days(plan.first, plan.last), str(turn.args[4]), bool(turn.args[5]))
    )


def prolong(turn: Turn, said: Announced) -> None:
    """A leave of who spoke is to last longer: until when is asked once, as whether days off count
    is not said. Without one the days are asked for."""
    mine = leaves.coming(turn.tx, turn.me.id, turn.today)
    lasts = _longer(turn, mine[0], said.longer) if mine and said.longer else []
    if not mine or not lasts:
        ask_days(turn, turn.me, mine[0].id if mine else 0)
        return
    turn.end()
    leave = mine[0]
    plans = [Plan(turn.me, leave.first_on, last, leave.id) for last in lasts]
    turn.say(
        turn.words(
            "leave.longer",
            who=who(turn, turn.me),
            days=days(turn, leave.first_on, leave.last_on),
            substitute=substitute_words(turn, leave),
        ),
        (
            *(
                Choice(
                    turn.words("leave.instead", days=days(turn, plan.first, plan.last)).plain,
                    "leaving.instead",
                    (*plan.args(), said.name, said.nobody),
                )
                for plan in plans
            ),
            choice(turn, "leave.as_it_is", "leaving.as_it_is"),
        ),
    )


def _longer(turn: Turn, leave: Leave, longer: Longer) -> list[date]:
    """The days on which the leave may end then, the first one first; none when it is no longer."""
    works = working_days(turn)
    found: set[date | None] = {longer.last}
    if longer.count:
        found.add(add_length(leave.last_on, longer.count, longer.unit, works))
        if longer.unit == "day":
            found.add(add_length(leave.last_on, longer.count, "workday", works))
    return sorted(
        day
        for day in found
        if day is not None and day > leave.last_on and mistake(turn.today, day, turn.today) is None
    )


def shorten(turn: Turn, leave: Leave, day: date) -> None:
    """Who spoke is at work again from this day of the leave on."""
    last = day - timedelta(days=1)
    _go_on(turn, Plan(turn.me, leave.first_on, last, leave.id), Announced(Days()))


def as_it_is(turn: Turn) -> None:
    """Nothing changes."""
    turn.say(turn.words("leave.stays"))


def not_away(turn: Turn) -> None:
    """Choice: what was taken for a leave is none."""
    turn.end()
    turn.say(turn.words("leave.none"))


def _go_on(turn: Turn, plan: Plan, said: Announced) -> None:
    """A changed leave keeps its substitute, if they can on the new days."""
    former = leaves.get(turn.tx, plan.leave_id) if plan.leave_id else None
    if former is not None and not said.name and not said.nobody:
        if former.substitute_id is None:
            keep(turn, plan, None)
        else:
            name = people.full_name(turn.tx, former.substitute_id)
            substituting.settle(turn, plan, name, False)
    else:
        substituting.settle(turn, plan, said.name, said.nobody, sure=said.sure)
