"""Buttons tapped on phones, and the answers that bots give. Nothing is typed here."""

from __future__ import annotations

import asyncio
import time

from sandbox.acts.phones import Phones
from sandbox.telegram import incoming
from sandbox.world.model import Message, Phone, Tap


class Tapping(Phones):
    """Only Telegram has buttons."""

    def tap(
        self,
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
        incoming.tapped(self, tap)
        return tap

    async def answer_to(self, tap: Tap, limit: float = 10.0) -> str | None:
        """The bot's answer to a tap: its text, or None when it has none or stays silent."""
        if tap.closed:
            return tap.text
        if tap.answered is None:
            tap.answered = asyncio.get_running_loop().create_future()
        try:
            return await asyncio.wait_for(asyncio.shield(tap.answered), limit)
        except TimeoutError:
            return None
