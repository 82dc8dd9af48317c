"""What the files about leave share: a plan on its way, whose it may be, how its days are said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from db import leaves, people
from domain.leave import Leave
from domain.message import Choice, Text
from domain.person import LEAD, REPORTER, Person
from domain.wording import dated
from handlers.refusing import refuse
from handlers.turn import Turn


@dataclass(frozen=True, slots=True)
class Plan:
    """Days that are settled and wait for who stands in; `leave_id` 0 is a new leave."""

    person: Person
    first: date
    last: date
    leave_id: int = 0

    def args(self) -> tuple[Any, ...]:
        return self.person.id, self.first.isoformat(), self.last.isoformat(), self.leave_id


def plan_of(turn: Turn, args: tuple[Any, ...]) -> Plan | None:
    """The plan that a choice carries, if who spoke may still act on it."""
    person = whose(turn, int(args[0]))
    if person is None:
        return None
    days = date.fromisoformat(str(args[1])), date.fromisoformat(str(args[2]))
    return Plan(person, *days, int(args[3]))


def whose(turn: Turn, person_id: int) -> Person | None:
    """The person if it is who spoke or one of their people; otherwise that is refused."""
    if person_id == turn.me.id:
        return turn.me
    person = people.get(turn.tx, person_id, turn.today)
    if person is not None and any(
        people.may(turn.tx, turn.me, "substitute", post.unit_id) for post in person.posts
    ):
        return person
    refuse(turn, "leave")
    return None


def chosen_leave(turn: Turn) -> tuple[Leave, Person] | None:
    """The leave that a choice names and whose it is, if it lasts still and who spoke may change
    it; otherwise that is said. args: the leave."""
    leave = leaves.get(turn.tx, int(turn.args[0]))
    if leave is None or leave.last_on < turn.today:
        turn.say(turn.words("leave.ended_before"))
        return None
    person = whose(turn, leave.person_id)
    return None if person is None else (leave, person)


def days(turn: Turn, first: date, last: date) -> Text:
    """ "từ thứ Năm, 10/6 đến hết thứ Ba, 15/6"; a single day by itself."""
    if first == last:
        return Text(dated(first, turn.today, turn.language))
    return turn.words(
        "leave.days",
        first=dated(first, turn.today, turn.language),
        last=dated(last, turn.today, turn.language),
    )


def who(turn: Turn, person: Person, begins: bool = True) -> Text:
    """ "Đồng chí", with the name when it is not who spoke."""
    if person.id == turn.me.id:
        return turn.words("leave.you" if begins else "leave.you_within")
    key = "leave.other" if begins else "leave.other_within"
    return turn.words(key, name=person.full_name)


def substitute_words(turn: Turn, leave: Leave) -> Text:
    if leave.substitute_id is None:
        return turn.words("leave.without")
    name = people.full_name(turn.tx, leave.substitute_id)
    return turn.words("leave.with", name=name)


def choice(turn: Turn, key: str, act: str, *args: Any) -> Choice:
    return Choice(turn.words(key).plain, act, args)


def my_people(turn: Turn) -> list[Person]:
    led = dict.fromkeys(post.unit_id for post in turn.me.posts if post.role == LEAD)
    found = {
        one.id: one
        for unit in led
        for one in people.of_unit(turn.tx, unit, turn.today, (LEAD, REPORTER))
        if one.id != turn.me.id
    }
    return list(found.values())
