"""Sorts what the office was told of a unit's work: what is clear, what has to be asked, what is
none of it. Reads only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from db import lists
from domain.likeness import CLEAR, is_clearer, points, subject_of
from domain.mention import codes_in, names_time
from domain.progress import DONE, NOT_STARTED, Work
from domain.reply.item import BLOCKED, PROGRESS, Item, Question, Readings, Understanding
from handlers.spanning import common, with_time
from handlers.subjects import by_codes
from handlers.turn import Turn
from handlers.understanding import by_pieces, understood

_LOOKED_THROUGH = 200  # assignments of one unit
_KEPT = (PROGRESS, DONE, NOT_STARTED, BLOCKED)


class Unclear(NamedTuple):
    """Words about a work of which no result can be kept before something is asked."""

    work: Work
    text: str


class Sifted(NamedTuple):
    """`question`: what is unclear about words that name no work; `foreign`: codes that the unit
    does not have; `silent`: codes of which no result is told."""

    said: list[tuple[Work, Item]]
    unclear: list[Unclear]
    question: Question | None
    foreign: list[str]
    silent: list[str]

    @property
    def work(self) -> Work:
        """The first work of which something is told."""
        return self.said[0][0] if self.said else self.unclear[0].work


def sift(turn: Turn, text: str, unit_id: int, asked: Unclear | None) -> Sifted:
    """What the text says of the unit's work; without a code, of the work that was asked about."""
    codes = codes_in(text)
    found = by_codes(turn, codes, [unit_id])
    by_code = {code: works[0] for code, works in found.items()}
    only = next(iter(by_code.values())) if len(by_code) == 1 else None
    if not codes and asked is not None:
        only, text = asked.work, _of_its_time(turn, asked, text)
    said: list[tuple[Work, Item]] = []
    unclear: list[Unclear] = []
    question = None
    reading = understood(turn, text, only, by_code)
    if reading.confident:
        said = _kept(reading, only, by_code)
    elif (parts := by_pieces(turn, text, by_code)) is not None:
        for part in parts:
            if part.is_sure:
                said += [(part.work, item) for item in part.said if item.intent in _KEPT]
            else:
                unclear.append(Unclear(part.work, part.text))
    elif only is not None:
        unclear.append(Unclear(only, text))
    else:
        question = reading.question or Question("reporting.figure_wanted")
    told = {work.assignment.id for work, _ in said} | {each.work.assignment.id for each in unclear}
    return Sifted(
        said,
        unclear,
        question,
        [reading.typed.get(code, code) for code in codes if code not in by_code],
        [work.shown_code for work in by_code.values() if work.assignment.id not in told],
    )


def fitting(turn: Turn, text: str, unit_id: int) -> list[Sifted]:
    """What words without a code may say, once for each open work of the unit that takes such a
    figure; of the one alone whose title they name. What is only near a figure has to be asked."""
    works = lists.mine(turn.tx, lists.Seat([], [unit_id], [unit_id], []), _LOOKED_THROUGH)
    found = [
        _alone(said=[(work, item) for item in items]) for work, items in _taking(turn, text, works)
    ]
    figure = text[next((at for at, char in enumerate(text) if char.isdigit()), 0) :]
    if not found and figure != text:
        found = [_alone(unclear=[Unclear(work, text)]) for work, _ in _taking(turn, figure, works)]
    subject = subject_of(text) if len(found) > 1 else None
    if subject is None:
        return found
    counted = points(subject, [each.work.assignment for each in found])
    ordered = sorted(zip(counted, range(len(found)), strict=True), key=lambda each: -each[0])
    (best, place), (second, _) = ordered[:2]
    if best >= CLEAR and is_clearer(best, second):
        return [found[place]]
    return [found[place] for _, place in ordered]


def _taking(turn: Turn, text: str, works: list[Work]) -> list[tuple[Work, list[Item]]]:
    """The works of which the text surely tells a result, with that."""
    found = []
    for work in works:
        reading = understood(turn, text, work)
        if reading.confident and (items := [i for i in reading.items if i.intent in _KEPT]):
            found.append((work, items))
    return found


def _alone(said: Sequence[tuple[Work, Item]] = (), unclear: Sequence[Unclear] = ()) -> Sifted:
    return Sifted(list(said), list(unclear), None, [], [])


def tells(turn: Turn, text: str, unit_id: int) -> bool:
    """Whether a result of the unit's work is told, be it clear or not."""
    found = sift(turn, text, unit_id, None)
    return bool(found.said or found.unclear)


def reread(turn: Turn, unclear: Unclear) -> tuple[Question, Readings]:
    """The question about unclear words, and what can be made of them."""
    work = unclear.work
    reading = understood(turn, unclear.text, work, {work.assignment.code: work})
    asked = reading.question or Question("reporting.figure_wanted")
    return Question(asked.key), reading.readings  # the work is named before the question


def _kept(
    reading: Understanding, only: Work | None, by_code: dict[str, Work]
) -> list[tuple[Work, Item]]:
    return [
        (work, item)
        for item in reading.items
        if item.intent in _KEPT
        and (work := by_code.get(item.code) if item.code else only) is not None
    ]


def _of_its_time(turn: Turn, asked: Unclear, text: str) -> str:
    """The answer with the time that was named before: "gần 120 tháng 5" asks for that of May."""
    if names_time(text):
        return text
    _, readings = reread(turn, asked)
    return with_time(asked.work, common(item for _, items in readings for item in items), text)
