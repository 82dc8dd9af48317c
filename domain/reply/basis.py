"""Of what a figure is told: of a period ("trong tháng"), or of all so far ("lũy kế").

Looks at the marks around a figure; whether it is foreseen, past or of one day is for times.
"""

from typing import Final

from domain.dates import DAY, LENGTH, SPAN, Mention
from domain.reply.case import LIGHT, Case, figure_of, mention_of
from domain.reply.item import CUMULATIVE, PERIOD
from domain.reply.times import TO_NOW, leads_to_sum
from domain.reply.tokens import several

_ENDS: Final = several("end break stop ack thanks")


def basis_of(case: Case, place: int) -> tuple[str | None, bool]:
    """(period, cumulative or None; whether it was only hinted at)."""
    first = case.wide_clause(place)[0]
    for at in range(place - 1, first - 1, -1):
        mark = case.marks[at]
        if mark.kind == "figure":
            if case.plain(at - 1) in _TAKING_IN and at >= case.clause(place)[0]:
                continue  # "tháng 4 nhận 64 giải quyết 61"
            first = at + 1
            break
        if case.plain(at) == "ngay" and _is_the_day(case, at, place):
            return PERIOD, False
        if case.plain(at) == "dot" and case.plain(at + 1) in ("nay", "vua"):
            return PERIOD, True  # "đợt này kiểm tra 6 cơ sở"
        if mark.kind in ("cum", "per"):
            return (CUMULATIVE if mark.kind == "cum" else PERIOD), False
        if mark.kind in ("tonow", "now") and case.plain(at - 1) in _STARTS:
            return PERIOD, True  # "từ đầu tháng đến nay"
        if mark.kind == "tonow" or case.plain(at) in TO_NOW:
            return (PERIOD if _ends_with_period(case, place) else CUMULATIVE), True
        if mark.kind == "date" and not is_left_out(case, at):
            mention = mention_of(mark)
            if case.kind(at - 1) == "cum" and at > first:
                continue  # "lũy kế quý I 21 vụ"
            if _is_period(mention):
                return PERIOD, True
            if case.plain(at - 2) in _STARTS and case.plain(at - 1) in ("den", "toi"):
                return PERIOD, True  # "từ đầu quý tới hôm nay"
            if _is_year_so_far(case, mention) or _is_till(case, at):
                return CUMULATIVE, True
    following = case.after(place, LIGHT | {"plan", "word", "label"})
    if case.kind(following) == "figure" and case.kind(following - 1) == "and":
        following = _after_another(case, place, following)
    if leads_to_sum(case, first, place) and not case.plain(following).startswith("trong "):
        return CUMULATIVE, True
    last_words = case.kind(following) == "break" and case.kind(following + 1) in ("cum", "per")
    if last_words and case.kind(case.after(following + 1)) in ("end", "stop", "thanks"):
        following += 1  # "0,85 tỷ, lũy kế từ đầu năm"
    if case.kind(following) == "date":
        mention = mention_of(case.marks[following])
        ends = case.kind(case.after(following)) in _ENDS
        since = case.plain(following) in _STARTS and case.kind(following + 1) in ("tonow", "now")
        likened = case.plain(following - 1) in AS_OF
        if since or (ends and _is_period(mention) and not likened):
            return PERIOD, True
    if case.kind(following) == "tonow":
        till = case.after(following)
        come = case.kind(till) == "date" and not case.is_ahead(till)
        if case.kind(case.after(till) if come else till) in _ENDS:
            return CUMULATIVE, True  # "178 hồ sơ đến nay", "… tính đến hết hôm nay"
    if case.plain(place + 1) in _SUMS_BEHIND:
        return CUMULATIVE, True  # "là 36 đơn tổng cộng"
    if case.plain(following) == "them":
        following = case.after(following)  # "lập 3 tổ thêm trong tháng"
        if _is_period_at(case, following):
            return PERIOD, True
    if case.has("cum", "per", "date") and (behind := _basis_behind(case, place)):
        return behind, False
    if _ends_with_period(case, place):
        return PERIOD, True
    if case.kind(following) in ("cum", "per"):
        after = case.kind(case.after(following))
        if after not in ("figure", "got"):
            return (CUMULATIVE if case.kind(following) == "cum" else PERIOD), False
    return None, False


def _ends_with_period(case: Case, place: int) -> bool:
    """ "3 vụ xây không phép trong tháng", also after "đến nay": what the clause ends with holds."""
    last = case.before(case.clause(place)[1], LIGHT | {"thanks"})
    within = last > place and case.plain(last).startswith("trong ") and _is_period_at(case, last)
    return within and not any(
        place < at < last and case.kind(at - 1) != "word" for at in case.places("figure")
    )  # "định danh mức 2" counts nothing


# "vẫn 2 đồng chí như tháng trước": what it is likened to.
AS_OF: Final = frozenset(("nhu", "giong", "bang", "nhu la", "y", "hon", "kem"))


_TAKING_IN: Final = frozenset(("nhan", "tiep nhan", "da nhan", "nhan duoc", "thu ly"))


def _is_the_day(case: Case, at: int, place: int) -> bool:
    """ "trong ngày tiêm 820 liều"; "trồng ngay 820 cây" tells of no day."""
    if case.plain(at - 1) != "trong" or case.kind(at) != "word":
        return False
    return at + 1 < place or case.words.tokens[case.marks[at].start].marked == "ngày"


def _after_another(case: Case, place: int, other: int) -> int:
    """ "3 tổ chức và 5 đảng viên trong quý": the time behind a count of something else, of both."""
    apart = figure_of(case.marks[place]).noun != figure_of(case.marks[other]).noun
    return case.after(other, LIGHT | {"word", "label"}) if apart else other


def _is_period_at(case: Case, at: int) -> bool:
    told = case.kind(at) == "date" and not is_left_out(case, at)
    return told and _is_period(mention_of(case.marks[at]))


def is_left_out(case: Case, place: int) -> bool:
    """ "260 tỷ chưa tính 20 tỷ quý I", "không kể số thu của tháng 5": the time of what is not in
    the figure."""
    at = place - 1
    while case.kind(at) in _TO_WHAT_IS_LEFT_OUT and case.plain(at) != "thi":
        at -= 1
    bare_tru = case.plain(at) == "tru" and not case.words.rich  # "luu tru": lưu trú
    return case.kind(at) == "except" and not bare_tru


# What may stand between "chưa tính" and the time of what it leaves out.
_TO_WHAT_IS_LEFT_OUT: Final = LIGHT | {"figure", "about", "got", "word", "label", "piece"}


def _basis_behind(case: Case, place: int) -> str | None:
    """ "17/34 bản có chi bộ, lũy kế nhé", "64 trường hợp, trong tháng": a clause of its own."""
    last = case.clause(place)[1]
    if case.kind(last) != "break":
        return None
    end = case.wide_clause(place)[1]
    if case.kind(end) != "stop" and any(at > place for at in case.places("figure")):
        return None
    if case.kind(case.after(last)) == "cum":
        return CUMULATIVE  # "230 triệu, cộng dồn cả đợt"
    for at in range(last + 1, end):
        if case.kind(at) == "cum":
            return CUMULATIVE
        if case.kind(at) == "per" or (_is_period_at(case, at) and not case.is_ahead(at)):
            return PERIOD
    return None


_STARTS: Final = frozenset(("dau thang", "dau quy", "dau tuan"))
_SUMS_BEHIND: Final = frozenset(("tong cong", "tat ca", "ca thay", "het thay", "vi chi"))


def _is_till(case: Case, at: int) -> bool:
    """ "đến hết ngày 06/9", "tới chiều nay": all till a day that has come; not "từ 1/6 đến 7/6"."""
    if case.kind(at - 2) == "date":
        return False
    mention = mention_of(case.marks[at])
    led = case.plain(at - 1).split(" ")[-1] in ("den", "toi")
    return led and mention.kind == DAY and not case.is_ahead(at)


def _is_year_so_far(case: Case, mention: Mention) -> bool:
    """ "6 tháng", "9 tháng", and in June "5 tháng": the year's months till now."""
    if mention.kind != LENGTH or mention.unit != "month":
        return False
    month = case.today.month
    return mention.count in (6, 9) or (mention.count > 1 and mention.count in (month - 1, month))


def _is_period(mention: Mention) -> bool:
    """A week, a month or a quarter; a year is all there is."""
    if mention.kind != SPAN or mention.first is None or mention.last is None:
        return False
    return (mention.last - mention.first).days < 100
