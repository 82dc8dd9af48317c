"""The whole course of one assignment, page by page: who reported, proved, asked, decided what.

Changes nothing; the card shows the last of it.
"""

from __future__ import annotations

from collections.abc import Sequence

from db import assignments, histories
from db.histories import ASKED, PROOF, REPORT, Event
from db.requests import CLOSE, GRANTED, HELP, RETURNED
from domain.instants import instant, local_day
from domain.message import Choice, Text, lines
from domain.progress import Work
from domain.wording import dated, short_day
from handlers.listing import may_read
from handlers.phrases import kept, named, requested, shortened, told_by
from handlers.subjects import post_for
from handlers.turn import Turn

SCREEN = 6  # each may take two lines or three of a small phone
_DECIDED = {
    (CLOSE, GRANTED): "listing.history.confirmed",
    (CLOSE, RETURNED): "listing.history.sent_back",
    (HELP, GRANTED): "listing.history.takes_care",
    (HELP, RETURNED): "listing.history.no_help",
}


def show(turn: Turn) -> None:
    """Choice: the course of one assignment; args: its id and how many events were shown. Rights
    are looked at again."""
    assignment_id, offset = int(turn.args[0]), int(turn.args[1])
    work = assignments.get(turn.tx, assignment_id)
    if work is None or not (post_for(turn.me, work.assignment.unit_id) or may_read(turn, work)):
        turn.say(turn.words("listing.unknown", code=work.shown_code if work else "?"))
        return
    if work.assignment.discreet:
        turn.say(turn.words("listing.card.discreet"))
        return
    events = histories.history(turn.tx, assignment_id, SCREEN, offset)
    left = histories.count(turn.tx, assignment_id) - offset - len(events)
    older = Choice(
        turn.words("listing.history.older").plain,
        "recalling.show",
        (assignment_id, offset + SCREEN),
    )
    turn.say(
        lines(
            turn.words("listing.history", name=named(work)),
            *(line(turn, work, alike[0], len(alike)) for alike in _together(turn, events)),
            None if events else turn.words("listing.history.none"),
        ),
        (older,) if left > 0 else (),
        (work.assignment.subject,),
    )


def _together(turn: Turn, events: Sequence[Event]) -> list[list[Event]]:
    """The events, files that one person gave on one day in one."""

    def alike(event: Event) -> tuple[str, ...]:
        if event.what != PROOF or event.number:
            return (event.what, event.at, event.number)
        return (PROOF, str(local_day(instant(event.at), turn.committee.zone)), event.who)

    found: list[list[Event]] = []
    for event in events:
        if found and event.what == PROOF and alike(found[-1][0]) == alike(event):
            found[-1].append(event)
        else:
            found.append([event])
    return found


def line(turn: Turn, work: Work, event: Event, count: int = 1) -> Text:
    """ "• 09/6: 36 đảng viên (Nguyễn Thị Lan)"; `count` files are one line."""
    day = short_day(local_day(instant(event.at), turn.committee.zone), turn.language)
    if count > 1:
        what = turn.words("listing.history.files", count=count)
    else:
        what = _what(turn, work, event)
    who = told_by(turn, event.reported) if event.reported is not None else event.who
    if not who:
        return turn.words("listing.card.history_nobody", day=day, what=what)
    return turn.words("listing.card.history", day=day, what=what, who=who)


def _what(turn: Turn, work: Work, event: Event) -> Text:
    if event.what == REPORT and event.reported is not None:
        said = kept(turn, work, event.reported)
        if event.reported.source:
            source = shortened(event.reported.source, 40)
            said = turn.words("listing.history.source", what=said, source=source)
        if event.instead is not None:
            now = kept(turn, work, event.instead)
            return turn.words("listing.history.replaced", what=said, now=now)
        return turn.words("listing.history.withdrawn", what=said) if event.taken_back else said
    if event.what == PROOF:
        if not event.number:
            return turn.words("listing.history.file")
        return turn.words("listing.history.document", number=event.number)
    what = requested(turn, event.kind, event.day)
    note = shortened(event.note, 60)
    if event.what == ASKED:
        key = "listing.history.asked_why" if note else "listing.history.asked"
        return turn.words(key, what=what, **({"note": note} if note else {}))
    usual = "listing.history.granted" if event.verdict == GRANTED else "listing.history.returned"
    key = _DECIDED.get((event.kind, event.verdict), usual)
    if (event.kind, event.verdict) == (HELP, GRANTED) and note:
        key = "listing.history.answered"
    said = turn.words(key, **({"what": what} if key == usual else {}))
    if event.kind == CLOSE and event.day is not None:
        day = dated(event.day, turn.today, turn.language)
        said = turn.words("listing.history.new_deadline", what=said, day=day)
    return turn.words("listing.history.why", what=said, note=note) if note else said
