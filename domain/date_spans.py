"""Spans and lengths of time in Vietnamese: tuần sau, quý III, cuối tháng 7, 5 ngày làm việc.

Reads what begins at a given token; single days are for date_words.
"""

from datetime import date, timedelta
from typing import Final

from domain.dates import DAY, LENGTH, LOOSE, SPAN, Mention, month_end
from domain.number_words import VAGUE
from domain.numbers import read_number
from domain.reply.tokens import Cursor, Tokens

_ROMAN: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
NEXT: Final = {"sau": "sau", "toi": "tới", "ke": "kế"}
LAST: Final = {"truoc": "trước", "roi": "rồi", "qua": "qua"}
THIS: Final = {"nay": "này", "ni": "ni"}
EDGES: Final = {"cuoi": "cuối", "het": "hết", "dau": "đầu", "giua": "giữa", "trong": "trong"}
_NOW: Final = frozenset(("gio", "nay", "bay", "hom", "bua", "thoi"))
_LENGTHS: Final = {
    "ngay": ("ngày", "day"), "hom": ("hôm", "day"), "bua": ("bữa", "day"),
    "tuan": ("tuần", "week"), "thang": ("tháng", "month"), "quy": ("quý", "quarter"),
    "nam": ("năm", "year"),
}  # fmt: skip


class DateScanner(Cursor):
    """A cursor that knows what day it is."""

    def __init__(self, tokens: Tokens, rich: bool, today: date) -> None:
        super().__init__(tokens, rich)
        self.today = today

    def one_of(self, place: int, words: dict[str, str]) -> str | None:
        plain = self.plain(place)
        known = words.get(plain)
        return plain if known and self.is_word(place, known) else None

    def small(self, place: int, most: int) -> tuple[int, int] | None:
        """(number, place after) of a whole number up to `most`, in figures or words."""
        if place >= len(self.tokens):
            return None
        token = self.tokens[place]
        if token.kind == "n":
            if not token.plain.isdigit() or len(token.plain) > 4 or int(token.plain) > most:
                return None
            return int(token.plain), place + 1
        if token.plain == "gieng":
            return None
        number = read_number(self.tokens, place, True)
        if not self.rich:
            loose = read_number(self.tokens, place, False)
            if number is None or (loose is not None and loose.end > number.end):
                number = loose  # "muoi lam thang bay"
        if number is None or number.doubt == VAGUE or number.value > most:
            return None
        if number.value != int(number.value) or number.value < 1 or number.scale not in (1, 1000):
            return None
        return int(number.value), number.end

    def month(self, place: int) -> tuple[int, int] | None:
        """(month, place after); in words at most "mười một", so that a year may follow."""
        if place >= len(self.tokens):
            return None
        if self.tokens[place].kind == "n":
            return self.small(place, 12)
        if self.plain(place) == "muoi" and self.plain(place + 1) in ("mot", "hai"):
            return (11 if self.plain(place + 1) == "mot" else 12), place + 2
        if self.plain(place) == "gieng":
            return None
        number = read_number(self.tokens.part(place, place + 1), 0, self.rich)
        if number is None or number.doubt or not 1 <= number.value <= 12:
            return None
        return int(number.value), place + 1

    def year(self, place: int) -> tuple[int, int] | None:
        """(year, place after) for "năm 2021", "sang năm", "/2021" being read elsewhere."""
        if self.plain(place) == "sang" and self.plain(place + 1) == "nam":
            return (self.today.year + 1, place + 2) if self.is_word(place + 1, "năm") else None
        if not self.is_word(place, "năm") or self.plain(place) != "nam":
            return None
        after = self.plain(place + 1)
        if after in THIS:
            return self.today.year, place + 2
        if after == "toi" and self.plain(place + 2) in _NOW:
            return None  # "cả năm tới hôm nay"
        if self.one_of(place + 1, NEXT):
            return self.today.year + 1, place + 2
        if self.one_of(place + 1, LAST) or after == "ngoai":
            return self.today.year - 1, place + 2
        if after in ("nghin", "ngan"):
            return None  # "năm nghìn chín trăm hộ": five thousand
        found = self.small(place + 1, 2200)
        if found and found[0] >= 1900:
            return found
        return None


def just_past(s: DateScanner, place: int) -> bool:
    """ "vừa rồi", "vừa qua" after "tuần", "tháng", "quý"."""
    return (
        s.plain(place) == "vua" and s.is_word(place, "vừa") and s.plain(place + 1) in ("roi", "qua")
    )


def week_at(s: DateScanner, place: int) -> tuple[date, int] | None:
    """(Monday, place after) of "tuần sau", "tuần này", or a bare "này", "tới" after a weekday."""
    monday = s.today - timedelta(days=s.today.weekday())
    at = place
    if s.is_word(at, "của"):
        at += 1
    if s.is_word(at, "tuần") and s.plain(at) == "tuan":
        at += 1
        if s.plain(at) == "toi" and s.plain(at + 1) in _NOW:
            return None  # "từ đầu tuần tới giờ"
        if s.one_of(at, NEXT):
            # "tuần sau nữa"
            if s.plain(at + 1) == "nua":
                return monday + timedelta(days=14), at + 2
            return monday + timedelta(days=7), at + 1
        if s.one_of(at, LAST):
            return monday - timedelta(days=7), at + 1
        if just_past(s, at):
            return monday - timedelta(days=7), at + 2
        if s.one_of(at, THIS):
            return monday, at + 1
        return None
    if place == at and s.one_of(at, THIS) and s.plain(at) == "nay" and s.is_word(at, "này"):
        return monday, at + 1
    return None


def is_two_months(s: DateScanner, place: int) -> bool:
    """ "thang sau" without marks: the sixth, or the next?"""
    if s.rich or s.plain(place) != "thang" or s.plain(place + 1) != "sau":
        return False
    return s.today.month != 5


def relative_month(s: DateScanner, place: int) -> tuple[int, int, int] | None:
    """(year, month, place after) of "tháng này", "tháng sau", "tháng trước"."""
    shift = None
    if s.one_of(place + 1, THIS):
        shift = 0
    elif s.plain(place + 1) == "toi" and s.plain(place + 2) in _NOW:
        shift = None  # "từ đầu tháng tới giờ"
    elif s.one_of(place + 1, NEXT) and not (
        s.plain(place + 1) == "sau" and s.tokens[place + 1].marked == "sáu"
    ):
        shift = 1
    elif s.one_of(place + 1, LAST):
        shift = -1
    past = shift is None and just_past(s, place + 1)
    if past:
        shift = -1
    if shift is None:
        return None
    index = s.today.year * 12 + s.today.month - 1 + shift
    return index // 12, index % 12 + 1, place + 2 + past


def span_at(s: DateScanner, place: int) -> tuple[date, date, int] | None:
    """(first, last, place after) of a week, month, quarter or year."""
    plain = s.plain(place)
    if plain == "tuan" and s.is_word(place, "tuần"):
        week = week_at(s, place)
        if week:
            return week[0], week[0] + timedelta(days=6), week[1]
        monday = s.today - timedelta(days=s.today.weekday())
        return monday, monday + timedelta(days=6), place + 1
    if plain == "thang" and s.is_word(place, "tháng"):
        relative = relative_month(s, place)
        if relative is not None:
            year, month, end = relative
            return date(year, month, 1), month_end(year, month), end
        number = s.month(place + 1)
        if number is not None and number[0] >= 1:
            end = number[1]
            slashed = s.small(end + 1, 2200) if s.plain(end) in ("/", "-") else None
            if slashed is not None and slashed[0] >= 1900:
                return date(slashed[0], number[0], 1), month_end(slashed[0], number[0]), slashed[1]
            year_at = s.year(end)
            if year_at:
                year = year_at[0]
                return date(year, number[0], 1), month_end(year, number[0]), year_at[1]
            year = s.today.year
            # In December "tháng 1" is next year's, in January "tháng 12" last year's.
            year += (s.today.month - number[0] > 8) - (number[0] - s.today.month > 10)
            return date(year, number[0], 1), month_end(year, number[0]), end
        return s.today.replace(day=1), month_end(s.today.year, s.today.month), place + 1
    if plain == "quy" and s.is_word(place, "quý"):
        return _quarter(s, place)
    if plain == "nam" and s.is_word(place, "năm"):
        year_at = s.year(place)
        if year_at and 1900 <= year_at[0] <= 2200:
            return date(year_at[0], 1, 1), date(year_at[0], 12, 31), year_at[1]
    return None


def _quarter(s: DateScanner, place: int) -> tuple[date, date, int]:
    quarter = (s.today.month - 1) // 3 + 1
    year = s.today.year
    end = place + 1
    after = s.plain(end)
    if after in _ROMAN:
        quarter, end = _ROMAN[after], end + 1
    elif s.one_of(end, THIS):
        end += 1
    elif after == "toi" and s.plain(end + 1) in _NOW:
        pass  # "từ đầu quý tới nay"
    elif s.one_of(end, NEXT):
        quarter, end = quarter + 1, end + 1
    elif s.one_of(end, LAST):
        quarter, end = quarter - 1, end + 1
    elif just_past(s, end):
        quarter, end = quarter - 1, end + 2
    elif (number := s.small(end, 4)) is not None and number[0] >= 1:
        quarter, end = number
    if quarter > 4:
        quarter, year = 1, year + 1
    elif quarter < 1:
        quarter, year = 4, year - 1
    year_at = s.year(end)
    if year_at is not None:
        year, end = year_at
    elif s.plain(end) in ("/", "-") and (found := s.small(end + 1, 2200)) and found[0] >= 1900:
        year, end = found
    first = date(year, 3 * quarter - 2, 1)
    return first, month_end(year, 3 * quarter), end


_FIRST: Final = frozenset(("lan", "buoc", "ban", "khoi", "hang"))


def edged_at(s: DateScanner, place: int, edge: str) -> Mention | None:
    """ "cuối tháng 7", "hết quý III", "đầu tuần sau", "trong tháng"."""
    if edge == "dau" and s.plain(place - 1) in _FIRST:
        return None  # "cấp lần đầu tháng 4": the first time, and not the month's first days
    at = place + 1
    if s.is_word(at, "đến") and edge == "het":
        at += 1
    at += s.plain(at) == "cung" and edge == "cuoi"  # "ngày cuối cùng của tháng 7"
    at += s.plain(at) == "cua"
    if (edge in ("dau", "giua", "cuoi") and s.plain(at) == "nam" and s.is_word(at, "năm")) or (
        edge == "het" and s.plain(at) == "nam" and s.is_word(at, "năm")
    ):
        year_at = s.year(at)
        year, end = year_at if year_at else (s.today.year, at + 1)
        first, last = date(year, 1, 1), date(year, 12, 31)
    elif edge == "het" and (months := _months_of_year(s, at)) is not None:
        first, last, end = months
    else:
        span = span_at(s, at)
        if span is None:
            return None
        first, last, end = span
    if is_two_months(s, at):
        return Mention(LOOSE, end, first, last, edge=edge)
    week = s.plain(at) == "tuan"
    if edge == "trong":
        return Mention(SPAN, end, first, last, edge=edge)
    if edge in ("cuoi", "het") and not week:
        return Mention(DAY, end, last, last, edge=edge, dated=True)
    if week:
        return Mention(LOOSE, end, first, last, edge=edge)
    days = (last - first).days
    if edge == "dau":
        return Mention(LOOSE, end, first, first + timedelta(days=days // 3), edge=edge)
    middle = first + timedelta(days=days // 2)
    return Mention(LOOSE, end, middle - timedelta(days=days // 6), middle, edge=edge)


def _months_of_year(s: DateScanner, place: int) -> tuple[date, date, int] | None:
    """ "6 tháng đầu năm", "9 tháng đầu năm 2021", "6 tháng cuối năm"; "9 tháng" of this year."""
    number = s.small(place, 11)
    if number is None or number[0] < 2 or not s.is_word(number[1], "tháng"):
        return None
    count, at = number[0], number[1] + 1
    edge = s.plain(at)
    if count in (6, 9) and edge in ("", ".", ",", "\n", "a", "nhe", "nha"):
        return date(s.today.year, 1, 1), month_end(s.today.year, count), at
    if edge not in ("dau", "cuoi") or not s.is_word(at + 1, "năm") or s.plain(at + 1) != "nam":
        return None
    year, end = s.year(at + 1) or (s.today.year, at + 2)
    if not 1900 <= year <= 2200:
        return None
    if edge == "dau":
        return date(year, 1, 1), month_end(year, count), end
    return date(year, 13 - count, 1), date(year, 12, 31), end


def length_at(s: DateScanner, place: int) -> Mention | None:
    """ "5 ngày", "năm ngày làm việc", "nửa tháng", "mươi ngày" (loose)."""
    count: float
    if s.plain(place) == "nua" and s.is_word(place, "nửa"):
        if s.plain(place + 1) not in ("thang", "nam"):
            return None
        count, at = 0.5, place + 1
    elif s.plain(place) == "tuan" and s.plain(place + 1) == "nua" and s.is_word(place, "tuần"):
        return Mention(LENGTH, place + 2, count=1, unit="week")
    elif s.plain(place) in ("may", "vai", "dam", "it") and s.plain(place + 1) in _LENGTHS:
        known = _LENGTHS[s.plain(place + 1)][0]
        if s.tokens[place].marked in ("mấy", "vài", "dăm", "ít", s.plain(place)) and s.is_word(
            place + 1, known
        ):
            return Mention(LOOSE, place + 2, unit="length")
        return None
    else:
        if s.tokens[place].kind == "n" and not s.tokens[place].plain.isdigit():
            return None
        number = read_number(s.tokens, place, s.rich)
        if number is None or number.scale != 1 or s.plain(place) == "tu":
            return None  # "từ hôm": four days are "bốn hôm"
        count, at = number.value, number.end
        if number.doubt is not None:
            unit = s.plain(at)
            if unit in _LENGTHS and s.is_word(at, _LENGTHS[unit][0]):
                return Mention(LOOSE, at + 1, unit="length")
            return None
    plain = s.plain(at)
    if plain not in _LENGTHS or not s.is_word(at, _LENGTHS[plain][0]):
        return None
    if plain == "quy" and s.plain(at + 1) in _ROMAN:
        return None
    unit = _LENGTHS[plain][1]
    end = at + 1
    if unit == "month" and not s.one_of(end, {"dau": "đầu", "cuoi": "cuối"}):
        following = s.small(end, 12)
        if following is not None and s.tokens[place].kind == "n":
            return None  # "30 tháng 6" is a day
    if unit == "day" and s.plain(end) == "lam" and s.plain(end + 1) == "viec":
        unit, end = "workday", end + 2
    if s.plain(end) == "ruoi" and s.is_word(end, "rưỡi") and unit in ("week", "month"):
        if unit == "month":
            return Mention(LENGTH, end + 1, count=count * 30 + 15, unit="day")
        return Mention(LOOSE, end + 1, unit="length")
    if unit == "year" and s.tokens[place].kind != "n" and not _is_clear(s, place, at):
        return None
    return Mention(LENGTH, end, count=count, unit=unit)


def _is_clear(s: DateScanner, place: int, at: int) -> bool:
    """Whether the words before "năm" are a number however they are read ("bảy năm": 75?)."""
    return at - place > 1
