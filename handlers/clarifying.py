"""What follows a question about a report: the answer in words, the choice, or the card's buttons.

Asks by asking and records by reporting; finds out nothing of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from db import assignments
from domain.likeness import LONGEST
from domain.mention import codes_in, document_in, names_time
from domain.progress import BLOCKED, DONE, NOT_STARTED, PROGRESS, Report, Work
from domain.reply.item import Item
from domain.standing_words import says_nothing_done, says_renounced
from handlers import attaching, carding, doubting, either, finishing, stalling
from handlers.answering import say_back
from handlers.asking import ask_blocker, ask_figure, ask_which, item_of, kept, says_already
from handlers.captioning import read_beside
from handlers.entering import take_items
from handlers.fitting import find_fitting, fitted
from handlers.guessing import is_digit
from handlers.phrases import example, named, shortened
from handlers.recording import Entry, write
from handlers.reporting import read, take_reply
from handlers.righting import said_wrong, take_correction
from handlers.spanning import span_of, with_time
from handlers.subjects import Meant, for_code, look_up, my_work, post_for
from handlers.turn import Turn
from handlers.understanding import understood


def clarify(turn: Turn) -> None:
    """The next word after a question of ours: the code, yes or no, or the figure itself."""
    data: dict[str, Any] = turn.conversation.data if turn.conversation else {}
    text = turn.incoming.text
    turn.end()
    turn.conversation = None
    if data.get("blocker"):
        work = _mine(turn, data["blocker"])
        if work is not None and set(codes_in(text)) - {work.assignment.code}:
            take_reply(turn)  # of another assignment
        elif work is not None:
            _take_blocker(turn, work, text)
        return
    if "text" in data:  # which assignment?
        works = for_code(turn, text)
        if len(works) == 1:
            read(turn, data["text"], Meant(works[0]))
        else:
            take_reply(turn)
        return
    if "evidence" in data:
        _take_code_of_evidence(turn, data["evidence"], data.get("words", ""))
        return
    if codes_in(text) or document_in(text, turn.today):
        take_reply(turn)
        return
    rest = said_wrong(turn)
    if "finishing" in data and rest is not None:  # no figure was asked about: the last one is meant
        take_correction(turn, rest)
        return
    text = rest or text  # "sai 40": the figure that was asked about was wrong
    work = _mine(turn, data["about"]) if "about" in data else None
    if work is None:
        return
    if data.get("either") and is_digit(text) and doubting.ask_again(turn, work):
        return
    if "finishing" in data:
        said = finishing.answered(turn, work, item_of(data["finishing"]), text)
        if said is not None:
            take_items(turn, Meant(work, {work.assignment.code: work}), [said], sure=True)
            return
    place = either.answered(data.get("asked", ""), text)
    if place is not None and len(data["acts"]) == 2:
        act, turn.args = data["acts"][place]
        _ANSWERS[act](turn)
        return
    if says_renounced(text):
        _leave(turn, work)
        return
    answer = kept(text)
    if data.get("whether") and answer is None and says_already(text):
        answer = True
    items = [item_of(each) for each in data.get("items", ())]
    if rest and answer is None and any(item.estimate for item in items):
        text = f"ước {rest}"  # "sai, 9100 tỷ" puts the forecast right, and makes no result of it
    if data.get("why") == stalling.STALLED and _take_of_two(turn, work, text, answer):
        return
    if answer is True and items:
        take_items(turn, Meant(work, {work.assignment.code: work}), items, sure=True)
    elif answer is False and data.get("guessed"):
        _leave(turn, work)
    elif answer is False:
        doubting.refuse(turn, work, data.get("span", ""))
    else:
        meant = fitted(turn, text, Meant(work))
        span = None if meant.work is None or names_time(text) else span_of(data.get("span", ""))
        read(turn, with_time(work, span, text), meant)


def _take_of_two(turn: Turn, work: Work, text: str, answer: bool | None) -> bool:
    """Whether the answer to "as before, or nothing done?" is the latter, or a mere yes. "Chưa có
    gì" may still be both."""
    if answer is True:
        return doubting.ask_again(turn, work)
    said = understood(turn, text, work)
    if not said.confident or [item.intent for item in said.items] != [NOT_STARTED]:
        return False
    if not says_nothing_done(text):
        return doubting.ask_again(turn, work)
    take_items(turn, Meant(work, {work.assignment.code: work}), said.items, sure=True)
    return True


def _take_code_of_evidence(turn: Turn, ids: Sequence[int], beside: str) -> None:
    """What a picture was for is the one code that is typed next, with a figure or without. Until
    that is known the picture is asked about again: with what was typed without a code, or after
    what was typed with several."""
    text = turn.incoming.text
    codes = codes_in(text)
    if not codes and document_in(text, turn.today) is None:
        _take_words_of_evidence(turn, list(ids), beside)
        return
    meant = Meant()
    look_up(turn, meant, codes)
    work = next(iter(meant.by_code.values()), None)
    if work is not None and not (len(meant.by_code) > 1 or meant.unclear or meant.unknown):
        attaching.give(turn, work, ids, f"{beside}\n{text}".strip())
        if for_code(turn, text):
            read_beside(turn, work, beside)
            return  # no more than the code
        take_reply(turn)
        return
    take_reply(turn)
    if turn.asks:
        turn.say(turn.words("reporting.evidence.unassigned"))
        return
    works = list(meant.by_code.values()) or my_work(turn, 6)
    said = turn.words("reporting.evidence.which_still")
    attaching.ask_which(turn, list(ids), Meant(candidates=works), beside, said)


def _take_words_of_evidence(turn: Turn, ids: list[int], beside: str) -> None:
    """Words without a code: as if they had stood beside the picture."""
    text = turn.incoming.text.strip()
    meant = find_fitting(turn, text)
    words = f"{beside}\n{text}".strip()[:LONGEST]
    if meant.work is not None:
        attaching.give(turn, meant.work, ids, words)
        read_beside(turn, meant.work, words)
        return
    said = turn.words("reporting.evidence.which_with", said=shortened(text, 60))
    works = Meant(candidates=meant.candidates or my_work(turn, 6))
    attaching.ask_which(turn, ids, works, words, said)


def _take_blocker(turn: Turn, work: Work, text: str) -> None:
    """The blocker in their own words, with the figure if they gave one along."""
    note = " ".join(text.split())
    if is_digit(text):  # neither a cause nor, just now, a figure
        ask_blocker(turn, work)
        return
    reading = understood(turn, text, work)
    figures = [item for item in reading.items if item.intent == PROGRESS]
    if reading.confident and len(figures) == 1:
        item = figures[0]._replace(blocked=True, note=figures[0].note or note)
        take_items(turn, Meant(work), [item])
    else:
        report = Report(BLOCKED, blocked=True, note=note)
        say_back(turn, write(turn, [Entry(work, report)]))


def ask_again(turn: Turn) -> None:
    """The question that waits, once more."""
    data: dict[str, Any] = turn.conversation.data if turn.conversation else {}
    if "text" in data:
        ask_which(turn, data["text"], find_fitting(turn, data["text"]).candidates)
        return
    if "evidence" in data:
        works = Meant(candidates=my_work(turn, 6))
        attaching.ask_which(turn, data["evidence"], works, data.get("words", ""))
        return
    work = _mine(turn, data.get("blocker") or data.get("about") or 0)
    if work is not None and "finishing" in data:
        finishing.ask(turn, work, item_of(data["finishing"]))
    elif work is not None and not doubting.ask_again(turn, work):
        (ask_blocker if data.get("blocker") else ask_figure)(turn, work)


def about(turn: Turn) -> None:
    """Choice: which assignment a text was about; args: the assignment, the text."""
    work = _mine(turn, turn.args[0])
    turn.end()
    if work is not None:
        text = str(turn.args[1])
        meant = Meant(work, {work.assignment.code: work})
        read(turn, text, meant)


def confirm(turn: Turn) -> None:
    """Choice: what was meant; args: the assignment, its items, and where they were said of a former
    report its id: after another one it is asked again."""
    work = _mine(turn, turn.args[0])
    turn.end()
    if work is None:
        return
    if len(turn.args) > 2 and (work.last is None or work.last.id != turn.args[2]):
        if not doubting.ask_again(turn, work):
            ask_figure(turn, work)
        return
    items = [item_of(each) for each in turn.args[1]]
    take_items(turn, Meant(work, {work.assignment.code: work}), items, sure=True)


def all_of_it(turn: Turn) -> None:
    """Choice "Xong toàn bộ" long before the deadline; args: the assignment, the item."""
    work = _mine(turn, turn.args[0])
    if work is not None:
        finishing.ask_once_more(turn, work, item_of(turn.args[1][0]))


def retype(turn: Turn) -> None:
    """Choice "Không, tôi gõ lại"; args: the assignment, the time that the figure is of."""
    work = _mine(turn, turn.args[0])
    turn.end()
    if work is not None:
        doubting.refuse(turn, work, str(turn.args[1]) if len(turn.args) > 1 else "")


def shown(turn: Turn) -> None:
    """Choice "Câu hỏi": it was no report, so the card answers; args: the assignment."""
    work = _mine(turn, turn.args[0])
    turn.end()
    if work is not None:
        doubting.leave(turn, work)
        carding.show(turn, work, reports=True)


# What the words may choose that answer one of two.
_ANSWERS = {"reporting.confirm": confirm, "reporting.retype": retype, "reporting.shown": shown}


def leave(turn: Turn) -> None:
    """Choice "Không": the number was no report; args: the assignment."""
    work = _mine(turn, turn.args[0])
    turn.end()
    if work is not None:
        _leave(turn, work)


def _leave(turn: Turn, work: Work) -> None:
    doubting.leave(turn, work)
    turn.say(
        turn.words(
            "reporting.left", name=named(work), example=f"{work.shown_code} {example(turn, work)}"
        )
    )
    doubting.go_on(turn)


def finished(turn: Turn) -> None:
    """Choice "Xong" on a task's card; args: the assignment."""
    work = _mine(turn, turn.args[0])
    if work is None:
        return
    take_items(turn, Meant(work, {work.assignment.code: work}), [Item(DONE, percent=100)])


def blocker(turn: Turn) -> None:
    """Choice "Có vướng mắc": asks what it is; args: the assignment."""
    work = _mine(turn, turn.args[0])
    if work is not None:
        ask_blocker(turn, work)


def _mine(turn: Turn, assignment_id: Any) -> Work | None:
    """The assignment if who spoke may report on it now; otherwise that is said and noted."""
    work = assignments.get(turn.tx, int(assignment_id))
    if work is not None and post_for(turn.me, work.assignment.unit_id):
        return work
    turn.record("denied", f"a:{int(assignment_id)}", "report")
    turn.say(turn.words("reporting.not_yours"))
    return None
