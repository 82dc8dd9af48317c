"""Which question the bot asks when a reply can be read in more than one way.

Keys of the catalogue only; why it is asked is for the rules.
"""

from typing import Final

from domain.reply.item import Doubt, Question

FIGURE: Final = "doubt.figure"
VALUE: Final = "doubt.value"

QUESTIONS: Final[dict[str, str]] = {
    "range": "doubt.range",
    "near": "doubt.near",
    "vague": "doubt.vague",
    "two ways": "doubt.two_ways",
    "malformed": "doubt.malformed",
    "two figures": "doubt.two_figures",
    "does not add up": "doubt.does_not_add_up",
    "whose": "doubt.whose",
    "left or reached": "doubt.left_or_reached",
    "left": "doubt.left",
    "change": "doubt.change",
    "compare": "doubt.compare",
    "plan": "doubt.plan",
    "too large": "doubt.too_large",
    "over": "doubt.over",
    "date or fraction": "doubt.date_or_fraction",
    "impossible date": "doubt.impossible_date",
    "past date": "doubt.past_date",
    "which date": "doubt.which_date",
    "other measure": "doubt.other_measure",
    "late": "doubt.late",
    "forecast": "doubt.forecast",
    "future": "doubt.future",
    "value wanted": VALUE,
    "in progress": FIGURE,
    "almost": FIGURE,
    "partial": FIGURE,
    "unfinished": FIGURE,
    "tick": "doubt.tick",
    "short": "doubt.short",
    "question": "doubt.question",
    "mixed": "doubt.mixed",
    "correction": "doubt.correction",
    "which code": "doubt.which_code",
    "not received": "doubt.not_received",
    "long": "doubt.long",
}

# Where something else than percent is counted.
COUNTED: Final[dict[str, str]] = {
    "range": "doubt.counted.range",
    "near": "doubt.counted.near",
    "in progress": VALUE,
    "almost": VALUE,
    "partial": VALUE,
    "unfinished": VALUE,
    "short": VALUE,
}


def question_for(doubt: Doubt, code: str | None = None, counted: bool = False) -> Question:
    """What to ask, with the code that it is about when there is one.

    `counted`: the assignment has a measure of its own, which is not percent.
    """
    return Question((counted and COUNTED.get(doubt.reason)) or QUESTIONS[doubt.reason], code)
