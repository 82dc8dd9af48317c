"""Quiet hours: read as they are typed, refused without room, and when a message may go."""

from datetime import datetime, time

import pytest

from domain.calendar import Calendar
from domain.committee import Reminders
from domain.instants import VIETNAM
from domain.quiet import EVENINGS, goes_at, holds, leaves_room, may_be_the_open_ones, read

NIGHT = (time(21, 0), time(6, 30))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("21:00 đến 6:30", "21:00 06:30"),
        ("21h-6h30", "21:00 06:30"),
        ("từ 9 giờ tối đến 6 giờ sáng hôm sau", "21:00 06:00"),
        ("tu 21h den 6h", "21:00 06:00"),
        ("yên lặng từ 18:00 tới 7:00", "18:00 07:00"),
        ("sau 17h không nhắn", "17:00 07:00"),
        ("sau 5 giờ chiều", "17:00 07:00"),
        ("12h trưa đến 13h30", "12:00 13:30"),
        ("22h đến 24h", "22:00 00:00"),
        ("chỉ nhắn từ 8h đến 17h", "17:00 08:00"),
        ("chỉ muốn nhận tin từ 8h đến 17h", "17:00 08:00"),
        ("không muốn nhận tin từ 12h đến 13h", "12:00 13:00"),
    ],
)
def test_hours_are_read_as_people_type_them(typed: str, meant: str) -> None:
    hours = read(typed)
    assert hours is not None
    assert " ".join(each.strftime("%H:%M") for each in hours) == meant


@pytest.mark.parametrize(
    "typed", ["21:00", "25h đến 6h", "7h đến 7h", "CT12 60%", "đến 6 giờ", "21:70 đến 6:00", "có"]
)
def test_anything_else_is_not_guessed(typed: str) -> None:
    assert read(typed) is None


@pytest.mark.parametrize(
    ("typed", "may_be"),
    [
        ("08:00 đến 17:00", True),
        ("từ 7h đến 18h", True),
        ("9h-10h", True),
        ("6h đến 17h", False),
        ("17:00 đến 8:00", False),
        ("không nhận tin từ 8h đến 17h", False),
        ("yên lặng 8h đến 17h", False),
        ("chỉ nhận từ 8h đến 17h", False),
    ],
)
def test_bare_hours_of_the_office_may_be_those_that_are_wanted(typed: str, may_be: bool) -> None:
    hours = read(typed)
    assert hours is not None
    assert may_be_the_open_ones(typed, hours, Reminders()) is may_be


def test_a_working_day_keeps_an_hour_for_its_reminder() -> None:
    hours = Reminders()
    assert leaves_room(EVENINGS, hours)
    assert leaves_room((time(8, 30), time(7, 0)), hours)  # 07:30 to 08:30
    assert not leaves_room((time(8, 29), time(7, 0)), hours)
    assert not leaves_room((time(6, 0), time(20, 0)), hours)
    # Hours without room, should they stand in the books, hold nothing back.
    assert not holds((time(6, 0), time(20, 0)), time(9, 0), hours)
    assert holds(NIGHT, time(6, 0), hours) and not holds(None, time(6, 0), hours)


@pytest.mark.parametrize(
    ("moment", "quiet", "goes"),
    [
        ("2021-06-09 10:00", NIGHT, "2021-06-09 10:00"),
        ("2021-06-09 21:00", NIGHT, "2021-06-10 06:30"),
        ("2021-06-10 06:29", NIGHT, "2021-06-10 06:30"),
        ("2021-06-11 22:00", NIGHT, "2021-06-14 06:30"),  # over the weekend
        ("2021-06-12 10:00", NIGHT, "2021-06-14 06:30"),
        ("2021-06-09 12:30", (time(12, 0), time(13, 30)), "2021-06-09 13:30"),
        ("2021-06-12 12:30", (time(12, 0), time(13, 30)), "2021-06-14 07:00"),
        ("2021-02-10 09:00", EVENINGS, "2021-02-17 07:00"),  # Tết
    ],
)
def test_a_message_goes_in_the_next_allowed_hour_of_a_working_day(
    moment: str, quiet: tuple[time, time], goes: str
) -> None:
    def at(text: str) -> datetime:
        return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)

    known = Calendar()
    assert goes_at(at(moment), quiet, lambda day: known.works(day.date())) == at(goes)
