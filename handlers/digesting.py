"""The digest on request: what is late, where and why. Reckons and words nothing itself."""

from __future__ import annotations

from db import digests
from domain.digest import MOST_LINES
from domain.digest_lists import SCREEN, Page
from domain.message import Choice, lines
from domain.person import CHAIR, LEAD, OFFICE, OVERSEER, REPORTER
from handlers.refusing import refuse
from handlers.turn import Turn

_LABELS = {
    "digesting.by_unit": "digesting.choice_by_unit",
    "digesting.overdue": "digesting.choice_overdue",
}


def _denied(turn: Turn, what: str) -> bool:
    if turn.me.has_role(REPORTER, LEAD, OVERSEER, CHAIR, OFFICE):
        return False
    refuse(turn, what)
    return True


def show(turn: Turn) -> None:
    """ "tonghop": the digest of this moment, for the part that this person may read."""
    if not _denied(turn, "word:tonghop"):
        most = MOST_LINES - (turn.conversation is not None)  # what still waits stands below
        text, choices, subjects = digests.digest_for(
            turn.tx, turn.me, turn.now, turn.committee, most
        )
        turn.say(text, choices, subjects)


def by_unit(turn: Turn) -> None:
    """Choice: the classes unit by unit; args: how many were shown."""
    if not _denied(turn, "digesting.by_unit"):
        page = digests.by_unit(turn.tx, turn.me, turn.now, turn.committee, _offset(turn))
        if turn.me.has_role(CHAIR, OVERSEER):
            page = page._replace(text=lines(page.text, turn.words("digesting.unit_how")))
        _say(turn, page, "digesting.by_unit", "digesting.overdue")


def behind(turn: Turn) -> None:
    """Choice: what may miss its plan, code by code; args: how many were shown."""
    if not _denied(turn, "digesting.behind"):
        page = digests.behind(turn.tx, turn.me, turn.now, turn.committee, _offset(turn))
        _say(turn, page, "digesting.behind", "digesting.by_unit")


def overdue(turn: Turn) -> None:
    """Choice: what is overdue, the longest first; args: how many were shown."""
    if not _denied(turn, "digesting.overdue"):
        page = digests.overdue(turn.tx, turn.me, turn.now, turn.committee, _offset(turn))
        _say(turn, page, "digesting.overdue", "digesting.by_unit")


def silent(turn: Turn) -> None:
    """Choice, or "ai chưa nộp báo cáo": the units that report least; args: how many were shown."""
    if not _denied(turn, "digesting.silent"):
        page = digests.silent(turn.tx, turn.me, turn.now, turn.committee, _offset(turn))
        _say(turn, page, "digesting.silent", "digesting.by_unit")


def _offset(turn: Turn) -> int:
    return int(turn.args[0]) if turn.args else 0


def _say(turn: Turn, page: Page, act: str, other: str) -> None:
    """One screen with what comes after it and the other list: where choices are numbers, the
    first list of choices is closed by now."""
    choices = [Choice(turn.words(_LABELS[other]).plain, other)]
    if page.rest:
        label = turn.words("digesting.more", count=page.rest).plain
        choices.insert(0, Choice(label, act, (_offset(turn) + SCREEN,)))
    turn.say(page.text, tuple(choices))
