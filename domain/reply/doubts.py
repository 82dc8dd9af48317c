"""Why a figure that looks reached is not: asked, wished for, told of what is not done.

Gives the reason of a doubt; the part of a figure is for figures.
"""

from typing import Final

from domain.measures import MONEY, counts_the_same
from domain.reply.case import LIGHT, Case, figure_of, is_told, mention_of
from domain.reply.harm import is_harmed, is_spoilt
from domain.reply.hearsay import quoted
from domain.reply.marks import AMOUNT, BARE, COUNT, FRACTION, PERCENT, Figure
from domain.reply.supposing import asks_nothing
from domain.reply.times import is_of_one_day
from domain.reply.tokens import may_be, several

# "40% chưa đồng ý".
_REFUSED: Final = frozenset(
    ("chua dong y", "khong dong y", "phan doi", "chua ky", "khong ky", "khong chiu", "chua chiu")
)


def not_begun(case: Case, place: int, figure: Figure, left_kind: str) -> bool:
    """ "30% chưa làm", "chưa làm 30%", "30% còn lại đang làm"."""
    if figure.unit != PERCENT or figure.parts:
        return False
    if left_kind == "start0":
        return True
    following = case.after(place)
    if case.plain(place - 1) == "van" and "nhuc nhich" in case.plain(following):
        return False  # "vẫn 68% chưa nhúc nhích"
    rest = case.kind(following) == "left" and case.plain(following).endswith("lai")
    parted = case.kind(case.after(following)) in ("end", "stop", "break", "ongoing", "start0")
    bare = not is_told(case, place)
    refused = case.plain(following) in _REFUSED or _is_not(case, following)
    return bare and ((rest and parted) or case.kind(following) == "start0" or refused)


def counts_the_hindered(case: Case, place: int, figure: Figure) -> bool:
    """ "không đồng ý 12", "hỏng 12", "trễ 12": so many that were not reached."""
    if figure.unit != BARE or case.before(place, LIGHT) != case.clause(place)[0]:
        return False
    first = case.words.tokens[case.marks[case.clause(place)[0]].start]
    return case.kind(place - 1) == "block" or first.marked == "trễ"


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


def _is_not(case: Case, place: int) -> bool:
    """ "40% không tham gia": a "not" with something after it."""
    beyond = case.kind(case.after(place))
    return case.kind(place) == "neg" and beyond not in ("end", "stop", "break", "question")


def runs_on(case: Case, place: int) -> bool:
    """ "12/15h", "60x": something unknown is stuck to the figure."""
    if place + 1 >= len(case.marks) or case.kind(place + 1) == "roi":
        return False
    last = case.words.tokens[case.marks[place].end - 1]
    token = case.words.tokens[case.marks[place + 1].start]
    if last.kind != "n" or token.start != last.end:
        return False
    return token.kind != "s" or token.plain in "/:^"


def doubt_around(case: Case, place: int, figure: Figure, left_kind: str) -> str:
    """Why a figure that looks reached is not: asked, wished for, of what is not done."""
    asked = case.after(place, LIGHT | {"about", "got"})
    ends = case.kind(case.after(asked)) in ("end", "stop", "break", "question")
    if case.kind(asked) == "neg" and ends:
        return "question"  # "đạt 60% chưa anh", "70% đúng ko chị"
    if case.plain(place + 1) == "nhieu" and case.plain(place - 1).split(" ")[-1] == "hon":
        return "near"  # "hơn phân nửa nhiều"
    if case.measure is not None and _was_dropped(case, place):
        return "change"  # "đã bỏ số 300 tỷ": which one holds?
    if case.has("unsure") and _is_unsure(case, place):
        return "near"
    if figure.unit == PERCENT and is_spoilt(case, place):
        return "question"  # "40% hỏng"
    harmed = is_harmed(case, place)
    if case.measure is None:
        counts = len(case.places("figure")) == 1  # "77%, máy quét hư 1 cái"
    else:
        counts = counts_the_same(figure.noun, case.measure)
    if harmed and figure.unit == COUNT and counts:
        return "question"  # "cháy 2 căn nhà": damage, no work
    following = case.after(place)
    kind = case.kind(following)
    if figure.unit == PERCENT and not is_told(case, place) and _is_made_of(case, place):
        return "question"
    if left_kind == "more":
        # "thêm 3 hộ nữa là 15 hộ"
        return "" if _has_come_to(case, place) else "change"
    if kind == "date" and case.plain(following - 1) == "cua":
        mention = mention_of(case.marks[following])
        if mention.last is not None and mention.last < case.today:
            return "compare"  # "60% của tháng trước"
    bare = not is_told(case, place)
    measure = case.measure
    # Without marks "mời 60 hộ dự họp" looks the same.
    clear = case.words.rich or figure.noun.startswith("luot")
    own = measure is not None and counts_the_same(figure.noun, measure)
    counted = clear and own
    away = kind == "aside" and (not counted or "vang" in case.plain(following).split())
    if figure.unit in (COUNT, AMOUNT) and bare and (away or kind in ("neg", "block")):
        return "left"  # "60 hộ chưa có nhà vệ sinh", "60 hộ phản đối"
    if figure.unit == COUNT and _only_has(case, place) and _leaves(case, following):
        return "left"  # "có 3 trường xin rút khỏi danh sách"
    had = case.plain(place - 1) in ("co", "hien co") and following == place + 1
    if own and had and figure.unit == COUNT and kind == "block":
        return "left"  # "có 3 hộ chưa chịu"
    same = case.plain(following) in ("nhu cu", "van nhu cu", "van vay", "khong thay doi")
    running = (kind == "ongoing" and not same) or case.plain(following) == "chuan bi"
    if own and figure.unit == COUNT and running and _only_has(case, place):
        return "in progress"  # "có 15 hộ đang làm", "30 hộ chuẩn bị làm"
    if own and figure.unit == COUNT and _is_made_ready(case, place):
        return "in progress"
    led = left_kind == "ongoing" or _runs(case, place)
    if own and figure.unit == COUNT and led and bare:
        return "in progress"  # "đang làm 15 hộ"
    first, last = case.clause(place)
    if _is_held_up(case, place):
        return "question"
    # "cho 12 hộ vay", "đã chi trả cho dân 3 tỷ", "ghi cho xã 81%" are no requests;
    # "cho 50 triệu" may be one.
    counted = figure.unit in (COUNT, FRACTION)
    money = measure is not None and measure.kind == MONEY and figure.unit == AMOUNT
    told = [
        case.kind(i)
        for i in range(_after_colon(case, first, place), place)
        if not (case.plain(i) == "cho" and (counted or case.after(i) < place or _for(case, i)))
    ]
    wishes = told[told.index("asks") :] if "asks" in told else []
    wished = bool(wishes) and not {"got", "done", "extend", "tell"} & set(wishes)
    if wished and not (((counted and own) or money) and _is_come_by(case, place)):
        return "question"  # "xin hỗ trợ 50 triệu"
    if "asks" in told and _is_to_be_done(case, first, place):
        return "question"
    agreed = own and figure.unit == COUNT and is_told(case, place)  # "được 2.304 ý kiến đồng ý"
    if (
        not agreed
        and case.has("ack")
        and any(case.kind(i) == "ack" and _agrees(case, i) for i in range(place + 1, last))
    ):
        return "question"  # "60% hộ dân đồng ý"
    if figure.unit in (COUNT, FRACTION) and left_kind not in ("got", "about", "done"):
        after = case.kind(case.after(place, LIGHT | {"word"}))
        if after in ("undone", "start0"):
            return "left"  # "có một hộ chưa xong"
    return "change" if is_of_one_day(case, place, first) and not case.has("cum") else ""


def _has_come_to(case: Case, place: int) -> bool:
    """ "hôm qua 68%, nay thêm khu 4 nữa là 73%": what it has grown to since then; "thêm trường Lê
    Lợi nữa là 30 trường rồi": one more by its name, and so many now."""
    if case.kind(place + 1) == "roi" and case.places("figure")[0] == place:
        return True
    first, figure = case.clause(place)[0], figure_of(case.marks[place])
    grown = any(
        figure_of(case.marks[at]).unit == figure.unit
        and figure_of(case.marks[at]).value < figure.value
        for at in case.places("figure")
        if at < first
    )
    now = any(case.kind(at) == "now" for at in range(first, place))
    return grown and now and not any(case.kind(at) == "forecast" for at in range(first, place))


def _is_to_be_done(case: Case, first: int, place: int) -> bool:
    """ "đề nghị xây 14 căn", "xin lắp 14 camera": a verb that only names the work, right after a
    wish and right before the figure, is what is wished for."""
    verb = case.before(place, LIGHT | {"about"})
    wish = case.before(verb, LIGHT | {"label"})
    if case.plain(wish) == "chi":
        wish = case.before(wish)  # "nho chi cap doi giup 30 the": chị
    if case.kind(verb) != "got" or case.kind(wish) != "asks" or wish < first:
        return False
    if case.plain(wish).split(" ")[0] not in _WISHING or case.kind(place + 1) == "roi":
        return False
    return not _REACHED & set(case.said(wish + 1, place).split())


_WISHING: Final = several("de xin nho kien mong kinh")
_REACHED: Final = several("duoc dc dat co da moi xong dang")


def _is_come_by(case: Case, place: int) -> bool:
    """ "máy tính cho em nhận được 130 máy", "đã xin được 42 suất", "bình oxy xin được 42 bình":
    what was received, or asked for and given, where the thing itself or "đã" is told before."""
    led = case.plain(place - 1)
    first = case.clause(place)[0]
    before = case.said(first, place - 1).split()
    if case.kind(place - 1) == "ack" and led.endswith("nhan duoc"):
        return len(before) > _FEW_WORDS  # "cho em nhận được 50 suất" alone wishes
    noun = figure_of(case.marks[place]).noun.split(" ")[0]
    got = led == "xin duoc" and case.kind(place + 1) != "more"
    named = noun != "" and noun in before
    return got and (before[-1:] in (["da"], ["moi"], ["vua"]) or named)


_FEW_WORDS: Final = 3


def _was_dropped(case: Case, place: int) -> bool:
    """ "đã bỏ số 300 tỷ", "xóa số liệu 45": a figure of before that is no more."""
    start = case.marks[place].start
    said = [token.plain for token in case.words.tokens[max(0, start - 3) : start]]
    if said[-2:] == ["so", "lieu"]:
        said = said[:-1]
    return said[-1:] == ["so"] and said[-2:-1] in (["bo"], ["xoa"], ["huy"], ["rut"], ["loai"])


def _for(case: Case, place: int) -> bool:
    """ "quán triệt xong cho 100% hội viên": after what is done, for whom."""
    first = case.clause(place)[0]
    return any(case.kind(at) in ("done", "acted") for at in range(first, place))


def _runs(case: Case, place: int) -> bool:
    """ "đang lợp mái 3 căn": "đang" opens the clause, and nothing is told as done."""
    first = case.after(case.clause(place)[0] - 1)
    between = {
        case.kind(at)
        for at in range(first + 1, place)
        if case.kind(at) != "got" or case.plain(at).split(" ")[-1] in ("duoc", "dat", "dc")
    }
    led = case.tokens(first, first + 1)[:1]  # "đăng 12 tin" is no "đang"
    runs = bool(led) and led[0].plain == "dang" and may_be(led[0].marked, "đang")
    return runs and between <= {"word", "label", "fill"}


def _leaves(case: Case, following: int) -> bool:
    """Whether those who were counted want to be in it no more, or were taken out."""
    if case.plain(following) in _LEAVING:
        return True
    return case.plain(following) == "xin" and case.plain(following + 1) in _WITHDRAWING


_LEAVING: Final = frozenset(("xin rut", "rut ten", "xoa ten", "khai tru", "bi loai", "xin thoi"))
_WITHDRAWING: Final = several("rut thoi nghi hoan ra khong bo chuyen ngung dung tra")


def _is_made_ready(case: Case, place: int) -> bool:
    """ "chuẩn bị kết nạp 5 đồng chí", "đã làm hồ sơ kết nạp 5", "5 đồng chí đủ điều kiện kết nạp":
    what leads up to it; "chuẩn bị xong 60 giường" is a result."""
    verb, first = case.before(place, LIGHT | {"about"}), case.clause(place)[0]
    aimed = case.kind(verb) == "got" and case.plain(verb).split(" ")[-1] not in ("duoc", "dc")
    if aimed and case.said(first, verb).endswith(_READYING):
        return True
    last = case.clause(place)[1]
    begins = verb < first or case.plain(verb) == "co"
    return begins and case.said(place + 1, last).startswith(("du dieu kien", "du tieu chuan"))


_READYING: Final = (
    "chuan bi", "lam ho so", "hoan thien ho so", "lap ho so", "lam thu tuc", "du dieu kien",
    "xem xet",
)  # fmt: skip


def _only_has(case: Case, place: int) -> bool:
    """Whether nothing is told as done of what is counted: "15 hộ", "có 15 hộ"."""
    before = case.before(place, LIGHT | {"about"})
    return not is_told(case, place) or case.plain(before) in ("co", "hien co", "dang co")


def _is_unsure(case: Case, place: int) -> bool:
    """ "60%, nhưng chưa kiểm tra", "không rõ": what follows takes the certainty away, also of the
    whole: "tổ 4 100%, còn cả phường thì em chưa nắm"."""
    first, last = case.clause(place)
    if any(case.kind(at) == "unsure" for at in range(first, last)):
        return True
    before = case.clause(first - 2) if case.kind(first - 1) == "break" and first > 1 else (0, 0)
    if {case.kind(at) for at in range(*before)} - LIGHT == {"unsure"}:
        return True  # "số chưa chính thức, khoảng 45 hộ"
    if case.kind(last) != "break":
        return False
    after = case.clause(last + 1) if last + 1 < len(case.marks) else (0, 0)
    whole = any(case.plain(at) in ("ca", "toan", "chung") for at in range(*after))
    kinds = [case.kind(at) for at in range(*after)]
    return kinds[:1] == ["unsure"] or (whole and "unsure" in kinds)


def _is_made_of(case: Case, place: int) -> bool:
    """ "60% là nữ", "60% số tiền là dân góp": a share of something, no progress."""
    last = case.clause(place)[1]
    for at in range(place + 1, min(place + 5, last)):
        if case.plain(at) == "la":
            return case.kind(at + 1) == "word" or case.plain(at + 1) in ("ho", "nguoi")
        if case.kind(at) not in ("word", "label", "fill"):
            return False
    return False


def _after_colon(case: Case, first: int, place: int) -> int:
    """ "Đề nghị VP ghi nhận: tiến độ 57%": what is asked for stands behind the colon."""
    return max((at for at in case.places("colon") if first <= at < place), default=first)


def _is_held_up(case: Case, place: int) -> bool:
    """ "chị nói 60% mà": what was said before is held against what is heard now."""
    first, last = case.clause(place)
    if case.plain(last - 1) != "ma":
        return False
    if any(case.kind(at) not in ("fill", "roi") for at in range(place + 1, last - 1)):
        return False
    start = case.marks[first].start
    return quoted(case.words.tokens[start : case.marks[place].start])


def is_put(case: Case, place: int) -> bool:
    """Whether the figure is put as a question: in its clause, or in "…, đúng không anh"."""
    if not case.has("ask", "question"):
        return False
    first, last = case.clause(place)
    if any(questions(case, i, place) for i in range(first, min(last + 1, len(case.marks)))):
        return True
    after = case.clause(last + 1) if last + 1 < len(case.marks) else (0, 0)
    kinds = {case.kind(i) for i in range(*after)}
    return "ask" in kinds and kinds <= {"ask", "fill"}


def is_wondered_at(case: Case, place: int) -> bool:
    """ "mần răng mà đủ 50 hộ được", "sao mà gom nổi 3 tỷ": what cannot be reached."""
    first = case.clause(place)[0]
    asked = [at for at in range(first, place) if case.kind(at) == "ask"]
    return any(case.plain(at) in _HOW and case.plain(case.after(at, ())) == "ma" for at in asked)


_HOW: Final = several("sao rang") | {"lam sao"}


def questions(case: Case, at: int, place: int) -> bool:
    """A question in the clause; "anh hỏi thì em báo: 29%" tells of one and answers it."""
    if case.kind(at) != "ask" or asks_nothing(case, at):
        return case.kind(at) == "question"
    if case.plain(at) == "sao" and at == place + 1 and _is_a_tree(case, place):
        return False
    told = [i for i in range(at + 1, place) if case.kind(i) in ("tell", "colon", "got")]
    return not (case.plain(at) == "hoi" and told)


def _is_a_tree(case: Case, place: int) -> bool:
    """ "trồng 2.000 cây sao hai bên lộ"; "500 cây sao nhiều vậy" asks."""
    planted = figure_of(case.marks[place]).noun == "cay" and is_told(case, place)
    return planted and case.kind(place + 2) in ("word", "label", "end", "stop", "break")


def _agrees(case: Case, place: int) -> bool:
    return case.plain(place) in ("dong y", "nhat tri")
