"""Which assignment a message is about, and through which post its sender may report on it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from db import assignments, lists, people, shown
from db.lists import Seat
from domain.codes import normal_code
from domain.mention import codes_in
from domain.period import open_years
from domain.person import (
    CHAIR,
    LEAD,
    OFFICE,
    OVERSEER,
    OWN_REPORT,
    RIGHTS,
    Membership,
    Person,
    narrowest,
)
from domain.progress import Work
from handlers.turn import Turn


@dataclass(slots=True)
class Meant:
    """`work`: what an item without a code is about; `candidates`: what it may be about, when
    that is not known; `by_code`: what each code means; `unclear`: codes that several of the
    person's units have; `unknown`: codes that none has (or only others: it is the same to them).
    """

    work: Work | None = None
    by_code: dict[str, Work] = field(default_factory=dict)
    unclear: dict[str, list[Work]] = field(default_factory=dict)
    unknown: list[str] = field(default_factory=list)
    candidates: list[Work] = field(default_factory=list)
    foreign: bool = False  # the message answered was about somebody else's assignment
    surely: bool = True  # `work` was named, asked about, or answered; else it is only likely
    likely: Work | None = None  # of the candidates, what the words fit clearly better than others


def own_units(person: Person) -> tuple[int, ...]:
    """The units for which the person may report, also in the place of somebody on leave."""
    return _reporting((*person.posts, *person.for_others))


def _reporting(posts: Iterable[Membership]) -> tuple[int, ...]:
    return tuple(
        dict.fromkeys(post.unit_id for post in posts if RIGHTS[post.role]["own"] & OWN_REPORT)
    )


def reports(turn: Turn) -> bool:
    """Whether who spoke has work to report on. The office does only where its own unit has work
    or one of it is named for some; what else it types is no report of its own."""
    me = turn.me
    if any("report" in RIGHTS[post.role]["own"] for post in (*me.posts, *me.for_others)):
        return True
    return bool(own_units(me)) and bool(lists.count_mine(turn.tx, seat(me), turn.today)[0])


def seat(person: Person) -> Seat:
    """Whose work a person sees as theirs: their own and that of those they stand in for."""
    posts = person.posts + person.for_others
    return _seat((person.id,), posts, _led(posts))


def _led(posts: Iterable[Membership]) -> tuple[int, ...]:
    return tuple(post.unit_id for post in posts if post.role == LEAD)


def _seat(whose: Iterable[int], posts: Collection[Membership], led: Collection[int]) -> Seat:
    others = {post.person_id for post in posts}
    return Seat(
        people=sorted({*whose, *others}),
        units=_reporting(posts),
        led=led,
        titles=tuple(post.title for post in posts if post.title),
    )


def instead_of(turn: Turn, works: Collection[Work]) -> dict[int, Membership]:
    """The post of somebody on leave through which who spoke does a work, by assignment: only where
    it is not their own work too. Of the units that they lead, what is given to somebody by name is
    that one's."""
    me = turn.me
    if not me.for_others:
        return {}
    left = {work.assignment.id: work for work in works}
    for number in lists.among(turn.tx, _seat((me.id,), me.posts, ()), left):
        del left[number]
    own_led = _led(me.posts)
    found: dict[int, Membership] = {}
    for other in dict.fromkeys(post.person_id for post in me.for_others):
        posts = tuple(post for post in me.for_others if post.person_id == other)
        led = [unit for unit in _led(posts) if unit not in own_led]
        for number in lists.among(turn.tx, _seat((), posts, led), left):
            post = _narrowest(posts, left.pop(number).assignment.unit_id)
            if post is not None:
                found[number] = post
    return found


def post_for(person: Person, unit_id: int) -> Membership | None:
    """The narrowest post through which the person may report for exactly this unit; one's own
    before that of somebody on leave."""
    return _narrowest(person.posts, unit_id) or _narrowest(person.for_others, unit_id)


def _narrowest(posts: Iterable[Membership], unit_id: int) -> Membership | None:
    return narrowest(
        [p for p in posts if p.unit_id == unit_id and RIGHTS[p.role]["own"] & OWN_REPORT]
    )


def may_ask(turn: Turn, work: Work) -> bool:
    """Whether who spoke may ask for more time, for help or to be confirmed. The office may not: it
    keeps the deadlines itself."""
    a = work.assignment
    post = instead_of(turn, [work]).get(a.id) or post_for(turn.me, a.unit_id)
    return post is None or "ask" in RIGHTS[post.role]["own"]


def post_to_report(turn: Turn, work: Work) -> Membership | None:
    """The post through which who spoke may report on this: that of whom they stand in for when it
    is that one's work, else their unit's, or the office's."""
    a = work.assignment
    return (
        instead_of(turn, [work]).get(a.id)
        or post_for(turn.me, a.unit_id)
        or people.may(turn.tx, turn.me, "report_for", a.unit_id)
    )


def overseen(person: Person) -> tuple[int, ...] | None:
    """The units at or below which the person may read everything; None is everywhere."""
    if person.has_role(OFFICE):
        return None
    return tuple(post.unit_id for post in person.posts if post.role in (CHAIR, OVERSEER))


def years(turn: Turn) -> tuple[int, ...]:
    return open_years(turn.today, turn.committee.cut_off_day)


def by_codes(turn: Turn, codes: Collection[str], units: Collection[int]) -> dict[str, list[Work]]:
    """What codes mean in these units: in the open years, else among what earlier ones left open,
    since that still stands in the lists and reminders."""
    found = assignments.by_codes(turn.tx, codes, units, years(turn))
    if missing := [code for code in codes if code not in found]:
        found |= assignments.left_open(turn.tx, missing, units, min(years(turn)))
    return found


def my_work(turn: Turn, limit: int, offset: int = 0) -> list[Work]:
    """Open work of who spoke, most urgent first."""
    return lists.mine(turn.tx, seat(turn.me), limit, offset)


def look_up(turn: Turn, meant: Meant, codes: Collection[str]) -> None:
    """Adds what these codes mean for who spoke."""
    wanted = [code for code in codes if code not in meant.by_code]
    if not wanted:
        return
    found = by_codes(turn, wanted, own_units(turn.me))
    for code in wanted:
        works = found.get(code, [])
        if not works:
            meant.unknown.append(code)
        elif len(works) == 1:
            meant.by_code[code] = works[0]
        else:
            meant.unclear[code] = works


def find(turn: Turn, text: str) -> Meant:
    """What the text is about: codes in it, else the message it answers, else what was shown
    last in this chat, else the only open assignment. What is not named is meant `surely` only
    by an answer to a message about that one assignment."""
    meant = Meant()
    codes = codes_in(text)
    look_up(turn, meant, codes)
    if codes:
        if len(meant.by_code) == 1 and not meant.unclear and not meant.unknown:
            meant.work = next(iter(meant.by_code.values()))
        return meant
    incoming = turn.incoming
    if incoming.reply_to:
        subjects = shown.by_message(turn.tx, incoming.at, incoming.reply_to)
        if _take(turn, meant, subjects) or meant.foreign:
            meant.surely = len(subjects) == 1
            return meant
    if incoming.reply_text:
        quoted = Meant()
        look_up(turn, quoted, codes_in(incoming.reply_text))
        works = [*quoted.by_code.values(), *(w for ws in quoted.unclear.values() for w in ws)]
        if _settle(meant, works):
            meant.surely = len(works) == 1
            return meant
    meant.surely = False
    if incoming.group:  # what another was shown there says nothing about what this one means
        meant.candidates = my_work(turn, 6)
        return meant
    if _take(turn, meant, shown.last(turn.tx, incoming.at, turn.now)):
        return meant
    meant.foreign = False  # they were shown it, they did not answer it
    _settle(meant, my_work(turn, 6))
    return meant


def _take(turn: Turn, meant: Meant, subjects: tuple[str, ...]) -> bool:
    ids = [int(subject[2:]) for subject in subjects if subject.startswith("a:")]
    if not ids:
        return False
    one = assignments.get(turn.tx, ids[0]) if len(ids) == 1 else None
    works = [one] if one else assignments.these(turn.tx, ids)
    mine = [work for work in works if post_for(turn.me, work.assignment.unit_id)]
    if not mine:
        meant.foreign = bool(works)
        return False
    return _settle(meant, mine)


def _settle(meant: Meant, works: list[Work]) -> bool:
    """Of several, the only one that is open is meant; of several open ones it is not known."""
    if len(works) > 1:
        works = [work for work in works if work.assignment.is_open] or works
    if len(works) == 1:
        meant.work = works[0]
        meant.foreign = False
    else:
        meant.candidates = works
    return bool(works)


def for_code(turn: Turn, text: str) -> list[Work]:
    """What one code means in the sender's own units; empty when the text is no code of theirs."""
    code = normal_code(text)
    if code is None:
        return []
    return by_codes(turn, [code], own_units(turn.me)).get(code, [])
