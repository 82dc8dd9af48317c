"""Our own words, copied or forwarded back to us: what they say is no report. Says nothing."""

from __future__ import annotations

import re

from db import shown
from domain.fold import fold
from handlers.turn import Turn

_SHORT = 60  # characters on one line: nobody copies less of us, and most messages cost no look
# How an example begins in the sentences of each language, and the cheap sign of it.
_EXAMPLE = re.compile(r"[\s,(]*(?:ví dụ|for example):.*", re.IGNORECASE)
_SIGNS = ("dụ:", "example:")


def without_ours(turn: Turn, text: str) -> str:
    """The text without the lines that stand in our last messages in this chat, and without what
    any line gives as an example; "" when nothing is left."""
    if "\n" not in text and len(text) <= _SHORT and not any(sign in text for sign in _SIGNS):
        return text
    ours = {
        _plain(line) for said in shown.words(turn.tx, turn.incoming.at) for line in said.split("\n")
    }
    lines = text.split("\n")
    kept = [_EXAMPLE.sub("", line) for line in lines if _plain(line) not in ours]
    return text if kept == lines else "\n".join(kept).strip()


def _plain(line: str) -> str:
    return " ".join(fold(line).split())
