"""Which of the requests that wait a decider's words name, by code or by unit. Decides nothing."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from db import assignments, people
from db.requests import Request
from domain.fold import clean, flat, fold
from domain.mention import codes_in, without_codes
from domain.progress import Work
from domain.unit import mentions, wards_in
from handlers.request_putting import waiting_for
from handlers.turn import Turn


class Named(NamedTuple):
    """`requests`: those that wait and are named. `others`: a code or a ward is named of which
    nothing waits. `by_code`: by more than the name of a unit."""

    requests: list[Request]
    others: bool = False
    by_code: bool = False

    @property
    def any(self) -> bool:
        return bool(self.requests) or self.others

    def is_only(self, request: Request) -> bool:
        """Whether nothing but this request is named, if anything is."""
        return not self.others and all(each.id == request.id for each in self.requests)


NOTHING = Named([])


def named_in(turn: Turn, text: str, shown: Request | None = None) -> Named:
    """What the text names of all that waits for who spoke; of several that fit alike, the one that
    is `shown`."""
    codes, wards = codes_in(text), wards_in(text)
    waiting = waiting_for(turn)
    works = _works(turn, waiting)
    plain = flat(clean(text))
    units = {
        work.assignment.unit_id for work in works.values() if mentions(work.unit_name).search(plain)
    }
    if not (codes or wards or units):
        return NOTHING
    found = _fitting(waiting, works, codes, units)
    if shown is not None and any(each.id == shown.id for each in found):
        own = works[shown.assignment_id].assignment
        if set(codes) <= {own.code} and units <= {own.unit_id}:
            found = [shown]
    known = {works[each.assignment_id].assignment.code for each in found}
    numbers = {n for each in found for n in wards_in(works[each.assignment_id].unit_name)}
    others = not (set(codes) <= known and wards <= numbers)
    return Named(found, others, by_code=bool(codes))


def _works(turn: Turn, waiting: Collection[Request]) -> dict[int, Work]:
    ids = {each.assignment_id for each in waiting}
    return {work.assignment.id: work for work in assignments.these(turn.tx, ids)}


def _fitting(
    waiting: Collection[Request], works: dict[int, Work], codes: list[str], units: set[int]
) -> list[Request]:
    """By code where there is one: the unit beside it tells several of one code apart, and names
    its own where the code is none of it."""
    if not codes:
        return [each for each in waiting if works[each.assignment_id].assignment.unit_id in units]
    found: list[Request] = []
    for code in codes:
        alike = [each for each in waiting if works[each.assignment_id].assignment.code == code]
        near = [each for each in alike if works[each.assignment_id].assignment.unit_id in units]
        found += near or alike
    left = units - {works[each.assignment_id].assignment.unit_id for each in found}
    found += [each for each in waiting if works[each.assignment_id].assignment.unit_id in left]
    return found


def without_names(turn: Turn, text: str, request: Request | None) -> str:
    """The text without every code, and without the unit and the asker of the request."""
    typed = " ".join(without_codes(text, " ").split())
    work = assignments.get(turn.tx, request.assignment_id) if request is not None else None
    if work is None or request is None:
        return typed
    typed = _without(typed, mentions(work.unit_name))
    name = people.full_name(turn.tx, request.person_id)
    if not name:
        return typed
    whole, given = re.escape(fold(name)), re.escape(fold(name.split()[-1]))
    called = (
        rf"(?<!\w)(?:(?:dong chi |anh |chi |em )?{whole}|(?:dong chi|anh|chi|em) {given})(?!\w)"
    )
    return _without(typed, re.compile(called))


def _without(typed: str, name: re.Pattern[str]) -> str:
    kept, past = "", 0
    for found in name.finditer(flat(typed)):
        kept += typed[past : found.start()]
        past = found.end()
    return " ".join((kept + typed[past:]).split())
