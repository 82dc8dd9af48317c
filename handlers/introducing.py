"""How a person is named to themself and to others: posts with their units, and who knows them."""

from __future__ import annotations

from datetime import date

from db import people, units
from db.transaction import Tx
from domain.fold import fold
from domain.person import LEAD, OFFICE, REPORTER, Person

_MOST_POSTS = 3


def posts(tx: Tx, person: Person) -> str:
    """ "Bí thư Đảng ủy phường 4; Chuyên viên, Ban Tổ chức": the unit where the title lacks it."""
    names = units.names(tx, (post.unit_id for post in person.posts))
    said: dict[str, None] = {}
    for post in person.posts:
        unit = names.get(post.unit_id, "")
        whole = not post.title or fold(unit) not in fold(post.title)
        said[", ".join(filter(None, (post.title, unit if whole else "")))] = None
    shown = list(said)[:_MOST_POSTS]
    return "; ".join(shown) + ("…" if len(said) > len(shown) else "")


def those_who_know(tx: Tx, person: Person, today: date) -> list[Person]:
    """The joined leads of the units in which a reporter reports; for anybody else the office."""
    found: dict[int, Person] = {}
    for post in person.posts:
        if post.role == REPORTER:
            for lead in people.of_unit(tx, post.unit_id, today, (LEAD,)):
                found[lead.id] = lead
    found.pop(person.id, None)
    known = [lead for lead in found.values() if lead.state == "joined"]
    if known:
        return known
    office = people.with_role(tx, OFFICE, today)
    return [one for one in office if one.id != person.id and one.state == "joined"]
