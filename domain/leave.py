"""A leave: from when to when somebody is away, who stands in, and what cannot be one. No wording.

Days are local and inclusive: on `last_on` the person is still away.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

LONGEST = timedelta(days=400)  # a year's course and its days of rest; longer is a change of post

PAST, BACKWARDS, TOO_LONG = "past", "backwards", "too_long"


@dataclass(frozen=True, slots=True)
class Leave:
    """`substitute_id` None: nobody stands in, so the work goes to the unit's leads."""

    id: int
    person_id: int
    substitute_id: int | None
    first_on: date
    last_on: date

    def holds(self, day: date) -> bool:
        """Whether the person is away on `day`."""
        return self.first_on <= day <= self.last_on


def mistake(first: date, last: date, today: date) -> str | None:
    """Why these days can be nobody's leave; None when they can."""
    if last < first:
        return BACKWARDS
    if last < today:
        return PAST
    return TOO_LONG if last - first > LONGEST else None


def stands_in(person_id: int, away: Mapping[int, Leave]) -> int | None:
    """Who does the work of a person today: they themself, or the end of the chain of those who
    stand in; None when it leads to nobody or in a circle. `away`: today's leaves by person."""
    seen = {person_id}
    while (leave := away.get(person_id)) is not None:
        other = leave.substitute_id
        if other is None or other in seen:
            return None
        seen.add(other)
        person_id = other
    return person_id
