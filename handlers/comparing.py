"""One code over the units that have it: a short table for chairs, overseers and the office."""

from __future__ import annotations

from collections.abc import Sequence

from domain.assignment import DONE_IN_TIME, DONE_LATE, OVERDUE, status
from domain.message import Choice, Text, lines
from domain.progress import Work, share, value_of
from domain.wording import figure, number, percent
from handlers.phrases import deadline, figures, shortened
from handlers.turn import Turn

SCREEN = 8


def show(turn: Turn, works: Sequence[Work], offset: int = 0) -> None:
    """`works` share one code; the most urgent first, from `offset` on."""
    first = works[0]
    classes = [
        status(w.assignment.state, w.assignment.due_on, w.assignment.done_on, turn.today)
        for w in works
    ]
    shown = works[offset : offset + SCREEN]
    left = len(works) - offset - len(shown)
    title = "" if any(w.assignment.discreet for w in works) else first.assignment.title
    head = (
        turn.words(
            "listing.rollup",
            code=first.shown_code,
            title=shortened(title, 100),
            count=len(works),
        ),
        _total(turn, works),
        turn.words(
            "listing.rollup.counts",
            reported=sum(w.assignment.last_reported_at is not None for w in works),
            count=len(works),
            overdue=sum(kind == OVERDUE for kind in classes),
            done=sum(kind in (DONE_IN_TIME, DONE_LATE) for kind in classes),
        ),
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
    turn.say(lines(*head, *(_line(turn, work) for work in shown)), choices)


def _line(turn: Turn, work: Work) -> Text:
    said = deadline(turn, work)
    if work.assignment.discreet:
        return turn.words("listing.line_discreet", status=said, code=work.unit_name)
    return turn.words("listing.line", status=said, name=work.unit_name, figures=figures(turn, work))


def _total(turn: Turn, works: Sequence[Work]) -> Text | None:
    """The figures of all units together as the assignment says they are put together."""
    if any(work.assignment.discreet for work in works):
        return None
    how = works[0].aggregate
    measured = [work for work in works if value_of(work.assignment) is not None]
    if how == "sum" and works[0].assignment.kind == "target":
        if not measured:
            return None
        measure = works[0].assignment.measure
        total = sum(value_of(work.assignment) or 0 for work in measured)
        plan = sum(work.assignment.plan or 0 for work in works)
        said = (
            f"{number(total)}/{figure(plan, measure)}, {percent(share(total, plan) or 0)}"
            if plan
            else figure(total, measure)
        )
        return turn.words("listing.rollup.sum", figures=said)
    parts = [(work.weight, part) for work in works if (part := percent_of(work)) is not None]
    if not parts:
        return None
    if how == "worst":
        return turn.words("listing.rollup.worst", figures=percent(min(p for _, p in parts)))
    weights = [weight if how == "weighted" else 1 for weight, _ in parts]
    if not sum(weights):
        return None
    mean = sum(w * p for w, (_, p) in zip(weights, parts, strict=True)) / sum(weights)
    return turn.words("listing.rollup.average", figures=percent(mean))


def percent_of(work: Work) -> float | None:
    """For an average: the rate itself where the measure is "%", else the share of the plan."""
    a = work.assignment
    if (a.measure or "").strip() == "%" and a.value is not None:
        return a.value
    return a.percent
