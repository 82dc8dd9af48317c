"""Whether "5/6" may be a day: of the calendar, or five of six.

Looks at what stands around it and at how near the day would be; its part is for figures.
"""

from calendar import isleap
from datetime import date
from typing import Final

from domain.measures import COUNT
from domain.reply.case import Case, figure_of
from domain.reply.marks import COUNT as COUNTED
from domain.reply.marks import FRACTION, Figure
from domain.reply.tokens import several

# "xong 3/4 khối lượng" is no date.
_WHOLES: Final = frozenset(
    (
        "phan", "khoi luong", "khoi luong cong viec", "cong viec", "phan viec", "noi dung", "so",
        "tong so",
    )
)  # fmt: skip
_MEASURED: Final = frozenset(("tien do", "khoi luong", "khoi luong cong viec", "ty le"))
_NEAR: Final = 75  # days from the reply in which a day is told or promised
_NEAR_DUE: Final = 14


def means_two_things(figure: Figure) -> bool:
    """ "50/50": half, or all? "1/2 km": one of two, or half of one?"""
    if figure.unit != FRACTION:
        return False
    if not figure.noun:
        return figure.done == figure.total == _FIFTY
    return figure.noun in _MEASURED_OUT and (figure.done, figure.total) in _SHARES


_FIFTY: Final = 50
_SHARES: Final = frozenset(((1, 2), (1, 3), (2, 3), (1, 4), (3, 4)))
_MEASURED_OUT: Final = several("km ha tan ta mau kg")


def may_be_a_day(case: Case, place: int, figure: Figure, near_left: int, left_kind: str) -> bool:
    """Whether a fraction has to be asked about; `near_left` is the mark that leads to it,
    `left_kind` the kind of the one before that tells something."""
    if not _could_be(case, place, figure) or case.kind(near_left) == "got":
        return False
    listed = case.kind(place - 1) == "colon" and "ngay" not in case.plain(place - 2).split()
    if listed and case.measure is not None and case.measure.kind == COUNT:
        return False  # "trường chuẩn: 8/12"
    if _names_the_rest(case, place, figure):
        return False
    if (figure.total or 0) <= 4 and case.kind(near_left) == "about":
        return False  # "khoảng 1/3"
    # "tổ chức xong 6/8 chi đoàn"
    worked = left_kind == "done" and case.kind(place + 1) in ("word", "label", "named")
    measured = case.plain(place - 1) in _MEASURED  # "tiến độ 3/4"
    return not worked and not measured and case.plain(place + 1) not in _WHOLES


def _names_the_rest(case: Case, place: int, figure: Figure) -> bool:
    """ "ấp văn hoá 7/8, riêng ấp Rạch Gốc …", "thôn đạt chuẩn 4/5, còn thôn Đoài": the one that is
    not among them is told by name."""
    if case.measure is None or (figure.total or 0) - (figure.done or 0) > 2:
        return False
    after = case.clause(place)[1] + 1
    parted = case.plain(after) == "rieng" or case.kind(after) in ("left", "but", "except")
    named = case.kind(after + 1) in ("label", "named", "word")
    return parted and named and case.plain(after + 1).split(" ")[0] == case.measure.noun.split()[0]


def _could_be(case: Case, place: int, figure: Figure) -> bool:
    """ "5/6 xong rồi" on 9 June may be a day; "8/10 cđ", "10/10 xong" in March are none."""
    day = figure.maybe_date
    if day is None or _is_of_all(case, place, figure):
        return False
    counts = case.kind(place + 1) in ("word", "label", "piece", "named")
    if not counts and not (figure.done == figure.total and case.has("done")):
        return True
    near = [day.replace(year=year) for year in _years_about(day, case.today)]
    due = case.due
    if due is not None and any(abs((each - due).days) <= _NEAR_DUE for each in near):
        return True
    return any(abs((each - case.today).days) <= _NEAR for each in near)


def _is_of_all(case: Case, place: int, figure: Figure) -> bool:
    """ "trường tôi 12 phòng, nâng cấp xong 9/12": all that there are was told before."""
    told = (figure_of(case.marks[at]) for at in case.places("figure") if at < place)
    return any(other.unit == COUNTED and other.value == figure.total for other in told)


def _years_about(day: date, today: date) -> list[int]:
    leap = (day.month, day.day) == (2, 29)
    years = range(today.year - 1, today.year + 2)
    return [year for year in years if not leap or isleap(year)]
