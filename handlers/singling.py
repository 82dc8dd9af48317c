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
from domain.fold import fold
from domain.instants import instant
from domain.message import Text
from domain.progress import Report, Reported, Work, report_of
from domain.standing_words import Dropped, plain_number
from handlers.asking import item_of
from handlers.bringing import all_brought, answered, each_brought
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


def asked_about(turn: Turn) -> list[Work]:
    """All work of which a figure waits that is not recorded yet."""
    waiting = doubts.waiting(turn.tx, turn.me.id, turn.incoming.at, turn.now)
    return assignments.these(turn.tx, {doubt.assignment_id for doubt in waiting})


def unrecorded(turn: Turn, said: Dropped) -> list[Work]:
    """The work of which a figure waits that is not recorded yet, if that one is meant."""
    waiting = doubts.waiting(turn.tx, turn.me.id, turn.incoming.at, turn.now)
    of = assignments.these(turn.tx, {doubt.assignment_id for doubt in waiting})
    works = {work.assignment.id: work for work in of}
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
        return [_of_code(turn, code, said) for code in said.codes if code not in but]
    if turn.incoming.reply_to:
        found = _of_message(turn, said)
        return [found._replace(why=None) if but else found]
    return [] if but else [_last(turn, said)]


def _of_code(turn: Turn, code: str, said: Dropped) -> Found:
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
    found = _telling(turn, rows, said)
    return found._replace(certain=found.certain and len(found.rows) == 1 and not works)


def _of_message(turn: Turn, said: Dropped) -> Found:
    """What the message that is answered said: one of theirs, or our answer to it."""
    at, answers = turn.incoming.at, turn.incoming.reply_to or ""
    rows, works = progress.of_message(turn.tx, at, answers, turn.me.id), answered(turn)
    if not rows:
        rows = [row for work in works for row in all_brought(turn, work)[:1]]
    if not rows and not works:
        return _last(turn, said)._replace(certain=False)
    if not rows:
        return Found([], why=turn.words("correcting.nothing", example=own_example(turn)))
    return _telling(turn, rows, said)


def _last(turn: Turn, said: Dropped) -> Found:
    """The last report here; of several in one message the one with this figure, if it was told."""
    rows = progress.last_of(turn.tx, turn.incoming.at, turn.me.id)
    if said.figure:
        return _telling(turn, rows, said)
    if progress.took_back_last(turn.tx, turn.incoming.at, turn.me.id):
        return Found([], why=turn.words("correcting.already"))
    if rows:
        return Found(rows)
    return Found([], why=turn.words("correcting.nothing", example=own_example(turn)))


def _telling(turn: Turn, rows: Rows, said: Dropped) -> Found:
    """Those that told the figure, if one is named; "8 căn" may be another thing than 8%."""
    if not said.figure:
        return Found(rows)
    told = [(row, words) for row in rows if said.figure in (words := _words(turn, *row))]
    if not told:
        example = own_example(turn)
        why = turn.words("retracting.no_figure", figure=said.figure, example=example)
        return Found([], why=why)
    alike = all(not said.counted or said.counted in words for _, words in told)
    return Found([row for row, _ in told], certain=alike)


def _words(turn: Turn, assignment_id: int, row: Reported) -> set[str]:
    work = assignments.get(turn.tx, assignment_id)
    return set() if work is None else _words_of(turn, work, row.report)


def _words_of(turn: Turn, work: Work, report: Report) -> set[str]:
    return _words_in(reported(turn, work, report).plain)


def _words_in(text: str) -> set[str]:
    """Folded words, and figures as plain_number writes them: "9.000 tỷ" has "9000" and "ty"."""
    found = re.findall(r"\d[\d.,]*|%|[^\W\d]+", fold(text))
    return {plain_number(each) if each[0].isdigit() else each for each in found}


def _asks_about(turn: Turn, work: Work | None, doubt: Doubt, figure: str) -> bool:
    if work is not None and doubt.item is not None:
        return figure in _words_of(turn, work, report_of(item_of(doubt.item)))
    return figure in _words_in(doubt.text)


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
