"""The digest on request: what is late, where and why. Reckons and words nothing itself."""

from __future__ import annotations

from db import digests
from domain.message import Choice
from domain.person import CHAIR, LEAD, OFFICE, OVERSEER, REPORTER
from handlers.refusing import refuse
from handlers.turn import Turn


def _denied(turn: Turn, what: str) -> bool:
    if turn.me.has_role(REPORTER, LEAD, OVERSEER, CHAIR, OFFICE):
        return False
    refuse(turn, what)
    return True


def show(turn: Turn) -> None:
    """ "tonghop": the digest of this moment, for the part that this person may read."""
    if not _denied(turn, "word:tonghop"):
        text, choices, subjects = digests.digest_for(turn.tx, turn.me, turn.now, turn.committee)
        turn.say(text, choices, subjects)


def by_unit(turn: Turn) -> None:
    """Choice: the classes unit by unit."""
    if not _denied(turn, "digesting.by_unit"):
        text = digests.by_unit(turn.tx, turn.me, turn.now, turn.committee)
        turn.say(text, _other(turn, "digesting.choice_overdue", "digesting.overdue"))


def behind(turn: Turn) -> None:
    """Choice: what may miss its plan, code by code."""
    if not _denied(turn, "digesting.behind"):
        text = digests.behind(turn.tx, turn.me, turn.now, turn.committee)
        turn.say(text, _other(turn, "digesting.choice_by_unit", "digesting.by_unit"))


def overdue(turn: Turn) -> None:
    """Choice: what is overdue, the longest first."""
    if not _denied(turn, "digesting.overdue"):
        text = digests.overdue(turn.tx, turn.me, turn.now, turn.committee)
        turn.say(text, _other(turn, "digesting.choice_by_unit", "digesting.by_unit"))


def _other(turn: Turn, label: str, act: str) -> tuple[Choice, ...]:
    """The other of the two screens: where choices are numbers, the first list is closed by now."""
    return (Choice(turn.words(label).plain, act),)
