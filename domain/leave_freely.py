"""A leave said in other words: the time first, why, where to: "mai tôi nghỉ phép", "tôi bị ốm xin
nghỉ hôm nay", "đi công tác Hà Nội 10/6 đến 12/6".

Of anybody else's leave, and of anything beside a leave, it takes nothing; who stands in must have
been taken out of the words.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Final

from domain import leave_days
from domain.fold import flat
from domain.leave_days import Days
from domain.mention import before_reason

_WORD: Final = r"[^\W\d_]+"
_MY: Final = r"(?:toi|em|e|minh|chau|tui|con)"
_LEADS: Final = (
    r"(?:da|vang|kinh thua|kinh bao cao|thua|bao cao|van phong"
    rf"|(?:dong chi|anh|chi|sep|co|chu|bac)(?:(?: oi| a)(?!\w)|(?=,)|(?= {_MY}(?!\w))))"
)
_HELPS: Final = r"(?:xin phep|xin|cho phep|cho|se|duoc|dang|bat dau|co lich|phai|di)"
_AWAY: Final = re.compile(
    r"(?<!\w)(?P<what>nghi (?:phep|om|benh|thai san|viec rieng|che do|mat)|nghi"
    r"|di cong tac|di tap huan|di hoc|di hop|di vang|vang mat|di phep)(?!\w)"
)
# "nghỉ" alone is surely a leave only of somebody who asks for it.
_ASKED: Final = re.compile(
    rf"(?<!\w)(?:(?:xin phep|xin|cho)(?: {_MY})?|{_MY}(?: se| phai)?)(?: (?:duoc|phep|di))* $"
)
_NOTHING: Final = re.compile(r"[ .,!]*(?:(?:a|nhe|nha|nghe|roi)[ .,!]*)*")
_FIRST: Final = re.compile(rf"^(?:(?:{_LEADS}|{_MY})(?!\w)[ ,:]*)+")
_LAST: Final = re.compile(rf"(?:[ ,]*(?<!\w)(?:{_MY}|{_HELPS}|nen|a|va))+[ ,]*$")
_KIN: Final = r"(?:con|vo|chong|me|cha|ba|bo|ma|ong|chau)"
_ILL: Final = rf"(?:om|benh|sot|met|cam|cum|dau(?: {_WORD})?|tai nan|nhap vien|covid)"
_CAUSE: Final = re.compile(
    rf"(?<!\w)(?:vi |do )?(?:(?:{_MY} )?(?:dang )?(?:bi |dang )?{_ILL}"
    rf"(?: (?:nang|nhe|qua|dot xuat|{_WORD} nang))?"
    rf"|{_KIN}(?: (?:toi|em|nho|gai|trai|minh))?(?: bi| dang)? (?:{_ILL}|sinh|de|mat)"
    rf"|(?:nha|gia dinh)(?: (?:toi|em|minh))? co (?:viec|dam|tang|gio|hy)"
    rf"(?: (?:rieng|gap|ban|dot xuat|cuoi|tang|gio|hieu|hy|su))?"
    rf"|co viec(?: (?:rieng|gap|ban|dot xuat|nha|gia dinh|ca nhan))?)(?!\w)"
)
_FOR: Final = re.compile(
    r"(?:^|[ ,])(?:de |di )?(?:kham|chua|tri|cham|lo|dua|don|nuoi|du dam|an|ve que|o nha"
    rf"|viec nha|viec gia dinh|giai quyet viec)(?: {_WORD}){{0,6}}[ .,!]*$"
)
_TO: Final = re.compile(rf"[ ,]+(?:o|tai|ra|vao|ve|len|xuong|cung|voi)(?: {_WORD}){{1,6}}[ .,!]*$")
_PLACES: Final = 8  # words of where to
_GOES: Final = frozenset(("di cong tac", "di tap huan", "di hoc", "di hop", "di phep"))
_MEETS: Final = "di hop"  # a leave only when it lasts for days
# Whoever says these tells of work.
_OF_WORK: Final = re.compile(
    r"(?<!\w)(?:gia han|hoan thanh|xong|tien do|vuong|ket qua|dat|chua(?! benh)|so lieu"
    r"|truong hop|buoi|nguoi|ho|cham|khong kip|nghi huu|nghi viec|nghi che do|duyet)(?!\w)"
)


def read(text: str, today: date, works: Callable[[date], bool]) -> tuple[Days, bool] | None:
    """The days of a leave of who speaks, Days() when none were said, and whether nothing else was;
    None when it is no leave."""
    plain = flat(text)
    found = _AWAY.search(plain)
    if found is None or _OF_WORK.search(plain):
        return None
    head, after = text[: found.start()], text[found.end() :]
    asked = _ASKED.search(plain[: found.start()]) is not None
    bare = found["what"] == "nghi" and not asked
    if bare and not _NOTHING.fullmatch(flat(after)):
        return None
    head = _cut(_cut(head, _FIRST)[0], _LAST)[0]
    head, cause = _cut(head, _CAUSE)
    head = _cut(_cut(head, _FIRST)[0], _LAST)[0]
    after, reason = before_reason(after)
    after, purpose = _cut(after, _FOR)
    after, place = _cut(after, _TO)
    earlier = leave_days.read(head, today, works)
    later, skipped = _days_in(after, today, works, _PLACES if found["what"] in _GOES else 0)
    if earlier is None or later is None:
        return None
    days = later if earlier == Days() else earlier
    if Days() not in (earlier, later):
        both = leave_days.read(f"{head} {after}", today, works)  # "mai tôi xin nghỉ 1 ngày"
        if both is None or skipped:
            return None
        days = both
    if days.last is not None and days.last < today:
        return None  # it is told of, not announced
    if days == Days() and (bare or not asked):
        return None
    if found["what"] == _MEETS and (days.first is None or days.last in (None, days.first)):
        return None
    unsure = bare or found["what"] == _MEETS  # "mai nghỉ"
    return days, not (unsure or cause or reason or purpose or place or skipped)


def _days_in(
    text: str, today: date, works: Callable[[date], bool], most: int
) -> tuple[Days | None, int]:
    """(the days after at most so many words that say where to, how many these were)."""
    words = text.split()
    for skipped in range(min(most, len(words)) + 1):
        if skipped and not words[skipped - 1].strip(",").isalpha():
            return None, 0
        days = leave_days.read(" ".join(words[skipped:]), today, works)
        if days is not None:
            return days, skipped
    return None, 0


def _cut(text: str, pattern: re.Pattern[str]) -> tuple[str, str]:
    """(what is left, what was taken out)."""
    found = pattern.search(flat(text))
    if found is None:
        return text, ""
    return f"{text[: found.start()]} {text[found.end() :]}", found[0].strip()
