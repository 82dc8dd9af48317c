"""Who stands in for somebody on leave: chosen by number or name, refused with the reason.

Reads no days (leaving.py) and writes nothing (leave_keeping.py).
"""

from __future__ import annotations

from db import leaves, people, reach
from domain.fold import fold
from domain.leave import Leave, mistake
from domain.leave_words import details, gives_up, name_in
from domain.message import Choice, Text, lines
from domain.person import ADMIN, ROLES, Person
from handlers.leave_keeping import keep, leads_of
from handlers.leave_plans import Plan, choice, chosen_leave, days, plan_of, who
from handlers.turn import Turn
from handlers.understanding import working_days

_MOST = 6  # choices on one screen beside "nobody"
_ROLES = tuple(role for role in ROLES if role != ADMIN)


def ask(turn: Turn, plan: Plan, said: Text | None = None, *, sure: bool = True) -> None:
    """Who may stand in, numbered; a name may be typed. Not `sure`: that it is a leave at all."""
    candidates = _able(turn, plan)
    if not candidates and said is None:
        _keep(turn, plan, None, sure)
        return
    turn.begin("substituting.who", plan=list(plan.args()))
    question = turn.words(
        "leave.ask_who", who=who(turn, plan.person), days=days(turn, plan.first, plan.last)
    )
    choices = [
        Choice(_label(one), "substituting.choose", (*plan.args(), one.id))
        for one in candidates[:_MOST]
    ]
    none = _nobody(turn, plan, candidates)
    no_leave = () if sure else (choice(turn, "leave.no", "leaving.not_away"),)
    warning = None if candidates else turn.words("leave.nobody_left")
    turn.say(lines(said, warning, question), (*choices, *none, *no_leave))


def _nobody(turn: Turn, plan: Plan, candidates: list[Person]) -> tuple[Choice, ...]:
    """The choice that nobody stands in; none where it would lead to the one who can be chosen."""
    leads = [lead.id for lead in leads_of(turn, plan.person)]
    if len(leads) == 1 and [one.id for one in candidates] == leads:
        return ()
    label = turn.words("leave.nobody" if leads else "leave.nobody_at_all").plain
    return (Choice(label, "substituting.choose", (*plan.args(), 0)),)


def again(turn: Turn) -> None:
    """The question once more."""
    plan = _waiting(turn)
    if plan is not None:
        ask(turn, plan)


def take(turn: Turn) -> None:
    """The typed answer: a name, that nobody stands in, another last day, or that it is no leave."""
    plan = _waiting(turn)
    if plan is None:
        return
    text = turn.incoming.text
    if gives_up(text):
        turn.end()
        turn.say(turn.words("leave.stays" if plan.leave_id else "leave.none"))
        return
    name, nobody = name_in(text)
    other = None if nobody or _called(_beside(turn, plan.person), name) else _other_days(turn, plan)
    if other is not None:
        ask(turn, other)
    else:
        settle(turn, plan, name, nobody)


def _other_days(turn: Turn, plan: Plan) -> Plan | None:
    """The plan with another last day, when the answer is one: "tới mốt"."""
    said = details(turn.incoming.text, turn.today, working_days(turn), plan.first)
    last = said.days.last if said is not None and not said.name else None
    if last is None or mistake(plan.first, last, turn.today) is not None:
        return None
    return Plan(plan.person, plan.first, last, plan.leave_id)


def change_to(turn: Turn, leave: Leave, name: str) -> None:
    """ "đổi anh Ba thay": whoever is named stands in during this leave of who spoke; without a name
    that is asked."""
    plan = Plan(turn.me, leave.first_on, leave.last_on, leave.id)
    if name:
        settle(turn, plan, name, False)
    else:
        ask(turn, plan)


def choose(turn: Turn) -> None:
    """Choice: somebody of the list, or nobody."""
    plan = plan_of(turn, turn.args[:4])
    if plan is None:
        return
    wanted = int(turn.args[4])
    if wanted == 0:
        keep(turn, plan, None)
    elif chosen := next((one for one in _beside(turn, plan.person) if one.id == wanted), None):
        if _unable(turn, plan, chosen) is None:
            keep(turn, plan, chosen)
        else:
            ask(turn, plan, turn.words("leave.who_not_now"))
    else:
        ask(turn, plan, turn.words("leave.who_not_now"))


def change(turn: Turn) -> None:
    """Choice "Đổi người thay"; args: the leave."""
    if chosen := chosen_leave(turn):
        leave, person = chosen
        ask(turn, Plan(person, leave.first_on, leave.last_on, leave.id))


def _waiting(turn: Turn) -> Plan | None:
    if turn.conversation is None:
        return None
    return plan_of(turn, tuple(turn.conversation.data["plan"]))


def _keep(turn: Turn, plan: Plan, chosen: Person | None, sure: bool) -> None:
    """Keeps the leave; where words were passed over, that is confirmed first."""
    if sure:
        keep(turn, plan, chosen)
        return
    with_whom = (
        turn.words("leave.with", name=chosen.full_name) if chosen else turn.words("leave.without")
    )
    turn.say(
        turn.words(
            "leave.confirm",
            who=who(turn, plan.person),
            days=days(turn, plan.first, plan.last),
            substitute=with_whom,
        ),
        (
            Choice(
                turn.words("leave.yes").plain,
                "substituting.choose",
                (*plan.args(), chosen.id if chosen else 0),
            ),
            choice(turn, "leave.no", "leaving.not_away"),
        ),
    )


def settle(turn: Turn, plan: Plan, name: str, nobody: bool, *, sure: bool = True) -> None:
    """By what was typed: kept when it is clear, asked when it is not."""
    if nobody:
        _keep(turn, plan, None, sure)
        return
    if not name:
        ask(turn, plan, sure=sure)
        return
    found = _called(_beside(turn, plan.person), name)
    if len(found) > 1:
        found = [one for one in found if one.id != plan.person.id]
    if len(found) == 1:
        wrong = _unable(turn, plan, found[0])
        if wrong is None:
            _keep(turn, plan, found[0], sure)
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
    """Who may be offered: whom the office's list proposes, then those who work in the unit. Whoever
    only looks after it from outside must be typed by name."""
    proposed = leaves.proposed(turn.tx, plan.person.id, turn.today)
    units = set(plan.person.own_units)
    able = [
        one
        for one in _beside(turn, plan.person)
        if (one.id == proposed or units.intersection(one.own_units))
        and _unable(turn, plan, one) is None
    ]
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
