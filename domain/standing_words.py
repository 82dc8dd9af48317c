"""What people say of a report that stands: that it is to go ("bỏ CT09 đi"), that nothing has
changed since ("vẫn vậy"), that a difficulty has ended ("hết vướng"), that the work is not finished
after all ("chưa xong đâu").

Knows words only: which report is meant, and whether there is one, is for others to find.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from domain.evidence_words import of_evidence
from domain.fold import clean, fold, lower
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
    r"(?: (?:di|lai))?)"
)
_REPORT = r"(?:bao cao|so lieu|so bao|tin nhan|tin|ket qua|tien do)"
_WORK = r"(?:viec|nhiem vu|chi tieu|noi dung|phan)"
_JUST = (
    r"(?:(?:vua|moi|da) (?:roi|gui|goi|bao|ghi|nhap|go|nhan)|(?:hoi|luc|ban|khi) nay|vua qua|nay|do"
    r"|tren|truoc|cuoi|gan nhat)"
)
_NUMBER = r"\d[\d.,]*(?: \d{3}\b)*"
_SHARE = rf"{_NUMBER}(?: ?%| phan tram)"
_FIGURE = rf"{_NUMBER}(?: ?%| phan tram)?"
# "300 tỷ", "12 đảng viên", "40% kế hoạch", "300 tỷ tháng 5": with what it counts.
_COUNT = (
    rf"{_FIGURE}(?: ?[a-z][a-z0-9/]*(?: [a-z][a-z0-9/]*){{0,3}}?)??"
    r"(?: (?:cua )?(?:thang|quy|tuan|ky) (?:\d{1,2}(?:/\d{4})?|[ivx]+))?"
)
# "ba trăm tỷ": which one it is is not looked up.
_SPELT = (
    r"(?:(?:mot|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin|muoi|tram|nghin|ngan|trieu|ty|ti|ruoi|linh"
    r"|le)\b)"
)
_SPELT_OUT = rf"{_SPELT}(?: {_SPELT})*(?: [a-z]+){{0,3}}?"
_CALLED = rf"(?:{_REPORT}|(?:con )?so)(?: {_KIND})*"
_SLIP = r"(?:(?:gui|goi|bao|ghi|nhap|go|nhan|chon|bam)(?: bi)? (?:nham|lon|lo|sai))"
_CODES = r"#(?:(?: va| voi)? #)*"
_UNSAID = r"(?:(?:dung|khong|ko|khoi)(?: co)? ghi(?: nhan)?|(?:khong|dung) tinh)"
_KINDLY = r"(?:di|giup|gium|dum)"  # "hộ" is a household as well
# A figure is to go where it is called one ("bỏ số 300 tỷ"), is not to be written ("đừng ghi 300
# tỷ"), or where it is asked kindly or away from its work: "xóa 12 căn nhà tạm" tells of work.
_FIGURE_GOES = (
    rf"(?:(?:{_DROP}|{_UNSAID})(?: {_KIND})* {_CALLED} (?:{_COUNT}|{_SPELT_OUT})"
    rf"|(?:dung|khong|ko|khoi)(?: co)? ghi(?: {_KIND})* {_COUNT}"
    rf"|(?:bo|{_UNSAID})(?: {_KIND})* {_SHARE}"
    rf"|{_DROP}(?: {_KIND})* {_COUNT}(?= {_KINDLY}\b| khoi #)"
    rf"|{_DROP} {_KINDLY} (?:em|toi|minh|tui) {_COUNT}"
    rf"|(?:con )?so {_COUNT}(?: (?:thi|la))?(?: {_KIND})* (?:{_DROP}|{_UNSAID}|{_SLIP}))"
)
_DROPPED = re.compile(
    rf"(?:{_KIND} )*(?:"
    # "bỏ CT09 đi", "xoá báo cáo CT09"
    rf"{_DROP}(?: {_KIND})*(?: (?:{_REPORT}|so)| {_WORK})?(?: {_KIND})* {_CODES}"
    # "rút lại số 65% của NV46", "CT12 đừng ghi 300 tỷ", "bỏ số 65% đi"; "xóa 12 CT05" tells of work
    rf"|{_FIGURE_GOES}(?: (?:{_KIND}|di|khoi))* {_CODES}"
    rf"|(?:{_CODES}(?: thi)?(?: {_KIND})* )?{_FIGURE_GOES}"
    # "CT09 bỏ đi", "NV46 sai rồi", "NV46 em gửi nhầm"
    rf"|{_CODES}(?: (?:thi|la|bi))?(?: {_KIND})* (?:{_DROP}|{_SLIP}|sai|nham|lon)(?: so)?"
    # "xoá báo cáo vừa gửi"
    rf"|{_DROP}(?: {_KIND})* (?:{_REPORT}|so(?= {_JUST}))"
    # "em gửi nhầm CT09"
    rf"|{_SLIP}(?: {_KIND})* {_CODES}"
    rf")(?: (?:{_KIND}|{_JUST}|{_SLIP}|vi|do|di|nham|sai))*"
)
_SPELT_NUMBER = re.compile(rf"\b{_CALLED} {_SPELT}")
# "bỏ đi", "đừng ghi", "em gõ nhầm": of what has just been asked about.
_LEFT = re.compile(
    rf"(?:{_KIND} )*(?:{_DROP}|{_UNSAID}|{_SLIP})(?: (?:{_KIND}|{_JUST}|{_SLIP}|so|di|nua|vao))*"
)
# "thôi bỏ đi", "hủy giúp em", "khỏi đi", "thôi không cần nữa": of what was just done, unnamed.
_RENOUNCED = re.compile(
    rf"(?:{_KIND} )*(?:{_DROP}|khoi(?: can)?|(?:khong|ko) can|thoi)"
    rf"(?: (?:{_KIND}|{_JUST}|di|nua|dau|no|vu nay))*"
)
_RENOUNCES = re.compile(r"\b(?:thôi|khỏi|(?:không|ko) cần|hủy|huỷ|xóa|xoá|bỏ|gỡ|rút)\b")
_DROPS = re.compile(r"\b(?:bo|huy|xoa|go|loai|rut|hoi|tinh|ghi|nham|lon|lo|sai)\b")
# With their marks: "Huy" is a name, "lớn" is big, "bộ" a ministry.
_MARKED = re.compile(
    r"\b(?:hủy|huỷ|xóa|xoá|gỡ|loại|bỏ|rút|thu hồi|không tính|đừng tính|nhầm|lộn|lỡ|sai"
    r"|(?:đừng|không|ko|khỏi)(?: có)? ghi)\b"
)
_POLITELY = re.compile(r"\bdạ\b")  # without its mark it is "đã" as well
_HAPPENED = re.compile(rf"\b(?:da|bi) {_DROP}\b")
_OF_MESSAGE = re.compile(
    rf"\b(?:{_REPORT}|so|{_SLIP}|sai|nham|lon|{_KINDLY}|ho|khoi|rut lai|{_UNSAID})\b"
)
_FILE = re.compile(r"\b(?:ảnh|hình|tệp|file|minh chứng|tài liệu|văn bản)\b")
_PERSON_OR_PICTURE = re.compile(r"\banh\b")

_WHEN = (
    r"(?:(?:tuan|thang|ky|quy|hom|bua|ngay|dot|lan) (?:nay|vua roi)|hien nay|hien tai|den nay"
    r"|toi nay|hien|bay gio|tu (?:lan|hom|bua) (?:truoc|do) (?:den|toi) (?:nay|gio))"
)
_BEFORE = r"(?:cu|truoc|(?:lan|ky|thang|tuan|hom|bua|hoi|bao cao) (?:truoc|qua|no|kia|roi|nay))"
_NO = r"(?:chua|khong|ko|k|hong|hok|chang)"
_CHANGE = r"(?:thay doi|bien dong|bien chuyen|tien trien|chuyen bien|chuyen dong)"
_MORE = rf"(?:gi|them|nua|moi|het|ca|duoc|chut|nao|so voi {_BEFORE})"
# What a target counts up by; "không xin thêm", "không cần thêm" say nothing of a result.
_DO = (
    r"(?:thu(?: hoi| hut| gom)?|nop|chi(?: tra)?|giai ngan|ket nap|phat trien|lam|man|thuc hien"
    r"|trien khai|xay(?: dung)?|trong|lap|thanh lap|mo|to chuc|cap|phat|trao|tang|ho tro|van dong"
    r"|huy dong|quyen gop|tuyen|tiem|kham|ky|xu ly|giai quyet|hoan thanh|xoa|thao do|di doi"
    r"|ban giao|phat sinh|dat|nhap|ban|lap dat|sua(?: chua)?|dang ky|tang len|nhich(?: len)?)"
)
_NOTHING = rf"(?:gi|chi|ai|\w+(?: \w+)? nao|{_MORE})"
_SAME = (
    rf"(?:(?:van|cung|no)(?: con| la)? (?:vay|the|(?:nhu|y|y nhu|giong|giong nhu|bang) {_BEFORE}"
    r"|nhu vay|nhu the|nguyen|dung yen|so cu)"
    rf"|(?:y|y nhu|giong|giong nhu|nhu) {_BEFORE}|y (?:nguyen|chang)|nhu da bao(?: cao)?"
    rf"|(?:van )?giu nguyen(?: (?:so|so lieu|ket qua))?(?: {_BEFORE})?"
    rf"|(?:van )?(?:dung yen|dam chan tai cho|giam chan tai cho)"
    rf"|(?:van )?{_NO}(?: he)?(?: co| thay)?(?: gi)? {_CHANGE}(?: {_MORE})*"
    rf"|(?:van )?{_NO}(?: he)? (?:co|thay|ra|duoc)(?: duoc)?(?: gi| ket qua)? (?:them|moi)"
    rf"(?: {_MORE}| ket qua)*"
    # "không thu thêm được đồng nào", "chưa thu được gì thêm"; "không tăng"
    rf"|(?:van )?{_NO}(?: he)? {_DO}(?: duoc)?(?: gi| ai)? them(?: {_NOTHING})*"
    rf"|(?:van )?{_NO}(?: he)? (?:tang|nhich)(?: (?:len|(?:{_NO} )?giam|{_MORE}))*)"
)
_NAMED = r"(?:viec|nhiem vu|chi tieu|thu)"
_ALL = (
    rf"(?:(?:tat ca|toan bo|ca (?:hai|ba|may|\d))(?: (?:cac|moi))?(?: {_NAMED})?"
    rf"|(?:moi|cac) {_NAMED})"
)
# "NV50 và NV07 vẫn vậy", "tất cả vẫn như cũ", "CT12 vẫn vậy, còn" before another code.
_UNCHANGED = re.compile(
    rf"(?:(?:{_KIND}|#|(?:va|cung)(?= #)|{_ALL}|deu|thi|{_WHEN}|tinh hinh|tien do|ket qua|so lieu"
    rf"|bao cao|viec nay) )*{_SAME}"
    rf"(?: (?:{_KIND}|{_WHEN}|thoi|het|ca|day|do|#))*(?: (?:va|con|nhung|rieng))?"
)
_OF_ALL = re.compile(rf"\b{_ALL}\b")
_SAMENESS = re.compile(rf"\b(?:van|cung|no|y|giong|nhu|giu|yen|chan|{_NO})\b")

_TROUBLE = r"(?:(?:kho khan|vuong|vuong mac|tro ngai|ket)(?: va)?(?: kho khan| vuong mac)?)"
_EASE = r"(?:thao go|go|giai quyet|khac phuc|xu ly)(?: duoc)?"
_WAS_EASED = (
    rf"(?:(?:da|moi|vua)(?: duoc)? {_EASE}(?: xong| het)?(?: (?:cac|nhung))? {_TROUBLE}"
    rf"|{_EASE} (?:xong|het)(?: (?:cac|nhung))? {_TROUBLE})"
)
_EASED = re.compile(
    rf"(?:(?:{_KIND}|#|{_WHEN}) )*(?:"
    rf"(?:het|{_NO} con)(?: bi| gi| co)? {_TROUBLE}"
    rf"|{_WAS_EASED}"
    rf"|{_EASE}(?: (?:cac|nhung))? {_TROUBLE} xong"
    rf"|{_TROUBLE} (?:da|moi|vua)(?: duoc)? {_EASE}"
    rf")(?: (?:{_KIND}|{_WHEN}|gi|nua|het|xong|#))*"
)
_TELLS_EASED = re.compile(
    rf"(?:^|[ ,.;])(?:(?:het|(?:{_NO}|dau)(?: con| co| gap| phat sinh)?)(?: bi| gi| chi)?"
    rf" {_TROUBLE}"
    rf"|{_WAS_EASED}"
    rf"|{_TROUBLE}(?: \w+)? (?:da|moi|vua)(?: duoc)? {_EASE})"
)
_WISHES = re.compile(r"\b(?:xin|nho|giup|gium|dum|ho)\b")  # "nhờ anh gỡ xong vướng mắc giúp"
_EASES = re.compile(r"\b(?:vuong|kho khan|tro ngai|ket)\b")

_UNDONE = re.compile(
    rf"(?:(?:{_KIND}|#|{_SLIP}|nham|lon|van) )*(?:"
    r"(?:chua|co dau|dau co|khong phai|ko phai|dau phai)(?: (?:la|lam|duoc|the|da|co))*"
    r" (?:xong|hoan thanh|ket thuc|hoan tat)(?: (?:het|han|dau|toan bo))*"
    r"|(?:co )?(?:xong|hoan thanh) dau"
    r"|(?:van|con|moi)(?: con| chi)? (?:dang|lam do|do dang)(?: (?:lam|thuc hien|trien khai|do))*"
    r"|# chua (?:dau|ma)"
    rf")(?: (?:{_KIND}|#))*"
)
_ASKS = re.compile(r"\?|\b(?:à|hả|sao)\b")
_ASKS_UNMARKED = re.compile(r"\ba$")
_SO_FAR = re.compile(rf"(?:\b(?:moi|dat|duoc|chi) )*(?<!\S){_FIGURE}(?= |$)")
_DOING = re.compile(r"\b(?:lam|thuc hien|trien khai|bat dau|khoi cong|tien hanh)\b")
_ZERO = re.compile(r"(?<![\d.,])0(?:[.,]0+)?(?![\d]|[.,]\d)|\b(?:khong|ko) (?:phan tram|%)")


class Dropped(NamedTuple):
    """Which report is to go: of these codes, else the last; `figure`: the number in what it said,
    "" where that is not told, `counted`: the word or sign after them. `certain`: nothing else can
    be meant, such as what was done in the work itself ("NV09 thu hồi")."""

    codes: list[str]
    figure: str
    certain: bool
    counted: str = ""


THE_LAST = Dropped([], "", certain=True)  # whatever was told last


def may_drop(text: str) -> bool:
    """Whether a word for taking something back stands in it at all."""
    return _DROPS.search(fold(text)) is not None


def dropped(text: str) -> Dropped | None:
    """What the whole message asks to be taken back; None when it asks for nothing of the kind."""
    if len(text) > _LONGEST or not may_drop(text):
        return None
    words, typed = _plain(text), lower(clean(text))
    if not _DROPPED.fullmatch(words) or _HAPPENED.search(_plain(_POLITELY.sub(" ", typed))):
        return None
    if _FILE.search(typed) or of_evidence(text) is not None:
        return None
    marked, unmarked = _MARKED.search(typed) is not None, typed.isascii()
    if not (marked or unmarked):
        return None
    found = re.search(rf"({_NUMBER}) ?(%|[a-z]\w*)?", words)
    figure, counted = (plain_number(found[1]), found[2] or "") if found else ("", "")
    certain = marked and _OF_MESSAGE.search(words) is not None
    spelt = not found and _SPELT_NUMBER.search(words) is not None
    if spelt or (unmarked and _PERSON_OR_PICTURE.search(words)):
        certain = False
    if re.fullmatch(rf"{_KIND}|{_JUST}|{_SLIP}|khoi|phan|sai|nham|vi", counted):
        counted = "%" if counted == "phan" else ""
    return Dropped(codes_in(text), figure, certain, counted)


def plain_number(typed: str) -> str:
    """The digits as whoever wrote them may have meant them, in one form.

    >>> plain_number("9.000"), plain_number("1 250"), plain_number("2.5")
    ('9000', '1250', '2,5')
    """
    whole = re.sub(r"[. ](?=\d{3}(?!\d))", "", typed.strip(".,"))
    return whole.replace(".", ",")


def says_left(text: str) -> bool:
    """Whether the whole message says, without naming anything, that something is not to be
    recorded."""
    typed = lower(clean(text))
    if len(text) > _LONGEST or not (_MARKED.search(typed) or typed.isascii()):
        return False
    return _LEFT.fullmatch(_plain(text)) is not None and of_evidence(text) is None


def says_renounced(text: str) -> bool:
    """Whether the whole message says, without naming anything, that what was just done is not
    wanted any more."""
    typed = lower(clean(text))
    if len(text) > _LONGEST or not (_RENOUNCES.search(typed) or typed.isascii()):
        return False
    return _RENOUNCED.fullmatch(_plain(text)) is not None and of_evidence(text) is None


def says_unchanged(text: str) -> bool:
    """Whether the whole message says that all is as it was."""
    if len(text) > _LONGEST or not _SAMENESS.search(fold(text)):
        return False
    return _UNCHANGED.fullmatch(_plain(text)) is not None


def says_eased(text: str) -> bool:
    """Whether the whole message says that a difficulty has ended; a question says nothing."""
    if len(text) > _LONGEST or not _EASES.search(fold(text)):
        return False
    words = _plain(text)
    if _WISHES.search(words) or _is_asked(text, words):
        return False
    return _EASED.fullmatch(words) is not None


def tells_eased(text: str) -> bool:
    """Whether a message that tells more says beside it that there is no difficulty any more: "60%,
    hết vướng rồi", "đạt 60%, không còn khó khăn gì"."""
    if not _EASES.search(fold(text)):
        return False
    words = _plain(text)
    return _TELLS_EASED.search(words) is not None and not _is_asked(text, words)


def says_all_unchanged(text: str) -> bool:
    """Whether it says so of all work."""
    return says_unchanged(text) and _OF_ALL.search(_plain(text)) is not None


def says_up_to_now(text: str) -> bool:
    """Whether such a text names the time under way: "tháng này chưa có gì thêm"."""
    return re.search(r"\b(?:tuan|thang|quy|hom|bua|ngay) nay\b", _plain(text)) is not None


def says_undone(text: str) -> bool:
    """Whether the whole message says that the work is not finished; a question says nothing."""
    return _says_undone(text, _plain(text))


def says_so_far(text: str) -> bool:
    """Whether the whole message is a figure and that the work is not finished."""
    words, count = _SO_FAR.subn(" ", _plain(text))
    return count == 1 and _says_undone(text, " ".join(words.split()))


def _says_undone(text: str, words: str) -> bool:
    return _UNDONE.fullmatch(words) is not None and not _is_asked(text, words)


def _is_asked(text: str, words: str) -> bool:
    typed = lower(clean(text))
    return bool(_ASKS.search(typed) or (typed.isascii() and _ASKS_UNMARKED.search(words)))


def says_zero(text: str) -> bool:
    """Whether nought was told as a figure, and not only that nothing was done."""
    return _ZERO.search(fold(text)) is not None


def says_nothing_done(text: str) -> bool:
    """Whether it is told that nothing was done, or nought as a figure; "chưa có gì" may as well
    mean nothing new."""
    return says_zero(text) or _DOING.search(fold(text)) is not None


def _plain(text: str) -> str:
    """Folded words with "#" for each code, and no other sign but what stands in a number."""
    words = fold(without_codes(text, " # "))
    return " ".join(re.sub(r"[^\w#%/.,]|[.,](?!\d)", " ", words).split())
