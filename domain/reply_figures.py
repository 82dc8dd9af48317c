"""Gives each figure of a case its part: reached, left, planned, foreseen, compared, or in doubt.

Decides the part only; what is recorded is for reply_facts.
"""

from dataclasses import dataclass
from typing import Final

from domain.measures import COUNT as COUNT_KIND
from domain.measures import PERCENT as PERCENT_KIND
from domain.reply_case import LIGHT, Case, figure_of, mention_of
from domain.reply_marks import BARE, COUNT, FRACTION, Figure
from domain.reply_times import basis_of, is_foreseen, is_of_one_day, time_of
from domain.reply_tokens import several

REACHED: Final = "reached"
REMAINING: Final = "remaining"
FROM: Final = "from"
PLANNED: Final = "planned"
TOTAL: Final = "total"
COMPARED: Final = "compared"
CHANGE: Final = "change"
FORESEEN: Final = "foreseen"
LABEL: Final = "label"
DETAIL: Final = "detail"
UNSURE: Final = "unsure"

_SKIP: Final = LIGHT | {"got", "about"}
_BARE_AFTER: Final = several(
    "end code break stop got about done cum per tonow rise fall left delta near plan ongoing acted "
    "forecast neg figure date roi now fill colon but sum each and undone part more tick "
    "block thanks ack"
)
_PLACES: Final = frozenset(("xa", "phuong", "huyen", "tinh", "thanh pho", "ap", "khu pho", "khu"))


@dataclass(slots=True)
class Role:
    """A figure's part. `of_plan`: "60% kế hoạch". `reason` says the doubt."""

    place: int
    figure: Figure
    part: str
    reason: str = ""
    of_plan: bool = False
    basis: str | None = None
    weak_basis: bool = False


def roles_of(case: Case) -> list[Role]:
    """The part of each figure, in the order said; marks they explain are noted in the case."""
    roles: list[Role] = []
    for place in case.places("figure"):
        role = _role(case, place, roles[-1] if roles else None)
        role.basis, role.weak_basis = basis_of(case, place)
        roles.append(role)
    _details(case, roles)
    _drop_former(case, roles)
    return roles


def _role(case: Case, place: int, previous: Role | None) -> Role:
    figure = figure_of(case.marks[place])
    left = case.before(place, _SKIP)
    near_left = case.before(place)
    left_kind = case.kind(left)
    role = Role(place, figure, REACHED)

    def is_part(part: str, reason: str = "") -> Role:
        role.part, role.reason = part, reason
        return role

    if _is_label(case, place, figure):
        return is_part(LABEL)
    role.of_plan = _of_plan(case, place)
    if figure.doubt == "impossible":
        return is_part(UNSURE, "impossible date")
    if case.kind(place - 1) == "minus":
        return is_part(UNSURE, "malformed")
    if left_kind == "near" or case.kind(case.after(place)) == "near":
        case.used.add(left)
        return is_part(UNSURE, "near")
    if left_kind == "neg":
        case.used.add(left)
        return is_part(UNSURE, "near")
    if left_kind == "rise" and previous is not None and previous.part in (REACHED, LABEL, CHANGE):
        previous.part = FROM if case.clause(place)[0] <= previous.place else previous.part
    if left_kind == "left":
        return _remaining(case, place, left, role)
    if left_kind == "block" and case.plain(left) == "thieu":
        case.used.add(left)
        return is_part(UNSURE, "left")
    compared = _compared(case, place)
    if left_kind == "delta":
        case.used.add(left)
        if compared:
            return is_part(COMPARED, "compare")
        return is_part(CHANGE, "change")
    if compared:
        return is_part(COMPARED, "compare")
    if left_kind == "fall":
        if case.measure is None or case.measure.kind not in (PERCENT_KIND, COUNT_KIND):
            return is_part(UNSURE, "left or reached")
    elif left_kind == "plan" and near_left == left:
        if case.plain(left) != "nghi quyet":
            return is_part(PLANNED, "plan")
    elif left_kind == "sum":
        return is_part(TOTAL, "plan")
    if is_foreseen(case, place):
        return is_part(FORESEEN, "forecast")
    if figure.doubt is not None:
        return is_part(UNSURE, figure.doubt)
    if _runs_on(case, place):
        return is_part(UNSURE, "malformed")
    reason = _doubt_around(case, place, figure, left_kind)
    if reason:
        return is_part(UNSURE, reason)
    if left_kind == "or" or case.kind(case.after(place)) == "or":
        return is_part(UNSURE, "range")
    if _more_after(case, place):
        # "20% nữa là xong" without "còn".
        if case.kind(_skip_more(case, place)) == "done":
            return _remaining(case, place, -1, role)
        return is_part(UNSURE, "change")
    if figure.maybe_date is not None and case.kind(near_left) != "got":
        return is_part(UNSURE, "date or fraction")
    first, last = case.clause(place)
    if any(
        case.kind(i) in ("question", "ask") for i in range(first, min(last + 1, len(case.marks)))
    ):
        return is_part(UNSURE, "question")
    return role


def _is_label(case: Case, place: int, figure: Figure) -> bool:
    """ "ấp 3", "phường 5", "đợt 2", and bare numbers among words that are not known."""
    previous = case.kind(place - 1)
    if figure.unit == BARE:
        if previous in ("label", "piece") or _is_year(case, place, figure):
            return True
        # "36 gì đó": what it counts is not known.
        if case.kind(place + 1) in ("word", "label", "piece"):
            figure.unit = COUNT
            figure.noun = case.plain(place + 1)
            return previous in ("word", "label")
        return case.kind(case.before(place, LIGHT | {"about"})) not in _BARE_AFTER
    return figure.unit == COUNT and previous == "label" and figure.noun in _PLACES


def _is_year(case: Case, place: int, figure: Figure) -> bool:
    """ "kế hoạch 2021": a bare number that looks like a year after a noun."""
    if not 2000 <= figure.value <= 2099 or figure.value != int(figure.value):
        return False
    return case.kind(place - 1) in ("plan", "word", "fill", "label", "document")


def _of_plan(case: Case, place: int) -> bool:
    following = case.after(place, frozenset(("fill",)))
    if case.kind(following) == "plan":
        case.used.add(following)
        return True
    return False


def _compared(case: Case, place: int) -> bool:
    """Whether the figure is set against another time: "tăng 5% so với cùng kỳ", "cùng kỳ 40%"."""
    following = case.after(place, LIGHT | {"plan"})
    if case.kind(following) == "compare":
        case.used.add(following)
        return True
    left = case.before(place, _SKIP | {"delta", "about"})
    return case.kind(left) == "compare"


def _runs_on(case: Case, place: int) -> bool:
    """ "12/15h", "60x": something unknown is stuck to the figure."""
    if place + 1 >= len(case.marks) or case.kind(place + 1) == "roi":
        return False
    last = case.words.tokens[case.marks[place].end - 1]
    token = case.words.tokens[case.marks[place + 1].start]
    if last.kind != "n" or token.start != last.end:
        return False
    return token.kind != "s" or token.plain in "/:^"


def _doubt_around(case: Case, place: int, figure: Figure, left_kind: str) -> str:
    """Why a figure that looks reached is not: asked, wished for, of what is not done."""
    following = case.after(place)
    kind = case.kind(following)
    if kind == "neg" and case.kind(case.after(following)) in ("end", "stop", "break", "question"):
        return "question"  # "đạt 60% chưa anh"
    if left_kind == "more":
        return "change"  # "thêm 3 hộ nữa là 15 hộ"
    if kind == "date" and case.plain(following - 1) == "cua":
        mention = mention_of(case.marks[following])
        if mention.last is not None and mention.last < case.today:
            return "compare"  # "60% của tháng trước"
    first, last = case.clause(place)
    told = [case.kind(i) for i in range(first, place)]
    if "asks" in told and not {"got", "done", "extend"} & set(told[told.index("asks") :]):
        return "question"  # "xin hỗ trợ 50 triệu"
    if any(case.kind(i) == "ack" and _agrees(case, i) for i in range(place + 1, last)):
        return "question"  # "60% hộ dân đồng ý"
    if figure.unit in (COUNT, FRACTION) and left_kind not in ("got", "about", "done"):
        after = case.kind(case.after(place, LIGHT | {"word"}))
        if after in ("undone", "start0"):
            return "left"  # "có một hộ chưa xong"
    return "change" if is_of_one_day(case, place, first) else ""


def _agrees(case: Case, place: int) -> bool:
    return case.plain(place) in ("dong y", "nhat tri")


def _more_after(case: Case, place: int) -> bool:
    return case.kind(case.after(place)) == "more"


def _skip_more(case: Case, place: int) -> int:
    return case.after(case.after(place))


def _remaining(case: Case, place: int, left: int, role: Role) -> Role:
    """ "còn 20% nữa", "còn lại 20%", "còn 20% chưa làm" are what is left; "còn 30%" may not be."""
    if left >= 0:
        case.used.add(left)
    said = case.plain(left)
    following = case.after(place, LIGHT | {"word", "label"})
    kind = case.kind(following)
    role.part = REMAINING
    # "còn 2/15 hộ chưa ký"
    unsigned = kind == "block" and case.plain(following).startswith("chua ")
    if unsigned or kind in ("more", "undone", "start0", "neg", "ongoing"):
        case.used.update(() if unsigned else (following,))
        after_that = case.after(following)
        if kind in ("more", "neg") and case.kind(after_that) in ("done", "got", "late"):
            case.used.add(after_that)
    elif not any(word in said for word in ("lai", "thieu", "phai lam")) and left >= 0:
        role.part = UNSURE
        role.reason = "left or reached"
    if role.figure.doubt is not None:
        role.part, role.reason = UNSURE, role.figure.doubt
    if role.figure.maybe_date is not None and not role.figure.noun:
        role.part, role.reason = UNSURE, "date or fraction"
    return role


def _drop_former(case: Case, roles: list[Role]) -> None:
    """ "Tuần trước 40%, nay 65%": beside a figure of now, one of the past is only told."""
    reached = [role for role in roles if role.part == REACHED]
    if len(reached) < 2:
        return
    times = [time_of(case, role.place) for role in reached]
    if times.count("now") == 1 and times.count("past") == len(times) - 1:
        for role, time in zip(reached, times, strict=True):
            role.part = REACHED if time == "now" else FROM


def _details(case: Case, roles: list[Role]) -> None:
    """After "trong đó" and the like only details of what was said before follow."""
    for role in roles:
        first = case.wide_clause(role.place)[0]
        sentence_start = role.place
        while sentence_start > 0 and case.kind(sentence_start - 1) != "stop":
            sentence_start -= 1
        if any(case.kind(i) == "within" for i in range(min(first, sentence_start), role.place)):
            within = max(i for i in range(sentence_start, role.place) if case.kind(i) == "within")
            if any(r.place < within and r.part == REACHED for r in roles):
                role.part = DETAIL
