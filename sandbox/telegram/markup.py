"""Telegram's kinds of markup by the name of their parse_mode. The rules of each are in its room."""

from sandbox.telegram.marked import Parsed
from sandbox.telegram.markup_html import parse_html
from sandbox.telegram.markup_markdown import parse_v1, parse_v2
from sandbox.wire.calls import ApiError

_PARSERS = {"html": parse_html, "markdownv2": parse_v2, "markdown": parse_v1}


def parse_marked(text: str, mode: str) -> Parsed:
    """The bare text and its entities.

    Raises ApiError 400 "can't parse entities: …" with the byte offset of the mistake.
    """
    if mode.lower() == "none":
        return text, []
    if mode.lower() not in _PARSERS:
        raise ApiError(400, "Bad Request: unsupported parse_mode")
    return _PARSERS[mode.lower()](text)
