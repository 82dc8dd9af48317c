"""getFile and the download that follows it."""

from __future__ import annotations

from typing import Any

from sandbox.wire.calls import ApiError, Call, Reply
from sandbox.world.model import Bot
from sandbox.world.world import World

DOWNLOAD_BYTES = 20 * 1024 * 1024


def get_file(world: World, bot: Bot, call: Call) -> dict[str, Any]:
    """getFile: up to 20 MB."""
    file_id = str(call.params.get("file_id") or "")
    if not file_id:
        raise ApiError(400, "Bad Request: file_id not specified")
    file = world.files.get(file_id)
    if file is None:
        raise ApiError(400, "Bad Request: invalid file_id")
    if len(file.data) > DOWNLOAD_BYTES:
        raise ApiError(400, "Bad Request: file is too big")
    return {
        "file_id": file_id,
        "file_unique_id": file.unique_id,
        "file_size": len(file.data),
        "file_path": file.path,
    }


def download(world: World, bot: Bot, call: Call) -> Reply:
    """The bytes behind a file_path."""
    file = world.files.at_path(call.method)
    if file is None or len(file.data) > DOWNLOAD_BYTES:
        raise ApiError(404, "Not Found")
    return Reply(200, file.data, b"application/octet-stream")
