"""When a platform counts as lost. Reads no clock: moments are seconds that only go up."""

from __future__ import annotations

from dataclasses import dataclass

LOST = 180.0  # seconds in which nothing has worked; less is a hiccup that needs no person


@dataclass(slots=True)
class Line:
    """One way to or from a platform: what has come of it since it last worked."""

    since: float | None = None  # the first failure after the last success
    last: float = 0.0  # the last one
    reason: str = ""

    def worked(self) -> None:
        """Something went through."""
        self.since = None

    def failed(self, now: float, reason: str) -> None:
        """Something did not, though it might have."""
        self.since = now if self.since is None else self.since
        self.last, self.reason = now, reason

    def is_lost(self, after: float = LOST) -> bool:
        """Whether it has been tried for so long, and in vain. One failure alone says nothing."""
        return self.since is not None and self.last - self.since >= after
