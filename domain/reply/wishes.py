"""Whose wish an extension is, and whether it is wished for at all.

"Huyện cho gia hạn đến 20/6 rồi mà", "bên thầu xin dời sang 20/6", "chưa đến mức phải xin gia
hạn": the words of a request, and none. Says which it is; the request itself is for requests.
"""

import re
from itertools import pairwise
from typing import Final

from domain.reply.case import LIGHT, Case, mention_of
from domain.reply.hearsay import quoted
from domain.reply.until import is_ahead

NONE: Final = "none"  # nothing is asked for: the request is passed over
TOLD: Final = "told"  # somebody else's, made before, granted or asked about: ask the reader back
OURS: Final = "ours"


def wish_of(case: Case, place: int) -> str:
    """NONE, TOLD or OURS for the extension at a mark."""
    denied = case.before(place, LIGHT | {"asks"})
    if case.kind(denied) == "neg" or case.plain(denied) in ("can", "khoi"):
        return NONE if _asks_nothing(case, place, denied) else TOLD
    first, last = case.clause(place)
    if _NEEDLESS.search(case.said(first, place + 1)):
        return NONE
    thanked = any(case.plain(at).startswith("cam on") for at in range(first, place))
    if thanked and not case.has("date"):
        return NONE  # "cảm ơn anh đã cho gia hạn"
    if _wished_by_others(case, place):
        dated = any(
            case.kind(at) == "date" and is_ahead(case, mention_of(case.marks[at]))
            for at in range(place, last)
        )
        return TOLD if dated else NONE
    told = (_is_quoted, _was_granted, _is_anothers, _was_made, _asks_whether)
    return TOLD if any(is_so(case, place) for is_so in told) else OURS


def _is_anothers(case: Case, place: int) -> bool:
    """Granted from above, settled, supposed, asked about, or a colleague's wish."""
    first, last = case.clause(place)
    before, after = case.said(first, place), case.said(place + 1, last)
    until_wish = case.said(first, place + 1)
    if _WHY.search(before) or _SUPPOSED.search(before) or _SETTLED.search(after):
        return True
    if _CHECKED.search(" ".join([token.marked for token in case.tokens(place, last)])):
        return True
    whole = case.said(first, last)
    if _GRANTED.search(until_wish) and not _PLEADS.search(whole):
        return True
    return bool(_COLLEAGUE.search(until_wish)) and not _OWN.search(until_wish)


# "chưa đến mức phải xin gia hạn", "không tới nỗi xin lùi", "chắc không phải xin gia hạn đâu".
_NEEDLESS: Final = re.compile(
    r"\b(chua|khong|ko|k|hong|chang|dau)( (den|toi))?( (muc|noi))?( (phai|can|dinh|tinh))?"
    r" (xin|de nghi|gia|lui|doi|hoan|khat)( |$)(?!.*\b(xin|cho)\b)"
)
_ABOVE: Final = (
    r"(huyen|tinh|thanh pho|tp|so|sep|tren|cap tren|lanh dao|uy ban|ubnd|btv|thuong vu|bi thu"
    r"|chu tich|van phong|vp|thuong truc|nghi quyet|thong bao|cong van)"
)
# "huyện (đã) cho gia hạn", "sếp duyệt gia hạn", "tỉnh chấp thuận lùi", "ai cho dời".
_GRANTED: Final = re.compile(
    rf"\b({_ABOVE}|ai)( (uy|ubnd|minh|em))?( (da|moi|vua|cung|lai|chi dao|co))*"
    r" (cho( phep)?|dong y|chap thuan|duyet|thong nhat|doi|chot)\b"
)
_PLEADS: Final = re.compile(
    r"\b(xin|de nghi|mong|nho|kinh|trinh|kien nghi|de xuat|giup|voi|nha|nhe|nghen"
    r"|(cho|duoc) (em|e|toi|tui|minh|tui em|ben em|xa em|ben minh)|duoc khong|dc ko|dc k)\b"
)
_WHY: Final = re.compile(r"\bsao( gio)?( (lai|phai|cu|cho))*$")
# "nếu không kịp (thì) em sẽ xin gia hạn"; "nếu được cho em gia hạn" asks.
_SUPPOSED: Final = re.compile(
    r"\b(neu|lo|ma|khi nao)( ma)? (\w+ ){0,3}?"
    r"(khong|ko|k|hong|chua|tre|cham|ket|mua|vuong)\b"
)
# "(gia hạn đến 20/6) rồi mà": nothing stands between the day and "rồi" but the day.
_SETTLED: Final = re.compile(
    r"^((den|toi|sang|qua|thanh|het|ngay|thang|nam|thu|tuan|sau|\d+|[/.-])\s?)*"
    r"roi( (ma|nha|nhe|a|do|day|anh|chi|em|co|chu|thoi|ha))*$"
)
_CHECKED: Final = re.compile(
    r"\b((phải|đúng|phai|dung) (không|ko|k|hông|hôn|khong)|hả|hở|hử)"
    r"( (anh|chị|em|chi|cô|chú|ạ|a))*$"
)
# "anh Ba xin dời họp", "chị Tư bên tư pháp xin lùi"; "dạ chị Ba xin …" speaks to her.
_COLLEAGUE: Final = re.compile(
    r"^(anh|chi|ong|ba|co|chu|bac|dong chi|d/c) (?!(oi|a|cuc|bo|hoi|doan|uy)\b)\w+"
    r"( ben \w+( \w+)?)? xin\b"
)
_OWN: Final = re.compile(r"\b(em|e|toi|tui|minh|con|chau)\b")


def _wished_by_others(case: Case, place: int) -> bool:
    """ "dân xin dời trụ", "2 doanh nghiệp lớn xin giãn thuế", "không chi bộ nào đề nghị lùi lịch",
    "sau 2 lần xin lùi": somebody else's wish, nobody's, or one that is past."""
    first = case.clause(place)[0]
    subject = [at for at in range(first, place) if case.plain(at) != "tren dia ban"]
    said = [word for at in subject for word in case.plain(at).split()]
    if case.kind(first) != "cause":  # "do doanh nghiệp lớn trên địa bàn xin giãn nộp"
        said = said[-_SUBJECT:]
    if said[-1:] in (["nao"], ["lan"]):
        return True
    pairs = {" ".join(pair) for pair in pairwise(said)}
    if _ELSEWHERE & pairs:
        return True
    if _OURSELVES & set(said):
        return False  # also "cho Hội Nông dân lùi"
    return bool(_OTHERS & {*said, *pairs})


_OURSELVES: Final = frozenset(
    ("em", "e", "minh", "tui", "toi", "xa", "phuong", "ben", "cho", "nong")
)
_ELSEWHERE: Final = frozenset(("ben thau", "ben kia", "xa ban", "ben do", "ben a", "ben b"))
# So many words before a wish may name whose it is.
_SUBJECT: Final = 4
_OTHERS: Final = frozenset(
    (
        "dan", "ho dan", "ba con", "doanh nghiep", "cong ty", "nha thau", "chu dau", "dv thi",
        "phu huynh", "cac ho", "ben thau", "may ho", "hop tac", "htx", "thi cong", "nguoi dan",
        "nhan dan",
    )
)  # fmt: skip


def _asks_nothing(case: Case, place: int, denied: int) -> bool:
    """ "không xin lùi hạn đâu", "khỏi gia hạn": none is wished for, and it is no question."""
    first, last = case.clause(place)
    asked = any(
        case.kind(at) in ("ask", "question", "date")
        for at in range(first, last + 1)
        if at < len(case.marks)
    )
    again = case.kind(case.after(place)) == "neg"  # "khỏi gia hạn được không"
    return not asked and not again and case.plain(denied) != "kip"


def _is_quoted(case: Case, place: int) -> bool:
    """ "chị nói dời tới 20/6 mà": what somebody else said, and no wish for it."""
    asked = case.plain(place).split()
    if {"xin", "cho", "de", "nghi", "kien", "mong"} & set(asked):
        return False  # "anh Sáu nói xin gia hạn"
    first = case.clause(place)[0]
    if any(case.kind(at) == "asks" for at in range(first, place)):
        return False
    tokens, start, end = case.words.tokens, case.marks[first].start, case.marks[place].start
    end += tokens[end].marked == "noi"  # "chi noi han": nói hạn, or nới hạn
    return quoted(tokens[start:end])


def _was_granted(case: Case, place: int) -> bool:
    """ "đã gia hạn", "được gia hạn đến 30/6" tell of one; "dạ xin gia hạn", "xin đồng ý cho xã
    được gia hạn" ask."""
    tokens, start = case.words.tokens, case.marks[place].start
    before = tokens[start - 1] if start else None
    if before is None or tokens[start].plain not in _PUTTING_OFF:
        return False
    if before.plain == "da":
        return before.marked != "dạ"
    asked = any(case.kind(at) == "asks" for at in range(case.clause(place)[0], place))
    return before.plain == "duoc" and not asked


_PUTTING_OFF: Final = frozenset(("gia", "lui", "doi", "hoan", "ra"))


def _was_made(case: Case, place: int) -> bool:
    """ "đã xin gia hạn rồi mà"; without its mark "da" may be "dạ"."""
    start = case.marks[place].start
    before = case.words.tokens[start - 1].marked if start else ""
    over = any(case.kind(at) == "roi" for at in range(place, case.clause(place)[1]))
    return before == "đã" or (before == "da" and over)


def _asks_whether(case: Case, place: int) -> bool:
    """ "gia hạn đến 30/6 được duyệt chưa anh": asks about one that was made before."""
    first, last = case.clause(place)
    asked = any(case.kind(at) == "asks" for at in range(first, place))
    wished = case.plain(place).split()[0] in ("xin", "cho", "de", "em")
    ends = any(
        case.kind(at) == "neg" and case.plain(at) == "chua" and case.after(at) >= last
        for at in range(place + 1, last)
    )
    return ends and not asked and not wished
