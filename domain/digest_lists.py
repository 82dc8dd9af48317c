"""What stands behind a digest's "xem thêm": the units one by one, and all that is overdue."""

from __future__ import annotations

from typing import NamedTuple

from domain import wording
from domain.digest import Reader, behind_line, late_line, rarest_first
from domain.digest_figures import Figures
from domain.message import Text, lines

SCREEN = 8  # units or assignments on one screen, with its head, its foot and its choices


class Page(NamedTuple):
    """One screen of a list, and how much of it stands behind "xem thêm"."""

    text: Text
    rest: int = 0


def by_unit(figures: Figures, reader: Reader, offset: int = 0) -> Page:
    """Each unit's classes and how much of its work it reports on, the most overdue first."""
    ordered = sorted(
        figures.units, key=lambda one: (-one.classes.overdue, one.rate, -one.classes.soon, one.unit)
    )
    if not ordered:
        return Page(reader.say("digesting.nothing"))
    rows = []
    for one in ordered[offset : offset + SCREEN]:
        classes = one.classes
        rows.append(
            reader.say(
                "digesting.unit_late" if classes.overdue else "digesting.unit_in_time",
                unit=one.unit,
                overdue=classes.overdue,
                soon=classes.soon,
                done=classes.done_in_time + classes.done_late,
                assigned=classes.assigned,
                rate=wording.percent(round(one.rate), reader.language),
            )
        )
    text = lines(reader.say("digesting.by_unit", count=len(ordered)), *rows)
    return Page(text, len(ordered) - offset - len(rows))


def silent(figures: Figures, reader: Reader, offset: int = 0) -> Page:
    """The units with open work on which they did not report of late, the most silent first."""
    found = [one for one in rarest_first(figures.units) if one.classes.updated < one.classes.open]
    if not found:
        return Page(reader.say("digesting.all_report"))
    rows = [
        reader.say(
            "digesting.unit_reports",
            unit=one.unit,
            missing=one.classes.open - one.classes.updated,
            open=one.classes.open,
        )
        for one in found[offset : offset + SCREEN]
    ]
    text = lines(reader.say("digesting.silent", count=len(found)), *rows)
    return Page(text, len(found) - offset - len(rows))


def behind(figures: Figures, reader: Reader, offset: int = 0) -> Page:
    """What may miss its plan, each code once; figures name `offset` codes and a screen more."""
    told = figures.behind[: offset + SCREEN]
    text = lines(
        reader.say("digesting.behind_list", count=figures.behind_count),
        *[behind_line(one, reader) for one in told[offset:]],
        reader.say("digesting.behind_how"),
    )
    return Page(text, max(figures.behind_count - sum(one.count for one in told), 0))


def overdue(figures: Figures, reader: Reader, offset: int = 0) -> Page:
    """What is overdue, the longest first; figures name `offset` of it and a screen more."""
    count = figures.classes.overdue
    if not count:
        return Page(reader.say("digesting.none_late"))
    shown = figures.late[offset : offset + SCREEN]
    text = lines(
        reader.say("digesting.late", count=count),
        *[late_line(one, figures.today, reader) for one in shown],
    )
    return Page(text, count - offset - len(shown))
