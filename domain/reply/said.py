"""Figures that somebody said before or that others say: "bữa trước báo 45 hộ", "họ nói 80%".

Strikes such a figure out where another one of its kind, of the same code, is told as the result.
Knows marks and tokens; what is taken back in so many words is for corrections.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from domain.reply.corrections import STRUCK
from domain.reply.marks import AMOUNT, BARE, COUNT, FRACTION, PERCENT, Figure, Mark
from domain.reply.tokens import Token, Tokens, several

_ENDS: Final = frozenset(("break", "stop", "question", "code"))
_SAYING: Final = several("bao noi ghi khai tuong nghi nham nhan bam don doan")
# "hôm qua ghi được 30 hộ": the work itself.
_WORKED: Final = several("duoc xong dc them")
# Words of a time that is past, and what must follow one of them.
_PAST: Final = {
    "hom": several("qua truoc kia bua roi no hom thu"),
    "bua": several("qua truoc kia roi no hom hua nay"), "lan": several("truoc roi"),
    "hoi": several("nay sang trua chieu toi dau hom truoc qua bua khuya"),
    "luc": several("dau truoc trua sang chieu toi nay"), "tuan": several("truoc roi"),
    "thang": several("truoc roi"), "ban": several("dau"), "ky": several("truoc"),
}  # fmt: skip
_OTHERS: Final = several("ho no ai ta thong mem may an cuc so thau cong ty chi tren dan thue ke")
# "số anh Hưng báo": somebody who is named.
_NAMED: Final = several("anh chi ong ba co chu bac thay dong")
_EXPLAINING: Final = several("tinh gom cong ca tong cua sai nham chua du uoc ke")
_CONTRAST: Final = several("ma nhung song con thuc em e minh tui toi chot do dem kiem that thiet")
_RECOUNTED: Final = several("ra dem kiem cong tinh do tach tru soat")


@dataclass(slots=True)
class _Told:
    """A figure, the code before it, and whether it is only quoted: "past", "others" or ""."""

    at: int
    figure: Figure
    code: object
    quoted: str


def strike_quoted(marks: list[Mark], tokens: Tokens) -> None:
    """Strikes out, in place, figures that were said before or by others beside the result."""
    places = [i for i, mark in enumerate(marks) if mark.kind == "figure"]
    if len(places) < 2:
        return
    told = list(_told(marks, tokens, places))
    for one in told:
        if not one.quoted:
            continue
        result = next((other for other in told if _is_result(one, other, marks, tokens)), None)
        if result is not None:
            marks[one.at].kind = STRUCK
            _settle_around(one, result, marks, tokens)


def _told(marks: list[Mark], tokens: Tokens, places: list[int]) -> Iterator[_Told]:
    code: object = None
    for former, at in pairwise((-1, *places)):
        for mark in marks[former + 1 : at]:
            code = mark.value if mark.kind == "code" else code
        figure = marks[at].value
        assert isinstance(figure, Figure)
        yield _Told(at, figure, code, _quoted(marks, tokens, former, at))


def _quoted(marks: list[Mark], tokens: Tokens, former: int, at: int) -> str:
    """How the figure is led to: from the one before it, or from where its clause begins."""
    first = at
    while first - 1 > former and marks[first - 1].kind not in _ENDS:
        first -= 1
    said = tokens[marks[first].start : marks[at].start]
    verb = next((i for i, token in enumerate(said) if _says(said, i, token)), None)
    if verb is None or "lai" in [token.plain for token in said[verb + 1 : verb + 3]]:
        return ""  # "báo cáo lại số hôm 22/9: 1.304 triệu" tells it anew
    earlier = first - 1
    while earlier - 1 > former and marks[earlier - 1].kind not in _ENDS:
        earlier -= 1
    before = tokens[marks[earlier].start : marks[first].start] if earlier > former else ()
    if any(_is_past(pair) for pair in (*pairwise(said), *pairwise(before))):
        return "past"
    named = said[0].plain == "so" and said[1].plain in _NAMED and verb in (2, 3, 4)
    return "others" if named or (verb and said[verb - 1].plain in _OTHERS) else ""


def _says(said: Sequence[Token], at: int, token: Token) -> bool:
    following = said[at + 1].plain if at + 1 < len(said) else ""
    if token.plain == "gui":
        return said[-1].plain == "la"  # "e gửi hồi 8h là 204"
    if token.plain == "cong":
        return following == "bo"
    return token.plain in _SAYING and following not in _WORKED


def _is_past(pair: tuple[Token, Token]) -> bool:
    """ "bữa trước", "hồi nãy", "lúc đầu"; not "hôm nay"."""
    word, following = pair
    if following.plain == "nay":
        return following.marked == "nãy" or word.marked in ("hồi", "hoi")
    return following.plain in _PAST.get(word.plain, ()) or (
        word.marked in ("hồi", "hoi", "hôm", "hom") and following.kind == "n"
    )


def _is_result(one: _Told, other: _Told, marks: list[Mark], tokens: Tokens) -> bool:
    """Whether another figure is what stands now, in place of the one that is quoted."""
    if other.quoted or marks[other.at].kind != "figure" or other.code != one.code:
        return False
    if not _alike(one.figure, other.figure):
        return False
    end = marks[one.at].end
    explained = tokens.plain(end) == "la" and tokens.plain(end + 1) in _EXPLAINING
    if one.quoted == "past" or explained:
        return True  # "65%, số anh Hưng báo 70% là tính cả lớp của Đoàn"
    between = tokens[marks[one.at].end : marks[other.at].start]
    return other.at > one.at and any(token.plain in _CONTRAST for token in between)


def _alike(one: Figure, other: Figure) -> bool:
    if PERCENT in (one.unit, other.unit) or AMOUNT in (one.unit, other.unit):
        return one.unit == other.unit or BARE in (one.unit, other.unit)
    counts = (COUNT, BARE, FRACTION)
    same = one.noun == other.noun or "" in (one.noun, other.noun)
    return one.unit in counts and other.unit in counts and same


def _settle_around(one: _Told, other: _Told, marks: list[Mark], tokens: Tokens) -> None:
    """The words of error around it only say why, what was promised with it no more counts, and
    "rà lại còn 40%" is what it fell to."""
    for at in range(max(0, min(one.at, other.at) - 6), min(len(marks), one.at + 8)):
        if marks[at].kind == "fix":
            marks[at].kind = "tell"
    for at in range(one.at + 1, len(marks)):
        if marks[at].kind in _ENDS:
            break
        if marks[at].kind == "forecast":
            marks[at].kind = "word"
    for at in range(one.at + 1, other.at):
        if marks[at].kind == "left":
            counted = tokens[marks[one.at].end : marks[at].start]
            turned = tokens[marks[at].end : marks[other.at].start]
            if any(token.plain in _RECOUNTED for token in counted):
                marks[at].kind = "about"
            elif any(token.plain == "thi" for token in turned):
                marks[at].kind = "but"  # "còn việc của em thì 80%"
