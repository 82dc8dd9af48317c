"""Takes progress from an ordinary message: records what is sure, asks about what is not."""

from __future__ import annotations

from dataclasses import replace

from db import assignments
from domain.codes import normal_code
from domain.fold import has_digit
from domain.mention import (
    Document,
    before_wish,
    codes_in,
    document_in,
    issued_in,
    likewise,
    wish_with_reason,
)
from domain.progress import (
    DONE,
    NOT_STARTED,
    PROGRESS,
    Work,
    report_of,
)
from domain.reply.item import ACKNOWLEDGE, EXTEND, OTHER, Item, Understanding
from handlers import doubting, finishing, reporting_for_unit, requesting, stalling, undoing
from handlers.asking import (
    ask_meaning,
    ask_which,
)
from handlers.attaching import say_what_else, take_document
from handlers.entering import take_items
from handlers.examples import own_example
from handlers.fitting import find_fitting
from handlers.guessing import is_bare
from handlers.parting import Doubtful, parted
from handlers.quoting import without_ours
from handlers.refusing import say_unknown
from handlers.subjects import Meant, find, for_code, look_up, reports
from handlers.turn import Turn
from handlers.understanding import by_pieces, tells_something, understood

_LONGEST_WISH = 700  # characters; a longer text was pasted, and wishes for nothing


def take_reply(turn: Turn) -> None:
    """Any text that is no command; within a conversation, a code with its figure."""
    waiting = turn.conversation
    if reporting_for_unit.take_report(turn) or reporting_for_unit.try_words(turn):
        return
    if reports(turn) and reporting_for_unit.try_others(turn):
        return
    if waiting is not None and waiting.state == "reporting.clarify" and "about" in waiting.data:
        turn.end()  # the question was about a figure, and here is one
    if not reports(turn):
        say_what_else(turn)
        return
    text = likewise(without_ours(turn, turn.incoming.text))
    if not text:
        turn.say(turn.words("reporting.ours", example=own_example(turn)))
        return
    document = document_in(text, turn.today)
    if document is not None:
        meant = find(turn, text)
        take_document(turn, meant, document)
        if document.rest and (meant.work or meant.by_code):
            read(turn, document.rest, meant, besides=True)
        return
    meant = find_fitting(turn, text)
    issued = issued_in(text, turn.today)
    if issued is not None and (meant.work or meant.candidates) and not meant.foreign:
        _take_issued(turn, meant, issued)
    else:
        read(turn, text, meant)


def _take_issued(turn: Turn, meant: Meant, issued: Document) -> None:
    """A document that was issued is evidence; where nothing else is told, it may be all of the
    work."""
    take_document(turn, meant, issued)
    work = meant.work
    if work is None:
        return  # it is being asked of which work it is
    if tells_something(turn, issued.rest):
        read(turn, issued.rest, meant, besides=True)
    else:
        finishing.ask_whether(turn, work)


def read(turn: Turn, text: str, meant: Meant, besides: bool = False) -> None:
    """Understands the text as being about what is meant, and does what follows.

    `besides`: it stands beside evidence that is kept already, so without any sign of a figure
    nothing more need be said.
    """
    if meant.foreign:
        turn.record("denied", "report")
        turn.say(turn.words("reporting.not_yours"))
        return
    if stalling.try_of_all(turn, meant, text):
        return
    eased = stalling.difficulties(turn, meant, text)
    if len(eased) > 1:
        ask_which(turn, text, eased)
        return
    meant.work = eased[0] if eased else meant.work
    reading = _understood(turn, text, meant)
    reading = _with_reason(turn, text, meant, reading)
    if reading.confident and all(item.intent in (ACKNOWLEDGE, OTHER) for item in reading.items):
        if besides or stalling.try_words(turn, meant, text):
            return
        if not finishing.try_sent(turn, meant, text):
            _say_nothing_kept(turn, reading)
    elif besides and not reading.confident and not has_digit(text):
        return
    elif meant.unclear:
        ask_which(turn, text, next(iter(meant.unclear.values())))
    elif meant.unknown and not meant.by_code:
        say_unknown(turn, meant.unknown)
    elif meant.work is None and not meant.by_code:
        if not _ask_of_likely(turn, text, meant):
            ask_which(turn, text, meant.candidates)
    elif (each := parted(turn, text, meant, reading)) is not None:
        _take_parted(turn, meant, *each)
    elif reading.confident:
        take_items(turn, meant, reading.items, bare=is_bare(text))
    else:
        _take_pieces(turn, text, meant, reading)


def _understood(turn: Turn, text: str, meant: Meant) -> Understanding:
    """What the text says; codes that are spoken in it ("chỉ tiêu mười hai") are looked up first,
    for a figure is read by the measure of its own work."""
    reading = understood(turn, text, meant.work, meant.by_code)
    while fresh := _spoken(turn, meant, reading):
        first = not meant.by_code
        look_up(turn, meant, sorted(fresh))
        if first and not reading.confident:  # the work that was in mind is not meant
            meant.work, meant.candidates = next(iter(meant.by_code.values()), None), []
        reading = understood(turn, text, meant.work, meant.by_code)
    return reading


def _spoken(turn: Turn, meant: Meant, reading: Understanding) -> set[str]:
    """The codes of a reading that were not looked up: all of what it is sure of, and of what it
    asks about one of theirs."""
    known = {*meant.by_code, *meant.unknown, *meant.unclear}
    said = {item.code for item in reading.items if item.code} - known
    asked = normal_code(reading.question.code or "") if reading.question is not None else None
    if said or asked is None or asked in known or not for_code(turn, asked):
        return said
    return {asked}


def _ask_of_likely(turn: Turn, text: str, meant: Meant) -> bool:
    """Whether words that fit one assignment alone surely report on it; then that is confirmed."""
    if meant.likely is None:
        return False
    reading = understood(turn, text, meant.likely)
    if not reading.confident or len(reading.items) != 1:
        return False
    if reading.items[0].intent not in (PROGRESS, DONE, NOT_STARTED):
        return False
    take_items(turn, replace(meant, work=meant.likely, surely=False), reading.items)
    return True


def _take_parted(turn: Turn, meant: Meant, sure: list[Item], doubtful: list[Doubtful]) -> None:
    """Figures of several months: the sure ones are recorded, then the others are asked about, one
    after another."""
    if sure:
        take_items(turn, meant, sure)
    work = meant.work
    for each in doubtful:
        if work is None:
            return
        if turn.asks:
            doubting.wait(turn, work, each.text, each.span)
        else:
            again = assignments.get(turn.tx, work.assignment.id) or work
            ask_meaning(turn, again, each.reading, each.text)


def _with_reason(turn: Turn, text: str, meant: Meant, reading: Understanding) -> Understanding:
    """Of a wish for more time with its reason: the reason is kept as it was typed, and what it
    counts ("vì còn 12 hộ chưa ký") is no report."""
    wish, reason = wish_with_reason(text) if len(text) <= _LONGEST_WISH else (text, "")
    if not reason or len(codes_in(text)) > 1:
        return reading
    if not reading.confident:
        without = understood(turn, wish, meant.work, meant.by_code)
        if not without.confident or all(item.intent != EXTEND for item in without.items):
            return reading
        reading = without
    items = [
        item._replace(note=reason, blocked=None) if item.intent == EXTEND else item
        for item in reading.items
    ]
    return reading._replace(items=tuple(items))


def _say_nothing_kept(turn: Turn, reading: Understanding) -> None:
    acknowledged = any(item.intent == ACKNOWLEDGE for item in reading.items)
    key = "reporting.acknowledged" if acknowledged else "reporting.nothing"
    turn.say(turn.words(key, example=own_example(turn)))


def _take_pieces(turn: Turn, text: str, meant: Meant, reading: Understanding) -> None:
    """A message that is doubtful as a whole: with several codes, each piece is read by itself, the
    sure ones are recorded and the first doubtful one is asked about."""
    if stalling.try_words(turn, meant, text):
        return
    parts = by_pieces(turn, text, meant.by_code)
    if parts is None:
        work = meant.work or next(iter(meant.by_code.values()))
        if undoing.try_undone(turn, work, text, meant.surely):
            return
        if _take_before_wish(turn, text, meant, work):
            return
        if reading.question is not None and reading.question.key in requesting.OF_A_DAY:
            requesting.ask_another_day(turn, work, reading, text)
        elif not finishing.ask_of_words(turn, work, text):
            ask_meaning(turn, work, reading, text)
        return
    sure: list[Item] = []
    unchanged: list[tuple[Work, str]] = []
    for part in parts:
        if stalling.is_as_before(turn, part.work, part.text):
            unchanged.append((part.work, part.text))
        elif part.is_sure:
            code = part.work.assignment.code
            sure += [item._replace(code=code) for item in part.reading.items]
        else:
            doubting.wait(turn, part.work, part.text)
    beside = stalling.entries_as_before(turn, unchanged, len(sure))
    take_items(turn, meant, sure, beside=beside)
    if not (sure or unchanged) and all(part.is_sure for part in parts):
        turn.say(turn.words("reporting.nothing", example=own_example(turn)))


def _take_before_wish(turn: Turn, text: str, meant: Meant, work: Work) -> bool:
    """A sure report before a doubtful wish for more time is recorded; then the day is asked."""
    said, wish = before_wish(text)
    if not said:
        return False
    reading = understood(turn, said, work, meant.by_code)
    told = [item for item in reading.items if item.intent in (PROGRESS, DONE, NOT_STARTED)]
    asked = understood(turn, f"xin gia hạn {wish}", work)
    if not (reading.confident and told and asked.question):
        return False
    take_items(turn, meant, told)
    reason = next((report_of(item).note for item in told if item.blocked), "")
    requesting.ask(turn, assignments.get(turn.tx, work.assignment.id) or work, EXTEND, None, reason)
    return True
