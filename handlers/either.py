"""Questions of which there are two answers, to be chosen or told in words: was it a question or a
result, what is left to do or what was reached. Asks and records nothing itself."""

from __future__ import annotations

import re

from domain.fold import fold
from domain.message import Choice
from domain.progress import Work
from domain.reply.item import Item
from domain.wording import figure
from handlers.turn import Turn
from handlers.understanding import understood

QUESTION, LEFT = "doubt.question", "doubt.left_or_reached"
_LEAD = r"(?:(?:da|vang|la|day|do|thi|chi|em|toi|tui|minh|phan|so) )*"
_TAIL = r"(?: (?:thoi|a|nhe|nha|do|day|roi|em|dong chi))*"
# By question, what each of its choices is called.
_ANSWERS = {
    QUESTION: (
        rf"{_LEAD}(?:cau )?hoi(?: tham)?{_TAIL}",
        rf"{_LEAD}(?:ket qua|bao cao)(?: thuc hien)?{_TAIL}",
    ),
    LEFT: (
        rf"{_LEAD}(?:con(?: lai)?(?: phai)?(?: lam)?|chua lam(?: duoc)?|phai lam){_TAIL}",
        rf"{_LEAD}(?:ket qua(?: da)? dat|ket qua|da (?:dat|lam|xong)|dat|dat duoc|lam duoc)"
        rf"(?: duoc)?{_TAIL}",
    ),
}
_REMAINS = re.compile(r"\b(?:còn|con)(?: (?:lại|lai))?\b", re.IGNORECASE)


def choices(turn: Turn, work: Work, key: str, text: str) -> tuple[Choice, ...]:
    """Both answers to the question `key` about the text; none where they are not known."""
    about = work.assignment.id
    if key == QUESTION:
        return (
            Choice(turn.words("doubt.question.asked").plain, "reporting.shown", (about,)),
            Choice(turn.words("doubt.question.told").plain, "reporting.retype", (about, "")),
        )
    return _left_or_reached(turn, work, text) if key == LEFT else ()


def _left_or_reached(turn: Turn, work: Work, text: str) -> tuple[Choice, ...]:
    """What is left is taken from the plan."""
    a = work.assignment
    reading = understood(turn, _REMAINS.sub("đạt", text, count=1), work)
    if not reading.confident or len(reading.items) != 1:
        return ()
    item = reading.items[0]
    if item.value is None or a.plan is None or not 0 <= item.value <= a.plan:
        return ()
    done = a.plan - item.value
    said, rest = (figure(value, a.measure, turn.language) for value in (item.value, done))
    return (
        _confirming(
            work,
            item._replace(value=done),
            turn.words("doubt.left_of_plan", said=said, done=rest).plain,
        ),
        _confirming(work, item, turn.words("doubt.reached", said=said).plain),
    )


def _confirming(work: Work, item: Item, label: str) -> Choice:
    return Choice(label, "reporting.confirm", (work.assignment.id, [item.as_json()]))


def answered(key: str, text: str) -> int | None:
    """Which of the two choices the words mean; None when neither."""
    words = fold(text).strip(" .!")
    found = [place for place, each in enumerate(_ANSWERS.get(key, ())) if re.fullmatch(each, words)]
    return found[0] if len(found) == 1 else None
