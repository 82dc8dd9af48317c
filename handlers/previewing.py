"""What is typed below the preview of a directive instead of a choice. Sends nothing: that is done
by the choice alone."""

from __future__ import annotations

import re

from domain.fold import fold
from domain.recipient_words import says_stop
from handlers import addressing, naming
from handlers.directing import HOUR, below_preview
from handlers.turn import Turn

_LATER = re.compile(
    r"(?:khoan|doi|de do|de sau|de mai|chua gui|chua voi|tu tu|gui sau|lat nua|mai gui|luu)\b"
)
_AT_A_TIME = re.compile(r"\b(?:gui|hen|dat lich|phat)\b")
_DAY = re.compile(r"\b(?:mai|mot|sang|trua|chieu|toi|ngay \d|thu (?:hai|ba|tu|nam|sau|bay)|luc)\b")


def take(turn: Turn) -> None:
    """Other recipients are taken as below their list; of all else is said what can be chosen."""
    draft = addressing.own_draft(turn)
    if draft is None:
        return
    if naming.may_change(turn, turn.incoming.text):
        naming.take_names(turn)
        return
    turn.say(turn.words(_why(turn.incoming.text)), below_preview(turn, draft.id))


def _why(text: str) -> str:
    """The key of what is answered."""
    words = fold(text)
    if _AT_A_TIME.search(words) and (HOUR.search(words) or _DAY.search(words)):
        return "direct.no_hour_to_send"
    return "direct.kept" if _LATER.match(words) or says_stop(text) else "direct.not_sent_yet"
