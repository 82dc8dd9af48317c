"""Zalo's updates in our words. Pure; trusts no type. An update comes bare or in an envelope."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final

from bot.channels.base import Malformed, Raw
from bot.channels.reading import LONGEST_TEXT, as_dict, as_id, as_number, hashed_key, needed
from domain.message import ZALO, ChatRef, Incoming, Media
from domain.parts import clean

_KINDS: Final = {
    "message.text.received": "text",
    "message.image.received": "media",
    "message.sticker.received": "unreadable",
    "message.voice.received": "unreadable",
    "message.unsupported.received": "unreadable",
}
_MILLISECONDS: Final = 1000


def raw_of(update: object) -> Raw:
    """The update for the inbox, keyed by chat and message id."""
    whole = json.dumps(update)
    message = as_dict(_bare(update).get("message"))
    chat = as_id(as_dict(message.get("chat")).get("id"))
    number = as_id(message.get("message_id"))
    if not chat or not number:
        return Raw(hashed_key(whole), whole)
    return Raw(
        f"{chat}:{number}", whole, chat, as_id(as_dict(message.get("from")).get("id")), number
    )


def incoming_of(channel: str, update: object, bot_name: str = "") -> Incoming:
    """What the update says. Raises Malformed. `bot_name` is how groups mention us."""
    if not isinstance(update, Mapping):
        raise Malformed("not an object")
    bare = _bare(update)
    event, message = bare.get("event_name"), bare.get("message")
    if not isinstance(event, str):
        raise Malformed("no event name")
    kind = _KINDS.get(event, "ignored")
    if not isinstance(message, dict):
        if kind != "ignored":
            raise Malformed("message is not an object")
        return Incoming(raw_of(update).update_key, ChatRef(channel, ""), "", kind, platform=ZALO)
    chat, sender = as_dict(message.get("chat")), as_dict(message.get("from"))
    at = needed(as_id(chat.get("id")), "chat id")
    number = needed(as_id(message.get("message_id")), "message id")
    group = chat.get("chat_type") == "GROUP"
    if sender.get("is_bot") is True:
        kind = "ignored"
    who = as_id(sender.get("id"))
    words, media = "", tuple[Media, ...]()
    if kind != "ignored":
        needed(who, "sender")
        words, media = _content(event, message)
    if group:
        words = _unaddressed(words, bot_name)
    name = sender.get("display_name")
    return Incoming(
        update_key=f"{at}:{number}",
        at=ChatRef(channel, at),
        sender=who,
        kind=kind,
        text=words,
        message_id=number,
        media=media,
        sent_at=_instant(message.get("date")),
        group=group,
        platform=ZALO,
        sender_name=" ".join(clean(name[:200]).split()) if isinstance(name, str) else "",
    )


def _content(event: str, message: Mapping[str, Any]) -> tuple[str, tuple[Media, ...]]:
    if event == "message.text.received":
        words = message.get("text")
        if not isinstance(words, str):
            raise Malformed("a text that is not text")
        return clean(words[:LONGEST_TEXT]), ()
    caption = message.get("caption")
    words = clean(caption[:LONGEST_TEXT]) if isinstance(caption, str) else ""
    if event != "message.image.received":
        return words, ()
    # The wire says photo_url, the documentation photo.
    for name in ("photo_url", "photo"):
        address = message.get(name)
        if isinstance(address, str) and address:
            return words, (Media("photo", address),)
    raise Malformed("a picture without address")


def _unaddressed(words: str, bot_name: str) -> str:
    """In a group the message begins with whom it is for; our name may hold spaces."""
    if not words.startswith("@"):
        return words
    rest = words[1:]
    if bot_name and rest.lower().startswith(bot_name.lower()):
        return rest[len(bot_name) :].lstrip(" ,:\n")
    return (*rest.split(maxsplit=1), "", "")[1]


def _bare(update: object) -> dict[str, Any]:
    outer = as_dict(update)
    return as_dict(outer.get("result")) if "event_name" not in outer else outer


def _instant(value: object) -> datetime | None:
    number = as_number(value)
    if not number or not 0 < number < 2**45:
        return None
    return datetime.fromtimestamp(number / _MILLISECONDS, UTC)
