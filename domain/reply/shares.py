"""Reads shares of a whole: "hai phần ba", "một nửa", "mười phần được tám phần".

Says how much of all it is; numbers with a unit are for amounts.
"""

from typing import Final

from domain.numbers import read_number
from domain.reply.marks import AMOUNT, COUNT, PERCENT, Figure
from domain.reply.tokens import Cursor, several


class Shares(Cursor):
    """Over the tokens of a reply."""

    def share_at(self, place: int) -> tuple[Figure, int] | None:
        """hai phần ba, 3 phần 4, một nửa, nửa, phân nửa."""
        at = place
        led = self.plain(at) in ("mot", "1", "phan") and self.plain(at + 1) == "nua"
        if led and self.plain(at) == "phan" and (self.is_number(at - 1) or self.to_ten(at - 1)):
            return None  # "con 3 phan nua": three parts more
        if led:
            at += 1
        if self.plain(at) == "nua":
            marked = self.tokens[at].marked
            if self.plain(at + 1) in _HALVES:
                return None
            scale = {"ty": 10**9, "ti": 10**9, "trieu": 10**6}.get(self.plain(at + 1))
            team = f"{self.plain(at + 1)} {self.plain(at + 2)}" in _TEAMS
            if team or (self.plain(at + 1) in _GROUPS and self.plain(at + 2) != "so"):
                half = Figure(PERCENT, 50.0, noun="%", doubt="near", parts=True)
                return half, at + 1  # "nửa trạm đi truy vết", "nửa xã xong"
            alone = scale is not None and not self.is_number(at - 1)  # "thu duoc nua ty"
            if marked == "nửa" or (marked == "nua" and (led or alone)):
                if scale is not None:
                    return Figure(AMOUNT, scale / 2, scale), at + 2
                if self.marked(at + 1) in _HALVED:
                    return Figure(COUNT, 0.5, noun=self.plain(at + 1)), at + 2
                return Figure(PERCENT, 50.0, noun="%", parts=True), at + 1
            return None
        if self.plain(place + 1) == "phan" and self.to_ten(place) == 10:
            return self._of_ten_parts(place)
        if self.plain(place + 1) == "phan" and self.plain(place + 2) not in ("tram", ""):
            top, bottom = self.to_ten(place), self.to_ten(place + 2)
            if top and bottom and top < bottom:
                share = round(100 * top / bottom, 2)
                done, total = float(top), float(bottom)
                return Figure(PERCENT, share, 1, "%", done, total, parts=True), place + 3
        return None

    def _of_ten_parts(self, place: int) -> tuple[Figure, int] | None:
        """ "mười phần được tám phần": of ten parts so many are done."""
        at = place + 2
        told = False
        while self.plain(at) in _OF_PARTS:
            told = told or _OF_PARTS[self.plain(at)]
            at += 1
        done = self.to_ten(at) if told and at < len(self.tokens) else None
        if done is None:
            return None
        if self.plain(at + 1) != "phan" or self.plain(at + 2) == "tram":
            return None  # "mười phần được bảy": said so loosely that it is asked about
        return Figure(PERCENT, 10.0 * done, noun="%", parts=True), at + 2

    def to_ten(self, place: int) -> int | None:
        if place < 0:
            return None
        if self.is_number(place):
            plain = self.plain(place)
            return int(plain) if plain.isdigit() and len(plain) <= 2 else None
        number = read_number(self.tokens.part(place, place + 1), 0, False)
        return int(number.value) if number is not None and 1 <= number.value <= 10 else None


# Between "mười phần" and how many of them; True where they are said to be done.
_OF_PARTS: Final = {
    "thi": False, "da": False, "moi": False, "cung": False, "lam": True, "duoc": True, "dc": True,
    "xong": True, "dat": True,
}  # fmt: skip
# "nửa năm", "nửa chừng": no half of the work.
_HALVES: Final = several(
    "nam buoi ngay thang chung tieng gio dem duong mua dau sau cuoi doi vong cong"
)
_HALVED: Final = several("tạ ta tấn tan ký kg km")  # "nửa tạ", "nửa ký"
_GROUPS: Final = several("tram xa lop truong phong doi to xom thon ap lang ban doan benh")
_TEAMS: Final = frozenset(("co quan", "can bo", "anh em", "nhan vien", "chi em", "don vi"))
