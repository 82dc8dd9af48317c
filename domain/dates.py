"""Vietnamese dates: 30/6, ngày 25, thứ sáu tuần sau, hết quý III, cuối tháng, thêm 5 ngày.

Reads a mention of time that begins at a given token, seen from `today`; what the mention is for
(a deadline asked for, a day that is past) must not be known here.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from domain.numbers import VAGUE, read_number
from domain.reply_tokens import Token, may_be

# Kinds of mention.
DAY: Final = "day"  # one day: first == last
SPAN: Final = "span"  # a week, month, quarter or year: first to last
LENGTH: Final = "length"  # "5 ngày", "1 tuần": count and unit
LOOSE: Final = "loose"  # a part of a span ("đầu tháng 7"), a festival, the lunar calendar
IMPOSSIBLE: Final = "impossible"  # 31/6, a weekday that does not fit

_ROMAN: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_WEEKDAYS: Final = {
    "hai": 0, "ba": 1, "tu": 2, "nam": 3, "sau": 4, "bay": 5, "2": 0, "3": 1, "4": 2, "5": 3,
    "6": 4, "7": 5,
}  # fmt: skip
_NEXT: Final = {"sau": "sau", "toi": "tới", "ke": "kế"}
_LAST: Final = {"truoc": "trước", "roi": "rồi", "qua": "qua"}
_THIS: Final = {"nay": "này"}
_EDGES: Final = {"cuoi": "cuối", "het": "hết", "dau": "đầu", "giua": "giữa", "trong": "trong"}
_LENGTHS: Final = {
    "ngay": ("ngày", "day"), "hom": ("hôm", "day"), "bua": ("bữa", "day"),
    "tuan": ("tuần", "week"), "thang": ("tháng", "month"), "quy": ("quý", "quarter"),
    "nam": ("năm", "year"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention of time; `end` is the token after it.

    `dated` says that a year was typed. For LENGTH, `count` and `unit` (day, workday, week,
    month, quarter, year). `day_only`: "ngày 25", without its month. `edge`: cuối, hết, trong,
    or "" as typed.
    """

    kind: str
    end: int
    first: date | None = None
    last: date | None = None
    count: float = 0
    unit: str = ""
    dated: bool = False
    day_only: bool = False
    edge: str = ""
    weekday: bool = False


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    following = date(year + (month == 12), month % 12 + 1, 1)
    return following - timedelta(days=1)


def _safe(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def near(month: int, day: int, today: date) -> date | None:
    """The day and month in the year that puts it nearest to today, None if there is no such day."""
    places = [d for y in (-1, 0, 1) if (d := _safe(min(max(today.year + y, 1), 9999), month, day))]
    return min(places, key=lambda d: abs((d - today).days), default=None)


def add_length(
    start: date, count: float, unit: str, is_working_day: Callable[[date], bool] | None = None
) -> date | None:
    """`start` and so many days, workdays, weeks, months, quarters or years; None if too far."""
    if not 0 < count <= 400:
        return None
    if unit == "workday":
        works = is_working_day or (lambda d: d.weekday() < 5)
        day = start
        left = int(count)
        for _ in range(2000):
            day += timedelta(days=1)
            if works(day):
                left -= 1
                if left == 0:
                    return day
        return None
    if unit in ("day", "week"):
        days = count * (7 if unit == "week" else 1)
        return start + timedelta(days=int(days)) if days <= 1500 else None
    months = count * {"month": 1, "quarter": 3, "year": 12}[unit]
    if months == 0.5:
        return start + timedelta(days=15)
    if months != int(months) or months > 60:
        return None
    index = start.year * 12 + start.month - 1 + int(months)
    year, month = divmod(index, 12)
    return date(year, month + 1, min(start.day, month_end(year, month + 1).day))


class _Scanner:
    def __init__(self, tokens: Sequence[Token], rich: bool, today: date) -> None:
        self.tokens = tokens
        self.rich = rich
        self.today = today

    def plain(self, place: int) -> str:
        return self.tokens[place].plain if 0 <= place < len(self.tokens) else ""

    def word(self, place: int, word: str) -> bool:
        return 0 <= place < len(self.tokens) and may_be(self.tokens[place].marked, word)

    def one_of(self, place: int, words: dict[str, str]) -> str | None:
        plain = self.plain(place)
        known = words.get(plain)
        return plain if known and self.word(place, known) else None

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
        if number is None and not self.rich:
            number = read_number(self.tokens, place, False)
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
        number = read_number(self.tokens[: place + 1], place, self.rich)
        if number is None or number.doubt or not 1 <= number.value <= 12:
            return None
        return int(number.value), place + 1

    def year(self, place: int) -> tuple[int, int] | None:
        """(year, place after) for "năm 2021", "năm nay", "/2021" being read elsewhere."""
        if not self.word(place, "năm") or self.plain(place) != "nam":
            return None
        after = self.plain(place + 1)
        if after == "nay":
            return self.today.year, place + 2
        if self.one_of(place + 1, _NEXT):
            return self.today.year + 1, place + 2
        if self.one_of(place + 1, _LAST) or after == "ngoai":
            return self.today.year - 1, place + 2
        found = self.small(place + 1, 2200)
        if found and found[0] >= 1900:
            return found
        return None


def numeric(tokens: Sequence[Token], place: int, today: date) -> Mention | None:
    """30/6, 30-6-2021, 30.6.2021, 2021-06-30, 30/6/21: with its signs; None if not so built."""
    scanner = _Scanner(tokens, True, today)
    token = tokens[place]
    parts = token.plain.split(".")
    if len(parts) == 3 and all(p.isdigit() for p in parts) and len(parts[2]) in (2, 4):
        if len(parts[0]) <= 2 and len(parts[1]) <= 2:
            return _dated(int(parts[0]), int(parts[1]), _full(parts[2]), place + 1)
        return None
    if not token.plain.isdigit():
        return None
    sign = scanner.plain(place + 1)
    if sign not in ("/", "-") or place + 2 >= len(tokens) or tokens[place + 2].kind != "n":
        return None
    second = tokens[place + 2].plain
    if scanner.plain(place + 3) == sign and place + 4 < len(tokens):
        third = tokens[place + 4].plain
        if third.isdigit() and second.isdigit():
            if len(token.plain) == 4 and len(second) <= 2 and len(third) <= 2:
                return _dated(int(third), int(second), int(token.plain), place + 5)
            if len(token.plain) <= 2 and len(second) <= 2 and len(third) in (2, 4):
                return _dated(int(token.plain), int(second), _full(third), place + 5)
        return None
    if not second.isdigit() or len(token.plain) > 2 or len(second) > 2:
        return None
    day, month = int(token.plain), int(second)
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    found = near(month, day, today)
    if found is None:
        return Mention(IMPOSSIBLE, place + 3)
    return Mention(DAY, place + 3, found, found)


def _full(year: str) -> int:
    return int(year) + (2000 if len(year) == 2 else 0)


def _dated(day: int, month: int, year: int, end: int) -> Mention:
    found = _safe(year, month, day) if 1900 <= year <= 2200 else None
    if found is None:
        return Mention(IMPOSSIBLE, end)
    return Mention(DAY, end, found, found, dated=True)


def read_date(tokens: Sequence[Token], place: int, today: date, rich: bool) -> Mention | None:
    """The mention of time in words that begins at a token, or None.

    "30/6" without "ngày" before it may be a fraction: see `numeric`.
    """
    scanner = _Scanner(tokens, rich, today)
    return _whole(scanner, place)


def _whole(s: _Scanner, place: int) -> Mention | None:
    """A mention, with a weekday, a day and a date that must agree where several stand together."""
    weekday = _weekday(s, place)
    if weekday is None:
        return _single(s, place)
    day_of_week, after = weekday
    follow = after
    if s.plain(follow) in (",", "("):
        follow += 1
    week = _week(s, follow)
    if week is not None:
        monday, end = week
        found = monday + timedelta(days=day_of_week)
        return Mention(DAY, end, found, found, dated=True, weekday=True)
    attached = _explicit_day(s, follow)
    if attached is not None:
        if attached.kind != DAY or attached.first is None:
            return attached
        if attached.first.weekday() != day_of_week:
            return Mention(IMPOSSIBLE, attached.end, attached.first, attached.last)
        return attached
    ahead = (day_of_week - s.today.weekday()) % 7
    found = s.today + timedelta(days=ahead)
    return Mention(DAY, after, found, found, weekday=True)


def _weekday(s: _Scanner, place: int) -> tuple[int, int] | None:
    """(0 for Monday, place after) of "thứ sáu", "thứ 6", "chủ nhật"."""
    if s.word(place, "chủ") and s.plain(place + 1) == "nhat" and s.plain(place) == "chu":
        return 6, place + 2
    if s.plain(place) == "cn":
        return 6, place + 1
    if s.plain(place) != "thu" or not s.word(place, "thứ"):
        return None
    token = s.tokens[place + 1] if place + 1 < len(s.tokens) else None
    if token is None or token.plain not in _WEEKDAYS:
        return None
    if token.kind == "w" and token.plain == "sau" and not may_be(token.marked, "sáu"):
        return None
    # "thu 250 tỷ" collects money, "thu hai tỷ" too; without marks a weekday needs more.
    if s.tokens[place].marked == "thu":
        after = s.plain(place + 2)
        if s.rich or (after not in ("tuan", "ngay", "nay", "toi", "sau", "")):
            return None
        if after == "" and s.plain(place - 1) not in ("den", "toi", "sang", "qua", "ngay", "vao"):
            return None
    return _WEEKDAYS[token.plain], place + 2


def _week(s: _Scanner, place: int) -> tuple[date, int] | None:
    """(Monday, place after) of "tuần sau", "tuần này", or a bare "này", "tới" after a weekday."""
    monday = s.today - timedelta(days=s.today.weekday())
    at = place
    if s.word(at, "của"):
        at += 1
    if s.word(at, "tuần") and s.plain(at) == "tuan":
        at += 1
        if s.one_of(at, _NEXT):
            extra = 1
            # "tuần sau nữa"
            if s.plain(at + 1) == "nua":
                return monday + timedelta(days=14), at + 2
            return monday + timedelta(days=7 * extra), at + 1
        if s.one_of(at, _LAST):
            return monday - timedelta(days=7), at + 1
        if s.one_of(at, _THIS):
            return monday, at + 1
        return None
    if place == at and s.one_of(at, _THIS) and s.plain(at) == "nay" and s.word(at, "này"):
        return monday, at + 1
    return None


def _explicit_day(s: _Scanner, place: int) -> Mention | None:
    """ "ngày 25", "ngày 30 tháng 6 năm 2021", "30/6", "mùng 5 tháng 7", "ba mươi tháng sáu"."""
    at = place
    named = False
    first_ten = False
    if s.plain(at) == "ngay" and s.word(at, "ngày"):
        at += 1
        named = True
    if s.plain(at) in ("mung", "mong") and (s.word(at, "mùng") or s.word(at, "mồng")):
        at += 1
        named = first_ten = True
    if at >= len(s.tokens):
        return None
    if s.tokens[at].kind == "n":
        found = numeric(s.tokens, at, s.today)
        if found is not None:
            return found if named or place == at else None
        if s.plain(at + 1) == "." or "." in s.tokens[at].plain:
            return _dotted(s, at) if named else None
    number = s.small(at, 31)
    if number is None:
        return None
    day, after = number
    if first_ten and day > 10:
        return None
    month_at = after
    if s.word(month_at, "tháng") and s.plain(month_at) == "thang":
        if s.plain(month_at + 1) in ("gieng", "chap"):
            return Mention(LOOSE, month_at + 2)
        relative = _relative_month(s, month_at)
        if relative is not None:
            year, month, end = relative
            return _in_month(s, day, month, year, end, dated=True)
        found_month = s.month(month_at + 1)
        if found_month is not None and found_month[0] >= 1:
            end = found_month[1]
            year_at = s.year(end)
            if year_at is None and s.plain(end) in ("/", "-") and s.small(end + 1, 2200):
                year_at = s.small(end + 1, 2200)
            if s.plain(end) == "am" or (s.plain(end) == "al"):
                return Mention(LOOSE, end + 1)
            if year_at is not None:
                return _in_month(s, day, found_month[0], year_at[0], year_at[1], dated=True)
            found_day = near(found_month[0], day, s.today)
            if found_day is None:
                return Mention(IMPOSSIBLE, end)
            return Mention(DAY, end, found_day, found_day)
    if not named:
        return None
    if s.plain(after) in ("tet", "am"):
        return Mention(LOOSE, after + 1)
    if s.tokens[at].kind == "w" and s.plain(after) in ("tuoi",):
        return None
    found_day = _safe(s.today.year, s.today.month, day)
    if found_day is None:
        return Mention(IMPOSSIBLE, after)
    return Mention(DAY, after, found_day, found_day, day_only=True)


def _dotted(s: _Scanner, at: int) -> Mention | None:
    """ "30.6" after "ngày"."""
    parts = s.tokens[at].plain.split(".")
    if len(parts) != 2 or not all(p.isdigit() and len(p) <= 2 for p in parts):
        return None
    found = near(int(parts[1]), int(parts[0]), s.today) if 1 <= int(parts[1]) <= 12 else None
    if found is None:
        return Mention(IMPOSSIBLE, at + 1)
    return Mention(DAY, at + 1, found, found)


def _in_month(s: _Scanner, day: int, month: int, year: int, end: int, *, dated: bool) -> Mention:
    found = _safe(year, month, day) if 1900 <= year <= 2200 else None
    if found is None:
        return Mention(IMPOSSIBLE, end)
    return Mention(DAY, end, found, found, dated=dated)


def _relative_month(s: _Scanner, place: int) -> tuple[int, int, int] | None:
    """(year, month, place after) of "tháng này", "tháng sau", "tháng trước"."""
    shift = None
    if s.one_of(place + 1, _THIS):
        shift = 0
    elif s.one_of(place + 1, _NEXT) and not (
        s.plain(place + 1) == "sau" and s.tokens[place + 1].marked == "sáu"
    ):
        shift = 1
    elif s.one_of(place + 1, _LAST):
        shift = -1
    if shift is None:
        return None
    index = s.today.year * 12 + s.today.month - 1 + shift
    return index // 12, index % 12 + 1, place + 2


def _span(s: _Scanner, place: int) -> tuple[date, date, int] | None:
    """(first, last, place after) of a week, month, quarter or year."""
    plain = s.plain(place)
    if plain == "tuan" and s.word(place, "tuần"):
        week = _week(s, place)
        if week:
            return week[0], week[0] + timedelta(days=6), week[1]
        monday = s.today - timedelta(days=s.today.weekday())
        return monday, monday + timedelta(days=6), place + 1
    if plain == "thang" and s.word(place, "tháng"):
        relative = _relative_month(s, place)
        if relative is not None:
            year, month, end = relative
            return date(year, month, 1), month_end(year, month), end
        number = s.month(place + 1)
        if number is not None and number[0] >= 1:
            end = number[1]
            if s.plain(end) in ("/", "-") and (found := s.small(end + 1, 2200)):
                if found[0] >= 1900:
                    return date(found[0], number[0], 1), month_end(found[0], number[0]), found[1]
            year_at = s.year(end)
            if year_at:
                year = year_at[0]
                return date(year, number[0], 1), month_end(year, number[0]), year_at[1]
            year = s.today.year
            # In December "tháng 1" is next year's, in January "tháng 12" last year's.
            year += (s.today.month - number[0] > 8) - (number[0] - s.today.month > 10)
            return date(year, number[0], 1), month_end(year, number[0]), end
        return s.today.replace(day=1), month_end(s.today.year, s.today.month), place + 1
    if plain == "quy" and s.word(place, "quý"):
        return _quarter(s, place)
    if plain == "nam" and s.word(place, "năm"):
        year_at = s.year(place)
        if year_at and 1900 <= year_at[0] <= 2200:
            return date(year_at[0], 1, 1), date(year_at[0], 12, 31), year_at[1]
    return None


def _quarter(s: _Scanner, place: int) -> tuple[date, date, int]:
    quarter = (s.today.month - 1) // 3 + 1
    year = s.today.year
    end = place + 1
    after = s.plain(end)
    if after in _ROMAN:
        quarter, end = _ROMAN[after], end + 1
    elif s.one_of(end, _THIS):
        end += 1
    elif s.one_of(end, _NEXT):
        quarter, end = quarter + 1, end + 1
    elif s.one_of(end, _LAST):
        quarter, end = quarter - 1, end + 1
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


# Days named from today: folded words, their spelling, days from today.
_NAMED: Final = (
    ("ngay kia", ("ngày", "kia"), 2), ("ngay mot", ("ngày", "mốt"), 2),
    ("ngay mai", ("ngày", "mai"), 1), ("hom nay", ("hôm", "nay"), 0),
    ("bua nay", ("bữa", "nay"), 0), ("ngay hom qua", ("ngày", "hôm", "qua"), -1),
    ("hom qua", ("hôm", "qua"), -1), ("hom kia", ("hôm", "kia"), -2),
    ("bua qua", ("bữa", "qua"), -1), ("hom truoc", ("hôm", "trước"), -3),
    ("hom bua", ("hôm", "bữa"), -3), ("bua hom", ("bữa", "hổm"), -3),
    ("bua truoc", ("bữa", "trước"), -3), ("hom no", ("hôm", "nọ"), -5),
    ("bua kia", ("bữa", "kia"), -2), ("sang mai", ("sáng", "mai"), 1),
    ("chieu mai", ("chiều", "mai"), 1), ("toi mai", ("tối", "mai"), 1),
    ("trua mai", ("trưa", "mai"), 1), ("hom roi", ("hôm", "rồi"), -3),
    ("chieu nay", ("chiều", "nay"), 0), ("toi nay", ("tối", "nay"), 0),
    ("hqua", ("hqua",), -1), ("hnay", ("hnay",), 0), ("hom sau", ("hôm", "sau"), 1),
    ("ngay sau", ("ngày", "sau"), 1),
)  # fmt: skip
_NAMED_BY_FIRST: Final[dict[str, list[tuple[list[str], tuple[str, ...], int]]]] = {}
for _folded, _spelt, _days in _NAMED:
    _NAMED_BY_FIRST.setdefault(_folded.split()[0], []).append((_folded.split(), _spelt, _days))
# Later today is not yet past.
_LATER_TODAY: Final = ("chieu", "toi")


def _named(s: _Scanner, place: int) -> Mention | None:
    for folded, spelt, days in _NAMED_BY_FIRST.get(s.plain(place), ()):
        if all(
            s.plain(place + k) == part and s.word(place + k, spelt[k])
            for k, part in enumerate(folded)
        ):
            day = s.today + timedelta(days=days)
            edge = "later" if folded[0] in _LATER_TODAY else ""
            return Mention(DAY, place + len(folded), day, day, edge=edge, dated=True)
    return None


def _single(s: _Scanner, place: int) -> Mention | None:
    named = _named(s, place)
    if named is not None:
        return named
    plain = s.plain(place)
    if plain in ("mai", "mot", "moi") and s.tokens[place].marked in ("mai", "mốt", "mơi"):
        if plain != "mai" and s.plain(place - 1) in ("muoi", "hai", "ba"):
            return None
        day = s.today + timedelta(days=2 if plain == "mot" else 1)
        return Mention(DAY, place + 1, day, day, dated=True)
    if plain == "sang" and s.plain(place + 1) == "nam" and s.word(place + 1, "năm"):
        year = s.today.year + 1
        return Mention(SPAN, place + 2, date(year, 1, 1), date(year, 12, 31))
    if plain in ("ram", "tet") and (s.word(place, "rằm") or s.word(place, "tết")):
        end = place + 1
        if s.plain(end) == "thang":
            end += 2
        return Mention(LOOSE, min(end, len(s.tokens)))
    if plain in _EDGES and s.word(place, _EDGES[plain]):
        return _edged(s, place, plain)
    explicit = _explicit_day(s, place) if plain in ("ngay", "mung", "mong") else None
    if explicit is not None:
        return explicit
    if s.tokens[place].kind == "w" and plain not in ("tuan", "thang", "quy", "nam"):
        spoken = _explicit_day(s, place)  # "ba mươi tháng sáu"
        if spoken is not None:
            return spoken
    if s.tokens[place].kind == "n" and s.plain(place + 1) == "thang":
        typed = _explicit_day(s, place)  # "30 tháng 6"
        if typed is not None and s.tokens[place].plain.isdigit():
            return typed
    length = _length(s, place)
    if length is not None:
        return length
    span = _span(s, place)
    if span is not None and span[2] > place + 1:
        return Mention(SPAN, span[2], span[0], span[1])
    return None


def _edged(s: _Scanner, place: int, edge: str) -> Mention | None:
    """ "cuối tháng 7", "hết quý III", "đầu tuần sau", "trong tháng"."""
    at = place + 1
    if edge == "het" and s.plain(at) == "ngay":
        found = _explicit_day(s, at)
        return found
    if s.word(at, "đến") and edge == "het":
        at += 1
    if (edge in ("dau", "giua", "cuoi") and s.plain(at) == "nam" and s.word(at, "năm")) or (
        edge == "het" and s.plain(at) == "nam" and s.word(at, "năm")
    ):
        year_at = s.year(at)
        year, end = year_at if year_at else (s.today.year, at + 1)
        first, last = date(year, 1, 1), date(year, 12, 31)
    else:
        span = _span(s, at)
        if span is None:
            return None
        first, last, end = span
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


def _length(s: _Scanner, place: int) -> Mention | None:
    """ "5 ngày", "năm ngày làm việc", "nửa tháng", "mươi ngày" (loose)."""
    count: float
    if s.plain(place) == "nua" and s.word(place, "nửa"):
        if s.plain(place + 1) not in ("thang", "nam"):
            return None
        count, at = 0.5, place + 1
    elif s.plain(place) in ("may", "vai", "dam") and s.plain(place + 1) in _LENGTHS:
        known = _LENGTHS[s.plain(place + 1)][0]
        if s.tokens[place].marked in ("mấy", "vài", "dăm", s.plain(place)) and s.word(
            place + 1, known
        ):
            return Mention(LOOSE, place + 2, unit="length")
        return None
    else:
        if s.tokens[place].kind == "n" and not s.tokens[place].plain.isdigit():
            return None
        number = read_number(s.tokens, place, s.rich)
        if number is None or number.scale != 1:
            return None
        count, at = number.value, number.end
        if number.doubt is not None:
            unit = s.plain(at)
            if unit in _LENGTHS and s.word(at, _LENGTHS[unit][0]):
                return Mention(LOOSE, at + 1, unit="length")
            return None
    plain = s.plain(at)
    if plain not in _LENGTHS or not s.word(at, _LENGTHS[plain][0]):
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
    if s.plain(end) == "ruoi" and s.word(end, "rưỡi") and unit in ("week", "month"):
        if unit == "month":
            return Mention(LENGTH, end + 1, count=count * 30 + 15, unit="day")
        return Mention(LOOSE, end + 1, unit="length")
    if unit == "year" and s.tokens[place].kind != "n" and not number_is_clear(s, place, at):
        return None
    return Mention(LENGTH, end, count=count, unit=unit)


def number_is_clear(s: _Scanner, place: int, at: int) -> bool:
    """Whether the words before "năm" are a number however they are read ("bảy năm": 75?)."""
    return at - place > 1
