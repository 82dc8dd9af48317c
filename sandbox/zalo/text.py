"""Texts as Zalo counts them, and text_styles within them."""

from typing import Any

from sandbox.wire.calls import ApiError

LONGEST = 2000
STYLES = (
    "b",
    "i",
    "u",
    "s",
    "f_13",
    "f_15",
    "f_18",
    "f_20",
    "c_db342e",
    "c_f27806",
    "c_f7b503",
    "c_15a85f",
)


def units(text: str) -> int:
    """Length in UTF-16 units. Raises ApiError 400 for half a surrogate pair."""
    try:
        return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2
    except UnicodeEncodeError:
        raise ApiError(400, "Bad Request: text is not valid UTF-8") from None


def check_styles(text: str, length: int, styles: Any) -> list[dict[str, Any]] | None:
    """`[{"start", "len", "st": ["b"]}]`, each within the text of `length` units."""
    if styles is None:
        return None
    if not isinstance(styles, list):
        raise ApiError(400, "Bad Request: text_styles must be a list")
    for style in styles:
        if not isinstance(style, dict):
            raise ApiError(400, "Bad Request: a text style must be an object")
        start, size, names = style.get("start"), style.get("len"), style.get("st")
        if type(start) is not int or type(size) is not int or start < 0 or size < 1:
            raise ApiError(400, "Bad Request: start and len must be whole numbers")
        if start + size > length:
            raise ApiError(400, "Bad Request: a text style ends after the text")
        if not isinstance(names, list) or not names or any(name not in STYLES for name in names):
            raise ApiError(400, "Bad Request: unknown text style")
    return styles
