"""Takes back or replaces what somebody reported last, by word or by choice. What an edited
message says is for editing."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import NamedTuple

from db import assignments, progress
from domain.likeness import LONGEST
from domain.message import Choice
from domain.period import days_of
from domain.progress import FALLS, IN_PERIOD, Report, Reported, Work, doubt, replay, report_of
from domain.reply.item import ACKNOWLEDGE, CLOSE, EXTEND, OTHER, Item
from handlers import finishing
from handlers.answering import say_back
from handlers.asking import ask_doubt, kept
from handlers.examples import own_example
from handlers.phrases import example, named, repeated, reported
from handlers.phrases import kept as as_kept
from handlers.quoting import without_ours
from handlers.recording import Behalf, Entry, write
from handlers.reporting import take_reply
from handlers.spanning import span_of
from handlers.subjects import post_to_report
from handlers.turn import Turn
from handlers.understanding import time_named, understood
from handlers.undoing import behalf, standing_for, take_back
from handlers.words import correction

Rows = list[tuple[int, Reported]]


class Wrong(NamedTuple):
    """A report that somebody says is wrong, and the words with the right figure."""

    assignment_id: int
    row: Reported
    text: str


NO_FIGURE = (EXTEND, CLOSE, ACKNOWLEDGE, OTHER)


def wrong(turn: Turn) -> None:
    """Choice "Sai, sửa lại": takes the reports back and asks for the right figure; args: ids."""
    ids = json.dumps([int(each) for each in turn.args])
    rows = progress.these(turn.tx, ids, turn.me.id)
    choose(turn, rows)


def one(turn: Turn) -> None:
    """Choice: which of several reports was wrong; args: its id, and the right figure if that was
    given already."""
    rows = progress.these(turn.tx, json.dumps([int(turn.args[0])]), turn.me.id)
    given = str(turn.args[1]) if len(turn.args) > 1 else ""
    if rows and given:
        replace_each(turn, [Wrong(*rows[0], given)])
    else:
        choose(turn, rows)


def choose(turn: Turn, rows: Rows, by_code: bool = False) -> None:
    """Takes the one report back, or asks which of several is wrong. `by_code`: it was named."""
    if not rows:
        turn.say(turn.words("correcting.nothing", example=own_example(turn)))
    elif len(rows) > 1:
        ask_which(turn, rows)
    else:
        take_back(turn, rows[0], by_code)


def ask_which(turn: Turn, rows: Rows, given: str = "") -> None:
    """Of several reports in one message: which one is wrong? `given`: the right figure, which then
    takes its place at once."""
    works = {w.assignment.id: w for w in assignments.these(turn.tx, {a for a, _ in rows})}
    choices = tuple(
        Choice(_said(turn, works[number], row), "correcting.one", (row.id, given[:LONGEST]))
        for number, row in rows
    )
    turn.say(
        turn.words("correcting.which"), choices, tuple(w.assignment.subject for w in works.values())
    )


def _said(turn: Turn, work: Work, row: Reported) -> str:
    """The code with what was reported; of discreet work the code alone."""
    if work.assignment.discreet:
        return work.shown_code
    return f"{work.shown_code}: {as_kept(turn, work, row).plain}"


def take_figure(turn: Turn) -> None:
    """The right figure after one was taken back."""
    data = turn.conversation.data if turn.conversation else {}
    if turn.incoming.forwarded:
        take_reply(turn)  # somebody else's figure; which one is right is still asked
        return
    text = without_ours(turn, turn.incoming.text)
    text = correction(text) or text
    if not text:
        ask_figure(turn)
        return
    turn.end()
    if kept(text) is False:
        turn.say(turn.words("correcting.left"))
        return
    work = assignments.get(turn.tx, int(data.get("about", 0)))
    if work is None or post_to_report(turn, work) is None:
        take_reply(turn)
        return
    items = figures(turn, work, text)
    if items is None:
        take_reply(turn)
        return
    item = items[0]
    if item.span is None:
        item = item._replace(span=span_of(data.get("span", "")))
    instead = tuple(int(each) for each in data.get("instead", ()))
    if why := doubt_of(turn, work, item, next(iter(instead), 0)):
        ask_doubt(turn, [(work, item, why)])
        return
    behalf = Behalf(*data["told"]) if data.get("told") else None
    say_back(turn, write(turn, [Entry(work, report_of(item), 0, instead, behalf)]))


def ask_figure(turn: Turn) -> None:
    """The question for the right figure, once more."""
    data = turn.conversation.data if turn.conversation else {}
    work = assignments.get(turn.tx, int(data.get("about", 0)))
    if work is not None:
        turn.say(
            turn.words("reporting.figure", name=named(work), example=example(turn, work)),
            subjects=(work.assignment.subject,),
        )


def figures(turn: Turn, work: Work, text: str) -> list[Item] | None:
    """The one report in the text about this assignment; None when it is not that clear."""
    a = work.assignment
    reading = understood(turn, text, work, {a.code: work})
    items = [item for item in reading.items if item.intent not in NO_FIGURE]
    clear = reading.confident and len(items) == 1 and items[0].code in (None, a.code)
    return items if clear else None


def replace_each(turn: Turn, wrong: Sequence[Wrong], by_code: bool = False) -> None:
    """The figure was given with the word: it takes the place of the wrong one at once."""
    entries: list[Entry] = []
    asked: list[tuple[Work, Item, str]] = []
    bare = False
    for place, (assignment_id, row, text) in enumerate(wrong):
        work = standing_for(turn, assignment_id, row, by_code)
        if work is None:
            continue
        items = figures(turn, work, text)
        why = doubt_of(turn, work, items[0], row.id) if items else None
        if items is None or why:
            span = time_named(turn, text, work) if items is None else None
            take_back(turn, (assignment_id, row), by_code, alone=len(wrong) == 1, span=span)
            bare = bare or items is None
            asked += [(work, items[0], why)] if items and why else []
            continue
        said = reported(turn, work, repeated(turn, row.report)).plain
        report = report_of(items[0])
        entries.append(Entry(work, report, place, (row.id,), behalf(row), replaces=said))
    if bare and len(wrong) > 1:
        turn.say(turn.words("retracting.figures", example=own_example(turn)))
    say_back(turn, write(turn, entries))
    if asked:
        ask_doubt(turn, asked)


def doubt_of(turn: Turn, work: Work, item: Item, wrong: int) -> str | None:
    """Why a figure that puts another right is asked back first: measured by what stood before the
    one that was wrong (the id of its row), and not by that. What is of a month alone falls short of
    nothing."""
    report, a = report_of(item), work.assignment
    bare = doubt(work._replace(assignment=a._replace(value=None, percent=None)), report)
    return bare or _falls(turn, work, report, wrong) or finishing.doubt(turn, work, report)


def _falls(turn: Turn, work: Work, report: Report, wrong: int) -> str | None:
    old = progress.get(turn.tx, wrong)
    if old is None or old.report.basis == IN_PERIOD:
        return None
    held = replay(work, _earlier(progress.standing(turn.tx, work.assignment.id), old))
    former = work.assignment._replace(value=held.value, percent=held.percent)
    return FALLS if doubt(work._replace(assignment=former), report) == FALLS else None


def _earlier(rows: Sequence[Reported], old: Reported) -> list[Reported]:
    end = days_of(old.period)[1]
    return [row for row in rows if row.id < old.id and days_of(row.period)[1] <= end]
