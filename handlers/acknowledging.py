"""A directive is confirmed, by its choice or in words, by those to whom it was sent."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from db import directives, offers, recipients
from db.offers import Said
from domain.directive import ACKNOWLEDGE, Directive
from domain.fold import fold
from domain.instants import local_day
from domain.message import DIRECTIVE, Choice
from domain.reply.item import ACKNOWLEDGE as RECEIVED
from domain.wording import dated, hour
from handlers.refusing import refuse
from handlers.turn import Turn
from handlers.understanding import understood

_ANSWERS_LAST = timedelta(days=3)  # a bare "ok" so long after a directive is about something else

# Words that confirm a directive though it was not said last; "ok", "vâng", "dạ" confirm only that.
_FULL = re.compile(r"\b(?:nhan|doc|xem|nam|hieu|tiep thu|tiep nhan|quan triet|ro roi|da ro)\b")
_SHORT = re.compile(
    r"\b(?:nhan|doc|xem|nam|hieu|tiep thu|quan triet|ro|ok|oke|okie|vang|da|duoc|biet|thay|nhat tri"
    r"|dong y|chap hanh|tuan lenh|nghiem tuc)\b"
)
_CONFIRMED = frozenset(("xac nhan", "xac nhan da nhan", "em xac nhan", "toi xac nhan"))
_CLAUSES = re.compile(r"[,.;!\n]+")
_LONGEST = 200


def acknowledge(turn: Turn) -> None:
    """ "Đã nhận" was chosen."""
    (directive_id,) = turn.args
    directive = directives.get(turn.tx, directive_id)
    if directive is None or not recipients.is_recipient(turn.tx, directive_id, turn.me.id):
        refuse(turn, ACKNOWLEDGE)
        return
    _acknowledge(turn, directive)


def _acknowledge(turn: Turn, directive: Directive) -> None:
    if recipients.acknowledge(turn.tx, directive.id, turn.me.id, turn.inbox_id, turn.now):
        turn.record("directive.acknowledged", directive.key)
        key, at = "direct.thanks", turn.now
    else:
        key = "direct.thanks_before"
        at = recipients.acknowledged_at(turn.tx, directive.id, turn.me.id) or turn.now
    turn.say(
        turn.words(key, code=directive.code, subject=directive.subject, when=when(turn, at)),
        subjects=(directive.key,),
    )


def when(turn: Turn, at: datetime) -> str:
    zone = turn.committee.zone
    return f"{hour(at, zone)} {dated(local_day(at, zone), turn.today, turn.language)}"


def try_acknowledge(turn: Turn) -> bool:
    """Whether the message is a confirmation in words and was taken as one.

    It counts as a reply to the directive's own message, or when a directive was said last in this
    chat; the fuller words ("đã nhận") also when only one directive waits, or are asked about.
    """
    text = turn.incoming.text
    if not _may_confirm(text):
        return False
    said = _said_before(turn)
    directive = _answered(turn, said)
    # Many a report has a "đã" or "được"; it is read as a confirmation only where it can be one.
    if (directive is None and not _FULL.search(fold(text))) or not _confirms(turn, text):
        return False
    if directive is None:
        return _confirm_waiting(turn, _copied(turn, said))
    _acknowledge(turn, directive)
    return True


def try_plainly(turn: Turn) -> bool:
    """The same while a question about some work is open, which "vâng" may answer but "đã nhận chỉ
    đạo" does not."""
    return bool(_FULL.search(fold(turn.incoming.text))) and try_acknowledge(turn)


def beside(turn: Turn) -> None:
    """ "Đã nhận. CT03 5 đảng viên": a clause of a report confirms the directive that waits. When
    several do, nothing is guessed."""
    text = turn.incoming.text
    if len(text) > _LONGEST or not _FULL.search(fold(text)):
        return
    clauses = [clause.strip() for clause in _CLAUSES.split(text) if clause.strip()]
    confirming = [c for c in clauses if _FULL.search(fold(c)) and _confirms(turn, c)]
    if not confirming or len(confirming) == len(clauses):
        return
    waiting = directives.waiting_for(turn.tx, turn.me.id)
    said = _said_before(turn)
    alone = waiting[0] if len(waiting) == 1 and _copied(turn, said) is None else None
    directive = _answered(turn, said) or alone
    if directive is not None and directive.id in {one.id for one in waiting}:
        _acknowledge(turn, directive)


def _may_confirm(text: str) -> bool:
    """Whether words that confirm stand in it: each of the full ones is among the short ones."""
    return len(text) <= _LONGEST and bool(_SHORT.search(fold(text)))


def _confirms(turn: Turn, text: str) -> bool:
    """Whether a text that may confirm says "got it" and nothing else."""
    if fold(text).strip(" .!,").removesuffix(" a").removeprefix("da ") in _CONFIRMED:
        return True
    reading = understood(turn, text, None)
    intents = {item.intent for item in reading.items}
    return reading.confident and intents == {RECEIVED}


def _confirm_waiting(turn: Turn, copied: Directive | None) -> bool:
    """Confirms the one directive that waits, or asks which; False when there is none. Below a
    copy, which asks nothing of them, even the one that waits is only asked about."""
    waiting = directives.waiting_for(turn.tx, turn.me.id)
    if copied is not None:
        turn.say(turn.words("direct.copy", code=copied.code, subject=short(copied.subject)))
        if waiting:
            _ask_which(turn, waiting)
    elif len(waiting) > 1:
        _ask_which(turn, waiting)
    elif waiting:
        _acknowledge(turn, waiting[0])
    return bool(waiting or copied)


def _said_before(turn: Turn) -> Said | None:
    """The message of ours that this one answers."""
    at, reply_to = turn.incoming.at, turn.incoming.reply_to
    if reply_to:
        return offers.said_as(turn.tx, at, reply_to)
    newest = offers.latest_said(turn.tx, at, 1)
    return newest[0] if newest and turn.now - newest[0].at <= _ANSWERS_LAST else None


def _answered(turn: Turn, said: Said | None) -> Directive | None:
    """The directive that a message of ours brought them, or for which it thanked."""
    thanked = said is not None and all(each.startswith("d:") for each in said.subjects)
    if said is None or not (said.kind == DIRECTIVE or (thanked and said.subjects)):
        return None
    for directive_id in _directives_of(said):
        if recipients.is_recipient(turn.tx, directive_id, turn.me.id):
            return directives.get(turn.tx, directive_id)
    return None


def _copied(turn: Turn, said: Said | None) -> Directive | None:
    """The directive of which a message brought them the copy of somebody for whom they stand in."""
    if said is None or said.kind != DIRECTIVE:
        return None
    for directive_id in _directives_of(said):
        if not recipients.is_recipient(turn.tx, directive_id, turn.me.id):
            return directives.get(turn.tx, directive_id)
    return None


def _directives_of(said: Said) -> list[int]:
    return [int(subject[2:]) for subject in said.subjects if subject.startswith("d:")]


def _ask_which(turn: Turn, waiting: list[Directive]) -> None:
    """Which of those that wait; "đã nhận" below the only one confirms it."""
    turn.say(
        turn.words("direct.which" if len(waiting) > 1 else "direct.whether"),
        tuple(
            Choice(f"{one.code} {short(one.subject)}", ACKNOWLEDGE, (one.id,)) for one in waiting
        ),
        (waiting[0].key,) if len(waiting) == 1 else (),
    )


def short(subject: str) -> str:
    return subject if len(subject) <= 40 else subject[:40].rsplit(" ", 1)[0] + "…"
