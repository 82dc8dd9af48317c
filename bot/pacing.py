"""When the next message may go: per chat, per group, per channel. Pure; sends and sleeps nothing.

All times are seconds of a monotonic clock, given by the caller and never going back.
"""

from __future__ import annotations

import math
from bisect import bisect_right, insort
from collections import deque
from typing import Final

MARGIN: Final = 0.02  # of a window, for what passes between the booked time and the socket
_CATCH_UP: Final = 0.05  # seconds by which a late channel may hurry
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
    """At most `count` in any `seconds`, whatever a bucket would allow.

    A booking may lie ahead of later ones: a chat that must wait does not hold up the channel.
    """

    __slots__ = ("_ahead", "_count", "_seconds", "_times")

    def __init__(self, count: int, seconds: float) -> None:
        self._count = count
        self._seconds = seconds * (1.0 + MARGIN)
        self._times: deque[float] = deque(maxlen=count)
        self._ahead: list[float] = []

    def earliest(self, at: float) -> float:
        """The first time from `at` on where one more breaks no window."""
        if not self._ahead:
            full = len(self._times) == self._count
            return max(at, self._times[0] + self._seconds) if full else at
        while (later := self._pushed(at)) > at:
            at = later
        return at

    def _pushed(self, at: float) -> float:
        """`at` if it breaks no window, else the next time worth trying."""
        passed = bisect_right(self._ahead, at)
        following = len(self._ahead) - passed
        for after in range(min(following, self._count) + 1):
            # These make one too many: some before, the new one, and `after` behind it.
            first = at if after == self._count else self._back(self._count - after, passed)
            last = at if after == 0 else self._ahead[passed + after - 1]
            if first is not None and last - first < self._seconds:
                return first + self._seconds if after == 0 else self._ahead[passed]
        return at

    def _back(self, number: int, passed: int) -> float | None:
        """The booking that lies `number` places before the new one, if there are so many."""
        if number <= passed:
            return self._ahead[passed - number]
        number -= passed
        return self._times[-number] if number <= len(self._times) else None

    def take(self, at: float, *, ahead: bool = False) -> None:
        if ahead:
            insort(self._ahead, at)
            return
        passed = bisect_right(self._ahead, at)
        self._times.extend(self._ahead[:passed])
        del self._ahead[:passed]
        self._times.append(at)

    def is_idle(self, now: float) -> bool:
        return not self._times or self._times[-1] + self._seconds <= now


class _Chat:
    __slots__ = ("bucket", "paused_until", "window")

    def __init__(self, bucket: _Bucket, window: _Window | None) -> None:
        self.bucket = bucket
        self.window = window
        self.paused_until = -math.inf

    def ready_at(self, now: float) -> float:
        ready = max(now, self.bucket.ready_at())
        return ready if self.window is None else self.window.earliest(ready)

    def take(self, at: float) -> None:
        self.bucket.take(at)
        if self.window is not None:
            self.window.take(at)

    def is_idle(self, now: float) -> bool:
        return self.bucket.is_full(now) and (self.window is None or self.window.is_idle(now))


class Pacing:
    """One channel's pace.

    The channel's messages are spread evenly, and in no second are there more than its rate. A
    chat may have a few at once, then its rate. A group (its id begins with "-") has a limit per
    minute besides. Idle chats are forgotten.
    """

    def __init__(
        self,
        *,
        per_second: float,
        per_chat_per_second: float = 1.0,
        per_chat_burst: int = 3,
        per_group_per_minute: int = 20,
    ) -> None:
        self._per_chat = (per_chat_per_second, per_chat_burst)
        self._per_minute = per_group_per_minute
        count = max(1, math.ceil(per_second - _TINY))
        self._window = _Window(count, max(1.0, count / per_second))
        # Late wake-ups are made good within the window, never beyond it.
        self._bucket = _Bucket(per_second, max(1.0, per_second * _CATCH_UP))
        self._paused_until = -math.inf
        self._chats: dict[str, _Chat] = {}
        self._closed: dict[str, float] = {}
        self._since_sweep = 0

    def ready_at(self, chat: str | None, now: float) -> float:
        """The earliest time for a message to this chat (None: to some chat), `now` or later."""
        known = None if chat is None else self._chats.get(chat)
        ready = self._window.earliest(max(now, self._bucket.ready_at()))
        return ready if known is None else max(ready, known.ready_at(now))

    def take(self, chat: str, now: float) -> float:
        """Books the next place for a message to this chat; when it is to go, `now` or later."""
        known = self._chat(chat)
        own = max(known.ready_at(now), self._paused_until)
        at = self._window.earliest(max(now, self._bucket.ready_at()))
        if own > at:
            at = self._window.earliest(own)
            self._window.take(at, ahead=True)
        else:
            self._bucket.take(at)
            self._window.take(at)
        known.take(at)
        self._note(chat, known, now)
        self._since_sweep += 1
        if self._since_sweep >= _SWEEP:
            self._forget_idle(now)
        return at

    def pause(self, chat: str | None, until: float) -> None:
        """Nothing to this chat (None: to anyone) is booked before `until`; no burst after it."""
        if chat is None:
            self._paused_until = max(self._paused_until, until)
            self._bucket.empty_until(until)
            return
        known = self._chat(chat)
        known.paused_until = max(known.paused_until, until)
        known.bucket.empty_until(until)
        self._closed[chat] = max(self._closed.get(chat, until), until)

    def paused_until(self, chat: str) -> float:
        """When the pauses for this chat end, for a message that was booked before they began."""
        known = self._chats.get(chat)
        return max(self._paused_until, -math.inf if known is None else known.paused_until)

    def closed(self, now: float) -> dict[str, float]:
        """The chats that must wait by their own limits, and until when."""
        for chat in [chat for chat, until in self._closed.items() if until <= now]:
            del self._closed[chat]
        return dict(self._closed)

    def __len__(self) -> int:
        """Chats that are remembered."""
        return len(self._chats)

    def _chat(self, chat: str) -> _Chat:
        known = self._chats.get(chat)
        if known is None:
            rate, burst = self._per_chat
            window = _Window(self._per_minute, _MINUTE) if chat.startswith("-") else None
            known = self._chats[chat] = _Chat(_Bucket(rate, burst), window)
        return known

    def _note(self, chat: str, known: _Chat, now: float) -> None:
        until = known.ready_at(now)
        if until > now:
            self._closed[chat] = until

    def _forget_idle(self, now: float) -> None:
        self._since_sweep = 0
        for chat in [name for name, known in self._chats.items() if known.is_idle(now)]:
            del self._chats[chat]
