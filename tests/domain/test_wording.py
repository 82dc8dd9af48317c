"""Figures as an office writes them, held against Babel's own."""

from __future__ import annotations

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from domain.wording import figure, number, percent, said_percent


@given(st.one_of(st.integers(-(10**12), 10**12), st.floats(-1e9, 1e9)))
def test_a_figure_is_written_as_babel_writes_it(value: float) -> None:
    babels = format_decimal(round(value, 4), format="#,##0.####", locale="vi")
    assert number(value) == ("0" if babels == "-0" else babels)


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (number(1250.5), "1.250,5"),
        (number(-0.00001), "0"),
        (percent(64.286), "64,3%"),
        (percent(99.99), "99,9%"),
        (said_percent(64.286), "64,29%"),
        (figure(36, "đảng viên"), "36 đảng viên"),
        (figure(95.5, "%"), "95,5%"),
    ],
)
def test_figures_read_as_in_a_report(said: str, shown: str) -> None:
    assert said == shown
