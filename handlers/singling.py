"""Which report "bỏ …" is about: by its code, by the message that it answers, or the last one here;
and whether anything else may be meant.

Takes nothing back (handlers/retracting.py does).
"""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import timedelta
from typing import NamedTuple

from db import assignments, doubts, evidence, progress, requests
from db.doubts import Doubt
from domain.instants import instant
from domain.message import Text
from domain.progress import Report, Reported, Work, report_of
from domain.standing_words import Dropped
from handlers.asking import item_of
from handlers.bringing import answered, each_brought
from handlers.correcting import Rows
from handlers.examples import own_example
from handlers.phrases import reported
from handlers.subjects import post_to_report, years
from handlers.turn import Turn
from handlers.undoing import SHORTLY

_BESIDE = timedelta(minutes=1)  # the pictures of one report come one after another


class Found(NamedTuple):
    """What may be meant by one code, or by "the last one". `certain`: nothing else may be; `why`:
    what is said where nothing is."""

    rows: Rows
    certain: bool = True
    why: Text | None = None


def unrecorded(turn: Turn, said: Dropped) -> list[Work]:
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
    if turn.incoming.reply_to:
        return [work for work in answered(turn) if work.assignment.id in meant]
    if not waiting:
        return []
    newest = max(waiting, key=lambda doubt: doubt.at)
    rows = progress.last_of(turn.tx, turn.incoming.at, turn.me.id)
    if rows and instant(rows[0][1].reported_at) > newest.at:
        return []  # what was reported since is what they see last
    return [works[newest.assignment_id]]


def recorded(turn: Turn, said: Dropped, but: Collection[str]) -> list[Found]:
    """What is recorded and may be meant; `but`: codes of which an unrecorded figure is."""
    if said.codes:
        return [_of_code(turn, code, said.figure) for code in said.codes if code not in but]
    if turn.incoming.reply_to:
        found = _of_message(turn, said.figure)
        return [found._replace(why=None) if but else found]
    return [] if but else [_last(turn, said.figure)]


def _of_code(turn: Turn, code: str, figure: str) -> Found:
    """The newest report of each work with this code; what was taken back already stays so, and
    nothing earlier of that work goes."""
    back = progress.took_back(turn.tx, turn.me.id, code, years(turn))
    works = [w for w in assignments.these(turn.tx, back) if post_to_report(turn, w) is not None]
    rows = [each[0] for each in each_brought(turn, code) if each[0][0] not in back]
    if not rows and works:
        return Found([], why=turn.words("correcting.already"))
    if not rows:
        example = own_example(turn)
        return Found([], why=turn.words("retracting.nothing_of", code=code, example=example))
    told = [row for row in rows if not figure or _says(turn, *row, figure)]
    if not told:
        return Found([], why=_no_figure(turn, figure))
    return Found(told, certain=len(told) == 1 and not works)


def _of_message(turn: Turn, figure: str) -> Found:
    """What the message that is answered said: one of theirs, or our answer to it."""
    at, answers = turn.incoming.at, turn.incoming.reply_to or ""
    rows, works = progress.of_message(turn.tx, at, answers, turn.me.id), answered(turn)
    if not rows:
        rows = [
            rows[0]
            for work in works
            for rows in each_brought(turn, work.assignment.code)
            if rows[0][0] == work.assignment.id
        ]
    if not rows and not works:
        return _last(turn, figure)._replace(certain=False)
    if not rows:
        return Found([], why=turn.words("correcting.nothing", example=own_example(turn)))
    told = [row for row in rows if not figure or _says(turn, *row, figure)]
    return Found(told) if told else Found([], why=_no_figure(turn, figure))


def _last(turn: Turn, figure: str) -> Found:
    """The last report here; of several in one message the one with this figure, if it was told."""
    rows = progress.last_of(turn.tx, turn.incoming.at, turn.me.id)
    if figure:
        rows = [row for row in rows if _says(turn, *row, figure)]
        return Found(rows) if rows else Found([], why=_no_figure(turn, figure))
    if progress.took_back_last(turn.tx, turn.incoming.at, turn.me.id):
        return Found([], why=turn.words("correcting.already"))
    if rows:
        return Found(rows)
    return Found([], why=turn.words("correcting.nothing", example=own_example(turn)))


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


def is_the_last(turn: Turn, rows: Rows, pointed: bool) -> bool:
    """Whether these reports are of the last days and what was sent last: since then no request of
    theirs and no picture, of that work or, if none was named, of any."""
    if turn.conversation is not None and turn.conversation.state == "requesting.until":
        return False
    oldest = min(instant(row.reported_at) for _, row in rows)
    if turn.now - oldest > SHORTLY or asked_since(turn, rows, pointed):
        return False
    sent = evidence.sent_last(turn.tx, turn.me.id, oldest + _BESIDE)
    about = {assignment_id for assignment_id, _ in rows} | {None}
    return not any(not pointed or assignment_id in about for _, assignment_id in sent)


def asked_since(turn: Turn, rows: Rows, pointed: bool) -> list[requests.Request]:
    """What who spoke has asked for with these reports or after them, and nobody has decided."""
    told = {assignment_id: instant(row.reported_at) for assignment_id, row in rows}
    return [
        request
        for request in requests.open_by(turn.tx, turn.me.id)
        if (request.assignment_id in told or not pointed)
        and instant(request.asked_at) >= told.get(request.assignment_id, min(told.values()))
    ]
