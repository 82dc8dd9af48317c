"""A decider's words typed below a request, or below the list of what waits: what they decide.

Of one request, plain words decide at once; of several, it is asked which, or whether all.
"""

from __future__ import annotations

import re

from db import assignments, offers, requests
from db.offers import Said
from db.requests import CLOSE, EXTEND, GRANTED, HELP, RETURNED, Request
from domain.assent import agrees, means_all
from domain.fold import fold
from domain.message import Choice
from domain.person import CHAIR, LEAD
from domain.reading_days import named_day
from domain.wording import dated
from handlers import request_putting
from handlers.choosing import OPEN_FOR
from handlers.phrases import named
from handlers.request_concluding import conclude
from handlers.request_deciding import (
    LONGEST,
    ask_day_later,
    ask_whether_until,
    ask_words,
    grant,
    is_later,
    still_waiting,
)
from handlers.turn import Turn

_REFUSALS = ("khong dong y", "chua dong y", "khong nhat tri", "tra lai", "khong cho")
_AGREEMENTS = ("dong y", "nhat tri", "duyet")
_BECAUSE = re.compile(r"^(?:(?:vì|vi|do|bởi|lý do|ly do)[ :,]+)+", re.IGNORECASE)
_GIVES = re.compile(r"\b(?:gia han|cho|den|toi)\b")


def show_waiting(turn: Turn) -> None:
    """`choduyet`; the bare word "duyệt" below one request is the decision itself."""
    said = _answered(turn)
    fresh = said is not None and turn.now - said.at <= OPEN_FOR
    if not (fresh and fold(turn.incoming.text).strip(" .!") == "duyet" and _decides_one(turn)):
        request_putting.show_waiting(turn)


def try_words(turn: Turn) -> bool:
    """Whether words typed below a request decide it: "ok đồng ý", "không đồng ý vì …", "cho đến
    25/6 thôi"; below the list of what waits, and for "đồng ý hết", it is asked which."""
    if not any(post.role in (CHAIR, LEAD) for post in (*turn.me.posts, *turn.me.for_others)):
        return False
    choices = _choices(turn)
    text = turn.incoming.text
    every = next((each for each in choices if each.act == "concluding.all"), None)
    if means_all(text) and every is not None:
        _grant_all(turn, every.args[0])
        return True
    one = _only_one(choices)
    lists = bool(choices) and one is None
    if means_all(text) and (one or lists) and len(request_putting.waiting_for(turn)) > 1:
        request_putting.show_waiting(turn, agreeing=True)
    elif one is not None:
        return _decides_one(turn)
    elif lists and agrees(text):
        request_putting.show_waiting(turn, agreeing=True)
    elif lists and _verdict(text)[0] is not None:
        request_putting.show_waiting(turn)
    else:
        return False
    return True


def _answered(turn: Turn) -> Said | None:
    """The message that is answered: the one replied to, else the last one."""
    at, reply_to = turn.incoming.at, turn.incoming.reply_to
    if reply_to:
        return offers.said_as(turn.tx, at, reply_to)
    return next(iter(offers.latest_said(turn.tx, at, 1)), None)


def _choices(turn: Turn) -> list[Choice]:
    """What stands below that message for deciding: of one request, or of several."""
    said = _answered(turn)
    offer = offers.below(turn.tx, said) if said else None
    acts = ("requesting.decide", "requesting.show", "concluding.all")
    return [each for each in offer.choices if each.act in acts] if offer else []


def _only_one(choices: list[Choice]) -> Choice | None:
    """The choice to agree, where it is of one request."""
    return next((each for each in choices if each.act == "requesting.decide"), None)


def _decides_one(turn: Turn) -> bool:
    """Whether the words decide the one request that is answered, or say what is to be decided."""
    asked = _only_one(_choices(turn))
    if asked is None:
        return False
    text = " ".join(turn.incoming.text.split())[:LONGEST]
    verdict, words = _verdict(text)
    request = requests.get(turn.tx, int(asked.args[0]))
    day = named_day(text, turn.today)
    if request is None or (verdict is None and not (request.kind == EXTEND and day)):
        return False
    found = still_waiting(turn, request.id, int(asked.args[1]))
    if found is None:
        return True
    work = found[0]
    if request.kind == EXTEND and is_later(work, day) and day != request.wanted_on:
        ask_whether_until(turn, work, request, day, words or text)
    elif verdict is None and day != request.wanted_on and _GIVES.search(fold(text)):
        ask_day_later(turn, work, request)
    elif verdict is None:
        return False
    elif verdict == RETURNED and not words:
        ask_words(turn, work, request, RETURNED)
    elif verdict == GRANTED:
        grant(turn, work, request, request.wanted_on, words if request.kind == HELP else "")
    else:
        new_day = day if request.kind == CLOSE else None
        conclude(turn, work, request, RETURNED, granted_on=new_day, note=words)
    return True


def _verdict(text: str) -> tuple[str | None, str]:
    """What words decide (None: nothing), and the reason or answer in them."""
    if agrees(text):
        return GRANTED, ""
    plain = fold(text)
    for verdict, openings in ((RETURNED, _REFUSALS), (GRANTED, _AGREEMENTS)):
        for opening in openings:
            if plain == opening or plain.startswith((opening + " ", opening + ",")):
                rest = text.split(maxsplit=len(opening.split()))[len(opening.split()) :]
                words = rest[0] if rest else ""
                return verdict, _BECAUSE.sub("", words).strip(" ,.:")
    return None, ""


def agree_to_all(turn: Turn) -> None:
    """Choice: all that stood above is agreed to; args: each request and its version."""
    _grant_all(turn, turn.args[0])


def _grant_all(turn: Turn, pairs: list[list[int]]) -> None:
    """Agrees to each that still waits; what can no longer be granted as asked is left, and said."""
    for request_id, version in pairs:
        found = still_waiting(turn, int(request_id), int(version))
        if found is None:
            continue
        work, request = found
        if _has_gone_by(turn, request):
            day = dated(request.wanted_on, turn.today, turn.language) if request.wanted_on else ""
            turn.say(turn.words("concluding.gone_by_of", name=named(work), day=day))
        else:
            fresh = assignments.get(turn.tx, work.assignment.id) or work
            conclude(turn, fresh, request, GRANTED, granted_on=request.wanted_on)


def _has_gone_by(turn: Turn, request: Request) -> bool:
    return request.wanted_on is not None and request.wanted_on < turn.today
