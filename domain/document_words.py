"""What puts the number of a document right that was told before: "sai số văn bản, 47-BC/ĐU",
"47-BC/ĐU chứ không phải 46-BC/ĐU". Whether one was told is not known here.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final, NamedTuple

from domain.fold import flat
from domain.mention import Document, codes_in, documents_in, without_codes

_LONGEST: Final = 120  # characters; a longer text says more than this
_KIND: Final = (
    r"(?:da|vang|a|oi|u|em|e|toi|minh|tui|chi|anh|xin|loi|nhe|nha|nghen|giup|dong chi|dc|roi|rui"
    r"|la|thi|lai|cua|do|nay|hoi nay|vua roi|so|ky hieu|van ban|bao cao|cong van|bien ban|to trinh"
    r"|ke hoach|quyet dinh|thanh|phai|cho|bi|cai)"
)
_WRONG: Final = (
    r"(?:(?:(?:gui|ghi|go|bao|nhap|viet|danh) )?(?:bi )?(?:sai|nham|lon)|(?:sua|doi|dinh chinh))"
)
_NOT: Final = r"(?:(?:chu )?(?:khong|ko|hong|hok) phai|chu (?:khong|ko|hong))"
_RIGHT: Final = r"(?:moi dung|moi phai|dung ra|dung la|phai la)"
_FILL: Final = rf"(?: (?:{_KIND}|#))*"
_MORE: Final = rf"(?: (?:{_KIND}|#|{_RIGHT}))*"
# "@" stands for a document: whether the first of them is the right one.
_FORMS: Final = (
    (
        True,
        re.compile(rf"{_FILL} {_WRONG}{_FILL}(?: {_RIGHT})?{_FILL} @{_FILL}(?: {_RIGHT})?{_FILL}"),
    ),
    (True, re.compile(rf"{_FILL}(?: {_RIGHT})?{_FILL} @{_FILL} {_RIGHT}{_FILL}")),
    (True, re.compile(rf"{_FILL} {_RIGHT}{_FILL} @{_FILL}")),
    (True, re.compile(rf"(?:{_FILL} {_WRONG})?{_FILL} @{_FILL} {_NOT}{_FILL} @{_FILL}")),
    (
        False,
        re.compile(
            rf"(?:{_FILL} {_WRONG})?{_FILL} {_NOT}{_FILL} @(?: ma)?{_FILL} @{_FILL}"
            rf"(?: {_RIGHT})?{_FILL}"
        ),
    ),
    (False, re.compile(rf"{_FILL} {_WRONG}{_FILL} @{_FILL} @{_FILL}")),
    (False, re.compile(rf"{_FILL} @{_FILL} {_WRONG}{_FILL}(?: {_RIGHT})?{_FILL} @{_FILL}")),
)


class Renumbered(NamedTuple):
    """`right`: how the document is to be known; `former`: its number so far, `code`: the work that
    it belongs to, "" where that is not said."""

    right: Document
    former: str = ""
    code: str = ""


def renumbered(text: str, today: date) -> Renumbered | None:
    """What the whole message puts right of a document; None when it says anything else.

    >>> found = renumbered("sai số văn bản, 47-BC/ĐU", date(2021, 6, 15))
    >>> found.right.number, found.former
    ('47-BC/ĐU', '')
    """
    if len(text) > _LONGEST:
        return None
    named, bare = documents_in(text, today, " @ ")
    codes = codes_in(bare)
    if not named or len(named) > 2 or len(codes) > 1:
        return None
    words = " " + " ".join(re.sub(r"[^\w#@]+", " ", flat(without_codes(bare, " # "))).split())
    for first, form in _FORMS:
        if form.fullmatch(words):
            right, *other = named if first else named[::-1]
            former = other[0].number if other else ""
            return Renumbered(right, former, codes[0] if codes else "")
    return None
