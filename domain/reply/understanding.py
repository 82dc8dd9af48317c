"""What a Vietnamese reply means: progress, a request, an acknowledgement, or a question to ask.

The way in to these rooms: words, marks, parts by code, rules. Keeps nothing, knows no
register: whether a code exists or a figure is likely is for others.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from domain.codes import normal_code
from domain.measures import PERCENT, Measure, measure_of, short_forms
from domain.reply.case import Case
from domain.reply.closings import mark_closings
from domain.reply.codes import codes_as_typed
from domain.reply.corrections import corrected
from domain.reply.dictation import dictated
from domain.reply.item import (
    OTHER,
    Doubt,
    Item,
    Readings,
    Understanding,
)
from domain.reply.owners import strike_others
from domain.reply.parts import Part, parts_of
from domain.reply.questions import question_for
from domain.reply.rules import judge
from domain.reply.said import strike_quoted
from domain.reply.scanner import Scanner
from domain.reply.tokens import LONGEST, MOST_TOKENS, billions_spelt_out, words_of
from domain.reply.units import as_members, in_unit_of

__all__ = ["Item", "Understanding", "understand"]


def understand(
    text: str,
    *,
    today: date,
    due: date | None = None,
    measure: str | None = None,
    measures: Mapping[str, str] | None = None,
    dues: Mapping[str, date] | None = None,
    is_working_day: Callable[[date], bool] | None = None,
) -> Understanding:
    """Reads one reply. Never raises on any text.

    `measure` is the unit of what is reported (None for a task, which is reported in percent);
    `measures` gives it by code, for a message with several: a code that is not in it, or is there
    with "", is a task; without any, `measure` holds for all. `due` is the deadline from which "thêm
    5 ngày" counts (from `today` without one), `dues` gives it by code;
    `is_working_day` says which days "ngày làm việc" counts, Monday to Friday unless given.
    """
    known = {
        normal_code(code) or code: found
        for code, unit in (measures or {}).items()
        if (found := measure_of(unit)) is not None
    }
    usual = measure_of(measure)
    counted = (*known.values(), usual) if usual else known.values()
    nouns = {noun for found in counted for noun in (found.noun, *found.also)}
    nouns |= {short for noun in nouns for short in short_forms(noun)}
    days = {normal_code(code) or code: day for code, day in (dues or {}).items()}
    if len(text) > LONGEST:
        return _asking(Doubt("long"), None)
    words = words_of(text, frozenset(filter(_is_initials, nouns)))
    if len(words.tokens) > MOST_TOKENS:
        return _asking(Doubt("long"), None)
    if "t" in words.tokens.said and any(found.factor == _BILLION for found in counted):
        words.tokens = billions_spelt_out(words.tokens)
    marks = Scanner(words, today, nouns).scan()
    typed = codes_as_typed(marks, words.tokens)
    mark_closings(marks, words.tokens)
    strike_quoted(marks, words.tokens)
    dictated(marks, words.tokens)
    corrects = corrected(marks, words.tokens)
    strike_others(marks, words)

    def cases(part: Part) -> Iterator[tuple[tuple[str, ...], Case]]:
        for codes, unit, until in _alike(part, known, usual, bool(measures), days, due):
            marks = as_members(in_unit_of(part.marks, unit), words.tokens, unit)
            yield codes, Case(words, marks, today, until, unit, is_working_day)

    understanding = _judged(parts_of(marks), cases)
    if corrects:
        understanding = understanding._replace(corrects=True)
    return understanding.as_typed(typed) if typed else understanding


def _judged(
    parts: Sequence[Part] | None,
    cases: Callable[[Part], Iterator[tuple[tuple[str, ...], Case]]],
) -> Understanding:
    """What all parts say together, or what has to be asked of the first that is in doubt."""
    if parts is None:
        return _asking(Doubt("which code"), None)
    items: list[Item] = []
    for part in parts:
        for codes, case in cases(part):
            judged = judge(case)
            if isinstance(judged, Doubt):
                return _asking(judged, codes[0] if len(codes) == 1 else None, case.measure)
            nothing = all(item.intent == OTHER for item in judged)
            if len(parts) > 1 and codes and nothing:
                return _asking(Doubt("which code"), None)
            items += [item.with_code(code) for code in codes or (None,) for item in judged]
    return _agreed(items)


_BILLION: Final = 1e9


def _is_initials(noun: str) -> bool:
    """ "cccd", "mw": what a keyboard could make by a slip, where a target counts it."""
    return noun.isalpha() and not set(noun) & set("aeiouy")


def _alike(
    part: Part,
    known: Mapping[str, Measure],
    usual: Measure | None,
    several: bool,
    days: Mapping[str, date],
    due: date | None,
) -> list[tuple[tuple[str, ...], Measure | None, date | None]]:
    """The codes of a part, grouped by the measure and the deadline that each is read with."""
    if not part.codes:
        return [((), usual, due)]
    groups: dict[tuple[Measure | None, date | None], list[str]] = {}
    for code in part.codes:
        unit = known.get(code) if several else usual
        groups.setdefault((unit, days.get(code, due)), []).append(code)
    return [(tuple(codes), unit, until) for (unit, until), codes in groups.items()]


def _agreed(items: list[Item]) -> Understanding:
    """Items of all parts together: `other` only alone, and one figure a code and basis.

    What a period added and what is reached in all are both kept.
    """
    telling = [item for item in items if item.intent != OTHER]
    if not telling:
        code = items[0].code if len(items) == 1 else None
        return Understanding(True, (Item(OTHER, code=code),))
    seen: dict[tuple[str | None, str, str | None], Item] = {}
    kept: list[Item] = []
    for item in telling:
        kind = item.intent if item.intent in ("extend", "close", "acknowledge") else "state"
        place = (item.code, kind, item.basis)
        before = seen.get(place)
        if before is None:
            seen[place] = item
            kept.append(item)
        elif before != item:
            return _asking(Doubt("two figures"), item.code)
    undated = next((i for i in kept if i.intent == "extend" and i.date is None), None)
    question = question_for(Doubt("which date"), undated.code) if undated is not None else None
    return Understanding(True, tuple(kept), question)


def _asking(doubt: Doubt, code: str | None, unit: Measure | None = None) -> Understanding:
    readings: Readings = tuple(
        (label, tuple(item.with_code(code) for item in items)) for label, items in doubt.readings
    )
    counted = unit is not None and unit.kind != PERCENT
    return Understanding(False, (), question_for(doubt, code, counted), readings)
