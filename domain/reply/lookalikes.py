"""Numbers in a reply that are no figures: documents, telephones, hours of the day.

Says where one that begins at a place ends; knows forms and names only.
"""

from datetime import date
from typing import Final

from domain.date_words import read_date
from domain.measures import COUNTED
from domain.reply.marks import PLACES
from domain.reply.tokens import Cursor, Tokens, may_be, several

# Folded names of documents that are followed by a number; True: only after "số" or a symbol.
_DOCUMENTS: Final[dict[str, bool]] = {
    "chuong trinh": False, "ctr": False, "ctrinh": False, "chi thi": False, "nghi quyet": False,
    "nq": False, "cong van": False, "cv": False, "quyet dinh": False, "qd": False,
    "thong bao": False, "tb": False, "ket luan": False, "kl": False, "huong dan": False,
    "hd": False, "to trinh": False, "ttr": False, "nghi dinh": False, "nd": False,
    "thong tu": False, "luat": False, "quy dinh": False, "quy che": False, "van ban": False,
    "vb": True, "ke hoach": True, "kh": True, "bao cao": True, "bc": True, "cong dien": False,
    "so": True, "ct": True, "giay moi": False, "gm": False, "bien ban": False, "de an": False,
}  # fmt: skip


_BEGINNINGS: Final = frozenset(name.split()[0] for name in _DOCUMENTS)
# Documents whose number may also be what is planned or reported, and what leads to them.
_PLANS: Final = frozenset(("ke hoach", "kh", "bao cao", "bc"))
_FOLLOWING: Final = frozenset(("theo", "can cu", "quan triet", "tinh than", "trien khai"))
# After "1" these are said of no number.
_ALONE: Final = several("minh tay chut xiu it loat luc cua mach")
_AGED: Final = several("tu tren duoi den")
_CHILDREN: Final = several("tre chau be em")
# "trực 24/24", "phục vụ 24/7": around the clock.
_ON_WATCH: Final = several("truc gac chien chot vu dong canh")
_OF_THEM: Final = several("cua cho giup cac cung voi tu gop dan nhan")
_CLAIMING: Final = several("duoc dc dat xong du la co da moi roi thu nop ky con")
_POINTS: Final = several(". ) / - :")
_CODE_WORDS: Final = several("ct nv chi nhiem")
_ADDRESSED: Final = several(
    "anh chi em chu bac co ong ba cau di ban dong chi dc d c vay ta troi nhi a oi e c cac minh"
)
_VERBS: Final = frozenset(("huong dan", "thong bao", "bao cao", "quyet dinh", "ket luan"))


class Lookalikes(Cursor):
    """Each question is answered by the place after, or None."""

    def __init__(self, tokens: Tokens, rich: bool, today: date) -> None:
        super().__init__(tokens, rich)
        self.today = today

    def reference(self, place: int) -> int | None:
        """45-BC/ĐU, 36-HD/VPTW, 117/2025/QH15, 42/2014/QĐ-TTg."""
        end = place + 1
        if self.plain(end) == "/" and self.plain(end + 1).isdigit() and self.plain(end + 2) == "/":
            if len(self.plain(end + 1)) == 4 and self._letters(end + 3):
                return self._rest_of_symbol(end + 3)
            return None
        if self.plain(end) in ("-", "/") and self.glued(end) and self._letters(end + 1):
            after = self._rest_of_symbol(end + 1)
            if any(self.plain(k) == "/" for k in range(end, after)):
                return after
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

    def telephone(self, place: int) -> int | None:
        token = self.tokens[place]
        digits = token.plain.replace(".", "")
        if not digits.isdigit():
            return None
        end = place + 1
        if not digits.startswith("0") and digits != "84":
            return end if len(digits) > 12 else None
        while end < len(self.tokens) and len(digits) < 11:
            if self.tokens[end].kind == "n" and self.plain(end).replace(".", "").isdigit():
                digits += self.plain(end).replace(".", "")
                end += 1
            elif self.plain(end) in ("-", ".") and len(self.plain(end + 1)) >= 3:
                end += 1
            else:
                break
        if 9 <= len(digits) <= 12:
            return end
        return None

    def clock(self, place: int) -> int | None:
        """14h, 14h30, 14 giờ 30, 14:30; how old children are; and "6 không", which is the name of
        a campaign."""
        token = self.tokens[place]
        aged = self._ages(place)
        if aged is not None:
            return aged
        if token.plain == "6" and self.is_word(place + 1, "không"):
            return place + 2
        years = self.plain(place + 1) == "-" and self._is_year(place) and self._is_year(place + 2)
        if years and self.plain(place) < self.plain(place + 2):
            return place + 3  # "lũy kế 5 năm 2021-2025"
        if token.plain == "1" and self.plain(place + 1) in _ALONE:
            return place + 2  # "em 1 mình ôm 3 mảng", "nộp 1 cửa"
        if token.plain.isdigit() and self.plain(place + 1) == "sach":
            return place + 2
        if token.plain in ("3", "4", "5") and self.plain(place + 1) == "sao":
            return place + 2  # "OCOP 3 sao"
        if self.plain(place + 1) == "khong" and self.plain(place + 3) == "sach":
            return place + 2  # "5 không 3 sạch"
        if not token.plain.isdigit() or len(token.plain) > 2 or int(token.plain) > 24:
            return None
        if token.plain == "24" and self.plain(place + 1) == "/" and self._is_watched(place):
            return place + 3
        after = self.plain(place + 1)
        colon = after == ":" and self.glued(place + 1) and self.glued(place + 2)
        if colon and len(self.plain(place + 2)) == 2 and self.plain(place + 2).isdigit():
            return place + 3
        if (after in ("h", "g") and self.glued(place + 1)) or after in ("gio", "h"):
            end = place + 2
            if self.plain(end).isdigit() and len(self.plain(end)) == 2:
                end += 1
                if self.plain(end) in ("p", "phut"):
                    end += 1
            return end
        if after in ("phut", "tieng") or self.is_word(place + 1, "giây"):
            return place + 2
        return None

    def villagers(self, place: int) -> int | None:
        """ "tien gop cua ba con 3 ty": bà con, typed without marks; "chi ba con 3 ty" is chị Ba,
        who has so much left."""
        if self.rich or (self.marked(place), self.marked(place + 1)) != ("ba", "con"):
            return None
        return place + 2 if self.plain(place - 1) in _OF_THEM else None

    def numbers_line(self, place: int) -> bool:
        """ "1. CT5 45%", "2) CT6 xong": the number of a line in a list."""
        begins = place == 0 or self.plain(place - 1) == "\n"
        if not begins or self.plain(place + 1) not in _POINTS or not self.glued(place + 1):
            return False
        plain = self.plain(place)
        if not plain.isdigit() or int(plain) > 30:
            return False
        return self.plain(place + 2) in _CODE_WORDS or self._is_listed(place, int(plain))

    def _is_listed(self, place: int, number: int) -> bool:
        """Whether words follow the number of a line, and other lines bear the next one or the one
        before: "1. Thu nợ thuế: 7,25 tỷ", "2. Đã mời 12 doanh nghiệp"."""
        if "\n" not in self.tokens.said or self.glued(place + 2):
            return False
        point, count = self.plain(place + 1), len(self.tokens)
        starts = [0, *(at + 1 for at in range(count - 2) if self.plain(at) == "\n")]
        numbers = [
            self.plain(at)
            for at in starts
            if self.plain(at + 1) == point and self.tokens[at + 2].kind == "w"
        ]
        return numbers[:2] == ["1", "2"] and str(number) in numbers

    def ends_there(self, place: int) -> bool:
        """Whether nothing but the one who is spoken to stands before the next sign."""
        while self.plain(place) in _ADDRESSED:
            place += 1
        return place >= len(self.tokens) or self.tokens[place].kind == "s"

    def ends_broken(self, place: int) -> bool:
        """Whether a number, a sign or the end follows, or an adverb that no "không" has."""
        if place >= len(self.tokens) or self.tokens[place].kind != "w":
            return True
        return self.plain(place) in ("het", "roi", "nang", "hoc", "hoai", "suot")

    def _is_watched(self, place: int) -> bool:
        """ "trực 24/24", "loa kéo chạy 24/24"; "đạt 24/24" and "24/24 hộ" count."""
        told = self.plain(place - 1) in _ON_WATCH or self.plain(place + 3) in ("h", "gio")
        doing = place > 0 and self.tokens[place - 1].kind == "w"
        # "gia hạn đến 24/7" is a day.
        doing = doing and self.plain(place + 2) == "24" and self.plain(place - 1) not in _CLAIMING
        told = told or (doing and self.plain(place + 3) in ("", ",", ".", "!", "\n", ";"))
        return told and self.plain(place + 2) in ("24", "7")

    def _ages(self, place: int) -> int | None:
        """ "trẻ 24-60 tháng", "các cháu từ 6 đến 36 tháng tuổi"."""
        end = place + 1
        if self.plain(end) in ("-", "den", "toi") and self.is_number(end + 1):
            end += 2
        if self.plain(end) != "thang":
            return None
        led = self.plain(place - 1 - (self.plain(place - 1) in _AGED))
        if self.plain(end + 1) == "tuoi":
            return end + 2
        return end + 1 if led in _CHILDREN else None

    def _is_year(self, place: int) -> bool:
        plain = self.plain(place)
        return len(plain) == 4 and plain.isdigit() and "1990" <= plain <= "2099"

    def document(self, place: int) -> int | None:
        """Chương trình 10, CTr 10, Nghị quyết số 04-NQ/TU, báo cáo số 45, năm, công văn 123."""
        if self.plain(place) not in _BEGINNINGS:
            return None
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
            reference = self.reference(at)
            if reference is not None:
                return self._with_date(reference)
            following = self.plain(at + 1)
            named = name in _PLANS and self._is_followed(place, at)
            if not signed and (
                (needs_number_sign and not named) or following in ("%", "phan", "ty", "trieu")
            ):
                continue
            told = name in _VERBS or name in ("luat", "bien ban")
            if not signed and not named and told and self._counts(at + 1):
                continue  # "đã hướng dẫn 132/165 hộ", "tuyên truyền pháp luật 14 cuộc"
            end = at + 1
            if following == "/" and self.plain(at + 2).isdigit():
                end = at + 3
            elif following == "-" and self.glued(at + 1) and self._letters(at + 2):
                end = self._rest_of_symbol(at + 2)
            return self._with_date(end)
        return None

    def _is_followed(self, place: int, number: int) -> bool:
        """ "theo Kế hoạch 40", "Kế hoạch 40 của tỉnh": the number is its name."""
        plain, following = self.plain(number), self.plain(number + 1)
        if not plain.isdigit() or len(plain) > 4 or (following and self._counts(number + 1)):
            return False
        before = {self.plain(place - 1), f"{self.plain(place - 2)} {self.plain(place - 1)}"}
        return bool(before & _FOLLOWING) or following == "cua"

    def _counts(self, place: int) -> bool:
        """Whether a counted thing follows a number, or its total."""
        if self.plain(place) == "/" and self.is_number(place + 1):
            place += 2
        name = self.plain(place)
        if f"{name} {self.plain(place + 1)}" in COUNTED:
            return True  # "lập biên bản 21 trường hợp"
        spelt = any(may_be(self.marked(place), words[0]) for words in COUNTED.get(name, ()))
        return spelt and name not in PLACES

    def _with_date(self, place: int) -> int:
        """The date of a document belongs to it."""
        at = place
        if self.plain(at) == "," or self.plain(at) == "(":
            at += 1
        if self.plain(at) == "ngay":
            found = read_date(self.tokens, at, self.today, self.rich)
            if found is not None:
                return found.end
        return place
