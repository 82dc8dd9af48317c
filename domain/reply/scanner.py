"""Turns the words of a reply into marks: figures, dates, codes, phrases, and the rest.

Says what stands where, from left to right; what it means together is for rules.
"""

from collections.abc import Collection
from datetime import date
from typing import Final

from domain.date_words import read_date
from domain.numbers import read_number
from domain.reply.amounts import Amounts
from domain.reply.codes import code_at
from domain.reply.days import Days
from domain.reply.lookalikes import Lookalikes
from domain.reply.marks import AMOUNT, BARE, COUNT, PLACES, Figure, Mark
from domain.reply.tokens import Cursor, Words, several
from domain.reply.words import names, phrase_at
from domain.vni import is_toned

_DATE_WORDS: Final = several(
    "ngay mung mong thu t chu cn tuan thang quy nam cuoi het dau giua trong hom bua mai mot moi "
    "sang chieu toi trua hqua hnay ram tet nua may vai dam it hai ba bon tu lam sau bay tam chin "
    "muoi ham bam hoi"
)
_STOPS: Final = several(". ! \n ;") | {"\n"}
_BREAKS: Final = several(", ( ) [ ] | • * + & -")
_TICKS: Final = several("✅ ✔ ☑")


class Scanner(Cursor):
    """Goes over the tokens once."""

    def __init__(self, words: Words, today: date, nouns: Collection[str]) -> None:
        super().__init__(words.tokens, words.rich)
        self.careful = words.careful
        self.today = today
        self.look = Lookalikes(words.tokens, words.rich, today)
        self.amounts = Amounts(words.tokens, words.rich, today, nouns)
        self.days = Days(self.amounts, today)
        self.marks: list[Mark] = []

    def scan(self) -> list[Mark]:
        """Every token is in one mark."""
        place = 0
        while place < len(self.tokens):
            mark = self._mark_at(place)
            if mark.kind == "example":
                mark = Mark("void", place, self._line_end(place))
            self.marks.append(mark)
            place = mark.end
        self._lone_digit()
        return self.marks

    def _lone_digit(self) -> None:
        """ "bảy nha" of a counted target: the one word that is said is a number."""
        words = [i for i, mark in enumerate(self.marks) if mark.kind not in _POLITE]
        if len(words) != 1 or not self.amounts.nouns or self.marks[words[0]].kind != "word":
            return
        mark = self.marks[words[0]]
        number = read_number(self.tokens, mark.start, self.rich)
        if number is None or number.end != mark.end or not number.sure or number.doubt:
            return
        if self.marked(mark.start) != self.plain(mark.start):
            figure = Figure(BARE, number.value)
            self.marks[words[0]] = Mark("figure", mark.start, mark.end, figure)

    def _line_end(self, place: int) -> int:
        """The end of the line: what stands there is shown, not reported."""
        while place < len(self.tokens) and self.plain(place) != "\n":
            place += 1
        return place

    def _mark_at(self, place: int) -> Mark:
        kind = self.tokens[place].kind
        if kind == "n":
            return self._number(place)
        if kind == "s":
            return self._sign(place)
        return self._word(place)

    def _number(self, place: int) -> Mark:
        look = self.look
        end = look.reference(place) or look.telephone(place)
        if end is not None:
            return Mark("document", place, end)
        end = look.clock(place)
        if end is not None:
            return Mark("clock", place, end)
        if self.plain(place + 1) == "trong" and self.plain(place + 2) == "1":
            return Mark("named", place, place + 3)  # "vắc xin 5 trong 1"
        if self.plain(place + 1) == "lan" and "lan" not in self.amounts.nouns:
            return Mark("clock", place, place + 2)  # "bị trả lại 2 lần"
        if self.plain(place - 1) in _ELDERS and self.plain(place + 1) in ("oi", "a"):
            return Mark("named", place, place + 1)  # "anh 7 ơi"
        half = self.days.months_so_far(place)
        if half is not None:
            return half
        months = self.plain(place + 1) == "t" and self.glued(place + 1)
        short = months and self._are_months(place)
        if short or (months and self.marks and self.marks[-1].kind == "cum"):
            return Mark("fill", place, place + 2)  # "lk 11t: 402 vụ"
        if self.look.numbers_line(place):
            return Mark("fill", place, place + 2)
        if self._attached(place) or self._continues_names(place):
            return Mark("named", place, place + 1)
        noun = self.amounts.unit_at(place + 1)[0]
        # "450 ngày công", "148 nam thanh niên"
        own = noun in self.amounts.nouns and (" " in noun or noun == "ngay")
        dated = None if own else self.days.at(place, self.marks)
        if dated is not None:
            return dated
        found = self.amounts.figure_at(place)
        if found is not None and self._weekday_unmarked(place, found[0]):
            return Mark("named", place, place + 1)
        return (
            Mark("figure", place, found[1], found[0]) if found else Mark("word", place, place + 1)
        )

    def _word(self, place: int) -> Mark:
        end = self.look.document(place)
        if end is not None:
            return Mark("document", place, end)
        code = code_at(self.look, place)
        if code is not None:
            return Mark("code" if code[0] else "slip", place, code[1], code[0])
        month_told = self.days.month_of(place)
        if month_told is not None:
            return month_told
        month = self.plain(place) == "t" and self.glued(place + 1) and self.plain(place + 2) == ":"
        if month and self.plain(place + 1).isdigit() and 1 <= int(self.plain(place + 1)) <= 12:
            return Mark("per", place, place + 2)  # "t11: 34 vụ"
        ranked = self._ranked(place)
        if ranked is not None:
            return ranked
        trade = self.plain(place + 1 + (self.plain(place + 1) == "-"))
        sunday = self.plain(place) == "cn" and (
            self.plain(place - 1) in _INDUSTRIAL or trade in ("ttcn", "xd", "xdcb", "tmdv", "dv")
        )
        if self.plain(place) in _DATE_WORDS and not sunday and not self.days.is_a_name(place):
            if self.plain(place) in ("trong", "thang"):
                named_month = self.days.named_month(place)
                if named_month is not None:
                    return named_month
            found = read_date(self.tokens, place, self.today, self.rich)
            if found is not None and not names(self.tokens, place, self.rich, found.end):
                return Mark("date", place, found.end, found)
        phrase = self._phrase(place)
        # "trăm phần trăm", "sáu mươi": a number that reaches further wins.
        amount = self.amounts.figure_at(place)
        if amount is not None and self.plain(amount[1]) in _HOURS and amount[0].unit == BARE:
            return Mark("clock", place, amount[1] + 1)  # "mười phút nữa"
        if amount is not None and (phrase is None or amount[1] >= phrase[1]):
            return Mark("figure", place, amount[1], amount[0])
        if phrase is None:
            return Mark("word", place, self.look.villagers(place) or place + 1)
        kind = phrase[0]
        if kind == "label":
            named = self._named(place, phrase[1])
            if named is not None:
                return Mark("named", place, named)
        if kind == "fill" and self.tokens[phrase[1] - 1].plain in _PIECES:
            piece = self._named(place, phrase[1])
            if piece is not None:
                return Mark("piece", place, piece)  # "nội dung 5 xong"
        if kind == "ask" and self.plain(place) == "ha" and not self.look.ends_there(phrase[1]):
            kind = "fill"  # "cái vụ đó hả xong rồi em": what is spoken of, no question
        if self.plain(place) == "kh" and kind == "neg" and self._beside_number(place):
            kind = "plan"  # "62% KH", "KH 60" are kế hoạch; "kh kịp" is không
        if kind == "neg" and self.marked(place) == "hỏng" and self.look.ends_broken(phrase[1]):
            kind = "block"  # "xe hút bụi hỏng 2 cái": broken; "hỏng kịp" is không
        if kind == "neg" and self.plain(phrase[1]) == ":":
            kind = "plan" if self.plain(place) == "kh" else "word"  # "hk: 3.405 hộ": hộ khẩu
        if kind == "extend" and self.plain(phrase[1] - 1) == "them" and self._wants(phrase[1]):
            kind = "help"
        if kind == "left" and self._is_speaker(place):
            return Mark("fill", place, place + 1)
        absent = self.plain(place) == "vang" and self.marked(place) != "vâng"
        if kind == "ack" and absent and self.is_number(phrase[1]):
            kind = "aside"  # "vang 3 d/c": vắng, not vâng
        if (
            (kind == "minus" and not self.is_number(phrase[1]))
            or (kind == "example" and not self._shows(phrase[1]))
            or (kind == "aside" and self._is_environment(place, phrase[1]))
        ):
            return Mark("word", place, place + 1)  # "âm thanh"; "vi du an cham": vì dự án
        reaching = kind == "fill" and self.plain(place) in ("den", "toi")
        return Mark(kind, place, phrase[1], "to" if reaching else None)

    def _shows(self, after: int) -> bool:
        """Whether an example follows: after a colon, or where "ví dụ" cannot be "vì dư"."""
        following = self.plain(after)
        clear = self.marked(after - 1) == "dụ"
        return clear or following in _SHOWN or self.is_number(after)

    def _is_environment(self, place: int, after: int) -> bool:
        """ "ve sinh moi truong thang 4": môi trường, where no number says how many each has."""
        unmarked = self.marked(place) == "moi" and self.plain(place + 1) == "truong"
        return unmarked and not self.is_number(after)

    def _wants(self, after: int) -> bool:
        """ "xin thêm 500 triệu", "xin thêm 2 người": money or hands, no time."""
        if read_date(self.tokens, after, self.today, self.rich) is not None:
            return False
        wanted = self.amounts.figure_at(after) if after < len(self.tokens) else None
        return wanted is not None and wanted[0].unit in (AMOUNT, COUNT)

    def _is_speaker(self, place: int) -> bool:
        """ "con làm được 40%": a child of the village speaks, nothing is left."""
        if self.tokens[place].marked != "con":
            return False
        following = self.plain(place + 1)
        if self.rich:
            ended = self.plain(place - 1) in _FOR and self.rich
            return ended or not (self.is_number(place + 1) or following in _LEFT_OVER)
        if following == "moi":
            following = self.plain(place + 2)
        return following in _SPEAKS

    def _ranked(self, place: int) -> Mark | None:
        """ "năm nay là vụ thứ 8" of a target in vụ: eight by now."""
        if self.plain(place) != "thu" or not self.plain(place + 1).isdigit():
            return None
        if self.plain(place - 1) in _NUMBERED:
            return Mark("named", place, place + 2)  # "kỳ họp thứ 9"
        noun = self.plain(place - 1)
        if noun not in self.amounts.nouns or self.plain(place - 2) != "la":
            return None
        figure = Figure(COUNT, float(self.plain(place + 1)[:6]), noun=noun)
        return Mark("figure", place, place + 2, figure)

    def _phrase(self, place: int) -> tuple[str, int] | None:
        """The phrase here; without marks it must not end in the first word of a number.

        "dat tam muoi phan tram" is "đạt tám mươi", not "đạt tầm mười".
        """
        phrase = phrase_at(self.tokens, place, self.rich, self.careful)
        while phrase is not None and phrase[1] > place + 1:
            if phrase[1] > place + 2 and self.plain(phrase[1] - 2) in ("nhiem", "chi"):
                if code_at(self.look, phrase[1] - 2) is None:
                    break
                phrase = phrase_at(self.tokens, place, self.rich, self.careful, phrase[1] - 2)
                continue
            if phrase[0] == "close" and self._addresses(phrase[1]):
                phrase = phrase_at(self.tokens, place, self.rich, self.careful, phrase[1] - 1)
                continue
            if phrase[0] == "plan" and self.plain(phrase[1] - 1) in ("thang", "quy"):
                if self.is_number(phrase[1]):  # "kế hoạch tháng 6 là 10 vụ"
                    phrase = phrase_at(self.tokens, place, self.rich, self.careful, phrase[1] - 1)
                break
            if phrase[0] == "done" and self._numbers_piece(phrase[1]):
                phrase = phrase_at(self.tokens, place, self.rich, self.careful, phrase[1] - 1)
                break
            if self.plain(phrase[1]) == "phan" and self.amounts.figure_at(phrase[1] - 1):
                phrase = phrase_at(self.tokens, place, self.rich, self.careful, phrase[1] - 1)
                break  # "báo anh hai phần ba"
            number = read_number(self.tokens, phrase[1] - 1, self.rich)
            if number is None or number.end <= phrase[1] or self.is_number(phrase[1] - 1):
                break
            phrase = phrase_at(self.tokens, place, self.rich, self.careful, phrase[1] - 1)
        return phrase

    def _are_months(self, place: int) -> bool:
        """ "9T được 5,6 tỷ", "6t: 40 hộ": months, where nothing is weighed in tấn."""
        plain = self.plain(place)
        told = self.plain(place + 2) in _MONTHS_TOLD
        return told and plain.isdigit() and 1 < int(plain) <= 12 and "tan" not in self.amounts.nouns

    def _addresses(self, place: int) -> bool:
        """ "de nghi dong chi cho gia han": đồng chí, and nothing to be closed (đóng)."""
        return self.marked(place - 1) == "dong" and self.marked(place) == "chi"

    def _numbers_piece(self, place: int) -> bool:
        """ "xong việc 3": the number names the piece, it counts nothing."""
        return self.plain(place - 1) in _PIECES and self._named(place - 1, place) is not None

    def _continues_names(self, place: int) -> bool:
        """ "ấp 1, 2 và 3 đạt 40%": numbers that go on after a named place."""
        kinds = [mark.kind for mark in self.marks[-2:]]
        former = self.plain(place - 1)
        if kinds[-1:] == ["named"] and former.isdigit() and self.plain(place).isdigit():
            figure = self.amounts.figure_at(place)  # "ấp 1 2 3": one after the other
            bare = figure is not None and figure[0].unit == BARE
            return bare and int(self.plain(place)) == int(former) + 1
        if kinds not in (["named", "break"], ["named", "and"]):
            return False
        plain = self.plain(place)
        listed = plain.isdigit() and int(plain) <= 30
        return listed and self.plain(place + 1) in _AFTER_NAMES

    def _weekday_unmarked(self, place: int, figure: Figure) -> bool:
        """ "thu 6 em gui" of a task: thứ Sáu, where no money is collected."""
        if self.plain(place - 1) != "thu" or self.amounts.nouns or figure.unit != BARE:
            return False
        return self.plain(place) in ("2", "3", "4", "5", "6", "7")

    def _attached(self, place: int) -> bool:
        """ "P.8", "QL60", "Covid-19": figures stuck to a name are part of it."""
        if not self.marks or not self.glued(place) or self.amounts.percent_at(place + 1):
            return False
        back = 1
        if self.plain(place - 1) in (".", "-") and self.glued(place - 1):
            back = 2
        if len(self.marks) < back or self.tokens[place - back].kind != "w":
            return False
        if self.glued(place + 1) and self.tokens[place + 1].kind == "w":
            return False  # "dda4t": a slipped key
        if back == 1 and is_toned(self.tokens[place - 1].marked + self.plain(place)):
            return self.amounts.unit_at(place + 1)[0] == ""  # "5 ngay2": ngày
        name = self.marks[-back]
        short = name.kind == "fill" and len(self.plain(place - back)) <= 2
        return name.kind in ("word", "label") or short

    def _named(self, place: int, end: int) -> int | None:
        """The place after "khu phố 2", "hẻm 45/12"; a number with a unit is a figure."""
        if not self.is_number(end) or not self.plain(end).isdigit() or len(self.plain(end)) > 3:
            return None
        name = " ".join(self.plain(k) for k in range(place, end))
        if name == "luc" and self.look.clock(end) is not None:
            return None  # "lúc 7 giờ 30"
        after = end + 1
        if self.plain(after) == "/" and self.is_number(after + 1) and name in _ADDRESSES:
            return None if self.amounts.unit_at(after + 2)[0] else after + 2
        if self.plain(after) == "/" or self.amounts.percent_at(after) or name in _NO_NUMBERS:
            return None
        figure = self.amounts.figure_at(end)
        if figure is not None and name in _TIMES and figure[0].noun in self.amounts.nouns:
            return None  # "cả nhiệm kỳ 14 xã"
        says = figure is not None and figure[0].noun in _SAYS  # "Phường 8 báo cáo: xong"
        if figure is None or (figure[1] > after and figure[0].noun not in PLACES and not says):
            return None
        return after

    def _beside_number(self, place: int) -> bool:
        return self.is_number(place + 1) or (bool(self.marks) and self.marks[-1].kind == "figure")

    def _sign(self, place: int) -> Mark:
        sign = self.plain(place)
        if sign in _TICKS:
            return Mark("tick", place, place + 1)
        if sign == "?":
            return Mark("question", place, place + 1)
        if sign in _STOPS:
            # "V.P", "t.p": a full stop inside a shortened name ends nothing.
            inside = sign == "." and self.glued(place) and self.glued(place + 1)
            kind = "fill" if inside and not self.is_number(place + 1) else "stop"
            return Mark(kind, place, place + 1)
        if sign == "-" and self._is_minus(place):
            return Mark("minus", place, place + 1)
        if sign in _BREAKS:
            apart = sign == "-" and not self.glued(place) and not self.glued(place + 1)
            dash = "dash" if sign == "-" else None
            return Mark("break", place, place + 1, "apart" if apart else dash)
        phrase = phrase_at(self.tokens, place, self.rich, self.careful)
        if phrase is not None:
            return Mark(phrase[0], place, phrase[1])
        if ord(sign[0]) >= _FIRST_PICTURE:
            return Mark("break", place, place + 1)  # a face between two sentences
        return Mark("colon" if sign in ":=" else "sign", place, place + 1)

    def _is_minus(self, place: int) -> bool:
        after_code = bool(self.marks) and self.marks[-1].kind == "code"
        # What grows or shrinks is measured in "%", and no task is below nothing.
        after_code = after_code and "%" not in self.amounts.nouns
        touches = self.is_number(place + 1) and self.glued(place + 1)
        return touches and not self.glued(place) and not after_code


# After a "con" typed without its mark, among words with marks: "còn" all the same.
_LEFT_OVER: Final = several(
    "lai thieu phai khoang chung co tam mot hai ba bon nam sau bay tam chin"
)
_FIRST_PICTURE: Final = 0x1F000
_INDUSTRIAL: Final = several("cum khu nganh dat")  # "cụm CN": công nghiệp
_HOURS: Final = several("phut giay")
_SAYS: Final = frozenset(("bao cao", "thong bao", "bao"))
_ELDERS: Final = several("anh chi chu bac co ong ba cau di thim duong mo")
_NUMBERED: Final = several("hop phien khoa nghi")
_POLITE: Final = several("fill roi stop thanks")
_FOR: Final = several("giup gium dum ho cho bao thua")  # "ghi dùm con 60%"
# In a text without marks "con" is the speaker before one of these.
_SPEAKS: Final = several("lam dat xong duoc bao chao gui thua xin da mang vua")
_SHOWN: Final = several(": nhu la ct nv")
_AFTER_NAMES: Final = several(", va - : dat duoc da deu xong cung hoan")
_TIMES: Final = frozenset(("nhiem ky", "ky"))
_MONTHS_TOLD: Final = several("duoc dc dat thu :")
_PIECES: Final = frozenset(("dung", "viec"))
_ADDRESSES: Final = frozenset(
    ("hem", "ngo", "ngach", "kiet", "so nha", "nha so", "duong", "lo", "thua", "to", "so")
)
# Before a number these count or date: "xã 12 thôn", "kỳ 5".
_NO_NUMBERS: Final = several("xa huyen tinh so tuan diem cap ma")
