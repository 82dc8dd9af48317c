"""To what time a figure belongs: foreseen, of a period, cumulative, of one day, past or now.

Looks at the marks around a figure; its part in the whole is for figures.
"""

import re
from typing import Final

from domain.dates import DAY, SPAN, is_named
from domain.measures import PERCENT as PERCENT_KIND
from domain.reply.case import LIGHT, Case, figure_of, mention_of
from domain.reply.marks import COUNT, FRACTION, PERCENT
from domain.reply.registering import VERBS, have_after, have_before, is_settled
from domain.reply.tokens import several

_ENDS_RIGHT: Final = several(
    "break stop figure extend shift close cause block but except left got done within start0 "
    "undone late"
)
_OF: Final = frozenset(("cua", "vao", "hoi", "la", "so", "so cua", "con so", "so lieu"))
_ENDS: Final = several("end break stop ack thanks")
_OWN_CLAIM: Final = frozenset(("figure", "done", "got", "extend", "shift", "close"))


def is_foreseen(case: Case, place: int) -> bool:
    """Whether the figure is bound to a time to come, or said to be a forecast."""
    first, last = case.wide_clause(place)
    if case.has("more") and _comes_with_more(case, place):
        return True
    if case.has("asks") and _is_hoped_for(case, place):
        return True
    at = place - 1
    while at >= 0:
        mark = case.marks[at]
        if mark.kind == "stop" or (mark.kind == "figure" and at >= first):
            break
        if mark.kind == "now" and at >= first and not _is_guess(case, at):
            break  # "hứa 15/4 xong mà giờ 45%"
        if at < first:
            # An earlier clause of the sentence: only a forecast without an "already" reaches over.
            if mark.kind in ("now", "got", "figure", "done", "break") and mark.kind != "break":
                break
            counted = case.plain(at) in VERBS and case.has("rise")
            if counted:
                break  # "có thêm 7 bác đăng ký, nâng tổng số lên 71"
            wanted = case.plain(at) not in ("phai", "can", "muon")
            wanted = wanted and not _is_told_after_all(case, at, place)
            if mark.kind == "forecast" and wanted and not is_settled(case, at):
                # "hẹn 3 lần không tới, tiến độ chỉ 20%": told, not foreseen.
                return not any(
                    case.kind(i) in ("neg", "near") for i in range(at, case.clause(at)[1])
                )
        elif mark.kind == "date" and (_wishes(case, at) or _is_of_a_name(case, at, place)):
            pass
        elif mark.kind == "forecast" and (
            have_before(case, at, place)
            or _names_what_must_be(case, at, place)
            or _is_told_after_all(case, at, place)
        ):
            pass  # "đăng ký tạm trú được 190 người"
        elif mark.kind == "forecast" or (mark.kind == "date" and case.is_ahead(at)):
            case.used.add(at)
            return True
        at -= 1
    for after in range(place + 1, last):
        kind = case.kind(after)
        if kind == "forecast" and have_after(case, place, after):
            continue
        if case.plain(after) in ("phai", "can") and _is_of_what_must_be(case, place, after):
            continue
        if case.plain(after) in ("de ra", "dat ra") and _is_of_what_was_set(case, place, after):
            continue
        if kind == "forecast" and _is_certain(case, place, after):
            continue
        if case.plain(after) in VERBS and case.plain(after + 1) == "se":
            return True  # "60% hộ đăng ký sẽ làm"
        if kind == "forecast" and after == place + 1 and _will_do(case, place):
            return True
        if kind == "roi" and after == place + 1:
            return False  # "được hai lớp rồi, lớp thứ ba tuần sau mới mở"
        if kind == "asks" and "xin" in case.plain(after).split():
            return False  # "được một nửa anh xin đến 30/9": the day is that of the request
        if kind in _ENDS_RIGHT and kind != "break":
            # "60% dự kiến cuối tháng xong": the forecast is of what follows.
            return False
        if kind == "forecast" or (kind == "date" and case.is_ahead(after)):
            rest = {case.kind(i) for i in range(after + 1, last)}
            return not rest & _OWN_CLAIM
    return False


def _is_hoped_for(case: Case, place: int) -> bool:
    """ "mong được 60%", "mong đạt khoảng 45 hộ": no wish to anybody, and nothing reached."""
    led = case.before(place, frozenset(("about", "got", "word")))
    wished = case.plain(led) in ("mong", "rat mong") and led + 1 < place
    return wished and case.plain(led + 1).split(" ")[0] in ("duoc", "dat", "du", "dc")


def _comes_with_more(case: Case, place: int) -> bool:
    """ "còn 2 tuần nữa là xong 24 hộ": what is left comes first."""
    led = case.before(place)
    more = case.before(led)
    return case.kind(led) in ("done", "got") and case.plain(more) in ("nua la", "nua thi")


def _is_of_what_must_be(case: Case, place: int, verb: int) -> bool:
    """ "214 trên tổng 300 giấy phải cấp", "đạt 80% số hộ phải lấy": all that must be; "đã dời 30 hộ
    phải giải tỏa": of which so many are."""
    unit = figure_of(case.marks[place]).unit
    if verb == place + 1:
        return unit == FRACTION or _are_done(case, case.clause(place)[0], place)
    of_all = case.said(place + 1, verb).split()[:1] == ["so"]
    return unit == PERCENT and of_all and verb == case.after(place)


def _is_of_what_was_set(case: Case, place: int, set_at: int) -> bool:
    """ "93% nội dung đề ra", "9/10 chỉ tiêu đề ra": so much of what was set; not "đề ra 95%"."""
    between = {case.kind(at) for at in range(place + 1, set_at)}
    return between <= {"fill", "word", "label"} and bool(
        between or figure_of(case.marks[place]).noun
    )


def _is_told_after_all(case: Case, verb: int, place: int) -> bool:
    """ "em kiểm tra chắc chắn rồi, 40 hộ", "muốn nhanh mà mới được 40%", "phải đi 3 lần mới được 40
    hộ": what is sure, what came instead, and what it took; "phải có vốn mới được" waits."""
    if case.plain(verb) == "chac chan" and case.kind(verb + 1) in ("colon", "roi"):
        return True
    only = case.before(place, _REACHING)
    if case.plain(only) not in _ONLY or only <= verb:
        return False
    if any(case.kind(at) == "date" and case.is_ahead(at) for at in range(verb, only)):
        return False
    if case.plain(only - 1) in ("ma", "nhung", "nhung ma"):
        return True
    marked = {token.marked for token in case.tokens(verb + 1, only)}
    return case.plain(verb) == "phai" and bool(marked & _AT_LENGTH)


_REACHING: Final = frozenset(("got",))
_ONLY: Final = frozenset(("moi", "chi", "chi moi", "moi chi", "chi duoc", "chi dat"))
_AT_LENGTH: Final = several("mãi hoài lắm miết dữ lần")


def _names_what_must_be(case: Case, verb: int, place: int) -> bool:
    """ "văn bản phải rà soát đã rà 45/60", "hộ có khả năng tái nghèo: đã giúp 30": the work that
    there is, before what was done of it."""
    return case.plain(verb) in _MUST and _are_done(case, verb, place)


_MUST: Final = frozenset(("phai", "can", "co the", "co kha nang", "yeu cau"))


def _are_done(case: Case, first: int, place: int) -> bool:
    """Whether "đã" and a verb lead to the figure; "đã có" tells only what there is."""
    told = [
        at
        for at in range(first, place)
        if case.plain(at) == "da" and case.words.tokens[case.marks[at].start].marked == "đã"
    ]
    verbs = range(told[-1] + 1, place) if told else range(0)
    plain = [case.plain(at) for at in verbs]
    kinds = {case.kind(at) for at in verbs}
    return bool(plain) and plain[0] != "co" and kinds <= _OF_WORK


_OF_WORK: Final = several("word got about")


def _is_certain(case: Case, place: int, after: int) -> bool:
    """ "được 45 hộ chắc chắn luôn": so many, for sure; "chắc chắn sẽ được" promises."""
    ends = case.kind(case.after(after)) in _ENDS
    got = case.plain(case.before(place, LIGHT | {"about"})).split(" ")[-1]
    return case.plain(after) == "chac chan" and ends and got in ("duoc", "dc", "dat")


def _is_guess(case: Case, now: int) -> bool:
    """ "ước đến nay 60%", "chắc giờ được 60%"."""
    return case.kind(case.before(now, LIGHT | {"got", "about", "word"})) == "forecast"


def _wishes(case: Case, at: int) -> bool:
    """ "chúc ngày 8/3 vui vẻ": the day of a greeting."""
    first = case.clause(at)[0]
    return any(case.kind(i) == "thanks" for i in range(first, at))


def _is_of_a_name(case: Case, at: int, place: int) -> bool:
    """ "kiểm điểm cuối năm đã làm 30%", "tọa đàm 20/10 chuẩn bị được 70%": the day is a part of
    what the work is called, and what was reached of it is told after."""
    if case.kind(at - 1) not in ("word", "piece"):
        return False
    told = {token.plain for token in case.tokens(at + 1, place)}
    return bool(told & {"duoc", "dat", "da", "dc", "xong"}) or case.kind(place + 1) == "roi"


def _will_do(case: Case, place: int) -> bool:
    """ "có 60 hộ đăng ký sẽ làm", "60 hộ hẹn tuần sau ký": those counted are still to act."""
    if figure_of(case.marks[place]).unit != COUNT:
        return False
    before = case.before(place, LIGHT | {"about"})
    return case.kind(before) != "got" or case.plain(before) in ("co", "da co", "moi co")


def leads_to_sum(case: Case, first: int, place: int) -> bool:
    """ "tổng cộng (là)", "cả thảy", "cộng hết là" between two marks: what all comes to."""
    return _SUM.search(case.said(first, place)) is not None


_SUM: Final = re.compile(
    r"\b(tong cong|tat ca|ca thay|het thay|(cong|gom|tinh|gop) (het|lai|chung|ca|luon|don)|vi chi"
    r"|nang (tong( so| thu| cong)? )?len|dua tong( so| thu| cong)? len|ca truoc ca sau"
    r"|tong so \w+ da \w+( \w+)? la)\b"
    r"|(?<!\bbe )\btong( la| thu| thanh)?$"
)


TO_NOW: Final = frozenset(
    f"{towards} {now}"
    for towards in ("toi", "den", "tinh den", "tinh toi", "cho den", "cho toi")
    for now in ("nay", "gio", "gio nay", "bay gio", "hom nay", "bua nay", "hien tai", "ni", "chu")
)


def time_of(case: Case, place: int) -> str:
    """ "now", "here" (in days or months that run), "past" or "", by the words left of a figure."""
    first = case.wide_clause(place)[0]
    for at in range(place - 1, first - 1, -1):
        if case.kind(at) == "figure":
            break
        time = _time_at(case, at)
        if time:
            return time
    return ""


def time_after(case: Case, place: int) -> str:
    """The same by what follows a figure at once: "69% tuần trước"."""
    following = place + 1
    while case.kind(following) == "roi" or case.plain(following) in _OF:
        following += 1
    return _time_at(case, following)


def _time_at(case: Case, at: int) -> str:
    kind = case.kind(at)
    if kind in ("now", "tonow") or case.plain(at) in TO_NOW:
        return "now"
    if kind == "compare":
        return "past"
    if kind != "date":
        return ""
    mention = mention_of(case.marks[at])
    if mention.last is not None and mention.last < case.today:
        return "past"
    if mention.first and mention.last and (mention.last - mention.first).days > 300:
        return "now"
    return "here" if mention.first is not None and mention.first <= case.today else ""


def is_of_past_year(case: Case, place: int) -> bool:
    """ "năm ngoái 45 tỷ": a year that is over, and was not just closed."""
    if case.kind(place) != "date":
        return False
    mention = mention_of(case.marks[place])
    if mention.kind != SPAN or mention.first is None or mention.last is None:
        return False
    if (mention.last - mention.first).days < 300 or mention.last >= case.today:
        return False
    words = case.plain(place).split()
    return not words[-1].isdigit() or (case.today - mention.last).days > 90


_SUMMED: Final = frozenset(
    (
        "chot", "chot la", "chot so", "chot lai", "tong", "tong so", "tong cong", "tong la",
        "tong hop", "tong hop duoc",
    )
)  # fmt: skip


def is_summed_now(case: Case, place: int, total: int) -> bool:
    """ "bữa nay tổng 45 hộ", "đến nay tổng 45": what all comes to now, not what there is to do."""
    first = case.clause(place)[0]
    for at in range(first, total):
        mark = case.marks[at]
        if mark.kind in ("now", "tonow", "cum"):
            return True
        if mark.kind == "date" and mention_of(mark).last == case.today:
            return True
    return False


def _is_the_state(case: Case, at: int, place: int) -> bool:
    """ "hôm nay được 85 hộ", "bữa nay số hóa được 320 hồ sơ rồi": how it stands today.

    Should it be the day's alone after all, it falls below what was reported before, and is asked
    about for that.
    """
    if case.kind(place + 1) == "roi":
        return True
    following = place + 1
    if figure_of(case.marks[place]).noun.split(" ")[0] in _MEASURED_OUT:
        following = case.after(place, ("word",))  # "hôm nay trồng được 120 ha rừng"
    if case.kind(following) not in _STANDS_ALONE:
        return False  # "hôm nay được 10 người dự"
    between = range(at + 1, place)
    earned = any({"thu", "them", "lam"} & set(case.plain(i).split()) for i in between)
    kinds = {case.kind(i) for i in between}
    return "got" in kinds and not earned and kinds <= _STANDING


_MEASURED_OUT: Final = several("km m m2 m3 ha hec tan ta kg mau")
_COUNTED_UP: Final = re.compile(r"\b(dem|thong ke|do dac|tong ket)( lai)? (la|ra|thay|co|con)$")
_STANDS_ALONE: Final = several("end stop break fill block left")
_STANDING: Final = several("got fill now about break colon")


def is_of_one_day(case: Case, place: int, first: int) -> bool:
    """ "Hôm nay thu 5 tỷ" of a counted target: that day's alone, or all so far?"""
    if case.measure is None or case.measure.kind == PERCENT_KIND:
        return False
    if case.marks[place].value.unit in (PERCENT, FRACTION):
        return False
    for at in range(first, place):
        mark = case.marks[at]
        if mark.kind == "date" and mention_of(mark).kind == DAY:
            beside = (case.before(place, LIGHT - {"void"}), case.after(place, LIGHT - {"void"}))
            if "void" in map(case.kind, beside):
                return False  # "số hôm thứ hai: không phải 2,5 tỷ mà là 2,05 tỷ"
            if any(case.plain(i) in _SUMMED or case.kind(i) == "rise" for i in range(first, place)):
                return False  # "hôm nay chốt 45 hộ": all so far
            if case.kind(place - 1) == "colon" and "lai" in case.said(first, at).split():
                return False  # "báo cáo lại số hôm 22/9: 1.304 triệu"
            named = mention_of(mark).first
            if case.kind(at - 1) == "word" and named is not None and is_named(named):
                continue  # "quà 2/9"
            before = at - 1 - (case.plain(at - 1) == "ngay")
            before -= case.kind(before) == "clock"  # "đến 17h hôm nay", "đến 16h ngày hôm nay"
            till = case.kind(at + 2) == "date" or case.kind(at + 1) in ("tonow", "now")
            if case.plain(before) == "tu" and till:
                continue  # "từ ngày 01/01 đến 30/6", "từ 1/7 đến nay"
            if mention_of(mark).last == case.today and _is_the_state(case, at, place):
                return False
            if _COUNTED_UP.search(case.said(first, place)):
                return False  # "hôm qua xuống đếm là 31,5 ha"
            directed = {*case.said(first, before + 1).split()[-3:], mention_of(mark).edge}
            return not directed & {"den", "toi", "het", "cuoi", "ngay den", "maybe"}
    return False
