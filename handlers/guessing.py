"""How sure it is what a message without a code is about: a lone number is hardly ever a report.

Asks and records nothing itself.
"""

from __future__ import annotations

import re

from db import shown
from domain.assignment import AWAITING, TASK
from domain.fold import fold
from domain.progress import BLOCKED, Report, Work, finishes
from domain.reply.item import Item
from domain.standing_words import says_so_far
from handlers.subjects import Meant
from handlers.turn import Turn
from handlers.undoing import is_of_just_now

BARE, REOPENS, FORWARDED = "bare", "reopens", "forwarded"
LEAST = 10  # a smaller number is as likely a choice from a list that is gone

_BARE = re.compile(
    r"(?:(?:da|vang|thua|bao cao)[ ,]+)*\d[\d.,]*(?: \d{3})*"
    r"(?:[ ,]+(?:a|nhe|nha|dong chi|dc|d/c|anh|chi|em))*[ .!]*"
)


def is_bare(text: str) -> bool:
    """Whether the text is a number and nothing else: no "%", no measure, no code, no word."""
    return _BARE.fullmatch(fold(text)) is not None


def is_digit(text: str) -> bool:
    """Whether it is one digit and no more: as likely a choice from a list that is gone."""
    return text.strip(" .!").isdecimal() and int(text.strip(" .!")) < LEAST


def doubt_of(
    turn: Turn, meant: Meant, work: Work, item: Item, report: Report, bare: bool
) -> str | None:
    """FORWARDED for what somebody else wrote; BARE for a lone number that may not be about this
    assignment, or for words that were only found to fit it; REOPENS for what would undo a finished
    task without naming it, or without a figure ("NV11 vì sao quá hạn" is a question); None when
    none is so."""
    if turn.incoming.forwarded:
        return FORWARDED
    if reopens(work, report) and _hardly_meant(turn, work, item, report):
        return REOPENS
    if item.code is not None:
        return None
    if work is meant.likely:
        return BARE
    return BARE if bare and not _counts(turn, meant, work, report) else None


def _counts(turn: Turn, meant: Meant, work: Work, report: Report) -> bool:
    if meant.surely:
        return True
    said = report.value if report.value is not None else report.percent
    if said is None or said < LEAST:
        return False
    return shown.newest(turn.tx, turn.incoming.at, turn.now) == (work.assignment.subject,)


def _hardly_meant(turn: Turn, work: Work, item: Item, report: Report) -> bool:
    """A figure that names no work opens none again, but "80% thôi, chưa xong" right after it."""
    if _only_words(report):
        return True
    if item.code is not None:
        return False
    return not (says_so_far(turn.incoming.text) and is_of_just_now(turn, work))


def _only_words(report: Report) -> bool:
    return report.intent == BLOCKED and report.percent is None and report.value is None


def reopens(work: Work, report: Report) -> bool:
    """Whether a finished task would be open again after this report."""
    a = work.assignment
    return a.kind == TASK and a.state in ("done", AWAITING) and not finishes(a.kind, report)
