"""The words of a directive: typed when they are asked for, or said before in an order. Sends
nothing."""

from __future__ import annotations

import re

from db import directives, recipients
from domain.fold import clean, flat
from handlers import addressing, calling, naming
from handlers.directing import sender_post, show_preview
from handlers.refusing import refuse
from handlers.subjects import reports
from handlers.turn import Turn
from handlers.words import after_order

LONGEST_SUBJECT = 160
LONGEST_BODY = 3000
_LONGEST_NAME = 10  # words
# "gửi chỉ đạo cho phường 7: mai họp": what stands before the colon says to whom.
_GIVEN = re.compile(
    r"(?:(?:nho|xin|hay|dong chi|em|toi|van phong) )*(?:gui|phat|ra|soan)\s+(?:chi dao|van ban)\s*"
    r"(?:\b(?:cho|den|toi|xuong)\s+)?(?P<rest>.+)",
    re.DOTALL,
)
_COLON = re.compile(r"\s*(?::(?!\d)|\n)\s*")


def start(turn: Turn) -> None:
    """ "guichidao": asks for the words."""
    if _may_begin(turn):
        turn.begin("directing.text")
        turn.say(turn.words("direct.write"))


def _may_begin(turn: Turn) -> bool:
    """Whether a directive may be begun now; says why not, or leads back to the one that was."""
    if sender_post(turn) is None:
        refuse(turn, "word:guichidao")
        return False
    if not addressing.anybody(turn):  # said before a text is typed that can go nowhere
        turn.record("denied", "word:guichidao")
        turn.say(turn.words("direct.nobody_below", voice=turn.committee.voice))
        return False
    draft = addressing.begun(turn)
    if draft is None:
        return True
    turn.say(turn.words("direct.begun", subject=draft.subject))
    if recipients.count(turn.tx, draft.id):
        show_preview(turn, draft.id)
    else:
        addressing.ask(turn, draft.id)
    return False


def begin_with(turn: Turn) -> None:
    """Choice: what somebody ordered in a sentence becomes a directive; args: the sentence."""
    sentence = str(turn.args[0])
    turn.args = ()
    if _may_begin(turn):
        _begin(turn, sentence, _called_first(turn, after_order(sentence))[0])


def try_words(turn: Turn) -> bool:
    """Whether the message is a directive in one breath: that it be sent, to whom, what it says."""
    typed = clean(turn.incoming.text).strip()
    given = _GIVEN.fullmatch(flat(typed))
    if given is None or sender_post(turn) is None or not addressing.anybody(turn):
        return False
    rest = typed[given.start("rest") :]
    to, words = _called_first(turn, rest)
    colon = _COLON.search(rest)
    if colon and not words.startswith((":", "\n")):  # several names, or nobody's
        names = rest[: colon.start()]
        to, words = (names if naming.are_known(turn, names) else ""), rest[colon.end() :]
    elif not colon and reports(turn):
        return False  # "gửi chỉ đạo đến các chi bộ, đạt 60%" is what somebody did
    if reports(turn) and not to:
        return False
    words = words.strip(" ,:;-\n")
    if not _may_begin(turn):
        return True
    if words:
        _begin(turn, words, to)
    else:
        turn.begin("directing.text", to=to)
        turn.say(turn.words("direct.write"))
    return True


def _called_first(turn: Turn, words: str) -> tuple[str, str]:
    """The longest beginning of the words that is a group or a unit, and what stands behind it."""
    allowed = addressing.allowed_units(turn)
    ends = [found.start() for found in re.finditer(r"[\s,:]|$", words)][:_LONGEST_NAME]
    for end in reversed(ends):
        meant = calling.called(turn, words[:end], allowed) if words[:end].strip() else None
        if meant and (meant.units or any(not one.person_id for one in meant.several)):
            return words[:end], words[end:].lstrip(" ")
    return "", words


def take_text(turn: Turn) -> None:
    """The words were typed: a new directive, or other words for the one that was begun."""
    if sender_post(turn) is None:
        refuse(turn, "directing.text")
        return
    written = _written(turn, turn.incoming.text)
    if written is None:
        return
    if draft := addressing.begun(turn):
        directives.reword(turn.tx, draft.id, *written)
        show_preview(turn, draft.id)
    else:
        to = turn.conversation.data.get("to", "") if turn.conversation else ""
        _address(turn, _draft(turn, written), to)


def _begin(turn: Turn, words: str, to: str) -> None:
    """A draft of words that were said before, with what was said of whom it is for."""
    written = _written(turn, words)
    if written is not None:
        draft_id = _draft(turn, written)
        turn.say(turn.words("direct.taken", subject=written[0]))
        _address(turn, draft_id, to)


def _written(turn: Turn, text: str) -> tuple[str, str] | None:
    """Subject and text: the first line is the subject, what follows is the text. None when it is
    too long, which is said."""
    subject, _, body = clean(text).strip().partition("\n")
    if len(subject) > LONGEST_SUBJECT:
        subject, body = "", f"{subject}\n{body}"
    subject, body = subject.strip(), body.strip()
    if not subject:  # one long paragraph: its beginning serves as the subject in lists
        subject = body[:LONGEST_SUBJECT].rsplit(" ", 1)[0].rstrip(",;:") + "…"
    if len(body) > LONGEST_BODY:
        turn.say(turn.words("direct.too_long", most=LONGEST_BODY))
        return None
    return subject, body


def _draft(turn: Turn, written: tuple[str, str]) -> int:
    key = f"{turn.incoming.at.channel}:{turn.inbox_id}"
    return directives.draft(turn.tx, turn.me.id, *written, key, turn.now)


def _address(turn: Turn, draft_id: int, to: str) -> None:
    """Puts on the list who was named, and shows it; else asks to whom it goes."""
    if to:
        turn.conversation = None  # no name of an earlier list is still unclear
        naming.take(turn, draft_id, to)
    else:
        addressing.ask(turn, draft_id)


def rewrite(turn: Turn) -> None:
    """Other words, the same recipients."""
    if draft := addressing.own_draft(turn):
        turn.begin("directing.text", draft=draft.id)
        turn.say(turn.words("direct.rewrite", subject=draft.subject))
