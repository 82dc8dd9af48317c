"""A committee on a real store behind the real routes: chats type and tap, answers are read back.

What is queued and due counts as delivered after each turn; time moves when a story says so.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from db import chats, conversations, invites, offers, people
from db.store import Store
from db.transaction import Row, Tx
from domain.committee import Committee
from domain.fold import fold
from domain.instants import local_day, stamp
from domain.message import ZALO, ChatRef, Incoming
from handlers import hearing
from handlers.turn import Turn

WEDNESDAY = datetime.fromisoformat("2021-06-09T01:00:00+00:00")  # 08:00 in Việt Nam


class Desk:
    """`desk.says(chat, words)` is one message; its answer comes back as text, "" for silence."""

    def __init__(self, folder: Path, **committee: Any) -> None:
        self.store = Store(folder).open(create=True)
        self.committee = Committee(
            **{"name": "Thành ủy Bến Tre", "voice": "Văn phòng Thành ủy"} | committee
        )
        self.now = WEDNESDAY
        self.channel = ZALO
        self.turn: Turn | None = None
        self._updates = 0

    # The committee ------------------------------------------------------------------------

    def unit(self, name: str, kind: str = "ban_dang", parent: int | None = None) -> int:
        return self.write(
            lambda tx: tx.insert(
                "INSERT INTO units (code, name, name_fold, kind, parent_id)"
                " VALUES (:code, :name, :fold, :kind, :parent)",
                code="".join(word[0] for word in name.split()) + str(len(name)),
                name=name,
                fold=fold(name),
                kind=kind,
                parent=parent,
            )
        )

    def person(
        self, name: str, unit: int, role: str = "reporter", title: str = "", chat: str = ""
    ) -> int:
        """With `chat` they have joined from it, else they are invited only."""

        def add(tx: Tx) -> int:
            person = tx.insert(
                "INSERT INTO people (code, full_name, name_fold, state)"
                " VALUES (:code, :name, :fold, :state)",
                code=f"CB-{fold(name).replace(' ', '-')}",
                name=name,
                fold=fold(name),
                state="joined" if chat else "invited",
            )
            tx.insert(
                "INSERT INTO memberships (person_id, unit_id, role, title)"
                " VALUES (:person, :unit, :role, :title)",
                person=person,
                unit=unit,
                role=role,
                title=title,
            )
            if chat:
                chats.bind(tx, ChatRef(self.channel, chat), person, self.now)
            return person

        return self.write(add)

    def invite(self, person: int) -> invites.Invitation:
        return self.write(lambda tx: invites.issue(tx, person, self.now))

    # Talking ------------------------------------------------------------------------------

    def says(self, chat: str, text: str, **more: Any) -> str:
        """One message; `kind`, `reply_to`, `group` and others as in Incoming."""
        return self._hear(chat, {"kind": "text", "text": text, **more})

    def taps(self, chat: str, label: str, update_key: str = "") -> str:
        """Taps the newest button with this label in the chat."""
        rows = self.rows(
            "SELECT id, choices, version FROM offers WHERE chat = :chat ORDER BY id DESC", chat=chat
        )
        for row in rows:
            for index, (shown, _, _) in enumerate(json.loads(row["choices"])):
                if shown == label:
                    data = offers.carried(row["id"], index, row["version"])
                    return self._hear(chat, {"kind": "choice", "offer": data})
        raise AssertionError(f"{label!r} was never offered in {chat}")

    def taps_data(self, chat: str, data: str) -> str:
        """A tap that carries whatever somebody made up."""
        return self._hear(chat, {"kind": "choice", "offer": data})

    def choices(self, chat: str) -> list[str]:
        """The labels under the last message in the chat."""
        last = self._last(chat)
        return json.loads(last["choices"]) if last["choices"] else []

    def heard(self, chat: str) -> str:
        """The text of the last message in the chat."""
        return str(self._last(chat)["text"])

    def _last(self, chat: str) -> Row:
        return self.rows(
            "SELECT text, choices FROM outbox WHERE chat = :chat ORDER BY id DESC LIMIT 1",
            chat=chat,
        )[0]

    def later(self, **span: float) -> None:
        self.now += timedelta(**span)
        self.write(self._deliver)

    def _hear(self, chat: str, fields: dict[str, Any]) -> str:
        self._updates += 1
        key = str(self._updates)
        at = ChatRef(self.channel, chat)
        incoming = Incoming(
            **{
                "update_key": key,
                "at": at,
                "sender": chat,
                "message_id": f"in-{key}",
                "platform": self.channel,
            }
            | fields
        )

        def handle(tx: Tx) -> str:
            inbox_id = tx.insert(
                "INSERT INTO inbox (channel, update_key, chat, sender, raw, state, received_at)"
                " VALUES (:channel, :key, :chat, :sender, '{}', 'done', :now)",
                channel=self.channel,
                key=key,
                chat=chat,
                sender=incoming.sender,
                now=stamp(self.now),
            )
            owner = chats.owner(tx, ChatRef(self.channel, incoming.sender))
            self.turn = Turn(
                tx=tx,
                now=self.now,
                committee=self.committee,
                incoming=incoming,
                inbox_id=inbox_id,
                person=people.get(tx, owner, local_day(self.now)) if owner else None,
                conversation=conversations.current(tx, at, incoming.sender, self.now),
            )
            hearing.handle(self.turn)
            self._deliver(tx)
            answer = tx.value(
                "SELECT text FROM outbox WHERE key = :key", key=f"answer:{self.channel}:{key}"
            )
            return answer or ""

        return self.write(handle)

    def _deliver(self, tx: Tx) -> None:
        for row in tx.all(
            "SELECT id, channel, chat FROM outbox WHERE state = 'queued' AND due_at <= :now",
            now=stamp(self.now),
        ):
            tx.run(
                "UPDATE outbox SET state = 'sent', sent_at = :now WHERE id = :id",
                now=stamp(self.now),
                id=row["id"],
            )
            tx.run(
                "INSERT INTO sent (channel, chat, message_id, outbox_id, at)"
                " VALUES (:channel, :chat, :message, :id, :now)",
                channel=row["channel"],
                chat=row["chat"],
                message=f"out-{row['id']}",
                id=row["id"],
                now=stamp(self.now),
            )

    # The store ----------------------------------------------------------------------------

    def write(self, fn: Callable[[Tx], Any]) -> Any:
        return self.store.write_now(fn)

    def rows(self, sql: str, **named: Any) -> list[Row]:
        return self.write(lambda tx: tx.all(sql, **named))

    def value(self, sql: str, **named: Any) -> Any:
        return self.write(lambda tx: tx.value(sql, **named))
