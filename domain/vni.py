"""Words typed in VNI while the keyboard was not composing: "d9at5" is "đạt", "nhan65" is "nhận".

A digit may as well be a figure stuck to a word ("ap3", "dat65"), so a text must show which it is.
"""

import re
from functools import lru_cache
from typing import Final

from domain.syllables import LONGEST_SYLLABLE, with_tone

_TONES: Final = {"1": "s", "2": "f", "3": "r", "4": "x", "5": "j"}
_SHAPES: Final = {
    "a6": "â", "e6": "ê", "o6": "ô", "a8": "ă", "o7": "ơ", "u7": "ư",
}  # fmt: skip
# Names that are no Vietnamese syllables: "Đắk Nông", "Đăk Tô", "Đắk Lắk".
_HIGHLANDS: Final = {
    "d9a81k": "đắk",
    "d9a8k1": "đắk",
    "d9a8k": "đăk",
    "la81k": "lắk",
    "la8k": "lăk",
}
_LATE: Final = {**_SHAPES, "uo7": "ươ", "uo6": "uô"}
# "tuan6", "muoi7", "nam8": which vowel the digit at the end belongs to.
_STRUCK_LATE: Final = re.compile(
    r"(.*?)(?:(u?o|[ae])(?=\D*6$)|(u?o|u)(?=\D*7$)|(a)(?=\D*8$))\D*[678]"
)
_MIXED: Final = re.compile(r"[^\W\d_]+\d[^\W_]*")
# In a text of other words composed, only their neighbours show that no figure is glued to these:
# "đồng chi1", "thu71 sáu tuần sau".
_ALONE: Final = re.compile(
    r"(?<=đồng )chi1\b|(?<=dong )chi1\b"
    r"|\bthu71(?=\s+(?:hai|ba|tư|tu|năm|nam|sáu|sau|bảy|bay|[2-7])\s+(?:tuần|tuan|này|nay|ngày|ngay))"
)
_DONG: Final = re.compile(r"(?<=\d)d9\b")  # "68.500.000d9"
_INSIDE: Final = re.compile(r"[^\W\d_]\d+[^\W\d_]")


@lru_cache(maxsize=4096)
def from_vni(word: str) -> str | None:
    """What a lower-case word would be had the keyboard composed it, or None.

    >>> from_vni("d9at5")
    'đạt'
    """
    if word in _HIGHLANDS:
        return _HIGHLANDS[word]
    if len(word) > LONGEST_SYLLABLE:
        return None
    rest = word.replace("d9", "đ")
    if rest.startswith("d") and "9" in rest:
        rest = "đ" + rest[1:].replace("9", "", 1)
    tone = ""
    shape = ""
    for char in rest:
        if char in _TONES:
            if tone:
                return None
            tone = _TONES[char]
        else:
            shape += char
    shape = shape.replace("u7o7", "ươ").replace("uo7", "ươ").replace("u7o", "ươ")
    for keys, letter in _SHAPES.items():
        shape = shape.replace(keys, letter)
    found = _STRUCK_LATE.fullmatch(shape)
    if found:
        vowel = found[2] or found[3] or found[4]
        shape = found[1] + _LATE[vowel + shape[-1]] + shape[found.end(found.lastindex or 0) : -1]
    if any(c.isdigit() for c in shape):
        return None
    return with_tone(shape, tone)


def put_right(lowered: str) -> str:
    """Lower-case text with its words composed, if one of them shows that it was typed in VNI."""
    if "d9" in lowered:
        lowered = _DONG.sub("đ", lowered)
    if "1" in lowered:
        lowered = _ALONE.sub(lambda m: from_vni(m[0]) or m[0], lowered)
    return _MIXED.sub(lambda m: from_vni(m[0]) or m[0], lowered) if _is_vni(lowered) else lowered


def _is_vni(lowered: str) -> bool:
    """Whether a word shows that the rest was typed in VNI: a digit inside, a plain tone, a shape.

    "con2 lai5 30%", "ro4" and "nhan65" do, "ap3 60%", "ct2 60%", "dat5%" and "dat65" do not.
    """
    inside = _INSIDE.search(lowered) is not None
    for found in _MIXED.finditer(lowered):
        word = found[0]
        if inside and _INSIDE.search(word) and from_vni(word):
            return True
        if word in _PLAIN or _is_shaped(lowered, found.end(), word):
            return True
        toned = word[-1] in _TONES and word[:-1].isalpha() and word[:-1] not in _NUMBERED
        # "giam3 50%": no figure is glued before a figure.
        if toned and _FIGURE.match(lowered, found.end()) and from_vni(word):
            return True
    return False


def is_toned(word: str) -> bool:
    """Whether a figure at the end of a lower-case word may as well be its tone: "ngay2".

    Not after what figures are glued to: "dat5", "ap3".
    """
    letters = word[:-1]
    if word[-1] not in _TONES or not (letters.isascii() and letters.isalpha()):
        return False
    return letters not in _GLUED and from_vni(word) is not None


def _is_shaped(lowered: str, end: int, word: str) -> bool:
    """ "nhan65", "tieu6": no figure, which would follow a verb or have a unit after it."""
    tail = _SHAPE_TAIL.fullmatch(word)
    if tail is None or from_vni(word) is None:
        return False
    if tail[1] in _GLUED and not _FIGURE.match(lowered, end):
        return False  # but "dat95 60%"
    if tail[1] in (_NUMBERED if len(tail[2]) == 1 else _HIGH_NUMBERED):
        return False
    return _UNIT_AFTER.match(lowered, end) is None


# Letters, and the digits of a shape and perhaps of a tone.
_SHAPE_TAIL: Final = re.compile(r"([a-z]{2,})([6-9]{1,2}[1-5]?)")
_UNIT_AFTER: Final = re.compile(
    r"\s*(?:[%/.,]\s*\d|%|(?:ho|tr|ty|ti|trieu|ha|km|nguoi|luot|dong|dc|phan|[hkđ])\b)"
)
# Verbs and the like that a figure is glued to: "dat65", "duoc72", "con30".
_GLUED_WORDS: Final = """
dat duoc dc lam xong thu con hon khoang tren gan duoi la co them tang giam chi
"""
_GLUED: Final = frozenset(_GLUED_WORDS.split())
# Words that no figure is glued to.
_PLAIN_WORDS: Final = """
chi5 a5 da5 nhe1 ro4 ne2 rui2 roi2 lai5 va2 la2 hop5 bao1 lam2 hoan2 thanh2 ket5 lat1 chao2 tam5
nhu7 chuc5 nay2 vai2 ho65 muoi2 phan2 se4 ve3 bac1 co6 chu1 gui3 nhan5 kip5
le3 bi5 kho1 thi2 cung4 vi1
"""
_PLAIN: Final = frozenset(_PLAIN_WORDS.split())
# Names that bear numbers, and what is often glued to a figure.
_NUMBERED_WORDS: Final = """
ct nv p q ap kp to khom thon xa khu phuong so thang ngay thu t quy dot lan tuan lop doi tang bai muc
phan buoc vong khoa ban nhom tuyen duong hem ql dt tl lo k ty ti tr m km
"""
_NUMBERED: Final = frozenset(_NUMBERED_WORDS.split())
# Those of them whose numbers go beyond sixty.
_HIGH_NUMBERED: Final = frozenset(
    ("ct", "nv", "so", "duong", "hem", "ql", "dt", "tl", "km", "k", "tr", "to")
)
_FIGURE: Final = re.compile(r"\s+\d")
