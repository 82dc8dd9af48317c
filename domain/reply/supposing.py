"""Whether a state is told as a fact: not asked about, supposed, heard of others, wished or mocked.

Gives the reason to ask, or none; what the state is said of is for finished and beginnings.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from domain.reply.case import Case
from domain.reply.tokens import SPEAKERS, Token, may_be, several

_GIVEN: Final = several("co du mien he")
_MOCKING: Final = several("gi chi sao dau rang xong")
# "xong mới đây", "xong mới hôm qua": when, and nothing that comes after.
_JUST: Final = several("day hom sang chieu tuan bua nay hoi dem toi qua thang")
_SETTLED: Final = several("vao do day ra")  # "xong đâu vào đấy"


def supposed(case: Case, place: int) -> bool:
    """ "hình như …", "em tưởng …", "nghe bảo …", "tụi nó nói …": no word of one's own."""
    first = case.clause(place)[0]
    before = case.tokens(first, place)
    if not before:
        return False
    for at, token in enumerate(before):
        following = before[at + 1].plain if at + 1 < len(before) else ""
        if may_be(token.marked, "tưởng") and token.marked != "tương":
            # "tưởng dễ mà dân không chịu": what came instead is told
            return all(later.plain != "ma" for later in before[at + 1 :])
        if token.plain == "nghe" and following in _HEARD:
            return True
        if at == 0 and token.plain == "nghe" and following in ("ben", "xa", "phuong", "may"):
            return True  # "nghe bên xã Phú Lộc làm xong cả rồi"
        if (token.plain, following) in _SEEMING:
            return True
        if token.plain in _SOMEBODY and following in ("noi", "bao", "ke"):
            return True  # "có người nói", "tụi nó bảo", "thấy anh em kể"
    return False


_SOMEBODY: Final = several("nguoi no ta")
_HEARD: Final = several("noi bao ke dau don ai ho")
_SEEMING: Final = frozenset((("hinh", "nhu"), ("co", "ve"), ("duong", "nhu"), ("theo", "loi")))


def is_asked(case: Case, place: int) -> bool:
    """Whether the clause ends as a question does: "?", "… không anh"."""
    last = case.clause(place)[1]
    if case.kind(last) == "question":
        return True
    tokens, end = case.words.tokens, case.marks[last - 1].end
    while end > case.marks[place].end and tokens[end - 1].plain in _ADDRESSED:
        end -= 1
    ends = max((at for at in range(place + 1, last) if case.marks[at].end <= end), default=place)
    return ends > place and case.kind(ends) == "neg" and case.marks[ends].end == end


_ADDRESSED: Final = several("anh chi em a ah ta vay nhi ha dong sep c e oi co chu bac")


def only_puts_a_question(case: Case) -> bool:
    """ "cho em hỏi nộp bản giấy là xong hay phải gửi thêm": nothing is reported or asked for."""
    if case.has("figure", "extend", "code", "date", "close"):
        return False
    return _asks_how(case) or any(
        case.kind(at) == "ask" and case.plain(at) in _INQUIRIES for at in range(len(case.marks))
    )


def _asks_how(case: Case) -> bool:
    """ "có lớp tập huấn không em, chị vô hoài không được": what one cannot do oneself is the reason
    to ask."""
    if not case.has("near") or case.has("block", "done", "late", "start0", "undone"):
        return False
    return any(case.plain(at) == "co" and is_asked(case, at) for at in case.places("got"))


_INQUIRIES: Final = frozenset(("cho hoi", "cho em hoi", "cho e hoi", "xin hoi", "em xin hoi"))


def asks_nothing(case: Case, place: int) -> bool:
    """ "chưa ai ký", "hổng gặp ai", "chưa có hộ nào": such a word after a "not" asks nothing; nor
    does "làm sao mà nhập được"."""
    if case.plain(place) == "lam sao" and case.kind(case.clause(place)[1]) != "question":
        said = case.said(place + 1, case.clause(place)[1]).split()
        return said[:1] == ["ma"] or "nua" in said[-2:]
    if case.plain(place) not in ("ai", "nao"):
        return False
    first = case.clause(place)[0]
    kinds = [case.kind(at) for at in range(first, place)]
    return "neg" in kinds and "ask" not in kinds[:1]


def has_question_word(case: Case, place: int) -> bool:
    """ "ai nói chưa làm", "vướng chỗ nào"; "chưa xã nào làm", "không nhập được hồ sơ nào" and "thì
    sao mà làm" ask nothing."""
    first, last = case.clause(place)
    for at in range(first, last):
        if case.kind(at) in ("neg", "start0"):
            return False
        if case.kind(at) == "block" and case.plain(at).split(" ")[0] in _DENYING:
            return False
        if case.kind(at) == "ask":
            return case.plain(at - 1) != "thi"
    return False


def asks_what(case: Case, place: int) -> bool:
    """ "vướng gì", "kẹt cái gì vậy", "còn thiếu mấy người nữa": nothing but what it is, or how
    many, stands after a word for a difficulty; "thiếu mấy cái máy" tells."""
    last = case.clause(place)[1]
    said = case.words.tokens[case.marks[place].end : case.marks[last - 1].end]
    words = [token.plain for token in said]
    while words and words[-1] in _TRAILING:
        words.pop()
    if words in (["gi"], ["cai", "gi"]):
        return True
    lacks = case.plain(place).endswith("thieu") and "cai" not in words
    many = lacks and bool(words) and said[0].marked == "mấy"
    return many and len(words) <= _ONE_NOUN


_TRAILING: Final = _ADDRESSED | several("vay the nua nhi ha a roi khong")
_ONE_NOUN: Final = 3  # "mấy", and what is counted in one or two words


def is_denied(case: Case, place: int) -> bool:
    """ "không phải chưa làm", "đâu phải là chưa làm"."""
    start = case.marks[place].start
    said = [token.plain for token in case.words.tokens[max(0, start - 3) : start]]
    return "phai" in said and bool(_DENYING & set(said))


_DENYING: Final = several("khong ko k kg hong hok dau chang cha chua chx")


def put_off(case: Case, place: int) -> str | None:
    """Why "xong" is none: what it hangs on, what comes after it, or that it is mocked."""
    first, last = case.clause(place)
    before = [token.plain for token in case.tokens(first, place)]
    end = case.marks[place].end
    after = case.words.tokens[end : case.marks[last - 1].end]
    leading = before[-1] if before else ""
    if leading in ("la", "thi") and _GIVEN & set(before):
        return "future"  # "có tiền là xong"
    if leading == "ma" and _MOCKING & set(before):
        return "question"  # "xong đâu mà xong"
    if any(case.kind(at) == "thanks" and case.plain(at) == "chuc" for at in range(first, place)):
        return "future"  # "chúc đại hội thành công tốt đẹp"
    oil = before and case.words.tokens[case.marks[place].start - 1].marked in ("dầu", "dâu", "dấu")
    if (leading in ("dau", "nao") and not oil) or (
        leading in ("da", "co") and before[-2:-1] in _NEVER
    ):
        return "question"  # "làm gì có xong", "đâu đã xong"
    if any(pair == ("tranh", "thu") for pair in pairwise(before)):
        return "future"
    return _after_it(after)


_NEVER: Final = (["dau"], ["nao"], ["gi"])


def _after_it(after: Sequence[Token]) -> str | None:
    said = [token.plain for token in after]
    if not said:
        return None
    if said[0] == "lien":
        return "future"  # "xong liền"
    if said == ["da"]:
        return "future"  # "chờ huyện duyệt xong đã"
    if said[0] == "dau" and not _SETTLED & set(said[1:2]):
        return "question"
    if said[0] == "gi" or said[:2] == ["cai", "gi"] or after[0].marked == "mô":
        return "question"
    if said[:2] == ["roi", "thi"] and said[2:3] and said[2] not in ("thoi", "sao"):
        return "future"  # "sáp nhập xong rồi thì đơn vị cũ không còn"
    if said[0] in ("la", "thi") and said[1:2] and said[1] in SPEAKERS:
        return "future"  # "nhập xong là em tổng hợp"
    for at, (token, following) in enumerate(zip(after, [*said[1:], ""], strict=True)):
        just = token.plain == "moi" and may_be(token.marked, "mới") and said[at - 1] != "thon"
        if just and following and following not in _JUST:
            return "future"  # "học xong lớp này mới làm"
    return None
