"""Vietnamese numbers, in figures and in words: 1.250,5 · bảy lăm · hai tỷ rưỡi · một tỷ hai.

Reads a number that begins at a given token; must not know what is being counted.
"""

import re
from typing import Final, NamedTuple

from domain.number_words import (
    BEGINNINGS,
    GOING_ON,
    OF_YEARS,
    TWO_WAYS,
    VAGUE,
    Reader,
    after_hundred,
    below_thousand,
    decimals_after,
    ones_after_ten,
)
from domain.reply.tokens import Tokens, may_be

MALFORMED: Final = "malformed"  # "1.25.300"

_GROUPED: Final = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_GROUPED_ENGLISH: Final = re.compile(r"\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,}")
_DECIMAL: Final = re.compile(r"\d+[.,]\d+")


class Number(NamedTuple):
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


def read_number(tokens: Tokens, start: int, rich: bool) -> Number | None:
    """The number that begins at a token, in figures, words or both, or None.

    `rich`: the text is typed with marks. A lone digit word is read too; whether it counts
    something is for the caller to see.
    """
    first = tokens.plain(start)
    if first and tokens[start].kind == "n":
        if tokens.plain(start + 1) not in GOING_ON:
            figures = read_figures(first)
            return Number(
                round(figures.value, 6), start + 1, doubt=figures.doubt, other=figures.other
            )
    elif first not in BEGINNINGS:
        return None
    reader = Reader(tokens, start, rich)
    total = 0.0
    top = 0
    last = 0
    other: float | None = None
    while True:
        before = reader.at
        if top and _is_over(reader):
            break
        group: float | None
        odd = top and reader.link() is not None and before + 1 < len(tokens)
        if odd and (tokens[before + 1].kind == "n" or reader.digit(1) is not None):
            reader.at += 1  # "1 tỷ lẻ 5 triệu"
        if reader.at < len(tokens) and tokens[reader.at].kind == "n":
            if top and not _follows_scale(tokens, reader.at, last):
                break
            figures = read_figures(tokens[reader.at].plain)
            group = figures.value
            reader.doubt = reader.doubt or figures.doubt
            other = figures.other if not top else None
            reader.at += 1
            if reader.takes("chục", "chuc"):
                group *= 10
                group += 5 if reader.takes("rưỡi", "ruoi") else 0
            elif reader.takes("trăm", "tram"):
                whole = group.is_integer()
                group = after_hundred(reader, int(group) * 100) if whole else group * 100
            elif reader.is_word("mươi", "muoi") and group < 10:
                reader.take("mươi")
                group = group * 10 + (ones_after_ten(reader) or 0)
            elif reader.is_word("mấy", "may") and tokens[reader.at].marked == "mấy":
                reader.take("mấy")
                reader.doubt = VAGUE
        else:
            group = below_thousand(reader)
        if group is None:
            scale = reader.scale() if not top else None
            if scale is None or not (_ruoi_next(reader) or _digit_next(reader)):
                break
            group = 1.0  # "tỷ rưỡi", "triệu hai"
        else:
            decimals = decimals_after(reader)
            if decimals is not None:
                group += decimals
        scale = reader.scale()
        if scale is None:
            if odd and group:
                reader.doubt = TWO_WAYS  # "1 tỷ linh 2": two of what?
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
            short = reader.at - before == 2 and group < 10 and last == 1000
            total = (total + (group * 100 if short else group)) * value  # "ngàn hai tỷ"
        elif last and value == last:
            reader.at = before
            break
        else:
            total += group * value
        if other is not None:
            other *= value
        top = max(top, value)
        last = value
        if _slipped_tone(reader):
            reader.doubt = TWO_WAYS
        again = reader.scale()
        if again is not None and again[0] > value:  # nghìn tỷ
            total *= again[0]
            top = last = again[0]
            reader.at += 1
        if reader.takes("rưỡi", "ruoi"):
            total += last / 2
            break
        if reader.is_word("mấy", "may") and tokens[reader.at].marked == "mấy":
            reader.take("mấy")
            reader.doubt = VAGUE
            reader.at += reader.plain() in ("tram", "chuc", "muoi")  # "năm ngàn mấy trăm"
            break
    if reader.at == start:
        return None
    if reader.is_word("rưỡi", "ruoi") and not top and total:
        reader.take("rưỡi")
        total += 0.5
    return Number(
        round(total, 6), reader.at, max(top, 1), reader.spoken, reader.sure, reader.doubt, other
    )


# Words that count nothing, after which a number is over.
_CLOSING: Final = frozenset(("a", "nha", "nhe", "nghen", "roi", "em", "anh", "chi"))


def _is_over(reader: Reader) -> bool:
    """ "46 triệu năm nay", "100 ngàn một người", "41 ty tu dau nam": a year, and what each one
    gets, and since when."""
    word, following = reader.plain(), reader.plain(1)
    if word == "tu" and following in _SINCE:
        return reader.tokens[reader.at].marked != "tư"
    return (word == "nam" and following in OF_YEARS) or (word == "mot" and following in _EACH)


_SINCE: Final = frozenset(("dau", "thang", "ngay", "quy", "nam", "khi", "hom", "tuan", "vu"))
_EACH: Final = frozenset(("nguoi", "ho", "suat", "em", "chau", "hoi", "ha", "cong", "thang", "cu"))


def _slipped_tone(reader: Reader) -> bool:
    """ "248 ty3": 248,3 tỷ, or tỷ with its VNI tone left as it was typed."""
    tokens, at = reader.tokens, reader.at
    if at >= len(tokens) or tokens[at].plain != "3" or tokens[at - 1].marked not in ("ty", "ti"):
        return False
    glued = tokens[at].start == tokens[at - 1].end
    return glued and at > 1 and tokens[at - 1].start != tokens[at - 2].end


def _follows_scale(tokens: Tokens, place: int, scale: int) -> bool:
    """Figures right after a scale word continue it: "250 tỷ 500 triệu", "1tr2", "2 tỷ 3"; and
    "1 ngàn 50 hộ", where "50 triệu 30 hộ" are two things."""
    if tokens[place].end - tokens[place].start > 3 or not tokens[place].plain.isdigit():
        return False
    after = tokens[place + 1].plain if place + 1 < len(tokens) else ""
    glued = tokens[place].start == tokens[place - 1].end
    if scale == 1000 and after == "ho" and tokens[place - 1].plain in ("nghin", "ngan"):
        return True
    return glued or after not in ("%", "/", "phan", "ho", "ngay")


def _ruoi_next(reader: Reader) -> bool:
    place = reader.at + 1
    return place < len(reader.tokens) and may_be(reader.tokens[place].marked, "rưỡi")


def _digit_next(reader: Reader) -> bool:
    """ "tỷ hai", "ngàn hai"; not "công ty hai thành viên"."""
    scale = reader.tokens[reader.at]
    before = reader.tokens[reader.at - 1].plain if reader.at else ""
    if scale.marked == scale.plain:
        return False  # "giai ngan mot ty" is no ngàn
    found = reader.digit(1)
    return found is not None and 1 <= found[0] <= 9 and before not in ("cong", "hang", "bac")


def _trailing(
    total: float, group: float, last: int, reader: Reader, before: int
) -> tuple[float, bool]:
    """Adds a last group without a scale word; (total, whether it belongs to the number)."""
    if not last:
        return total + group, True
    tokens = reader.tokens
    size = reader.at - before
    figures = tokens[before].kind == "n"
    glued = tokens[before].start == tokens[before - 1].end
    if figures and reader.plain() in (("%",) if glued else ("%", "/")):
        return total, False  # "1 tỷ 5/6"; "12tr5/20tr" is 12,5 of 20
    if group < 10 and size == 1 and float(group).is_integer():
        if figures and (len(tokens[before].plain) > 1 or (last == 1000 and reader.plain() == "ho")):
            reader.doubt = TWO_WAYS  # "1 tỷ 02"; "1 ngàn 1 hộ": 1.100 or 1.001?
        return total + group * last / 10, True  # một tỷ hai
    if last > 1000 and group < 1000 and group % 100 == 0:
        return total + group * last / 1000, True  # một tỷ hai trăm
    if last > 1000 and figures and size == 1 and group < 1000:
        digits = tokens[before].plain
        if glued:
            return total + group * last / 10 ** len(digits), True  # 1tr25
        ends = reader.at >= len(tokens) or tokens[reader.at].kind == "s"
        ends = ends or tokens[reader.at].plain in _CLOSING
        if len(digits) == 3 and ends:
            return total + group * last / 1000, True  # "1 tỷ 250"
        return total, False
    if last == 1000:
        return total + group, True
    return total, False
