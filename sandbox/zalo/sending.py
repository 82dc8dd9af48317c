"""Zalo's methods that say something, and the monthly quota they draw on."""

from __future__ import annotations

from typing import Any

from sandbox.wire.calls import ApiError, Call
from sandbox.world.model import Bot, Chat, Message, StoredFile
from sandbox.world.outside import is_loopback
from sandbox.world.world import World
from sandbox.zalo.ids import new_id
from sandbox.zalo.text import LONGEST, check_styles, units

FETCHES = 3


def send_message(world: World, bot: Bot, call: Call) -> dict[str, Any]:
    """sendMessage: 1 to 2000 UTF-16 units, plain, with optional text_styles."""
    text = call.params.get("text")
    if not isinstance(text, str) or not text.strip():
        raise ApiError(400, "Bad Request: text must not be empty")
    length = units(text)
    if length > LONGEST:
        raise ApiError(400, "Bad Request: text is too long")
    styles = check_styles(text, length, call.params.get("text_styles"))
    return _say(world, bot, call, text, styles)


async def send_photo(world: World, bot: Bot, call: Call) -> dict[str, Any]:
    """sendPhoto: Zalo fetches the URL itself, several times."""
    url = _public_url(world, call.params.get("photo"), "photo")
    caption = call.params.get("caption")
    if caption is not None and (not isinstance(caption, str) or not caption.strip()):
        raise ApiError(400, "Bad Request: caption must not be empty")
    if caption is not None and units(caption) > LONGEST:
        raise ApiError(400, "Bad Request: caption is too long")
    _reachable(bot, call)
    data = b""
    for _ in range(FETCHES):
        fetched = await world.fetch(url)
        if fetched is None:
            raise ApiError(400, "Bad Request: cannot fetch photo")
        data = fetched
    photo = world.files.keep(data, "photo", "", "zalo")
    if not photo.width:
        raise ApiError(400, "Bad Request: photo is not a picture")
    return _say(world, bot, call, caption or "", None, photo=photo)


def send_sticker(world: World, bot: Bot, call: Call) -> dict[str, Any]:
    """sendSticker; the phone shows its id."""
    sticker = call.params.get("sticker")
    if not isinstance(sticker, str) or not sticker:
        raise ApiError(400, "Bad Request: sticker must not be empty")
    return _say(world, bot, call, f"[{sticker}]", None)


async def send_voice(world: World, bot: Bot, call: Call) -> dict[str, Any]:
    """sendVoice: fetched like a picture."""
    given = call.params.get("voice_url") or call.params.get("voice")
    url = _public_url(world, given, "voice")
    data = await world.fetch(url)
    if data is None:
        raise ApiError(400, "Bad Request: cannot fetch voice")
    file = world.files.keep(data, url.rsplit("/", 1)[-1], "", "zalo")
    return _say(world, bot, call, "", None, file=file)


def send_chat_action(world: World, bot: Bot, call: Call) -> None:
    """sendChatAction; answers without a result."""
    if call.params.get("action") != "typing":
        raise ApiError(400, "Bad Request: action is not supported")
    world.announce_typing(_reachable(bot, call))


def _say(
    world: World,
    bot: Bot,
    call: Call,
    text: str,
    styles: list[dict[str, Any]] | None,
    photo: StoredFile | None = None,
    file: StoredFile | None = None,
) -> dict[str, Any]:
    chat = _reachable(bot, call)
    at = world.clock.seconds()
    _draw_on_quota(world, bot)
    said = Message(new_id(), chat, None, at, text, styles, photo=photo, file=file)
    world.deliver(said)
    return {"message_id": said.id, "date": int(at * 1000)}


def _public_url(world: World, url: Any, what: str) -> str:
    """An address that Zalo can fetch: HTTPS, or anything on this machine."""
    if isinstance(url, str) and (url.startswith("https://") or is_loopback(url)):
        return url
    raise ApiError(400, f"Bad Request: {what} must be a public HTTPS URL")


def _reachable(bot: Bot, call: Call) -> Chat:
    """The chat, if its person has written first and is among the bot's users."""
    chat_id = call.params.get("chat_id")
    chat = bot.chats.get(chat_id) if isinstance(chat_id, str) else None
    if chat is None:
        raise ApiError(400, "Bad Request: chat not found")
    phone = chat.phone
    # How Zalo words a refusal by a person who has blocked the bot is not documented.
    if phone is not None and (phone.blocked or phone.user_id not in bot.writers):
        raise ApiError(400, "Bad Request: chat not found")
    return chat


def _draw_on_quota(world: World, bot: Bot) -> None:
    if bot.monthly_quota is None:
        return
    month = world.clock.now().astimezone(world.clock.zone).strftime("%Y-%m")
    used = bot.sent_per_month.get(month, 0)
    if used >= bot.monthly_quota:
        raise ApiError(429, "Quota exceeded")
    bot.sent_per_month[month] = used + 1
