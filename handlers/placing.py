"""Which period a report goes to: the one that it names, else the one under way or just ended.

Writes nothing; why a report has no place is said here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from db import progress, shown
from domain.instants import instant
from domain.mention import says_alone
from domain.period import ON_DEMAND, days_of, in_words, is_closed, named_by, period_of
from domain.progress import (
    IN_PERIOD,
    Report,
    Reported,
    Work,
    finished_on,
    finishes,
    replay,
    stood_on,
)
from domain.wording import figure
from handlers.phrases import example, named
from handlers.timing import ONE_SITTING, period_for, refused_for, reporting_of
from handlers.turn import Turn

_MOMENT = timedelta(minutes=1)


def _but(work: Work, instead: Reported | None) -> Work:
    """The work without the report that another one takes the place of."""
    replaced = instead is not None and work.last is not None and work.last.id == instead.id
    return work._replace(last=None) if replaced else work


@dataclass(frozen=True, slots=True)
class Place:
    """`ended`: the period is over and is still being reported on; `named`: it is another than
    the one that reports go to now, because the report says so, or what it corrects; `refused`:
    the period that it may have been meant for but that takes no more, and whether it is frozen;
    `on`: the day before today at which its figure stood, where that is told."""

    period: str
    ended: bool
    as_of: date
    named: bool = False
    refused: tuple[str, bool] | None = None
    on: date | None = None


def place(
    turn: Turn, work: Work, report: Report, frozen: Sequence[str], instead: Reported | None = None
) -> Place | None:
    """Where the report goes; None when it has no place, and then that is said.

    `instead`: the report that it takes the place of. It stays in that one's period unless it
    names one or that is frozen, so that a wrong figure is left standing nowhere.
    """
    period, ended = period_for(turn, work, frozen)
    stood = stood_on(work, report)
    said = named_period(work, report)
    wanted = said or _of_day(work, stood, period)
    wanted = wanted or _kept(work, instead, frozen)
    if wanted is None or wanted == period or days_of(wanted)[0] > turn.today:
        known = instead is not None or said == period
        closed = None if known else refused_for(turn, work, period, frozen)
        last = min(days_of(period)[1], turn.today)
        # What is finished today is so today, though the period that it is reported for has ended.
        told = turn.today if finishes(work.assignment.kind, report) else last
        on = min(stood, last) if stood else finished_on(_but(work, instead), report) or told
        return Place(period, ended, on, refused=closed, on=stood)
    if is_closed(wanted, frozen):
        turn.say(
            turn.words(
                "reporting.period_closed",
                name=named(work),
                period=in_words(wanted, turn.language),
                now=in_words(period, turn.language),
            )
        )
        return None
    if _is_shorter(wanted, period) and report.value is not None and report.basis == IN_PERIOD:
        turn.say(
            turn.words(
                "reporting.period_short",
                name=named(work),
                said=figure(report.value, work.assignment.measure, turn.language),
                period=in_words(wanted, turn.language),
                example=example(turn, work),
            )
        )
        return None
    last = days_of(wanted)[1]
    on = min(last, stood or turn.today)
    return Place(wanted, False, on, named=True, on=stood if on < last else None)


def went_back(progress_id: int) -> str:
    """The mark of the answer that says how to tell the report for the period under way instead."""
    return f"ended-{progress_id}"


def told_again(turn: Turn, work: Work, report: Report) -> Reported | None:
    """The last report, where its figure is told again for the period under way, as our answer to it
    asked for; the figure then stands there alone."""
    last, now = work.last, period_of(turn.today, reporting_of(work))
    if last is None or last.period == now or named_period(work, report) != now:
        return None
    if says_alone(turn.incoming.text):
        return None  # "riêng tháng 7 20 tỷ" is another figure
    said, before = report, last.report
    if (said.intent, said.value, said.percent) != (before.intent, before.value, before.percent):
        return None
    since = instant(last.reported_at) - _MOMENT
    marked = shown.is_marked(turn.tx, turn.incoming.at, went_back(last.id), since)
    return last if marked and turn.now - since < ONE_SITTING else None


def as_at(turn: Turn, work: Work, report: Report) -> Work:
    """The work as it stood in the period or on the day that a report names, to judge its figure
    by."""
    wanted, stood = named_period(work, report), stood_on(work, report)
    last = days_of(wanted)[1] if wanted else turn.today
    if last >= turn.today and stood is None:
        return work
    rows = progress.standing(turn.tx, work.assignment.id)
    by = [row for row in rows if (row.as_of <= stood if stood else days_of(row.period)[1] <= last)]
    held = replay(work, by)
    return work._replace(
        assignment=work.assignment._replace(value=held.value, percent=held.percent)
    )


def named_period(work: Work, report: Report) -> str | None:
    """The period that a report names; of work that is not reported by periods there is none."""
    reporting = reporting_of(work)
    if report.span is None or reporting == ON_DEMAND:
        return None
    return named_by(*report.span, reporting)


def _of_day(work: Work, stood: date | None, period: str) -> str | None:
    """The period of a day that lies before the one that reports go to now."""
    reporting = reporting_of(work)
    if stood is None or reporting == ON_DEMAND or stood >= days_of(period)[0]:
        return None
    return period_of(stood, reporting)


def _kept(work: Work, instead: Reported | None, frozen: Sequence[str]) -> str | None:
    if instead is None or reporting_of(work) == ON_DEMAND or is_closed(instead.period, frozen):
        return None
    return instead.period


def _is_shorter(period: str, than: str) -> bool:
    (first, last), (begins, ends) = days_of(period), days_of(than)
    return last - first < ends - begins and last >= begins
