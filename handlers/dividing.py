"""Open work by field or by document: "việc kinh tế", "việc CTr10": one's own, and of all units
that one looks after. Changes nothing."""

from __future__ import annotations

import re
from dataclasses import replace

from db import units
from db.lists import Seat
from db.parts import DOCUMENT, FIELD, Part, parts_of, work_in
from domain.fold import fold, has_digit
from domain.message import Choice, lines
from domain.person import CHAIR, OFFICE, OVERSEER
from handlers import digesting
from handlers.listing import SCREEN, line, say_page, show_overdue
from handlers.phrases import shortened
from handlers.searching import try_search
from handlers.subjects import overseen, reports, seat
from handlers.turn import Turn
from handlers.understanding import tells_something

_LONGEST = 80  # characters of a message that may name a part
_MOST = 9  # parts on one screen
_OVERDUE = frozenset({("qua", "han"), ("tre", "han"), ("tre",), ("cham",), ("bi", "tre")})
_ZEROS = re.compile(r"(?<!\d)0+(?=\d)")
_JOINT = re.compile(r"(?<=[a-z])(?=\d)")
_SIGNS = re.compile(r"[^a-z0-9]+")


def show(turn: Turn) -> None:
    """Choice: the fields and documents of my open work, to choose one."""
    _offer(turn, parts_of(turn.tx, _seat(turn)))


def _looks_after(turn: Turn) -> bool:
    return turn.me.has_role(CHAIR, OVERSEER, OFFICE)


def _seat(turn: Turn) -> Seat:
    """Whose work is divided."""
    own = seat(turn.me)
    if not _looks_after(turn):
        return own
    seen = units.below(turn.tx, overseen(turn.me))
    return replace(own, units={*own.units, *seen}, led={*own.led, *seen})


def part(turn: Turn) -> None:
    """Choice: the open work of one part; args: by what, its key, how many were shown."""
    by, key, offset = str(turn.args[0]), str(turn.args[1]), int(turn.args[2])
    for each in parts_of(turn.tx, _seat(turn)):
        if (each.by, each.key) == (by, key):
            _show(turn, each, offset)
            return
    turn.say(turn.words("listing.part.none"))


def try_words(turn: Turn) -> bool:
    """Whether the message was "việc" and the name of a part, or words of some assignment's title:
    these are then shown."""
    text = fold(turn.incoming.text)
    if len(text) > _LONGEST or not (reports(turn) or _looks_after(turn)):
        return False
    if not text.startswith("viec "):
        return _try_document(turn, text)
    wanted = _plain(text.removeprefix("viec ")).split()
    if tuple(wanted) in _OVERDUE:
        (digesting.overdue if _looks_after(turn) else show_overdue)(turn)
        return True
    meant = [each for each in parts_of(turn.tx, _seat(turn)) if _is_named(each, wanted)]
    if tells_something(turn, turn.incoming.text):
        return False  # "việc hoàn thành" is a report, though a document may be called so
    if len(meant) == 1:
        _show(turn, meant[0], 0)
    elif meant:
        _offer(turn, meant)
    elif _looks_after(turn):
        return False  # it may be a unit's name
    else:  # one word alone ("việc đó") may be a part of anything
        return len(wanted) > 1 and try_search(turn, turn.incoming.text.split(maxsplit=1)[-1])
    return True


def _try_document(turn: Turn, text: str) -> bool:
    """Whether who looks after units typed no more than the name of a document: "chương trình
    10"."""
    if not _looks_after(turn) or not has_digit(text) or tells_something(turn, turn.incoming.text):
        return False
    wanted = _plain(text).split()
    parts = parts_of(turn.tx, _seat(turn)) if len(wanted) > 1 else []
    meant = [each for each in parts if each.by == DOCUMENT and _is_named(each, wanted)]
    if len(meant) == 1:
        _show(turn, meant[0], 0)
    return len(meant) == 1


def _plain(text: str) -> str:
    return _ZEROS.sub("", _SIGNS.sub(" ", fold(text))).strip()


def _parted(code: str) -> str:
    """ "ctr010" as "ctr 10": letters and number apart, without leading zeros."""
    return _ZEROS.sub("", _JOINT.sub(" ", code))


def _is_named(part: Part, wanted: list[str]) -> bool:
    """Whether every word is one of the part's, or all of them are its code."""
    if part.by == FIELD:
        return bool(wanted) and set(wanted) <= {"linh", "vuc", *_plain(part.key).split()}
    code, typed = _parted(_plain(part.code)), _parted(" ".join(wanted))
    if typed == code:
        return True
    words = {"so", *code.split(), *_plain(f"{part.number} {part.kind_of} {part.abstract}").split()}
    return bool(typed) and set(typed.split()) <= words


def _named(turn: Turn, part: Part, longest: int) -> str:
    if part.by == FIELD:
        return turn.words("listing.part.field", field=part.key).plain
    head = part.number or part.code
    return f"{head}: {shortened(part.abstract, longest)}" if part.abstract else head


def _offer(turn: Turn, parts: list[Part]) -> None:
    if not parts:
        turn.say(turn.words("listing.part.none"))
        return
    choices = tuple(
        Choice(
            turn.words("listing.part.choice", name=_named(turn, each, 32), count=each.count).plain,
            "dividing.part",
            (each.by, each.key, 0),
        )
        for each in parts[:_MOST]
    )
    turn.say(turn.words("listing.part.which"), choices)


def _show(turn: Turn, part: Part, offset: int) -> None:
    works = work_in(turn.tx, _seat(turn), part, SCREEN, offset)
    name = _named(turn, part, 60)
    left = part.count - offset - len(works)
    more = ("dividing.part", (part.by, part.key, offset + len(works)))
    head = turn.words("listing.part", name=name[0].upper() + name[1:], count=part.count)
    if not _looks_after(turn):
        say_page(turn, head, works, left, more)
        return
    label = turn.words("listing.more", count=left).plain
    turn.say(
        lines(
            head,
            *(line(turn, work, with_unit=True) for work in works),
            turn.words("listing.unit.how"),
        ),
        (Choice(label, *more),) if left > 0 else (),
        tuple(work.assignment.subject for work in works),
    )
