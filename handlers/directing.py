"""A directive on its way out: the day to confirm by, preview, sending.

Its words are taken in drafting, who receives it is chosen in addressing; what becomes of it is
followed in following.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from db import directing, directives, recipients
from domain.directive import Directive, worded
from domain.fold import fold
from domain.message import Choice, Text
from domain.person import CHAIR, LEAD, OFFICE, Membership, narrowest
from domain.reading_days import named_day
from domain.wording import full_day, hour
from handlers import addressing
from handlers.phrases import soon
from handlers.turn import Turn

_SHOWN_BODY, _SHOWN_LINES = 500, 2  # of what was just typed, when it is shown once more

_NO = r"(?:thoi )?(?:khong|ko|k|khoi|hong|chang)"
_NO_DAY = re.compile(
    rf"{_NO}(?: (?:can|phai|dat|co|gioi|quy|dinh|thoi|han|hen|ngay|xac|nhan|a|nhe|nha|dau))*"
    r"|bo qua|de trong|vo thoi han"
)
HOUR = re.compile(
    r"\b\d{1,2} ?(?:h|g|gio)(?: ?\d{1,2})?\b|\b\d{1,2}:\d\d\b|\b(?:sang|trua|chieu|toi)\b"
)


def sender_post(turn: Turn) -> Membership | None:
    """The narrowest post through which this person may direct anybody at all."""
    return narrowest([post for post in turn.me.posts if post.role in (LEAD, CHAIR, OFFICE)])


def ask_confirm_by(turn: Turn) -> None:
    """Until when they should have confirmed: three usual days, none, or one that is typed."""
    draft = addressing.own_draft(turn)
    if draft is None:
        return
    if not recipients.count(turn.tx, draft.id):
        addressing.ask(turn, draft.id)
        return
    turn.begin("directing.date", draft=draft.id)
    turn.say(turn.words("direct.confirm_by", soon=soon(turn)), _days(turn, draft.id))


def _days(turn: Turn, draft_id: int) -> tuple[Choice, ...]:
    days = [turn.today, turn.today + timedelta(days=1), _end_of_week(turn.today)]
    return (
        *(
            Choice(
                turn.words("direct.by_day", day=full_day(day, turn.language)).plain,
                "directing.confirm_by",
                (draft_id, day.isoformat()),
            )
            for day in dict.fromkeys(days)
        ),
        Choice(turn.words("direct.no_day").plain, "directing.confirm_by", (draft_id, "")),
    )


def _end_of_week(today: date) -> date:
    """The coming Friday, next week's when this one is near."""
    ahead = (4 - today.weekday()) % 7
    return today + timedelta(days=ahead if ahead > 1 else ahead + 7)


def confirm_by(turn: Turn) -> None:
    """A day was chosen, or none."""
    if draft := addressing.own_draft(turn):
        day = date.fromisoformat(turn.args[1]) if turn.args[1] else None
        directives.set_confirm_by(turn.tx, draft.id, day)
        show_preview(turn, draft.id)


def take_date(turn: Turn) -> None:
    """A day was typed, or that none is wanted."""
    draft = addressing.own_draft(turn)
    if draft is None:
        return
    words = fold(turn.incoming.text).strip(" .!")
    day = named_day(turn.incoming.text, turn.today)
    if _NO_DAY.fullmatch(words):
        directives.set_confirm_by(turn.tx, draft.id, None)
        show_preview(turn, draft.id)
    elif day is None:
        turn.say(turn.words("direct.which_day", soon=soon(turn)), _days(turn, draft.id))
    elif day < turn.today:
        past = turn.words("direct.day_is_past", day=full_day(day, turn.language))
        turn.say(past, _days(turn, draft.id))
    else:
        directives.set_confirm_by(turn.tx, draft.id, day)
        if HOUR.search(words):
            turn.say(turn.words("direct.whole_day", day=full_day(day, turn.language)))
        show_preview(turn, draft.id)


def preview(turn: Turn) -> None:
    """What waits is only the choice."""
    if draft := addressing.own_draft(turn):
        show_preview(turn, draft.id)


def show_preview(turn: Turn, draft_id: int) -> None:
    draft = directives.get(turn.tx, draft_id)
    count = recipients.count(turn.tx, draft_id)
    if draft is None or count == 0:
        addressing.ask(turn, draft_id)
        return
    turn.begin("directing.preview", draft=draft_id)
    turn.say(turn.words("direct.preview", count=count))
    turn.say(_shown(turn, draft), below_preview(turn, draft_id))


def below_preview(turn: Turn, draft_id: int) -> tuple[Choice, ...]:
    """What can be done with a draft that was shown."""
    return (
        Choice(turn.words("direct.send").plain, "directing.send", (draft_id,)),
        Choice(turn.words("direct.edit_text").plain, "directing.rewrite", (draft_id,)),
        Choice(turn.words("direct.edit_people").plain, "addressing.show", (draft_id,)),
        Choice(turn.words("direct.drop").plain, "directing.drop", (draft_id,)),
    )


def _shown(turn: Turn, draft: Directive) -> Text:
    """As a recipient will read it, but for the number, the name and the end of a long text."""
    written = [line for line in draft.body.split("\n") if line.strip()]
    body = "\n".join(written[:_SHOWN_LINES])
    if len(body) > _SHOWN_BODY:
        body = body[:_SHOWN_BODY].rsplit(" ", 1)[0] + "…"
    elif len(written) > _SHOWN_LINES:
        body += "\n…"
    seen = Directive(0, "CĐ…", draft.subject, body, "draft", 0, draft.sender, draft.confirm_by)
    address = turn.committee.address
    return worded(seen, "…", turn.today, language=turn.language, address=address)


def send(turn: Turn) -> None:
    """ "Gửi ngay": once, however often it is tapped."""
    (draft_id,) = turn.args
    draft = directives.get(turn.tx, draft_id)
    if draft is not None and draft.author_id == turn.me.id and draft.state == "sent":
        at = draft.sent_at or turn.now
        turn.say(
            turn.words("direct.sent_before", code=draft.code, hour=hour(at, turn.committee.zone))
        )
        return
    draft = addressing.own_draft(turn)
    post = sender_post(turn)
    if draft is None or post is None or not addressing.keep_only_allowed(turn, draft.id):
        return
    directing.send(
        turn.tx,
        draft.id,
        turn.now,
        f"draft:{draft.id}",
        membership=post,
        address=turn.committee.address,
    )
    turn.end()
    _say_sent(turn, draft.id)


def _say_sent(turn: Turn, directive_id: int) -> None:
    sent = directives.get(turn.tx, directive_id)
    if sent is None:
        raise LookupError(f"directive {directive_id} vanished while it was sent")
    tally = recipients.tally(turn.tx, sent)
    choices = [Choice(turn.words("direct.follow").plain, "following.one", (sent.id,))]
    turn.say(
        turn.words("direct.sent", code=sent.code, subject=sent.subject, count=tally.recipients),
        subjects=(sent.key,),
    )
    if directing.being_sent(turn.tx, sent.id):
        turn.say(turn.words("direct.sent_slowly"))
    if tally.unreachable:
        turn.say(turn.words("direct.sent_but", count=tally.unreachable))
        choices.append(
            Choice(
                turn.words("direct.who_unreachable").plain,
                "following.fate",
                (sent.id, "unreachable", 0),
            )
        )
    turn.say(turn.words("direct.sent_how"), tuple(choices))


def drop(turn: Turn) -> None:
    """ "Hủy": nothing was sent, nothing is kept."""
    if draft := addressing.own_draft(turn):
        directives.drop(turn.tx, draft.id)
        turn.end()
        turn.say(turn.words("direct.dropped"))
