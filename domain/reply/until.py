"""Which days in a reply say until when an extension is asked for.

Gives marks; what day they come to is for requests.
"""

from typing import Final

from domain.dates import IMPOSSIBLE, LENGTH, LOOSE, Mention
from domain.reply.case import Case, mention_of


def dates_of(case: Case, place: int) -> tuple[int, ...]:
    """The mentions that say until when: those after the request, else those before it."""
    later: list[int] = []
    for at in range(place + 1, len(case.marks)):
        if case.kind(at) == "figure":
            continue
        if case.kind(at) == "date":
            later.append(at)
    earlier = [at for at in case.places("date") if at < place]
    # "Tính đến 08/6 đạt 40%" tells when, "hết quý 3 mới xong" asks.
    earlier = [at for at in earlier if is_ahead(case, mention_of(case.marks[at]))]
    if any(is_ahead(case, mention_of(case.marks[at])) for at in later):
        ahead = [at for at in later if is_ahead(case, mention_of(case.marks[at]))]
    else:
        ahead = later or earlier
    ahead = [at for at in ahead if not _instead_of(case, at)] or ahead
    ahead = _asked_for(case, place, _before_the_cause(case, place, ahead))
    starts = [at for at in ahead if follows(case, at, "tu")]
    if starts and len(ahead) > len(starts):
        ahead = [at for at in ahead if at not in starts]
    return tuple(ahead)


# What makes a later clause one about something else, and what makes it another wish.
_TELLING: Final = frozenset(("word", "label", "ongoing", "block", "acted", "help"))
_WISHING: Final = frozenset(
    (
        "extend", "asks", "shift", "fix", "amend", "nay", "right", "or", "delta", "more", "late",
        "close", "ask", "question", "undone", "tell",
    )
)  # fmt: skip
_WHY: Final = frozenset(("cause", "toward"))
_TO_COME: Final = frozenset(("forecast", "done", "later"))


def _asked_for(case: Case, place: int, ahead: list[int]) -> list[int]:
    """Without the days of the ground: "xin lùi tới 30/6, bên Viện hẹn 25/6 mới trả bản đồ"."""
    last = case.clause(place)[1]
    own = [at for at in ahead if place < at < last]
    why = next((at for at in range(place + 1, last) if case.kind(at) in _WHY), last)
    # "lùi hạn sang 10/1 vì trùng kiểm kê cuối năm"
    told = [at for at in own if at < why]
    ahead = [at for at in ahead if at in told or at not in own] if told else ahead
    own = told or own
    if not own or len(own) == len(ahead):
        return ahead
    return [at for at in ahead if at in own or not _of_the_ground(case, at, own)]


def _before_the_cause(case: Case, place: int, ahead: list[int]) -> list[int]:
    """ "xin lùi đến 10/01 vì trùng đợt kiểm điểm cuối năm": what follows is why."""
    causes = [at for at in case.places("cause") if at > place]
    return [at for at in ahead if not causes or at < causes[0]] or ahead


def _of_the_ground(case: Case, place: int, own: list[int]) -> bool:
    """Whether a day stands in a clause that tells why, and not what is wished."""
    first, last = case.clause(place)
    kinds = {case.kind(at) for at in range(first, min(last + 1, len(case.marks)))}
    # "bác sĩ trưởng đi học, 20/9 mới về"
    tells = kinds & _TELLING or case.plain(place + 1) == "moi"
    if not tells or kinds & _WISHING:
        return False
    if not kinds & _TO_COME:
        return True
    day = mention_of(case.marks[place]).last
    wished = [mention_of(case.marks[at]).last for at in own]
    return day is not None and all(until is not None and day <= until for until in wished)


def is_ahead(case: Case, mention: Mention) -> bool:
    """Whether a mention may be the day that is asked for."""
    ahead = mention.kind in (LENGTH, IMPOSSIBLE, LOOSE) or mention.edge == "maybe"
    return ahead or case.is_future(mention)


def _instead_of(case: Case, place: int) -> bool:
    """ "đến 1/7 thay vì 15/6"."""
    start = case.marks[place].start
    said = [token.plain for token in case.words.tokens[max(0, start - 3) : start]]
    return "thay" in said and bool({"vi", "cho"} & set(said))


def follows(case: Case, place: int, word: str) -> bool:
    """Whether a word stands right before a mark."""
    start = case.marks[place].start
    return start > 0 and case.words.tokens[start - 1].plain == word
