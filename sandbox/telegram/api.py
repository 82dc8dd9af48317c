"""Telegram's table of methods, and how it says yes and no. No rule of a method lives here."""

from typing import Any

from sandbox.telegram import about, editing, files, media, polling, sending, webhook
from sandbox.wire.calls import ApiError, Call, Raw, Reply
from sandbox.world.compact import dumps
from sandbox.world.faults import Fault

BROKEN = Reply(500, b'{"ok":false,"error_code":500,"description":"Internal Server Error"}')

METHODS: dict[str, Any] = {
    "getUpdates": polling.get_updates,
    "setWebhook": webhook.set_webhook,
    "deleteWebhook": webhook.delete_webhook,
    "getWebhookInfo": webhook.get_webhook_info,
    "getMe": about.get_me,
    "getChat": about.get_chat,
    "getChatMember": about.get_chat_member,
    "getChatMemberCount": about.get_chat_member_count,
    "leaveChat": about.leave_chat,
    "setMyCommands": about.set_my_commands,
    "getMyCommands": about.get_my_commands,
    "deleteMyCommands": about.delete_my_commands,
    "setChatMenuButton": about.yes,
    "setMyName": about.yes,
    "setMyDescription": about.yes,
    "setMyShortDescription": about.yes,
    "logOut": about.yes,
    "close": about.yes,
    "sendMessage": sending.send_message,
    "sendChatAction": sending.send_chat_action,
    "answerCallbackQuery": sending.answer_callback_query,
    "sendPhoto": media.send_photo,
    "sendDocument": media.send_document,
    "editMessageText": editing.edit_text,
    "editMessageCaption": editing.edit_caption,
    "editMessageReplyMarkup": editing.edit_reply_markup,
    "deleteMessage": editing.delete_message,
    "getFile": files.get_file,
}
# Method names are case-insensitive.
_BY_NAME = {name.lower(): (name, method) for name, method in METHODS.items()}
_BY_NAME.update({name: (name, method) for name, method in METHODS.items()})

_FAULTS = {
    "forbidden": (403, "Forbidden: bot was blocked by the user"),
    "not_found": (400, "Bad Request: chat not found"),
    "unauthorized": (401, "Unauthorized"),
    "poller": (
        409,
        "Conflict: terminated by other getUpdates request; "
        "make sure that only one bot instance is running",
    ),
}


def find(call: Call) -> tuple[str, Any]:
    """The method's proper name and its function."""
    if call.verb == "FILE":
        return "download", files.download
    return _BY_NAME.get(call.method) or _BY_NAME.get(call.method.lower(), (call.method, _unknown))


def accept(result: Any) -> Reply:
    """`{"ok": true, "result": …}`."""
    body = result if type(result) is Raw else dumps(result)
    return Reply(200, b'{"ok":true,"result":' + body + b"}")


def refuse(error: ApiError) -> Reply:
    """`{"ok": false, "error_code": …, "description": …}`, the HTTP status being the code."""
    shape: dict[str, Any] = {
        "ok": False,
        "error_code": error.code,
        "description": error.description,
    }
    if error.parameters:
        shape["parameters"] = error.parameters
    return Reply(error.code, dumps(shape))


def fault_error(fault: Fault) -> ApiError:
    """What Telegram says when it refuses on order."""
    if fault.kind == "429":
        return too_many(fault.retry_after)
    code, description = _FAULTS[fault.kind]
    return ApiError(code, description)


def too_many(retry_after: int) -> ApiError:
    """429 with the seconds to wait."""
    return ApiError(
        429, f"Too Many Requests: retry after {retry_after}", {"retry_after": retry_after}
    )


def _unknown(world: Any, bot: Any, call: Call) -> Any:
    raise ApiError(404, "Not Found: method not found")
