"""Counts of one reply that explain each other: the whole and its part, what is done and left.

Arithmetic only; which figure counts is known before (figures), what is recorded is for facts.
"""

from typing import Final

from domain.measures import counts_people
from domain.reply.case import Case
from domain.reply.marks import BARE, COUNT, FRACTION
from domain.reply.marks import PERCENT as PERCENT_UNIT
from domain.reply.merging import NEAR, Fact
from domain.reply.roles import PLANNED, REACHED, REMAINING, TOTAL, Role


def share(done: float, total: float) -> float:
    """Percent with two decimals."""
    return round(100 * done / total, 2)


def against_total(case: Case, roles: list[Role]) -> Fact | None:
    """ "Tổng số 15 hộ, đã xong 12 hộ" without a measure: 12 of 15."""
    if case.measure is not None:
        return None
    _name_pieces(case, roles)
    totals = [r for r in roles if r.part in (TOTAL, PLANNED) and r.figure.unit == COUNT]
    counts = [r for r in roles if r.part == REACHED and r.figure.unit in (COUNT, BARE)]
    if not totals and all(r.figure.unit == BARE for r in counts):
        totals = [r for r in roles if r.part == TOTAL and r.figure.unit == BARE]  # "tổng 46, ký 30"
    left = [
        r
        for r in roles
        if (r.part == REMAINING and r.figure.unit in (COUNT, BARE))
        or (r.reason == "left or reached" and r.figure.unit == COUNT)
    ]
    if len(counts) == 2 and not totals and not left and _whole_and_part(case, counts):
        whole, part = (role.figure.value for role in counts)
        return Fact(percent=share(part, whole), done=part, total=whole)
    if len(counts) == 3 and not totals and not left:
        return _in_three(case, counts)
    if not counts and len(totals) == len(left) == 1 and left[0].part == REMAINING:
        all_of_it, rest = totals[0].figure, left[0].figure
        if rest.noun in ("", all_of_it.noun) and 0 <= rest.value <= all_of_it.value:
            done = all_of_it.value - rest.value  # "tổng 15 hộ thì còn 3 hộ chưa làm"
            return Fact(percent=share(done, all_of_it.value), done=done, total=all_of_it.value)
    if len(counts) != 1:
        return None
    if counts[0].figure.unit == BARE and (not totals or left or not _is_work(case, counts[0])):
        return None
    done = counts[0].figure.value
    if len(totals) == 1 and counts[0].figure.noun in ("", totals[0].figure.noun) and not left:
        total = totals[0].figure.value
    elif not totals and len(left) == 1 and left[0].figure.noun in ("", counts[0].figure.noun):
        total = done + left[0].figure.value
    else:
        return None
    if not 0 <= done <= total or total == 0:
        return None
    return Fact(percent=share(done, total), done=done, total=total)


def _name_pieces(case: Case, roles: list[Role]) -> None:
    """ "trong 7 di tích thì 5 cái lập hồ sơ xong": "cái" stands for what was counted before."""
    whole = roles[0].figure
    if whole.unit != COUNT or counts_people(whole.noun):
        return
    for role in roles[1:]:
        piece = role.figure.noun.split(" ")[0] in ("cai", "chiec")
        if piece and case.kind(role.place + 1) not in ("word", "label"):
            role.figure.noun = whole.noun


def _in_three(case: Case, counts: list[Role]) -> Fact | None:
    """ "10 thôn xong 7, 3 thôn đang làm": the first is the whole when the others make it up."""
    whole, done, rest = (role.figure.value for role in counts)
    if (
        whole != done + rest
        or counts[0].figure.unit != COUNT
        or not _whole_and_part(case, counts[:2])
    ):
        return None
    return Fact(percent=share(done, whole), done=done, total=whole)


def _is_work(case: Case, role: Role) -> bool:
    """ "tổng 15 hộ, xong 12", "tổng 46 hộ, ký được 30": so many of them, no percentage."""
    before = case.before(role.place)
    if case.kind(before) == "word":
        return is_of_the_whole(case, role.place)
    return case.kind(before) == "done" or (
        case.kind(before) == "got" and case.plain(before) not in _UNCLEAR
    )


# "tổng 46 hộ, đạt 30": of them, or of a hundred?
_UNCLEAR: Final = frozenset(("dat", "co", "da dat"))


def is_of_the_whole(case: Case, place: int) -> bool:
    """ "tổng 64 cặp loa, thay 48": one word and a number, right after all that there are."""
    first, last = case.clause(place)
    if last != place + 1 or place - first > 2 or case.kind(first - 1) != "break":
        return False
    before = case.clause(first - 2) if first > 1 else (0, 0)
    return case.kind(before[0]) == "sum" and case.kind(before[0] + 1) == "figure"


def _whole_and_part(case: Case, counts: list[Role]) -> bool:
    """ "Xã có 12 thôn thì 9 thôn đã họp"."""
    whole, part = counts
    if case.plain(whole.place + 1).split(" ")[0] == "da":
        return False  # "11 ấp đã lập tổ, mà hoạt động thì mới 5 ấp"
    if whole.figure.unit != COUNT or not 0 <= part.figure.value <= whole.figure.value:
        return False
    if part.figure.unit == BARE:
        return case.kind(case.before(part.place)) in ("done", "got")  # "15 chi bộ xong 12"
    before = case.words.tokens[case.marks[whole.place].start - 1].plain if whole.place else ""
    cued = before in ("co", "trong", "tong") or case.plain(whole.place + 1) == "thi"
    start = case.marks[part.place].start
    told = [token.plain for token in case.words.tokens[max(0, start - 2) : start]]
    cued = cued or "moi" in told  # "20 ấp, mới có 13 ấp nộp"
    cued = cued or _is_reached_of(case, whole.place, part.place)
    return cued and whole.figure.noun == part.figure.noun


def _is_reached_of(case: Case, whole: int, part: int) -> bool:
    """ "ấp em 46 hộ, vận động được 30 hộ": who there are, and then what was reached."""
    first, last = case.clause(whole)
    owned = first < whole and all(case.kind(at) in _OWNERS for at in range(first, whole))
    led = case.plain(case.before(part)).split(" ")[-1] in ("duoc", "dc")
    next_to = last == whole + 1 and case.clause(part)[0] == last + 1
    elsewhere = any(case.kind(at) in ("label", "named", "date") for at in range(last, part))
    return owned and led and next_to and not elsewhere


_OWNERS: Final = frozenset(("label", "named", "fill"))


def fills_up(role: Role, facts: list[Fact]) -> bool:
    return any(f.percent and abs(f.percent + role.figure.value - 100) <= NEAR for f in facts)


def adds_up(role: Role, facts: list[Fact]) -> bool:
    """Whether what is left agrees with what was reached."""
    figure = role.figure
    if figure.unit == BARE:
        return (
            not facts or any(f.total or f.value is not None for f in facts) or fills_up(role, facts)
        )
    if figure.unit not in (PERCENT_UNIT, FRACTION):
        return True  # a count beside a figure: "36 đảng viên, còn 24"
    if figure.unit == FRACTION:
        left = 100 * (figure.done or 0) / (figure.total or 1)
    else:
        left = figure.value
    percents = [fact.percent for fact in facts if fact.percent is not None]
    return not percents or any(abs(percent + left - 100) <= NEAR for percent in percents)
