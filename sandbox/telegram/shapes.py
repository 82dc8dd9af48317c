"""The JSON of Telegram's objects, made from the sandbox's things. No rules."""

import re
from typing import Any

from sandbox.world.model import Bot, Chat, Message, Phone, StoredFile, Tap

_COMMAND = re.compile(r"(?:(?<=\s)|^)/[A-Za-z0-9_]{1,32}(?:@\w{3,32})?")


def bot_user(bot: Bot) -> dict[str, Any]:
    """The bot as the sender of its messages."""
    return {"id": bot.id, "is_bot": True, "first_name": bot.name, "username": bot.username}


def user(phone: Phone) -> dict[str, Any]:
    """The person as the sender of a message."""
    if not phone.user:
        phone.user = {
            "id": phone.user_id,
            "is_bot": False,
            "first_name": phone.name,
            "language_code": "vi",
        }
        if phone.username:
            phone.user["username"] = phone.username
    return phone.user


def chat(chat: Chat) -> dict[str, Any]:
    """The chat as messages name it."""
    if not chat.shape:
        if chat.phone is not None:
            chat.shape = {"id": chat.id, "first_name": chat.phone.name, "type": "private"}
            if chat.phone.username:
                chat.shape["username"] = chat.phone.username
        else:
            chat.shape = {"id": chat.id, "title": chat.title, "type": chat.kind}
            if chat.topics is not None:
                chat.shape["is_forum"] = True
    return chat.shape


def message(said: Message, *, with_reply: bool = True) -> dict[str, Any]:
    """A message, whole."""
    shape: dict[str, Any] = {
        "message_id": said.id,
        "from": user(said.sender) if said.sender is not None else bot_user(said.chat.bot),
        "chat": chat(said.chat),
        "date": int(said.at),
    }
    if said.edited_at is not None:
        shape["edit_date"] = int(said.edited_at)
    if said.thread is not None:
        shape |= {"message_thread_id": said.thread, "is_topic_message": True}
    if with_reply and said.reply_to is not None:
        shape["reply_to_message"] = message(said.reply_to, with_reply=False)
    elif with_reply and said.thread is not None:
        shape["reply_to_message"] = topic(said.chat, said.thread)
    if said.photo is not None:
        shape["photo"] = photo_sizes(said.photo)
    if said.file is not None:
        shape["document"] = document(said.file)
    if said.text:
        has_media = said.photo is not None or said.file is not None
        shape["caption" if has_media else "text"] = said.text
        spans = said.spans
        if spans is None and said.sender is not None and "/" in said.text:
            spans = commands(said.text)
        if spans:
            shape["caption_entities" if has_media else "entities"] = spans
    if said.buttons is not None:
        shape["reply_markup"] = {"inline_keyboard": said.buttons}
    if said.extra:
        shape.update(said.extra)
    return shape


def topic(where: Chat, thread: int) -> dict[str, Any]:
    """The service message that began a topic; what answers nothing within it answers that."""
    return {
        "message_id": thread,
        "from": user(where.members[0]),
        "chat": chat(where),
        "date": 0,
        "message_thread_id": thread,
        "is_topic_message": True,
        "forum_topic_created": {"name": (where.topics or {})[thread], "icon_color": 7322096},
    }


def commands(text: str) -> list[dict[str, Any]]:
    """The bot_command entities that Telegram finds in what a person typed."""
    return [
        {
            "offset": len(text[: found.start()].encode("utf-16-le", "surrogatepass")) // 2,
            "length": len(found[0]),
            "type": "bot_command",
        }
        for found in _COMMAND.finditer(text)
    ]


def photo_sizes(photo: StoredFile) -> list[dict[str, Any]]:
    """Three sizes of a picture, smallest first; the last is the whole."""
    sizes = []
    for mark, side in (("s", 90), ("m", 320), ("", 0)):
        width, height = photo.width, photo.height
        if side:
            scale = side / max(width, height, 1)
            if scale >= 1:
                continue
            width, height = max(1, round(width * scale)), max(1, round(height * scale))
        sizes.append(
            {
                "file_id": photo.file_id + mark,
                "file_unique_id": photo.unique_id + mark,
                "file_size": len(photo.data),
                "width": width,
                "height": height,
            }
        )
    return sizes


def document(file: StoredFile) -> dict[str, Any]:
    """A document."""
    return {
        "file_name": file.name,
        "mime_type": file.mime,
        "file_id": file.file_id,
        "file_unique_id": file.unique_id,
        "file_size": len(file.data),
    }


def callback_query(tap: Tap) -> dict[str, Any]:
    """A tapped button."""
    return {
        "id": tap.query_id,
        "from": user(tap.phone),
        "message": message(tap.message),
        "chat_instance": str(abs(hash((tap.message.chat.id, "instance")))),
        "data": tap.data,
    }


def member(person: dict[str, Any], status: str) -> dict[str, Any]:
    """A chat member in a given state."""
    shape: dict[str, Any] = {"user": person, "status": status}
    if status == "kicked":
        shape["until_date"] = 0
    if status in ("creator", "administrator"):
        shape["is_anonymous"] = False
    if status == "administrator":
        shape |= dict.fromkeys(_POWERS, False) | {"can_manage_chat": True}
    return shape


# What every administrator's JSON says of them.
_POWERS = (
    "can_be_edited", "can_manage_chat", "can_delete_messages", "can_manage_video_chats",
    "can_restrict_members", "can_promote_members", "can_change_info", "can_invite_users",
    "can_post_stories", "can_edit_stories", "can_delete_stories",
)  # fmt: skip
