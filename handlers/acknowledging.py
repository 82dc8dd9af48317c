"""A directive is confirmed, by its choice or in words, by those to whom it was sent."""

from __future__ import annotations

from datetime import datetime, timedelta

from db import directives, offers, recipients
from domain.directive import ACKNOWLEDGE, Directive
from domain.fold import fold
from domain.instants import local_day
from domain.message import DIRECTIVE, Choice
from domain.wording import dated, hour
from handlers.refusing import refuse
from handlers.turn import Turn

_ANSWERS_LAST = timedelta(days=3)  # a bare "ok" so long after a directive is about something else

_PLAIN = frozenset(
    {
        "da nhan", "da nhan duoc", "da nhan chi dao", "da nhan van ban", "da nhan thong tin",
        "nhan roi", "da ro", "ro roi", "da doc", "da tiep nhan", "toi da nhan", "em da nhan",
        "da nhan va trien khai",
    }
)  # fmt: skip
_SHORT = frozenset({"ok", "oke", "okie", "ro", "vang", "da", "da vang", "nhan", "duoc", "da biet"})


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
    words = fold(turn.incoming.text).strip(" .!,").removesuffix(" a").removesuffix(" nhe")
    for opening in ("da ", "bao cao dong chi ", "kinh gui dong chi "):
        if words not in _PLAIN and words.removeprefix(opening) in _PLAIN:
            words = words.removeprefix(opening)
    if words not in _PLAIN and words not in _SHORT:
        return False
    directive = _answered(turn)
    if directive is None and words in _PLAIN:
        waiting = directives.waiting_for(turn.tx, turn.me.id)
        if len(waiting) > 1:
            _ask_which(turn, waiting)
            return True
        directive = waiting[0] if waiting else None
    if directive is None:
        return False
    _acknowledge(turn, directive)
    return True


def _answered(turn: Turn) -> Directive | None:
    """The directive whose message this one answers."""
    at, reply_to = turn.incoming.at, turn.incoming.reply_to
    if reply_to:
        said = offers.said_as(turn.tx, at, reply_to)
    else:
        newest = offers.latest_said(turn.tx, at, 1)
        said = newest[0] if newest and turn.now - newest[0].at <= _ANSWERS_LAST else None
    if said is None or said.kind != DIRECTIVE:
        return None
    for subject in said.subjects:
        if subject.startswith("d:") and recipients.is_recipient(
            turn.tx, int(subject[2:]), turn.me.id
        ):
            return directives.get(turn.tx, int(subject[2:]))
    return None


def _ask_which(turn: Turn, waiting: list[Directive]) -> None:
    turn.say(
        turn.words("direct.which"),
        tuple(
            Choice(f"{one.code} {short(one.subject)}", ACKNOWLEDGE, (one.id,)) for one in waiting
        ),
    )


def short(subject: str) -> str:
    return subject if len(subject) <= 40 else subject[:40].rsplit(" ", 1)[0] + "…"
