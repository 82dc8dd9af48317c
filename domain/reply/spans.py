"""Of which time a figure is told: "tháng 5 thu 8 tỷ", "lũy kế đến hết tháng 5", "5 tháng 200 tỷ".

Only what has begun counts; whether it may still be reported on is for others.
"""

from datetime import date
from typing import Final

from domain.dates import DAY, LENGTH, SPAN, Mention, month_end
from domain.reply.basis import AS_OF, is_left_out
from domain.reply.case import LIGHT, Case, mention_of
from domain.reply.finishing import is_of_paper, is_vague
from domain.reply.roles import REACHED, Role

Span = tuple[date, date]
"""The first and the last day."""

# What may stand around a figure and its day: "tính đến ngày 4/6 mới đạt được 60% rồi ạ".
_BESIDE: Final = LIGHT | {"tonow", "cum", "got", "about", "date", "clock"}
_WRONGLY: Final = frozenset(("nham", "lon", "sai"))
# "từ hôm thứ Sáu" is still so today; "trước", "sau" are other days.
_OTHER_DAYS: Final = frozenset(("truoc", "sau", "tu"))


def span_of(case: Case, roles: list[Role]) -> Span | None:
    """The one time that the clauses of what is reached name; None where it is none or several."""
    found: set[Span] = set()
    for role in roles:
        if role.part != REACHED:
            continue
        first, last = case.wide_clause(role.place)
        for place in range(first, last):
            if case.kind(place) == "date" and (span := _span_at(case, place)):
                found.add(span)
    return found.pop() if len(found) == 1 else None


def day_of(case: Case, roles: list[Role]) -> date | None:
    """The one past day at which what is reached stood: "65% hôm thứ Sáu", "60% tính đến 5/6";
    None where it is none, several, or a day of something else."""
    days = case.places("date")
    if len(days) != 1 or sum(role.part == REACHED for role in roles) != 1:
        return None
    (place,) = days
    mention = mention_of(case.marks[place])
    day = mention.first
    if mention.kind != DAY or day is None or day >= case.today or mention.day_only:
        return None
    if mention.edge not in ("", "het") or is_vague(case, place) or is_of_paper(case, place):
        return None
    led = place - 2 if case.plain(place - 1) == "hom" else place - 1
    if case.plain(led).split(" ")[-1] in _OTHER_DAYS:
        return None
    at = next(role.place for role in roles if role.part == REACHED)
    first, last = case.wide_clause(at)
    if not first <= place < last:
        return None
    beside = range(first, at) if place < at else range(at + 1, last)
    if any(case.kind(i) == "void" or not _is_beside(case, i) for i in beside):
        return None
    return day


def _is_beside(case: Case, place: int) -> bool:
    kind = case.kind(place)
    if kind == "tell" and case.plain(place).split(" ")[-1] in _WRONGLY:
        return False  # "65%, hôm qua em ghi nhầm"
    return kind in _BESIDE or kind == "break" or case.plain(place) == "hom"


def span_of_state(case: Case) -> Span | None:
    """The same of what is told without a figure: "báo cáo tháng 5 xong rồi"."""
    found = {span for place in case.places("date") if (span := _span_at(case, place))}
    return found.pop() if len(found) == 1 else None


def _span_at(case: Case, place: int) -> Span | None:
    mention, today = mention_of(case.marks[place]), case.today
    if mention.kind == LENGTH:
        return _of_months(mention, today)
    if mention.first is None or mention.last is None or mention.first > today:
        return None
    if case.plain(place - 1) in AS_OF or is_left_out(case, place):
        return None
    if mention.kind == SPAN and mention.edge in ("", "trong"):
        return mention.first, mention.last
    ends = mention.edge in ("het", "cuoi") or case.plain(place - 1).split(" ")[-1] in (
        "den",
        "toi",
        "het",
    )
    if mention.kind in (DAY, SPAN) and ends and mention.last < today:
        return date(mention.last.year, 1, 1), mention.last
    return None


def _of_months(mention: Mention, today: date) -> Span | None:
    """ "5 tháng" said in June or later: from January to the end of May."""
    months = int(mention.count)
    if mention.unit != "month" or months != mention.count or not 1 < months < today.month:
        return None
    return date(today.year, 1, 1), month_end(today.year, months)
