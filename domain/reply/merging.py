"""Facts of one assignment put together: one item for each basis, or the question which holds.

Knows percentages, values and bases; figures and words are behind it.
"""

from dataclasses import dataclass, replace
from typing import Final

from domain.measures import PERCENT, Measure
from domain.reply.item import (
    CUMULATIVE,
    DONE,
    NOT_STARTED,
    PERIOD,
    PROGRESS,
    Doubt,
    Item,
    Judgement,
    Readings,
)

# Two figures for one thing may differ by rounding.
NEAR: Final = 1.0
INFINITE: Final = float("inf")


@dataclass(frozen=True, slots=True)
class Fact:
    """One recorded figure; exactly one of percent and value is set."""

    percent: float | None = None
    value: float | None = None
    done: float | None = None
    total: float | None = None
    basis: str | None = None


def merged(measure: Measure | None, facts: list[Fact]) -> Judgement:
    """One item for each basis; figures that say the same are one, others must be asked about."""
    if measure is None:
        return _merged_percents(facts)
    values = [fact for fact in facts if fact.value is not None]
    percents = [fact for fact in facts if fact.percent is not None]
    chosen: list[Fact] = []
    for fact in values:
        same = [c for c in chosen if c.value == fact.value and fact.basis in (None, c.basis)]
        if same:
            chosen[chosen.index(same[0])] = _fuller(same[0], fact)
        else:
            chosen.append(fact)
    bases = _bases(chosen)
    if bases is None:
        bases = _summed(chosen)
    if bases is None:
        return Doubt("two figures", _choice(chosen, measure))
    added = {fact.basis: fact.value or 0 for fact in bases}
    if measure.kind != PERCENT and added.get(PERIOD, 0) > added.get(CUMULATIVE, INFINITE):
        return Doubt("does not add up")
    items = [item_of_fact(fact, measure) for fact in bases]
    if percents:
        plain = {fact.percent for fact in percents}
        if len(plain) > 1:
            return Doubt("two figures", _choice(percents, measure))
        percent = percents[0].percent
        if not items:
            return (item_of_fact(percents[0], measure),)
        # The fulfilment of the plan belongs to the figure said just before it.
        before = [f for f in facts[: facts.index(percents[0])] if f.value is not None]
        at = next(
            (i for i, item in enumerate(items) if before and item.value == before[-1].value), 0
        )
        items[at] = items[at]._replace(percent=percent)
    return tuple(items)


def _summed(facts: list[Fact]) -> list[Fact] | None:
    """ "1,2 tỷ (thuế 800 triệu, phí 400 triệu)": the one that all others make up."""
    if len(facts) < 3:
        return None
    whole = max(facts, key=lambda fact: fact.value or 0)
    rest = sum(fact.value or 0 for fact in facts if fact is not whole)
    return [whole] if abs(rest - (whole.value or 0)) < 1e-6 else None


def _fuller(one: Fact, other: Fact) -> Fact:
    return one if one.total is not None or other.total is None else other


def _bases(facts: list[Fact]) -> list[Fact] | None:
    """The facts with their bases when these tell them apart, else None."""
    if len(facts) <= 1:
        return facts
    if len(facts) > 2:
        return None
    first, second = facts
    if first.basis == second.basis:
        return None
    if first.basis is None or second.basis is None:
        known = first.basis or second.basis
        if known != CUMULATIVE:
            return None
        return [fact if fact.basis else replace(fact, basis=PERIOD) for fact in facts]
    return facts


def _merged_percents(facts: list[Fact]) -> Judgement:
    """Without a measure all figures are percentages of one task."""
    if any(fact.percent is not None and fact.percent > 100 for fact in facts):
        return Doubt("over")
    groups: list[Fact] = []
    for fact in facts:
        for i, known in enumerate(groups):
            close = abs((known.percent or 0) - (fact.percent or 0)) <= NEAR
            if close and (known.total is None) != (fact.total is None):
                typed = known if known.total is None else fact
                counted = fact if known.total is None else known
                groups[i] = replace(counted, percent=typed.percent)
                break
            if close and known.percent == fact.percent:
                break
        else:
            groups.append(fact)
    apart = _bases(groups)
    if apart is None:
        counted_first = groups[0].total is not None or groups[-1].total is not None
        reason = "does not add up" if counted_first else "two figures"
        return Doubt(reason, _choice(groups, None))
    return tuple(item_of_fact(fact, None) for fact in apart)


def item_of_fact(fact: Fact, measure: Measure | None) -> Item:
    intent = PROGRESS
    if fact.value is None and fact.percent == 0:
        intent = NOT_STARTED
    elif measure is None and fact.percent == 100:
        intent = DONE
    return Item(
        intent,
        percent=fact.percent,
        value=fact.value,
        basis=fact.basis,
        done=fact.done,
        total=fact.total,
    )


def _choice(facts: list[Fact], measure: Measure | None) -> Readings:
    """One reading a fact, for the bot to offer."""
    readings = []
    for fact in facts[:4]:
        item = item_of_fact(fact, measure)
        readings.append((label_of(item), (item,)))
    return tuple(readings)


def label_of(item: Item) -> str:
    """The key of a short label of a reading: "Đã đạt 65%"."""
    if item.percent is not None:
        return "doubt.reached_share"
    return "doubt.reached_value" if item.value is not None else "doubt.finished"
