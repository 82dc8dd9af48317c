"""Vietnamese numbers, in figures and in words: 1.250,5 · bảy lăm · hai tỷ rưỡi · một tỷ hai.

Reads a number that begins at a given token; must not know what is being counted.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from domain.reply_tokens import Token, may_be

# Doubts about a number that was read.
VAGUE: Final = "vague"  # "hai trăm mấy", "vài chục"
TWO_WAYS: Final = "two ways"  # "1,250": 1.25 or 1250; "bảy tám": 7 to 8, or 78
MALFORMED: Final = "malformed"  # "1.25.300"

_GROUPED: Final = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_GROUPED_ENGLISH: Final = re.compile(r"\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,}")
_DECIMAL: Final = re.compile(r"\d+[.,]\d+")

_DIGITS: Final[dict[str, tuple[int, str]]] = {
    "khong": (0, "không"), "mot": (1, "một"), "hai": (2, "hai"), "ba": (3, "ba"),
    "bon": (4, "bốn"), "tu": (4, "tư"), "nam": (5, "năm"), "lam": (5, "lăm"),
    "nham": (5, "nhăm"), "sau": (6, "sáu"), "bay": (7, "bảy"), "bẩy": (7, "bẩy"),
    "tam": (8, "tám"), "chin": (9, "chín"),
}  # fmt: skip
# Only after a ten: "hai mươi mốt", "bảy lăm", "bốn mươi tư".
_AFTER_TEN: Final = {"mốt", "lăm", "nhăm", "tư", "rưỡi"}
_SCALES: Final[dict[str, tuple[int, str]]] = {
    "nghin": (1_000, "nghìn"), "ngan": (1_000, "ngàn"), "k": (1_000, "k"),
    "trieu": (1_000_000, "triệu"), "tr": (1_000_000, "tr"),
    "ty": (1_000_000_000, "tỷ"), "ti": (1_000_000_000, "tỉ"),
}  # fmt: skip
_VAGUE: Final = {"may": "mấy", "vai": "vài", "dam": "dăm"}


@dataclass(frozen=True, slots=True)
class Number:
    """`value` in ones; `scale` the greatest of nghìn, triệu, tỷ that was said (else 1).

    `end` is the token after it. `spoken` if in words. `sure` is false when the words could
    be others without their marks ("nam", "sau").
    """

    value: float
    end: int
    scale: int = 1
    spoken: bool = False
    sure: bool = True
    doubt: str | None = None
    other: float | None = None


def read_figures(text: str) -> Number:
    """A number typed in figures: dots group thousands, a comma begins decimals.

    >>> read_figures("1.250,5").value, read_figures("60.5").value
    (1250.5, 60.5)
    """
    if text.isdigit():
        return Number(float(int(text[:15])), 0)
    if _GROUPED.fullmatch(text) and not text.startswith("0"):
        return Number(float(text.replace(".", "").replace(",", ".")), 0)
    if _GROUPED_ENGLISH.fullmatch(text):
        return Number(float(text.replace(",", "")), 0)
    if _DECIMAL.fullmatch(text):
        value = float(text.replace(",", "."))
        whole, decimals = re.split("[.,]", text)
        if len(decimals) == 3 and len(whole) <= 3 and not text.startswith("0"):
            return Number(value, 0, doubt=TWO_WAYS, other=float(whole + decimals))
        return Number(value, 0)
    return Number(0.0, 0, doubt=MALFORMED)


class _Reader:
    """Walks over the tokens of one number."""

    def __init__(self, tokens: Sequence[Token], start: int, rich: bool) -> None:
        self.tokens = tokens
        self.at = start
        self.rich = rich
        self.sure = True
        self.spoken = False
        self.doubt: str | None = None

    def plain(self, ahead: int = 0) -> str:
        place = self.at + ahead
        return self.tokens[place].plain if place < len(self.tokens) else ""

    def is_word(self, word: str, plain: str, ahead: int = 0) -> bool:
        """Whether the token may be the word; remembers when it leans on missing marks."""
        place = self.at + ahead
        if place >= len(self.tokens) or self.tokens[place].plain != plain:
            return False
        return may_be(self.tokens[place].marked, word)

    def digit(self, ahead: int = 0) -> tuple[int, str] | None:
        """(value, word) of a digit word."""
        place = self.at + ahead
        if place >= len(self.tokens):
            return None
        token = self.tokens[place]
        if token.marked == "bẩy":
            return 7, "bẩy"
        if token.marked in ("mốt", "mót"):
            return 1, "mốt"
        known = _DIGITS.get(token.plain)
        if known is None or not may_be(token.marked, known[1]):
            return None
        if token.marked != known[1] and self.rich and token.plain in _RISKY:
            return None
        return known

    def take(self, word: str) -> None:
        if self.tokens[self.at].marked != word:
            self.sure = False
        self.spoken = True
        self.at += 1

    def scale(self) -> tuple[int, str] | None:
        known = _SCALES.get(self.plain())
        if known is None or not may_be(self.tokens[self.at].marked, known[1]):
            return None
        if known[1] in ("k", "tr") and self.tokens[self.at - 1].kind != "n":
            return None
        return known


# Without marks, in a text that has marks, these are other words ("sau", "năm" is marked).
_RISKY: Final = frozenset(
    ["sau", "nam", "bay", "tam", "lam", "tu", "chin", "bon", "mot", "khong", "nham"]
)


def _ones_after_ten(reader: _Reader, linked: bool = False) -> int | None:
    """The digit that ends a two-digit number, if one follows."""
    found = reader.digit()
    if found is None or found[0] == 0:
        return None
    value, word = found
    following = reader.plain(1)
    if word in ("năm", "tư", "sáu") and not linked and reader.tokens[reader.at].marked != word:
        # "muoi nam" may be "mười năm"; "lam", "nham" are clear enough after a ten.
        reader.sure = False
    # The digit belongs to what follows: "ba mươi hai trăm" does not exist, "mươi ba phần" might.
    if following in ("muoi", "tram", "chuc"):
        return None
    reader.take(word)
    return value


def _hundreds(reader: _Reader) -> float | None:
    """A number below a thousand in words, or None; the reader stands behind it."""
    start = reader.at
    if reader.is_word("trăm", "tram"):
        if reader.at > 0 and reader.tokens[reader.at - 1].plain == "phan":
            return None
        reader.take("trăm")
        return _after_hundred(reader, 100)
    if reader.is_word("nửa", "nua"):
        return None
    if reader.is_word("mười", "muoi"):
        if reader.tokens[reader.at].marked == "mươi":
            reader.doubt = VAGUE
        reader.take("mười")
        if reader.plain() in _VAGUE and reader.is_word(_VAGUE[reader.plain()], reader.plain()):
            reader.take(_VAGUE[reader.plain()])
            reader.doubt = VAGUE
            return 10
        return 10 + (_ones_after_ten(reader) or 0)
    if reader.is_word("chục", "chuc"):
        reader.take("chục")
        reader.doubt = VAGUE
        return 10
    if reader.plain() in _VAGUE and reader.is_word(_VAGUE[reader.plain()], reader.plain()):
        word = _VAGUE[reader.plain()]
        following = reader.plain(1)
        if reader.tokens[reader.at].marked == word and following in ("chuc", "tram", "muoi"):
            reader.take(word)
            reader.doubt = VAGUE
            value = {"chuc": 10.0, "muoi": 10.0, "tram": 100.0}[following]
            reader.at += 1
            return value
        return None
    found = reader.digit()
    if found is None:
        return None
    value, word = found
    if word in ("lăm", "nhăm", "mốt"):
        return None
    if word == "không" and not reader.is_word("trăm", "tram", 1):
        return None
    reader.take(word)
    # "năm sáu chục", "bảy tám mươi", "ba bốn trăm": between the two.
    second = reader.digit()
    if second and second[0] == value + 1 and reader.plain(1) in ("chuc", "muoi", "tram"):
        reader.take(second[1])
        reader.at += 1
        reader.doubt = VAGUE
        return value * 10.0
    if reader.is_word("trăm", "tram"):
        reader.take("trăm")
        return _after_hundred(reader, value * 100)
    return _after_digit(reader, value, start)


def _after_digit(reader: _Reader, value: int, start: int) -> float:
    """What follows a first digit: tens, a spoken pair, or nothing."""
    for plain, word in (("muoi", "mươi"), ("chuc", "chục")):
        if reader.is_word(word, plain) and reader.tokens[reader.at].marked != "mười":
            reader.take(word if reader.tokens[reader.at].marked != plain else plain)
            if reader.is_word("rưỡi", "ruoi"):
                reader.take("rưỡi")
                return value * 10 + (5 if plain == "chuc" else 0.5)
            if reader.is_word("mấy", "may"):
                reader.take("mấy")
                reader.doubt = VAGUE
                return value * 10
            return value * 10 + (_ones_after_ten(reader) or 0)
    second = reader.digit()
    if second is None or second[0] == 0:
        return value
    follower = reader.plain(1)
    if follower in ("muoi", "tram", "chuc", "nghin", "ngan") or (
        follower == "phan" and reader.plain(2) != "tram"
    ):
        return value
    word = second[1]
    clear = word in ("lăm", "nhăm", "mốt") or (
        word == "tư" and reader.tokens[reader.at].marked == "tư"
    )
    if not clear:
        if word in ("năm", "tư") and reader.tokens[reader.at].marked != word:
            return value
        if second[0] in (value + 1, value - 1) or word == "năm":
            reader.doubt = TWO_WAYS
    reader.take(word)
    return value * 10 + second[0]


def _after_hundred(reader: _Reader, hundreds: int) -> float:
    """The tens and ones after a hundred; "rưỡi" is fifty, a lone digit counts tens."""
    if reader.is_word("rưỡi", "ruoi"):
        reader.take("rưỡi")
        return hundreds + 50
    if reader.is_word("mấy", "may"):
        reader.take("mấy")
        reader.doubt = VAGUE
        return hundreds
    for plain, word in (("linh", "linh"), ("le", "lẻ")):
        if reader.is_word(word, plain):
            reader.take(word)
            return hundreds + (_ones_after_ten(reader, linked=True) or 0)
    if reader.is_word("mười", "muoi"):
        reader.take("mười")
        return hundreds + 10 + (_ones_after_ten(reader) or 0)
    found = reader.digit()
    if found is None:
        return hundreds
    value, word = found
    if reader.is_word("mươi", "muoi", 1) or reader.is_word("chục", "chuc", 1):
        reader.take(word)
        reader.at += 1
        if reader.is_word("mấy", "may"):
            reader.take("mấy")
            reader.doubt = VAGUE
            return hundreds + value * 10
        return hundreds + value * 10 + (_ones_after_ten(reader) or 0)
    if word in ("lăm", "nhăm") or (value and reader.plain(1) not in ("tram", "phan")):
        if reader.digit(1) is not None and reader.digit(1) != (0, "không"):
            # "một trăm hai lăm"
            reader.take(word)
            ones = _ones_after_ten(reader)
            return hundreds + value * 10 + (ones or 0)
        if word == "năm" and reader.tokens[reader.at].marked != "năm":
            return hundreds
        reader.take(word)
        return hundreds + value * 10
    return hundreds


def _decimals(reader: _Reader) -> float | None:
    """What is said after "phẩy": 0.5 for "phẩy năm"."""
    for plain, word in (("phay", "phẩy"), ("cham", "chấm")):
        if not reader.is_word(word, plain):
            continue
        following = reader.digit(1)
        place = reader.at + 1
        if place < len(reader.tokens) and reader.tokens[place].kind == "n":
            digits = reader.tokens[place].plain
            if not digits.isdigit():
                return None
            reader.take(word)
            reader.at += 1
            return int(digits[:9]) / 10 ** len(digits[:9])
        if following is None:
            return None
        reader.take(word)
        digits = ""
        while len(digits) < 4:
            found = reader.digit()
            if found is None:
                break
            if reader.is_word("mươi", "muoi", 1):
                reader.take(found[1])
                reader.at += 1
                ones = _ones_after_ten(reader)
                digits += str(found[0]) + (str(ones) if ones else "")
                break
            reader.take(found[1])
            digits += str(found[0])
        return int(digits) / 10 ** len(digits)
    return None


def read_number(tokens: Sequence[Token], start: int, rich: bool) -> Number | None:
    """The number that begins at a token, in figures, words or both, or None.

    `rich`: the text is typed with marks. A lone digit word is read too; whether it counts
    something is for the caller to see.
    """
    reader = _Reader(tokens, start, rich)
    total = 0.0
    top = 0
    last = 0
    other: float | None = None
    while True:
        before = reader.at
        group: float | None
        if reader.at < len(tokens) and tokens[reader.at].kind == "n":
            if top and not _follows_scale(tokens, reader.at):
                break
            figures = read_figures(tokens[reader.at].plain)
            group = figures.value
            reader.doubt = reader.doubt or figures.doubt
            other = figures.other if not top else None
            reader.at += 1
            if reader.is_word("chục", "chuc"):
                reader.take("chục")
                group *= 10
            elif reader.is_word("trăm", "tram"):
                reader.take("trăm")
                group = _after_hundred(reader, int(group) * 100)
            elif reader.is_word("mươi", "muoi") and group < 10:
                reader.take("mươi")
                group = group * 10 + (_ones_after_ten(reader) or 0)
            elif reader.is_word("mấy", "may") and tokens[reader.at].marked == "mấy":
                reader.take("mấy")
                reader.doubt = VAGUE
        else:
            group = _hundreds(reader)
        if group is None:
            scale = reader.scale() if not top else None
            if scale is None or not _ruoi_next(reader):
                break
            group = 1.0  # "tỷ rưỡi", "triệu rưỡi"
        else:
            decimals = _decimals(reader)
            if decimals is not None:
                group += decimals
        scale = reader.scale()
        if scale is None:
            total, fits = _trailing(total, group, last, reader, before)
            if not fits:
                reader.at = before
            break
        value, word = scale
        if word in ("k", "tr"):
            reader.at += 1
        else:
            reader.take(
                word if tokens[reader.at].plain not in ("ty", "ti") else tokens[reader.at].marked
            )
        if last and value > last:
            total = (total + group) * value
        elif last and value == last:
            reader.at = before
            break
        else:
            total += group * value
        if other is not None:
            other *= value
        top = max(top, value)
        last = value
        again = reader.scale()
        if again is not None and again[0] > value:  # nghìn tỷ
            total *= again[0]
            top = last = again[0]
            reader.at += 1
        if reader.is_word("rưỡi", "ruoi"):
            reader.take("rưỡi")
            total += last / 2
            break
        if reader.is_word("mấy", "may") and tokens[reader.at].marked == "mấy":
            reader.take("mấy")
            reader.doubt = VAGUE
            break
    if reader.at == start:
        return None
    if reader.is_word("rưỡi", "ruoi") and not top and total:
        reader.take("rưỡi")
        total += 0.5
    return Number(
        round(total, 6), reader.at, max(top, 1), reader.spoken, reader.sure, reader.doubt, other
    )


def _follows_scale(tokens: Sequence[Token], place: int) -> bool:
    """Figures right after a scale word continue it: "250 tỷ 500 triệu", "1tr2", "2 tỷ 3"."""
    if tokens[place].end - tokens[place].start > 3 or not tokens[place].plain.isdigit():
        return False
    after = tokens[place + 1].plain if place + 1 < len(tokens) else ""
    glued = tokens[place].start == tokens[place - 1].end
    return glued or after not in ("%", "/", "phan", "ho", "ngay")


def _ruoi_next(reader: _Reader) -> bool:
    place = reader.at + 1
    return place < len(reader.tokens) and may_be(reader.tokens[place].marked, "rưỡi")


def _trailing(
    total: float, group: float, last: int, reader: _Reader, before: int
) -> tuple[float, bool]:
    """Adds a last group without a scale word; (total, whether it belongs to the number)."""
    if not last:
        return total + group, True
    tokens = reader.tokens
    size = reader.at - before
    figures = tokens[before].kind == "n"
    if figures and reader.at < len(tokens) and tokens[reader.at].plain in ("%", "/"):
        return total, False
    if group < 10 and size == 1 and float(group).is_integer():
        return total + group * last / 10, True  # một tỷ hai
    if last > 1000 and group < 1000 and group % 100 == 0:
        return total + group * last / 1000, True  # một tỷ hai trăm
    if last > 1000 and figures and size == 1 and group < 1000:
        digits = tokens[before].plain
        if tokens[before].start == tokens[before - 1].end:
            return total + group * last / 10 ** len(digits), True  # 1tr25
        return total, False
    if last == 1000:
        return total + group, True
    return total, False
