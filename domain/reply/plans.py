"""Figures that are planned, and not reached: "kế hoạch 50 hộ", "số 45 tỷ là dự toán".

Says which they are; the part of each figure is given in figures.
"""

from typing import Final

from domain.reply.case import LIGHT, Case, figure_of
from domain.reply.marks import PERCENT, Figure


def of_plan(case: Case, place: int) -> bool:
    following = case.after(place, frozenset(("fill",)))
    if _is_aimed_at(case, place, following):
        case.call(following, "plan")  # "đạt 60% mục tiêu"
        if case.plain(following + 1) in ("de ra", "dat ra"):
            case.call(following + 1, "plan")
    if case.kind(following) == "plan":
        case.used.add(following)
        return True
    return False


def _is_aimed_at(case: Case, place: int, following: int) -> bool:
    """ "đạt 60% mục tiêu đề ra": the share of what is aimed at; "60% là mục tiêu" is the aim."""
    share = figure_of(case.marks[place]).unit == PERCENT
    return share and following == place + 1 and case.plain(following) == "muc tieu"


def is_the_plan(case: Case, place: int, figure: Figure) -> bool:
    """ "số 45 tỷ hôm trước là dự toán": the figure is called the plan."""
    following = case.after(place, LIGHT | {"date", "compare", "document"})
    called = any(case.plain(i) == "la" for i in range(place + 1, following))
    return figure.unit != PERCENT and called and case.kind(following) == "plan"


def is_set(case: Case, place: int, left: int) -> bool:
    """Whether a plan or who sets it leads to the figure, with nothing reached between."""
    first = case.clause(place)[0]
    for at in range(place - 1, first - 1, -1):
        kind, said = case.kind(at), case.plain(at)
        if kind == "done" and _must_be_finished(case, at, place):
            return True
        if kind == "figure" and said.isdigit() and 1990 <= int(said[:9]) <= 2099:
            continue  # "kế hoạch năm 2024 kiểm tra 6 vụ"
        if kind in ("figure", "done", "now", "tonow", "cum", "per", "roi", "acted", "about"):
            return False
        if kind == "got" and said.split()[-1] in ("duoc", "dat", "dc", "co"):
            return False
        if said in ("da", "moi", "chi", "thi", "ma") or said.startswith("da "):
            return False
        if kind == "plan":
            if said == "giao" and _to_people(case, at, place):
                return False
            if all(case.kind(i) in _JOINING for i in range(at + 1, place)):
                return True  # "kế hoạch vốn năm nay 95 tỷ"
            if said.endswith(" giao") and case.plain(at + 1) == "cho":
                return True  # "chỉ tiêu giao cho hội: 420 con"
            led = said in ("ke hoach", "ke hoach nam", "kh", "giao", "duoc giao", "tren giao")
            return led and case.kind(at - 1) != "document" and case.plain(at - 1) not in _AFTER
    return False


def _to_people(case: Case, verb: int, place: int) -> bool:
    """ "đàn heo giao cho hội viên nuôi: 420 con": handed to people who keep it; a plan is set for a
    unit ("chỉ tiêu giao cho hội: 420 con")."""
    said = case.said(verb + 1, place).split()
    given = said[:1] == ["cho"] and bool(_PEOPLE & {" ".join(said[1:3]), *said[1:2]})
    return given and not any(case.kind(at) == "plan" for at in range(verb))


_PEOPLE: Final = frozenset(
    ("hoi vien", "doan vien", "ba con", "nguoi dan", "hoc sinh", "ho", "dan", "nguoi", "cac")
)


def _must_be_finished(case: Case, done: int, place: int) -> bool:
    """ "xong 13 căn (chỉ tiêu xong 30)": the plan says what is to be finished, beside a count that
    was reached."""
    aimed = case.kind(case.before(done)) == "plan" and not case.plain(done).startswith("da ")
    others = (figure_of(case.marks[at]) for at in case.places("figure") if at != place)
    return aimed and done == case.before(place) and any(f.unit != PERCENT for f in others)


_JOINING: Final = LIGHT | {"date"}
_AFTER: Final = frozenset(("theo", "so voi", "bang", "vuot", "dat"))


def spent_later(case: Case, place: int, figure: Figure) -> bool:
    """ "vốn 50 tỷ, giải ngân 23,5 tỷ": what there is to spend, before what was spent."""
    later = (figure_of(case.marks[at]) for at in case.places("figure") if at > place)
    return any(f.unit == figure.unit and f.value <= figure.value for f in later)
