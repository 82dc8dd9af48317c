"""What is typed below a list of recipients: whom to add, whom to take out, that it be shown. Reads
words only and knows nobody."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from domain.fold import clean, flat, fold


class Part(NamedTuple):
    """Names as they were typed. `marked`: a word said what is to become of them."""

    names: str
    out: bool = False
    marked: bool = False


_SAID_BEFORE: Final = r"(?:(?:thoi|a|nham|nho|xin|vui long|lam on|quen)[\s,]+)*"
_BEGINS: Final = rf"(?:^|[,;.\n]\s*|\s(?:va|roi|nhung)\s+){_SAID_BEFORE}"
_ADD: Final = (
    r"(?:gui )?them(?: ca)?|(?:va|voi|cung|ca)(?: ca)?|bo sung(?: them)?"
    r"|gui(?: ca)?(?: cho| den| toi)?"
)
_DROP: Final = r"(?P<drop>bo|loai|xoa|bot)(?: bot| ra| ten| tru| bo)?"
_BUT: Final = (
    r"(?:ngoai )?(?P<but>tru)(?: ra)?"
    r"|(?:khong|ko|k|hong|dung|khoi)(?: can| phai)? (?:gui|ke|tinh|bao gom|gom)(?: cho| den| toi)?"
)
_MARK: Final = re.compile(
    rf"{_BEGINS}(?:(?P<add>{_ADD})|{_DROP})\s+|(?:^{_SAID_BEFORE}|(?:\s+(?:va|nhung|ma))*[\s,;.(]+)(?:{_BUT})\s+"
)
# Typed with its marks, "bộ" is no "bỏ".
_TYPED: Final = {
    "bo": ("bo", "bỏ"),
    "loai": ("loai", "loại"),
    "xoa": ("xoa", "xóa", "xoá"),
    "bot": ("bot", "bớt"),
    "tru": ("tru", "trừ"),
}
_TAIL: Final = re.compile(
    r"(?:\s+(?:ra|di|nhe|nha|a|nua|giup|gium|voi|ho|thoi|vao|khoi|ra khoi|khoi danh sach"
    r"|vao danh sach))+$"
)
_SEE: Final = re.compile(
    r"(?:cho )?(?:(?:xem|coi)(?: lai| them| het| du| tat ca| toan bo| day du)*|danh sach)"
    r"(?: danh sach| nguoi nhan| noi nhan| day du)*"
    r"|(?:gui (?:cho |den |toi )?|gom (?:co )?|con )?(?:nhung )?(?:ai|nguoi nao)(?: nua)?"
    r"|(?:nhung )?nguoi khac(?: la ai)?"
)
# "Dũng" alone is somebody.
_ENOUGH: Final = re.compile(
    r"(?:ok|oke|okie|xong|dong y|nhu vay|nhu the|nhu tren"
    r"|(?:da )?(?:duoc|dung|du|het|vay|the) (?:roi|thoi|la du|la duoc|vay))"
    r"(?: (?:roi|thoi|a|nhe|nha|di|em|dong chi))*"
)
_STOP: Final = re.compile(
    r"(?:thoi )?(?:khong|ko|k|hong|khoi|dung) (?:gui|soan)(?: nua| dau| a| di| ai)*"
    r"|(?:thoi )?bo(?: het)?(?: di| nua| a)*|(?:thoi|khoan)(?: da| a| nhe| nha| em| di)*|de sau"
)


def parts_of(typed: str) -> list[Part]:
    """The names in the order in which they were typed, each with what is to become of it.

    >>> parts_of("tất cả các phường, trừ phường 8")
    [Part(names='tất cả các phường', out=False, marked=False), \
Part(names='phường 8', out=True, marked=True)]
    >>> parts_of("Bộ Chỉ huy Quân sự")
    [Part(names='Bộ Chỉ huy Quân sự', out=False, marked=False)]
    """
    text = clean(typed).strip(" .\n")
    plain = flat(text)
    found = [mark for mark in _MARK.finditer(plain) if _is_meant(text, mark)]
    ends = [mark.start() for mark in found] + [len(text)]
    parts = [Part(text[: ends[0]].strip(" ,;.\n"))]
    for mark, end in zip(found, ends[1:], strict=True):
        names = text[mark.end() : end].strip(" ,;.\n")
        if names.endswith(")") and "(" not in names:
            names = names[:-1]
        parts.append(Part(names, out=mark["add"] is None, marked=True))
    return [part for part in parts if part.names]


def _is_meant(text: str, mark: re.Match[str]) -> bool:
    for group in ("drop", "but"):
        if mark[group]:
            return text[mark.start(group) : mark.end(group)].lower() in _TYPED[mark[group]]
    return True


def without_tail(name: str) -> str:
    """A name without what makes an order of it: "phường 8 ra nhé" is "phường 8"."""
    found = _TAIL.search(flat(name))
    return name[: found.start()] if found else name


def asks_to_see(typed: str) -> bool:
    """Whether it asks who is on the list."""
    return _SEE.fullmatch(fold(typed).strip(" .?!")) is not None


def says_enough(typed: str) -> bool:
    """Whether it says that the list is right as it stands."""
    return _ENOUGH.fullmatch(fold(typed).strip(" .!")) is not None


def says_stop(typed: str) -> bool:
    """Whether it may say that nothing is to be sent: "thôi không gửi nữa"."""
    return _STOP.fullmatch(fold(typed).strip(" .!")) is not None


def lone_number(typed: str) -> str:
    """The digits, where nothing else was typed: below a list they are no name."""
    words = fold(typed).strip(" .)")
    return words if words.isdigit() else ""
