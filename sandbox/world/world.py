"""What both platforms know and keep: time, bots, phones, messages, faults, log, settings.

No method of a platform, nothing that people do, no server.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime
from typing import Any

from sandbox.world.announcing import Announcing
from sandbox.world.files import Files
from sandbox.world.limits import Limits
from sandbox.world.log import CallLog
from sandbox.world.model import Bot, Chat, Message, Phone, Tap
from sandbox.world.outside import Outside

DAY = 24 * 3600.0
PATIENCE = 30.0  # seconds that something may take on a busy machine


class World(Announcing, Outside):
    """The ground on which the platforms and the acts of people stand."""

    def __init__(
        self, start: datetime | None = None, *, first_update_id: int | None = None
    ) -> None:
        Announcing.__init__(self, start)
        Outside.__init__(self)
        self.calls = CallLog(self.clock)
        self.files = Files()
        self.limits = Limits()
        # Settings; each may be changed at any time.
        self.latency = 0.0  # seconds before every reply
        self.enforce_limits = False  # Telegram's sending limits
        self.updates_kept = DAY  # sandbox seconds
        self.tap_lifetime = 900.0  # real seconds in which a tap can be answered
        # Zalo calls a webhook once per pause and then gives up; its real habit is undocumented.
        self.zalo_pauses: tuple[float, ...] = (0.2, 0.5, 1.0, 2.0, 4.0)
        self.zalo_wrapping = "wrapped"  # wrapped, bare, mixed
        self.zalo_wrapped_last = False  # what mixed did
        self.zalo_webhook_calls_per_day: int | None = None
        self.url = ""  # set by the server

        self.bots: list[Bot] = []
        self.bots_by_token: dict[tuple[str, str], Bot] = {}
        self.phones: dict[str, Phone] = {}
        self.groups: list[Chat] = []  # every one that ever was
        self.taps: dict[str, Tap] = {}
        # A sandbox that is started again must not repeat ids that a service has stored.
        self.first_update_id = first_update_id or int(time.time())

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

    # Time and log

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

    def log(self, after: int = 0) -> list[dict[str, Any]]:
        """The calls numbered above `after`, as JSON; `calls` holds them as tuples."""
        return [call.as_json() for call in self.calls.after(after)]

    async def until(self, condition: Callable[[], Any], limit: float = PATIENCE) -> Any:
        """What `condition` answers once it is true; looked at again when a message comes."""
        return await self.events.until(condition, limit)
