"""Extensions, closings and help: asked in a sentence, told to who decides."""

from __future__ import annotations

import re
from datetime import date

from db import assignments, doubts, outbox, people, requests
from db.deciders import deciders
from db.requests import CLOSE, EXTEND, HELP, Request
from domain.assignment import TARGET
from domain.delivery import APPROVAL
from domain.fold import fold
from domain.mention import before_reason
from domain.message import Choice, Outgoing, Text, lines
from domain.progress import Work, share
from domain.reply.understanding import Understanding
from domain.wording import dated, percent, whole_day
from handlers import informing
from handlers.phrases import deadline, example, figures, named, requested, shortened, soon
from handlers.request_putting import choices_for, put
from handlers.subjects import may_ask, post_for
from handlers.turn import Turn

UNTIL = "requesting.until"  # the open question for a day

_QUIET = re.compile(r"\b(?:tat|thoi|ngung|dung) (?:nhac|theo doi)\b")
_FINISHED = re.compile(r"\b(?:xac nhan|hoan thanh|hoan tat|ket thuc|nghiem thu|xong)\b")


def ask(
    turn: Turn,
    work: Work,
    kind: str,
    wanted_on: date | None,
    note: str = "",
    item: int = 0,
    *,
    anyway: bool = False,
) -> None:
    """Keeps a request of who spoke, says it back, and tells who decides. That a target is
    finished which is far from its plan is asked first, unless it is to be so `anyway`. What goes
    past the unit's own leads they are told."""
    a = work.assignment
    if not _is_possible(turn, work, kind):
        return
    if kind == EXTEND and (wanted_on is None or _is_no_later(turn, work, wanted_on)):
        _ask_day(turn, work, wanted_on, note)
        return
    if kind == CLOSE and not anyway and _is_far(work):
        _ask_of_far(turn, work)
        return
    kept = requests.add(
        turn.tx,
        kind,
        a.id,
        turn.me.id,
        wanted_on=wanted_on,
        note=note,
        now=turn.now,
        inbox_id=turn.inbox_id,
        item=item,
    )
    if turn.conversation and _is_asked_about(turn, work):
        turn.end()  # the day has come with a report
    turn.demand("requests")
    what = requested(turn, kind, wanted_on)
    turn.record("request", a.subject, f"{a.code} {what.plain}", post_for(turn.me, a.unit_id))
    if kind == CLOSE:
        assignments.await_confirmation(turn.tx, a.id)
        outbox.cancel_unsent_about(turn.tx, a.subject, "awaiting")
        work = assignments.get(turn.tx, a.id) or work
        a = work.assignment
    doubts.settle(turn.tx, turn.me.id, [a.id])  # "không kịp": what to do about it is answered
    asked = deciders(turn.tx, a.unit_id, kind, turn.me.id, turn.today)
    for person_id in asked:
        _tell(turn, work, kept, person_id)
    if not asked:
        informing.tell_office(turn, work, kept)
    lead_told = kind != CLOSE and informing.tell_leads(turn, work, kept, asked)
    key = "requesting.asked" if asked else "requesting.asked_office"
    if kind == CLOSE and asked:
        key = "requesting.asked_close"
    turn.say(
        lines(
            turn.words(
                key,
                name=named(work),
                what=what,
                due=deadline(turn, work),
                voice=turn.committee.voice,
            ),
            turn.words("requesting.reason", note=shortened(note, 200))
            if note and not a.discreet
            else None,
            turn.words("requesting.lead_told") if lead_told else None,
        ),
        subjects=(a.subject,),
    )


def _is_far(work: Work) -> bool:
    a = work.assignment
    return a.kind == TARGET and a.direction == "up" and bool(a.plan) and not a.has_reached_plan


def wishes_quiet(text: str) -> bool:
    """Whether the words wish for no more reminders ("tắt nhắc đi") and say of the work nothing."""
    words = fold(text)
    return _QUIET.search(words) is not None and _FINISHED.search(words) is None


def ask_whether_to_close(turn: Turn, work: Work) -> None:
    """Words that only wish for no more reminders ("tắt nhắc đi") may ask for it to be confirmed."""
    if not _is_possible(turn, work, CLOSE):
        return
    if _is_far(work):
        _ask_of_far(turn, work)
    else:
        _ask_to_close(turn, work, turn.words("requesting.close_whether", name=named(work)))


def _ask_of_far(turn: Turn, work: Work) -> None:
    a = work.assignment
    reached = a.percent if a.percent is not None else share(a.value or 0, a.plan)
    said = turn.words(
        "requesting.close_far",
        name=named(work),
        share=percent(reached or 0, turn.language),
        figures=figures(turn, work),
    )
    _ask_to_close(turn, work, said)


def _ask_to_close(turn: Turn, work: Work, said: Text) -> None:
    a = work.assignment
    turn.say(
        said,
        (
            Choice(turn.words("requesting.close_anyway").plain, "requesting.close_anyway", (a.id,)),
            Choice(turn.words("requesting.close_not").plain, "requesting.close_not", (a.id,)),
        ),
        (a.subject,),
    )


def _is_possible(turn: Turn, work: Work, kind: str) -> bool:
    """Whether anything can still be asked for, by who spoke; otherwise that is said."""
    a = work.assignment
    if a.is_open:
        if may_ask(turn, work):
            return True
        turn.record("denied", a.subject, kind)
        turn.say(turn.words("requesting.not_the_offices"), subjects=(a.subject,))
        return False
    if a.state == "done" and kind in (EXTEND, CLOSE):
        key = "requesting.finished" if kind == EXTEND else "requesting.finished_close"
        day = dated(a.done_on, turn.today, turn.language) if a.done_on else ""
        turn.say(turn.words(key, name=named(work), day=day), subjects=(a.subject,))
    else:
        turn.say(turn.words("requesting.not_open", name=named(work)))
    return False


def _is_no_later(turn: Turn, work: Work, wanted_on: date) -> bool:
    due = work.assignment.due_on
    return wanted_on < turn.today or (due is not None and wanted_on <= due)


def _ask_day(
    turn: Turn,
    work: Work,
    wanted_on: date | None,
    note: str = "",
    choices: tuple[Choice, ...] = (),
) -> None:
    a = work.assignment
    turn.begin(UNTIL, about=a.id, note=note)
    key = "requesting.until" if wanted_on is None else "requesting.until_later"
    if wanted_on is not None and wanted_on < turn.today:
        key = "requesting.until_past"
    turn.say(
        turn.words(
            key,
            name=named(work),
            what=requested(turn, EXTEND, wanted_on) if wanted_on else "",
            soon=soon(turn),
            due=deadline(turn, work),
        ),
        choices,
        (a.subject,),
    )


# Questions of the reader about the day until which more time is wished for.
OF_A_DAY = frozenset(("doubt.past_date", "doubt.which_date"))


def ask_another_day(
    turn: Turn, work: Work, reading: Understanding, text: str, reason: str = ""
) -> None:
    """More time was asked for with a day that has passed or that is none yet; what is typed next is
    the day. Days that were named can be chosen; the reason stays."""
    a = work.assignment
    if not _is_possible(turn, work, EXTEND):
        return
    days = [items[0].date for _, items in reading.readings]
    past = reading.question is not None and reading.question.key == "doubt.past_date"
    note = before_reason(text)[1] or reason
    if past and days:
        _ask_day(turn, work, days[0], note)
        return
    choices = tuple(
        Choice(
            turn.words(label, day=whole_day(items[0].date, turn.language)).plain,
            "reporting.confirm",
            (a.id, [items[0]._replace(note=note or None).as_json()]),
        )
        for label, items in reading.readings
        if items[0].date is not None
    )
    _ask_day(turn, work, None, note, choices)


def ask_until(turn: Turn) -> None:
    """Choice "Xin gia hạn": asks until when; args: the assignment."""
    work = _mine(turn, int(turn.args[0]))
    if work is not None and _is_possible(turn, work, EXTEND):
        _ask_day(turn, work, None)


def again(turn: Turn) -> None:
    """The question for the day, once more."""
    work = asked(turn)
    if work is not None:
        _ask_day(turn, work, None, note_of(turn))


def note_of(turn: Turn) -> str:
    """The reason that was given before the day."""
    return str(turn.conversation.data.get("note", "")) if turn.conversation else ""


def close(turn: Turn) -> None:
    """Choice "Đề nghị xác nhận hoàn thành"; args: the assignment."""
    work = _mine(turn, int(turn.args[0]))
    if work is not None:
        ask(turn, work, CLOSE, None)


def close_anyway(turn: Turn) -> None:
    """Choice: to be confirmed although it is far from its plan; args: the assignment."""
    work = _mine(turn, int(turn.args[0]))
    if work is not None:
        ask(turn, work, CLOSE, None, anyway=True)


def close_not(turn: Turn) -> None:
    """Choice: not to be confirmed yet, for it is far from its plan; args: the assignment."""
    work = _mine(turn, int(turn.args[0]))
    if work is not None:
        turn.say(
            turn.words(
                "requesting.not_closed",
                name=named(work),
                example=f"{work.shown_code} {example(turn, work)}",
            ),
            subjects=(work.assignment.subject,),
        )


def ask_help(turn: Turn) -> None:
    """Choice "Đề nghị cấp trên hỗ trợ" after a blocker; args: the assignment."""
    work = _mine(turn, int(turn.args[0]))
    if work is not None:
        note = work.last.report.note if work.last and work.last.report.blocked else ""
        ask(turn, work, HELP, None, note)


def _mine(turn: Turn, assignment_id: int) -> Work | None:
    work = assignments.get(turn.tx, assignment_id)
    if work is None or post_for(turn.me, work.assignment.unit_id) is None:
        turn.record("denied", f"a:{assignment_id}")
        turn.say(turn.words("reporting.not_yours"))
        return None
    return work


def _is_asked_about(turn: Turn, work: Work) -> bool:
    waiting = turn.conversation
    return (
        waiting is not None
        and waiting.state == UNTIL
        and waiting.data["about"] == work.assignment.id
    )


def asked(turn: Turn) -> Work | None:
    """The work for which a day is asked."""
    if turn.conversation is None:
        return None
    return _mine(turn, int(turn.conversation.data["about"]))


def _tell(turn: Turn, work: Work, kept: Request, person_id: int) -> None:
    theirs = turn.towards(people.language_of(turn.tx, person_id))
    turn.tell(
        Outgoing(
            key=f"{APPROVAL}:{person_id}:{kept.id}",
            kind=APPROVAL,
            text=put(theirs, work, kept, turn.me.full_name),
            choices=choices_for(theirs, kept),
            subjects=(work.assignment.subject,),
            person_id=person_id,
        )
    )
