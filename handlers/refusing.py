"""What is said to somebody who may not do a thing, with a line in the audit. Checks no right."""

from __future__ import annotations

from domain.person import OFFICE
from handlers.turn import Turn


def refuse(turn: Turn, what: str) -> None:
    """Denies `what` (a command word or an act) politely and keeps that it was tried."""
    turn.record("denied", what, text=turn.incoming.text[:200])
    office = turn.person is not None and turn.person.has_role(OFFICE)
    turn.say(turn.words("common.not_the_offices" if office else "common.not_allowed"))
