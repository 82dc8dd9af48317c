"""Vietnamese mentions of time."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.date_words import read_date
from domain.dates import DAY, IMPOSSIBLE, LENGTH, LOOSE, SPAN, Mention, add_length, near
from domain.fold import fold
from domain.reply.tokens import words_of
from domain.reply.understanding import understand

TODAY = date(2021, 6, 9)  # a Wednesday


def mention(text: str, today: date = TODAY) -> Mention | None:
    words = words_of(text)
    return read_date(words.tokens, 0, today, words.rich)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("ngày 25", date(2021, 6, 25)),
        ("ngày 30/6", date(2021, 6, 30)),
        ("ngày 30-6-2021", date(2021, 6, 30)),
        ("ngày ba mươi tháng sáu", date(2021, 6, 30)),
        ("30 tháng 6 năm 2021", date(2021, 6, 30)),
        ("mùng 5 tháng 7", date(2021, 7, 5)),
        ("ngày hăm lăm", date(2021, 6, 25)),
        ("20 tây tháng sau", date(2021, 7, 20)),
        ("10/1 năm sau", date(2022, 1, 10)),
        ("5/2 sang năm", date(2022, 2, 5)),
        ("cuối cùng của tháng 7", date(2021, 7, 31)),
        ("mùng 6 Tết", date(2022, 2, 6)),
        ("28 Tết", date(2022, 1, 30)),
        ("thứ sáu tuần sau", date(2021, 6, 18)),
        ("thứ 6 tuần này", date(2021, 6, 11)),
        ("chủ nhật tuần tới", date(2021, 6, 20)),
        ("thứ Tư, 30/6", date(2021, 6, 30)),
        ("hết quý III", date(2021, 9, 30)),
        ("hết quý ba", date(2021, 9, 30)),
        ("cuối tháng", date(2021, 6, 30)),
        ("cuối tháng 2", date(2021, 2, 28)),
        ("cuối năm", date(2021, 12, 31)),
        ("hôm qua", date(2021, 6, 8)),
        ("ngày mai", date(2021, 6, 10)),
        ("ngày kia", date(2021, 6, 11)),
    ],
)
def test_a_day_is_read(text: str, day: date) -> None:
    found = mention(text)
    assert found is not None
    assert (found.kind, found.first, found.last) == (DAY, day, day)


@pytest.mark.parametrize(
    "text", ["ngày 31/6", "ngày 30/2", "ngày 31", "thứ Sáu ngày 30/6", "thứ hai, 30/6"]
)
def test_a_day_that_is_not_in_the_calendar_is_impossible(text: str) -> None:
    found = mention(text)
    assert found is not None
    assert found.kind == IMPOSSIBLE


@pytest.mark.parametrize("text", ["rằm tháng bảy", "Tết", "đầu tháng 7", "giữa tháng", "cuối tuần"])
def test_a_loose_time_is_no_day(text: str) -> None:
    found = mention(text)
    assert found is not None
    assert found.kind == LOOSE


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("tuần sau", date(2021, 6, 14), date(2021, 6, 20)),
        ("tháng này", date(2021, 6, 1), date(2021, 6, 30)),
        ("tháng sáu", date(2021, 6, 1), date(2021, 6, 30)),
        ("tháng sau", date(2021, 7, 1), date(2021, 7, 31)),
        ("quý II", date(2021, 4, 1), date(2021, 6, 30)),
        ("năm 2021", date(2021, 1, 1), date(2021, 12, 31)),
    ],
)
def test_a_span_is_read(text: str, first: date, last: date) -> None:
    found = mention(text)
    assert found is not None
    assert (found.kind, found.first, found.last) == (SPAN, first, last)


@pytest.mark.parametrize(
    ("text", "count", "unit"),
    [
        ("5 ngày", 5, "day"), ("năm ngày", 5, "day"), ("5 bữa", 5, "day"),
        ("năm ngày làm việc", 5, "workday"), ("1 tuần", 1, "week"), ("nửa tháng", 0.5, "month"),
        ("mười ngày", 10, "day"),
    ],
)  # fmt: skip
def test_a_length_is_read(text: str, count: float, unit: str) -> None:
    found = mention(text)
    assert found is not None
    assert (found.kind, found.count, found.unit) == (LENGTH, count, unit)


def test_a_day_of_tet_that_no_year_has_or_that_is_too_far_is_loose() -> None:
    assert mention("15 Tết") == Mention(LOOSE, 2)
    assert mention("30 Tết", date(2024, 12, 1)) == Mention(LOOSE, 2)  # its month has 29 days
    assert mention("mùng 6 Tết", date(2040, 1, 1)) == Mention(LOOSE, 3)


def test_without_marks_the_sixth_month_and_the_next_are_not_told_apart() -> None:
    assert not understand("xin gia han den cuoi thang sau", today=TODAY).confident
    in_may = understand("xin gia han den cuoi thang sau", today=date(2021, 5, 9))
    assert in_may.items[0].date == date(2021, 6, 30)


def test_a_day_without_its_month_is_the_next_one() -> None:
    found = understand("xin gia hạn đến ngày 5", today=TODAY)
    assert found.items[0].date == date(2021, 7, 5)


def test_a_year_end_is_crossed() -> None:
    today = date(2021, 12, 20)
    assert understand("xin gia hạn đến 15/1", today=today).items[0].date == date(2022, 1, 15)
    january = date(2022, 1, 5)
    found = understand("xin gia hạn đến 31/12", today=january)
    assert found.items[0].date == date(2022, 12, 31)


def test_a_leap_day_exists_only_in_a_leap_year() -> None:
    assert understand("xin gia hạn đến 29/2/2024", today=date(2024, 1, 9)).confident
    assert not understand("xin gia hạn đến 29/2/2023", today=date(2023, 1, 9)).confident


def test_an_extension_that_is_not_after_the_deadline_is_asked_about() -> None:
    due = date(2021, 6, 15)
    assert not understand("xin gia hạn đến 15/6", today=TODAY, due=due).confident
    assert understand("xin gia hạn đến 16/6", today=TODAY, due=due).confident


@given(st.dates(date(2000, 1, 1), date(2100, 12, 31)), st.integers(1, 60))
def test_workdays_added_end_on_a_workday(start: date, count: int) -> None:
    found = add_length(start, count, "workday")
    assert found is not None
    assert found.weekday() < 5
    assert sum(
        (start + timedelta(k)).weekday() < 5 for k in range(1, (found - start).days + 1)
    ) == (count)


@given(st.dates(date(2000, 1, 1), date(2100, 12, 31)), st.dates(date(2020, 1, 1), date(2024, 1, 1)))
def test_a_day_and_month_are_taken_in_the_nearest_year(day: date, today: date) -> None:
    found = near(day.month, day.day, today)
    assert found is None or (found.month, found.day) == (day.month, day.day)
    assert found is None or day.month == 2 or abs((found - today).days) <= 183


@given(st.dates(date(2021, 6, 10), date(2021, 12, 30)))
def test_every_written_day_of_the_year_can_be_asked_for(day: date) -> None:
    for text in (
        f"xin gia hạn đến {day:%d/%m/%Y}",
        f"xin gia hạn đến ngày {day.day} tháng {day.month} năm {day.year}",
        f"xin gia hạn đến {day.day}/{day.month}",
    ):
        for typed in (text, fold(text)):
            found = understand(typed, today=TODAY)
            assert found.confident, typed
            assert found.items[0].date == day
