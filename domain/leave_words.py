"""Reads a leave announced in plain words: "tôi nghỉ từ 10/6 đến 15/6, anh Ba thay".

Takes only what stands on its own: a message with anything else in it is somebody's report. Names
are given as typed; whose they are must not be known here.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from domain import leave_days, leave_freely
from domain.fold import clean, flat
from domain.leave_days import Days
from domain.mention import before_reason, codes_in

_LONGEST: Final = 200
_HONORIFIC: Final = r"anh|chi|ong|ba|co|chu|bac|em|dong chi|d/c|dc|a|c|thay"
_POLITE: Final = r"(?:(?:da|kinh thua|thua|bao cao|xin phep|xin|dong chi|van phong|anh|chi)[ ,:]+)*"
_ME: Final = r"(?:(?:toi|em|e|minh|chau|tui)\s+)?"
_OPENING: Final = re.compile(
    _POLITE + _ME + r"(?:(?:xin phep|xin|se|duoc|dang|bat dau|co lich|phai)\s+)*"
    r"(?P<what>nghi phep|nghi om|nghi benh|nghi thai san|nghi viec rieng|nghi che do|nghi mat|nghi"
    r"|di cong tac|di hoc|di vang|vang mat|di phep)(?![^\W\d_])"
)
_SIGN: Final = re.compile(r"(?<!\w)(?:nghi|cong tac|vang|di hoc|di hop|di phep|tap huan)(?!\w)")
_NOBODY: Final = re.compile(
    r"[,;.\s]*(?:va )?(?:khong|ko|k) (?:co )?(?:ai|nguoi)(?: (?:lam )?thay)?[\s.!]*$"
)
_NAME: Final = r"(?P<name>(?!thay)[^\W\d_]+(?: [^\W\d_]+){0,5}?)"
_ENDING: Final = r"(?: (?:toi|em|minh|the|viec|nhe|nha|a|ho))*[\s.!]*$"
_NAMED: Final = re.compile(
    r"[,;.\s]*(?<![^\W\d_])(?:va )?(?:nguoi (?:lam )?thay(?: the)?(?: toi| em)?(?: la)?\s*:?"
    r"|nho|de|giao(?: viec)?(?: cho| lai cho)?)\s+" + _NAME + _ENDING
)
_STANDS_IN: Final = (
    r" (?:se |lam |truc |nhan )?thay"
    r"| (?:se )?(?:lam|truc|lo|trong|ganh|do|phu|coi)(?: viec)? (?:giup|gium|dum|ho|thay)"
)
_THAY: Final = rf"(?:{_STANDS_IN})" + _ENDING
# The last form of address before "thay" begins the name: "đến thứ ba, anh Ba thay".
_CALLED: Final = re.compile(
    r"(?P<head>.*)(?<![^\W\d_])(?<!dong )(?P<all>(?:" + _HONORIFIC + r")\s+" + _NAME + r")" + _THAY
)
_AFTER_COMMA: Final = re.compile(r"(?P<head>.*)[,;.]\s*" + _NAME + _THAY)
_TITLE: Final = re.compile(r"^(?:(?:" + _HONORIFIC + r")\s+)(?=[^\W\d_])")
_THAY_END: Final = re.compile(rf"(?:{_STANDS_IN})(?:" + _ENDING[:-1] + r")$")
_PLAINLY: Final = re.compile(
    _POLITE + _ME + r"(?:(?:xin phep|xin|se)\s+)*"
    r"(?:nghi (?:phep|om|benh|thai san|che do|tu|den|het|hom|ngay|mai|them|\d))"
    r"(?!\w)|.{0,40}(?<!\w)nghi phep(?!\w)"
)
_CLAUSE: Final = re.compile(r"[,;.\n](?!\d)|(?<!\w)(?:và|va|rồi|roi|nhưng|nhung|còn|con)(?= )")
# After a report: it is who speaks that is away, and not the workers or the weather.
_MINE: Final = re.compile(
    r"(?<!\w)(?<!anh )(?<!chi )(?<!me )(?:toi|em|minh|chau|tui|e)"
    r"(?: (?:se|xin|phep|cung|phai|duoc|lai|them))* (?:nghi|di cong tac|di hoc|di hop|vang)(?!\w)"
    r"|(?<!\w)(?:xin|cho (?:toi|em|minh|tui)) (?:phep )?nghi(?!\w)"
)
_LONGER: Final = re.compile(
    _POLITE + _ME + r"(?:(?:cho|de)(?: phep)? (?:toi|em|minh|tui|chau) )?"
    r"(?:(?:xin phep|xin|se|duoc|phai|muon|can|lai|cho)\s+)*"
    r"(?:nghi(?: phep| om| benh| che do)?|di cong tac) them(?: la)? (?P<how>.+)"
)
_LENGTH: Final = re.compile(
    r"(?:khoang )?(?P<count>\d{1,2}|mot|hai|ba|bon|nam|sau|bay|muoi) (?P<unit>ngay|hom|bua|tuan"
    r"|thang)(?: (?:nua|lam viec|thoi|a|nhe|nha))*[ .!]*"
)
_NUMBERS: Final = ("", "mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin", "muoi")
_UNITS: Final = {"tuan": "week", "thang": "month"}
_ENDS: Final = re.compile(
    r"(?:(?:da|vang|bao cao|cho|xin|xin phep|nho) |(?:toi|em|e|minh|tui) )*"
    r"(?:(?:huy|bo|rut)(?: bo)?(?: (?:dot|lich|bao|don|viec|dang ky|xin))*"
    r" (?:nghi|di cong tac)(?: phep| om)?(?: (?:nay|ay|do))?"
    r"|(?:thoi )?(?:(?:toi|em|minh|tui) )?(?:khong|ko|khoi|hong|k)(?: (?:can|xin|phai|di))*"
    r" (?:nghi(?: phep)?|cong tac) nua"
    r"|thoi (?:(?:toi|em|minh|tui) )?(?:khong|ko|khoi|hong|k)(?: xin)? nghi(?: phep)?)"
    r"(?: (?:di|nua|dau|roi|nhe|nha|a|giup|gium))*[ .!]*"
)
_GIVES_UP: Final = re.compile(
    r"(?:thoi|quen di|bo di|bo qua|khong nghi|thoi khoi|khoi)(?: (?:di|a|nhe|nha))*[ .!]*"
)
_CHANGES_WHO: Final = re.compile(
    r"(?:(?:da|cho|xin|nho|toi|em|minh) )*doi(?: lai)?"
    r"(?:(?P<who> (?:nguoi|ai)(?: lam)? thay(?: the)?)(?: toi| em)?)?(?: (?:la|thanh|sang|cho))*"
    r"(?: (?P<name>[^\W\d_]+(?: [^\W\d_]+){0,5}?))?"
    rf"(?P<stands>{_STANDS_IN})?(?: (?:toi|em|nhe|nha|a|giup|di))*[ .!]*"
)
_BACK_ON: Final = re.compile(
    r"(?:(?:da|bao cao)[ ,]+)*(?P<before>.*?)\s*(?:(?:toi|em|e|minh|tui)\s+)?(?:se\s+)?"
    r"(?:di lam lai|di lam tro lai|tro lai lam viec|tro lai co quan|di lam)"
    r"(?P<after>(?: .*)?)"
)
_BACK: Final = re.compile(
    r"(?:(?:da|bao cao|xin bao cao|kinh bao cao)[ ,:]+)*(?:(?:toi|em|e|minh|tui)\s+)?(?:da\s+)?"
    r"(?:di lam lai|di lam tro lai|tro lai lam viec|tro lai co quan|het nghi(?: phep)?"
    r"|nghi xong|di cong tac ve|ve co quan)"
    r"(?:\s+(?:roi|hom nay|tu hom nay|a|nhe))*[\s.!]*"
)


@dataclass(frozen=True, slots=True)
class Longer:
    """How much longer a leave is to last: so many of a unit (day, week, month), or to a `last`
    day."""

    count: int = 0
    unit: str = "day"
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Announced:
    """`name`: who stands in, as typed without a form of address, "" when nothing was said of it;
    `nobody`: it was said that nobody does; `sure`: no word was passed over, else it is asked;
    `longer`: it is a leave that was announced before, which is to last longer."""

    days: Days
    name: str = ""
    nobody: bool = False
    sure: bool = True
    longer: Longer | None = None


def announced(text: str, today: date, works: Callable[[date], bool]) -> Announced | None:
    """A leave that the whole message announces, with or without its days; else None."""
    cleaned, plain = _plain(text)
    if not _SIGN.search(plain) or len(cleaned) > _LONGEST or codes_in(cleaned):
        return None
    if longer := _longer(cleaned, today, works):
        return longer
    found = _OPENING.match(plain)
    said = details(cleaned[found.end() :], today, works) if found else None
    if found is None or said is None:
        return _freely(cleaned, today, works)
    if said.days == Days() and found["what"] == "nghi":
        return None  # "nghỉ" alone may be anything
    return said


def after_report(
    text: str, today: date, works: Callable[[date], bool]
) -> tuple[str, Announced] | None:
    """A report with its codes, and the leave of who speaks that follows it: "CT12 15 tỷ, ngày mai
    em nghỉ phép". Never sure, as it may still be told of the work."""
    if not _SIGN.search(flat(clean(text))):
        return None
    for found in _CLAUSE.finditer(text):
        head, tail = text[: found.start()], text[found.end() :]
        of_me = is_plain(tail) or _MINE.search(flat(clean(tail)))
        if codes_in(head) and of_me and (said := announced(tail.strip(), today, works)):
            return head.strip(" ,;"), replace(said, sure=False)
    return None


def _longer(cleaned: str, today: date, works: Callable[[date], bool]) -> Announced | None:
    """ "cho tôi nghỉ thêm 2 ngày nữa", "nghỉ thêm đến 15/6": whatever more is said, is asked."""
    rest, name, nobody = _without_substitute(cleaned)
    found = _LONGER.fullmatch(flat(rest))
    if found is None:
        return None
    how = found["how"]
    if length := _LENGTH.fullmatch(how):
        count = length["count"]
        number = int(count) if count.isdigit() else _NUMBERS.index(count)
        unit = _UNITS.get(length["unit"], "day")
        return Announced(Days(), name, nobody, longer=Longer(number, unit))
    days = leave_days.read(rest[found.start("how") :], today, works)
    if days is None:
        return None
    return Announced(Days(), name, nobody, longer=Longer(last=days.last))


def ends(text: str) -> bool:
    """ "hủy nghỉ phép", "thôi không nghỉ nữa"."""
    return len(text) <= _LONGEST and _ENDS.fullmatch(_plain(text)[1]) is not None


def gives_up(text: str) -> bool:
    """Whether an answer to a question about a leave says that there is none."""
    plain = _plain(text)[1]
    return ends(text) or is_back(text) or _GIVES_UP.fullmatch(plain) is not None


def other_substitute(text: str) -> str | None:
    """Whom "đổi anh Ba thay" names to stand in, "" when nobody is named ("đổi người thay"); None
    when the message does not ask for that."""
    cleaned, plain = _plain(text)
    found = _CHANGES_WHO.fullmatch(plain) if len(cleaned) <= _LONGEST else None
    if found is None or not (found["who"] or (found["name"] and found["stands"])):
        return None
    name = found["name"]
    return _untitled(cleaned[found.start("name") : found.end("name")]) if name else ""


def back_on(text: str, today: date, works: Callable[[date], bool]) -> date | None:
    """The coming day from which who speaks is at work again: "mai tôi đi làm lại"."""
    cleaned, plain = _plain(text)
    found = _BACK_ON.fullmatch(plain)
    if found is None or len(cleaned) > _LONGEST or "lai" not in plain:
        return None
    said = (
        f"{cleaned[found.start('before') : found.end('before')]} {cleaned[found.start('after') :]}"
    )
    days = leave_days.read(said, today, works)
    if days is None or days.impossible or days.first is None or days.first <= today:
        return None
    return days.first


def _freely(cleaned: str, today: date, works: Callable[[date], bool]) -> Announced | None:
    rest, name, nobody = _without_substitute(cleaned)
    said = leave_freely.read(rest, today, works)
    return None if said is None else Announced(said[0], name, nobody, said[1])


def details(
    text: str, today: date, works: Callable[[date], bool], start: date | None = None
) -> Announced | None:
    """Days, and who stands in, without the words of leave around them: an answer to "từ ngày nào
    đến ngày nào?". None when some of it is not understood."""
    cleaned, _ = _plain(text)
    rest, name, nobody = _without_substitute(cleaned)
    days = leave_days.read(rest, today, works, start)
    if days is None:
        rest, reason = before_reason(rest)
        days = leave_days.read(rest, today, works, start) if reason else None
    return None if days is None else Announced(days, name, nobody)


def name_in(text: str) -> tuple[str, bool]:
    """Whom an answer to "ai thay?" names, and whether it says nobody."""
    cleaned, plain = _plain(text)
    if _NOBODY.fullmatch(plain) or plain.strip(" .!") in ("khong", "ko", "khong can"):
        return "", True
    _, name, nobody = _without_substitute(cleaned)
    return (name or _untitled(cleaned.strip(" .,!"))), nobody


def is_plain(text: str) -> bool:
    """Whether the text says "nghỉ phép", or begins with who is away: "tôi nghỉ từ 14/7"."""
    return _PLAINLY.match(_plain(text)[1]) is not None


def is_back(text: str) -> bool:
    """ "tôi đi làm lại rồi"."""
    return _BACK.fullmatch(_plain(text)[1]) is not None


def _plain(text: str) -> tuple[str, str]:
    """The text in one line, and the same without marks, letter for letter."""
    cleaned = " ".join(clean(text).split())
    return cleaned, flat(cleaned)


def _without_substitute(cleaned: str) -> tuple[str, str, bool]:
    """(what is left, the name, whether nobody was said)."""
    plain = flat(cleaned)
    if found := _NOBODY.search(plain):
        return cleaned[: found.start()], "", True
    if found := _NAMED.search(plain):
        name = cleaned[found.start("name") : found.end("name")]
        if ending := _THAY_END.search(flat(name)):
            name = name[: ending.start()]
        return cleaned[: found.start()], _untitled(name), False
    for pattern in (_CALLED, _AFTER_COMMA):
        if found := pattern.match(plain):
            begin = found.start("all") if pattern is _CALLED else found.start("name")
            name = _untitled(cleaned[begin : found.end("name")])
            return cleaned[: found.end("head")].rstrip(" ,;."), name, False
    return cleaned, "", False


def _untitled(name: str) -> str:
    """The name without "anh", "đồng chí" before it."""
    while found := _TITLE.match(flat(name)):
        name = name[found.end() :]
    return name
