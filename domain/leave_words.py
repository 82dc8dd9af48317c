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
_THAY: Final = r" (?:se |lam |truc |nhan )?thay" + _ENDING
# The last form of address before "thay" begins the name: "đến thứ ba, anh Ba thay".
_CALLED: Final = re.compile(
    r"(?P<head>.*)(?<![^\W\d_])(?<!dong )(?P<all>(?:" + _HONORIFIC + r")\s+" + _NAME + r")" + _THAY
)
_AFTER_COMMA: Final = re.compile(r"(?P<head>.*)[,;.]\s*" + _NAME + _THAY)
_TITLE: Final = re.compile(r"^(?:(?:" + _HONORIFIC + r")\s+)(?=[^\W\d_])")
_THAY_END: Final = re.compile(r"\s+(?:se |lam |truc |nhan )?thay(?:" + _ENDING[:-1] + r")$")
_PLAINLY: Final = re.compile(
    _POLITE + _ME + r"(?:(?:xin phep|xin|se)\s+)*"
    r"(?:nghi phep|nghi om|nghi benh|nghi thai san|nghi che do|nghi (?:tu|den|het|hom|ngay|mai|\d))"
    r"(?!\w)|.{0,40}(?<!\w)nghi phep(?!\w)"
)
_CLAUSE: Final = re.compile(r"[,;.\n](?!\d)")
_BACK: Final = re.compile(
    r"(?:(?:da|bao cao|xin bao cao|kinh bao cao)[ ,:]+)*(?:(?:toi|em|e|minh|tui)\s+)?(?:da\s+)?"
    r"(?:di lam lai|di lam tro lai|tro lai lam viec|tro lai co quan|het nghi(?: phep)?"
    r"|nghi xong|di cong tac ve|ve co quan)"
    r"(?:\s+(?:roi|hom nay|tu hom nay|a|nhe))*[\s.!]*"
)


@dataclass(frozen=True, slots=True)
class Announced:
    """`name`: who stands in, as typed without a form of address, "" when nothing was said of it;
    `nobody`: it was said that nobody does; `sure`: no word was passed over, else it is asked."""

    days: Days
    name: str = ""
    nobody: bool = False
    sure: bool = True


def announced(text: str, today: date, works: Callable[[date], bool]) -> Announced | None:
    """A leave that the whole message announces, with or without its days; else None."""
    cleaned, plain = _plain(text)
    if not _SIGN.search(plain) or len(cleaned) > _LONGEST or codes_in(cleaned):
        return None
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
        if codes_in(head) and is_plain(tail) and (said := announced(tail, today, works)):
            return head.strip(), replace(said, sure=False)
    return None


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
