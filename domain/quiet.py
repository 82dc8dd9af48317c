"""Hours in which a person wants no message, and when one that falls into them may go. No wording.

Whoever has set such hours is written to outside them on working days alone. What answers their own
message, and what is urgent, never waits: that is for whoever puts a message in the queue.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from domain.calendar import within
from domain.committee import Reminders
from domain.fold import fold
from domain.instants import VIETNAM, at_local

Quiet = tuple[time, time]
"""(begins, ends), over midnight when it begins later than it ends."""

EVENINGS: Final[Quiet] = (time(17, 0), time(7, 0))
OUT_OF_OFFICE: Final[Quiet] = (time(17, 0), time(8, 0))
_MORNING: Final = time(7, 0)  # what waited for a working day comes no earlier
_LEAST_ROOM: Final = 60  # minutes of a working day, for the day's reminder
_FARTHEST: Final = 60  # days without one working day: only a mistaken calendar gives that

_HOUR: Final = (
    r"(?P<{0}>\d{{1,2}})\s?(?:(?:h|:|g|\.|gio)\s?(?P<{0}_minute>\d{{2}})?(?:\s?phut)?)?"
    r"(?:\s?(?P<{0}_part>sang|trua|chieu|toi|dem))?"
)
_SPAN: Final = re.compile(
    r"(?:gio )?(?P<how>yen lang |(?:khong|dung|chi)(?: muon)? nhan (?:tin )?)?(?:tu )?"
    + _HOUR.format("first")
    + r"\s?(?:den|toi|-|–)\s?"
    + _HOUR.format("last")
    + r"(?: (?:sang )?(?:hom sau|ngay hom sau))?(?: khong nhan(?: tin)?)?"
)
_SAID: Final = re.compile(r"yen lang|\bnhan\b")
_AFTER: Final = re.compile(r"sau " + _HOUR.format("first") + r"(?: (?:thi )?khong nhan(?: tin)?)?")


def read(text: str) -> Quiet | None:
    """ "21:00 đến 6:30", "từ 9 giờ tối đến 6 giờ sáng", "sau 17h"; of "chỉ nhắn từ 8h đến 17h" the
    hours outside; None for anything else."""
    plain = fold(text).strip(" .!")
    found = _SPAN.fullmatch(plain) or _AFTER.fullmatch(plain)
    if found is None:
        return None
    parts = found.groupdict()
    begins = _time(parts, "first")
    ends = _time(parts, "last") if "last" in parts else _MORNING
    if begins is None or ends is None or begins == ends:
        return None
    return (ends, begins) if (parts.get("how") or "").startswith("chi") else (begins, ends)


def may_be_the_open_ones(text: str, quiet: Quiet, hours: Reminders) -> bool:
    """Whether hours that were typed may as well be those in which messages are wanted: they lie in
    the office's own, and nothing beside them says which is meant."""
    return hours.day_starts <= quiet[0] < quiet[1] <= hours.day_ends and not _SAID.search(
        fold(text)
    )


def _time(parts: dict[str, str | None], name: str) -> time | None:
    hour, minute = int(parts[name] or 0), int(parts[f"{name}_minute"] or 0)
    part = parts[f"{name}_part"]
    if (part in ("chieu", "toi") and hour < 12) or (part == "dem" and 6 < hour < 12):
        hour += 12
    if part == "dem" and hour == 12:
        hour = 24
    hour = 0 if hour == 24 and minute == 0 else hour
    return time(hour, minute) if hour < 24 and minute < 60 else None


def leaves_room(quiet: Quiet, hours: Reminders) -> bool:
    """Whether a working day keeps an hour for its reminder outside the quiet ones."""
    begins, ends = _minute(max(hours.hour, hours.day_starts)), _minute(hours.day_ends)
    free = sum(not within(time(at // 60, at % 60), *quiet) for at in range(begins, ends))
    return free >= _LEAST_ROOM


def _minute(hour: time) -> int:
    return hour.hour * 60 + hour.minute


def holds(quiet: Quiet | None, hour: time, hours: Reminders) -> bool:
    """Whether reminders wait at this hour; quiet hours without room for them hold nothing."""
    return quiet is not None and within(hour, *quiet) and leaves_room(quiet, hours)


def goes_at(
    moment: datetime,
    quiet: Quiet,
    works: Callable[[datetime], bool],
    zone: ZoneInfo = VIETNAM,
) -> datetime:
    """The moment itself, or the next one outside the quiet hours of a working day. `works` is
    asked about local moments, of which only the day counts."""
    local = moment.astimezone(zone)
    if works(local) and not within(local.time(), *quiet):
        return moment
    openings = sorted(each for each in (quiet[1], _MORNING) if not within(each, *quiet))
    for ahead in range(_FARTHEST):
        day = local + timedelta(days=ahead)
        if not works(day):
            continue
        for opening in openings:
            if ahead or opening > local.time():
                return at_local(day.date(), opening, zone)
    return moment
