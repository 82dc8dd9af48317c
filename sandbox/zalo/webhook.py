"""Zalo's webhook methods, and how it calls the address they name."""

from __future__ import annotations

from typing import Any

from sandbox.wire import webhooks
from sandbox.wire.calls import ApiError, Call
from sandbox.world.model import Bot
from sandbox.world.outside import is_loopback
from sandbox.world.world import World
from sandbox.zalo.wrapping import wrap

_CONNECTIONS = 40
MANNER = webhooks.Manner(
    "X-Bot-Api-Secret-Token",
    wrap=wrap,
    pauses=lambda world: world.zalo_pauses,
)


async def set_webhook(world: World, bot: Bot, call: Call) -> dict[str, Any]:
    """setWebhook. The URL is kept even when the test call to it fails."""
    url = str(call.params.get("url") or "")
    secret = str(call.params.get("secret_token") or "")
    if not url or not (url.startswith("https://") or is_loopback(url)):
        raise ApiError(400, "Bad Request: url must be a public HTTPS address")
    if not 8 <= len(secret) <= 256:
        raise ApiError(400, "Bad Request: secret_token must have 8 to 256 characters")
    _count_webhook_call(world, bot)
    webhooks.begin(world, bot, MANNER, url, secret, _CONNECTIONS)
    error = await webhooks.verify(world, bot, MANNER)
    outcome = {"ok": not error, "outcome": "SUCCESS" if not error else "FAILED", "hint": error}
    return _webhook(bot) | {"verification": outcome}


def delete_webhook(world: World, bot: Bot, call: Call) -> dict[str, Any]:
    """deleteWebhook."""
    webhooks.end(bot)
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
