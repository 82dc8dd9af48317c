"""The whole sandbox as one object: bots, phones, clock, faults, log. All in memory, no HTTP server.

Tests and benchmarks use it directly; `sandbox.server.serve` puts it on a port.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from sandbox.acts.failing import Failing
from sandbox.acts.groups import Groups
from sandbox.acts.injecting import Injecting
from sandbox.acts.phones import Phones
from sandbox.acts.registry import Registry
from sandbox.acts.tapping import Tapping
from sandbox.acts.writing import Writing
from sandbox.wire import webhooks


class Platform(Writing, Tapping, Phones, Failing, Groups, Injecting, Registry):
    """Both platforms, their bots and the people who use them. Every base stands on World."""

    def __init__(
        self,
        start: datetime | None = None,
        *,
        first_update_id: int | None = None,
        data_dir: Path | str | None = None,
        service_url: str = "",
    ) -> None:
        """`data_dir` and `service_url` belong to the service that is looked at, if any."""
        super().__init__(start, first_update_id=first_update_id)
        self.data_dir = None if data_dir is None else Path(data_dir)
        self.service_url = service_url

    async def close(self) -> None:
        """Ends webhook calls and connections."""
        for bot in self.bots:
            webhooks.end(bot)
        await super().close()
