""" "Xong" on work with reporting periods: the part of this one, or all of it? Records nothing."""

from __future__ import annotations

import re
from datetime import timedelta

from domain.assignment import TASK
from domain.fold import fold, has_digit
from domain.mention import without_codes
from domain.message import Choice
from domain.period import ON_DEMAND, days_of, in_words
from domain.progress import DONE, PROGRESS, Report, Work, finishes, report_of
from domain.reply.item import Item
from domain.wording import dated
from handlers.phrases import named
from handlers.placing import named_period
from handlers.subjects import Meant
from handlers.timing import frozen_periods, period_for, reporting_of
from handlers.turn import Turn
from handlers.understanding import understood

PART_OR_ALL = "part_or_all"  # the doubt

_ALL = re.compile(r"\b(?:toan bo|ca viec|ca cong viec|tat ca|ca nam|dut diem|tron ven)\b")
_PART = re.compile(r"\b(?:phan|ky|tuan|thang|quy|bao cao)\b")
_TIME = re.compile(
    r"\b(?:tuan|thang|quy) (?:nay|truoc|roi|[ivx]+\b|\d+(?:/\d+)?)"
    r"|\b[69] thang(?: dau nam| nay)?\b"
)
_LONG = timedelta(days=45)
_LONGEST = 60  # characters of an answer
_DONE = re.compile(r"\b(?:xong|hoan thanh)\b")
_NOT_YET = re.compile(
    r"\b(?:chua|khong|ko|k|sap|gan|co ban|se|phai|can|neu|du kien|phan dau|co gang|truoc|den)\b"
)

_SIGNS = re.compile(r"[.,!:;]+")
_KIND = (
    r"(?:#|da|vang|em|toi|tui|minh|anh|chi|ben|phuong|xa|roi|moi|vua|co|duoc|ca|bao cao|bc|cai"
    r"|viec|so lieu|van phong|vp|thanh uy|cap tren|dong chi|cho|len|qua|hom qua|hom nay|sang nay"
    r"|chieu qua|tuan truoc|a|nhe|nha|do|xong|ma|lau)"
)
# "NV07 gửi rồi", "đã nộp báo cáo NV07"
_SENT = re.compile(rf"(?:{_KIND} )*(?:gui|nop|trinh|chuyen)(?: {_KIND})*")
_IS_SENT = re.compile(r"\b(?:da|roi|moi|vua|xong)\b")


def doubt(turn: Turn, work: Work, report: Report) -> str | None:
    """PART_OR_ALL where a report would finish a task of which later periods are still awaited,
    unless its words say that all of it is meant."""
    a = work.assignment
    if a.kind != TASK or a.state != "open" or not finishes(a.kind, report):
        return None
    if reporting_of(work) == ON_DEMAND or _ALL.search(fold(turn.incoming.text)):
        return None
    ends_on = days_of(_period(turn, work, report))[1]
    return None if a.due_on is not None and a.due_on <= ends_on else PART_OR_ALL


def ask_of_words(turn: Turn, work: Work, text: str) -> bool:
    """Whether doubtful words say that something of periodic work is done ("xong báo cáo tháng
    này"); then which is asked."""
    words, item = fold(text), Item(DONE, percent=100)
    if not (_DONE.search(words) and _PART.search(words)) or _NOT_YET.search(words):
        return False
    if doubt(turn, work, report_of(item)) is None:
        return False
    ask(turn, work, item)
    return True


def ask(turn: Turn, work: Work, item: Item) -> None:
    """Asks which."""
    a, period = work.assignment, in_words(_period(turn, work, report_of(item)), turn.language)
    turn.begin("reporting.clarify", about=a.id, finishing=item.as_json())
    act = "reporting.all_of_it" if _is_long_before(turn, work, item) else "reporting.confirm"
    turn.say(
        turn.words("reporting.doubt.part_or_all", name=named(work), period=period),
        (
            _part(turn, work, item, "reporting.choice.part"),
            Choice(turn.words("reporting.choice.all").plain, act, (a.id, [item.as_json()])),
        ),
        (a.subject,),
    )


def _part(turn: Turn, work: Work, item: Item, key: str) -> Choice:
    period = in_words(_period(turn, work, report_of(item)), turn.language)
    args = (work.assignment.id, [part_of(turn, item).as_json()])
    return Choice(turn.words(key, period=period).plain, "reporting.confirm", args)


def _is_long_before(turn: Turn, work: Work, item: Item) -> bool:
    """Whether reports of further periods are awaited before the deadline."""
    due_on, ends_on = work.assignment.due_on, days_of(_period(turn, work, report_of(item)))[1]
    return due_on is not None and due_on - ends_on > _LONG


def ask_once_more(turn: Turn, work: Work, item: Item) -> None:
    """One slip would end the reports of the whole year: asks whether all of it is meant. What is
    all stands first here, so that the same digit sent twice means the part."""
    a = work.assignment
    shape = item.as_json()
    turn.begin("reporting.clarify", about=a.id, finishing=shape, items=[shape], guessed=True)
    due = dated(a.due_on, turn.today, turn.language) if a.due_on else ""
    turn.say(
        turn.words("reporting.doubt.all", name=named(work), due=due),
        (
            Choice(
                turn.words("reporting.choice.all_sure").plain, "reporting.confirm", (a.id, [shape])
            ),
            _part(turn, work, item, "reporting.choice.part_only"),
        ),
        (a.subject,),
    )


def ask_whether(turn: Turn, work: Work) -> None:
    """Of an open task on which something was brought about: is all of it finished?"""
    a, item = work.assignment, Item(DONE, percent=100)
    if a.kind != TASK or a.measure or a.state != "open":
        return
    if doubt(turn, work, report_of(item)) is not None:
        ask(turn, work, item)
        return
    turn.begin("reporting.clarify", about=a.id, items=[item.as_json()], guessed=True, whether=True)
    turn.say(
        turn.words("reporting.whether_done", name=named(work)),
        (
            Choice(
                turn.words("reporting.choice.done").plain,
                "reporting.confirm",
                (a.id, [item.as_json()]),
            ),
            Choice(turn.words("reporting.choice.not_all").plain, "reporting.leave", (a.id, "")),
        ),
        (a.subject,),
    )


def try_sent(turn: Turn, meant: Meant, text: str) -> bool:
    """Whether the words say no more than that something was sent, of a task that is a report; then
    it is asked whether that is all of it."""
    work = meant.work
    if work is None or len(meant.by_code) > 1 or turn.incoming.forwarded:
        return False
    a = work.assignment
    if a.kind != TASK or a.measure or a.state != "open" or "bao cao" not in fold(a.title):
        return False
    words = " ".join(_SIGNS.sub(" ", fold(without_codes(text, " # "))).split())
    if not (_SENT.fullmatch(words) and _IS_SENT.search(words)):
        return False
    ask_whether(turn, work)
    return turn.speaks


def answered(turn: Turn, work: Work, item: Item, text: str) -> Item | None:
    """What an answer in words means; None when it is neither, or more than an answer."""
    words = fold(text)
    time = _TIME.search(words)
    rest = _TIME.sub("", words)
    if len(words) > _LONGEST or has_digit(rest) or _NOT_YET.search(rest):
        return None
    if _ALL.search(words):
        return item
    if not _PART.search(words):
        return None
    said = understood(turn, f"{time[0]} da xong", work).items if time else ()
    span = next((each.span for each in said if each.span is not None), item.span)
    return part_of(turn, item)._replace(span=span)


def part_of(turn: Turn, item: Item) -> Item:
    """The period's part is done: a report without a figure, in words."""
    note = turn.words("reporting.said.part_done").plain
    return item._replace(intent=PROGRESS, percent=None, done=None, total=None, on=None, note=note)


def _period(turn: Turn, work: Work, report: Report) -> str:
    return named_period(work, report) or period_for(turn, work, frozen_periods(turn))[0]
