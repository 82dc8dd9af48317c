"""What tells nothing of any work: a greeting, a promise to report later, annoyance at reminders.
It is answered in a line, or with what stands. Changes nothing."""

from __future__ import annotations

import re

from domain.fold import bare, has_digit
from handlers import carding, listing
from handlers.examples import own_example
from handlers.subjects import find, post_for, reports
from handlers.turn import Turn
from handlers.words import CODE

_LONGEST = 80  # characters; a longer text tells something
_LINES = 5  # of a list, below what is said first
_WHO = (
    r"(?:em|anh|chi|toi|tui|minh|ban|bac|chu|co|dong chi|d/c|van phong|vp|tro ly|moi nguoi|ca nha"
    r"|sep|con|chau)"
)
_KIND = rf"(?:{_WHO}|a|nhe|nha|nghen|oi|da|vang|ok|u|thua|xin|kinh|luon|cho|den|len)"
_GREETING = rf"(?:{_KIND} )*(?:chao|alo|hello|hi)(?: (?:{_KIND}|buoi (?:sang|trua|chieu|toi)))*"
_LATER = (
    r"(?:mai|mot|ngay mai|sang mai|chieu mai|chieu|toi nay|chieu nay|lat|lat nua|chut|chut nua"
    r"|ti|ti nua|tuan sau|hom sau|bua sau|dau tuan sau|cuoi tuan|de|se|roi)"
)
_PROMISE = (
    rf"(?:{_KIND} )*{_LATER}(?: (?:{_LATER}|{_KIND}))*"
    r" (?:gui|bao|bao cao|nop|bao lai|gui lai|xem|tra loi)"
    rf"(?: (?:{_KIND}|{_LATER}|sau|lai|so lieu|bao cao|ket qua))*"
)
_TALK = re.compile(rf"(?:{_GREETING}|{_PROMISE})")
# "Sao nhắc hoài vậy, hôm qua báo rồi mà"; a difficulty of the work has none of these words.
_AGAIN = re.compile(
    r"\bnhac (?:hoai|quai|miet|mai|suot|gi ma|chi ma|nhieu|lam|tiep|nua)\b"
    r"|\b(?:bao|gui|nop)(?: cao)? roi (?:ma|sao|co ma)\b(?:.*\bnhac\b|$)"
)


def try_words(turn: Turn) -> bool:
    """Whether the message was no more than that and was answered."""
    text = turn.incoming.text
    if len(text) > _LONGEST or turn.incoming.forwarded or not reports(turn):
        return False
    words = bare(text)
    if has_digit(re.sub(CODE, "", words)):
        return False
    if not words or _TALK.fullmatch(words):
        turn.say(turn.words("reporting.later", example=own_example(turn)))
    elif _AGAIN.search(words):
        _show_what_stands(turn, text)
    else:
        return False
    return True


def _show_what_stands(turn: Turn, text: str) -> None:
    """Of the work that was reminded of, where that was one; else of all that is open."""
    turn.say(turn.words("reporting.still_reminded"))
    work = find(turn, text).work
    if work is not None and post_for(turn.me, work.assignment.unit_id):
        carding.show(turn, work, reports=True)
    else:
        listing.show_work(turn, _LINES)
