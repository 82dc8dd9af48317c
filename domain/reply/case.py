"""What is said about one assignment: the marks between codes, and questions to put to them.

Helpers for the rules; decides nothing itself.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from domain.date_words import is_just_after_tet
from domain.dates import DAY, IMPOSSIBLE, LENGTH, LOOSE, SPAN, Mention
from domain.measures import Measure
from domain.reply.marks import Figure, Mark
from domain.reply.tokens import Token, Tokens, Words, several

# Words that may stand between a cue and what it governs.
LIGHT: Final = frozenset(("fill", "roi", "now", "colon", "and", "each", "tick", "void", "tell"))
_ALREADY: Final = frozenset(("da", "moi", "da xong", "da duoc", "chi moi", "moi chi"))
_TOWARDS: Final = frozenset(("den", "toi", "truoc", "sau", "dip", "trong", "an", "het"))
_CLAUSE_ENDS: Final = frozenset(("stop", "break", "question"))
# A clause of nothing but these tells when or how, and belongs to its neighbour.
_ADVERBIAL: Final = LIGHT | {"date", "forecast", "cum", "per", "tonow", "document", "plan", "about"}


_OF_THE_HOUR: Final = frozenset(("clock", "void"))
_PROMISING: Final = several("em e tui toi minh nop gui bao du")
_TOLD: Final = several("da duoc dc dat")
_TO_COME: Final = frozenset(("forecast", "plan", "done", "extend", "asks", "left", "undone"))


class _Kinds(dict[int, str]):
    """The kinds of marks by place, and which there are at all; "end" beyond the ends."""

    def __init__(self, kinds: Iterable[tuple[int, str]]) -> None:
        super().__init__(kinds)
        self.told = set(self.values())

    def __missing__(self, place: int) -> str:
        return "end"

    def call(self, place: int, kind: str) -> None:
        self[place] = kind
        self.told = set(self.values())


class _Said(dict[int, str]):
    """The folded words of marks by place, put together when first asked for."""

    def __init__(self, marks: list[Mark], tokens: Tokens) -> None:
        self._marks = marks
        self._tokens = tokens

    def __missing__(self, place: int) -> str:
        if not 0 <= place < len(self._marks):
            return ""
        mark = self._marks[place]
        if mark.end - mark.start == 1:
            said = self._tokens[mark.start].plain
        else:
            said = " ".join([token.plain for token in self._tokens[mark.start : mark.end]])
        self[place] = said
        return said


@dataclass(slots=True)
class Case:
    """The marks of one segment, and what the rules need to judge them."""

    words: Words
    marks: list[Mark]
    today: date
    due: date | None
    measure: Measure | None
    is_working_day: Callable[[date], bool] | None = None
    used: set[int] = field(default_factory=set)  # marks that a figure has explained
    kind: Callable[[int], str] = field(init=False)  # of a mark; "end" beyond the ends
    plain: Callable[[int], str] = field(init=False)  # the folded words of a mark, or ""
    _kinds: _Kinds = field(init=False)
    _clauses: dict[int, tuple[int, int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._kinds = _Kinds(enumerate([mark.kind for mark in self.marks]))
        self.kind = self._kinds.__getitem__
        self.plain = _Said(self.marks, self.words.tokens).__getitem__

    def has(self, *kinds: str) -> bool:
        return not self._kinds.told.isdisjoint(kinds)

    def has_only(self, kinds: frozenset[str]) -> bool:
        return self._kinds.told <= kinds

    def call(self, place: int, kind: str) -> None:
        """A mark turned out to be of another kind."""
        self.marks[place].kind = kind
        self._kinds.call(place, kind)

    def places(self, kind: str) -> list[int]:
        if kind not in self._kinds.told:
            return []
        return [i for i, mark in enumerate(self.marks) if mark.kind == kind]

    def tokens(self, first: int, after: int) -> list[Token]:
        """The words from one mark up to another, which is left out; none if there are none."""
        if first >= after:
            return []
        return self.words.tokens[self.marks[first].start : self.marks[after - 1].end]

    def said(self, first: int, after: int) -> str:
        """The folded words from one mark up to another."""
        return " ".join([token.plain for token in self.tokens(first, after)])

    def before(self, place: int, skip: Collection[str] = LIGHT) -> int:
        """The nearest mark to the left that is not one of the light kinds (-1 for none)."""
        at = place - 1
        while at >= 0 and self.marks[at].kind in skip:
            at -= 1
        return at

    def after(self, place: int, skip: Collection[str] = LIGHT) -> int:
        """The nearest mark to the right that is not one of the light kinds (len for none)."""
        at = place + 1
        while at < len(self.marks) and self.marks[at].kind in skip:
            at += 1
        return at

    def clause(self, place: int) -> tuple[int, int]:
        """(first, after last) of the clause of a mark, commas and full stops ending it."""
        known = self._clauses.get(place)
        if known is None:
            known = self._clauses[place] = self._clause(place)
        return known

    def _clause(self, place: int) -> tuple[int, int]:
        first = place
        while first > 0 and self.marks[first - 1].kind not in _CLAUSE_ENDS:
            first -= 1
        last = place + 1
        while last < len(self.marks) and self.marks[last].kind not in _CLAUSE_ENDS:
            last += 1
        return first, last

    def wide_clause(self, place: int) -> tuple[int, int]:
        """The clause with neighbours in its sentence that only tell when or how."""
        first, last = self.clause(place)
        while first > 0 and self.kind(first - 1) == "break":
            earlier = self.clause(first - 2) if first >= 2 else (first - 1, first - 1)
            begins = self._after_colon(*earlier)  # "kính báo cáo: trong tháng 9, toàn phường …"
            inside = self.marks[begins : earlier[1]]
            if not all(mark.kind in _ADVERBIAL for mark in inside):
                break
            first = begins
            if begins != earlier[0]:
                break
        while last < len(self.marks) - 1 and self.kind(last) == "break":
            later = self.clause(last + 1)
            inside = self.marks[later[0] : later[1]]
            if not all(mark.kind in _ADVERBIAL for mark in inside):
                break
            last = later[1]
        return first, last

    def _after_colon(self, first: int, last: int) -> int:
        """Where what is told begins, when a colon in the clause leads to it."""
        for at in range(last - 1, first, -1):
            if self.marks[at].kind == "colon":
                return at + 1 if at + 1 < last else first
        return first

    def shown(self, first: int, after: int) -> str:
        """The text of marks, as it was typed."""
        while first < after and self.marks[first].kind in _CLAUSE_ENDS:
            first += 1
        if first >= after:
            return ""
        tokens = self.words.tokens
        start = tokens[self.marks[first].start].start
        end = tokens[self.marks[after - 1].end - 1].end
        return self.words.shown[start:end].strip(" \n,.;:-")

    def is_ahead(self, place: int) -> bool:
        """Whether the time at a mark lies ahead; "tính đến chiều nay" has come."""
        mention = mention_of(self.marks[place])
        if mention.edge == "later" and self._has_come(place):
            return False
        if mention.edge == "giua" and mention.first is not None and mention.first <= self.today:
            return False  # "đến giữa tháng 11", told on the fourteenth
        if mention.kind == LOOSE and self.plain(place) in ("tet", "ram"):
            led = self.plain(place - 1).split(" ")[-1]
            if led == "trong" and self.words.tokens[self.marks[place].start - 1].marked != led:
                return False  # "trồng Tết được 1.500 cây"
            if led == "sau" and is_just_after_tet(self.today):
                return False  # "38 em trở lại trường sau Tết"
            # "quà Tết" is of no time, nor is "đã hỗ trợ 14 hộ ăn Tết"
            return led in _TOWARDS and not (led == "an" and self._is_told_as_done(place))
        former = self.marks[place - 1] if place else None
        if former and former.kind == "date" and self.plain(place) == "dau nam":
            lasted = mention_of(former)  # "3 tháng đầu năm"
            if lasted.kind == LENGTH and lasted.unit == "month":
                return lasted.count > self.today.month
        begun = mention.first is not None and mention.first <= self.today
        if self.plain(place - 1).split(" ")[-1] == "tu":
            over = mention.weekday and self.kind(place + 1) in ("roi", "end", "stop", "break")
            if begun or over or self.kind(place + 1) in ("tonow", "now"):
                return False  # "từ đầu tháng", "xong từ thứ 7 rồi", "từ tháng 1 đến nay"
            if self.kind(place + 2) == "date" and self.plain(place + 1) in _TOWARDS:
                return self.is_ahead(place + 2)  # "từ 01/01 đến 31/8"
        return self.is_future(mention)

    def _has_come(self, place: int) -> bool:
        if self.kind(self.before(place, LIGHT)) == "tonow" or self._closes_a_count(place):
            return True
        first, last = self.clause(place)
        if any(self._is_already(at) for at in range(first, last)):
            return True
        over = any(
            self.kind(at) == "figure" and self.kind(at + 1) == "roi" for at in range(first, last)
        )
        over = over or (self.has("within") and self.plain(last + 1) == "rieng")
        return over and self.plain(place - 1).split(" ")[-1] in (
            "den",
            "toi",
        )  # "tới chiều nay … 31 căn rồi", "… 1.124 hồ sơ, riêng hôm nay 63"

    def _closes_a_count(self, place: int) -> bool:
        """ "đến 17h chiều nay cấp 312 thẻ", "lũy kế đến chiều nay 1.204 hộ": when the count was
        closed, and nothing is said to be to come."""
        lead = self.before(place, _OF_THE_HOUR)
        if self.plain(lead).split(" ")[-1] not in ("den", "toi"):
            return False
        first, last = self.clause(place)
        told = any(self.kind(at) == "figure" for at in range(place + 1, last))
        if not told or any(self.kind(at) in _TO_COME for at in range(first, last)):
            return False
        words = self.said(place + 1, last).split()
        if not _PROMISING.isdisjoint(words) and _TOLD.isdisjoint(words):
            return False  # "đến 17h chiều nay em nộp đủ 40 hộ"
        at_the_hour = any(self.kind(at) == "clock" for at in range(lead, place))
        summed = any(self.kind(at) == "cum" for at in range(first, place))
        return at_the_hour or summed

    def _is_already(self, place: int) -> bool:
        """ "đến 15h chiều nay đã cấp 312 tài khoản": "đã", alone or with its verb."""
        plain = self.plain(place)
        if plain in _ALREADY:
            return True
        return plain[:3] == "da " and self.words.tokens[self.marks[place].start].marked == "đã"

    def _is_told_as_done(self, place: int) -> bool:
        first = self.clause(place)[0]
        return any("da" in self.plain(at).split() for at in range(first, place))

    def is_future(self, mention: Mention) -> bool:
        """Whether a mention of time lies ahead."""
        if mention.kind in (IMPOSSIBLE, LENGTH):
            return False
        if mention.edge == "later":
            return True
        if mention.kind == DAY:
            return mention.last is not None and mention.last > self.today
        if mention.kind == LOOSE:
            return mention.last is None or mention.last > self.today
        if mention.kind == SPAN:
            return mention.first is not None and mention.first > self.today
        return False


def figure_of(mark: Mark) -> Figure:
    """The figure of a mark of that kind."""
    figure = mark.value
    assert isinstance(figure, Figure)
    return figure


def mention_of(mark: Mark) -> Mention:
    """The mention of time of a mark of that kind."""
    mention = mark.value
    assert isinstance(mention, Mention)
    return mention


def is_told(case: Case, place: int) -> bool:
    """Whether a verb of reaching or "now" leads to the figure."""
    left = case.kind(case.before(place, LIGHT - {"now"} | {"about"}))
    return left in ("got", "done", "now", "tonow", "cum", "fall", "rise")
