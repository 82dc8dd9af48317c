"""Writes reports that are understood and unquestioned, and what follows from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from db import assignments, doubts, outbox, progress, requests
from domain.assignment import CANCELLED, TARGET, TASK
from domain.instants import instant, local_day, stamp
from domain.mention import says_alone
from domain.message import Text
from domain.progress import (
    IN_PERIOD,
    Report,
    Reported,
    Standing,
    Work,
    after,
    replay,
    same,
)
from domain.wording import dated, hour
from handlers.phrases import in_place_of, named, repeated, reported
from handlers.placing import Place, named_period, place
from handlers.spanning import key_of
from handlers.subjects import post_to_report, years
from handlers.timing import frozen_periods
from handlers.turn import Turn

AGAIN = timedelta(minutes=10)  # the same report twice within this is one report


@dataclass(frozen=True, slots=True)
class Behalf:
    """The office reports what `person_id` (None: nobody by name) of a unit told it, and how."""

    person_id: int | None
    source: str


@dataclass(slots=True)
class Entry:
    """One item to be written: `item` is its place in the message."""

    work: Work
    report: Report
    item: int = 0
    supersedes: tuple[int, ...] = ()
    behalf: Behalf | None = None
    again: bool = False  # a second item of one message on the same assignment
    unchanged: bool = False  # it was said that all is as before
    eased: bool = False  # so it is but for a difficulty, which has ended
    replaces: str = ""  # what the superseded report said, when that is not before their eyes


@dataclass(slots=True)
class Written:
    """What was written and where, for saying it back."""

    entry: Entry
    words: Text  # what the report says, without its period
    progress_id: int
    at: Place
    standing: Standing
    state: str


def instead_of(work: Work, report: Report, former: Reported, item: int) -> Entry:
    """The same figure in another period than it was put to."""
    behalf = None
    if former.reported_by is not None:
        behalf = Behalf(former.person_id, former.source)
    report = replace(report, basis=former.report.basis)
    return Entry(work, report, item, (former.id,), behalf)


def write(turn: Turn, entries: Sequence[Entry]) -> list[Written]:
    """Writes each entry that is to be written; says only of the others why they are not."""
    frozen = frozen_periods(turn)
    written: list[Written] = []
    for entry in entries:
        if any(each.entry.work.assignment.id == entry.work.assignment.id for each in written):
            entry = _renewed(turn, entry)
        a = entry.work.assignment
        if a.state == CANCELLED:
            turn.say(turn.words("reporting.cancelled", name=named(entry.work)))
            continue
        if not (entry.behalf or entry.supersedes) and is_over(turn, entry.work):
            turn.say(turn.words("reporting.year_over", name=named(entry.work), year=str(a.year)))
            continue
        entry, old = _like_the_former(turn, entry)
        at = place(turn, entry.work, entry.report, frozen, old)
        if at is None:
            continue
        if not entry.supersedes and _twice(turn, entry, at):
            _say_twice(turn, entry)
        else:
            written.append(_write(turn, entry, at))
    told = [(entry.work.assignment.id, key_of(entry.report.span)) for entry in entries]
    doubts.recorded(turn.tx, turn.me.id, told)
    return written


def is_over(turn: Turn, work: Work) -> bool:
    """Whether a bare code was taken for a closed target of a year that is over. The office may
    still enter figures for it, and what was reported can be put right."""
    a = work.assignment
    return a.state == "done" and a.kind == TARGET and a.year < years(turn)[0]


def _renewed(turn: Turn, entry: Entry) -> Entry:
    """The entry on its assignment as an earlier item of the same message left it."""
    work = assignments.get(turn.tx, entry.work.assignment.id)
    return entry if work is None else replace(entry, work=work, again=True)


def _like_the_former(turn: Turn, entry: Entry) -> tuple[Entry, Reported | None]:
    """A correction that names neither is of the same period, alone or cumulative, as the report
    that it takes the place of; so is one that puts the same figure to another period."""
    old = progress.get(turn.tx, entry.supersedes[0]) if entry.supersedes else None
    if old is None or entry.report.value is None:
        return entry, old
    moved = entry.report.value == old.report.value and _is_of_other(entry, old)
    if entry.report.basis is not None and not (moved and not says_alone(turn.incoming.text)):
        return entry, old
    return replace(entry, report=replace(entry.report, basis=old.report.basis)), old


def _is_of_other(entry: Entry, old: Reported) -> bool:
    """Whether it names another period than that of the report before."""
    return named_period(entry.work, entry.report) not in (None, old.period)


def _twice(turn: Turn, entry: Entry, at: Place) -> bool:
    last = entry.work.last
    return (
        last is not None
        and entry.behalf is None
        and last.period == at.period
        and same(entry.work, entry.report, turn.me.id)
        and turn.now - instant(last.reported_at) < AGAIN
    )


def _say_twice(turn: Turn, entry: Entry) -> None:
    last = entry.work.last
    if last is None:
        raise LookupError("nothing was reported before")
    told = repeated(turn, entry.report) if entry.unchanged else entry.report
    say_recorded(turn, entry.work, told, instant(last.reported_at))


def say_recorded(turn: Turn, work: Work, report: Report, at: datetime) -> None:
    """That this was recorded before, and when."""
    zone = turn.committee.zone
    when, day = hour(at, zone), local_day(at, zone)
    if day != turn.today:
        when = f"{when} {dated(day, turn.today, turn.language)}"
    turn.say(
        turn.words(
            "reporting.already",
            name=named(work),
            what=reported(turn, work, report),
            hour=when,
        ),
        subjects=(work.assignment.subject,),
    )


def _write(turn: Turn, entry: Entry, at: Place) -> Written:
    work, report, a = entry.work, entry.report, entry.work.assignment
    post, behalf = post_to_report(turn, work), entry.behalf
    progress_id = progress.add(
        turn.tx,
        a.id,
        report,
        now=turn.now,
        as_of=at.as_of,
        period=at.period,
        person_id=behalf.person_id if behalf else turn.me.id,
        membership_id=post.id if post else None,
        inbox_id=turn.inbox_id,
        item=entry.item,
        at=turn.incoming.at,
        update_key=turn.incoming.update_key,
        origin=progress.REPORT_FOR if behalf else progress.CHAT,
        reported_by=turn.me.id if behalf else None,
        source=behalf.source if behalf else "",
    )
    for old in entry.supersedes:
        progress.supersede(turn.tx, old, progress_id, turn.now)
    alone = report.value is not None and report.basis == IN_PERIOD
    if entry.supersedes or alone or at.named or at.on:
        held = replay(work, progress.standing(turn.tx, a.id))
    else:
        held = after(work, report, at.as_of)
    held = held._replace(last_id=progress_id, reported_at=stamp(turn.now))
    state, held = settle(turn, work, held)
    outbox.cancel_unsent_about(turn.tx, a.subject, "reported")
    words = reported(turn, work, report)
    act = "correct" if entry.supersedes else "report.for" if behalf else "report"
    told = f" ({behalf.source})" if behalf else in_place_of(turn, post)
    turn.record(act, a.subject, f"{a.code} {at.period} {words.plain}{told}", post)
    turn.demand("progress")
    return Written(entry, words, progress_id, at, held, state)


def settle(turn: Turn, work: Work, held: Standing) -> tuple[str, Standing]:
    """Keeps what stands now in the assignment, and the state that follows; gives both as kept.

    A task that is said to be finished is done on that day: where a committee wants it confirmed
    first, the state between is "awaiting", and whoever may confirm decides. A later report that
    says otherwise opens it again. What was suspended stays so.
    """
    a = work.assignment
    state = a.state
    if held.done_on is not None and state == "open":
        state = "done"
    elif held.done_on is None and state in ("done", "awaiting"):
        if a.kind == TASK:
            state = "open"
        else:  # a target was closed by decision; its last figures may still come in
            held = held._replace(done_on=a.done_on)
    assignments.moved(turn.tx, a, held, state)
    if state == "done" and a.state != "done":
        requests.withdraw(turn.tx, a.id, (requests.EXTEND, requests.HELP))
        waiting = turn.conversation
        if waiting and (waiting.state, waiting.data.get("about")) == ("requesting.until", a.id):
            turn.end()  # until when it may last need not be known any more
    return state, held
