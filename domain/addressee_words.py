"""Whom words call without a name of their own: "các phường", "lãnh đạo xã, phường", "mọi người";
and what stands around a person's name: "anh Hùng ở phường 3". Knows words only, and nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from domain.directive import is_commune
from domain.fold import clean, fold, has_digit

EVERYBODY, UNITS, COMMUNES, DEPARTMENTS, WARD, COMMUNE, PARTY, CALLED = (
    "everybody",  # whoever holds a post
    "units",  # the leads of every unit
    "communes",
    "departments",
    "ward",
    "commune",
    "party",
    "called",  # units whose names begin with the words
)

_PLURAL: Final = re.compile(
    r"(?:(?:tat ca|toan bo|toan the|het thay|het|moi|ca)(?: (?:cac|nhung))?|cac|nhung)\s+"
)
# Of a unit its leads are written to anyway. Without its marks "trưởng" may be a school.
_LEADS: Final = re.compile(
    r"(?:(?:cac )?(?:dong chi|d/c|dc) )?(?:lanh dao|bi thu|thu truong|nguoi dung dau|#)\s+"
)
_HEAD: Final = re.compile(r"\btrưởng(?=\s)", re.IGNORECASE)
_AROUND: Final = re.compile(
    r"\s+(?:tren dia ban|truc thuoc|trong|cua|toan|thuoc)"
    r"(?: (?:toan )?(?:thanh pho|tinh|huyen|xa|phuong|dia ban|thanh uy|tinh uy))?$"
)
_SIGNS: Final = re.compile(r"\s*(?:[,;/&+-]|\bva\b|\bhoac\b)\s*")
_PLACE: Final = r"(?:phuong|xa|thi tran|dac khu)"
_PLACES: Final = re.compile(rf"(?:(dang uy|uy ban nhan dan|dang bo|cap) )?({_PLACE}(?: {_PLACE})*)")
# Words that mean a group by themselves, and those that do so in the plural alone.
_ALONE: Final = {
    **dict.fromkeys(
        ("toan the", "tat ca", "moi nguoi", "tat ca moi nguoi", "toan bo", "tat ca can bo",
         "toan the can bo", "toan bo can bo", "tat ca cac dong chi", "toan the cac dong chi",
         "moi dong chi", "cac dong chi"), EVERYBODY),
    **dict.fromkeys(("cap xa", "co so", "dia phuong", "cap co so"), COMMUNES),
    **dict.fromkeys(("ban dang", "ban xay dung dang", "co quan dang", "ban tham muu"), PARTY),
    **dict.fromkeys(
        ("ban nganh", "phong ban", "ban phong", "phong nganh", "ban nganh phong", "so nganh",
         "so ban nganh", "nganh", "co quan chuyen mon"), DEPARTMENTS),
}  # fmt: skip
_TOGETHER: Final = dict.fromkeys(("don vi", "co quan", "co quan don vi", "noi"), UNITS)

_PARTY_KINDS: Final = ("ban dang", "ban xay dung dang")
# Of kind "ban" alone there are also "Ban Quản lý dự án", "Ban Chỉ huy quân sự".
_PARTY_BOARD: Final = re.compile(r"ban (?:to chuc|tuyen giao|dan van|noi chinh|xay dung dang)\b")

_ADDRESS: Final = re.compile(
    r"(?:(?:dong chi|d/c|anh|chi|co|chu|bac|ong|ba|em|thay|a\.|c\.)\s+)(?=\S)"
)
_MOST_WORDS: Final = 12
_AT: Final = re.compile(r"^(?:(?:lam )?(?:o|ben|cua|thuoc|tai|don vi)\s+)?")


class Group(NamedTuple):
    """`kinds`: which units (one may be the sum of several); `begins`: how their names begin, which
    of wards and communes may also be their kind alone ("Phường 4" for "các đảng ủy phường")."""

    kinds: frozenset[str]
    begins: str = ""

    @property
    def everybody(self) -> bool:
        """Whether it is all officials, not the leads alone."""
        return EVERYBODY in self.kinds

    def holds(self, unit_kind: str, name_fold: str) -> bool:
        """Whether a unit belongs to it, by its kind as the office wrote it and its folded name."""
        kind, name = fold(unit_kind).replace("_", " "), _whole(name_fold)
        local, is_ward = is_commune(unit_kind), kind.endswith("phuong")
        said = {
            EVERYBODY: True,
            UNITS: True,
            COMMUNES: local,
            DEPARTMENTS: not local,
            WARD: is_ward,
            COMMUNE: local and not is_ward,
            PARTY: kind in _PARTY_KINDS or (kind == "ban" and _PARTY_BOARD.match(name) is not None),
            CALLED: True,
        }
        if not any(said[each] for each in self.kinds):
            return False
        if not self.begins or f"{name} ".startswith(f"{self.begins} "):
            return True
        return kind == self.begins if CALLED in self.kinds else re.match(_PLACE, name) is not None


def _whole(words: str) -> str:
    return re.sub(r"\bubnd\b", "uy ban nhan dan", words)


def group_of(typed: str) -> Group | None:
    """Which group the words mean, if any.

    >>> sorted(group_of("các phường, xã").kinds), group_of("các trường").begins
    (['commune', 'ward'], 'truong')
    >>> group_of("phường 4"), group_of("phường trừ phường 4"), group_of("Đảng ủy")
    (None, None, None)
    """
    words = _whole(_SIGNS.sub(" ", _words(typed)))
    if words in _ALONE:
        return Group(frozenset((_ALONE[words],)))
    plain = _LEADS.sub("", words, count=1) if _LEADS.match(words) else words
    plural = _PLURAL.match(plain)
    body = plain[plural.end() :] if plural else plain
    body = _LEADS.sub("", body, count=1) if _LEADS.match(body) else body
    body = re.sub(r"\b(?:cac|nhung) ", "", _AROUND.sub("", body))
    if "#" in body:
        return None
    if body in _ALONE and _ALONE[body] != EVERYBODY:
        return Group(frozenset((_ALONE[body],)))
    if found := _PLACES.fullmatch(body):
        kinds = {WARD if place == "phuong" else COMMUNE for place in re.findall(_PLACE, found[2])}
        begins = found[1] if found[1] in ("dang uy", "uy ban nhan dan") else ""
        return Group(frozenset(kinds), begins)
    if plural is None or not body or has_digit(body):
        return None
    if body in _TOGETHER:
        return Group(frozenset((_TOGETHER[body],)))
    return Group(frozenset((CALLED,)), body)


def _words(typed: str) -> str:
    """The words folded, with a sign for "trưởng"."""
    return " ".join(fold(_HEAD.sub("#", clean(typed))).strip(" .").split())


def name_of(typed: str) -> str:
    """The folded name without what an official is called by: "chị Lan" is "lan"."""
    words = " ".join(fold(typed).strip(" .").split())
    found = _ADDRESS.match(words)
    return words[found.end() :] if found else words


def leads_of(typed: str) -> str:
    """The unit whose lead is meant ("bí thư phường 4"); "" where no lead is spoken of."""
    words = _words(typed)
    found = _LEADS.match(words)
    return words[found.end() :] if found else ""


def placed(typed: str) -> Iterator[tuple[str, str]]:
    """Each way to read the words as a person's name and a place, the longest name first.

    >>> list(placed("anh Hùng ở phường 3"))[-1]
    ('hung', 'phuong 3')
    """
    words = re.sub(r"[(),]| - ", " ", name_of(typed)).split()[:_MOST_WORDS]
    for end in range(len(words) - 1, 0, -1):
        place = _AT.sub("", " ".join(words[end:]), count=1)
        if place:
            yield " ".join(words[:end]), place


def title_of(typed: str) -> str:
    """The words of a post, folded, with the usual short forms written out.

    >>> title_of("đ/c Chủ tịch UBND TP")
    'chu tich uy ban nhan dan thanh pho'
    """
    words = re.sub(r"\btp\b\.?", "thanh pho", _whole(name_of(typed)))
    return re.sub(r"^(?:(?:cac|nhung) )?(?:(?:dong chi|d/c|dc|vi) )?", "", words)


def is_standing(title: str) -> bool:
    """Whether it means those who lead the committee from day to day."""
    return re.fullmatch(r"thuong truc (?:thanh uy|tinh uy|huyen uy|dang uy)", title) is not None


def is_everybody(title: str) -> bool:
    """Whether it means all who work in a place: "cán bộ phường 7"."""
    every = r"(?:(?:toan the|toan bo|tat ca|moi|anh chi em) )?(?:can bo|nguoi|can bo,? cong chuc)"
    return re.fullmatch(every, title) is not None


def places(typed: str) -> Iterator[tuple[str, str]]:
    """Each way to read the words as a post of two words or more and the place where it is held.

    >>> list(places("cán bộ văn phòng các phường"))[1]
    ('can bo van phong', 'các phường')
    """
    words = re.sub(r"[(),]| - ", " ", clean(typed)).split()[:_MOST_WORDS]
    for end in range(len(words) - 1, 1, -1):
        place = " ".join(words[end:])
        plain = " ".join(fold(place).split())
        if not re.fullmatch(r"(?:cac|nhung|o|tai|cua|thuoc|ben)", plain):
            place = re.sub(r"^(?:ở|o|tại|tai|của|cua|thuộc|thuoc|bên|ben)\s+", "", place)
            yield title_of(" ".join(words[:end])), place
