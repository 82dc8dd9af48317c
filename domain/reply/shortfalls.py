"""All there is, told by what is left of it: "còn 2 ngõ nữa là đủ 24", "có 68 hộ, giờ còn 12 hộ".

Turns the figure of the whole into so many of it; a rest that stands alone is for leftovers.
"""

import re
from dataclasses import replace
from itertools import pairwise
from typing import Final

from domain.measures import kept_noun
from domain.reply.case import Case
from domain.reply.marks import AMOUNT, BARE, COUNT, FRACTION, Figure
from domain.reply.roles import DETAIL, REACHED, REMAINING, TOTAL, UNSURE, Role

_COUNTED: Final = frozenset((COUNT, BARE, AMOUNT))
# How many of the smaller unit make one of the larger.
_LARGER: Final = {("m", "km"): 1000.0, ("m2", "ha"): 10_000.0, ("kg", "tan"): 1000.0}


def take_from_all(case: Case, roles: list[Role]) -> None:
    """Settles in place each pair of a whole and what is left of it."""
    if not case.has("more", "left"):
        return
    _without_some(case, roles)
    for former, role in pairwise(roles):
        if _reaches_all(case, former, role):
            _count_done(role, former)
        elif _is_left_of(case, former, role):
            if any(case.kind(at) == "now" for at in range(former.place, role.place)):
                _count_done(former, role)
            else:
                # "xã có 68 hộ, còn 12 hộ chưa làm": are the 68 all, or those who did?
                former.part, former.reason = UNSURE, "left"


def _without_some(case: Case, roles: list[Role]) -> None:
    """ "120 hộ, trừ trùng 6 hộ còn 114": what is left without those that do not count."""
    for whole, out, rest in zip(roles, roles[1:], roles[2:], strict=False):
        between = range(whole.place + 1, out.place)
        fits = whole.figure.value - out.figure.value == rest.figure.value
        if fits and any(case.kind(at) == "except" for at in between):
            rest.part, rest.reason = REACHED, ""
            rest.figure = replace(rest.figure, unit=whole.figure.unit, noun=whole.figure.noun)
            whole.part = out.part = DETAIL


def _reaches_all(case: Case, rest: Role, whole: Role) -> bool:
    """ "còn 2 ngõ nữa là đủ 24", "1.800 mét nữa là hoàn thành 20km"."""
    between = case.said(rest.place + 1, whole.place)
    return between.startswith("nua") and _UP_TO.fullmatch(between) is not None


_UP_TO: Final = re.compile(
    r"nua (la |thi |moi )?((du|tron|xong|hoan thanh|dat|duoc|cham|het|lap)( |$))+"
    r"(ca |muc |con so )?(chi tieu|ke hoach)?( la)?"
)


def _is_left_of(case: Case, whole: Role, rest: Role) -> bool:
    """ "có 68 hộ, giờ còn 12 hộ nữa chưa chịu": all there were, and those who have not."""
    led = case.before(whole.place)
    had = case.plain(led) in ("co", "hien co", "tong", "tong so", "tong cong co")
    ended = case.kind(whole.place + 1) == "break"
    same = kept_noun(whole.figure.noun) == kept_noun(rest.figure.noun)
    counted = whole.figure.unit == rest.figure.unit == COUNT and same and case.measure is not None
    shares = whole.part in (REACHED, TOTAL) and rest.part == REMAINING
    return had and ended and counted and shares


def _count_done(whole: Role, rest: Role) -> None:
    """Makes the whole "so many of it"; figures that cannot be set off stay in doubt."""
    figure = whole.figure
    left = _in_unit_of(figure, rest.figure)
    if left is None or not 0 <= left <= figure.value:
        whole.part, whole.reason = UNSURE, "left"
        return
    done = round(figure.value - left, 6)
    noun, scale = figure.noun or rest.figure.noun, max(figure.scale, rest.figure.scale)
    whole.figure = replace(
        figure, unit=FRACTION, value=done, done=done, total=figure.value, noun=noun, scale=scale
    )
    whole.part, whole.reason = REACHED, ""
    rest.part = DETAIL


def _in_unit_of(whole: Figure, rest: Figure) -> float | None:
    """What is left, in the unit of the whole; None where they do not go together."""
    if not {whole.unit, rest.unit} <= _COUNTED or (AMOUNT in (whole.unit, rest.unit)) != (
        whole.unit == rest.unit == AMOUNT
    ):
        return None
    one, other = kept_noun(rest.noun), kept_noun(whole.noun)
    if one == other or "" in (one, other):
        return rest.value
    times = _LARGER.get((one, other))
    return None if times is None else rest.value / times
