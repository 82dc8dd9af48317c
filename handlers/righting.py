"""Which report "sai …" is about: by its code, by the message that it answers, the last one here,
or one beside an open question.

Puts nothing right itself (handlers/correcting.py does).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from db import assignments, conversations, doubts, progress
from domain.fold import fold, has_digit
from domain.instants import instant
from domain.measures import MONEY, measure_of
from domain.mention import codes_in, pieces
from domain.progress import Reported, Work, report_of
from domain.standing_words import THE_LAST
from handlers import misplacing, moving, reassigning, renumbering, retiming, retracting
from handlers.attaching import say_what_else
from handlers.bringing import all_brought, answered, each_brought
from handlers.correcting import Rows, Wrong, ask_which, choose, figures, replace_each
from handlers.examples import own_example
from handlers.placing import named_period
from handlers.quoting import without_ours
from handlers.reporting import read
from handlers.singling import is_the_last, unrecorded
from handlers.subjects import find, reports
from handlers.turn import Turn
from handlers.understanding import understood
from handlers.undoing import SHORTLY
from handlers.words import correction

_MONEY = ("ty", "ti", "trieu", "nghin", "dong")


def said_wrong(turn: Turn) -> str | None:
    """What follows "sai" in the message, None when it is no correction: words that are forwarded
    are somebody else's, and put nothing right."""
    return None if turn.incoming.forwarded else correction(turn.incoming.text)


def take_correction(turn: Turn, rest: str) -> None:
    """ "sai", "sai số, 70%", "nhầm, CT3 40": about the reports with these codes, else about the
    last report of this person in this chat. "Sai, ảnh đó của NV46" is about no figure."""
    if moving.try_words(turn):
        return
    if codes_in(rest):
        _take_codes(turn, rest)
        return
    rows = progress.last_of(turn.tx, turn.incoming.at, turn.me.id)
    meant = answered(turn)
    here = {number for number, _ in rows}
    if meant and not (here and here <= {work.assignment.id for work in meant}):
        found = [brought_of(turn, work, rest) for work in meant]
        rows = [row for row in found if row is not None]
        if not rows:  # somebody else's figure: what they say of it is a report
            read(turn, rest, find(turn, rest))
            return
    elif progress.took_back_last(turn.tx, turn.incoming.at, turn.me.id):
        if rest:  # an earlier report is not what is wrong now
            read(turn, rest, find(turn, rest))
        else:
            turn.say(turn.words("correcting.already"))
        return
    if not rows and not reports(turn):
        say_what_else(turn)  # nothing of theirs can be wrong
    elif not rows:
        turn.say(turn.words("correcting.nothing", example=own_example(turn)))
    elif not rest and len(rows) > 1:
        choose(turn, rows)
    elif (only := _only_in_its_measure(turn, rows, rest)) is None:
        ask_which(turn, rows, rest)
    else:
        _put_right(turn, [Wrong(*only, rest)], pointed=bool(meant))


def _put_right(turn: Turn, wrong: list[Wrong], pointed: bool, by_code: bool = False) -> None:
    """What has its right figure is replaced. What has none would only go: it is asked about first
    where it was told long ago, or something else was sent since, such as a figure that waits.
    `pointed`: it was named."""
    going = [each for each in wrong if not _has_figure(turn, each)]
    rows = [(each.assignment_id, each.row) for each in going]
    waiting = unrecorded(turn, THE_LAST) if rows and not pointed else []
    if rows and (waiting or not is_the_last(turn, rows, pointed)):
        retracting.ask_whether(turn, rows, waiting, pointed)
        wrong = [each for each in wrong if each not in going]
    replace_each(turn, wrong, by_code)


def _has_figure(turn: Turn, wrong: Wrong) -> bool:
    work = assignments.get(turn.tx, wrong.assignment_id)
    return work is not None and figures(turn, work, wrong.text) is not None


def _only_in_its_measure(
    turn: Turn, rows: list[tuple[int, Reported]], rest: str
) -> tuple[int, Reported] | None:
    """The one report, of several the one that was told in what the figure is told in; else None."""
    if len(rows) == 1:
        return rows[0]
    if "%" in rest:
        fits = [row for row in rows if row[1].report.value is None and row[1].report.percent]
    else:
        works = assignments.these(turn.tx, {number for number, _ in rows})
        counted = {work.assignment.id for work in works if _counts_in(work, rest)}
        fits = [row for row in rows if row[0] in counted]
    return fits[0] if len(fits) == 1 else None


def is_of_just_now(turn: Turn) -> bool:
    """Whether "sai, 70%" in a group puts right what the same person reported there shortly before:
    said without naming or answering us, most of what begins so is talk."""
    rest = said_wrong(turn)
    if not rest or not has_digit(rest):
        return False
    rows = progress.last_of(turn.tx, turn.incoming.at, turn.me.id)
    if not rows or instant(rows[0][1].reported_at) < turn.now - conversations.LASTS:
        return False
    works = assignments.these(turn.tx, {number for number, _ in rows})
    return any(figures(turn, work, rest) for work in works)


def try_beside(turn: Turn) -> bool:
    """Whether the message takes a report back, or puts one right, though a question is open: one
    that it names, one that came after the question, or one whose measure is that of no answer to
    it; or says that a picture belongs elsewhere."""
    if retracting.try_beside(turn) or misplacing.try_words(turn) or retracting.try_words(turn):
        return True
    if any(tries.try_words(turn) for tries in (moving, reassigning, renumbering, retiming)):
        return True
    rest = said_wrong(turn)
    waiting = turn.conversation
    if waiting is None or not rest or not has_digit(rest):
        return False
    about = waiting.data.get("about") or waiting.data.get("blocker")
    asked = assignments.get(turn.tx, int(about)) if about else None
    codes, rows = codes_in(rest), progress.last_of(turn.tx, turn.incoming.at, turn.me.id)
    if waiting.state == "correcting.figure" and (
        not codes or (asked is not None and codes == [asked.assignment.code])
    ):
        return False  # that question is which figure is right
    if codes:
        if not any(brought(turn, code, rest) for code in codes):
            return False
    elif meant := answered(turn):
        if asked is not None and asked.assignment.id in {work.assignment.id for work in meant}:
            return False
        if not any(brought_of(turn, work, rest) for work in meant):
            return False
    elif not rows or not (_is_after(turn, asked, rows) or _fits_only(turn, asked, rows, rest)):
        return False
    take_correction(turn, rest)
    same = asked is not None and (
        asked.assignment.code in codes
        or (not codes and bool(rows) and rows[0][0] == asked.assignment.id)
    )
    if same and waiting.state == "reporting.clarify" and not turn.asks:
        turn.end()  # what was asked about is right now
    return True


def _is_after(turn: Turn, asked: Work | None, rows: list[tuple[int, Reported]]) -> bool:
    """Whether the last report was written after what is open was first asked."""
    at = turn.incoming.at
    since = conversations.begun_at(turn.tx, at, turn.incoming.sender)
    for doubt in doubts.waiting(turn.tx, turn.me.id, at, turn.now):
        if asked is not None and doubt.assignment_id == asked.assignment.id:
            since = min(since or doubt.at, doubt.at)
    return since is not None and instant(rows[0][1].reported_at) > since


def _fits_only(turn: Turn, asked: Work | None, rows: list[tuple[int, Reported]], rest: str) -> bool:
    if len(rows) > 1 or (asked is not None and _counts_in(asked, rest)):
        return False
    work = assignments.get(turn.tx, rows[0][0])
    return work is not None and _counts_in(work, rest)


def _counts_in(work: Work, text: str) -> bool:
    """Whether the text names the measure of the work beside its figure."""
    measure, words = measure_of(work.assignment.measure), fold(text)
    if measure is None:
        return False
    names = _MONEY if measure.kind == MONEY else (measure.noun, fold(work.assignment.measure or ""))
    padded = f" {words.replace(',', ' ').replace('.', ' ').strip()} "
    return any(f" {name} " in padded for name in names) or (measure.noun == "%" and "%" in words)


def try_within(turn: Turn) -> bool:
    """Whether words inside the message ("32 mới đúng", "em gửi nhầm, NV72 65% thôi") put right what
    the same person reported shortly before of each work that is named, or last; then it is done."""
    if turn.incoming.forwarded:
        return False
    text = without_ours(turn, turn.incoming.text)
    if not _RIGHTING.search(fold(text)) or not has_digit(text):
        return False
    meant = find(turn, text)
    reading = understood(turn, text, meant.work, meant.by_code)
    if not (reading.confident and reading.corrects) or meant.unknown or meant.unclear:
        return False
    if meant.by_code:
        parts = pieces(text) if len(meant.by_code) > 1 else [(next(iter(meant.by_code)), text)]
        found = [(brought(turn, code, piece), piece) for code, piece in parts]
    else:
        rows = progress.last_of(turn.tx, turn.incoming.at, turn.me.id)
        about = {meant.work.assignment.id} if meant.work is not None and meant.surely else None
        if len(rows) != 1 or (about and rows[0][0] not in about):
            return False
        found = [(rows[0], text)]
    since = turn.now - SHORTLY  # a figure of longer ago is not what "32 mới đúng" is about
    wrong = [
        Wrong(*row, piece)
        for row, piece in found
        if row is not None and instant(row[1].reported_at) > since
    ]
    if not wrong or len(wrong) != len(found):
        return False
    works = assignments.these(turn.tx, {each.assignment_id for each in wrong})
    said = {work.assignment.id: figures(turn, work, _words_about(wrong, work)) for work in works}
    if not all(said.get(each.assignment_id) for each in wrong):
        return False
    replace_each(turn, wrong, by_code=bool(meant.by_code))
    return True


def _words_about(wrong: Sequence[Wrong], work: Work) -> str:
    """The words about one work."""
    return next(each.text for each in wrong if each.assignment_id == work.assignment.id)


_RIGHTING = re.compile(
    r"\b(?:nham|lon|moi dung|moi phai|moi chinh xac|dinh chinh|sua|khong phai|ko phai|hong phai"
    r"|phai la|dung ra|dung la|chua dung|khong dung|so dung|chu khong|chu ko|thuc ra|that ra)\b"
)


def _take_codes(turn: Turn, rest: str) -> None:
    """Each code's latest report is put right, whatever was reported since; where there is none,
    the words are a report like any other."""
    codes = codes_in(rest)
    parts = pieces(rest) if len(codes) > 1 else [(codes[0], rest)]
    found = [(brought(turn, code, piece), piece) for code, piece in parts]
    wrong = [Wrong(*row, piece) for row, piece in found if row is not None]
    if not wrong:
        read(turn, rest, find(turn, rest))
        return
    _put_right(turn, wrong, pointed=True, by_code=True)
    for row, piece in found:
        if row is None:
            read(turn, piece, find(turn, piece))


def brought(turn: Turn, code: str, piece: str) -> tuple[int, Reported] | None:
    """The report with this code that is meant: of the period that is named, else the latest. None
    when somebody else has reported since: theirs is not changed by a correction."""
    rows = next(iter(each_brought(turn, code)), None)
    return None if rows is None else _of_period(turn, rows, piece)


def brought_of(turn: Turn, work: Work, piece: str) -> tuple[int, Reported] | None:
    """The same of this work, where other units have one with the same code."""
    rows = all_brought(turn, work)
    return _of_period(turn, rows, piece) if rows else None


def _of_period(turn: Turn, rows: Rows, piece: str) -> tuple[int, Reported]:
    work = assignments.get(turn.tx, rows[0][0]) if len(rows) > 1 else None
    items = figures(turn, work, piece) if work is not None else None
    wanted = named_period(work, report_of(items[0])) if work is not None and items else None
    return next((row for row in rows if row[1].period == wanted), rows[0])
