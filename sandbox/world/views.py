"""What a phone shows, as JSON for the page and the tests. Changes nothing."""

from typing import Any

from sandbox.world.clock import iso
from sandbox.world.model import Chat, Message, Phone, StoredFile

_STYLES = {
    "bold": "bold",
    "b": "bold",
    "italic": "italic",
    "i": "italic",
    "underline": "underline",
    "u": "underline",
    "strikethrough": "strike",
    "s": "strike",
    "code": "code",
    "pre": "code",
    "c_db342e": "red",
    "c_f27806": "orange",
    "c_f7b503": "yellow",
    "c_15a85f": "green",
}


def phone(shown: Phone) -> dict[str, Any]:
    """A phone, without its messages."""
    return {
        "id": shown.id,
        "channel": shown.channel,
        "bot": shown.bot.name,
        "bot_username": shown.bot.username,
        "person": shown.person,
        "name": shown.name,
        "title": shown.title,
        "unit": shown.unit,
        "role": shown.role,
        "chat": str(shown.chat.id),
        "started": shown.started,
        "unread": shown.unread,
        "blocked": shown.blocked,
        "groups": [
            {"chat": str(group.id), "title": group.title}
            for group in shown.groups
            if group.migrated_to is None and group.bot_is_member
        ],
    }


def message_id(said: Message) -> Any:
    """The id by which a phone names a message: the platform's own, with the chat in a group."""
    return said.id if said.chat.phone is not None else f"{said.chat.id}:{said.id}"


def message(said: Message, seen_by: Phone) -> dict[str, Any]:
    """A message as one phone shows it."""
    shown: dict[str, Any] = {
        "id": message_id(said),
        "from": sender(said, seen_by),
        "text": said.text,
        "spans": spans(said),
        "buttons": [[button(each) for each in row] for row in said.buttons or []],
        "photo": None if said.photo is None else media_path(said.photo),
        "file": None,
        "reply_to": None if said.reply_to is None else message_id(said.reply_to),
        "at": iso(said.at),
        "edited": said.edited_at is not None,
        "chat": None if said.chat.phone is not None else group(said.chat),
    }
    if said.file is not None:
        shown["file"] = {
            "name": said.file.name,
            "url": media_path(said.file),
            "size": len(said.file.data),
        }
    return shown


def sender(said: Message, seen_by: Phone) -> str:
    """`me`, `bot`, or in a group another member's name."""
    if said.sender is None:
        return "bot"
    return "me" if said.sender is seen_by else said.sender.name


def button(shown: dict[str, Any]) -> dict[str, Any]:
    """A button; `data` is null for one that opens an address (`url`)."""
    seen = {"label": shown["text"], "data": shown.get("callback_data")}
    return seen | {"url": shown["url"]} if "url" in shown else seen


def group(chat: Chat) -> dict[str, Any]:
    """A group by id and title; one that has moved by the id that it has now."""
    while chat.migrated_to is not None:
        chat = chat.migrated_to
    return {"id": str(chat.id), "title": chat.title}


def media_path(file: StoredFile) -> str:
    """Where the server gives the bytes."""
    return f"/media/{file.file_id}"


def spans(said: Message) -> list[dict[str, Any]]:
    """The styles of a text, whichever platform they came by; offsets in UTF-16 units."""
    found = []
    for span in said.spans or []:
        if "st" in span:  # Zalo: one range, several styles
            names, offset, length = span["st"], span["start"], span["len"]
        else:
            names, offset, length = [span["type"]], span["offset"], span["length"]
        found += [
            {"offset": offset, "length": length, "style": _STYLES[name]}
            for name in names
            if name in _STYLES
        ]
    return found
