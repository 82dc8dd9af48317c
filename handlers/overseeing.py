"""What a chair or an overseer asks in words of the units below: one unit's work, what is overdue,
who has not reported. Changes nothing."""

from __future__ import annotations

from db import lists, people, units
from domain.fold import fold
from domain.mention import codes_in, without_codes
from domain.message import Choice, lines
from domain.overview_words import LATE_UNITS, OVERDUE, SILENT_UNITS, overview_asked, units_asked
from domain.person import CHAIR, OFFICE, OVERSEER
from domain.unit import Unit
from handlers import carding, digesting
from handlers.listing import SCREEN, line
from handlers.subjects import by_codes, own_units
from handlers.turn import Turn

_MOST = 9  # units to choose from; a word that fits more is no name
_NAMES = frozenset({"viec qua han", "ai chua nop bao cao"})  # as the leaders' guide has them
_OVERVIEWS = {
    OVERDUE: digesting.overdue,
    LATE_UNITS: digesting.by_unit,
    SILENT_UNITS: digesting.silent,
}


def is_name(text: str) -> bool:
    """Whether it is one of the names that overviews go by: "việc đã quá hạn" may be a reason."""
    return fold(text).strip(" .?") in _NAMES


def try_words(turn: Turn) -> bool:
    """Whether the message asks for an overview, or is the name of a unit that they look after."""
    if not turn.me.has_role(CHAIR, OVERSEER, OFFICE):
        return False
    if asked := overview_asked(turn.incoming.text):
        _OVERVIEWS[asked](turn)
        return True
    if _try_unit_of_code(turn):
        return True
    found = _named(turn)
    if len(found) == 1:
        _show(turn, found[0])
    elif found:
        turn.say(
            turn.words("listing.unit.which"),
            tuple(Choice(each.name, "overseeing.unit", (each.id, 0)) for each in found),
        )
    return bool(found)


def _try_unit_of_code(turn: Turn) -> bool:
    """Whether the message is a code and the name of a unit, and no more: "CT12 phường 7"."""
    codes = codes_in(turn.incoming.text)
    if len(codes) != 1:
        return False
    name = " ".join(without_codes(turn.incoming.text, " ").split()).strip(" ,.?")
    found = units.called(turn.tx, name, turn.today) if " " in name else []
    if len(found) != 1 or not _may_read(turn, found[0].id):
        return False
    works = by_codes(turn, codes, [found[0].id]).get(codes[0], [])
    if works:
        carding.show(turn, works[0], reports=found[0].id in own_units(turn.me))
    else:
        turn.say(turn.words("listing.unit.no_code", unit=found[0].name, code=codes[0]))
    return True


def _named(turn: Turn) -> list[Unit]:
    """The units that the message may name, of those whose work may be read."""
    for name in units_asked(turn.incoming.text):
        found = [u for u in units.called(turn.tx, name, turn.today) if _may_read(turn, u.id)]
        if found:
            return found if len(found) <= _MOST else []
    return []


def _may_read(turn: Turn, unit_id: int) -> bool:
    return people.may(turn.tx, turn.me, "read", unit_id) is not None


def unit(turn: Turn) -> None:
    """Choice: the open work of one unit; args: its id, how many were shown. Rights are looked at
    again."""
    chosen = units.get(turn.tx, int(turn.args[0]))
    if chosen is None or not _may_read(turn, chosen.id):
        turn.say(turn.words("common.no_such_choice"))
        return
    _show(turn, chosen, int(turn.args[1]))


def _show(turn: Turn, shown: Unit, offset: int = 0) -> None:
    """What the unit has open, overdue first, from `offset` on."""
    all_of_it = lists.Seat([], [shown.id], [shown.id], [])
    works = lists.mine(turn.tx, all_of_it, SCREEN, offset)
    if not works:
        turn.say(turn.words("listing.unit.none", unit=shown.name))
        return
    count, overdue = lists.count_mine(turn.tx, all_of_it, turn.today)
    late = turn.words("listing.work.overdue", count=overdue) if overdue else ""
    left = count - offset - len(works)
    more = Choice(
        turn.words("listing.more", count=left).plain,
        "overseeing.unit",
        (shown.id, offset + SCREEN),
    )
    turn.say(
        lines(
            turn.words("listing.work", name=shown.name, count=count, overdue=late),
            *(line(turn, work) for work in works),
            turn.words("listing.unit.how"),
        ),
        (more,) if left > 0 else (),
        tuple(work.assignment.subject for work in works),
    )
