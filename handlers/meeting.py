"""Strangers and groups: one polite line a day on how to join, and nothing else.

Reads no code and binds no chat: that is enrolling.
"""

from __future__ import annotations

from db import enrol_tries
from handlers.turn import Turn

MOST_A_DAY = 20  # strangers told in a day, all together: a channel may have a monthly allowance


def stranger(turn: Turn) -> None:
    """Tells an unknown chat how to join, once a day."""
    _once_a_day(turn, "enrol.stranger")


def group(turn: Turn) -> None:
    """In a group that is nobody's nothing of the committee's is said: only where to write."""
    _once_a_day(turn, "enrol.group")


def _once_a_day(turn: Turn, key: str) -> None:
    today = turn.today.isoformat()
    if enrol_tries.may_be_told(turn.tx, turn.incoming.at, today, MOST_A_DAY):
        turn.say(turn.words(key, voice=turn.committee.voice))
