"""A channel of ours talking over real HTTP to the sandbox."""

from __future__ import annotations

import asyncio
import logging
import traceback
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from bot.channels.base import Channel, ChannelSettings, Parcel
from bot.channels.table import make
from domain.delivery import Outcome
from domain.message import Incoming, Text
from sandbox.platform import Platform
from sandbox.server import serve
from sandbox.world.model import Phone

TOKEN = "7654321:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"
SECRET = "a-secret-of-forty-letters-that-nobody-knows"


@dataclass
class Stage:
    """One bot, one phone, one channel between them."""

    platform: Platform
    channel: Channel
    phone: Phone
    settings: ChannelSettings

    @property
    def chat(self) -> str:
        return str(self.phone.chat.id)

    async def say(self, text: Text | str, **parcel: Any) -> Outcome:
        words = Text(text) if isinstance(text, str) else text
        return await self.channel.send(Parcel(parcel.pop("chat", self.chat), words, **parcel))

    async def hear(self) -> list[Incoming]:
        """Everything that waits, read and confirmed."""
        import json

        raws = await self.channel.poll()
        heard = [self.channel.read(json.loads(raw.raw)) for raw in raws]
        self.channel.confirm(raws)
        return heard

    def shown(self) -> list[dict[str, Any]]:
        """What the bot said, as the phone shows it."""
        return [m for m in self.platform.messages(self.phone) if m["from"] == "bot"]

    def calls(self, method: str) -> list[dict[str, Any]]:
        return [call for call in self.platform.log() if call["method"] == method]


Story = Callable[[Stage], Awaitable[None]]


@pytest.fixture
def on_stage() -> Callable[..., None]:
    """Runs a story; `kind` is the platform, the rest goes to the channel's settings."""

    def run(story: Story, kind: str = "telegram", *, start: bool = True, **settings: Any) -> None:
        async def play() -> None:
            platform = Platform()
            async with serve(platform, port=0) as server:
                platform.add_bot(kind, TOKEN, "Bot Văn phòng", username="vanphong_bot")
                phone = platform.add_phone("Nguyễn Thị Lan", channel=kind, started=True)
                base = server.telegram if kind == "telegram" else server.zalo
                known = ChannelSettings(
                    name=kind,
                    kind=kind,
                    token=settings.pop("token", TOKEN),
                    base_url=settings.pop("base_url", base),
                    **settings,
                )
                channel = make(known)
                try:
                    if start:
                        await channel.start()
                    await story(Stage(platform, channel, phone, known))
                finally:
                    await channel.close()

        asyncio.run(play())

    return run


@pytest.fixture(autouse=True)
def no_token_is_ever_logged(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Whatever a test does, at the most talkative level."""
    caplog.set_level(logging.DEBUG)
    yield
    for record in caplog.records:
        said = record.getMessage()
        if record.exc_info:
            said += "".join(traceback.format_exception(*record.exc_info))
        assert TOKEN not in said
        assert SECRET not in said
