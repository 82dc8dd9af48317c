"""States said without a figure: finished, not started, under way, blocked, received.

Says how each is meant where it stands; how they go together is for rules.
"""

from dataclasses import dataclass, field
from typing import Final

from domain.dates import IMPOSSIBLE, LENGTH, SPAN
from domain.reply.case import LIGHT, Case, mention_of
from domain.reply.excuses import excuses
from domain.reply.marks import COUNT, FRACTION
from domain.reply.roles import DETAIL, REACHED, REMAINING, Role
from domain.reply.times import is_of_past_year
from domain.reply.tokens import Token, several

_ADJACENT: Final = LIGHT | {"got", "about"}


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
        if place in case.used:
            continue
        if place > details and mark.kind in _PARTIAL:
            continue  # "đạt 67%, trong đó khu 1 xong, khu 2 đang làm"
        if mark.kind == "done":
            _done(case, place, figures, asked, states)
        elif mark.kind == "undone":
            states.open.append("unfinished")
        elif mark.kind == "near" and case.plain(place).startswith("chua "):
            # "chưa kết nạp được đảng viên nào"
            last = case.clause(place)[1]
            none = any("nao" in case.plain(i).split() for i in range(place + 1, last))
            states.not_started.append(place) if none else states.open.append("unfinished")
        elif mark.kind == "start0":
            _not_started(case, place, figures, states)
        elif mark.kind in ("ongoing", "acted"):
            if case.kind(case.after(place, _ADJACENT)) not in ("figure", "done", "block"):
                states.open.append("in progress")
        elif mark.kind == "part" and not case.has("thanks"):
            if case.kind(case.after(place, _ADJACENT)) not in ("figure", "done", "word", "block"):
                states.open.append("partial")
        elif mark.kind == "neg" and _none_yet(case, place):
            states.not_started.append(place)
        elif mark.kind == "neg" and _cannot(case, place):
            states.blocked.append(place)
        elif mark.kind == "block":
            if not _denied(case, place) and not excuses(case, place):
                states.blocked.append(place)
        elif mark.kind == "left" and case.plain(place).endswith("thieu"):
            if case.kind(case.after(place)) == "word":
                states.blocked.append(place)  # "còn thiếu vắc xin"
        elif mark.kind == "weather":
            if _hinders(case, place, roles):
                states.blocked.append(place)
        elif mark.kind == "late":
            states.late = case.plain(place) != "kip" or states.late
        elif mark.kind == "ack":
            _received(case, place, states)
        elif mark.kind == "tick":
            alone = all(m.kind in ("tick", "stop", "fill", "break") for m in case.marks)
            states.open += ["tick"] if alone else []
    if states.not_started and not states.blocked:
        # "do giãn cách nên chưa tổ chức được"; without marks "do" is many words.
        causes = [p for p in case.places("cause") if case.words.rich or case.plain(p) != "do"]
        states.blocked += causes[:1]
    return states


_PARTIAL: Final = several("done undone start0 ongoing acted part")


def _details_from(case: Case, roles: list[Role]) -> int:
    """Where details of what a figure has told begin: after "trong đó" (or the end)."""
    for place in case.places("within"):
        if any(r.place < place and r.part == REACHED for r in roles):
            return place
    return len(case.marks)


def _hinders(case: Case, place: int, roles: list[Role]) -> bool:
    """Whether rain or storm is told as the cause of something, and not to pass the time."""
    if case.kind(case.before(place)) == "cause":
        return True
    if any(case.plain(at) in _SO for at in range(place + 1, len(case.marks))):
        return True
    if case.has("late", "start0", "undone", "block", "extend", "shift"):
        return True
    if any(mark.kind == "neg" and _cannot(case, at) for at, mark in enumerate(case.marks)):
        return True
    return case.plain(place) not in _MILD and any(role.part == REACHED for role in roles)


_MILD: Final = frozenset(("mua", "bao", "lu", "nuoc lon", "nuoc noi", "thoi tiet"))
_SO: Final = frozenset(("nen", "cho nen", "lam cham", "cham", "tre"))


def _denied(case: Case, place: int) -> bool:
    before = case.before(place, LIGHT | {"got"})
    first, last = case.clause(place)
    if case.plain(place) == "nha thau":  # "nhà thầu hứa rải xong": no difficulty in itself
        return any(case.kind(at) in ("forecast", "done") for at in range(place + 1, last))
    never = any(case.plain(at) == "bao gio" for at in range(first, place))
    if never or any(case.plain(at) == "thi" for at in range(max(before, first) + 1, place)):
        return never  # "chưa bao giờ khó như vầy"; "bản đồ ko có thì bó tay" is one
    while case.plain(before) in _ANY:
        before = case.before(before, LIGHT | {"got"})  # "không còn gì vướng", "hổng thấy khó khăn"
    if case.kind(before) == "neg" and case.kind(place - 1) != "break":
        return True
    start = case.marks[place].start
    if start and case.words.tokens[start - 1].plain == "het":
        return True  # "hết kẹt mặt bằng rồi"
    if case.kind(case.before(place, LIGHT | {"done"})) == "free":
        return True  # "đã gỡ xong vướng mắc"
    following = case.after(place)
    if case.kind(following) == "free":
        return True  # "vướng mắc đã được tháo gỡ"
    if case.kind(following) == "neg" and case.kind(case.after(following)) in ("end", "stop"):
        return case.kind(following - 1) == "colon" or case.plain(following) != "chua"
    # "không có khó khăn, vướng mắc"
    return case.kind(case.before(place, LIGHT | {"break"})) == "free"


_ANY: Final = frozenset(("con", "gi", "chi", "thay", "gap", "con gi", "co gi", "bi"))


def _not_started(case: Case, place: int, figures: dict[int, Role], states: States) -> None:
    before = case.before(place, LIGHT | {"word", "label"})
    if case.kind(before) == "figure" and figures[before].part == REMAINING:
        return
    following = case.after(place)
    if case.plain(place + 1).startswith("tiep"):
        return  # "vướng mặt bằng, chưa làm tiếp được"
    if case.kind(following) == "toward" or case.plain(following) in ("nhap", "bao", "gui"):
        states.open.append("in progress")  # "giờ em chưa có gì để nhập"
        return
    if case.kind(following) in ("done", "late"):
        states.open.append("unfinished")
        case.used.add(following)
    elif (
        case.kind(following) == "figure"
        or case.kind(before) == "left"
        or (case.kind(before) == "figure" and before == place - 1)
    ):
        states.open.append("unfinished")
    else:
        states.not_started.append(place)


def _done(
    case: Case, place: int, figures: dict[int, Role], asked: frozenset[int], states: States
) -> None:
    """A word for "finished", weighed by what stands around it."""
    following = case.after(place, _ADJACENT)
    before = case.before(place, _ADJACENT)
    counts_all = following in figures and figures[following].part == DETAIL
    if following in figures and not counts_all and not _apart(case, place, following):
        return  # "hoàn thành 60%"
    if (
        before in figures
        and figures[before].part in (REACHED, REMAINING)
        and not _apart(case, before, place)
    ):
        return  # "12/15 hộ xong"
    counted = case.before(place, _ADJACENT | {"word", "label", "named", "acted"})
    told = figures.get(counted)
    if told is not None and told.part in (REACHED, REMAINING):
        counts = told.figure.unit in (FRACTION, COUNT)
        if counts and not _apart(case, counted, place):
            return  # "14/16 tổ dân phố họp xong"
    first, last = case.wide_clause(place)
    kinds = [case.kind(i) for i in range(first, min(last + 1, len(case.marks)))]
    if any(_is_impossible(case, i) for i in range(first, last)):
        states.open.append("impossible date")
        return
    if any(is_of_past_year(case, i) for i in range(first, last)):
        states.open.append("in progress")  # "năm ngoái xong rồi mà"
        return
    if _serves_as_time(case, place):
        states.open += [] if case.has("ack") else ["future"]
        return
    if _time_ahead(case, first, last, place):
        if not asked:
            states.open.append("future")
        return
    near = case.before(place, _ADJACENT | {"date", "word"})
    if asked and (case.kind(before) == "toward" or case.kind(near) in ("toward", "extend", "asks")):
        return
    if case.kind(before) == "neg":
        states.open.append("unfinished")
    elif _is_step(case, first, place):
        states.open.append("partial")
    elif case.kind(before) in ("near", "part", "more", "left") or "left" in kinds[: place - first]:
        states.open.append("almost")
    elif case.kind(before) in ("ongoing", "free"):
        states.open.append("in progress")
    elif (
        case.kind(following) == "later"
        or _to_be_told(case, following)
        or "forecast" in kinds
        or case.kind(near) in ("toward", "late")
    ):
        states.open.append("future")
    elif "question" in kinds or "ask" in kinds or case.kind(following) == "neg":
        states.open.append("question")
    elif _of_a_part(case, place) or _excepted(case, place):
        states.open.append("partial")
    elif case.kind(near) == "close" and first <= near:
        return
    else:
        states.done.append(place)


def _serves_as_time(case: Case, place: int) -> bool:
    """ "chiều họp xong tôi giao các ban làm": when something else will be done."""
    if case.plain(place + 1) not in _SPEAKERS:
        return False
    return case.kind(place - 1) == "word" and case.kind(place + 2) in ("plan", "got", "word")


_SPEAKERS: Final = several("toi em e tui minh")


def _to_be_told(case: Case, following: int) -> bool:
    """ "xong em báo": it will be told when it is done."""
    ends = case.kind(following + 1) in ("end", "stop", "break", "fill")
    return case.plain(following) == "em bao" and ends


def _none_yet(case: Case, place: int) -> bool:
    """ "chưa có hộ nào ký", "chưa xã nào làm"."""
    if case.plain(place) not in ("chua", "chx"):
        return False
    first, last = case.clause(place)
    later = range(place + 1, min(place + 5, last))
    if any(case.kind(at) == "ack" or case.plain(at) == "nhan" for at in later):
        return False  # "chưa nhận được văn bản nào"
    if any(case.plain(at) == "bao gio" for at in later):
        return False  # "chưa bao giờ thấy việc nào khó như vầy"
    if any(case.kind(at) == "per" or _is_of_period(case, at) for at in range(first, last)):
        return False  # "chưa xong vụ nào trong tháng này": before it, perhaps
    if any({"nao", "mô"} & set(case.plain(at).split()) for at in later):
        return True
    if case.plain(place + 1) == "ai" and case.kind(place + 2) in ("got", "acted", "word"):
        return case.plain(place + 2).split()[0] not in _SPEAKING  # "chưa ai làm"
    # "chưa vận động được ai", "chưa thu được đồng nào hết"
    ends = last - 1
    while ends > place and case.kind(ends) in ("fill", "roi"):
        ends -= 1
    worked = any(case.kind(at) in ("got", "word") for at in range(place + 1, ends))
    asked = any(_SPEAKING & set(case.plain(at).split()) for at in later)
    return worked and not asked and case.plain(ends) in _NOBODY


def _is_of_period(case: Case, at: int) -> bool:
    return case.kind(at) == "date" and mention_of(case.marks[at]).kind == SPAN


_SPEAKING: Final = several("hoi bao goi noi nhac biet duyet gui tra")
_NOBODY: Final = frozenset(("ai", "ai het", "gi", "gi het", "dau"))


def _cannot(case: Case, place: int) -> bool:
    """ "không thi công được", "hổng chở vô được": being unable is a difficulty."""
    if case.plain(place) in ("chua", "chx"):
        return False
    for at in range(place + 1, min(place + 5, case.clause(place)[1])):
        if case.kind(at) not in ("word", "got", "fill", "label", "tell"):
            return False
        words = case.plain(at).split()
        if words and words[-1] in ("duoc", "dc", "noi"):
            free = at > place + 1 or len(words) > 1
            told = {token.plain for token in _tokens(case, case.clause(place)[0], at + 1)}
            if told & _READING and (told & _PAPERS or told & _SEEING):
                return False  # "ảnh mờ quá không đọc được": of the message, not of the work
            return free and case.kind(case.after(at)) not in ("figure", "ask", "question")
    return False


def _tokens(case: Case, first: int, after: int) -> list[Token]:
    """The tokens of marks."""
    start, end = case.marks[first].start, case.marks[after - 1].end
    return case.words.tokens[start:end]


_SEEING: Final = several("doc xem coi nghe thay nhin")
_READING: Final = _SEEING | {"mo", "tai"}
_PAPERS: Final = several("anh hinh file tep link tin van vb bang")


def _is_step(case: Case, first: int, place: int) -> bool:
    """ "khảo sát xong", "mới gieo mạ xong": a step of the work, not the whole."""
    told = range(first, place)
    if any(case.kind(at) == "piece" for at in told):
        return True
    start = next((at for at in told if case.plain(at) == "moi" and case.kind(at) == "fill"), place)
    return any(case.kind(at) == "word" for at in range(start, place))


def _of_a_part(case: Case, place: int) -> bool:
    """ "xong phần thô"; not "xong tất cả các hạng mục"."""
    at = case.after(place, frozenset(("roi", "fill", "and")))
    if case.kind(at) not in ("part", "piece"):
        return False
    if case.plain(at)[-1:].isdigit():
        return True  # "xong cả nội dung 5"
    start, end = case.marks[place].start, case.marks[at].start
    said = {token.plain for token in case.words.tokens[start:end]}
    return case.kind(at) == "part" or not said & _ALL


# "toàn bộ", "tất cả", "xong hết", "cả"
_ALL: Final = several("toan tat het ca")


def _excepted(case: Case, place: int) -> bool:
    """ "xong hết trừ ấp 5", "xong ngoại trừ khâu nghiệm thu"."""
    return any(case.kind(at) == "except" for at in range(place + 1, len(case.marks)))


def _is_impossible(case: Case, place: int) -> bool:
    mark = case.marks[place]
    return mark.kind == "date" and mention_of(mark).kind == IMPOSSIBLE


def _apart(case: Case, left: int, right: int) -> bool:
    """Whether a colon or a tick stands between two marks that belong to different things."""
    return any(case.kind(i) == "tick" for i in range(left + 1, right))


def _time_ahead(case: Case, first: int, last: int, place: int) -> bool:
    """Whether the clause speaks of a time to come; "tháng này đã xong" does not."""
    start = case.marks[place].start
    told = case.words.tokens[max(0, start - 1) : start + 1]
    already = any(t.marked == "đã" or (t.plain == "da" and not case.words.rich) for t in told)
    for at in range(first, last):
        mark = case.marks[at]
        if mark.kind != "date":
            continue
        mention = mention_of(mark)
        if case.is_ahead(at) or mention.edge == "maybe":
            return True
        if mention.kind == SPAN and mention.last and mention.last > case.today and not already:
            return True
        if mention.kind == LENGTH and case.kind(case.after(at)) == "more":
            return True
    return False


def _received(case: Case, place: int, states: States) -> None:
    before = case.before(place)
    if case.kind(before) in ("neg", "near") or {"chua", "ch"} & set(case.plain(before).split()):
        states.not_received = True
    elif case.kind(case.after(place)) == "neg":
        states.open.append("question")
    elif any(case.kind(at) == "neg" for at in range(place + 1, case.clause(place)[1])):
        states.not_received = True  # "mới nhận nhiệm vụ nên chưa nắm"
    else:
        states.received = True
