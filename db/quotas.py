"""How many messages each channel has sent this month, and the warning before they run out."""

from __future__ import annotations

from datetime import date, datetime

from db import problems
from db.transaction import Tx
from domain import quota
from domain.wording import full_day


def used(tx: Tx, channel: str, today: date) -> int:
    """Messages of this calendar month."""
    return int(
        tx.value(
            "SELECT used FROM quotas WHERE channel = :channel AND month = :month",
            channel=channel,
            month=today.isoformat()[:7],
        )
        or 0
    )


def count(
    tx: Tx, channel: str, today: date, messages: int, limit: int | None, now: datetime
) -> None:
    """Adds messages that went out; raises the warning when 70 % of a limit are used."""
    total = tx.value(
        "INSERT INTO quotas (channel, month, used) VALUES (:channel, :month, :messages)"
        " ON CONFLICT (channel, month) DO UPDATE SET used = used + :messages RETURNING used",
        channel=channel,
        month=today.isoformat()[:7],
        messages=messages,
    )
    if limit is None:
        return
    if total < quota.WARN * limit:
        problems.cleared(tx, "quota", channel)
        return
    end = quota.runs_out_on(total, limit, today)
    when = f", ở mức này sẽ hết vào {full_day(end, 'vi')}" if end else ""
    problems.raised(tx, "quota", channel, f"đã dùng {total}/{limit} tin của tháng{when}.", now)
