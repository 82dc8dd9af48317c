"""The day until which more time is asked for: answered, given up, or put right afterwards."""

from __future__ import annotations

from datetime import date

from db import assignments, progress, requests
from db.requests import EXTEND, Request
from domain.another_day_words import bare_day, gives_up, other_day
from domain.instants import instant
from domain.mention import before_reason, codes_in, without_codes
from domain.progress import BLOCKED, DONE, NOT_STARTED, PROGRESS, Work
from domain.reply.understanding import Understanding
from handlers.guessing import is_bare, is_digit
from handlers.phrases import deadline, named, soon
from handlers.requesting import OF_A_DAY, UNTIL, ask, ask_another_day, asked, note_of
from handlers.turn import Turn
from handlers.understanding import understood
from handlers.undoing import A_MOMENT

_TOLD = (PROGRESS, DONE, NOT_STARTED, BLOCKED)


def take_until(turn: Turn) -> None:
    """The answer to "until when": a day in any of the ways in which an extension is asked for, or
    that no more time is asked for after all."""
    work, former = asked(turn), note_of(turn)
    turn.end()
    if work is None:
        return
    text, reason = before_reason(turn.incoming.text.strip())
    if gives_up(text):
        turn.say(
            turn.words("requesting.not_asked", name=named(work), due=deadline(turn, work)),
            subjects=(work.assignment.subject,),
        )
        return
    reading, day = _day_of(turn, work, text)
    if day is not None:
        ask(turn, work, EXTEND, day, reason or former)
    elif reading is not None:
        ask_another_day(turn, work, reading, text, reason or former)
    else:
        turn.begin(UNTIL, about=work.assignment.id, note=reason or former)
        turn.say(
            turn.words("requesting.until_unclear", name=named(work), soon=soon(turn)),
            subjects=(work.assignment.subject,),
        )


def _day_of(turn: Turn, work: Work, text: str) -> tuple[Understanding | None, date | None]:
    """The day until which a text wishes for more time; else the reading that asks about it."""
    # One digit may just as well choose from a list, or be the figure of something else.
    ways = (text, f"xin gia hạn đến {text}", f"xin gia hạn {text}")
    asking = None
    for words in () if is_digit(text) else ways:
        reading = understood(turn, words, work)
        days = [item.date for item in reading.items if item.intent == EXTEND and item.date]
        if reading.confident and len(days) == 1:
            return reading, days[0]
        asks = reading.question is not None and reading.question.key in OF_A_DAY
        if asks and reading.readings and asking is None:
            asking = reading
    return asking, None


def tells_else(turn: Turn) -> bool:
    """Whether a message is no answer to "until when" but reports, of this work or of others."""
    data = turn.conversation.data if turn.conversation else {}
    work = assignments.get(turn.tx, int(data["about"]))
    text = before_reason(turn.incoming.text.strip())[0]
    if work is None or is_bare(text):
        return False
    codes = set(codes_in(text))
    reading = understood(turn, text, work, {work.assignment.code: work})
    said = {item.intent for item in reading.items}
    if {DONE, EXTEND} <= said:
        return False  # "thêm 5 ngày là xong" tells when it will be finished
    if said.intersection(_TOLD):
        return reading.confident
    if reading.confident or not codes:
        return False
    doubt = reading.question.key if reading.question else ""
    return len(codes) > 1 or doubt not in OF_A_DAY


def day_in(turn: Turn, work: Work, text: str) -> date | None:
    """The day that a text surely says and nothing else: "30/6", "đến thứ hai", "thêm 2 tuần"."""
    bare = bare_day(text, turn.today)
    return None if bare is None else _day_of(turn, work, bare)[1]


def try_other_day(turn: Turn) -> bool:
    """Whether the message puts right the day of the request that was made here last ("sai, 30/6"),
    and nothing was reported since. A bare "sai" asks for the day."""
    if turn.incoming.forwarded or turn.conversation is not None:
        return False
    codes = codes_in(turn.incoming.text)
    text = other_day(without_codes(turn.incoming.text, ""))
    if text is None:
        return False
    for request in requests.open_by(turn.tx, turn.me.id):
        work = assignments.get(turn.tx, request.assignment_id)
        if work is None or (codes and work.assignment.code not in codes):
            continue
        if request.kind != EXTEND or not _is_last(turn, request, beside=bool(text)):
            return False
        day = day_in(turn, work, text) if text else None
        if day is not None or not text:
            ask(turn, work, EXTEND, day, request.note)
        return day is not None or not text
    return False


def _is_last(turn: Turn, request: Request, beside: bool) -> bool:
    """Whether it was made a moment ago, and nothing was reported after it, nor at all unless
    `beside`."""
    asked_at = instant(request.asked_at)
    rows = progress.last_of(turn.tx, turn.incoming.at, turn.me.id)
    since = any(not beside or instant(row.reported_at) > asked_at for _, row in rows)
    return turn.now - asked_at <= A_MOMENT and not since
