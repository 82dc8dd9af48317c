"""Figures in other words for what a target counts: "45 tạ" of tấn, "kết nạp 4 quần chúng" of
đảng viên.

Puts them in the target's own unit before they are weighed; what they mean is for figures.
"""

from dataclasses import replace
from typing import Final

from domain.measures import COUNT as COUNT_KIND
from domain.measures import Measure, counts_people, counts_the_same
from domain.quantities import ratio
from domain.reply.marks import COUNT, FRACTION, Figure, Mark
from domain.reply.tokens import Tokens, several

# What makes less than this of the target's unit is its width, its depth, or a slip: "rộng 5 m".
_LEAST: Final = 0.01


# Who belongs to a body because they were taken into it.
_MEMBERS: Final = frozenset(("hoi vien", "dang vien", "doan vien"))
_TAKEN_IN: Final = ("ket nap", "phat trien")
_BODIES: Final = several("hoi dang doan")
_NOT_YET: Final = several("xet so nghi bi loi chua se dang nguon")


def as_members(marks: list[Mark], tokens: Tokens, measure: Measure | None) -> list[Mark]:
    """The marks with "kết nạp 15 nông dân", "22 chị vào hội" as so many hội viên."""
    if measure is not None and measure.noun == "nguoi" and "tuyen" in tokens.said:
        return [_as_filled(mark, tokens) if mark.kind == "figure" else mark for mark in marks]
    if measure is None or measure.noun not in _MEMBERS:
        return marks
    return [
        replace(mark, value=replace(mark.value, noun=measure.noun))
        if mark.kind == "figure" and _are_taken_in(mark, tokens, measure)
        else mark
        for mark in marks
    ]


def _as_filled(mark: Mark, tokens: Tokens) -> Mark:
    """ "tuyển dụng được 63 chỉ tiêu trên 90": posts that were filled, of a target that counts who
    was taken on."""
    figure: Figure = mark.value
    said = " ".join(tokens.plains[max(0, mark.start - 6) : mark.start])
    before = set(said.replace("giao vien", "").split())
    filled = "tuyen" in before and not _WANTED & before
    if figure.noun not in _POSTS or not filled:
        return mark
    return replace(mark, value=replace(figure, noun="nguoi"))


_POSTS: Final = frozenset(("chi tieu", "vi tri", "bien che", "suat"))
_WANTED: Final = several("can phai se xin duyet nguon giao con nghi")


def _are_taken_in(mark: Mark, tokens: Tokens, measure: Measure) -> bool:
    figure: Figure = mark.value
    if figure.unit not in (COUNT, FRACTION) or not counts_people(figure.noun):
        return False
    if figure.noun in _MEMBERS or counts_the_same(figure.noun, measure):
        return False
    before = tokens.plains[max(0, mark.start - 5) : mark.start]
    for at in range(len(before) - 1):
        if " ".join(before[at : at + 2]) in _TAKEN_IN and not _NOT_YET & set(before[:at]):
            return True
    if _are_named_first(tokens.plains[mark.end : mark.end + 7]):
        return True
    at = next((at for at in range(mark.end, mark.end + 3) if tokens.plain(at) == "vao"), -1)
    return at >= 0 and tokens.plain(at + 1) in _BODIES


def _are_named_first(after: list[str]) -> bool:
    """ "có 4 quần chúng được kết nạp", "3 quần chúng vừa được kết nạp"; "… xin kết nạp" are not."""
    for at in range(1, len(after) - 1):
        if " ".join(after[at : at + 2]) in _TAKEN_IN:
            return after[at - 1] in _WERE and not _NOT_YET & set(after[:at])
    return False


_WERE: Final = several("duoc dc da")


def in_unit_of(marks: list[Mark], measure: Measure | None) -> list[Mark]:
    """The marks with "45 tạ" as 4.5 and "3 tấn 5 tạ" as 3.5 of a target in tấn."""
    if measure is None or measure.kind != COUNT_KIND or measure.factor != 1 or measure.each:
        return marks
    if not any(mark.kind == "figure" and _ratio(mark.value, measure) for mark in marks):
        return marks
    found: list[Mark] = []
    for mark in marks:
        joined = _joined(found[-1], mark) if found else None
        if joined is not None:
            found[-1] = joined
        else:
            found.append(mark)
    return [_converted(mark, measure) for mark in found]


def _ratio(figure: Figure, measure: Measure) -> float | None:
    counted = figure.unit in (COUNT, FRACTION)
    return ratio(figure.noun, measure.noun) if counted else None


def _joined(former: Mark, mark: Mark) -> Mark | None:
    """ "3 tấn 5 tạ": a smaller unit right after a larger one, less than one of that."""
    if former.kind != "figure" or mark.kind != "figure" or former.end != mark.start:
        return None
    larger, smaller = former.value, mark.value
    if larger.unit != COUNT or smaller.unit != COUNT:
        return None
    made_of = ratio(smaller.noun, larger.noun)
    if made_of is None or smaller.value * made_of >= 1:
        return None
    value = round(larger.value + smaller.value * made_of, 6)
    return Mark("figure", former.start, mark.end, replace(larger, value=value))


def _converted(mark: Mark, measure: Measure) -> Mark:
    made_of = _ratio(mark.value, measure) if mark.kind == "figure" else None
    if made_of is None or mark.value.value * made_of < _LEAST:
        return mark
    value, done, total = (
        None if each is None else round(each * made_of, 6)
        for each in (mark.value.value, mark.value.done, mark.value.total)
    )
    figure = replace(mark.value, value=value, done=done, total=total, noun=measure.noun)
    return replace(mark, value=figure)
