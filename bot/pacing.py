"""When the next message may go: per chat, per group, per channel. Pure; sends and sleeps nothing.

All times are seconds of a monotonic clock, given by the caller and never going back.
"""

from __future__ import annotations

import math
from collections import deque
from typing import Final

from bot.channels.base import Limits

MARGIN: Final = 0.02  # of a window, for what passes between `take` and the socket
_CATCH_UP: Final = 0.02  # seconds by which a late channel may hurry
_MINUTE: Final = 60.0
_SWEEP: Final = 1024  # messages between two looks for idle chats
_TINY: Final = 1e-6


class _Bucket:
    """A token bucket: `rate` tokens a second, at most `burst` at once. Full at first."""

    __slots__ = ("_interval", "_room", "_theoretical")

    def __init__(self, rate: float, burst: float) -> None:
        self._interval = 1.0 / rate
        self._room = (burst - 1.0) * self._interval
        # When the bucket will be full again; below now it is full.
        self._theoretical = -math.inf

    def ready_at(self) -> float:
        return self._theoretical - self._room

    def take(self, at: float) -> None:
        self._theoretical = max(at, self._theoretical) + self._interval

    def empty_until(self, until: float) -> None:
        """One token at `until`, and no more than the rate from then on."""
        self._theoretical = max(self._theoretical, until + self._room)

    def is_full(self, now: float) -> bool:
        return self._theoretical <= now


class _Window:
    """At most `count` in any `seconds`, whatever a bucket would allow."""

    __slots__ = ("_seconds", "_times")

    def __init__(self, count: int, seconds: float) -> None:
        self._times: deque[float] = deque(maxlen=count)
        self._seconds = seconds * (1.0 + MARGIN)

    def ready_at(self) -> float:
        times = self._times
        return times[0] + self._seconds if len(times) == times.maxlen else -math.inf

    def take(self, now: float) -> None:
        self._times.append(now)

    def is_idle(self, now: float) -> bool:
        return not self._times or self._times[-1] + self._seconds <= now


class _Chat:
    __slots__ = ("bucket", "window")

    def __init__(self, bucket: _Bucket, window: _Window | None) -> None:
        self.bucket = bucket
        self.window = window

    def ready_at(self) -> float:
        ready = self.bucket.ready_at()
        return ready if self.window is None else max(ready, self.window.ready_at())

    def take(self, now: float) -> None:
        self.bucket.take(now)
        if self.window is not None:
            self.window.take(now)

    def is_idle(self, now: float) -> bool:
        return self.bucket.is_full(now) and (self.window is None or self.window.is_idle(now))


class Pacing:
    """One channel's pace.

    The channel's messages are spread evenly, and in no second are there more than its rate. A
    chat may have a few at once, then its rate. A group (its id begins with "-") has a limit per
    minute besides. Idle chats are forgotten.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        rate = limits.per_second
        count = max(1, math.ceil(rate - _TINY))
        self._window = _Window(count, max(1.0, count / rate))
        # Late wake-ups are made good within the window, never beyond it.
        self._bucket = _Bucket(rate, max(1.5, rate * _CATCH_UP))
        self._chats: dict[str, _Chat] = {}
        self._since_sweep = 0

    def channel_ready_at(self, now: float) -> float:
        """The earliest time for a message to some chat, `now` or later."""
        return max(now, self._bucket.ready_at(), self._window.ready_at())

    def chat_ready_at(self, chat: str, now: float) -> float:
        """The earliest time that this chat's own limits allow, `now` or later."""
        known = self._chats.get(chat)
        return now if known is None else max(now, known.ready_at())

    def ready_at(self, chat: str, now: float) -> float:
        """The earliest time for a message to this chat, `now` or later."""
        return max(self.channel_ready_at(now), self.chat_ready_at(chat, now))

    def take(self, chat: str, now: float) -> None:
        """One message to this chat goes now. ValueError when it is too early."""
        if self.ready_at(chat, now) > now + _TINY:
            raise ValueError("too early to send")
        self._bucket.take(now)
        self._window.take(now)
        self._chat(chat).take(now)
        self._since_sweep += 1
        if self._since_sweep >= _SWEEP:
            self._forget_idle(now)

    def pause(self, chat: str | None, until: float) -> None:
        """Nothing to this chat (None: to anyone) before `until`, and no burst after it."""
        bucket = self._bucket if chat is None else self._chat(chat).bucket
        bucket.empty_until(until)

    def __len__(self) -> int:
        """Chats that are remembered."""
        return len(self._chats)

    def _chat(self, chat: str) -> _Chat:
        known = self._chats.get(chat)
        if known is None:
            limits = self._limits
            per_minute = limits.per_group_per_minute if chat.startswith("-") else None
            known = self._chats[chat] = _Chat(
                _Bucket(limits.per_chat_per_second, limits.per_chat_burst),
                None if per_minute is None else _Window(per_minute, _MINUTE),
            )
        return known

    def _forget_idle(self, now: float) -> None:
        self._since_sweep = 0
        for chat in [name for name, known in self._chats.items() if known.is_idle(now)]:
            del self._chats[chat]
