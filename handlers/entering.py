"""Enters what is understood: reports and requests of one message, each doubtful figure asked back.

What words mean is for reporting; what is written, for recording.
"""

from __future__ import annotations

from collections.abc import Sequence

from db import assignments
from domain.progress import BLOCKED, Report, Work, doubt, report_of, without_difficulty
from domain.reply.item import ACKNOWLEDGE, CLOSE, EXTEND, OTHER, Item
from domain.standing_words import tells_eased
from handlers import choosing, doubting, finishing, requesting, stalling
from handlers.answering import say_back
from handlers.asking import ask_doubt, say_no_list
from handlers.guessing import BARE, doubt_of, is_digit
from handlers.placing import as_at, told_again
from handlers.recording import Entry, instead_of, is_over, write
from handlers.refusing import say_unknown
from handlers.spanning import of_time
from handlers.subjects import Meant
from handlers.turn import Turn


def take_items(
    turn: Turn,
    meant: Meant,
    items: Sequence[Item],
    sure: bool = False,
    bare: bool = False,
    beside: Sequence[Entry] = (),
) -> None:
    """Records reports and requests; asks back figures that cannot well be (unless `sure`).

    `bare`: the message was a number and nothing else; `beside`: what of it is certain already.
    """
    entries = list(beside)
    asked: list[tuple[Work, Item, str]] = []
    wanted: list[tuple[int, Work, Item]] = []
    closing = any(item.intent == CLOSE for item in items)  # all of it is finished
    unknown = list(meant.unknown)
    work = meant.work
    for place, item in enumerate(items):
        if item in items[:place]:
            continue  # said twice in one breath
        if item.code is not None:
            work = meant.by_code.get(item.code)
            if work is None and item.code not in (*unknown, *meant.unclear):
                unknown.append(item.code)
        if work is None or item.intent in (ACKNOWLEDGE, OTHER):
            continue
        if item.intent in (EXTEND, CLOSE):
            wanted.append((place, work, item))
            continue
        report = report_of(item)
        if len(items) == 1 and _ends_a_difficulty(turn, work, report):
            report = without_difficulty(report)
        if (former := told_again(turn, work, report)) is not None:
            entries.append(instead_of(work, report, former, place))
            continue
        then, why = work, None
        if not (sure or is_over(turn, work)):
            then = as_at(turn, work, report)
            why = (
                stalling.doubt(then, report, turn.incoming.text)
                or doubt(then, report)
                or (None if closing else finishing.doubt(turn, work, report))
                or doubt_of(turn, meant, work, item, report, bare)
                or (BARE if bare and choosing.is_beyond_card(turn) else None)
            )
        if why == BARE and report.value is None and is_digit(turn.incoming.text):
            say_no_list(
                turn, work, about=True
            )  # on a plain phone a digit chooses; it is no one percent
        elif why is None:
            entries.append(_entry(turn, work, report, place))
        else:
            asked.append((then, item, why))
    written = write(turn, entries)
    say_back(turn, written)
    for place, work, item in wanted:
        if any(each.entry.work is work for each in written):
            work = assignments.get(turn.tx, work.assignment.id) or work
        if item.intent == CLOSE and requesting.wishes_quiet(turn.incoming.text):
            requesting.ask_whether_to_close(turn, work)
            continue
        reason = item.note or _told_beside(items, item, work)
        requesting.ask(turn, work, item.intent, item.date, reason, place)
    if unknown:
        say_unknown(turn, unknown)
    if asked:
        ask_doubt(turn, asked)
    doubting.go_on(turn)


def _told_beside(items: Sequence[Item], wish: Item, work: Work) -> str:
    """The difficulty that the message tells of the same work: why more time is asked for."""
    if wish.intent != EXTEND:
        return ""
    notes = [
        report_of(each).note
        for each in items
        if each.blocked and each.note and each.code in (None, work.assignment.code)
    ]
    return notes[0] if len(notes) == 1 else ""


def _ends_a_difficulty(turn: Turn, work: Work, report: Report) -> bool:
    """ "60%, hết vướng rồi": of work with a difficulty, told beside its figure."""
    return work.assignment.blocked and not report.blocked and tells_eased(turn.incoming.text)


def _entry(turn: Turn, work: Work, report: Report, place: int) -> Entry:
    """The item as it is written: in the place of one that was just taken back, if that waits."""
    waiting = turn.conversation
    eased = report.intent == BLOCKED and not report.blocked
    if waiting is None or waiting.state != "correcting.figure":
        return Entry(work, report, place, eased=eased)
    if waiting.data["about"] != work.assignment.id:
        return Entry(work, report, place, eased=eased)
    turn.end()
    report = of_time(report, waiting.data.get("span", ""))
    return Entry(work, report, place, tuple(int(each) for each in waiting.data["instead"]))
