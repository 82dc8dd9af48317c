"""What several figures of one case are to each other: of all and of parts, of now and before.

Changes the parts that figures were given alone; records nothing.
"""

import re
from itertools import pairwise
from typing import Final

from domain.dates import DAY
from domain.measures import PERCENT as PERCENT_KIND
from domain.reply.beside import add_up, is_own, set_aside
from domain.reply.case import LIGHT, Case, mention_of
from domain.reply.growth import keep_both, leave_open, period_and_all
from domain.reply.item import PERIOD
from domain.reply.marks import BARE, FRACTION, PERCENT
from domain.reply.merging import NEAR
from domain.reply.rates import other_rates, tells_count
from domain.reply.roles import COMPARED, DETAIL, FROM, LABEL, REACHED, TOTAL, UNSURE, Role
from domain.reply.shortfalls import take_from_all
from domain.reply.sums import share
from domain.reply.times import time_after, time_of
from domain.reply.tokens import several

# Said before the figure of the whole: "ấp 1 80%, ấp 2 60%, chung 70%", "cả khóm thì 70".
_OF_ALL: Final = frozenset(("chung", "tinh chung", "binh quan", "trung binh"))
_WHOLE: Final = several("ca toan")
_UNITS: Final = several(
    "xa phuong huyen thanh tinh don dang nganh truong co khom ap thon khu to quan doan hoi cum"
)
_SUMS: Final = frozenset(("tong cong", "ca thay", "cong chung", "cong lai", "tat ca"))
_BETWEEN: Final = LIGHT | {"got", "about"}
_EXTREMES: Final = frozenset(("cao nhat", "thap nhat", "nhieu nhat", "it nhat"))


def settle(case: Case, roles: list[Role]) -> None:
    """Settles in place what the figures are beside each other."""
    if len(roles) > 1:
        take_from_all(case, roles)
        add_up(case, roles)
        both = period_and_all(case, roles)
        set_aside(case, roles)
        _own_of_several(case, roles)
        _extremes(case, roles)
        _details(case, roles)
        _overall(case, roles)
        _so_far(case, roles)
        _summed_up(case, roles)
        _grown_to(case, roles)
        _drop_former(case, roles)
        other_rates(case, roles)
        if both is not None:
            keep_both(case, roles, *both)
        else:
            leave_open(case, roles)


def _own_of_several(case: Case, roles: list[Role]) -> None:
    """ "toàn tỉnh 54%, huyện 61%, xã ta 67%", "mầm non 100%, còn tiểu học tụi em thì 85%": of the
    shares of several units, one's own is reported."""
    rates = [role for role in roles if role.part == REACHED and role.figure.unit == PERCENT]
    own = [role for role in rates if _is_ours(case, role)]
    if len(own) != 1 or not all(r is own[0] or _names_a_unit(case, r) for r in rates):
        return
    for role in rates:
        role.part = role.part if role is own[0] else DETAIL


def _is_ours(case: Case, role: Role) -> bool:
    """ "xã ta", "bên em", "tiểu học tụi em"."""
    return any(
        one in _UNITS | _OURSELVES and other in _SELVES
        for one, other in pairwise(_lead(case, role).split())
    )


def _names_a_unit(case: Case, role: Role) -> bool:
    return bool((_UNITS | {"ben"}) & set(_lead(case, role).split()))


_OURSELVES: Final = several("ben tui chung cho phia")
_SELVES: Final = several("ta em minh tui toi")


def _overall(case: Case, roles: list[Role]) -> None:
    """ "ấp 1 80%, ấp 2 60%, chung 70%": beside a figure of all, others are of its parts."""
    reached = [role for role in roles if role.part == REACHED]
    whole = [role for role in reached if _is_of_all(case, role)]
    if len(whole) == 2 and whole[1].of_plan and not whole[0].of_plan:
        whole.pop()  # "toàn xã 5,8 km, chiếm 72,5% kế hoạch": of the same
    if len(reached) < 2 or len(whole) != 1:
        return
    for role in reached:
        rates = {role.figure.unit, whole[0].figure.unit}
        of_part = rates <= {PERCENT, BARE} and PERCENT in rates
        if role is not whole[0] and (of_part or _is_of_a_place(case, role, whole[0])):
            role.part = DETAIL


def _is_of_a_place(case: Case, role: Role, whole: Role) -> bool:
    """ "thôn Tân Hòa xong 1,2 km, lũy kế toàn xã 5,8 km": what one place of the unit did."""
    figure = role.figure
    first = case.clause(role.place)[0]
    smaller = figure.value <= whole.figure.value and figure.noun == whole.figure.noun
    if role.basis is not None or not smaller or case.clause(whole.place)[0] <= role.place:
        return False
    named = case.kind(first) in ("label", "named") and case.plain(first).split(" ")[0] in _PLACES
    return (named and case.kind(first) == "named") or (named and case.kind(first + 1) == "word")


_PLACES: Final = several("thon ap xom khom ban buon lang to khu")


def _so_far(case: Case, roles: list[Role]) -> None:
    """ "tổng cộng 320 lượt, riêng ngày 12/5 có 21", "tuần này 12%, tổng cộng 65%"."""
    whole = [role for role in roles if role.part == REACHED and _is_sum(case, role)]
    if len(whole) != 1:
        return
    for role in roles:
        figure = role.figure
        within = (role.part == UNSURE and role.reason == "change") or (
            role.part == REACHED and role.basis == PERIOD
        )
        alike = figure.unit == whole[0].figure.unit or BARE in (figure.unit, whole[0].figure.unit)
        # "tổng cộng 320 hộ, tuần này làm 21": 320 may be all there are.
        first, last = case.marks[case.clause(role.place)[0]].start, case.marks[role.place].start
        clear = figure.unit == PERCENT or role.place < whole[0].place
        clear = clear or any(t.plain == "rieng" for t in case.words.tokens[first:last])
        within = within and clear
        if role is not whole[0] and within and alike and figure.value <= whole[0].figure.value:
            role.part = DETAIL


def _is_sum(case: Case, role: Role) -> bool:
    if case.plain(role.place + 1) in _SUMS:
        return True  # "là 36 đơn tổng cộng"
    at = case.before(role.place, _BETWEEN)
    start = case.marks[at].start if at >= 0 else case.marks[case.clause(role.place)[0]].start
    said = [token.plain for token in case.words.tokens[start : case.marks[role.place].start]]
    return any(" ".join(pair) in _SUMS for pair in pairwise(said))


def _summed_up(case: Case, roles: list[Role]) -> None:
    """ "ấp 3 45 hộ, ấp 4 30 hộ, tổng 75 hộ": a total that the others make up was reached."""
    for role in roles:
        counted = role.part == REACHED and _is_sum(case, role)
        if role.part != TOTAL and not counted:
            continue
        kind = (role.figure.unit, role.figure.noun)
        reached = [r for r in roles if r.part == REACHED and r is not role]
        parts = [r for r in reached if (r.figure.unit, r.figure.noun) == kind]
        parts = parts or [r for r in roles if r.place < role.place and _is_of_a_part(case, r)]
        if len(parts) > 1 and sum(part.figure.value for part in parts) == role.figure.value:
            role.part = REACHED
            for part in parts:
                part.part = DETAIL


def _is_of_a_part(case: Case, role: Role) -> bool:
    """ "đợt 1 gieo 800, đợt 2 gieo 1.150", "tuần 1: 15; tuần 2: 22": a bare number of a round."""
    if role.figure.unit != BARE or role.part not in (REACHED, LABEL):
        return False
    first = case.clause(role.place)[0]
    numbered = case.kind(first) in ("piece", "label") and case.kind(first + 1) == "figure"
    named = case.kind(first) in ("named", "piece", "date")
    return role.place > first + numbered and (numbered or named)


def _grown_to(case: Case, roles: list[Role]) -> None:
    """ "mới có công ty ủng hộ 10tr, tổng 62 triệu": after what was added, the total is what stands
    now, and not what there is to do."""
    added, total = roles[-2], roles[-1]
    if case.measure is None or added.part != REACHED or total.part != TOTAL:
        return
    alike = total.figure.unit == added.figure.unit or BARE in (total.figure.unit, added.figure.unit)
    if not alike or total.figure.value < added.figure.value:
        return
    first, last = case.clause(added.place)
    told = {token.plain for token in case.tokens(first, last)}
    opens = case.plain(case.clause(total.place)[0]) == "tong"
    only = "thoi" in told or _ONLY_SO_MANY.search(case.said(first, added.place))
    if told & _ADDING == {"moi"} and only:
        return  # "mới làm được 9 căn thôi, tổng 15 căn"
    if opens and told & _ADDING and case.kind(case.after(total.place)) in ("end", "stop", "roi"):
        total.part = REACHED
        added.part = DETAIL


_ADDING: Final = several("them vua nua moi")
_ONLY_SO_MANY: Final = re.compile(r"\bmoi( chi| co|( \w+){0,2} (duoc|dc|dat|xong))$")


def _is_of_all(case: Case, role: Role) -> bool:
    opens = case.clause(role.place)[0]
    if case.plain(role.place - 1) == "chung" and case.kind(role.place - 2) == "named":
        return False  # "ap 2 chung 60%": chừng, as in "trường B chừng 60%"
    start, first = case.marks[role.place].start, case.marks[opens].start
    said = [token.plain for token in case.words.tokens[first:start] if token.marked != "chừng"]
    pairs = list(pairwise(said))
    planned = ("du", "toan") in pairs  # "82% dự toán huyện giao"
    named = any(
        one in _WHOLE and other in _UNITS and not (one == "toan" and planned)
        for one, other in pairs
    )
    return named or bool(_OF_ALL & {*said, *(" ".join(pair) for pair in pairs)})


def _only_denied(case: Case, role: Role, roles: list[Role]) -> bool:
    """ "chưa đạt 100%, mới 70%"."""
    left = case.plain(case.before(role.place)).split()
    smaller = (r for r in roles if r.part == REACHED and r.figure.unit == role.figure.unit)
    return left[:1] == ["chua"] and any(r.figure.value < role.figure.value for r in smaller)


def _extremes(case: Case, roles: list[Role]) -> None:
    """ "chung 65%, cao nhất ấp 3 90%": the best and the worst beside a figure are details."""
    for role in roles:
        first = case.clause(role.place)[0]
        extreme = any(case.plain(at) in _EXTREMES for at in range(first, role.place))
        other = any(r.part == REACHED and r is not role for r in roles)
        if role.reason == "near" and _only_denied(case, role, roles):
            role.part = DETAIL
        if other and extreme and (role.part == REACHED or role.reason == "near"):
            role.part = DETAIL


def _drop_former(case: Case, roles: list[Role]) -> None:
    """ "Tuần trước 40%, nay 65%": beside a figure of now, one of the past is only told."""
    reached = [role for role in roles if role.part in (REACHED, COMPARED)]
    counted = case.measure is not None and case.measure.kind != PERCENT_KIND
    if counted:
        reached = [role for role in reached if role.figure.unit != PERCENT]
    if len(reached) < 2 or _say_the_same(reached):
        return
    # "69% tuần trước, 73% tuần này": here the times follow their figures.
    first, second = reached[0].place, reached[1].place
    behind = not time_of(case, first) and bool(time_after(case, first))
    if behind and not (time_after(case, second) or case.clause(first)[1] <= second):
        return
    find = time_after if behind else time_of
    times = [find(case, role.place) or time_after(case, role.place) for role in reached]
    times = ["past" if r.part == COMPARED else t for r, t in zip(reached, times, strict=True)]
    placed = "now" in times or any(r.part == COMPARED for r in reached)
    placed = placed or any(" hoi " in f" {_lead(case, role)} " for role in reached[1:])
    placed = placed or any(
        time == "past" and {"moi", "chi"} & set(_lead(case, role).split())
        for role, time in zip(reached, times, strict=True)
    )  # "34 hộ, tuần trước mới 28"
    if counted and not placed and not _this_and_last(case, reached):
        return  # "tháng 5 thu 20 tỷ, tháng 6 thu 25 tỷ": the one, or both?
    present = {r.figure.value for r, t in zip(reached, times, strict=True) if t != "past"}
    if "past" in times and len(present) == 1:
        for role, time in zip(reached, times, strict=True):
            role.part = FROM if time == "past" else REACHED


def _say_the_same(reached: list[Role]) -> bool:
    """ "đến ngày 15/9 đã có 38/40 chi bộ gửi, đạt 95%": a fraction, and what it comes to."""
    first, second = (role.figure for role in reached[:2])
    if len(reached) != 2 or first.unit != FRACTION or second.unit != PERCENT or not first.total:
        return False
    return abs(share(first.done or 0, first.total) - second.value) <= NEAR


def _lead(case: Case, role: Role) -> str:
    return case.said(case.clause(role.place)[0], role.place)


def _this_and_last(case: Case, reached: list[Role]) -> bool:
    """ "tháng trước thu 40 tỷ, tháng này 52 tỷ": the one before is told to compare."""
    ends = []
    for role in reached:
        first = case.clause(role.place)[0]
        days = [at for at in range(first, role.place) if case.kind(at) == "date"]
        ends.append(case.plain(days[-1]).split(" ")[-1] if days else "")
    return len(ends) == 2 and set(ends) in ({"truoc", "nay"}, {"roi", "nay"})


def _opens_details(case: Case, place: int) -> bool:
    """ "trong đó"; "riêng tháng 5" opens a figure of its own."""
    if case.kind(place) != "within" or is_own(case, place):
        return False
    if case.plain(place) == "rieng" and case.kind(place - 1) == "date":
        return False  # "tháng 8 riêng 210 tỷ"
    if case.plain(place) != "rieng":
        return True
    if case.plain(place + 1) == "quy" and case.measure is not None:
        return False  # "gộp lại 77 triệu, riêng quỹ cứu trợ 52 triệu": which of them counts?
    time = case.after(place, LIGHT | {"piece"})
    # "riêng hôm nay 63" is a detail, "riêng tháng 5" a figure of its own.
    return case.kind(time) != "date" or mention_of(case.marks[time]).kind == DAY


def _tells_the_count(case: Case, role: Role, roles: list[Role]) -> bool:
    """Whether what the target counts is told nowhere before a figure."""
    if case.measure is None or not tells_count(case, role):
        return False
    for former in roles:
        if former.place < role.place and former.part == REACHED and tells_count(case, former):
            return False
    for former in roles:
        if former.place < role.place and former.figure.noun == "ke hoach":
            former.part = DETAIL  # "1/3 kế hoạch quý, cụ thể 14 cuộc"
    return True


def _is_of_the_whole(role: Role, roles: list[Role], within: int) -> bool:
    """Whether a share of the plan follows details that make up the whole told before them."""
    if not role.of_plan or role.figure.unit != PERCENT:
        return False
    whole = [r.figure for r in roles if r.place < within and r.part == REACHED]
    parts = [r.figure for r in roles if within < r.place < role.place]
    if not whole or len(parts) < 2 or any(p.unit != whole[-1].unit for p in parts):
        return False
    return abs(sum(part.value for part in parts) - whole[-1].value) < 1e-6 * whole[-1].value


_NAMING: Final = frozenset(("cu the", "cu the la", "gom", "bao gom"))


def _details(case: Case, roles: list[Role]) -> None:
    """After "trong đó" and the like only details of what was said before follow."""
    for role in roles:
        first = case.wide_clause(role.place)[0]
        sentence_start = role.place
        while sentence_start > 0 and case.kind(sentence_start - 1) != "stop":
            sentence_start -= 1
        start = min(first, sentence_start)
        told = [i for i in range(start, role.place) if _opens_details(case, i)]
        closed = any(case.plain(i) == ")" for i in range(max(told, default=0), role.place))
        if told and not closed:
            within = max(told)
            if case.plain(within) in _NAMING and _tells_the_count(case, role, roles):
                continue  # "đạt 108% kế hoạch năm, cụ thể 54 tấn"
            if _is_of_the_whole(role, roles, within):
                continue  # "2,4 tỷ, trong đó dân góp 1 tỷ, nhà nước 1,4 tỷ, đạt 80% kế hoạch"
            if any(r.place < within and r.part == REACHED for r in roles):
                role.part = DETAIL
