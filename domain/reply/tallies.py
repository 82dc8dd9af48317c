"""Counts that explain each other: what was taken in and what became of it, a part and its share of
the whole, what was found among those looked at, and the one that the writer draws from them all.

Changes the parts that figures were given alone; other wholes and parts are for counts.
"""

import re
from dataclasses import replace
from itertools import pairwise
from typing import Final

from domain.measures import kept_noun
from domain.reply.case import Case
from domain.reply.marks import BARE, COUNT, FRACTION, PERCENT
from domain.reply.roles import CHANGE, DETAIL, FROM, LABEL, REACHED, REMAINING, TOTAL, UNSURE, Role
from domain.reply.tokens import several

_OPEN_PARTS: Final = frozenset((REACHED, LABEL, REMAINING, UNSURE, CHANGE, DETAIL))


def tally(case: Case, roles: list[Role]) -> None:
    """Settles in place which of several counts the others only explain."""
    _told_again(case, roles)
    _had_before(case, roles)
    _carried_over(case, roles)
    _what_became(case, roles)
    _share_of_all(case, roles)
    _found_among(case, roles)
    _of_the_very_kind(case, roles)
    _by_rank(case, roles)


def _alike(one: Role, other: Role) -> bool:
    """Whether two counts may be of the same: the later one may leave the noun out."""
    counted = one.figure.unit in (COUNT, BARE) and other.figure.unit in (COUNT, BARE)
    first, second = kept_noun(one.figure.noun), kept_noun(other.figure.noun)
    return counted and (not second or first == second or first.startswith(f"{second} "))


def _lead(case: Case, role: Role) -> str:
    return case.said(case.clause(role.place)[0], role.place)


def _what_became(case: Case, roles: list[Role]) -> None:
    """ "tiếp nhận 140 vụ, hòa giải thành 118 vụ, không thành 22 vụ": of those taken in, the ones
    that were settled, when all outcomes together make up what was taken in."""
    whole = roles[0]
    rest = [role for role in roles[1:] if _alike(whole, role) and role.part in _OPEN_PARTS]
    if len(rest) < 2 or whole.part not in (REACHED, LABEL) or not _is_taken_in(case, whole):
        return
    if sum(role.figure.value for role in rest) != whole.figure.value:
        return
    settled = [role for role in rest if not _is_unsettled(case, role)]
    worked = any(case.kind(case.before(role.place)) == "got" for role in rest)
    if len(settled) == len(rest) and not worked:
        return  # "nhận 60 hồ sơ, trước hạn 40, đúng hạn 20"
    if len(settled) != 1:
        whole.part, whole.reason = UNSURE, "two figures"
        return
    for role in (whole, *rest):
        role.part = DETAIL
    whole.part = TOTAL
    settled[0].part, settled[0].reason = REACHED, ""
    if settled[0].basis is None:
        settled[0].basis, settled[0].weak_basis = whole.basis, True


def _carried_over(case: Case, roles: list[Role]) -> None:
    """ "tồn đầu kỳ 12 đơn, nhận mới 20 đơn, giải quyết 25 đơn, tồn cuối kỳ 7 đơn": those carried
    over and those taken in are what was settled and what is left."""
    if len(roles) != 4 or not all(_alike(roles[0], role) for role in roles[1:]):
        return
    old, new, settled, left = roles
    if not _CARRIED.search(_lead(case, old)) or not _is_taken_in(case, new):
        return
    both = old.figure.value + new.figure.value
    if both != settled.figure.value + left.figure.value or _is_unsettled(case, settled):
        return
    old.part = new.part = left.part = DETAIL
    settled.part, settled.reason = REACHED, ""


_CARRIED: Final = re.compile(r"\b(ton|chuyen sang|chuyen qua|cu chuyen|dau ky|ky truoc)\b")


def _had_before(case: Case, roles: list[Role]) -> None:
    """ "đầu năm có 1.120 hộ nghèo, nay còn 760 hộ, giảm 360 hộ": what there was, what is there now
    and by how much it fell; the first is not reached."""
    for at, (former, now) in enumerate(pairwise(roles)):
        if former.part != REACHED or not _alike(former, now) or now.reason != "left or reached":
            continue
        fall = roles[at + 2].figure.value if at + 2 < len(roles) else 0
        fell = former.figure.value - now.figure.value == fall > 0
        if fell or _AT_FIRST.match(_lead(case, former)):
            former.part = FROM


_AT_FIRST: Final = re.compile(
    r"(hoi |luc |tu )?dau (nam|ky|thang|quy|nhiem ky)\b(?!.*\b(den|toi)\b).*\b(co|la)$"
)


def _is_taken_in(case: Case, role: Role) -> bool:
    """Whether a verb of taking in, or of coming up, leads to a count at once."""
    said = _lead(case, role).removesuffix(" moi").split()
    return said[-1:] == ["nhan"] or " ".join(said[-2:]) in _TAKEN_IN


_TAKEN_IN: Final = frozenset(("thu ly", "phat sinh", "nhan duoc", "tong nhan"))
_UNSETTLED: Final = several("left neg near block ongoing undone start0 later")
_NOT_SETTLED: Final = (
    "tra lai", "tu choi", "rut", "chuyen", "dinh chi", "tam dinh chi", "dang", "huy", "bac",
    "hen lai", "chet",
)  # fmt: skip


def _is_unsettled(case: Case, role: Role) -> bool:
    """ "không thành 22", "trả lại 7", "còn trong hạn 15", "6 đơn chưa tới hạn"."""
    first, last = case.clause(role.place)
    if any(case.kind(at) in _UNSETTLED for at in range(first, last)):
        return True
    said = f"{_lead(case, role)} {case.said(role.place + 1, last)}".split()
    return any(" ".join(said[: len(words.split())]) == words for words in _NOT_SETTLED)


def _share_of_all(case: Case, roles: list[Role]) -> None:
    """ "phát sinh 28 vụ, đã giải quyết 21 vụ, đạt 75%": the share tells what is the whole and what
    the part of it."""
    for at, rate in enumerate(roles):
        if rate.part != REACHED or rate.figure.unit != PERCENT or rate.of_plan or at < 2:
            continue
        whole, part = roles[at - 2], roles[at - 1]
        if whole.part not in (REACHED, LABEL) or part.part != REACHED or not _alike(whole, part):
            continue
        done, total = part.figure.value, whole.figure.value
        if not 0 < done <= total or whole.figure.unit != COUNT:
            continue
        if any(case.kind(i) == "date" for i in range(case.clause(part.place)[0], part.place)):
            continue  # "tháng trước 40 hộ, tháng này 30 hộ, bằng 75%"
        # What the share was rounded to.
        near = 0.5 if rate.figure.value.is_integer() else 0.06
        if abs(100 * done / total - rate.figure.value) > near:
            continue
        part.figure = replace(part.figure, unit=FRACTION, done=done, total=total)
        part.figure = replace(part.figure, unit=FRACTION, done=done, total=total)
        whole.part = DETAIL


def _found_among(case: Case, roles: list[Role]) -> None:
    """ "kiểm tra 214 cơ sở, phát hiện 17 cơ sở vi phạm": fewer, found among those looked at; a
    target may count just these."""
    noun = case.measure.noun if case.measure is not None else ""
    if "vi pham" in noun or "sai pham" in noun:
        return
    for role in roles[1:]:
        found = _lead(case, role).endswith("phat hien")
        if role.part not in (REACHED, LABEL) or not found:
            continue
        before = [r for r in roles if r.part == REACHED and r.place < role.place]
        if any(_alike(r, role) and role.figure.value < r.figure.value for r in before):
            role.part = DETAIL


def bracketed(case: Case, roles: list[Role]) -> None:
    """ "231 ha (xoài 140, mít 61, còn lại nhãn)", "7.820 tấn (khai thác 2.310, nuôi trồng 5.510)":
    what the figure before is made of."""
    for whole in roles:
        opened = whole.place + 1
        if whole.part not in (REACHED, TOTAL) or case.plain(opened) != "(":
            continue
        closed = next((at for at, m in enumerate(case.marks) if case.plain(at) == ")"), opened)
        inside = [role for role in roles if opened < role.place < closed]
        nouns = {"", whole.figure.noun}
        if not all(r.figure.unit in (BARE, COUNT) and r.figure.noun in nouns for r in inside):
            continue
        named = all(case.kind(role.place - 1) in ("word", "label") for role in inside)
        parted = len(inside) > 1 or any(case.kind(at) == "left" for at in range(opened, closed))
        total = sum(role.figure.value for role in inside)
        fits = whole.part == REACHED and named and total <= whole.figure.value
        if parted and (fits or total == whole.figure.value):
            whole.part, whole.reason = REACHED, ""
            for role in inside:
                role.part = DETAIL


def named_result(case: Case, roles: list[Role]) -> None:
    """ "nước sạch 79,4% (nước hợp vệ sinh 98%), chỉ tiêu mình là nước sạch": which of the figures
    the target is about, called by what leads to it."""
    last = roles[-1].place
    for at in case.places("plan"):
        said = case.said(at + 1, case.clause(at)[1]).split()
        if at < last or "la" not in said[:3]:
            continue
        name = " ".join(said[said.index("la") + 1 :])
        reached = [role for role in roles if role.part == REACHED]
        own = [role for role in reached if name and f" {name} " in f" {_lead(case, role)} "]
        if len(own) == 1:
            for role in reached:
                role.part = REACHED if role is own[0] else DETAIL


def _told_again(case: Case, roles: list[Role]) -> None:
    """ "xây mới 6 nhà, sửa 9 nhà. Chỉ tiêu anh hỏi là xây mới nên em báo 6 nhà": a figure that is
    drawn from the others, and was told before, is the result."""
    last = roles[-1]
    if last.part != REACHED or last.figure.unit not in (COUNT, BARE):
        return
    first = case.clause(last.place)[0]
    said = case.said(first, last.place).split()
    if said[-1:] == [] or said[-1] not in _SAYING or not _DRAWN & set(said):
        return
    before = [role for role in roles[:-1] if role.place < first and _alike(role, last)]
    if len(before) < 2 or not any(role.figure.value == last.figure.value for role in before):
        return
    for role in roles[:-1]:
        if role.figure.unit in (COUNT, BARE):
            role.part = DETAIL


_SAYING: Final = several("la bao ghi tinh lay")
_DRAWN: Final = several("nen vay hoi")


def _of_the_very_kind(case: Case, roles: list[Role]) -> None:
    """ "33 hộ thoát nghèo, 41 hộ thoát cận nghèo": one is what the target counts, in full."""
    noun = case.measure.noun if case.measure is not None else ""
    counts = [role for role in roles if role.part == REACHED and role.figure.unit == COUNT]
    own = [role for role in counts if role.figure.noun == noun]
    if " " not in noun or len(own) != 1:
        return
    for role in counts:
        wider = noun.startswith(f"{role.figure.noun} ")
        if role is not own[0] and wider and case.kind(role.place + 1) == "word":
            role.part = DETAIL


def _by_rank(case: Case, roles: list[Role]) -> None:
    """ "thêm 1 căn, là căn thứ 12": the rank counts all so far."""
    last = roles[-1]
    if not case.plain(last.place).startswith("thu ") or last.part != REACHED:
        return
    for role in roles[:-1]:
        if role.figure.value <= last.figure.value and role.figure.noun in ("", last.figure.noun):
            role.part = DETAIL
