"""The sending limits of Telegram, as token buckets on monotonic time."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(slots=True)
class _Bucket:
    tokens: float
    at: float


class Limits:
    """Counts messages: 30 a second overall, 1 a second per chat, 20 a minute per group."""

    def __init__(
        self,
        per_second: float = 30.0,
        per_chat_second: float = 1.0,
        chat_burst: float = 5.0,
        per_group_minute: float = 20.0,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self.per_second = per_second
        self.per_chat_second = per_chat_second
        self.chat_burst = chat_burst
        self.per_group_minute = per_group_minute
        self._monotonic = monotonic
        self._buckets: dict[Any, _Bucket] = {}

    def retry_after(self, bot: Any, chat: Any, is_group: bool) -> int:
        """0 and the message is counted, or the seconds to wait and nothing is counted."""
        now = self._monotonic()
        wanted = [((bot, "all"), self.per_second, self.per_second)]
        if is_group:
            rate = self.per_group_minute / 60
            wanted.append(((bot, chat), rate, self.per_group_minute))
        else:
            wanted.append(((bot, chat), self.per_chat_second, self.chat_burst))
        buckets = [self._filled(key, rate, size, now) for key, rate, size in wanted]
        waits = [
            (1 - bucket.tokens) / rate
            for bucket, (_, rate, _) in zip(buckets, wanted, strict=True)
            if bucket.tokens < 1
        ]
        if waits:
            return max(1, math.ceil(max(waits)))
        for bucket in buckets:
            bucket.tokens -= 1
        return 0

    def _filled(self, key: Any, rate: float, size: float, now: float) -> _Bucket:
        bucket = self._buckets.get(key)
        if bucket is None:
            bucket = self._buckets[key] = _Bucket(size, now)
        bucket.tokens = min(size, bucket.tokens + (now - bucket.at) * rate)
        bucket.at = now
        return bucket
