"""What phones show, and how they are read and blocked. Nothing is typed here."""

from __future__ import annotations

from typing import Any

from sandbox.telegram import incoming as telegram_incoming
from sandbox.world import views
from sandbox.world.model import TELEGRAM, Message, Phone
from sandbox.world.world import PATIENCE, World


class Phones(World):
    """`phone` is a Phone or its id everywhere, here and in what stands on this."""

    def phone(self, phone: Phone | str) -> Phone:
        """The phone. Raises KeyError for an unknown id."""
        return phone if isinstance(phone, Phone) else self.phones[phone]

    def message(self, phone: Phone | str, message: Message | int | str) -> Message:
        """A message on a phone by the id that its view shows. Raises KeyError."""
        if isinstance(message, Message):
            return message
        phone = self.phone(phone)
        if isinstance(message, str) and ":" in message:
            chat_id, _, message_id = message.partition(":")
            group = next(group for group in phone.groups if str(group.id) == chat_id)
            return group.messages[int(message_id)]
        if phone.channel == TELEGRAM:
            return phone.chat.messages[int(message)]
        return phone.chat.messages[message]

    def said_on(self, phone: Phone | str) -> list[Message]:
        """Everything on a phone, its groups included, oldest first."""
        phone = self.phone(phone)
        said = list(phone.chat.messages.values())
        if phone.groups:
            for group in phone.groups:
                said += [each for each in group.messages.values() if not each.extra]
            said.sort(key=lambda each: each.at)
        return said

    def messages(self, phone: Phone | str) -> list[dict[str, Any]]:
        """The same as JSON."""
        phone = self.phone(phone)
        return [views.message(said, phone) for said in self.said_on(phone)]

    async def next_message(self, phone: Phone | str, limit: float = PATIENCE) -> Message:
        """The next thing the bot said on this phone, each once. Raises TimeoutError."""
        phone = self.phone(phone)
        await self.until(lambda: phone.arrived, limit)
        return phone.arrived.popleft()

    def read(self, phone: Phone | str) -> None:
        """Looks at the messages."""
        phone = self.phone(phone)
        if phone.unread:
            phone.unread = 0
            self.announce_phones()

    def block(self, phone: Phone | str, blocked: bool = True) -> None:
        """Blocks the bot, or lets it in again."""
        phone = self.phone(phone)
        if phone.blocked == blocked:
            return
        phone.blocked = blocked
        if phone.channel == TELEGRAM and phone.started:
            old, new = ("member", "kicked") if blocked else ("kicked", "member")
            telegram_incoming.membership(self, phone.chat, phone, old, new)
        self.announce_phones()

    def as_json(self) -> list[dict[str, Any]]:
        """All phones."""
        return [views.phone(phone) for phone in self.phones.values()]
