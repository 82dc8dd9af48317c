"""Taking requests back in words: "thôi không xin gia hạn nữa". What else is told is a report; of
which of several it is said is asked."""

from __future__ import annotations

from db import assignments, requests
from db.requests import EXTEND, HELP, Request
from domain.mention import codes_in, without_codes
from domain.progress import Work
from domain.withdrawal_words import Withdrawal, withdrawal
from handlers import overtaking, reporting, request_days, requesting, retracting, stalling
from handlers.turn import Turn
from handlers.understanding import may_tell

_KINDS = {"time": (EXTEND,), "help": (HELP,)}


def try_words(turn: Turn) -> bool:
    """Whether the message takes back what who spoke has asked for and nobody has decided."""
    said = None if turn.incoming.forwarded else withdrawal(turn.incoming.text)
    if said is None:
        return False
    waiting = requests.open_by(turn.tx, turn.me.id)
    if said.of:
        waiting = [each for each in waiting if each.kind in _KINDS[said.of]]
    if not said.codes and _is_of_the_question(turn):
        return False
    works = {
        work.assignment.id: work
        for work in assignments.these(turn.tx, [each.assignment_id for each in waiting])
    }
    meant, sure = _meant(said, waiting, works)
    if not meant:
        return False
    if said.sure and sure:
        if len(meant) == 1 and _take_other_day(turn, works[meant[0].assignment_id], said.rest):
            return True
        for each in meant:
            overtaking.withdraw(turn, works[each.assignment_id], each)
    if _tells(turn, said.rest, works[meant[0].assignment_id]):
        turn.incoming = turn.incoming._replace(text=said.rest)
        reporting.take_reply(turn)
    if not (said.sure and sure):
        retracting.ask_whether(turn, [], [], pointed=False, since=meant)
    return True


def _is_of_the_question(turn: Turn) -> bool:
    """Whether a day is asked for: "không xin nữa" is then said of that."""
    return turn.conversation is not None and turn.conversation.state == requesting.UNTIL


def _meant(
    said: Withdrawal, waiting: list[Request], works: dict[int, Work]
) -> tuple[list[Request], bool]:
    """The requests that are taken back, and whether it is sure that it is these."""

    def of(codes: list[str]) -> list[Request]:
        return [each for each in waiting if works[each.assignment_id].assignment.code in codes]

    if said.codes:
        return of(said.codes), True
    beside = codes_in(said.rest)
    if said.every:
        return waiting, True
    if beside:
        meant = of(beside)
        return meant or waiting, len(meant) == 1
    return waiting, len(waiting) == 1


def _take_other_day(turn: Turn, work: Work, rest: str) -> bool:
    """Whether it is only to be another day: "không xin đến 25/6 nữa mà đến 30/6"."""
    day = request_days.day_in(turn, work, without_codes(rest, ""))
    if day is None:
        return False
    requesting.ask(turn, work, EXTEND, day)
    return True


def _tells(turn: Turn, rest: str, work: Work) -> bool:
    """Whether what else was said is, or may be, a report; that they will be in time is none."""
    return bool(rest) and (may_tell(turn, rest) or stalling.is_as_before(turn, work, rest))
