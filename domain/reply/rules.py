"""The rules by which what is said about one assignment becomes items, or a question.

Weighs figures, requests and states against each other; reads no text.
"""

from dataclasses import replace
from typing import Final

from domain.reply.case import Case, figure_of, is_told
from domain.reply.facts import items_of_figures
from domain.reply.figures import roles_of
from domain.reply.finishing import day_finished
from domain.reply.hindrances import are_few_hands
from domain.reply.item import (
    ACKNOWLEDGE,
    BLOCKED,
    CLOSE,
    DONE,
    NOT_STARTED,
    OTHER,
    PERIOD,
    Doubt,
    Item,
    Judgement,
)
from domain.reply.marks import COUNT, FRACTION
from domain.reply.notes import note_of
from domain.reply.objects import take_objects
from domain.reply.one_by_one import tells_of_pieces, tells_of_places
from domain.reply.past import take_past
from domain.reply.receipts import accepts
from domain.reply.request_days import item_of
from domain.reply.requests import extension_of, is_refused
from domain.reply.roles import REACHED, Role
from domain.reply.settled import only_beside_the_end, only_counts_the_rest, only_tells_of_harm
from domain.reply.since import but_not, spoilt_since, stuck_since, waits_only
from domain.reply.spans import Span, day_of, span_of, span_of_state
from domain.reply.states import States, states_of
from domain.reply.supposing import only_puts_a_question
from domain.reply.tokens import several
from domain.reply.wholes import take_wholes

# What is said of one assignment in a reply is short; a pasted report is not read as one.
_MOST_MARKS: Final = 300
# A short word that says something, but not what.
_OF_LATER: Final = frozenset(("forecast", "left", "plan"))
_SHORT: Final = frozenset(("roi", "neg"))
_REACHED: Final = frozenset(("dat", "dat roi", "da dat", "dat duoc", "da dat duoc"))


def judge(case: Case) -> Judgement:
    """The items of one case without their code, or the doubt that must be asked about."""
    if len(case.marks) > _MOST_MARKS:
        return Doubt("long") if case.has("figure", "done", "extend") else (Item(OTHER),)
    if only_puts_a_question(case):
        return (Item(OTHER),)
    take_wholes(case)
    if case.has("done"):
        take_past(case)
    if case.has("block", "cause"):
        take_objects(case)
    request = extension_of(case)
    if isinstance(request, Doubt):
        return request
    asked: frozenset[int] = frozenset()
    extension: Item | None = None
    if request is not None:
        asked = frozenset((request.place, *request.dates))
        found = item_of(case, request)
        if isinstance(found, Doubt):
            return found
        extension = found
        case.used.update(asked)
    roles = roles_of(case)
    if case.has("fix") and any(role.part == REACHED for role in roles):
        return Doubt("correction")
    if roles and case.has("undecided"):
        return Doubt("question")  # "em không biết tính 4 hay 5"
    figures = items_of_figures(case, roles)
    dated = any(role.figure.maybe_date is not None for role in roles)
    later = isinstance(figures, Doubt) and figures.reason in _OF_LATER
    if isinstance(figures, Doubt) and figures.reason == "left or reached" and case.measure is None:
        # "xin thêm 5 ngày, tổ còn hai đồng chí đi tập huấn"
        later = all(role.figure.unit == COUNT for role in roles)
    if isinstance(figures, Doubt) and figures.reason == "in progress" and case.measure is None:
        later = not any(is_told(case, role.place) for role in roles)
    if extension is not None and later and not dated:
        figures = None  # "xin gia hạn đến 30/6, còn 12 hộ", "sẽ đạt 100%": the ground, no result
    if figures and tells_of_pieces(case, roles):
        return Doubt("mixed")  # "việc 1 xong, việc 2 60%"
    states = states_of(case, roles, asked=asked)
    if isinstance(figures, Doubt) and figures.reason == "other measure" and states.blocked:
        # "nước dâng 2 mét, ngưng thi công", "không đủ biên chế, cả phòng có 3 người"
        told = any(
            is_told(case, role.place) and case.plain(case.before(role.place)) != "co"
            for role in roles
        )
        figures = figures if told or states.done else None
    if isinstance(figures, Doubt) and only_counts_the_rest(case, roles, states.blocked):
        figures = None
    if isinstance(figures, Doubt) and only_tells_of_harm(case, roles, states.blocked):
        figures = None
    if isinstance(figures, Doubt) and only_beside_the_end(case, roles, states, figures):
        figures = None
    if isinstance(figures, Doubt):
        return _of_its_time(case, figures)
    closing = case.has("close")
    if closing and (case.has("ask", "question") or is_refused(case, case.places("close")[0])):
        return Doubt("question")
    if figures:
        items = _with_figures(case, figures, states)
    else:
        items = _without_figures(case, states, asking=extension is not None or closing)
    if isinstance(items, Doubt):
        return items
    span = span_of(case, roles) if figures else span_of_state(case)
    if items and span is not None:
        items = tuple(i if i.intent == ACKNOWLEDGE else i._replace(span=span) for i in items)
    elif figures and len(items) > 1:
        # "tháng 5 thu 3,1 tỷ, lũy kế 5 tháng 17,5 tỷ": each of its own time
        items = tuple(item._replace(span=_own_span(case, roles, item)) for item in items)
    if figures and (day := day_of(case, roles)) is not None:
        items = tuple(i if i.basis == PERIOD else i._replace(on=day) for i in items)
    blocked = bool(states.blocked)
    note = note_of(case, states, request, [r.place for r in roles])
    if items and (note or blocked):
        items = (items[0]._replace(note=note, blocked=blocked or items[0].blocked), *items[1:])
    if extension is not None:
        if not items:
            extension = extension._replace(note=note, blocked=True if blocked else None)
        items = (*items, extension)
    if closing:
        items = (*items, Item(CLOSE))
    return items


def _own_span(case: Case, roles: list[Role], item: Item) -> Span | None:
    """The time of the figure that has the item's basis."""
    return span_of(case, [role for role in roles if role.basis == item.basis])


def _of_its_time(case: Case, doubt: Doubt) -> Doubt:
    """The readings of a doubtful figure are of the month or quarter that is named with it."""
    span = span_of_state(case) if doubt.readings else None
    if span is None or ((span[1] - span[0]).days > 100 and span[1] >= case.today):
        return doubt
    of_time = tuple(
        (label, tuple(item._replace(span=span) for item in items))
        for label, items in doubt.readings
    )
    return replace(doubt, readings=of_time)


def _with_figures(case: Case, items: tuple[Item, ...], states: States) -> Judgement:
    """States beside a figure: they must not contradict it."""
    if states.not_started and all(item.value == 0 for item in items):
        return (Item(NOT_STARTED, percent=0.0),)  # "0 đồng, chưa thu được gì"
    if any(m.kind == "sign" and case.plain(i) == "%" for i, m in enumerate(case.marks)):
        return Doubt("malformed")
    if case.measure is None and tells_of_places(case, states):
        return Doubt("mixed")  # "ấp 1 xong, ấp 2 được 50%, ấp 3 chưa làm"
    complete = any(item.intent == DONE or (item.percent or 0) >= 100 for item in items)
    of_all = [place for place in states.done if not _is_part_of_it(case, place)]
    if of_all and not complete and case.measure is None and _bare(case, states.done):
        if states.blocked and _is_drawn(case, states.done[-1]):
            return items
        return Doubt("mixed")
    if complete and states.done:
        # "trúng ngày bão nên dời, đã tổ chức bù, hoàn thành": what the weather did is made good
        last = states.done[-1]
        past = [at for at in states.blocked if at < last and case.kind(at) == "weather"]
        states.blocked = [at for at in states.blocked if at not in past]
    if complete and case.measure is None:
        running = any(case.plain(at).startswith("dang") for at in case.places("ongoing"))
        running = running or but_not(case)
        if states.blocked or "unfinished" in states.open or running:
            return Doubt("mixed")  # "100% đơn vị đã gửi, em đang tổng hợp"
    return items


def _is_drawn(case: Case, done: int) -> bool:
    """ "xong rồi, còn chờ duyệt nên báo 95% thôi": the share that the writer draws from it."""
    figures = [place for place in case.places("figure") if place > done]
    if len(figures) != 1:
        return False
    told = case.said(case.clause(done)[1], figures[0]).split()
    return "nen" in told and bool(_TELLING & set(told[told.index("nen") :]))


_TELLING: Final = several("bao ghi tinh lay de")
_OVERALL: Final = frozenset(
    ("chung", "tong the", "toan bo", "tinh chung", "ca", "tong", "toan", "tinh ca")
)


def _is_part_of_it(case: Case, place: int) -> bool:
    """ "họp xong, tiến độ chung 22%": something is done, and a later clause tells of the whole."""
    first, last = case.clause(place)
    named = any(case.kind(at) in ("word", "label", "named") for at in range(first, place))
    named = named or case.kind(first - 2) == "named"  # "tổ 12, tổ 13 xong; cả khóm được 9/15 tổ"
    for figure in case.places("figure"):
        if figure < first and named and is_told(case, figure):
            return True  # "chuẩn bị được 60% rồi, sân khấu xong, còn gian hàng"
        lead = range(case.clause(figure)[0], figure)
        whole = any(_OVERALL & {case.plain(at), case.plain(at).split(" ")[0]} for at in lead)
        drawn = any(case.plain(at) in _DRAWN for at in lead)  # "ban hành rồi, coi như 15%"
        # "máy sửa xong rồi, nay 60%", "vá xong rồi, 120/150 cháu biết bơi"
        # "dọn vệ sinh xong, kế hoạch phổ cập đạt 73%"
        whole = whole or any(case.kind(at) in ("now", "plan") for at in lead)
        # "đổ mái xong, khối lượng 65%", "danh sách lập xong, đi trao được 30%"
        whole = whole or any(case.plain(at) in _OF_THE_WORK for at in lead)
        whole = whole or _has_own_verb(case, lead, figure)
        whole = whole or figure_of(case.marks[figure]).unit == FRACTION
        if figure >= last and (whole or drawn):
            return named
    return False


_OF_THE_WORK: Final = frozenset(("khoi luong", "khoi luong cong viec", "tien do"))


def _has_own_verb(case: Case, lead: range, figure: int) -> bool:
    """ "đi trao được 30%", "tháo dỡ được 50%": what so much was done of, and not "đạt được"."""
    said = case.said(lead.start, figure).split()
    return said[-1:] == ["duoc"] and len(said) > 1 and said[-2] not in _OF_ANYTHING


_OF_ANYTHING: Final = several("dat lam thuc hien mai moi da cung khoang chi thi ca")


_DRAWN: Final = frozenset(("coi nhu", "coi nhu la", "xem nhu"))


def _bare(case: Case, places: list[int]) -> bool:
    """Whether "xong" stands without an object, and so is said of the whole."""
    return any(
        case.kind(case.after(place)) in ("break", "stop", "end", "figure") for place in places
    )


def _without_figures(case: Case, states: States, *, asking: bool) -> Judgement:
    """Items when no figure counts; () when a request alone is made."""
    if states.done:
        if asking and case.has("extend"):
            return () if all(_waits_after(case, at) for at in states.done) else Doubt("mixed")
        states.blocked = [at for at in states.blocked if not _is_made_good(case, at, states.done)]
        if case.has("unsure"):
            return Doubt("question")  # "xong phần tụi em, phần bên nông dân em không rõ"
        if case.measure is None and not asking and stuck_since(case, states):
            return (Item(BLOCKED, blocked=True),)
        if spoilt_since(case, states.done[-1]):
            return Doubt("mixed")
        if states.not_started or states.open or states.blocked or _something_left(case):
            return Doubt("mixed" if states.blocked or not states.open else states.open[0])
        if case.measure is not None:
            return Doubt("value wanted")
        return (Item(DONE, percent=100.0, on=day_finished(case)),)
    begun = (
        case.has("acted")
        or _has_a_part(case)
        or [r for r in states.open if r in ("partial", "almost")]
    )
    if states.not_started and not begun:
        return (Item(NOT_STARTED, percent=0.0),)
    if asking:
        return ()
    if states.blocked:
        nearly = {"partial", "almost"} & set(states.open)
        if nearly and all(waits_only(case, place) for place in states.blocked):
            return Doubt("mixed")  # "dự thảo thì xong rồi, chờ lãnh đạo ký"
        return (Item(BLOCKED, blocked=True),)
    if states.late:
        if case.has("cause") or _told_why(case):
            return (Item(BLOCKED, blocked=True),)
        return Doubt("late")
    if states.not_received:
        return Doubt("not received")
    if states.open:
        return Doubt(states.open[0])
    return _nothing_reported(case, states)


def _is_made_good(case: Case, place: int, done: list[int]) -> bool:
    """ "cây đổ do bão dọn xong hết": what the weather did, before its end in the same clause."""
    first, last = case.clause(place)
    weather = case.kind(place) == "weather" or "mua" in case.plain(place).split()
    worded = any(case.kind(at) in ("word", "harm") for at in range(first, place))
    return weather and worded and any(place < at < last for at in done)


def _has_a_part(case: Case) -> bool:
    """ "đề cương đã có nhưng bài viết chưa ai nộp": a part is there."""
    turns = case.places("but")
    return bool(turns) and any(
        at < turns[-1] and (case.plain(at) == "da co" or case.said(at, at + 2) == "co roi")
        for at in case.places("got")
    )


def _waits_after(case: Case, place: int) -> bool:
    """ "ảnh chụp xong rồi chờ thầy Tân viết thuyết minh": a step is done, the next one waited
    for."""
    first, last = case.clause(place)
    named = any(case.kind(at) == "word" for at in range(first, place))
    waits = [at for at in range(place + 1, last) if case.kind(at) == "block"]
    return named and any(waits_only(case, at) for at in waits)


def _told_why(case: Case) -> bool:
    """ "không kịp, máy ủi nằm đường": another clause tells of something."""
    late = {case.clause(place) for place in case.places("late")}
    at = 0
    while at < len(case.marks):
        first, last = case.clause(at)
        kinds = [case.kind(i) for i in range(first, last)]
        asks = {"asks", "extend", "thanks", "later", "ask", "help"} & set(kinds)
        if (first, last) not in late and kinds.count("word") >= 2 and not asks:
            return True
        if any(are_few_hands(case, i) for i in range(first, last) if case.kind(i) == "figure"):
            return True
        at = max(last, at) + 1
    return False


def _may_wait(case: Case, place: int) -> bool:
    """ "ben em hoan tat, cho anh Ba ky nua": chờ, by what he has to do."""
    first, last = case.clause(place)
    said = case.said(place + 1, last).split()
    return place == first and case.plain(place) == "cho" and not _SIGNING.isdisjoint(said)


_SIGNING: Final = several("ky duyet nghiem tham")


def _something_left(case: Case) -> bool:
    """ "xong rồi nhưng chưa quyết toán", "chỉ còn quyết toán"."""
    if not case.words.rich and any(_may_wait(case, at) for at in case.places("asks")):
        return True
    return any(
        (mark.kind == "left" and case.kind(i - 1) != "neg" and case.kind(case.after(i)) != "end")
        or (mark.kind == "neg" and case.plain(i) in ("chua", "chx"))
        for i, mark in enumerate(case.marks)
        if i not in case.used
    )


def _nothing_reported(case: Case, states: States) -> Judgement:
    if states.received:
        if case.has("question"):
            return Doubt("question")
        return (Item(ACKNOWLEDGE),)
    if accepts(case):
        return (Item(ACKNOWLEDGE),)
    unused = [m.kind for i, m in enumerate(case.marks) if i not in case.used]
    telling = [k for k in unused if k not in ("fill", "break", "stop", "colon", "tick")]
    if not telling and len(unused) <= 2 and any(t.marked == "dạ" for t in case.words.tokens):
        return (Item(ACKNOWLEDGE),)
    if telling and all(kind in _SHORT | {"part", "about"} for kind in telling):
        return Doubt("short")
    if telling == ["got"] and case.plain(case.places("got")[0]) in _REACHED:
        return Doubt("short")
    if "near" in telling and all(k in ("near", "roi", "now") for k in telling):
        return Doubt("almost")
    if any(m.kind == "date" and m.value.kind == "impossible" for m in case.marks):
        return Doubt("impossible date")
    return (Item(OTHER),)
