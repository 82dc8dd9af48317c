"""Difficulties: whether a word for one, weather or being unable holds the work up.

Says so of a mark; excuses knows those that are told of the writer.
"""

from collections.abc import Collection
from itertools import pairwise
from typing import Final

from domain.measures import counts_people
from domain.reply.case import LIGHT, Case, figure_of
from domain.reply.marks import AMOUNT, COUNT
from domain.reply.roles import REACHED, Role
from domain.reply.tokens import may_be, several


def hinders(case: Case, place: int, roles: list[Role]) -> bool:
    """Whether rain or storm is told as the cause of something, and not to pass the time."""
    if case.kind(case.before(place)) == "cause":
        return True
    if case.kind(place - 1) == "neg" and case.plain(place + 1) not in _SO:
        return False  # "cũng may trời không mưa"
    if _FEARING & {token.marked for token in case.tokens(case.clause(place)[0], place)}:
        return False  # "lo nhất là mưa bão sắp tới"
    if any(case.plain(at) in _SO for at in range(place + 1, len(case.marks))):
        # "ông mưa cũng thương nên hội chợ đông khách"
        return not _HAPPY & set(case.said(place, len(case.marks)).split())
    if case.has("late", "start0", "undone", "block", "extend", "shift"):
        return True
    if any(mark.kind == "neg" and cannot(case, at) for at, mark in enumerate(case.marks)):
        return True
    return case.plain(place) not in _MILD and any(role.part == REACHED for role in roles)


_FEARING: Final = several("lo sợ ngại")
_HAPPY: Final = several("dong thuong may tot vui")
_MILD: Final = frozenset(("mua", "bao", "lu", "nuoc lon", "nuoc noi", "thoi tiet"))
_SO: Final = frozenset(("nen", "cho nen", "lam cham", "cham", "tre"))


def denied(case: Case, place: int) -> bool:
    before = case.before(place, LIGHT | {"got"})
    first, last = case.clause(place)
    last_word = case.words.tokens[case.marks[place].end - 1]
    if case.words.careful and last_word.marked == "cho" and case.plain(place) in _WAITING:
        return True  # "đang cho anh em kiểm tra" is no "đang chờ"
    asks = case.kind(place + 1) in ("extend", "asks") and not case.words.careful
    if asks and case.plain(place) in _FOR_US:
        return True  # "cho phong xin den 22/7": for whom it is asked
    if case.plain(place) == "nha thau":  # "nhà thầu hứa rải xong": no difficulty in itself
        told = case.tokens(place, last)  # "đòi dừng" is no "đúng"
        well = any(token.plain in _WELL and token.marked != "dừng" for token in told)
        return well or any(case.kind(at) in ("forecast", "done") for at in range(place + 1, last))
    if case.plain(place) == "kho khan" and case.plain(place + 1) in ("duoc", "dc"):
        return True  # "đoàn viên khó khăn được vay 620 triệu": those who are badly off
    if case.plain(place) == "thieu" and case.plain(place + 1) in ("gi", "chi"):
        return True  # "thiếu gì đâu anh"
    if case.plain(place) == "thieu" and are_counted_so(case, first, place):
        return True
    never = any(case.plain(at) == "bao gio" for at in range(first, place))
    if never or any(case.plain(at) == "thi" for at in range(max(before, first) + 1, place)):
        return never  # "chưa bao giờ khó như vầy"; "bản đồ ko có thì bó tay" is one
    if _nothing_of_it(case, first, place) or is_mended(case, place, set(case.plain(place).split())):
        return True
    if case.plain(place) == "kho" and case.said(place + 1, last).startswith(_LATER):
        return True  # "cái khó để sau"
    if _COMPLAINTS & set(case.plain(place).split()) and _none_did(case, first, place):
        return True
    while case.plain(before) in _ANY:
        before = case.before(before, LIGHT | {"got"})  # "không còn gì vướng", "hổng thấy khó khăn"
    if case.kind(before) == "neg" and case.kind(place - 1) != "break":
        return True
    start = case.marks[place].start
    if start and case.words.tokens[start - 1].plain == "het":
        return case.words.tokens[max(0, start - 2)].plain != "chua"  # "hết kẹt mặt bằng rồi"
    if case.has("question", "neg") and _waits_for_us(case, place):
        return True
    eased = case.before(place, LIGHT | {"done", "block"})
    eased = case.before(eased) if case.plain(eased) == "su co" else eased
    if case.kind(eased) == "free":
        return True  # "đã gỡ xong vướng mắc"
    following = case.after(place)
    if case.kind(following) == "free":
        return True  # "vướng mắc đã được tháo gỡ"
    if is_over(case, place):
        return True
    if case.kind(following) == "neg" and case.kind(case.after(following)) in ("end", "stop"):
        return case.kind(following - 1) == "colon" or case.plain(following) != "chua"
    # "không có khó khăn, vướng mắc"
    return case.kind(case.before(place, LIGHT | {"break"})) == "free"


def _waits_for_us(case: Case, place: int) -> bool:
    """ "xong chưa em? chị bên Mặt trận đang chờ số": somebody asks, and waits for the answer."""
    waits = case.plain(place).split(" ")[-1] in ("cho", "doi")
    what = case.said(place + 1, place + 2).split(" ")[0] if place + 1 < len(case.marks) else ""
    first = case.clause(place)[0]
    asked = case.kind(first - 1) == "question" or case.kind(first - 2) == "neg"
    return waits and asked and what in ("so", "bao", "ket", "tin")


def _none_did(case: Case, first: int, place: int) -> bool:
    """ "hổng có hộ nào khiếu nại", "không ai phản đối"."""
    said = case.said(first, place).split()
    return any(case.kind(at) == "neg" for at in range(first, place)) and said[-1:] in (
        ["nao"],
        ["ai"],
    )


def _nothing_of_it(case: Case, first: int, place: int) -> bool:
    """ "không phát sinh ca bệnh", "không xảy ra tai nạn, sự cố": what there was none of."""
    said = case.said(first, place).split()
    return any(
        word in _NONE and tuple(said[at + 1 : at + 3])[: len(verb)] == verb
        for at, word in enumerate(said[-5:], max(0, len(said) - 5))
        for verb in _HAPPENING
    )


def are_counted_so(case: Case, first: int, place: int) -> bool:
    """ "rà soát 45 hộ thiếu nước sạch": which households the work is about."""
    if case.kind(place - 1) != "figure" or not figure_of(case.marks[place - 1]).noun:
        return False
    worked = any(case.kind(at) == "got" for at in range(first, place - 1))
    return worked and case.kind(place + 1) in ("word", "label") and not case.has("left")


def is_mended(case: Case, place: int, told: Collection[str]) -> bool:
    """ "đã sửa 3 đoạn đường hư hỏng", "khắc phục 8 điểm sạt lở": what was wrong with those that
    are put right."""
    if _BROKEN.isdisjoint(told) or not case.has("figure"):
        return False
    first = case.clause(place)[0]
    counted = [at for at in range(first, place + 1) if case.kind(at) == "figure"]
    said = f" {case.said(first, counted[0])} " if counted else ""
    return any(f" {verb} " in said for verb in _MENDING)


_BROKEN: Final = several("hu hong sap ngap sat lun nut dot")
_MENDING: Final = (
    "sua",
    "sua chua",
    "khac phuc",
    "va",
    "gia co",
    "thay",
    "thay the",
    "xu ly",
    "thanh ly",
)
_NONE: Final = several("khong ko k kg khg hong hok chang")
_HAPPENING: Final = (("phat", "sinh"), ("xay", "ra"), ("ghi", "nhan"), ("de", "xay"))
_COMPLAINTS: Final = several("khieu phan tranh vuong mac")


def is_over(case: Case, place: int) -> bool:
    """ "vướng mắc đã giải quyết xong"; "trước kẹt, giờ thông rồi": it is no more."""
    first, last = case.clause(place)
    tokens, end = case.words.tokens, case.marks[last - 1].end
    after = [token.plain for token in tokens[case.marks[place].end : end]]
    if after[-2:] == ["da", "qua"]:
        return True
    told = [token.plain for token in case.tokens(first, place)]
    if any(pair in _FORMERLY for pair in pairwise(told)) and "van" not in after:
        return True  # "năm ngoái kẹt đầu ra"
    open_still = any(case.kind(at) in ("neg", "ongoing", "asks") for at in range(place + 1, last))
    solved = not open_still and any(pair in _SOLVED for pair in pairwise(after))
    if solved and ("da" in after or "xong" in after):
        return True
    if not _was_once([token.plain for token in tokens[case.marks[first].start : end]]):
        return False
    for at in range(place + 1, len(case.marks)):
        if case.kind(at) in ("now", "free"):
            kinds = {case.kind(i) for i in range(at, case.clause(at)[1])}
            still = {case.plain(i) for i in range(at, case.clause(at)[1])} & _STILL
            return not still and not kinds & {"neg", "block", "left", "undone", "start0"}
    return False


def _was_once(said: list[str]) -> bool:
    """ "trước kẹt mặt bằng", "hồi đầu năm", "hôm bữa"; not "trước 30/6", "trước mắt"."""
    for word, following in zip(said, [*said[1:], ""], strict=True):
        if word == "truoc" and following != "mat" and not following.isdigit():
            return True
        if following in ("dau", "bua") and word in ("ban", "luc", "hoi", "hom"):
            return True
    return False


_FOR_US: Final = frozenset(("cho phong", "cho ban", "cho xa"))
_LATER: Final = ("de sau", "lam sau", "tinh sau")
_WAITING: Final = frozenset(("cho", "dang cho", "con cho", "phai cho"))
_WELL: Final = several("tot nhanh dung")
_FORMERLY: Final = frozenset((("nam", "ngoai"), ("nam", "truoc"), ("vu", "truoc")))
_SOLVED: Final = frozenset(
    (("giai", "quyet"), ("thao", "go"), ("khac", "phuc"), ("go", "xong"), ("xu", "ly"))
)
_STILL: Final = several("van con cung")
_ANY: Final = frozenset(("con", "gi", "chi", "thay", "gap", "con gi", "co gi", "bi"))


def lacking(case: Case, place: int) -> bool:
    """ "nguồn vốn đối ứng chưa có", "vốn đợt 2 chưa về": what the work needs is not there."""
    first, last = case.clause(place)
    following = [token.plain for token in case.tokens(place, last)[1:]]
    if following[:1] and following[0] in _THERE:
        end = "" if len(following) == 1 else following[1]
        before = {token.plain for token in case.tokens(first, place + 1)}
        return end not in _ALREADY_THERE and bool(before & _MEANS)
    return False


_THERE: Final = several("co ve rot cap toi den")
_ALREADY_THERE: Final = several("chua khong ko nhung ma a")
_MEANS: Final = several("von tien nguon kinh ngan xang may giong thuoc")


def short_of(case: Case, place: int) -> bool:
    """ "thiếu 2 cái máy tính", "thiếu 40 triệu": people, tools and money, not what is counted."""
    if case.plain(place).split()[-1] != "thieu" or case.kind(place + 1) != "figure":
        return False
    if case.measure is not None and figure_of(case.marks[place + 1]).noun:
        return False
    figure = case.marks[place + 1]
    wanted = figure_of(figure)
    if case.measure is None and wanted.unit == AMOUNT and wanted.scale > 1:
        return True  # "thiếu 40 triệu mua gạch"
    said = case.words.tokens[figure.start + 1 : figure.end + 2]
    return bool(_HANDS & {token.plain for token in said})


def are_few_hands(case: Case, place: int) -> bool:
    """ "không kịp đâu, cả trạm còn 2 người": how few there are to do the work."""
    figure = figure_of(case.marks[place])
    few = figure.unit == COUNT and figure.value <= _FEW and counts_people(figure.noun)
    if not few or case.measure is not None or not case.has("late"):
        return False
    led = case.before(place, LIGHT | {"about"})
    return case.kind(led) == "left" or case.plain(led).split(" ")[-1] in ("co", "duoc")


_FEW: Final = 10


def stuck(case: Case, block: int, place: int, previous: Role | None) -> bool:
    """ "27 đảng viên, vướng 2 bác ở nước ngoài": those that hold it up, beside what was reached."""
    told = previous is not None and previous.part == REACHED and block == place - 1
    return told and case.plain(block).split(" ")[-1] in ("vuong", "ket", "mac")


def is_lost(case: Case, place: int) -> bool:
    """ "máy hư phân nửa", "cán bộ đi F1 hết một nửa nên thiếu người": the half that is missing."""
    if case.kind(place - 1) == "block":
        return True
    led = case.plain(place - 1) == "het" and case.plain(place + 1) in ("nen", "do", "vi")
    return led and case.has("block") and case.clause(place)[0] > 1


_HANDS: Final = several("ky can nhan tho may xe thiet cai chiec bo")


def cannot(case: Case, place: int) -> bool:
    """ "không thi công được", "hổng chở vô được": being unable is a difficulty."""
    if case.plain(place) in ("chua", "chx"):
        return False
    if case.plain(place + 1) in _HAVING and case.plain(place + 2) in _CASES:
        return False  # "không có vụ việc nổi cộm"
    for at in range(place + 1, min(place + 7, case.clause(place)[1])):
        if case.kind(at) not in ("word", "got", "fill", "label", "tell", "rise"):
            return False
        words = case.plain(at).split()
        if words and (words[-1] in ("duoc", "dc") or _is_noi(case, at)):
            free = at > place + 1 or len(words) > 1
            told = {token.plain for token in case.tokens(case.clause(place)[0], at + 1)}
            rest = {token.plain for token in case.tokens(at, case.clause(place)[1])}
            if (told | rest) & _TOOLS and told & _OPENING and not case.has("cause"):
                return False  # "không mở được file anh gửi"
            if told & _READING and (told & _PAPERS or told & _SEEING):
                return False  # "ảnh mờ quá không đọc được": of the message, not of the work
            if told & _READING and rest & _FILES:
                return False  # "không mở được file đính kèm"
            if "them" in told and _NOTHING & rest:
                return False  # "không thu thêm được gì": nothing more
            return free and case.kind(case.after(at)) not in ("figure", "ask", "question")
    return False


def _is_noi(case: Case, place: int) -> bool:
    """ "làm không nổi"; "hổng dám nói trước" says nothing of it."""
    last = case.words.tokens[case.marks[place].end - 1]
    dared = case.plain(place - 1) in ("dam", "muon")
    return last.plain == "noi" and may_be(last.marked, "nổi") and not dared


_HAVING: Final = several("co con xay de")
_CASES: Final = several("vu ca diem truong don chay tai su")
_NOTHING: Final = several("gi chi ai nao")
_SEEING: Final = several("doc xem coi nghe thay nhin")
_READING: Final = _SEEING | {"mo", "tai"}
_FILES: Final = several("file tep link hinh app zalo")
_PAPERS: Final = several("anh hinh file tep link tin van vb bang")
_OPENING: Final = several("mo tai vo vao bam xem coi doc")
_TOOLS: Final = several("file tep link app zalo")
