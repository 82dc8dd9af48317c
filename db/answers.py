"""Answers to what somebody types; those that would come too thick join one that still waits.

Decides no wording.
"""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import NamedTuple

from db import offers, outbox
from db.transaction import Row, Tx, as_json
from domain.instants import instant, stamp
from domain.message import ANSWER, ChatRef, Incoming, Outgoing, Text, joined

# Subjects of the one answer to what was sent together: nothing of it may be kept; nobody said what
# it is about.
REFUSED, GUESSED = "masked", "guessed"
MOST_A_MINUTE = 20  # answers in one chat; what is said above that is gathered
_LONGEST = 1800  # characters that are gathered: with its choices it is one message on any channel
_GATHERS = timedelta(seconds=2)  # without another message, before what was gathered goes out
_GATHERS_AT_MOST = timedelta(seconds=10)
_ALBUM = timedelta(seconds=1.5)  # in which the rest of what was sent together comes


class SoFar(NamedTuple):
    """The one answer to what was sent together; `gone`: more can no longer join it; `says_more`: it
    says something beside its first paragraph, which is about the files."""

    subjects: list[str]
    gone: bool
    says_more: bool


def say(tx: Tx, out: Outgoing, now: datetime, counted: bool = False) -> None:
    """Puts an answer in the queue; or, where people type faster than a chat may be answered (or
    the platform has `counted` messages), at the end of the answer that waits there unsent. Its key
    is then that one's."""
    waiting = _waiting(tx, out)
    if waiting is None:
        outbox.enqueue(tx, out, now)
        return
    at, due = ChatRef(waiting["channel"], waiting["chat"]), out.due_at or now
    thick = due <= now and _is_thick(tx, waiting["person_id"], at, now)
    if thick or (due <= now and counted):
        whole = _whole(waiting, out.text)
        last = instant(waiting["created_at"]) + _GATHERS_AT_MOST
        until = stamp(min(now + _GATHERS, last)) if thick else waiting["due_at"]
        subjects = (*waiting["subjects"].split(), *out.subjects)
        if len(whole.plain) <= _LONGEST and _change(tx, waiting, whole, subjects, until):
            if out.choices:
                offers.replace(tx, waiting["id"], at, out.chooser, out.choices, now)
            return
    # What was said first goes first, though it was made to wait for more.
    outbox.enqueue(tx, out._replace(due_at=max(due, instant(waiting["due_at"]))), now)


def album_key(incoming: Incoming) -> str:
    """The key of the one answer to all that was sent together."""
    return f"{ANSWER}:{incoming.at.channel}:album:{incoming.at.chat}:{incoming.album}"


def latest_album(tx: Tx, at: ChatRef) -> str | None:
    """What the pictures have in common whose answer still waits in this chat, where the platform
    does not say what was sent together."""
    key = f"{ANSWER}:{at.channel}:album:{at.chat}:"
    found: str | None = tx.value(
        "SELECT key FROM outbox WHERE key >= :key AND key < :past"
        " AND state = 'queued' ORDER BY id DESC LIMIT 1",
        key=key,
        past=key + "\x7f",
    )
    return None if found is None else found.removeprefix(key)


def so_far(tx: Tx, incoming: Incoming) -> SoFar | None:
    """The answer to what was sent together, if some of it was answered already."""
    row = tx.one(
        "SELECT text, subjects, state FROM outbox WHERE key = :key", key=album_key(incoming)
    )
    if row is None:
        return None
    return SoFar(row["subjects"].split(), row["state"] != "queued", "\n\n" in row["text"])


def gather(tx: Tx, incoming: Incoming, out: Outgoing, now: datetime, *, instead: bool) -> None:
    """Says it in the one answer to all that was sent together, which waits a moment for the rest
    of it: `instead` of what it says so far, else in the place of its first paragraph, with the
    choices there were. What comes after that answer has gone has one of its own."""
    key = album_key(incoming)
    waiting = tx.one(
        "SELECT id, text, spans, subjects, due_at, created_at FROM outbox WHERE key = :key", key=key
    )
    if waiting is None:
        outbox.enqueue(tx, out._replace(key=key, due_at=now + _ALBUM), now)
        return
    former = _said(waiting)
    _, separator, rest = former.plain.partition("\n\n")
    shift = len(former.plain) - len(separator + rest)
    spans = tuple((at - shift, size, style) for at, size, style in former.spans if at >= shift)
    whole = out.text if instead else out.text + Text(separator + rest, spans)
    last = instant(waiting["created_at"]) + _GATHERS_AT_MOST
    subjects = out.subjects if instead else (*waiting["subjects"].split(), *out.subjects)
    if not _change(tx, waiting, whole, subjects, stamp(min(now + _ALBUM, last))):
        say(tx, out, now)
    elif out.at is not None and (instead or out.choices):
        offers.replace(tx, waiting["id"], out.at, out.chooser, out.choices, now)


def _waiting(tx: Tx, out: Outgoing) -> Row | None:
    """The last answer that waits in this chat and of which nothing can have arrived."""
    if out.person_id is None or out.at is None:
        return None
    return tx.one(
        "SELECT id, person_id, channel, chat, text, spans, subjects, due_at, created_at"
        " FROM outbox INDEXED BY outbox_unsent_of_person"
        " WHERE person_id = :person AND state = 'queued' AND lane = 0 AND channel = :channel"
        " AND chat = :chat AND key >= 'answer:' AND key < 'answer;'"
        " AND unknowns = 0 AND parts_sent = 0"
        " ORDER BY id DESC LIMIT 1",
        person=out.person_id,
        channel=out.at.channel,
        chat=out.at.chat,
    )


def _is_thick(tx: Tx, person_id: int, at: ChatRef, now: datetime) -> bool:
    """Whether this chat has had, or has waiting, all answers that it gets in a minute."""
    found: int = tx.value(
        "SELECT (SELECT count(*) FROM outbox INDEXED BY outbox_unsent_of_person"
        "  WHERE person_id = :person AND state = 'queued' AND lane = 0 AND channel = :channel"
        "  AND chat = :chat)"
        " + (SELECT count(*) FROM outbox WHERE channel = :channel AND chat = :chat"
        "  AND sent_at > :since AND lane = 0)",
        person=person_id,
        channel=at.channel,
        chat=at.chat,
        since=stamp(now - timedelta(minutes=1)),
    )
    return found >= MOST_A_MINUTE


def _whole(waiting: Row, text: Text) -> Text:
    """What waits with the new words behind it; the same words are not said twice in a row."""
    former = _said(waiting)
    if f"\n\n{former.plain}".endswith(f"\n\n{text.plain}"):
        return former
    return joined("\n\n", (former, text))


def _said(waiting: Row) -> Text:
    spans = tuple(tuple(span) for span in json.loads(waiting["spans"])) if waiting["spans"] else ()
    return Text(waiting["text"], spans)


def _change(tx: Tx, waiting: Row, whole: Text, subjects: tuple[str, ...], due_at: str) -> bool:
    """Lets the waiting answer say this about these subjects; False when it is being sent."""
    moved = tx.run(
        "UPDATE outbox SET text = :text, spans = :spans, subjects = :subjects,"
        " due_at = max(due_at, :due) WHERE id = :id AND state = 'queued' AND unknowns = 0"
        " AND parts_sent = 0",
        id=waiting["id"],
        text=whole.plain,
        spans=as_json(whole.spans) if whole.spans else "",
        subjects=" ".join(dict.fromkeys(subjects)),
        due=due_at,
    )
    return moved == 1
