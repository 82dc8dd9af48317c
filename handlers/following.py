"""What became of directives: what waits for me, and for those who sent them who has confirmed."""

from __future__ import annotations

from db import directing, directives, recipients
from domain.directive import (
    ACKNOWLEDGED,
    FATES,
    PENDING,
    UNREACHABLE,
    Directive,
    Recipient,
    choices,
    worded,
)
from domain.fold import fold
from domain.message import Choice, Text, lines
from domain.person import OFFICE
from domain.wording import dated
from handlers.acknowledging import short, when
from handlers.directing import sender_post
from handlers.refusing import refuse
from handlers.turn import Turn

PAGE = 8
REMIND = "following.again"  # the act behind "Nhắc người chưa nhận"
_LISTED = 6


def show(turn: Turn) -> None:
    """ "chidao": what waits for me, and what I follow."""
    waiting = directives.waiting_for(turn.tx, turn.me.id, _LISTED)
    followed = _followed(turn)
    shown: list[Choice] = []
    if waiting:
        turn.say(
            lines(
                turn.words("direct.waiting", count=len(waiting)),
                *(_waiting_line(turn, one) for one in waiting),
            )
        )
        shown += [
            Choice(turn.words("direct.read", code=one.code).plain, "following.one", (one.id,))
            for one in waiting
        ]
    elif not followed:
        turn.say(turn.words("direct.nothing_waits"))
    if followed:
        turn.say(
            lines(
                turn.words("direct.followed"),
                *(_followed_line(turn, one) for one in followed),
            )
        )
        ids = {one.id for one in waiting}
        shown += [
            Choice(turn.words("direct.look", code=one.code).plain, "following.one", (one.id,))
            for one in followed
            if one.id not in ids
        ]
    if shown:
        turn.say(turn.words("direct.choose_one"), tuple(shown))


def _followed(turn: Turn) -> list[Directive]:
    """The office follows all, others what they sent."""
    if sender_post(turn) is None:
        return []
    author = None if turn.me.has_role(OFFICE) else turn.me.id
    return directives.sent(turn.tx, author, _LISTED)


def _waiting_line(turn: Turn, one: Directive) -> Text:
    if one.confirm_by is None:
        return turn.words("direct.waiting_line", code=one.code, subject=short(one.subject))
    return turn.words(
        "direct.waiting_line_by",
        code=one.code,
        subject=short(one.subject),
        day=dated(one.confirm_by, turn.today, turn.language),
    )


def _followed_line(turn: Turn, one: Directive) -> Text:
    done, count = recipients.confirmed(turn.tx, one.id)
    sending = directing.being_sent(turn.tx, one.id)
    return turn.words(
        "direct.followed_line_sending" if sending else "direct.followed_line",
        code=one.code,
        subject=short(one.subject),
        done=done,
        all=count,
    )


def show_one(turn: Turn, code: str) -> None:
    """A directive's code was typed; without a year it is this year's."""
    whole = code if "/" in code else f"{code}/{turn.today.year}"
    _show(turn, directives.by_code(turn.tx, whole))


def show_chosen(turn: Turn) -> None:
    """A directive was chosen from a list."""
    _show(turn, directives.get(turn.tx, turn.args[0]))


def may_follow(turn: Turn, directive: Directive) -> bool:
    return turn.me.has_role(OFFICE) or (
        directive.author_id == turn.me.id and sender_post(turn) is not None
    )


def _show(turn: Turn, directive: Directive | None) -> None:
    if directive is None or directive.state != "sent":
        turn.say(turn.words("direct.no_such"))
    elif recipients.is_recipient(turn.tx, directive.id, turn.me.id):
        _show_received(turn, directive)
    elif may_follow(turn, directive):
        show_counts(turn, directive)
    else:
        turn.say(turn.words("direct.no_such"))


def _show_received(turn: Turn, directive: Directive) -> None:
    confirmed = recipients.acknowledged_at(turn.tx, directive.id, turn.me.id)
    turn.say(
        worded(
            directive,
            turn.me.given_name,
            turn.today,
            language=turn.language,
            address=turn.committee.address,
            confirmed=confirmed is not None,
        ),
        () if confirmed else choices(directive.id, turn.me.language, turn.committee.address),
        (directive.key,),
    )
    if confirmed:
        turn.say(turn.words("direct.confirmed_at", when=when(turn, confirmed)))


def show_counts(turn: Turn, directive: Directive) -> None:
    tally = recipients.tally(turn.tx, directive)
    counts = {fate: getattr(tally, fate) for fate in FATES}
    sending = directing.being_sent(turn.tx, directive.id)
    sent_at = directive.sent_at or turn.now
    turn.say(
        lines(
            turn.words("direct.one_head", code=directive.code, subject=directive.subject),
            turn.words("direct.one_sent", when=when(turn, sent_at), count=tally.recipients),
            turn.words("direct.one_by", day=dated(directive.confirm_by, turn.today, turn.language))
            if directive.confirm_by
            else None,
            *(turn.words(f"direct.count_{fate}", count=counts[fate]) for fate in FATES),
            turn.words("direct.one_sending") if sending else None,
        ),
        (
            *(
                Choice(
                    turn.words(f"direct.list_{fate}", count=counts[fate]).plain,
                    "following.fate",
                    (directive.id, fate, 0),
                )
                for fate in (PENDING, UNREACHABLE, "unknown", ACKNOWLEDGED)
                if counts[fate]
            ),
            *((_remind_choice(turn, directive),) if tally.pending and not sending else ()),
        ),
        (directive.key,),
    )


def _remind_choice(turn: Turn, directive: Directive) -> Choice:
    return Choice(turn.words("direct.remind").plain, REMIND, (directive.id,))


def show_fate(turn: Turn) -> None:
    """One of the four lists, a page at a time."""
    directive_id, fate, start = turn.args
    directive = directives.get(turn.tx, directive_id)
    if directive is None or not may_follow(turn, directive):
        refuse(turn, "following.fate")
    else:
        list_fate(turn, directive, fate, start)


def list_fate(turn: Turn, directive: Directive, fate: str, start: int = 0) -> None:
    """The people of one fate; those who have not confirmed can be reminded from there."""
    count = getattr(recipients.tally(turn.tx, directive), fate)
    page = recipients.of(turn.tx, directive.id, fate, start, PAGE)
    rest = count - start - len(page)
    shown = []
    if rest > 0:
        label = turn.words("direct.more", count=rest).plain
        shown.append(Choice(label, "following.fate", (directive.id, fate, start + PAGE)))
    if fate == PENDING and not directing.being_sent(turn.tx, directive.id):
        shown.append(_remind_choice(turn, directive))
    turn.say(
        lines(
            turn.words(f"direct.head_{fate}", code=directive.code, count=count),
            *(_person_line(turn, one) for one in page),
        ),
        tuple(shown),
        (directive.key,),
    )


def _person_line(turn: Turn, one: Recipient) -> Text:
    if one.fate == ACKNOWLEDGED and one.acknowledged_at:
        at = when(turn, one.acknowledged_at)
        return turn.words("direct.person_at", name=one.full_name, unit=one.unit, when=at)
    if one.fate == UNREACHABLE:
        why = turn.words(f"direct.why_{_why(one.why)}")
        return turn.words("direct.person_why", name=one.full_name, unit=one.unit, why=why)
    return turn.words("direct.person", name=one.full_name, unit=one.unit)


def fate_line(turn: Turn, one: Recipient) -> Text:
    """A recipient with what is known of them, where others stand beside them in other lists."""
    if one.fate in (ACKNOWLEDGED, UNREACHABLE):
        return _person_line(turn, one)
    return turn.words(f"direct.person_{one.fate}", name=one.full_name, unit=one.unit)


def _why(reason: str) -> str:
    """A reason from the books or the platform as one of the few that an office can act on."""
    known = fold(reason)
    if known in ("invited", "unreachable"):
        return "absent"
    if known == "channel stopped":
        return "stopped"
    if known in ("declined", "left"):
        return known
    if "block" in known or "forbidden" in known or "deactivat" in known or "kicked" in known:
        return "blocked"
    if "handed over" in known or "not their chat" in known:
        return "passed"
    return "undelivered"


def remind_pending(turn: Turn) -> None:
    """One more message to those who have not confirmed, at most one a day."""
    (directive_id,) = turn.args
    directive = directives.get(turn.tx, directive_id)
    if directive is None or not may_follow(turn, directive):
        refuse(turn, REMIND)
    else:
        remind(turn, directive)


def remind(turn: Turn, directive: Directive) -> None:
    """Reminds those who have not confirmed, and says how many they are."""
    told = directing.remind(turn.tx, directive, turn.now, turn.today, turn.committee.address)
    if told:
        turn.record("directive.again", directive.key, text=str(told))
        key = "direct.reminded"
    elif directing.being_sent(turn.tx, directive.id):
        key = "direct.reminded_early"
    else:
        key = "direct.reminded_before"
    turn.say(turn.words(key, count=told, code=directive.code), subjects=(directive.key,))
