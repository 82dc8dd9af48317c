"""Signs that a text bears a secrecy mark: only signs, for a competent person to judge."""

from __future__ import annotations

import hashlib
import json
import re
import secrets
import unicodedata
from typing import Any

MASK = "⟦có dấu hiệu mật⟧"

# Written as a mark: in capitals and alone ("MẬT"), or with its degree in any case ("tối mật").
# "bảo mật", "bí mật", "mật độ", "mật ong", "thân mật" are ordinary words and pass.
_DEGREE = re.compile(r"\b(?:tuyệt|tối)[\s._*-]*mật\b", re.IGNORECASE)
_DEGREE_BARE = re.compile(r"\b(?:TUYET|TOI)[\s._*-]+MAT\b")
_SPACED = re.compile(r"\bM[\s._*-]+Ậ[\s._*-]+T\b")
_ALONE = re.compile(
    r"(?<!BẢO )(?<!BÍ )(?<!THÂN )(?<!CƠ )\bMẬT\b(?! (?:ĐỘ|ONG|KHẨU|MÃ|THIẾT|VỤ|NGỮ|DANH|TÔNG))"
)
_LABELLED = re.compile(
    r"\b(?:độ mật|văn bản mật|tài liệu mật|công văn mật|dấu mật|đóng dấu mật)\b"
    r"(?! (?:độ|ong|khẩu|mã|thiết))",
    re.IGNORECASE,
)
_MARKS = (_DEGREE, _DEGREE_BARE, _SPACED, _ALONE, _LABELLED)


def bears_mark(text: str) -> bool:
    """Whether a text, file name or caption has a sign of a secrecy mark."""
    composed = unicodedata.normalize("NFC", text)
    return any(mark.search(composed) for mark in _MARKS)


def masked(raw: str) -> str:
    """The update's JSON with every string that bears a mark taken out, a salted hash beside it.

    Raises ValueError when it is not JSON that could be looked through.
    """
    # Most updates hold no letter pair that a mark needs; "\\u1eac" is Ậ and "\\u1ead" ậ in ASCII.
    lowered = raw.lower()
    if (
        "\\u1ead" not in lowered
        and "\\u1eac" not in lowered
        and "mat" not in lowered
        and "\\u0302" not in lowered
        and "\\u0323" not in lowered
        and "ậ" not in lowered
    ):
        return raw
    update = json.loads(raw)
    found: list[str] = []
    cleaned = _without_marks(update, found)
    if not found:
        return raw
    if isinstance(cleaned, dict):
        salt = secrets.token_hex(8)
        digest = hashlib.sha256((salt + "\n".join(found)).encode("utf-8", "replace"))
        cleaned["masked"] = {"salt": salt, "sha256": digest.hexdigest()}
    return json.dumps(cleaned)


def _without_marks(value: Any, found: list[str]) -> Any:
    if isinstance(value, str):
        if bears_mark(value):
            found.append(value)
            return MASK
        return value
    if isinstance(value, dict):
        return {key: _without_marks(inner, found) for key, inner in value.items()}
    if isinstance(value, list):
        return [_without_marks(inner, found) for inner in value]
    return value
