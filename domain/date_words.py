"""Vietnamese dates in words: ngày 25, thứ sáu tuần sau, hết quý III, cuối tháng, 5 ngày làm việc.

Reads a mention of time that begins at a given token, seen from `today`; what the mention is for
(a deadline asked for, a day that is past) must not be known here.
"""

from datetime import date, timedelta
from typing import Final

from domain.date_spans import (
    EDGES,
    DateScanner,
    edged_at,
    is_two_months,
    just_past,
    length_at,
    relative_month,
    span_at,
    week_at,
)
from domain.dates import (
    DAY,
    IMPOSSIBLE,
    LOOSE,
    SPAN,
    Mention,
    day_of,
    day_of_month,
    dotted,
    near,
    numeric,
)
from domain.reply.tokens import Tokens, may_be

_WEEKDAYS: Final = {
    "hai": 0, "ba": 1, "tu": 2, "nam": 3, "sau": 4, "bay": 5, "2": 0, "3": 1, "4": 2, "5": 3,
    "6": 4, "7": 5,
}  # fmt: skip

# Said before a weekday that is past: "hôm thứ sáu", "hồi thứ bảy".
_BACK: Final = {"hom": "hôm", "bua": "bữa", "hoi": "hồi"}
_COUNTED: Final = frozenset(
    ("ty", "trieu", "nghin", "ngan", "tram", "chuc", "muoi", "dong", "phan")
)
_TOWARDS: Final = frozenset(("den", "toi", "sang", "qua", "ngay", "vao"))


def read_date(tokens: Tokens, place: int, today: date, rich: bool) -> Mention | None:
    """The mention of time in words that begins at a token, or None.

    "30/6" without "ngày" before it may be a fraction: see `numeric`.
    """
    scanner = DateScanner(tokens, rich, today)
    return _whole(scanner, place)


def _whole(s: DateScanner, place: int) -> Mention | None:
    """A mention, with a weekday, a day and a date that must agree where several stand together."""
    if s.plain(place) in _BACK and s.is_word(place, _BACK[s.plain(place)]):
        past = _weekday(s, place + 1)
        if past is not None and (s.plain(place - 1) in _TOWARDS or week_at(s, past[1]) is not None):
            return _whole(s, place + 1)  # "tới bữa thứ sáu", "bữa thứ sáu tuần này"
        if past is not None:
            behind = (s.today.weekday() - past[0]) % 7 or 7
            day = s.today - timedelta(days=behind)
            return Mention(DAY, past[1], day, day, dated=True)
    weekday = _weekday(s, place)
    if weekday is None:
        return _single(s, place)
    day_of_week, after = weekday
    follow = after
    if s.plain(follow) in (",", "("):
        follow += 1
    week = week_at(s, follow)
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
    if just_past(s, follow):  # "thứ tư vừa rồi"
        day = s.today - timedelta(days=(s.today.weekday() - day_of_week) % 7 or 7)
        return Mention(DAY, follow + 2, day, day, dated=True)
    ahead = (day_of_week - s.today.weekday()) % 7
    found = s.today + timedelta(days=ahead)
    return Mention(DAY, after, found, found, weekday=True)


def _weekday(s: DateScanner, place: int) -> tuple[int, int] | None:
    """(0 for Monday, place after) of "thứ sáu", "thứ 6", "chủ nhật"."""
    if s.is_word(place, "chủ") and s.plain(place + 1) == "nhat" and s.plain(place) == "chu":
        return 6, place + 2
    if s.plain(place) == "cn":
        return 6, place + 1
    if s.plain(place) == "t" and s.glued(place + 1) and s.plain(place + 1) in _WEEKDAYS:
        # "t6" is thứ Sáu or tháng 6; only with its week or its date is it plain.
        at = place + 2 + (s.plain(place + 2) in (",", "(", "ngay"))
        dated = s.is_number(at) and numeric(s.tokens, at, s.today) is not None
        plain = s.plain(place + 2) in ("tuan", "nay") or dated
        return (_WEEKDAYS[s.plain(place + 1)], place + 2) if plain else None
    if s.plain(place) != "thu" or not s.is_word(place, "thứ"):
        return None
    token = s.tokens[place + 1] if place + 1 < len(s.tokens) else None
    if token is None or token.plain not in _WEEKDAYS:
        return None
    if token.kind == "w" and token.plain == "sau" and not may_be(token.marked, "sáu"):
        return None
    # "thu 250 tỷ" collects money, "thu hai tỷ" too; without marks a weekday needs more.
    if s.tokens[place].marked == "thu":
        after = s.plain(place + 2)
        if s.plain(place - 1) in _BACK and not s.rich:
            counted = after in _COUNTED or s.is_number(place + 2)  # "hôm thu hai tỷ"
            return None if counted else (_WEEKDAYS[token.plain], place + 2)
        dated = after in (",", "(") and s.is_number(place + 3) and not s.rich
        if s.is_number(place + 2) and s.plain(place - 1) in _TOWARDS:
            dated = dated or numeric(s.tokens, place + 2, s.today) is not None
        week = after == "tuan" and (s.plain(place + 3) in ("sau", "toi", "nay", "truoc"))
        week = week or just_past(s, place + 2)
        if not week and (
            s.rich or not (dated or after in ("tuan", "ngay", "nay", "toi", "sau", ""))
        ):
            return None
        if after == "" and s.plain(place - 1) not in ("den", "toi", "sang", "qua", "ngay", "vao"):
            return None
    return _WEEKDAYS[token.plain], place + 2


def _explicit_day(s: DateScanner, place: int) -> Mention | None:
    """ "ngày 25", "ngày 30 tháng 6 năm 2021", "30/6", "mùng 5 tháng 7", "ba mươi tháng sáu"."""
    at = place
    named = False
    first_ten = False
    bua = s.plain(at) == "bua" and s.is_word(at, "bữa") and s.is_number(at + 1)
    if bua or (s.plain(at) == "ngay" and s.is_word(at, "ngày")):
        at += 1
        named = True
    if s.plain(at) in ("mung", "mong") and (s.is_word(at, "mùng") or s.is_word(at, "mồng")):
        at += 1
        named = first_ten = True
    if at >= len(s.tokens):
        return None
    if s.tokens[at].kind == "n":
        found = _typed(s, at)
        if found is not None:
            return found if named or place == at else None
        if "." in s.tokens[at].plain:
            return dotted(s.tokens[at].plain, at + 1, s.today) if named else None
    number = s.small(at, 31)
    if number is None:
        return None
    day, after = number
    if first_ten and day > 10:
        return None
    solar = s.plain(after) == "tay"
    named = named or solar
    after += solar
    month_at = after
    if s.is_word(month_at, "tháng") and s.plain(month_at) == "thang":
        if s.plain(month_at + 1) in ("gieng", "chap"):
            return _around_tet(s, day, month_at + 1)
        if not named and s.plain(month_at + 1) == "nam" and s.is_number(month_at + 2):
            return None  # "9 tháng năm 2023" are nine months
        if not named and s.plain(month_at + 1) == "qua":
            return None  # "6 tháng qua": so many months
        relative = relative_month(s, month_at)
        if relative is not None and is_two_months(s, month_at):
            return Mention(LOOSE, relative[2])
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
    if s.plain(after) == "tet":
        return _of_tet(s, day, after + 1)
    if s.plain(after) in ("am", "al"):
        return Mention(LOOSE, after + 1)
    if s.tokens[at].kind == "w" and s.plain(after) in ("tuoi",):
        return None
    return day_of_month(day, after, s.today)


# The first day of the lunar year, and how many days its last month before has.
_TET: Final = (
    (date(2021, 2, 12), 30), (date(2022, 2, 1), 29), (date(2023, 1, 22), 30),
    (date(2024, 2, 10), 30), (date(2025, 1, 29), 29), (date(2026, 2, 17), 29),
    (date(2027, 2, 6), 29), (date(2028, 1, 26), 29), (date(2029, 2, 13), 29),
    (date(2030, 2, 2), 29), (date(2031, 1, 23), 29), (date(2032, 2, 11), 29),
    (date(2033, 1, 31), 30),
)  # fmt: skip


def _of_tet(s: DateScanner, day: int, end: int) -> Mention:
    """ "28 Tết", "mùng 6 Tết": the nearest that is not over; loose beyond the table."""
    for first, before in _TET:
        found = first + timedelta(days=day - 1 if day <= 10 else day - 1 - before)
        if found >= s.today and (found - s.today).days < 370:
            if 10 < day <= 22 or day > before:
                break
            return Mention(DAY, end, found, found, dated=True)
    return Mention(LOOSE, end)


def is_just_after_tet(today: date) -> bool:
    """Whether "sau Tết" is now, and not the Tết to come."""
    return any(first < today <= first + _LATELY for first, _ in _TET)


# So many days a day of the lunar calendar is still the last one, and not the one to come.
_LATELY: Final = timedelta(days=60)


def _around_tet(s: DateScanner, day: int, month_at: int) -> Mention:
    """ "rằm tháng Giêng", "23 tháng Chạp": the months beside Tết; loose beyond the table."""
    for first, before in _TET:
        days = before if s.plain(month_at) == "chap" else 29  # at least
        start = first - timedelta(days=before) if s.plain(month_at) == "chap" else first
        found = start + timedelta(days=day - 1)
        if found >= s.today - _LATELY and day <= days:
            return Mention(DAY, month_at + 1, found, found, dated=True)
    return Mention(LOOSE, month_at + 1)


def _typed(s: DateScanner, place: int) -> Mention | None:
    """ "10/1", "10/1 năm sau", "5/2 sang năm"."""
    found = numeric(s.tokens, place, s.today)
    if found is None or found.dated or found.end - place != 3:
        return found
    year = s.year(found.end)
    if year is None:
        return found
    day, month = int(s.plain(place)), int(s.plain(place + 2))
    return _in_month(s, day, month, year[0], year[1], dated=True)


def _in_month(s: DateScanner, day: int, month: int, year: int, end: int, *, dated: bool) -> Mention:
    found = day_of(year, month, day) if 1900 <= year <= 2200 else None
    if found is None:
        return Mention(IMPOSSIBLE, end)
    return Mention(DAY, end, found, found, dated=dated)


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
    ("ngay sau", ("ngày", "sau"), 1), ("toi qua", ("tối", "qua"), -1),
    ("dem qua", ("đêm", "qua"), -1), ("chieu qua", ("chiều", "qua"), -1),
    ("sang qua", ("sáng", "qua"), -1), ("trua qua", ("trưa", "qua"), -1),
    ("bua ray", ("bữa", "rày"), 0), ("hom ray", ("hôm", "rày"), 0),
)  # fmt: skip
_NAMED_BY_FIRST: Final[dict[str, list[tuple[list[str], tuple[str, ...], int]]]] = {}
for _folded, _spelt, _days in _NAMED:
    _NAMED_BY_FIRST.setdefault(_folded.split()[0], []).append((_folded.split(), _spelt, _days))
# Later today is not yet past.
_LATER_TODAY: Final = ("chieu", "toi")


def _named(s: DateScanner, place: int) -> Mention | None:
    for folded, spelt, days in _NAMED_BY_FIRST.get(s.plain(place), ()):
        if all(
            s.plain(place + k) == part and s.is_word(place + k, spelt[k])
            for k, part in enumerate(folded)
        ):
            day = s.today + timedelta(days=days)
            edge = "later" if folded[0] in _LATER_TODAY and not days else ""
            if folded[0] == "toi" and not days and s.tokens[place].marked == "toi":
                # tối nay, or tới nay; "đến tới nay" nobody writes.
                edge = "later" if s.plain(place - 1) == "den" else "maybe"
            return Mention(DAY, place + len(folded), day, day, edge=edge, dated=True)
    return None


def _single(s: DateScanner, place: int) -> Mention | None:
    named = _named(s, place)
    if named is not None:
        return named
    plain = s.plain(place)
    if plain in ("mai", "mot", "moi") and s.tokens[place].marked in ("mai", "mốt", "mơi"):
        if plain != "mai" and s.plain(place - 1) in ("muoi", "hai", "ba"):
            return None
        day = s.today + timedelta(days=2 if plain == "mot" else 1)
        return Mention(DAY, place + 1, day, day, dated=True)
    if plain == "sang" and s.plain(place + 1) == "nam" and s.is_word(place + 1, "năm"):
        year = s.today.year + 1
        return Mention(SPAN, place + 2, date(year, 1, 1), date(year, 12, 31))
    if plain in ("ram", "tet") and (s.is_word(place, "rằm") or s.is_word(place, "tết")):
        end = place + 1
        if s.plain(end) == "thang" and plain == "ram" and s.plain(end + 1) in ("gieng", "chap"):
            return _around_tet(s, 15, end + 1)
        if s.plain(end) == "thang":
            end += 2
        return Mention(LOOSE, min(end, len(s.tokens)))
    if plain in EDGES and s.is_word(place, EDGES[plain]):
        if plain == "het" and s.plain(place + 1) == "ngay":
            return _explicit_day(s, place + 1)
        return edged_at(s, place, plain)
    explicit = _explicit_day(s, place) if plain in ("ngay", "bua", "mung", "mong") else None
    if explicit is not None:
        return explicit
    since = plain == "tu" and s.tokens[place].marked != "tư"  # "tu thang 1" is no 4 January
    if s.tokens[place].kind == "w" and plain not in ("tuan", "thang", "quy", "nam") and not since:
        spoken = _explicit_day(s, place)  # "ba mươi tháng sáu"
        if spoken is not None:
            return spoken
    if s.tokens[place].kind == "n" and s.tokens[place].plain.isdigit():
        following = s.plain(place + 1)
        if following == "tet" and s.is_word(place + 1, "tết"):
            numbered = int(s.tokens[place].plain)
            return _of_tet(s, numbered, place + 2) if 1 <= numbered <= 30 else None
        if following == "thang" or (following == "tay" and s.plain(place + 2) == "thang"):
            typed = _explicit_day(s, place)  # "30 tháng 6", "20 tây tháng sau"
            if typed is not None:
                return typed
        elif following in ("/", "-"):
            typed = _typed(s, place)
            if typed is not None and typed.dated and s.plain(place + 3) not in ("/", "-"):
                return typed
    length = length_at(s, place)
    if length is not None:
        return length
    span = span_at(s, place)
    if span is not None and span[2] > place + 1:
        return Mention(SPAN, span[2], span[0], span[1])
    return None
