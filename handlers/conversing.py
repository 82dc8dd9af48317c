"""What holds for every conversation: it is left, taken up again, or restarted after an upgrade."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from db import assignments, conversations, doubts, shown
from domain.codes import normal_code
from domain.mention import codes_in
from handlers.turn import Turn

Handler = Callable[[Turn], None]


class Step(NamedTuple):
    """Where the answer to an open question goes, and what asks that question again.

    `what` is the key of how the conversation is called; `version` rises when `data` changes form.
    `reads_reports`: a code with its figure may be the very answer that is waited for. `of_work`:
    the question is about one assignment, so a code alone asks for a card and thanks say nothing.
    `tells_else`: whether a message about that very work is a report and no answer.
    `free_words`: any words may be the answer, so a code alone is looked up and is none.
    `own_words`: what stands behind a command word makes the whole the answer.
    `leave_anew`: words that announce a leave begin one instead of answering. `left` is the key of
    what is said when "hủy" leaves it.
    """

    take: Handler
    again: Handler
    what: str
    version: int = 1
    reads_reports: bool = False
    of_work: bool = False
    tells_else: Callable[[Turn], bool] | None = None
    free_words: bool = False
    own_words: bool = False
    leave_anew: bool = False
    of_leave: bool = False
    left: str = "common.cancelled"


def known(turn: Turn, steps: Mapping[str, Step]) -> Step | None:
    """The open conversation's step. An unknown one is closed, and that is said."""
    if turn.conversation is None:
        return None
    step = steps.get(turn.conversation.state)
    if step is not None and step.version == turn.conversation.version:
        return step
    turn.end()
    turn.conversation = None
    turn.say(turn.words("common.restarted"))
    return None


def wants_report(turn: Turn, step: Step) -> bool:
    """Whether a code with its figure answers this question; about another assignment than the
    one in question it is a report like any other."""
    if not step.reads_reports or turn.conversation is None:
        return False
    about = turn.conversation.data.get("about", turn.conversation.data.get("blocker"))
    work = assignments.get(turn.tx, int(about)) if about is not None else None
    return work is None or codes_in(turn.incoming.text) == [work.assignment.code]


def tells_of_other(turn: Turn, step: Step) -> bool:
    """Whether a message in a conversation about one assignment names another, or answers a
    message about another: it is no answer."""
    if not step.of_work or turn.conversation is None:
        return False
    if step.tells_else is not None and step.tells_else(turn):
        return True
    work = assignments.get(turn.tx, int(turn.conversation.data.get("about", 0)))
    codes = codes_in(turn.incoming.text)
    if work is not None and not codes and turn.incoming.reply_to:
        answered = shown.by_message(turn.tx, turn.incoming.at, turn.incoming.reply_to)
        return bool(answered) and work.assignment.subject not in answered
    if step.reads_reports:
        return False
    alone = normal_code(turn.incoming.text) is not None  # asks for a card
    return work is not None and bool(codes) and not alone and work.assignment.code not in codes


def waits_for_a_code(turn: Turn) -> bool:
    """Whether the open question is which assignment a text, or a picture, was about."""
    data = turn.conversation.data if turn.conversation else {}
    return "text" in data or "evidence" in data


def waits_for_yes(turn: Turn) -> bool:
    """Whether the open question can be answered by yes, which politeness says too."""
    data = turn.conversation.data if turn.conversation else {}
    return bool(data.get("items") or data.get("why"))


def cancel(turn: Turn, steps: Mapping[str, Step]) -> None:
    """ "hủy": nothing of what was begun is kept."""
    if turn.conversation is None:
        turn.say(turn.words("common.nothing_open"))
        return
    step = steps.get(turn.conversation.state)
    turn.end()
    left: list[str] = []
    if step is not None and step.of_work:
        left = _waiting_codes(turn)
        doubts.settle_all(turn.tx, turn.me.id)
    if len(left) > 1:  # they saw one question only
        turn.say(turn.words("common.cancelled_several", codes=", ".join(left)))
    else:
        turn.say(turn.words(step.left if step else "common.cancelled"))


def _waiting_codes(turn: Turn) -> list[str]:
    """Of which work something was said here that is still to be asked about."""
    waiting = doubts.waiting(turn.tx, turn.me.id, turn.incoming.at, turn.now)
    works = assignments.these(turn.tx, {doubt.assignment_id for doubt in waiting})
    codes = {work.assignment.id: work.shown_code for work in works}
    return list(dict.fromkeys(codes[doubt.assignment_id] for doubt in waiting))


def offer_again(turn: Turn, step: Step) -> None:
    """After something else was done in between: what waits still waits, unless it has just been
    asked again."""
    if turn.asks:
        return
    still = conversations.current(turn.tx, turn.incoming.at, turn.incoming.sender, turn.now)
    if still == turn.conversation:
        turn.say(turn.words("common.still_open", what=turn.words(step.what)))
