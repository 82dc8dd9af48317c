"""Those who were put forward, beside those with whom it came to something: introduced and admitted,
applied and granted.

Says which of two counts is the result; other wholes and parts are for counts.
"""

from itertools import pairwise
from typing import Final

from domain.reply.case import LIGHT, Case
from domain.reply.out_of import alike
from domain.reply.roles import DETAIL, REACHED, TOTAL, Role

_BETWEEN: Final = LIGHT | {"about"}


def put_forward(case: Case, roles: list[Role]) -> None:
    """ "05 đồng chí được giới thiệu, kết nạp 03", "kết nạp 2, 5 đồng chí đang học cảm tình":
    those who were put forward, beside those with whom it came to something."""
    for former, later in pairwise(roles):
        both = former.part == later.part == REACHED and alike(former, later)
        if not both or later.place < case.clause(former.place)[1]:
            continue
        if _came_of_it(case, later) and _is_forward(case, former):
            fewer = later.figure.value <= former.figure.value
            former.part = TOTAL if fewer else former.part
        elif _came_of_it(case, former) and _is_forward(case, later):
            later.part = DETAIL


def _came_of_it(case: Case, role: Role) -> bool:
    verb = case.before(role.place, _BETWEEN)
    worked = case.kind(verb) in ("got", "done", "acted")
    return worked and case.plain(verb) not in _HAVING and not _is_forward(case, role)


def _is_forward(case: Case, role: Role) -> bool:
    said = f" {case.said(*case.clause(role.place))} "
    return any(f" {step} " in said for step in _FORWARD)


_HAVING: Final = frozenset(("co", "hien co", "nhan", "tiep nhan"))
_FORWARD: Final = (
    "gioi thieu", "de nghi", "de xuat", "nop don", "nop ho so", "hoc cam tinh", "lop cam tinh",
    "de cu", "dua vao nguon",
)  # fmt: skip
