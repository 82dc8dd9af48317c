"""Zalo's table of methods, and how it says yes and no. No rule of a method lives here."""

from typing import Any

from sandbox.wire.calls import HTML, ApiError, Call, Raw, Reply
from sandbox.world.compact import dumps
from sandbox.world.faults import Fault
from sandbox.zalo import receiving, sending, webhook

BROKEN = Reply(500, b"<html><body>Internal Server Error</body></html>", HTML)

METHODS: dict[str, Any] = {
    "getMe": receiving.get_me,
    "getUpdates": receiving.get_updates,
    "setWebhook": webhook.set_webhook,
    "deleteWebhook": webhook.delete_webhook,
    "getWebhookInfo": webhook.get_webhook_info,
    "sendMessage": sending.send_message,
    "sendPhoto": sending.send_photo,
    "sendSticker": sending.send_sticker,
    "sendVoice": sending.send_voice,
    "sendChatAction": sending.send_chat_action,
}

_FAULTS = {
    "429": (429, "Too Many Requests"),
    # On Zalo 403 says that the server is unwell.
    "forbidden": (403, "Internal server error"),
    "not_found": (400, "Bad Request: chat not found"),
    "moved": (400, "Bad Request: chat not found"),
    "unauthorized": (401, "Unauthorized"),
    "poller": (409, "Conflict"),
}


def find(call: Call) -> tuple[str, Any]:
    """The method by its exact name; names are case-sensitive."""
    return call.method, METHODS.get(call.method, _unknown)


def accept(result: Any) -> Reply:
    """`{"ok": true, "result": …}`; without a result when there is none."""
    if type(result) is Raw:
        return Reply(200, result)
    if result is None:
        return Reply(200, b'{"ok":true}')
    return Reply(200, b'{"ok":true,"result":' + dumps(result) + b"}")


def refuse(error: ApiError) -> Reply:
    """`{"ok": false, …}`, always with HTTP status 200."""
    shape = {"ok": False, "description": error.description, "error_code": error.code}
    return Reply(200, dumps(shape))


def fault_error(fault: Fault) -> ApiError:
    """What Zalo says when it refuses on order."""
    code, description = _FAULTS[fault.kind]
    return ApiError(code, description)


def _unknown(world: Any, bot: Any, call: Call) -> Any:
    raise ApiError(404, "Not Found")
