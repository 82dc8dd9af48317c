"""A platform is lost when it has been tried for minutes and in vain."""

from domain.delivery import Dead, Moved, RetryAfter, Sent, Stopped, Unknown, is_failure
from domain.outage import LOST, Line


def test_one_failure_alone_says_nothing_however_long_ago() -> None:
    line = Line()
    line.failed(10.0, "timed out")
    assert not line.is_lost()
    line.failed(10.0 + LOST - 1, "timed out")
    assert not line.is_lost()
    line.failed(10.0 + LOST, "timed out")
    assert line.is_lost()
    line.worked()
    line.failed(500.0, "timed out")
    assert not line.is_lost()


def test_a_refusal_shows_that_the_platform_is_there() -> None:
    there = (
        Sent(("1",)),
        RetryAfter(3, True, "too many requests"),
        Dead("blocked", chat_gone=True),
        Moved("-100"),
        Stopped("revoked"),
    )
    assert not any(is_failure(outcome) for outcome in there)
    assert is_failure(Unknown("status 502"))
    assert is_failure(RetryAfter(15, True, "not reached", lost=True))
