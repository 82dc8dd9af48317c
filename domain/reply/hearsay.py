"""Whether words are told as somebody else's: "chị nói …", "nghe bên huyện bảo …".

Looks at the words before what is told; what to do about it is for requests and figures.
"""

from collections.abc import Sequence
from typing import Final

from domain.reply.tokens import Token, may_be, several

_SAYING: Final = several("noi bao keu bieu dan nhan")
# Who is spoken to or of; "em", "tui" and "xã em" report themselves.
_OTHERS: Final[dict[str, tuple[str, ...]]] = {
    "anh": ("anh", "ảnh"), "chi": ("chị", "chỉ"), "ong": ("ông", "ổng"), "ba": ("bà", "bả"),
    "co": ("cô", "cổ"), "chu": ("chú",), "bac": ("bác",), "cau": ("cậu",), "di": ("dì",),
    "sep": ("sếp",), "huyen": ("huyện",), "tinh": ("tỉnh",), "tren": ("trên",), "ho": ("họ",),
    "nguoi": ("người",), "vp": ("vp",), "phong": ("phòng",),
    "so": ("sở",), "ben": ("bên",),
}  # fmt: skip
_SELVES: Final = several("em e tui toi minh con chau xin")
# "chị Lan nói", "anh Ba bảo": so many words may stand between.
_NAME: Final = 2


def quoted(tokens: Sequence[Token]) -> bool:
    """Whether the last verb of saying has somebody else before it: "anh (Ba) nói", "nghe nói"."""
    for at in range(len(tokens) - 1, -1, -1):
        if tokens[at].plain not in _SAYING:
            continue
        before = tokens[max(0, at - 1 - _NAME) : at]
        if not before or any(token.plain in _SELVES for token in before):
            return False
        return before[-1].plain == "nghe" or any(map(_is_other, before))
    return False


def _is_other(token: Token) -> bool:
    return any(may_be(token.marked, word) for word in _OTHERS.get(token.plain, ()))
