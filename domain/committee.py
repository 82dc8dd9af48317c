"""What a committee has decided about its own service: names, hours, ladders. Reads no file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time
from zoneinfo import ZoneInfo

from domain.instants import VIETNAM


@dataclass(frozen=True, slots=True)
class Reminders:
    """`ladder`: steps such as "-7d", "-3wd", "0d", "+1wd" before and after a deadline."""

    ladder: tuple[str, ...] = ("-7d", "-3wd", "-1wd", "0d", "+1wd", "+3wd", "+7wd")
    hour: time = time(7, 30)
    day_starts: time = time(7, 0)  # nothing is sent before
    day_ends: time = time(18, 0)  # nothing is sent after


@dataclass(frozen=True, slots=True)
class Digests:
    """When chairs get theirs unless they say otherwise; `weekday` 0 is Monday."""

    hour: time = time(7, 30)
    cadence: str = "week"  # day, week, month, quarter
    weekday: int = 0


@dataclass(frozen=True, slots=True)
class Retention:
    """Days after which raw messages and sent texts are emptied, with what belongs to them; keys
    stay for ever."""

    inbox_days: int = 90
    outbox_days: int = 180


@dataclass(frozen=True, slots=True)
class Committee:
    """`voice` is who speaks ("Văn phòng Thành ủy"), `address` how people are addressed."""

    name: str
    voice: str = "Văn phòng"
    address: str = "đồng chí"
    language: str = "vi"
    zone: ZoneInfo = VIETNAM
    cut_off_day: int = 0  # 0: a period is cut off at its end
    reminders: Reminders = field(default_factory=Reminders)
    digest: Digests = field(default_factory=Digests)
    retention: Retention = field(default_factory=Retention)
    seats: Mapping[str, int] = field(default_factory=dict)  # channel → people its plan takes
