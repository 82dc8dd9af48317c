"""The digest on request: what is late, where and why. Reckons and words nothing itself."""

from __future__ import annotations

from db import digests
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
        turn.say(digests.by_unit(turn.tx, turn.me, turn.now, turn.committee))


def overdue(turn: Turn) -> None:
    """Choice: what is overdue, the longest first."""
    if not _denied(turn, "digesting.overdue"):
        turn.say(digests.overdue(turn.tx, turn.me, turn.now, turn.committee))
