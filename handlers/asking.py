"""The questions that come before a record: which assignment, what was meant, is that right."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from db import doubts
from domain.codes import normal_code
from domain.fold import fold
from domain.message import Choice
from domain.period import in_words
from domain.progress import (
    ALONE,
    CUMULATIVE,
    DROPS,
    FALLS,
    IN_PERIOD,
    JUMPS,
    OVER_PLAN,
    PARTED,
    Work,
    report_of,
)
from domain.reply.item import Item, Question, Understanding
from domain.wording import figure, number, percent, said_percent, whole_day
from handlers import either, finishing, stalling
from handlers.guessing import BARE, FORWARDED, REOPENS, is_digit
from handlers.phrases import by_whom, example, gave_figure, named, reported
from handlers.placing import named_period
from handlers.spanning import common, in_words_of, key_of, span_of
from handlers.timing import frozen_periods, period_for
from handlers.turn import Turn

_YES = frozenset(
    (
        "dung", "dung roi", "phai", "phai roi", "ok", "u", "vang", "da", "da dung", "co",
        "chinh xac", "dong y",
    )
)  # fmt: skip
_NO = frozenset(("khong", "khong phai", "ko", "k", "sai", "sai roi", "khong dung", "chua dung"))
_ALREADY = frozenset(("roi", "da roi", "roi a", "da, roi", "roi nhe", "roi em", "roi dong chi"))
_DOUBTS = {
    FORWARDED: "reporting.doubt.forwarded",
    BARE: "reporting.doubt.bare",
    REOPENS: "reporting.doubt.reopens",
    FALLS: "reporting.doubt.falls",
    DROPS: "reporting.doubt.drops",
    ALONE: "reporting.doubt.alone",
    JUMPS: "reporting.doubt.jumps",
    OVER_PLAN: "reporting.doubt.over_plan",
    PARTED: "reporting.doubt.parted",
    stalling.STALLED: "reporting.doubt.stalled",
}
# "Ngày hay số?": a lone digit answers which of the two, and is no figure.
_EITHER = frozenset(("doubt.date_or_fraction", "doubt.tick", "doubt.question", "doubt.whose"))
_MOST = 6  # choices on one screen
_LONGEST = 500  # characters of a text that a choice carries along


def kept(text: str) -> bool | None:
    """Whether a short answer says yes (True) or no (False); None when it is neither."""
    words = fold(text).strip(" .,!")
    for polite in (" a", " nhe", " nha", " dong chi"):
        words = words.removesuffix(polite)
    return True if words in _YES else False if words in _NO else None


def says_already(text: str) -> bool:
    """Whether a short answer to "đã hoàn thành chưa?" says that it is."""
    return fold(text).strip(" .,!") in _ALREADY


def item_of(shape: dict[str, Any]) -> Item:
    """The item that Item.as_json wrote into a choice or a conversation."""
    fields = dict(shape)
    for name in ("date", "on"):
        if fields.get(name):
            fields[name] = date.fromisoformat(fields[name])
    if fields.get("span"):
        first, last = map(date.fromisoformat, fields["span"])
        fields["span"] = (first, last)
    return Item(**fields)


def ask_which(turn: Turn, text: str, works: Sequence[Work]) -> None:
    """The text may be about several assignments, or about none that we know of."""
    if not works:
        turn.say(turn.words("reporting.no_work"))
        return
    if is_digit(text):
        say_no_list(turn, works[0])
        return
    text = text[:_LONGEST]
    several_units = len({work.assignment.unit_id for work in works}) > 1
    choices = tuple(
        Choice(
            f"{named(work, 40)} ({work.unit_name})" if several_units else named(work, 40),
            "reporting.about",
            (work.assignment.id, text),
        )
        for work in works[:_MOST]
    )
    turn.begin("reporting.clarify", text=text)
    turn.say(
        turn.words("reporting.which", text=text if len(text) <= 60 else text[:57] + "…"),
        choices,
        tuple(work.assignment.subject for work in works[:_MOST]),
    )


def say_no_list(turn: Turn, work: Work, *, about: bool = False) -> None:
    """A digit came that chooses nothing, and is no figure without its code. `about`: the work was
    what the chat was about, and stays so."""
    digit, code = turn.incoming.text.strip(" .!"), work.shown_code
    turn.say(
        turn.words("reporting.no_list", digit=digit, code=code, example=example(turn, work)),
        subjects=(work.assignment.subject,) if about else (),
    )


def ask_meaning(turn: Turn, work: Work, understood: Understanding, text: str) -> None:
    """The words can be read in several ways, or in none that gives a figure."""
    a = work.assignment
    span = common(item for _, items in understood.readings for item in items)
    key, period = key_of(span), in_words_of(turn, work, span)
    at, me = turn.incoming.at, turn.me.id
    doubts.keep(turn.tx, me, a.id, at, turn.now, text=text[:_LONGEST], span=key)
    doubts.asked(turn.tx, me, a.id, key)
    choices = tuple(
        Choice(
            _of(turn, label_of(turn, label, items[0]), period),
            "reporting.confirm",
            (a.id, [item.as_json() for item in items]),
        )
        for label, items in understood.readings[:_MOST]
    )
    only = understood.readings[0][1] if len(understood.readings) == 1 else ()
    asked = understood.question or Question("reporting.figure_wanted")
    shape = [item.as_json() for item in only]
    choices = choices or either.choices(turn, work, asked.key, text)
    turn.begin(
        "reporting.clarify",
        about=a.id,
        items=shape,
        span=key,
        either=asked.key in _EITHER,
        guessed=asked.key == either.QUESTION,
        asked=asked.key,
        acts=[(choice.act, choice.args) for choice in choices],
    )
    if normal_code(asked.code or "") == a.code:  # it is named before the question
        asked = Question(asked.key)
    question = asked.worded(turn.language, turn.committee.address)
    turn.say(
        turn.words("reporting.unclear_of", name=named(work), period=period, question=question)
        if period
        else turn.words("reporting.unclear", name=named(work), question=question),
        choices,
        (a.subject,),
    )


def _of(turn: Turn, said: str, period: str) -> str:
    """ "7.000 tỷ đồng (tháng 4/2021)", where it is of a time that is named."""
    return turn.words("reporting.of_period", said=said, period=period).plain if period else said


def label_of(turn: Turn, key: str, item: Item) -> str:
    """A reading as a choice: its share and what that leaves, its value, or its day."""
    fields: dict[str, str] = {}
    if item.percent is not None:
        fields["share"] = said_percent(item.percent, turn.language)
        fields["left"] = said_percent(100 - item.percent, turn.language)
    if item.done is not None and item.total is not None:
        fields["done"] = number(item.done, turn.language)
        fields["total"] = number(item.total, turn.language)
    if item.value is not None:
        fields["value"] = number(round(item.value, 2), turn.language)
    if item.date is not None:
        fields["day"] = whole_day(item.date, turn.language)
    return turn.words(key, **fields).plain


def ask_doubt(turn: Turn, asked: Sequence[tuple[Work, Item, str]]) -> None:
    """A figure that cannot well be is asked back; the others wait behind the first."""
    for each, doubtful, reason in asked:
        doubts.keep(
            turn.tx,
            turn.me.id,
            each.assignment.id,
            turn.incoming.at,
            turn.now,
            item=doubtful.as_json(),
            why=reason,
            span=key_of(doubtful.span),
        )
    work, item, why = asked[0]
    a, key = work.assignment, key_of(item.span)
    doubts.asked(turn.tx, turn.me.id, a.id, key)
    report = report_of(item)
    period = in_words_of(turn, work, item.span)
    said = _of(turn, reported(turn, work, report).plain, period)
    if why == finishing.PART_OR_ALL:
        finishing.ask(turn, work, item)
        return
    shape = [item.as_json()]
    if why == stalling.STALLED:
        choices, shape = stalling.choices(turn, work, item), []  # a mere "đúng" says neither
    else:
        first = _in_all(turn, work, item) if why == ALONE else _confirming(turn, work, item, said)
        choices = [first]
    smaller = why == FALLS and report.value is not None and report.basis is None
    if why == ALONE or smaller:
        choices.append(_of_period(turn, work, item))
    guessed = why in (
        BARE,
        FORWARDED,
        REOPENS,
    )  # nothing is wrong with the figure: it may be none at all
    label = "reporting.choice.leave" if guessed else "reporting.choice.retype"
    act = "reporting.leave" if guessed else "reporting.retype"
    choices.append(Choice(turn.words(label).plain, act, (a.id, key)))
    turn.begin("reporting.clarify", about=a.id, items=shape, guessed=guessed, span=key, why=why)
    turn.say(
        turn.words(
            "reporting.doubt.stalled_discreet"
            if why == stalling.STALLED and a.discreet
            else _DOUBTS[why],
            name=named(work),
            said=said,
            former=_former(turn, work, report.value is not None or why == stalling.STALLED),
            plan=figure(a.plan, a.measure, turn.language) if a.plan is not None else "",
            measure=a.measure or "",
        ),
        tuple(choices),
        (a.subject,),
    )


def _former(turn: Turn, work: Work, by_value: bool) -> str:
    """The figure before, of the same kind: a value beside a value, a share beside a share."""
    a = work.assignment
    if by_value and a.value is not None:
        told = gave_figure(turn, work, by_value=True)
        return by_whom(turn, told, figure(a.value, a.measure, turn.language))
    share = percent(a.percent or 0, turn.language)
    said = turn.words("listing.figures.share", percent=share).plain if a.measure else share
    return by_whom(turn, gave_figure(turn, work, by_value=False), said)


def _confirming(turn: Turn, work: Work, item: Item, said: str) -> Choice:
    """ "Đúng, ghi 250 tỷ đồng": a value is then taken as cumulative."""
    if item.value is not None and item.basis is None and work.cumulates:
        item = item._replace(basis=CUMULATIVE)
    return Choice(
        turn.words("reporting.choice.right", said=said).plain,
        "reporting.confirm",
        (work.assignment.id, [item.as_json()]),
    )


def _in_all(turn: Turn, work: Work, item: Item) -> Choice:
    """A month that is more than all before it is often the sum till its end."""
    return Choice(
        turn.words("reporting.choice.in_all").plain,
        "reporting.confirm",
        (work.assignment.id, [item._replace(basis=CUMULATIVE).as_json()]),
    )


def _of_period(turn: Turn, work: Work, item: Item) -> Choice:
    """A smaller figure is often that of the month alone."""
    frozen = frozen_periods(turn)
    period = named_period(work, report_of(item)) or period_for(turn, work, frozen)[0]
    return Choice(
        turn.words("reporting.choice.in_period", period=in_words(period, turn.language)).plain,
        "reporting.confirm",
        (work.assignment.id, [item._replace(basis=IN_PERIOD).as_json()]),
    )


def ask_figure(turn: Turn, work: Work, span: str = "") -> None:
    """Asks for the figure itself, of the time that the doubtful one was of."""
    a = work.assignment
    turn.begin("reporting.clarify", about=a.id, span=span)
    name = _of(turn, named(work), in_words_of(turn, work, span_of(span)))
    turn.say(
        turn.words("reporting.figure", name=name, example=example(turn, work)),
        subjects=(a.subject,),
    )


def ask_blocker(turn: Turn, work: Work) -> None:
    """Asks what the blocker is."""
    a = work.assignment
    turn.begin("reporting.clarify", blocker=a.id)
    turn.say(turn.words("reporting.blocker", name=named(work)), subjects=(a.subject,))
