"""Whom one typed name means: a group, a unit's leads, or people by name, all of them within what
the person may direct. Adds and says nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from db import addressees, units
from domain.addressee_words import (
    Group,
    group_of,
    is_everybody,
    is_standing,
    leads_of,
    name_of,
    placed,
    places,
    title_of,
)
from domain.directive import Addressee
from domain.fold import fold
from domain.person import CHAIR, LEAD, REPORTER
from handlers.turn import Turn


class One(NamedTuple):
    """One of several that a name may mean: a person in a unit, or the leads of a unit (0)."""

    label: str
    person_id: int
    unit_id: int


class Meant(NamedTuple):
    """What one typed name means: the units of a group, the leads of one unit, people, or several
    to choose from."""

    typed: str
    people: Sequence[Addressee] = ()
    several: Sequence[One] = ()
    group: Group | None = None
    units: Sequence[int] = ()

    @property
    def is_known(self) -> bool:
        return bool(self.people or self.several or self.units)


def called(turn: Turn, name: str, allowed: dict[int, str]) -> Meant:
    """A group; a post by its whole title; a unit's leads (else all who report for it); one person
    by name or code, also with the unit behind it; who hold a post in a unit or in a group."""
    if (group := group_of(name)) is not None and (inside := _inside(turn, group, allowed)):
        return Meant(name, group=group, units=inside)
    meant = _post(turn, name, allowed)
    if not meant.is_known:
        meant = _unit(turn, name, allowed)
    if not meant.is_known:
        meant = _person(turn, name, allowed)
    if not meant.is_known:
        meant = _post_in(turn, name, allowed)
    if not meant.is_known and (unit := leads_of(name)):
        meant = _unit(turn, unit, allowed)._replace(typed=name, units=())  # not all who work there
    return meant if meant.is_known else meant._replace(typed=name)


def _inside(turn: Turn, group: Group, allowed: dict[int, str]) -> list[int]:
    """The units of the group. One's own is called with everybody alone."""
    if group.everybody:
        return list(allowed)
    own = {post.unit_id for post in turn.me.posts}
    names = units.names(turn.tx, allowed)
    return [
        unit
        for unit, kind in allowed.items()
        if unit in names and unit not in own and group.holds(kind, fold(names[unit]))
    ]


def _unit(turn: Turn, name: str, allowed: dict[int, str]) -> Meant:
    found = {unit.id: unit.name for unit in units.called(turn.tx, name, turn.today)}
    if len(found) > 1:  # "Thành ủy" is first of all the one whose name begins so
        every = units.names(turn.tx, allowed)
        begun = f"{fold(name)} "
        found = {i: n for i, n in every.items() if fold(n).startswith(begun)} | found
    inside = {
        One(unit_name, 0, unit_id): there
        for unit_id, unit_name in found.items()
        if unit_id in allowed
        and (there := addressees.in_unit(turn.tx, turn.me.id, unit_id, turn.today))
    }
    if len(inside) > 1:
        return Meant(name, several=list(inside))
    for unit, there in inside.items():
        return Meant(unit.label, leads(there), units=(unit.unit_id,))
    return Meant(name)


def _post(turn: Turn, name: str, allowed: dict[int, str]) -> Meant:
    """The one who holds the post of this title; the committee's standing chairs together."""
    wanted = title_of(name)
    if " " not in wanted:
        return Meant(name)
    posts = addressees.titled(turn.tx, turn.me.id, allowed, turn.today)
    if is_standing(wanted):
        return Meant(name, [one for one, _ in posts if one.role == CHAIR])
    found = [one for one, title in posts if title_of(title) == wanted]
    return Meant(name, found if len({one.person_id for one in found}) == 1 else ())


def _post_in(turn: Turn, name: str, allowed: dict[int, str]) -> Meant:
    """All whose title begins with the first of the words, in the unit or group that follows."""
    for title, place in places(name):
        if (group := group_of(place)) is not None:
            inside = _inside(turn, group, allowed)
        else:
            called_so = units.called(turn.tx, place, turn.today)
            inside = [unit.id for unit in called_so if unit.id in allowed]
        posts = addressees.titled(turn.tx, turn.me.id, inside, turn.today) if inside else []
        if is_everybody(title):
            found = [one for one, _ in posts if one.role in (LEAD, REPORTER)]
        else:
            found = [one for one, held in posts if f"{title_of(held)} ".startswith(f"{title} ")]
        if found and (group is not None or len({one.unit_id for one in found}) == 1):
            return Meant(name, found)
    return Meant(name)


def leads(there: list[Addressee]) -> list[Addressee]:
    """Who is written to of a unit: its leads, else all who report for it, else everybody."""
    for role in (LEAD, REPORTER):
        if chosen := [one for one in there if one.role == role]:
            return chosen
    return there


def _person(turn: Turn, name: str, allowed: dict[int, str]) -> Meant:
    whole = fold(name)
    named = _named(turn, whole, allowed)
    if exact := [one for one in named if fold(one.full_name) == whole]:
        return _one_of(name, exact)
    shorter = name_of(name)
    if shorter != whole:
        named = _named(turn, shorter, allowed) or named
        named = [one for one in named if fold(one.full_name) == shorter] or named
    if named:
        return _one_of(name, named)
    for given, place in placed(name):
        there = [unit.id for unit in units.called(turn.tx, place, turn.today) if unit.id in allowed]
        if there and (found := _named(turn, given, {unit: allowed[unit] for unit in there})):
            return _one_of(name, found)
    return Meant(name)


def _named(turn: Turn, name: str, allowed: dict[int, str]) -> list[Addressee]:
    return addressees.named(turn.tx, turn.me.id, allowed, name, turn.today) if name else []


def _one_of(name: str, found: list[Addressee]) -> Meant:
    if len({one.person_id for one in found}) == 1:
        return Meant(name, found)
    first = {one.person_id: one for one in reversed(found)}
    choices = [One(f"{o.full_name}, {o.unit}", o.person_id, o.unit_id) for o in first.values()]
    return Meant(name, several=choices[::-1])
