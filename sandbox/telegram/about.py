"""Telegram's methods about the bot itself and about chats."""

from __future__ import annotations

import re
from typing import Any

from sandbox.telegram import shapes
from sandbox.telegram.addressing import known_chat, reachable_chat
from sandbox.telegram.text import as_json, units
from sandbox.wire.calls import ApiError, Call
from sandbox.world.model import Bot, Chat, Phone
from sandbox.world.world import World

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")


def get_me(world: World, bot: Bot, call: Call) -> dict[str, Any]:
    """getMe."""
    return shapes.bot_user(bot) | {
        "can_join_groups": True,
        "can_read_all_group_messages": not bot.privacy,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def get_chat(world: World, bot: Bot, call: Call) -> dict[str, Any]:
    """getChat."""
    chat = known_chat(bot, call.params)
    if chat.phone is not None and not chat.phone.started:
        raise ApiError(400, "Bad Request: chat not found")
    return shapes.chat(chat) | {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": {
            "unlimited_gifts": True,
            "limited_gifts": True,
            "unique_gifts": True,
            "premium_subscription": True,
            "gifts_from_channels": True,
        },
    }


def get_chat_member(world: World, bot: Bot, call: Call) -> dict[str, Any]:
    """getChatMember."""
    chat = known_chat(bot, call.params)
    try:
        wanted = int(call.params.get("user_id") or 0)
    except (TypeError, ValueError):
        wanted = 0
    if wanted == bot.id:
        standing = "administrator" if chat.bot_administers else "member"
        return shapes.member(shapes.bot_user(bot), standing if chat.bot_is_member else "left")
    chat = reachable_chat(bot, call.params)
    if wanted <= 0:
        raise ApiError(400, "Bad Request: invalid user_id specified")
    for phone in chat.audience:
        if phone.user_id == wanted:
            return shapes.member(shapes.user(phone), _standing(chat, phone))
    for phone in bot.phones:
        if phone.user_id == wanted and chat.phone is None:
            return shapes.member(shapes.user(phone), "left")
    raise ApiError(400, "Bad Request: PARTICIPANT_ID_INVALID")


def _standing(chat: Chat, phone: Phone) -> str:
    if phone is chat.creator:
        return "creator"
    return "administrator" if phone in chat.administrators else "member"


def get_chat_member_count(world: World, bot: Bot, call: Call) -> int:
    """getChatMemberCount: the people and the bot."""
    return len(known_chat(bot, call.params).audience) + 1


def leave_chat(world: World, bot: Bot, call: Call) -> bool:
    """leaveChat."""
    chat = reachable_chat(bot, call.params)
    if chat.phone is not None:
        raise ApiError(400, "Bad Request: chat member status can't be changed in private chats")
    chat.bot_is_member = False
    return True


def set_my_commands(world: World, bot: Bot, call: Call) -> bool:
    """setMyCommands; scope and language are accepted and not kept apart."""
    listed = as_json(call.params.get("commands"), "commands")
    if not isinstance(listed, list):
        raise ApiError(400, "Bad Request: can't parse commands: expected an Array")
    if len(listed) > 100:
        raise ApiError(400, "Bad Request: BOT_COMMANDS_TOO_MUCH")
    for command in listed:
        if not isinstance(command, dict):
            raise ApiError(400, "Bad Request: can't parse BotCommand: expected an Object")
        if not _COMMAND.fullmatch(str(command.get("command", "")).removeprefix("/")):
            raise ApiError(400, "Bad Request: BOT_COMMAND_INVALID")
        if not 1 <= units(str(command.get("description") or "")) <= 256:
            raise ApiError(400, "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID")
    bot.commands = listed
    return True


def get_my_commands(world: World, bot: Bot, call: Call) -> list[dict[str, str]]:
    """getMyCommands."""
    return bot.commands


def delete_my_commands(world: World, bot: Bot, call: Call) -> bool:
    """deleteMyCommands."""
    bot.commands = []
    return True


def yes(world: World, bot: Bot, call: Call) -> bool:
    """Settings of the bot's own page, which nobody sees here."""
    return True
