"""A word for "finished", weighed by what stands around it.

Says whether the work is claimed as done; how that goes with the rest is for rules.
"""

from collections.abc import Collection
from itertools import pairwise
from typing import Final

from domain.dates import DAY, IMPOSSIBLE, LENGTH, LOOSE, SPAN, is_named
from domain.reply.case import LIGHT, Case, mention_of
from domain.reply.marks import COUNT, FRACTION, PLACES
from domain.reply.partly import (
    is_condition_of,
    is_promised,
    leaves_another,
    of_one_place,
    undone_again,
)
from domain.reply.roles import DETAIL, LABEL, REACHED, REMAINING, Role
from domain.reply.supposing import asks_nothing
from domain.reply.times import is_of_past_year
from domain.reply.tokens import SPEAKERS, several

DONE: Final = "done"
ADJACENT: Final = LIGHT | {"got", "about"}


def finished(case: Case, place: int, figures: dict[int, Role], asked: frozenset[int]) -> str | None:
    """DONE, the reason to ask, or None when it says nothing of the work as a whole."""
    following = case.after(place, ADJACENT)
    before = case.before(place, ADJACENT)
    counts_all = following in figures and figures[following].part == DETAIL
    if following in figures and not counts_all and not _apart(case, place, following):
        return None  # "hoàn thành 60%"
    if (
        before in figures
        and figures[before].part in (REACHED, REMAINING)
        and not _apart(case, before, place)
    ):
        return None  # "12/15 hộ xong"
    counted = case.before(place, ADJACENT | {"word", "label", "named", "acted"})
    told = figures.get(counted)
    if told is not None and told.part in (REACHED, REMAINING):
        counts = told.figure.unit in (FRACTION, COUNT) or told.figure.parts
        if counts and not _apart(case, counted, place):
            return None  # "14/16 tổ dân phố họp xong", "ba phần tư số bản làm xong"
    first, last = case.wide_clause(place)
    kinds = [
        case.kind(i)
        for i in range(first, min(last + 1, len(case.marks)))
        if case.kind(i) != "ask" or not asks_nothing(case, i)
    ]
    if any(_is_impossible(case, i) for i in range(first, last)):
        return "impossible date"
    if any(is_of_past_year(case, i) for i in range(first, last)):
        return "in progress"  # "năm ngoái xong rồi mà"
    if _serves_as_time(case, place):
        return None if case.has("ack") else "future"
    if _time_ahead(case, first, last, place):
        return None if asked else "future"
    near = case.before(place, ADJACENT | {"date", "word"})
    if asked and (case.kind(before) == "toward" or case.kind(near) in ("toward", "extend", "asks")):
        return None
    if case.kind(before) == "neg" or _is_denied(case, place):
        return "unfinished"
    if _is_of_a_trouble(case, place):
        return "partial"
    if _is_step(case, first, place) or _is_everyday(case, first, place):
        return "partial"
    if not case.words.rich and case.plain(place + 1) == "nua":
        return "almost"  # "xong nua roi": nửa
    if case.kind(before) in ("near", "part", "more", "left") or "left" in kinds[: place - first]:
        return "almost"
    if case.kind(before) == "ongoing":
        return "in progress"
    if case.kind(before) == "free" and case.kind(following) not in ("word", "label"):
        return "in progress"  # "đã khắc phục xong các hạn chế" is work of its own
    if (
        case.kind(following) == "later"
        or _to_be_told(case, following)
        or "forecast" in kinds
        or case.kind(near) in ("toward", "late")
    ):
        return "future"
    if "question" in kinds or "ask" in kinds or case.kind(following) == "neg":
        return "question"
    if undone_again(case, place) or of_one_place(case, place) or leaves_another(case, place):
        return "partial"
    if is_condition_of(case, first, place) or is_promised(case, place):
        return "future"
    if case.said(first, place).endswith("lam gi"):
        return "unfinished"  # "làm gì đã xong"
    if _of_a_part(case, place) or _excepted(case, place) or _another_is_open(case, place):
        return "partial"
    if _another_begins(case, place) or _turns(case, place):
        return "partial"
    if case.kind(near) == "close" and first <= near:
        return None
    return DONE


def _is_denied(case: Case, place: int) -> bool:
    """ "chưa bầu xong ban", "chưa thi công xong": the verb stands between."""
    first = case.clause(place)[0]
    at = place - 1
    while at >= first and place - at <= 3 and case.kind(at) in ("word", "got", "piece"):
        at -= 1
    return place - at > 1 and case.kind(at) == "neg" and case.plain(at).startswith("ch")


def attained(case: Case, place: int, roles: Collection[Role]) -> bool:
    """ "trường đạt chuẩn mức 1 rồi", "xã đã được công nhận nông thôn mới": of a task, a standing
    that was to be won."""
    if case.measure is not None or any(role.part not in (LABEL, DETAIL) for role in roles):
        return False
    first, last = case.clause(place)
    said, before = case.said(place, last).split(), case.said(first, place).split()
    won = said[1:2] == ["chuan"] and said[0] == "dat"
    won = won or (said[:2] == ["cong", "nhan"] and before[-1:] in (["duoc"], ["dc"]))
    over = any(case.kind(at) == "roi" for at in range(place, last))
    return won and (over or "da" in before)


def _serves_as_time(case: Case, place: int) -> bool:
    """ "chiều họp xong tôi giao các ban làm": when something else will be done."""
    if case.plain(place + 1) not in SPEAKERS:
        return False
    told = case.kind(place + 2) in ("plan", "got", "word") or case.plain(place + 2) in _ANSWERING
    return case.kind(place - 1) == "word" and told


_ANSWERING: Final = several("gui bao nhan nop tra ghi chot")


def _to_be_told(case: Case, following: int) -> bool:
    """ "xong em báo": it will be told when it is done."""
    ends = case.kind(following + 1) in ("end", "stop", "break", "fill")
    return case.plain(following) == "em bao" and ends


def _is_step(case: Case, first: int, place: int) -> bool:
    """ "khảo sát xong", "mới gieo mạ xong": a step of the work, not the whole."""
    told = range(first, place)
    if any(case.kind(at) == "piece" and not _is_whole(case, at) for at in told):
        return True
    start = next((at for at in told if case.plain(at) == "moi" and case.kind(at) == "fill"), place)
    return any(case.kind(at) == "word" for at in range(start, place))


def _is_of_a_trouble(case: Case, place: int) -> bool:
    """ "gỡ vướng xong", "giải quyết xong khó khăn": what is finished is the trouble."""
    first = case.clause(place)[0]
    before = case.said(first, place)
    beside = before.endswith(_TROUBLES) or case.plain(place + 1) in _TROUBLES
    return beside and any(verb in f" {before} " for verb in _EASING)


_TROUBLES: Final = ("vuong", "vuong mac", "kho khan", "tro ngai")
_EASING: Final = (" go ", " giai quyet ", " khac phuc ", " xu ly ")


def _is_whole(case: Case, piece: int) -> bool:
    """ "tiêu độc đợt 2", "báo cáo khảo sát": a round that was set, a paper that was asked for."""
    if case.plain(piece).split(" ")[0] != "dot":
        return case.plain(piece - 1) in ("bao cao", "bc")
    return any(case.kind(at) in ("word", "label") for at in range(*case.clause(piece)))


def _is_everyday(case: Case, first: int, place: int) -> bool:
    """ "họp xong", "đọc xong công văn": what is done every day, and is not the work itself."""
    for at in range(first, place):
        if case.kind(at) not in ("fill", "break", "ack", "thanks", "date", "now"):
            if _of_all_places(case, place):
                return False  # "bầu xong hết 8 khu phố"
            token = case.words.tokens[case.marks[at].start]
            if token.plain in _MET:
                of_what = case.said(at, place).split(" ")[1:]
                if of_what and not _MEETINGS & set(of_what):
                    return False  # "họp dân xong rồi", "uống vitamin A xong"
            if any(case.kind(i) in ("plan", "document") for i in range(at, place)):
                return False  # "học nghị quyết xong"
            met = token.plain != "diem" or case.said(at, place).startswith("diem danh")
            everyday = token.plain in _EVERYDAY and token.marked != "gói"
            return (everyday and met) or token.marked == "ăn"
    return False


def _of_all_places(case: Case, place: int) -> bool:
    """ "xong hết 8 khu phố", "xong cả 17 chi bộ": wherever it was to be done."""
    figure = case.marks[place + 1 + (case.kind(place + 1) == "and") :][:1]
    full = case.plain(place).split(" ")[-1] in _ALL or case.kind(place + 1) == "and"
    return bool(figure) and figure[0].kind == "figure" and full and figure[0].value.noun in _WHERE


_WHERE: Final = PLACES | {"chi bo", "chi hoi", "chi doan", "ban", "buon", "lang", "xom", "don vi"}
_MET: Final = several("hop uong")
_MEETINGS: Final = several("giao co phong toi sang chieu hom nay moi vua da roi nuoc ca thuoc tra")
_EVERYDAY: Final = several("hop doc hoc goi photo bau uong coi chup diem")


def _of_a_part(case: Case, place: int) -> bool:
    """ "xong phần thô", "đổ xong sàn tầng 2"; not "xong tất cả các hạng mục"."""
    last = case.clause(place)[1]
    floors = (at for at in range(place + 1, last) if case.kind(at) == "named")
    if any(case.plain(at).split(" ")[0] in _OF_A_BUILDING for at in floors):
        return True
    at = case.after(place, frozenset(("roi", "fill", "and")))
    if case.kind(at) not in ("part", "piece") or _is_whole(case, at) or _is_ours(case, at):
        return False
    if case.plain(at)[-1:].isdigit():
        return True  # "xong cả nội dung 5"
    start, end = case.marks[place].start, case.marks[at].start
    said = {token.plain for token in case.words.tokens[start:end]}
    return case.kind(at) == "part" or not said & _ALL


_OF_A_BUILDING: Final = several("tang nhip tru mo")


def _another_is_open(case: Case, place: int) -> bool:
    """ "xong phần của em rồi, phần bên công an thì em ko biết": of the whole nothing is told."""
    first, last = case.clause(place)
    own = any(case.plain(at).startswith("phan ") for at in range(first, last))
    if not own or not case.has("piece"):
        return False
    others = (at for at in case.places("piece") if at > last and case.plain(at) == "phan")
    unknown = (i for at in others for i in range(at, case.clause(at)[1]))
    return any(case.kind(i) == "neg" or case.plain(i) == "khong biet" for i in unknown)


def _another_begins(case: Case, place: int) -> bool:
    """ "thôn Đông xong, thôn Trung mới họp dân": a place told after is at a step of it only."""
    first, last = case.clause(place)
    subjects = {case.plain(at) for at in range(first, place) if case.kind(at) == "label"}
    for at in range(last + 1, len(case.marks)):
        if case.kind(at - 1) not in ("break", "stop") or case.plain(at) not in subjects:
            continue
        told = range(at + 1, case.clause(at)[1])
        only = [i for i in told if case.plain(i) == "moi" and case.kind(i) == "fill"]
        if only and not any(case.kind(i) == "done" for i in told):
            return case.kind(only[0] + 1) in ("word", "got", "piece")
    return False


def _turns(case: Case, place: int) -> bool:
    """ "ký xong rồi mà xã Cẩm không nhận mốc cũ", "lắp xong nhưng máy không chạy": somebody or
    something does not do what belongs to it; "xong rồi mà anh không biết" only wonders."""
    last = case.clause(place)[1]
    turn = next((at for at in range(place + 1, last) if case.plain(at) in _TURNING), None)
    if turn is None:
        return False
    if "tra lai" in case.said(turn + 1, last):
        return True  # "nộp xong rồi mà phòng trả lại"
    for at in range(turn + 2, last):
        if case.kind(at) == "neg":
            who = set(case.said(turn + 1, at).split())
            does = case.kind(at + 1) in _DOING and case.plain(at + 1) not in _WONDERING
            return does and bool(who) and not who & _SPOKEN_TO
    return False


_DOING: Final = several("word harm got ack tell")
_TURNING: Final = several("ma nhung") | {"nhung ma"}
_WONDERING: Final = several("thay biet gi con nghe hieu nho co bao")
_SPOKEN_TO: Final = SPEAKERS | several("anh chi sep bac co chu sao ai a c")


def _is_ours(case: Case, piece: int) -> bool:
    """ "xong phần tham mưu của ban, xin kết thúc": with that one's own work ends."""
    if case.plain(piece) != "phan" or not case.has("close"):
        return False
    said = case.said(piece, case.clause(piece)[1]).split()
    return any(one == "cua" and whose in _OURS for one, whose in pairwise(said))


_OURS: Final = several("ban phong xa phuong ap thon don hoi doan truong tram minh em toi tui")
# "toàn bộ", "tất cả", "xong hết", "cả"
_ALL: Final = several("toan tat het ca")


def _excepted(case: Case, place: int) -> bool:
    """ "xong hết trừ ấp 5", "xong ngoại trừ khâu nghiệm thu"."""
    return any(
        case.kind(at) == "except"
        and case.kind(case.after(at)) not in _NOTHING_MORE
        and not any(case.kind(i) == "neg" for i in range(case.clause(at)[0], at))
        for at in range(place + 1, len(case.marks))
    )  # "xong rồi không tính nữa", "không thôn nào bị trừ điểm" except nothing


_NOTHING_MORE: Final = several("more end stop break")


def _is_impossible(case: Case, place: int) -> bool:
    mark = case.marks[place]
    return mark.kind == "date" and mention_of(mark).kind == IMPOSSIBLE


def _apart(case: Case, left: int, right: int) -> bool:
    """Whether a colon or a tick stands between two marks that belong to different things."""
    return any(case.kind(i) == "tick" for i in range(left + 1, right))


def _is_of_a_name(case: Case, first: int, at: int, *, already: bool) -> bool:
    """ "kế hoạch thanh tra năm 2024 xong", "quà 27/7 phát xong": the time is a part of a name."""
    mention = mention_of(case.marks[at])
    if mention.kind == DAY and mention.first is not None:
        return is_named(mention.first) and case.kind(at - 1) in ("word", "label")
    if mention.kind == LOOSE:
        return already  # "vệ sinh môi trường sau Tết đã hoàn thành"
    led = {case.plain(i) for i in range(first, at)}
    return mention.kind == SPAN and bool(led & _PLANNED)


def _in_time(case: Case, at: int, last: int) -> bool:
    led = case.plain(at - 1).split(" ")[-1] == "truoc"
    return led and any(case.kind(i) == "roi" for i in range(at + 1, last))


_PLANNED: Final = frozenset(("ke hoach", "kh", "bao cao", "bc", "chuong trinh"))


def _time_ahead(case: Case, first: int, last: int, place: int) -> bool:
    """Whether the clause speaks of a time to come; "tháng này đã xong" does not."""
    start = case.marks[place].start
    told = case.words.tokens[max(0, start - 1) : start + 1]
    already = any(t.marked == "đã" or (t.plain == "da" and not case.words.rich) for t in told)
    over = already or case.kind(place + 1) == "roi" or case.kind(place + 2) == "roi"
    over = over or any(t.marked == "đã" for t in case.tokens(first, place))
    for at in range(first, last):
        mark = case.marks[at]
        if mark.kind != "date":
            continue
        mention = mention_of(mark)
        if at < place and _is_of_a_name(case, first, at, already=already):
            continue
        if (
            at < place
            and over
            and (mention.kind in (SPAN, LOOSE) or case.kind(at - 1) in ("word", "piece"))
        ):
            continue  # "thu đảng phí tháng 10 xong rồi", "việc tặng quà 27/7 đã hoàn thành"
        ended = "roi" in (case.kind(at + 1), case.kind(at + 2))
        if at > place and ended and mention.kind in (LENGTH, LOOSE):
            continue  # "xong mấy ngày rồi"
        if at > place and _in_time(case, at, last):
            continue  # "xong trước 27/7 như đã hứa rồi"
        if at > place and case.kind(place + 1) == "roi" and case.kind(at - 1) != "roi":
            continue  # "xong hết rồi nhé mai thông xe"
        if case.said(place + 1, at).startswith("ngay trong"):
            continue  # "xong ngay trong chiều thứ năm"
        if mention.edge == "maybe" and over:
            continue  # "đã tổ chức xong sáng thứ ba"
        if case.is_ahead(at) or mention.edge == "maybe":
            return True
        if mention.kind == SPAN and mention.last and mention.last > case.today and not already:
            return True
        if mention.kind == LENGTH and case.kind(case.after(at)) == "more":
            return True
    return False
