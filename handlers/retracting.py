"""A report is taken back in words: "bỏ CT09 đi", "xoá báo cáo vừa gửi". What is only likely to be
meant is asked about first.

How a report goes, and what stands then: handlers/undoing.py.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import timedelta
from typing import NamedTuple

from db import assignments, doubts, evidence, progress, requests
from db.doubts import Doubt
from domain.fold import fold
from domain.instants import instant
from domain.message import Choice, Text
from domain.progress import Report, Reported, Work, report_of
from domain.standing_words import Dropped, dropped
from handlers import doubting, overtaking
from handlers.asking import item_of, kept
from handlers.correcting import Rows, choose
from handlers.examples import own_example
from handlers.phrases import named, reported
from handlers.reporting import take_reply
from handlers.righting import answered, each_brought
from handlers.subjects import post_to_report, years
from handlers.turn import Turn
from handlers.undoing import SHORTLY, take_back

_BESIDE = timedelta(minutes=1)  # the pictures of one report come one after another
_YES = re.compile(r"(?:(?:da|vang|u|co) )*(?:bo|xoa|huy)(?: bo)?(?: (?:di|giup|nhe|a|em))*")
_NO = re.compile(
    r"(?:(?:da|u) )*(?:khong(?: (?:bo|xoa|huy))?|thoi|khoan|giu|de)"
    r"(?: (?:giu|nguyen|lai|do|da|nhe|a|em))*"
)


class _Found(NamedTuple):
    """What may be meant by one code, or by "the last one". `certain`: nothing else may be; `why`:
    what is said where nothing is."""

    rows: Rows
    certain: bool = True
    why: Text | None = None


def try_words(turn: Turn) -> bool:
    """Whether the message asks that a report be taken back: of each code in it, else the one that
    it answers, else the last one here. What was only asked about is left instead."""
    said = None if turn.incoming.forwarded else dropped(turn.incoming.text)
    if said is None:
        return False
    unrecorded = _unrecorded(turn, said)
    found = _found(turn, said, {work.assignment.code for work in unrecorded})
    rows = [row for each in found for row in each.rows]
    for each in found:
        if each.why is not None:
            turn.say(each.why)
    if said.certain:
        _leave(turn, unrecorded)
        unrecorded = []
    certain = said.certain and all(each.certain for each in found)
    if unrecorded or (rows and not (certain and _is_the_last(turn, rows, bool(said.codes)))):
        _ask(turn, rows, unrecorded, bool(said.codes))
    elif said.codes:
        _take_back(turn, rows)
    elif rows:
        choose(turn, rows, by_code=bool(turn.incoming.reply_to))
    return True


# What is meant ----------------------------------------------------------------------------


def _unrecorded(turn: Turn, said: Dropped) -> list[Work]:
    """The work of which a figure waits that is not recorded yet, if that one is meant."""
    waiting = doubts.waiting(turn.tx, turn.me.id, turn.incoming.at, turn.now)
    works = {
        work.assignment.id: work
        for work in assignments.these(turn.tx, {doubt.assignment_id for doubt in waiting})
    }
    if said.figure:
        waiting = [
            doubt
            for doubt in waiting
            if _asks_about(turn, works.get(doubt.assignment_id), doubt, said.figure)
        ]
    meant = {doubt.assignment_id for doubt in waiting}
    if said.codes:
        return [works[each] for each in meant if works[each].assignment.code in said.codes]
    if not waiting or turn.incoming.reply_to:
        return []
    newest = max(waiting, key=lambda doubt: doubt.at)
    rows = progress.last_of(turn.tx, turn.incoming.at, turn.me.id)
    if rows and instant(rows[0][1].reported_at) > newest.at:
        return []  # what was reported since is what they see last
    return [works[newest.assignment_id]]


def _found(turn: Turn, said: Dropped, but: Collection[str]) -> list[_Found]:
    """What is recorded and may be meant; `but`: codes of which only an unrecorded figure is."""
    if said.codes:
        return [_of_code(turn, code, said.figure) for code in said.codes if code not in but]
    if but:
        return []
    return [_of_message(turn, said.figure) if turn.incoming.reply_to else _last(turn, said.figure)]


def _of_code(turn: Turn, code: str, figure: str) -> _Found:
    """The newest report of each work with this code; what was taken back already stays so, and
    nothing earlier of that work goes."""
    back = progress.took_back(turn.tx, turn.me.id, code, years(turn))
    works = [w for w in assignments.these(turn.tx, back) if post_to_report(turn, w) is not None]
    rows = [each[0] for each in each_brought(turn, code) if each[0][0] not in back]
    if not rows and works:
        return _Found([], why=turn.words("correcting.already"))
    if not rows:
        example = own_example(turn)
        return _Found([], why=turn.words("retracting.nothing_of", code=code, example=example))
    told = [row for row in rows if not figure or _says(turn, *row, figure)]
    if not told:
        return _Found([], why=_no_figure(turn, figure))
    return _Found(told, certain=len(told) == 1 and not works)


def _of_message(turn: Turn, figure: str) -> _Found:
    """What the message that is answered said: one of theirs, or our answer to it."""
    at, answers = turn.incoming.at, turn.incoming.reply_to or ""
    rows = progress.of_message(turn.tx, at, answers, turn.me.id)
    if not rows:
        rows = [
            rows[0]
            for work in answered(turn)
            for rows in each_brought(turn, work.assignment.code)
            if rows[0][0] == work.assignment.id
        ]
    if not rows:
        return _last(turn, figure)._replace(certain=False)
    told = [row for row in rows if not figure or _says(turn, *row, figure)]
    return _Found(told) if told else _Found([], why=_no_figure(turn, figure))


def _last(turn: Turn, figure: str) -> _Found:
    """The last report here; of several in one message the one with this figure, if it was told."""
    rows = progress.last_of(turn.tx, turn.incoming.at, turn.me.id)
    if figure:
        rows = [row for row in rows if _says(turn, *row, figure)]
        return _Found(rows) if rows else _Found([], why=_no_figure(turn, figure))
    if progress.took_back_last(turn.tx, turn.incoming.at, turn.me.id):
        return _Found([], why=turn.words("correcting.already"))
    if rows:
        return _Found(rows)
    return _Found([], why=turn.words("correcting.nothing", example=own_example(turn)))


def _no_figure(turn: Turn, figure: str) -> Text:
    return turn.words("retracting.no_figure", figure=figure, example=own_example(turn))


def _says(turn: Turn, assignment_id: int, row: Reported, figure: str) -> bool:
    work = assignments.get(turn.tx, assignment_id)
    return work is not None and _tells(turn, work, row.report, figure)


def _tells(turn: Turn, work: Work, report: Report, figure: str) -> bool:
    told = reported(turn, work, report).plain
    return figure in [word.rstrip("%,.") for word in told.replace("/", " ").split()]


def _asks_about(turn: Turn, work: Work | None, doubt: Doubt, figure: str) -> bool:
    if work is not None and doubt.item is not None:
        return _tells(turn, work, report_of(item_of(doubt.item)), figure)
    return figure in [each.rstrip(",.") for each in re.findall(r"\d[\d.,]*", doubt.text)]


def _is_the_last(turn: Turn, rows: Rows, by_code: bool) -> bool:
    """Whether these reports are of the last days and what was sent last: since then no request of
    theirs and no picture, of that work or, if none was named, of any."""
    if turn.conversation is not None and turn.conversation.state == "requesting.until":
        return False
    oldest = min(instant(row.reported_at) for _, row in rows)
    if turn.now - oldest > SHORTLY or _asked_since(turn, rows, by_code):
        return False
    sent = evidence.sent_last(turn.tx, turn.me.id, oldest + _BESIDE)
    about = {assignment_id for assignment_id, _ in rows} | {None}
    return not any(not by_code or assignment_id in about for _, assignment_id in sent)


def _asked_since(turn: Turn, rows: Rows, by_code: bool) -> list[requests.Request]:
    """What who spoke has asked for with these reports or after them, and nobody has decided."""
    told = {assignment_id: instant(row.reported_at) for assignment_id, row in rows}
    return [
        request
        for request in requests.open_by(turn.tx, turn.me.id)
        if (request.assignment_id in told or not by_code)
        and instant(request.asked_at) >= told.get(request.assignment_id, min(told.values()))
    ]


# What follows -----------------------------------------------------------------------------


def _leave(turn: Turn, works: Iterable[Work]) -> None:
    """A figure that is not recorded yet is asked about no more."""
    for work in works:
        doubting.leave(turn, work)
        turn.say(turn.words("retracting.left", name=named(work)))
        if turn.conversation and turn.conversation.data.get("about") == work.assignment.id:
            turn.end()


def _take_back(turn: Turn, rows: Rows) -> None:
    """All of them go; of several no one figure is waited for."""
    for row in rows:
        take_back(turn, row, by_code=True, alone=len(rows) == 1)
    if len(rows) > 1:
        turn.say(turn.words("retracting.figures", example=own_example(turn)))


def _ask(turn: Turn, rows: Rows, unrecorded: list[Work], by_code: bool) -> None:
    """What is meant, where it may be something else: a report, a figure that waits, a request that
    was made since, or nothing at all."""
    works = {w.assignment.id: w for w in assignments.these(turn.tx, {a for a, _ in rows})}
    told = [(works[number], row) for number, row in rows if number in works]
    units = {work.assignment.unit_id for work, _ in told}
    choices = [
        Choice(
            turn.words(
                "retracting.choice.report",
                what=_what(turn, work.shown_code, work, row.report),
                unit=f" ({work.unit_name})" if len(units) > 1 else "",
            ).plain,
            "retracting.sure",
            (row.id,),
        )
        for work, row in told
    ]
    for work in unrecorded:
        label = turn.words("retracting.choice.unrecorded", code=work.shown_code).plain
        choices.append(Choice(label, "reporting.leave", (work.assignment.id, "")))
    if rows:
        since = _asked_since(turn, rows, by_code)
        choices += [overtaking.choice(turn, request) for request in since]
    only = told[0] if len(choices) == 1 and told else None
    choices.append(Choice(turn.words("retracting.choice.keep").plain, "retracting.keep"))
    turn.asks = True
    if _may_wait(turn):
        ids, others = [row.id for _, row in told], [work.assignment.id for work in unrecorded]
        turn.begin("retracting.whether", rows=ids, unrecorded=others, only=bool(only), why="sure")
    if only:
        what = _what(turn, named(only[0]), only[0], only[1].report)
        question = turn.words("retracting.whether", what=what)
    else:
        question = turn.words("retracting.which")
    subjects = tuple(work.assignment.subject for work in (*works.values(), *unrecorded))
    turn.say(question, tuple(choices), subjects)


def _may_wait(turn: Turn) -> bool:
    """Whether no other question is open, or one about a figure that is kept and asked about again;
    any other stays open, and the choices are answered beside it."""
    waiting = turn.conversation
    if waiting is None or waiting.state == "retracting.whether":
        return True
    return waiting.state == "reporting.clarify" and "about" in waiting.data


def _what(turn: Turn, name: str, work: Work, report: Report) -> str:
    """ "NV07: 65%"; what was told in private of difficulties is said in no group."""
    if work.assignment.discreet:
        return name
    shown = replace(report, note="") if turn.incoming.group else report
    return f"{name}: {reported(turn, work, shown).plain}"


def sure(turn: Turn) -> None:
    """Choice: this report goes; args: its id."""
    _end(turn)
    _drop(turn, [int(turn.args[0])])


def keep(turn: Turn) -> None:
    """Choice: nothing goes."""
    _end(turn)
    turn.say(turn.words("retracting.kept", example=own_example(turn)))
    doubting.go_on(turn)


def take(turn: Turn) -> None:
    """The answer in words to whether a report is to go; anything but yes and no stands on its
    own."""
    data = turn.conversation.data if turn.conversation else {}
    words = re.sub(r"\W+", " ", fold(turn.incoming.text)).strip()
    answer = kept(words)
    if answer is True or _YES.fullmatch(words):
        if data.get("only"):
            _end(turn)
            _drop(turn, data["rows"])
        else:
            again(turn)
    elif answer is False or _NO.fullmatch(words):
        keep(turn)
    else:
        _end(turn)
        take_reply(turn)


def again(turn: Turn) -> None:
    """The question, once more."""
    data = turn.conversation.data if turn.conversation else {}
    rows = progress.these(turn.tx, json.dumps(data["rows"]), turn.me.id)
    unrecorded = assignments.these(turn.tx, data["unrecorded"])
    if rows or unrecorded:
        _ask(turn, rows, unrecorded, by_code=True)
    else:
        _end(turn)
        turn.say(turn.words("correcting.already"))


def _end(turn: Turn) -> None:
    """Closes this question; another that is open beside it waits on."""
    if turn.conversation is not None and turn.conversation.state == "retracting.whether":
        turn.end()
        turn.conversation = None


def _drop(turn: Turn, ids: list[int]) -> None:
    rows = progress.these(turn.tx, json.dumps(ids), turn.me.id)
    if rows:
        _take_back(turn, rows)
    else:
        turn.say(turn.words("correcting.already"))
