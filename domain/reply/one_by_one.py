"""Pieces and places of the work that are told of one by one: what is said of one of them is not
said of the whole.

Knows marks and the parts of figures; how it goes with the states is for rules.
"""

from domain.reply.case import Case, figure_of
from domain.reply.marks import BARE
from domain.reply.roles import REACHED, Role
from domain.reply.states import States


def tells_of_pieces(case: Case, roles: list[Role]) -> bool:
    """ "việc 1 xong, việc 2 60%": figures of several pieces, and none of the whole."""
    return len(_numbered_pieces(case)) > 1 and not _is_of_all(case, roles)


def _numbered_pieces(case: Case) -> set[str]:
    """ "viec 1", "doan 2": pieces of the work that are told of by their numbers."""
    found = set()
    for at in case.places("piece"):
        name = case.plain(at)
        if name[-1:].isdigit():
            found.add(name)
        elif (
            case.measure is None
            and case.kind(at + 1) == "figure"
            and figure_of(case.marks[at + 1]).unit == BARE
        ):
            found.add(case.said(at, at + 2))
    return found


def _is_of_all(case: Case, roles: list[Role]) -> bool:
    """ "hạng mục 1 xong, hạng mục 2 đạt 40%, chung 70%": a figure in a clause without a piece."""
    return any(
        role.part == REACHED
        and not any(case.kind(at) == "piece" for at in range(*case.clause(role.place)))
        for role in roles
    )


def tells_of_places(case: Case, states: States) -> bool:
    """Whether the one share is of a place that is named before it, as others are with their own
    state."""
    told = [_place_of(case, at) for at in (*states.done, *states.not_started)]
    figures = case.places("figure")
    own = _place_of(case, figures[0]) if len(figures) == 1 else ""
    return bool(own) and any(
        other and other != own and other.split()[0] == own.split()[0] for other in told
    )


def _place_of(case: Case, place: int) -> str:
    """ "ap 2", "thon tay": what its clause begins with, "" when that names no place."""
    first = case.after(case.clause(place)[0] - 1)
    if case.kind(first) == "named":
        return case.plain(first)
    if case.kind(first) == "label" and case.kind(first + 1) == "word":
        return case.said(first, first + 2)
    return ""
