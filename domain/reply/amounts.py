"""Reads a figure that begins at a place: number, unit, fraction, share, range.

Says what was counted or measured; what the figure means where it stands is for figures.
"""

import re
from collections.abc import Collection
from datetime import date
from typing import Final

from domain.called import COMPOUNDS
from domain.date_words import read_date
from domain.dates import DAY, IMPOSSIBLE, numeric
from domain.measures import COUNT as COUNT_KIND
from domain.measures import (
    COUNTED,
    KIN,
    LONGEST_UNIT,
    Measure,
    counts_people,
    counts_the_same,
    counts_whole,
    kept_noun,
)
from domain.number_words import BEGINNINGS, TWO_WAYS
from domain.numbers import Number, read_number
from domain.quantities import ratio
from domain.reply.marks import AMOUNT, BARE, COUNT, FRACTION, PERCENT, Figure
from domain.reply.shares import Shares
from domain.reply.spoken import counts_here
from domain.reply.tokens import Tokens, may_be, several

# Words that a figure may begin with: "k" and "tr" stand behind figures alone, "nửa" and "phần"
# tell of shares.
_BEGINNINGS: Final = BEGINNINGS - several("k tr") | several("nua phan")
_TO: Final = several("- ~ den toi hoac hay or")
_SCALE_WORDS: Final = several("nghin ngan trieu ty ti tram")
_THOUSANDS: Final = re.compile(r"\d{1,3},\d{3}")
_DECIMALS: Final = re.compile(r"\d+,\d{1,2}")
_OVER: Final = {"tren": "trên", "trong": "trong"}


class Amounts(Shares):
    """`nouns`: what the targets at hand count, folded, beside the usual words."""

    def __init__(self, tokens: Tokens, rich: bool, today: date, nouns: Collection[str]) -> None:
        super().__init__(tokens, rich)
        self.today = today
        self.nouns = frozenset(nouns)
        self.of_people = any(map(counts_people, self.nouns))

    def figure_at(self, place: int) -> tuple[Figure, int] | None:
        """(figure, place after), or None when no number begins here."""
        token = self.tokens[place]
        if token.kind == "w" and token.plain not in _BEGINNINGS:
            return None
        unmarked = (self.marked(place), self.marked(place + 1)) == ("ba", "con") and not self.rich
        if unmarked and "con" not in self.nouns:
            return None  # "ba con mung lam": bà con
        share = self.share_at(place)
        if share is not None:
            return share
        number = read_number(self._before_stations(place), place, self.rich)
        if number is None:
            return None
        unit, end, noun = self._unit_after(number)
        figure = Figure(unit, number.value, number.scale, noun, doubt=number.doubt)
        if number.doubt == TWO_WAYS and self._begins_decimals(place, figure):
            figure.doubt = None
        if self._after_scale(place):
            figure.doubt = figure.doubt or TWO_WAYS  # "ngan hai ho"
        whole = self._of_total(figure, number, end)
        if whole is not None:
            return figure, whole
        if (
            not self.is_number(place)
            and not counts_here(number, self.tokens, place, unit)
            and not self._counts_own(number, place, noun)
        ):
            return None
        metres, after_metres = self._metres(noun, end)
        if metres and figure.unit == COUNT:
            figure.value += metres / 1000  # "9 km 300", "mười tám km chín trăm mét"
            return figure, after_metres
        tenth = self._tenth(noun, end)
        if tenth:
            figure.value += tenth / 10  # "2 cây 5", "một cây hai"
            figure.noun = "km" if noun == "cay" else noun
            return figure, end + 1
        if unit in (COUNT, PERCENT) and self.plain(end) == "ruoi" and self.is_word(end, "rưỡi"):
            figure.value += 0.5  # "2 km rưỡi"
            return figure, end + 1
        ranged = self._range(figure, end)
        return figure, end if ranged is None else ranged

    def _begins_decimals(self, place: int, figure: Figure) -> bool:
        """ "45,236 tỷ đồng, đạt 37,7%": whose other comma begins decimals writes no thousands with
        this one. Of what is counted whole, or with a last nought ("1,250 tỷ"), it is in doubt."""
        typed = self.plain(place)
        if not _THOUSANDS.fullmatch(typed) or typed.endswith("0") or figure.unit == BARE:
            return False
        if figure.unit == COUNT and counts_whole(figure.noun):
            return False
        return any(_DECIMALS.fullmatch(token.plain) for token in self.tokens if token.kind == "n")

    def _before_stations(self, place: int) -> Tokens:
        """The tokens, cut before "tram" where stations are counted: "91 tram" is no 9,100."""
        if self.plain(place + 1) != "tram" or not any(n.startswith("tram") for n in self.nouns):
            return self.tokens
        return self.tokens if self.marked(place + 1) == "trăm" else self.tokens.part(0, place + 1)

    def _counts_own(self, number: Number, place: int, noun: str) -> bool:
        """ "lam duoc bay ho": without marks too, one digit before what the target counts, after a
        word for reaching, is a number."""
        led = self.plain(place - 1) in _REACHING and self.plain(place) not in ("khong", "tu")
        return led and noun in self.nouns and number.end == place + 1 and not number.doubt

    def _metres(self, noun: str, end: int) -> tuple[float, int]:
        """(metres, place after) right after so many km; (0, end) if none follow."""
        if noun != "km" or end >= len(self.tokens):
            return 0, end
        number = read_number(self.tokens, end, self.rich)
        if number is None or number.scale > 100 or not 100 <= number.value <= 999:
            return 0, end
        named, after = self.unit_at(number.end)
        return (number.value, after) if named in ("", "m", "met") else (0, end)

    def _tenth(self, noun: str, end: int) -> int:
        """The digit right after a length or a weight that is measured here, when it ends all."""
        glued = self.glued(end) and noun not in ("km", "kg")
        if self.glued(end) and not glued and self.plain(end) in _TENTHS:
            return int(self.plain(end))  # "12km7 đường trục"; "km2" is another unit
        if glued or noun not in _PARTED or not self.nouns & _PARTED or self.unit_at(end + 1)[0]:
            return 0
        following = self.plain(end + 1)
        goods = noun in ("tan", "ta") and following.isalpha() and following not in _KINDS
        if not goods and following not in _AFTER_TENTH:
            return 0  # "2 tấn 3 gạo", "1 tấn 2"; not "2 tấn 3 loại giống"
        return self.to_ten(end) or 0 if end < len(self.tokens) and not self._is_ten(end) else 0

    def _is_ten(self, place: int) -> bool:
        return self.plain(place) in ("10", "muoi")

    def _after_scale(self, place: int) -> bool:
        """Whether an unmarked "ngan", "ty" before the words may be a part of the number."""
        if self.is_number(place) or self.plain(place - 1) not in _SCALE_WORDS:
            return False
        unmarked = self.tokens[place - 1].marked == self.plain(place - 1)
        return unmarked and self.plain(place - 2) not in ("giai", "cong", "ngan", "kho")

    def unit_at(self, place: int) -> tuple[str, int]:
        """(folded noun, place after) of a counted noun, the longest that is known, or ""."""
        longest = ("", place)
        if self.plain(place) == "du" and self.plain(place + 1) == "thao" and self.nouns:
            place += 2  # "18 dự thảo văn bản"
        name = ""
        for at in range(place, min(place + LONGEST_UNIT, len(self.tokens))):
            token = self.tokens[at]
            if token.kind == "n" or (token.kind == "s" and token.plain not in "/-"):
                break
            if token.plain == "-" and not self.glued(at):
                break
            joined = at == place or token.plain in "/-" or name.endswith(("/", "-"))
            name += token.plain if joined else f" {token.plain}"
            if name in self.nouns:
                longest = (name, at + 1)
                continue
            if any(self._spelt_as(place, at + 1, spelt) for spelt in COUNTED.get(name, ())):
                longest = (name, at + 1)
        if (
            self.plain(place) == "f"
            and self.plain(place + 1) in _CONTACTS
            and self.glued(place + 1)
        ):
            return f"f{self.plain(place + 1)}", place + 2
        squared = longest[0] == "m" or (longest[0] == "km" and self.plain(place + 1) == "2")
        if squared and self.is_number(place + 1) and self.glued(place + 1):
            return f"{longest[0]}{self.plain(place + 1)}", place + 2
        return longest

    def _spelt_as(self, place: int, end: int, spelt: tuple[str, ...]) -> bool:
        typed = [token.marked for token in self.tokens[place:end] if token.kind == "w"]
        polite = self.rich or self.plain(end) in _ADDRESSED
        polite = polite or (end >= len(self.tokens) and bool(self.nouns & _MEASURED))
        if typed == ["nha"] and polite:
            return False  # "được 55 nha chị", "99,5 nha" of a rate
        if typed == ["do"] and self.plain(end) in ("", ".", "!", "c", "luon"):
            return True  # "38 do": nothing is said of a cause
        if (typed, self.plain(end)) in ((["người"], "ta"), (["cong"], "lai")):
            return False  # "bên phường 9 người ta làm 90%", "dot 1 voi dot 2 cong lai"
        if len(typed) == 1 and typed[0] in _UNSAFE_BARE and spelt[0] != typed[0]:
            return False
        return all(may_be(word, right) for word, right in zip(typed, spelt, strict=False))

    def _unit_after(self, number: Number) -> tuple[str, int, str]:
        """(unit, place after, noun) of what follows a number."""
        end = number.end
        after = self.percent_at(end)
        if after:
            return PERCENT, after, "%"
        noun, after = self.unit_at(end)
        ends = self.plain(after) in _AFTER_ALL
        named, beyond = self.unit_at(after) if noun in _COUNTERS else ("", after)
        if named in self.nouns or (named and self._begins_own(named)):
            noun, after = named, beyond  # "mười hai cái sổ đỏ"
        elif (
            not noun and self.plain(end) in _CLASSIFIERS and self.unit_at(end + 1)[0] in self.nouns
        ):
            noun, after = self.unit_at(end + 1)  # "48 mắt camera"
        elif not noun and self._are_kin(end):
            noun, after = self.plain(end), end + 1  # "30 chị, 12 anh"
        elif noun == "nha" and "ho" in self.nouns and self._is_other_house(after):
            noun = f"nha {self.plain(after)}"  # "3 nhà trọ": nobody's household
        elif noun in ("cai", "chiec") and not ends:
            noun = f"{noun} {self.plain(after)}"  # "3 cái bàn": of what follows, and not of "cái"
        if number.scale >= _MILLION and noun in _CALLED and noun not in self.nouns and ends:
            return AMOUNT, end, ""  # "3,2 tỷ đồng chí nhé", "hai triệu cháu ạ" address somebody
        if number.scale >= _MILLION and noun in ("chi tieu", "ke hoach"):
            return AMOUNT, end, ""  # "50 triệu chỉ tiêu"
        money = self.plain(end) in ("dong", "d", "vnd") and noun in ("", "dong")
        if money and (number.scale > 1 or number.value >= 1000 or not number.value):
            return AMOUNT, end + 1, "dong"
        if noun:
            if noun == "cay" and "km" in self.nouns and not self._are_trees(end):
                noun = "km"  # "đường xong sáu cây rồi"
            return COUNT, after, noun
        return (AMOUNT if number.scale > 1 else BARE), end, ""

    def _begins_own(self, name: str) -> bool:
        """ "45 quyển sổ" of sổ hộ khẩu."""
        return any(noun.startswith(f"{name} ") for noun in self.nouns)

    def _is_other_house(self, place: int) -> bool:
        """ "nhà trọ", "nhà hảo tâm": what no household is called."""
        marked = self.marked(place)
        return any(may_be(marked, word) for word in COMPOUNDS)

    def _are_kin(self, place: int) -> bool:
        """ "30 chị, 12 anh" where people are counted; "28 em bỏ học" is told of something else."""
        kin = self.of_people and self.is_word(place, KIN.get(self.plain(place), ""))
        return kin and self.plain(place + 1) in _SIGNS_AFTER

    def _are_trees(self, place: int) -> bool:
        """ "trồng 200 cây", "200 cây xanh" beside roads in km."""
        before = {token.marked for token in self.tokens[max(0, place - 6) : place]}
        bare = not self.rich and "trong" in before
        return "trồng" in before or bare or self.plain(place + 1) in _TREES

    def percent_at(self, place: int) -> int:
        """The place after "%", "phần trăm", or 0."""
        if self.plain(place) in ("%", "pt", "phantram"):
            place += 1
            while self.plain(place) == "%" and self.glued(place):
                place += 1  # "70%%": a key that stuck
            return place
        if self.plain(place) in ("phan", "ph") and self.plain(place + 1) in ("tram", "cham"):
            return place + 2
        return 0

    def _of_total(self, figure: Figure, number: Number, end: int) -> int | None:
        """12/15 hộ, 12 trên 15 hộ, 12 hộ trong tổng số 15 hộ: fills the figure, gives its end."""
        told = self.plain(end) in ("xong", "dat") and self.plain(end + 1) == "tren"
        end += told  # "6 tiêu chí xong trên tổng 8", "8 phường xong trên 12"
        end += self.plain(end) in _ADDRESSED and self.plain(end + 1) == "tren"  # "92 chị trên 120"
        word = self.plain(end)
        slash = word == "/"
        twice = 0 if figure.noun else self._says_twice(end)
        if twice:
            slash, end = True, end + twice  # "240 cụ/300 cụ": what is counted is not known
        if not slash and not (word in _OVER and self.is_word(end, _OVER[word])):
            return None
        at = end + 1
        if not slash or self.plain(at) == "tong":
            at += self.plain(at) == "tong"
            at += self.plain(at) == "so"
            at += 2 * (self.plain(at) == "ke" and self.plain(at + 1) == "hoach")
        known = self._before_stations(at)
        second = read_number(known, at, self.rich) if at < len(known) else None
        if second is None:
            return None
        unit, after, noun = self._unit_after(second)
        if figure.unit == PERCENT:
            # "60% trên tổng số 15 hộ": how many there are in all, nothing more.
            return None if unit == PERCENT else after
        other = bool(figure.noun) and noun not in ("", figure.noun)
        if unit == PERCENT or (other and (told or word == "trong")):
            return None
        if other and figure.noun in self.nouns and not _alike(noun, figure.noun):
            return None  # "3 lớp / 105 lao động", "200 cây trên 4 tuyến đường"
        if figure.unit == COUNT and unit == AMOUNT and second.scale >= _MILLION:
            return None  # "3 hộ trên 2 triệu", "8 dự án trên 15 tỷ"
        if told and second.value <= number.value:
            return None  # "5 xã đạt trên 3 tiêu chí"
        if (
            not self.is_number(at)
            and unit != COUNT
            and not counts_here(second, self.tokens, at, unit)
        ):
            return None
        if slash and not noun and self.marked(after) == "to":
            noun, after = "to", after + 1  # "7/12 to don xong": tổ
        if twice:
            noun, after = self.plain(after), after + twice
        self._fill(figure, number, second, noun)
        if slash and not figure.noun and number.scale == second.scale == 1:
            dated = numeric(self.tokens, number.end - 1, self.today)
            if dated is not None and dated.kind == DAY:
                figure.maybe_date = dated.first
            elif dated is not None and dated.kind == IMPOSSIBLE:
                figure.doubt = "impossible"
        return after

    def _says_twice(self, end: int) -> int:
        """How many unknown words follow a number, where a slash, a number and the same words come
        after: "6 nông trường/10 nông trường"; 0 where they do not."""
        length = 1
        while length < _NAMED_IN and self.plain(end + length).isalpha():
            length += 1
        slash = end + length
        if self.plain(slash) != "/" or not self.is_number(slash + 1):
            return 0
        pairs = ((self.plain(end + k), self.plain(slash + 2 + k)) for k in range(length))
        return length if all(one.isalpha() and one == again for one, again in pairs) else 0

    def _fill(self, figure: Figure, number: Number, second: Number, noun: str) -> None:
        scaled = max(second.scale, number.scale) > 1
        counted = figure.unit == COUNT
        smaller = ratio(figure.noun, noun) if counted and noun else None
        figure.noun = noun or figure.noun
        figure.doubt = figure.doubt or second.doubt
        figure.done, figure.total = number.value, second.value
        if second.scale > 1 and number.scale == 1:
            figure.done *= second.scale  # "12/15 tỷ"
        if smaller is not None:
            figure.done = round(figure.done * smaller, 6)  # "1.800 m/3,2 km"
        if scaled and not counted and not noun:
            figure.noun = "dong"
        figure.scale = max(number.scale, second.scale)
        figure.value = figure.done
        figure.unit = FRACTION

    def _range(self, figure: Figure, end: int) -> int | None:
        """70-80%, 70% đến 80%, 70 hoặc 80: puts the figure in doubt; gives the end of both."""
        at = end + 1
        if self.plain(end) not in _TO or at >= len(self.tokens):
            return None
        number = read_number(self.tokens, at, self.rich)
        if number is None or read_date(self.tokens, at, self.today, self.rich) is not None:
            return None
        if self.plain(end) in ("den", "toi") and numeric(self.tokens, at, self.today) is not None:
            return None  # "từ 15 đến 20/7"
        unit, after, noun = self._unit_after(number)
        if not self.is_number(at) and not counts_here(number, self.tokens, at, PERCENT):
            return None
        if figure.unit not in (BARE, unit) and unit != BARE:
            return None
        figure.unit = figure.unit if unit == BARE else unit
        figure.noun = noun or figure.noun
        figure.doubt = "range"
        return after


def _alike(noun: str, other: str) -> bool:
    """Whether one noun may count some of what the other counts: "12 hộ / 15 gia đình"."""
    return counts_the_same(noun, Measure(COUNT_KIND, 1, kept_noun(other)))


_NAMED_IN: Final = 3  # so many words name what is counted
_AFTER_ALL: Final = frozenset(
    (
        "",
        ".",
        ",",
        "!",
        "\n",
        *several("roi r a nha nhe nghen oi con chua da dang xong duoc dc dat"),
        *several("nop gui duyet cap lap dung xay sua lam deu cung hoan nua"),
    )
)
_SIGNS_AFTER: Final = frozenset(("", ".", ",", "!", "\n", ";", "(", "va", "+"))
_CONTACTS: Final = ("0", "1", "2")  # "97 F1": who stood near somebody ill
_CALLED: Final = frozenset(("dong chi", "d/c", "chau", "con", "ba", "co", "em"))
_MILLION: Final = 1_000_000
_ADDRESSED: Final = several("anh chi a c em e dong chu bac co ong ba")
_TREES: Final = several("xanh bong an sao dua giong trai dau keo tram mai phuong cau cot hoa")
# What houses are never counted for.
_MEASURED: Final = several("% dong km ha m m2 tan ta kg")
_REACHING: Final = several("duoc dc dat xong moi cong")
_AFTER_TENTH: Final = frozenset(("", ".", ",", "\n", *several("roi a nha nhe chi anh")))
_KINDS: Final = several("loai giong dot lan bua chuyen bao thung kien diem noi doi to cho ngay")
_TENTHS: Final = several("1 3 4 5 6 7 8 9")
# Told in whole ones and tenths.
_COUNTERS: Final = several("cai chiec con cay tuyen bo cuon quyen khau to ban")
_CLASSIFIERS: Final = several("mat qua tam buc dan ngon cum bo ngoi la to mieng doi cuc")
_PARTED: Final = several("cay km ky kg ha tan ta mau")
# Without their marks these nouns are other, common words.
_UNSAFE_BARE: Final = several("den con cho can ban don muc tin le ca to bo lo the em vu hoi be do")
