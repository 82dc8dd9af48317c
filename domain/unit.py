"""A unit: a committee, office, department, ward or commune in a tree that changes by date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from domain.fold import clean, flat, fold, lower

_NUMBERS = ("mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin", "muoi")
_WARD = re.compile(r"(?<![a-z0-9])(?:phuong|[pf]) ?[.:]? ?(?:so )?0?(\d{1,2})(?![\w])")
_WARD_IN_WORDS = re.compile(r"(?<![a-z0-9])phuong (?:so )?(" + "|".join(_NUMBERS) + r")$")
_COMMUNE = re.compile(r"(?<![a-z0-9])x(?:\. ?| )(?=[a-z])")
_KINDS = r"(?:phuong|xa|thi tran|huyen|quan|ban|phong|so|chi cuc|trung tam|van phong|truong|tram)"
_KIND = re.compile(
    r"(?:dang uy|dang bo|ubnd|uy ban(?: nhan dan)?|hdnd|mat tran|hoi|doan|cong doan|chi bo)?\s*"
    rf"{_KINDS}\s+\w"
)
# Such a word anywhere, or a short form that is spelled out.
_KIND_WORD = re.compile(rf"\b{_KINDS}\b|{_WARD.pattern}|{_COMMUNE.pattern}")
# What a short name of a unit goes without.
_BODY = re.compile(r"^(?:dang uy|dang bo|chi bo|uy ban nhan dan|ubnd) (?=phuong |xa |thi tran )")
_PLACE = re.compile(r"^(?:phuong|xa|thi tran) (?=[a-z]+ [a-z])")
# What stands before and after a unit's name where a report of it is told.
_BEFORE = re.compile(r"(?:(?:bao (?:cao )?thay|thay|cho|cua|ben|don vi)\s+)+")
_AFTER = re.compile(
    r"(?:\s+(?:vua|moi|da|co|goi dien|dien thoai|dien|nhan tin|nhan|gui|bao cao|bao|thong bao"
    r"|cho biet|so lieu|ve|la|dat|duoc|hom nay|sang nay|chieu nay))+"
)


@dataclass(frozen=True, slots=True)
class Unit:
    """`valid_to` is the last day on which the unit exists; None while it has no end."""

    id: int
    code: str
    name: str
    kind: str
    parent_id: int | None = None
    valid_from: date | None = None
    valid_to: date | None = None

    def exists_on(self, day: date) -> bool:
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day <= self.valid_to
        )


def spelled_out(typed: str) -> str:
    """A unit's name, folded, with the usual short forms of its kind and number written out. A
    number in words counts behind a "phường" with its marks alone: "Phuong Nam" is somebody.

    >>> spelled_out("P6"), spelled_out("Đảng ủy phường sáu"), spelled_out("x. Sơn Đông")
    ('phuong 6', 'dang uy phuong 6', 'xa son dong')
    """
    words = _WARD.sub(lambda found: f"phuong {int(found[1])}", fold(typed))
    if "phường" in lower(clean(typed)):
        words = _WARD_IN_WORDS.sub(_ward_in_digits, words)
    return _COMMUNE.sub("xa ", words)


def _ward_in_digits(found: re.Match[str]) -> str:
    return f"phuong {_NUMBERS.index(found[1]) + 1}"


def may_name_a_unit(words: str) -> bool:
    """Whether a word for a kind of unit stands anywhere: most texts have none, and need no more.

    >>> may_name_a_unit("p12 CT12 29 tỷ"), may_name_a_unit("F.8: 29 tỷ"), may_name_a_unit("29 tỷ")
    (True, True, False)
    """
    return _KIND_WORD.search(fold(words)) is not None


def names_a_unit(words: str) -> bool:
    """Whether the words begin with the kind of a unit, as its name does: "phường 8", "UBND xã".

    >>> names_a_unit("P8"), names_a_unit("Đảng ủy phường 8"), names_a_unit("báo cáo chị")
    (True, True, False)
    """
    return _KIND.match(spelled_out(words)) is not None


def wards_in(text: str) -> set[int]:
    """The numbers of the wards that a text names.

    >>> wards_in("phường 4 thì đồng ý, còn P.7 thì không")
    {4, 7}
    """
    return {int(found[1]) for found in _WARD.finditer(flat(clean(text)))}


@lru_cache(maxsize=512)
def mentions(name: str) -> re.Pattern[str]:
    """What finds a unit in a folded text by its name, whole or without what it is a unit of.

    >>> bool(mentions("Đảng ủy phường 4").search("dong y p4")), mentions("Phường 4").search("p41")
    (True, None)
    """
    whole = fold(name)
    short = _BODY.sub("", whole)
    names = {re.escape(each) for each in (whole, short, _PLACE.sub("", short))}
    if ward := _WARD.fullmatch(short):
        number = int(ward[1])
        spelt = f"|{_NUMBERS[number - 1]}" if number <= len(_NUMBERS) else ""
        names.add(rf"(?:phuong|[pf]) ?[.:]? ?(?:so )?(?:0?{number}{spelt})")
    ordered = sorted(names, key=len, reverse=True)
    return re.compile(rf"(?<![a-z0-9])(?:{'|'.join(ordered)})(?![a-z0-9])")


def before_figure(words: str) -> tuple[str, str]:
    """What stands before the first figure that is no ward's number, and the words from it on.

    >>> before_figure("phường 70 20 tỷ"), before_figure("20 tỷ"), before_figure("phường 70")
    (('phường 70', '20 tỷ'), ('', '20 tỷ'), ('phường 70', ''))
    """
    typed = clean(words).strip()
    ward = _WARD.search(flat(typed))
    figure = re.compile(r"\d").search(typed, ward.end() if ward else 0)
    if figure is None:
        return typed, ""
    at = ward.end() if ward else figure.start()
    return typed[:at].strip(" ,.:;-"), typed[at:].strip(" ,.:;-")


def without_telling(words: str) -> str:
    """A unit's name as it was typed, without what tells that it reported.

    >>> without_telling("Đơn vị phường 6 vừa gọi điện báo:")
    'phường 6'
    """
    typed = clean(words).strip(" ,.:;-\n")
    before = _BEFORE.match(flat(typed))
    typed = typed[before.end() :] if before else typed
    plain = flat(typed)
    after = next((found for found in _AFTER.finditer(plain) if found.end() == len(plain)), None)
    return (typed[: after.start()] if after else typed).strip(" ,.:;-\n")
