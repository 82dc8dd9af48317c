"""Turns the words of a reply into marks: figures, dates, codes, phrases, and the rest.

Says what stands where; what it means together is for reply_rules.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from domain.codes import canonical
from domain.dates import DAY, IMPOSSIBLE, numeric, read_date
from domain.measures import COUNTED, LONGEST_UNIT, Measure
from domain.numbers import Number, read_number
from domain.reply_tokens import Token, Words, may_be
from domain.reply_words import PHRASES

# Units of a figure beside those of money and counting.
BARE: Final = "bare"
PERCENT: Final = "percent"
FRACTION: Final = "fraction"
AMOUNT: Final = "amount"  # with nghìn, triệu, tỷ or đồng
COUNT: Final = "count"  # with a noun

_DATE_CUES: Final = frozenset(
    [
        "ngay",
        "hom",
        "den",
        "toi",
        "truoc",
        "sau",
        "sang",
        "chieu",
        "toi",
        "trua",
        "tu",
        "han",
        "qua",
        "vao",
        "thu",
        "mung",
        "mong",
    ]
)
_ENDS: Final = frozenset(".!?\n;")


@dataclass(slots=True)
class Figure:
    """A number as it was said. `noun` is folded, `value` in ones."""

    unit: str
    value: float
    scale: int = 1
    noun: str = ""
    done: float | None = None
    total: float | None = None
    doubt: str | None = None
    maybe_date: date | None = None
    parts: bool = False  # "hai phần ba", "một nửa": a share, nothing was counted


@dataclass(slots=True)
class Mark:
    """One thing said; `kind` is a kind of reply_words, or figure, date, code, break, stop, word.

    `start` and `end` are tokens.
    """

    kind: str
    start: int
    end: int
    value: Any = None


class Scanner:
    """Goes over the tokens once, from left to right."""

    def __init__(self, words: Words, today: date, measures: Mapping[str, Measure]) -> None:
        self.words = words
        self.tokens = words.tokens
        self.today = today
        self.nouns = {m.noun for m in measures.values() if m.noun}
        self.marks: list[Mark] = []

    def plain(self, place: int) -> str:
        return self.tokens[place].plain if 0 <= place < len(self.tokens) else ""

    def glued(self, place: int) -> bool:
        """Whether the token touches the one before it."""
        return (
            0 < place < len(self.tokens) and self.tokens[place].start == self.tokens[place - 1].end
        )

    def scan(self) -> list[Mark]:
        place = 0
        while place < len(self.tokens):
            mark = self._next(place)
            self.marks.append(mark)
            place = mark.end
        return self.marks

    def _next(self, place: int) -> Mark:
        token = self.tokens[place]
        if token.kind == "n":
            for reader in (self._reference, self._telephone, self._clock, self._dated):
                found = reader(place)
                if found is not None:
                    return found
            return self._figure(place) or Mark("word", place, place + 1)
        if token.kind == "s":
            return self._sign(place)
        for reader in (self._document, self._code, self._named_date):
            found = reader(place)
            if found is not None:
                return found
        phrase = self._phrase(place)
        # "trăm phần trăm", "sáu mươi": a longer number wins over a shorter phrase.
        figure = self._figure(place)
        if figure is not None and (phrase is None or figure.end >= phrase.end):
            return figure
        return phrase or Mark("word", place, place + 1)

    # Signs

    def _sign(self, place: int) -> Mark:
        sign = self.plain(place)
        if sign in ("✅", "✔", "☑"):
            return Mark("tick", place, place + 1)
        if sign == "?":
            return Mark("question", place, place + 1)
        if sign == "." and self.glued(place + 1) and self.glued(place):
            return Mark("word", place, place + 1)
        if sign in _ENDS:
            return Mark("stop", place, place + 1)
        if sign in (",", "(", ")", "|", "•", "*"):
            return Mark("break", place, place + 1)
        if sign == "-":
            following = self.tokens[place + 1] if place + 1 < len(self.tokens) else None
            if (
                following is not None
                and following.kind == "n"
                and self.glued(place + 1)
                and not self.glued(place)
                and (not self.marks or self.marks[-1].kind != "code")
            ):
                return Mark("minus", place, place + 1)
            return Mark("break", place, place + 1)
        phrase = self._phrase(place)
        if phrase is not None:
            return phrase
        if sign in (":", "="):
            return Mark("colon", place, place + 1)
        if sign == "+":
            return Mark("break", place, place + 1)
        return Mark("sign", place, place + 1)

    # What only looks like a figure

    def _reference(self, place: int) -> Mark | None:
        """45-BC/ĐU, 36-HD/VPTW, 117/2025/QH15, 42/2014/QĐ-TTg."""
        end = place + 1
        if self.plain(end) == "/" and self.plain(end + 1).isdigit() and self.plain(end + 2) == "/":
            if len(self.plain(end + 1)) == 4 and self._letters(end + 3):
                return Mark("document", place, self._rest_of_symbol(end + 3))
            return None
        if self.plain(end) in ("-", "/") and self.glued(end) and self._letters(end + 1):
            after = self._rest_of_symbol(end + 1)
            if any(self.plain(k) == "/" for k in range(end, after)):
                return Mark("document", place, after)
        return None

    def _letters(self, place: int) -> bool:
        return (
            place < len(self.tokens)
            and self.tokens[place].kind == "w"
            and len(self.plain(place)) <= 6
            and self.glued(place)
        )

    def _rest_of_symbol(self, place: int) -> int:
        while place < len(self.tokens) and self.glued(place) and self.plain(place) not in ",;.)":
            place += 1
        return place

    def _telephone(self, place: int) -> Mark | None:
        token = self.tokens[place]
        digits = token.plain.replace(".", "")
        if not digits.isdigit():
            return None
        end = place + 1
        if not digits.startswith("0") and digits != "84":
            return Mark("document", place, end) if len(digits) > 12 else None
        while end < len(self.tokens) and len(digits) < 11:
            if self.tokens[end].kind == "n" and self.plain(end).replace(".", "").isdigit():
                digits += self.plain(end).replace(".", "")
                end += 1
            elif self.plain(end) in ("-", ".") and len(self.plain(end + 1)) >= 3:
                end += 1
            else:
                break
        if 9 <= len(digits) <= 12:
            return Mark("document", place, end)
        return None

    def _clock(self, place: int) -> Mark | None:
        """14h, 14h30, 14 giờ 30, 14:30."""
        token = self.tokens[place]
        if not token.plain.isdigit() or len(token.plain) > 2 or int(token.plain) > 24:
            return None
        after = self.plain(place + 1)
        if after == ":" and self.glued(place + 1) and self.glued(place + 2):
            if len(self.plain(place + 2)) == 2 and self.plain(place + 2).isdigit():
                return Mark("clock", place, place + 3)
        if (after in ("h", "g") and self.glued(place + 1)) or after in ("gio", "h"):
            end = place + 2
            if self.plain(end).isdigit() and len(self.plain(end)) == 2:
                end += 1
                if self.plain(end) in ("p", "phut"):
                    end += 1
            return Mark("clock", place, end)
        if after in ("phut", "tieng", "giay"):
            return Mark("clock", place, place + 2)
        return None

    def _document(self, place: int) -> Mark | None:
        """Chương trình 10, CTr 10, Nghị quyết số 04-NQ/TU, báo cáo số 45, năm, công văn 123."""
        for length in (2, 1):
            name = " ".join(self.plain(place + k) for k in range(length))
            needs_number_sign = _DOCUMENTS.get(name)
            if needs_number_sign is None:
                continue
            at = place + length
            signed = self.plain(at) == "so" and (
                place + 1 < len(self.tokens) and self.tokens[at].kind == "w"
            )
            if signed:
                at += 1
            if at >= len(self.tokens) or self.tokens[at].kind != "n":
                continue
            reference = self._reference(at)
            if reference is not None:
                return Mark("document", place, self._with_date(reference.end))
            following = self.plain(at + 1)
            if not signed and (needs_number_sign or following in ("%", "phan", "ty", "trieu")):
                continue
            end = at + 1
            if following == "/" and self.plain(at + 2).isdigit():
                end = at + 3
            elif following == "-" and self.glued(at + 1) and self._letters(at + 2):
                end = self._rest_of_symbol(at + 2)
            return Mark("document", place, self._with_date(end))
        return None

    def _with_date(self, place: int) -> int:
        """The date of a document belongs to it."""
        at = place
        if self.plain(at) == "," or self.plain(at) == "(":
            at += 1
        if self.plain(at) == "ngay":
            found = read_date(self.tokens, at, self.today, self.words.rich)
            if found is not None:
                return found.end
        return place

    def _code(self, place: int) -> Mark | None:
        plain = self.plain(place)
        at = place + 1
        if plain in ("ct", "nv"):
            prefix = plain
        elif plain == "chi" and self.plain(at) == "tieu":
            prefix, at = "chi tieu", at + 1
        elif plain == "nhiem" and self.plain(at) == "vu":
            prefix, at = "nhiem vu", at + 1
        else:
            return None
        spelt = len(prefix) > 2
        if (spelt and self.plain(at) in ("so", "thu")) or (
            not spelt and self.plain(at) in (".", "-", "_", ":") and self.glued(at)
        ):
            at += 1
        if at >= len(self.tokens):
            return None
        number, end = self._code_number(at, spelt)
        if not number:
            return None
        return Mark("code", place, end, canonical(prefix, number))

    def _code_number(self, at: int, spelt: bool) -> tuple[int, int]:
        token = self.tokens[at]
        after = self.plain(at + 1)
        if token.kind == "n":
            if not token.plain.isdigit():
                # "CT1,5" without a space is CT1 and 5: left to be asked about.
                return 0, at
            if len(token.plain) > 3:
                return 0, at
            if after in ("-", "/") and self._letters(at + 2) and self._reference(at) is not None:
                return 0, at
            if after == "-" and self.glued(at + 1) and self.plain(at + 2) in ("ct", "nq", "ctr"):
                return 0, at
            if spelt and (after in _NOT_AFTER_CODE or after == "/"):
                return 0, at
            if not spelt and not self.glued(at) and after in ("%", "phan", "ty", "trieu", "/"):
                return 0, at
            return int(token.plain), at + 1
        if not spelt and not self.words.rich and token.plain not in ("muoi", "hai", "ba", "mot"):
            return 0, at
        # "chỉ tiêu mười hai", "chỉ tiêu năm chưa làm"
        number = read_number(self.tokens, at, self.words.rich)
        if number is None or number.scale != 1 or not 1 <= number.value < 1000:
            return 0, at
        if number.doubt is not None or number.value != int(number.value):
            return 0, at
        if self.plain(number.end) in _NOT_AFTER_CODE or self.plain(number.end) == "%":
            # "chỉ tiêu một năm mươi phần trăm" is CT1 and 50: too close to tell.
            return 0, at
        if token.plain == "nam" and (self.plain(at + 1) in ("nay", "sau", "truoc")):
            return 0, at
        return int(number.value), number.end

    # Dates

    def _dated(self, place: int) -> Mark | None:
        """A date in figures; "5/6" alone is left to be a fraction that may be a date."""
        worded = read_date(self.tokens, place, self.today, self.words.rich)
        if worded is not None:
            return Mark("date", place, worded.end, worded)
        found = numeric(self.tokens, place, self.today)
        if found is None:
            return None
        if found.dated or found.end - place > 3:
            return Mark("date", place, found.end, found)
        before = self.plain(place - 1)
        cue = before in _DATE_CUES or (self.marks and self.marks[-1].kind in _BEFORE_DATE)
        sign = self.plain(place + 1)
        if sign == "-" and not (cue and before in ("ngay", "den", "toi", "sang", "han", "hom")):
            return None
        counted = self._unit(found.end)[1]
        if counted and self.plain(found.end) not in ("nam",):
            return None
        day, month = int(self.plain(place)), int(self.plain(place + 2))
        if cue or day > month:
            return Mark("date", place, found.end, found)
        return None

    def _named_date(self, place: int) -> Mark | None:
        token = self.tokens[place]
        if token.plain not in _DATE_WORDS:
            return None
        found = read_date(self.tokens, place, self.today, self.words.rich)
        if found is None:
            return None
        return Mark("date", place, found.end, found)

    # Figures

    def _figure(self, place: int) -> Mark | None:
        share = self._share(place)
        if share is not None:
            return share
        number = read_number(self.tokens, place, self.words.rich)
        if number is None:
            return None
        typed = self.tokens[place].kind == "n"
        unit, end, noun = self._read_unit(number)
        if not typed and not _is_number(number, self.tokens, place, unit):
            return None
        figure = Figure(unit, number.value, number.scale, noun, doubt=number.doubt)
        whole = self._of_total(figure, number, end)
        if whole is not None:
            return Mark("figure", place, whole, figure)
        span = self._range(figure, end)
        if span is not None:
            return Mark("figure", place, span, figure)
        return Mark("figure", place, end, figure)

    def _read_unit(self, number: Number) -> tuple[str, int, str]:
        """(unit, place after, noun) of what follows a number."""
        end = number.end
        percent = self._percent(end)
        if percent:
            return PERCENT, percent, "%"
        if self.plain(end) in ("dong", "d", "vnd") and self.plain(end + 1) not in ("chi", "/"):
            if number.scale > 1 or number.value >= 1000:
                return AMOUNT, end + 1, "dong"
        noun, after = self._unit(end)[1], self._unit(end)[0]
        if noun:
            return COUNT, after, noun
        if number.scale > 1:
            return AMOUNT, end, ""
        return BARE, end, ""

    def _percent(self, place: int) -> int:
        plain = self.plain(place)
        if plain in ("%", "pt", "phantram"):
            return place + 1
        if plain == "p" and self.glued(place) is False:
            return 0
        if plain == "phan" and self.plain(place + 1) == "tram":
            return place + 2
        return 0

    def _unit(self, place: int) -> tuple[int, str]:
        """(place after, folded noun) of a counted noun, the longest that is known."""
        longest = (place, "")
        name = ""
        for length in range(1, LONGEST_UNIT + 1):
            at = place + length - 1
            if at >= len(self.tokens):
                break
            token = self.tokens[at]
            glue = self.glued(at) and length > 1
            name += ("" if glue or length == 1 or token.plain == "/" else " ") + token.plain
            if token.kind == "s" and token.plain != "/":
                break
            if name in self.nouns or name in COUNTED:
                longest = (at + 1, name)
        end, noun = longest
        if noun and self.plain(place) == "ho" and not may_be(self.tokens[place].marked, "hộ"):
            return place, ""
        # "bảy hộ", but "5 điểm phần trăm", "3 tổ chức": the longest known one is taken above.
        if noun in _ONLY_MARKED and self.words.rich and self.tokens[place].marked not in _MARKED:
            return place, ""
        if noun == "m" and self.plain(place + 1).isdigit() and self.glued(place + 1):
            return place + 2, "m" + self.plain(place + 1)
        return end, noun

    def _share(self, place: int) -> Mark | None:
        """hai phần ba, 3 phần 4, một nửa, nửa, phân nửa."""
        plain = self.plain(place)
        at = place
        if plain in ("mot", "1") and self.plain(at + 1) == "nua":
            at += 1
        if plain in ("hon", "phan") and self.plain(at + 1) == "nua" and plain == "phan":
            at += 1
        if self.plain(at) == "nua":
            token = self.tokens[at]
            if token.marked == "nửa" or (token.marked == "nua" and at > place):
                figure = Figure(PERCENT, 50.0, noun="%", parts=True)
                return Mark("figure", place, at + 1, figure)
            return None
        if self.plain(place + 1) == "phan" and self.plain(place + 2) not in ("tram", ""):
            top = self._one_to_ten(place)
            bottom = self._one_to_ten(place + 2)
            if top and bottom and top < bottom:
                value = round(100 * top / bottom, 2)
                figure = Figure(PERCENT, value, noun="%", parts=True)
                return Mark("figure", place, place + 3, figure)
        return None

    def _one_to_ten(self, place: int) -> int | None:
        if place >= len(self.tokens):
            return None
        if self.tokens[place].kind == "n":
            plain = self.plain(place)
            return int(plain) if plain.isdigit() and len(plain) <= 2 else None
        number = read_number(self.tokens[: place + 1], place, False)
        return int(number.value) if number is not None and 1 <= number.value <= 10 else None

    def _of_total(self, figure: Figure, number: Number, end: int) -> int | None:
        """12/15 hộ, 12 trên 15 hộ, 12 hộ trong tổng số 15 hộ: fills the figure, gives its end."""
        at = end
        word = self.plain(at)
        slash = word == "/"
        if slash:
            at += 1
        elif word in ("tren", "trong") and may_be(self.tokens[at].marked, _OVER[word]):
            at += 1
            if self.plain(at) == "tong":
                at += 1
            if self.plain(at) == "so":
                at += 1
            if self.plain(at) == "ke" and self.plain(at + 1) == "hoach":
                at += 2
        else:
            return None
        if at >= len(self.tokens):
            return None
        second = read_number(self.tokens, at, self.words.rich)
        if second is None:
            return None
        unit, after, noun = self._read_unit(second)
        if figure.unit == PERCENT:
            # "60% trên tổng số 15 hộ": how many there are in all, nothing more.
            return None if unit == PERCENT else after
        if unit == PERCENT:
            return None
        if figure.unit == COUNT and noun and noun != figure.noun and not slash:
            if word == "trong":
                return None
        figure.noun = noun or figure.noun
        figure.doubt = figure.doubt or second.doubt
        figure.done, figure.total = number.value, second.value
        if second.scale > 1 and number.scale == 1:
            figure.done = number.value * second.scale  # "12/15 tỷ"
        if max(second.scale, number.scale) > 1 and figure.unit != COUNT and not noun:
            figure.noun = "dong"
        figure.scale = max(number.scale, second.scale)
        figure.value = figure.done
        figure.unit = FRACTION
        if slash and not figure.noun and number.scale == second.scale == 1:
            found = numeric(self.tokens, number.end - 1, self.today)
            if found is not None and found.kind == DAY:
                figure.maybe_date = found.first
            elif found is not None and found.kind == IMPOSSIBLE:
                figure.doubt = "impossible"
        return after

    def _range(self, figure: Figure, end: int) -> int | None:
        """70-80%, 70% đến 80%, 70 hoặc 80: the figure is in doubt; gives the end of both."""
        word = self.plain(end)
        if word not in ("-", "~", "den", "toi", "hoac", "hay", "or", "→"):
            return None
        if word == "→":
            return None
        at = end + 1
        if at >= len(self.tokens):
            return None
        number = read_number(self.tokens, at, self.words.rich)
        if number is None or (
            self.tokens[at].kind != "n" and not _is_number(number, self.tokens, at, PERCENT)
        ):
            return None
        unit, after, noun = self._read_unit(number)
        if word == "-" and not self.glued(end) and self.glued(at) is False and figure.unit == unit:
            pass
        if figure.unit not in (BARE, unit) and unit != BARE:
            return None
        if read_date(self.tokens, at, self.today, self.words.rich) is not None:
            return None
        figure.unit = unit if unit != BARE else figure.unit
        figure.noun = noun or figure.noun
        figure.doubt = "range"
        return after

    # Phrases

    def _phrase(self, place: int) -> Mark | None:
        rows = PHRASES.get(self.plain(place))
        if rows is None:
            return None
        best: Mark | None = None
        best_score = 0
        for folded, words, kind in rows:
            length = len(folded)
            if best is not None and length < best.end - best.start:
                break
            if length > 1 and tuple(t.plain for t in self.tokens[place : place + length]) != folded:
                continue
            exact = 1
            for k in range(length):
                typed = self.tokens[place + k].marked
                if typed != words[k]:
                    if not may_be(typed, words[k]):
                        exact = -1
                        break
                    exact = 0
            if exact < 0:
                continue
            score = exact + 1
            if best is None or score > best_score:
                best, best_score = Mark(kind, place, place + length), score
        return best


def _is_number(number: Number, tokens: list[Token], place: int, unit: str) -> bool:
    """Whether words that may be a number are one here."""
    length = number.end - place
    if unit == PERCENT:
        return True
    if length == 1 and number.scale == 1:
        token = tokens[place]
        if unit == BARE:
            return token.marked == "mười" and not number.doubt
        if token.plain in ("may", "vai", "dam", "chuc"):
            return token.marked != token.plain or unit == COUNT
        return number.sure and token.plain != "khong"
    if number.doubt == "vague" and length == 1:
        return unit == COUNT
    if not number.sure and unit == BARE:
        return any(t.plain in _CLEAR for t in tokens[place : number.end])
    return True


_CLEAR: Final = frozenset(["muoi", "tram", "nghin", "ngan", "trieu", "ruoi", "chuc", "ty"])
_OVER: Final = {"tren": "trên", "trong": "trong"}
_ONLY_MARKED: Final = frozenset(("ban", "ho", "to", "vu", "ca", "con", "bo", "nha", "don", "can"))
_MARKED: Final = frozenset(
    ("ban", "bản", "hộ", "họ", "tổ", "vụ", "ca", "con", "bộ", "nhà", "đơn", "căn")
)
_NOT_AFTER_CODE: Final = frozenset(
    ["%", "phan", "ty", "ti", "trieu", "tr", "nghin", "ngan", "dong", "ho", "ha", "km", "dang"]
)
_BEFORE_DATE: Final = frozenset(("extend",))
# Folded names of documents that are followed by a number; True: only after "số" or a symbol.
_DOCUMENTS: Final[dict[str, bool]] = {
    "chuong trinh": False, "ctr": False, "ctrinh": False, "chi thi": False, "nghi quyet": False,
    "nq": False, "cong van": False, "cv": False, "quyet dinh": False, "qd": False,
    "thong bao": False, "tb": False, "ket luan": False, "kl": False, "huong dan": False,
    "hd": False, "to trinh": False, "ttr": False, "nghi dinh": False, "nd": False,
    "thong tu": False, "luat": False, "quy dinh": False, "quy che": False, "van ban": True,
    "vb": True, "ke hoach": True, "kh": True, "bao cao": True, "bc": True, "cong dien": False,
    "so": True, "ct": True, "giay moi": False, "gm": False, "bien ban": False, "de an": False,
}  # fmt: skip
_DATE_WORDS: Final = frozenset(
    [
        "ngay",
        "mung",
        "mong",
        "thu",
        "chu",
        "cn",
        "tuan",
        "thang",
        "quy",
        "nam",
        "cuoi",
        "het",
        "dau",
        "giua",
        "trong",
        "hom",
        "bua",
        "mai",
        "mot",
        "moi",
        "sang",
        "chieu",
        "toi",
        "trua",
        "hqua",
        "hnay",
        "ram",
        "tet",
        "nua",
        "may",
        "vai",
        "dam",
        "hai",
        "ba",
        "bon",
        "tu",
        "lam",
        "sau",
        "bay",
        "tam",
        "chin",
        "muoi",
    ]
)
