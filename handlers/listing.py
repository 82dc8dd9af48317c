"""My open work, one assignment by its code, and search. Changes nothing."""

from __future__ import annotations

from collections.abc import Sequence

from db import assignments, leaves, lists, people
from domain.message import Choice, Text, joined, lines
from domain.person import ADMIN, LEAD
from domain.progress import Work
from handlers import carding, comparing
from handlers.phrases import deadline, example, figures, named
from handlers.request_putting import waiting_for
from handlers.subjects import (
    by_codes,
    instead_of,
    my_work,
    overseen,
    own_units,
    post_for,
    reports,
    seat,
    years,
)
from handlers.turn import Turn

FOUND = 7  # of what a search finds, with whose it is
SCREEN = 8  # lines of a list, so that with its head and foot it fits a small phone


def line(turn: Turn, work: Work, with_unit: bool = False) -> Text:
    """ "🟠 Còn 1 ngày (thứ Năm, 10/6): NV07 Báo cáo, 40%"."""
    status = deadline(turn, work)
    if work.assignment.discreet:
        if with_unit:
            return turn.words(
                "listing.line_discreet_of_unit",
                status=status,
                code=work.shown_code,
                unit=work.unit_name,
            )
        return turn.words("listing.line_discreet", status=status, code=work.shown_code)
    parts = [figures(turn, work)]
    if work.assignment.estimate:
        parts.append(turn.words("reporting.said.estimate"))
    if work.assignment.blocked:
        parts.append(turn.words("listing.blocked"))
    key = "listing.line_of_unit" if with_unit else "listing.line"
    fields = {"unit": work.unit_name} if with_unit else {}
    return turn.words(
        key, status=status, name=named(work, 48), figures=joined(", ", parts), **fields
    )


def show_work(turn: Turn, most: int = SCREEN) -> None:
    """`viec`: what is open, most urgent first; `most` lines of it, where more is said above."""
    me = turn.me
    if not reports(turn):
        turn.say(turn.words("listing.work.none_here"))
        return
    most -= turn.conversation is not None  # what still waits stands below
    works = my_work(turn, most)
    if not works:
        turn.say(turn.words("listing.work.none", voice=turn.committee.voice))
        return
    count, overdue = lists.count_mine(turn.tx, seat(me), turn.today)
    head = turn.words(
        "listing.work",
        name=turn.words("listing.who", name=me.given_name).plain,
        count=count,
        overdue=turn.words("listing.work.overdue", count=overdue) if overdue else "",
    )
    by_part = Choice(turn.words("listing.by_part").plain, "dividing.show") if count > most else None
    say_page(turn, head, works, count - len(works), ("listing.more", (most,)), by_part)


def show_overdue(turn: Turn) -> None:
    """ "việc quá hạn": the head of the same list, for the most urgent stands first."""
    count, overdue = lists.count_mine(turn.tx, seat(turn.me), turn.today)
    if not overdue:
        turn.say(turn.words("listing.overdue.none", count=count))
        return
    works = my_work(turn, min(SCREEN, overdue))
    head = turn.words("listing.overdue", count=overdue)
    say_page(turn, head, works, count - len(works), ("listing.more", (len(works),)))


def more(turn: Turn) -> None:
    """Choice: the next screen of `viec`; args: how many were shown."""
    offset = int(turn.args[0])
    count, _ = lists.count_mine(turn.tx, seat(turn.me), turn.today)
    works = my_work(turn, SCREEN, offset)
    if not works:
        show_work(turn)
        return
    head = turn.words("listing.work.from", first=offset + 1, last=offset + len(works), count=count)
    left = count - offset - len(works)
    say_page(turn, head, works, left, ("listing.more", (offset + SCREEN,)))


def say_page(
    turn: Turn,
    head: Text,
    works: Sequence[Work],
    left: int,
    more: tuple[str, tuple[str | int, ...]],
    other: Choice | None = None,
) -> None:
    """One screen of work with how to report it; `left` more wait behind the choice `more` (act
    and args), `other` is a choice beside it."""
    with_unit = len({work.assignment.unit_id for work in works}) > 1
    others = _in_place_of(turn, works)
    said = [
        _instead(turn, line(turn, work, with_unit), others.get(work.assignment.id))
        for work in works
    ]
    first = next((work for work in works if not work.assignment.discreet), works[0])
    how = turn.words("listing.work.how", example=f"{first.shown_code} {example(turn, first)}")
    choices = []
    if left > 0:
        choices.append(Choice(turn.words("listing.more", count=left).plain, *more))
    if other is not None:
        choices.append(other)
    turn.say(
        lines(head, *said, how), tuple(choices), tuple(work.assignment.subject for work in works)
    )


def _in_place_of(turn: Turn, works: Sequence[Work]) -> dict[int, int]:
    """Who is on leave in whose place a work is done, by assignment: who spoke stands in for them,
    or leads their unit while nobody does."""
    led = [post.unit_id for post in turn.me.posts if post.role == LEAD]
    theirs = [work.assignment.id for work in works if work.assignment.unit_id in led]
    found = leaves.left_to_leads(turn.tx, theirs, turn.today) if theirs else {}
    stood_in = instead_of(turn, works)
    others = found | {number: post.person_id for number, post in stood_in.items()}
    return {number: person for number, person in others.items() if person != turn.me.id}


def _instead(turn: Turn, said: Text, person_id: int | None) -> Text:
    """The line of a work that is done in the place of somebody on leave says for whom."""
    if person_id is None:
        return said
    name = people.full_name(turn.tx, person_id).split()[-1]
    return turn.words("listing.instead_of", line=said, name=name)


def show_one(turn: Turn, code: str, doers: bool = False) -> None:
    """A code alone: the card in one's own unit; else what one may read of it elsewhere. `doers`:
    it was asked who does it."""
    me = turn.me
    units = own_units(me)
    own = by_codes(turn, [code], units).get(code, []) if units else []
    if len(own) > 1:
        choices = tuple(
            Choice(work.unit_name, "listing.card", (work.assignment.id,)) for work in own
        )
        turn.say(turn.words("listing.which_unit", code=own[0].shown_code), choices)
        return
    tops = overseen(me)
    below = lists.with_code(turn.tx, code, tops, years(turn), units) if tops is None or tops else []
    if own:
        carding.show(turn, own[0], reports=True, more=_of_others(turn, below), doers=doers)
    elif len(below) == 1:
        carding.show(turn, below[0], reports=False, doers=doers)
    elif below:
        comparing.show(turn, below)
    if own or below:
        return
    # Of their posts, that of an administrator shows no work.
    posts = [post.unit_id for post in me.posts if post.role != ADMIN]
    involved = lists.involving(turn.tx, code, posts, years(turn)) if posts else []
    to_decide = [] if involved else _to_decide(turn, code)
    if involved or to_decide:
        carding.show(turn, (involved or to_decide)[0], reports=False)
    elif not posts and not me.for_others:
        turn.say(turn.words("listing.nothing_to_see"))
    else:
        turn.say(turn.words("listing.unknown", code=code))


def _to_decide(turn: Turn, code: str) -> list[Work]:
    """The work of this code of which something waits for who spoke to decide."""
    waiting = {request.assignment_id for request in waiting_for(turn)}
    works = assignments.these(turn.tx, waiting) if waiting else []
    return [work for work in works if work.assignment.code == code]


def _of_others(turn: Turn, works: Sequence[Work]) -> tuple[Choice, ...]:
    """The choice of the units below, whose list would not fit on one screen with one's own card."""
    if not works:
        return ()
    label = turn.words("listing.choice.units", count=len(works)).plain
    return (Choice(label, "listing.compare_more", (works[0].assignment.code, 0)),)


def card(turn: Turn) -> None:
    """Choice: the card of one assignment; args: its id. Rights are looked at again."""
    work = assignments.get(turn.tx, int(turn.args[0]))
    if work is not None and post_for(turn.me, work.assignment.unit_id):
        carding.show(turn, work, reports=True)
    elif work is not None and may_read(turn, work):
        carding.show(turn, work, reports=False)
    else:
        turn.say(turn.words("listing.unknown", code=work.shown_code if work else "?"))


def may_read(turn: Turn, work: Work) -> bool:
    """Whether who spoke may read this assignment, through any post."""
    a = work.assignment
    return people.may(turn.tx, turn.me, "read", a.unit_id, a.id) is not None


def compare_more(turn: Turn) -> None:
    """Choice: further units of a roll-up; args: the code and how many were shown."""
    code, offset = str(turn.args[0]), int(turn.args[1])
    tops = overseen(turn.me)
    if tops is None or tops:
        works = lists.with_code(turn.tx, code, tops, years(turn), own_units(turn.me))
        if works:
            comparing.show(turn, works, offset)
            return
    turn.say(turn.words("listing.unknown", code=code))
