"""Divides the marks of a reply among the assignments that it names.

Looks at codes and at where clauses end; what is said of each is for rules.
"""

from dataclasses import dataclass, field
from typing import Final

from domain.reply.case import LIGHT, figure_of
from domain.reply.marks import BARE, COUNT, Mark
from domain.reply.tokens import several

# Marks that say something of an assignment.
TELLING: Final = several(
    "figure done undone start0 ongoing acted block late extend shift close forecast near part "
    "piece left date neg word delta roi tick"
)
_SAYS: Final = several(
    "figure done undone start0 ongoing acted block late extend shift close ack near"
)
_Group = tuple[int, int, tuple[str, ...]]
_JOINS: Final = LIGHT - {"tick"} | {"break", "and", "each", "sign"}


@dataclass(slots=True)
class Part:
    """Codes (none, one or several that share all that is said) and the marks about them."""

    codes: tuple[str, ...] = ()
    marks: list[Mark] = field(default_factory=list)


def parts_of(marks: list[Mark]) -> list[Part] | None:
    """The parts in the order said; None when it cannot be told what belongs to which code."""
    kinds = {mark.kind for mark in marks}
    if "slip" in kinds:
        return None
    if "code" not in kinds:
        return [Part((), marks)]
    # "còn CT7 được 50%": the word joins, nothing is left.
    marks = [
        mark
        for i, mark in enumerate(marks)
        if mark.kind != "left" or mark.end - mark.start > 1 or not _before_code(marks, i)
    ]
    places = [i for i, mark in enumerate(marks) if mark.kind == "code"]
    if any(_runs_on(marks, place) or _is_excepted(marks, place) for place in places):
        return None
    if any(_reaches_to(marks, place) for place in places):
        return None
    groups = _groups(marks, places)
    if len(groups) == 1:
        first, last, codes = groups[0]
        if len(codes) > 1 and _says(marks[:first]) and _says(marks[last:]):
            return _mixed(marks)  # "xong CT1, CT2 được 50%"
        return [Part(groups[0][2], [m for m in marks if m.kind != "code"])]
    lead = _announced(marks[: groups[0][0]])
    marks = _requests_forward(marks, groups)
    tails = [
        marks[last : groups[k + 1][0] if k + 1 < len(groups) else len(marks)]
        for k, (_, last, _) in enumerate(groups)
    ]
    if not _says(lead):
        return _forward(groups, tails)
    if not _says(tails[-1]):
        return _backward(groups, lead, tails)
    return _mixed(marks)


def _is_excepted(marks: list[Mark], place: int) -> bool:
    """ "trừ NV3 ra thì xong hết"."""
    at = place - 1
    while at >= 0 and marks[at].kind == "fill":
        at -= 1
    return at >= 0 and marks[at].kind == "except"


def _reaches_to(marks: list[Mark], place: int) -> bool:
    """ "NV1 đến NV3": and those between."""
    between = marks[place + 1 : place + 2]
    after = marks[place + 2 : place + 3]
    reaching = bool(between) and between[0].value in ("to", "apart", "dash")
    ranged = reaching or (bool(between) and between[0].kind in ("tonow", "minus"))
    return ranged and bool(after) and after[0].kind == "code"


def _before_code(marks: list[Mark], place: int) -> bool:
    at = place + 1
    while at < len(marks) and marks[at].kind == "fill":
        at += 1
    return at < len(marks) and marks[at].kind == "code"


def _announced(lead: list[Mark]) -> list[Mark]:
    """What stands before the first code, without "em báo 2 việc", which tells nothing."""
    figures = [mark for mark in lead if mark.kind == "figure"]
    counts = figures and all(figure_of(mark).unit == COUNT for mark in figures)
    if not counts or any(m.kind in _SAYS and m.kind != "figure" for m in lead):
        return lead
    return [mark for mark in lead if mark.kind != "figure"]


def _runs_on(marks: list[Mark], place: int) -> bool:
    """ "CT1, 2 xong", "CT1-3": a bare number after a comma or a dash may be another code."""
    after = marks[place + 1 : place + 3]
    if len(after) < 2 or after[0].kind not in ("break", "minus") or after[1].kind != "figure":
        return False
    return after[0].value != "apart" and figure_of(after[1]).unit == BARE


def _requests_forward(marks: list[Mark], groups: list[_Group]) -> list[Mark]:
    """ "CT1 60%, xin gia hạn CT2 đến 30/6": puts the request behind the code that it names."""
    moved = list(marks)
    for k, (first, last, codes) in enumerate(groups):
        at = first - 1
        while at >= 0 and moved[at].kind in ("fill", "asks"):
            at -= 1
        if k == 0 or at < 0 or moved[at].kind not in ("extend", "shift", "close"):
            continue
        moved[at:last] = [*moved[first:last], *moved[at:first]]
        groups[k] = (at, at + last - first, codes)
    return moved


def _groups(marks: list[Mark], places: list[int]) -> list[_Group]:
    """Neighbouring codes with only commas and "và" between: (first mark, after last, codes)."""
    groups: list[_Group] = []
    for place in places:
        code = str(marks[place].value)
        if groups:
            first, last, codes = groups[-1]
            between = marks[last:place]
            if all(mark.kind in _JOINS for mark in between):
                groups[-1] = (first, place + 1, codes if code in codes else (*codes, code))
                continue
        groups.append((place, place + 1, (code,)))
    return groups


def _says(marks: list[Mark]) -> bool:
    return any(mark.kind in _SAYS for mark in marks)


def _forward(groups: list[_Group], tails: list[list[Mark]]) -> list[Part] | None:
    """ "CT1 60%, CT2 xong": each code owns what follows it."""
    parts: list[Part] = []
    waiting: tuple[str, ...] = ()
    for (_, _, codes), tail in zip(groups, tails, strict=True):
        kinds = {m.kind for m in tail}
        if not _says(tail) and ("later" in kinds or {"tell", "date"} <= kinds):
            continue  # "còn CT7 mai em gửi sau"
        if not _says(tail) and not any(m.kind in TELLING for m in tail):
            waiting += codes
            continue
        if waiting and not _says(tail):
            return None
        parts.append(Part((*waiting, *codes), tail))
        waiting = ()
    if waiting:
        return None
    return parts


def _backward(groups: list[_Group], lead: list[Mark], tails: list[list[Mark]]) -> list[Part] | None:
    """ "60% CT1, 70% CT2": each code owns what stands before it."""
    parts = [Part(groups[0][2], lead)]
    for k in range(1, len(groups)):
        said = tails[k - 1]
        if not _says(said):
            return None
        parts.append(Part(groups[k][2], said))
    parts[-1].marks = parts[-1].marks + tails[-1]
    return parts


def _mixed(marks: list[Mark]) -> list[Part] | None:
    """ "xong CT1, CT2 được 50%": clause by clause, each with its own code."""
    parts: list[Part] = []
    for clause in _clauses(marks):
        codes = tuple(dict.fromkeys(str(m.value) for m in clause if m.kind == "code"))
        said = [m for m in clause if m.kind != "code"]
        if not codes:
            if _says(said):
                if not parts:
                    return None
                parts[-1].marks += said
            continue
        places = [i for i, m in enumerate(clause) if m.kind == "code"]
        between = clause[places[0] : places[-1]]
        if not _says(said) or any(m.kind not in _JOINS | {"code"} for m in between):
            return None
        parts.append(Part(codes, said))
    return parts or None


def _clauses(marks: list[Mark]) -> list[list[Mark]]:
    clauses: list[list[Mark]] = [[]]
    for mark in marks:
        clauses[-1].append(mark)
        if mark.kind in ("break", "stop"):
            clauses.append([])
    return [clause for clause in clauses if clause]
