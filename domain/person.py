"""A person, the posts through which they act, and what each role may do where."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

REPORTER, LEAD, OVERSEER, CHAIR, OFFICE, ADMIN = (
    "reporter",
    "lead",
    "overseer",
    "chair",
    "office",
    "admin",
)
ROLES = (REPORTER, LEAD, OVERSEER, CHAIR, OFFICE, ADMIN)

# From the narrowest to the widest: one acts through the narrowest that suffices.
_WIDTH = {
    role: width for width, role in enumerate((REPORTER, LEAD, OVERSEER, ADMIN, CHAIR, OFFICE))
}

# Where a unit stands to the membership's unit: own, involved (coordinating or monitored),
# below, elsewhere. This is contract.md's table, row by row.
RIGHTS: dict[str, dict[str, frozenset[str]]] = {
    REPORTER: {
        "own": frozenset({"read", "report", "ask"}),
        "involved": frozenset({"read", "note"}),
        "below": frozenset(),
        "elsewhere": frozenset(),
    },
    LEAD: {
        "own": frozenset({"read", "report", "ask", "confirm", "substitute"}),
        "involved": frozenset({"read", "note"}),
        "below": frozenset({"assign", "confirm", "decide", "direct"}),
        "elsewhere": frozenset(),
    },
    OVERSEER: {
        "own": frozenset({"read"}),
        "involved": frozenset({"read", "urge"}),
        "below": frozenset({"read", "urge"}),
        "elsewhere": frozenset(),
    },
    CHAIR: {
        "own": frozenset({"read", "decide", "direct"}),
        "involved": frozenset({"read", "decide"}),
        "below": frozenset({"read", "decide", "direct"}),
        "elsewhere": frozenset(),
    },
    OFFICE: {
        place: frozenset({"read", "report_for", "assign", "direct", "people", "export"})
        for place in ("own", "involved", "below", "elsewhere")
    },
    ADMIN: {
        "own": frozenset({"people", "units", "system"}),
        "involved": frozenset(),
        "below": frozenset({"people", "units"}),
        "elsewhere": frozenset(),
    },
}


# Whoever may report for every unit may for their own, without saying from where they know it.
OWN_REPORT = frozenset({"report", "report_for"})


class Membership(NamedTuple):
    """A post that a person holds in a unit from one day to another (both inclusive)."""

    id: int
    person_id: int
    unit_id: int
    title: str
    role: str
    valid_from: date | None = None
    valid_to: date | None = None
    substitute_id: int | None = None


class Person(NamedTuple):
    """`state`: invited, joined, declined, left. `posts` are those in force today; `for_others`
    are posts of people on leave for whom this one stands in today."""

    id: int
    code: str
    full_name: str
    state: str
    language: str = "vi"
    posts: tuple[Membership, ...] = ()
    for_others: tuple[Membership, ...] = ()

    @property
    def given_name(self) -> str:
        """How a Vietnamese is addressed: the last word of the full name."""
        return self.full_name.split()[-1] if self.full_name.split() else self.full_name

    @property
    def own_units(self) -> tuple[int, ...]:
        """The units that they work in: those that they only look after (OVERSEER) or keep in order
        (ADMIN) are another's, unless they have no other."""
        rest = [post for post in self.posts if post.role != ADMIN]
        own = [post for post in rest if post.role != OVERSEER] or rest
        return tuple(dict.fromkeys(post.unit_id for post in own))

    def has_role(self, *roles: str) -> bool:
        return any(post.role in roles for post in self.posts)


def narrowest(posts: list[Membership]) -> Membership | None:
    """Of the posts that suffice for an act, the narrowest: it is named in the audit."""
    return min(posts, key=lambda post: (_WIDTH[post.role], post.id), default=None)
