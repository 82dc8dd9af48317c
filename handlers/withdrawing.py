"""Taking a request back in words: "thôi không xin gia hạn nữa". What else is told is a report."""

from __future__ import annotations

import re

from db import assignments, requests
from domain.fold import fold
from domain.mention import codes_in
from domain.reply.item import EXTEND
from handlers import overtaking, reporting
from handlers.turn import Turn
from handlers.understanding import tells_something

_LONGEST = 160  # characters; a longer text says more than this
_BACK = re.compile(
    r"\b(?:thoi|khong|ko|khoi|k|hong)\b.{0,12}\b(?:xin|de nghi|can)\b.{0,16}"
    r"\b(?:gia han|lui han|lui|doi han|them ngay|ho tro)\b"
    r"|\b(?:rut|bo|huy)\b.{0,12}\b(?:de nghi|xin gia han|xin lui)\b"
)


def try_words(turn: Turn) -> bool:
    """Whether the message takes back what who spoke has asked for and nobody has decided."""
    text = turn.incoming.text
    if turn.incoming.forwarded or len(text) > _LONGEST or not _BACK.search(fold(text)):
        return False
    waiting = requests.open_by(turn.tx, turn.me.id)
    works = {
        w.assignment.id: w for w in assignments.these(turn.tx, [r.assignment_id for r in waiting])
    }
    codes = codes_in(text)
    meant = [r for r in waiting if not codes or works[r.assignment_id].assignment.code in codes]
    if not meant:
        return False
    overtaking.withdraw(turn, works[meant[0].assignment_id], meant[0])
    if tells_something(turn, text, beside=EXTEND):  # "hủy đề nghị gia hạn" asks for none
        reporting.take_reply(turn)
    return True
