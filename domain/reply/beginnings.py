"""Work that has not begun: "chưa làm", "chưa xã nào ký".

Says so of a mark; how it goes with the rest is for rules.
"""

from typing import Final

from domain.dates import SPAN
from domain.measures import COUNT as COUNT_KIND
from domain.reply.case import LIGHT, Case, mention_of
from domain.reply.marks import COUNT, Figure
from domain.reply.roles import REMAINING, Role
from domain.reply.tokens import several

NOT_STARTED: Final = "not started"


def not_started(case: Case, place: int, figures: dict[int, Role]) -> str | None:
    """NOT_STARTED, the reason to ask, or None, of "chưa làm"."""
    before = case.before(place, LIGHT | {"word", "label"})
    if case.kind(before) == "figure" and figures[before].part == REMAINING:
        return None
    if case.kind(before) == "figure" and none_of(case, before, figures[before].figure):
        return NOT_STARTED
    following = case.after(place)
    if case.plain(place + 1).startswith(("tiep", "them")):
        return None  # "vướng mặt bằng, chưa làm tiếp được", "chưa làm thêm căn nào"
    if case.kind(following) == "toward" or case.plain(following) in ("nhap", "bao", "gui"):
        return "in progress"  # "giờ em chưa có gì để nhập"
    if case.kind(following) in ("done", "late"):
        case.used.add(following)
        return "unfinished"
    if (
        case.kind(following) == "figure"
        or case.kind(before) == "left"
        or (case.kind(before) == "figure" and before == place - 1)
    ):
        return "unfinished"
    if case.plain(place).startswith("chua co ket qua") and _is_under_way(case, place):
        return "in progress"
    return "unfinished" if _of_a_thing(case, place) or _is_one_of(case, place) else NOT_STARTED


def _is_under_way(case: Case, place: int) -> bool:
    """ "đang xin ý kiến thường vụ, chưa có kết quả": it has begun."""
    return any(case.kind(at) in ("ongoing", "sent", "acted") for at in range(place))


def _is_one_of(case: Case, place: int) -> bool:
    """ "nhà ông Páo chưa làm được" of a target that counts houses: one of them, not all."""
    if case.measure is None or case.measure.kind != COUNT_KIND:
        return False
    said = case.said(case.clause(place)[0], place).split()
    return said[:1] != [] and said[0] in _HOMES and said[1:2] != [] and said[1] in _CALLED


_HOMES: Final = several("nha ho can")


def _of_a_thing(case: Case, place: int) -> bool:
    """ "chưa làm báo cáo", "chưa thực hiện đầy đủ": something is not done, not the work itself."""
    if case.plain(place + 1) in ("bao cao", "bc"):
        return True
    following = case.after(place)
    while case.plain(following) in _ENDING:
        following = case.after(following)
    ends = case.kind(following + 1) in ("fill", "end", "stop", "break")
    if case.plain(following) in _ADDRESSED and ends:
        return False  # "chưa làm đâu cô ơi", "chưa mần chi hết o nờ"
    if case.kind(following) == "fix":
        return True  # "chưa làm gì sai"
    if case.kind(following) == "piece" and case.plain(following + 1) == "nay":
        return False  # "chưa triển khai bước này ạ"
    kinds = ("word", "piece", "ask", "tell", "undone", "label")
    if case.kind(following) not in kinds or case.plain(following) in _CALLED:
        return False  # "chưa làm gì hết á chú"
    rest = range(following, case.clause(place)[1])
    if any({"nao", "gi", "mo", "do", "vi", "tai"} & set(case.plain(at).split()) for at in rest):
        return False
    spoken_to = case.plain(following) in ("chau", "con") and case.plain(place).startswith("chua")
    if spoken_to and case.kind(case.after(following)) in ("end", "stop"):
        return False  # "bác chưa làm cháu à"
    called = case.plain(following - 1).split(" ")[-1]
    return called not in _CALLED  # "chưa làm anh Bảy ơi"


_ENDING: Final = several("het ca luon rao tron troi dau nua a u hic huhu hehe")
_ADDRESSED: Final = several("co chu bac o di duong cau thim mo me mu ong ba")
_CALLED: Final = several("anh chi chu bac co ong ba oi")


def none_yet(case: Case, place: int) -> bool:
    """ "chưa có hộ nào ký", "chưa xã nào làm"."""
    if case.plain(place) not in ("chua", "chx"):
        return False
    first, last = case.clause(place)
    if any(case.kind(at) == "done" for at in range(first, place)):
        return False  # "làm xong mà chưa ai nghiệm thu"
    later = range(place + 1, min(place + 5, last))
    if any(case.kind(at) == "ack" or case.plain(at) == "nhan" for at in later):
        return False  # "chưa nhận được văn bản nào"
    if any("them" in case.plain(at).split() for at in later):
        return False  # "chưa làm thêm được căn nào": so many as before
    if any(case.plain(at) == "bao gio" for at in later) or case.plain(place + 1) in _UNKNOWN:
        return False  # "chưa bao giờ thấy việc nào khó như vầy", "chưa biết hôm nào tổ chức"
    if any(case.kind(at) == "per" or _is_of_period(case, at) for at in range(first, last)):
        return False  # "chưa xong vụ nào trong tháng này": before it, perhaps
    if case.kind(place + 1) == "word" and case.plain(place + 1) in _SEEKING:
        return False  # "chưa tìm ra ai"
    if any({"nao", "mô"} & set(case.plain(at).split()) for at in later):
        passive = any(case.plain(at) == "duoc" for at in later)
        return not (passive and {"nen", "do", "vi"} & set(case.said(place, last).split()))
    if case.plain(place + 1) == "ai" and case.has("block"):
        return False  # "chưa ai chịu ai nên đang vướng"
    if case.plain(place + 1) == "ai" and case.kind(place + 2) in ("got", "acted", "word"):
        return case.plain(place + 2).split()[0] not in _SPEAKING  # "chưa ai làm"
    # "chưa vận động được ai", "chưa thu được đồng nào hết"
    ends = last - 1
    while ends > place and case.kind(ends) in ("fill", "roi"):
        ends -= 1
    worked = any(case.kind(at) in ("got", "word") for at in range(place + 1, ends))
    asked = any(_SPEAKING & set(case.plain(at).split()) for at in later)
    return worked and not asked and case.plain(ends) in _NOBODY


def not_yet_because(case: Case, place: int) -> bool:
    """ "chưa rà vì chưa có bản đồ nền": the verb of the work, and why it has not begun."""
    first = case.clause(place)[0]
    opens = all(case.kind(at) in LIGHT for at in range(first, place))
    if not opens or case.plain(place) not in _NOT_YET or case.has("figure", "done", "ask"):
        return False
    because = case.after(place, ("word", "got"))
    verb = case.said(place + 1, because).split()
    if not 1 <= len(verb) <= 3 or verb[0] in _TALKING:
        return False
    return case.kind(because) == "cause" and because + 1 < len(case.marks)


_TALKING: Final = several(
    "biet ro hieu nam hen hoi bao goi noi nhac gui nop tra doc xem thay nghe nhan hop den toi ve "
    "co duoc dat xong du kip chac dam muon can"
)


def answers_not_yet(case: Case, place: int) -> bool:
    """ "dạ chưa, để chiều họp rồi mới bắt đầu", "chưa chị, mai em làm": a clause of nothing but
    "chưa", and a later one that tells when the work will begin."""
    first, last = case.clause(place)
    alone = all(case.kind(at) in LIGHT or at == place for at in range(first, last))
    if not alone or case.plain(place) not in _NOT_YET or case.has(*_TOLD):
        return False
    ahead = any(case.is_ahead(at) for at in case.places("date") if at > last)
    for at in range(last + 1, len(case.marks)):
        if comes_after(case, at) or (case.plain(at) in _WORKING and (ahead or _awaits(case, at))):
            return True
        begins = case.plain(at).split(" ")[0]
        if ahead and begins == "moi" and case.kind(case.before(at)) == "date":
            return True  # "chưa, mai mới làm", "chưa đâu chị, thứ bảy này mới ra quân"
        if (
            ahead
            and begins == "moi"
            and case.kind(at) in ("fill", "ongoing")
            and _is_led_by_a_day(case, at)
        ):
            return True  # "chưa. Mai họp thường trực mới bàn"
    return False


def _is_led_by_a_day(case: Case, place: int) -> bool:
    """Whether a day to come, and then only what happens on it, leads to "mới"."""
    day = case.before(place, LIGHT | {"word", "label", "named"})
    inside = case.clause(place)[0] <= day
    told = case.kind(place) == "ongoing" or case.kind(place + 1) not in _NO_WORK
    return inside and told and case.kind(day) == "date" and case.is_ahead(day)


_NO_WORK: Final = several("end stop break figure later tell ack date sent roi")
_NOT_YET: Final = frozenset(("chua", "chx", "chua dau"))


def _awaits(case: Case, place: int) -> bool:
    """Whether "để" or "rồi mới" leads to the work."""
    before = range(case.clause(place)[0], place)
    return case.kind(before.start) == "toward" or any(
        case.kind(at) == "roi" and case.plain(at + 1) == "moi" for at in before
    )


def comes_after(case: Case, place: int) -> bool:
    """ "họp xong rồi mới bắt đầu": the work waits for something, and has not begun."""
    return case.plain(place) in _BEGINNING and case.kind(place - 1) == "roi"


_TOLD: Final = ("figure", "done", "extend", "question", "close", "block")
_BEGINNING: Final = frozenset(("moi bat dau", "moi lam", "moi trien khai"))
_WORKING: Final = frozenset(
    ("lam", "man", "lm", "thuc hien", "trien khai", "bat dau", "bat dau lam")
)


def none_of(case: Case, place: int, figure: Figure) -> bool:
    """ "4 căn nhà chưa khởi công căn nào": all there are, and none begun."""
    if figure.unit != COUNT or not case.has("start0"):
        return False
    last = case.clause(place)[1]
    begun = case.after(place, LIGHT | {"word", "label"})
    return case.kind(begun) == "start0" and case.said(begun, last).endswith(" nao")


def _is_of_period(case: Case, at: int) -> bool:
    return case.kind(at) == "date" and mention_of(case.marks[at]).kind == SPAN


_UNKNOWN: Final = several("biet ro hieu nam hen")
_SEEKING: Final = several("tim kiem moi thue nho chon")
_SPEAKING: Final = several("hoi bao goi noi nhac biet duyet gui tra")
_NOBODY: Final = frozenset(("ai", "ai het", "gi", "gi het"))
