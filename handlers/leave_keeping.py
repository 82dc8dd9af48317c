"""Writes a leave or its end, says it back with weekdays, tells leads, the person, who stood in.

Asks nothing: what it gets is settled.
"""

from __future__ import annotations

from datetime import date, timedelta

from db import leave_notices, leaves, people
from db.calendar import calendar
from domain.leave import Leave
from domain.message import BROADCAST, Choice, Outgoing, Text, joined, lines
from domain.person import LEAD, Membership, Person
from domain.wording import dated, short_day
from handlers.leave_plans import Plan, days, substitute_words, who
from handlers.turn import Turn


def keep(turn: Turn, plan: Plan, chosen: Person | None) -> None:
    """Writes the leave, says it back with weekdays, and tells whoever must know."""
    turn.end()
    if plan.last < turn.today:  # a choice on a screen of days ago
        turn.say(turn.words("leave.past_choice", days=days(turn, plan.first, plan.last)))
        return
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
    kept = "-".join(short_day(day, "vi") for day in (first, plan.last))
    turn.record(
        "leave.set",
        f"p:{plan.person.id}",
        text=f"{kept} {chosen.full_name if chosen else '-'}",
        membership=_through(turn, plan.person),
    )
    _tell_the_leads(turn, leave, plan.person)
    if plan.person.id != turn.me.id:
        _tell_the_person(turn, leave, plan.person)
    _say_back(turn, leave, plan.person, chosen, span)


def cancel(turn: Turn, leave: Leave) -> bool:
    """From today the person is at work again; whoever stood in hears it once."""
    ended = leaves.end(turn.tx, leave, turn.today, turn.now)
    if ended and leave.first_on >= turn.today:
        relieved(turn, leave)  # one that lasted a day or more is told over by the clock
    elif ended and leave.substitute_id is not None:
        leave_notices.take_back(turn.tx, leave.id, leave.substitute_id, "leave ended")
    if ended:
        _knows(turn, leave)
    return ended


def _knows(turn: Turn, leave: Leave) -> None:
    """Who spoke has just been answered that it is over."""
    both = ((leave.person_id, leave_notices.BACK), (leave.substitute_id, leave_notices.OVER))
    for person_id, step in both:
        if person_id == turn.me.id:
            yesterday = turn.today - timedelta(days=1)
            leave_notices.knows(turn.tx, leave.id, person_id, step, yesterday, turn.now)


def knows_to_be_back(turn: Turn) -> None:
    """Who spoke has just been answered that their work is theirs again: of no leave that ended
    before need that be said once more."""
    for leave in leaves.over_lately(turn.tx, turn.me.id, turn.today):
        leave_notices.knows(
            turn.tx, leave.id, turn.me.id, leave_notices.BACK, leave.last_on, turn.now
        )


def relieved(turn: Turn, leave: Leave) -> None:
    """Tells whoever stood in that they do no longer, if they had heard that they do."""
    if leave.substitute_id is None:
        return
    heard = leave_notices.take_back(turn.tx, leave.id, leave.substitute_id, "leave changed")
    if leave.substitute_id == turn.me.id:
        _knows(turn, leave)
    elif heard:
        to = people.get(turn.tx, leave.substitute_id, turn.today)
        person = people.get(turn.tx, leave.person_id, turn.today)
        if to is not None and person is not None and to.state == "joined":
            leave_notices.is_over(turn.tx, leave.id, to, person, turn.now, turn.committee)


def _through(turn: Turn, person: Person) -> Membership | None:
    """The post through which who spoke set it: their own, or that of a lead."""
    if person.id == turn.me.id:
        return next(iter(turn.me.posts), None)
    rights = (people.may(turn.tx, turn.me, "substitute", post.unit_id) for post in person.posts)
    return next((post for post in rights if post), None)


def leads_of(turn: Turn, person: Person) -> list[Person]:
    found = {
        lead.id: lead
        for post in person.posts
        for lead in people.of_unit(turn.tx, post.unit_id, turn.today, (LEAD,))
        if lead.id != person.id and lead.state == "joined"
    }
    return list(found.values())


def _tell_the_leads(turn: Turn, leave: Leave, person: Person) -> None:
    for lead in leads_of(turn, person):
        stands_in = lead.id == leave.substitute_id
        if lead.id == turn.me.id or (stands_in and leave.holds(turn.today)):
            continue  # who stands in from today is told so by the clock
        theirs = turn.towards(lead.language)
        key = "leave.lead" if leave.substitute_id is not None else "leave.lead_alone"
        _tell(
            turn,
            lead,
            f"leave-lead:{lead.id}:{leave.id}:{leave.first_on}:{leave.last_on}:{leave.substitute_id}",
            theirs.words(
                "leave.lead_stands_in" if stands_in else key,
                name=person.full_name,
                days=days(theirs, leave.first_on, leave.last_on),
                substitute=substitute_words(theirs, leave),
            ),
        )


def _tell_the_person(turn: Turn, leave: Leave, person: Person) -> None:
    theirs = turn.towards(person.language)
    _tell(
        turn,
        person,
        f"leave-set:{person.id}:{leave.id}:{turn.inbox_id}",
        theirs.words(
            "leave.told_person",
            by=turn.me.full_name,
            days=days(theirs, leave.first_on, leave.last_on),
            substitute=substitute_words(theirs, leave),
        ),
    )


def _tell(turn: Turn, to: Person, key: str, text: Text) -> None:
    if to.state == "joined":
        turn.tell(Outgoing(key=key, kind=BROADCAST, text=text, person_id=to.id))


def _say_back(turn: Turn, leave: Leave, person: Person, chosen: Person | None, span: Text) -> None:
    leads = leads_of(turn, person)
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
                day=dated(back, turn.today, turn.language),
            ),
            _chain(turn, leave, chosen),
        ),
        (Choice(turn.words("leave.change").plain, "leave_listing.show_one", (leave.id,)),),
    )


def _chain(turn: Turn, leave: Leave, chosen: Person | None) -> Text | None:
    """Whoever goes on leave may be standing in for others: to whom that goes."""
    others = leaves.stood_in_within(turn.tx, leave.person_id, leave.first_on, leave.last_on)
    if not others:
        return None
    names = joined(", ", [people.full_name(turn.tx, other.person_id) for other in others])
    if chosen:
        to = turn.words("leave.chain_to", name=chosen.full_name)
    elif any(_has_other_lead(turn, other.person_id, leave.person_id) for other in others):
        to = turn.words("leave.chain_to_leads")
    else:
        return turn.words("leave.chain_nobody", names=names)
    return turn.words("leave.chain", names=names, to=to)


def _has_other_lead(turn: Turn, person_id: int, away: int) -> bool:
    """Whether the person is led by somebody else than who goes away too."""
    person = people.get(turn.tx, person_id, turn.today)
    return person is not None and any(lead.id != away for lead in leads_of(turn, person))
