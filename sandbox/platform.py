"""The whole sandbox as one object: bots, phones, clock, faults, log. All in memory, no HTTP server.

Tests and benchmarks use it directly; `sandbox.server.serve` puts it on a port.
"""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import aiohttp

from sandbox.groups import Groups
from sandbox.injecting import Injecting
from sandbox.people import People
from sandbox.registry import Registry
from sandbox.telegram import api as telegram_api
from sandbox.world import views
from sandbox.world.announcing import Announcing
from sandbox.world.clock import Clock
from sandbox.world.events import Hub
from sandbox.world.faults import Fault, FaultBook
from sandbox.world.files import Files
from sandbox.world.limits import Limits
from sandbox.world.log import CallLog
from sandbox.world.model import TELEGRAM, ZALO, Bot, Message, Phone, Tap
from sandbox.world.outside import Outside
from sandbox.zalo import api as zalo_api

DAY = 24 * 3600.0
PATIENCE = 30.0  # seconds that something may take on a busy machine
FETCH_BYTES = 20 * 1024 * 1024


class Platform(Registry, People, Groups, Injecting, Announcing, Outside):
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
        self.clock = Clock(start)
        self.events = Hub()
        self.faults = FaultBook()
        self.calls = CallLog(self.clock)
        self.files = Files()
        self.limits = Limits()
        # Settings; each may be changed at any time.
        self.latency = 0.0  # seconds before every reply
        self.enforce_limits = False  # Telegram's sending limits
        self.updates_kept = DAY  # sandbox seconds
        self.tap_lifetime = 900.0  # real seconds in which a tap can be answered
        self.webhook_timeout = 10.0  # real seconds
        # Zalo calls a webhook once per pause and then gives up; its real habit is undocumented.
        self.zalo_pauses: tuple[float, ...] = (0.2, 0.5, 1.0, 2.0, 4.0)
        self.zalo_wrapping = "wrapped"  # wrapped, bare, mixed
        self.zalo_webhook_calls_per_day: int | None = None
        self.data_dir = None if data_dir is None else Path(data_dir)
        self.service_url = service_url
        self.url = ""  # set by the server

        self.bots: list[Bot] = []
        self.bots_by_token: dict[tuple[str, str], Bot] = {}
        self.phones: dict[str, Phone] = {}
        self.taps: dict[str, Tap] = {}
        self._taps = 0
        self._groups = 0
        # A sandbox that is started again must not repeat ids that a service has stored.
        self._first_update_id = first_update_id or int(time.time())
        self._numbers = itertools.count(1)
        self._wrapped = itertools.cycle((True, False))
        self._http: aiohttp.ClientSession | None = None

    # What bots do

    def deliver(self, said: Message) -> None:
        """A bot's message arrives on its phones."""
        said.chat.messages[said.id] = said
        for phone in said.chat.audience:
            phone.unread += 1
            phone.arrived.append(said)
        self.announce_message(said)

    def withdraw(self, said: Message) -> None:
        """A message vanishes."""
        del said.chat.messages[said.id]
        self.announce_deletion(said)

    def close_tap(self, tap: Tap, text: str | None) -> None:
        """A bot answered a tap."""
        tap.closed = True
        tap.text = text
        if tap.answered is not None and not tap.answered.done():
            tap.answered.set_result(text)
        self.announce_answer(tap, text)

    # Time, faults, log

    def move_clock(
        self,
        *,
        to: datetime | str | None = None,
        days: int | None = None,
        at: str = "",
        seconds: float | None = None,
    ) -> int:
        """Moves sandbox time; see Clock.move. `await settle(version)` waits for the service."""
        version = self.clock.move(to=to, days=days, at=at, seconds=seconds)
        self.announce_clock()
        return version

    async def settle(self, version: int | None = None, limit: float = 60.0) -> bool:
        """Whether the service was idle at that version (default: now) within the limit."""
        return await self.clock.settled(version or self.clock.version, limit)

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

    def log(self, after: int = 0) -> list[dict[str, Any]]:
        """The calls numbered above `after`, as JSON; `calls` holds them as tuples."""
        return [call.as_json() for call in self.calls.after(after)]

    async def until(self, condition: Callable[[], Any], limit: float = PATIENCE) -> Any:
        """What `condition` answers once it is true; looked at again when a message comes."""
        return await self.events.until(condition, limit)

    async def next_message(self, phone: Phone | str, limit: float = PATIENCE) -> Message:
        """The next thing the bot said on this phone, each once. Raises TimeoutError."""
        phone = self.phone(phone)
        await self.until(lambda: phone.arrived, limit)
        return phone.arrived.popleft()

    def as_json(self) -> list[dict[str, Any]]:
        """All phones."""
        return [views.phone(phone) for phone in self.phones.values()]
