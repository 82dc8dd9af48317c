"""Long texts in parts, lengths as platforms count them, foreign text made safe to show.

Knows no platform's limit and no word of any text.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from domain.message import Span, Text

# Kept although it is a format character: joiners hold emoji and some scripts together.
_JOINERS: Final = "\u200c\u200d"
_BREAKS: Final = {"\r": "\n", "\v": "\n", "\f": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n"}
_MANY_MARKS: Final = re.compile(
    "([\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{4})"
    "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+"
)
# Whatever `clean` may have to change but for composing; most texts hold none of it.
_ODD: Final = re.compile(
    "[^\\n -~\u00a0-\u00ac\u00ae-\u02ff\u1e00-\u1eff\u2010-\u2027\u2030-\u205f"
    "\u20a0-\u20bf\u2190-\u2bff\U0001f300-\U0001f64f\U0001f680-\U0001f6ff\U0001f900-\U0001f9ff]"
)
_FROM_WORD: Final = 0.5


def _kept(char: str) -> str:
    """The character, what stands for it, or nothing."""
    if char in _BREAKS:
        return _BREAKS[char]
    if char == "\t":
        return " "
    if char in _JOINERS or char == "\n":
        return char
    return "" if unicodedata.category(char) in ("Cc", "Cf", "Cs") else char


class _Kept(dict[int, str]):
    """Fills itself with what was asked for, and stays small whatever people paste."""

    def __missing__(self, codepoint: int) -> str:
        value = _kept(chr(codepoint))
        if len(self) < 4096:
            self[codepoint] = value
        return value


_TABLE: Final = _Kept()


def clean(text: str) -> str:
    """NFC, without control and bidi characters, NUL, lone surrogates and towers of marks.

    Lines and emoji stay as they were. Idempotent.
    """
    if not _ODD.search(text) and unicodedata.is_normalized("NFC", text):
        return text
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").translate(_TABLE))
    return unicodedata.normalize("NFC", _MANY_MARKS.sub(r"\1", composed))


def utf16(text: str) -> int:
    """Length in UTF-16 units, as platforms count."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def split(text: Text, limit: int) -> list[Text]:
    """The text in parts of at most `limit` UTF-16 units (2 or more).

    Cut between lines where that leaves a part at least half full, else between words, else
    between characters; the newline or the spaces at a cut are dropped. Spans follow, cut in two
    where they must be. An empty text has no parts.
    """
    if limit < 2:
        raise ValueError("a part must have room for any one character")
    parts: list[Text] = []
    start = 0
    while start < len(text.plain):
        end, following = _cut(text.plain, start, limit)
        if text.plain[start:end].strip():
            parts.append(Text(text.plain[start:end], _within(text.spans, start, end)))
        start = following
    return parts


def _cut(plain: str, start: int, limit: int) -> tuple[int, int]:
    """Where the part from `start` ends, and where the next begins."""
    fitting = _fitting(plain, start, limit)
    if fitting == len(plain):
        return fitting, fitting
    # A separator just behind the last fitting character is as good as one within.
    least = start + max(1, int((fitting - start) * _FROM_WORD))
    line = plain.rfind("\n", least, fitting + 1)
    if line > 0:
        return line, line + 1
    space = plain.rfind(" ", least, fitting + 1)
    if space > 0:
        following = space
        while following < len(plain) and plain[following] == " ":
            following += 1
        return len(plain[:space].rstrip(" ")) if plain[start:space].strip() else space, following
    return fitting, fitting


def _fitting(plain: str, start: int, limit: int) -> int:
    """The furthest end so that plain[start:end] has at most `limit` units."""
    end = min(len(plain), start + limit)
    if utf16(plain[start:end]) <= limit:
        return end
    units = 0
    for at in range(start, end):
        units += 2 if plain[at] > "\uffff" else 1
        if units > limit:
            return at
    return end


def _within(spans: tuple[Span, ...], start: int, end: int) -> tuple[Span, ...]:
    cut = (
        (max(at, start) - start, min(at + size, end) - max(at, start), style)
        for at, size, style in spans
    )
    return tuple(span for span in cut if span[1] > 0)


def utf16_spans(text: Text) -> list[Span]:
    """The spans with offset and length in UTF-16 units; those outside the text are left out."""
    plain = text.plain
    spans = list(_within(text.spans, 0, len(plain)))
    if not spans or utf16(plain) == len(plain):
        return spans
    return [(utf16(plain[:at]), utf16(plain[at : at + size]), style) for at, size, style in spans]
