"""Figures in another unit of the kind that a target counts: "45 tạ" of tấn, "800 m" of km.

Puts them in the target's own unit before they are weighed; what they mean is for figures.
"""

from dataclasses import replace
from typing import Final

from domain.measures import COUNT as COUNT_KIND
from domain.measures import Measure
from domain.quantities import ratio
from domain.reply.marks import COUNT, FRACTION, Figure, Mark

# What makes less than this of the target's unit is its width, its depth, or a slip: "rộng 5 m".
_LEAST: Final = 0.01


def in_unit_of(marks: list[Mark], measure: Measure | None) -> list[Mark]:
    """The marks with "45 tạ" as 4.5 and "3 tấn 5 tạ" as 3.5 of a target in tấn."""
    if measure is None or measure.kind != COUNT_KIND or measure.factor != 1 or measure.each:
        return marks
    if not any(mark.kind == "figure" and _ratio(mark.value, measure) for mark in marks):
        return marks
    found: list[Mark] = []
    for mark in marks:
        joined = _joined(found[-1], mark) if found else None
        if joined is not None:
            found[-1] = joined
        else:
            found.append(mark)
    return [_converted(mark, measure) for mark in found]


def _ratio(figure: Figure, measure: Measure) -> float | None:
    counted = figure.unit in (COUNT, FRACTION)
    return ratio(figure.noun, measure.noun) if counted else None


def _joined(former: Mark, mark: Mark) -> Mark | None:
    """ "3 tấn 5 tạ": a smaller unit right after a larger one, less than one of that."""
    if former.kind != "figure" or mark.kind != "figure" or former.end != mark.start:
        return None
    larger, smaller = former.value, mark.value
    if larger.unit != COUNT or smaller.unit != COUNT:
        return None
    made_of = ratio(smaller.noun, larger.noun)
    if made_of is None or smaller.value * made_of >= 1:
        return None
    value = round(larger.value + smaller.value * made_of, 6)
    return Mark("figure", former.start, mark.end, replace(larger, value=value))


def _converted(mark: Mark, measure: Measure) -> Mark:
    made_of = _ratio(mark.value, measure) if mark.kind == "figure" else None
    if made_of is None or mark.value.value * made_of < _LEAST:
        return mark
    value, done, total = (
        None if each is None else round(each * made_of, 6)
        for each in (mark.value.value, mark.value.done, mark.value.total)
    )
    figure = replace(mark.value, value=value, done=done, total=total, noun=measure.noun)
    return replace(mark, value=figure)
