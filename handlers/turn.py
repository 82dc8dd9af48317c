"""One message's turn: who spoke, when, in which transaction, and what is said back."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any

from db import answers, audit, conversations, jobs, outbox
from db.conversations import Conversation
from db.transaction import Tx
from domain.committee import Committee
from domain.instants import local_day
from domain.message import ANSWER, ZALO, Choice, Incoming, Outgoing, Text, joined
from domain.person import Membership, Person
from domain.texts import say


@dataclass(slots=True)
class Turn:
    """What a handler gets. It reads and writes through db/ with `tx`, speaks by `say` and `tell`.

    Everything said in one turn goes out as one message, so nobody gets one too many. `person` is
    None for a stranger. `args` are the chosen choice's, if a choice was made.
    """

    tx: Tx
    now: datetime
    committee: Committee
    incoming: Incoming
    inbox_id: int
    person: Person | None = None
    conversation: Conversation | None = None
    args: tuple[Any, ...] = ()
    _said: list[Text] = field(default_factory=list)
    choices: tuple[Choice, ...] = ()  # below what is said
    _subjects: list[str] = field(default_factory=list)
    demands: dict[str, int] = field(default_factory=dict)
    bore_code: bool = False  # the raw message holds an invitation code: the worker empties it
    not_for_us: str = ""  # why it is ignored: talk of a group. The worker empties it too
    tap_answer: str = ""  # a few words for who tapped alone, beside whatever is said
    asks: bool = False  # a question that waits for an answer was asked in this turn
    slower: timedelta = timedelta(0)  # how much later than at once the answer goes out
    _gathers: bool | None = None
    today: date = field(init=False)  # where the committee is

    def __post_init__(self) -> None:
        self.today = local_day(self.now, self.committee.zone)

    @property
    def me(self) -> Person:
        """The person who spoke; no stranger gets into a handler that asks for it."""
        if self.person is None:
            raise LookupError("a stranger spoke")
        return self.person

    @property
    def language(self) -> str:
        """The person's; a stranger is spoken to in the committee's."""
        return self.person.language if self.person else self.committee.language

    def words(self, key: str, **fields: Any) -> Text:
        """A sentence of the catalogue in the person's language and the committee's form."""
        language = self.person.language if self.person else self.committee.language
        return say(key, language, self.committee.address, **fields)

    def towards(self, language: str) -> Turn:
        """This turn with its words in the language of whoever else is told of it; to be worded
        with, not spoken by."""
        if language == self.language:
            return self
        if self.person is None:
            return replace(self, committee=replace(self.committee, language=language))
        return replace(self, person=self.person._replace(language=language))

    def say(
        self, text: Text | str, choices: tuple[Choice, ...] = (), subjects: tuple[str, ...] = ()
    ) -> None:
        """Adds to this turn's one answer. The last choices given stand."""
        self._said.append(Text(text) if isinstance(text, str) else text)
        if choices:
            self.choices = choices
        self._subjects += [subject for subject in subjects if subject not in self._subjects]

    def gather(self, *, instead: bool) -> None:
        """What is said joins the one answer to all that was sent together: `instead` of what that
        answer says so far, else its first paragraph and its choices alone."""
        self._gathers = instead

    def tell(self, out: Outgoing) -> int | None:
        """Something for another person; None when it was said already."""
        return outbox.enqueue(self.tx, out, self.now)

    def job(self, key: str, kind: str, payload: dict[str, Any]) -> None:
        """Work that must not happen inside a transaction: a download, a picture, a document."""
        jobs.enqueue(self.tx, key, kind, payload, self.now)

    def record(
        self, act: str, subject: str, text: str = "", membership: Membership | None = None
    ) -> None:
        """A link in the audit chain, in the name of who spoke."""
        audit.record(
            self.tx,
            self.now,
            act,
            subject,
            actor_id=self.person.id if self.person else None,
            membership_id=membership.id if membership else None,
            text=text,
        )

    def begin(self, state: str, version: int = 1, **data: Any) -> None:
        """Opens a conversation: the next message that does not stand on its own goes to `state`."""
        self.asks = True
        conversations.begin(
            self.tx,
            self.incoming.at,
            self.incoming.sender,
            self.now,
            Conversation(state, version, data),
        )

    def end(self) -> None:
        """Closes the conversation."""
        conversations.end(self.tx, self.incoming.at, self.incoming.sender)

    def demand(self, table: str, rows: int = 1) -> None:
        """Notes what this message's understanding demands, so the books can be reconciled."""
        self.demands[table] = self.demands.get(table, 0) + rows

    @property
    def speaks(self) -> bool:
        """Whether anything is said."""
        return bool(self._said)

    @property
    def offers(self) -> bool:
        """Whether something can be chosen below what is said."""
        return bool(self.choices)

    def finish(self) -> None:
        """Puts the one answer in the queue. Called once, after the handler."""
        if not self._said:
            return
        speaker, group = self.person.id if self.person else None, self.incoming.group
        out = Outgoing(
            key=f"{ANSWER}:{self.incoming.at.channel}:{self.incoming.update_key}",
            kind=ANSWER,
            text=joined("\n\n", self._said),
            choices=self.choices,
            subjects=tuple(self._subjects),
            person_id=None if group else speaker,
            offered_to=speaker if group else None,
            at=self.incoming.at,
            thread=self.incoming.thread,
            reply_to=self.incoming.message_id if group else None,
            due_at=self.now + self.slower,
        )
        if self._gathers is None:
            answers.say(self.tx, out, self.now, counted=self.incoming.platform == ZALO)
        else:
            answers.gather(self.tx, self.incoming, out, self.now, instead=self._gathers)
