"""Whether "đăng ký" and "cam kết" tell of a deed or of a promise.

"hộ đăng ký phân loại rác 86/120", "24% phụ huynh đăng ký": those who are counted have done it.
"xã đăng ký 5 hộ", "đăng ký thoát nghèo": who reports, or what is only wished for, is a promise.
Says so for a figure and a verb; what a forecast is worth is for times.
"""

import re
from typing import Final

from domain.measures import COUNT as COUNT_KIND
from domain.measures import PERCENT as PERCENT_KIND
from domain.measures import counts_the_same
from domain.reply.case import LIGHT, Case, figure_of
from domain.reply.marks import BARE, FRACTION, PERCENT
from domain.reply.tokens import several

VERBS: Final = frozenset(("dang ky", "cam ket"))


def have_before(case: Case, verb: int, place: int) -> bool:
    """Whether the verb leads to the figure and tells of a deed: "số hộ đăng ký là 1.086"."""
    if case.plain(verb) not in VERBS:
        return False
    if is_settled(case, verb):
        return True
    if case.plain(place - 1) == "la" and "so" in case.said(max(0, verb - 2), verb).split():
        return True  # "số hộ đăng ký phân loại rác là 1.086 hộ"
    inside = range(verb + 1, place)
    reached = {
        word
        for at in inside
        if case.kind(at) == "got"
        for word in case.plain(at).split()
        if word in ("duoc", "dat")
    }
    if reached:
        who = _who(case, verb)
        # "gia đình văn hóa đăng ký đạt 1.780 hộ"; "xã đăng ký đạt 95%" is a goal
        return "duoc" in reached or not (who == "" or _is_the_unit(who))
    if case.kind(verb + 1) in ("word", "label") and case.plain(place - 1) in _ONLY:
        return True  # "đăng ký định danh mới 64 phần trăm"
    return _are_named(case, verb, place)


_ONLY: Final = frozenset(("moi", "chi", "moi chi", "chi moi", "da"))


def is_settled(case: Case, verb: int) -> bool:
    """ "dân quân đăng ký đủ", "cam kết xong rồi": that much is done."""
    ended = case.plain(verb + 1).split(" ")[0] in ("du", "xong", "het", "roi")
    return ended and case.plain(verb) in VERBS


def _are_named(case: Case, verb: int, place: int) -> bool:
    """ "hộ cam kết phân loại rác 2.315/2.600", "đảng viên đăng ký làm theo Bác: 1.780": first who
    has done it, then what, and last how many."""
    who, figure = _who(case, verb), figure_of(case.marks[place])
    content = [at for at in range(verb + 1, place) if case.kind(at) not in LIGHT]
    said_so = case.kind(place - 1) == "colon" or case.plain(place - 1) == "la"
    pointed = figure.noun in ("chiec", "cai", "con")  # "ghe đăng ký 128 chiếc"
    of_so_many = figure.unit == FRACTION and _counts(case, who) and not _is_the_unit(who)
    # "hộ sản xuất giỏi đăng ký 340/500", "tỷ lệ hộ cam kết 92%", "bà con đăng ký 120 hộ rồi"
    said_so = said_so or of_so_many or who.startswith("ty le ") or case.kind(place + 1) == "roi"
    if who == "" or not (content or said_so or pointed) or is_a_goal(case, verb, place):
        return False
    if case.kind(case.before(place, LIGHT | {"about"})) == "got" and not said_so:
        return False  # "hội viên đăng ký trồng 200 cây"
    if not _OTHERS.isdisjoint(case.said(verb + 1, place).split()):
        return False  # "đảng viên đăng ký giúp 5 em"
    if _is_the_unit(who):
        return figure.unit == FRACTION and _counts(case, who)
    if case.measure is None or case.measure.kind == PERCENT_KIND:
        return figure.unit in (PERCENT, FRACTION)
    counted = figure.unit in (BARE, FRACTION) or counts_the_same(figure.noun, case.measure)
    return counted and figure.unit != PERCENT and _counts(case, who)


def have_after(case: Case, place: int, verb: int) -> bool:
    """Whether the figure leads to the verb and tells of a deed: "có 45 hộ đăng ký tham gia".

    "đăng ký thoát nghèo", "đăng ký sẽ làm" is a promise of something else.
    """
    if case.plain(verb) not in VERBS:
        return False
    if "roi" in [case.kind(at) for at in range(verb, case.clause(verb)[1])]:
        return True  # "34 hộ đăng ký OCOP rồi"
    if case.plain(case.before(place, LIGHT | {"about"})).split(" ")[-1] in ("duoc", "dc"):
        return True  # "mới được 14/35 bạn đăng ký"
    start = case.marks[verb].start
    if "tong" in case.plain(place).split():
        return True  # "khám 92 chị trên tổng 120 chị đăng ký"
    if {token.plain for token in case.words.tokens[start - 3 : start]} & _WRITTEN:
        return True  # "30/50 đảng viên đã viết cam kết", "55 hộ đã nộp đơn đăng ký"
    figure, last = figure_of(case.marks[place]), case.clause(place)[1]
    if is_a_goal(case, verb, last):
        return False
    if figure.unit == FRACTION and case.kind(case.before(place)) == "got":
        return True
    if len(case.places("figure")) > 1:
        return False
    if figure.unit in (PERCENT, FRACTION):
        return _are_counted(case, place, verb)
    if case.measure is None or not counts_the_same(figure.noun, case.measure):
        return False
    if case.plain(verb - 1) == "da" or case.plain(verb + 1) in _NOT:
        return _only_names(case, place, verb)  # "45 cơ sở cam kết không bán thuốc lá"
    if verb != case.after(place):
        return False
    # "chốt quân số: 48 đồng chí đăng ký", "lũy kế 1.890 hộ đăng ký"
    told = case.kind(case.before(place, (LIGHT - {"tell", "colon"}) | {"about"}))
    led = told in ("got", "tell", "cum") or (told == "colon" and case.has("tell"))
    led = led or case.plain(place - 1) in ("moi co", "co", "da co")
    beyond = case.after(verb)
    joined = case.plain(beyond) in ("tham gia", "tham")
    return led and (joined or case.kind(beyond) in ("end", "stop", "break"))


_WRITTEN: Final = several("ky viet nop gui")
_NOT: Final = several("khong ko k hong")


def _are_counted(case: Case, place: int, verb: int) -> bool:
    """ "24% phụ huynh đăng ký", "30/45 cơ sở cam kết": of whom so many have done it."""
    who = case.said(place + 1, verb)
    figure = figure_of(case.marks[place])
    if figure.unit == FRACTION and figure.noun and who in ("", "da"):
        return True
    return who not in ("", "da") and _only_names(case, place, verb) and not _is_the_unit(who)


def _only_names(case: Case, place: int, verb: int) -> bool:
    return all(case.kind(at) in _NAMING for at in range(place + 1, verb))


_NAMING: Final = several("word label fill")


def is_a_goal(case: Case, verb: int, end: int) -> bool:
    """Whether what was registered for lies ahead: "thoát nghèo", "đạt …", "tháng sau làm"."""
    if case.plain(case.after(verb)).split(" ")[0] in _GOALS:
        return True
    return any(
        case.kind(at) in _OPEN or (case.kind(at) == "date" and case.is_ahead(at))
        for at in range(verb + 1, end)
    )


_GOALS: Final = several("thoat dat")
_OPEN: Final = several("forecast done undone plan left start0")


def _who(case: Case, verb: int) -> str:
    """The folded words that name who did it, up to the verb."""
    first = case.clause(verb)[0]
    at = verb
    while at > first and case.kind(at - 1) in _SUBJECTS:
        at -= 1
    return " ".join(word for word in case.said(at, verb).split() if word not in _POLITE)


_SUBJECTS: Final = several("word label named fill block piece got")
_POLITE: Final = several("da a thi")


def _is_the_unit(who: str) -> bool:
    """ "xã", "đơn vị em", "chi bộ 3", "nhà thầu": who answers for the figure."""
    words = _LED.sub("", who).split()
    if words[1:2] == ["vien"]:
        return False  # "hội viên", "đoàn viên"
    return words[:1] != [] and (words[0] in _UNITS or " ".join(words[:2]) in _BODIES)


_LED: Final = re.compile(r"^((tong|so|ty le|so lieu|giai ngan) )+")
_UNITS: Final = several(
    "xa phuong huyen tinh ap thon khom buon lang truong tram phong ban hoi doan to ubnd mttq "
    "ben em e tui toi minh ta tui chung"
)
_BODIES: Final = frozenset(
    ("chi bo", "chi doan", "chi hoi", "dang bo", "dang uy", "uy ban", "don vi", "cong ty",
     "cong an", "nha thau", "chu dau", "dau tu", "khu pho", "hop tac", "co quan", "mat tran")
)  # fmt: skip


def _counts(case: Case, who: str) -> bool:
    """Whether those named are what the target counts: "chủ cơ sở" of cơ sở, "thanh niên" of
    người."""
    measure = case.measure
    if measure is None or measure.kind != COUNT_KIND:
        return False
    words = who.split()
    named = {*words, *(" ".join(words[at : at + 2]) for at in range(len(words) - 1))}
    if measure.noun in _PEOPLE or (measure.noun == "ho" and who in _HOUSEHOLDS):
        return True
    return any(counts_the_same(noun, measure) for noun in named)


# What people are counted by, whatever they are called: "phụ huynh …: 45 người".
_PEOPLE: Final = several("nguoi ban em chau chi anh")
_HOUSEHOLDS: Final = frozenset(("dan", "ba con", "nguoi dan", "nhan dan"))
# Whom somebody else promises to help or to bring is no doer.
_OTHERS: Final = several("giup do kem nhan ket gioi")
