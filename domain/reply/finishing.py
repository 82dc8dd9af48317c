"""On which day something was finished: "xong từ hôm thứ Sáu", "03/6 đã nộp rồi".

The day decides whether it was in time. Where more than one day is told, or a day still to come,
none is taken: then it counts as finished when it is reported.
"""

from datetime import date, timedelta
from typing import Final

from domain.dates import DAY
from domain.reply.case import Case, mention_of

_WEEK: Final = timedelta(days=7)
# "tính đến 03/6 xong": the day up to which is told, not the day on which.
_UP_TO: Final = frozenset(("den", "toi", "het", "truoc", "sau"))
# "báo cáo ngày 3/6 đã xong": the paper's own day.
_PAPERS: Final = ("bao cao", "van ban", "cong van", "ke hoach", "to trinh", "thong bao", "giay moi")
# The other day, whichever it was.
_VAGUE: Final = frozenset(
    ("bua hom", "hom bua", "hom truoc", "bua truoc", "hom no", "bua no", "hom roi", "bua roi")
)


def day_finished(case: Case) -> date | None:
    """The one past day in a clause that says "xong"; None where there is none or several."""
    days: set[date] = set()
    for place in case.places("date"):
        mention = mention_of(case.marks[place])
        first, last = case.wide_clause(place)
        if not any(case.kind(at) == "done" for at in range(first, last)):
            continue
        if mention.kind != DAY or mention.edge or mention.first is None:
            return None
        if case.plain(place - 1).split(" ")[-1] in _UP_TO or is_of_paper(case, place):
            return None
        day = mention.first
        if _is_since(case, place):
            day -= _WEEK
        if day > case.today or is_vague(case, place):
            return None
        days.add(day)
    return days.pop() if len(days) == 1 else None


def _is_since(case: Case, place: int) -> bool:
    """ "xong từ thứ 5": the one that is over, where the name alone is of the one to come."""
    mention = mention_of(case.marks[place])
    ahead = mention.first is not None and mention.first > case.today
    named = mention.weekday and not mention.dated
    return named and ahead and case.plain(place - 1).split(" ")[-1] == "tu"


def is_of_paper(case: Case, place: int) -> bool:
    """Whether the day is that of a paper: "báo cáo ngày 3/6"."""
    return case.plain(place - 1).endswith(_PAPERS)


def is_vague(case: Case, place: int) -> bool:
    """ "bữa hổm": the other day, whichever it was."""
    return case.plain(place) in _VAGUE
