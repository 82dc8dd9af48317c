"""What stands behind a digest's "xem thêm": the units one by one, and all that is overdue."""

from __future__ import annotations

from domain import wording
from domain.digest import Reader, behind_line, late_line
from domain.digest_figures import Figures
from domain.message import Text, lines

_MOST = 14  # units or assignments on one screen


def by_unit(figures: Figures, reader: Reader) -> Text:
    """Each unit's classes and how much of its work it reports on, the most overdue first."""
    ordered = sorted(
        figures.units, key=lambda one: (-one.classes.overdue, one.rate, -one.classes.soon, one.unit)
    )
    if not ordered:
        return reader.say("digesting.nothing")
    rows = []
    for one in ordered[:_MOST]:
        classes = one.classes
        rows.append(
            reader.say(
                "digesting.unit_late" if classes.overdue else "digesting.unit_in_time",
                unit=one.unit,
                overdue=classes.overdue,
                soon=classes.soon,
                done=classes.done_in_time + classes.done_late,
                assigned=classes.assigned,
                rate=wording.percent(round(one.rate)),
            )
        )
    rest = len(ordered) - len(rows)
    return lines(
        reader.say("digesting.by_unit", count=len(ordered)),
        *rows,
        reader.say("digesting.more_units", count=rest) if rest else None,
    )


def behind(figures: Figures, reader: Reader) -> Text:
    """What may miss its plan, each code once."""
    told = sum(one.count for one in figures.behind)
    rest = figures.behind_count - told
    return lines(
        reader.say("digesting.behind_list", count=figures.behind_count),
        *[behind_line(one, reader) for one in figures.behind],
        reader.say("digesting.more_behind", count=rest) if rest > 0 else None,
        reader.say("digesting.behind_how"),
    )


def overdue(figures: Figures, reader: Reader) -> Text:
    """What is overdue, the longest first."""
    count = figures.classes.overdue
    if not count:
        return reader.say("digesting.none_late")
    shown = figures.late[:_MOST]
    rest = count - len(shown)
    return lines(
        reader.say("digesting.late", count=count),
        *[late_line(one, figures.today, reader) for one in shown],
        reader.say("digesting.more_late", count=rest) if rest else None,
    )
