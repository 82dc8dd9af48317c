"""Whose the words of a reply are: of the unit that reports, or of another one.

Strikes out what is told of others beside the own result; where only others are told of, the figure
is put in doubt. Knows marks and tokens; records nothing.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from domain.reply.corrections import STRUCK
from domain.reply.marks import Mark
from domain.reply.tokens import SPEAKERS, Token, Words, several

OWN: Final = "own"
OTHER: Final = "other"
NAMED: Final = "named"

# Told of somebody, and so struck out when that is another.
_TOLD: Final = several("figure done undone start0 ongoing acted block")
_UNITS: Final = several(
    "xa phuong ap thon khu khom ben cho truong phong to huyen don vi phia bon dang ca doan hoi "
    "quan thanh tinh"
)
_SUBJECTS: Final = _UNITS | SPEAKERS
_SELVES: Final = several("em e minh tui toi ta con chau nha tao mik")
_OWN_PART: Final = several("em e minh tui toi")
_OTHERS: Final = several("ban khac kia no nguoi ho kb")
# "mà bên em", "còn xã mình", "chứ xã tui": another subject begins.
_TURNS: Final = several("ma con cho chu nhung chi thi")


def strike_others(marks: list[Mark], words: Words) -> None:
    """Strikes out, in place, what is told of other units."""
    if words.tokens.said.isdisjoint(_SUBJECTS) or not any(mark.kind in _TOLD for mark in marks):
        return
    unknown = frozenset(
        at for mark in marks if mark.kind == "word" for at in range(mark.start, mark.end)
    )
    told: list[tuple[str, list[Mark]]] = []
    for segment in _segments(marks, words, unknown):
        said = [mark for mark in segment if mark.kind in _TOLD]
        if said:
            told.append((_owner(segment, words, unknown), said))
        elif told and _is_of_others(segment, words, unknown):
            told[-1] = (OTHER, told[-1][1])
    owners = {owner for owner, _ in told}
    if OTHER in owners and OWN not in owners and _speaks_first(told):
        told[0] = (OWN, told[0][1])
        owners.add(OWN)
    if OTHER not in owners and not {OWN, NAMED} <= owners:
        return
    for owner, said in told:
        if owner == OTHER or (owner == NAMED and OWN in owners):
            for mark in said:
                if OWN in owners:
                    _strike(mark, marks)
                elif mark.kind == "figure":
                    mark.value.doubt = "whose"
                elif mark.kind in ("done", "start0"):
                    mark.kind = "part"


def _is_of_others(segment: list[Mark], words: Words, unknown: frozenset[int]) -> bool:
    """ "trồng 4,5 ha — của xã bạn": whose that was is told afterwards."""
    at = next((mark.start for mark in segment if mark.kind != "break"), segment[0].start)
    at += words.tokens.plain(at) == "la"
    return words.tokens.plain(at) == "cua" and _subject_at(words, at + 1, unknown) == OTHER


def _speaks_first(told: list[tuple[str, list[Mark]]]) -> bool:
    """ "được 50 ha, bên Phú Tân họ được 70": what nobody is named for, and first, is one's own."""
    owner, said = told[0]
    return not owner and any(mark.kind in ("figure", "done") for mark in said)


def _strike(mark: Mark, marks: list[Mark]) -> None:
    """What is told of another is no result; a slip of the pen was about its figure."""
    if mark.kind == "figure":
        for other in marks:
            if other.kind == "fix":
                other.kind = "tell"
    mark.kind = STRUCK


def _segments(marks: list[Mark], words: Words, unknown: frozenset[int]) -> list[list[Mark]]:
    """The clauses, cut also where another subject begins after "mà", "còn", "chứ"."""
    found: list[list[Mark]] = [[]]
    for mark in marks:
        turns = mark.kind in ("but", "left", "fill", "word", "asks", "about") and (
            words.tokens[mark.start].plain in _TURNS
            and (_subject_at(words, mark.start + 1, unknown) or _speaks(words, mark.start + 1))
        )
        if turns and mark.kind == "left":
            mark.kind = "but"  # "còn bên em 58%": nothing is left
        if turns or mark.kind in ("break", "stop", "question"):
            found.append([])
        found[-1].append(mark)
    return [segment for segment in found if segment]


def _speaks(words: Words, place: int) -> bool:
    """ "thì mình mới 72%": the speaker, and what was reached."""
    said = [token.plain for token in words.tokens[place : place + 2]]
    return len(said) == 2 and said[0] in SPEAKERS and said[1] in _REACHING


_LINKS: Final = several("thi cung da moi")  # "mình thì chưa làm gì"
_REACHING: Final = several("moi chi duoc dat lam dc")


def _subject_at(words: Words, place: int, unknown: frozenset[int]) -> str:
    """The owner that is named right at a token: "xã mình", "bên em", "xã bạn", "xã Tân Phú"."""
    tokens = words.tokens
    said = [token.plain for token in tokens[place : place + 3]]
    if len(said) < 2 or place in unknown:
        return ""  # "trưởng ấp nói"
    if said[0] == "phan":
        return OWN if said[1] in _OWN_PART else ""  # "còn phần em thì 30%"
    if said[0] == "don" and said[1] == "vi":
        said, place = said[1:], place + 1
    if said[0] not in _UNITS or len(said) < 2:
        return ""
    if said[:2] == ["truong", "ban"] and place and tokens[place - 1].plain in _TITLED:
        return ""  # "dong chi truong ban"
    if said[1] in _SELVES:
        return OWN
    if said[1] == "kia" and place and _is_counted(tokens[place - 1]):
        return ""  # "3/5 ấp, hai ấp kia còn vướng": the rest of one's own
    if said[1] == "ben" and said[0] not in _NO_NEIGHBOURS:  # "xã bên", "xã bên em"
        return OWN if said[-1] in _SELVES else OTHER
    if said[1] in _OTHERS:
        return OTHER if _is_other(words, place + 1) else ""
    if not {place + 1, place + 2} <= unknown:
        return ""
    following = tokens[place + 3].marked if place + 3 < len(tokens) else ""
    # A place by its name; "bên Phú Tân họ được 70" speaks of others.
    return OTHER if following == "họ" else NAMED


def _is_counted(before: Token) -> bool:
    return before.kind == "n" or before.plain in _COUNTING


_TITLED: Final = several("chi anh a c d bac chu co ong ba em pho")
_NO_NEIGHBOURS: Final = several("to cho ben phia vi ca don")
_COUNTING: Final = several("hai ba bon nam sau bay tam chin muoi may mot")


def _is_other(words: Words, place: int) -> bool:
    """ "xã bạn", "phường khác", "bên kia", "bên người ta"; "xã họ" needs its marks."""
    token = words.tokens[place]
    following = words.tokens[place + 1].plain if place + 1 < len(words.tokens) else ""
    if token.plain == "nguoi":
        return following == "ta"
    if token.marked == "ban" and words.rich:
        return False  # "phòng ban"
    return token.marked in ("bạn", "ban", "khác", "khac", "kia", "họ", "kb") and following != "hanh"


def _belongs_to(segment: Sequence[Mark], words: Words) -> str:
    """ "con số 92% là của thành phố chứ không phải phường em": not one's own."""
    figure = next((mark for mark in segment if mark.kind == "figure"), None)
    if figure is None:
        return ""
    after = [token.plain for token in words.tokens[figure.end : segment[-1].end]]
    for at, pair in enumerate(pairwise(after)):
        if pair == ("la", "cua"):
            named = after[at + 2 : at + 5]
            return OTHER if named and not set(named) & _SELVES and named[0] in _UNITS else ""
    return ""


def _owner(segment: Sequence[Mark], words: Words, unknown: frozenset[int]) -> str:
    """Whose a clause is: its own subject decides before names in it."""
    first, last = segment[0].start, segment[-1].end
    belongs = _belongs_to(segment, words)
    if belongs:
        return belongs
    said = [token.plain for token in words.tokens[first:last]]
    if ("hang", "xom") in pairwise(said):
        return OTHER
    they = ("nguoi", "ta") in pairwise(said) and said[0] in _UNITS
    if they and not _SELVES & set(said[: said.index("nguoi")]):
        return OTHER  # "bên phường 9 người ta làm 90% rồi"
    if ("ben", "kia") in pairwise(said) and not any(each in _SELVES for each in said):
        return OTHER  # "chi cục Cát Hải bên kia đạt 101% rồi"
    found = {_subject_at(words, at, unknown) for at in range(first, last)}
    if ("nghe", "noi") in pairwise(said[:4]) and OWN not in found and NAMED in found:
        return OTHER  # "nghe nói xã Hòa An làm được 80 hộ"
    for owner in (OWN, OTHER, NAMED):
        if owner in found:
            return owner
    linked = [
        mark
        for mark in segment
        if mark.kind != "fill" or words.tokens[mark.start].plain not in _LINKS
    ]
    for mark, following in pairwise(linked):
        if _speaks(words, mark.start):
            return OWN
        speaks = words.tokens[mark.start].plain in SPEAKERS and mark.end - mark.start == 1
        if speaks and following.kind in ("about", "got", "figure", "start0", "done"):
            return OWN  # "anh Ba ghi 100% nhưng em mới 80%"
    return ""
