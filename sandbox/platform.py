"""The whole sandbox as one object: bots, phones, clock, faults, log. All in memory, no HTTP server.

Tests and benchmarks use it directly; `sandbox.server.serve` puts it on a port.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from sandbox.groups import Groups
from sandbox.injecting import Injecting
from sandbox.people import People
from sandbox.registry import Registry
from sandbox.telegram import api as telegram_api
from sandbox.wire import webhooks
from sandbox.world import views
from sandbox.world.faults import Fault
from sandbox.world.model import TELEGRAM, ZALO, Message, Phone
from sandbox.world.world import PATIENCE, World
from sandbox.zalo import api as zalo_api


class Platform(Registry, People, Groups, Injecting, World):
    """Both platforms, their bots and the people who use them."""

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

    # Faults

    def add_fault(self, channel: str, kind: str, **details: Any) -> Fault:
        """Orders a fault; details are the fields of `faults.Fault`. `.fired` counts its hits."""
        self._check_place(channel, details.get("method", "*"))
        fault = self.faults.add(channel, kind, **details)
        if kind == "moved" and fault.service_message == "only":
            self._move_at_once(fault)
        for bot in self.bots:
            bot.queue.wake("faults")
        self.announce_faults()
        return fault

    def remove_fault(self, fault: Fault | int | None = None) -> None:
        """Takes one fault back, or all."""
        self.faults.remove(fault.id if isinstance(fault, Fault) else fault)
        self.announce_faults()

    def _check_place(self, channel: str, method: str) -> None:
        """A fault that can never fire is a mistake."""
        if channel not in ("*", TELEGRAM, ZALO, *(bot.name for bot in self.bots)):
            raise ValueError(f"no such channel: {channel}")
        if method not in ("*", "download", *telegram_api.METHODS, *zalo_api.METHODS):
            raise ValueError(f"no such method: {method}")

    def _move_at_once(self, fault: Fault) -> None:
        self.faults.count(fault)
        self.faults.remove(fault.id)
        for bot in self.bots:
            for chat in list(bot.chats.values()):
                here = chat.kind == "group" and fault.chat in (None, str(chat.id))
                if here and chat.migrated_to is None and bot.kind == TELEGRAM:
                    self.move_group(chat)

    async def next_message(self, phone: Phone | str, limit: float = PATIENCE) -> Message:
        """The next thing the bot said on this phone, each once. Raises TimeoutError."""
        phone = self.phone(phone)
        await self.until(lambda: phone.arrived, limit)
        return phone.arrived.popleft()

    def as_json(self) -> list[dict[str, Any]]:
        """All phones."""
        return [views.phone(phone) for phone in self.phones.values()]

    async def close(self) -> None:
        """Ends webhook calls and connections."""
        for bot in self.bots:
            webhooks.end(bot)
        await super().close()
