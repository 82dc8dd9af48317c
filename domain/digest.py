"""What a chair or an official reads at a fixed hour: figures in, one screen of text out.

First what needs a decision and what may miss its plan, then what is late, then what will be, then
the classes over both denominators. Counts nothing itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from domain import wording
from domain.digest_figures import Behind, Classes, Figures, Named, UnitClasses
from domain.message import Text, joined, lines
from domain.texts import say

_TITLES = {
    "phó bí thư thường trực": "digesting.title.standing_deputy_secretary",
    "phó bí thư": "digesting.title.deputy_secretary",
    "bí thư": "digesting.title.secretary",
    "phó chủ tịch": "digesting.title.deputy_chair",
    "chủ tịch": "digesting.title.chair",
}
MOST_LINES = 12  # of the first screen; the rest stands behind the choices
_SHOWN_BEHIND, _SHOWN_LATE, _SHOWN_FEW = 3, 2, 2
_LINE = 90  # characters that a line has room for, where names leave it a choice
_TITLE, _NOTE = 40, 30
_REQUESTS = ("extend", "close", "help")


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads it. `title` is the chair's post, empty for an official. `decides`: whether the
    requests that wait are theirs to decide; else they wait for others."""

    name: str
    title: str = ""
    decides: bool = False
    language: str = "vi"
    address: str = "đồng chí"

    def say(self, key: str, **fields: Any) -> Text:
        return say(key, self.language, self.address, **fields)


def called(reader: Reader) -> str:
    """How a chair is addressed: by the office held, else by the given name."""
    title = reader.title.strip().casefold()
    key = next((key for begins, key in _TITLES.items() if title.startswith(begins)), None)
    return reader.say(key).plain if key else reader.name


def digest(figures: Figures, reader: Reader, most: int = MOST_LINES) -> Text:
    """The whole message, at most so many lines: what is named gives way to what is counted."""
    day = wording.full_day(figures.today, reader.language).replace(", ", " ")
    head = (
        reader.say("digesting.head_chair", name=called(reader), day=day)
        if reader.title
        else reader.say("digesting.head", name=reader.name, day=day)
    )
    if not figures.classes.assigned:
        return lines(head, _waiting(figures, reader), reader.say("digesting.nothing"),
                     _directives(figures, reader))  # fmt: skip
    first = [_waiting(figures, reader), _behind(figures, reader), _late(figures, reader)]
    last = [
        _soon(figures, reader),
        due_line(figures.classes, reader),
        assigned_line(figures.classes, reader),
        _updated(figures, reader),
        _directives(figures, reader),
    ]
    room = most - 1 - sum(line is not None for line in (*first, *last))
    behind, late = _shares(len(figures.behind), len(figures.late), room)
    return lines(
        head,
        *first[:2],
        *[behind_line(one, reader) for one in figures.behind[:behind]],
        first[2],
        *[late_line(one, figures.today, reader, _LINE) for one in figures.late[:late]],
        *last,
    )


def _shares(behind: int, late: int, room: int) -> tuple[int, int]:
    """How many lines each of the two lists gets: the first list's first ones come first."""
    behind, late = min(behind, _SHOWN_BEHIND), min(late, _SHOWN_LATE)
    while behind + late > max(room, 0):
        if behind > late:
            behind -= 1
        else:
            late -= 1
    return behind, late


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
    if not reader.decides:
        return reader.say("digesting.waiting_for_others", count=count, kinds=kinds)
    said = reader.say("digesting.waiting", count=count, kinds=kinds)
    return said + reader.say("digesting.decide_how")


def _behind(figures: Figures, reader: Reader) -> Text | None:
    if not figures.judged:
        if not figures.no_figures:
            return None
        return reader.say("digesting.no_figures", count=figures.no_figures)
    missing = (
        reader.say("digesting.and_no_figures", count=figures.no_figures)
        if figures.no_figures
        else ""
    )
    if not figures.behind_count:
        return reader.say("digesting.on_course", judged=figures.judged, missing=missing)
    return reader.say(
        "digesting.behind", count=figures.behind_count, judged=figures.judged, missing=missing
    )


def behind_line(one: Behind, reader: Reader) -> Text:
    """One target that may miss its plan: in how many units, or where and by how much."""
    title = short(one.title, _TITLE)
    if one.count > 1:
        return reader.say("digesting.units_behind", code=one.code, title=title, count=one.count)
    keys = {
        "up": "digesting.wanted_up",
        "down": "digesting.wanted_down",
        "keep": "digesting.wanted_keep",
        "at_most": "digesting.wanted_at_most",
    }
    value, wanted = (_figure(each, one, reader) for each in (one.value, one.wanted))
    if value == wanted:  # rounding hides the difference that is spoken of
        value, wanted = (
            wording.figure(round(each, 2), one.measure, reader.language)
            for each in (one.value, one.wanted)
        )
    need = reader.say(
        keys[one.direction], day=wording.short_day(one.on, reader.language), wanted=wanted
    )
    if one.of_plan:
        need += reader.say("digesting.of_plan")
    where = [one.unit] if one.unit else []
    how = joined(", ", [*where, value, need])
    return reader.say("digesting.one_behind", code=one.code, title=title, how=how)


def _figure(value: float, one: Behind, reader: Reader) -> str:
    if one.of_plan:
        return wording.percent(value, reader.language)
    exact = (one.measure or "").strip() == "%" or abs(one.wanted) < 10
    return wording.figure(round(value, 1 if exact else 0), one.measure, reader.language)


def _late(figures: Figures, reader: Reader) -> Text:
    count = figures.classes.overdue
    return reader.say("digesting.late" if count else "digesting.none_late", count=count)


def late_line(one: Named, today: date, reader: Reader, most: int = 0) -> Text:
    """What is overdue: since when, and whose and what is in its way, or in how many units.

    `most`: characters of the line, for which the note and then the title give way.
    """
    since = wording.distance(one.due_on, today, reader.language) if one.due_on is not None else ""
    said = Text("")
    for title_most, note_most in ((_TITLE, _NOTE), (_TITLE, 0), (_TITLE * 2 // 3, 0)):
        title = Text(f" {short(one.title, title_most)}") if one.title else Text("")
        if one.count > 1:
            said = reader.say(
                "digesting.units_late", code=one.code, title=title, count=one.count, since=since
            )
        else:
            parts: list[Text | str] = [each for each in (since, one.unit) if each]
            how = joined(", ", [*parts, *_in_the_way(one, note_most, reader)])
            said = reader.say("digesting.one_late", code=one.code, title=title, how=how)
        if not most or len(said.plain) <= most:
            break
    return said


def _in_the_way(one: Named, note_most: int, reader: Reader) -> list[Text]:
    if not one.blocked and not one.note:
        return []
    if not one.note or not note_most:
        return [reader.say("digesting.blocked")]
    note = short(one.note, note_most)
    if wording.says_hindered(note):
        return [Text(wording.decapitalised(note))]
    return [reader.say("digesting.blocked_by", note=note)]


def _soon(figures: Figures, reader: Reader) -> Text | None:
    count = figures.classes.soon
    if not count:
        return None
    said = reader.say("digesting.soon", count=count)
    if not figures.soon:
        return said
    first = figures.soon[0]
    only = count == first.count
    what = f"{first.code} {short(first.title, _TITLE * 2 // 3)}".strip()
    where = first.unit
    if first.count > 1:
        where = "" if only else reader.say("digesting.in_units", count=first.count).plain
    key = "digesting.soon_only" if only else "digesting.soon_first"
    whole = said + reader.say(key, what=what, where=where)
    if where and len(whole.plain) <= _LINE:
        return whole
    key = "digesting.soon_only_short" if only else "digesting.soon_first_short"
    return said + reader.say(key, what=what)


def due_line(classes: Classes, reader: Reader) -> Text | None:
    """The classes over what was due; None when nothing was. Where all that was assigned was due,
    the line says so and stands alone."""
    if not classes.due:
        return None
    counts = {
        "digesting.done_in_time": classes.due_done_in_time,
        "digesting.done_late": classes.due_done_late,
        "digesting.is_overdue": classes.overdue,
        "digesting.due_today": classes.due_today,
        "digesting.reached": classes.reached,
    }
    counts["digesting.awaiting"] = classes.due - sum(counts.values())
    parts = _parts(counts, classes.due, reader)
    key = "digesting.of_due" if classes.due < classes.assigned else "digesting.of_all_due"
    return reader.say(key, total=classes.due, parts=parts)


def assigned_line(classes: Classes, reader: Reader) -> Text | None:
    """The same share over all that was assigned, with what is not due: what was late was due, and
    stands in `due_line`. None where all was due."""
    if classes.due == classes.assigned:
        return None
    parts = _parts(
        {
            "digesting.done_in_time": classes.done_in_time,
            "digesting.is_in_time": classes.in_time,
            "digesting.awaiting": classes.awaiting,
            "digesting.suspended": classes.suspended,
            "digesting.no_deadline": classes.no_deadline,
        },
        classes.assigned,
        reader,
    )
    key = "digesting.of_assigned_too" if classes.due else "digesting.of_assigned"
    return reader.say(key, total=classes.assigned, parts=parts)


def _parts(counts: dict[str, int], whole: int, reader: Reader) -> str:
    """ "hoàn thành đúng hạn 24 (60%), đang quá hạn 14"; what there is none of is left out."""
    first, *rest = counts.items()
    said = [reader.say(first[0], count=first[1]).plain + f" ({_share(first[1], whole, reader)})"]
    said += [reader.say(key, count=count).plain for key, count in rest if count]
    return ", ".join(said)


def _updated(figures: Figures, reader: Reader) -> Text | None:
    classes = figures.classes
    if not classes.open:
        return None
    said = reader.say(
        "digesting.updated",
        updated=classes.updated,
        open=classes.open,
        share=_share(classes.updated, classes.open, reader),
    )
    if len(figures.units) < 2:
        return said
    rarely = [unit for unit in rarest_first(figures.units) if unit.rate < 50][:_SHOWN_FEW]
    if not rarely:
        return said
    for most in range(len(rarely), 0, -1):
        units = ", ".join(
            f"{u.unit} {wording.percent(round(u.rate), reader.language)}" for u in rarely[:most]
        )
        whole = said + reader.say("digesting.rarely", units=units)
        if len(whole.plain) <= _LINE or most == 1:
            return whole
    return said


def rarest_first(units: Sequence[UnitClasses]) -> list[UnitClasses]:
    """Units with open work, those first that hardly report at all."""
    return sorted(
        (unit for unit in units if unit.classes.open),
        key=lambda unit: (unit.rate, -unit.classes.open, unit.unit),
    )


def _directives(figures: Figures, reader: Reader) -> Text | None:
    if not figures.directives:
        return None
    first, rest = figures.directives[0], len(figures.directives) - 1
    return reader.say(
        "digesting.directives",
        code=first.code,
        subject=short(first.subject, _NOTE),
        confirmed=first.confirmed,
        recipients=first.recipients,
        others=reader.say("digesting.and_directives", count=rest) if rest else "",
    )


def _share(part: int, whole: int, reader: Reader) -> str:
    return wording.percent(round(100 * part / whole, 1), reader.language)


def short(words: str, most: int) -> str:
    """The words on one line, cut between two of them to `most` characters."""
    line = " ".join(words.split())
    if len(line) <= most:
        return line
    kept = line[:most].rsplit(" ", 1)[0] if " " in line[:most] else line[: most - 1]
    if kept.count("(") > kept.count(")") and kept.rindex("("):  # others may stand right behind it
        kept = kept[: kept.rindex("(")]
    return kept.rstrip(" ,;:.-") + "…"
