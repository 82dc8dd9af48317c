"""Days, figures and durations in each language, held against Babel's own."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from domain.numbers import read_figures
from domain.wording import (
    dated,
    distance,
    figure,
    full_day,
    number,
    percent,
    said_percent,
    short_day,
    span,
    typed,
)

VALUES = st.one_of(st.integers(-(10**12), 10**12), st.floats(-1e9, 1e9))
DAY = date(2021, 6, 9)
TODAY = date(2021, 6, 7)


@given(VALUES)
def test_a_figure_is_written_as_babel_writes_it(value: float) -> None:
    babels = format_decimal(round(value, 4), format="#,##0.####", locale="vi")
    assert number(value, "vi") == ("0" if babels == "-0" else babels)


@given(st.floats(0, 1e9))
def test_an_english_figure_that_is_typed_back_is_read_as_it_was_or_asked_about(
    value: float,
) -> None:
    for shown in (number(value, "en"), typed(value, None, "en")):
        read = read_figures(shown)
        assert read.doubt or read.value == round(value, 4)


def test_an_english_example_is_read_without_a_question() -> None:
    assert typed(1250, "hộ", "en") == "1250 hộ" and number(1250, "en") == "1,250"
    assert typed(1250, "hộ", "vi") == "1.250 hộ"
    assert typed(60, "%", "en") == "60%"
    assert number(1.25, "en") == "1.25" and number(1.234, "en") == "1.2340"


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (number(1250.5, "vi"), "1.250,5"),
        (number(-0.00001, "vi"), "0"),
        (percent(64.286, "vi"), "64,3%"),
        (percent(99.99, "vi"), "99,9%"),
        (said_percent(64.286, "vi"), "64,29%"),
        (figure(36, "đảng viên", "vi"), "36 đảng viên"),
        (figure(95.5, "%", "vi"), "95,5%"),
        (number(1250.5, "en"), "1,250.5"),
        (number(-0.00001, "en"), "0"),
        (percent(64.286, "en"), "64.3%"),
        (figure(36, "đảng viên", "en"), "36 đảng viên"),
    ],
)
def test_figures_read_as_in_a_report(said: str, shown: str) -> None:
    assert said == shown


@pytest.mark.parametrize(
    ("language", "short", "full", "another_year"),
    [
        ("vi", "09/6", "thứ Tư, 09/6", "thứ Năm, 09/6/2022"),
        ("en", "9 Jun", "Wednesday, 9 June", "Thursday, 9 June 2022"),
        ("km", "09/6", "thứ Tư, 09/6", "thứ Năm, 09/6/2022"),
    ],
)
def test_a_day_bears_its_weekday_and_another_year(
    language: str, short: str, full: str, another_year: str
) -> None:
    assert short_day(DAY, language) == short
    assert full_day(DAY, language) == dated(DAY, TODAY, language) == full
    assert dated(date(2022, 6, 9), TODAY, language) == another_year


def test_how_far_a_day_is_and_how_long_something_lasts() -> None:
    said = [distance(TODAY + timedelta(days), TODAY, "vi") for days in (-2, 0, 3)]
    assert said == ["quá hạn 2 ngày", "hạn hôm nay", "còn 3 ngày"]
    lengths = (timedelta(minutes=7), timedelta(hours=3), timedelta(2), timedelta(63145))
    assert [span(each, "vi") for each in lengths] == ["7 phút", "3 giờ", "2 ngày", "173 năm"]
