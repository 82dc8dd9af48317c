"""Telegram's methods that change or remove what the bot has said."""

from __future__ import annotations

from typing import Any

from sandbox.telegram import shapes
from sandbox.telegram.addressing import count_against_limits, named_message, reachable_chat
from sandbox.telegram.keyboards import Rows, read_markup
from sandbox.telegram.media import CAPTION_UNITS
from sandbox.telegram.sending import TEXT_UNITS, offered
from sandbox.telegram.text import Spans, read_text
from sandbox.wire.calls import ApiError, Call
from sandbox.world.model import Bot, Message
from sandbox.world.world import World

DELETE_WITHIN = 48 * 3600
_NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are "
    "exactly the same as a current content and reply markup of the message"
)


def edit_text(world: World, bot: Bot, call: Call) -> dict[str, Any]:
    """editMessageText; without reply_markup the buttons go."""
    text, spans = read_text(call.params, "text", TEXT_UNITS)
    if not text.strip():
        raise ApiError(400, "Bad Request: message text is empty")
    buttons = read_markup(call.params)
    said = _own(bot, call)
    if said.photo is not None or said.file is not None:
        raise ApiError(400, "Bad Request: there is no text in the message to edit")
    return _change(world, bot, said, text, spans, buttons)


def edit_caption(world: World, bot: Bot, call: Call) -> dict[str, Any]:
    """editMessageCaption."""
    text, spans = read_text(call.params, "caption", CAPTION_UNITS)
    buttons = read_markup(call.params)
    said = _own(bot, call)
    if said.photo is None and said.file is None:
        raise ApiError(400, "Bad Request: there is no caption in the message to edit")
    return _change(world, bot, said, text, spans, buttons)


def edit_reply_markup(world: World, bot: Bot, call: Call) -> dict[str, Any]:
    """editMessageReplyMarkup."""
    buttons = read_markup(call.params)
    said = _own(bot, call)
    return _change(world, bot, said, said.text, said.spans, buttons)


def delete_message(world: World, bot: Bot, call: Call) -> bool:
    """deleteMessage: within 48 hours; in a group only what the bot said."""
    chat = reachable_chat(bot, call.params)
    said = named_message(chat, call.params, "message to delete")
    too_old = world.clock.seconds() - said.at > DELETE_WITHIN
    if too_old or (chat.phone is None and said.sender is not None):
        raise ApiError(400, "Bad Request: message can't be deleted")
    world.withdraw(said)
    return True


def _own(bot: Bot, call: Call) -> Message:
    chat = reachable_chat(bot, call.params)
    said = named_message(chat, call.params, "message to edit")
    if said.sender is not None or said.extra:
        raise ApiError(400, "Bad Request: message can't be edited")
    return said


def _change(
    world: World, bot: Bot, said: Message, text: str, spans: Spans, buttons: Rows | None
) -> dict[str, Any]:
    if (text, spans, buttons) == (said.text, said.spans, said.buttons):
        raise ApiError(400, _NOT_MODIFIED)
    count_against_limits(world, bot, said.chat)
    said.text, said.spans, said.buttons = text, spans, buttons
    said.offered = (said.offered or set()) | (offered(buttons) or set()) or None
    said.edited_at = world.clock.seconds()
    world.announce_edit(said)
    return shapes.message(said)
