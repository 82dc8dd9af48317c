"""The note that is kept with a reply: the words that no field holds, as they were typed.

Chooses clauses; changes nothing in them.
"""

from domain.reply.case import Case
from domain.reply.requests import Request
from domain.reply.states import States

_LONGEST = 500
_HARD = frozenset(("figure", "extend", "close", "code", "done"))


def note_of(case: Case, states: States, request: Request | None, figures: list[int]) -> str | None:
    """Clauses that tell of a difficulty or of something else than figures, joined by "; "."""
    clauses: list[tuple[int, int]] = []
    at = 0
    while at < len(case.marks):
        first, last = case.clause(at)
        at = max(last, at) + 1
        inside = range(first, last)
        blocked = [i for i in states.blocked if i in inside]
        if blocked:
            clauses.append(_around(case, blocked[0], first, last))
            continue
        kinds = [case.kind(i) for i in inside]
        cause = first + kinds.index("cause") if "cause" in kinds else last
        if cause + 1 < last:
            clauses.append((cause, last))
            continue
        words = kinds.count("word") + kinds.count("label")
        told = any(i in figures for i in inside) or (request and request.place in inside)
        if words >= 2 and not told:
            clauses.append((first, last))
    shown = [case.shown(first, last) for first, last in clauses]
    note = "; ".join(dict.fromkeys(part for part in shown if part))
    return note[:_LONGEST] or None


def _around(case: Case, place: int, first: int, last: int) -> tuple[int, int]:
    """A difficulty with what stands around it, up to a figure or a request."""
    start = place
    while start > first and case.kind(start - 1) not in _HARD:
        start -= 1
    end = place + 1
    while end < last and case.kind(end) not in ("extend", "close"):
        end += 1
    return start, end
