"""What a unit's group is shown: that unit's own work, the same to whoever asks. Changes nothing.

No names of people, no notes that somebody wrote, nothing of units below or beside.
"""

from __future__ import annotations

from db import group_status, groups, lists
from db.groups import Group
from db.lists import Seat
from domain.fold import fold
from domain.message import Choice, lines
from domain.progress import Work
from handlers import carding
from handlers.listing import SCREEN, line
from handlers.phrases import example
from handlers.searching import bare
from handlers.subjects import by_codes, reports
from handlers.turn import Turn


def show_work(turn: Turn, group: Group, offset: int = 0) -> None:
    """`viec`: what is open in the unit, most urgent first."""
    units = (group.unit_id,)
    seat = Seat(people=(), units=units, led=units, titles=())
    count, overdue = lists.count_mine(turn.tx, seat, turn.today)
    works = lists.mine(turn.tx, seat, SCREEN, offset)
    if not works:
        turn.say(turn.words("group.work_none", unit=group.unit))
        return
    late = turn.words("listing.work.overdue", count=overdue) if overdue else ""
    first, last = offset + 1, offset + len(works)
    head = (
        turn.words("listing.work.from", first=first, last=last, count=count)
        if offset
        else turn.words("listing.work", name=group.unit, count=count, overdue=late)
    )
    shown = next((work for work in works if not work.assignment.discreet), works[0])
    turn.say(
        lines(
            head,
            *(line(turn, work) for work in works),
            turn.words("group.work_how", example=f"{shown.shown_code} {example(turn, shown)}"),
        ),
        _further(turn, count - last, last),
        _subjects(works),
    )


def _further(turn: Turn, left: int, shown: int) -> tuple[Choice, ...]:
    if left <= 0:
        return ()
    label = turn.words("listing.more", count=left).plain
    return (Choice(label, "group_listing.more", (shown,)),)


def show_one(turn: Turn, group: Group, code: str) -> None:
    """A code: its card in this unit."""
    found = by_codes(turn, [code], (group.unit_id,)).get(code, [])
    if not found:
        turn.say(turn.words("group.unknown", code=code, unit=group.unit))
        return
    carding.show(turn, found[0], reports=reports(turn), history=False)


def more(turn: Turn) -> None:
    """Choice: the next screen of `viec`; args: how many were shown."""
    group = groups.at(turn.tx, turn.incoming.at)
    if group is not None:
        show_work(turn, group, int(turn.args[0]))


def search(turn: Turn, group: Group, words: str) -> None:
    """`tim …`: of this unit's assignments those that have every word."""
    words = bare(words)
    wanted = fold(words).split()[:8]
    found = lists.search(turn.tx, wanted, (), (group.unit_id,), _LOOKED_AT) if wanted else []
    works = [work for work in found if work.assignment.unit_id == group.unit_id][:SCREEN]
    if not works:
        turn.say(turn.words("listing.found.none", words=words.strip()))
        return
    turn.say(
        lines(
            turn.words("listing.found", count=len(works), words=words.strip()),
            *(line(turn, work) for work in works),
        ),
        subjects=_subjects(works),
    )


def summary(turn: Turn, group: Group) -> None:
    """`tonghop`: the unit's classes, and what is due in seven days."""
    told = group_status.told(turn.tx, group.unit_id, group.unit, turn.now, turn.committee)
    turn.say(told[0], subjects=told[1])


_LOOKED_AT = 200  # with what the unit coordinates, which is left out


def _subjects(works: list[Work]) -> tuple[str, ...]:
    return tuple(work.assignment.subject for work in works)
