"""Help from above asked for in words ("xin lãnh đạo hỗ trợ"): of the work that is named or was
just offered it for, else which is asked. How it is asked for: handlers/requesting.py."""

from __future__ import annotations

import re

from db import offers, requests
from db.requests import HELP, Request
from domain.fold import bare
from domain.message import Choice
from domain.progress import Work
from handlers import overtaking, requesting
from handlers.asking import ask_blocker
from handlers.phrases import named
from handlers.subjects import Meant, find, may_ask, my_work, reports
from handlers.turn import Turn
from handlers.words import CODE

_LONGEST = 80  # characters; a longer text tells what is in the way
_LOOKED_THROUGH = 200  # assignments of one person
_MOST = 6  # choices on one screen
_WHOM = (
    r"(?:lanh dao|cap tren|cap uy|thanh uy|quan uy|huyen uy|thuong truc|uy ban|ubnd|van phong|sep"
    r"|anh|chi|em|toi|tui|minh|dong chi|cac|thanh pho|tinh|quan|huyen|ben tren|tren)"
)
_KIND = rf"(?:{_WHOM}|{CODE}|da|thua|rat|kinh|duoc|su|can|nay|viec|cho|ve|voi|giup|a|nhe|nha|luon)"
_ASKS = re.compile(
    rf"(?:{_KIND} )*(?:xin|nho|can|de nghi|mong|muon)(?: {_KIND})*"
    rf" (?:ho tro|giup|giup do|giup suc|can thiep|thao go)(?: {_KIND})*"
)


def try_words(turn: Turn) -> bool:
    """Whether the message asks for help, and nothing else, and was answered."""
    text = turn.incoming.text
    if len(text) > _LONGEST or turn.incoming.forwarded or not reports(turn):
        return False
    words = bare(text)
    if not _ASKS.fullmatch(words):
        return False
    meant = find(turn, text)
    if meant.unclear or meant.unknown or meant.foreign or len(meant.by_code) > 1:
        return False
    _ask(turn, meant)
    return True


def _ask(turn: Turn, meant: Meant) -> None:
    work = meant.work
    if work is not None and (meant.surely or meant.by_code) and not work.assignment.blocked:
        ask_blocker(turn, work)  # they are offered help when it is known with what
    elif work is not None and (waiting := _waiting(turn, work)):
        turn.say(
            overtaking.waits_still(turn, work, waiting[0], several=True),
            (overtaking.choice(turn, waiting[0]),),
            (work.assignment.subject,),
        )
    elif work is not None and (meant.surely or meant.by_code or _is_offered(turn, work)):
        turn.args = (work.assignment.id,)
        requesting.ask_help(turn)
    else:
        _ask_which(turn)


def _is_offered(turn: Turn, work: Work) -> bool:
    """Whether help with it can be chosen below our last message."""
    said = offers.latest_said(turn.tx, turn.incoming.at, 1)
    offer = offers.below(turn.tx, said[0]) if said else None
    wanted = ("requesting.ask_help", (work.assignment.id,))
    return offer is not None and wanted in [(each.act, each.args) for each in offer.choices]


def _waiting(turn: Turn, work: Work) -> list[Request]:
    """What who spoke has asked of it already."""
    return [
        each
        for each in requests.open_of(turn.tx, work.assignment.id)
        if each.kind == HELP and each.person_id == turn.me.id
    ]


def _ask_which(turn: Turn) -> None:
    """Of the works with a difficulty; where there is none, how one is told."""
    mine = my_work(turn, _LOOKED_THROUGH)
    blocked = [each for each in mine if each.assignment.blocked and may_ask(turn, each)][:_MOST]
    if not blocked:
        code = mine[0].shown_code if mine else "NV07"
        turn.say(turn.words("requesting.help_how", code=code))
        return
    choices = tuple(
        Choice(named(each, 40), "requesting.ask_help", (each.assignment.id,)) for each in blocked
    )
    turn.say(
        turn.words("requesting.help_which"),
        choices,
        tuple(each.assignment.subject for each in blocked),
    )
