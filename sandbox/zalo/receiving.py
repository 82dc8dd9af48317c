"""Zalo's methods about the bot itself, its polling and its webhook."""

from __future__ import annotations

import time
from typing import Any

from sandbox.wire.calls import ApiError, Call, Interrupted, Raw
from sandbox.world.model import Bot
from sandbox.world.outside import is_loopback
from sandbox.world.world import World

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
            return Raw(world.wrap_zalo(update.body))
        left = deadline - time.monotonic()
        if left <= 0:
            raise ApiError(408, "Request timeout")
        why = await bot.queue.wait(left)
        if why == "faults":
            raise Interrupted
        if why == "terminated":
            raise ApiError(408, "Request timeout")


async def set_webhook(world: World, bot: Bot, call: Call) -> dict[str, Any]:
    """setWebhook. The URL is kept even when the test call to it fails."""
    url = str(call.params.get("url") or "")
    secret = str(call.params.get("secret_token") or "")
    if not url or not (url.startswith("https://") or is_loopback(url)):
        raise ApiError(400, "Bad Request: url must be a public HTTPS address")
    if not 8 <= len(secret) <= 256:
        raise ApiError(400, "Bad Request: secret_token must have 8 to 256 characters")
    _count_webhook_call(world, bot)
    bot.webhook.set(url, secret, 40, world.clock)
    error = await bot.webhook.verify()
    outcome = {"ok": not error, "outcome": "SUCCESS" if not error else "FAILED", "hint": error}
    return _webhook(bot) | {"verification": outcome}


def delete_webhook(world: World, bot: Bot, call: Call) -> dict[str, Any]:
    """deleteWebhook."""
    bot.webhook.remove()
    bot.webhook.updated_at = world.clock.seconds()
    return _webhook(bot)


def get_webhook_info(world: World, bot: Bot, call: Call) -> dict[str, Any]:
    """getWebhookInfo; the URL is "" when there is none."""
    return _webhook(bot)


def _webhook(bot: Bot) -> dict[str, Any]:
    return {"url": bot.webhook.url, "updated_at": int(bot.webhook.updated_at * 1000)}


def _count_webhook_call(world: World, bot: Bot) -> None:
    if world.zalo_webhook_calls_per_day is None:
        return
    key = f"webhook {world.clock.now():%Y-%m-%d}"
    if bot.sent_per_month.get(key, 0) >= world.zalo_webhook_calls_per_day:
        raise ApiError(426, "Daily limit reached")
    bot.sent_per_month[key] = bot.sent_per_month.get(key, 0) + 1
