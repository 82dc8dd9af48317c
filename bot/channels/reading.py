"""Reads values out of foreign JSON without trusting their types. Knows no platform's words."""

from __future__ import annotations

import hashlib
from typing import Any, Final

from bot.channels.base import Malformed
from domain.parts import clean

LONGEST_TEXT: Final = 8192  # characters; no platform lets a person write half as much
LONGEST_RAW: Final = 1_000_000
_LONGEST_ID: Final = 200


def as_dict(value: object) -> dict[str, Any]:
    """The object, or an empty one."""
    return value if isinstance(value, dict) else {}


def as_number(value: object) -> int | None:
    """A whole number, or None; true is not 1."""
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def as_id(value: object) -> str:
    """An id as text: a number, or a string of visible ASCII; "" for anything else."""
    if isinstance(value, str):
        usable = len(value) <= _LONGEST_ID and value.isascii() and value.isprintable()
        return value if usable else ""
    number = as_number(value)
    return "" if number is None or abs(number) >= 2**63 else str(number)


def as_text(value: object) -> str:
    """Safe to show and to work on. Raises Malformed for what is no text."""
    if not isinstance(value, str):
        raise Malformed("a text that is not text")
    return clean(value[:LONGEST_TEXT])


def needed(value: str, what: str) -> str:
    """The value. Raises Malformed if it is empty."""
    if not value:
        raise Malformed(f"no {what}")
    return value


def hashed_key(whole: str) -> str:
    """A key for what has no id: the same content gives the same key."""
    return "?" + hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:32]
