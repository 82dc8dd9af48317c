"""Compact JSON in ASCII, as both platforms send it. Nothing else."""

import json
from typing import Any

_encode = json.JSONEncoder(separators=(",", ":")).encode


def dumps(value: Any) -> bytes:
    """The bytes of a value."""
    return _encode(value).encode("ascii")
