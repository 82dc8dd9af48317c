"""Leaves that were announced: shown, ended, and that of one's people. Asks for no days itself."""

from __future__ import annotations

from db import leaves, people
from domain.fold import fold
from domain.leave import Leave
from domain.leave_days import Days
from domain.leave_words import (
    Announced,
    after_report,
    announced,
    back_on,
    ends,
    is_back,
    is_plain,
    other_substitute,
)
from domain.message import Choice, Text, lines
from domain.person import Person
from domain.wording import dated
from handlers import leaving, substituting
from handlers.leave_keeping import cancel, knows_to_be_back
from handlers.leave_plans import choice, chosen_leave, days, my_people, substitute_words, who
from handlers.turn import Turn
from handlers.understanding import working_days

_MOST = 8
_ASKING = ("leaving.days", "substituting.who")  # questions about a leave that is none yet


def start(turn: Turn) -> None:
    """What was announced already; else the question for the days."""
    mine = leaves.coming(turn.tx, turn.me.id, turn.today)
    if not mine:
        leaving.ask_days(turn, turn.me)
    elif len(mine) == 1:
        _show(turn, mine[0], turn.me)
    else:
        choices = [
            Choice(
                _span(turn, leave).plain,
                "leave_listing.show_one",
                (leave.id,),
            )
            for leave in mine[:_MOST]
        ]
        turn.say(turn.words("leave.several"), (*choices, *_others(turn, turn.me)))


def _span(turn: Turn, leave: Leave) -> Text:
    return days(turn, leave.first_on, leave.last_on)


def show_one(turn: Turn) -> None:
    """Choice: one leave with what can be changed; args: the leave."""
    if chosen := chosen_leave(turn):
        _show(turn, *chosen)


def _show(turn: Turn, leave: Leave, person: Person) -> None:
    ending = "leave.end_now" if leave.first_on < turn.today else "leave.cancel"
    turn.say(
        turn.words(
            "leave.one",
            who=who(turn, person),
            days=_span(turn, leave),
            substitute=substitute_words(turn, leave),
        ),
        (
            choice(turn, ending, "leave_listing.end", leave.id),
            choice(turn, "leave.change_days", "leaving.change_days", leave.id),
            choice(turn, "leave.change_who", "substituting.change", leave.id),
            *_others(turn, person),
        ),
    )


def _others(turn: Turn, person: Person) -> tuple[Choice, ...]:
    """Another leave of the same person; that of one's people, for a lead."""
    more = choice(turn, "leave.another", "leaving.another", person.id)
    if person.id == turn.me.id and my_people(turn):
        return more, choice(turn, "leave.for_other", "leave_listing.ask_whom")
    return (more,)


def try_words(turn: Turn) -> bool:
    """Whether the message stands on its own as a leave, or changes or ends one, and was taken
    so."""
    text, works = turn.incoming.text, working_days(turn)
    if _try_mine(turn, text):
        return True
    said = announced(text, turn.today, works)
    if said is None:
        return False
    _take(turn, said)
    return True


def _try_mine(turn: Turn, text: str) -> bool:
    """Whether the message is about a leave of who speaks that lasts or is to come."""
    back, ending, other = is_back(text), ends(text), other_substitute(text)
    day = None if back else back_on(text, turn.today, working_days(turn))
    if turn.incoming.forwarded or not (back or ending or day or other is not None):
        return False
    if ending and turn.conversation is not None and turn.conversation.state in _ASKING:
        return False  # that one is not to be
    mine = leaves.coming(turn.tx, turn.me.id, turn.today)
    if not mine or (back and not mine[0].holds(turn.today)):
        return False
    leave = mine[0]
    if back:
        _end(turn, leave, turn.me)
    elif day is not None and leave.first_on < day <= leave.last_on:
        leaving.shorten(turn, leave, day)
    elif len(mine) > 1:
        start(turn)
    elif ending:
        _end(turn, leave, turn.me)
    elif other is not None:
        substituting.change_to(turn, leave, other)
    else:
        _show(turn, leave, turn.me)
    return True


def try_plain_words(turn: Turn) -> bool:
    """The same while a question about some work is open: "đi công tác đến hết tuần" may be the
    answer to it, "tôi nghỉ phép từ 14/6" is none."""
    said = announced(turn.incoming.text, turn.today, working_days(turn))
    longer = said is not None and said.longer is not None
    return (longer or is_plain(turn.incoming.text)) and try_words(turn)


def cut_off(turn: Turn) -> Announced | None:
    """The leave that follows a report in one message; what is left is the report alone."""
    found = after_report(turn.incoming.text, turn.today, working_days(turn))
    if found is None:
        return None
    report, said = found
    turn.incoming = turn.incoming._replace(text=report)
    return said


def take_cut_off(turn: Turn, said: Announced) -> None:
    """That leave, when the report is taken; while the report is asked about it cannot be."""
    if turn.asks:
        turn.say(turn.words("leave.by_itself"))
    else:
        _take(turn, said)


def _take(turn: Turn, said: Announced) -> None:
    """A leave with its days; without them it is asked for, or what was announced is shown."""
    if said.longer is not None:
        leaving.prolong(turn, said)
    elif said.days == Days():
        start(turn)
    else:
        leaving.take(turn, turn.me, said)


def end(turn: Turn) -> None:
    """Choice: at work from today, or the leave will not be; args: the leave."""
    if chosen := chosen_leave(turn):
        _end(turn, *chosen)


def _end(turn: Turn, leave: Leave, person: Person) -> None:
    turn.end()
    cancel(turn, leave)
    if person.id == turn.me.id and leave.holds(turn.today):
        knows_to_be_back(turn)
    turn.record("leave.ended", f"p:{person.id}")
    if leave.first_on < turn.today:
        turn.say(
            turn.words(
                "leave.ended",
                who=who(turn, person, begins=False),
                whom=who(turn, person, begins=False),
                day=dated(turn.today, turn.today, turn.language),
            )
        )
    else:
        span = _span(turn, leave)
        whom = who(turn, person, begins=False)
        turn.say(turn.words("leave.cancelled", days=span, whom=whom))


def ask_whom(turn: Turn) -> None:
    """Choice of a lead: the people of their units."""
    mine = my_people(turn)
    if not mine:
        turn.say(turn.words("common.no_such_choice"))
        return
    turn.begin("leave_listing.whom")
    turn.say(
        turn.words("leave.whom"),
        tuple(Choice(one.full_name, "leaving.another", (one.id,)) for one in mine[:_MOST]),
    )


def take_whom(turn: Turn) -> None:
    """A name was typed."""
    wanted = fold(turn.incoming.text).strip(" .")
    found = [one for one in my_people(turn) if f" {fold(one.full_name)}".endswith(f" {wanted}")]
    if len(found) == 1:
        turn.end()
        leaving.ask_days(turn, found[0])
        return
    turn.say(turn.words("leave.who_unknown", typed=turn.incoming.text.strip()[:40]))
    ask_whom(turn)


def said_of(turn: Turn) -> Text | None:
    """The line of the settings: the nearest leave, and for whom one stands in today."""
    mine = leaves.coming(turn.tx, turn.me.id, turn.today)[:1]
    others = leaves.stood_in_for(turn.tx, turn.me.id, turn.today)
    names = ", ".join(people.full_name(turn.tx, other) for other in others)
    away = [
        turn.words(
            "leave.line",
            days=_span(turn, leave),
            substitute=substitute_words(turn, leave),
        )
        for leave in mine
    ]
    standing = [turn.words("leave.line_stands_in", names=names)] if names else []
    return lines(*away, *standing) if away or standing else None
