"""The figure that the writer asks to be written: "anh ghi 70 nha", "cứ ghi 80", "đừng ghi 52%".

Beside it, other figures of its kind are struck out. Knows marks only; runs before corrections and
after what was said earlier is struck out.
"""

from collections.abc import Sequence
from typing import Final

from domain.reply.marks import BARE, Mark
from domain.reply.tokens import Token, several

_WRITE: Final = several("ghi nhap dien sua chinh chot")
# Before the verb: somebody else, another time, or a refusal.
_NOT_ASKED: Final = several(
    "bao keu noi thay bang thong phan mem lo hom nay nham lon sao da tong bieu truoc vi ong ba ho "
    "huyen tinh sai"
)
_ASKING: Final = several("giup gium dum lai cu nho anh chi a c vp cho xin em e")
_REFUSED: Final = several("dung khoi khong ko chua")
_BETWEEN: Final = several("fill about colon amend tell roi right")
_ENDS: Final = several("break stop but question")
_ANCHORS: Final = frozenset(("fix", "amend", "nay"))
STRUCK: Final = "void"


def dictated(marks: list[Mark], tokens: Sequence[Token]) -> None:
    """Strikes out, in place, the figures beside the one that is asked to be written."""
    figures = [i for i, mark in enumerate(marks) if mark.kind == "figure"]
    if len(figures) < 2:
        return
    wanted = []
    for place in figures:
        asked = _asked(marks, tokens, place)
        if asked == "refused":
            marks[place].kind = STRUCK
        elif asked:
            wanted.append(place)
    values = {(marks[i].value.value, marks[i].value.done) for i in wanted}
    if len(values) != 1:
        return
    chosen = marks[wanted[-1]].value
    for place in figures:
        figure = marks[place].value
        alike = BARE in (figure.unit, chosen.unit) or figure.unit == chosen.unit
        if place != wanted[-1] and alike and not any(m.kind == "code" for m in marks):
            marks[place].kind = STRUCK
    for mark in marks:
        if mark.kind in _ANCHORS:
            mark.kind = "tell"


def _asked(marks: Sequence[Mark], tokens: Sequence[Token], place: int) -> str:
    """ "asked" when its clause asks to write the figure, "refused" for "đừng ghi 52%", or ""."""
    following = {token.plain for token in tokens[marks[place].end : marks[place].end + 2]}
    if following & {"thanh", "sang", "→"}:
        return ""  # "sửa 12 hộ thành 15 hộ"
    at = place - 1
    while at >= 0 and marks[at].kind in _BETWEEN:
        said = {token.plain for token in tokens[marks[at].start : marks[at].end]}
        if said & _WRITE and marks[at].kind in ("tell", "amend", "fill"):
            break
        at -= 1
    else:
        return ""
    beyond = [mark.kind for mark in marks[place + 1 : place + 2]]
    if marks[place].value.unit == BARE and beyond in (["word"], ["label"]):
        return ""  # "mỗi ngày em nhập cỡ 60 trang sổ"
    first = at
    while first > 0 and marks[first - 1].kind not in _ENDS:
        first -= 1
    before = [token.plain for token in tokens[marks[first].start : marks[at].start]]
    if before[-1:] and before[-1] in _REFUSED:
        return "refused"
    if _NOT_ASKED & set(before):
        return ""
    said = {token.plain for token in tokens[marks[first].start : marks[place].start]}
    led = "chot" in said or any(mark.kind == "colon" for mark in marks[at:place])
    # "xây 5 căn, sửa 7 căn", "nhập 120 hồ sơ" tell of work.
    return "asked" if led or said & _ASKING else ""
