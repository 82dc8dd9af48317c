"""A machine's clock is believed when it follows on, when a platform agrees, or after a night."""

from datetime import UTC, datetime, timedelta

import pytest

from domain.clock import BACK, FAR, FAST, SLOW, doubt, is_odd

NOW = datetime(2026, 6, 9, 1, tzinfo=UTC)
SEC, MIN, HOUR, DAY = (timedelta(**{name: 1}) for name in ("seconds", "minutes", "hours", "days"))
YEAR_2200, YEAR_1970 = NOW.replace(year=2200), NOW.replace(year=1970)


@pytest.mark.parametrize(
    ("last", "sure", "odd"),
    [
        (NOW - 20 * SEC, NOW, False),
        (NOW + 4 * MIN, NOW - 4 * MIN, False),  # NTP puts seconds right all the time
        (None, NOW, True),
        (NOW - 6 * MIN, NOW, True),
        (NOW + 6 * MIN, NOW, True),
        (NOW - 20 * SEC, NOW - 6 * MIN, True),
        (NOW - 20 * SEC, NOW + 6 * MIN, True),
    ],
)
def test_what_does_not_follow_on_is_asked_about(
    last: datetime | None, sure: datetime, odd: bool
) -> None:
    assert is_odd(NOW, last, sure) is odd


@pytest.mark.parametrize("last", [None, NOW - 3 * DAY, NOW + HOUR, YEAR_2200, YEAR_1970])
def test_a_platform_that_agrees_settles_it_whatever_the_last_tick_says(
    last: datetime | None,
) -> None:
    assert doubt(NOW, last, NOW, [NOW - 2 * SEC]) is None
    # One that has lost its own clock does not outweigh it.
    assert doubt(NOW, last, NOW, [YEAR_1970, NOW + 2 * SEC], held=True) is None


@pytest.mark.parametrize(
    ("machine", "why"), [(NOW + HOUR, FAST), (YEAR_2200, FAST), (NOW - HOUR, SLOW)]
)
def test_a_platform_that_says_another_time_casts_doubt_and_is_gone_by(
    machine: datetime, why: str
) -> None:
    found = doubt(machine, NOW - MIN, NOW, [NOW])
    assert found is not None
    assert (found.why, found.by, found.goes_by) == (why, abs(machine - NOW), NOW)


def test_where_nobody_answers_an_absence_over_the_holidays_is_believed() -> None:
    assert doubt(NOW, NOW - 9 * DAY, NOW, []) is None  # the service was off
    assert doubt(NOW, NOW - 9 * DAY, NOW - 9 * DAY, []) is None  # the machine slept
    assert doubt(NOW, None, NOW, []) is None  # the very first start


def test_where_nobody_answers_nothing_implausible_is_believed() -> None:
    # A new process, and one that has been running.
    for sure, goes_by in ((YEAR_2200, NOW - MIN), (NOW, NOW)):
        far = doubt(YEAR_2200, NOW - MIN, sure, [])
        assert far is not None and (far.why, far.goes_by) == (FAR, goes_by)
    for sure, goes_by in ((YEAR_1970, YEAR_1970), (NOW, NOW)):
        back = doubt(YEAR_1970, NOW - MIN, sure, [])
        assert back is not None and (back.why, back.goes_by) == (BACK, goes_by)


def test_a_last_tick_in_a_wrong_year_makes_nobody_go_by_that_year() -> None:
    found = doubt(NOW, YEAR_2200, NOW, [])
    assert found is not None and (found.why, found.goes_by) == (BACK, NOW)


def test_what_a_platform_has_denied_is_not_believed_when_the_line_has_gone() -> None:
    last = NOW - 2 * HOUR  # held since then
    still = doubt(NOW + HOUR, last, NOW, [], held=True)
    assert still is not None and (still.why, still.goes_by) == (FAR, NOW)
    assert doubt(NOW, last, NOW, [], held=True) is None  # it was put right meanwhile
