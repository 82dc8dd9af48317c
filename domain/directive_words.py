"""What somebody who sent a directive asks of it in a few words: who has it, who has not, whether
one of them has, that the others be reminded. Reads words only and knows no directive."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from domain.fold import fold

# What is asked: those who have not confirmed, those who have, how many; whether somebody has; to
# remind those who have not; to remind, nobody says whom.
NOT_YET, HAVE, COUNTS, ONE, REMIND, REMIND_THEM = (
    "not_yet",
    "have",
    "counts",
    "one",
    "remind",
    "remind_them",
)


class Asked(NamedTuple):
    """`code`: of the directive, where it was said ("CĐ01/2021", "CĐ01"); `who`: folded, of ONE."""

    kind: str
    code: str = ""
    who: str = ""


_LONGEST: Final = 90  # characters; a longer text says more than this
_CODE: Final = re.compile(
    r"\b(?:(?:cua|ve|voi|chi dao|van ban) )*cd ?0{0,3}([1-9]\d{0,3})(?:[/-](\d{4}))?(?!\w)"
)
_ABOUT: Final = r"(?: (?:tin|chi dao|van ban|thong bao|nay|do|tren))*"
_GOT: Final = rf"(?:xac nhan|nhan|doc|xem|phan hoi|tra loi)(?: duoc)?{_ABOUT}"
_MANY: Final = r"(?:nguoi|dong chi|don vi|noi|phuong xa|xa phuong|phuong|xa|co quan|cho|ban nganh)"
_ALL: Final = (
    rf"(?:tat ca(?: (?:moi nguoi|cac {_MANY}))?|cac {_MANY}(?: xa)?|moi {_MANY}|ho|ben duoi)"
)
_WHO: Final = rf"(?:(?:con|co|nhung|danh sach|cac|may) )*(?:ai|{_MANY}(?: nao)?|danh sach)"
_STILL: Final = r"(?: (?:con|van|hien|ma|la|thi))*"
_BEFORE: Final = re.compile(
    r"^(?:(?:cho|xem|hoi|toi|minh|biet|bao(?! nhieu)|the|vay|thoi) )+(?!chua)"
)
_AFTER: Final = re.compile(r"(?: (?:vay|the|a|nhi|nhe|nha|nua|ha|giup|gium|ho|voi|di|em|ta))+$")
_MAY_ASK: Final = re.compile("nhan|doc|xem|hoi|tra loi|nhac")  # most reports have none of these
_SIGNS: Final = re.compile(r"[?.!,;:]+")
_READ: Final = {
    NOT_YET: re.compile(rf"{_WHO}{_STILL} (?:chua|khong) {_GOT}|chua (?:co )?{_WHO} {_GOT}"),
    COUNTS: re.compile(
        rf"(?:(?:bao nhieu|may) {_MANY} (?:da )?{_GOT}(?: roi| chua)?"
        rf"|(?:{_ALL} )?(?:da )?{_GOT} (?:het|du)(?: roi)? chua"
        rf"|{_ALL} (?:da )?{_GOT}(?: roi)? chua|(?:ai|co ai) {_GOT} chua)"
    ),
    HAVE: re.compile(rf"{_WHO}{_STILL} (?:da|vua) {_GOT}(?: roi)?|{_WHO} {_GOT} roi"),
    REMIND: re.compile(
        rf"(?:(?:nho|hay|de nghi|xin) )*(?:nhac|don doc|goi|nhan)(?: nho| lai)*"
        rf" (?:nhung |cac |may )?(?:(?:ai|{_MANY}(?: nao)?){_STILL} )?chua {_GOT}"
    ),
    REMIND_THEM: re.compile(
        r"(?:nho )?(?:nhac|don doc)"
        rf"(?: lai| nho| tiep| ho| (?:nhung |cac |may )?{_MANY} (?:nay|do|tren|kia))*"
    ),
    ONE: re.compile(rf"(?P<who>\S.*?) (?:da |co )?{_GOT}(?: roi| hay)? chua"),
}


def asked_of_directive(text: str) -> Asked | None:
    """What the whole text asks of a directive; None when it asks nothing of one.

    >>> asked_of_directive("CĐ01 ai chưa nhận?"), asked_of_directive("phường 8 nhận chưa")
    (Asked(kind='not_yet', code='CĐ01', who=''), Asked(kind='one', code='', who='phuong 8'))
    """
    if len(text) > _LONGEST or not _MAY_ASK.search(fold(text)):
        return None
    words = " ".join(_SIGNS.sub(" ", fold(text)).split())
    code = ""
    if found := _CODE.search(words):
        code = f"CĐ{int(found[1]):02d}" + (f"/{found[2]}" if found[2] else "")
        words = " ".join((words[: found.start()] + words[found.end() :]).split())
    words = _AFTER.sub("", _BEFORE.sub("", words))
    for kind, read in _READ.items():
        if found := read.fullmatch(words):
            return Asked(kind, code, found["who"] if kind == ONE else "")
    return None
