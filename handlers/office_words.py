"""What the office asks for in its own words: whom to telephone, and where people are changed.
Changes nothing."""

from __future__ import annotations

import re

from domain.fold import bare, has_digit
from domain.person import OFFICE
from handlers import administering
from handlers.turn import Turn

_LONGEST = 80  # characters; a longer text tells something
_TO_CALL = re.compile(
    r"(?:(?:cho|xem|toi|em|minh|gui|lay|in) )*danh sach (?:cac dong chi |nguoi |can bo )?"
    r"(?:can|phai) goi(?: dien(?: thoai)?)?|(?:can|phai) goi(?: dien)?(?: cho)? (?:nhung )?ai"
)
_WHO = r"(?:anh|chi|ong|ba|co|chu|dong chi|d/c|can bo)"
_CHANGED = re.compile(
    rf"(?:them|bo sung|nhap|khai bao|xoa|bo|sua)(?: thong tin| ten)? (?:mot )?can bo(?: moi)?\b.*"
    rf"|{_WHO} (?:\w+ ){{1,4}}(?:da |vua |moi |xin )?(?:nghi viec|thoi viec|nghi huu|ve huu"
    r"|chuyen cong tac|chuyen don vi|chuyen (?:di|ve|sang|qua)\b.*)(?: (?:roi|a|luon|nhe))*"
)


def try_words(turn: Turn) -> bool:
    """Whether the office asked so, and was shown it or told where it is done."""
    text = turn.incoming.text
    if len(text) > _LONGEST or not turn.me.has_role(OFFICE) or turn.incoming.forwarded:
        return False
    words = bare(text)
    if _TO_CALL.fullmatch(words):
        turn.args = (0,)
        administering.show_unreachable(turn)
    elif _CHANGED.fullmatch(words) and not has_digit(re.sub(r"\b(?:phuong|xa) \d+", "", words)):
        turn.say(turn.words("admin.people_changed"))
    else:
        return False
    return True
