"""Words that take a request back ("nv46 75% nên không xin gia hạn nữa"), and what else the message
says. Whether anything was asked for is not known here."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from domain.fold import clean, flat
from domain.mention import before_reason, codes_in

_LONGEST: Final = 160  # characters; a longer text says more than this
_CODE: Final = r"(?:ct|nv|chi tieu|nhiem vu) ?(?:so )?\d{1,4}(?!\d)"
_CODES: Final = rf"{_CODE}(?:(?: va |, va |[, ]+(?:va )?){_CODE})*"
_NOT: Final = r"(?:khong|ko|khoi|hong|hok|chang|k)"
_TIME: Final = (
    r"(?P<time>gia han|(?:lui|doi|them)(?: thoi)? han|lui(?! ve)|(?:them|keo dai)(?: thoi)?"
    r" (?:ngay|gian|han))"
)
_HELP: Final = r"(?P<help>(?:ho tro|giup do)(?! \w+ ho))"
_WHAT: Final = rf"(?: (?:{_TIME}|{_HELP}))"
_END: Final = (
    r"(?: (?:den|toi) (?:ngay )?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?)?(?: gi)?"
    r"(?: (?:nua|them|dau|luon|roi|nhe|nha|nghe|a))*"
)
# "không xin gia hạn nữa", "thôi khỏi cần hỗ trợ nữa"
_NO_MORE: Final = re.compile(
    rf"(?<!\w){_NOT}(?: (?:con|can|phai|muon|dam|{_NOT}))*"
    # "ra khỏi hỗ trợ" tells something
    r"(?:(?: (?:xin|de nghi|can))+|(?<=thoi khoi))"
    rf"(?: (?:duoc|phep|cap tren|de nghi|duoc))*{_WHAT}(?!\w){_END}"
    # "thôi không xin nữa"
    rf"|(?<!\w)(?:khong|ko|khoi|hong|hok|k)(?: (?:con|can|phai|muon))* xin(?: gi)? nua(?!\w)"
    r"(?: (?:dau|luon|roi|nhe|nha|nghe|a))*"
)
# "rút hết các đề nghị", "hủy xin gia hạn"
_TAKE: Final = re.compile(
    r"(?<!\w)(?P<verb>rut(?: lai)?|bo|huy(?: bo)?|thu hoi|xoa)"
    r"(?P<every>(?: (?:het|tat ca|toan bo|ca(?: hai| ba| 2| 3)?))+)?"
    r"(?: (?:cai|cac|nhung|ban|don|viec|phan|\d|hai|ba))*"
    rf"(?:(?: (?:de nghi|yeu cau))?(?: xin)?{_WHAT}| (?:de nghi|yeu cau)(?: xin)?)(?!\w){_END}"
)
# Nothing goes yet of who says so.
_KEPT: Final = re.compile(
    r"(?:(?<!\w)(?:khong|ko|chua|dung|khoan|neu|co)(?: (?:can|phai|muon|nen|dinh|the|bi|hay))*"
    r"|(?:can|co quan) )$"
)
_UNSURE: Final = re.compile(
    r"\?|(?<!\w)(?:neu|co le|chac(?! chan)|de xem|dang tinh|dinh|hay la|duoc khong|duoc ko"
    r"|hay khong|co nen|sap|se)(?!\w)"
)
_JOINT_BEFORE: Final = re.compile(
    r"(?:[\s,;.:-]|(?<!\w)(?:va|nen|roi|nhung|thi|do do|vi vay|vi the|ma|em|toi|minh|chung toi"
    r"|don vi|xin|cho|phep|nho|thoi|da|dong thoi|con)(?!\w))*$"
)
_JOINT_AFTER: Final = re.compile(
    r"^(?:[\s,;.:!-]|(?<!\w)(?:nua|nhe|nha|a|luon|roi|gi|va|con|thi|vi the|dong thoi|nen)(?!\w))*"
)
_OF_CODES: Final = re.compile(rf"^(?: (?:cua|cho|viec|ve|voi|o|doi voi))* (?P<codes>{_CODES})")
_GOES_ON: Final = re.compile(r" *[:=]? *(?:\d|(?:da|dat|duoc|xong|hoan|chua|moi|gan|vuong)(?!\w))")
_ITS_CODES: Final = re.compile(rf"(?<!\w)(?P<codes>{_CODES})$")


class Withdrawal(NamedTuple):
    """What is taken back: more time, help, or either (`of`: "time", "help", ""); of the work with
    these codes, which stand beside the words themselves. `rest`: what else was said."""

    of: str
    codes: list[str]
    every: bool
    sure: bool
    rest: str


def withdrawal(text: str) -> Withdrawal | None:
    """What the message takes back; None when it takes nothing back."""
    cleaned = " ".join(clean(text).split())
    plain = flat(cleaned)
    found = _TAKE.search(plain) or _NO_MORE.search(plain)
    if found is None or len(cleaned) > _LONGEST:
        return None
    groups = found.groupdict()
    if groups.get("verb") and not _is_verb(cleaned, plain, found):
        return None
    of = "time" if groups.get("time") else "help" if groups.get("help") else ""
    head, tail = cleaned[: found.start()], cleaned[found.end() :]
    head = head[: _JOINT_BEFORE.search(flat(head)).start()]  # type: ignore[union-attr]
    head, tail, own = _its_codes(head, tail)
    tail = tail[_JOINT_AFTER.match(flat(tail)).end() :]  # type: ignore[union-attr]
    rest = before_reason(", ".join(part for part in (head, tail) if part))[0]
    codes = codes_in(own)
    if rest and len(codes) == 1 and not codes_in(rest):
        rest = f"{own} {rest}"
    every = bool(groups.get("every"))
    return Withdrawal(of, codes, every, not _UNSURE.search(plain), rest)


def _its_codes(head: str, tail: str) -> tuple[str, str, str]:
    """What stands before and after without the codes that stand beside the words themselves; and
    these. A code that goes on ("nv07 50%") is of what is told."""
    if after := _OF_CODES.match(flat(tail)):
        end, own = after.end(), after["codes"]
        if _GOES_ON.match(flat(tail[end:])):
            place = list(re.finditer(_CODE, own))[-1].start()
            end, own = after.start("codes") + place, own[:place]
        if codes_in(own):
            return head, tail[end:], own
    found = _ITS_CODES.search(flat(head))
    if found is None:
        return head, tail, ""
    before = head[: found.start()].rstrip(" ,;.")
    if before:  # "xong nv07, nv46 không xin nữa"
        last = list(re.finditer(_CODE, flat(head)))[-1]
        return head[: last.start()].rstrip(" ,;."), tail, head[last.start() :]
    return before, tail, found["codes"]


def _is_verb(cleaned: str, plain: str, found: re.Match[str]) -> bool:
    """Whether it is said to go: neither "chưa rút", nor the "bộ" of "cán bộ xin gia hạn"."""
    word = cleaned[found.start() :].split()[0].lower()
    if plain[found.start() :].startswith("bo") and word not in ("bo", "bỏ"):
        return False
    return not _KEPT.search(plain[: found.start()].rstrip() + (" " if word == "bo" else ""))
