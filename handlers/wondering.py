"""What somebody only asks: how a work stands, when it is due, whose it is, what is left to do.

The card or the list answers. Whatever may be a report or a wish is left to others.
"""

from __future__ import annotations

import re

from domain.fold import fold
from domain.mention import codes_in
from handlers import listing
from handlers.subjects import reports
from handlers.turn import Turn
from handlers.words import CODE

_LONGEST = 120
_ASKS = re.compile(
    r"\?\s*$|\b(?:bao nhieu|bao gio|bao lau|khi nao|chung nao|luc nao|ngay nao|han nao|may gio"
    r"|o dau|the nao|ra sao|la gi|toi dau|den dau|hoi"
    r"|ai (?:phu trach|lam|giao|theo doi|bao|nhan))\b"
)
_OF_THE_LIST = re.compile(
    r"\b(?:con|co|nhung|toi|em|minh|tui) (?:\w+ ){0,2}viec (?:gi|nao)\b|\b(?:bao nhieu|may) viec\b"
    r"|\bviec (?:gi|nao) (?:chua|con|can|phai|qua han|sap)"
)
# "NV07 xin gia hạn được không?" is a wish; whether it may be is not for the card.
_WISHES = re.compile(r"\b(?:gia han|xin|lui|doi han|cham nop|xac nhan|ket thuc|sua|sai|nham)\b")


def try_words(turn: Turn) -> bool:
    """Whether the message was such a question and was answered."""
    text = turn.incoming.text
    if len(text) > _LONGEST:
        return False
    words = fold(text)
    codes = codes_in(text)
    if _WISHES.search(words.replace("xin hoi", "hoi").replace("cho hoi", "hoi")):
        return False
    of_the_list = not codes and _OF_THE_LIST.search(words) and not re.search(r"\d", words)
    if of_the_list and reports(turn):
        listing.show_work(turn)
        return True
    figures = re.search(r"\d", re.sub(CODE, "", words))
    if len(codes) != 1 or figures or not _ASKS.search(words) or not reports(turn):
        return False
    listing.show_one(turn, codes[0])
    return True
