"""Failures on order: which call they hit, how often, and what they do to it."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

# What each kind does is written once, in desk.py.
KINDS = (
    "429",
    "500",
    "502html",
    "504",
    "hang",
    "reset_before",
    "reset_after",
    "truncated",
    "empty",
    "body",
    "forbidden",
    "not_found",
    "moved",
    "unauthorized",
    "down",
    "slow",
    "poller",
)
# These speak of a chat, so a method without one passes them by.
_OF_A_CHAT = {"forbidden", "not_found", "moved"}


@dataclass(slots=True, eq=False)
class Fault:
    """One order. `times` None: until it is taken back. `fired` counts what it hit."""

    id: int
    channel: str
    kind: str
    method: str = "*"
    times: int | None = None
    chat: str | None = None
    retry_after: int = 3
    seconds: float = 60.0
    # For 500, 502html, 504 and hang: whether the platform did it all the same.
    accepted: bool = False
    # For moved: first (service message, then the 400), only (service message at once), none.
    service_message: str = "first"
    # For body: what is answered, word for word, with status 200.
    body: str = ""
    fired: int = field(default=0)

    def as_json(self) -> dict[str, Any]:
        """As `GET /api/faults` shows it."""
        return asdict(self)


class FaultBook:
    """The faults in force."""

    def __init__(self) -> None:
        self.active: list[Fault] = []
        self._last_id = 0

    def add(self, channel: str, kind: str, **details: Any) -> Fault:
        """Orders a fault; ValueError for a kind or a detail that does not exist."""
        if kind not in KINDS:
            raise ValueError(f"no such fault: {kind}")
        times = details.get("times")
        if times is not None and (not isinstance(times, int) or times < 1):
            raise ValueError("times must be a whole number above 0, or null")
        if details.get("chat") is not None:
            details["chat"] = str(details["chat"])
        details = {name: value for name, value in details.items() if name != "id"}
        try:
            fault = Fault(self._last_id + 1, channel, kind, **details)
        except TypeError as error:
            raise ValueError(str(error)) from None
        self._last_id += 1
        self.active.append(fault)
        return fault

    def remove(self, fault_id: int | None = None) -> None:
        """Takes one back, or all."""
        self.active = [] if fault_id is None else [f for f in self.active if f.id != fault_id]

    def take(self, kind: str, bot: str, method: str, chat: Any) -> Fault | None:
        """The fault that hits this call, counted and used up, or None."""
        for fault in self.active:
            if self._hits(fault, kind, bot, method, chat):
                self.count(fault)
                return fault
        return None

    def count(self, fault: Fault) -> None:
        """Counts one hit; a fault that has hit often enough is gone."""
        fault.fired += 1
        if fault.times is not None and fault.fired >= fault.times and fault in self.active:
            self.active.remove(fault)

    def is_down(self, kind: str, bot: str) -> bool:
        """Whether the platform is down altogether, so that it calls no webhook either."""
        return any(
            fault.kind == "down" and fault.method == "*" and fault.channel in (kind, bot, "*")
            for fault in self.active
        )

    @staticmethod
    def _hits(fault: Fault, kind: str, bot: str, method: str, chat: Any) -> bool:
        if fault.channel not in (kind, bot, "*"):
            return False
        if fault.method not in ("*", method):
            return False
        if fault.kind == "poller" and method != "getUpdates":
            return False
        if fault.kind in _OF_A_CHAT and chat is None:
            return False
        if fault.kind == "moved" and not str(chat).startswith("-"):
            return False  # only groups move
        return fault.chat is None or (chat is not None and str(chat) == fault.chat)
