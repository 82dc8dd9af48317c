"""Which period a report goes to, and how periods are called."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.period import days_of, following, for_report, in_words, open_years, period_of

KINDS = ("week", "month", "quarter", "half", "nine_months", "year", "on_demand", None)


@pytest.mark.parametrize(
    ("reporting", "name"),
    [
        ("week", "2021-W23"),
        ("month", "2021-06"),
        ("quarter", "2021-Q2"),
        ("half", "2021-6T"),
        ("nine_months", "2021-9T"),
        ("year", "2021"),
        ("on_demand", "2021-06"),
    ],
)
def test_each_kind_of_reporting_names_the_period_of_a_day(reporting: str, name: str) -> None:
    assert period_of(date(2021, 6, 9), reporting) == name


def test_after_six_months_half_yearly_reporting_runs_to_the_end_of_the_year() -> None:
    assert period_of(date(2021, 7, 1), "half") == "2021"
    assert following("2021-6T", "half") == "2021"
    assert following("2021", "half") == "2022-6T"


@given(st.dates(date(2000, 1, 1), date(2100, 12, 31)), st.sampled_from(KINDS))
def test_a_day_lies_in_its_own_period(day: date, reporting: str | None) -> None:
    first, last = days_of(period_of(day, reporting))
    assert first <= day <= last


@given(st.dates(date(2000, 1, 1), date(2100, 12, 31)), st.sampled_from(KINDS))
def test_the_period_that_follows_ends_later(day: date, reporting: str | None) -> None:
    period = period_of(day, reporting)
    assert days_of(following(period, reporting))[1] > days_of(period)[1]


def test_a_report_before_the_cut_off_goes_to_the_month_that_ended() -> None:
    assert for_report(date(2021, 7, 5), "month", 5) == ("2021-06", True)


def test_a_report_on_the_day_after_the_cut_off_goes_to_the_month_under_way() -> None:
    assert for_report(date(2021, 7, 6), "month", 5) == ("2021-07", False)


def test_without_a_cut_off_day_a_period_is_cut_off_at_its_end() -> None:
    assert for_report(date(2021, 7, 1), "month", 0) == ("2021-07", False)


def test_a_quarter_that_ended_takes_reports_only_in_the_month_after_it() -> None:
    assert for_report(date(2021, 7, 3), "quarter", 5) == ("2021-Q2", True)
    assert for_report(date(2021, 8, 3), "quarter", 5) == ("2021-Q3", False)


def test_in_january_the_year_that_ended_still_takes_reports() -> None:
    assert for_report(date(2022, 1, 4), "year", 10) == ("2021", True)
    assert for_report(date(2022, 1, 4), "half", 10) == ("2021", True)
    assert open_years(date(2022, 1, 4), 10) == (2021, 2022)
    assert open_years(date(2022, 1, 11), 10) == (2022, 2021)


def test_what_is_asked_for_on_demand_belongs_to_the_month_in_which_it_is_reported() -> None:
    assert for_report(date(2021, 7, 1), "on_demand", 5) == ("2021-07", False)


def test_a_frozen_period_takes_no_more_and_the_report_goes_to_the_next() -> None:
    assert for_report(date(2021, 6, 20), "month", 5, ["2021-06"]) == ("2021-07", False)
    assert for_report(date(2021, 7, 2), "month", 5, ["2021-06"]) == ("2021-07", False)


def test_freezing_six_months_freezes_its_months_but_not_the_year() -> None:
    frozen = ["2021-6T"]
    assert for_report(date(2021, 6, 20), "month", 0, frozen) == ("2021-07", False)
    assert for_report(date(2021, 6, 20), "year", 0, frozen) == ("2021", False)


def test_freezing_a_month_leaves_the_half_year_open() -> None:
    assert for_report(date(2021, 6, 20), "half", 0, ["2021-06"]) == ("2021-6T", False)


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("2021-06", "tháng 6/2021"),
        ("2021-Q2", "quý II/2021"),
        ("2021-6T", "6 tháng năm 2021"),
        ("2021-9T", "9 tháng năm 2021"),
        ("2021", "năm 2021"),
        ("2021-W05", "tuần 5/2021"),
    ],
)
def test_periods_are_called_as_offices_call_them(period: str, words: str) -> None:
    assert in_words(period, "vi") == words


@pytest.mark.parametrize("name", ["", "2021-13", "2021-Q5", "21-06", "2021-3T", "2021-06-01"])
def test_what_is_no_period_is_refused(name: str) -> None:
    with pytest.raises(ValueError):
        days_of(name)
