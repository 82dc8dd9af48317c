"""Numbers that name or date something, and count nothing: "ấp 3", "đợt 2", "kế hoạch 2021".

Says which they are; figures told beside the matter are for asides.
"""

from typing import Final

from domain.dates import is_named
from domain.fold import fold
from domain.measures import counts_the_same
from domain.reply.case import LIGHT, Case, figure_of
from domain.reply.marks import BARE, COUNT, PLACES, Figure
from domain.reply.registering import VERBS
from domain.reply.roles import LABEL, Role
from domain.reply.sums import is_of_the_whole
from domain.reply.times import leads_to_sum
from domain.reply.tokens import may_be, several

_SKIP: Final = LIGHT | {"about"}
_UNTOLD: Final = (LIGHT | {"about", "asks"}) - {"tell"}
_BARE_AFTER: Final = several(
    "end code break stop got about done cum per tonow rise fall left delta near plan ongoing acted "
    "forecast neg figure date roi now fill colon but except sum each and undone part more tick "
    "block thanks ack named void tell right"
)


def is_label(case: Case, place: int, figure: Figure) -> bool:
    """ "ấp 3", "phường 5", "đợt 2", and bare numbers among words that are not known."""
    previous = case.kind(place - 1)
    if figure.unit == BARE:
        if case.plain(place + 1).split(" ")[0] == "tuoi" or case.plain(place + 2) == "tuoi":
            return True  # "trẻ 5-11 tuổi"
        if case.plain(place + 1) == "anh" and _are_pictures(case, place):
            return True
        if case.measure is not None and _answers_how_many(case, place):
            return False  # "số 21 nha"
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
        if told and case.kind(case.before(place, _UNTOLD)) == "tell":
            return False  # "thế thì ghi cho anh 60"
        if told and case.plain(place - 1) == "van" and case.kind(place - 2) in _BEFORE_STILL:
            return False  # "tiến độ vẫn 50", "vẫn 34 ạ"
        if told and case.plain(place - 1) == "thi" and _tells_of_all(case, place):
            return False  # "cả xã thì sáu mươi hai"
        if told and case.kind(place + 1) == "done" and case.plain(place + 2) == "/":
            return False  # "mầm non: 8 xong / 10"
        if told and case.said(max(0, place - 2), place) == "tinh chung":
            return False  # "xong cổng chào, tính chung 70"
        if told and case.kind(place - 2) == "label" and case.plain(place - 1) in _SELVES:
            return False  # "xã mình 71"
        if told and case.measure is not None and case.plain(place - 1) in ("la", "thi"):
            return False  # "số của phường là 204"
        if told and case.measure is not None and case.plain(place - 1) in ("lai", "het"):
            return not leads_to_sum(case, case.clause(place)[0], place)  # "cộng lại 101"
        if told and case.measure is not None and _are_told_done(case, place):
            return False  # "đã xóa 12", "em đã tháo dỡ 20"
        if told and case.kind(place + 1) == "fill" and _are_people(case, place):
            return False  # "giải quyết việc làm nữ 64 chị trong quý 2"
        if told and previous == "about" and _is_of_another_place(case, place):
            return False  # "trường mẫu giáo được 60, trường tiểu học chừng 40"
        unclear = case.kind(place + 1) == "forecast" and not case.words.rich
        if unclear or case.kind(place + 1) in ("word", "label", "piece"):
            figure.unit = COUNT
            figure.noun = case.plain(place + 1)
            if case.measure is not None and counts_the_same(figure.noun, case.measure):
                return False  # "nuôi biển 9 lồng" of lồng bè
            return previous == "label" or (previous == "word" and case.measure is None)
        if case.measure is not None and not figure.value.is_integer():
            return False  # "bao phủ BHYT 94,35"
        if case.measure is not None and _closes_a_line(case, place):
            return False  # "gửi số: 1.275", "sản phẩm OCOP: 7"
        if case.measure is not None and _names_the_target(case, place):
            return False  # "BHYT 89", "số hộ thoát nghèo 38"
        if case.measure is not None and _follows_a_count(case, place):
            return False  # "xét 20 hồ sơ, duyệt 15"
        if case.measure is not None and _ends_what_is_counted(case, place):
            return False  # "phiếu lấy về 780"
        if case.measure is not None and _ends_a_short_reply(case, place):
            return False  # "số hóa 1200", "đàn heo 230"
        if case.has("sum") and is_of_the_whole(case, place):
            return False  # "tổng 64 cặp loa, thay 48"
        return case.kind(case.before(place, _SKIP)) not in _BARE_AFTER
    day = figure.maybe_date
    if day is not None and previous == "word" and is_named(day):
        return True  # "Quốc khánh 2/9"
    if day is not None and previous == "piece" and case.kind(place + 1) == "colon":
        return True  # "uống vitamin A đợt 1/6: 318 cháu"
    measured = case.measure is not None and counts_the_same(figure.noun, case.measure)
    if measured and case.plain(place - 1) in ("nhiem ky", "ky"):
        return False  # "cả nhiệm kỳ 14 xã"
    return figure.unit == COUNT and previous == "label" and figure.noun in PLACES


def _are_pictures(case: Case, place: int) -> bool:
    """ "em gui 3 anh hien truong": ảnh that are sent, and nobody spoken to."""
    sent = case.plain(place - 1) in ("gui", "goi")
    return sent and case.kind(place + 2) in ("word", "now", "label")


def _is_of_another_place(case: Case, place: int) -> bool:
    """Whether an earlier figure is told of a place of the same kind."""
    first = case.clause(place)[0]
    return case.kind(first) == "label" and any(
        case.plain(case.clause(at)[0]) == case.plain(first)
        for at in case.places("figure")
        if at < first
    )


def goes_on(case: Case, place: int, figure: Figure, previous: Role | None) -> bool:
    """ "tiêu chuẩn 1, 2 xong", "trường 17 và 18": more of what a word before them numbers."""
    if figure.unit != BARE or figure.value > _MOST_NUMBERED:
        return False
    if previous is not None and previous.place == place - 1 and previous.figure.noun == "lop":
        return True  # "2 lớp 1 chưa có bàn ghế"
    begun = previous is not None and previous.part == LABEL and previous.place == place - 2
    if not begun and case.kind(place - 2) != "named":
        return False
    joined = case.plain(place - 1) in (",", "va", "vs", "voi")
    told = case.kind(place + 1) in ("got", "roi") and case.plain(place + 1) != "co"
    told = told or (case.plain(place - 1) == "," and case.kind(place + 1) in ("end", "neg"))
    return joined and figure.value.is_integer() and not told


_MOST_NUMBERED: Final = 50


def _are_told_done(case: Case, place: int) -> bool:
    """Whether "đã" or "mới" and a verb lead to the one number, as "đã làm" does: "đã xóa 12", "mới
    lợp 30"; after two words a small number may be the end of a name ("đã về Hòa Bình 2")."""
    if len(case.places("figure")) > 1 or case.kind(case.after(place)) not in _ENDINGS:
        return False
    start = case.marks[place].start
    said = case.words.tokens[max(0, start - 3) : start]
    marked = [token.marked if token.kind == "w" else "" for token in said]
    if any(_is_done_word(word, case) for word in marked[-2:-1]):
        return True
    many = figure_of(case.marks[place]).value >= _MANY
    return many and any(_is_done_word(word, case) for word in marked[-3:-2]) and "" not in marked


def _is_done_word(word: str, case: Case) -> bool:
    return word in ("đã", "mới") or (not case.words.rich and word in ("da", "moi"))


_ENDINGS: Final = several("end stop break thanks")


def _stands(case: Case, place: int, word: str) -> bool:
    """Whether a mark is spelt so, or without marks at all: "trường Nguyễn Du 2" is no "đủ"."""
    marked = case.words.tokens[case.marks[place].start].marked
    return marked == word or (not case.words.rich and may_be(marked, word))


def _answers_how_many(case: Case, place: int) -> bool:
    return case.said(0, place) == "so" and case.kind(case.after(place, _COURTEOUS)) == "end"


def _is_led_by_the_measure(case: Case, place: int) -> bool:
    """Whether what the target counts stands right before a bare number, or "đủ"; "tiêu chí 17" is
    the name of one."""
    if case.plain(place - 1) == "du" and _stands(case, place - 1, "đủ"):
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
    goes_on = goes_on or case.plain(place + 2) in ("di", "ve", "ra", "da")
    led = any(case.kind(at) == "got" for at in range(case.clause(place)[0], place))
    # "phân luồng 34 em học nghề": more than an hour, a team or a class has for its number
    led = led or (case.kind(place - 1) == "word" and figure_of(case.marks[place]).value >= _MANY)
    return led and goes_on and counts_the_same("nguoi", case.measure)


_MANY: Final = 10


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
    if opening[:1] == ["so"] and bool(noun) and opening[1 : 1 + len(noun)] == noun:
        return True
    # "doanh nghiệp đăng ký hóa đơn điện tử 118": those are not called by numbers
    called = " ".join(noun) in _UNNUMBERED | {"doanh nghiep"} and opening[: len(noun)] == noun
    many = figure_of(case.marks[place]).value >= _TOO_MANY_FOR_A_NAME
    did = any(case.kind(at) == "got" or case.plain(at) in VERBS for at in range(start, place))
    return called and many and did


_COURTEOUS: Final = LIGHT | {"stop", "break", "thanks"}
_NAMING: Final = several("word fill label got forecast")
_TOO_MANY_FOR_A_NAME: Final = 20
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


def _ends_what_is_counted(case: Case, place: int) -> bool:
    """Whether a short reply begins with what the target counts and ends with its one number; a
    small one after a word that is not known may belong to a name ("hộ ở Hòa Bình 2")."""
    ends = case.kind(case.after(place, _COURTEOUS)) == "end"
    if not ends or len(case.places("figure")) > 1:
        return False
    first = case.clause(place)[0]
    start = case.after(first - 1)
    noun = case.measure.noun if case.measure is not None else ""
    said = case.said(start, place)
    if case.before(start, _COURTEOUS) >= 0 or not f"{said} ".startswith(f"{noun} "):
        return False
    plain = all(case.kind(at) in _OF_WORK for at in range(start, place))
    many = figure_of(case.marks[place]).value >= _MANY
    return plain and many and said != noun and not _is_amiss(case, start, place)


_OF_WORK: Final = several("word fill label got piece")
# What has gone amiss is no result, and a column or a row has a number.
_AMISS: Final = several(
    "trễ chậm muộn hư hỏng mất rớt rút hủy nghỉ mắc chết bỏ chối lỗi sai vắng thiếu cột hàng"
)
_AMISS_BARE: Final = frozenset(map(fold, _AMISS))


def _is_amiss(case: Case, start: int, place: int) -> bool:
    words = case.tokens(start, place)
    if case.words.rich:
        return any(token.marked in _AMISS for token in words)
    return any(token.plain in _AMISS_BARE for token in words)


def _ends_a_short_reply(case: Case, place: int) -> bool:
    """Whether a reply is a few words and its one number at the end; a small one must not be the
    end of a name: "đã về Hòa Bình 2", "hoa binh 2"."""
    if len(case.places("figure")) > 1:
        return False
    if case.kind(case.after(place, _COURTEOUS)) != "end":
        return False
    start = case.after(-1, _COURTEOUS)
    said = case.said(start, place).split()
    plain = all(case.kind(at) in _OF_WORK for at in range(start, place))
    if not plain or not said or len(said) > _FEW or _is_amiss(case, start, place):
        return False
    if (len(said) == 1 and said[0] in _ORDERS) or case.plain(place - 1) in _BEFORE_A_NAME:
        return False  # "xóa 12": it may be an order; "hội nghị 12", "chiều 12"
    return figure_of(case.marks[place]).value >= _MANY


_FEW: Final = 5
_BEFORE_A_NAME: Final = frozenset(
    ("chieu", "sang", "toi", "trua", "qua", "sau", "truoc", "luc", "hoi", "hoi nghi", "nghi", "hop")
)
_ORDERS: Final = several("xoa bo go sua doi them")


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
