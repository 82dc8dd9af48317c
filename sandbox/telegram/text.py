"""Texts as Telegram counts and checks them: UTF-16 units, entities inside the text."""

import json
from typing import Any

from sandbox.telegram.markup import parse_marked
from sandbox.wire.calls import ApiError

STYLES = {
    "bold",
    "italic",
    "underline",
    "strikethrough",
    "spoiler",
    "blockquote",
    "expandable_blockquote",
    "code",
    "pre",
    "text_link",
    "text_mention",
    "custom_emoji",
    "date_time",
}
# Telegram finds these by itself and ignores them when a bot names them.
FOUND = {
    "mention",
    "hashtag",
    "cashtag",
    "bot_command",
    "url",
    "email",
    "phone_number",
    "bank_card_number",
}

Spans = list[dict[str, Any]] | None


def units(text: str) -> int:
    """Length in UTF-16 units. Raises ApiError 400 for half a surrogate pair."""
    if text.isascii():
        return len(text)
    try:
        return len(text.encode("utf-16-le")) // 2
    except UnicodeEncodeError:
        raise ApiError(400, "Bad Request: strings must be encoded in UTF-8") from None


def read_text(params: dict[str, Any], field: str, limit: int) -> tuple[str, Spans]:
    """The text of `field` and its entities, checked; may be empty."""
    raw = params.get(field)
    text = raw if isinstance(raw, str) else "" if raw is None else str(raw)
    spans: Spans = None
    mode = params.get("parse_mode")
    listed = params.get("entities" if field == "text" else "caption_entities")
    if mode and text:
        units(text)
        text, spans = parse_marked(text, str(mode))
    elif listed:
        spans = check_entities(text, as_json(listed, "entities"))
    length = units(text)
    if text and text[-1].isspace():
        text = text.rstrip()
        length = units(text)
        spans = _clip(spans, length)
    if length > limit:
        too_long = "message is too long" if field == "text" else "message caption is too long"
        raise ApiError(400, f"Bad Request: {too_long}")
    return text, spans or None


def check_entities(text: str, listed: Any) -> list[dict[str, Any]]:
    """The entities, each of a known type and within the text, never inside a UTF-16 pair."""
    if not isinstance(listed, list):
        raise ApiError(400, "Bad Request: can't parse entities: expected an array")
    length = units(text)
    bounds = None if length == len(text) else _bounds(text)
    kept = []
    for entity in listed:
        if not isinstance(entity, dict):
            raise ApiError(400, "Bad Request: can't parse MessageEntity: expected an object")
        kind = entity.get("type")
        offset = _whole(entity, "offset")
        size = _whole(entity, "length")
        if kind in FOUND:
            continue
        if kind not in STYLES:
            raise ApiError(400, "Bad Request: can't parse MessageEntity: unsupported type")
        if kind == "text_link" and not entity.get("url"):
            raise ApiError(400, 'Bad Request: can\'t parse MessageEntity: Field "url" is empty')
        if offset < 0 or size < 0:
            raise ApiError(400, f"Bad Request: receive an entity with incorrect offset {offset}")
        end = offset + size
        if end > length:
            raise ApiError(
                400,
                f"Bad Request: entity beginning at UTF-16 offset {offset} ends after the end of "
                f"the text at UTF-16 offset {end}",
            )
        if bounds is not None and not (offset in bounds and end in bounds):
            where = "begins" if offset not in bounds else "ends"
            raise ApiError(
                400,
                f"Bad Request: entity {where} in a middle of a UTF-16 symbol at offset {offset}",
            )
        if size:
            kept.append(entity)
    if len(kept) > 100:  # TDLib keeps the first hundred
        kept = kept[:100]
    return kept


def as_json(value: Any, what: str) -> Any:
    """A parameter that is JSON; in a form it comes as a string."""
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except ValueError:
        raise ApiError(400, f"Bad Request: can't parse {what} JSON object") from None


def _whole(entity: dict[str, Any], name: str) -> int:
    value = entity.get(name)
    if isinstance(value, bool) or not isinstance(value, int):
        raise ApiError(
            400, f'Bad Request: can\'t parse MessageEntity: Field "{name}" must be a Number'
        )
    return value


def _bounds(text: str) -> set[int]:
    bounds = {0}
    at = 0
    for char in text:
        at += 2 if ord(char) > 0xFFFF else 1
        bounds.add(at)
    return bounds


def _clip(spans: Spans, length: int) -> Spans:
    if not spans:
        return spans
    clipped = []
    for span in spans:
        size = min(span["length"], length - span["offset"])
        if size > 0:
            clipped.append({**span, "length": size})
    return clipped
