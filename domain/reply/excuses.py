"""Difficulties that are told of the writer or of the message, and so are none of the work.

"em bị kẹt xe", "con em bệnh", "mạng yếu gửi hoài không được"; states asks whether one is.
"""

import re
from itertools import pairwise
from typing import Final

from domain.fold import unmarked
from domain.reply.case import Case
from domain.reply.tokens import several

_ILL: Final = frozenset(
    ("benh", "om", "di vang", "nam vien", "cach ly", "dang cach ly", "bi cach ly")
)
_WEAK: Final = _ILL | frozenset(
    (
        "ket", "bi ket", "dang ket", "mat", "thieu", "kho", "hoi kho", "kho qua", "cho", "doi",
        "dang cho", "dang doi", "khong vao duoc", "khong truy cap duoc", "mang yeu", "mang cham",
        "mang lag", "bi treo", "hu roi", "may hu", "bi hu", "kho lam", "khong dang nhap duoc",
        "bi loi",
    )
)  # fmt: skip
_WAITING: Final = frozenset(("cho", "doi", "dang cho", "dang doi"))
_SELVES: Final = several("em e tui toi minh con vo chong me ba cha nha")
_ELDERS: Final = several("co chu bac anh chi ong")  # "mấy hôm nay cô ốm": of herself
_ON_THE_WAY: Final = several("xe cau duong pha hop")
_OF_MESSAGES: Final = several("tin nhan zalo mail sim link file nhom bieu mau cot goi dien pin gui")
# "chị đang đi tập huấn trên tỉnh", "em đang ở bản": where the writer is.
AWAY: Final = (
    "(?:em|e|tui|tôi|mình|anh|chị|cô|chú|bác) (?:đang |còn |vẫn |mới )+(?:đi|họp|ở|trên|dưới|ngoài"
    "|trong|nằm|lái|chạy|trực|học)"
)
_IS_AWAY: Final = re.compile(unmarked(rf"\b{AWAY}\b"))
_ADDRESSED: Final = several("anh chi a c")


def not_of_the_work(case: Case, place: int) -> bool:
    """ "em bệnh nên trả lời trễ, tiến độ 64%", "xã bên kẹt mặt bằng chứ xã em không sao", "nghe nói
    huyện Vĩnh Lộc bị ngập": why the answer is late, or what others suffer."""
    first, last = case.clause(place)
    before, after = case.said(first, place), case.said(place, last)
    typed = " ".join([token.marked for token in case.tokens(first, last)])
    if _OWN_TOOLS.search(typed) and "nen" not in after.split():
        return True  # "máy tính em hư em gõ điện thoại"
    if _LATE_ANSWER.search(after) and not _WORK_TOO.search(after):
        return True
    ours = _SELVES & set(before.split()) or any(
        case.kind(at) == "figure" for at in range(first, place)
    )  # "hai ấp kia vướng mặt bằng" are two of ours
    if ours or {"nen", "do", "vi"} & set(after.split()):
        return False
    return bool(_ELSEWHERE.search(before))


_OWN_TOOLS: Final = re.compile(
    r"\b(máy|máy tính|may tinh|điện thoại|dien thoai|mạng nhà|mang nha) (em|tui|tôi|mình)\b"
)
_LATE_ANSWER: Final = re.compile(
    r"\b(tra loi|bao|bao cao|nhan|nhan tin|gui|cap nhat|phan hoi)( \w+){0,3}? (tre|muon|cham)\b"
    r"|\b(gui|nhan|bao) lai\b|\bnen( \w+){0,2} (bao|gui|nhan) (truoc|som)\b"
    r"|\bnen( \w+){0,2} chua (bao|nhan|gui|tra loi)\b(?! vien)"
    r"|\bnen( \w+){0,2} moi (bao|nhan|gui|tra loi|phan hoi)\b(?! \d| nhiem| viec| ban giao)"
)
_WORK_TOO: Final = re.compile(r"\b(lam|thi cong|trien khai|thuc hien)\b")
_ELSEWHERE: Final = re.compile(
    r"\b(xa|phuong|ap|thon|huyen|tinh|ben|don vi|to|khom)( \w+)? (ben|kia|ban|khac|nguoi ta)\b"
    r"|\bmay (xa|phuong|ap|thon|huyen|don vi)( \w+)? (kia|khac|do)\b|\bnghe (noi|dau|ke|bao)\b"
)


def excuses(case: Case, place: int) -> bool:
    """Whether a difficulty explains an answer, or asks about one, and says nothing of the work."""
    if not_of_the_work(case, place):
        return True
    if _asks_to_wait(case, place) or _is_of_the_way(case, place):
        return True
    if case.plain(place).startswith("chua ban giao") and _has_just_come(case, place):
        return True
    if case.plain(place) in _WAITING and _is_of_the_answer(case, place):
        return True
    if case.has("figure", "done") or case.plain(place) not in _WEAK:
        return _puts_off(case, place)
    first, last = case.clause(place)
    said = [token.plain for token in case.tokens(first, place)]
    before = {one for one, other in pairwise((*said, "")) if (one, other) != ("chu", "tich")}
    after = [token.plain for token in case.tokens(place + 1, last)]
    if "nen" in before | set(after) or case.has("cause"):
        return False  # "máy hư nên chưa in được"
    if case.plain(place) in _ILL and (before & (_SELVES | _ELDERS) or _is_all(case, place)):
        return True
    if case.plain(place).startswith("mang ") and _IS_AWAY.search(case.said(0, place)):
        return True  # "em đang ở bản, mạng yếu lắm chị"
    if case.plain(place) in _WAITING and set(after[:1]) & _SELVES:
        return True  # "anh chờ mình chút"
    if "kho" in case.plain(place).split() and set(after[:1]) & {"doc", "hieu", "nghi", "noi"}:
        return True  # "khó đọc quá anh ơi"
    told = before | set(after) - ({"dien"} if "luc" in after else set())  # "kẹt bên điện lực"
    if after[:1] == ["nhan"] and after[1:2] != ["tin"]:
        told.discard("nhan")  # "thiếu nhân sự"
    if set(after[:1]) & _ON_THE_WAY or told & _OF_MESSAGES:
        return True
    asked = case.kind(last) == "question" or any(case.kind(i) == "ask" for i in range(place, last))
    if asked and case.plain(place) in _WAITING | {"thieu"}:
        return True  # "anh đang chờ em hả"
    return _puts_off(case, place)


def is_reported_on(case: Case, place: int) -> bool:
    """ "tổng hợp khó khăn của các xã xong rồi": the difficulties are what was to be put together,
    and that is done."""
    first, last = case.clause(place)
    done = [at for at in range(place + 1, last) if case.kind(at) == "done"]
    if case.plain(place) not in _SUBJECTS:
        return False
    if case.said(first, place).endswith(_OBJECT_OF):
        return True  # "đang tổng hợp khó khăn, vướng mắc"
    if not done:
        return False
    if any(case.kind(at) in ("but", "left", "neg", "ongoing") for at in range(first, last)):
        return False
    said = f" {case.said(first, done[0])} "
    return any(f" {verb} " in said for verb in _PUT_TOGETHER)


_SUBJECTS: Final = frozenset(("vuong mac", "kho khan", "bat cap", "ton tai"))
_OBJECT_OF: Final = tuple(
    f"{verb}{which}"
    for verb in ("tong hop", "thong ke", "ra soat", "tap hop", "nhan dien")
    for which in ("", " cac", " nhung", " kho khan", " cac kho khan")
)
_PUT_TOGETHER: Final = (
    "tong hop", "thong ke", "ra soat", "nhan dien", "bao cao", "tap hop", "danh sach", "bc",
)  # fmt: skip


def _is_of_the_answer(case: Case, place: int) -> bool:
    """ "số liệu đang chờ Kho bạc đối chiếu, tôi sẽ báo cáo sau": the figure comes later."""
    said = case.said(case.clause(place)[0], place).split()
    return "so" in said and case.said(0, len(case.marks)).split()[-1:] == ["sau"]


def _is_of_the_way(case: Case, place: int) -> bool:
    """ "đường ngập hết rồi, anh đi cẩn thận", "xe hỏng giữa đường, em không kịp họp"."""
    if case.has("figure", "done", "start0"):
        return False
    said = case.said(place, len(case.marks))
    return "di can than" in said or "kip hop" in said


def _has_just_come(case: Case, place: int) -> bool:
    """ "em mới về nhận công tác, chưa bàn giao xong": the desk, and no site."""
    said = case.said(0, place)
    return any(told in said for told in ("nhan cong tac", "moi ve", "moi chuyen ve"))


def _asks_to_wait(case: Case, place: int) -> bool:
    """ "anh đợi em 5 phút", also beside a figure."""
    end = case.marks[place].end
    following = [token.plain for token in case.words.tokens[end : end + 1]]
    return case.plain(place) in _WAITING and following[:1] in (["em"], ["e"], ["tui"])


def _is_all(case: Case, place: int) -> bool:
    """ "dạ đi vắng ạ": nothing else is said."""
    others = {mark.kind for at, mark in enumerate(case.marks) if at != place}
    return others <= {"fill", "break", "stop", "roi", "tell"}


def _puts_off(case: Case, place: int) -> bool:
    """ "bệnh rồi chị ơi, mai em báo": why the answer comes later, not the work."""
    put_off = case.has("later") or (
        case.has("tell") and any(map(case.is_ahead, case.places("date")))
    )
    return case.plain(place) in _ILL and put_off and not case.has("figure")
