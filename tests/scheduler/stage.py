"""A small committee on a real store, on which the clock is moved and what is said is read."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import scheduler
from db import chats
from db.store import Store
from db.transaction import Tx
from domain.codes import normal_code
from domain.committee import Committee
from domain.fold import fold
from domain.instants import VIETNAM, stamp
from domain.message import ChatRef

COMMITTEE = Committee("Thành ủy Bến Tre", voice="Văn phòng Thành ủy")


def at(moment: str) -> datetime:
    """ "2021-06-09 07:30" in Việt Nam."""
    return datetime.fromisoformat(moment).replace(tzinfo=VIETNAM)


class Stage:
    """Everybody joined on 1 January 2021 and every assignment was given on that day."""

    def __init__(self, folder: Path, committee: Committee = COMMITTEE) -> None:
        self.store = Store(folder).open(create=True)
        self.committee = committee

    def insert(self, table: str, **fields: Any) -> int:
        names, values = ", ".join(fields), ", ".join(f":{name}" for name in fields)
        return self.store.write_now(
            lambda tx: tx.insert(f"INSERT INTO {table} ({names}) VALUES ({values})", **fields)
        )

    def run(self, sql: str, **fields: Any) -> int:
        return self.store.write_now(lambda tx: tx.run(sql, **fields))

    def rows(self, sql: str, **fields: Any) -> list[tuple[Any, ...]]:
        return self.store.write_now(lambda tx: [tuple(row) for row in tx.all(sql, **fields)])

    def unit(self, name: str, parent: int | None = None) -> int:
        return self.insert("units", code=name, name=name, name_fold=fold(name), parent_id=parent)

    def person(
        self, name: str, unit: int, role: str = "reporter", title: str = "", **more: Any
    ) -> int:
        more = {"state": "joined", "joined_at": stamp(at("2021-01-01 08:00"))} | more
        person = self.insert("people", code=name, full_name=name, name_fold=fold(name), **more)
        self.post(person, unit, role, title)
        if more["state"] == "joined":
            self.bind(person)
        return person

    def bind(self, person: int) -> None:
        chat = ChatRef("zalo", f"chat-{person}")
        self.store.write_now(lambda tx: chats.bind(tx, chat, person, at("2021-01-01 08:00")))

    def post(
        self, person: int, unit: int, role: str = "reporter", title: str = "", **more: Any
    ) -> int:
        return self.insert(
            "memberships", person_id=person, unit_id=unit, role=role, title=title, **more
        )

    def leave(self, person: int, first: str, last: str, substitute: int | None = None) -> int:
        return self.insert(
            "leaves",
            person_id=person,
            substitute_id=substitute,
            first_on=first,
            last_on=last,
            set_at=stamp(at("2021-01-01 08:00")),
        )

    def work(self, unit: int, code: str, title: str, due: str | None, **more: Any) -> int:
        fields = {
            "year": 2021,
            "code": normal_code(code),
            "shown_code": code,
            "unit_id": unit,
            "kind": "target" if "measure" in more else "task",
            "title": title,
            "title_fold": fold(title),
            "due_on": due,
            "created_at": stamp(at("2021-01-01 08:00")),
        } | more
        return self.insert("assignments", **fields)

    def report(self, work: int, moment: str, period: str, **figures: Any) -> int:
        number = self.insert(
            "progress",
            assignment_id=work,
            origin="import",
            intent="progress",
            period=period,
            as_of=moment[:10],
            reported_at=stamp(at(moment)),
            **figures,
        )
        self.run(
            "UPDATE assignments SET last_progress_id = :number, last_reported_at = :at,"
            " value = :value, percent = :percent, blocked = :blocked WHERE id = :id",
            number=number,
            at=stamp(at(moment)),
            value=figures.get("value"),
            percent=figures.get("percent"),
            blocked=figures.get("blocked", 0),
            id=work,
        )
        return number

    def tick(self, moment: str) -> int:
        """The clock strikes, and what was queued is on its way at once."""
        now = at(moment)
        return self.store.write_now(lambda tx: scheduler.tick(tx, now, self.committee))

    def said(self, person: int, day: str = "") -> list[str]:
        """What was put in the queue for a person (on that day), oldest first."""
        rows = self.rows(
            "SELECT text, created_at FROM outbox WHERE person_id = :person ORDER BY id",
            person=person,
        )
        return [text for text, made in rows if not day or _local(made) == day]

    def send_all(self) -> None:
        """Everything in the queue arrives."""
        self.run("UPDATE outbox SET state = 'sent', sent_at = created_at WHERE state = 'queued'")

    def year(self, first: date, last: date, hours: tuple[str, ...] = ("07:31",)) -> None:
        """The clock strikes at these hours on each day, and everything arrives."""
        day = first
        while day <= last:
            for hour in hours:
                self.tick(f"{day} {hour}")
                self.send_all()
            day += timedelta(days=1)


def _local(made: str) -> str:
    return datetime.fromisoformat(made).astimezone(VIETNAM).date().isoformat()


def due_writes(stage: Stage, moment: str) -> list[Any]:
    """The writes that a run on a read-only view asks for."""
    with stage.store.reading() as tx:
        return scheduler.due(tx, at(moment), stage.committee)


def write_all(stage: Stage, writes: list[Any]) -> None:
    def every(tx: Tx) -> None:
        for write in writes:
            write(tx)

    stage.store.write_now(every)
