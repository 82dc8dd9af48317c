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
_OTHER = r"(?! ?(?:độ|ong|khẩu|mã|thiết|vụ|ngữ|danh|tông|mía|hoa))"
_LABELLED = re.compile(
    r"\b(?:độ|văn bản|tài liệu|công văn|hồ sơ|danh sách|báo cáo|kế hoạch|phương án|đề án|tờ trình"
    r"|thông báo|nghị quyết|quyết định|file|tệp|ảnh|bản|dấu|đóng dấu|mức|loại) mật\b" + _OTHER,
    re.IGNORECASE,
)
# "Mật - danh sách đảng viên", "(Mật)", "danh sách đảng viên - mật": set apart as a label is. Honey
# is counted ("Mật: 120 lít").
_SET_APART = re.compile(
    r"^[^\w\n]*mật(?:\s*$|\s*[-–—:.,;|/)\]]+(?!\s*\d))"
    r"|[(\[{<\"“*]\s*mật\s*[)\]}>\"”*]"
    r"|(?:[-–—:|/]|\s\.)\s*mật[\s.!)\]]*$",
    re.IGNORECASE | re.MULTILINE,
)
# The names of files mostly bear no marks: "tai_lieu_mat.pdf", "TOI-MAT.docx", "ds (mat).xlsx".
_NAME = re.compile(r"[^\n/]{1,200}\.[A-Za-z0-9]{2,5}")
_IN_NAME = re.compile(
    r"\b(?:tuyet|toi|tai lieu|van ban|cong van|ho so|danh sach|do|ds|vb|cv|dong dau) mat\b"
    r"(?! (?:do|ong|khau|ma|bang|tran|duong|nuoc|cat|dat|tien|troi|an toan)\b)"
    r"|[(\[]mat[)\]]",
    re.IGNORECASE,
)
_MARKS = (_DEGREE, _DEGREE_BARE, _SPACED, _ALONE, _LABELLED, _SET_APART)


def bears_mark(text: str) -> bool:
    """Whether a text, file name or caption has a sign of a secrecy mark."""
    composed = unicodedata.normalize("NFC", text)
    if any(mark.search(composed) for mark in _MARKS):
        return True
    if not _NAME.fullmatch(composed.strip()):
        return False
    stem = " ".join(re.sub(r"[_.+-]", " ", composed.strip().rpartition(".")[0]).split())
    return any(mark.search(stem) for mark in (*_MARKS, _IN_NAME))


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
