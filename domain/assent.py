"""Whether a short message agrees to what it answers, and whether to all of it.

Reads words only: "ok", "ok đồng ý nhé", "đồng ý hết". A word more ("ok nhưng …", "được chưa?")
and it is no plain agreement.
"""

from __future__ import annotations

import re

from domain.fold import fold

_LONGEST = 80  # characters; a longer text says more than this
_YES = (
    r"ok|oke|okie|okay|dong y|nhat tri|thong nhat|tan thanh|chap thuan|chap nhan|cho phep"
    r"|phe duyet|duyet|duoc"
)
_ALL = r"tat ca|toan bo|het|ca(?: (?:\d{1,2}|hai|ba|bon|nam|may|loat))?"
_AROUND = (
    r"da|vang|u|uh|roi|nhe|nha|nghe|di|luon|thoi|do|day|a|em|anh|chi|toi|minh|tui|dong chi|chau"
    r"|hoan toan|cung|theo|voi|nhu|cac|nhung|de nghi|de xuat|y kien|tren|nay"
    r"|cho|don vi|van phong"
)
_PLAIN = re.compile(rf"(?=.*\b(?:{_YES})\b)(?:(?:{_YES}|{_ALL}|{_AROUND})(?: |$))+")
_EVERY = re.compile(rf"\b(?:{_ALL})\b")
_ONLY_ALL = re.compile(rf"(?:(?:{_ALL}|{_AROUND})(?: |$))+")
_SIGNS = re.compile(r"[^a-z0-9?]+")


def agrees(text: str) -> bool:
    """Whether the text says yes and nothing else.

    >>> agrees("Ok, đồng ý nhé em 👍"), agrees("được chưa?"), agrees("đồng ý cho đến 25/6")
    (True, False, False)
    """
    return _PLAIN.fullmatch(_words(text)) is not None


def means_all(text: str) -> bool:
    """Whether a yes is meant for all: "đồng ý hết", "duyệt cả 4", "tất cả".

    >>> means_all("đồng ý hết"), means_all("tất cả"), means_all("đồng ý")
    (True, True, False)
    """
    words = _words(text)
    if not _EVERY.search(words):
        return False
    return bool(_PLAIN.fullmatch(words) or _ONLY_ALL.fullmatch(words))


def _words(text: str) -> str:
    if len(text) > _LONGEST:
        return ""
    return _SIGNS.sub(" ", fold(text)).strip()
