"""Of which time a figure is told: "tháng 5 thu 8 tỷ", "lũy kế đến hết tháng 5", "5 tháng 200 tỷ".

Only what has begun counts; whether it may still be reported on is for others.
"""

from datetime import date

from domain.dates import DAY, LENGTH, SPAN, Mention, month_end
from domain.reply.case import Case, mention_of
from domain.reply.roles import REACHED, Role

Span = tuple[date, date]
"""The first and the last day."""


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
