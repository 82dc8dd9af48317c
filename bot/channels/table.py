"""Every kind of channel there is. Starts none."""

from __future__ import annotations

from typing import Final

from bot.channels.base import Channel, ChannelSettings
from bot.channels.telegram import Telegram
from bot.channels.zalo import Zalo

CHANNELS: Final[dict[str, type[Telegram] | type[Zalo]]] = {
    "telegram": Telegram,
    "zalo": Zalo,
}


def make(settings: ChannelSettings) -> Channel:
    """The channel that the settings describe. Raises KeyError for an unknown kind."""
    return CHANNELS[settings.kind](settings)
