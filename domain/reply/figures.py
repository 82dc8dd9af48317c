"""Gives each figure of a case its part: reached, left, planned, foreseen, compared, or in doubt.

Decides the part only; what is recorded is for facts.
"""

from typing import Final

from domain.measures import COUNT as COUNT_KIND
from domain.measures import PERCENT as PERCENT_KIND
from domain.measures import counts_the_same
from domain.reply.among import settle
from domain.reply.asides import is_aside, stands_before
from domain.reply.basis import basis_of
from domain.reply.beginnings import none_of
from domain.reply.beside import THAT_IS
from domain.reply.case import LIGHT, Case, figure_of
from domain.reply.changes import (
    added,
    given_apart,
    lent,
    made_fewer,
    since_the_start,
    worked_off,
)
from domain.reply.doubts import (
    counts_the_hindered,
    doubt_around,
    is_put,
    is_wondered_at,
    not_begun,
    runs_on,
)
from domain.reply.fractions import may_be_a_day, means_two_things
from domain.reply.hindrances import short_of, stuck
from domain.reply.item import PERIOD
from domain.reply.labels import goes_on, is_label
from domain.reply.leftovers import (
    beside_the_reached,
    fell_to,
    from_to,
    is_of_the_rest,
    is_rate,
    only_joins,
    remaining,
    shrank,
)
from domain.reply.marks import AMOUNT, BARE, COUNT, PERCENT, Figure
from domain.reply.out_of import is_out_of
from domain.reply.plans import is_set, is_the_plan, of_plan, spent_later
from domain.reply.roles import (
    CHANGE,
    COMPARED,
    DETAIL,
    FORESEEN,
    FROM,
    LABEL,
    PLANNED,
    REACHED,
    TOTAL,
    UNSURE,
    Role,
)
from domain.reply.times import is_foreseen, is_of_past_year, is_summed_now

_FELL: Final = frozenset(("tut xuong", "sut xuong", "rot xuong", "tuot xuong"))

_ILL: Final = frozenset(("om", "benh", "nam vien", "di vang"))
_SKIP: Final = LIGHT | {"got", "about"}


def roles_of(case: Case) -> list[Role]:
    """The part of each figure, in the order said; marks they explain are noted in the case."""
    roles: list[Role] = []
    for place in case.places("figure"):
        role = _role(case, place, roles)
        role.basis, role.weak_basis = basis_of(case, place)
        roles.append(role)
    settle(case, roles)
    return roles


def _role(case: Case, place: int, earlier: list[Role]) -> Role:
    previous = earlier[-1] if earlier else None
    figure = figure_of(case.marks[place])
    left = case.before(place, _SKIP)
    near_left = case.before(place)
    left_kind = case.kind(left)
    role = Role(place, figure, REACHED)

    def is_part(part: str, reason: str = "") -> Role:
        role.part, role.reason = part, reason
        return role

    if case.kind(place - 1) == "minus":
        return is_part(UNSURE, "malformed")
    if is_label(case, place, figure) or goes_on(case, place, figure, previous):
        return is_part(LABEL)
    if is_aside(case, place, figure) or (case.has("ask") and is_wondered_at(case, place)):
        return is_part(DETAIL)
    if is_the_plan(case, place, figure):
        return is_part(PLANNED, "plan")
    role.of_plan = of_plan(case, place)
    if figure.doubt == "impossible":
        return is_part(UNSURE, "impossible date")
    if case.kind(place - 2) == "date" and case.plain(place - 1) == "-":
        return is_part(LABEL)  # "thang 3-0"
    if left_kind == "near" or stands_before(case, place):
        case.used.add(left)
        return is_part(UNSURE, "near")
    if left_kind == "neg":
        case.used.add(left)
        return is_part(UNSURE, "near")
    if left_kind == "rise" and previous is not None and previous.part in (REACHED, LABEL, CHANGE):
        summed = previous.basis == PERIOD and any(
            case.kind(at) == "cum" for at in range(previous.place, place)
        )  # "tuần này 1,1 tỷ nâng lũy kế lên 27,9 tỷ"
        same = case.clause(place)[0] <= previous.place and not summed
        previous.part = FROM if same else previous.part
    if case.kind(near_left) == "undone":
        if case.kind(case.before(near_left)) == "left":
            return remaining(case, place, near_left, role, said_undone=True)
        return is_part(UNSURE, "near")  # "chưa xong 20%": not even so much, or so much is left
    if left_kind == "left" and only_joins(case, left, place):
        case.used.add(left)
    elif left_kind == "left" and is_rate(case, place, left, figure):
        pass  # "tỷ lệ hộ nghèo còn 2,1%"
    elif left_kind == "left" and previous is not None and from_to(case, left, previous, figure):
        previous.part = FROM  # "từ 60 hộ nay còn 45 hộ"
    elif left_kind == "left" and previous is not None and fell_to(case, left, previous):
        previous.part = FROM  # "giảm từ 4,5% còn 3,8%"
    elif left_kind in ("left", "fall") and shrank(case, place, previous):
        assert previous is not None
        previous.part = DETAIL
        case.used.add(left)
        return is_part(DETAIL) if case.has("done") else is_part(UNSURE, "left or reached")
    elif left_kind == "left":
        return remaining(case, place, left, role)
    if left_kind == "block" and (short_of(case, left) or stuck(case, left, place, previous)):
        return is_part(DETAIL)  # "token thiếu 5 cái"
    if case.measure is not None and counts_the_hindered(case, place, figure):
        return is_part(UNSURE, "left")
    if left_kind == "block" and figure.unit == BARE and case.plain(left) in _ILL:
        return is_part(DETAIL)  # "tổ 4 người, nghỉ ốm 2"
    if left_kind == "block" and case.plain(left) in ("thieu", "ton tai", "ton"):
        case.used.add(left)
        return is_part(UNSURE, "left")
    if not_begun(case, place, figure, left_kind):
        if left_kind == "start0" and case.kind(case.before(left)) == "left":
            return remaining(case, place, left, role, said_undone=True)
        return is_part(UNSURE, "left or reached")
    if left_kind == "ongoing" and case.plain(left) in ("cham", "cham tien do"):
        return is_part(CHANGE, "change")  # "chậm 10% so với kế hoạch"
    compared = _compared(case, place)
    if left_kind == "delta" and since_the_start(case, place) and made_fewer(case, left, figure):
        return role
    if case.plain(place - 1) == "+" and case.kind(place - 2) != "figure":
        return is_part(CHANGE, "change")  # "+3,2 ha"
    worked = left_kind == "delta" and worked_off(case, left, place)
    if left_kind == "delta" and not worked and not given_apart(case, left, place):
        case.used.add(left)
        if compared:
            return is_part(COMPARED, "compare")
        if made_fewer(case, left, figure) or lent(case, left) or added(case, place, left):
            return role
        return is_part(CHANGE, "change")
    further = case.before(place, LIGHT | {"about", "word"})
    worded = case.kind(further) == "delta" and left - further <= 2
    owed = worded and case.plain(further) in ("no", "ton")  # "số nợ cũ 3 tỷ"
    worded = worded and not worked_off(case, further, place)
    grown = figure.unit == PERCENT and worded and not given_apart(case, left, place)
    if grown or owed:
        return is_part(CHANGE, "change")  # "tăng lương 7%"
    if compared:
        return is_part(COMPARED, "compare")
    if left_kind == "fall":
        # "tụt xuống 45%"; "xuống còn 50%" may be what is left to do.
        told = figure.unit == PERCENT and case.plain(left) in _FELL
        if not told and (
            case.measure is None or case.measure.kind not in (PERCENT_KIND, COUNT_KIND)
        ):
            return is_part(UNSURE, "left or reached")
        if previous is not None and case.clause(place)[0] <= previous.place:
            previous.part = FROM  # "từ 1,5% xuống còn 1,2%"
    elif case.kind(place - 1) == "plan" and previous is not None and figure.unit == BARE:
        return is_part(PLANNED, "plan")  # "thiếu 20 so với chỉ tiêu 200"
    elif left_kind == "plan" and near_left == left:
        if figure.unit == PERCENT and (role.of_plan or case.plain(left).startswith("so ")):
            role.of_plan = True  # "So dự toán: 48%", "chỉ tiêu này 85% kế hoạch"
        elif case.plain(left) != "nghi quyet" and not _handed_over(case, left, place):
            return is_part(PLANNED, "plan")
    elif figure.unit in (COUNT, AMOUNT, BARE) and is_set(case, place, left):
        return is_part(PLANNED, "plan")  # "kế hoạch năm kiểm tra 6 vụ"
    elif case.kind(place - 2) == "plan" and case.plain(place - 1) == "(":
        return is_part(PLANNED, "plan")  # "đạt 53% dự toán (600 tỷ)"
    elif case.plain(place - 1) == "von" and spent_later(case, place, figure):
        return is_part(PLANNED, "plan")
    elif case.has("sum") and (
        _must_be(case, place)
        or (left_kind == "sum" and is_out_of(case, place))
        or (
            left_kind == "sum"
            and not (
                (previous is not None and previous.part == CHANGE)
                or (case.measure is not None and is_summed_now(case, place, left))
                or _have_acted(case, place, figure)
                or _is_the_sum(case, left, figure)
            )
        )
    ):
        return is_part(TOTAL, "plan")
    running = case.measure is not None and near_left == left and left_kind == "ongoing"
    if none_of(case, place, figure):
        return is_part(DETAIL)
    rest = running or left_kind in ("start0", "undone")
    if rest and is_of_the_rest(next((r for r in earlier[::-1] if r.part != DETAIL), None), figure):
        return is_part(DETAIL)  # "đã làm 14 nhà, chưa làm 6 nhà", "xong 15, đang thi công 3"
    if previous is not None and previous.part == REACHED and figure.unit == COUNT:
        part = beside_the_reached(case, place, previous)
        if part:
            return is_part(part)
    if is_foreseen(case, place) or (previous is not None and _says_again(case, place, previous)):
        return is_part(FORESEEN, "forecast")
    if figure.doubt is not None:
        return is_part(UNSURE, figure.doubt)
    if _beside_another(case, place, figure, previous):
        return is_part(UNSURE, "range")
    if runs_on(case, place):
        return is_part(UNSURE, "malformed")
    reason = doubt_around(case, place, figure, left_kind)
    if reason:
        return is_part(UNSURE, reason)
    if left_kind == "or" or case.kind(case.after(place)) == "or":
        return is_part(UNSURE, "range")
    if _more_after(case, place):
        # "20% nữa là xong" without "còn".
        if case.kind(_skip_more(case, place)) == "done":
            return remaining(case, place, -1, role)
        return is_part(UNSURE, "change")
    if means_two_things(figure):
        return is_part(UNSURE, "two ways")
    if may_be_a_day(case, place, figure, near_left, left_kind):
        return is_part(UNSURE, "date or fraction")
    if is_put(case, place):
        return is_part(UNSURE, "question")
    return role


def _must_be(case: Case, place: int) -> bool:
    """ "tổng phải thu 7,2 ha", "tổng số phải cấp là 300 giấy": all there is to do."""
    summed = False
    for at in range(case.clause(place)[0], place):
        summed = case.kind(at) != "figure" and (summed or case.kind(at) == "sum")
        if summed and case.plain(at) in ("phai", "can"):
            return not any(case.kind(i) in ("figure", "done") for i in range(at, place))
    return False


def _is_the_sum(case: Case, left: int, figure: Figure) -> bool:
    """ "tổng 455 văn bản nha sếp", "4 bạn được vay, tổng 200 triệu": the one figure of an answer
    about what a target counts."""
    measure = case.measure
    if measure is None or case.plain(left) != "tong":
        return False
    others = [at for at in case.places("figure") if case.marks[at].value is not figure]
    if any(not _counts_else(case, at, figure) for at in others):
        return False
    return figure.unit in (BARE, AMOUNT) or counts_the_same(figure.noun, measure)


def _counts_else(case: Case, place: int, whole: Figure) -> bool:
    """ "mỗi hộ 500 ngàn, đủ 62 hộ, tổng 31 triệu": each one's, or a count beside money."""
    figure = figure_of(case.marks[place])
    beside = whole.unit == AMOUNT and figure.unit == COUNT
    # "3 tuyến hẻm bê tông hóa xong, tổng 0,84 km"
    measured = case.measure is not None and counts_the_same(whole.noun, case.measure)
    worked = any(
        case.kind(at) in ("done", "acted") or (case.kind(at) == "got" and case.plain(at) != "co")
        for at in range(*case.clause(place))
    )
    other = worked and measured and figure.unit == COUNT
    other = other and not counts_the_same(figure.noun, case.measure)
    return beside or other or is_aside(case, place, figure)


def _have_acted(case: Case, place: int, figure: Figure) -> bool:
    """ "tổng số 156 hộ đã hiến đất", "… được công nhận": all who did, not all there are."""
    counted = case.measure is not None and counts_the_same(figure.noun, case.measure)
    told = case.plain(place + 1) in ("da", "duoc", "da duoc")
    return counted and told and case.kind(place + 2) in ("word", "got", "label")


def _beside_another(case: Case, place: int, figure: Figure, previous: Role | None) -> bool:
    """ "50 60%", "được 45 50 hộ": two numbers in a row are about so many; "60 có khi 65%",
    "giữa 60 với 70%" are so too."""
    if _is_either(case, place, figure):
        return True
    if case.kind(place + 1) == "figure":
        low, high = figure, figure_of(case.marks[place + 1])
        if low.unit == high.unit == BARE and low.value == high.value == _HALF:
            return True  # "50 50"
    elif previous is not None and previous.place == place - 1 and _is_low(previous):
        low, high = figure_of(case.marks[place - 1]), figure
    else:
        return False
    return low.unit == BARE and high.unit in (BARE, PERCENT, COUNT) and low.value < high.value


_HALF: Final = 50


def _is_either(case: Case, place: int, figure: Figure) -> bool:
    """ "60 có khi 65% đó anh", "khoảng giữa 60 với 70 phần trăm": one of two, or between them."""
    if case.plain(place - 1) in _AND and case.kind(place - 2) == "figure":
        low = figure_of(case.marks[place - 2])
        alike = low.unit == BARE or (low.unit, low.noun) == (figure.unit, figure.noun)
        return alike and case.plain(place - 3).split(" ")[-1] == "giua"
    maybe = case.after(place, frozenset(("break",)))
    if case.plain(maybe) not in _MAYBE:
        return False
    other = case.after(maybe, LIGHT | {"about"})
    if case.kind(other) != "figure":
        return False
    low, high = figure, figure_of(case.marks[other])
    return (low.unit == BARE or low.unit == high.unit) and low.value < high.value


_AND: Final = frozenset(("va", "voi", "vs", "den", "toi"))
_MAYBE: Final = frozenset(("co khi", "biet dau", "chac", "chac cung", "co khi la", "co khi duoc"))


def _is_low(role: Role) -> bool:
    """Whether a figure may be the lower of two; "mũi 1 92%" begins with a name."""
    return role.part in (UNSURE, FORESEEN) or (role.part == LABEL and role.figure.value >= 20)


def _says_again(case: Case, place: int, previous: Role) -> bool:
    """ "ước 12 tỷ, bằng 48% dự toán": what is only foreseen, told another way."""
    if previous.part != FORESEEN:
        return False
    bracketed = case.plain(place - 1) == "(" and place - 2 == previous.place
    if case.plain(place - 1) == "dat" and of_plan(case, place):
        # "ước 6 tháng 17 tỷ, đạt 50% kế hoạch"
        bracketed = place - 3 == previous.place and case.kind(place - 2) == "break"
    return bracketed or case.plain(case.before(place)) in THAT_IS


def _handed_over(case: Case, left: int, place: int) -> bool:
    """ "báo cáo: đã giao 145 thanh niên nhập ngũ": nobody is said to have set so many."""
    first = max((at + 1 for at in case.places("colon") if at < left), default=0)
    first = max(first, case.clause(left)[0])
    token = case.words.tokens[case.marks[left].start - 1] if left else None
    ours = all(case.kind(at) == "fill" for at in range(first, left))
    told = token is not None and token.marked == "đã"
    told = told and case.kind(case.after(place)) not in ("end", "stop", "break")
    return told and ours and case.plain(left) == "giao" and case.measure is not None


def _compared(case: Case, place: int) -> bool:
    """Whether the figure is set against another time: "tăng 5% so với cùng kỳ", "cùng kỳ 40%"."""
    following = case.after(place, LIGHT | {"plan"})
    left = case.before(place, _SKIP | {"delta", "about"})
    if case.kind(following) == "compare":
        case.used.add(following)
        first = case.clause(place)[0]
        risen = case.kind(left) == "rise" and any(
            first <= at < left for at in case.places("figure")
        )
        return not risen  # "tăng từ 50% lên 62% so với tuần trước": what it has risen to
    if case.said(max(0, left - 1), left + 1) == "ca nam":
        left = case.before(left)  # "năm ngoái cả năm được 9 cuộc"
    if case.plain(left) == "(":  # "thấp hơn mặt bằng chung (91%)"
        left = case.before(left)
    beyond = case.plain(left - 1) in ("hon", "kem") and case.kind(left) == "date"
    if beyond and not case.is_ahead(left) and left == place - 1:
        return True  # "nhanh hơn tháng trước 6%"
    return case.kind(left) == "compare" or is_of_past_year(case, left)


def _more_after(case: Case, place: int) -> bool:
    return case.kind(case.after(place)) == "more"


def _skip_more(case: Case, place: int) -> int:
    return case.after(case.after(place))
