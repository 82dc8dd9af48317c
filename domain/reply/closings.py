"""Wishes that an assignment be closed, put in any words: "chị chốt giúp em cái nhiệm vụ này".

A verb of ending, what is to be ended (the assignment, its watching, its place on a list), and a
plea around them make one mark. Set phrases are in the table; what follows is for rules.
"""

import re
from bisect import bisect_left
from typing import Final

from domain.reply.marks import Mark
from domain.reply.tokens import Tokens, several

_VERBS: Final = several("dong khep ket cham chot xoa go bo rut tat ngung ngung dung thoi dua gach")
_HELP: Final = "(?:giup|gium|dum|ho|dum)"
_WHOM: Final = "(?:em|e|toi|tui|minh|chau|con|bac|xa|phuong|ben em|tui em|don vi|voi)"
_WORK: Final = (
    "(?:(?:dau viec|viec|nhiem vu|nv|chi tieu|hang muc|muc|vu|cong viec|task)"
    " (?:nay|do|ay|tren|ni|kia)|task)"
)
_WATCH: Final = "(?:theo doi|nhac viec|nhac nho|nhac|don doc)"
_LIST: Final = "(?:danh sach|danh muc|bang|so|he thong|phan mem|list)"
_OF_LIST: Final = f"(?: (?:{_WATCH}|nhiem vu|viec|qua han|cong viec))*"
_ENDING: Final = re.compile(
    r"(?<!\S)(?:"
    # "kết thúc đầu việc này", "chốt giúp em cái nhiệm vụ này", "khép lại việc này"
    r"(?:dong|khep|ket thuc|cham dut|chot(?: so)?|xoa(?: bo)?|go(?: bo)?|bo|rut|tat)"
    rf"(?: (?:lai|luon|bot|ten|{_HELP}|{_WHOM}|cai|cho))*(?: {_WATCH})? {_WORK}"
    # "chốt hộ bác cái này"; "xóa cái này giúp em" may be of a message
    rf"|(?:dong|khep|chot)(?: (?:lai|luon|{_HELP}|{_WHOM}))* cai (?:nay|do|ni)"
    # "xóa theo dõi", "tắt nhắc việc", "thôi không đôn đốc việc này"
    r"|(?:xoa|tat|bo|go|ngung|dung|thoi(?: khong)?|ket thuc|cham dut)"
    rf"(?: (?:{_HELP}|{_WHOM}|cai))* {_WATCH}(?: {_WORK})?"
    # "bỏ (việc này) ra khỏi danh sách", "đưa ra khỏi danh mục theo dõi"
    rf"|(?:bo|dua|rut|go|xoa|gach|loai)(?: (?:ten|luon|{_HELP}|{_WHOM}|cai))*(?: {_WORK})?"
    rf"(?: ra)? khoi (?P<list>{_LIST}){_OF_LIST}"
    rf")(?= (?:{_HELP}|{_WHOM}|nay|do|di|nhe|nha|nghen|a|luon|vi|do|de|cho|tren|xuong|ra"
    r"|[.,;!?\n)])(?!\S)|$)"
)
_ABOUT_WORK: Final = re.compile(rf"\b{_WORK}\b")
_ABOUT_WATCH: Final = re.compile(rf"\b{_WATCH}\b")
_PLEA: Final = re.compile(
    r"(?:^|.* )(?:xin|de nghi|kinh de nghi|nho|mong|cho|kien nghi|de xuat|phien|lam on)"
    r"(?: (?!da |roi )[^\d\W]+){0,4} ?$"
)
# Who is spoken to, right before the verb; then a word of asking must follow.
_TO: Final = re.compile(r"(?:^|.* )(?:anh|chi|sep|van phong|vp|dong chi|co|chu|bac|ban)(?: oi)? ?$")
_SOFTLY: Final = re.compile(r"(?: \S+){0,3}? (?:di|nhe|nha|nghen|giup|gium|dum|ho|khoi)(?!\S)")
# "khi nào xong em nhờ chị đóng": another time
_LATER: Final = re.compile(r"\b(?:khi nao|chung nao|bao gio|neu|luc nao|de sau|thi)\b")
_ENDS: Final = frozenset((",", ".", "\n", ";", "!", "?", "("))


def mark_closings(marks: list[Mark], tokens: Tokens) -> None:
    """Makes such a wish one mark, in place: "đề nghị VP [xoá theo dõi] giúp xã"."""
    if not _VERBS & tokens.said:
        return
    text = " ".join(tokens.plains)
    for found in _ENDING.finditer(text):
        if found["list"] and not (_ABOUT_WORK.search(text) or _ABOUT_WATCH.search(found[0])):
            continue  # "hộ bà Sáu khá rồi, nhờ xã đưa ra khỏi danh sách"
        first = text.count(" ", 0, found.start())
        after = first + found[0].count(" ") + 1
        if _is_wished(tokens, first, after, found[0]):
            _call(marks, first, after)


def _is_wished(tokens: Tokens, first: int, after: int, said: str) -> bool:
    """Whether a plea leads to the verb, or stands with it."""
    start, end = first, after
    while start and tokens.plain(start - 1) not in _ENDS:
        start -= 1
    while end < len(tokens) and tokens.plain(end) not in _ENDS:
        end += 1
    before, behind = " ".join(tokens.plains[start:first]), " ".join(tokens.plains[after:end])
    if _LATER.search(before) or before.endswith((" da", " duoc", " bi")) or before == "da":
        return False
    if behind.startswith(("roi", "chua", "hay")):
        return False
    helped = re.search(rf" {_HELP}(?!\S)", f" {said} {behind}")
    softly = _SOFTLY.match(f" {behind}")
    if said.startswith("tat nhac") and (softly or not behind):
        return True  # "tắt nhắc đi": nobody tells so of the work
    return bool(_PLEA.match(before) or helped or (_TO.match(before) and softly))


def _call(marks: list[Mark], first: int, after: int) -> None:
    """Marks from a token up to another become one, a closing."""
    begin = bisect_left(marks, first, key=lambda mark: mark.start)
    stop = bisect_left(marks, after, key=lambda mark: mark.start)
    inside = marks[begin:stop]
    if inside and all(mark.kind not in ("figure", "date", "code") for mark in inside):
        marks[begin:stop] = [Mark("close", inside[0].start, inside[-1].end)]
