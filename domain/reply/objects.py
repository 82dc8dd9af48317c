"""Difficulties that are what the work is about: "giải quyết khiếu nại", "hộ khó khăn", "đèn hỏng".

Calls such a mark a word, before figures and states are read; those that hold the work up are for
hindrances.
"""

from typing import Final

from domain.reply.case import Case
from domain.reply.tokens import several

# What can be solved, mended, prevented or helped.
_SOLVED: Final = frozenset(
    (
        "khieu nai", "tranh chap", "ton tai", "vuong", "vuong mac", "kho khan", "bat cap", "su co",
        "hu hong", "hu", "bi hu", "hong", "bi hong", "khieu kien", "chap", "dich benh", "benh",
    )
)  # fmt: skip
_SOLVING: Final = (
    ("giai", "quyet"), ("hoa", "giai"), ("xu", "ly"), ("khac", "phuc"), ("thao", "go"), ("go",),
    ("sua",), ("sua", "chua"), ("va",), ("thay",), ("phong", "chong"), ("don", "doc"),
)  # fmt: skip
_HELPING: Final = several("giup trao tang tham")
_RUNNING: Final = several("dang chua khong ko k can phai sap se nen do vi con")


def take_objects(case: Case) -> None:
    """Looks at difficulties in a clause that tells of solving them, of helping those who have them
    or of thanks; one that is still being solved remains. What is wrong is looked at too."""
    for place in case.places("fix"):
        if case.plain(place) == "sai" and _is_a_fault(case, place):
            case.call(place, "word")
    for place in case.places("cause"):
        if case.plain(place) == "do" and _is_half_done(case, place):
            case.call(place, "ongoing")
    for place in case.places("block"):
        if _is_thanked_for(case, place):
            case.call(place, "word")
        if case.plain(place) not in _SOLVED:
            continue
        said = case.said(case.clause(place)[0], place).split()
        if _RUNNING & set(said):
            continue
        helped = case.plain(place) == "kho khan" and _counts_people(case, place, said)
        if helped or any(_holds(said, verb) for verb in _SOLVING):
            case.call(place, "word")


def _is_half_done(case: Case, place: int) -> bool:
    """ "ap 3 lam do": dở, where no cause follows."""
    following = case.kind(case.after(place))
    return case.kind(place - 1) == "got" and following in ("end", "stop", "break", "named")


def _is_a_fault(case: Case, place: int) -> bool:
    """ "vướng cái là bản đồ cũ sai tùm lum", "vì dữ liệu sai năm sinh": what is wrong hinders, and
    takes no figure back."""
    first, last = case.clause(place)
    if any(case.kind(at) == "figure" for at in range(first, last)):
        return False
    if case.kind(first - 1) == "break" and first > 1:
        first = case.clause(first - 2)[0]  # "khó nhất là dân cứ dời đi, lập xong đã sai"
    led = [at for at in range(first, place) if case.kind(at) in ("block", "cause")]
    named = any(case.kind(at) == "word" for at in range(max(led, default=place), place))
    return named and not any(case.kind(at) == "figure" for at in range(max(led), place))


def _is_thanked_for(case: Case, place: int) -> bool:
    """ "cảm ơn các đồng chí đã chia sẻ khó khăn"."""
    return any(case.kind(at) == "thanks" for at in range(case.clause(place)[0], place))


def _holds(said: list[str], verb: tuple[str, ...]) -> bool:
    return any(tuple(said[at : at + len(verb)]) == verb for at in range(len(said)))


def _counts_people(case: Case, place: int, said: list[str]) -> bool:
    """ "vận động 12 hộ khó khăn", "tặng quà người khó khăn": who they are."""
    return case.kind(place - 1) == "figure" or bool(_HELPING & set(said))
