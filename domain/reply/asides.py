"""Figures that tell nothing of progress: of each one, of causes, of help asked for.

Says which they are; names are for labels, the part of the others is for figures.
"""

from typing import Final

from domain.measures import MONEY, counts_the_same
from domain.reply.case import LIGHT, Case, figure_of
from domain.reply.hindrances import is_lost
from domain.reply.marks import AMOUNT, BARE, COUNT, FRACTION, PERCENT, PLACES, Figure
from domain.reply.tokens import several
from domain.reply.wholes import all_of_them

_SKIP: Final = LIGHT | {"about"}
_CLAIMS: Final = several("got done acted tell now tonow cum per rise fall")
# "3 vụ lúa", "đất lúa 3 vụ": harvests, no cases.
_HARVEST: Final = several("lúa lua đất dat màu mau ruộng ruong đồng dong")
_EACH: Final = several("ngay thang tuan nam ho nguoi can suat ha km mon em chau cho lop")
# What is said right after the figure that it limits: "60% trở lên".
_AFTERWARDS: Final = frozenset(
    (
        "tro len",
        "tro xuong",
        "do lai",
        "do len",
        "hoac hon",
        "co le",
        "hinh nhu",
        "con kem",
        "gi do",
    )
)


def is_aside(case: Case, place: int, figure: Figure) -> bool:
    """Whether the figure is told beside the matter: "mỗi hộ 5 triệu", "vắng 3 đồng chí"."""
    first, last = case.clause(place)
    told = [case.kind(i) for i in range(first, place)]
    if "help" in told and not _CLAIMS & set(told[told.index("help") :]):
        return True  # "xin hỗ trợ 50 triệu"
    if (
        case.measure is None
        and figure.unit in (PERCENT, FRACTION)
        and _is_turnout(case, place, figure)
    ):
        return True
    if figure.unit == FRACTION and (figure.done or 0) > (figure.total or 0):
        return figure.noun in PLACES  # "45/2 ấp Bình Thạnh"
    if figure.unit == FRACTION:
        mapped = figure.done == 1 and (figure.total or 0) >= 200  # a map of 1/500
        # "bốn trên mười hai tháng rồi mà mới đạt 20%"
        return mapped or case.plain(place + 1) in _OF_THE_YEAR
    if figure.doubt == "near" and figure.parts and _are_absent(case, place):
        return True  # "nửa phòng cách ly, không ai làm"
    if figure.unit == PERCENT and case.plain(place) in _HALF and is_lost(case, place):
        return True  # "máy hư phân nửa"
    if figure.unit == PERCENT and case.measure is None:
        return case.kind(case.before(place, _SKIP | {"word"})) == "rate"  # "lãi suất 6%"
    if figure.unit not in (COUNT, AMOUNT, BARE):
        return figure.unit == PERCENT and _is_of_the_works(case, place)
    if case.kind(place - 1) == "ack" and case.measure is None and figure.noun in _WORKS:
        return True  # "em nhận đủ 3 đầu việc"
    if case.measure is None and case.plain(place - 1) in ("ca", "tat ca", "toan bo"):
        return True  # "cả 5 ấp đều xong"
    if case.measure is None and figure.unit == COUNT and all_of_them(case, place):
        return True
    if case.measure is None and figure.noun in _HANDS and case.plain(place + 1) in _AWAY:
        return True  # "phòng có 3 người mà 2 người bịnh"
    if case.measure is None and case.plain(place - 1) in _SIZES and "sum" not in told:
        return True  # "đường hoa dài 800m đã trồng xong"
    merging = case.said(max(0, place - 3), place)
    if figure.unit != AMOUNT and merging.endswith(_MERGING) and "sau" not in merging.split():
        return True  # "hợp nhất hai chi hội nên còn 17"
    averaged = _is_average(case, first, place)
    before = case.before(place, _SKIP | {"word", "label", "piece", "date"})
    own = case.measure is not None and counts_the_same(figure.noun, case.measure)
    money = case.measure is not None and case.measure.kind == MONEY and figure.unit == AMOUNT
    handled = (own or money) and case.plain(before) in _HANDLED
    handled = handled or (own and _are_sent(case, before, place))
    if case.kind(before) == "aside" and not averaged and not handled:
        return True
    if _is_daily(case, first, place):
        return True
    wished = told[told.index("extend") :] if "extend" in told else told[:1]
    if case.has("extend") and "toward" in wished:
        return True  # "xin gia hạn đến 30/6 để làm nốt 20 hộ"
    if case.plain(place - 1) in _SANCTIONS and _counted_before(case, place, figure):
        return True  # "kiểm tra 23 cơ sở, phạt 2 cơ sở"
    if figure.unit == COUNT and _is_pointed_at(case, place):
        return True
    if case.measure is None and case.has("done") and case.plain(case.after(place)) in _ATTENDED:
        return True  # "đã tập huấn xong, 120 người dự"
    if case.plain(place - 1) == "x" or (_is_each(case, place, figure) and not averaged):
        return True
    if case.kind(case.before(place, _SKIP)) == "except":
        return True  # "trừ 2 hộ"
    if figure.unit == BARE:
        return False
    hindered = case.kind(case.after(place, LIGHT | {"word", "label"})) == "block"
    left = case.kind(case.before(place, _SKIP)) == "left"
    if hindered and not left and (case.measure is None or _earlier_figure(case, place)):
        return True  # "5 hộ chưa nhận tiền"
    if figure.noun == "vu":
        tokens = case.words.tokens
        start, end = case.marks[place].start, case.marks[place].end
        beside = {t.marked for t in (*tokens[max(0, start - 1) : start], *tokens[end : end + 1])}
        if beside & _HARVEST:
            return True
    if any(
        case.kind(i) in ("question", "ask") for i in range(place, min(last + 1, len(case.marks)))
    ):
        return case.measure is None  # "xã có 2 trường phải không anh?"
    return _of_cause(case, place)


def _is_turnout(case: Case, place: int, figure: Figure) -> bool:
    """ "họp có 70% số hộ dự", "301/315 đảng viên dự": how many came to a task, and not how much of
    it is done; so is "92% cử tri đồng ý" where another clause tells the end."""
    following = case.after(place, LIGHT | {"word", "label"})
    first, last = case.clause(place)
    if following < last and case.plain(following) in _ATTENDED:
        return case.kind(following + 1) in ("end", "stop", "break", "roi", "word", "fill")
    if not case.has("done") or figure.unit != PERCENT:
        return False
    voted = any(vote in case.said(first, last) for vote in _VOTES)
    return voted and not any(case.kind(at) in ("done", "got") for at in range(first, last))


_VOTES: Final = ("dong y", "nhat tri", "tan thanh", "dong thuan", "dong tinh", "tin nhiem")
_HANDS: Final = frozenset(("nguoi", "dong chi", "can bo", "nhan vien", "cong chuc", "d c"))
_AWAY: Final = several("nghi binh benh om vang f0") | {"di vang", "nam vien", "cach ly"}
_SIZES: Final = several("dai rong cao sau")


def _are_absent(case: Case, place: int) -> bool:
    said = {token.plain for token in case.tokens(place, case.clause(place)[1])}
    return bool(said & _ABSENT) and not any(
        case.kind(at) in ("done", "got") for at in range(*case.clause(place))
    )


_ABSENT: Final = several("cach nghi benh om f0 dich")
_OF_THE_YEAR: Final = frozenset(("thang roi", "thang", "thang nay roi"))
_MERGING: Final = ("hop nhat", "sap nhap", "nhap lai", "gop lai", "giai the")
_SANCTIONS: Final = frozenset(("phat", "xu phat", "dinh chi", "nhac nho", "vi pham"))
_ATTENDED: Final = frozenset(("du", "tham du", "du hop", "co mat"))


def _are_sent(case: Case, verb: int, place: int) -> bool:
    """ "cử 38 người đi tập huấn rồi" of a target that counts them; "cử 2 người đi họp" does not."""
    said = case.said(place, case.clause(place)[1])
    return case.plain(verb) == "cu" and any(course in said for course in _COURSES)


_HANDLED: Final = frozenset(("vi pham", "nhac nho"))
_COURSES: Final = ("tap huan", "dao tao", "boi duong", "di hoc", "nghia vu")


def _is_pointed_at(case: Case, place: int) -> bool:
    """ "4 đơn cuối khó lắm", "15 hộ kia làm rồi, giờ 103 hộ": they are known."""
    following = case.plain(place + 1).split(" ")[0]
    if following in ("cuoi", "cuoi cung", "con"):
        last = case.clause(place)[1]
        return following != "con" and any(
            case.kind(at) in ("block", "neg", "late") for at in range(place + 1, last)
        )
    return following in ("kia", "no") and len(case.places("figure")) > 1


_WORKS: Final = frozenset(("dau viec", "viec", "cong viec", "nhiem vu", "chi tieu", "van ban"))
_HALF: Final = frozenset(("phan nua", "mot nua", "nua", "hon nua"))


def _is_of_the_works(case: Case, place: int) -> bool:
    """ "khối lượng thi công 45%, giải ngân 12,6 tỷ": how far the works are, where money counts."""
    measure = case.measure
    if measure is None or measure.kind != MONEY:
        return False
    told = case.said(case.clause(place)[0], place)
    return ("khoi luong" in told or "thi cong" in told) and any(
        figure_of(case.marks[at]).unit == AMOUNT for at in case.places("figure")
    )


def _is_daily(case: Case, first: int, place: int) -> bool:
    """ "mỗi ngày làm 2 hộ": what comes each time, whatever verb leads to it."""
    each = [
        at
        for at in range(first, place)
        if case.plain(at).startswith("moi ") and case.kind(at) == "aside"
    ]
    if not each:
        return False
    if case.plain(case.before(each[0])) in ("trung binh", "binh quan"):
        return True  # "trung bình mỗi tháng thu được 120 triệu"
    return not any(case.plain(at).split(" ")[-1] in ("duoc", "dat") for at in range(each[0], place))


def _is_average(case: Case, first: int, place: int) -> bool:
    """ "thu nhập bình quân 62 triệu/người": what the target itself measures."""
    averaged = _INCOMES if case.measure is None or not case.measure.each else _AVERAGED
    return any(case.plain(at) in averaged for at in range(first, place))


_INCOMES: Final = frozenset(("thu nhap", "thu nhap binh quan", "muc thu nhap"))
_AVERAGED: Final = _INCOMES | {"nang suat", "nang suat binh quan"}


def _is_each(case: Case, place: int, figure: Figure) -> bool:
    """ "50 triệu/ngày", "5 triệu/hộ", "100 ngàn một người"."""
    end = case.marks[place].end
    if place and figure.value == 1 and case.kind(place - 1) == "figure":
        former = figure_of(case.marks[place - 1])
        return former.unit == AMOUNT and case.plain(place).startswith("mot ")
    after = [token.plain for token in case.words.tokens[end : end + 2]]
    if figure.unit == COUNT and case.measure is not None and case.measure.each:
        return False  # "năng suất 6,2 tấn/ha" of a target in tấn/ha
    parted = after[:1] == ["/"] or (figure.unit == AMOUNT and after[:1] == ["mot"])
    return figure.unit in (AMOUNT, COUNT) and parted and after[-1] in _EACH


def _earlier_figure(case: Case, place: int) -> bool:
    return any(case.kind(at) == "figure" for at in range(place))


def _counted_before(case: Case, place: int, figure: Figure) -> bool:
    """Whether an earlier figure counts the same."""
    nouns = [figure_of(case.marks[at]).noun for at in case.places("figure") if at < place]
    return figure.unit != AMOUNT and any(figure.noun in ("", noun) for noun in nouns)


def _of_cause(case: Case, place: int) -> bool:
    """ "xin gia hạn vì còn 12 hộ chưa ký", "vướng 4 hộ chưa di dời"."""
    reached = case.plain(place - 1).split(" ")[-1] in ("moi", "van")
    at = place - 1
    while at >= 0 and case.kind(at) != "stop":
        kind = case.kind(at)
        if kind in _CLAIMS or kind == "figure":
            return False
        if kind == "break" and reached:
            return False  # "kẹt bên thuế, mới 460 sổ"; "vướng …, tiến độ vẫn 50"
        if kind == "about" and case.plain(at).split(" ")[-1] in ("duoc", "dat"):
            return False  # "vướng định giá, cả quý chỉ được 2 tỷ"
        lacking = at == place - 1 and case.plain(at) == "thieu"
        if kind == "cause" and at == place - 1 and _is_sold_off(case, place):
            return False
        if kind == "cause" and at == 0 and case.plain(at) == "tai" and not case.words.rich:
            return False  # "tai canh 65 ha": tái canh
        if kind == "cause" and case.plain(at) == "tai" and _are_places_done(case, at, place):
            return False  # "thanh tra tại 3 trường xong"
        if kind == "cause" or (kind == "block" and not lacking):
            return True
        at -= 1
    return False


def _are_places_done(case: Case, at: int, place: int) -> bool:
    """Whether "tại" says where something was done, and not why it was not."""
    worked = at > case.clause(place)[0] and case.kind(at - 1) in ("word", "got", "acted", "label")
    return worked and at == place - 1 and case.kind(case.after(place)) in _CLOSING


_CLOSING: Final = several("done end stop roi break")


def _is_sold_off(case: Case, place: int) -> bool:
    """ "ban do 12 tan khom roi": đổ; a cause would not end so."""
    ended = case.kind(case.clause(place)[1] - 1) == "roi" and not case.words.rich
    return ended and case.measure is not None and case.plain(place - 1) == "do"


def stands_before(case: Case, place: int) -> bool:
    """Whether "trở lên", "hình như" after a figure limits it; "15 hộ dưới chuẩn nghèo" does not."""
    following = case.after(place)
    if case.kind(following) != "near":
        return False
    beyond = case.kind(case.after(following))
    return case.plain(following) in _AFTERWARDS or beyond not in ("word", "label", "figure")
