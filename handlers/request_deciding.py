"""A decider's choice about a request: agreed at once, or with a reason, an answer, a day.

Rights are looked at again. Carries nothing out (request_concluding does); what waits is shown by
request_putting; what is typed without a choice is for request_answering.
"""

from __future__ import annotations

from datetime import date

from db import assignments, people, requests
from db.requests import CLOSE, EXTEND, GRANTED, HELP, RETURNED, Request
from domain.message import Choice
from domain.progress import Work
from domain.reading_days import named_day
from domain.verdict_words import AGREED, wavers, without_its_day
from domain.verdict_words import verdict as verdict_of
from domain.wording import dated
from handlers.phrases import deadline, named, requested, soon
from handlers.request_concluding import WORDS, conclude
from handlers.request_holding import hold
from handlers.request_naming import named_in, without_names
from handlers.request_putting import post_to_decide, say_decided
from handlers.turn import Turn

LONGEST = 500  # characters of a reason or an answer

# What is asked of the decider, by the kind of request and whether it is granted.
_ASKED = {
    (EXTEND, GRANTED): "concluding.ask.day",
    (HELP, GRANTED): "concluding.ask.answer",
    (EXTEND, RETURNED): "concluding.ask.why_not",
    (HELP, RETURNED): "concluding.ask.why_not",
    (CLOSE, RETURNED): "concluding.ask.what_is_missing",
}


def decide(turn: Turn) -> None:
    """Choice to agree, which counts at once; args: the request, its version, the verdict."""
    request_id, version, verdict = turn.args
    found = still_waiting(turn, int(request_id), int(version))
    if found is None:
        return
    if verdict == RETURNED:  # offered before a refusal was asked for its reason
        ask_words(turn, *found, RETURNED)
    elif verdict == GRANTED:
        grant(turn, *found, found[1].wanted_on)


def grant(turn: Turn, work: Work, request: Request, day: date | None, note: str = "") -> None:
    """Agrees; where the day of an extension has gone by while it waited, asks for another."""
    if request.kind == EXTEND and day is not None and day < turn.today:
        said = dated(day, turn.today, turn.language)
        turn.say(turn.words("concluding.gone_by", day=said))
        ask_words(turn, work, request, GRANTED)
    else:
        conclude(turn, work, request, GRANTED, granted_on=day, note=note)


def refuse(turn: Turn) -> None:
    """Choice not to agree: asks why, and decides nothing yet; args: the request, its version."""
    found = still_waiting(turn, int(turn.args[0]), int(turn.args[1]))
    if found is not None:
        ask_words(turn, *found, RETURNED)


def in_words(turn: Turn) -> None:
    """Choice to agree in the decider's own words: to another day, or with an answer; args: the
    request and its version."""
    found = still_waiting(turn, int(turn.args[0]), int(turn.args[1]))
    if found is not None and (found[1].kind, GRANTED) in _ASKED:
        ask_words(turn, *found, GRANTED)


def without_reason(turn: Turn) -> None:
    """Choice: not agreed, and no word why; args: the request and its version."""
    found = still_waiting(turn, int(turn.args[0]), int(turn.args[1]))
    if found is not None:
        conclude(turn, *found, RETURNED)


def until(turn: Turn) -> None:
    """Choice after a reason that names a day: granted until that day after all; args: the
    request, its version, the day."""
    found = still_waiting(turn, int(turn.args[0]), int(turn.args[1]))
    if found is not None:
        grant(turn, *found, date.fromisoformat(turn.args[2]))


def as_it_is(turn: Turn) -> None:
    """Choice after the same: the deadline stays; args: the request, its version, the reason."""
    found = still_waiting(turn, int(turn.args[0]), int(turn.args[1]))
    if found is not None:
        conclude(turn, *found, RETURNED, note=str(turn.args[2]))


def again(turn: Turn) -> None:
    """The question for the decider's words, once more."""
    asked = _asked(turn)
    if asked is not None:
        ask_words(turn, *asked)


def take_words(turn: Turn) -> None:
    """The decider's words: a reason, an answer, or another day. What agrees, puts off, asks or
    names another request is none."""
    asked = _asked(turn)
    if asked is None:
        turn.end()
        return
    work, request, verdict = asked
    text = " ".join(turn.incoming.text.split())[:LONGEST]
    if _is_held(turn, work, request, verdict, text):
        return
    day = coming_day(turn, text)
    if (request.kind, verdict) == (EXTEND, GRANTED):
        _take_day(turn, work, request, day)
    elif (request.kind, verdict) == (EXTEND, RETURNED) and is_later(work, day):
        ask_whether_until(turn, work, request, day, text)
    elif request.kind == CLOSE:
        return_closing(turn, work, request, day, _reason(text))
    else:
        conclude(turn, work, request, verdict, note=_reason(text) if verdict == RETURNED else text)


def _reason(text: str) -> str:
    """The reason without a refusal that was chosen before and is said again."""
    said = verdict_of(text)
    return said.words if said is not None and said.is_plain and not said.is_weak else text


def _is_held(turn: Turn, work: Work, request: Request, verdict: str, text: str) -> bool:
    """Whether the words are something else than what was asked for; then the request, or the one
    that they name, is shown again."""
    found = named_in(turn, text, request)
    said = verdict_of(without_names(turn, text, request))
    waiting_for_day = (request.kind, verdict) == (EXTEND, GRANTED)
    words = "" if waiting_for_day else text
    others = [each for each in found.requests if each.id != request.id]
    if len(others) == 1 and len(found.requests) == 1 and not found.others:
        turn.end()
        decides_it = verdict_of(without_names(turn, text, others[0])) is not None
        hold(turn, work, request, "" if decides_it else words, verdict, others[0])
        return True
    if said is None or said.is_weak:
        against = False
    elif said.says == AGREED:
        against = verdict == RETURNED or not (waiting_for_day or said.words)
    else:
        against = verdict == GRANTED
    if against or wavers(text) or not found.is_only(request):
        turn.end()
        hold(turn, work, request, "" if against else words, verdict)
        return True
    return False


def coming_day(turn: Turn, text: str) -> date | None:
    """The day that is named; a day of the past is part of the reason."""
    day = named_day(text, turn.today)
    return day if day is not None and day >= turn.today else None


def with_words(turn: Turn) -> None:
    """Choice: decided, and the words that were typed are passed on; args: the request, its
    version, the verdict, the words."""
    request_id, version, verdict, words = turn.args
    found = still_waiting(turn, int(request_id), int(version))
    if found is None:
        return
    work, request = found
    if verdict == GRANTED:
        grant(turn, work, request, request.wanted_on, str(words))
    elif request.kind == CLOSE:
        return_closing(turn, work, request, coming_day(turn, str(words)), str(words))
    else:
        conclude(turn, work, request, RETURNED, note=str(words))


def return_closing(turn: Turn, work: Work, request: Request, day: date | None, note: str) -> None:
    """What was said to be finished is returned, with a new deadline where one is named; one that
    is earlier than what holds now is asked about first."""
    due = work.assignment.due_on
    note = without_its_day(note) if day is not None else note
    if day is None or due is None or day >= due:
        new_day = day if day != due else None
        conclude(turn, work, request, RETURNED, granted_on=new_day, note=note)
        return
    if turn.conversation is not None and turn.conversation.state == WORDS:
        turn.end()
    args = (request.id, request.version)
    former, said = (dated(each, turn.today, turn.language) for each in (due, day))
    turn.say(
        turn.words("concluding.draw_forward", name=named(work), former=former, day=said),
        (
            Choice(
                turn.words("concluding.drawn_to", day=said).plain,
                "concluding.drawn_to",
                (*args, day.isoformat(), note),
            ),
            Choice(
                turn.words("concluding.keep_day", day=former).plain,
                "concluding.as_it_is",
                (*args, note),
            ),
        ),
        (work.assignment.subject,),
    )


def drawn_to(turn: Turn) -> None:
    """Choice: returned, and the deadline is drawn forward; args: the request, its version, the day,
    the reason."""
    found = still_waiting(turn, int(turn.args[0]), int(turn.args[1]))
    if found is not None:
        day = date.fromisoformat(turn.args[2])
        conclude(turn, *found, RETURNED, granted_on=day, note=str(turn.args[3]))


def ask_day_later(turn: Turn, work: Work, request: Request) -> None:
    """The day that was named is no later than the deadline: says so and waits for another."""
    turn.begin(WORDS, request=request.id, asked=request.version, verdict=GRANTED)
    _say_unfit(turn, work, "concluding.no_later")


def _say_unfit(turn: Turn, work: Work, key: str) -> None:
    turn.say(
        turn.words(key, due=deadline(turn, work), soon=soon(turn)),
        subjects=(work.assignment.subject,),
    )


def _take_day(turn: Turn, work: Work, request: Request, day: date | None) -> None:
    if day is None or not is_later(work, day):
        _say_unfit(turn, work, "concluding.which_day" if day is None else "concluding.no_later")
        return
    grant(turn, work, request, day)


def is_later(work: Work, day: date | None) -> bool:
    """Whether the day is after the deadline that holds now."""
    due = work.assignment.due_on
    return day is not None and (due is None or day > due)


def ask_whether_until(
    turn: Turn, work: Work, request: Request, day: date | None, text: str
) -> None:
    """ "chỉ cho đến 20/6": a refusal that names a later day may be a shorter extension."""
    if day is None:
        raise LookupError("no day was named")
    args = (request.id, request.version)
    said = dated(day, turn.today, turn.language)
    turn.say(
        turn.words("concluding.until_after_all", name=named(work), day=said),
        (
            Choice(
                turn.words("concluding.until", day=said).plain,
                "concluding.until",
                (*args, day.isoformat()),
            ),
            Choice(turn.words("concluding.as_it_is").plain, "concluding.as_it_is", (*args, text)),
        ),
        (work.assignment.subject,),
    )


def still_waiting(turn: Turn, request_id: int, version: int) -> tuple[Work, Request] | None:
    """The request with its work, if it still waits and is theirs to decide; else that is said."""
    request = requests.get(turn.tx, request_id)
    work = assignments.get(turn.tx, request.assignment_id) if request else None
    if request is None or work is None:
        turn.say(turn.words("requesting.not_yours_to_decide"))
        return None
    if post_to_decide(turn, work, request) is None:
        return None
    if request.state != "open" or request.version != version:
        say_decided(turn, work, request)
        return None
    return work, request


def _asked(turn: Turn) -> tuple[Work, Request, str] | None:
    if turn.conversation is None:
        return None
    data = turn.conversation.data
    found = still_waiting(turn, int(data["request"]), int(data["asked"]))
    return None if found is None else (*found, str(data["verdict"]))


def ask_words(turn: Turn, work: Work, request: Request, verdict: str) -> None:
    turn.begin(WORDS, request=request.id, asked=request.version, verdict=verdict)
    asker = people.full_name(turn.tx, request.person_id)
    what = requested(turn, request.kind, request.wanted_on)
    plain = turn.words("concluding.no_reason").plain
    turn.say(
        turn.words(
            _ASKED[request.kind, verdict],
            name=named(work),
            what=what,
            asker=asker,
            soon=soon(turn),
        ),
        (Choice(plain, "concluding.without_reason", (request.id, request.version)),)
        if verdict == RETURNED
        else (),
        (work.assignment.subject,),
    )
