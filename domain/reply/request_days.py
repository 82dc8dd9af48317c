"""The day that an extension asks for, from the words that say until when.

Takes the marks that until found; gives the extension with its day, or the question about it.
"""

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from domain.dates import DAY, IMPOSSIBLE, LENGTH, LOOSE, SPAN, Mention, add_length, month_end
from domain.reply.case import LIGHT, Case, figure_of, mention_of
from domain.reply.item import EXTEND, Doubt, Item, Readings
from domain.reply.marks import BARE
from domain.reply.requests import Request
from domain.reply.tokens import several
from domain.reply.until import follows


def item_of(case: Case, request: Request) -> Item | Doubt:
    """The extension with its day, or the question about the day."""
    mentions = [mention_of(case.marks[at]) for at in request.dates]
    if not mentions:
        unknown = any(case.kind(at) in ("ask", "neg") for at in _nearby(case, request.place))
        unread = case.kind(case.after(request.place)) in ("figure", "clock")  # "thêm 48 tiếng"
        return Doubt("which date") if unknown or unread else Item(EXTEND)
    if _span_of_days(case, request):
        return Doubt("which date", _offered(mentions))
    lengths = [at for at in request.dates if mention_of(case.marks[at]).kind == LENGTH]
    if any(_is_a_range(case, at) for at in lengths):
        return Doubt("which date")
    begun = _start_of(case, lengths[0]) if len(lengths) == 1 else None
    if begun is not None:
        mentions = [mention_of(case.marks[lengths[0]])]
    mentions = _weekdays_settled(_weeks_settled(mentions))
    if len(mentions) == 2 and begun is None:
        mentions = _length_settled(case, mentions)
    if len(mentions) > 1:
        days = {m.last for m in mentions}
        if len(days) > 1 or any(m.kind != DAY for m in mentions):
            return Doubt("which date", _offered(mentions))
    mention = mentions[0]
    found = _day(case, mention, begun)
    if isinstance(found, Doubt):
        return found
    if (case.today - found).days > _LONG_PAST and mention.edge in ("het", "cuoi"):
        years = [t for at in request.dates for t in case.tokens(at, at + 1) if len(t.plain) == 4]
        if not any(token.plain.isdigit() for token in years):
            # "đến hết quý I", said in December
            found = month_end(found.year + 1, found.month)
    if found < case.today or (case.due is not None and found <= case.due):
        return _past(found)
    return Item(EXTEND, date=found)


def _is_a_range(case: Case, length: int) -> bool:
    """ "3-5 ngày", "5 đến 7 ngày", "vài ba ngày", "3 hay 4 hôm": which of them is not said."""
    joined = case.plain(length - 1)
    if case.kind(length - 2) == "figure" and joined in _JOINING:
        return figure_of(case.marks[length - 2]).unit == BARE
    return joined in _FEW


_JOINING: Final = several("- den toi hay hoac ~ ,")
_FEW: Final = several("vai dam")


_LONG_PAST: Final = 180


def _past(day: date) -> Doubt:
    """The day is told with the question, and cannot be chosen."""
    return Doubt("past date", (("doubt.until", (Item(EXTEND, date=day),)),))


def _start_of(case: Case, length: int) -> date | None:
    """The day from which "10 ngày kể từ hôm nay" counts, None for the deadline."""
    tokens = case.words.tokens
    for at in range(length + 1, len(case.marks)):
        start = case.marks[at].start
        if case.kind(at) == "date" and _counts_from([t.plain for t in tokens[:start][-4:]]):
            mention = mention_of(case.marks[at])
            return mention.first if mention.kind == DAY else None
        if case.kind(at) == "now" and tokens[start - 1].plain == "tu":
            return case.today
        if case.kind(at) in ("stop", "figure", "code"):
            break
    return None


def _counts_from(said: list[str]) -> bool:
    """ "kể từ (ngày) 10/6", "so với hạn 15/5"."""
    return "tu" in said[-2:] or (said[-2:] == ["voi", "han"]) or said[-3:-1] == ["voi", "han"]


def _nearby(case: Case, place: int) -> range:
    return range(place + 1, case.clause(place)[1])


def _span_of_days(case: Case, request: Request) -> bool:
    """ "từ 15 đến 20/7"."""
    at = request.dates[0]
    before = case.before(at, LIGHT)
    return (
        case.kind(before) == "figure"
        and follows(case, before, "tu")
        and case.marks[before].value.unit == BARE
    )


def _weeks_settled(mentions: list[Mention]) -> list[Mention]:
    """ "thứ hai 11/8 tuần tới", "giữa tháng 9, tức 15/9": a time beside the one day in it says
    nothing new."""
    days = [m.last for m in mentions if m.kind == DAY and m.last is not None]
    if len(days) != 1:
        return mentions
    day = days[0]
    return [
        m
        for m in mentions
        if m.kind not in (SPAN, LOOSE) or not (m.first and m.last and m.first <= day <= m.last)
    ]


def _weekdays_settled(mentions: list[Mention]) -> list[Mention]:
    """ "11/3 (thứ hai)": a weekday beside its date says nothing new, or shows a slip."""
    named = [m for m in mentions if m.weekday and not m.dated]
    days = [m for m in mentions if m.kind == DAY and m not in named]
    if len(named) != 1 or len(days) != 1 or len(mentions) != 2:
        return mentions
    first, other = named[0].first, days[0].first
    if first is None or other is None or first.weekday() != other.weekday():
        return [replace(days[0], kind=IMPOSSIBLE)]
    return days


def _length_settled(case: Case, mentions: list[Mention]) -> list[Mention]:
    """ "thêm 10 ngày, tức đến 25/6": the day alone, when both say the same."""
    lengths = [m for m in mentions if m.kind == LENGTH]
    days = [m for m in mentions if m.kind == DAY]
    if len(lengths) == len(days) == 1 and _day(case, lengths[0], None) == days[0].last:
        return days
    return mentions


def _day(case: Case, mention: Mention, begun: date | None) -> date | Doubt:
    """The one day that a mention asks for."""
    if mention.kind == IMPOSSIBLE:
        return Doubt("impossible date")
    if mention.kind == LENGTH:
        start = begun or case.due or case.today
        found = add_length(start, mention.count, mention.unit, case.is_working_day)
        return Doubt("which date") if found is None else found
    if mention.kind in (SPAN, LOOSE) or mention.last is None:
        return Doubt("which date", _offered([mention]))
    found = mention.last
    if mention.day_only and found < case.today:
        following = month_end(found.year, found.month) + timedelta(days=1)
        if found.day > month_end(following.year, following.month).day:
            return Doubt("impossible date")
        found = following.replace(day=found.day)
    elif not mention.dated and found < case.today:
        in_this_year = _same_day(found, case.today.year)
        if in_this_year is None or in_this_year < case.today:
            return _past(found)
        found = in_this_year
    return found


def _same_day(day: date, year: int) -> date | None:
    try:
        return day.replace(year=year)
    except ValueError:
        return None


def _offered(mentions: list[Mention]) -> Readings:
    """Days to choose from, for "tuần sau" or two dates in one message."""
    days: list[date] = []
    for mention in mentions:
        if mention.first is None or mention.last is None:
            continue
        if mention.first == mention.last:
            days.append(mention.last)
        elif (mention.last - mention.first).days == 6:
            days += [mention.first + timedelta(days=4), mention.last]
        else:
            days.append(mention.last)
    return tuple(("doubt.until", (Item(EXTEND, date=day),)) for day in dict.fromkeys(days))
