"""What people say from their phones: texts, pictures, files. Taps nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from sandbox.acts.phones import Phones
from sandbox.telegram import incoming as telegram_incoming
from sandbox.telegram.text import units
from sandbox.world.model import TELEGRAM, Chat, Message, Phone, StoredFile
from sandbox.world.queues import Update
from sandbox.zalo import incoming as zalo_incoming
from sandbox.zalo.ids import new_id

TYPED_UNITS = 4096
PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")  # what a deep link may carry


class Writing(Phones):
    """What is said is kept in its chat, shown, and told to the bot."""

    def type_text(
        self,
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
        return self._say(phone, text, reply_to=reply_to, chat=chat, extra=extra, thread=thread)

    def start(self, phone: Phone | str, code: str = "") -> Message:
        """Follows a deep link: "/start CODE" on Telegram; on Zalo the code is typed."""
        phone = self.phone(phone)
        if phone.channel == TELEGRAM:
            if code and not PAYLOAD.fullmatch(code):
                raise ValueError("a link carries at most 64 of A-Z, a-z, 0-9, _ and -")
            return self.type_text(phone, f"/start {code}".strip())
        return self.type_text(phone, code)

    def send_photo(
        self,
        phone: Phone | str,
        data: bytes,
        caption: str = "",
        name: str = "photo.jpg",
        *,
        extra: dict[str, Any] | None = None,
        chat: Chat | str | None = None,
    ) -> Message:
        """Sends a picture (PNG, JPEG, GIF or WebP). `extra` as in type_text: media_group_id, …"""
        photo = self.files.keep(data, name, "", "photos")
        if not photo.width:
            raise ValueError("not a picture")
        return self._say(phone, caption, extra=extra, chat=chat, photo=photo)

    def send_file(
        self,
        phone: Phone | str,
        data: bytes,
        name: str,
        caption: str = "",
        mime: str = "",
        chat: Chat | str | None = None,
    ) -> Message:
        """Sends a file; a bot on Zalo learns only that something came."""
        file = self.files.keep(data, name, mime, "documents")
        return self._say(phone, caption, chat=chat, file=file)

    def edit_text(self, phone: Phone | str, message: Message | int | str, text: str) -> Message:
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

    def queue_texts(self, pairs: Iterable[tuple[Phone | str, str]]) -> list[Update | None]:
        """Many texts at once; their updates in the same order."""
        return [self._tell_bot(self._keep(self.phone(phone), text)) for phone, text in pairs]

    def _say(self, phone: Phone | str, text: str, **how: Any) -> Message:
        said = self._keep(self.phone(phone), text, **how)
        self.announce_message(said)
        self._tell_bot(said)
        return said

    def _keep(
        self,
        phone: Phone,
        text: str,
        *,
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

    def _tell_bot(self, said: Message) -> Update | None:
        if said.chat.bot.kind == TELEGRAM:
            return telegram_incoming.said(self, said)
        return zalo_incoming.said(self, said)
