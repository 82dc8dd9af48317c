"""A report is taken back in words: "bỏ CT09 đi", "xoá báo cáo vừa gửi". What is only likely to be
meant is asked about first.

Which report is meant: handlers/singling.py; how it goes, and what stands then: handlers/undoing.py.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import replace

from db import assignments, progress
from domain.fold import fold
from domain.message import Choice
from domain.progress import Report, Work
from domain.standing_words import dropped, says_left
from handlers import doubting, overtaking
from handlers.asking import kept
from handlers.correcting import Rows, choose
from handlers.examples import own_example
from handlers.phrases import named, reported
from handlers.reporting import take_reply
from handlers.singling import asked_about, asked_since, is_the_last, recorded, unrecorded
from handlers.turn import Turn
from handlers.undoing import take_back

_YES = re.compile(r"(?:(?:da|vang|u|co) )*(?:bo|xoa|huy)(?: bo)?(?: (?:di|giup|nhe|a|em))*")
_NO = re.compile(
    r"(?:(?:da|u) )*(?:khong(?: (?:bo|xoa|huy))?|thoi|khoan|giu|de)"
    r"(?: (?:giu|nguyen|lai|do|da|nhe|a|em))*"
)


def try_words(turn: Turn, text: str | None = None) -> bool:
    """Whether the message, or what of it is `text`, asks that a report be taken back: of each code
    in it, else the one that it answers, else the last one here. What was only asked about is left
    instead."""
    text = turn.incoming.text if text is None else text
    said = None if turn.incoming.forwarded else dropped(text)
    if said is None:
        return _try_left(turn, text)
    waiting = unrecorded(turn, said)
    found = recorded(turn, said, {work.assignment.code for work in waiting})
    rows = [row for each in found for row in each.rows]
    for each in found:
        if each.why is not None:
            turn.say(each.why)
    either = bool(waiting and turn.incoming.reply_to)  # what is recorded, or what is asked about
    if said.certain and not either:
        _leave(turn, waiting)
        waiting = []
    certain = said.certain and all(each.certain for each in found)
    pointed = bool(said.codes or turn.incoming.reply_to)
    if waiting or (rows and not (certain and is_the_last(turn, rows, pointed))):
        _ask(turn, rows, waiting, pointed)
    elif said.codes:
        _take_back(turn, rows)
    elif rows:
        choose(turn, rows, by_code=pointed)
    return True


def _try_left(turn: Turn, text: str) -> bool:
    """Whether "bỏ đi", "đừng ghi" is said of the figure that is being asked about: it is left."""
    waiting = turn.conversation
    if waiting is None or waiting.state != "reporting.clarify" or "about" not in waiting.data:
        return False
    if turn.incoming.forwarded or turn.incoming.kind != "text" or not says_left(text):
        return False
    works = [work for work in asked_about(turn) if work.assignment.id == waiting.data["about"]]
    _leave(turn, works)
    return bool(works)


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


def _ask(turn: Turn, rows: Rows, waiting: list[Work], pointed: bool) -> None:
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
    for work in waiting:
        label = turn.words("retracting.choice.unrecorded", code=work.shown_code).plain
        choices.append(Choice(label, "reporting.leave", (work.assignment.id, "")))
    if rows:
        since = asked_since(turn, rows, pointed)
        choices += [overtaking.choice(turn, request) for request in since]
    single = len(choices) == 1
    only = told[0] if single and told else None
    choices.append(Choice(turn.words("retracting.choice.keep").plain, "retracting.keep"))
    turn.asks = True
    if _may_wait(turn):
        ids, others = [row.id for _, row in told], [work.assignment.id for work in waiting]
        turn.begin("retracting.whether", rows=ids, unrecorded=others, only=single, why="sure")
    if only:
        what = _what(turn, named(only[0]), only[0], only[1].report)
        question = turn.words("retracting.whether", what=what)
    else:
        question = turn.words("retracting.which")
    subjects = tuple(work.assignment.subject for work in (*works.values(), *waiting))
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
        if not data.get("only"):
            again(turn)
            return
        _end(turn)
        if data["rows"]:
            _drop(turn, data["rows"])
        else:
            _leave(turn, assignments.these(turn.tx, data["unrecorded"]))
    elif answer is False or _NO.fullmatch(words):
        keep(turn)
    else:
        _end(turn)
        take_reply(turn)


def again(turn: Turn) -> None:
    """The question, once more."""
    data = turn.conversation.data if turn.conversation else {}
    rows = progress.these(turn.tx, json.dumps(data["rows"]), turn.me.id)
    waiting = assignments.these(turn.tx, data["unrecorded"])
    if rows or waiting:
        _ask(turn, rows, waiting, pointed=True)
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
