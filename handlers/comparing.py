"""One code over the units that have it: a short table for chairs, overseers and the office."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from db import assignments
from domain.assignment import DONE_IN_TIME, DONE_LATE, OVERDUE, TARGET
from domain.instants import instant, local_day
from domain.message import Choice, Text, joined, lines
from domain.outlook import BEHIND, NO_FIGURES, NO_PLAN, Course, judged_on, outlook, points
from domain.progress import Work, is_reckoned, share, value_of
from domain.wording import dated, distance, figure, number, percent
from handlers.phrases import against_plan, figures, shortened
from handlers.turn import Turn

SCREEN = 6  # units below a head of up to five lines
# The marks of the units, those first that want looking after.
_LATE, _SLOW, _NONE, _ON, _IN_TIME, _REACHED, _DONE, _OTHER = (
    "listing.mark.overdue",
    "listing.mark.behind",
    "listing.mark.no_figures",
    "listing.mark.on_course",
    "listing.mark.in_time",
    "listing.mark.reached",
    "listing.mark.done",
    "listing.mark.other",
)
_ORDER = (_LATE, _SLOW, _NONE, _ON, _IN_TIME, _REACHED, _DONE, _OTHER)
_NO_MARK_OF_ITS_OWN = {
    "awaiting": "listing.status.awaiting",
    "suspended": "listing.status.suspended",
    "cancelled": "listing.status.cancelled",
}


def show(turn: Turn, works: Sequence[Work], offset: int = 0) -> None:
    """`works` share one code; those that lag behind first, from `offset` on.

    What is given on to other units of the list is theirs to count; its own figure stands above.
    """
    given_on = {work.assignment.parent_id for work in works}
    whole = [work for work in works if work.assignment.id in given_on]
    works = [work for work in works if work.assignment.id not in given_on]
    first = works[0]
    marks = _marks(turn, works)
    ordered = sorted(works, key=lambda work: _ORDER.index(marks[work.assignment.id]))
    shown = ordered[offset : offset + SCREEN]
    left = len(works) - offset - len(shown)
    title = "" if any(w.assignment.discreet for w in works) else first.assignment.title
    head = (
        turn.words(
            "listing.rollup",
            code=first.shown_code,
            title=shortened(title, 100),
            count=len(works),
        ),
        _deadline(turn, works),
        *(_whole(turn, work) for work in whole),
        _total(turn, works),
        _counts(turn, list(marks.values())),
    )
    choices = (
        (
            Choice(
                turn.words("listing.rollup.more", count=left).plain,
                "listing.compare_more",
                (first.assignment.code, offset + SCREEN),
            ),
        )
        if left > 0
        else ()
    )
    turn.say(
        lines(*head, *(_line(turn, work, marks[work.assignment.id]) for work in shown)), choices
    )


def _whole(turn: Turn, work: Work) -> Text | None:
    """The figure for all, as the unit in charge of it gave it."""
    a = work.assignment
    if a.discreet or (a.value is None and a.percent is None):
        return None
    said = _with_share(turn, work)
    return turn.words("listing.rollup.whole", unit=work.unit_name, figures=said)


def _deadline(turn: Turn, works: Sequence[Work]) -> Text | None:
    """The one deadline, or the first and the last."""
    days = sorted({w.assignment.due_on for w in works if w.assignment.due_on is not None})
    if not days:
        return None
    if len(days) > 1:
        first, last = (dated(day, turn.today, turn.language) for day in (days[0], days[-1]))
        return turn.words("listing.rollup.due_between", first=first, last=last)
    left = distance(days[0], turn.today, turn.language)
    return turn.words(
        "listing.rollup.due", day=dated(days[0], turn.today, turn.language), left=left
    )


def _marks(turn: Turn, works: Sequence[Work]) -> dict[int, str]:
    plans = assignments.plans_of(turn.tx, [work.assignment.id for work in works])
    return {
        work.assignment.id: _mark(turn, work, plans.get(work.assignment.id, ())) for work in works
    }


def _mark(turn: Turn, work: Work, plans: Sequence[tuple[str, float]]) -> str:
    """How the unit stands: by its deadline when that has passed, else by its last figure beside
    the plan for the day of that figure, as the digest judges it."""
    a = work.assignment
    kind = a.status_on(turn.today)
    if kind in (DONE_IN_TIME, DONE_LATE):
        return _DONE
    if kind in _NO_MARK_OF_ITS_OWN:
        return _OTHER
    if a.has_reached_plan:
        return _REACHED
    if kind == OVERDUE:
        return _LATE
    if a.discreet or a.kind != TARGET:
        return _NONE if a.percent is None and a.value is None and not a.discreet else _IN_TIME
    of_periods = points(plans, a.year) if plans else ()
    course = Course(a.year, a.direction, a.plan, a.last_year, a.measure, of_periods, a.due_on)
    day = judged_on(course, _reported_on(turn, work), turn.today)
    seen = outlook(course, a.value, a.percent, day)
    if seen.state == NO_FIGURES or (a.value is None and a.percent is None):
        return _NONE
    if seen.state == NO_PLAN:
        return _IN_TIME
    return _SLOW if seen.state == BEHIND else _ON


def _reported_on(turn: Turn, work: Work) -> date:
    at = work.assignment.last_reported_at
    return turn.today if at is None else local_day(instant(at), turn.committee.zone)


def _counts(turn: Turn, marks: Sequence[str]) -> Text:
    """ "🔴 Quá hạn: 2; 🟡 Khả năng không đạt: 4; 🟢 Theo kịp kế hoạch: 18"."""
    counted = Counter(marks)
    said = [
        turn.words("listing.rollup.count", mark=turn.words(mark), count=counted[mark])
        for mark in _ORDER
        if counted[mark]
    ]
    return joined("; ", said)


def _line(turn: Turn, work: Work, mark: str) -> Text:
    a = work.assignment
    said = turn.words(_NO_MARK_OF_ITS_OWN[a.state]) if mark == _OTHER else turn.words(mark)
    if a.discreet:
        return turn.words("listing.line_discreet", status=said, code=work.unit_name)
    if mark == _NONE:
        return turn.words("listing.rollup.line_none", status=said, unit=work.unit_name)
    return turn.words(
        "listing.line", status=said, name=work.unit_name, figures=_with_share(turn, work)
    )


def _with_share(turn: Turn, work: Work) -> Text:
    """ "36/60 đảng viên (60%)": a rate is its own share."""
    a = work.assignment
    said = figures(turn, work)
    part = share(a.value, a.plan) if a.value is not None and a.kind == TARGET else None
    if part is None or (a.measure or "").strip() == "%":
        return said
    return said + f" ({percent(part, turn.language)})"


def _total(turn: Turn, works: Sequence[Work]) -> Text | None:
    """The figures of all units together as the assignment says they are put together."""
    if any(work.assignment.discreet for work in works):
        return None
    how = works[0].aggregate
    measured = [work for work in works if value_of(work.assignment) is not None]
    is_rate = (works[0].assignment.measure or "").strip() == "%"  # rates do not add up
    if how == "sum" and works[0].assignment.kind == TARGET and not is_rate:
        return _sum(turn, works, measured) if measured else None
    parts = [(work.weight, part) for work in works if (part := percent_of(work)) is not None]
    if not parts:
        return None
    if how == "worst":
        return turn.words(
            "listing.rollup.worst", figures=percent(min(p for _, p in parts), turn.language)
        )
    weights = [weight if how == "weighted" else 1 for weight, _ in parts]
    if not sum(weights):
        return None
    mean = sum(w * p for w, (_, p) in zip(weights, parts, strict=True)) / sum(weights)
    return turn.words("listing.rollup.average", figures=percent(mean, turn.language))


def _sum(turn: Turn, works: Sequence[Work], measured: Sequence[Work]) -> Text:
    """The sum of the values, and how many of them are reckoned from a share of the plan."""
    measure = works[0].assignment.measure
    total = round(sum(value_of(work.assignment) or 0 for work in measured), 4)
    plan = sum(work.assignment.plan or 0 for work in works)
    said = (
        against_plan(turn, total, plan, measure)
        if plan
        else Text(figure(total, measure, turn.language))
    )
    part = share(total, plan)
    if part is not None:
        said += f" ({percent(part, turn.language)})"
    reckoned = sum(is_reckoned(work.assignment) for work in works)
    if reckoned:
        said = joined(
            ", ",
            (said, turn.words("listing.rollup.reckoned", count=number(reckoned, turn.language))),
        )
    return turn.words("listing.rollup.sum", figures=said)


def percent_of(work: Work) -> float | None:
    """For an average: the rate itself where the measure is "%", else the share of the plan."""
    a = work.assignment
    if (a.measure or "").strip() == "%" and a.value is not None:
        return a.value
    return a.percent
