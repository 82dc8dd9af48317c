"""Signs that a text bears a secrecy mark: only signs, for a competent person to judge."""

from __future__ import annotations

import hashlib
import json
import re
import secrets
import unicodedata
from typing import Any

MASK = "⟦có dấu hiệu mật⟧"

# What bears a mark is destroyed, so only what is written as a mark is is one: in capitals ("MẬT"),
# with its degree ("tối mật"), or set apart as a label is. "bảo mật", "bí mật", "mật độ", "mật ong",
# "thân mật" are ordinary words and pass.
_OTHER = r"(?! ?(?:độ|ong|khẩu|mã|thiết|vụ|ngữ|danh|tông|mía|hoa|rỉ)\b)"
_DEGREE = re.compile(rf"\b(?:tuyệt|tối)(?: +|[._*-]+)?mật\b{_OTHER}", re.IGNORECASE)
_SPACED = re.compile(r"\bM[\s._*-]+Ậ[\s._*-]+T\b")
_ALONE = re.compile(rf"(?<!BẢO )(?<!BÍ )(?<!THÂN )(?<!CƠ )\bMẬT\b(?i:{_OTHER})")
# "HỘ NGUYỄN VĂN MẬT", "ông MẬT": somebody's name, of which nothing but the name itself is left out.
_CALLED = r"(?:ông|bà|anh|chị|cô|chú|đồng chí|đ/c)"
_SURNAME = r"(?:nguyễn|trần|lê|phạm|hoàng|huỳnh|phan|vũ|võ|đặng|bùi|đỗ|ngô|đinh|trương|trịnh)"
_NAME = re.compile(
    rf"(?i:\b(?:{_CALLED}(?: {_SURNAME})?|{_SURNAME})"
    r"(?: (?:văn|thị|đình|hữu|đức|ngọc|xuân|quang|minh|thanh|kim|hồng))?) MẬT\b"
)
_PAPER = r"(?i:văn bản|tài liệu|công văn|hồ sơ|tờ trình|nghị quyết|quyết định)"
_LIST = (
    r"(?i:danh sách|báo cáo|kế hoạch|phương án|đề án|thông báo|quy hoạch|(?<!nồng )độ|tệp|file"
    r"|dấu)"
)
# With a capital it may be somebody's name where a paper is not spoken of: "danh sách Mật nộp".
_LABELLED = re.compile(
    rf"\b(?:(?:{_PAPER}|{_LIST}) (?:mật|MẬT)|(?:{_PAPER}|(?i:dấu|(?<!nồng )độ)) Mật)\b{_OTHER}"
)
# "Mật - danh sách đảng viên", "(Mật)", "danh sách đảng viên - mật".
_SET_APART = re.compile(
    r"^\W*mật\W*$"
    rf"|^\W*mật\s*(?:[-–—]|:\s*(?:{_PAPER}|{_LIST}))+(?!\s*\d)"
    r"|[(\[{<\"“*]\s*mật\s*[)\]}>\"”*]"
    rf"|\b(?:{_PAPER}|{_LIST})\b.*\s[-–—]\s*mật[\s.!)\]]*$",
    re.IGNORECASE,
)
_MARKS = (_DEGREE, _SPACED)  # wherever they stand
_LINE_MARKS = (_LABELLED, _SET_APART)
# A line about honey, which is counted, bears no mark of these.
_HONEY = re.compile(
    r"\b(?:ong|sáp|lít|ocop|mía)\b|\b(?:kg|ký|tấn|tạ|chai|hũ)\W{1,3}mật\b", re.IGNORECASE
)
# Without its marks "toi mat" may be "tôi mất" and "do mat" "do mất": here it must stand as a stamp
# does, or as a label in a document that has a number.
_BARE_DEGREE = re.compile(r"^\W*(?:TUYET|TOI)[\s._*-]+MAT\b\s*(?:$|[-–—:)\]])")
_BARE_LABEL = re.compile(r"(?<!ly )\bdo mat\s*:\s*(?:tuyet|toi) mat\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d\s?[-/]\s?(?:\d{4}/)?[A-ZĐ]{2}")
# The names of files mostly bear no marks: "tai_lieu_mat.pdf", "TOI-MAT.docx", "ds (mat).xlsx".
_IN_NAME = re.compile(
    r"^(?:TUYET|TOI) MAT\b(?! (?i:dien|cccd|cmnd|giay|the|xe|vi|tien|song|do|so|bang)\b)"
    r"|(?i:\b(?:tai lieu|van ban|cong van|ho so|danh sach|dong dau|vb|cv|ds)(?: toi| tuyet)? mat$)"
    r"|(?i:[(\[]mat[)\]])"
)
_FILE_NAME = "file_name"  # the key of a file's name in an update


def bears_mark(text: str) -> bool:
    """Whether a text or caption has a sign of a secrecy mark."""
    composed = unicodedata.normalize("NFC", text)
    if any(mark.search(composed) for mark in _MARKS):
        return True
    return any(_line_bears_mark(line) for line in composed.splitlines())


def _line_bears_mark(line: str) -> bool:
    if _BARE_DEGREE.search(line) or (_BARE_LABEL.search(line) and _NUMBER.search(line)):
        return True
    if _HONEY.search(line):
        return False
    return any(mark.search(line) for mark in _LINE_MARKS) or bool(
        _ALONE.search(_NAME.sub("", line))
    )


def name_bears_mark(name: str) -> bool:
    """Whether the name of a file has a sign of a secrecy mark."""
    stem = unicodedata.normalize("NFC", name).strip().rpartition(".")[0] or name
    words = " ".join(re.sub(r"[_.+-]", " ", stem).split())
    return bears_mark(stem) or bears_mark(words) or _IN_NAME.search(words) is not None


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


def _without_marks(value: Any, found: list[str], key: str = "") -> Any:
    if isinstance(value, str):
        if name_bears_mark(value) if key == _FILE_NAME else bears_mark(value):
            found.append(value)
            return MASK
        return value
    if isinstance(value, dict):
        return {key: _without_marks(inner, found, key) for key, inner in value.items()}
    if isinstance(value, list):
        return [_without_marks(inner, found) for inner in value]
    return value
