"""What somebody who looks after many units asks in a few words: what is overdue, who has not
reported, how one unit stands. Reads words only and knows no unit."""

from __future__ import annotations

import re

from domain.fold import fold

OVERDUE, LATE_UNITS, SILENT_UNITS = "overdue", "late_units", "silent_units"

_LONGEST = 80  # characters; a longer text says more than this
_SHOW = r"(?:(?:cho|xem|hoi|toi|minh|biet|danh sach|bao cao) )*(?:(?:nhung|cac) )?"
_UNIT = r"(?:ai|don vi|phuong xa|phuong|xa|co quan|noi|dong chi)(?: nao)?"
_STILL = r"(?: (?:con|van|hien|dang|bi|da|co))*"
_LATE = r"(?:qua han|tre han|cham han|het han)"
_END = r"(?: (?:roi|vay|the|nay|a|nhi|nua|chua xong|thang nay|thang \d{1,2}|ky nay|tuan nay))*"
_QUESTIONS = {
    OVERDUE: rf"{_SHOW}(?:viec|cong viec|nhiem vu|chi tieu)(?: nao| gi)?{_STILL} {_LATE}{_END}",
    LATE_UNITS: rf"{_SHOW}{_UNIT}{_STILL}(?: viec| nhiem vu)? {_LATE}{_END}",
    SILENT_UNITS: rf"{_SHOW}{_UNIT}{_STILL} (?:chua|khong|ko|cham|it)"
    rf"(?: (?:nop|gui|co|lam))?(?: (?:bao cao|so lieu|bc))+{_END}",
}
_READ = {kind: re.compile(words) for kind, words in _QUESTIONS.items()}
_BEFORE = re.compile(
    r"^(?:(?:cho|xem|hoi|toi|minh|tinh hinh|viec|cong viec|nhung|cac|cua|o|ket qua|tien do|con) )+"
)
_AFTER = re.compile(
    r"(?: (?:lam an|lam viec|lam|thuc hien|dang|den dau|toi dau|sao|the nao|nhu the nao|ra sao"
    r"|roi|vay|the|a|nhi|qua han|viec gi|nhung gi|co|con|gi|may|bao nhieu|viec|tinh hinh|tien do"
    r"|nao|nay|hien nay|chua xong))+$"
)
_SIGNS = re.compile(r"[?.!,;:]+")


def overview_asked(text: str) -> str | None:
    """Which of the questions the whole text is; None when none.

    >>> overview_asked("Việc nào quá hạn?"), overview_asked("ai chưa nộp báo cáo tháng 6")
    ('overdue', 'silent_units')
    """
    words = _words(text)
    return next((kind for kind, read in _READ.items() if read.fullmatch(words)), None)


def units_asked(text: str) -> list[str]:
    """What may be the name of a unit in the text: the whole of it, else without what is asked.

    >>> units_asked("phường 5 làm ăn sao rồi")
    ['phuong 5 lam an sao roi', 'phuong 5']
    """
    words = _words(text)
    rest = _BEFORE.sub("", words)
    names = dict.fromkeys([words, rest, _AFTER.sub("", rest)])
    return [name for name in names if " " in name]  # one syllable may be anything


def _words(text: str) -> str:
    return "" if len(text) > _LONGEST else " ".join(_SIGNS.sub(" ", fold(text)).split())
