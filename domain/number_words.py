"""Vietnamese number words below a thousand, and the words of scale: bảy lăm, trăm rưỡi, nghìn.

Reads words from a place on; figures and what is made of scales are for numbers.
"""

from typing import Final

from domain.reply.tokens import Tokens, may_be, several

# Doubts about a number that was read.
VAGUE: Final = "vague"  # "hai trăm mấy", "vài chục"
TWO_WAYS: Final = "two ways"  # "1,250": 1.25 or 1250; "bảy tám": 7 to 8, or 78

_DIGITS: Final[dict[str, tuple[int, str]]] = {
    "khong": (0, "không"), "mot": (1, "một"), "hai": (2, "hai"), "ba": (3, "ba"),
    "bon": (4, "bốn"), "tu": (4, "tư"), "nam": (5, "năm"), "lam": (5, "lăm"),
    "nham": (5, "nhăm"), "sau": (6, "sáu"), "bay": (7, "bảy"), "bẩy": (7, "bẩy"),
    "tam": (8, "tám"), "chin": (9, "chín"),
}  # fmt: skip
_SCALES: Final[dict[str, tuple[int, str]]] = {
    "nghin": (1_000, "nghìn"), "ngan": (1_000, "ngàn"), "k": (1_000, "k"),
    "trieu": (1_000_000, "triệu"), "tr": (1_000_000, "tr"),
    "van": (10_000, "vạn"), "ty": (1_000_000_000, "tỷ"), "ti": (1_000_000_000, "tỉ"),
}  # fmt: skip
_SCALED: Final = frozenset(("%", "phay", "trieu", "ty", "ti"))
_GOING_ON: Final = frozenset(("muoi", "tram", "chuc", *_SCALES))
_TIMES: Final = several("ngay thang gio h g phut phan t")
_LINKS: Final = (("linh", "linh"), ("le", "lẻ"))
_VAGUE: Final = {"may": "mấy", "vai": "vài", "dam": "dăm"}
# Southern: "hăm lăm" is hai mươi lăm.
_SHORT_TENS: Final = {"ham": ("hăm", 20), "bam": ("băm", 30)}
# Words that a number may begin with, and those that may go on with figures.
BEGINNINGS: Final = frozenset((*_DIGITS, *_SCALES, *_VAGUE, *_SHORT_TENS, "muoi", "chuc", "tram"))
GOING_ON: Final = frozenset((*_SCALES, *several("muoi chuc tram may ruoi phay cham")))


class Reader:
    """Walks over the tokens of one number."""

    def __init__(self, tokens: Tokens, start: int, rich: bool) -> None:
        self.tokens = tokens
        self.at = start
        self.rich = rich
        self.sure = True
        self.spoken = False
        self.doubt: str | None = None

    def plain(self, ahead: int = 0) -> str:
        return self.tokens.plain(self.at + ahead)

    def is_word(self, word: str, plain: str, ahead: int = 0) -> bool:
        """Whether the token may be the word; remembers when it leans on missing marks."""
        place = self.at + ahead
        return self.tokens.plain(place) == plain and may_be(self.tokens[place].marked, word)

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
            # "sau muoi phan tram" among words with marks: its neighbours have none either.
            following = self.tokens[place + 1 : place + 2]
            if not following or following[0].marked not in _BARE_NEIGHBOURS:
                return None
        return known

    def take(self, word: str) -> None:
        if self.tokens[self.at].marked != word:
            self.sure = False
        self.spoken = True
        self.at += 1

    def takes(self, word: str, plain: str) -> bool:
        """Whether the word stands here; then the reader goes on behind it."""
        if not self.is_word(word, plain):
            return False
        self.take(word)
        return True

    def typed_tens(self) -> int:
        """ "3 trăm 20 triệu": two figures right after the hundreds; "3 trăm 20 hộ" may be two
        numbers."""
        typed = self.plain()
        if len(typed) != 2 or not typed.isdigit() or typed.startswith("0"):
            return 0
        following = self.plain(1)
        if following in _SCALES or (following.isalpha() and following not in _TIMES):
            self.doubt = self.doubt or (None if following in _SCALES else TWO_WAYS)
            self.at += 1
            return int(typed)
        return 0

    def link(self) -> str | None:
        """ "linh" or "lẻ", which lead from the hundreds to the ones, if either stands here."""
        return next((word for plain, word in _LINKS if self.is_word(word, plain)), None)

    def _of_many(self) -> bool:
        return not self.rich and self.plain(1) in _OF_MANY

    def scale(self) -> tuple[int, str] | None:
        known = _SCALES.get(self.plain())
        if known is None or not may_be(self.tokens[self.at].marked, known[1]):
            return None
        if known[1] in ("k", "tr") and self.tokens[self.at - 1].kind != "n":
            return None
        if known[1] == "vạn" and self.tokens[self.at].marked != "vạn" and not self._of_many():
            return None  # "3 van ban"
        return known


# What is told by the ten thousand, after a "vạn" without its mark.
_OF_MANY: Final = several("luot nguoi cay con ruoi khach")
_BARE_NEIGHBOURS: Final = several("muoi tram chuc lam nham phan nghin ngan")
# Without marks, in a text that has marks, these are other words ("sau", "năm" is marked).
_RISKY: Final = several("sau nam bay tam lam tu chin bon mot khong nham")


def ones_after_ten(reader: Reader, linked: bool = False) -> int | None:
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


def below_thousand(reader: Reader) -> float | None:
    """A number below a thousand in words, or None; the reader stands behind it."""
    start = reader.at
    if reader.is_word("trăm", "tram"):
        if reader.at > 0 and reader.tokens[reader.at - 1].plain == "phan":
            return None
        reader.take("trăm")
        return after_hundred(reader, 100)
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
        return 10 + (ones_after_ten(reader) or 0)
    if reader.plain() in _SHORT_TENS:
        return _short_tens(reader)
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
    scaled = reader.at > 0 and reader.tokens[reader.at - 1].plain in _SCALES
    if word in ("lăm", "nhăm", "mốt") and not (scaled and word == "mốt"):
        return None  # "4 tỷ mốt" is 4.1
    goes_on = reader.digit(1) is not None or reader.plain(1) in _GOING_ON
    if word == "tư" and not scaled and goes_on:
        return None  # "dau tu hai ty" is no 42
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
        return after_hundred(reader, value * 100)
    return _after_digit(reader, value, start)


def _short_tens(reader: Reader) -> float | None:
    """ "hăm lăm", "hăm mấy", "băm hai"; without marks only before a digit."""
    word, tens = _SHORT_TENS[reader.plain()]
    if not reader.is_word(word, reader.plain()):
        return None
    if reader.rich and reader.tokens[reader.at].marked != word:
        return None
    following = reader.digit(1)
    if reader.is_word("mấy", "may", 1):
        reader.take(word)
        reader.take("mấy")
        reader.doubt = VAGUE
        return tens
    if following is None or following[0] == 0:
        return None
    reader.take(word)
    reader.take(following[1])
    return tens + following[0]


def _after_digit(reader: Reader, value: int, start: int) -> float:
    """What follows a first digit: tens, a spoken pair, or nothing."""
    for plain, word in (("muoi", "mươi"), ("chuc", "chục")):
        if reader.is_word(word, plain) and reader.tokens[reader.at].marked != "mười":
            reader.take(word if reader.tokens[reader.at].marked != plain else plain)
            if reader.takes("rưỡi", "ruoi"):
                return value * 10 + (5 if plain == "chuc" else 0.5)
            if reader.takes("mấy", "may"):
                reader.doubt = VAGUE
                return value * 10
            return value * 10 + (ones_after_ten(reader) or 0)
    link = reader.link()
    if link is not None and reader.digit(1) is not None and value:
        reader.take(link)
        reader.doubt = TWO_WAYS  # "hai lẻ năm": 205
        return value * 100 + (ones_after_ten(reader, linked=True) or 0)
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
        # "hai tu ty": nothing else stands before a scale.
        counted = follower in _SCALED or (follower == "phan" and reader.plain(2) == "tram")
        if word in ("năm", "tư") and reader.tokens[reader.at].marked != word and not counted:
            return value
        # "bảy tám" may be 7 to 8, "năm bảy" 5 to 7; "tám bảy" is 87.
        loose = (value, second[0]) == (5, 7) and follower not in _SCALED
        if second[0] == value + 1 or word == "năm" or loose:
            reader.doubt = TWO_WAYS
    reader.take(word)
    return value * 10 + second[0]


def after_hundred(reader: Reader, hundreds: int) -> float:
    """The tens and ones after a hundred; "rưỡi" is fifty, a lone digit counts tens."""
    if reader.takes("rưỡi", "ruoi"):
        return hundreds + 50
    if reader.takes("mấy", "may"):
        reader.doubt = VAGUE
        return hundreds
    if (link := reader.link()) is not None:
        reader.take(link)
        return hundreds + (ones_after_ten(reader, linked=True) or 0)
    if reader.takes("mười", "muoi"):
        return hundreds + 10 + (ones_after_ten(reader) or 0)
    if reader.plain() in _SHORT_TENS:
        return hundreds + (_short_tens(reader) or 0)
    found = reader.digit()
    if found is None:
        return hundreds + reader.typed_tens()
    value, word = found
    if reader.is_word("mươi", "muoi", 1) or reader.is_word("chục", "chuc", 1):
        reader.take(word)
        reader.at += 1
        if reader.takes("mấy", "may"):
            reader.doubt = VAGUE
            return hundreds + value * 10
        return hundreds + value * 10 + (ones_after_ten(reader) or 0)
    if word in ("lăm", "nhăm") or (value and reader.plain(1) not in ("tram", "phan")):
        if reader.digit(1) is not None and reader.digit(1) != (0, "không"):
            # "một trăm hai lăm"
            reader.take(word)
            ones = ones_after_ten(reader)
            return hundreds + value * 10 + (ones or 0)
        if word == "năm" and reader.plain(1) in OF_YEARS:
            return hundreds  # "hai trăm năm nay"
        if word == "năm" and reader.tokens[reader.at].marked != "năm":
            reader.doubt = TWO_WAYS  # "hai tram nam": 250, or 200 a year
            return hundreds
        reader.take(word)
        return hundreds + value * 10
    return hundreds


OF_YEARS: Final = several("nay ngoai truoc sau toi qua hoc")


def decimals_after(reader: Reader) -> float | None:
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
            return float(f"0.{digits[:9]}")
        if reader.is_word("rưỡi", "ruoi", 1):
            reader.take(word)
            reader.take("rưỡi")
            return 0.5
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
                ones = ones_after_ten(reader)
                digits += str(found[0]) + (str(ones) if ones else "")
                break
            reader.take(found[1])
            digits += str(found[0])
        return float(f"0.{digits}")
    return None
