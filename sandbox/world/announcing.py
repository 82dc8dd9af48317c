"""Words the events that the page and the tests watch. Changes nothing."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sandbox.world import views
from sandbox.world.clock import Clock
from sandbox.world.events import Hub
from sandbox.world.faults import FaultBook
from sandbox.world.model import Chat, Message, Tap


class Announcing:
    """An event is worded only when somebody watches."""

    def __init__(self, start: datetime | None = None) -> None:
        self.events = Hub()
        self.clock = Clock(start)
        self.faults = FaultBook()

    def announce_message(self, said: Message) -> None:
        """A message is new, on every phone that shows it."""
        self._of_message("message", said)

    def announce_edit(self, said: Message) -> None:
        """A message has changed."""
        self._of_message("edited", said)

    def announce_deletion(self, said: Message) -> None:
        """A message is gone; `message` is its id."""
        self.events.wake()
        if self.events.is_watched:
            for phone in said.chat.audience:
                self._publish("deleted", phone=phone.id, message=views.message_id(said))

    def announce_typing(self, chat: Chat) -> None:
        """The bot is typing."""
        if self.events.is_watched:
            for phone in chat.audience:
                self._publish("typing", phone=phone.id, chat=str(chat.id))

    def announce_answer(self, tap: Tap, text: str | None) -> None:
        """A tap was answered."""
        self.events.wake()
        if self.events.is_watched:
            message = views.message_id(tap.message)
            self._publish("answer", phone=tap.phone.id, message=message, data=tap.data, text=text)

    def announce_clock(self) -> None:
        """The clock was moved."""
        if self.events.is_watched:
            self._publish("clock", **self.clock.as_json())

    def announce_faults(self) -> None:
        """Faults were ordered, used up or taken back."""
        if self.events.is_watched:
            self._publish("faults", faults=[fault.as_json() for fault in self.faults.active])

    def announce_phones(self) -> None:
        """Phones were added, read or blocked: the list is worth asking for again."""
        self.events.wake()
        if self.events.is_watched:
            self._publish("phones")

    def announce_service(self) -> None:
        """What the service holds has changed."""
        if self.events.is_watched:
            self._publish("service")

    def _of_message(self, kind: str, said: Message) -> None:
        self.events.wake()
        if self.events.is_watched:
            for phone in said.chat.audience:
                self._publish(kind, phone=phone.id, message=views.message(said, phone))

    def _publish(self, kind: str, **fields: Any) -> None:
        self.events.publish({"type": kind, **fields})
