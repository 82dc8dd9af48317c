"""Corrections inside one reply: "60% à nhầm 65%", "không phải CT5 mà CT6", "sửa 12 hộ thành 15".

Strikes out what is taken back, when the form says plainly which it is; a correction that does not
stays a "fix" mark, and must be asked about. Knows marks only.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from domain.reply.marks import COUNT, PERCENT, Mark
from domain.reply.tokens import Token, Tokens, several

STRUCK: Final = "void"
_VALUES: Final = ("code", "figure", "date")
_ANCHORS: Final = frozenset(("fix", "amend", "nay"))
_RIGHTING: Final = _ANCHORS | {"right"}
_CLOSE: Final = several("fill break stop now got about colon void roi right sign each and")
# Nobody takes back more in one reply; what is left unsettled is asked about.
_MOST_ANCHORS: Final = 8
_STATES: Final = several("done undone start0 block ongoing acted part late")
_JUST: Final = several("hoi luc khi")
_ENDS: Final = frozenset(("break", "stop"))


def corrected(marks: list[Mark], tokens: Tokens) -> bool:
    """Strikes out, in place, what the writer takes back in the same reply. Gives whether anything
    is put right at all, here or of what was said before ("32 mới đúng", "em báo nhầm, 65%")."""
    if "loi" not in tokens.said and _RIGHTING.isdisjoint([mark.kind for mark in marks]):
        return False
    _apologies(marks, tokens)
    anchors = [i for i, mark in enumerate(marks) if mark.kind in _ANCHORS]
    if len(anchors) > _MOST_ANCHORS:
        for anchor in anchors:
            marks[anchor].kind = "fix"
        return True
    if anchors:
        correction = _Correction(marks, tokens)
        for anchor in sorted(anchors, key=lambda at: marks[at].kind != "nay"):
            correction.resolve(anchor)
    else:
        _set_right(marks)
    righted = any(marks[at].kind == "tell" for at in anchors) or any(
        mark.kind == "right" and mark.end - mark.start > 1 for mark in marks
    )
    _explained(marks, anchors)
    for mark in marks:
        if mark.kind == "right":
            lone = not anchors and tokens[mark.start].plain == "phai"
            mark.kind = "forecast" if lone else STRUCK
        elif mark.kind in ("nay", "amend"):
            mark.kind = "word"
    return righted


def _explained(marks: list[Mark], anchors: list[int]) -> None:
    """ "không phải 62% đâu, 26% thôi, e gõ lộn": of one figure left, what follows says why."""
    settled = any(marks[at].kind == "tell" for at in anchors)
    if settled and sum(mark.kind == "figure" for mark in marks) == 1:
        for at in anchors:
            if marks[at].kind == "fix":
                marks[at].kind = "tell"


def _apologies(marks: list[Mark], tokens: Sequence[Token]) -> None:
    """ "25 căn, xin lỗi 27 căn": an apology between two figures takes back the first."""
    for i, mark in enumerate(marks[:-1]):
        said = [token.plain for token in tokens[mark.start : mark.end]]
        if said[-2:] != ["xin", "loi"]:
            continue
        before = [m.kind for m in marks[:i] if m.kind not in _CLOSE]
        after = next((m.kind for m in marks[i + 1 :] if m.kind not in _CLOSE), "")
        if before[-1:] == ["figure"] and after == "figure":
            mark.kind = "fix"


def _set_right(marks: list[Mark]) -> None:
    """ "em ghi 50% mà đúng ra là 55%": of two figures of one kind the one said to be right."""
    figures = [i for i, mark in enumerate(marks) if mark.kind == "figure"]
    said = [i for i, mark in enumerate(marks) if mark.kind == "right" and mark.end - mark.start > 1]
    if len(figures) != 2 or len(said) != 1 or not figures[0] < said[0] < figures[1]:
        return
    first, second = (marks[i].value for i in figures)
    if first.unit == second.unit and first.noun == second.noun:
        marks[figures[0]].kind = STRUCK


class _Correction:
    def __init__(self, marks: list[Mark], tokens: Sequence[Token]) -> None:
        self.marks = marks
        self.tokens = tokens

    def resolve(self, anchor: int) -> None:
        """Settles one anchor by the first kind of value for which its form is plain."""
        kind = self.marks[anchor].kind
        if not any(mark.kind in _VALUES for mark in self.marks):
            return
        if self._counts_the_wrong(anchor):
            self.marks[anchor].kind = "word"
            return
        if kind in ("nay", "fix") and self._denies_state(anchor):
            return
        for value in _VALUES:
            if kind == "nay":
                done = self._denied(anchor, value)
            elif kind == "amend":
                done = self._amended(anchor, value)
            else:
                done = self._mistaken(anchor, value)
            if done:
                self.marks[anchor].kind = "tell"
                return
        if kind == "nay" and self._inside(anchor, "figure") is not None:
            self.marks[anchor].kind = "fix"

    def _places(self, value: str, first: int, last: int) -> Iterator[int]:
        return (i for i in range(first, last) if self.marks[i].kind == value)

    def _after(self, place: int, value: str) -> int | None:
        return next(self._places(value, place + 1, len(self.marks)), None)

    def _before(self, place: int, value: str) -> int | None:
        """The last value before; a figure of the same code only."""
        for at in range(place - 1, -1, -1):
            if self.marks[at].kind == value:
                return at
            if self.marks[at].kind == "code" and value == "figure":
                return None
        return None

    def _inside(self, place: int, value: str) -> int | None:
        """The next value in the clause of the anchor."""
        for at in range(place + 1, len(self.marks)):
            if self.marks[at].kind in _ENDS:
                return None
            if self.marks[at].kind == value:
                return at
        return None

    def _touching(self, left: int, right: int, extra: int = 0) -> bool:
        """Whether only light marks, and so many others, stand between two."""
        between = [m.kind for m in self.marks[left + 1 : right]]
        return sum(kind not in _CLOSE for kind in between) <= extra

    def _has_between(self, kind: str, left: int, right: int) -> bool:
        return any(mark.kind == kind for mark in self.marks[left + 1 : right])

    def _right(self, left: int, value: int) -> bool:
        """ "đúng là 65%", "65% mới đúng": the value is said to be the right one."""
        if any(m.kind == "right" and self._leads(m) for m in self.marks[left + 1 : value]):
            return True
        between = [self.tokens[m.start].plain for m in self.marks[left + 1 : value]]
        # "lộn 6%, đúng 60%", "nhầm 90%, thực tế 80%", "nhầm 600%, là 60%"
        if {"dung", "thuc"} & set(between) or between[-2:] in ([",", "la"], [".", "la"]):
            return True
        after = value + 1
        while after < len(self.marks) and self.marks[after].kind == "fill":
            after += 1
        return after < len(self.marks) and self.marks[after].kind == "right"

    def _leads(self, mark: Mark) -> bool:
        """ "đúng ra là 65%" speaks of what follows, "65% mới đúng" of what stands before."""
        return self.tokens[mark.start].plain not in ("moi", "cho")

    def _strike(self, *places: int) -> bool:
        for place in places:
            self.marks[place].kind = STRUCK
        return True

    def _counts_the_wrong(self, anchor: int) -> bool:
        """ "đạt 99%, sai 3 trường hợp đã sửa": how many were wrong, beside a share."""
        mark, following = self.marks[anchor], self.marks[anchor + 1 : anchor + 2]
        if [token.plain for token in self.tokens[mark.start : mark.end]] != ["sai"]:
            return False
        if not following or following[0].kind != "figure" or following[0].value.unit != COUNT:
            return False
        before = self._before(anchor, "figure")
        return before is not None and self.marks[before].value.unit == PERCENT

    def _denied(self, anchor: int, value: str) -> bool:
        """ "không phải 60% mà 65%", "65% chứ không phải 60%"."""
        wrong = self._inside(anchor, value)
        if wrong is None:
            return self._taken_back(anchor, value)
        if not self._touching(anchor, wrong, extra=2):
            return False
        known = self._before(anchor, value)
        if known is None:
            known = self._after(wrong, value)
        return known is not None and self._strike(wrong)

    def _denies_state(self, anchor: int) -> bool:
        """ "không phải chưa làm mà làm được 15%", "báo nhầm là xong, thực ra mới 70%": the state
        that is denied is not claimed."""
        after = self.marks[anchor + 1 : anchor + 3]
        if [mark.kind for mark in after[:1]] == ["fill"]:
            after = after[1:]
        if not after or after[0].kind not in _STATES or self._after(anchor, "figure") is None:
            return False
        if self.marks[anchor].kind == "fix" and not self._ends_after(after[0]):
            return False
        after[0].kind = STRUCK
        self.marks[anchor].kind = "tell"
        return True

    def _ends_after(self, mark: Mark) -> bool:
        """ "em báo nhầm là xong, thực ra mới 70%": the state is all that was wrong."""
        following = self.marks[self.marks.index(mark) + 1 :]
        told = [m.kind for m in following if m.kind not in ("fill", "roi")]
        return told[:1] in (["break"], ["stop"])

    def _taken_back(self, anchor: int, value: str) -> bool:
        """ "60%. Không phải, 65%": no value is denied by name, so it is the one before."""
        before, follows = self._before(anchor, value), self._after(anchor, value)
        if before is None or follows is None:
            return False
        touching = self._touching(before, anchor) and self._touching(anchor, follows)
        return touching and self._strike(before)

    def _amended(self, anchor: int, value: str) -> bool:
        """ "sửa 12 hộ thành 15 hộ", "60%, sửa lại 65%", "đính chính: 65%"."""
        first = self._after(anchor, value)
        before = self._before(anchor, value)
        if first is None:
            return value == "figure" and before is not None
        second = self._after(first, value)
        if second is not None and self._turned(first, second):
            return self._strike(first)
        if self.marks[anchor].end - self.marks[anchor].start == 1:
            return False  # "sửa đường 60%"
        if before is not None and self._touching(before, anchor, extra=1):
            return self._strike(before)
        return before is None and second is None and value == "figure"

    def _turned(self, left: int, right: int) -> bool:
        between = self.marks[left + 1 : right]
        return any(
            mark.kind == "rise" or self.tokens[mark.start].plain in ("thanh", "sang")
            for mark in between
        )

    def _mistaken(self, anchor: int, value: str) -> bool:
        """ "60% à nhầm 65%", "nhầm 6%, đúng là 60%", "38 người, số 83 gõ ngược"."""
        inside = self._inside(anchor, value)
        if inside is not None:
            later = self._after(inside, value)
            if later is not None and self._right(inside, later):
                return self._strike(inside)
        follows = self._after(anchor, value)
        before = self._before(anchor, value)
        if (
            follows is not None
            and before is not None
            and (self._was_said(anchor, before, follows) or self._is_former(anchor, follows))
        ):
            return self._strike(follows)
        if value == "code" and follows is not None and before is not None:
            return self._other_code(anchor, before, follows)
        # "23 con hố xí tự hoại rồi, à quên 32": what was counted may be told at length.
        sudden = self.tokens[self.marks[anchor].start].plain in ("a", "i", "y", "ui", "ua")
        extra = 5 if sudden and follows is not None else 2
        adjacent = before is not None and self._touching(before, anchor, extra)
        if follows is not None and before is not None:
            plain = self._right(anchor, follows) or self._touching(anchor, follows, extra=1)
            return adjacent and plain and self._strike(before)
        if follows is not None:
            if value != "figure":
                return False
            parted = any(m.kind in ("break", "stop", "colon") for m in self.marks[anchor:follows])
            begun = self.tokens[self.marks[anchor].start].plain in ("a", "i", "y", "ui", "ua")
            alone = not self._has_alike(follows)
            return alone and (parted or begun or self._right(anchor, follows))
        if value == "figure" and before is not None and self._explains(anchor):
            return True
        if before is None or not adjacent or value != "figure":
            return False
        earlier = self._before(before, value)
        parted = earlier is not None and any(
            mark.kind in _ENDS for mark in self.marks[earlier:before]
        )
        return (
            parted
            and not self._has_between("code", earlier or 0, anchor)
            and (self._strike(before))
        )

    def _has_alike(self, place: int) -> bool:
        """Whether a later figure may count the same; "24 hộ" and "190 ha" do not."""
        told = self.marks[place].value
        later = (mark.value for mark in self.marks[place + 1 :] if mark.kind == "figure")
        return any(other.unit != told.unit or other.noun in ("", told.noun) for other in later)

    def _explains(self, anchor: int) -> bool:
        """ "65%, nãy coi lộn dòng": why it was another before, of the one figure that is told."""
        if len(list(self._places("figure", 0, len(self.marks)))) != 1:
            return False
        first = self._of_before(anchor)
        return bool(first) and not self._has_between("figure", first - 1, anchor)

    def _was_said(self, anchor: int, before: int, follows: int) -> bool:
        """ "60%, hồi nãy em nói nhầm là 70%": the second is what was wrong."""
        first = self._of_before(anchor)
        return before < first and not any(m.kind in _ENDS for m in self.marks[anchor:follows])

    def _is_former(self, anchor: int, follows: int) -> bool:
        """ "60%, số cũ 55%", "60% (số cũ là 55%)": the one right after "số cũ" is no more true."""
        mark = self.marks[anchor]
        said = [token.plain for token in self.tokens[mark.start : mark.end]]
        if said[-1] != "cu" or said[0] == "la":
            return False
        between = [self.tokens[m.start].plain for m in self.marks[anchor + 1 : follows]]
        return not set(between) - {"la", ":"}

    def _of_before(self, anchor: int) -> int:
        """Where the clause of the anchor begins, when it speaks of a time that is past; else 0."""
        first = anchor
        while first > 0 and self.marks[first - 1].kind not in _ENDS:
            first -= 1
        said = self.tokens[self.marks[first].start : self.marks[anchor].start]
        past = any(
            token.marked == "nãy" or (token.plain == "nay" and former.plain in _JUST)
            for former, token in pairwise(said)
        )
        past = past or any(token.marked == "nãy" for token in said[:1])
        past = past or any(mark.kind == "date" for mark in self.marks[first:anchor])
        return first if past else 0

    def _other_code(self, anchor: int, before: int, follows: int) -> bool:
        """ "CT5 70% à nhầm CT6", "CT5 60%, nhầm, CT5 70%"; "à quên CT6 80%" adds one."""
        if not self._touching(anchor, follows):
            return False
        said = list(self._places("figure", before, anchor))
        again = self._after(follows, "figure")
        if len(said) > 1 or self._has_between("stop", before, anchor):
            return False
        if again is None:
            self.marks[before].value = self.marks[follows].value
            return self._strike(follows)
        if self.marks[before].value != self.marks[follows].value and self._adds(anchor):
            return True
        return self._strike(before, *said)

    def _adds(self, anchor: int) -> bool:
        mark = self.marks[anchor]
        return any(token.plain == "quen" for token in self.tokens[mark.start : mark.end])
