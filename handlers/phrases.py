"""How an assignment, its figures and its deadline are put into words. Asks and records nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from db import people, progress
from domain.assignment import (
    AWAITING,
    CANCELLED,
    DONE_IN_TIME,
    DONE_LATE,
    DUE_SOON,
    IN_TIME,
    NO_DEADLINE,
    OVERDUE,
    SUSPENDED,
    TASK,
    status,
)
from domain.dates import month_end
from domain.instants import instant, local_day
from domain.message import Text, joined
from domain.next_figure import FINISHED
from domain.next_figure import example as next_example
from domain.period import ON_DEMAND, days_of, in_words
from domain.person import Membership
from domain.progress import (
    BLOCKED,
    DONE,
    IN_PERIOD,
    NOT_STARTED,
    PROGRESS,
    Report,
    Reported,
    Work,
    finishes,
    has_figure,
    said_share,
)
from domain.wording import (
    dated,
    decapitalised,
    figure,
    number,
    percent,
    said_percent,
    says_hindered,
)
from handlers.turn import Turn

_LONGEST_NAME = 60
_LOOKED_BACK = 20  # reports
_TODAY = "today"
_STATUS = {
    IN_TIME: "listing.status.in_time",
    DUE_SOON: "listing.status.due_soon",
    _TODAY: "listing.status.today",
    OVERDUE: "listing.status.overdue",
    NO_DEADLINE: "listing.status.no_deadline",
    AWAITING: "listing.status.awaiting",
    SUSPENDED: "listing.status.suspended",
    CANCELLED: "listing.status.cancelled",
    DONE_IN_TIME: "listing.status.done_in_time",
    DONE_LATE: "listing.status.done_late",
}
_WANTED = {"close": "requesting.what.close", "help": "requesting.what.help"}


def shortened(words: str, longest: int = _LONGEST_NAME) -> str:
    """The words up to a limit, cut between two of them."""
    words = " ".join(words.split())
    if len(words) <= longest:
        return words
    kept = words[: longest + 1].rsplit(" ", 1)[0]
    for opening, closing in ("“”", "()"):  # what is opened must be closed, or go
        if kept.count(opening) > kept.count(closing) and kept.rindex(opening) > longest // 2:
            kept = kept[: kept.rindex(opening)]
    return kept.rstrip(" ,;:") + "…"


def named(work: Work, longest: int = _LONGEST_NAME) -> str:
    """ "CT03 Kết nạp đảng viên"; the code alone for what does not travel over chat."""
    if work.assignment.discreet:
        return work.shown_code
    return f"{work.shown_code} {shortened(work.assignment.title, longest)}"


def figures(turn: Turn, work: Work) -> Text:
    """The last figures against the plan: "36/60 đảng viên", "94% (kế hoạch 90%)", "60%"."""
    a = work.assignment
    if a.kind == TASK and not a.measure:
        if a.percent is None:
            return turn.words("listing.figures.none")
        return Text(percent(a.percent, turn.language))
    share = said_share(a)
    if a.value is None:
        if share is None:
            return turn.words("listing.figures.none")
        return turn.words("listing.figures.share", percent=percent(share, turn.language))
    value = against_plan(turn, a.value, a.plan, a.measure)
    if share is None:
        return value
    said = turn.words("listing.figures.said_share", percent=percent(share, turn.language))
    return joined(", ", (value, said))


def against_plan(turn: Turn, value: float, plan: float | None, measure: str | None) -> Text:
    """ "36/60 đảng viên"; of a rate, which is no part of its plan, "94% (kế hoạch 90%)"."""
    if plan is None:
        return Text(figure(value, measure, turn.language))
    if (measure or "").strip() == "%":
        fields = {
            "value": figure(value, measure, turn.language),
            "plan": figure(plan, measure, turn.language),
        }
        return turn.words("listing.figures.rate", **fields)
    return Text(f"{number(value, turn.language)}/{figure(plan, measure, turn.language)}")


def deadline(turn: Turn, work: Work) -> Text:
    """The mark and the word of its class, with the weekday and the days left."""
    a = work.assignment
    if a.has_reached_plan:
        return reached(turn, a.due_on)
    return standing(turn, a.state, a.due_on, a.done_on)


def reached(turn: Turn, due_on: date | None) -> Text:
    """A target that has what was planned is not late, though nobody has closed it yet."""
    if due_on is None:
        return turn.words("listing.status.reached")
    return turn.words("listing.status.reached_due", day=dated(due_on, turn.today, turn.language))


def standing(turn: Turn, state: str, due_on: date | None, done_on: date | None) -> Text:
    """The same for a state that was just decided."""
    today = turn.today
    kind = status(state, due_on, done_on, today)
    fields: dict[str, Any] = {}
    if kind in (IN_TIME, DUE_SOON, OVERDUE) and due_on:
        days = (due_on - today).days
        fields = {"days": abs(days), "day": dated(due_on, today, turn.language)}
        if days == 0:
            kind = _TODAY
    elif kind in (DONE_IN_TIME, DONE_LATE):
        fields = {"day": dated(done_on, today, turn.language) if done_on else ""}
    elif kind != NO_DEADLINE and due_on:
        day = dated(due_on, today, turn.language)
        return turn.words("listing.status.with_due", status=turn.words(_STATUS[kind]), day=day)
    return turn.words(_STATUS[kind], **fields)


def reported(
    turn: Turn, work: Work, report: Report, period: str | None = None, on: date | None = None
) -> Text:
    """What one report says: "36 đảng viên, lũy kế tháng 6/2021", "60%, có vướng mắc"; `on`: the
    day that its figure is of, which then stands for the period."""
    a = work.assignment
    parts: list[Text | str] = []
    if report.intent == DONE:
        parts.append(turn.words("reporting.said.done"))
    elif report.intent == NOT_STARTED:
        parts.append(turn.words("reporting.said.not_started"))
    elif report.value is not None:
        parts.append(figure(report.value, a.measure, turn.language))
        if report.percent is not None:
            parts.append(turn.words("listing.figures.share", percent=_share(turn, report)))
    elif report.percent is not None:
        share = turn.words("listing.figures.share", percent=_share(turn, report))
        parts.append(share if a.measure else _share(turn, report))
    elif report.intent == PROGRESS and report.note and not report.blocked:
        parts.append(shortened(report.note))
    if report.done is not None and report.total is not None and report.value is None:
        part, whole = (number(each, turn.language) for each in (report.done, report.total))
        parts[-1:] = [f"{part}/{whole} ({_plain(parts)})"]
    if report.estimate:
        parts.append(turn.words("reporting.said.estimate"))
    if on is not None:
        adds = report.value is not None and work.cumulates
        key = "reporting.said.cumulative" if adds else "reporting.said.until"
        parts.append(turn.words(key, period=dated(on, turn.today, turn.language)))
    elif period is not None:
        words = in_words(period, turn.language)
        if report.value is not None and report.basis == IN_PERIOD:
            parts.append(turn.words("reporting.said.in_period", period=words))
        elif report.value is not None and work.cumulates:
            parts.append(turn.words("reporting.said.cumulative", period=words))
        else:
            parts.append(words)
    if report.intent == BLOCKED and not report.blocked:
        parts.append(turn.words("reporting.said.eased"))
    if report.blocked:
        if report.note and says_hindered(report.note):
            parts.append(decapitalised(shortened(report.note)))
        elif report.note:
            parts.append(turn.words("reporting.said.blocker", note=shortened(report.note)))
        else:
            parts.append(turn.words("reporting.said.blocked"))
    return joined(", ", parts)


def repeated(turn: Turn, report: Report) -> Report:
    """An earlier report, to be spoken of: in a group without its words, which may have been told
    in private."""
    return replace(report, note="") if turn.incoming.group else report


def kept(turn: Turn, work: Work, row: Reported) -> Text:
    """What a report that is kept says, with its period where that is not plain from its day."""
    told_on = local_day(instant(row.reported_at), turn.committee.zone)
    alone = row.report.value is not None and row.report.basis == IN_PERIOD
    ends = days_of(row.period)[1]
    late = work.assignment.reporting not in (None, ON_DEMAND) and ends < told_on
    is_of_day = row.as_of < min(told_on, ends) and not finishes(work.assignment.kind, row.report)
    on = row.as_of if is_of_day and not alone else None
    return reported(
        turn, work, repeated(turn, row.report), row.period if alone or late else None, on
    )


def told_by(turn: Turn, row: Reported) -> str:
    """Whose report it is, and who brought it for them or in whose place they gave it."""
    if row.brought_by:
        key = "listing.history.brought" if row.who else "listing.history.brought_for_unit"
        fields = {"by": row.brought_by} | ({"who": row.who} if row.who else {})
        return turn.words(key, **fields).plain
    if row.instead_of:
        return turn.words("listing.history.instead", who=row.who, other=row.instead_of).plain
    return row.who


def _share(turn: Turn, report: Report) -> str:
    """The percentage as it was typed; one that was reckoned from "9/14" has fewer decimals."""
    if report.percent is None:
        raise LookupError("no percentage was reported")
    return (percent if report.total is not None else said_percent)(report.percent, turn.language)


def _plain(parts: list[Text | str]) -> str:
    last = parts[-1]
    return last.plain if isinstance(last, Text) else last


def example(turn: Turn, work: Work) -> str:
    """A figure as one might type it next for this assignment: "80%", "50 đảng viên"."""
    a = work.assignment
    return (
        next_example(
            bool(a.measure), a.measure, a.direction, a.plan, a.value, a.percent, turn.language
        )
        or FINISHED
    )


def soon(turn: Turn) -> str:
    """A day as one might type it for a deadline: the end of this month or of the next, "31/7"."""
    ahead = turn.today + timedelta(days=7)
    day = month_end(ahead.year, ahead.month)
    return f"{day.day}/{day.month}"


def by_whom(turn: Turn, told: Reported | None, former: str) -> str:
    """An earlier figure, with the name of a colleague who gave it, or brought it for them."""
    whose = (told.reported_by or told.person_id) if told is not None else None
    if told is None or whose in (None, turn.me.id):
        return former
    key = "reporting.said.brought_by" if told.reported_by else "reporting.said.by_whom"
    return turn.words(key, former=former, who=people.full_name(turn.tx, whose)).plain


def gave_figure(turn: Turn, work: Work, by_value: bool) -> Reported | None:
    """The report that the figure which stands is from, as far as the last ones go back: a
    difficulty alone gives none."""
    last = work.last
    if last is None or _gives(last, by_value):
        return last
    earlier = progress.latest(turn.tx, work.assignment.id, _LOOKED_BACK)
    return next((row for row in earlier if row.id <= last.id and _gives(row, by_value)), None)


def _gives(row: Reported, by_value: bool) -> bool:
    return row.report.value is not None if by_value else has_figure(row.report)


def in_place_of(turn: Turn, post: Membership | None) -> str:
    """For the audit: in whose place it was done, when the post is not one's own."""
    if post is None or post.person_id == turn.me.id:
        return ""
    return f" (thay {people.full_name(turn.tx, post.person_id)})"


def requested(turn: Turn, kind: str, wanted_on: date | None) -> Text:
    """ "gia hạn đến thứ Tư, 30/6", "xác nhận hoàn thành", "hỗ trợ tháo gỡ vướng mắc"."""
    if kind == "extend" and wanted_on:
        return turn.words("requesting.what.extend", day=dated(wanted_on, turn.today, turn.language))
    return turn.words(_WANTED[kind])
