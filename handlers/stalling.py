"""Work on which nothing has moved: the former figure stands again ("vẫn vậy"), without the
difficulty when that has ended ("hết vướng"), or it is asked whether it does ("chưa có gì" where 65%
was reached).

A figure that is said, be it nought, is for handlers/entering.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from domain.assignment import AWAITING, TASK
from domain.instants import instant
from domain.message import Choice
from domain.progress import (
    BLOCKED,
    CUMULATIVE,
    DONE,
    IN_PERIOD,
    NOT_STARTED,
    PROGRESS,
    Report,
    Work,
    finishes,
    said_share,
    without_difficulty,
)
from domain.reply.item import Item
from domain.standing_words import (
    says_all_unchanged,
    says_eased,
    says_unchanged,
    says_up_to_now,
    says_zero,
)
from handlers.answering import say_back
from handlers.phrases import reported
from handlers.placing import told_again
from handlers.recording import Entry, instead_of, say_recorded, write
from handlers.refusing import say_unknown
from handlers.spanning import Span
from handlers.subjects import Meant, my_work
from handlers.turn import Turn

STALLED = "stalled"  # the doubt
_SHOWN = 2  # codes in an example
_LOOKED_THROUGH = 200  # assignments of one person


def doubt(work: Work, report: Report, text: str) -> str | None:
    """STALLED where the words say that nothing was done though something was before."""
    a = work.assignment
    if report.intent != NOT_STARTED or report.value is not None:
        return None
    if a.kind == TASK and says_zero(text):
        return None
    return STALLED if (a.value or 0) > 0 or (a.percent or 0) > 0 else None


def choices(turn: Turn, work: Work, item: Item) -> list[Choice]:
    """Both that it may mean: the former figure as before, with whatever else was told, or none. As
    long as nothing else was reported: then "as before" is another figure."""
    a, as_before = work.assignment, _as_before(work)
    since = work.last.id if work.last is not None else 0
    before = item._replace(
        intent=as_before.intent,
        percent=as_before.percent,
        value=as_before.value,
        basis=as_before.basis,
    )
    said = reported(turn, work, replace(as_before, blocked=False)).plain
    if a.discreet:
        still = turn.words("reporting.choice.as_before")
    elif as_before.intent == DONE:
        still = turn.words("correcting.still_done")
    else:
        still = turn.words("reporting.choice.still", said=said)
    return [
        Choice(
            still.plain,
            "reporting.confirm",
            (a.id, [before.as_json()], since),
        ),
        Choice(
            turn.words("reporting.choice.nothing_done").plain,
            "reporting.confirm",
            (a.id, [item.as_json()], since),
        ),
    ]


def try_words(turn: Turn, meant: Meant, text: str) -> bool:
    """Whether the text says that all is as it was, or that the difficulty has ended; then the
    figure that stands is recorded once more, as of now, or the end of the difficulty alone."""
    works = list(meant.by_code.values()) or ([meant.work] if meant.work else [])
    if not works or meant.unclear:
        return False
    if not all(is_as_before(turn, work, text) for work in works):
        return False
    entries = entries_as_before(turn, [(work, text) for work in works])
    say_back(turn, write(turn, entries))
    if meant.unknown:
        say_unknown(turn, meant.unknown)
    return True


def difficulties(turn: Turn, meant: Meant, text: str) -> list[Work]:
    """The works with a difficulty that the text, naming none, may say has ended, where the one in
    mind has none."""
    named = meant.surely or meant.by_code or meant.unclear or meant.unknown or meant.foreign
    if named or turn.incoming.forwarded or not says_eased(text):
        return []
    if meant.work is not None and meant.work.assignment.blocked:
        return []
    return [each for each in my_work(turn, _LOOKED_THROUGH) if each.assignment.blocked]


def try_of_all(turn: Turn, meant: Meant, text: str) -> bool:
    """Whether the text says so of all work, and several are open: then nothing is recorded, since
    nobody has all of them before their eyes, and how to tell it of each is said."""
    if meant.surely or turn.incoming.forwarded or not says_all_unchanged(text):
        return False
    works = meant.candidates or my_work(turn, _SHOWN)
    if len(works) < 2:
        return False
    codes = ", ".join(work.shown_code for work in works[:_SHOWN])
    turn.say(turn.words("reporting.unchanged_how", codes=codes))
    return True


def is_as_before(turn: Turn, work: Work, text: str) -> bool:
    """Whether the text says that this work, of which something stands, is as it was, or rid of its
    difficulty."""
    if turn.incoming.forwarded:
        return False
    if _is_eased(work, text):
        return True
    return says_unchanged(text) and (_has_figure(work) or _is_finished(work))


def entries_as_before(turn: Turn, told: Sequence[tuple[Work, str]], first: int = 0) -> list[Entry]:
    """What stands of each work of which a text says so; `first`: the place of the first one."""
    entries = [_as_of_now(turn, *each, place) for place, each in enumerate(told, first)]
    return [entry for entry in entries if entry is not None]


def _as_of_now(turn: Turn, work: Work, text: str, place: int) -> Entry | None:
    """None of finished work: that it is finished is no news, and was recorded."""
    if work.last is not None and _is_finished(work):
        say_recorded(turn, work, work.last.report, instant(work.last.reported_at))
        return None
    eased = _is_eased(work, text)
    if eased and not _has_figure(work):
        return Entry(work, Report(BLOCKED), place, eased=True)
    now = (turn.today.replace(month=1, day=1), turn.today) if says_up_to_now(text) else None
    entry = _entry(turn, work, now, place)
    return _without_difficulty(entry) if eased else entry


def _is_eased(work: Work, text: str) -> bool:
    a = work.assignment
    return a.blocked and a.state == "open" and says_eased(text)


def _entry(turn: Turn, work: Work, span: Span | None, place: int) -> Entry:
    report = replace(_as_before(work), span=span)
    former = told_again(turn, work, report)
    entry = instead_of(work, report, former, place) if former else Entry(work, report, place)
    return replace(entry, unchanged=True)


def _without_difficulty(entry: Entry) -> Entry:
    return replace(entry, report=without_difficulty(entry.report), eased=True)


def _has_figure(work: Work) -> bool:
    a = work.assignment
    return a.state == "open" and not (a.value is None and a.percent is None)


def _is_finished(work: Work) -> bool:
    a = work.assignment
    return a.kind == TASK and a.state in ("done", AWAITING) and work.last is not None


def _is_what_stands(work: Work, told: Report) -> bool:
    a = work.assignment
    if told.basis == IN_PERIOD or told.blocked != a.blocked:
        return False
    if a.value is not None:
        return told.value == a.value and told.percent in (None, a.percent)
    return told.value is None and told.percent is not None and told.percent == a.percent


def _as_before(work: Work) -> Report:
    """What stands, as somebody would report it today: word for word as it was told, where it was
    told last. A difficulty that was told still stands."""
    a, last = work.assignment, work.last
    told = last.report if last is not None else None
    if told is not None and _is_what_stands(work, told):
        return told
    estimate = told is not None and told.estimate
    blocked, note = (True, told.note) if told is not None and a.blocked else (False, "")
    if a.value is not None:
        basis = CUMULATIVE if work.cumulates else None
        report = Report(PROGRESS, said_share(a), a.value, basis=basis)
        return replace(report, estimate=estimate, blocked=blocked, note=note)
    intent = PROGRESS if a.percent else NOT_STARTED
    report = Report(intent, a.percent, estimate=estimate, blocked=blocked, note=note)
    return replace(report, intent=DONE) if finishes(a.kind, report) else report
