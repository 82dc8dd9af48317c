"""What people do on Telegram, as updates for the bot. Answers no method."""

from __future__ import annotations

from typing import Any

from sandbox.telegram import shapes
from sandbox.telegram.polling import is_allowed
from sandbox.world.model import Bot, Chat, Message, Phone, Tap
from sandbox.world.queues import Update
from sandbox.world.world import World


def push(world: World, bot: Bot, kind: str, body: Any, chat: Any) -> Update | None:
    """Queues an update of this kind if the bot wants such."""
    if not is_allowed(bot, kind):
        return None
    return bot.queue.push({kind: body}, world.clock.seconds(), chat)


def said(world: World, message: Message, kind: str = "message") -> Update | None:
    """A message, or with `edited_message` what became of it."""
    chat = message.chat
    if chat.phone is None and not hears(chat.bot, message):
        return None
    return push(world, chat.bot, kind, shapes.message(message), chat.id)


def hears(bot: Bot, message: Message) -> bool:
    """In groups a bot in privacy mode gets commands, mentions, replies, service messages; one that
    administers the group gets everything."""
    if not message.chat.bot_is_member:
        return False
    if not bot.privacy or message.chat.bot_administers or message.extra:
        return True
    text = message.text
    if message.reply_to is not None and message.reply_to.sender is None:
        return True
    if f"@{bot.username}" in text:
        return True
    return text.startswith("/") and "@" not in text.split()[0]


def tapped(world: World, tap: Tap) -> Update | None:
    """A button was tapped."""
    chat = tap.message.chat
    return push(world, chat.bot, "callback_query", shapes.callback_query(tap), chat.id)


def membership(world: World, chat: Chat, by: Phone, old: str, new: str) -> Update | None:
    """The bot itself was blocked, unblocked, added or removed."""
    me = shapes.bot_user(chat.bot)
    body = {
        "chat": shapes.chat(chat),
        "from": shapes.user(by),
        "date": int(world.clock.seconds()),
        "old_chat_member": shapes.member(me, old),
        "new_chat_member": shapes.member(me, new),
    }
    return push(world, chat.bot, "my_chat_member", body, chat.id)
