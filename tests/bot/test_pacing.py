"""Pacing holds the limits in every sliding window, and comes near them."""

from __future__ import annotations

import random
from bisect import bisect_left
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.base import Limits
from bot.pacing import Pacing


def pacing_of(per_second: float = 25.0) -> Pacing:
    limits = Limits(text=4096, buttons=True, files_out=True, replies=True, per_second=per_second)
    return Pacing(limits)


def most_within(times: list[float], seconds: float) -> int:
    """The most of the sorted times that lie in any half-open window."""
    return max(bisect_left(times, time + seconds) - number for number, time in enumerate(times))


def run(pacing: Pacing, chats: list[str], lateness: random.Random, worst: float) -> list[float]:
    """One message to each chat as early as allowed, waking up late as a real loop does."""
    now, times = 100.0, []
    for chat in chats:
        ready = pacing.ready_at(chat, now)
        now = ready + lateness.uniform(0, worst) if ready > now else now
        pacing.take(chat, now)
        times.append(now)
    return times


@pytest.mark.parametrize(("rate", "count"), [(25, 1500), (1000, 20_000), (30, 900)])
def test_a_long_broadcast_keeps_the_rate_and_loses_under_three_percent(
    rate: int, count: int
) -> None:
    pacing = pacing_of(rate)
    times = run(pacing, [str(n) for n in range(count)], random.Random(1), 0.003)
    assert most_within(times, 1.0) <= rate
    sustained = (count - rate) / (times[-1] - times[rate - 1])
    assert sustained >= 0.97 * rate


@pytest.mark.parametrize("rate", [25, 1000])
def test_a_send_that_reaches_the_socket_late_breaks_no_second(rate: int) -> None:
    pacing = pacing_of(rate)
    jitter = random.Random(2)
    times = run(pacing, [str(n) for n in range(rate * 8)], random.Random(3), 0.002)
    at_socket = sorted(time + jitter.uniform(0, 0.02) for time in times)
    assert most_within(at_socket, 1.0) <= rate


def test_messages_of_a_broadcast_are_spread_over_the_second() -> None:
    pacing = pacing_of(25)
    times = run(pacing, [str(n) for n in range(100)], random.Random(4), 0.0)
    assert max(later - earlier for earlier, later in pairwise(times)) < 0.08


def test_a_chat_gets_three_at_once_and_then_one_a_second() -> None:
    pacing = pacing_of(1000)
    times = run(pacing, ["5"] * 8, random.Random(5), 0.0)
    assert times[2] - times[0] < 0.1
    assert most_within(times, 1.0) == 3
    assert all(
        later - earlier == pytest.approx(1.0, abs=0.1) for earlier, later in pairwise(times[3:])
    )


def test_a_group_gets_twenty_in_any_minute() -> None:
    pacing = pacing_of(1000)
    times = run(pacing, ["-100123"] * 70, random.Random(6), 0.01)
    assert most_within(times, 60.0) == 20


def test_a_person_is_not_held_to_the_limit_of_groups() -> None:
    pacing = pacing_of(1000)
    times = run(pacing, ["100123"] * 30, random.Random(6), 0.0)
    assert times[-1] - times[0] < 40


def test_after_a_pause_of_the_channel_nothing_is_early_and_nothing_bursts() -> None:
    pacing = pacing_of(25)
    run(pacing, [str(n) for n in range(60)], random.Random(7), 0.0)
    pacing.pause(None, 200.0)
    now, times = 150.0, []
    for number in range(100):
        now = pacing.ready_at(f"new {number}", now)
        pacing.take(f"new {number}", now)
        times.append(now)
    assert times[0] == 200.0
    assert min(later - earlier for earlier, later in pairwise(times)) > 0.039
    assert most_within(times, 1.0) <= 25


def test_after_a_pause_a_chat_gets_one_and_then_its_rate_while_others_go_on() -> None:
    pacing = pacing_of(1000)
    pacing.pause("5", 130.0)
    assert pacing.ready_at("6", 100.0) == 100.0
    times, now = [], 100.0
    for _ in range(4):
        now = pacing.ready_at("5", now)
        pacing.take("5", now)
        times.append(now)
    assert times == pytest.approx([130.0, 131.0, 132.0, 133.0])


def test_a_shorter_pause_does_not_end_a_longer_one() -> None:
    pacing = pacing_of()
    pacing.pause(None, 500.0)
    pacing.pause(None, 110.0)
    assert pacing.ready_at("1", 100.0) == 500.0


def test_a_chat_that_must_wait_does_not_hold_up_the_others() -> None:
    pacing = pacing_of(1000)
    for _ in range(3):
        pacing.take("5", pacing.ready_at("5", 100.0))
    assert pacing.chat_ready_at("5", 100.1) == pytest.approx(101.0, abs=0.1)
    assert pacing.channel_ready_at(100.1) == 100.1
    assert pacing.chat_ready_at("6", 100.1) == pacing.ready_at("6", 100.1) == 100.1


def test_a_message_that_is_too_early_is_refused() -> None:
    pacing = pacing_of(2)
    pacing.take("1", 100.0)
    with pytest.raises(ValueError, match="too early"):
        pacing.take("2", 100.1)


def test_less_than_one_message_a_second_can_be_configured() -> None:
    pacing = pacing_of(0.5)
    times = run(pacing, [str(n) for n in range(6)], random.Random(8), 0.0)
    assert all(later - earlier >= 2.0 for earlier, later in pairwise(times))


def test_idle_chats_are_forgotten_and_paused_ones_are_not() -> None:
    pacing = pacing_of(1000)
    pacing.pause("paused", 100_000.0)
    run(pacing, [str(n) for n in range(30_000)], random.Random(9), 0.0)
    assert len(pacing) < 5000
    assert pacing.ready_at("paused", 200.0) == 100_000.0


steps = st.lists(
    st.tuples(
        st.sampled_from(["1", "2", "3", "-9"]),
        st.floats(0.0, 3.0),
        st.sampled_from(["send", "send", "send", "pause chat", "pause all"]),
    ),
    max_size=120,
)


@settings(max_examples=200, deadline=None)
@given(steps, st.sampled_from([0.7, 1.0, 2.5, 7.0, 25.0]))
def test_no_order_of_sends_and_pauses_breaks_a_limit(
    order: list[tuple[str, float, str]], rate: float
) -> None:
    pacing = pacing_of(rate)
    now = 50.0
    paused: dict[str | None, float] = {}
    sent: dict[str, list[float]] = {}
    for chat, wait, what in order:
        now += wait
        if what != "send":
            whom = chat if what == "pause chat" else None
            pacing.pause(whom, now + wait)
            paused[whom] = max(paused.get(whom, 0.0), now + wait)
            continue
        now = pacing.ready_at(chat, now)
        pacing.take(chat, now)
        assert now >= paused.get(chat, 0.0) - 1e-6
        assert now >= paused.get(None, 0.0) - 1e-6
        sent.setdefault(chat, []).append(now)
    everything = sorted(time for times in sent.values() for time in times)
    if everything:
        assert most_within(everything, 1.0) <= max(1, -(-rate // 1))
    for chat, times in sent.items():
        assert most_within(times, 1.0 - 1e-6) <= 3
        if chat == "-9":
            assert most_within(times, 60.0) <= 20
