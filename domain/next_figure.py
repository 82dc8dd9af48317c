"""The figure in an example: what this assignment might well stand at next. No wording, no SQL.

Never the figure that stands now, since an example that repeats it would be sent as it is.
"""

from __future__ import annotations

from math import floor, log10

from domain.wording import typed

_RATE = "%"
FINISHED = "xong"  # the word that is typed when a task is finished
_STEPS = (30.0, 60.0, 80.0, 90.0, 95.0)  # of a task's work, in percent


def example(
    measured: bool,
    measure: str | None,
    direction: str,
    plan: float | None,
    value: float | None,
    percent: float | None,
    language: str,
) -> str | None:
    """The next figure as it would be typed: "80%", "300 tỷ đồng"; None where only the end of a
    task is left to be said."""
    unit = (measure or "").strip()
    if not measured:
        found = next_percent(percent)
        return None if found is None else typed(found, _RATE, language)
    if value is None and percent is not None and plan is not None:
        value = round(plan * percent / 100, 1)  # what was said, for the size of what is next
    whole = unit != _RATE and all(
        each is None or float(each).is_integer() for each in (plan, value)
    )
    most = 100.0 if unit == _RATE else None
    return typed(next_value(value, plan, direction, whole, most), measure, language)


def next_percent(percent: float | None) -> float | None:
    """A share of a task's work beyond the present one; None when only the end is left."""
    if percent is None:
        return 60
    if percent >= 100:  # it was said to be finished, and that was wrong
        return 90
    return next((step for step in _STEPS if step >= percent + 5), None)


def next_value(
    value: float | None, plan: float | None, direction: str, whole: bool, most: float | None = None
) -> float:
    """A value half-way between the present one and the plan. `whole`: things are counted;
    `most`: no value lies above it (100 for a rate)."""
    wanted = _wanted(value, plan, direction, most)
    unit = 1.0 if whole else 0.1
    size = abs(wanted - (value or 0)) or abs(wanted)
    # As coarse as it may be and still lie between the two: 205,4 on the way to 400 is 300.
    digits = 1 if value is None else 0
    coarse = max(unit, 10.0 ** (floor(log10(size)) - digits)) if size >= unit else unit
    found = _rounded(wanted, coarse)
    if most is not None:
        found = min(found, most)
    if found < 0:
        found = 0.0
    if value is None or abs(found - value) >= unit / 2:
        return found
    beyond = _rounded(value, unit) + (-unit if direction in ("down", "at_most") else unit)
    if beyond < 0 or (most is not None and beyond > most):
        beyond = _rounded(value, unit) + (unit if beyond < 0 else -unit)
    return _rounded(beyond, unit)


def _wanted(value: float | None, plan: float | None, direction: str, most: float | None) -> float:
    if value is None:
        if plan is None:
            return 10.0
        return plan / 2 if direction == "up" and most is None else plan
    if plan is None or (direction == "up" and value >= plan):
        if most is not None and value < most:
            return value + (most - value) / 2
        return value * 1.1 if value > 0 else 1.0
    if direction == "down" and value <= plan:
        return value * 0.9
    if direction == "keep":
        return plan
    return value + (plan - value) / 2


def _rounded(value: float, unit: float) -> float:
    return round(floor(value / unit + 0.5) * unit, 4)
