"""Whom a bot may write to, and which message it means. Sends nothing."""

from __future__ import annotations

from typing import Any

from sandbox.wire.calls import ApiError
from sandbox.world.model import Bot, Chat, Message
from sandbox.world.world import World


def known_chat(bot: Bot, params: dict[str, Any]) -> Chat:
    """The chat that `chat_id` names, reachable or not. Raises ApiError 400."""
    raw = params.get("chat_id")
    if raw is None or raw == "":
        raise ApiError(400, "Bad Request: chat_id is empty")
    try:
        chat = bot.chats.get(int(raw))
    except (TypeError, ValueError):
        chat = None
    if chat is None:
        raise ApiError(400, "Bad Request: chat not found")
    if chat.migrated_to is not None:
        raise moved_error(chat.migrated_to)
    return chat


def reachable_chat(bot: Bot, params: dict[str, Any]) -> Chat:
    """The chat that `chat_id` names, if the bot may write there now. Raises ApiError 400, 403."""
    chat = known_chat(bot, params)
    phone = chat.phone
    if phone is None:
        if not chat.bot_is_member:
            raise ApiError(403, f"Forbidden: bot was kicked from the {chat.kind} chat")
        return chat
    if phone.blocked:
        raise ApiError(403, "Forbidden: bot was blocked by the user")
    if phone.deactivated:
        raise ApiError(403, "Forbidden: user is deactivated")
    if not phone.started:
        raise ApiError(403, "Forbidden: bot can't initiate conversation with a user")
    return chat


def moved_error(new: Chat) -> ApiError:
    """The group has become a supergroup."""
    return ApiError(
        400,
        "Bad Request: group chat was upgraded to a supergroup chat",
        {"migrate_to_chat_id": new.id},
    )


def named_message(chat: Chat, params: dict[str, Any], what: str) -> Message:
    """The message that `message_id` names. Raises ApiError 400 "… not found"."""
    raw = params.get("message_id")
    if raw is None or raw == "":
        raise ApiError(400, "Bad Request: message identifier is not specified")
    try:
        found = chat.messages.get(int(raw))
    except (TypeError, ValueError):
        found = None
    if found is None:
        raise ApiError(400, f"Bad Request: {what} not found")
    return found


def count_against_limits(world: World, bot: Bot, chat: Chat) -> None:
    """Raises ApiError 429 when the bot sends too fast and limits are in force."""
    if not world.enforce_limits:
        return
    seconds = world.limits.retry_after(bot.id, chat.id, chat.phone is None)
    if seconds:
        raise ApiError(429, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds})
