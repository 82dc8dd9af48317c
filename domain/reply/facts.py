"""What is recorded of the figures of a case: percent or value, done of total, their basis.

Weighs figures whose part is known (figures); must not look at words again.
"""

from dataclasses import replace
from typing import Final

from domain.measures import COUNT as COUNT_KIND
from domain.measures import MONEY, PERCENT, Measure, convert, counts_the_same
from domain.reply.case import Case
from domain.reply.doubts import is_claimed
from domain.reply.hindrances import are_few_hands
from domain.reply.item import (
    PROGRESS,
    Doubt,
    Item,
    Judgement,
    Readings,
)
from domain.reply.marks import AMOUNT, BARE, COUNT, FRACTION
from domain.reply.marks import PERCENT as PERCENT_UNIT
from domain.reply.merging import NEAR, Fact, item_of_fact, merged
from domain.reply.roles import (
    CHANGE,
    FORESEEN,
    PLANNED,
    REACHED,
    REMAINING,
    TOTAL,
    UNSURE,
    Role,
)
from domain.reply.sums import adds_up, against_total, fills_up, share

# More đồng than the country has in a year: a slip ("triệu tỷ").
_MOST_DONG: Final = 1e16


def items_of_figures(case: Case, roles: list[Role]) -> Judgement | None:
    """Progress items, a doubt, or None when no figure says anything about progress."""
    roles = [role for role in roles if role.part in _TELLING and not _is_price(case, role, roles)]
    if not roles:
        return None
    reached = [role for role in roles if role.part == REACHED]
    remaining = [role for role in roles if role.part == REMAINING]
    unsure = [role for role in roles if role.part == UNSURE]
    facts: list[Fact] = []
    foreign = False
    both = _share_of(case.measure, reached)
    if both is not None:
        facts, reached = [both], []
    for role in reached:
        fact = fact_of(role, case.measure)
        if isinstance(fact, Doubt):
            return fact
        if fact is None:
            foreign = True
        else:
            facts.append(fact)
    if case.measure is None:
        facts = _without_heads(case, reached, facts)
    from_total = against_total(case, roles)
    all_counted = all(role.figure.unit in (COUNT, BARE) for role in reached)
    if from_total is not None and (not facts or all_counted):
        facts, foreign = [from_total], False
    for role in unsure:
        # "đạt 60%, còn 40%" says the same twice.
        if facts and role.reason in ("left or reached", "left") and adds_up(role, facts):
            continue
        short = role.reason in ("near", "left", "left or reached")
        if short and role.figure.unit == PERCENT_UNIT and fills_up(role, facts):
            continue  # "đạt 62%, chưa đạt 38%"
        if facts and role.reason in ("date or fraction", "in progress", "compare"):
            continue  # "trường 2/9 đạt 60%"
        if facts and case.measure is not None and _counts_else(role, case.measure):
            continue  # "30 người hỏi tiền đền bù, chi trả được 84 hộ"
        if facts and _is_told_apart(case, role, reached):
            continue  # "nhờ can thiệp di dời 6 cột điện. Khối lượng 58%."
        if not reached and case.measure is None and _is_of_hands(case, role):
            continue  # "chưa bắt tay vào được, tổ còn khuyết 2 đồng chí"
        if not reached and _is_only_held_up(case, role):
            continue  # "còn 2 đơn kéo dài, bế tắc quá" of a task
        return Doubt(role.reason, _readings_of_unsure(role, case.measure))
    told = remaining and not facts and not unsure and case.has("block", "neg", "cause")
    if told and case.measure is not None:
        # "còn 4 hộ chưa chịu hiến đất" of a road: why, and not how much of it is left
        remaining = [role for role in remaining if not _counts_else(role, case.measure)]
        if not remaining and not reached:
            return None
    if remaining:
        left = _from_remaining(case.measure, remaining, facts)
        if isinstance(left, Doubt):
            return left
        facts = facts or ([left] if left is not None else [])
    counted = any(fact.total is not None for fact in facts)
    if (
        foreign
        and case.measure is None
        and not counted
        and any(r.figure.unit == BARE for r in reached)
    ):
        return Doubt("two figures")  # "10 đợt đã làm 6"
    if facts and _disagree(case.measure, reached, facts):
        return Doubt("does not add up")
    if facts:
        return merged(case.measure, _of_all(roles, facts))
    if foreign and case.measure is None:
        claimed = any(is_claimed(case, role.place) for role in reached)
        return Doubt("in progress") if claimed else None
    if foreign:
        return Doubt("other measure")
    return _only_hints(case.measure, roles)


def _of_all(roles: list[Role], facts: list[Fact]) -> list[Fact]:
    """ "bản thảo xong 5 chương, tổng 8 chương": the one count, and all that there are of it."""
    values = [at for at, fact in enumerate(facts) if fact.value is not None]
    totals = [role.figure for role in roles if role.part == TOTAL]
    counts = [
        role.figure for role in roles if role.part == REACHED and role.figure.unit in _COUNTED
    ]
    if len(values) != 1 or len(totals) != 1 or len(counts) != 1:
        return facts
    total, count, fact = totals[0], counts[0], facts[values[0]]
    same = total.unit in _COUNTED and (total.noun == count.noun or "" in (total.noun, count.noun))
    if not same or fact.total is not None or fact.value != count.value or total.value < count.value:
        return facts
    facts[values[0]] = replace(fact, done=fact.value, total=total.value)
    return facts


_COUNTED: Final = frozenset((COUNT, BARE))


def _share_of(measure: Measure | None, reached: list[Role]) -> Fact | None:
    """ "28/35 trường đạt chuẩn = 80%" of a rate: the share, and what it was counted from."""
    if measure is None or measure.kind != PERCENT or len(reached) != 2:
        return None
    first, second = sorted(reached, key=lambda role: role.figure.unit != FRACTION)
    counted, rate = first.figure, second.figure
    if counted.unit != FRACTION or rate.unit != PERCENT_UNIT or second.of_plan:
        return None
    if not counted.total or abs(share(counted.done or 0, counted.total) - rate.value) > NEAR:
        return None
    basis = None if second.weak_basis else second.basis
    return Fact(value=rate.value, done=counted.done, total=counted.total, basis=basis)


def _disagree(measure: Measure | None, reached: list[Role], facts: list[Fact]) -> bool:
    """ "45/52 hộ, đạt 90%" of a target: what so many of so many come to is another share; one of
    the plan may be."""
    counted = [fact for fact in facts if fact.total and fact.value is not None]
    told = [role.figure.unit for role in reached if not role.of_plan]
    rates = [r for r in reached if r.figure.unit == PERCENT_UNIT and not r.of_plan]
    if measure is None or len(counted) != 1 or told != [FRACTION, PERCENT_UNIT]:
        return False
    whole = share(counted[0].done or 0, counted[0].total or 1)
    return abs(whole - rates[0].figure.value) > NEAR


def _without_heads(case: Case, reached: list[Role], facts: list[Fact]) -> list[Fact]:
    """ "4 người, 1 đi học, 1 nghỉ sản, khám được 290/500 cụ": beside a fraction, numbers of people
    who do something are no percentages."""
    whole = [fact for fact in facts if fact.total is not None]
    if len(whole) != 1 or len(facts) == 1:
        return facts
    rest = [role for role in reached if role.figure.unit not in (FRACTION, COUNT)]
    heads = all(r.figure.unit == BARE and case.kind(r.place + 1) in _DOING for r in rest)
    return whole if heads else facts


def _is_told_apart(case: Case, role: Role, reached: list[Role]) -> bool:
    """Whether a count in doubt stands in another clause than the share that a task has reached."""
    if case.measure is not None or case.has("question", "ask"):
        return False
    counted = role.figure.unit in (COUNT, AMOUNT) and role.reason in ("question", "change")
    return counted and all(
        r.figure.unit in (PERCENT_UNIT, FRACTION)
        and case.clause(r.place) != case.clause(role.place)
        for r in reached
    )


def _is_of_hands(case: Case, role: Role) -> bool:
    """Whether a count tells who is missing, beside work that has not begun, or who is there for
    work that will not be done in time."""
    if role.figure.unit != COUNT:
        return False
    begun = role.reason != "left" or not case.has("start0")
    return not begun or are_few_hands(case, role.place)


def _is_only_held_up(case: Case, role: Role) -> bool:
    """Whether a count of what is left, of a task that counts nothing, says only what is stuck."""
    counted = case.measure is None and role.figure.unit in (COUNT, AMOUNT)
    stuck = (at for at in case.places("block") if case.plain(at) != "cho" or at > role.place + 2)
    # "còn 14 bệnh nhân chờ chuyển viện": who waits is not stuck
    return counted and role.reason == "left or reached" and any(stuck)


_DOING: Final = frozenset(("word", "fill", "block", "ongoing", "label"))


def _counts_else(role: Role, measure: Measure) -> bool:
    """Whether a figure in doubt could not be recorded, whatever it means."""
    return role.figure.unit in (COUNT, AMOUNT) and fact_of(role, measure) is None


def _is_price(case: Case, role: Role, roles: list[Role]) -> bool:
    """ "50 phần quà, 300 ngàn": beside a count of what is measured, thousands are money."""
    measure, figure = case.measure, role.figure
    if measure is None or measure.kind != COUNT_KIND or figure.unit != AMOUNT or figure.noun:
        return False
    return any(counts_the_same(other.figure.noun, measure) for other in roles)


_TELLING: Final = frozenset(
    (REACHED, REMAINING, UNSURE, CHANGE, FORESEEN, PLANNED, TOTAL, "compared")
)


def _only_hints(measure: Measure | None, roles: list[Role]) -> Doubt | None:
    """The question when figures are only planned, foreseen, compared or changes."""
    if measure is None and all(role.figure.unit in (COUNT, AMOUNT) for role in roles):
        return None  # "dân số 12.500 người"
    for role in roles:
        if role.part == FORESEEN:
            fact = fact_of(role, measure)
            if isinstance(fact, Fact):
                item = item_of_fact(fact, measure)._replace(intent=PROGRESS, estimate=True)
                return Doubt("forecast", (("doubt.as_estimate", (item,)),))
            return Doubt("forecast")
    return Doubt(roles[0].reason or "plan")


def fact_of(role: Role, measure: Measure | None) -> Fact | Doubt | None:
    """What a figure records under a measure; None if it counts something else."""
    figure = role.figure
    basis = role.basis
    if role.weak_basis and (measure is None or measure.kind == PERCENT):
        basis = None
    if figure.unit == PERCENT_UNIT:
        if measure is None or measure.kind != PERCENT or role.of_plan:
            done, total = (figure.done, figure.total) if measure is None else (None, None)
            return Fact(percent=figure.value, done=done, total=total, basis=basis)
        if figure.parts:
            return Doubt("other measure")
        return Fact(value=figure.value, basis=basis)
    if figure.unit == FRACTION:
        return _fraction(role, measure, basis)
    if figure.unit == BARE:
        if measure is None:
            return Fact(percent=figure.value, basis=basis)
        if measure.factor > 1 and figure.value >= measure.factor:
            return Doubt("other measure")  # 1.200.000.000 of a target in tỷ: đồng?
        if measure.kind == MONEY and figure.value * measure.factor > _MOST_DONG:
            return Doubt("too large")
        return Fact(value=figure.value, basis=basis)
    if measure is None or measure.kind == PERCENT:
        return None
    # Tỷ and triệu are said of money; "12 nghìn", "3 vạn" may count anything.
    countable = not figure.noun and (figure.scale in (1_000, 10_000) or measure.factor > 1)
    if figure.unit == AMOUNT and (measure.kind == MONEY or countable):
        if figure.value > _MOST_DONG:
            return Doubt("too large")
        converted = _converted(figure.value, figure.scale, measure, explicit=bool(figure.noun))
        return Doubt("other measure") if converted is None else Fact(value=converted, basis=basis)
    if figure.unit == COUNT and counts_the_same(figure.noun, measure):
        if measure.factor > 1 and figure.scale == 1:
            return Doubt("other measure")
        return Fact(value=round(figure.value / measure.factor, 6), basis=basis)
    return None


def _converted(value: float, scale: int, measure: Measure, *, explicit: bool) -> float | None:
    if explicit and measure.kind == MONEY:
        converted = round(value / measure.factor, 6)
        return converted if converted >= 0.0001 or value == 0 else None
    return convert(value, scale, measure)


def _fraction(role: Role, measure: Measure | None, basis: str | None) -> Fact | Doubt | None:
    figure = role.figure
    done, total = figure.done or 0.0, figure.total or 0.0
    if total <= 0:
        return Doubt("does not add up")
    if done > total and measure is None:
        return Doubt("over")
    if done > total and figure.scale == 1 and not figure.noun:
        return Doubt("does not add up")  # "góp theo tỷ lệ 60/40"
    if measure is None:
        return Fact(percent=share(done, total), done=done, total=total, basis=basis)
    if measure.kind == PERCENT:
        reading = Item(PROGRESS, percent=share(done, total), done=done, total=total)
        return Doubt("other measure", (("doubt.as_share", (reading,)),))
    same = (
        figure.noun in ("", "dong")
        if measure.kind == MONEY
        else not figure.noun or counts_the_same(figure.noun, measure)
    )
    if not same:
        return None
    if figure.scale > 1 or figure.noun == "dong":
        done, total = done / measure.factor, total / measure.factor
        done, total = round(done, 6), round(total, 6)
    return Fact(value=done, done=done, total=total, basis=basis)


def _from_remaining(
    measure: Measure | None, remaining: list[Role], facts: list[Fact]
) -> Fact | Doubt | None:
    """What "còn 20% nữa" records: 80 % done. Beside a figure it must only agree."""
    role = remaining[0]
    figure = role.figure
    if facts:
        for other in remaining:
            if not adds_up(other, facts):
                return Doubt("does not add up")
        return None
    if len(remaining) > 1:
        return Doubt("two figures")
    if figure.unit == PERCENT_UNIT:
        if (measure is not None and measure.kind == PERCENT) or figure.value > 100:
            return Doubt("left")
        return Fact(percent=round(100 - figure.value, 2), basis=None)
    if figure.unit == FRACTION:
        done, total = figure.done or 0.0, figure.total or 0.0
        if total < done:
            return Doubt("does not add up")
        turned = replace_figure(role, total - done)
        fact = fact_of(turned, measure)
        return fact if isinstance(fact, (Fact, Doubt)) else Doubt("other measure")
    return Doubt("left")


def replace_figure(role: Role, done: float) -> Role:
    """The same role with another count done."""
    figure = replace(role.figure, done=done, value=done)
    return replace(role, figure=figure, part=REACHED)


def _readings_of_unsure(role: Role, measure: Measure | None) -> Readings:
    """ "còn 30%": 70 done, or 30 reached."""
    figure = role.figure
    if role.reason == "date or fraction":
        fact = fact_of(role, measure)
        if not isinstance(fact, Fact):
            return ()
        return (("doubt.as_fraction", (item_of_fact(fact, measure)._replace(intent=PROGRESS),)),)
    if role.reason != "left or reached" or figure.unit != PERCENT_UNIT or figure.value > 100:
        return ()
    if measure is not None and measure.kind == PERCENT:
        return ()
    done = Item(PROGRESS, percent=round(100 - figure.value, 2))
    reached = Item(PROGRESS, percent=figure.value)
    return (
        ("doubt.done_and_left", (done,)),
        ("doubt.only_reached", (reached,)),
    )
