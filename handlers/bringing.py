"""What who spoke has brought of a work, and which work the message that they answer was about.

Changes nothing.
"""

from __future__ import annotations

import re

from db import assignments, progress, shown
from domain.mention import codes_in
from domain.progress import Work
from handlers.correcting import Rows
from handlers.subjects import Meant, look_up, post_to_report, years
from handlers.turn import Turn
from handlers.undoing import is_theirs

_EXAMPLE = re.compile(r"\b(?:ví dụ|for example)\b", re.IGNORECASE)  # what follows is about nothing


def answered(turn: Turn) -> list[Work]:
    """What the message that is answered was about; where it is not known here, what the words that
    are quoted of it name."""
    incoming = turn.incoming
    if incoming.reply_to:
        subjects = shown.by_message(turn.tx, incoming.at, incoming.reply_to)
        ids = [int(subject[2:]) for subject in subjects if subject.startswith("a:")]
        if ids:
            return assignments.these(turn.tx, ids)
    quoted = Meant()
    look_up(turn, quoted, codes_in(_EXAMPLE.split(incoming.reply_text, maxsplit=1)[0]))
    return [*quoted.by_code.values(), *(work for many in quoted.unclear.values() for work in many)]


def each_brought(turn: Turn, code: str) -> list[Rows]:
    """What who spoke has brought of each work with this code, newest first: where they may report
    now, and nobody else has since."""
    rows = progress.brought(turn.tx, turn.incoming.at, turn.me.id, code, years(turn), turn.now)
    works = {w.assignment.id: w for w in assignments.these(turn.tx, {number for number, _ in rows})}
    return [
        [row for row in rows if row[0] == number]
        for number in dict.fromkeys(number for number, _ in rows)
        if is_theirs(turn, works[number]) and post_to_report(turn, works[number]) is not None
    ]


def all_brought(turn: Turn, work: Work) -> Rows:
    """The same of this work, where other units have one with the same code."""
    each = each_brought(turn, work.assignment.code)
    return next((rows for rows in each if rows[0][0] == work.assignment.id), [])


def brought_last(turn: Turn, code: str) -> Rows:
    """The newest report of each work with this code."""
    return [rows[0] for rows in each_brought(turn, code)]
