"""What is said to somebody who may not do a thing, with a line in the audit. Checks no right."""

from __future__ import annotations

from collections.abc import Sequence

from domain.person import LEAD, OFFICE, REPORTER
from handlers.turn import Turn


def say_unknown(turn: Turn, codes: Sequence[str]) -> None:
    """Codes that are none of theirs; the office is told how it reports for others."""
    office = turn.me.has_role(OFFICE) and not turn.me.has_role(REPORTER, LEAD)
    key = "reporting.unknown_office" if office else "reporting.unknown"
    turn.say(turn.words(key, codes=", ".join(codes)))


def refuse(turn: Turn, what: str) -> None:
    """Denies `what` (a command word or an act) politely and keeps that it was tried."""
    turn.record("denied", what, text=turn.incoming.text[:200])
    office = turn.person is not None and turn.person.has_role(OFFICE)
    turn.say(turn.words("common.not_the_offices" if office else "common.not_allowed"))
