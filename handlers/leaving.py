"""Leave: from when to when somebody is away, asked or read from plain words, changed and ended.

Who stands in is substituting.py's part; nothing is told to anybody here.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from db import leaves, people
from db.calendar import calendar
from domain.fold import fold
from domain.leave import Leave, mistake
from domain.leave_days import Days
from domain.leave_words import Announced, announced, details, is_back
from domain.message import Choice, Text, lines
from domain.person import LEAD, REPORTER, Person
from domain.wording import dated
from handlers import substituting
from handlers.substituting import Plan, days, substitute_words, who, whose
from handlers.turn import Turn

_MOST = 8


def start(turn: Turn) -> None:
    """What was announced already; else the question for the days."""
    mine = leaves.coming(turn.tx, turn.me.id, turn.today)
    if not mine:
        _ask_days(turn, turn.me)
    elif len(mine) == 1:
        _show(turn, mine[0], turn.me)
    else:
        choices = [
            Choice(days(turn, leave.first_on, leave.last_on).plain, "leaving.show_one", (leave.id,))
            for leave in mine[:_MOST]
        ]
        turn.say(turn.words("leave.several"), (*choices, *_others(turn, turn.me)))


def show_one(turn: Turn) -> None:
    """Choice: one leave with what can be changed; args: the leave."""
    leave = leaves.get(turn.tx, int(turn.args[0]))
    if leave is None or leave.last_on < turn.today:
        turn.say(turn.words("leave.ended_before"))
    elif person := whose(turn, leave.person_id):
        _show(turn, leave, person)


def _show(turn: Turn, leave: Leave, person: Person) -> None:
    begun = leave.first_on < turn.today
    turn.say(
        turn.words(
            "leave.one",
            who=who(turn, person),
            days=days(turn, leave.first_on, leave.last_on),
            substitute=substitute_words(turn, leave),
        ),
        (
            _choice(turn, "leave.end_now" if begun else "leave.cancel", "leaving.end", leave.id),
            _choice(turn, "leave.change_days", "leaving.change_days", leave.id),
            _choice(turn, "leave.change_who", "substituting.change", leave.id),
            *_others(turn, person),
        ),
    )


def _choice(turn: Turn, key: str, act: str, *args: Any) -> Choice:
    return Choice(turn.words(key).plain, act, args)


def _others(turn: Turn, person: Person) -> tuple[Choice, ...]:
    """Another leave of the same person; that of one's people, for a lead."""
    more = _choice(turn, "leave.another", "leaving.another", person.id)
    if person.id == turn.me.id and _my_people(turn):
        return more, _choice(turn, "leave.for_other", "leaving.ask_whom")
    return (more,)


# The days ---------------------------------------------------------------------------------------


def another(turn: Turn) -> None:
    """Choice: one more leave; args: the person."""
    if person := whose(turn, int(turn.args[0])):
        _ask_days(turn, person)


def change_days(turn: Turn) -> None:
    """Choice "Đổi ngày"; args: the leave."""
    leave = leaves.get(turn.tx, int(turn.args[0]))
    if leave is None or leave.last_on < turn.today:
        turn.say(turn.words("leave.ended_before"))
    elif person := whose(turn, leave.person_id):
        _ask_days(turn, person, leave.id)


def _ask_days(turn: Turn, person: Person, leave_id: int = 0, said: Text | None = None) -> None:
    turn.begin("leaving.days", person=person.id, leave=leave_id)
    choices = ()
    if person.id == turn.me.id and not leave_id and _my_people(turn):
        choices = (_choice(turn, "leave.for_other", "leaving.ask_whom"),)
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
    turn.say(turn.words("leave.ask_last", who=who(turn, person), first=dated(first, turn.today)))


def again(turn: Turn) -> None:
    """The question for the days, once more."""
    data = _data(turn)
    person = whose(turn, int(data["person"]))
    if person is not None and data.get("first"):
        said = Announced(Days(), str(data["name"]), bool(data["nobody"]))
        _ask_last(turn, person, date.fromisoformat(data["first"]), int(data["leave"]), said)
    elif person is not None:
        _ask_days(turn, person, int(data["leave"]))


def take_days(turn: Turn) -> None:
    """The answer: both days, or the last one when the first is known."""
    data = _data(turn)
    person = whose(turn, int(data["person"]))
    if person is None:
        return
    text, works = turn.incoming.text, _works(turn)
    first = date.fromisoformat(data["first"]) if data.get("first") else None
    said = details(text, turn.today, works, first) or announced(text, turn.today, works)
    if said is None or said.days == Days():
        turn.say(turn.words("leave.unclear"))
        return
    last = said.days.last
    if first is not None and last is not None and said.days.first in (turn.today, last):
        # One day was named, and it is the last one.
        name, nobody = said.name or str(data["name"]), said.nobody or bool(data["nobody"])
        said = Announced(Days(first, last), name, nobody)
    take(turn, person, said, int(data["leave"]))


def _data(turn: Turn) -> dict[str, Any]:
    return turn.conversation.data if turn.conversation else {}


def try_words(turn: Turn) -> bool:
    """Whether the message stands on its own as a leave, or as the end of one, and was taken so."""
    text = turn.incoming.text
    if is_back(text):
        mine = leaves.coming(turn.tx, turn.me.id, turn.today)
        if mine and mine[0].holds(turn.today):
            _end(turn, mine[0], turn.me)
            return True
        return False
    said = announced(text, turn.today, _works(turn))
    if said is None:
        return False
    if said.days == Days():
        start(turn)
    else:
        take(turn, turn.me, said)
    return True


def take(turn: Turn, person: Person, said: Announced, leave_id: int = 0) -> None:
    """Days as they were said: kept on their way when they can be a leave, asked when not."""
    first, last = said.days.first, said.days.last
    if said.days.impossible or first is None:
        _ask_days(turn, person, leave_id, turn.words("leave.impossible"))
        return
    if last is None:
        _ask_last(turn, person, first, leave_id, said)
        return
    wrong = mistake(first, last, turn.today)
    if wrong is not None:
        text = _wrong(turn, wrong, first, last)
        _ask_days(turn, person, leave_id, text)
        return
    plan = Plan(person, first, last, leave_id)
    others = leaves.within(turn.tx, person.id, first, last, leave_id)
    if others:
        _ask_instead(turn, plan, others[0], said)
    else:
        _go_on(turn, plan, said.name, said.nobody)


def _wrong(turn: Turn, wrong: str, first: date, last: date) -> Text:
    if wrong == "past":
        return turn.words("leave.past", days=days(turn, first, last))
    if wrong == "backwards":
        return turn.words(
            "leave.backwards", first=dated(first, turn.today), last=dated(last, turn.today)
        )
    return turn.words("leave.too_long", last=dated(last, turn.today), voice=turn.committee.voice)


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
            _choice(turn, "leave.as_it_is", "leaving.as_it_is"),
        ),
    )


def instead(turn: Turn) -> None:
    """Choice: the new days take the place of a leave that they touch; args: plan, name, nobody."""
    plan = substituting.plan_of(turn, turn.args[:4])
    if plan is None:
        return
    if leaves.get(turn.tx, plan.leave_id) is None:
        turn.say(turn.words("leave.ended_before"))
        return
    _go_on(turn, plan, str(turn.args[4]), bool(turn.args[5]))


def as_it_is(turn: Turn) -> None:
    """Nothing changes."""
    turn.say(turn.words("leave.stays"))


def _go_on(turn: Turn, plan: Plan, name: str, nobody: bool) -> None:
    """A changed leave keeps its substitute, if they can on the new days."""
    former = leaves.get(turn.tx, plan.leave_id) if plan.leave_id else None
    if former is not None and not name and not nobody:
        if former.substitute_id is None:
            substituting.keep(turn, plan, None)
        else:
            name = people.full_name(turn.tx, former.substitute_id)
            substituting.settle(turn, plan, name, False)
    else:
        substituting.settle(turn, plan, name, nobody)


def _works(turn: Turn) -> Callable[[date], bool]:
    return lambda day: calendar(turn.tx).works(day)


# Ending -----------------------------------------------------------------------------------------


def end(turn: Turn) -> None:
    """Choice: at work from today, or the leave will not be; args: the leave."""
    leave = leaves.get(turn.tx, int(turn.args[0]))
    if leave is None or leave.last_on < turn.today:
        turn.say(turn.words("leave.ended_before"))
    elif person := whose(turn, leave.person_id):
        _end(turn, leave, person)


def _end(turn: Turn, leave: Leave, person: Person) -> None:
    turn.end()
    substituting.cancel(turn, leave)
    turn.record("leave.ended", f"p:{person.id}")
    if leave.first_on < turn.today:
        turn.say(
            turn.words(
                "leave.ended",
                who=who(turn, person, begins=False),
                whom=who(turn, person, begins=False),
                day=dated(turn.today, turn.today),
            )
        )
    else:
        span = days(turn, leave.first_on, leave.last_on)
        whom = who(turn, person, begins=False)
        turn.say(turn.words("leave.cancelled", days=span, whom=whom))


# Somebody else's, by their lead -------------------------------------------------------------------


def ask_whom(turn: Turn) -> None:
    """Choice of a lead: the people of their units."""
    mine = _my_people(turn)
    if not mine:
        turn.say(turn.words("common.no_such_choice"))
        return
    turn.begin("leaving.whom")
    turn.say(
        turn.words("leave.whom"),
        tuple(Choice(one.full_name, "leaving.another", (one.id,)) for one in mine[:_MOST]),
    )


def take_whom(turn: Turn) -> None:
    """A name was typed."""
    wanted = fold(turn.incoming.text).strip(" .")
    found = [one for one in _my_people(turn) if f" {fold(one.full_name)}".endswith(f" {wanted}")]
    if len(found) == 1:
        turn.end()
        _ask_days(turn, found[0])
        return
    turn.say(turn.words("leave.who_unknown", typed=turn.incoming.text.strip()[:40]))
    ask_whom(turn)


def _my_people(turn: Turn) -> list[Person]:
    led = dict.fromkeys(post.unit_id for post in turn.me.posts if post.role == LEAD)
    found = {
        one.id: one
        for unit in led
        for one in people.of_unit(turn.tx, unit, turn.today, (LEAD, REPORTER))
        if one.id != turn.me.id
    }
    return list(found.values())


def said_of(turn: Turn) -> Text | None:
    """The line of the settings: the nearest leave, and for whom one stands in today."""
    mine = leaves.coming(turn.tx, turn.me.id, turn.today)[:1]
    others = leaves.stood_in_for(turn.tx, turn.me.id, turn.today)
    names = ", ".join(people.full_name(turn.tx, other) for other in others)
    away = [
        turn.words(
            "leave.line",
            days=days(turn, leave.first_on, leave.last_on),
            substitute=substitute_words(turn, leave),
        )
        for leave in mine
    ]
    standing = [turn.words("leave.line_stands_in", names=names)] if names else []
    return lines(*away, *standing) if away or standing else None
