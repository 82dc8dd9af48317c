"""What a reply was understood to say: items, the whole, and a doubt that must be asked about.

Values only; how they are found is for the rules.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final, NamedTuple

from domain.texts import say

PROGRESS: Final = "progress"
DONE: Final = "done"
NOT_STARTED: Final = "not_started"
BLOCKED: Final = "blocked"
EXTEND: Final = "extend"
CLOSE: Final = "close"
ACKNOWLEDGE: Final = "acknowledge"
OTHER: Final = "other"

PERIOD: Final = "period"
CUMULATIVE: Final = "cumulative"


class Item(NamedTuple):
    """One thing said. `percent` 0–100 (above, where a plan is passed); `value` in the measure of
    the assignment; `basis` period or cumulative; `done` of `total`; `date` is asked for (extend),
    `on` is the past day on which it was finished or stood so, `span` the first and last day of the
    time that it is about, where that was said.
    """

    intent: str
    code: str | None = None
    percent: float | None = None
    value: float | None = None
    basis: str | None = None
    estimate: bool | None = None
    done: float | None = None
    total: float | None = None
    blocked: bool | None = None
    on: date | None = None
    span: tuple[date, date] | None = None
    date: date | None = None  # last of the days: from here on the name is the field's
    note: str | None = None

    def with_code(self, code: str | None) -> Item:
        return self if code == self.code else self._replace(code=code)

    def as_json(self) -> dict[str, object]:
        """Only what was said; whole numbers without decimals, dates as YYYY-MM-DD."""
        shape: dict[str, object] = {}
        for name, value in zip(self._fields, self, strict=True):
            if isinstance(value, float) and value.is_integer():
                shape[name] = int(value)
            elif isinstance(value, date):
                shape[name] = value.isoformat()
            elif isinstance(value, tuple):
                shape[name] = [day.isoformat() for day in value]
            elif value is not None:
                shape[name] = value
        return shape


class Question(NamedTuple):
    """What is to be asked: the key of a sentence, and the code that it is about."""

    key: str
    code: str | None = None

    def worded(self, language: str, address: str) -> str:
        """The sentence, with the code in front when there is one."""
        sentence = say(self.key, language, address).plain
        return f"{self.code}: {sentence}" if self.code else sentence


Readings = tuple[tuple[str, tuple[Item, ...]], ...]


class Understanding(NamedTuple):
    """A reply understood, or a question to ask. `readings`: (key of the label, items) to offer
    with it; what the label names is the first item's. `typed`: codes that were spelt otherwise
    than the one spelling by which they are known, "CT3" as "CT03"; `corrects`: words say that
    something said before, here or earlier, was wrong."""

    confident: bool
    items: tuple[Item, ...]
    question: Question | None = None
    readings: Readings = ()
    typed: Mapping[str, str] = MappingProxyType({})
    corrects: bool = False

    def as_typed(self, typed: Mapping[str, str]) -> Understanding:
        """The same, with the codes as they were typed."""
        question = self.question
        if question is not None and question.code is not None:
            question = question._replace(code=typed.get(question.code, question.code))
        return self._replace(question=question, typed=typed)

    def as_json(self) -> dict[str, object]:
        """The shape that `explain` prints: codes as they were typed; a date in it is one that is
        asked for."""
        items = [
            item._replace(on=None, span=None, code=self.typed.get(item.code or "", item.code))
            for item in self.items
        ]
        return {
            "confident": self.confident,
            "items": [item.as_json() for item in items],
            "question": self.question and self.question.worded("vi", "đồng chí"),
        }


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why the bot must ask; `reason` is a key of questions."""

    reason: str
    readings: Readings = ()
    said: str = ""


Judgement = tuple[Item, ...] | Doubt
