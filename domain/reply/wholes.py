"""Counts of the pieces of a task that say all of it: "xong cả 5 nội dung", "đủ 4 phần việc".

Takes such figures out of a case before they are weighed; what then is done is for states.
"""

from dataclasses import replace
from typing import Final

from domain.reply.case import LIGHT, Case, figure_of
from domain.reply.marks import COUNT
from domain.reply.tokens import several

# What a task is made of; hộ, ấp or tỷ are counted, whoever says "cả 5".
_PIECES: Final = frozenset(
    (
        "noi dung", "nhiem vu", "viec", "cong viec", "phan viec", "dau viec", "hang muc", "muc",
        "khau", "buoc", "chi tieu", "giai phap",
    )
)  # fmt: skip
_ALL: Final = several("ca bo het")
_FULL: Final = several("du tron")
# Between a count and what leads to it.
_BETWEEN: Final = (LIGHT | {"about"}) - {"fill"}
_ONLY: Final = several("moi chi chua khong")


def take_wholes(case: Case) -> None:
    """Makes "cả 5 nội dung" one word that says nothing new, and "đủ 4 nội dung" a "done"."""
    if case.measure is not None:
        return
    for place in case.places("figure"):
        mark, figure = case.marks[place], figure_of(case.marks[place])
        if figure.unit != COUNT or figure.noun not in _PIECES or not place:
            continue
        full = case.plain(place - 1) in _FULL and not _ONLY & set(case.plain(place - 2).split())
        if full or case.words.tokens[mark.start - 1].plain in _ALL:
            before = case.marks[place - 1]
            done = [replace(before, kind="done", value=None)] if full else [before]
            said = [*done, replace(mark, kind="fill", value=None)]
            # The marks are shared by assignments that are told together, each with its measure.
            case.marks = [*case.marks[: place - 1], *said, *case.marks[place + 1 :]]


def all_of_them(case: Case, place: int) -> bool:
    """ "xong hết 10 ấp", "24 chi bộ thì họp xong hết rồi": all that there are."""
    before = case.before(place, _BETWEEN)
    ended = case.plain(before).split(" ")[-1] in _TO_THE_LAST  # "xong đủ 10 tiêu chí"
    if ended and (case.kind(before) == "done" or case.kind(before - 1) == "done"):
        return True
    if case.plain(before) == "du" and case.kind(before - 1) in ("got", "word") and case.has("done"):
        return not case.has("neg", "undone")  # "lắp đủ 3 điểm, hoàn thành"
    if case.plain(place + 1) not in ("thi", "deu"):
        return False
    last = case.clause(place)[1]
    return any(
        case.kind(at) == "done" and case.plain(at).split(" ")[-1] in ("het", "bo", "ca")
        for at in range(place + 1, last)
    )


_TO_THE_LAST: Final = several("het du bo ca troi rao")
