"""Telegram's updates in our words. Pure; trusts no type, so one bad update harms no other."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final, NamedTuple

from bot.channels.base import Malformed, Raw
from bot.channels.reading import as_dict, as_id, as_number, as_text, hashed_key, needed
from domain.message import ChatRef, Incoming, Media
from domain.parts import clean

Fields = Mapping[str, Any]

WANTED: Final = ("message", "edited_message", "callback_query", "my_chat_member")

# What a person sent that we cannot read but should answer, and what nobody said.
_UNREADABLE: Final = frozenset((
    "sticker", "voice", "audio", "video", "video_note", "animation", "contact", "location",
    "venue", "poll", "dice", "story", "paid_media", "game", "checklist",
))  # fmt: skip
# The words of somebody else; before version 7 of the Bot API forward_origin had other names.
_BORROWED: Final = frozenset((
    "forward_origin", "forward_date", "forward_from", "forward_from_chat", "forward_sender_name",
    "via_bot",
))  # fmt: skip
_GONE: Final = ("kicked", "left")


def raw_of(update: object) -> Raw:
    """The update for the inbox, with what can be read of it without trusting it."""
    whole = json.dumps(update)
    if not isinstance(update, dict) or as_number(update.get("update_id")) is None:
        return Raw(hashed_key(whole), whole)
    body = _body(update)
    message = body.get("message") if "data" in body or "inline_message_id" in body else body
    message = message if isinstance(message, dict) else {}
    return Raw(
        str(update["update_id"]),
        whole,
        as_id(as_dict(message.get("chat")).get("id")),
        as_id(as_dict(body.get("from")).get("id")),
        as_id(message.get("message_id")) or None,
        as_id(as_dict(message.get("reply_to_message")).get("message_id")) or None,
    )


def incoming_of(channel: str, update: object, bot_name: str = "") -> Incoming:
    """What the update says. Raises Malformed.

    `bot_name` is our own user name: in a group it is cut off, and what names another bot is
    ignored.
    """
    if not isinstance(update, Mapping):
        raise Malformed("not an object")
    key = as_number(update.get("update_id"))
    if key is None:
        raise Malformed("no update id")
    for kind, read in (
        ("message", _message),
        ("edited_message", _message),
        ("callback_query", _tap),
        ("my_chat_member", _membership),
    ):
        if kind in update:
            body = update[kind]
            if not isinstance(body, dict):
                raise Malformed(f"{kind} is not an object")
            return read(channel, str(key), kind, body, bot_name)
    chat = as_id(as_dict(_body(update).get("chat")).get("id"))
    return Incoming(str(key), ChatRef(channel, chat), "", "ignored")


def _message(channel: str, key: str, what: str, m: Fields, bot_name: str) -> Incoming:
    chat = as_dict(m.get("chat"))
    at = needed(as_id(chat.get("id")), "chat id")
    group = chat.get("type") in ("group", "supergroup")
    sender = as_dict(m.get("from"))
    common: dict[str, Any] = {
        "update_key": key,
        "sender": as_id(sender.get("id")),
        "message_id": needed(as_id(m.get("message_id")), "message id"),
        "sent_at": _instant(m.get("edit_date") or m.get("date")),
        "group": group,
        "sender_name": _name(sender),
    }
    here = ChatRef(channel, at)
    if (new := as_id(m.get("migrate_to_chat_id"))) != "":
        return Incoming(at=here, kind="moved", moved_to=new, **common)
    if (old := as_id(m.get("migrate_from_chat_id"))) != "":
        return Incoming(at=ChatRef(channel, old), kind="moved", moved_to=at, **common)
    # Somebody who speaks as a group or channel cannot be known; bots are not listened to.
    if chat.get("type") == "channel" or "sender_chat" in m or sender.get("is_bot") is True:
        return Incoming(at=here, kind="ignored", **common)
    needed(common["sender"], "sender")
    replied = as_dict(m.get("reply_to_message"))
    if "forum_topic_created" in replied:  # what stands in a topic answers its beginning: nothing
        replied = {}
    common |= {
        "at": here,
        "reply_to": as_id(replied.get("message_id")) or None,
        "reply_text": as_text(replied.get("text") or replied.get("caption") or ""),
        "album": as_id(m.get("media_group_id")),
        "forwarded": not _BORROWED.isdisjoint(m),
    }
    media = _media(m)
    words = as_text(m.get("text") or m.get("caption") or "")
    if group:
        ours = _addressed(words, bot_name)
        if ours is None:
            return Incoming(kind="ignored", **common)
        words = ours.words
        common |= {
            "to_us": ours.named or _is_ours(replied, bot_name),
            "thread": _thread(m),
            "has_admins": True,
        }
    kind = _kind(m, media)
    if kind != "ignored" and what == "edited_message":
        kind = "edited"
    return Incoming(kind=kind, text=words, media=media, **common)


def _kind(m: Fields, media: tuple[Media, ...]) -> str:
    if not _UNREADABLE.isdisjoint(m):
        return "unreadable"
    if media:
        return "media"
    return "text" if "text" in m else "ignored"


def _tap(channel: str, key: str, _what: str, q: Fields, _bot_name: str) -> Incoming:
    sender, message = as_dict(q.get("from")), as_dict(q.get("message"))
    chat = as_dict(message.get("chat"))
    offer = q.get("data")
    if not isinstance(offer, str):
        raise Malformed("a tap without data")
    return Incoming(
        update_key=key,
        at=ChatRef(channel, needed(as_id(chat.get("id")), "chat id")),
        sender=needed(as_id(sender.get("id")), "sender"),
        kind="choice",
        message_id=as_id(message.get("message_id")) or None,
        reply_text=as_text(message.get("text") or message.get("caption") or ""),
        offer=clean(offer[:64]),
        tap_id=needed(as_id(q.get("id")), "tap id"),
        group=chat.get("type") in ("group", "supergroup"),
        thread=_thread(message),
        has_admins=chat.get("type") in ("group", "supergroup"),
        sender_name=_name(sender),
    )


def _thread(m: Fields) -> str | None:
    """The topic in which a message stands. A chain of answers has an id too and is none."""
    return as_id(m.get("message_thread_id")) or None if m.get("is_topic_message") is True else None


def _membership(channel: str, key: str, _what: str, change: Fields, _bot_name: str) -> Incoming:
    chat, sender = as_dict(change.get("chat")), as_dict(change.get("from"))
    status = as_dict(change.get("new_chat_member")).get("status")
    if not isinstance(status, str):
        raise Malformed("a membership without status")
    kind = "blocked" if status in _GONE else "unblocked"
    if chat.get("type") == "channel":
        kind = "ignored"
    return Incoming(
        update_key=key,
        at=ChatRef(channel, needed(as_id(chat.get("id")), "chat id")),
        sender=as_id(sender.get("id")),
        kind=kind,
        sent_at=_instant(change.get("date")),
        group=chat.get("type") in ("group", "supergroup"),
        sender_name=_name(sender),
    )


def _media(m: Fields) -> tuple[Media, ...]:
    sizes = m.get("photo")
    if isinstance(sizes, list):
        known = [size for size in map(as_dict, sizes) if isinstance(size.get("file_id"), str)]
        if known:
            # Telegram lists sizes from the smallest up.
            largest = known[-1]
            size = as_number(largest.get("file_size"))
            return (Media("photo", largest["file_id"], mime="image/jpeg", size=size),)
    document = as_dict(m.get("document"))
    if isinstance(document.get("file_id"), str):
        return (
            Media(
                "file",
                document["file_id"],
                as_text(document.get("file_name") or "")[:200],
                as_text(document.get("mime_type") or "")[:100],
                as_number(document.get("file_size")),
            ),
        )
    return ()


class _Addressed(NamedTuple):
    words: str  # without our name
    named: bool  # it names us, or is a command


def _addressed(words: str, bot_name: str) -> _Addressed | None:
    """What a group's member said, and whether to us; None when it is for another bot."""
    ours = f"@{bot_name}".lower()
    first, rest = (*words.split(maxsplit=1), "", "")[:2]
    if first.startswith("/"):
        command, _, name = first.partition("@")
        if name and bot_name and f"@{name}".lower() != ours:
            return None
        return _Addressed(f"{command} {rest}".strip() if name else words, True)
    if not bot_name:
        return _Addressed(words, False)
    # A name goes on: "@vanphong_bot2" is somebody else's.
    found = re.search(rf"(?<!\w){re.escape(ours)}(?!\w)[,:]?", words, re.IGNORECASE)
    if found is None:
        return _Addressed(words, False)
    around = (words[: found.start()].strip(), words[found.end() :].strip())
    return _Addressed(" ".join(part for part in around if part), True)


def _is_ours(message: Fields, bot_name: str) -> bool:
    """Whether we said this message."""
    sender = as_dict(message.get("from"))
    name = sender.get("username")
    return (
        sender.get("is_bot") is True and isinstance(name, str) and name.lower() == bot_name.lower()
    )


def _body(update: Fields) -> dict[str, Any]:
    """The one thing in an update that is not its id."""
    for name, value in update.items():
        if name != "update_id" and isinstance(value, dict):
            return value
    return {}


def _name(sender: Fields) -> str:
    names = (sender.get("first_name"), sender.get("last_name"))
    words = " ".join(name[:100] for name in names if isinstance(name, str))
    return " ".join(clean(words).split())


def _instant(value: object) -> datetime | None:
    number = as_number(value)
    return datetime.fromtimestamp(number, UTC) if number and 0 < number < 2**35 else None
