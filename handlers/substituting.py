"""Who stands in for somebody on leave: chosen by number or name, kept, said back and told.

Reads no days and asks for none: that is leaving.py's part.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from db import leave_notices, leaves, people, reach
from db.calendar import calendar
from domain.fold import fold
from domain.leave import Leave
from domain.leave_words import name_in
from domain.message import BROADCAST, Choice, Outgoing, Text, joined, lines
from domain.person import ADMIN, LEAD, ROLES, Person
from domain.wording import dated, short_day
from handlers.refusing import refuse
from handlers.turn import Turn

_MOST = 6  # choices on one screen beside "nobody"
_ROLES = tuple(role for role in ROLES if role != ADMIN)


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


def days(turn: Turn, first: date, last: date) -> Text:
    """ "từ thứ Năm, 10/6 đến hết thứ Ba, 15/6"; a single day by itself."""
    if first == last:
        return Text(dated(first, turn.today))
    return turn.words("leave.days", first=dated(first, turn.today), last=dated(last, turn.today))


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


# Choosing ---------------------------------------------------------------------------------------


def ask(turn: Turn, plan: Plan, said: Text | None = None) -> None:
    """Who may stand in, numbered; a name may be typed."""
    candidates = _able(turn, plan)
    if not candidates:
        keep(turn, plan, None)
        return
    turn.begin("substituting.who", plan=list(plan.args()))
    question = turn.words(
        "leave.ask_who", who=who(turn, plan.person), days=days(turn, plan.first, plan.last)
    )
    choices = [
        Choice(_label(one), "substituting.choose", (*plan.args(), one.id))
        for one in candidates[:_MOST]
    ]
    nobody = turn.words("leave.nobody" if _leads(turn, plan.person) else "leave.nobody_at_all")
    none = Choice(nobody.plain, "substituting.choose", (*plan.args(), 0))
    turn.say(lines(said, question), (*choices, none))


def again(turn: Turn) -> None:
    """The question once more."""
    plan = _waiting(turn)
    if plan is not None:
        ask(turn, plan)


def take(turn: Turn) -> None:
    """The typed answer: a name, or that nobody stands in."""
    plan = _waiting(turn)
    if plan is not None:
        name, nobody = name_in(turn.incoming.text)
        settle(turn, plan, name, nobody)


def choose(turn: Turn) -> None:
    """Choice: somebody of the list, or nobody."""
    plan = plan_of(turn, turn.args[:4])
    if plan is None:
        return
    wanted = int(turn.args[4])
    if wanted == 0:
        keep(turn, plan, None)
    elif chosen := next((one for one in _able(turn, plan) if one.id == wanted), None):
        keep(turn, plan, chosen)
    else:
        ask(turn, plan, turn.words("leave.who_not_now"))


def change(turn: Turn) -> None:
    """Choice "Đổi người thay"; args: the leave."""
    leave = leaves.get(turn.tx, int(turn.args[0]))
    person = whose(turn, leave.person_id) if leave else None
    if leave is None or leave.last_on < turn.today:
        turn.say(turn.words("leave.ended_before"))
    elif person is not None:
        ask(turn, Plan(person, leave.first_on, leave.last_on, leave.id))


def _waiting(turn: Turn) -> Plan | None:
    if turn.conversation is None:
        return None
    return plan_of(turn, tuple(turn.conversation.data["plan"]))


def settle(turn: Turn, plan: Plan, name: str, nobody: bool) -> None:
    """By what was typed: kept when it is clear, asked when it is not."""
    if nobody:
        keep(turn, plan, None)
        return
    if not name:
        ask(turn, plan)
        return
    found = _called(_beside(turn, plan.person), name)
    if len(found) > 1:
        found = [one for one in found if one.id != plan.person.id]
    if len(found) == 1:
        wrong = _unable(turn, plan, found[0])
        if wrong is None:
            keep(turn, plan, found[0])
        else:
            ask(turn, plan, wrong)
    elif found:
        ask(turn, plan, turn.words("leave.who_several", typed=name))
    else:
        ask(turn, plan, _stranger(turn, name))


def _stranger(turn: Turn, name: str) -> Text:
    elsewhere = reach.named(turn.tx, name, turn.today, 2)
    if len(elsewhere) == 1:
        return turn.words("leave.who_elsewhere", name=elsewhere[0].full_name)
    return turn.words("leave.who_unknown", typed=name)


def _unable(turn: Turn, plan: Plan, one: Person) -> Text | None:
    """Why this person cannot stand in; None when they can."""
    if one.id == plan.person.id:
        return turn.words("leave.who_self")
    if one.state != "joined":
        return turn.words("leave.who_not_joined", name=one.full_name)
    away = leaves.within(turn.tx, one.id, plan.first, plan.last)
    if away:
        its = days(turn, away[0].first_on, away[0].last_on)
        return turn.words("leave.who_away", name=one.full_name, days=its)
    return None


def _able(turn: Turn, plan: Plan) -> list[Person]:
    """Who may be offered: whom the office's list proposes, then those of the unit."""
    proposed = leaves.proposed(turn.tx, plan.person.id, turn.today)
    able = [one for one in _beside(turn, plan.person) if _unable(turn, plan, one) is None]
    return sorted(able, key=lambda one: one.id != proposed)


def _beside(turn: Turn, person: Person) -> list[Person]:
    """Everybody of the units in which the person holds a post, themself too."""
    units = dict.fromkeys(post.unit_id for post in person.posts if post.role != ADMIN)
    found = {
        one.id: one for unit in units for one in people.of_unit(turn.tx, unit, turn.today, _ROLES)
    }
    return list(found.values())


def _called(candidates: list[Person], name: str) -> list[Person]:
    """Those whose whole name it is, else whose name ends so ("Ba" is Trần Văn Ba)."""
    wanted = fold(name)
    whole = [one for one in candidates if wanted in (fold(one.full_name), fold(one.code))]
    return whole or [one for one in candidates if f" {fold(one.full_name)}".endswith(f" {wanted}")]


def _label(one: Person) -> str:
    title = next((post.title for post in one.posts if post.title), "")
    return f"{one.full_name}, {title}" if title else one.full_name


# Keeping ----------------------------------------------------------------------------------------


def keep(turn: Turn, plan: Plan, chosen: Person | None) -> None:
    """Writes the leave, says it back with weekdays, and tells whoever must know."""
    turn.end()
    former = leaves.get(turn.tx, plan.leave_id) if plan.leave_id else None
    substitute_id = chosen.id if chosen else None
    first = plan.first if former and former.first_on == plan.first else max(plan.first, turn.today)
    for other in leaves.within(turn.tx, plan.person.id, first, plan.last, plan.leave_id):
        cancel(turn, other)
    if former is None:
        leave_id = leaves.add(
            turn.tx, plan.person.id, substitute_id, first, plan.last, turn.me.id, turn.now
        )
    else:
        leave_id = former.id
        leaves.change(turn.tx, leave_id, substitute_id, first, plan.last, turn.me.id)
        if former.substitute_id not in (None, substitute_id):
            relieved(turn, former)
    leave = Leave(leave_id, plan.person.id, substitute_id, first, plan.last)
    if leave.holds(turn.today):
        leaves.take_back_reminders(turn.tx, plan.person.id)
    span = days(turn, first, plan.last)
    turn.record(
        "leave.set",
        f"p:{plan.person.id}",
        text=f"{short_day(first)}-{short_day(plan.last)} {chosen.full_name if chosen else '-'}",
        membership=_through(turn, plan.person),
    )
    _tell_the_leads(turn, leave, plan.person, span)
    if plan.person.id != turn.me.id:
        _tell_the_person(turn, leave, plan.person, span)
    _say_back(turn, leave, plan.person, chosen, span)


def cancel(turn: Turn, leave: Leave) -> bool:
    """From today the person is at work again; whoever stood in hears it once."""
    ended = leaves.end(turn.tx, leave, turn.today, turn.now)
    if ended and leave.first_on >= turn.today:
        relieved(turn, leave)  # one that lasted a day or more is told over by the clock
    elif ended and leave.substitute_id is not None:
        leave_notices.take_back(turn.tx, leave.id, leave.substitute_id, "leave ended")
    return ended


def relieved(turn: Turn, leave: Leave) -> None:
    """Tells whoever stood in that they do no longer, if they had heard that they do."""
    if leave.substitute_id is None:
        return
    if leave_notices.take_back(turn.tx, leave.id, leave.substitute_id, "leave changed"):
        to = people.get(turn.tx, leave.substitute_id, turn.today)
        person = people.get(turn.tx, leave.person_id, turn.today)
        if to is not None and person is not None and to.state == "joined":
            leave_notices.is_over(turn.tx, leave.id, to, person, turn.now, turn.committee)


def _through(turn: Turn, person: Person) -> Any:
    """The post through which who spoke set it: their own, or that of a lead."""
    if person.id == turn.me.id:
        return next(iter(turn.me.posts), None)
    rights = (people.may(turn.tx, turn.me, "substitute", post.unit_id) for post in person.posts)
    return next((post for post in rights if post), None)


def _leads(turn: Turn, person: Person) -> list[Person]:
    found = {
        lead.id: lead
        for post in person.posts
        for lead in people.of_unit(turn.tx, post.unit_id, turn.today, (LEAD,))
        if lead.id != person.id and lead.state == "joined"
    }
    return list(found.values())


def _tell_the_leads(turn: Turn, leave: Leave, person: Person, span: Text) -> None:
    for lead in _leads(turn, person):
        if lead.id == turn.me.id:
            continue
        _tell(
            turn,
            lead,
            f"leave-lead:{lead.id}:{leave.id}:{leave.first_on}:{leave.last_on}:{leave.substitute_id}",
            turn.words(
                "leave.lead",
                name=person.full_name,
                days=span,
                substitute=substitute_words(turn, leave),
            ),
        )


def _tell_the_person(turn: Turn, leave: Leave, person: Person, span: Text) -> None:
    _tell(
        turn,
        person,
        f"leave-set:{person.id}:{leave.id}:{turn.inbox_id}",
        turn.words(
            "leave.told_person",
            by=turn.me.full_name,
            days=span,
            substitute=substitute_words(turn, leave),
        ),
    )


def _tell(turn: Turn, to: Person, key: str, text: Text) -> None:
    if to.state == "joined":
        turn.tell(Outgoing(key=key, kind=BROADCAST, text=text, person_id=to.id))


def _say_back(turn: Turn, leave: Leave, person: Person, chosen: Person | None, span: Text) -> None:
    leads = _leads(turn, person)
    if chosen is not None:
        goes = turn.words("leave.kept_with", name=chosen.full_name, given=chosen.given_name)
    elif leads:
        names = ", ".join(lead.full_name for lead in leads)
        goes = turn.words("leave.kept_leads", names=names)
    else:
        goes = turn.words("leave.kept_nobody")
    back = calendar(turn.tx).on_or_after(date.fromordinal(leave.last_on.toordinal() + 1))
    turn.say(
        lines(
            turn.words("leave.kept", who=who(turn, person, begins=False), days=span),
            goes,
            turn.words(
                "leave.kept_quiet" if chosen else "leave.kept_quiet_alone",
                who=who(turn, person),
                day=dated(back, turn.today),
            ),
            _chain(turn, leave, chosen),
        ),
        (Choice(turn.words("leave.change").plain, "leaving.show_one", (leave.id,)),),
    )


def _chain(turn: Turn, leave: Leave, chosen: Person | None) -> Text | None:
    """Whoever goes on leave may be standing in for others: to whom that goes."""
    others = leaves.stood_in_within(turn.tx, leave.person_id, leave.first_on, leave.last_on)
    if not others:
        return None
    names = [people.full_name(turn.tx, other.person_id) for other in others]
    to = (
        turn.words("leave.chain_to", name=chosen.full_name)
        if chosen
        else turn.words("leave.chain_to_leads")
    )
    return turn.words("leave.chain", names=joined(", ", names), to=to)
