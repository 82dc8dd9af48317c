"""What people say of a report that stands: that it is to go ("bỏ CT09 đi"), that nothing has
changed since ("vẫn vậy"), that the work is not finished after all ("chưa xong đâu").

Knows words only: which report is meant, and whether there is one, is for others to find.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from domain.fold import fold
from domain.mention import codes_in, without_codes

_LONGEST = 120  # characters; a longer text tells more than this

# "#" stands for a code. Who is spoken to and how kindly says nothing.
_KIND = (
    r"(?:da|vang|a|oi|u|thoi|khoan|em|toi|minh|tui|chi|anh|ban|cho|xin|nho|nhe|nha|nghen|nghe|giup"
    r"|gium|dum|ho|voi|luon|lam on|vui long|phien|van phong|vp|dong chi|d/c|dc|bot|cai|cac|nhung"
    r"|cua|ve|ma|muc|roi)"
)
_DROP = (
    r"(?:(?:(?:huy|xoa|go|loai)(?: bo)?|bo(?: qua)?|rut|thu hoi|khong tinh|dung tinh)"
    r"(?: (?:di|lai|het|ra))?)"
)
_REPORT = r"(?:bao cao|so lieu|so bao|tin nhan|tin|ket qua|tien do)"
_WORK = r"(?:viec|nhiem vu|chi tieu|noi dung|phan|so)"
_JUST = (
    r"(?:(?:vua|moi|da) (?:roi|gui|goi|bao|ghi|nhap|go|nhan)|(?:hoi|luc|ban|khi) nay|vua qua|nay|do"
    r"|tren|truoc|cuoi|gan nhat)"
)
_FIGURE = r"\d[\d.,]*(?: ?%| phan tram)?"
_SLIP = r"(?:(?:gui|goi|bao|ghi|nhap|go|nhan|chon|bam)(?: bi)? (?:nham|lon|lo|sai))"
_CODES = r"#(?:(?: va| voi)? #)*"
_DROPPED = re.compile(
    rf"(?:{_KIND} )*(?:"
    # "bỏ CT09 đi", "xoá báo cáo CT09", "rút lại số 65% của NV46"
    rf"{_DROP}(?: {_KIND})*(?: (?:{_REPORT}|{_WORK}))?(?: {_KIND})*(?: {_FIGURE})?(?: {_KIND})*"
    rf" {_CODES}"
    # "CT09 bỏ đi", "NV46 sai rồi", "NV46 em gửi nhầm"
    rf"|{_CODES}(?: (?:thi|la|bi))?(?: {_KIND})* (?:{_DROP}|{_SLIP}|sai|nham|lon)(?: so)?"
    # "xoá báo cáo vừa gửi", "bỏ số 65% đi"
    rf"|{_DROP}(?: {_KIND})* (?:{_REPORT}(?: {_FIGURE})?|so {_FIGURE}|so(?= {_JUST}))"
    # "em gửi nhầm CT09"
    rf"|{_SLIP}(?: {_KIND})* {_CODES}"
    rf")(?: (?:{_KIND}|{_JUST}|{_SLIP}|vi|do|di|nham|sai))*"
)
_DROPS = re.compile(r"\b(?:bo|huy|xoa|go|loai|rut|hoi|tinh|nham|lon|lo|sai)\b")

_WHEN = (
    r"(?:(?:tuan|thang|ky|quy|hom|bua|ngay|dot|lan) (?:nay|vua roi)|hien nay|hien tai|den nay"
    r"|toi nay|hien|bay gio|tu (?:lan|hom|bua) (?:truoc|do) (?:den|toi) (?:nay|gio))"
)
_BEFORE = r"(?:cu|truoc|(?:lan|ky|thang|tuan|hom|bua|hoi|bao cao) (?:truoc|qua|no|kia|roi|nay))"
_NO = r"(?:chua|khong|ko|k|hong|hok|chang)"
_CHANGE = r"(?:thay doi|bien dong|bien chuyen|tien trien|chuyen bien|chuyen dong)"
_MORE = rf"(?:gi|them|nua|moi|het|ca|duoc|chut|nao|so voi {_BEFORE})"
_SAME = (
    rf"(?:(?:van|cung|no)(?: con| la)? (?:vay|the|(?:nhu|y|y nhu|giong|giong nhu|bang) {_BEFORE}"
    r"|nhu vay|nhu the|nguyen|dung yen|so cu)"
    rf"|(?:y|y nhu|giong|giong nhu|nhu) {_BEFORE}|y (?:nguyen|chang)|nhu da bao(?: cao)?"
    rf"|(?:van )?giu nguyen(?: (?:so|so lieu|ket qua))?(?: {_BEFORE})?"
    rf"|(?:van )?(?:dung yen|dam chan tai cho|giam chan tai cho)"
    rf"|(?:van )?{_NO}(?: he)?(?: co| thay)?(?: gi)? {_CHANGE}(?: {_MORE})*"
    rf"|(?:van )?{_NO}(?: he)? (?:co|thay|ra|duoc)(?: duoc)?(?: gi| ket qua)? (?:them|moi)"
    rf"(?: {_MORE}| ket qua)*)"
)
_UNCHANGED = re.compile(
    rf"(?:(?:{_KIND}|#|thi|{_WHEN}|tinh hinh|tien do|ket qua|so lieu|bao cao|viec nay) )*"
    rf"{_SAME}(?: (?:{_KIND}|{_WHEN}|thoi|het|ca|day|do|#))*"
)
_SAMENESS = re.compile(rf"\b(?:van|cung|no|y|giong|nhu|giu|yen|chan|{_NO})\b")

_UNDONE = re.compile(
    r"\b(?:chua|co dau|dau co|khong phai|ko phai|dau phai)(?: \w+){0,2}?"
    r" (?:xong|hoan thanh|ket thuc|hoan tat)\b"
    r"|\b(?:xong|hoan thanh) dau\b|\b(?:van|con|moi)(?: con| chi)? (?:dang|lam do|do dang)\b"
    r"|# (?:em |thi )?(?:van )?chua(?: (?:dau|ma|a|nhe|em))*$"
)
_ZERO = re.compile(r"(?<![\d.,])0(?:[.,]0+)?(?![\d]|[.,]\d)|\b(?:khong|ko) (?:phan tram|%)")


class Dropped(NamedTuple):
    """Which report is to go: of these codes, else the last; `figure`: the digits of what it said,
    "" where that is not told."""

    codes: list[str]
    figure: str


def dropped(text: str) -> Dropped | None:
    """What the whole message asks to be taken back; None when it asks for nothing of the kind."""
    if len(text) > _LONGEST or not _DROPS.search(fold(text)):
        return None
    words = _plain(text)
    if not _DROPPED.fullmatch(words):
        return None
    figure = re.search(r"\d[\d.,]*", words)
    return Dropped(codes_in(text), figure[0] if figure else "")


def says_unchanged(text: str) -> bool:
    """Whether the whole message says that all is as it was."""
    if len(text) > _LONGEST or not _SAMENESS.search(fold(text)):
        return False
    return _UNCHANGED.fullmatch(_plain(text)) is not None


def says_up_to_now(text: str) -> bool:
    """Whether such a text names the time under way: "tháng này chưa có gì thêm"."""
    return re.search(r"\b(?:tuan|thang|quy|hom|bua|ngay) nay\b", _plain(text)) is not None


def says_undone(text: str) -> bool:
    """Whether it says somewhere that the work is not finished."""
    return _UNDONE.search(_plain(text)) is not None


def says_zero(text: str) -> bool:
    """Whether nought was told as a figure, and not only that nothing was done."""
    return _ZERO.search(fold(text)) is not None


def _plain(text: str) -> str:
    """Folded words with "#" for each code, and no other sign but what stands in a number."""
    words = fold(without_codes(text, " # "))
    return " ".join(re.sub(r"[^\w#%/.,]|[.,](?!\d)", " ", words).split())
