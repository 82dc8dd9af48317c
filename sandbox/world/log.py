"""What was asked of the platforms, call by call. Cheap to write, told in full when read."""

import time
from typing import Any, NamedTuple

from sandbox.world.clock import Clock, iso


class LoggedCall(NamedTuple):
    """One request. `accepted`: the platform did what was asked, whatever the client was told."""

    n: int
    at_monotonic: float
    at: float
    channel: str
    bot: str
    method: str
    chat: str | None
    params: dict[str, Any]
    status: int
    accepted: bool
    fault: str | None

    def as_json(self) -> dict[str, Any]:
        """As `GET /api/log` shows it."""
        shown = {
            name: value if isinstance(value, (str, int, float, bool, list, dict)) else str(value)
            for name, value in self.params.items()
        }
        return self._asdict() | {"at": iso(self.at), "params": shown}


class CallLog:
    """Grows by one per request while `on`; `counts` goes on counting when it is off."""

    def __init__(self, clock: Clock) -> None:
        self.on = True
        self.entries: list[LoggedCall] = []
        self.counts: dict[tuple[str, str, bool], int] = {}
        self._clock = clock
        self._n = 0

    def add(
        self,
        channel: str,
        bot: str,
        method: str,
        params: dict[str, Any],
        status: int,
        accepted: bool,
        fault: str | None = None,
    ) -> None:
        """Writes down one request at the moment when the platform decided on it."""
        key = (channel, method, accepted)
        self.counts[key] = self.counts.get(key, 0) + 1
        if not self.on:
            return
        self._n += 1
        chat = params.get("chat_id")
        at = self._clock.seconds()
        self.entries.append(
            LoggedCall(
                self._n,
                time.monotonic(),
                at,
                channel,
                bot,
                method,
                None if chat is None else str(chat),
                params,
                status,
                accepted,
                fault,
            )
        )

    def after(self, n: int = 0) -> list[LoggedCall]:
        """The calls numbered above n, oldest first."""
        if not self.entries:
            return []
        return self.entries[max(0, n - self.entries[0].n + 1) :]

    def accepted(self, channel: str, *methods: str) -> int:
        """How many calls of these methods the platform accepted; counted even when off."""
        return sum(self.counts.get((channel, method, True), 0) for method in methods)
