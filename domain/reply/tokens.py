"""Cuts a reply into words, numbers and signs, each with and without its marks.

Knows spelling only; what a word means is for words, numbers, dates and codes.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from domain.fold import clean, lower, unmarked
from domain.slips import repaired

# Replies are short; what follows is pasted matter and is kept in the inbox, not read.
LONGEST: Final = 6000
# Of words typed with care three in four bear marks; of words typed without, only a pasted few.
_RICH: Final = 0.25
_CAREFUL: Final = 0.6
MOST_TOKENS: Final = 1500

_TOKEN: Final = re.compile(r"(?P<n>\d+(?:[.,]\d+)*)|(?P<w>[^\W\d_]+)|(?P<s>\n|[^\s\w]|_)|(?P<o>\w)")
_SIGNS: Final = str.maketrans(
    {
        "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2015": "-", "\u2212": "-", "\u2010": "-",
        "\u2011": "-", "\u2044": "/", "\u2215": "/", "\u223c": "~", "⇒": "→", "➔": "→", "➡": "→",
        "➜": "→", "…": ".", "；": ";", "：": ":", "，": ",", "。": ".", "、": ",",
    }
)  # fmt: skip
# "Buôn Kmông", "làng Đăk Rơve": the name of a village is no slip.
_NAMED_PLACE: Final = re.compile(r"\b(?:buôn|plei|bon|phum|sóc)\s+([^\W\d_]{2,})\b")
_ARROW: Final = re.compile(r"[-=]{1,3}>+")


@dataclass(slots=True)
class Token:
    """One word, number or sign; `start` and `end` are places in Reading.shown."""

    kind: str
    marked: str
    plain: str
    start: int
    end: int


class Beside(dict[int, str]):
    """Words by their place; "" beyond the ends. Looked at all the time, so without a call."""

    def __missing__(self, place: int) -> str:
        return ""


class Tokens(list[Token]):
    """The tokens of a text; `plains` are its folded words, `said` which there are, `plain` gives
    the one at a place, "" beyond the ends."""

    def __init__(self, tokens: Iterable[Token]) -> None:
        super().__init__(tokens)
        self.plains = [token.plain for token in self]
        self.said = frozenset(self.plains)
        self.plain: Callable[[int], str] = Beside(enumerate(self.plains)).__getitem__

    def part(self, first: int, after: int) -> "Tokens":
        """Some of them, as a text of their own."""
        return Tokens(self[first:after])


@dataclass(slots=True)
class Words:
    """A reply as it is read: `shown` is the text from which notes are cut."""

    shown: str
    tokens: Tokens
    rich: bool  # typed with Vietnamese marks, so a bare "sau" is not "sáu"
    careful: bool = False  # typed with nearly all marks, so a bare "gian" is not "giãn"


def words_of(text: str, kept: frozenset[str] = frozenset()) -> Words:
    """Cleans, puts right slipped keys but in the words kept, and cuts. Never raises on any text."""
    # "℅" is struck for "%" on some keyboards; composing would make it "c/o".
    typed = text[:LONGEST].replace("\u2105", "%")
    shown = _ARROW.sub("→", clean(typed).translate(_SIGNS))
    marked = lower(shown)
    fixed = repaired(marked, kept)
    if fixed != marked and (names := _NAMED_PLACE.findall(marked)):
        fixed = repaired(marked, kept | frozenset(names))  # "buôn Kmông": no slip of the keys
    if fixed != marked:
        shown = marked = fixed
    plain = unmarked(marked)
    tokens = Tokens(
        Token(kind, m[0], plain[(start := m.start()) : (end := m.end())], start, end)
        for m in _TOKEN.finditer(marked)
        if (kind := m.lastgroup or "s") != "o"
    )
    typed_words = [token for token in tokens if token.kind == "w"]
    with_marks = sum(token.marked != token.plain for token in typed_words)
    share = with_marks / max(len(typed_words), 1)
    return Words(shown, tokens, rich=share >= _RICH or not typed_words, careful=share >= _CAREFUL)


def billions_spelt_out(tokens: Tokens) -> Tokens:
    """ "2t8", "5t2/9t8" of a target in tỷ: the "t" between two numbers is tỷ."""
    spelt = list(tokens)
    for at in range(1, len(spelt) - 1):
        before, token, after = spelt[at - 1 : at + 2]
        stuck = before.end == token.start and token.end == after.start
        if token.plain == "t" and stuck and before.kind == after.kind == "n":
            spelt[at] = Token("w", "tỷ", "ty", token.start, token.end)
    return Tokens(spelt)


def several(words: str) -> frozenset[str]:
    """The words of a line, for tables."""
    return frozenset(words.split())


# Who speaks of themselves.
SPEAKERS: Final = several("em e tui toi minh")


class Cursor:
    """Looks at the tokens around a place; beyond the ends all is empty."""

    def __init__(self, tokens: Tokens, rich: bool) -> None:
        self.tokens = tokens
        self.plain = tokens.plain
        self.rich = rich

    def marked(self, place: int) -> str:
        return self.tokens[place].marked if 0 <= place < len(self.tokens) else ""

    def is_number(self, place: int) -> bool:
        return 0 <= place < len(self.tokens) and self.tokens[place].kind == "n"

    def is_word(self, place: int, word: str) -> bool:
        """Whether the token may be the word, by its letters and marks."""
        return 0 <= place < len(self.tokens) and may_be(self.tokens[place].marked, word)

    def glued(self, place: int) -> bool:
        """Whether the token touches the one before it."""
        if not 0 < place < len(self.tokens):
            return False
        return self.tokens[place].start == self.tokens[place - 1].end


_TONES: Final = {"\u0300": "f", "\u0301": "s", "\u0303": "r", "\u0309": "r", "\u0323": "j"}


@lru_cache(maxsize=8192)
def _spelling(word: str) -> tuple[str, str]:
    """The letters with their shape, and the tone; hỏi and ngã count as one."""
    tone = ""
    letters = []
    for char in unicodedata.normalize("NFD", word):
        if char in _TONES:
            tone = _TONES[char]
        else:
            letters.append(char)
    return unicodedata.normalize("NFC", "".join(letters)), tone


@lru_cache(maxsize=8192)
def spelt_alike(typed: str, word: str) -> bool:
    """Whether both are one word, hỏi and ngã counting as one.

    No syllable that ends in a stop is without its tone: "đat" is "đạt", left unfinished.
    """
    letters, tone = _spelling(typed)
    others, wanted = _spelling(word)
    unfinished = not tone and letters.endswith(("c", "p", "t", "ch"))
    return letters == others and (tone == wanted or unfinished)


@lru_cache(maxsize=16384)
def may_be(typed: str, word: str) -> bool:
    """Whether what was typed can stand for the word: the same, or with marks left out.

    >>> may_be("chua", "chưa"), may_be("chứa", "chưa"), may_be("đat", "đạt")
    (True, False, True)
    """
    if typed == word:
        return True
    if unmarked(typed) != unmarked(word):
        return False
    shape, tone = _spelling(typed)
    other_shape, other_tone = _spelling(word)
    if tone not in ("", other_tone) or len(shape) != len(other_shape):
        return False
    return all(a == b or a == unmarked(b) for a, b in zip(shape, other_shape, strict=True))
