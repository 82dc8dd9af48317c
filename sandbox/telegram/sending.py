"""Telegram's methods that say something: text, typing, the answer to a tap."""

from __future__ import annotations

import time
from typing import Any

from sandbox.telegram import shapes
from sandbox.telegram.addressing import count_against_limits, reachable_chat
from sandbox.telegram.keyboards import Rows, read_markup
from sandbox.telegram.text import Spans, as_json, read_text, units
from sandbox.wire.calls import ApiError, Call
from sandbox.world.model import Bot, Chat, Message
from sandbox.world.world import World

TEXT_UNITS = 4096
ANSWER_UNITS = 200
_ACTIONS = {
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
}


def send_message(world: World, bot: Bot, call: Call) -> dict[str, Any]:
    """sendMessage."""
    params = call.params
    text, spans = read_text(params, "text", TEXT_UNITS)
    if not text.strip():
        raise ApiError(400, "Bad Request: message text is empty")
    if "link_preview_options" in params:
        as_json(params["link_preview_options"], "link preview options")
    return say(world, bot, params, text, spans)


def say(
    world: World, bot: Bot, params: dict[str, Any], text: str, spans: Spans, **media: Any
) -> dict[str, Any]:
    """Puts the bot's message into its chat; the message as JSON."""
    buttons = read_markup(params)
    chat = reachable_chat(bot, params)
    thread = _thread(chat, params)
    reply_to = _replied(chat, params)
    count_against_limits(world, bot, chat)
    chat.last_message_id += 1
    said = Message(
        chat.last_message_id,
        chat,
        None,
        world.clock.seconds(),
        text,
        spans,
        buttons,
        reply_to=reply_to,
        offered=offered(buttons),
        thread=thread,
        **media,
    )
    world.deliver(said)
    return shapes.message(said)


def offered(buttons: Rows | None) -> set[str] | None:
    """The callback data on a keyboard."""
    if buttons is None:
        return None
    return {
        button["callback_data"] for row in buttons for button in row if "callback_data" in button
    }


def send_chat_action(world: World, bot: Bot, call: Call) -> bool:
    """sendChatAction."""
    if call.params.get("action") not in _ACTIONS:
        raise ApiError(400, "Bad Request: wrong parameter action in request")
    world.announce_typing(reachable_chat(bot, call.params))
    return True


def answer_callback_query(world: World, bot: Bot, call: Call) -> bool:
    """answerCallbackQuery; a tap can be answered once, and not for ever."""
    text = call.params.get("text") or None
    if text is not None and units(str(text)) > ANSWER_UNITS:
        raise ApiError(400, "Bad Request: MESSAGE_TOO_LONG")
    tap = world.taps.get(str(call.params.get("callback_query_id")))
    if (
        tap is None
        or tap.closed
        or tap.phone.bot is not bot
        or time.monotonic() - tap.at_monotonic > world.tap_lifetime
    ):
        raise ApiError(
            400,
            "Bad Request: query is too old and response timeout expired or query ID is invalid",
        )
    world.close_tap(tap, text)
    return True


def _thread(chat: Chat, params: dict[str, Any]) -> int | None:
    raw = params.get("message_thread_id")
    if raw in (None, ""):
        return None
    try:
        thread = int(str(raw))
    except ValueError:
        thread = 0
    if thread not in (chat.topics or {}):
        raise ApiError(400, "Bad Request: message thread not found")
    return thread


def _replied(chat: Chat, params: dict[str, Any]) -> Message | None:
    raw = params.get("reply_parameters")
    lenient = params.get("allow_sending_without_reply") in (True, "true", "True", "1")
    message_id = params.get("reply_to_message_id")
    if raw is not None and raw != "":
        wanted = as_json(raw, "reply parameters")
        if not isinstance(wanted, dict) or "message_id" not in wanted:
            raise ApiError(400, "Bad Request: can't parse reply parameters")
        message_id = wanted["message_id"]
        lenient = bool(wanted.get("allow_sending_without_reply"))
    if message_id is None or message_id == "":
        return None
    try:
        found = chat.messages.get(int(message_id))
    except (TypeError, ValueError):
        found = None
    if found is None and not lenient:
        raise ApiError(400, "Bad Request: message to be replied not found")
    return found
