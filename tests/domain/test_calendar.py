"""Working days of Việt Nam with Tết and swapped days, and hours that are kept quiet."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from domain.cadence import latest, slot
from domain.calendar import Calendar, within
from domain.instants import VIETNAM

CALENDAR = Calendar()


def days_off(first: date, last: date) -> list[date]:
    every = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    return [day for day in every if not CALENDAR.works(day)]


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2021, 2, 10), date(2021, 2, 16)),
        (date(2026, 2, 16), date(2026, 2, 20)),
    ],
)
def test_nobody_works_at_tet(first: date, last: date) -> None:
    assert days_off(first, last) == [
        first + timedelta(days=n) for n in range((last - first).days + 1)
    ]


def test_a_saturday_that_is_worked_in_exchange_is_a_working_day_and_the_day_it_freed_is_not() -> (
    None
):
    assert CALENDAR.works(date(2026, 8, 22))
    assert not CALENDAR.works(date(2026, 8, 31))
    assert not CALENDAR.works(date(2026, 8, 29))


def test_the_offices_own_word_stands_over_what_the_calendar_knows() -> None:
    calendar = Calendar({date(2026, 1, 2): False, date(2026, 1, 10): True})
    assert not calendar.works(date(2026, 1, 2))
    assert calendar.works(date(2026, 1, 10))
    assert calendar.on_or_after(date(2026, 1, 1)) == date(2026, 1, 5)


def test_a_deadline_on_a_day_off_counts_as_the_working_day_before() -> None:
    assert CALENDAR.counted(date(2021, 6, 13)) == date(2021, 6, 11)
    assert CALENDAR.counted(date(2021, 2, 12)) == date(2021, 2, 9)
    assert CALENDAR.counted(date(2021, 6, 9)) == date(2021, 6, 9)


def test_working_days_are_counted_over_weekends_and_the_turn_of_the_year() -> None:
    assert CALENDAR.shift(date(2021, 6, 11), 1) == date(2021, 6, 14)
    assert CALENDAR.shift(date(2021, 6, 14), -3) == date(2021, 6, 9)
    assert CALENDAR.shift(date(2021, 12, 31), 1) == date(2022, 1, 4)
    assert CALENDAR.shift(date(2021, 6, 9), 0) == date(2021, 6, 9)


def test_overrides_that_leave_no_working_day_are_refused_and_do_not_loop() -> None:
    never = {date(2021, 1, 1) + timedelta(days=n): False for n in range(365)}
    with pytest.raises(ValueError, match="no working day"):
        Calendar(never).on_or_after(date(2021, 3, 1))


def test_quiet_hours_may_run_over_midnight() -> None:
    assert within(time(23, 0), time(21, 0), time(6, 0))
    assert within(time(5, 59), time(21, 0), time(6, 0))
    assert not within(time(6, 0), time(21, 0), time(6, 0))
    assert within(time(12, 0), time(11, 30), time(13, 30))


def test_a_repeated_message_falls_on_its_day_of_the_week_month_or_quarter() -> None:
    day = date(2021, 6, 9)
    assert latest("week", 0, day) == date(2021, 6, 7)
    assert latest("week", 4, day) == date(2021, 6, 4)
    assert latest("month", 0, day) == date(2021, 6, 1)
    assert latest("quarter", 0, day) == date(2021, 4, 1)
    assert latest("day", 0, day) == day


def test_a_weekly_message_on_a_day_off_waits_for_the_next_working_day() -> None:
    # Monday 3 May 2021 was a day off in place of Saturday 1 May.
    def asked(now: str) -> tuple[date, date]:
        moment = datetime.fromisoformat(now).replace(tzinfo=VIETNAM)
        nominal, since = slot("week", 0, time(7, 30), moment, CALENDAR, VIETNAM)
        return nominal, since.astimezone(VIETNAM).date()

    assert asked("2021-05-03 09:00") == (date(2021, 4, 26), date(2021, 4, 26))
    assert asked("2021-05-04 07:29") == (date(2021, 4, 26), date(2021, 4, 26))
    assert asked("2021-05-04 07:30") == (date(2021, 5, 3), date(2021, 5, 4))
