"""What the office and the admins look at: people and who is out of reach, units, the service's
state, who did what. Changes nothing."""

from __future__ import annotations

from db import chats, doings, groups, people, reach, status, units
from db.doings import Doing
from db.reach import Reached
from domain.instants import local_day
from domain.message import Choice, Text, lines
from domain.person import ADMIN, OFFICE
from domain.texts import keys
from domain.wording import dated, hour
from handlers import inviting, reporting_for_unit
from handlers.refusing import refuse
from handlers.turn import Turn

PAGE = 8


def _denied(turn: Turn, what: str) -> bool:
    if turn.me.has_role(OFFICE, ADMIN):
        return False
    refuse(turn, what)
    return True


# People --------------------------------------------------------------------------------------


def show_people(turn: Turn) -> None:
    """ "canbo": how many take part, and the list of those whom nothing reaches."""
    if _denied(turn, "word:canbo"):
        return
    everyone = reach.everyone(turn.tx, turn.today)
    away = sum(not one.within_reach for one in everyone)
    turn.say(
        lines(
            turn.words("admin.people", count=len(everyone)),
            turn.words("admin.people_reached", count=len(everyone) - away),
            *(
                turn.words(f"admin.people_{state}", count=count)
                for state in ("invited", "declined")
                if (count := sum(one.state == state for one in everyone))
            ),
            "",
            turn.words("admin.people_how"),
        ),
        (
            *(
                (
                    Choice(
                        turn.words("admin.call_list", count=away).plain,
                        "administering.unreachable",
                        (0,),
                    ),
                )
                if away
                else ()
            ),
            Choice(turn.words("admin.by_unit").plain, "administering.units", (0,)),
        ),
    )


def find_person(turn: Turn, words: str) -> None:
    """ "canbo Lan": people by name or code."""
    if _denied(turn, "word:canbo"):
        return
    found = reach.named(turn.tx, words, turn.today, PAGE + 1)
    inside = [] if found else units.called(turn.tx, words, turn.today)
    if len(inside) == 1:  # "cán bộ phường 7"
        _show_unit(turn, inside[0].id)
    elif not found:
        turn.say(turn.words("admin.nobody", words=words[:60]))
    elif len(found) == 1:
        _show_person(turn, found[0])
    else:
        turn.say(
            turn.words("admin.several", count=min(len(found), PAGE)),
            tuple(
                Choice(f"{one.full_name}, {one.unit}", "administering.person", (one.id,))
                for one in found[:PAGE]
            ),
        )


def show_person(turn: Turn) -> None:
    """A person was chosen."""
    if _denied(turn, "administering.person"):
        return
    if person := reach.one(turn.tx, turn.args[0], turn.today):
        _show_person(turn, person)
    else:
        turn.say(turn.words("admin.nobody", words=""))


def _show_person(turn: Turn, one: Reached) -> None:
    heard = dated(local_day(one.heard_at), turn.today, turn.language) if one.heard_at else ""
    turn.say(
        lines(
            turn.words("admin.person", name=one.full_name),
            ", ".join(filter(None, (one.title, one.unit))) or turn.words("admin.no_post"),
            turn.words("admin.standing", standing=_standing(turn, one)),
            turn.words("admin.phone", phone=one.phone) if one.phone else None,
            turn.words("admin.heard", day=heard) if heard else None,
        ),
        (*inviting.choice(turn, turn.me, one.id), *_not_them(turn, one)),
        (f"p:{one.id}",),
    )


def _not_them(turn: Turn, one: Reached) -> tuple[Choice, ...]:
    """To take a chat back from a wrong person: nobody rings the office for each one who joins."""
    at = chats.preferred(turn.tx, one.id) if one.within_reach and one.id != turn.me.id else None
    if at is None or not inviting.may(turn, turn.me, one.id):
        return ()
    return (
        Choice(
            turn.words("enrol.not_them").plain,
            "administering.not_them",
            (one.id, at.channel, at.chat),
        ),
    )


def not_them(turn: Turn) -> None:
    """Choice "Không phải đồng chí ấy": asks once more, since a stray digit may have chosen it."""
    if _denied(turn, "administering.not_them"):
        return
    person_id, channel, chat = turn.args
    name = people.full_name(turn.tx, int(person_id))
    turn.say(
        turn.words("admin.not_them_sure", name=name),
        (
            Choice(
                turn.words("admin.not_them_yes").plain,
                "rebinding.undo",
                (person_id, channel, chat),
            ),
        ),
    )


def _standing(turn: Turn, one: Reached) -> Text:
    if one.within_reach:
        return turn.words("admin.reached", channels=_named(one.channels))
    if one.state == "joined" and one.stopped:
        return turn.words("admin.standing_stopped", channels=_named(one.stopped))
    return turn.words(f"admin.standing_{one.state}")


def _named(channels: tuple[str, ...]) -> str:
    return ", ".join(channel.capitalize() for channel in channels)


def show_unreachable(turn: Turn) -> None:
    """The list for telephoning."""
    if _denied(turn, "administering.unreachable"):
        return
    start = int(turn.args[0])
    away = [one for one in reach.everyone(turn.tx, turn.today) if not one.within_reach]
    page = away[start : start + PAGE]
    turn.say(
        lines(
            turn.words("admin.unreachable", count=len(away)),
            *(_call_line(turn, one) for one in page),
            turn.words("admin.unreachable_how")
            if any(inviting.may(turn, turn.me, one.id) for one in page)
            else None,
        ),
        _more(turn, len(away) - start - len(page), "administering.unreachable", start + PAGE),
    )


def _call_line(turn: Turn, one: Reached) -> Text:
    why = turn.words(f"admin.why_{one.state}")
    if one.state == "joined" and one.stopped:
        why = turn.words("admin.standing_stopped", channels=_named(one.stopped))
    return turn.words(
        "admin.call_line",
        name=one.full_name,
        unit=one.unit,
        why=why,
        phone=f", {one.phone}" if one.phone else "",
    )


def _more(turn: Turn, rest: int, act: str, *args: object) -> tuple[Choice, ...]:
    return (Choice(turn.words("direct.more", count=rest).plain, act, args),) if rest > 0 else ()


# Units ---------------------------------------------------------------------------------------


def show_units(turn: Turn) -> None:
    """ "donvi": every unit with how many of its people can be written to."""
    if _denied(turn, "word:donvi"):
        return
    start = int(turn.args[0]) if turn.args and isinstance(turn.args[0], int) else 0
    every = reach.by_unit(turn.tx, turn.today)
    page = every[start : start + PAGE]
    turn.say(
        turn.words("admin.units", count=len(every)),
        (
            *(
                Choice(
                    turn.words(
                        "admin.unit_line", unit=one.name, reached=one.within_reach, all=one.people
                    ).plain,
                    "administering.unit",
                    (one.id,),
                )
                for one in page
            ),
            *_more(turn, len(every) - start - len(page), "administering.units", start + PAGE),
        ),
    )


def find_unit(turn: Turn, words: str) -> None:
    """ "donvi phường 7"; in front of a figure a unit's name tells whose figure it is."""
    if _denied(turn, "word:donvi") or reporting_for_unit.try_words(turn):
        return
    found = units.called(turn.tx, words, turn.today)
    if len(found) == 1:
        _show_unit(turn, found[0].id)
    elif found:
        turn.say(
            turn.words("admin.units_called"),
            tuple(Choice(one.name, "administering.unit", (one.id,)) for one in found[:PAGE]),
        )
    else:
        turn.say(turn.words("admin.no_unit_called", words=words[:60]))


def show_unit(turn: Turn) -> None:
    """The people of one unit."""
    if not _denied(turn, "administering.unit"):
        _show_unit(turn, turn.args[0])


def _show_unit(turn: Turn, unit_id: int) -> None:
    unit = next((one for one in reach.by_unit(turn.tx, turn.today) if one.id == unit_id), None)
    if unit is None:
        turn.say(turn.words("admin.no_unit"))
        return
    inside = reach.of_unit(turn.tx, unit.id, turn.today)
    turn.say(
        lines(
            turn.words("admin.unit", unit=unit.name, code=unit.code),
            _group(turn, unit.id),
            *(
                turn.words(
                    "admin.unit_person",
                    name=one.full_name,
                    title=one.title,
                    standing=_standing(turn, one),
                )
                for one in inside[:PAGE]
            ),
            turn.words("direct.and_others", count=len(inside) - PAGE)
            if len(inside) > PAGE
            else None,
            turn.words("admin.unit_empty") if not inside else None,
        )
    )


def _group(turn: Turn, unit_id: int) -> Text | None:
    """Whether the unit has a group, and whether anything reaches it."""
    group = groups.of_unit(turn.tx, unit_id)
    if group is None:
        return None
    return turn.words("admin.unit_group" if group.alive else "admin.unit_group_lost")


# The service ---------------------------------------------------------------------------------


def show_state(turn: Turn) -> None:
    """ "tinhtrang": what waits, what could not be done, what needs a person."""
    if _denied(turn, "word:tinhtrang"):
        return
    now = status.status(turn.tx, turn.now)
    inbox, outbox = now["inbox"], now["outbox"]
    problems = now["problems"]
    turn.say(
        lines(
            turn.words("admin.state", when=f"{hour(turn.now, turn.committee.zone)}"),
            turn.words("admin.state_in", done=inbox["done"], parked=inbox["parked"]),
            turn.words(
                "admin.state_out",
                sent=outbox["sent"],
                queued=outbox["queued"] + outbox["sending"],
                unknown=outbox["unknown"],
                dead=outbox["dead"],
            ),
            *(
                turn.words(
                    f"admin.channel_{channel['state']}",
                    name=name.capitalize(),
                    people=channel["people"],
                    sent=channel["sent_this_month"],
                )
                for name, channel in now["channels"].items()
            ),
            turn.words("admin.problems", count=len(problems))
            if problems
            else turn.words("admin.no_problems"),
            *(f"• {problem['text']}" for problem in problems[:5]),
        )
    )


def show_audit(turn: Turn) -> None:
    """ "nhatky": the last things done, newest first."""
    if _denied(turn, "word:nhatky"):
        return
    before = int(turn.args[0]) if turn.args and isinstance(turn.args[0], int) else None
    done = doings.latest(turn.tx, PAGE + 1, before)
    page = done[:PAGE]
    known = frozenset(keys(turn.me.language))
    turn.say(
        lines(
            turn.words("admin.audit"),
            *(_doing_line(turn, one, known) for one in page),
        ),
        (Choice(turn.words("admin.earlier").plain, "administering.audit", (page[-1].id,)),)
        if len(done) > PAGE
        else (),
    )


def _doing_line(turn: Turn, one: Doing, known: frozenset[str]) -> Text:
    """Who did what when, of which unit's work, and in whose place."""
    key = f"audit.act_{one.act}"
    day = dated(local_day(one.at, turn.committee.zone), turn.today, turn.language)
    about = ", ".join(filter(None, (one.about, one.unit)))
    if one.instead_of:
        about += turn.words("admin.audit_instead", name=one.instead_of).plain
    return turn.words(
        "admin.audit_line",
        when=f"{hour(one.at, turn.committee.zone)} {day}",
        by=one.by or turn.words("admin.audit_service").plain,
        act=turn.words(key if key in known else "audit.act_other"),
        about=f" {about}" if about else "",
    )
