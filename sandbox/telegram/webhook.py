"""Telegram's webhook methods, and how it calls the address they name."""

from __future__ import annotations

import re
from itertools import chain, repeat
from typing import Any
from urllib.parse import urlsplit

from sandbox.telegram.polling import allow, whole
from sandbox.wire import webhooks
from sandbox.wire.calls import ApiError, Call
from sandbox.world.model import Bot
from sandbox.world.outside import is_loopback
from sandbox.world.world import World

_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_PORTS = {80, 88, 443, 8443}
# The real pauses are longer; their order of growth is kept.
_PAUSES = (0.1, 0.2, 0.5, 1.0, 2.0)
MANNER = webhooks.Manner(
    "X-Telegram-Bot-Api-Secret-Token",
    wrap=lambda world, body: body,
    pauses=lambda world: chain(_PAUSES, repeat(_PAUSES[-1])),
)


def set_webhook(world: World, bot: Bot, call: Call) -> bool:
    """setWebhook; an empty URL removes it. Plain HTTP is allowed on the loopback only."""
    params = call.params
    url = str(params.get("url") or "")
    secret = str(params.get("secret_token") or "")
    if not url:
        return delete_webhook(world, bot, call)
    if not (url.startswith("https://") or is_loopback(url)):
        raise ApiError(400, "Bad Request: bad webhook: An HTTPS URL must be provided for webhook")
    if not is_loopback(url) and _port(url) not in _PORTS:
        raise ApiError(
            400,
            "Bad Request: bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443",
        )
    if secret and not _SECRET.fullmatch(secret):
        raise ApiError(400, "Bad Request: secret token contains unallowed characters")
    allow(bot, params)
    if _is_true(params.get("drop_pending_updates")):
        bot.queue.keep_last(0)
    at_once = min(100, max(1, whole(params, "max_connections", 40)))
    webhooks.begin(world, bot, MANNER, url, secret, at_once)
    bot.queue.wake("webhook")
    return True


def delete_webhook(world: World, bot: Bot, call: Call) -> bool:
    """deleteWebhook: what waits goes back to getUpdates."""
    webhooks.end(bot)
    if _is_true(call.params.get("drop_pending_updates")):
        bot.queue.keep_last(0)
    return True


def get_webhook_info(world: World, bot: Bot, call: Call) -> dict[str, Any]:
    """getWebhookInfo."""
    hook = bot.webhook
    info: dict[str, Any] = {
        "url": hook.url,
        "has_custom_certificate": False,
        "pending_update_count": len(bot.queue.pending),
    }
    if hook.url:
        info |= {"max_connections": hook.max_connections, "ip_address": "127.0.0.1"}
        if hook.last_error:
            info |= {
                "last_error_date": int(hook.last_error_at),
                "last_error_message": hook.last_error,
            }
    if bot.allowed is not None:
        info["allowed_updates"] = sorted(bot.allowed)
    return info


def _port(url: str) -> int:
    try:
        return urlsplit(url).port or 443
    except ValueError:
        raise ApiError(400, "Bad Request: bad webhook: invalid URL specified") from None


def _is_true(value: Any) -> bool:
    return value in (True, 1) or str(value).lower() in ("true", "yes", "1")
