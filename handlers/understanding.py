"""Reads a text as being about certain work, with the committee's own working days.

Writes nothing and says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from db.calendar import calendar
from domain.calendar import Calendar
from domain.fold import fold, has_digit
from domain.mention import lent, names_time, pieces
from domain.progress import Work
from domain.reply.item import ACKNOWLEDGE, OTHER, Item
from domain.reply.understanding import Understanding, understand
from handlers.turn import Turn

_LONGEST_COURTESY = 60
# A day that may be today.
_TODAY = re.compile(r"(?:\bngày )?\b(?:hôm|bữa|hom|bua) nay\b", re.IGNORECASE)
_DATE = re.compile(r"\d\s*[/.-]\s*\d")
_MOST_PIECES = 30  # codes in one message; a longer one is a table, not a report
# Thanks, to whomever and however warmly, with nothing else said.
_THANKS = re.compile(
    r"(?:(?:da|vang|ok|xin|chan thanh|rat|em|toi|chung toi|minh|chau) )*"
    r"(?:cam on|cam ta|thanks?(?: you)?|tks|dung(?: roi| vay)?|chinh xac|chuan)"
    r"(?: (?:a|nhieu|rat nhieu|lam|nhe|nha|dong chi|d/c|anh|chi|em|bac|chu|co|ban|van phong|cac|"
    r"da nhac|nhac|nha|lan|rat|moi nguoi))*"
)


def understood(
    turn: Turn, text: str, work: Work | None, by_code: Mapping[str, Work] | None = None
) -> Understanding:
    """What the text says: about `work` where it names no code, else about `by_code`."""
    reading = _read(turn, text, work, by_code or {}, turn.today)
    return _up_to_today(turn, text, work, by_code or {}, reading)


def _up_to_today(
    turn: Turn,
    text: str,
    work: Work | None,
    known: Mapping[str, Work],
    reading: Understanding,
) -> Understanding:
    """A figure "tính đến hôm nay" names its day as one "tính đến 30/6" does: it is read as it will
    be tomorrow."""
    today = turn.today
    dated, _ = _TODAY.subn(f"ngày {today:%d/%m/%Y}", text)
    if not (reading.confident and (dated != text or _DATE.search(text))):
        return reading
    later = _read(turn, dated, work, known, today + timedelta(days=1))
    if not later.confident or len(later.items) != len(reading.items):
        return reading
    until = today.replace(month=1, day=1), today
    items = tuple(
        item._replace(span=until) if item.span is None and then.span == until else item
        for item, then in zip(reading.items, later.items, strict=True)
    )
    return reading._replace(items=items)


def time_named(turn: Turn, text: str, work: Work) -> tuple[date, date] | None:
    """The time that words without a figure name ("tháng 7"), as that of a figure beside them."""
    if not names_time(text):
        return None
    reading = understood(turn, f"{text} 1%", work)
    return reading.items[0].span if reading.confident and len(reading.items) == 1 else None


def _read(
    turn: Turn, text: str, work: Work | None, known: Mapping[str, Work], today: date
) -> Understanding:
    a = work.assignment if work else None
    return understand(
        text,
        today=today,
        due=a.due_on if a else None,
        measure=a.measure if a else None,
        measures={code: each.assignment.measure or "" for code, each in known.items()},
        dues={
            code: each.assignment.due_on
            for code, each in known.items()
            if each.assignment.due_on is not None
        },
        is_working_day=working_days(turn),
    )


class Piece(NamedTuple):
    """What a message says beside one of its codes; `said` are the items that tell something."""

    work: Work
    text: str
    reading: Understanding
    lends: bool  # its words stand beside another code

    @property
    def said(self) -> list[Item]:
        return [item for item in self.reading.items if item.intent not in (ACKNOWLEDGE, OTHER)]

    @property
    def is_sure(self) -> bool:
        return self.reading.confident and (bool(self.said) or not self.lends)


def by_pieces(turn: Turn, text: str, by_code: Mapping[str, Work]) -> list[Piece] | None:
    """A message with several codes, each piece of it read by itself; None when it has one code, or
    cannot be cut. Codes that are not in `by_code` are passed over."""
    parts = pieces(text)
    if not 2 <= len(parts) <= _MOST_PIECES:
        return None
    found = []
    words = lent(text, parts)
    for place, (code, piece) in enumerate(parts):
        its = by_code.get(code)
        if its is None:
            continue
        if place in words:
            # A figure is that of the code beside it; the others have none yet and are asked for it.
            figure = has_digit(words[place])
            piece = its.shown_code if figure else f"{code} {words[place]}"
        found.append(Piece(its, piece, understood(turn, piece, its, {code: its}), place in words))
    return found


def is_courtesy(turn: Turn) -> bool:
    """Whether the message is a mere "vâng ạ" or "cảm ơn đồng chí", which asks for no answer."""
    text = turn.incoming.text
    if len(text) > _LONGEST_COURTESY or has_digit(text):
        return False
    if _THANKS.fullmatch(" ".join(fold(text).replace(",", " ").strip(" .!🙏❤️").split())):
        return True
    reading = understood(turn, text, None)
    return (
        reading.confident
        and bool(reading.items)
        and all(item.intent == ACKNOWLEDGE for item in reading.items)
    )


def tells_something(turn: Turn, text: str, *, beside: str = OTHER) -> bool:
    """Whether the text by itself surely reports or asks for something, beside what is named."""
    reading = understood(turn, text, None)
    return reading.confident and any(item.intent not in (OTHER, beside) for item in reading.items)


def may_tell(turn: Turn, text: str) -> bool:
    """Whether the text by itself reports or asks for something, or is doubtful."""
    reading = understood(turn, text, None)
    return not reading.confident or any(item.intent != OTHER for item in reading.items)


def working_days(turn: Turn) -> Callable[[date], bool]:
    """Hardly any reply counts working days, so the calendar is read only when one does."""
    read: list[Calendar] = []

    def works(day: date) -> bool:
        if not read:
            read.append(calendar(turn.tx))
        return read[0].works(day)

    return works
