"""The words that offices write into cells for our fixed values, and which one we write back."""

from __future__ import annotations

import re
from typing import Final

from domain.fold import fold

# The first word of each value is the one that an export writes.
Words = dict[str, tuple[str, ...]]

ROLES: Final[Words] = {
    "reporter": ("người báo cáo", "cán bộ", "đầu mối", "cán bộ đầu mối", "báo cáo", "chuyên viên"),
    "lead": ("lãnh đạo đơn vị", "phụ trách", "phụ trách đơn vị", "thủ trưởng đơn vị"),
    "overseer": (
        "phụ trách địa bàn",
        "phụ trách lĩnh vực",
        "phụ trách địa bàn, lĩnh vực",
        "theo dõi địa bàn",
    ),
    "chair": ("thường trực", "lãnh đạo", "bí thư", "chủ tịch"),
    "office": ("văn phòng", "cán bộ văn phòng"),
    "admin": ("quản trị", "quản trị viên", "quản trị hệ thống"),
}
LANGUAGES: Final[Words] = {
    "vi": ("Tiếng Việt", "vi", "Việt"),
    "en": ("Tiếng Anh", "English", "en", "Anh"),
}
KINDS: Final[Words] = {
    "target": ("chỉ tiêu", "ct"),
    "task": ("nhiệm vụ", "nv", "công việc"),
}
DIRECTIONS: Final[Words] = {
    "up": ("tăng", "càng cao càng tốt", "tối thiểu", "ít nhất", "trở lên"),
    "down": ("giảm", "càng thấp càng tốt"),
    "keep": ("duy trì", "giữ", "giữ vững", "ổn định"),
    "at_most": ("không quá", "tối đa", "không vượt", "không vượt quá", "dưới"),
}
AGGREGATES: Final[Words] = {
    "sum": ("tổng", "tổng cộng", "cộng", "cộng dồn", "cộng các đơn vị"),
    "average": ("trung bình", "bình quân", "trung bình cộng"),
    "weighted": (
        "theo trọng số",
        "trọng số",
        "bình quân theo trọng số",
        "trung bình theo trọng số",
    ),
    "worst": ("thấp nhất", "kém nhất", "theo đơn vị thấp nhất"),
}
REPORTINGS: Final[Words] = {
    "week": ("tuần", "hằng tuần", "hàng tuần", "1 tuần"),
    "month": ("tháng", "hằng tháng", "hàng tháng", "1 tháng"),
    "quarter": ("quý", "hằng quý", "hàng quý", "3 tháng"),
    "half": ("6 tháng", "sáu tháng", "6t", "nửa năm"),
    "nine_months": ("9 tháng", "chín tháng", "9t"),
    "year": ("năm", "hằng năm", "hàng năm", "12 tháng", "cả năm"),
    "on_demand": ("đột xuất", "khi có yêu cầu"),
}
PRIORITIES: Final[Words] = {
    "normal": ("bình thường", "thường", "thông thường", "không"),
    "key": ("trọng tâm", "trọng điểm", "quan trọng", "cao", "ưu tiên"),
    "urgent": ("khẩn", "gấp", "khẩn cấp", "thượng khẩn", "hỏa tốc", "rất khẩn"),
}
BASES: Final[Words] = {
    "cumulative": ("lũy kế", "luỹ kế", "cộng dồn", "từ đầu năm"),
    "period": ("trong kỳ", "riêng kỳ", "trong tháng", "trong quý"),
}
# The fields whose values are such words.
BY_FIELD: Final = {
    "kind": KINDS,
    "role": ROLES,
    "language": LANGUAGES,
    "direction": DIRECTIONS,
    "aggregate": AGGREGATES,
    "reporting": REPORTINGS,
    "priority": PRIORITIES,
    "basis": BASES,
}
YES: Final = frozenset({"co", "x", "dung", "1", "yes", "true", "v", "phai", "✓", "✔", "uoc"})
NO: Final = frozenset({"khong", "0", "sai", "no", "false", "-", "ko"})
NO_DEADLINE: Final = "không thời hạn"
NO_DEADLINES: Final = frozenset(
    {"khong thoi han", "khong co thoi han", "khong", "khong han", "thuong xuyen"}
)

# A group's heading that names one of these sets the field of the rows below it.
FIELDS: Final = (
    ("xay dung dang", "xây dựng Đảng"),
    ("quoc phong", "quốc phòng, an ninh, nội chính"),
    ("an ninh", "quốc phòng, an ninh, nội chính"),
    ("noi chinh", "quốc phòng, an ninh, nội chính"),
    ("van hoa", "văn hóa - xã hội"),
    ("xa hoi", "văn hóa - xã hội"),
    ("kinh te", "kinh tế"),
)
_DISCREET_FIELDS: Final = (
    *("quoc phong", "an ninh", "noi chinh", "quan su", "to chuc can bo", "cong tac can bo"),
    *("kiem tra", "giam sat", "thanh tra", "ky luat"),
)
# Work on cadres and inspection, told by what the assignment is called.
_DISCREET_TITLES: Final = re.compile(
    r"\b(?:cong tac can bo|quy hoach can bo|can bo dien|nhan su|bo nhiem|mien nhiem|luan chuyen|"
    r"dieu dong|ky luat|dau hieu vi pham|to cao|kiem tra, giam sat|kiem tra giam sat|"
    r"giam sat chuyen de|thanh tra|quoc phong|an ninh quoc gia|bi mat nha nuoc|noi chinh)\b"
)
_BLOCKED: Final = re.compile(
    r"\b(?:vuong|kho khan|thieu (?:kinh phi|von|can bo|nguoi|nhan luc|mat bang|xe|thiet bi|dat)|"
    r"cham do|chua co (?:kinh phi|von|mat bang)|tam (?:hoan|ngung|dung)|"
    r"kha nang khong dat|khong du (?:kinh phi|von|nguoi)|be tac|ach tac)\b"
)
_NOT_BLOCKED: Final = re.compile(
    r"\b(?:khong|chua|het|khong con|da thao go|da go) (?:co |gap |bi )?"
    r"(?:vuong mac|kho khan|vuong)(?:,? (?:vuong mac|kho khan))?"
)


def folded(words: Words) -> dict[str, str]:
    """Folded word → value."""
    return {fold(word): value for value, several in words.items() for word in several}


def is_discreet(field: str, title: str) -> bool:
    """Whether an assignment is kept out of messages unless the office says otherwise: defence,
    security, internal affairs, cadre and inspection work."""
    field_fold = fold(field)
    return any(word in field_fold for word in _DISCREET_FIELDS) or bool(
        _DISCREET_TITLES.search(fold(title))
    )


def speaks_of_blocker(note: str) -> bool:
    """Whether a note beside a figure tells of something that stands in the way."""
    return bool(_BLOCKED.search(_NOT_BLOCKED.sub(" ", fold(note))))
