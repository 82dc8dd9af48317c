"""`tìm …`: assignments by any of their words, also when the words come after "tìm" alone.

Changes nothing.
"""

from __future__ import annotations

import re

from db import lists
from domain.fold import clean, flat, fold, has_digit
from domain.mention import codes_in
from domain.message import Choice, lines
from domain.person import REPORTER
from domain.progress import Work
from domain.standing_words import says_unchanged
from handlers import words as typed
from handlers.listing import line
from handlers.reporting import take_reply
from handlers.subjects import overseen
from handlers.turn import Turn
from handlers.understanding import is_courtesy, may_tell, tells_something

# "Kiếm" alone would be "kiểm" too; "kiểm giúp" is no search where it is written so.
TYPED = ("timkiem", "timgiup", "timgium", "timdum", "kiemgiup", "kiemgium", "kiemdum")
_CHECKED = re.compile(r"kiểm\b")
FOUND = 7  # of what a search finds, with whose it is
_WAITS = "searching.words"
_LONGEST = 60  # characters of what is looked for
# "tìm giùm em việc hộ nghèo": what says only that something is looked for.
_AROUND = re.compile(
    r"^(?:(?:giup|gium|dum|ho(?= (?:em|toi|minh)\b)|cho|em|toi|minh|anh|chi|cai"
    r"|viec|nhiem vu|chi tieu|ve|xem|coi|lai)\s+)+"
    r"|(?:\s+(?:giup|gium|dum|em|toi|minh|a|nhe|nha|voi|di))+$"
)


def ask_words(turn: Turn) -> None:
    """`tim` alone: how to search; a word that is typed next is looked for."""
    if turn.conversation is None:
        turn.begin(_WAITS)
    turn.say(turn.words("menu.search_how"))


def asked(turn: Turn, plain: bool) -> bool:
    """Whether the message may be what was to be looked for after `tim` alone. Whatever else it is
    (not `plain`: a command), the question is over: words that may be a report are one."""
    if turn.conversation is None or turn.conversation.state != _WAITS:
        return False
    turn.end()
    turn.conversation = None
    text = turn.incoming.text.strip()
    if not plain or len(text) > _LONGEST or text.isdigit() or codes_in(text):
        return False
    if typed.is_resume(text) or typed.correction(text) is not None or is_courtesy(turn):
        return False
    return not _has_result(turn, text)


def is_sought(turn: Turn, text: str) -> bool:
    """Whether words that nothing has say nothing of any work either."""
    return not (tells_something(turn, text) or says_unchanged(text))


def say_none(turn: Turn, words: str) -> None:
    """That nothing has these words."""
    turn.say(turn.words("listing.found.none", words=words))


def _has_result(turn: Turn, text: str) -> bool:
    """Whether a number in the words may be a result, and is no name ("nghị quyết 18")."""
    return has_digit(text) and may_tell(turn, text)


def search(turn: Turn, words: str) -> None:
    """`tìm …`: assignments whose code, title or unit has every word, with or without marks. What
    nothing has and may be a result ("tìm được 3 hộ") is a report like any other."""
    text = turn.incoming.text
    if try_search(turn, words) or try_search(turn, bare(words)):
        return
    if _CHECKED.match(clean(text).strip().lower()) or _has_result(turn, text):
        take_reply(turn)
    else:
        say_none(turn, bare(words))


def bare(words: str) -> str:
    """The words without those around them that say only that something is looked for."""
    words = " ".join(clean(words).split())
    plain = flat(words)
    around = [found.span() for found in _AROUND.finditer(plain)]
    begin = around[0][1] if around and around[0][0] == 0 else 0
    end = around[-1][0] if around and around[-1][1] == len(plain) else len(plain)
    return words[begin:end].strip() or words


def try_search(turn: Turn, words: str) -> bool:
    """Whether anything has every one of these words; it is then shown."""
    if not _found(turn, words, 1):
        return False
    _search(turn, words.strip(), 0)
    return True


def search_more(turn: Turn) -> None:
    """Choice: the next screen of what was found; args: the words and how many were shown."""
    _search(turn, str(turn.args[0]), int(turn.args[1]))


def _search(turn: Turn, words: str, offset: int) -> None:
    found = _found(turn, words, FOUND + 1, offset)
    if not found:
        say_none(turn, words)
        return
    shown = found[:FOUND]
    if len(found) <= FOUND and offset == 0:
        head = turn.words("listing.found", count=len(shown), words=words)
    else:
        first, last = offset + 1, offset + len(shown)
        head = turn.words("listing.found.from", first=first, last=last, words=words)
    with_unit = not turn.me.has_role(REPORTER) or len({w.unit_name for w in shown}) > 1
    further = Choice(
        turn.words("listing.found.more").plain, "listing.search_more", (words, offset + FOUND)
    )
    turn.say(
        lines(
            head,
            *(line(turn, work, with_unit) for work in shown),
            turn.words("listing.found.how"),
        ),
        (further,) if len(found) > FOUND else (),
        tuple(work.assignment.subject for work in shown),
    )


def _found(turn: Turn, words: str, most: int, offset: int = 0) -> list[Work]:
    wanted = fold(words).split()[:8]
    units = [post.unit_id for post in turn.me.posts if post.role != "admin"]
    return lists.search(turn.tx, wanted, overseen(turn.me), units, most, offset) if wanted else []
