"""Words about the day until which more time is asked for: that none is asked for after all, that
it is to be another day. What day it is, is read elsewhere."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from domain import leave_days
from domain.fold import clean, flat
from domain.leave_days import Days

_LONGEST: Final = 80
# "thôi", "không xin nữa": no more time is asked for after all.
_GIVES_UP: Final = re.compile(
    r"(?:(?:da|vang|u|a|em|toi|minh|the) )*(?:thoi|bo|bo qua|quen|khong can|ko can|khoi"
    r"|(?:thoi )?(?:khong|ko|khoi|hong|k)(?: (?:can|phai))?(?: xin)?(?: gia han| them)? nua"
    r"|(?:thoi )?(?:khong|ko|khoi|hong|k)(?: (?:can|phai))? xin(?: gia han)?)"
    r"(?: (?:di|nhe|nha|a|em|anh|chi|vay|roi|khoi|nua|dau|kip roi|lam kip roi|kip))*"
)
_WRONG: Final = re.compile(
    r"(?:(?:da|a|em|toi|minh|xin loi|xin) )*(?:sai|nham|lon|ghi nham|go nham|y (?:toi |em )?la"
    r"|(?:sua|doi|dinh chinh|chinh)(?: lai)?(?: ngay| han)?)"
    r"(?: (?:roi|ngay|han|lai|thanh|sang|la|phai la))*(?:[ ,.:;]+|$)"
)
_NOT_BUT: Final = re.compile(r"^(?:(?:da|a) )*(?:khong|ko|hong) phai .{2,20}? ma(?: la)? ")
_BUT_NOT: Final = re.compile(r"[ ,]+chu (?:khong|ko|hong)(?: phai)? .{2,20}$")
_RIGHT: Final = re.compile(r" moi (?:dung|phai|chinh xac)(?: (?:a|nhe|nha|chu))*[ .!]*$")
_BEFORE: Final = re.compile(
    r"^(?:(?:(?:cho|xin|đề nghị|de nghi|gia hạn|gia han|lùi|lui|đổi|doi|sửa|sua|thành|thanh|sang|là"
    r"|la|mà|ma|phải|phai|chỉ|chi|đến|den|tới|toi|ngày|ngay|em|tôi|hạn|han|lại|lai)\b)?[ ,.:;]*)*",
    re.IGNORECASE,
)
_AFTER: Final = re.compile(r"(?:[ ,.!]+(?:a|nhe|nha|nghe|thoi|moi dung|vay))*[ ,.!]*$")
_LONGER: Final = re.compile(r"them \d{1,2} (?:ngay|tuan|thang)(?: (?:nua|lam viec))*")


def gives_up(text: str) -> bool:
    """Whether the whole answer is that no more time is asked for."""
    words = re.sub(r"[\W_]+", " ", flat(clean(text))).strip()
    return _GIVES_UP.fullmatch(words) is not None


def other_day(text: str) -> str | None:
    """The words of the right day; None when nothing is put right."""
    if len(text) > _LONGEST:
        return None
    typed = " ".join(clean(text).split()).strip(" ,.;")
    plain = flat(typed)
    if found := _NOT_BUT.search(plain):  # "không phải 25/6 mà 30/6"
        return typed[found.end() :]
    if found := _BUT_NOT.search(plain):  # "30/6 chứ không phải 25/6"
        return typed[: found.start()]
    if found := _RIGHT.search(plain):  # "30/6 mới đúng"
        return typed[: found.start()]
    if found := _WRONG.match(plain):  # "nhầm, đến 30/6"
        return typed[found.end() :]
    return None


def bare_day(text: str, today: date) -> str | None:
    """The words of a day, or of how much longer, when the text says nothing else: "30/6" of "xin
    đến 30/6 nhé"."""
    bare = _BEFORE.sub("", " ".join(clean(text).split()))
    if (found := _AFTER.search(flat(bare))) is not None:
        bare = bare[: found.start()]
    days = leave_days.read(bare, today, lambda _: True)
    is_day = days not in (None, Days()) or _LONGER.fullmatch(flat(bare))
    return bare if is_day else None
