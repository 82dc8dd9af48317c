"""Zalo's methods about the bot itself and its polling."""

from __future__ import annotations

import time
from typing import Any

from sandbox.wire.calls import ApiError, Call, Interrupted, Raw
from sandbox.world.model import Bot
from sandbox.world.world import World
from sandbox.zalo.wrapping import wrap

DEFAULT_POLL = "30"
LONGEST_POLL = 60.0


def get_me(world: World, bot: Bot, call: Call) -> dict[str, Any]:
    """getMe."""
    return {
        "id": bot.id,
        "account_name": bot.username,
        "account_type": "BASIC",
        "can_join_groups": False,
        "display_name": bot.name,
    }


async def get_updates(world: World, bot: Bot, call: Call) -> Raw:
    """getUpdates: one update, gone once handed out; 408 when none came in time.

    With a webhook set it yields nothing and does not say why.
    """
    said = call.params.get("timeout", DEFAULT_POLL)
    # The documentation's type is a string, so that is the only one sure to be taken.
    if not isinstance(said, str) or not said.isdecimal():
        raise ApiError(400, "Bad Request: timeout must be a string of seconds")
    wait = min(LONGEST_POLL, float(said))
    deadline = time.monotonic() + wait
    while True:
        update = None if bot.webhook.url else bot.queue.take_one()
        if update is not None:
            return Raw(wrap(world, update.body))
        left = deadline - time.monotonic()
        if left <= 0:
            raise ApiError(408, "Request timeout")
        why = await bot.queue.wait(left)
        if why == "faults":
            raise Interrupted
        if why == "terminated":
            raise ApiError(408, "Request timeout")
