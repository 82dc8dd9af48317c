"""How an assignment, its figures and its deadline are put into words. Asks and records nothing."""

from __future__ import annotations

from datetime import date
from typing import Any

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
from domain.message import Text, joined
from domain.period import in_words
from domain.progress import BLOCKED, DONE, IN_PERIOD, NOT_STARTED, Report, Work
from domain.wording import dated, figure, number, percent
from handlers.turn import Turn

_LONGEST_NAME = 60
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
    return words[: longest + 1].rsplit(" ", 1)[0].rstrip(",;:") + "…"


def named(work: Work, longest: int = _LONGEST_NAME) -> str:
    """ "CT03 Kết nạp đảng viên"; the code alone for what does not travel over chat."""
    if work.assignment.discreet:
        return work.shown_code
    return f"{work.shown_code} {shortened(work.assignment.title, longest)}"


def figures(turn: Turn, work: Work) -> Text:
    """The last figures against the plan: "36/60 đảng viên", "60%", "chưa có số liệu"."""
    a = work.assignment
    if a.kind == TASK and not a.measure:
        if a.percent is None:
            return turn.words("listing.figures.none")
        return Text(percent(a.percent))
    if a.value is not None:
        if a.plan is None:
            return Text(figure(a.value, a.measure))
        return Text(f"{number(a.value)}/{figure(a.plan, a.measure)}")
    if a.percent is not None:
        return turn.words("listing.figures.share", percent=percent(a.percent))
    return turn.words("listing.figures.none")


def deadline(turn: Turn, work: Work) -> Text:
    """The mark and the word of its class, with the weekday and the days left."""
    a = work.assignment
    return standing(turn, a.state, a.due_on, a.done_on)


def standing(turn: Turn, state: str, due_on: date | None, done_on: date | None) -> Text:
    """The same for a state that was just decided."""
    today = turn.today
    kind = status(state, due_on, done_on, today)
    fields: dict[str, Any] = {}
    if kind in (IN_TIME, DUE_SOON, OVERDUE) and due_on:
        days = (due_on - today).days
        fields = {"days": abs(days), "day": dated(due_on, today)}
        if days == 0:
            kind = _TODAY
    elif kind in (DONE_IN_TIME, DONE_LATE):
        fields = {"day": dated(done_on, today) if done_on else ""}
    elif kind != NO_DEADLINE and due_on:
        return joined(", ", (turn.words(_STATUS[kind]), dated(due_on, today)))
    return turn.words(_STATUS[kind], **fields)


def reported(turn: Turn, work: Work, report: Report, period: str | None = None) -> Text:
    """What one report says: "36 đảng viên, lũy kế tháng 6/2021", "60%, có vướng mắc"."""
    a = work.assignment
    parts: list[Text | str] = []
    if report.intent == DONE:
        parts.append(turn.words("reporting.said.done"))
    elif report.intent == NOT_STARTED:
        parts.append(turn.words("reporting.said.not_started"))
    elif report.value is not None:
        parts.append(figure(report.value, a.measure))
        if report.percent is not None:
            parts.append(turn.words("listing.figures.share", percent=percent(report.percent)))
    elif report.percent is not None:
        share = turn.words("listing.figures.share", percent=percent(report.percent))
        parts.append(share if a.measure else percent(report.percent))
    elif report.intent == BLOCKED:
        pass
    if report.done is not None and report.total is not None and report.value is None:
        parts[-1:] = [f"{number(report.done)}/{number(report.total)} ({_plain(parts)})"]
    if report.estimate:
        parts.append(turn.words("reporting.said.estimate"))
    if period is not None:
        words = in_words(period)
        if report.value is not None and report.basis == IN_PERIOD:
            parts.append(turn.words("reporting.said.in_period", period=words))
        elif report.value is not None and work.cumulates:
            parts.append(turn.words("reporting.said.cumulative", period=words))
        else:
            parts.append(words)
    if report.blocked:
        key = "reporting.said.blocker" if report.note else "reporting.said.blocked"
        parts.append(turn.words(key, **({"note": shortened(report.note)} if report.note else {})))
    return joined(", ", parts)


def _plain(parts: list[Text | str]) -> str:
    last = parts[-1]
    return last.plain if isinstance(last, Text) else last


def example(work: Work) -> str:
    """A figure as one might type it for this assignment: "60%", "36 đảng viên"."""
    a = work.assignment
    if not a.measure:
        return "60%"
    if a.measure.strip() == "%":
        return figure(a.value or a.plan or 60, a.measure)
    half = max(1.0, float(round((a.plan or 20) / 2)))
    return figure(a.value or half, a.measure)


def requested(turn: Turn, kind: str, wanted_on: date | None) -> Text:
    """ "gia hạn đến thứ Tư, 30/6", "xác nhận hoàn thành", "hỗ trợ tháo gỡ vướng mắc"."""
    if kind == "extend" and wanted_on:
        return turn.words("requesting.what.extend", day=dated(wanted_on, turn.today))
    return turn.words(_WANTED[kind])
