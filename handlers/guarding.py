"""What is said to somebody whose message bore a sign of secrecy. Nothing of it was kept."""

from __future__ import annotations

from domain.secrecy import MASK
from handlers.turn import Turn


def masked(turn: Turn) -> bool:
    """Whether the receiver took this message's words out before they were kept."""
    return MASK in turn.incoming.text


def warn(turn: Turn) -> None:
    """Says what was seen, the rule, and what to do; notes that it happened, not what was said."""
    turn.record("masked", f"i:{turn.inbox_id}")
    turn.say(turn.words("guarding.masked", voice=turn.committee.voice))
