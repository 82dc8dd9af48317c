"""What is said of the chat itself: the wrong person, another phone, a shared one, another post.

Reads words only; knows nobody but the name that it is given.
"""

from __future__ import annotations

import re

from domain.fold import fold, has_digit

WRONG, OTHER, SHARED, LEAVING = "wrong", "other", "shared", "leaving"

_LONGEST = 60  # characters; a longer text says more than this
_I = (
    r"(?:(?:toi|minh|em|tui|chau|con|anh|chi|day|ben nay|so nay|may nay|dien thoai nay|zalo nay) )?"
)
_OPEN = (
    r"(?:(?:da|thua|xin loi|bao cao|kinh gui|xin|xin phep)(?: dong chi| anh| chi| van phong)? )*"
)
_END = r"(?: (?:a|nhe|dau|roi|ma|day|nha|het|giup|giup toi))*"
_CALLED = r"(?:dong chi |anh |chi |ong |ba |co |chu |bac |em )?"
_NOT = r"(?:khong|hong|ko|khg) phai (?:la )?"
_THING = r"(?:may|dien thoai|so dien thoai|sim|so may|zalo|tai khoan|chiec may|cai may)"
# "Máy hỏng", "đã mua máy" tell of an engine or a computer as well: of work.
_PHONE = r"(?:dien thoai|so dien thoai|sim|zalo|tai khoan zalo)"
_NEW = r"(?: (?:khac|moi|dien thoai|khac roi|moi roi))*"

_WRONG = (
    r"(?:toi |minh |em |hinh nhu |chac )?(?:gui |nhan |nhan tin |bi )?"
    r"(?:nham|lon) (?:nguoi|so|may)",
    rf"{_I}{_NOT}{_CALLED}@",
    rf"{_I}{_NOT}(?:la )?{_THING}(?: nay)? (?:cua )?{_CALLED}(?:@|toi|minh|em)",
    rf"{_NOT}(?:toi|minh|em|nguoi nay)",
    rf"{_I}ten khac",
)
_OTHER = (
    rf"{_I}(?:moi |vua |bi |da |se |sap |muon |can |lam )*"
    rf"(?:(?:mat|danh mat|doi|thay|chuyen|chuyen sang|dung|xai|sang) (?:mat |sang )?{_THING}"
    rf"|(?:hong|hu|be|vo|roi|mua|co) (?:mat )?{_PHONE}){_NEW}",
    rf"{_PHONE}(?: cua)?(?: toi| minh| em)?(?: bi| da| vua)* (?:mat|hong|hu|be|vo|roi)(?: roi)?",
    rf"{_THING} moi",
)
_SHARED = (
    rf"(?:(?:toi|minh|em|hai nguoi|hai dong chi|hai anh em|chung toi|ca phong|ca van phong) )?"
    rf"(?:dung|xai) chung (?:mot )?{_THING}.*",
    rf"{_THING} (?:nay )?(?:la )?(?:dung|xai|cua) chung.*",
    rf"(?:cho|de|giao|chuyen|dua) (?:{_THING}|khung chat|cuoc tro chuyen)? ?(?:nay )?(?:lai )?"
    rf"(?:cho |sang )?{_CALLED}(?:[a-z]+ ){{0,4}}[a-z]+"
    rf"(?: dung)?(?: {_THING}| khung chat)(?: nay)?",
    rf"(?:chuyen|giao|ban giao) (?:{_THING}|khung chat)(?: nay)? (?:lai )?(?:cho|sang) .*",
)
_LEAVING = (
    rf"{_I}(?:da |sap |se |vua |moi |duoc )*"
    rf"(?:chuyen cong tac|nghi huu|ve huu|thoi viec|thoi nhiem vu|nghi viec|chuyen don vi"
    rf"|khong con lam(?: o)?(?: day| don vi nay| cong viec nay| viec nay)?"
    rf"|doi cong tac|nhan nhiem vu khac|nhan cong tac khac)(?: khac)?",
)
_KINDS = tuple(
    (kind, re.compile(f"{_OPEN}(?:{'|'.join(patterns)}){_END}"))
    for kind, patterns in (
        (WRONG, _WRONG),
        (OTHER, _OTHER),
        (SHARED, _SHARED),
        (LEAVING, _LEAVING),
    )
)


def said_of_chat(text: str, full_name: str) -> str | None:
    """WRONG, OTHER (a phone that is lost or new), SHARED or LEAVING; None when the text says
    none of it. `full_name` is the holder's: "tôi không phải chị Lan" is of this name alone."""
    if len(text) > _LONGEST or has_digit(text):
        return None
    said = " ".join(re.sub("[,.!@]", " ", fold(text)).split())
    parts = fold(full_name).split()
    name = "|".join(re.escape(" ".join(parts[at:])) for at in range(len(parts)))
    # "@" stands for the name: what is looked for need not be made anew for each person.
    named = re.sub(rf"\b(?:{name})\b", "@", said) if parts else said
    for kind, pattern in _KINDS:
        if pattern.fullmatch(said) or pattern.fullmatch(named):
            return kind
    return None
