"""getUpdates and the webhook methods: how updates leave, and when they are forgotten."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from sandbox.telegram.text import as_json
from sandbox.wire.calls import ApiError, Call, Interrupted, Raw
from sandbox.world.model import Bot
from sandbox.world.outside import is_loopback
from sandbox.world.world import World

LONGEST_POLL = 50
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_PORTS = {80, 88, 443, 8443}
_LEFT_OUT = {"chat_member", "message_reaction", "message_reaction_count"}


async def get_updates(world: World, bot: Bot, call: Call) -> Raw:
    """getUpdates: what waits, kept until a higher offset comes; or a long poll."""
    params = call.params
    queue = bot.queue
    if bot.webhook.url:
        raise ApiError(
            409,
            "Conflict: can't use getUpdates method while webhook is active; "
            "use deleteWebhook to delete the webhook first",
        )
    offset = whole(params, "offset", 0)
    limit = min(100, max(1, whole(params, "limit", 100)))
    timeout = min(LONGEST_POLL, max(0, whole(params, "timeout", 0)))
    allow(bot, params)
    if offset < 0:
        queue.keep_last(-offset)
    elif offset > 0:
        queue.confirm_below(offset)
    queue.expire(world.clock.seconds() - world.updates_kept)
    if not queue.pending and timeout:
        why = await queue.wait(timeout)
        if why in ("terminated", "webhook"):
            by = (
                "setWebhook request"
                if why == "webhook"
                else ("other getUpdates request; make sure that only one bot instance is running")
            )
            raise ApiError(409, f"Conflict: terminated by {by}")
        if why == "faults":
            raise Interrupted
    return Raw(b"[" + b",".join([update.body for update in queue.first(limit)]) + b"]")


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
    bot.webhook.set(
        url, secret, min(100, max(1, whole(params, "max_connections", 40))), world.clock
    )
    bot.queue.wake("webhook")
    return True


def delete_webhook(world: World, bot: Bot, call: Call) -> bool:
    """deleteWebhook: what waits goes back to getUpdates."""
    bot.webhook.remove()
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
    if hook.allowed is not None:
        info["allowed_updates"] = sorted(hook.allowed)
    return info


def is_allowed(bot: Bot, kind: str) -> bool:
    """Whether the bot wants updates of this kind; it says so in getUpdates or setWebhook."""
    if bot.webhook.allowed is None:
        return kind not in _LEFT_OUT
    return kind in bot.webhook.allowed


def allow(bot: Bot, params: dict[str, Any]) -> None:
    """Keeps `allowed_updates` if it was said; an empty list means the usual kinds."""
    raw = params.get("allowed_updates")
    if raw is None or raw == "":
        return
    kinds = as_json(raw, "allowed updates")
    if not isinstance(kinds, list):
        raise ApiError(400, "Bad Request: can't parse allowed updates: expected an Array")
    bot.webhook.allowed = {str(kind) for kind in kinds} or None


def whole(params: dict[str, Any], name: str, default: int) -> int:
    """A whole-number parameter; what is no number counts as not said, as with the real server."""
    try:
        return int(params.get(name, default))
    except (TypeError, ValueError):
        return default


def _port(url: str) -> int:
    try:
        return urlsplit(url).port or 443
    except ValueError:
        raise ApiError(400, "Bad Request: bad webhook: invalid URL specified") from None


def _is_true(value: Any) -> bool:
    return value in (True, 1) or str(value).lower() in ("true", "yes", "1")
