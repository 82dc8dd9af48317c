"""Stands in for the sandbox's log of calls: notes when a bot began and when it answered."""

from __future__ import annotations

import time
from typing import Any

from bench.measuring import cpu_seconds
from sandbox.platform import Platform
from sandbox.world.log import CallLog
from sandbox.world.queues import UpdateQueue


class Meter(CallLog):
    """Times are monotonic seconds, taken when the platform decided on the request."""

    def __init__(self, platform: Platform, queue: UpdateQueue) -> None:
        super().__init__(platform.clock)
        self.on = False
        self.pid = 0  # whose CPU is counted
        self.began: float | None = None  # the first getUpdates that took something away
        self.answers: list[tuple[float, str]] = []  # accepted sendMessage: when, to which chat
        self.cpu_at_start = 0.0
        self._queue = queue

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
        """As CallLog.add."""
        if accepted and method == "sendMessage":
            self.answers.append((time.monotonic(), str(params["chat_id"])))
        elif self.began is None and accepted and method == "getUpdates" and self._queue.pending:
            self.began = time.monotonic()
            self.cpu_at_start = cpu_seconds(self.pid) if self.pid else 0.0
        super().add(channel, bot, method, params, status, accepted, fault)
