"""What a chair or an official reads at a fixed hour: figures in, one screen of text out.

First what needs a decision and what may miss its plan, then what is late, then what will be, then
the classes over both denominators. Counts nothing itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from domain import wording
from domain.message import Text, joined, lines
from domain.texts import say

_TITLES = ("Phó Bí thư Thường trực", "Phó Bí thư", "Bí thư", "Phó Chủ tịch", "Chủ tịch")
_SHOWN_BEHIND, _SHOWN_LATE, _SHOWN_FEW = 3, 2, 3
_TITLE, _NOTE = 48, 60  # characters that a line has room for
_REQUESTS = ("extend", "close", "help")


@dataclass(frozen=True, slots=True)
class Named:
    """An assignment in a list; of a discreet one `title` and `note` are empty."""

    subject: str
    code: str
    title: str
    unit: str
    due_on: date | None = None
    blocked: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Behind:
    """A target that may miss its plan: the unit that is furthest from it, and how many others."""

    subject: str
    code: str
    title: str
    unit: str
    others: int
    direction: str
    measure: str | None
    value: float
    wanted: float
    on: date  # the day of the figure, for which `wanted` was reckoned


@dataclass(frozen=True, slots=True)
class Classes:
    """How many assignments are in which class. `due`: those whose deadline has come."""

    assigned: int = 0
    done_in_time: int = 0
    done_late: int = 0
    in_time: int = 0
    overdue: int = 0
    awaiting: int = 0
    suspended: int = 0
    no_deadline: int = 0
    due: int = 0
    due_done_in_time: int = 0
    due_done_late: int = 0
    soon: int = 0
    open: int = 0
    updated: int = 0  # of the open, those with a report in the last 30 days


@dataclass(frozen=True, slots=True)
class UnitClasses:
    """The classes of one unit."""

    unit: str
    classes: Classes

    @property
    def rate(self) -> float:
        """How much of its open work a unit has reported on, in percent."""
        return 100 * self.classes.updated / self.classes.open if self.classes.open else 100


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything that one digest says."""

    today: date
    classes: Classes
    units: tuple[UnitClasses, ...] = ()
    waiting: dict[str, int] = field(default_factory=dict)  # kind of request → how many
    waiting_for: tuple[Named, ...] = ()
    behind: tuple[Behind, ...] = ()
    behind_count: int = 0
    judged: int = 0  # targets with a plan and a figure
    no_figures: int = 0
    late: tuple[Named, ...] = ()
    soon: tuple[Named, ...] = ()
    directives: tuple[tuple[str, int, int], ...] = ()  # code, confirmed, recipients


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads it. `title` is the chair's post, empty for an official. `decides`: whether the
    requests that wait may be decided by them."""

    name: str
    title: str = ""
    decides: bool = False
    language: str = "vi"
    address: str = "đồng chí"

    def say(self, key: str, **fields: Any) -> Text:
        return say(key, self.language, self.address, **fields)


def called(title: str, name: str) -> str:
    """How a chair is addressed: by the office held, else by the given name."""
    folded = title.strip().casefold()
    return next((each for each in _TITLES if folded.startswith(each.casefold())), name)


def digest(figures: Figures, reader: Reader) -> Text:
    """The whole message, at most fourteen lines."""
    day = wording.full_day(figures.today).replace(", ", " ")
    head = (
        reader.say("digesting.head_chair", name=called(reader.title, reader.name), day=day)
        if reader.title
        else reader.say("digesting.head", name=reader.name, day=day)
    )
    if not figures.classes.assigned:
        return lines(head, _waiting(figures, reader), reader.say("digesting.nothing"),
                     _directives(figures, reader))  # fmt: skip
    return lines(
        head,
        _waiting(figures, reader),
        *_behind(figures, reader),
        *_late(figures, reader),
        _soon(figures, reader),
        _due(figures.classes, reader),
        _assigned(figures.classes, reader),
        _updated(figures, reader),
        _directives(figures, reader),
    )


def _waiting(figures: Figures, reader: Reader) -> Text | None:
    count = sum(figures.waiting.values())
    if not count:
        return None
    words = {
        "extend": "digesting.request_extend",
        "close": "digesting.request_close",
        "help": "digesting.request_help",
    }
    kinds = ", ".join(
        reader.say(words[kind], count=figures.waiting[kind]).plain
        for kind in _REQUESTS
        if figures.waiting.get(kind)
    )
    said = reader.say(
        "digesting.waiting", count=count, kinds=kinds, what=_few(figures.waiting_for, count, reader)
    )
    return said + reader.say("digesting.decide_how") if reader.decides else said


def _behind(figures: Figures, reader: Reader) -> list[Text]:
    if not figures.judged:
        if not figures.no_figures:
            return []
        return [reader.say("digesting.no_figures", count=figures.no_figures)]
    missing = (
        reader.say("digesting.and_no_figures", count=figures.no_figures)
        if figures.no_figures
        else ""
    )
    if not figures.behind_count:
        return [reader.say("digesting.on_course", judged=figures.judged, missing=missing)]
    head = reader.say(
        "digesting.behind", count=figures.behind_count, judged=figures.judged, missing=missing
    )
    return [head, *[_one_behind(one, reader) for one in figures.behind[:_SHOWN_BEHIND]]]


def _one_behind(one: Behind, reader: Reader) -> Text:
    keys = {
        "up": "digesting.wanted_up",
        "down": "digesting.wanted_down",
        "keep": "digesting.wanted_keep",
        "at_most": "digesting.wanted_at_most",
    }
    return reader.say(
        "digesting.one_behind",
        code=one.code,
        title=short(one.title, _TITLE),
        value=wording.figure(round(one.value, 2), one.measure),
        wanted=reader.say(
            keys[one.direction],
            day=wording.short_day(one.on),
            wanted=_figure(one.wanted, one.measure),
        ),
        unit=reader.say("digesting.unit_and_others", unit=one.unit, others=one.others)
        if one.others
        else one.unit,
    )


def _figure(value: float, measure: str | None) -> str:
    exact = (measure or "").strip() == "%" or abs(value) < 10
    return wording.figure(round(value, 1 if exact else 0), measure)


def _late(figures: Figures, reader: Reader) -> list[Text]:
    count = figures.classes.overdue
    if not count:
        return [reader.say("digesting.none_late")]
    head = reader.say("digesting.late", count=count)
    return [head, *[late_line(one, figures.today, reader) for one in figures.late[:_SHOWN_LATE]]]


def late_line(one: Named, today: date, reader: Reader) -> Text:
    """One overdue assignment: what, since when, whose, and what is in its way."""
    parts: list[Text | str] = []
    if one.due_on is not None:
        parts.append(wording.distance(one.due_on, today))
    parts.append(one.unit)
    if one.note:
        parts.append(reader.say("digesting.blocked_by", note=short(one.note, _NOTE)))
    elif one.blocked:
        parts.append(reader.say("digesting.blocked"))
    title = Text(f" {short(one.title, _TITLE)}") if one.title else Text("")
    return reader.say("digesting.one_late", code=one.code, title=title, how=joined(", ", parts))


def _soon(figures: Figures, reader: Reader) -> Text | None:
    count = figures.classes.soon
    if not count:
        return None
    return reader.say("digesting.soon", count=count, what=_few(figures.soon, count, reader))


def _few(named: Sequence[Named], count: int, reader: Reader) -> Text:
    """ "CT03 Phường 4, NV02 Phường 5 và 3 việc khác"."""
    shown = named[:_SHOWN_FEW]
    what = joined(", ", [Text(f"{one.code} {one.unit}") for one in shown])
    if count > len(shown):
        what = what + reader.say("digesting.and_more", count=count - len(shown))
    return what


def _due(classes: Classes, reader: Reader) -> Text | None:
    if not classes.due:
        return None
    parts = _parts(
        {
            "digesting.done_in_time": classes.due_done_in_time,
            "digesting.done_late": classes.due_done_late,
            "digesting.is_overdue": classes.overdue,
        },
        classes.due,
        reader,
    )
    return reader.say("digesting.of_due", total=classes.due, parts=parts)


def _assigned(classes: Classes, reader: Reader) -> Text:
    parts = _parts(
        {
            "digesting.done_in_time": classes.done_in_time,
            "digesting.done_late": classes.done_late,
            "digesting.is_in_time": classes.in_time,
            "digesting.is_overdue": classes.overdue,
            "digesting.awaiting": classes.awaiting,
            "digesting.suspended": classes.suspended,
            "digesting.no_deadline": classes.no_deadline,
        },
        classes.assigned,
        reader,
    )
    return reader.say("digesting.of_assigned", total=classes.assigned, parts=parts)


def _parts(counts: dict[str, int], whole: int, reader: Reader) -> str:
    """ "24 hoàn thành đúng hạn (60%), 14 quá hạn (35%)"; what there is none of is left out."""
    return ", ".join(
        reader.say(key, count=count, share=_share(count, whole)).plain
        for key, count in counts.items()
        if count or key == "digesting.done_in_time"
    )


def _updated(figures: Figures, reader: Reader) -> Text | None:
    classes = figures.classes
    if not classes.open:
        return None
    said = reader.say(
        "digesting.updated",
        updated=classes.updated,
        open=classes.open,
        share=_share(classes.updated, classes.open),
    )
    if len(figures.units) < 2:
        return said
    rarely = [unit for unit in rarest_first(figures.units) if unit.rate < 50][:_SHOWN_FEW]
    if not rarely:
        return said
    units = ", ".join(f"{unit.unit} {wording.percent(round(unit.rate))}" for unit in rarely)
    return said + reader.say("digesting.rarely", units=units)


def rarest_first(units: Sequence[UnitClasses]) -> list[UnitClasses]:
    """Units with open work, those first that hardly report at all."""
    return sorted(
        (unit for unit in units if unit.classes.open),
        key=lambda unit: (unit.rate, -unit.classes.open, unit.unit),
    )


def _directives(figures: Figures, reader: Reader) -> Text | None:
    if not figures.directives:
        return None
    listed = ", ".join(f"{code} {done}/{all_}" for code, done, all_ in figures.directives[:4])
    return reader.say("digesting.directives", listed=listed)


def _share(part: int, whole: int) -> str:
    return wording.percent(round(100 * part / whole, 1))


def short(words: str, most: int) -> str:
    """The words on one line, cut to `most` characters."""
    line = " ".join(words.split())
    return line if len(line) <= most else line[: most - 1].rstrip(" ,;:.-") + "…"
