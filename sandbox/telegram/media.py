"""Telegram's methods that send a picture or a file."""

from __future__ import annotations

from typing import Any

from sandbox.telegram.sending import say
from sandbox.telegram.text import read_text
from sandbox.wire.calls import ApiError, Call, Upload
from sandbox.world.model import Bot, StoredFile
from sandbox.world.world import World

CAPTION_UNITS = 1024
PHOTO_BYTES = 10 * 1024 * 1024
FILE_BYTES = 50 * 1024 * 1024


async def send_photo(world: World, bot: Bot, call: Call) -> dict[str, Any]:
    """sendPhoto: uploaded, known by its file_id, or at a URL."""
    photo = await _media(world, call, "photo", PHOTO_BYTES)
    if not photo.width:
        raise ApiError(400, "Bad Request: IMAGE_PROCESS_FAILED")
    longer, shorter = max(photo.width, photo.height), min(photo.width, photo.height)
    if longer + shorter > 10000 or longer > 20 * shorter:
        raise ApiError(400, "Bad Request: PHOTO_INVALID_DIMENSIONS")
    text, spans = read_text(call.params, "caption", CAPTION_UNITS)
    return say(world, bot, call.params, text, spans, photo=photo)


async def send_document(world: World, bot: Bot, call: Call) -> dict[str, Any]:
    """sendDocument: uploaded, known by its file_id, or at a URL."""
    file = await _media(world, call, "document", FILE_BYTES)
    text, spans = read_text(call.params, "caption", CAPTION_UNITS)
    return say(world, bot, call.params, text, spans, file=file)


async def _media(world: World, call: Call, field: str, limit: int) -> StoredFile:
    value = call.params.get(field)
    upload = call.files.get(field)
    if isinstance(value, str) and value.startswith("attach://"):
        upload = call.files.get(value.removeprefix("attach://"))
        if upload is None:
            raise ApiError(400, "Bad Request: wrong attach name specified")
    elif isinstance(value, str) and value.startswith(("http://", "https://")):
        data = await world.fetch(value)
        if data is None:
            raise ApiError(400, "Bad Request: failed to get HTTP URL content")
        upload = Upload(value.rsplit("/", 1)[-1] or "file", "", data)
    elif upload is None and value:
        known = world.files.get(str(value))
        if known is None:
            raise ApiError(400, "Bad Request: wrong file identifier/HTTP URL specified")
        return known
    if upload is None:
        raise ApiError(400, f"Bad Request: there is no {field} in the request")
    if not upload.data:
        raise ApiError(400, "Bad Request: file must be non-empty")
    if len(upload.data) > limit:
        if field == "photo":
            raise ApiError(400, "Bad Request: file is too big")
        raise ApiError(413, "Request Entity Too Large")
    folder = "photos" if field == "photo" else "documents"
    return world.files.keep(upload.data, upload.name, upload.mime, folder)
