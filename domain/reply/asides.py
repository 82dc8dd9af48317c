"""Figures that tell nothing of progress: of names, of each one, of causes, of help asked for.

Says which they are; the part of the others is for figures.
"""

from typing import Final

from domain.dates import is_named
from domain.measures import MONEY, counts_the_same
from domain.reply.case import LIGHT, Case, figure_of
from domain.reply.marks import AMOUNT, BARE, COUNT, FRACTION, PERCENT, PLACES, Figure
from domain.reply.times import leads_to_sum
from domain.reply.tokens import several
from domain.reply.wholes import all_of_them

_SKIP: Final = LIGHT | {"about"}
_BARE_AFTER: Final = several(
    "end code break stop got about done cum per tonow rise fall left delta near plan ongoing acted "
    "forecast neg figure date roi now fill colon but except sum each and undone part more tick "
    "block thanks ack named void tell right"
)
_CLAIMS: Final = several("got done acted tell now tonow cum per rise fall")
# "3 vụ lúa", "đất lúa 3 vụ": harvests, no cases.
_HARVEST: Final = several("lua dat mau ruong dong")
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


def is_label(case: Case, place: int, figure: Figure) -> bool:
    """ "ấp 3", "phường 5", "đợt 2", and bare numbers among words that are not known."""
    previous = case.kind(place - 1)
    if figure.unit == BARE:
        if case.plain(place + 1).split(" ")[0] == "tuoi" or case.plain(place + 2) == "tuoi":
            return True  # "trẻ 5-11 tuổi"
        if previous in ("label", "piece") or _is_year(case, place, figure):
            return True
        if _ends_a_name(case, place, figure):
            return True
        # "36 gì đó": what it counts is not known. ("5 can xong": căn, cần?)
        if case.plain(place + 1) in ("kho khan", "vuong mac", "ton tai", "bat cap"):
            return figure.value <= 10  # "62%, 2 khó khăn"
        if case.measure is None and _is_some_year(case, place, figure):
            return True  # "mẫu còn ghi 2023"
        told = case.kind(place + 1) not in ("word", "label", "piece")
        if told and case.measure is not None and _is_led_by_the_measure(case, place):
            return False  # "hội viên mới 104", "đủ 8 rồi"
        if told and case.kind(place - 1) == "now" and case.kind(place + 1) == "roi":
            return False  # "ocop giờ 80 rồi"
        if told and case.kind(case.before(place, _SKIP | {"asks"})) == "tell":
            return False  # "thế thì ghi cho anh 60"
        if told and case.plain(place - 1) == "van" and case.kind(place - 2) in _BEFORE_STILL:
            return False  # "tiến độ vẫn 50", "vẫn 34 ạ"
        if told and case.plain(place - 1) == "thi" and _tells_of_all(case, place):
            return False  # "cả xã thì sáu mươi hai"
        if told and case.kind(place - 2) == "label" and case.plain(place - 1) in _SELVES:
            return False  # "xã mình 71"
        if told and case.measure is not None and case.plain(place - 1) in ("la", "thi"):
            return False  # "số của phường là 204"
        if told and case.measure is not None and case.plain(place - 1) in ("lai", "het"):
            return not leads_to_sum(case, case.clause(place)[0], place)  # "cộng lại 101"
        if told and case.kind(place + 1) == "fill" and _are_people(case, place):
            return False  # "giải quyết việc làm nữ 64 chị trong quý 2"
        unclear = case.kind(place + 1) == "forecast" and not case.words.rich
        if unclear or case.kind(place + 1) in ("word", "label", "piece"):
            figure.unit = COUNT
            figure.noun = case.plain(place + 1)
            return previous in ("word", "label")
        if case.measure is not None and not figure.value.is_integer():
            return False  # "bao phủ BHYT 94,35"
        if case.measure is not None and _closes_a_line(case, place):
            return False  # "gửi số: 1.275", "sản phẩm OCOP: 7"
        if case.measure is not None and _names_the_target(case, place):
            return False  # "BHYT 89", "số hộ thoát nghèo 38"
        if case.measure is not None and _follows_a_count(case, place):
            return False  # "xét 20 hồ sơ, duyệt 15"
        return case.kind(case.before(place, _SKIP)) not in _BARE_AFTER
    day = figure.maybe_date
    if day is not None and previous == "word" and is_named(day):
        return True  # "Quốc khánh 2/9"
    measured = case.measure is not None and counts_the_same(figure.noun, case.measure)
    if measured and case.plain(place - 1) in ("nhiem ky", "ky"):
        return False  # "cả nhiệm kỳ 14 xã"
    return figure.unit == COUNT and previous == "label" and figure.noun in PLACES


def _is_led_by_the_measure(case: Case, place: int) -> bool:
    """Whether what the target counts stands right before a bare number, or "đủ"; "tiêu chí 17" is
    the name of one."""
    if case.plain(place - 1) == "du":
        return not any(case.kind(at) == "more" for at in range(case.clause(place)[0], place))
    linked = case.plain(place - 1) in ("moi", "la", "co", "da", "hien co")
    first = place - 1 - linked
    noun = case.measure.noun if case.measure is not None else ""
    if not linked and noun not in _UNNUMBERED:
        return False
    said = case.said(max(0, first - 2), first + 1)
    return bool(noun) and (said == noun or said.endswith(f" {noun}"))


_UNNUMBERED: Final = frozenset(("ho", "nguoi", "dang vien", "doan vien", "hoi vien", "hoc sinh"))


def _are_people(case: Case, place: int) -> bool:
    """Whether those who are addressed elsewhere are counted: "chị", and the sentence goes on."""
    if case.measure is None or case.plain(place + 1) not in _ADDRESSED:
        return False
    goes_on = case.kind(place + 2) in ("date", "per", "within", "word", "got")
    led = any(case.kind(at) == "got" for at in range(case.clause(place)[0], place))
    return led and goes_on and counts_the_same("nguoi", case.measure)


_ADDRESSED: Final = several("chi anh em bac chu co ong ba chau")


def _tells_of_all(case: Case, place: int) -> bool:
    first = case.clause(place)[0]
    return any(
        case.plain(at) in ("ca", "toan", "chung", "tinh chung") for at in range(first, place)
    )


_BEFORE_STILL: Final = several("fill end break stop")
_SELVES: Final = several("em e minh tui toi ta")


def _names_the_target(case: Case, place: int) -> bool:
    """Whether a reply is what the target counts, and a number: "số … 38", or a name as it is
    shortened every day."""
    first = case.clause(place)[0]
    start = case.after(first - 1)
    if case.kind(case.after(place, _COURTEOUS)) != "end" or case.before(start, _COURTEOUS) >= 0:
        return False
    lead = case.said(start, place).split()
    if any(case.kind(at) not in _NAMING for at in range(start, place)):
        return False
    if len(lead) == 1 and lead[0] in _SHORTENED:
        return True
    noun = case.measure.noun.split() if case.measure is not None else []
    opening = case.said(first, place).split()
    return opening[:1] == ["so"] and bool(noun) and opening[1 : 1 + len(noun)] == noun


_COURTEOUS: Final = LIGHT | {"stop", "break", "thanks"}
_NAMING: Final = several("word fill label got")
# Kết nạp, giải ngân, bảo hiểm, nông thôn mới, định danh, dịch vụ công, thủ tục hành chính …
_SHORTENED: Final = several(
    "kn gn bhyt bhxh bhtn bhxhtn ntm ocop cccd vneid dvc dvctt tthc xkld gtvl gqvl hskt ksk sxnn"
)


def _follows_a_count(case: Case, place: int) -> bool:
    """Whether a bare number ends a clause of one unknown word, after another figure."""
    first, last = case.clause(place)
    short = place - first == 1 and case.kind(first) == "word" and last == place + 1
    measure = case.measure
    earlier = [figure_of(case.marks[at]) for at in case.places("figure") if at < first]
    same = any(measure is not None and counts_the_same(f.noun, measure) for f in earlier)
    return short and same


def _closes_a_line(case: Case, place: int) -> bool:
    """Whether the one figure of a reply stands after a colon, with nothing behind it."""
    alone = len(case.places("figure")) == 1 and case.kind(place - 1) == "colon"
    return alone and case.kind(case.after(place)) in ("end", "stop", "thanks")


def _ends_a_name(case: Case, place: int, figure: Figure) -> bool:
    """ "cầu Bến Tre 1 đạt 70%": a small number at the end of a name, the result to come."""
    if not 1 <= figure.value <= 20 or case.kind(place - 1) not in _IN_NAMES:
        return False
    first = max(case.clause(place)[0], place - 4)
    named = any(case.kind(at) == "label" for at in range(first, place))
    return named and case.kind(place + 1) == "got" and case.kind(place + 2) == "figure"


_IN_NAMES: Final = several("word fill label ongoing block")


def _is_some_year(case: Case, place: int, figure: Figure) -> bool:
    return 1990 <= figure.value <= 2099 and case.kind(place + 1) != "figure"


def _is_year(case: Case, place: int, figure: Figure) -> bool:
    """ "kế hoạch 2021": a bare number that looks like a year after a noun."""
    if not 2000 <= figure.value <= 2099 or figure.value != int(figure.value):
        return False
    if case.kind(place - 1) in ("plan", "word", "fill", "label", "document"):
        return True
    first = case.clause(place)[0]
    wished = any(case.kind(at) == "thanks" for at in range(first, place))
    return wished or case.plain(place - 1).endswith("nam moi")


def is_aside(case: Case, place: int, figure: Figure) -> bool:
    """Whether the figure is told beside the matter: "mỗi hộ 5 triệu", "vắng 3 đồng chí"."""
    first, last = case.clause(place)
    told = [case.kind(i) for i in range(first, place)]
    if "help" in told and not _CLAIMS & set(told[told.index("help") :]):
        return True  # "xin hỗ trợ 50 triệu"
    if figure.unit == FRACTION and (figure.done or 0) > (figure.total or 0):
        return figure.noun in PLACES  # "45/2 ấp Bình Thạnh"
    if figure.unit == FRACTION:
        return figure.done == 1 and (figure.total or 0) >= 200  # a map of 1/500
    if figure.unit == PERCENT and case.measure is None:
        return case.kind(case.before(place, _SKIP | {"word"})) == "rate"  # "lãi suất 6%"
    if figure.unit == PERCENT and case.plain(place) in _HALF and case.kind(place - 1) == "block":
        return True  # "máy hư phân nửa"
    if figure.unit not in (COUNT, AMOUNT, BARE):
        return figure.unit == PERCENT and _is_of_the_works(case, place)
    if case.kind(place - 1) == "ack" and case.measure is None and figure.noun in _WORKS:
        return True  # "em nhận đủ 3 đầu việc"
    if case.measure is None and case.plain(place - 1) in ("ca", "tat ca", "toan bo"):
        return True  # "cả 5 ấp đều xong"
    if case.measure is None and figure.unit == COUNT and all_of_them(case, place):
        return True
    if case.measure is None and case.plain(place - 1) in _SIZES and "sum" not in told:
        return True  # "đường hoa dài 800m đã trồng xong"
    averaged = _is_average(case, first, place)
    before = case.before(place, _SKIP | {"word", "label", "piece", "date"})
    own = case.measure is not None and counts_the_same(figure.noun, case.measure)
    handled = own and case.plain(before) in ("vi pham", "nhac nho")
    if case.kind(before) == "aside" and not averaged and not handled:
        return True
    if _is_daily(case, first, place):
        return True
    if "extend" in told and "toward" in told[told.index("extend") :]:
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
        beside = {t.plain for t in (*tokens[max(0, start - 1) : start], *tokens[end : end + 1])}
        if beside & _HARVEST:
            return True
    if any(
        case.kind(i) in ("question", "ask") for i in range(place, min(last + 1, len(case.marks)))
    ):
        return case.measure is None  # "xã có 2 trường phải không anh?"
    return _of_cause(case, place)


_SIZES: Final = several("dai rong cao sau")
_SANCTIONS: Final = frozenset(("phat", "xu phat", "dinh chi", "nhac nho", "vi pham"))
_ATTENDED: Final = frozenset(("du", "tham du", "du hop", "co mat"))


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


def is_claimed(case: Case, place: int) -> bool:
    """Whether a count of something is told as work done: "vận động 30 hộ", "30 hộ rồi"."""
    first, last = case.clause(place)
    for at in range(first, min(last, len(case.marks))):
        kind = case.kind(at)
        if kind in ("done", "acted", "roi", "ongoing", "cum", "per", "tonow"):
            return True
        if kind == "got" and at < place and case.plain(at) != "co":
            return True
    unknown = sum(case.kind(at) in ("word", "label", "named") for at in range(first, last))
    return unknown == 0 and case.kind(case.before(place)) != "got"


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
        if kind == "cause" and at == 0 and case.plain(at) == "tai" and not case.words.rich:
            return False  # "tai canh 65 ha": tái canh
        if kind == "cause" or (kind == "block" and not lacking):
            return True
        at -= 1
    return False


def stands_before(case: Case, place: int) -> bool:
    """Whether "trở lên", "hình như" after a figure limits it; "15 hộ dưới chuẩn nghèo" does not."""
    following = case.after(place)
    if case.kind(following) != "near":
        return False
    beyond = case.kind(case.after(following))
    return case.plain(following) in _AFTERWARDS or beyond not in ("word", "label", "figure")
