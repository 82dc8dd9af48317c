"""What people do with their phones: type, tap, send, block. Part of Platform."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from sandbox.telegram import incoming as telegram_incoming
from sandbox.telegram.text import units
from sandbox.world import views
from sandbox.world.model import TELEGRAM, Chat, Message, Phone, StoredFile, Tap
from sandbox.world.queues import Update
from sandbox.zalo import incoming as zalo_incoming
from sandbox.zalo.ids import new_id

if TYPE_CHECKING:
    from sandbox.platform import Platform

TYPED_UNITS = 4096
PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")  # what a deep link may carry


class People:
    """What Platform can do on behalf of a person. `phone` is a Phone or its id everywhere."""

    def phone(self: Platform, phone: Phone | str) -> Phone:
        """The phone. Raises KeyError for an unknown id."""
        return phone if isinstance(phone, Phone) else self.phones[phone]

    def type_text(
        self: Platform,
        phone: Phone | str,
        text: str,
        *,
        reply_to: Any = None,
        chat: Chat | str | None = None,
        thread: int | None = None,
        extra: dict[str, Any] | None = None,
    ) -> Message:
        """Sends a text, in the group `chat` or that of the message it replies to, else to the bot
        alone. `extra` are further fields of Telegram's message (forward_origin, …)."""
        if not text.strip():
            raise ValueError("nothing was typed")
        if units(text) > TYPED_UNITS:
            raise ValueError(f"a phone sends at most {TYPED_UNITS} UTF-16 units at once")
        return self._say(self.phone(phone), text, reply_to, chat, extra=extra, thread=thread)

    def start(self: Platform, phone: Phone | str, code: str = "") -> Message:
        """Follows a deep link: "/start CODE" on Telegram; on Zalo the code is typed."""
        phone = self.phone(phone)
        if phone.channel == TELEGRAM:
            if code and not PAYLOAD.fullmatch(code):
                raise ValueError("a link carries at most 64 of A-Z, a-z, 0-9, _ and -")
            return self.type_text(phone, f"/start {code}".strip())
        return self.type_text(phone, code)

    def send_photo(
        self: Platform,
        phone: Phone | str,
        data: bytes,
        caption: str = "",
        name: str = "photo.jpg",
        extra: dict[str, Any] | None = None,
        chat: Chat | str | None = None,
    ) -> Message:
        """Sends a picture (PNG, JPEG, GIF or WebP). `extra` as in type_text: media_group_id, …"""
        photo = self.files.keep(data, name, "", "photos")
        if not photo.width:
            raise ValueError("not a picture")
        return self._say(self.phone(phone), caption, extra=extra, chat=chat, photo=photo)

    def send_file(
        self: Platform,
        phone: Phone | str,
        data: bytes,
        name: str,
        caption: str = "",
        mime: str = "",
        chat: Chat | str | None = None,
    ) -> Message:
        """Sends a file; a bot on Zalo learns only that something came."""
        file = self.files.keep(data, name, mime, "documents")
        return self._say(self.phone(phone), caption, chat=chat, file=file)

    def tap(
        self: Platform,
        phone: Phone | str,
        message: Message | int | str,
        data: str,
        *,
        forged: bool = False,
    ) -> Tap:
        """Taps a button that is, or once was, on the message; `forged`: any data at all."""
        phone = self.phone(phone)
        said = self.message(phone, message)
        if phone not in said.chat.audience:
            raise ValueError("this phone does not show that message")
        if not forged and data not in (said.offered or ()):
            raise ValueError("there is no such button on this message")
        query_id = str(4_000_000_000_000_000_001 + len(self.taps))
        tap = Tap(query_id, phone, said, data, time.monotonic())
        self.taps[query_id] = tap
        telegram_incoming.tapped(self, tap)
        return tap

    async def answer_to(self: Platform, tap: Tap, limit: float = 10.0) -> str | None:
        """The bot's answer to a tap: its text, or None when it has none or stays silent."""
        if tap.closed:
            return tap.text
        if tap.answered is None:
            tap.answered = asyncio.get_running_loop().create_future()
        try:
            return await asyncio.wait_for(asyncio.shield(tap.answered), limit)
        except TimeoutError:
            return None

    def edit_text(
        self: Platform, phone: Phone | str, message: Message | int | str, text: str
    ) -> Message:
        """Changes a text of one's own (Telegram)."""
        phone = self.phone(phone)
        said = self.message(phone, message)
        if said.sender is not phone or phone.channel != TELEGRAM:
            raise ValueError("this message cannot be edited here")
        said.text = text
        said.edited_at = self.clock.seconds()
        self.announce_edit(said)
        telegram_incoming.said(self, said, "edited_message")
        return said

    def block(self: Platform, phone: Phone | str, blocked: bool = True) -> None:
        """Blocks the bot, or lets it in again."""
        phone = self.phone(phone)
        if phone.blocked == blocked:
            return
        phone.blocked = blocked
        if phone.channel == TELEGRAM and phone.started:
            old, new = ("member", "kicked") if blocked else ("kicked", "member")
            telegram_incoming.membership(self, phone.chat, phone, old, new)
        self.announce_phones()

    def read(self: Platform, phone: Phone | str) -> None:
        """Looks at the messages."""
        phone = self.phone(phone)
        if phone.unread:
            phone.unread = 0
            self.announce_phones()

    def queue_texts(
        self: Platform, pairs: Iterable[tuple[Phone | str, str]]
    ) -> list[Update | None]:
        """Many texts at once; their updates in the same order."""
        return [self._tell_bot(self._keep(self.phone(phone), text)) for phone, text in pairs]

    def message(self: Platform, phone: Phone | str, message: Message | int | str) -> Message:
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

    def said_on(self: Platform, phone: Phone | str) -> list[Message]:
        """Everything on a phone, its groups included, oldest first."""
        phone = self.phone(phone)
        said = list(phone.chat.messages.values())
        if phone.groups:
            for group in phone.groups:
                said += [each for each in group.messages.values() if not each.extra]
            said.sort(key=lambda each: each.at)
        return said

    def messages(self: Platform, phone: Phone | str) -> list[dict[str, Any]]:
        """The same as JSON."""
        phone = self.phone(phone)
        return [views.message(said, phone) for said in self.said_on(phone)]

    def _say(
        self: Platform,
        phone: Phone,
        text: str,
        reply_to: Any = None,
        chat: Chat | str | None = None,
        extra: dict[str, Any] | None = None,
        photo: StoredFile | None = None,
        file: StoredFile | None = None,
        thread: int | None = None,
    ) -> Message:
        said = self._keep(phone, text, reply_to, chat, extra, photo, file, thread)
        self.announce_message(said)
        self._tell_bot(said)
        return said

    def _keep(
        self: Platform,
        phone: Phone,
        text: str,
        reply_to: Any = None,
        chat: Chat | str | None = None,
        extra: dict[str, Any] | None = None,
        photo: StoredFile | None = None,
        file: StoredFile | None = None,
        thread: int | None = None,
    ) -> Message:
        if isinstance(chat, str):
            chat = next(group for group in phone.groups if str(group.id) == chat)
        answered = None if reply_to is None else self.message(phone, reply_to)
        place = chat or (answered.chat if answered else phone.chat)
        if answered is not None and thread is None:
            thread = answered.thread
        if thread is not None and thread not in (place.topics or {}):
            raise ValueError("there is no such topic")
        if place is phone.chat:
            if phone.blocked:  # writing to a bot lets it in again
                self.block(phone, False)
            phone.started = True
        if place.bot.kind == TELEGRAM:
            place.last_message_id += 1
            message_id: Any = place.last_message_id
        else:
            message_id = new_id()
        said = Message(
            message_id,
            place,
            phone,
            self.clock.seconds(),
            text,
            photo=photo,
            file=file,
            reply_to=answered,
            extra=extra,
            thread=thread,
        )
        place.messages[message_id] = said
        return said

    def _tell_bot(self: Platform, said: Message) -> Update | None:
        if said.chat.bot.kind == TELEGRAM:
            return telegram_incoming.said(self, said)
        return zalo_incoming.said(self, said)
