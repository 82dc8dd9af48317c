"""Counts of the pieces of a task that say all of it: "xong cả 5 nội dung", "đủ 4 phần việc".

Takes such figures out of a case before they are weighed; what then is done is for states.
"""

from dataclasses import replace
from typing import Final

from domain.reply.case import Case, figure_of
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
