"""How well words that name no code fit an assignment: by what they share with its title, and by
what their figure counts.

Knows words only; must not know whose an assignment is, nor what is asked or recorded.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from domain.assignment import Assignment
from domain.fold import clean, fold, unmarked
from domain.measures import COUNTED, MONEY, counts_the_same, measure_of

LONGEST: Final = 500  # characters; a longer text was pasted, and says more than one thing
CLEAR: Final = 2  # points by which one fits clearly better than another
_MEASURED: Final = 2  # points of what is counted
_MENTIONED: Final = 1
_SURE: Final = 3  # points of what shares two words that stand together

_SHORT: Final = {
    "bhyt": "bao hiem y te", "bhxh": "bao hiem xa hoi", "bhtn": "bao hiem that nghiep",
    "ntm": "nong thon moi", "gpmb": "giai phong mat bang", "dv": "dang vien", "d/v": "dang vien",
    "htx": "hop tac xa", "dn": "doanh nghiep", "ns": "ngan sach", "nsnn": "ngan sach nha nuoc",
    "mttq": "mat tran to quoc", "vsmt": "ve sinh moi truong", "dtc": "dau tu cong",
    "cchc": "cai cach hanh chinh", "tthc": "thu tuc hanh chinh", "atgt": "an toan giao thong",
    "pccc": "phong chay chua chay", "nvqs": "nghia vu quan su", "xdcb": "xay dung co ban",
}  # fmt: skip
_ABBREVIATED: Final = re.compile(
    r"(?<![\w/])(?:" + "|".join(sorted(_SHORT, key=len, reverse=True)) + r")(?![\w/])"
)
# The name of a campaign: its number is no figure and its "không" denies nothing.
_CAMPAIGN: Final = re.compile(r"\b(\d) (khong|sach)\b")
# What follows tells why, or what is still wanting: no subject of the report.
_ASIDE: Final = re.compile(
    r"\b(?:vuong|tai vi|nguyen nhan|ly do|li do|kho khan|tro ngai|cho y kien|dang (?:cho|doi)|xin|"
    r"de nghi|kien nghi|chua|trong do|muc tieu(?! quoc)|(?:thieu|ton) (?=\d)|"
    r"con (?=\d|thieu|cho|lai|mot|vai|chua|kho|khoang))\b"
)
# "Do" and "vì" without their marks are many other words.
_REASON: Final = re.compile(r"(?<!\w)(?:do|vì|bởi)(?!\w)", re.IGNORECASE)
# Said of any work; what stands beside them does not stand together.
_PHRASES: Final = re.compile(
    r"\b(?:ty le|ti le|bao cao|dong chi|thuc hien|trien khai|to chuc|hoan thanh|van dong|xay dung|"
    r"ke hoach|den nay|tham gia|cong tac|cong viec|tiep tuc|tap trung|chi tieu|nhiem vu|tien do|"
    r"ket qua|don vi|dia ban|dia phuong|so luong|tong so|hien nay|hien tai|thoi diem|thoi gian|"
    r"kiem tra lai|van ban|hom (?:nay|qua)|(?:thang|quy|tuan|nam|ky) (?:nay|truoc|sau|\d+)|"
    r"so lieu|lam viec|cap nhat|bo sung|chuan bi|phan dau|du kien|cam on|van phong|noi dung|"
    r"co ban|toan bo|tat ca|nghiem tuc|kip thoi|theo doi|luy ke|dau nam|cuoi nam|phan tram|"
    r"minh chung|hinh anh|the nao|bao nhieu|khi nao|ban hanh|thong bao|gia han|hoan tat|"
    r"thu (?:hai|ba|tu|nam|sau|bay)|khu pho \d+|hang muc|giai quyet|ho tro|cung ky|so voi|"
    r"khan truong|lanh dao|phoi hop|tich cuc|chat luong|tang cuong|nang cao|phat trien)\b"
)
_FILLERS: Final = """
    a ai anh ba bac bai ban bang ben bi biet bo boi bon buoi ca cac cai can cang cao cap cau
    chac chang chau chi chinh cho chu chua chung chut co con cu cua cung cuoc cuoi da dai dang
    danh dat dau day dc de den deu di diem dieu do doi dong du dua dung duoc duong e em gan
    ghi gi gia giam giao giup gui ha han hay hen het hien hieu hoi hom hon hop hs hua ke khac
    khi kho khoang khong ko la lai lam lan lap len lien lo loi luc luon ly mai minh moi mot
    mua muoi muon nam nao nay nen neu ngay nghe nghi nghin ngoai nguyen nha nhan nhap nhat nhe
    nhieu nho nhom nhu nhung noi nop nua o ok on phai phan qua quy ra rang rat roi rui sai
    sang sap sau se som sua ta tai tam tang tat ten thang thanh thay the them theo thi thich
    thoi thon thong thua ti tiep tin tinh toi ton tong tra tram tren trieu trinh trong tru
    trung truoc tu tuan tuy ty uoc va van vang vao vay ve vi viec vu vua vuong xem xin xong
    yeu
"""
_COMMON: Final = frozenset(_FILLERS.split())
# Too common to count alone, but "hộ nghèo" is more than "nghèo".
_COUNTED_OR_PLACES: Final = "ho nguoi xa phuong dan ap khu to vien so ngan te y cong bao cam ky"
_NOUNS: Final = frozenset(_COUNTED_OR_PLACES.split())
_WORD: Final = re.compile(r"[a-z][a-z0-9]*|\d(?:khong|sach)|[^\sa-z]+")
_MONEY_SAID: Final = re.compile(r"\d\s*(?:ty|ti|trieu|tr)\b(?! le)")
_COUNT_SAID: Final = re.compile(r"\d\s+([a-z][a-z0-9]*(?: [a-z]+){0,3})")


class Subject(NamedTuple):
    """What words speak of: those that matter, pairs that stand together, what is counted."""

    words: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    money: bool = False
    noun: str = ""


def subject_of(text: str) -> Subject | None:
    """What a report speaks of; None when no word in it matters ("60%", "xong rồi ạ").

    >>> sorted(subject_of("hộ nghèo giảm còn 0,9%").words), subject_of("được 60%, vướng mặt bằng")
    (['ngheo'], None)
    """
    if len(text) > LONGEST:
        return None
    told = clean(text)
    if unmarked(told) != told:
        told = _REASON.split(told, maxsplit=1)[0]
    plain = _ASIDE.split(fold(told), maxsplit=1)[0]
    words, pairs = _taken_apart(plain)
    if not words:
        return None
    return Subject(words, pairs, _MONEY_SAID.search(plain) is not None, _counted(plain))


def points(subject: Subject, among: Sequence[Assignment]) -> list[int]:
    """How well each fits, in their order: a point for each word shared and each two that stand
    together, one more when no other shares such two, two for being the only one measured in what
    is counted, one for counting it as well as others.

    What does not travel over chat has no title here.
    """
    titles = [_of_title("" if a.discreet else a.title) for a in among]
    pairs = [subject.pairs & title[1] for title in titles]
    counted = [_counts(subject, a) for a in among]
    found = []
    for number, (words, _) in enumerate(titles):
        others = frozenset[tuple[str, str]]().union(*pairs[:number], *pairs[number + 1 :])
        alone = 1 if pairs[number] - others else 0
        by_measure = counted[number]
        if by_measure == _MEASURED and sum(map(bool, counted)) > 1:
            by_measure = _MENTIONED
        found.append(len(subject.words & words) + len(pairs[number]) + alone + by_measure)
    return found


def is_clearer(points_of_one: int, points_of_other: int) -> bool:
    """Whether one fits clearly better than another, which may fit well itself."""
    if points_of_one < points_of_other + CLEAR:
        return False
    return points_of_other < _SURE or points_of_one >= 2 * points_of_other


@lru_cache(maxsize=4096)
def _of_title(title: str) -> tuple[frozenset[str], frozenset[tuple[str, str]]]:
    return _taken_apart(fold(title))


def _taken_apart(plain: str) -> tuple[frozenset[str], frozenset[tuple[str, str]]]:
    plain = _ABBREVIATED.sub(lambda found: _SHORT[found[0]], plain)
    plain = _PHRASES.sub("|", _CAMPAIGN.sub(r"\1\2", plain))
    words: set[str] = set()
    pairs: set[tuple[str, str]] = set()
    before = ""
    for word in _WORD.findall(plain):
        matters = _matters(word)
        if matters:
            words.add(word)
        if not matters and word not in _NOUNS:
            before = ""
            continue
        if before and (matters or _matters(before)):
            pairs.add((before, word))
        before = word
    return frozenset(words), frozenset(pairs)


def _matters(word: str) -> bool:
    if word[0].isdigit():
        return len(word) > 1 and word[1:].isalpha()
    return word[0].isalpha() and len(word) > 1 and word not in _COMMON and word not in _NOUNS


def _counted(plain: str) -> str:
    """What the first figure that counts something counts, folded."""
    for found in _COUNT_SAID.finditer(plain):
        words = found[1].split()
        for length in range(len(words), 0, -1):
            if (noun := " ".join(words[:length])) in COUNTED:
                return noun
    return ""


def _counts(subject: Subject, a: Assignment) -> int:
    """Whether the assignment is measured in what is counted, or at least speaks of it."""
    measure = measure_of(a.measure)
    if subject.money:
        return _MEASURED if measure is not None and measure.kind == MONEY else 0
    if not subject.noun:
        return 0
    if measure is not None and counts_the_same(subject.noun, measure):
        return _MEASURED
    speaks = not a.discreet and f" {subject.noun} " in f" {fold(a.title)} "
    return _MENTIONED if speaks else 0
