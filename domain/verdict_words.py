"""How a decider's words about a request begin, "đồng ý nhưng …" or "trả lại, thiếu …", and what is
to be made of the words that follow: a reason, a condition, or nothing that decides.

Reads words only; codes and units have been taken out of them, and which request is meant is for
others to find.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from domain.assent import agrees
from domain.fold import clean, flat, lower
from domain.mention import before_reason

AGREED, REFUSED = "agreed", "refused"

_FIRST = (
    r"(?:(?:da|vang|u|uh|a|thoi|thi|la|toi|minh|em|anh|chi|tui|thua|dong chi|thuong truc|ok|oke"
    r"|ve|cua|de nghi|viec)[ ,.:]+)*"
)
# Who begins so takes something back or waits: what comes after it does not decide.
_HELD = (
    r"(?:(?:(?:toi |minh |em )?(?:bam|an|go|nhan|chon) (?:nham|lon)|nham|khoan)"
    r"(?: da| roi)?[ ,.:]+)?"
)
_YES = (
    r"dong y|nhat tri|thong nhat|tan thanh|chap thuan|chap nhan|cho phep|phe duyet|duyet|ok|oke"
    r"|okie|okay|(?:duoc|xac nhan)(?=,? nhung\b)"
)
_NOT = r"(?:khong|ko|k|kh|kg|hong|hok|hem|chua|chang) (?:the )?"
_NO = (
    rf"{_NOT}(?:dong y|nhat tri|thong nhat|tan thanh|chap thuan|chap nhan|cho phep|phe duyet|duyet"
    r"|xac nhan|ok|cho)|tra lai|tra ve|tu choi|dung cho|bac(?= de nghi| yeu cau)"
)
# A no, or how far the work has come: "chưa được".
_WEAK = r"(?:khong|chua|ko|k) (?:duoc|dc)|khong(?=(?: (?:a|em|nhe|dau))*$)"
_OPENING = re.compile(
    rf"{_FIRST}(?P<held>{_HELD}){_FIRST}"
    rf"(?:(?P<no>{_NO})|(?P<weak>{_WEAK})|(?:hoan toan |cung )*(?P<yes>{_YES}))"
    r"(?![a-z0-9])"
)

_SPEAKS = re.compile(rf"\b(?:{_NO}|{_YES}|gia han|lui|thi (?:duoc|khong|cho))\b")
_TAKES_BACK = re.compile(
    r"(?:(?:da|a|thoi|xin|cho|toi|minh|em|anh|chi|nho|van phong) )*"
    r"(?:huy|rut|thu hoi|bo|xoa|sua|doi)(?: bo)?(?: lai)? (?:(?:cai|cac|mot|giup|giup toi) )*"
    r"(?:quyet dinh|y kien|cai duyet|viec duyet)"
    r"(?: (?:do|nay|kia|vua roi|vua|roi|hoi nay|luc nay|moi day|cua|toi|minh|tren|truoc|di|giup"
    r"|nhe|nha|a|em|vua duyet|vua gui|duyet|dong y|gia han))*"
)

_DATE = r"(?:ngay )?\d{1,2}(?:[/.-]\d{1,2}(?:[/.-]\d{2,4})?| thang \d{1,2}(?: nam \d{4})?)"
_WEEKDAY = r"(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat)(?: tuan (?:nay|sau|toi))?"
_SPAN = r"(?:cuoi|het|giua) (?:tuan|thang|quy|nam)(?: (?:nay|sau|toi|\d{1,2}|i{1,3}|iv))?"
_DAY = rf"(?:(?:{_WEEKDAY} )?{_DATE}|{_WEEKDAY}|{_SPAN})"
_UNTIL = re.compile(rf"(?:(?:chi|nhung|toi da|den|toi|truoc|trong) )*{_DAY}")
_WITH = (  # says no more than the verdict itself
    r"em no|em|a|anh|chi|dong chi|don vi|nhe|nha|nghe|nghen|di|luon|cho|gia han|lui han|lui|doi han"
    r"|keo dai|them|nua|dau|thoi|de nghi|de xuat|nay|do|viec|cai|xac nhan|hoan thanh|ket thuc|theo"
    r"|nhu|voi|thoi gian|thoi han|han|moi|la|thi|duoc|ve|het|tat ca|toan bo"
    r"|ca(?: (?:hai|ba|bon|\d{1,2}))?|van phong"
)
_NO_MORE = re.compile(rf"(?:(?:{_WITH})(?: |$))*")
_SEVERAL = re.compile(
    r"\b(?:tru(?! so)|rieng|tat ca|toan bo|ca (?:hai|ba|bon|may|\d{1,2})|(?:hai|may) cai)\b"
    r"|\bhet(?! (?:thang|quy|nam|tuan|han|ngay|\d))\b"
)
_EXCEPTS = re.compile(r"\b(?:tru(?! so)|rieng)\b")

_ASKS = re.compile(
    r"\?|\b(?:không|chưa|ko|hông|hôn|vậy|thế|à|hả|hở|ư|nhỉ|chăng)"
    r"(?: (?:em|anh|chị|đồng chí|ạ|vậy|thế|ta|nhỉ|hả|à))*$"
)
_ASKS_UNMARKED = re.compile(
    r"\?|\b(?:khong|chua|ko|hong|vay|the|ha|nhi|chang)"
    r"(?: (?:em|anh|chi|dong chi|a|vay|the|ta|nhi|ha))*$"
)
# Behind a "không" they are part of a reason: "không có lý do gì".
_WHAT = re.compile(r"\b(?:gì|ai|sao|đâu|nào|bao giờ|bao nhiêu|bao lâu)\b")
_WHAT_UNMARKED = re.compile(r"\b(?:gi|ai|sao|nao|bao gio|bao nhieu|bao lau)\b")
_NEGATED = re.compile(r"\b(?:chua|khong|ko|chang)\b")
_WHO = r"(?:toi|minh|em|anh|chi|tui|thuong truc|ban thuong vu)"
_LOOK = r"(?:xem|coi|hoi|suy nghi|can nhac|ban|hop|nghien cuu|kiem tra|ra soat|tinh)"
_DELAYS = re.compile(
    rf"\bkhoan\b|\bde (?:{_WHO}|{_LOOK}|lam ro|sau|mai|chieu)\b|\bdoi {_WHO}\b"
    rf"|\b(?:cho )?{_WHO} (?:se |phai |can |con )*{_LOOK}\b"
    r"|\b(?:cho|doi) (?:chut|xiu|ti|mot chut|mot lat|da|xem|hop|hoi|y kien|thuong truc)\b"
    r"|\b(?:bam|an|go|nhan|chon|tra loi) (?:nham|lon|lo|sai)\b|^(?:a |toi |minh |em )*nham\b"
    r"|\bhoi lai\b|\b(?:tinh|quyet|duyet|tra loi) sau\b|^sau\b|\btu tu\b"
    rf"|^(?:(?:a|thoi|cho|{_WHO}) )*(?:xem|coi)\b(?: lai|.*\b(?:da|cai|thu|chut|truoc))?$"
)
_HANGS_ON = re.compile(r"\b(?:neu|nguyen tac|xem lai|nham)\b")
_FIRST_THINGS_FIRST = re.compile(r"\bđã$")  # "để họp đã"
_NOT_YET = re.compile(r"^(?:thi |ma |cung )*(?:chua|khong|ko|dung)\b")
_LACKS = re.compile(r"(?:con|thieu|chua|can|phai|bo sung|lam lai|qua|tre|cham|da)\b")
_HEDGES = re.compile(
    r"^nhung\b|\bthi (?:duoc|cho|dong y)\b|(?<!duoc )(?<!khong )(?<!chua )\b(?:dong y|duyet)\b"
)
_CUT = re.compile(r"[,;:]|[.](?!\d)|\s[-–]\s")
_BECAUSE = re.compile(r"^(?:(?:vì|vi|do|bởi|tại|lý do|ly do|lí do)(?: là)?[ :,]+)+", re.IGNORECASE)
_BUT = re.compile(r"^(?:nhưng(?: mà)?|nhung(?: ma)?|song)[ ,:]+", re.I)
_NOTED = 160  # characters; what is longer says more than a verdict


class Verdict(NamedTuple):
    """`says`: AGREED or REFUSED. `words`: what follows that is no part of it, without "vì" and
    "nhưng". `is_plain`: nothing follows, or what surely is a reason. `wavers`: a question, a delay
    or a doubt. `until`: nothing follows but a day. `is_weak`: it may as well tell of work ("chưa
    được")."""

    says: str
    words: str = ""
    is_plain: bool = True
    wavers: bool = False
    until: bool = False
    is_weak: bool = False


def verdict(text: str) -> Verdict | None:
    """What the text decides or seems to; None where it does not begin so.

    >>> verdict("đồng ý nhé").is_plain, verdict("duyệt chưa em").wavers
    (True, True)
    >>> verdict("trả lại, thiếu biên bản").words
    'thiếu biên bản'
    """
    typed = " ".join(clean(text).split()).strip(" ,.:;!")
    if agrees(typed) and not _is_asked(typed):
        return Verdict(AGREED)
    found = _OPENING.match(flat(typed))
    if found is None:
        return None
    says, rest = (AGREED if found["yes"] else REFUSED), typed[found.end() :]
    weak = found["weak"] is not None
    plain = _plain(rest)
    bare = _NO_MORE.fullmatch(plain) is not None and not _ends_as_a_question(rest)
    half = _NOT_YET.search(plain) or _HANGS_ON.search(plain)
    doubts = wavers(rest) or (says == AGREED and half is not None)
    if found["held"] or (doubts and not (bare and says == REFUSED)):  # "không đồng ý đâu"
        return Verdict(says, rest.strip(" ,.:;!"), is_plain=False, wavers=True, is_weak=weak)
    if bare:
        return Verdict(says, is_weak=weak)
    if _NO_MORE.fullmatch(" ".join(_UNTIL.sub(" ", plain, count=1).split())):
        return Verdict(says, until=True, is_weak=weak)
    words, is_reason = (_reason if says == REFUSED else _remark)(rest)
    is_plain = is_reason and len(words) <= _NOTED
    return Verdict(says, words, is_plain=is_plain, is_weak=weak)


def wavers(text: str) -> bool:
    """Whether the words ask, put off, or take back, and so decide nothing.

    >>> wavers("khoan, để tôi xem lại"), wavers("việc này đã trễ quá lâu")
    (True, False)
    """
    typed = " ".join(lower(clean(text)).split()).strip(" ,.:;!")
    return (
        _is_asked(typed)
        or _DELAYS.search(_plain(typed)) is not None
        or _FIRST_THINGS_FIRST.search(typed) is not None
    )


def speaks_of_deciding(text: str) -> bool:
    """Whether words of a decision stand anywhere in the text."""
    return _SPEAKS.search(flat(clean(text))) is not None


def takes_back_decision(text: str) -> bool:
    """Whether the whole text asks that a decision be undone: "hủy quyết định vừa rồi"."""
    return _TAKES_BACK.fullmatch(_plain(text)) is not None


def of_several(text: str) -> bool:
    """Whether the words are meant for several requests at once: "cả hai", "hết trừ phường 4"."""
    return _SEVERAL.search(_plain(before_reason(text)[0])) is not None


def excepts(text: str) -> bool:
    """Whether they leave one out of several."""
    return _EXCEPTS.search(_plain(before_reason(text)[0])) is not None


def only_a_day(text: str) -> bool:
    """Whether the words name a day and say nothing else: "hạn 15/6"."""
    plain = _plain(text)
    return _UNTIL.search(plain) is not None and bool(
        _NO_MORE.fullmatch(" ".join(_UNTIL.sub(" ", plain, count=1).split()))
    )


def without_its_day(reason: str) -> str:
    """A reason without a last clause that only names the new day; "" where nothing is left.

    >>> without_its_day("thiếu biên bản, hạn đến 20/6"), without_its_day("hạn 15/6")
    ('thiếu biên bản', '')
    """
    if only_a_day(reason):
        return ""
    for cut in reversed(list(_CUT.finditer(reason))):
        if only_a_day(reason[cut.end() :]):
            return reason[: cut.start()].strip(" ,.:;")
    return reason


def _reason(rest: str) -> tuple[str, bool]:
    """The reason or condition in what follows a verdict, and whether it surely is a reason."""
    before, after = before_reason(rest)
    cut = _CUT.search(rest)
    if after and _NO_MORE.fullmatch(_plain(before)):
        words, joined = after, True
    elif cut and _NO_MORE.fullmatch(_plain(rest[: cut.start()])):
        words, joined = rest[cut.end() :], True
    else:
        words, joined = rest, False
    words = _BECAUSE.sub("", words.strip(" ,.:;!-–"))
    hedges = _HEDGES.search(_plain(words)) is not None
    words = _BUT.sub("", words).strip(" ,.:;!-–")
    return words, not hedges and (joined or _LACKS.match(_plain(words)) is not None)


def _remark(rest: str) -> tuple[str, bool]:
    """What is said beside an agreement, and whether it is no more than why."""
    before, after = before_reason(rest)
    why = bool(after) and bool(_NO_MORE.fullmatch(_plain(before)))
    cut = _CUT.search(rest)
    if cut and _NO_MORE.fullmatch(_plain(rest[: cut.start()])):
        rest = rest[cut.end() :]
    words = _BUT.sub("", rest.strip(" ,.:;!-–"))
    return words, why and not _HEDGES.search(_plain(after)) and not _CUT.search(after)


def _ends_as_a_question(typed: str) -> bool:
    typed = lower(typed).strip(" ,.:;!")
    return (_ASKS_UNMARKED if typed.isascii() else _ASKS).search(typed) is not None


def _is_asked(typed: str) -> bool:
    if _ends_as_a_question(typed):
        return True
    typed = lower(typed)
    what = (_WHAT_UNMARKED if typed.isascii() else _WHAT).search(typed)
    return what is not None and not _NEGATED.search(flat(typed[: what.start()]))


def _plain(text: str) -> str:
    """Folded words without signs, but for those inside a date."""
    return " ".join(re.sub(r"[^a-z0-9/.\-? ]|[.\-/](?!\d)", " ", flat(clean(text))).split())
