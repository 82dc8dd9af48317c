"""getUpdates: how updates leave, and when they are forgotten."""

from __future__ import annotations

from typing import Any

from sandbox.telegram.text import as_json
from sandbox.wire.calls import ApiError, Call, Interrupted, Raw
from sandbox.world.model import Bot
from sandbox.world.world import World

LONGEST_POLL = 50
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


def is_allowed(bot: Bot, kind: str) -> bool:
    """Whether the bot wants updates of this kind; it says so in getUpdates or setWebhook."""
    if bot.allowed is None:
        return kind not in _LEFT_OUT
    return kind in bot.allowed


def allow(bot: Bot, params: dict[str, Any]) -> None:
    """Keeps `allowed_updates` if it was said; an empty list means the usual kinds."""
    raw = params.get("allowed_updates")
    if raw is None or raw == "":
        return
    kinds = as_json(raw, "allowed updates")
    if not isinstance(kinds, list):
        raise ApiError(400, "Bad Request: can't parse allowed updates: expected an Array")
    bot.allowed = {str(kind) for kind in kinds} or None


def whole(params: dict[str, Any], name: str, default: int) -> int:
    """A whole-number parameter; what is no number counts as not said, as with the real server."""
    try:
        return int(params.get(name, default))
    except (TypeError, ValueError):
        return default
