"""What goes to and comes from a chat, the same on every channel. No platform's own words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

Span = tuple[int, int, str]
"""(offset, length, style) in Python characters; style is "bold" or "italic"."""


@dataclass(frozen=True, slots=True)
class Text:
    """A string with spans. Nothing in it is ever parsed, so no name or note can break it."""

    plain: str
    spans: tuple[Span, ...] = ()

    def __add__(self, other: Text | str) -> Text:
        if isinstance(other, str):
            return Text(self.plain + other, self.spans)
        return Text(self.plain + other.plain, self.spans + other.spans_from(len(self.plain)))

    def __bool__(self) -> bool:
        return bool(self.plain)

    def spans_from(self, at: int) -> tuple[Span, ...]:
        """The spans, where the text begins at this place of another."""
        return tuple((start + at, size, style) for start, size, style in self.spans)


def bold(words: str) -> Text:
    """The words, in bold where the channel can."""
    return Text(words, ((0, len(words), "bold"),) if words else ())


def joined(separator: str, parts: Iterable[Text | str]) -> Text:
    """The parts one after another with `separator` between them, spans kept."""
    plain: list[str] = []
    spans: tuple[Span, ...] = ()
    at = 0
    for part in parts:
        if isinstance(part, Text):
            if part.spans:  # few have any
                spans += part.spans_from(at)
            part = part.plain
        plain.append(part)
        at += len(part) + len(separator)
    return Text(separator.join(plain), spans)


def lines(*parts: Text | str | None) -> Text:
    """The parts as lines; None is left out, "" is an empty line."""
    return joined("\n", (part for part in parts if part is not None))


# Kinds of channels, where what is said or done hangs on them; channels are named freely.
TELEGRAM, ZALO = "telegram", "zalo"


class ChatRef(NamedTuple):
    """One chat on one configured channel; `chat` is the platform's id as text."""

    channel: str
    chat: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that may be chosen: what is read, and what then happens.

    `act` names a row of handlers/routes.py; `args` are plain JSON values. Percentages are never
    choices: a typed 5 must not be both 5 % and the fifth choice.
    """

    label: str
    act: str
    args: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class Media:
    """A file that came in, not yet downloaded. `ref` is what the channel needs to fetch it."""

    kind: str  # photo | file
    ref: str
    name: str = ""
    mime: str = ""
    size: int | None = None


class Incoming(NamedTuple):
    """One update, read. `kind`: text, choice, edited, media, unreadable, blocked, unblocked,
    moved, ignored."""

    update_key: str
    at: ChatRef
    sender: str
    kind: str
    text: str = ""
    message_id: str | None = None
    reply_to: str | None = None
    reply_text: str = ""
    offer: str = ""  # what a tapped button carried
    tap_id: str = ""  # the platform's id of the tap, to be answered
    media: tuple[Media, ...] = ()
    sent_at: datetime | None = None
    group: bool = False
    to_us: bool = True  # in a group: it names us, is a command, or answers what we said
    thread: str | None = None  # the topic of a group in which it stands
    has_admins: bool = False  # the platform can be asked who administers this group
    sender_name: str = ""
    forwarded: bool = False
    moved_to: str = ""
    platform: str = TELEGRAM
    album: str = ""  # what pictures or files that were sent together have in common


# Lanes of the outbox, most pressing first.
ANSWER, DIRECTIVE, REMINDER, DIGEST, BROADCAST = (
    "answer",
    "directive",
    "reminder",
    "digest",
    "broadcast",
)


class Outgoing(NamedTuple):
    """One thing to say. `key` is what:whom:slot and is said once however often it is asked.

    `kind` decides the lane and what happens when nobody knows whether it arrived: answer,
    directive, approval, reminder, digest. `subjects` are assignments ("a:12") and directives
    ("d:3") that it is about. `person_id` is whom it reaches, None for a group. `urgent` ones do not
    wait for the end of somebody's quiet hours.
    """

    key: str
    kind: str
    text: Text
    choices: tuple[Choice, ...] = ()
    subjects: tuple[str, ...] = ()
    person_id: int | None = None
    offered_to: int | None = None  # who alone may choose, where the chat is not theirs: a group
    at: ChatRef | None = None
    thread: str | None = None
    reply_to: str | None = None
    due_at: datetime | None = None
    not_after: datetime | None = None
    attachments: tuple[str, ...] = ()  # sha256 of files in the store
    urgent: bool = False

    @property
    def chooser(self) -> int | None:
        """Who alone may choose."""
        return self.person_id if self.offered_to is None else self.offered_to
