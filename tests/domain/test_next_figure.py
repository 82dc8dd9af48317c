"""The figure in an example: sensible, of the right measure, and never the one that stands now."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.next_figure import example, next_percent, next_value


@pytest.mark.parametrize(
    ("value", "plan", "direction", "measure", "said"),
    [
        (None, 60, "up", "đảng viên", "30 đảng viên"),
        (36, 60, "up", "đảng viên", "50 đảng viên"),
        (59, 60, "up", "đảng viên", "60 đảng viên"),
        (1, 2, "up", "tuyến", "2 tuyến"),
        (2, 2, "up", "tuyến", "3 tuyến"),
        (205.4, 400, "up", "tỷ đồng", "300 tỷ đồng"),
        (None, 400, "up", "tỷ đồng", "200 tỷ đồng"),
        (94, 90, "up", "%", "97%"),
        (100, 90, "up", "%", "99,9%"),
        (None, 95, "up", "%", "95%"),
        (3, 1.5, "down", "%", "2,3%"),
        (1.2, 1.5, "down", "%", "1,1%"),
        (98, 100, "keep", "%", "100%"),
        (0, 0, "at_most", "vụ", "1 vụ"),
        (None, None, "up", "lượt", "10 lượt"),
    ],
)
def test_an_example_lies_between_what_stands_and_the_plan(
    value: float | None, plan: float | None, direction: str, measure: str, said: str
) -> None:
    assert example(True, measure, direction, plan, value, None, "vi") == said


def test_a_share_of_the_plan_gives_the_size_of_the_example() -> None:
    assert example(True, "tỷ đồng", "up", 102, None, 60, "vi") == "80 tỷ đồng"


@pytest.mark.parametrize(
    ("percent", "following"), [(None, 60), (0, 30), (40, 60), (60, 80), (94, None), (100, 90)]
)
def test_a_tasks_example_is_a_further_share_of_the_work(
    percent: float | None, following: float | None
) -> None:
    assert next_percent(percent) == following


@given(
    value=st.integers(0, 10**6) | st.floats(0, 1e6).map(lambda number: round(number, 1)),
    plan=st.none() | st.integers(0, 10**6),
    direction=st.sampled_from(["up", "down", "keep", "at_most"]),
    whole=st.booleans(),
)
def test_an_example_never_repeats_the_present_figure(
    value: float, plan: float | None, direction: str, whole: bool
) -> None:
    value = float(round(value)) if whole else value
    found = next_value(value, plan, direction, whole)
    assert found != value and found >= 0
    assert not whole or found.is_integer()


@given(st.floats(0, 100).map(lambda number: round(number, 1)), st.floats(0, 100))
def test_an_example_of_a_rate_stays_a_rate(value: float, plan: float) -> None:
    for direction in ("up", "down", "keep", "at_most"):
        found = next_value(value, plan, direction, False, most=100)
        assert 0 <= found <= 100 and found != value
