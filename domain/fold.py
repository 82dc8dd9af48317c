"""One spelling for text that people type in many: Unicode forms, full width, marks, case.

Knows letters only; must not know what any word means.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final

# What stays a separator when control characters go.
_SPACES: Final = {"\t": " ", "\v": " ", "\f": "\n", "\r": "\n", "\u2028": "\n", "\u2029": "\n"}


def _visible(char: str) -> str:
    """The character itself, a space or newline for any kind of space, nothing if invisible."""
    if char in _SPACES:
        return _SPACES[char]
    if char == "\n":
        return char
    category = unicodedata.category(char)
    if category == "Zs":
        return " "
    # Controls, format marks (bidi, zero width), lone surrogates, stray combining marks.
    if category in ("Cc", "Cf", "Cs", "Mn", "Me", "Mc"):
        return ""
    return char


class _Table(dict[int, str]):
    """A translation table that fills itself; kept small whatever people paste."""

    LIMIT: Final = 4096

    def remember(self, codepoint: int, value: str) -> str:
        if len(self) < self.LIMIT:
            self[codepoint] = value
        return value


class _Visible(_Table):
    def __missing__(self, codepoint: int) -> str:
        return self.remember(codepoint, _visible(chr(codepoint)))


class _Unmarked(_Table):
    def __missing__(self, codepoint: int) -> str:
        char = chr(codepoint)
        first = unicodedata.normalize("NFD", char)[0]
        value = {"đ": "d", "Đ": "D", "ð": "d", "ı": "i"}.get(first, first)
        return self.remember(codepoint, value)


_VISIBLE: Final = _Visible()
_UNMARKED: Final = _Unmarked()


# Whatever `clean` may have to change but for composing; most texts hold none of it.
_ODD: Final = re.compile(
    "[^\\n -~\u00a1-\u00ac\u00ae-\u012f\u0131-\u02ff\u1ea0-\u1ef9\u2010-\u2027\u20ab]"
)


@lru_cache(maxsize=256)  # one message is looked at from many sides
def clean(text: str) -> str:
    """Composed (NFKC), without invisible characters; spaces and newlines kept as typed.

    Every character that is left is one letter, digit, sign, space or newline. Idempotent.
    """
    if not _ODD.search(text) and unicodedata.is_normalized("NFKC", text):
        return text
    composed = unicodedata.normalize("NFKC", text.translate(_BEFORE))
    seen = composed.translate(_VISIBLE)
    # Dropping an invisible character may bring a letter and its mark together.
    return unicodedata.normalize("NFKC", seen)


# Applied before composing: zero-width characters between a letter and its mark would keep
# them apart, and a capital I with a dot would grow when lowered.
_BEFORE: Final = {
    **dict.fromkeys((0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xFE0F)),
    0x0130: "I",
}


def lower(cleaned: str) -> str:
    """Lower case of cleaned text, of the same length."""
    lowered = cleaned.lower()
    if len(lowered) == len(cleaned):
        return lowered
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in cleaned)


def unmarked(lowered: str) -> str:
    """Each letter without its marks ("đạt" is "dat"), of the same length."""
    return lowered if lowered.isascii() else lowered.translate(_UNMARKED)


def has_digit(text: str) -> bool:
    """Whether any figure stands in the text."""
    return _DIGIT.search(text) is not None


_DIGIT: Final = re.compile(r"\d")


@lru_cache(maxsize=256)
def flat(cleaned: str) -> str:
    """Cleaned text without case and marks, of the same length: what is found at a place in it
    stands at the same place in what was typed."""
    return unmarked(lower(cleaned))


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """For search and command words: marks removed, đ is d, lower case, spaces collapsed.

    >>> fold("  ĐÔN   Đốc ")
    'don doc'
    """
    return " ".join(flat(clean(text)).split())


@lru_cache(maxsize=256)
def bare(text: str) -> str:
    """Folded words without signs but the slash of "đ/c".

    >>> bare("Đ/c ơi, cần giúp!")
    'd/c oi can giup'
    """
    return " ".join(_SIGNS.sub(" ", fold(text)).split())


_SIGNS: Final = re.compile(r"[^\w/ ]+")
