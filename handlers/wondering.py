"""What somebody only asks: how a work stands, when it is due, whose it is, what is left to do.

The card or the list answers. Whatever may be a report or a wish is left to others.
"""

from __future__ import annotations

import re

from domain.fold import clean, fold, has_digit, lower, unmarked
from domain.mention import codes_in
from handlers import carding, listing
from handlers.subjects import find, overseen, post_for, reports
from handlers.turn import Turn
from handlers.words import CODE

_LONGEST = 120
_WHOM = r"(?:em|tôi|mình|tui|anh|chị(?! bộ)|đồng chí|đ/c|văn phòng)"
# Only at the beginning: elsewhere somebody has asked, which is part of a report. Without its marks
# "cho hoi nghi" waits for a conference ("chờ hội nghị").
_OPENS = (
    rf"^(?:(?:dạ|thưa|{_WHOM}) )*(?:(?:cho|xin)(?: phép)? {_WHOM} hỏi"
    r"(?! (?:nghị|đồng|họp|đoàn|phụ|nông|cựu|chữ|thảo|thi|chi bộ|dân|ý kiến)\b)"
    rf"|(?:(?:cho|xin) )?hỏi (?:{_WHOM}|thăm|{CODE}))\b"
)
# What is asked for stands at the end; "khi nào có vốn sẽ làm", "làm đến đâu báo đến đó" and
# "chưa có ai làm" tell something.
_WHAT = (
    r"\b(?:(?:bao giờ|bao lâu|khi nào|chừng nào|lúc nào|ngày nào|hạn nào|mấy giờ)"
    r"(?: (?:phải )?(?:xong|nộp|báo cáo|hoàn thành))?|bao nhiêu|ở đâu|thế nào|ra sao"
    r"|là gì|tới đâu|đến đâu|(?:chỗ|khâu|điểm|hôm|bữa) nào|sao rồi|báo (?:mấy|nhiêu)"
    r"|ai (?:đang |còn )?(?:phụ trách|làm|giao|theo dõi|báo|nhận|lo|chịu trách nhiệm))"
)
_WHO = r"\b(?:ai|của ai|người nào|đồng chí nào)\b"
_END = rf"(?: (?:{CODE}|{_WHOM}|rồi|vậy|thế|ạ|nhỉ|hả|nữa|đến hạn|hết hạn))*[ .!?]*$"
# "NV46 được gia hạn chưa" from one end to the other: "NV46 xong rồi, duyệt chưa" tells something.
_YET = (
    rf"^(?:(?:{CODE}|{_WHOM}|dạ|thưa|cho|hỏi|việc|vụ|này|đó|của|đã|có|được|là|vậy|bên|lãnh đạo"
    r"|cấp trên|ai|văn phòng|phường|xã|báo cáo|hồ sơ|đề nghị|thì|bị)[ ,]+)*"
    r"(?:xong|hoàn thành|duyệt|báo(?: cáo)?|nộp|gửi|nghiệm thu|gia hạn|đồng ý|làm|ghi|hết hạn"
    rf"|đến hạn|tới hạn|quá hạn|đạt|ký|xác nhận)(?: rồi)?(?: {CODE})? chưa{_END}"
)
_TELLS = r"\b(?:chưa|không|ko|chẳng|chả|hổng)\b"
_OF_THE_LIST = (
    r"\b(?:còn|có|những|tôi|em|mình|tui) (?:\w+ ){0,2}việc (?:gì|nào)\b"
    r"|(?:^|\b(?:còn|có|nợ|giao|nhận) (?:\w+ ){0,2})(?:bao nhiêu|mấy) việc\b"
    r"|\bviệc (?:gì|nào) (?:chưa|còn|cần|phải|quá hạn|sắp)"
    rf"|\b(?:phải|cần) (?:báo|nộp)(?: cáo)? (?:gì|cái gì|mấy việc){_END}"
)
# "Anh Khoa đang có việc gì" is no question for one's own list.
_OF_ANOTHER = re.compile(r"(?:[Aa]nh|[Cc]hị|[Cc]ô|[Cc]hú|[Bb]ác|[Đđ]ồng chí|[Đđ]/c) [A-ZĐÀ-Ỵ]\w*")
_NO_FIGURE = re.compile(rf"{CODE}|\b(?:thang|quy|tuan) \d{{1,2}}\b")
_REPORTED = rf"\bbáo(?: cáo)? (?:mấy|nhiêu|bao nhiêu){_END}"
# "NV07 xin gia hạn được không?" is a wish; whether it may be is not for the card.
_WISHES = re.compile(r"\b(?:gia han|xin|lui|doi han|cham nop|xac nhan|ket thuc|sua|sai|nham)\b")


def try_words(turn: Turn) -> bool:
    """Whether the message was such a question and was answered."""
    text = turn.incoming.text
    if len(text) > _LONGEST:
        return False
    words = fold(text)
    codes = codes_in(text)
    asks_only = words.replace("xin hoi", "hoi").replace("cho hoi", "hoi")
    yet = _has(_YET, text)
    if reports(turn) and _WISHES.search(asks_only) and not yet:
        return False  # of who reports it may be a wish
    of_the_list = not codes and _has(_OF_THE_LIST, text) and not has_digit(words)
    if of_the_list and _OF_ANOTHER.match(clean(text).strip()):
        turn.say(turn.words("listing.of_another"))
        return True
    if of_the_list and reports(turn):
        listing.show_work(turn)
        return True
    if has_digit(_NO_FIGURE.sub("", words)):
        return False
    if not codes and _has(_REPORTED, text) and reports(turn):
        _show_in_mind(turn, text)
        return True
    if len(codes) != 1 or not (yet or _asks(text)):
        return False
    if not (reports(turn) or _oversees(turn)):
        return False
    listing.show_one(turn, codes[0], doers=_has(_WHO, text))
    return True


def _show_in_mind(turn: Turn, text: str) -> None:
    """What was reported is asked of no work by its name: of the one that was shown, or of all."""
    work = find(turn, text).work
    if work is not None and post_for(turn.me, work.assignment.unit_id):
        carding.show(turn, work, reports=True)
    else:
        listing.show_work(turn)


def _oversees(turn: Turn) -> bool:
    tops = overseen(turn.me)
    return tops is None or bool(tops)


def _asks(text: str) -> bool:
    if text.rstrip().endswith("?") or _has(_OPENS, text):
        return True
    return _has(_WHAT + _END, text) and not _has(_TELLS, text)


def _has(pattern: str, text: str) -> bool:
    """Whether it stands in the text: with its marks where the text has any ("hội" is not "hỏi"),
    else without them."""
    typed = " ".join(lower(clean(text)).split())
    return re.search(unmarked(pattern) if typed.isascii() else pattern, typed) is not None
