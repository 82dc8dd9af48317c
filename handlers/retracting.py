"""A report is taken back in words: "bỏ CT09 đi", "xoá báo cáo vừa gửi". What is only likely to be
meant is asked about first.

Which report is meant: handlers/singling.py; how it goes, and what stands then: handlers/undoing.py.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from db import assignments, offers, progress, requests
from db.requests import Request
from domain.fold import fold
from domain.instants import instant
from domain.mention import pieces
from domain.message import Choice
from domain.progress import Report, Work
from domain.standing_words import dropped, may_drop, says_left, says_renounced
from handlers import doubting, overtaking
from handlers.asking import kept
from handlers.correcting import Rows, choose
from handlers.examples import own_example
from handlers.phrases import named, reported
from handlers.reporting import read, take_reply
from handlers.singling import asked_about, asked_since, is_the_last, recorded, unrecorded
from handlers.subjects import find
from handlers.turn import Turn
from handlers.undoing import A_MOMENT, take_back

# What was asked about: the ids of reports, of work with a figure that waits, of requests.
Asked = dict[str, Any]
_ACTS = {
    "rows": "retracting.sure",
    "unrecorded": "reporting.leave",
    "requests": "overtaking.take_back",
}
_WHETHER = "retracting.whether"

_YES = re.compile(r"(?:(?:da|vang|u|co) )*(?:bo|xoa|huy)(?: bo)?(?: (?:di|giup|nhe|a|em))*")
# "cả hai", "bỏ tất cả đi"
_ALL = re.compile(
    r"(?:(?:da|vang|u|co) )*(?:(?:(?:bo|xoa|huy)(?: bo)? )?(?:ca (\w+)(?: cai)?|tat ca|toan bo)"
    r"|(?:bo|xoa|huy)(?: bo)? het)(?: (?:di|luon|giup|nhe|nha|a|em))*"
)
_COUNTS = {1: (), 2: ("hai", "2"), 3: ("ba", "3"), 4: ("bon", "4")}
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
        if says_renounced(text) and try_last(turn):
            return True
        return _try_left(turn, text) or _try_pieces(turn, text)
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
        ask_whether(turn, rows, waiting, pointed)
    elif said.codes:
        _take_back(turn, rows)
    elif rows:
        choose(turn, rows, by_code=pointed)
    return True


def try_last(turn: Turn) -> bool:
    """Whether anything was recorded or asked for here a moment ago, which "hủy", "thôi bỏ đi" may
    be said of while no question is open: then it is asked whether that is to go. In a group it is
    nobody's matter what was asked for."""
    if turn.conversation is not None or turn.incoming.forwarded or turn.incoming.group:
        return False
    rows = [
        each
        for each in progress.last_of(turn.tx, turn.incoming.at, turn.me.id)
        if turn.now - instant(each[1].reported_at) <= A_MOMENT
    ]
    since = [
        request
        for request in requests.open_by(turn.tx, turn.me.id)
        if turn.now - instant(request.asked_at) <= A_MOMENT
    ]
    if not rows and not since:
        return False
    ask_whether(turn, rows, [], pointed=False, since=since)
    return True


def _try_pieces(turn: Turn, text: str) -> bool:
    """Whether a figure is to go of some of the works that the message names: then that is done, and
    what it says of the others is read as ever."""
    if turn.incoming.forwarded or not may_drop(text):
        return False
    parts = [piece for _, piece in pieces(text)]
    going = [piece for piece in parts if (said := dropped(piece)) is not None and said.figure]
    if len(parts) < 2 or not going:
        return False
    for piece in going:
        try_words(turn, piece)
    if rest := ", ".join(piece for piece in parts if piece not in going):
        read(turn, rest, find(turn, rest))
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


def _take_back(turn: Turn, rows: Rows, beside: bool = False) -> None:
    """All of them go; of several no one figure is waited for, nor `beside` another question."""
    for row in rows:
        take_back(turn, row, by_code=True, alone=len(rows) == 1 and not beside)
    if len(rows) > 1:
        turn.say(turn.words("retracting.figures", example=own_example(turn)))


def ask_whether(
    turn: Turn,
    rows: Rows,
    waiting: list[Work],
    pointed: bool,
    since: Sequence[Request] | None = None,
    moves: Sequence[Choice] = (),
) -> None:
    """What is meant, where it may be something else: a report, a figure that waits, a request (of
    `since`, else those made after the reports), that it goes to other work (`moves`), or nothing
    at all."""
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
    if since is None:
        since = asked_since(turn, rows, pointed) if rows else []
    choices += [overtaking.choice(turn, request, len(since) > 1) for request in since]
    only = told[0] if told and len(choices) == 1 else None
    alone = since[0] if since and len(choices) == 1 else None
    choices = [*moves, *choices]
    choices.append(Choice(turn.words("retracting.choice.keep").plain, "retracting.keep"))
    turn.asks = True
    if _may_wait(turn):
        turn.begin(
            _WHETHER,
            rows=[row.id for _, row in told],
            unrecorded=[work.assignment.id for work in waiting],
            requests=[request.id for request in since],
            why="sure",
        )
    if only:
        what = _what(turn, named(only[0]), only[0], only[1].report)
        key = "misplacing.whether" if moves else "retracting.whether"
        question = turn.words(key, what=what)
    elif alone:
        question = overtaking.whether(turn, alone)
    else:
        question = turn.words("retracting.which")
    subjects = tuple(work.assignment.subject for work in (*works.values(), *waiting))
    turn.say(question, tuple(choices), subjects)


def _may_wait(turn: Turn) -> bool:
    """Whether no other question is open, or one about a figure that is kept and asked about again;
    any other stays open, and the choices are answered beside it."""
    waiting = turn.conversation
    if waiting is None or waiting.state == _WHETHER:
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
    """The answer in words to whether a report is to go; anything that is none stands on its own."""
    asked = turn.conversation.data if turn.conversation else {}
    if turn.incoming.forwarded:
        take_reply(turn)  # somebody else's words answer nothing
    elif not _take_answer(turn, asked):
        _end(turn)
        take_reply(turn)


def try_beside(turn: Turn) -> bool:
    """Whether the message answers that question in words where it was asked last, though another
    question is open before it. That one stays open."""
    asked = None if turn.incoming.forwarded else _asked_last(turn)
    return asked is not None and _take_answer(turn, asked)


def _asked_last(turn: Turn) -> Asked | None:
    """What was asked by our last message here; None when it asked something else."""
    waiting = turn.conversation
    if waiting is None or waiting.state == _WHETHER:
        return None
    said = offers.latest_said(turn.tx, turn.incoming.at, 1)
    offer = offers.below(turn.tx, said[0]) if said else None
    if offer is None or offer.person_id != turn.me.id or offer.taken is not None:
        return None
    if not any(choice.act == "retracting.keep" for choice in offer.choices):
        return None
    return {
        name: [int(choice.args[0]) for choice in offer.choices if choice.act == act]
        for name, act in _ACTS.items()
    }


def _take_answer(turn: Turn, asked: Asked) -> bool:
    """Whether the message says yes, no or how many of what was asked; then that is done."""
    words = re.sub(r"\W+", " ", fold(turn.incoming.text)).strip()
    answer, count = kept(words), sum(len(asked.get(name, ())) for name in _ACTS)
    number = _ALL.fullmatch(words)
    if number is not None and number[1] in (None, *_COUNTS.get(count, ())):
        _take_all(turn, asked)
    elif answer is True or _YES.fullmatch(words) or number is not None:
        if count == 1:
            _take_all(turn, asked)
        else:
            _ask_again(turn, asked)
    elif answer is False or _NO.fullmatch(words):
        keep(turn)
    else:
        return False
    return True


def _take_all(turn: Turn, asked: Asked) -> None:
    """All that was asked about goes, as far as it still stands."""
    _end(turn)
    for request in _requests(turn, asked):
        work = assignments.get(turn.tx, request.assignment_id)
        if work is not None:
            overtaking.withdraw(turn, work, request)
    left = [work for work in asked_about(turn) if work.assignment.id in asked["unrecorded"]]
    _leave(turn, left)
    rows = progress.these(turn.tx, json.dumps(asked["rows"]), turn.me.id)
    _take_back(turn, rows, beside=turn.conversation is not None)
    if not turn.speaks:
        turn.say(turn.words("correcting.already"))


def _requests(turn: Turn, asked: Asked) -> list[Request]:
    """Those that were asked about and still wait."""
    mine = requests.open_by(turn.tx, turn.me.id)
    return [request for request in mine if request.id in asked.get("requests", ())]


def again(turn: Turn) -> None:
    """The question, once more."""
    _ask_again(turn, turn.conversation.data if turn.conversation else {})


def _ask_again(turn: Turn, asked: Asked) -> None:
    rows = progress.these(turn.tx, json.dumps(asked["rows"]), turn.me.id)
    waiting = assignments.these(turn.tx, asked["unrecorded"])
    since = _requests(turn, asked)
    if rows or waiting or since:
        ask_whether(turn, rows, waiting, pointed=True, since=since)
    else:
        _end(turn)
        turn.say(turn.words("correcting.already"))


def _end(turn: Turn) -> None:
    """Closes this question; another that is open beside it waits on."""
    if turn.conversation is not None and turn.conversation.state == _WHETHER:
        turn.end()
        turn.conversation = None


def _drop(turn: Turn, ids: list[int]) -> None:
    rows = progress.these(turn.tx, json.dumps(ids), turn.me.id)
    if rows:
        _take_back(turn, rows)
    else:
        turn.say(turn.words("correcting.already"))
