"""A decider's words typed below a request, or below the list of what waits: what they decide.

Of one request, plain words decide at once; of several, it is asked which, or whether all.
"""

from __future__ import annotations

import re
from datetime import date

from db import assignments, offers, requests
from db.offers import Said
from db.requests import CLOSE, EXTEND, GRANTED, HELP, RETURNED, Request
from domain.assent import agrees, means_all
from domain.fold import fold, has_digit
from domain.mention import codes_in
from domain.message import Choice
from domain.person import CHAIR, LEAD
from domain.progress import Work
from domain.reading_days import named_day
from domain.verdict_words import (
    AGREED,
    REFUSED,
    Verdict,
    excepts,
    of_several,
    speaks_of_deciding,
    takes_back_decision,
    wavers,
)
from domain.verdict_words import verdict as verdict_of
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
    coming_day,
    grant,
    is_later,
    return_closing,
    still_waiting,
)
from handlers.request_holding import hold, hold_all, say_lasting, say_whose
from handlers.request_naming import Named, named_in, without_names
from handlers.subjects import reports
from handlers.turn import Turn

# "cho đến 25/6 thôi": what makes a day the one that is granted.
_GIVES = re.compile(r"\b(?:gia han|cho|den|toi)\b")
_TOLD_OF = re.compile(r"request(?:-lead)?:\d+:(\d+)")  # the key of a message that only tells
_NAMED_SO = re.compile(r"\b(?:dong y|nhat tri|duyet|chap thuan|tra lai)\b")


def show_waiting(turn: Turn) -> None:
    """`choduyet`; the bare word "duyệt" below one request is the decision itself."""
    said = _answered(turn)
    fresh = said is not None and turn.now - said.at <= OPEN_FOR
    if not (fresh and fold(turn.incoming.text).strip(" .!") == "duyet" and _decides_shown(turn)):
        request_putting.show_waiting(turn)


def try_words(turn: Turn) -> bool:
    """Whether words typed below a request decide it: "ok đồng ý", "không đồng ý vì …", "cho đến
    25/6 thôi"; below the list of what waits, and for "đồng ý hết", it is asked which. A code or a
    unit in the words chooses the request."""
    if _is_only_told(turn):
        return True
    if not any(post.role in (CHAIR, LEAD) for post in (*turn.me.posts, *turn.me.for_others)):
        return False
    text = " ".join(turn.incoming.text.split())[:LONGEST]
    if takes_back_decision(text):
        return say_lasting(turn)
    choices = _choices(turn)
    if _decides_any(turn, text, choices):
        return True
    if not choices or reports(turn) or not _NAMED_SO.search(fold(text)):
        return False
    one = _only_one(choices)  # "cái đầu đồng ý", "sao chưa duyệt"
    if one is None or not _holds_shown(turn, one):
        hold_all(turn)
    return True


def _decides_any(turn: Turn, text: str, choices: list[Choice]) -> bool:
    """Whether the words decide what stands above, or what they name, or lead to a question."""
    every = next((each for each in choices if each.act == "concluding.all"), None)
    all_of_it = means_all(text) and not wavers(text)
    if all_of_it and every is not None:
        _grant_all(turn, every.args[0])
        return True
    one = _only_one(choices)
    if all_of_it and choices and len(request_putting.waiting_for(turn)) > 1:
        request_putting.show_waiting(turn, agreeing=True)
        return True
    if not choices and not speaks_of_deciding(text):
        return False
    shown = requests.get(turn.tx, int(one.args[0])) if one is not None else None
    found = named_in(turn, text, shown)
    if found.any and not (shown is not None and found.is_only(shown)):
        return _decides_named(turn, text, shown, found, below=bool(choices))
    if shown is not None and one is not None:
        if excepts(text) or (of_several(text) and len(request_putting.waiting_for(turn)) > 1):
            return _holds_several(turn, text)
        return _decides(turn, shown, int(one.args[1]), text)
    if not choices or verdict_of(text) is None:
        return False
    request_putting.show_waiting(turn, agreeing=agrees(text) and not wavers(text))
    return True


def _holds_shown(turn: Turn, one: Choice) -> bool:
    """Shows the request once more; whether there is one."""
    if requests.get(turn.tx, int(one.args[0])) is None:
        return False
    found = still_waiting(turn, int(one.args[0]), int(one.args[1]))
    if found is not None:
        hold(turn, *found)
    return True


def _is_only_told(turn: Turn) -> bool:
    """Whether a verdict was typed below a message that tells of a request which others decide: it
    is neither a decision nor a report."""
    said = _answered(turn)
    told = _TOLD_OF.fullmatch(said.key) if said is not None else None
    text = turn.incoming.text
    spoken = verdict_of(text) if told and not codes_in(text) else None
    if told is None or spoken is None:
        return False
    if _tells_figure(turn, spoken, text):
        return False
    if spoken.says == AGREED and not _NAMED_SO.search(fold(text)):
        return False  # "ok" takes note
    request = requests.get(turn.tx, int(told[1]))
    work = assignments.get(turn.tx, request.assignment_id) if request is not None else None
    if request is None or work is None:
        return False
    say_whose(turn, work, request)
    return True


def _decides_named(
    turn: Turn, text: str, shown: Request | None, found: Named, *, below: bool
) -> bool:
    """Of words that name another request than the one shown, or several: one that is surely meant
    is decided; else it is asked. Away from a request and from the list a code alone can name it."""
    if shown is not None and (reason := _reason_naming_others(turn, text, shown)):
        work = assignments.get(turn.tx, shown.assignment_id)
        if work is not None:
            hold(turn, work, shown, reason)
            return True
    if len(found.requests) != 1 or found.others or of_several(text):
        return below and _holds_several(turn, text)
    one = found.requests[0]
    if not below:
        said = verdict_of(without_names(turn, text, one))
        sure = said is not None and said.is_plain and not said.is_weak
        if not (found.by_code and sure):
            return False
    return _decides(turn, one, one.version, text)


def _reason_naming_others(turn: Turn, text: str, shown: Request) -> str:
    """The reason of a refusal of the request that is shown, where only the reason names others."""
    said = verdict_of(text)
    if said is None or said.says != REFUSED or not said.words or of_several(text):
        return ""
    head = text[: text.rfind(said.words)] if said.words in text else text
    words = said.words
    return words if head != text and not named_in(turn, head).any and said.is_plain else ""


def _tells_figure(turn: Turn, said: Verdict, text: str) -> bool:
    """Whether the words rather report: "chưa được 60%", of a lead "duyệt xong, đạt 60%"."""
    if said.is_plain and not said.is_weak:
        return False
    if not has_digit(text) or named_day(text, turn.today) is not None:
        return False
    return said.is_weak or reports(turn)


def _holds_several(turn: Turn, text: str) -> bool:
    """Whether the words speak of deciding; of who reports too, they have to begin so."""
    bare = without_names(turn, text, None)
    said = verdict_of(bare)
    if reports(turn) and (said is None or said.is_weak or _tells_figure(turn, said, bare)):
        return False
    if not speaks_of_deciding(text):
        return False
    hold_all(turn)
    return True


def _decides_shown(turn: Turn) -> bool:
    """Whether the words decide the one request that is answered."""
    one = _only_one(_choices(turn))
    shown = requests.get(turn.tx, int(one.args[0])) if one is not None else None
    if one is None or shown is None:
        return False
    return _decides(turn, shown, int(one.args[1]), turn.incoming.text)


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


def _decides(turn: Turn, request: Request, version: int, typed: str) -> bool:
    """Whether the words decide this request, or say what is to be decided."""
    text = without_names(turn, typed, request)
    said, day = verdict_of(text), coming_day(turn, text)
    if said is None and not (request.kind == EXTEND and day):
        return False
    if said is not None and _tells_figure(turn, said, text):
        return False
    found = still_waiting(turn, request.id, version)
    if found is None:
        return True
    work, request = found
    if said is None:
        return _gives_day(turn, work, request, day, text)
    if said.wavers:
        hold(turn, work, request)
    elif said.says == AGREED:
        _agrees(turn, work, request, said, day)
    else:
        _refuses(turn, work, request, said, day)
    return True


def _gives_day(turn: Turn, work: Work, request: Request, day: date | None, text: str) -> bool:
    """A day without a verdict: "cho đến 25/6 thôi"."""
    if day == request.wanted_on:
        return False
    if wavers(text):
        hold(turn, work, request)
    elif is_later(work, day):
        ask_whether_until(turn, work, request, day, text)
    elif _GIVES.search(fold(text)):
        ask_day_later(turn, work, request)
    else:
        return False
    return True


def _agrees(turn: Turn, work: Work, request: Request, said: Verdict, day: date | None) -> None:
    extends = request.kind == EXTEND
    if said.until and not (extends and day is not None):
        hold(turn, work, request)
    elif said.until and day != request.wanted_on and not is_later(work, day):
        ask_day_later(turn, work, request)
    elif said.until:
        grant(turn, work, request, day)
    elif said.is_plain:
        grant(turn, work, request, request.wanted_on, said.words)
    elif extends and is_later(work, day) and day != request.wanted_on:
        ask_whether_until(turn, work, request, day, said.words)
    elif request.kind == HELP:
        grant(turn, work, request, None, said.words)  # which passes the words on
    else:
        hold(turn, work, request, said.words, GRANTED)


def _refuses(turn: Turn, work: Work, request: Request, said: Verdict, day: date | None) -> None:
    if request.kind == EXTEND and is_later(work, day) and day != request.wanted_on:
        ask_whether_until(turn, work, request, day, said.words)
    elif request.kind == CLOSE and said.until and day is not None:
        return_closing(turn, work, request, day, "")
    elif not said.words:
        ask_words(turn, work, request, RETURNED)
    elif said.is_weak or not said.is_plain:
        hold(turn, work, request, said.words)
    elif request.kind == CLOSE:
        return_closing(turn, work, request, day, said.words)
    else:
        conclude(turn, work, request, RETURNED, note=said.words)


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
