"""Checks reply markup: inline buttons and the rest. Sends nothing."""

from typing import Any

from sandbox.telegram.text import as_json, units
from sandbox.wire.calls import ApiError

MOST_BUTTONS = 100
DATA_BYTES = 64
_ACTIONS = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
)

Rows = list[list[dict[str, Any]]]


def read_markup(params: dict[str, Any]) -> Rows | None:
    """The inline keyboard, or None when there is none. Raises ApiError 400."""
    raw = params.get("reply_markup")
    if raw is None or raw == "":
        return None
    markup = as_json(raw, "reply keyboard markup")
    if not isinstance(markup, dict):
        raise ApiError(400, "Bad Request: object expected as reply markup")
    if "inline_keyboard" not in markup:
        return None  # reply keyboards are accepted and shown to nobody
    rows = markup["inline_keyboard"]
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise ApiError(400, 'Bad Request: field "inline_keyboard" must be of type Array of Arrays')
    kept = [[_button(button) for button in row] for row in rows if row]
    if sum(map(len, kept)) > MOST_BUTTONS:
        raise ApiError(400, "Bad Request: reply markup is too long")
    return kept or None


def _button(button: Any) -> dict[str, Any]:
    if not isinstance(button, dict):
        raise _bad("expected an Object")
    text = button.get("text")
    if not isinstance(text, str):
        raise _bad('Can\'t find field "text"')
    if not text.strip() or units(text) > 1024:
        raise ApiError(400, "Bad Request: BUTTON_TEXT_INVALID")
    if not any(button.get(action) not in (None, "") for action in _ACTIONS):
        raise _bad("Text buttons are unallowed in the inline keyboard")
    data = button.get("callback_data")
    if data is not None:
        if not isinstance(data, str):
            raise _bad('Field "callback_data" must be of type String')
        if len(data.encode("utf-8", "surrogatepass")) > DATA_BYTES:
            raise ApiError(400, "Bad Request: BUTTON_DATA_INVALID")
    return button


def _bad(why: str) -> ApiError:
    return ApiError(400, f"Bad Request: can't parse inline keyboard button: {why}")
