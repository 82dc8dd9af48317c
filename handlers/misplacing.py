"""A report that was put to the wrong work: it goes to the one that is named, or that is asked.
What says so is for domain/misplaced_words.py.
"""

from __future__ import annotations

import json
from datetime import timedelta

from db import assignments, evidence, progress
from domain.assignment import CANCELLED
from domain.fold import fold
from domain.instants import instant, local_day
from domain.message import Choice
from domain.misplaced_words import Misplaced, misplaced
from domain.period import days_of
from domain.progress import Reported, Work
from domain.reply.item import Item
from domain.standing_words import THE_LAST
from handlers import retracting
from handlers.bringing import answered, brought_last
from handlers.correcting import figures
from handlers.entering import take_items
from handlers.phrases import repeated, reported
from handlers.recording import is_over
from handlers.refusing import say_unknown
from handlers.singling import is_the_last, unrecorded
from handlers.subjects import Meant, look_up, my_work, post_for
from handlers.turn import Turn
from handlers.undoing import SHORTLY, is_of_just_now, standing_for, take_back

_OFFERED = 3  # other works to which it may go
_LOOKED_THROUGH = 50
_BESIDE = timedelta(minutes=1)  # the pictures of one report come one after another

Row = tuple[int, Reported]


def try_words(turn: Turn) -> bool:
    """Whether the message says that what was reported here last, or of the work that it names as
    the wrong one, belongs to other work. It is moved where both are certain, else that is asked."""
    said = None if turn.incoming.forwarded else misplaced(turn.incoming.text)
    if said is None:
        return False
    row = _misplaced_row(turn, said)
    work = assignments.get(turn.tx, row[0]) if row else None
    if row is None or work is None:
        return False
    meant = Meant()
    look_up(turn, meant, [said.right] if said.right else [])
    others = [*meant.by_code.values(), *(each for many in meant.unclear.values() for each in many)]
    if work.assignment.id in {each.assignment.id for each in others}:
        return False
    if meant.unknown:
        say_unknown(turn, meant.unknown)
        others = []
    item = _item(turn, row[1], work, others[0], said.told) if len(others) == 1 else None
    if item is not None and _is_certain(turn, row, work, said):
        _move(turn, row, others[0], item)
    else:
        _ask(turn, row, work, others if said.right else _likely(turn, work))
    return True


def _misplaced_row(turn: Turn, said: Misplaced) -> Row | None:
    """The report that is meant; None when that is not known, or a figure that is not recorded yet
    may be, or a picture that was sent since."""
    if said.wrong:
        since = turn.now - SHORTLY
        rows = brought_last(turn, said.wrong)
        rows = [row for row in rows if instant(row[1].reported_at) > since]
        return rows[0] if len(rows) == 1 else None
    rows = progress.last_of(turn.tx, turn.incoming.at, turn.me.id)
    if meant := {work.assignment.id for work in answered(turn)}:
        rows = [row for row in rows if row[0] in meant]
    if len(rows) != 1 or unrecorded(turn, THE_LAST):
        return None
    pictures = evidence.sent_last(turn.tx, turn.me.id, instant(rows[0][1].reported_at) + _BESIDE)
    return None if pictures else rows[0]


def _is_certain(turn: Turn, row: Row, work: Work, said: Misplaced) -> bool:
    if not (said.wrong or is_of_just_now(turn, work)):
        return False
    return is_the_last(turn, [row], pointed=bool(said.wrong))


def _item(turn: Turn, row: Reported, work: Work, other: Work, told: str) -> Item | None:
    """What is then reported of the other work: the figure that is told, else the same; None where
    that cannot be its own."""
    if told and (items := figures(turn, other, f"{other.assignment.code} {told}")):
        return items[0]
    report = row.report
    alike = fold(work.assignment.measure or "") == fold(other.assignment.measure or "")
    if told or not alike or row.reported_by is not None:
        return None
    told_on = local_day(instant(row.reported_at), turn.committee.zone)
    span = days_of(row.period)
    ended = report.value is not None and span[1] < told_on
    return Item(
        report.intent,
        percent=report.percent,
        value=report.value,
        basis=report.basis,
        estimate=report.estimate or None,
        done=report.done,
        total=report.total,
        blocked=report.blocked or None,
        on=row.as_of if row.as_of < told_on and not ended else None,
        span=span if ended else None,
        note=report.note or None,
    )


def _move(turn: Turn, row: Row, other: Work, item: Item) -> None:
    """The one goes; what it said is taken as a report of the other, which may be asked about."""
    work = standing_for(turn, *row, by_code=True)
    if work is None:
        return
    a = other.assignment
    if a.state != CANCELLED and not is_over(turn, other):  # else it would be lost
        take_back(turn, row, by_code=True, alone=False)
    take_items(turn, Meant(other, {a.code: other}), [item])


def _ask(turn: Turn, row: Row, work: Work, others: list[Work]) -> None:
    """Whether it is to go, and to which of these."""
    moves = [
        Choice(
            turn.words(
                "misplacing.move",
                what=_what(turn, work, row[1]),
                former=work.shown_code,
                code=other.shown_code,
            ).plain,
            "misplacing.move",
            (row[1].id, other.assignment.id),
        )
        for other in others
        if _item(turn, row[1], work, other, "") is not None
    ]
    retracting.ask_whether(turn, [row], [], pointed=True, since=(), moves=moves)


def _what(turn: Turn, work: Work, row: Reported) -> str:
    """ ": 80%"; of discreet work nothing."""
    if work.assignment.discreet:
        return ""
    return f": {reported(turn, work, repeated(turn, row.report)).plain}"


def _likely(turn: Turn, work: Work) -> list[Work]:
    """Other open work of theirs that is counted in the same."""
    measure = fold(work.assignment.measure or "")
    others = [
        each
        for each in my_work(turn, _LOOKED_THROUGH)
        if each.assignment.id != work.assignment.id
        and fold(each.assignment.measure or "") == measure
    ]
    return others[:_OFFERED]


def move(turn: Turn) -> None:
    """Choice: to which work it goes; args: the report's id, and that work."""
    if turn.conversation is not None and turn.conversation.state == "retracting.whether":
        turn.end()
        turn.conversation = None
    rows = progress.these(turn.tx, json.dumps([int(turn.args[0])]), turn.me.id)
    other = assignments.get(turn.tx, int(turn.args[1]))
    work = assignments.get(turn.tx, rows[0][0]) if rows else None
    if other is None or post_for(turn.me, other.assignment.unit_id) is None:
        turn.say(turn.words("reporting.not_yours"))
    elif work is None or (item := _item(turn, rows[0][1], work, other, "")) is None:
        turn.say(turn.words("correcting.already"))
    else:
        _move(turn, rows[0], other, item)
