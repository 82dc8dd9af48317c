"""What a unit's group reads of the unit's work: classes counted, and what is due in seven days.

Names no person, tells no note that somebody wrote, and of what does not travel over chat only code
and deadline.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from domain import wording
from domain.digest import Reader, assigned_line, due_line, short
from domain.digest_figures import Classes, Named
from domain.message import Text, lines

AHEAD = 7  # days
MOST = 8  # assignments that are named
_TITLE = 48


@dataclass(frozen=True, slots=True)
class UnitStatus:
    """One unit at one moment; `coming` is what is due from today on, `count` how much in all."""

    unit: str
    today: date
    classes: Classes
    coming: Sequence[Named] = ()
    count: int = 0


def summary(status: UnitStatus, reader: Reader) -> Text:
    """One screen for everybody in the group."""
    day = wording.full_day(status.today, reader.language).replace(", ", " ")
    head = reader.say("group.summary", unit=status.unit, day=day)
    if not status.classes.assigned:
        return lines(head, reader.say("group.no_work"))
    rest = status.count - len(status.coming)
    return lines(
        head,
        due_line(status.classes, reader),
        assigned_line(status.classes, reader),
        reader.say("group.coming", count=status.count)
        if status.count
        else reader.say("group.none_coming"),
        *[_coming(one, status.today, reader) for one in status.coming],
        reader.say("group.more_coming", count=rest) if rest else None,
        reader.say("group.how"),
    )


def _coming(one: Named, today: date, reader: Reader) -> Text:
    due_on = one.due_on or today
    what = f"{one.code} {short(one.title, _TITLE)}".strip()
    day, left = (
        wording.full_day(due_on, reader.language),
        wording.distance(due_on, today, reader.language),
    )
    return reader.say("group.coming_one", what=what, day=day, left=left)
