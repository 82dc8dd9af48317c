"""What waits for a decision, put before who may decide it. What is decided is for
request_deciding."""

from __future__ import annotations

from db import assignments, people, requests
from db.requests import CLOSE, EXTEND, GRANTED, HELP, RETURNED, Request
from domain.instants import instant, local_day
from domain.message import Choice, Text, lines
from domain.person import CHAIR, LEAD, Membership
from domain.progress import Work
from domain.wording import dated, hour
from handlers.phrases import deadline, figures, named, requested, shortened
from handlers.turn import Turn

SCREEN = 4  # requests; each takes a line and a choice

# What each kind offers: the key of the words, and the verdict or the act that they stand for.
_GRANT = {
    EXTEND: "requesting.grant",
    CLOSE: "requesting.grant.close",
    HELP: "requesting.grant.help",
}
_RETURN = {
    EXTEND: "requesting.return",
    CLOSE: "requesting.return.close",
    HELP: "requesting.return.help",
}
_IN_WORDS = {EXTEND: "requesting.another_day", HELP: "requesting.answer"}


def put(turn: Turn, work: Work, request: Request, asker: str, key: str = "requesting.put") -> Text:
    """The request as it is put before who decides: fact, deadline, what was reported; `key`: the
    first line, for who only learns of it."""
    a = work.assignment
    return lines(
        turn.words(
            key,
            unit=work.unit_name,
            asker=asker,
            what=requested(turn, request.kind, request.wanted_on),
            name=named(work),
        ),
        deadline(turn, work),
        None if a.discreet else turn.words("listing.card.figures", figures=figures(turn, work)),
        turn.words("requesting.reason", note=shortened(request.note, 200))
        if request.note and not a.discreet
        else None,
    )


def choices_for(turn: Turn, request: Request) -> tuple[Choice, ...]:
    """To agree stands first, not to agree second, on every screen; what needs words third."""
    named_so = (request.id, request.version)
    agree, refuse = (turn.words(keys[request.kind]).plain for keys in (_GRANT, _RETURN))
    choices = [
        Choice(agree, "requesting.decide", (*named_so, GRANTED)),
        Choice(refuse, "concluding.refuse", named_so),
    ]
    if key := _IN_WORDS.get(request.kind):
        choices.append(Choice(turn.words(key).plain, "concluding.in_words", named_so))
    return tuple(choices)


def more(turn: Turn) -> None:
    """Choice: the next screen of what waits; args: how many were shown."""
    show_waiting(turn, int(turn.args[0]))


def waiting_for(turn: Turn) -> list[Request]:
    """What waits for who spoke, oldest first."""
    mine = [post for post in (*turn.me.posts, *turn.me.for_others) if post.role in (CHAIR, LEAD)]
    return requests.waiting_below(
        turn.tx,
        [post.unit_id for post in mine],
        [post.unit_id for post in mine if post.role == CHAIR],
        [post.unit_id for post in mine if post.role == LEAD],
        turn.me.id,
    )


def show_waiting(
    turn: Turn, offset: int = 0, *, agreeing: bool = False, held: bool = False
) -> None:
    """`choduyet`: what waits for who spoke, from `offset` on; a single one with its choices at
    once. `agreeing`: they agreed without saying to what, so all that is shown may be granted.
    `held`: what they said has decided nothing."""
    waiting = waiting_for(turn)
    if not waiting:
        turn.say(turn.words("requesting.none_waiting"))
        return
    if len(waiting) == 1:
        _show(turn, waiting[0], held=held)
        return
    works = {
        work.assignment.id: work
        for work in assignments.these(turn.tx, {each.assignment_id for each in waiting})
    }
    if offset >= len(waiting):
        offset = 0  # some were decided in the meantime
    shown = waiting[offset : offset + SCREEN]
    said, choices = [], []
    for each in shown:
        work = works[each.assignment_id]
        what = requested(turn, each.kind, each.wanted_on)
        said.append(
            turn.words("requesting.line", unit=work.unit_name, name=named(work, 40), what=what)
        )
        label = f"{work.shown_code}, {shortened(work.unit_name, 40)}"
        choices.append(Choice(label, "requesting.show", (each.id,)))
    if agreeing:
        pairs = [[each.id, each.version] for each in shown]
        every = turn.words("requesting.grant_all", count=len(shown)).plain
        choices.append(Choice(every, "concluding.all", (pairs,)))
    if (left := len(waiting) - offset - len(shown)) > 0:
        further = turn.words("requesting.waiting.more", count=left).plain
        choices.append(Choice(further, "requesting.more", (offset + SCREEN,)))
    head = "requesting.waiting.which" if agreeing else "requesting.waiting"
    turn.say(
        lines(
            turn.words("concluding.held_all") if held else None,
            turn.words(head, count=len(waiting)),
            *said,
            None if agreeing else turn.words("requesting.waiting.how"),
        ),
        tuple(choices),
        tuple(works[each.assignment_id].assignment.subject for each in shown),
    )


def show(turn: Turn) -> None:
    """Choice: one request with its two answers; args: its id."""
    request = requests.get(turn.tx, int(turn.args[0]))
    if request is not None:
        _show(turn, request)


def _show(turn: Turn, request: Request, *, held: bool = False) -> None:
    work = assignments.get(turn.tx, request.assignment_id)
    if work is None or post_to_decide(turn, work, request) is None:
        return
    if request.state != "open":
        say_decided(turn, work, request)
        return
    asker = people.get(turn.tx, request.person_id, turn.today)
    turn.say(
        lines(
            turn.words("concluding.held_all") if held else None,
            put(turn, work, request, asker.full_name if asker else ""),
        ),
        choices_for(turn, request),
        (work.assignment.subject,),
    )


def post_to_decide(turn: Turn, work: Work, request: Request) -> Membership | None:
    """The post through which who spoke may decide, their own or that of somebody on leave; when
    there is none, that is said. Nobody decides what they asked for themself."""
    a = work.assignment
    rights = ("confirm", "decide") if request.kind == CLOSE else ("decide",)
    for right in rights if request.person_id != turn.me.id else ():
        post = people.may(turn.tx, turn.me, right, a.unit_id, a.id, for_others=True)
        if post is not None:
            return post
    turn.record("denied", a.subject, "decide")
    turn.say(turn.words("requesting.not_yours_to_decide"))
    return None


def say_decided(turn: Turn, work: Work, request: Request) -> None:
    """Somebody decided before, or the request gave way to another."""
    what = requested(turn, request.kind, request.wanted_on)
    key = {
        GRANTED: "requesting.was_granted",
        RETURNED: "requesting.was_returned",
    }.get(request.state, "requesting.was_changed")
    fields = {"what": what, "name": named(work), "unit": work.unit_name}
    if request.decided_by is not None and request.decided_at is not None:
        fields["who"] = people.full_name(turn.tx, request.decided_by)
        at, zone = instant(request.decided_at), turn.committee.zone
        fields["at"] = f"{hour(at, zone)} {dated(local_day(at, zone), turn.today, turn.language)}"
    turn.say(turn.words(key, **fields))
