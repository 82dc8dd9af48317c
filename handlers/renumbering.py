"""The number of a document that was told as evidence is put right. What says so is for
domain/document_words.py; no figure is touched.
"""

from __future__ import annotations

from datetime import timedelta

from db import assignments, evidence
from domain.document_words import renumbered
from domain.wording import dated
from handlers.phrases import named
from handlers.subjects import post_for
from handlers.turn import Turn

_RECENT = timedelta(days=2)  # within which a number may have been a slip


def try_words(turn: Turn) -> bool:
    """Whether the message puts the number of a document right that who spoke told lately: of the
    one that it names, else the last one."""
    said = None if turn.incoming.forwarded else renumbered(turn.incoming.text, turn.today)
    if said is None:
        return False
    for told in evidence.documents_of(turn.tx, turn.me.id, turn.now - _RECENT):
        work = assignments.get(turn.tx, told.assignment_id) if told.assignment_id else None
        if work is None or (said.code and work.assignment.code != said.code):
            continue
        if said.former and told.number != said.former:
            continue
        a, number = work.assignment, said.right.number
        day = said.right.dated_on or told.dated_on
        evidence.renumber(turn.tx, told.id, number, day)
        post = post_for(turn.me, a.unit_id)
        turn.record("evidence.corrected", a.subject, f"{told.number} → {number}", post)
        what = f"{number}, {dated(day, turn.today, turn.language)}" if day else number
        turn.say(
            turn.words(
                "reporting.evidence.renumbered", name=named(work), what=what, former=told.number
            ),
            subjects=(a.subject,),
        )
        return True
    return False
