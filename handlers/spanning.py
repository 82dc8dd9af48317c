"""The time that a doubtful figure is of: kept with its question, named in it, given to the answer.

Reads no text and says nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from domain.period import days_of, in_words, named_by
from domain.progress import Report, Work
from domain.reply.item import Item
from handlers.timing import reporting_of
from handlers.turn import Turn

Span = tuple[date, date]
_TYPED = "vi"  # what people type stays Vietnamese


def key_of(span: Span | None) -> str:
    """ "2021-04-01/2021-04-30", "" for none."""
    return f"{span[0].isoformat()}/{span[1].isoformat()}" if span else ""


def span_of(key: str) -> Span | None:
    """The same back."""
    if not key:
        return None
    first, last = map(date.fromisoformat, key.split("/"))
    return first, last


def of_time(report: Report, key: str) -> Report:
    """The report with that time, where it names none of its own."""
    return replace(report, span=span_of(key)) if report.span is None else report


def common(items: Iterable[Item]) -> Span | None:
    """The one time of all these items; None when they have none or several."""
    spans = {item.span for item in items}
    return spans.pop() if len(spans) == 1 else None


def in_words_of(turn: Turn, work: Work, span: Span | None) -> str:
    """ "tháng 4/2021", "" where no period of the work is named."""
    period = named_by(*span, reporting_of(work)) if span else None
    return in_words(period, turn.language) if period else ""


def with_time(work: Work, span: Span | None, text: str) -> str:
    """A figure that answers the question, with the time before it as one would type it."""
    period = named_by(*span, reporting_of(work)) if span else None
    if span is None or period is None:
        return text
    summed = "" if days_of(period)[0] == span[0] else "lũy kế đến hết "
    return f"{summed}{in_words(period, _TYPED)} {text}"
