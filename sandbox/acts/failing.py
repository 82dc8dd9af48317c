"""Faults ordered and taken back. What each does to a call is in the desk."""

from __future__ import annotations

from typing import Any

from sandbox.acts.groups import Groups
from sandbox.telegram import api as telegram_api
from sandbox.world.faults import Fault
from sandbox.world.model import TELEGRAM, ZALO
from sandbox.zalo import api as zalo_api


class Failing(Groups):
    """What goes wrong on order."""

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
