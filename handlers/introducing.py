"""How a person is named to themself and to others: posts with their units, and who leads them."""

from __future__ import annotations

from datetime import date

from db import people, units
from db.transaction import Tx
from domain.fold import fold
from domain.person import ADMIN, LEAD, OFFICE, Person

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


def inviters(tx: Tx, today: date) -> list[int]:
    """Who is told when an invitation has come to nothing: the joined of the office, and admins."""
    told = people.with_role(tx, OFFICE, today) + people.with_role(tx, ADMIN, today)
    return sorted({one.id for one in told if one.state == "joined"})


def leads_of(tx: Tx, person: Person, today: date) -> list[Person]:
    """The other joined leads of the units in which the person holds a post: those who know them.

    Nobody else is told of one who joins: one office phone would ring once for each of hundreds,
    and the office sees in its lists who takes part.
    """
    found = {
        lead.id: lead
        for post in person.posts
        for lead in people.of_unit(tx, post.unit_id, today, (LEAD,))
    }
    return [lead for lead in found.values() if lead.id != person.id and lead.state == "joined"]
