"""Counts out of a whole: "2 điểm đen trên 4 điểm", "1 tổ truyền thông trên tổng số 2 tổ".

Makes so many of so many of two counts; other wholes and parts are for counts.
"""

from dataclasses import replace
from itertools import pairwise
from typing import Final

from domain.measures import kept_noun
from domain.reply.case import Case
from domain.reply.marks import BARE, COUNT, FRACTION
from domain.reply.roles import DETAIL, LABEL, REACHED, TOTAL, Role
from domain.reply.tokens import several


def alike(one: Role, other: Role) -> bool:
    """Whether two counts may be of the same things."""
    nouns = {kept_noun(role.figure.noun) for role in (one, other) if role.figure.noun}
    return (
        len(nouns) <= 1 and one.figure.unit in (COUNT, BARE) and other.figure.unit in (COUNT, BARE)
    )


def is_out_of(case: Case, place: int) -> bool:
    """Whether "trên tổng số", "trong tổng" leads to a figure: all there are."""
    start = case.marks[place].start
    said = [token.plain for token in case.words.tokens[max(0, start - 3) : start]]
    said = said[:-1] if said[-1:] in (["so"], ["dan"]) else said
    return said[-1:] == ["tong"] and said[-2:-1] in (["tren"], ["trong"])


def of_so_many(case: Case, roles: list[Role]) -> None:
    """ "lập 1 tổ truyền thông trên tổng số 2 tổ": a fraction, whatever stands between."""
    for part, whole in pairwise(roles):
        if part.part != REACHED or part.figure.unit not in (COUNT, BARE):
            continue
        done, total = part.figure.value, whole.figure.value
        if done > total or not alike(part, whole):
            continue
        summed = whole.part == TOTAL and is_out_of(case, whole.place)
        if summed or (whole.part in (REACHED, LABEL) and _is_over(case, part, whole)):
            part.figure = replace(part.figure, unit=FRACTION, done=done, total=total)
            whole.part = DETAIL


def _is_over(case: Case, part: Role, whole: Role) -> bool:
    """ "2 điểm đen rác thải trên 4 điểm", "3 tuyến phố/5 tuyến", "42 bộ đèn trong 60": only what
    more is said of the things counted stands before the sign."""
    over = whole.place - 1
    if case.plain(over) not in _OVER or over == part.place or part.figure.unit != COUNT:
        return False
    if whole.figure.unit == BARE and case.kind(case.after(whole.place)) not in _ENDS:
        return False
    return all(case.kind(at) in _SAID_OF for at in range(part.place + 1, over))


_SAID_OF: Final = several("word label named fill got ack")  # "4 lớp đã mở / 6 lớp kế hoạch"
_OVER: Final = several("tren trong /")
_ENDS: Final = several("end stop break")
