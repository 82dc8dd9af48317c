"""The one composer of reminders: what is due for a person becomes one short message.

Decides order and wording of what it is given; must not decide what is due or who is meant.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from domain import period, wording
from domain.assignment import DUE_SOON_DAYS, TARGET
from domain.message import Choice, Text, lines
from domain.next_figure import FINISHED, example
from domain.texts import say

DIRECTIVE = "directive"
MOST_LINES = 12  # of a small phone's screen
_TITLE = 60  # characters of a title that a line has room for
_PRIORITIES = {"urgent": 0, "key": 1}


class Telling(NamedTuple):
    """One step that a message tells (or passes over), as it is kept in the books."""

    subject: str
    step: str
    due_on: date
    state: str  # told | skipped


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that a person is reminded of; `kind` is target, task or directive.

    `due_on` is the date as given, `counted_on` the working day on which it falls. `missing` is
    the period whose report is not there. Of a discreet item only code and dates are said.
    """

    subject: str
    code: str
    kind: str
    title: str
    due_on: date
    counted_on: date
    priority: str = "normal"
    measure: str | None = None
    plan: float | None = None
    value: float | None = None
    percent: float | None = None
    direction: str = "up"
    blocked: bool = False
    missing: str = ""
    discreet: bool = False
    unit: str = ""
    instead_of: str = ""  # the given name of the one who is on leave

    @property
    def measured(self) -> bool:
        """Whether a figure in a measure is wanted, and not a percentage of the work."""
        return self.kind == TARGET or bool(self.measure)


@dataclass(frozen=True, slots=True)
class Notice:
    """What is said, what may be chosen, and which subjects stand in the text by name."""

    text: Text
    choices: tuple[Choice, ...] = ()
    subjects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Manner:
    """How this committee speaks to this person."""

    voice: str
    name: str  # given name
    language: str = "vi"
    address: str = "đồng chí"

    def say(self, key: str, **fields: Any) -> Text:
        return say(key, self.language, self.address, **fields)


def most_urgent_first(items: Sequence[Item], today: date) -> list[Item]:
    """Overdue, then due within three days, then the rest; in each by priority, then by date."""

    def rank(item: Item) -> tuple[int, int, date, int, str]:
        days = (item.due_on - today).days
        group = 0 if days < 0 else 1 if days <= DUE_SOON_DAYS else 2
        return group, _PRIORITIES.get(item.priority, 2), item.due_on, len(item.code), item.code

    return sorted(items, key=rank)


def compose(
    items: Sequence[Item],
    backlog: Sequence[Item],
    today: date,
    manner: Manner,
    above: int = 0,
) -> Notice | None:
    """One message of at most MOST_LINES lines, of which `above` are taken; None when there is
    nothing to say.

    `backlog` is what was overdue before this person's part in it began: one line for all of it.
    """
    if not items and not backlog:
        return None
    ordered = most_urgent_first(items, today)
    late = most_urgent_first(backlog, today)
    room = MOST_LINES - above - 3 - (1 if late else 0)
    shown = ordered if len(ordered) <= room else ordered[: room - 1]
    rest = len(ordered) - len(shown)
    several = len({item.unit for item in (*ordered, *late) if item.unit}) > 1
    named = late[:3]
    update = None
    if late:
        codes = ", ".join(item.code for item in named) + (" …" if len(late) > len(named) else "")
        update = manner.say("reminding.update", count=len(late), codes=codes)
    count = len(ordered) + len(late)
    text = lines(
        manner.say("reminding.head", voice=manner.voice, day=_day(today, today, manner)),
        manner.say(
            "reminding.greeting" if ordered else "reminding.greeting_update",
            name=manner.name,
            count=count,
        ),
        *[_line(item, today, manner, several) for item in shown],
        manner.say("reminding.more", count=rest) if rest else None,
        update,
        _hint([*shown, *named], manner),
    )
    return Notice(
        text,
        _choices(ordered, manner) if not late else (),
        tuple(dict.fromkeys(item.subject for item in (*shown, *named))),
    )


def _line(item: Item, today: date, manner: Manner, several_units: bool) -> Text:
    # The days left are those to the day that is named last.
    days = ((item.counted_on if item.counted_on >= today else item.due_on) - today).days
    if item.due_on < today:
        days = (item.due_on - today).days
    if days < 0:
        key, days = "reminding.overdue", -days
    elif days == 0:
        key = "reminding.today"
    else:
        key = "reminding.soon" if days <= DUE_SOON_DAYS else "reminding.later"
    when = Text(_day(item.due_on, today, manner))
    if item.due_on >= today and item.counted_on != item.due_on:
        when = manner.say(
            "reminding.day_off", day=when, counted=_day(item.counted_on, today, manner)
        )
    return manner.say(key, days=days, day=when, what=_what(item, today, manner, several_units))


def _what(item: Item, today: date, manner: Manner, several_units: bool) -> Text:
    what = Text(item.code)
    if item.kind == DIRECTIVE:
        what = manner.say("reminding.directive", code=item.code, title=_short(item.title))
    elif not item.discreet:
        what = manner.say("reminding.work", code=item.code, title=_short(item.title))
    if several_units and item.unit:
        what = manner.say("reminding.of_unit", what=what, unit=item.unit)
    for word in _state(item, today, manner):
        what = what + ", " + word
    return what


def _state(item: Item, today: date, manner: Manner) -> list[Text]:
    """What the last report said, and what is missing."""
    words: list[Text] = []
    if item.kind != DIRECTIVE and not item.discreet:
        if item.missing:
            key = "reminding.no_figures" if item.measured else "reminding.no_report"
            words.append(
                manner.say(key, period=period.in_words(item.missing, manner.language, today.year))
            )
        elif item.measured:
            words.append(_figures(item, manner))
        elif item.percent is not None:
            words.append(Text(wording.percent(item.percent, manner.language)))
        if item.blocked:
            words.append(manner.say("reminding.blocked"))
    if item.instead_of:
        words.append(manner.say("reminding.instead_of", name=item.instead_of))
    return words


def _figures(item: Item, manner: Manner) -> Text:
    if item.value is None:
        if item.percent is None:
            return manner.say("reminding.no_figures_yet")
        return manner.say(
            "reminding.of_plan", percent=wording.percent(item.percent, manner.language)
        )
    if item.plan is None:
        return Text(wording.figure(item.value, item.measure, manner.language))
    if (item.measure or "").strip() == "%":
        return manner.say(
            "reminding.rate",
            value=wording.figure(item.value, "%", manner.language),
            plan=wording.figure(item.plan, "%", manner.language),
        )
    plan = wording.figure(item.plan, item.measure, manner.language)
    return Text(f"{wording.number(item.value, manner.language)}/{plan}")


def _hint(named: Sequence[Item], manner: Manner) -> Text:
    """How to answer, with an example that fits the first item that may be answered by message."""
    for item in named:
        if item.kind != DIRECTIVE and not item.discreet:
            short = (item.measure or "").strip().removesuffix(" đồng")  # as it is typed
            said = example(
                item.measured,
                short,
                item.direction,
                item.plan,
                item.value,
                item.percent,
                manner.language,
            )
            return manner.say("reminding.hint", example=f"{item.code} {said or FINISHED}")
    if any(item.kind == DIRECTIVE for item in named):
        return manner.say("reminding.hint_directive")
    return manner.say("reminding.hint_discreet", voice=manner.voice)


def _choices(items: Sequence[Item], manner: Manner) -> tuple[Choice, ...]:
    """Two taps for the most frequent answers, when only one thing can be meant."""
    if len(items) != 1 or items[0].kind == DIRECTIVE or items[0].discreet:
        return ()
    args = (int(items[0].subject.removeprefix("a:")),)
    blocked = Choice(manner.say("reminding.choice_blocked").plain, "reporting.blocker", args)
    if items[0].measured:
        return (blocked,)  # "xong" says nothing of a figure
    return Choice(manner.say("reminding.choice_done").plain, "reporting.finished", args), blocked


def _day(day: date, today: date, manner: Manner) -> str:
    """ "thứ Tư 09/6", with the year when it is another."""
    return wording.dated(day, today, manner.language).replace(", ", " ")


def _short(title: str) -> str:
    words = " ".join(title.split())
    if len(words) <= _TITLE:
        return words
    return words[:_TITLE].rsplit(" ", 1)[0].rstrip(" ,;:.-") + "…"
