"""A month's budget of messages on one channel: what it still allows, and when it will run out."""

from __future__ import annotations

import calendar
from datetime import date

from domain.delivery import LANES
from domain.message import BROADCAST, DIRECTIVE

WARN, WEEKLY, LAST = 0.70, 0.85, 0.95
NO_LIMIT = LANES[BROADCAST]


def most_lane(used: int, quota: int, today: date) -> int:
    """The least pressing lane that may still be sent on `today`.

    From 85 % on reminders and digests go on Mondays only, from 95 % on nothing but answers and
    directives.
    """
    share = used / quota
    if share >= LAST or (share >= WEEKLY and today.weekday() != 0):
        return LANES[DIRECTIVE]
    return NO_LIMIT


def runs_out_on(used: int, quota: int, today: date) -> date | None:
    """The day of this month on which the budget ends at this pace; None when it lasts."""
    if used <= 0:
        return None
    day = -(-quota * today.day // used)
    last = calendar.monthrange(today.year, today.month)[1]
    return today.replace(day=max(day, today.day)) if day <= last else None
