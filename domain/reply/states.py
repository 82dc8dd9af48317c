"""States said without a figure: finished, not started, under way, blocked, received.

Says how each is meant where it stands; how they go together is for rules.
"""

from dataclasses import dataclass, field
from typing import Final

from domain.reply.beginnings import (
    NOT_STARTED,
    answers_not_yet,
    comes_after,
    none_yet,
    not_started,
    not_yet_because,
)
from domain.reply.case import LIGHT, Case
from domain.reply.excuses import excuses, is_reported_on
from domain.reply.finished import ADJACENT, DONE, attained, finished
from domain.reply.hindrances import cannot, denied, hinders, lacking, short_of
from domain.reply.roles import REACHED, Role
from domain.reply.supposing import (
    asks_what,
    has_question_word,
    is_asked,
    is_denied,
    put_off,
    supposed,
)
from domain.reply.tokens import SPEAKERS, several
from domain.reply.troubles import trouble_of


@dataclass(slots=True)
class States:
    """What is claimed; places are marks. `open` holds a reason to ask, of questions."""

    done: list[int] = field(default_factory=list)
    not_started: list[int] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    blocked: list[int] = field(default_factory=list)
    late: bool = False
    received: bool = False
    not_received: bool = False


def states_of(case: Case, roles: list[Role], *, asked: frozenset[int]) -> States:
    """Every state that the marks claim. `asked`: marks that an extension has explained."""
    states = States()
    figures = {role.place: role for role in roles}
    details = _details_from(case, roles)
    for place, mark in enumerate(case.marks):
        if mark.kind not in _STATES:
            continue
        if place in case.used:
            if mark.kind in ("block", "left") and short_of(case, place):
                states.blocked.append(place)
            continue
        if place > details and mark.kind in _PARTIAL:
            continue  # "đạt 67%, trong đó khu 1 xong, khu 2 đang làm"
        if mark.kind == "done":
            claimed = finished(case, place, figures, asked)
            _claim(states, place, _unless_supposed(case, place, claimed))
        elif mark.kind == "undone":
            states.open.append("unfinished")
        elif mark.kind == "near" and case.plain(place).startswith("chua "):
            # "chưa kết nạp được đảng viên nào"
            last = case.clause(place)[1]
            none = any("nao" in case.plain(i).split() for i in range(place + 1, last))
            states.not_started.append(place) if none else states.open.append("unfinished")
        elif mark.kind == "start0":
            claimed = not_started(case, place, figures)
            _claim(states, place, _unless_supposed(case, place, claimed))
        elif mark.kind == "ongoing" and answers_not_yet(case, place):
            _claim(states, place, _unless_supposed(case, place, NOT_STARTED))
        elif mark.kind in ("ongoing", "acted"):
            if states.not_started and case.plain(place).startswith("moi "):
                continue  # "chưa, mai mới làm"
            if case.plain(place) in _WELL and (case.has("done") or _promised(case, place)):
                continue  # "chạy tốt rồi, xong nhé", "sẽ triển khai đúng tiến độ"
            if states.not_started and comes_after(case, place):
                continue  # "chưa, họp rồi mới bắt đầu"
            if case.has("done") and _is_done_after_all(case, place):
                continue  # "trễ là do tôi, nay xong rồi", "làm rồi chị, hoàn tất"
            if case.kind(case.after(place, ADJACENT)) not in ("figure", "done", "block"):
                states.open.append("in progress")
        elif mark.kind == "part" and not case.has("thanks"):
            if case.kind(case.after(place, ADJACENT)) not in ("figure", "done", "word", "block"):
                states.open.append("partial")
        elif mark.kind == "neg" and (
            none_yet(case, place) or answers_not_yet(case, place) or not_yet_because(case, place)
        ):
            _claim(states, place, _unless_supposed(case, place, NOT_STARTED))
        elif mark.kind == "neg" and (cannot(case, place) or lacking(case, place)):
            states.blocked.append(place)
        elif mark.kind == "block":
            if (
                not is_reported_on(case, place)
                and not denied(case, place)
                and not excuses(case, place)
            ):
                _hindered(case, place, states)
        elif mark.kind == "left" and case.plain(place).endswith("thieu"):
            if case.kind(case.after(place)) == "word":  # "còn thiếu vắc xin"
                wonders = asks_what(case, place)
                states.open.append("question") if wonders else states.blocked.append(place)
        elif mark.kind == "weather":
            if hinders(case, place, roles) and not excuses(case, place):
                states.blocked.append(place)
        elif mark.kind == "late":
            if case.plain(place) != "kip" and not supposed(case, place):
                states.late = True
        elif mark.kind == "ack":
            _received(case, place, states)
        elif mark.kind == "got" and _all_worked(case, place):
            states.open.append("partial")
        elif mark.kind == "got" and attained(case, place, roles):
            claimed = finished(case, place, figures, asked)
            _claim(states, place, _unless_supposed(case, place, claimed))
        elif mark.kind == "tick":
            alone = all(m.kind in ("tick", "stop", "fill", "break") for m in case.marks)
            states.open += ["tick"] if alone else []
    reached = any(role.part == REACHED for role in roles)
    if (
        states.blocked
        and not reached
        and case.has("left")
        and _rest_is_done(case, states.blocked[0])
    ):
        states.open.append("partial")
        states.blocked.clear()
    if states.done and states.open == ["partial"] and _concludes(case, states.done[-1]):
        states.open.clear()
    if states.not_started and not states.blocked:
        # "do giãn cách nên chưa tổ chức được"; without marks "do" is many words.
        causes = [p for p in case.places("cause") if case.words.rich or case.plain(p) != "do"]
        states.blocked += causes[:1]
    if not (states.blocked or states.done):
        states.blocked += [at for at in trouble_of(case) if at not in states.not_started]
    return states


def _rest_is_done(case: Case, place: int) -> bool:
    """ "ông Ba chưa ký, còn lại ký hết": all but one, and how much that is, is asked."""
    return any(
        case.kind(at) == "left"
        and case.plain(at).endswith("lai")
        and case.clause(at)[0] == at
        and not _HOLDING & {case.kind(i) for i in range(at, case.clause(at)[1])}
        and {"het", "xong", "du"} & set(case.said(at + 1, case.clause(at)[1]).split())
        for at in range(case.clause(place)[1], len(case.marks))
    )


_HOLDING: Final = several("figure neg block undone start0 near")


def _all_worked(case: Case, place: int) -> bool:
    """ "phần ấp em làm hết rồi, giờ chờ xã"."""
    said = case.said(place, place + 3) if place + 3 <= len(case.marks) else ""
    return said in ("lam het roi", "man het roi") and case.has("block")


def _promised(case: Case, place: int) -> bool:
    first = case.clause(place)[0]
    return case.has("ack") and any(case.kind(at) == "forecast" for at in range(first, place))


# Marks that may claim a state.
_STATES: Final = several(
    "done undone near start0 ongoing acted part neg block left weather late ack got tick"
)


def _is_done_after_all(case: Case, place: int) -> bool:
    """Whether a later clause says of the whole that it is done, after a word for late, "làm rồi"
    or "đã tổ chức"."""
    late = bool({"tre", "cham", "muon"} & set(case.plain(place).split()))
    if not late and case.kind(place) != "acted":
        return False
    for at in case.places("done"):
        first = case.clause(at)[0]
        if first > place and all(case.kind(i) in _BARE_LEAD for i in range(first, at)):
            return True
    return False


def _concludes(case: Case, place: int) -> bool:
    """ "khâu cuối hoàn tất hôm qua, vậy là xong cả việc", "in xong, đóng cuốn xong. Hoàn thành!":
    a last clause that says so of the whole, after the steps."""
    first, last = case.clause(place)
    if case.after(last - 1, LIGHT | {"stop", "break", "thanks"}) < len(case.marks):
        return False
    led = case.said(first, place).split()[:2] in (["vay", "la"], ["the", "la"])
    alone = all(case.kind(at) in LIGHT or at == place for at in range(first, last))
    whole = any(case.plain(at) in _WHOLES for at in range(first, place))
    return led or (alone and (whole or case.kind(first - 1) == "stop"))


_WHOLES: Final = frozenset(
    ("nhiem vu", "nhiem vu nay", "nhiem vu duoc giao", "cong viec", "toan bo")
)
_BARE_LEAD: Final = LIGHT | {"date"}
_WELL: Final = frozenset(
    ("tot", "on", "binh thuong", "dung tien do", "theo tien do", "dam bao tien do")
)


def _unless_supposed(case: Case, place: int, claimed: str | None) -> str | None:
    """The claim, or why it is not told as a fact."""
    if claimed == DONE:
        claimed = put_off(case, place) or claimed
    if claimed == NOT_STARTED and (
        is_asked(case, place) or has_question_word(case, place) or is_denied(case, place)
    ):
        return "question"
    if claimed in (DONE, NOT_STARTED) and supposed(case, place):
        return "question"
    return claimed


def _hindered(case: Case, place: int, states: States) -> None:
    """A difficulty; one that is asked about, or supposed, is none yet."""
    if case.plain(place) == "chua du" and _stands_alone(case, place):
        states.open.append("partial")  # "chưa đủ": of what is counted
    elif supposed(case, place) or has_question_word(case, place) or asks_what(case, place):
        states.open.append("question")
    elif not is_asked(case, place):
        states.blocked.append(place)


def _stands_alone(case: Case, place: int) -> bool:
    first, last = case.clause(place)
    return all(case.kind(at) in LIGHT for at in range(first, last) if at != place)


def _claim(states: States, place: int, claimed: str | None) -> None:
    """What a mark was found to claim: a state, or a reason to ask."""
    if claimed == DONE:
        states.done.append(place)
    elif claimed == NOT_STARTED:
        states.not_started.append(place)
    elif claimed is not None:
        states.open.append(claimed)


_PARTIAL: Final = several("done undone start0 ongoing acted part")


def _details_from(case: Case, roles: list[Role]) -> int:
    """Where details of what a figure has told begin: after "trong đó" (or the end)."""
    for place in case.places("within"):
        if any(r.place < place and r.part == REACHED for r in roles):
            return place
    return len(case.marks)


def _received(case: Case, place: int, states: States) -> None:
    before = case.before(place)
    if case.plain(place) == "u" and case.kind(place - 1) == "word":
        return  # "rac u lai het": ứ lại, and no ừ
    if _agreed_by_others(case, place) or _is_new_here(case, place):
        return
    if case.plain(place).startswith("duoc") and _is_denied_before(case, place):
        case.call(place, "got")  # "chưa lên khảo sát được ạ"
        return
    if case.kind(before) in ("neg", "near") or {"chua", "ch"} & set(case.plain(before).split()):
        states.not_received = True
    elif case.plain(place) == "ro" and _is_denied_before(case, place):
        states.not_received = True  # "mắt kém không đọc rõ"
    elif case.kind(case.after(place)) == "neg":
        states.open.append("question")
    elif any(case.kind(at) in _UNABLE for at in range(place + 1, case.clause(place)[1])):
        states.not_received = True  # "mới nhận nhiệm vụ nên chưa nắm"
    else:
        states.received = True


_UNABLE: Final = several("neg unsure")


def _is_denied_before(case: Case, place: int) -> bool:
    first = case.clause(place)[0]
    return any(case.kind(at) == "neg" for at in range(max(first, place - 5), place))


def _is_new_here(case: Case, place: int) -> bool:
    """ "em là Ngân mới nhận việc": the writer presents herself."""
    said = case.said(case.clause(place)[0], place).split()
    return said[-1:] == ["moi"] and said[0] in SPEAKERS and said[1] == "la"


def _agreed_by_others(case: Case, place: int) -> bool:
    """ "bà con đồng ý hết", "dân nhất trí cao"."""
    said = [token.plain for token in case.tokens(case.clause(place)[0], place)]
    return "dan" in said or said[-2:] == ["ba", "con"]
