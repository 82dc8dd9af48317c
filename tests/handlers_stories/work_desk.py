"""A committee on a real store, whose people type to it: what is said back is returned as text.

Every answer counts as delivered at once; time moves only when a story says so.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from db import chats, conversations, offers, people
from db.store import Store
from db.transaction import Row, Tx
from domain.codes import normal_code
from domain.committee import Committee
from domain.fold import fold
from domain.instants import stamp
from domain.message import ZALO, ChatRef, Incoming, Media
from handlers import hearing
from handlers.turn import Turn

WEDNESDAY = datetime.fromisoformat("2021-06-09T01:00:00+00:00")  # 08:00 in Việt Nam


class Desk:
    """`desk.type(person, words)` is one message and gives the text of the one answer."""

    def __init__(self, folder: Path, committee: Committee | None = None) -> None:
        self.store = Store(folder).open(create=True)
        self.committee = committee or Committee("Thành ủy Bến Tre", voice="Văn phòng Thành ủy")
        self.now = WEDNESDAY
        self._updates = 0
        self._messages = 100

    # The committee ------------------------------------------------------------------------

    def unit(self, name: str, parent: int | None = None) -> int:
        return self.write(
            lambda tx: tx.insert(
                "INSERT INTO units (code, name, name_fold, parent_id)"
                " VALUES (:code, :name, :fold, :parent)",
                code=name,
                name=name,
                fold=fold(name),
                parent=parent,
            )
        )

    def person(self, name: str, unit: int, role: str = "reporter", title: str = "") -> int:
        def add(tx: Tx) -> int:
            person = tx.insert(
                "INSERT INTO people (code, full_name, name_fold, state)"
                " VALUES (:code, :name, :fold, 'joined')",
                code=name,
                name=name,
                fold=fold(name),
            )
            chats.bind(tx, self.chat(person), person, self.now)
            return person

        person = self.write(add)
        self.post(person, unit, role, title)
        return person

    def post(self, person: int, unit: int, role: str, title: str = "") -> None:
        self.write(
            lambda tx: tx.insert(
                "INSERT INTO memberships (person_id, unit_id, role, title)"
                " VALUES (:person, :unit, :role, :title)",
                person=person,
                unit=unit,
                role=role,
                title=title,
            )
        )

    def assignment(
        self, unit: int, code: str, title: str, due: str | None = "2021-06-30", **more: Any
    ) -> int:
        fields = {
            "year": 2021,
            "code": normal_code(code),
            "unit_id": unit,
            "shown_code": code,
            "kind": "target" if "measure" in more else "task",
            "title": title,
            "title_fold": fold(title),
            "due_on": due,
            "created_at": stamp(self.now),
        } | more
        names = ", ".join(fields)
        values = ", ".join(f":{name}" for name in fields)
        return self.write(
            lambda tx: tx.insert(f"INSERT INTO assignments ({names}) VALUES ({values})", **fields)
        )

    # Talking ------------------------------------------------------------------------------

    def chat(self, person: int) -> ChatRef:
        return ChatRef("zalo", f"chat-{person}")

    def type(self, person: int, text: str, **more: Any) -> str:
        """One text message; `reply_to`, `reply_text`, `kind`, `message_id` as in Incoming."""
        return self._hear(person, Incoming(**self._fields(person, text, more)))

    def send(self, person: int, *media: Media, caption: str = "") -> str:
        """Photos or files with a caption."""
        fields = self._fields(person, caption, {"kind": "media", "media": media})
        return self._hear(person, Incoming(**fields))

    def choose(self, person: int, label: str) -> str:
        """Taps one of the choices offered last."""
        offer = self.rows(
            "SELECT id, choices, version FROM offers WHERE channel = 'zalo' AND chat = :chat"
            " ORDER BY id DESC LIMIT 1",
            chat=self.chat(person).chat,
        )[0]
        labels = [choice[0] for choice in json.loads(offer["choices"])]
        assert label in labels, f"{label!r} was not offered: {labels}"
        tap = offers.carried(offer["id"], labels.index(label), offer["version"])
        fields = self._fields(person, "", {"kind": "choice", "offer": tap})
        return self._hear(person, Incoming(**fields))

    def offered(self, person: int) -> list[str]:
        """The labels below the last message in the person's chat."""
        last = self.rows(
            "SELECT choices FROM outbox WHERE chat = :chat ORDER BY id DESC LIMIT 1",
            chat=self.chat(person).chat,
        )[0]
        return json.loads(last["choices"]) if last["choices"] else []

    def last_heard(self, person: int) -> str:
        """The text of the last message in the person's chat, whoever caused it."""
        return self.rows(
            "SELECT text FROM outbox WHERE chat = :chat ORDER BY id DESC LIMIT 1",
            chat=self.chat(person).chat,
        )[0]["text"]

    def later(self, **span: float) -> None:
        self.now += timedelta(**span)

    def on(self, day: str, hour: int = 8) -> None:
        self.now = datetime.fromisoformat(f"{day}T{hour:02d}:00:00+07:00")

    def _fields(self, person: int, text: str, more: dict[str, Any]) -> dict[str, Any]:
        self._updates += 1
        self._messages += 1
        return {
            "update_key": str(self._updates),
            "at": self.chat(person),
            "sender": f"sender-{person}",
            "kind": "text",
            "text": text,
            "message_id": str(self._messages),
            "platform": ZALO,
            **more,
        }

    def _hear(self, person: int, incoming: Incoming) -> str:
        def handle(tx: Tx) -> str:
            inbox_id = tx.insert(
                "INSERT INTO inbox (channel, update_key, chat, sender, message_id, raw, state,"
                " person_id, received_at) VALUES (:channel, :key, :chat, :sender, :message, '{}',"
                " 'done', :person, :now)",
                channel=incoming.at.channel,
                key=incoming.update_key,
                chat=incoming.at.chat,
                sender=incoming.sender,
                message=incoming.message_id,
                person=person,
                now=stamp(self.now),
            )
            turn = Turn(
                tx=tx,
                now=self.now,
                committee=self.committee,
                incoming=incoming,
                inbox_id=inbox_id,
                person=people.get(tx, person, self.now.date()),
                conversation=conversations.current(tx, incoming.at, incoming.sender, self.now),
            )
            hearing.handle(turn)
            self.demands = turn.demands
            return self._deliver(tx, incoming)

        return self.write(handle)

    def _deliver(self, tx: Tx, incoming: Incoming) -> str:
        key = f"answer:{incoming.at.channel}:{incoming.update_key}"
        row = tx.one(
            "SELECT id, text FROM outbox WHERE key = :key OR state = 'queued' AND chat = :chat"
            " AND key >= :album AND key < :album || '~' ORDER BY id DESC LIMIT 1",
            key=key,
            chat=incoming.at.chat,
            album=f"answer:{incoming.at.channel}:album:",
        )
        self._messages += 1
        self.last_message = str(self._messages)
        if row is None:
            return ""
        tx.run(
            "UPDATE outbox SET state = 'sent', sent_at = :now WHERE id = :id",
            now=stamp(self.now),
            id=row["id"],
        )
        tx.insert(
            "INSERT INTO sent (channel, chat, message_id, outbox_id, at)"
            " VALUES (:channel, :chat, :message, :outbox, :now)",
            channel=incoming.at.channel,
            chat=incoming.at.chat,
            message=self.last_message,
            outbox=row["id"],
            now=stamp(self.now),
        )
        return str(row["text"])

    # The store ----------------------------------------------------------------------------

    def write(self, fn: Callable[[Tx], Any]) -> Any:
        return self.store.write_now(fn)

    def rows(self, sql: str, **named: Any) -> list[Row]:
        return self.write(lambda tx: tx.all(sql, **named))

    def standing(self, assignment: int) -> dict[str, Any]:
        """The assignment's figures as kept: percent, value, state, done_on, blocked."""
        row = self.rows(
            "SELECT percent, value, state, done_on, blocked, due_on FROM assignments"
            " WHERE id = :id",
            id=assignment,
        )[0]
        return dict(row)

    def reports(self) -> list[dict[str, Any]]:
        """Every row of progress, oldest first."""
        return [dict(row) for row in self.rows("SELECT * FROM progress ORDER BY id")]
