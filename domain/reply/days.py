"""Days in figures: "30/6", "30 tháng 6", "đến 25" of a request; and months that could be a day.

Says what stands at a place, by what was marked before it; what the day is for, is for the rules.
"""

from collections.abc import Sequence
from datetime import date
from typing import Final

from domain.date_words import read_date
from domain.dates import LENGTH, SPAN, Mention, day_of_month, dotted, is_named, month_end, numeric
from domain.reply.amounts import Amounts
from domain.reply.marks import AMOUNT, PERCENT, Mark
from domain.reply.tokens import SPEAKERS, Cursor, several

_DATE_CUES: Final = several(
    "ngay hom hop le den toi truoc sau sang chieu trua tu han qua vao thu mung mong"
)
_DASHED_DATE_CUES: Final = several("ngay den toi sang qua han hom")
_UNTIL: Final = several("den toi sang qua thanh")
_REACHING: Final = several("got left done about stop break")
_ASKING: Final = frozenset(("extend", "shift"))
_OF_DAYS: Final = several("hom sang trua chieu toi den bua")
_LEADING: Final = several(": dat duoc dc thu la")
_NAMING: Final = {
    "thanh": ("nien",), "hanh": ("dong",), "cong": ("nhan",), "an": ("toan",), "nhan": ("dao",),
    "cao": ("diem",), "ra": ("quan",), "khuyen": ("hoc",),
}  # fmt: skip
_TITLES: Final = several("anh chi chu bac co ong ba cau di")
_BEARING: Final = several("sinh sanh de")
_OF_TREES: Final = several("cây hoa chậu gốc vườn cành nhành bông")
_GIVEN: Final = several("tang trao phat suat phan")
_SO_FAR: Final = several("3 6 9 12")


class Days(Cursor):
    """Over the tokens of the amounts."""

    def __init__(self, amounts: Amounts, today: date) -> None:
        super().__init__(amounts.tokens, amounts.rich)
        self.amounts = amounts
        self.today = today

    def at(self, place: int, marks: Sequence[Mark]) -> Mark | None:
        """The day or the months at a number, if that is what it is; `marks` stand before it."""
        return self._dated(place, marks) or self._asked_for(place, marks)

    def is_a_name(self, place: int) -> bool:
        """ "cô giáo Mai", "chị Mai bên Hội phụ nữ"; not "chị mai bên em nộp"; "sinh con thứ 3"."""
        if self.plain(place) == "thu":  # "không sinh con thứ ba"
            return self.marked(place - 1) == "con" and self.plain(place - 2) in _BEARING
        if self.plain(place) != "mai":
            return False
        teacher = self.plain(place - 1) == "giao" and self.plain(place - 2) in ("co", "thay")
        of_unit = self.plain(place + 1) == "ben" and self.plain(place + 2) not in SPEAKERS
        if teacher or (of_unit and self.plain(place - 1) in _TITLES):
            return True
        return self.plain(place + 1) not in SPEAKERS and self._is_a_tree(place)

    def _is_a_tree(self, place: int) -> bool:
        """ "trồng mai vàng", "200 cây mai", "cây mai dương"."""
        flowers = self.marked(place + 1) in ("vàng", "dương", "tứ", "chiếu")
        return flowers or self.marked(place - 1) in _OF_TREES

    def months_so_far(self, place: int) -> Mark | None:
        """ "6T 42 tỷ", "9t: 60 tỷ": the year's months till now, before a figure of a target."""
        plain = self.plain(place)
        if not (plain in _SO_FAR and self.plain(place + 1) == "t" and self.glued(place + 1)):
            return None
        if self.glued(place + 2) and self.is_number(place + 2):
            return None  # "5t2/9t8": tỷ
        if "tan" in self.amounts.nouns or not self._leads_to_figure(place + 2):
            return None
        months = Mention(LENGTH, place + 2, count=float(plain), unit="month")
        return Mark("date", place, place + 2, months)

    def month_of(self, place: int) -> Mark | None:
        """ "T6 94,6", "t11: 34 vụ", "th10 3 tỷ" of a target: the month, before its figure."""
        number = self.plain(place + 1)
        if not (self.plain(place) in ("t", "th") and self.glued(place + 1) and number.isdigit()):
            return None
        if self.plain(place - 1) in _OF_DAYS:
            return None  # "hôm t6": thứ sáu
        if not 1 <= int(number) <= 12 or not self._leads_to_figure(place + 2):
            return None
        year = self.today.year - (int(number) > self.today.month)
        first = date(year, int(number), 1)
        month = Mention(SPAN, place + 2, first, month_end(year, int(number)))
        return Mark("date", place, place + 2, month)

    def named_month(self, place: int) -> Mark | None:
        """ "trong tháng thanh niên", "tháng hành động": a month that is called by what is done."""
        at = place + (self.plain(place) == "trong")
        if self.plain(at) != "thang" or self.plain(at + 1) not in _NAMING:
            return None
        named = self.plain(at + 2) in _NAMING[self.plain(at + 1)]
        return Mark("per", place, at + 3) if named else None

    def _leads_to_figure(self, place: int) -> bool:
        """Whether the figure of a target follows, at once or after a word for reaching."""
        place += self.plain(place) in _LEADING
        return bool(self.amounts.nouns) and self.is_number(place)

    def _dated(self, place: int, marks: Sequence[Mark]) -> Mark | None:
        """A date in figures; "5/6" alone is left to be a fraction that may be a date."""
        worded = read_date(self.tokens, place, self.today, self.rich)
        if worded is not None and not _asked_just_before(marks):
            worded = self._months_counted(place) or worded
        if worded is not None:
            return Mark("date", place, worded.end, worded)
        found = numeric(self.tokens, place, self.today)
        if found is None:
            return None
        if found.first and is_named(found.first) and self._is_gift(place - 1):
            return Mark("named", place, found.end)  # "trao 45 suất quà 27/7"
        mark = Mark("date", place, found.end, found)
        if found.dated or found.end - place > 3:
            return mark
        before = self.plain(place - 1)
        cued = before in _DATE_CUES or _asked_just_before(marks)
        if self.plain(place + 1) == "-":
            return mark if before in _DASHED_DATE_CUES else None
        if int(self.plain(place)) > int(self.plain(place + 2)):
            return mark  # 30/6 is no fraction
        counted = self.amounts.unit_at(found.end)[0] not in ("", "em", "nha")
        return mark if cued and not counted else None

    def _is_gift(self, place: int) -> bool:
        """ "quà 27/7", "tang qua 27/7": what is given for a day."""
        given = not self.rich and self.plain(place) == "qua" and self.plain(place - 1) in _GIVEN
        return given or self.marked(place) == "quà"

    def _months_counted(self, place: int) -> Mention | None:
        """ "6 tháng 9 đảng viên": months, where what follows is counted in the measure or is money
        or percent; "6 tháng 9" alone is a day."""
        plain = self.plain(place)
        if not plain.isdigit() or not 1 < int(plain) <= 12 or self.plain(place + 1) != "thang":
            return None
        found = self.amounts.figure_at(place + 2) if self.is_number(place + 2) else None
        if found is None:
            return None
        figure = found[0]
        counted = figure.noun in self.amounts.nouns or (
            bool(self.amounts.nouns) and figure.noun in ("dong chi", "nguoi")
        )
        if figure.unit not in (AMOUNT, PERCENT) and not counted:
            return None
        return Mention(LENGTH, place + 2, count=int(plain), unit="month")

    def _asked_for(self, place: int, marks: Sequence[Mark]) -> Mark | None:
        """ "xin dời tới 25", "đến 25 tây": a bare number after "đến" in a request is a day."""
        plain = self.plain(place)
        solar = self.plain(place + 1) == "tay"
        until = self.plain(place - 1) in _UNTIL
        asked = until and any(mark.kind in _ASKING for mark in marks)
        if until and not asked and marks[-2:-1] and self.plain(place - 2) == "xin":
            asked = marks[-2].kind == "asks"  # "cho em xin đến 20"
        if asked and "." in plain:
            day = dotted(plain, place + 1, self.today)  # "đến 15.7"
            return Mark("date", place, day.end, day) if day is not None else None
        if not plain.isdigit() or not (asked or solar):
            return None
        end = place + 1 + solar
        figure = self.amounts.figure_at(place)
        if not 1 <= int(plain) <= 31 or (not solar and (figure is None or figure[1] != end)):
            return None
        counted = not solar and self.amounts.unit_at(end)[0]
        if counted or self.plain(end) in ("/", "-", "%"):
            return None
        return Mark("date", place, end, day_of_month(int(plain), end, self.today))


def _asked_just_before(marks: Sequence[Mark]) -> bool:
    """Whether a request leads to this place: "xin gia hạn đến hết giờ hành chính 1/3"."""
    for mark in reversed(marks[-6:]):
        if mark.kind in _REACHING:
            return False
        if mark.kind in _ASKING:
            return True
    return False
