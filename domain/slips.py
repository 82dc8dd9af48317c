"""Puts right words whose keys slipped: held down, missed, swapped, or left as they were struck.

The one door to telex and vni for a whole text; knows words, not what they say.
"""

import re
from functools import lru_cache
from typing import Final

from domain import vni
from domain.fold import unmarked
from domain.syllables import is_syllable
from domain.telex import from_telex

_WORD: Final = re.compile(r"[^\W\d_]{2,}")
# A key held down: "xonggg rồiii", "vướngg"; not the numerals of "quý III".
_HELD: Final = re.compile(r"([^\W\d_i])\1{2,}|(?<=[^\W\d_])([ghnmc])\2(?![^\W\d_])")
# The đ of shorthand: "ddc", "36 ddv", "d9/c", "12.000dd", "14.562.300.000 d9", "cddcs".
_BARRED: Final = re.compile(
    r"(?<![^\W\d_])(?:dd|d9)(?=[cv](?![^\W_])|/c(?![^\W_]))|(?<=\d)dd(?![^\W_])"
    r"|(?<=\d\d\d )(?:dd|d9)(?![^\W_])|(?<=\bc)(?:dd|d9)(?=cs\b)"
)
# Shorthand that would otherwise be taken for a slip.
_SHORTHAND: Final = frozenset(
    (
        "ks", "bs", "ths", "gs", "dd", "ok", "oke", "okie", "ngv", "ubnd", "hdnd", "gpmb", "vs",
        "ls", "qs", "ps", "kcs", "data", "file", "thank", "thanks",
    )
)  # fmt: skip


def repaired(lowered: str, kept: frozenset[str] = frozenset()) -> str:
    """Lower-case text with slipped words put right. Other text, and words kept, stay unchanged."""
    if kept:
        pieces = re.split(rf"\b({'|'.join(sorted(kept))})\b", lowered)
        return "".join(p if at % 2 else repaired(p) for at, p in enumerate(pieces))
    if _HELD.search(lowered):
        lowered = _HELD.sub(r"\1\2", lowered)
    if "dd" in lowered or "d9" in lowered:
        lowered = _BARRED.sub("đ", lowered)
    lowered = vni.put_right(lowered)
    if not any(map(_slipped, _WORD.findall(lowered))):
        return lowered
    return _WORD.sub(lambda m: _slipped(m[0]) or m[0], lowered)


@lru_cache(maxsize=8192)
def _slipped(word: str) -> str | None:
    """What a word was meant to be; None for one that is right, or shorthand."""
    return None if word in _SHORTHAND else _parted(word) or from_telex(word) or _from_slip(word)


# Written in one: "hoanthanh", "xongroi", "chualam".
_RUN_TOGETHER: Final = re.compile(
    "(hoan)(thanh)|(da)(hoan)(thanh)|(da)(xong)|(xong)(roi)|(chua)(lam|xong)|(dang)(lam)|"
    "(trien)(khai)|(thuc)(hien)|(gia)(han)|(bao)(cao)|(dong)(chi)|(da)(nhan)|(phan)(tram)"
)


def _parted(word: str) -> str | None:
    if len(word) < 6 or is_syllable(word):
        return None
    found = _RUN_TOGETHER.fullmatch(unmarked(word))
    if found is None:
        return None
    if unmarked(word) == word:
        return " ".join(part for part in found.groups() if part)
    sizes = [len(part) for part in found.groups() if part]
    ends = [sum(sizes[: k + 1]) for k in range(len(sizes))]
    return " ".join(word[end - size : end] for size, end in zip(sizes, ends, strict=True))


# What replies turn upon, put right where one key was missed, doubled, swapped or struck beside.
_KEY_WORDS: Final = (
    "hoàn", "thành", "xong", "chưa", "được", "không", "triển", "trăm", "phần", "đang", "vướng",
)  # fmt: skip


def _from_slip(word: str) -> str | None:
    """The one key word that is a slip away from what is no syllable: "thàh", "xomg", "thnah"."""
    if not 4 <= len(word) <= 7 or is_syllable(word):
        return None
    typed = unmarked(word)
    shapes = (typed, typed[:-1]) if typed[-1] in "sfrxj" else (typed,)  # "thnahf": and its tone
    for shape in shapes:
        near = [key for key in _KEY_WORDS if _one_slip_apart(shape, unmarked(key))]
        if near:
            return near[0] if len(near) == 1 else None
    return None


def _one_slip_apart(typed: str, key: str) -> bool:
    """Whether one letter is missing, too many, another, or two neighbours are swapped.

    The first letter must be right.
    """
    if typed[0] != key[0] or abs(len(typed) - len(key)) > 1:
        return False
    at = next((i for i, (a, b) in enumerate(zip(typed, key, strict=False)) if a != b), None)
    if at is None:
        return len(typed) != len(key)
    if len(typed) > len(key):
        return typed[at + 1 :] == key[at:]
    if len(typed) < len(key):
        return typed[at:] == key[at + 1 :]
    swapped = typed[at : at + 2] == key[at : at + 2][::-1] and typed[at + 2 :] == key[at + 2 :]
    return swapped or typed[at + 1 :] == key[at + 1 :]
