"""Figures in doubt that need no question, because the state of a task says all.

"còn 11 hộ chưa làm được vì …" beside a difficulty, "đã dọn xong, 15 anh em làm từ sáng" after the
end. Says so; what is recorded is for rules.
"""

from typing import Final

from domain.reply.case import LIGHT, Case, is_told
from domain.reply.harm import is_harmed
from domain.reply.item import Doubt
from domain.reply.marks import AMOUNT, COUNT, FRACTION
from domain.reply.roles import LABEL, REMAINING, Role
from domain.reply.states import States
from domain.reply.times import leads_to_sum


def only_counts_the_rest(case: Case, roles: list[Role], blocked: list[int]) -> bool:
    """ "còn 11 hộ chưa làm được vì …", "thiếu 14 phòng học do …": of a task, what is not there yet,
    beside the reason; "còn 5 nhà chưa di dời" gives none."""
    if not blocked or case.measure is not None or case.has("done", "more"):
        return False
    rest = {case.after(role.place, LIGHT | {"word", "label"}) for role in roles}
    if not case.has("cause") and rest.issuperset(blocked):
        return False
    return all(
        role.figure.unit == COUNT and (role.part == REMAINING or role.reason in _OF_THE_REST)
        for role in roles
    )


_OF_THE_REST: Final = frozenset(("left", "left or reached"))


def only_beside_the_end(case: Case, roles: list[Role], states: States, doubt: Doubt) -> bool:
    """ "đã dọn xong sáng nay, 2 xe múc với 15 anh em làm từ 5h": of a task that is finished, later
    clauses count who and what took part."""
    if case.measure is not None or not states.done or doubt.reason not in _COUNTED_BESIDE:
        return False
    if case.has("left") or any(role.part == REMAINING for role in roles):
        return False
    if all(_is_made_good(case, role.place, states.done) for role in roles):
        return True
    if all(_is_of_the_task(case, at, roles) for at in states.done):
        return True
    if doubt.reason == "in progress" and _is_of_its_title(case, states.done[0], roles):
        return True
    last = case.clause(states.done[0])[1]
    if doubt.reason == "in progress" and _ends_with_it(case, states.done[-1], roles):
        return True
    told = any(
        (is_told(case, role.place) and case.plain(case.before(role.place)) != "co")
        or leads_to_sum(case, case.clause(role.place)[0], role.place)
        for role in roles
    )
    return not told and all(
        role.place >= last and role.figure.unit in (COUNT, AMOUNT)
        for role in roles
        if role.part != LABEL
    )


def _is_made_good(case: Case, place: int, done: list[int]) -> bool:
    """ "bão làm tốc mái 12 căn, đã lợp lại xong toàn bộ": the damage, before the work."""
    of_all = case.plain(done[0]).split(" ")[-1] in ("bo", "het", "ca")
    return of_all and case.kind(case.before(place)) == "harm" and place < done[0]


def _is_of_the_task(case: Case, place: int, roles: list[Role]) -> bool:
    """ "thanh lý 3 xe thu về 214 triệu. Nhiệm vụ này đã xong": a later sentence of the whole, after
    what was done for it."""
    first = case.clause(place)[0]
    named = case.said(first, place).removesuffix(" da") in _THE_TASK
    return named and case.kind(first - 1) == "stop" and all(r.place < first for r in roles)


def _is_of_its_title(case: Case, place: int, roles: list[Role]) -> bool:
    """ "Bán đấu giá 3 xe ô tô thanh lý đã hoàn tất": all that the task is called, count and all, is
    told to be done; "12 hộ đã xong", "đã lắp 12 cái xong" may be some of them."""
    said = case.plain(place)
    already = said.startswith("da ") or case.plain(place - 1) == "da"
    counts = [role.place for role in roles if role.part != LABEL]
    first = case.clause(place)[0]
    if not already or len(counts) != 1 or case.kind(place + 1) == "figure":
        return False
    at = counts[0]
    verbs = {case.kind(i) for i in range(first, at)}
    named = any(case.kind(i) in ("word", "label") for i in range(at + 1, place))
    counted = case.marks[at].value.unit == COUNT
    return counted and named and first < at < place and verbs <= {"word", "got"}


_THE_TASK: Final = frozenset(
    f"{noun}{which}"
    for noun in ("nhiem vu", "viec", "cong viec", "noi dung", "phan viec", "chi tieu")
    for which in (" nay", " tren", " duoc giao", " do")
)


def _ends_with_it(case: Case, place: int, roles: list[Role]) -> bool:
    """ "cưỡng chế 2 hộ rồi, bàn giao mặt bằng, xong": a last clause of nothing but the end, after
    more than a count ("đã cấp 12 sổ, xong" may be of these)."""
    first, last = case.clause(place)
    alone = all(
        case.kind(at) in LIGHT or at == place or case.plain(at) == "duoc giao"
        for at in range(first, last)
    )
    alone = alone or case.plain(place + 1) in _THE_WORK  # "…, hoàn tất việc trao quà"
    if not alone or case.kind(case.after(last - 1, _COURTEOUS)) != "end":
        return False
    if any(role.place > first or role.figure.unit == FRACTION for role in roles):
        return False
    if "nhiem vu" in case.said(first, last):
        return True  # "đã mở xong 2 lớp theo kế hoạch, hoàn thành nhiệm vụ"
    return any(case.kind(at) == "word" for at in range(roles[0].place + 1, first))


def only_tells_of_harm(case: Case, roles: list[Role], blocked: list[int]) -> bool:
    """ "kè sạt thêm 40 m, đang ngừng thi công", "cháy 2 căn, phải ngưng thi công": beside work that
    stands still, what came to harm is the ground and no result."""
    within = {case.clause(role.place) for role in roles}  # "15 ha lúa ngập" alone may be progress
    return any(case.clause(at) not in within for at in blocked) and all(
        role.part == LABEL or (role.reason == "question" and is_harmed(case, role.place))
        for role in roles
    )


_THE_WORK: Final = frozenset(("viec", "cong viec", "cong tac", "nhiem vu"))
_COURTEOUS: Final = LIGHT | {"stop", "break", "thanks"}
_COUNTED_BESIDE: Final = frozenset(("in progress", "question", "left", "change"))
