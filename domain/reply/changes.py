"""Changes that are what a target counts: "giảm được 18 hộ nghèo", "nợ đọng thu được 1 tỷ".

Says so of a word for a change before a figure; the part of the figure is given in figures.
"""

from typing import Final

from domain.measures import PERCENT as PERCENT_KIND
from domain.measures import counts_the_same
from domain.reply.basis import basis_of
from domain.reply.case import LIGHT, Case, figure_of
from domain.reply.item import PERIOD
from domain.reply.marks import COUNT, FRACTION, Figure
from domain.reply.times import is_foreseen


def given_apart(case: Case, left: int, place: int) -> bool:
    """ "em bổ sung: 88,6%" gives what was left out, and tells of no change."""
    return any(case.kind(at) == "colon" for at in range(max(left, 0), place))


def worked_off(case: Case, left: int, place: int) -> bool:
    """ "nợ đọng thu được 1,05 tỷ", "tồn đọng giải quyết được 90%", "bổ sung được 560 đầu sách":
    what was done about it, and not how much it changed."""
    got = [case.plain(at) for at in range(left + 1, place) if case.kind(at) == "got"]
    done = any(plain.split(" ")[-1] in ("duoc", "dc", "xong") for plain in got)
    if case.plain(left) == "bo sung" and _gives(case, left):
        return True
    if got and (got[0].startswith("da ") or case.plain(left + 1) == "da"):
        done = True  # "nợ thuế đã thu hồi 11,2 tỷ"
    if got and figure_of(case.marks[place]).unit == FRACTION:
        done = True  # "đơn tồn đọng giải quyết 13/20"
    return done and case.plain(left) in _STANDING


def _gives(case: Case, left: int) -> bool:
    """ "trồng bổ sung 300 cây", "cấp bổ sung 88 đầu sách": what was done to make it up."""
    first = case.clause(left)[0]
    verb = case.kind(left - 1) == "got" or case.plain(left - 1) in _GIVING
    asked = any(case.kind(at) in _WANTED for at in range(first, left))
    return verb and left > first and not asked


_GIVING: Final = frozenset(("cap", "mua", "dat", "ke", "tang", "phat", "dong"))
_WANTED: Final = frozenset(("asks", "help", "forecast", "plan", "neg"))
_STANDING: Final = frozenset(
    ("no dong", "no thue", "ton dong", "bo sung", "ton", "no", "thanh ly", "an ton", "con no")
)


def made_fewer(case: Case, left: int, figure: Figure) -> bool:
    """ "giảm được 18 hộ nghèo" of a target that counts them."""
    measure = case.measure
    counted = measure is not None and counts_the_same(figure.noun, measure)
    reduced = figure.unit in (COUNT, FRACTION) and case.plain(left) == "giam duoc"
    return reduced and counted


def since_the_start(case: Case, place: int) -> bool:
    """ "giảm được 41 hộ nghèo so với đầu năm": all that the year has brought."""
    following = case.plain(case.after(place, LIGHT | {"plan"}))
    return following in ("so voi dau nam", "so voi dau ky")


def added(case: Case, place: int, left: int) -> bool:
    """ "trong tuần thêm 12 hộ": what a period brought to a counted target."""
    counted = case.measure is not None and case.measure.kind != PERCENT_KIND
    added = counted and case.plain(left) in _ADDED and basis_of(case, place)[0] == PERIOD
    return added and not is_foreseen(case, place)


_ADDED: Final = frozenset(
    ("them", "bo sung", "lam them", "lam them duoc", "them duoc", "duoc them", "dat them")
)


def lent(case: Case, left: int) -> bool:
    """ "cho 30 hộ vay 1,5 tỷ", "hội viên được vay 620 triệu": lent, not borrowed."""
    lending = (case.plain(at) in ("cho", "duoc", "dc") for at in range(case.clause(left)[0], left))
    return case.plain(left) == "vay" and any(lending)
