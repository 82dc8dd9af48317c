"""What those who send directives ask of them in words: who has confirmed, who has not, whether one
has; that the others be reminded. What stands in the lists is following's."""

from __future__ import annotations

from db import directives, offers, recipients, units
from db.offers import Said
from domain.addressee_words import name_of
from domain.directive import ACKNOWLEDGED, PENDING, Directive
from domain.directive_words import (
    HAVE,
    NOT_YET,
    ONE,
    REMIND,
    REMIND_THEM,
    Asked,
    asked_of_directive,
)
from domain.message import lines
from domain.person import OFFICE
from handlers import following
from handlers.directing import sender_post
from handlers.subjects import reports
from handlers.turn import Turn

_MOST = 8  # lines of one unit's people


def try_words(turn: Turn) -> bool:
    """Whether the message asks for what became of a directive that they follow."""
    asked = asked_of_directive(turn.incoming.text)
    if asked is None or sender_post(turn) is None:
        return False
    said = _said_before(turn)
    directive = _by_code(turn, asked.code) if asked.code else _spoken_of(turn, said)
    if asked.kind == REMIND_THEM and directive is None:
        return False  # "nhắc" may be of any work
    sure = directive is not None
    if directive is not None and asked.kind == REMIND_THEM:
        sure = _is_certain(turn, said, directive)
    if directive is None and not asked.code:
        directive, sure = _newest(turn)
    if directive is None:
        if asked.kind == ONE or reports(turn):
            return False
        turn.say(turn.words("direct.no_such" if asked.code else "direct.none_sent"))
        return True
    return _answer(turn, asked, directive, sure)


def _answer(turn: Turn, asked: Asked, directive: Directive, sure: bool) -> bool:
    """`sure`: it can be no other directive; else nobody is reminded before that is chosen."""
    if asked.kind == ONE:
        return _tell_of(turn, asked.who, directive)
    fate = {NOT_YET: PENDING, HAVE: ACKNOWLEDGED}.get(asked.kind)
    if fate is not None and getattr(recipients.tally(turn.tx, directive), fate):
        following.list_fate(turn, directive, fate)
    elif asked.kind in (REMIND, REMIND_THEM) and sure:
        following.remind(turn, directive)
    else:  # also where nobody is in the list: others may be out of reach
        following.show_counts(turn, directive)
    return True


def _said_before(turn: Turn) -> Said | None:
    if turn.incoming.reply_to:
        return offers.said_as(turn.tx, turn.incoming.at, turn.incoming.reply_to)
    newest = offers.latest_said(turn.tx, turn.incoming.at, 1)
    return newest[0] if newest else None


def _by_code(turn: Turn, code: str) -> Directive | None:
    whole = code if "/" in code else f"{code}/{turn.today.year}"
    return _followed(turn, directives.by_code(turn.tx, whole))


def _spoken_of(turn: Turn, said: Said | None) -> Directive | None:
    """The one directive that our message before was about."""
    ids = [int(each[2:]) for each in said.subjects if each.startswith("d:")] if said else []
    return _followed(turn, directives.get(turn.tx, ids[0])) if len(ids) == 1 else None


def _followed(turn: Turn, directive: Directive | None) -> Directive | None:
    if directive is None or directive.state != "sent":
        return None
    return directive if following.may_follow(turn, directive) else None


def _is_certain(turn: Turn, said: Said | None, directive: Directive) -> bool:
    """Whether "nhắc" alone can mean nothing else: it stands among the choices before them."""
    offer = offers.below(turn.tx, said) if said else None
    wanted = (following.REMIND, (directive.id,))
    return offer is not None and wanted in [(one.act, one.args) for one in offer.choices]


def _newest(turn: Turn) -> tuple[Directive | None, bool]:
    """What was sent last by them, or by anybody for the office; whether there is no other."""
    author = None if turn.me.has_role(OFFICE) else turn.me.id
    sent = directives.sent(turn.tx, author, 2)
    return (sent[0] if sent else None), len(sent) == 1


def _tell_of(turn: Turn, who: str, directive: Directive) -> bool:
    """Whether a unit's people, or somebody, have confirmed; False when nobody is called so."""
    called = units.called(turn.tx, who, turn.today)
    found = recipients.within(turn.tx, directive.id, [unit.id for unit in called], name_of(who))
    if not found and not called:
        return False
    if not found:
        where = called[0].name if len(called) == 1 else who
        said = turn.words("direct.not_sent_to", code=directive.code, where=where)
    else:
        said = lines(
            turn.words("direct.one_head", code=directive.code, subject=directive.subject),
            *(following.fate_line(turn, one) for one in found[:_MOST]),
            turn.words("direct.and_others", count=len(found) - _MOST)
            if len(found) > _MOST
            else None,
        )
    turn.say(said, subjects=(directive.key,))
    return True
