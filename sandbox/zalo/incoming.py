"""What people do on Zalo, as updates for the bot. Answers no method."""

from __future__ import annotations

from typing import Any

from sandbox.world.model import Message
from sandbox.world.queues import Update
from sandbox.world.views import media_path
from sandbox.world.world import World


def said(world: World, message: Message) -> Update | None:
    """A text, a picture, or something that the bot cannot read, if the bot hears it at all."""
    bot, phone = message.chat.bot, message.sender
    if phone is None or not is_user(world, message):
        return None
    in_group = message.chat.phone is None
    if in_group and not hears(message):
        return None
    shape: dict[str, Any] = {
        "from": {"id": phone.user_id, "display_name": phone.name, "is_bot": False},
        "chat": {"id": message.chat.id, "chat_type": "GROUP" if in_group else "PRIVATE"},
    }
    if message.photo is not None:
        event = "message.image.received"
        shape["photo_url"] = f"{world.url}{media_path(message.photo)}.{message.photo.ending}"
        if message.text:
            shape["caption"] = message.text
    elif message.file is not None:
        event = "message.unsupported.received"
    else:
        event = "message.text.received"
        shape["text"] = message.text
    shape["message_id"] = message.id
    shape["date"] = int(message.at * 1000)
    return bot.queue.push(
        {"event_name": event, "message": shape},
        message.at,
        message.chat.id,
        f"{message.chat.id}:{message.id}",
    )


def is_user(world: World, message: Message) -> bool:
    """The free plan has so many people per bot; who comes later is not heard."""
    bot, phone = message.chat.bot, message.sender
    if phone is None or phone.blocked:
        return False
    if phone.user_id in bot.writers:
        return True
    if bot.max_users is not None and len(bot.writers) >= bot.max_users:
        return False
    bot.writers.add(phone.user_id)
    return True


def hears(message: Message) -> bool:
    """In groups the bot gets mentions and replies only."""
    if message.reply_to is not None and message.reply_to.sender is None:
        return True
    return f"@{message.chat.bot.name}" in message.text
