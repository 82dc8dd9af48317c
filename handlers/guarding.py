"""What is said to somebody whose message bore a sign of secrecy. Nothing of it was kept, and no
file that came with it, or together with it, is fetched.
"""

from __future__ import annotations

from db import answers
from domain.secrecy import MASK
from handlers import collecting
from handlers.fitting import find_fitting
from handlers.reporting import read
from handlers.turn import Turn


def masked(turn: Turn) -> bool:
    """Whether the receiver took out of this message, its words or the name of a file, what it
    kept none of."""
    incoming = turn.incoming
    return MASK in incoming.text or any(MASK in media.name for media in incoming.media)


def warn(turn: Turn) -> None:
    """Says what was seen, the rule, and what to do; notes that it happened, not what was said."""
    turn.record("masked", f"i:{turn.inbox_id}")
    voice = turn.committee.voice
    if turn.incoming.media:
        beside = collecting.refuse(turn)
        said = turn.words("guarding.masked_files", voice=voice)
        turn.say(said, subjects=(answers.REFUSED,))
        if beside:
            read(turn, beside, find_fitting(turn, beside), besides=True)
    else:
        turn.say(turn.words("guarding.masked", voice=voice))
