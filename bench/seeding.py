"""A large committee put straight into a new store: units, people who have joined, assignments."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from db import outbox
from db.store import Store
from db.transaction import Tx
from domain.directive import choices
from domain.fold import fold
from domain.instants import stamp
from domain.message import DIRECTIVE, ChatRef, Outgoing, Text
from sandbox.world.model import Phone

# Mixed as replies are; {n} makes each distinct. The last must be asked about.
REPORTS = (
    "NV1 {n}%",
    "được {n} phần trăm, còn vướng mặt bằng",
    "báo cáo đ/c, đạt {n}% rồi ạ",
    "NV01: {n}%, đang chờ kinh phí",
    "da lam duoc {n}%",
)
ASKED = "gần xong, cỡ {n} đến 100%"
ASKED_SHARE = 20  # every so many-th message must be asked
_TITLE = "Rà soát, cập nhật hồ sơ và báo cáo kết quả"
_DIRECTIVE = (
    "Kính gửi đồng chí: đề nghị đơn vị rà soát số liệu sáu tháng và gửi báo cáo về Văn phòng"
    " trước thứ Sáu, để tổng hợp trình Ban Thường vụ. Trân trọng."
)


@dataclass(frozen=True, slots=True)
class Report:
    """What a person types, and the percentage that must then be recorded; None: it is asked."""

    text: str
    percent: float | None


def reports(count: int) -> list[Report]:
    """Reports in the usual mixture, one in twenty of them unclear."""
    typed = []
    for number in range(count):
        percent = (number * 37 % 9800 + 100) / 100
        asked = number % ASKED_SHARE == 0
        words = ASKED if asked else REPORTS[number % len(REPORTS)]
        figure = f"{percent:.2f}".replace(".", ",")
        typed.append(Report(words.format(n=figure), None if asked else percent))
    return typed


def seed(data_dir: Path, phones: list[Phone], assignments: int, due_on: str = "2099-12-31") -> None:
    """Makes the store: each assignment a unit's, the phones' people spread over the units."""
    now = stamp(datetime.now(UTC))
    year = datetime.now(UTC).year

    def write(tx: Tx) -> None:
        tx.run(
            "INSERT INTO units (id, code, name, name_fold) VALUES (1, 'TU', 'Tỉnh ủy', 'tinh uy')"
        )
        tx.run_each(
            "INSERT INTO units (id, code, name, name_fold, parent_id)"
            " VALUES (:id, :code, :name, :fold, 1)",
            [
                {"id": n + 2, "code": f"DV{n}", "name": (name := f"Đảng ủy số {n}"),
                 "fold": fold(name)}
                for n in range(assignments)
            ],
        )  # fmt: skip
        tx.run_each(
            "INSERT INTO assignments (id, year, code, shown_code, unit_id, kind, title, title_fold,"
            " due_on, created_at) VALUES (:id, :year, 'NV1', 'NV01', :unit, 'task', :title, :fold,"
            " :due, :now)",
            [
                {"id": n + 1, "year": year, "unit": n + 2, "title": _TITLE, "fold": fold(_TITLE),
                 "due": due_on, "now": now}
                for n in range(assignments)
            ],
        )  # fmt: skip
        people = [
            {"id": n + 1, "code": f"N{n}", "name": f"Nguyễn Văn {n}", "fold": f"nguyen van {n}",
             "unit": n % assignments + 2, "chat": str(phone.chat.id), "now": now,
             "channel": phone.channel}
            for n, phone in enumerate(phones)
        ]  # fmt: skip
        tx.run_each(
            "INSERT INTO people (id, code, full_name, name_fold, state, joined_at)"
            " VALUES (:id, :code, :name, :fold, 'joined', :now)",
            people,
        )
        tx.run_each(
            "INSERT INTO memberships (person_id, unit_id, title, role)"
            " VALUES (:id, :unit, 'Chuyên viên', 'reporter')",
            people,
        )
        tx.run_each(
            "INSERT INTO chats (channel, chat, person_id, bound_at, heard_at)"
            " VALUES (:channel, :chat, :id, :now, :now)",
            people,
        )

    _in_store(data_dir, write)


def queue_directives(data_dir: Path, phones: list[Phone], count: int) -> None:
    """Puts `count` directives into the outbox of a seeded store, to the phones in turn."""
    now = datetime.now(UTC)

    def write(tx: Tx) -> None:
        for number in range(count):
            place = number % len(phones)
            phone = phones[place]
            row = outbox.enqueue(
                tx,
                Outgoing(
                    key=f"bench:{number}",
                    kind=DIRECTIVE,
                    text=Text(_DIRECTIVE),
                    choices=choices(1, "vi", "đồng chí"),
                    person_id=place + 1,
                    at=ChatRef(phone.channel, str(phone.chat.id)),
                ),
                now,
            )
            assert row is not None, "a key was there before"

    _in_store(data_dir, write)


def _in_store(data_dir: Path, write: Callable[[Tx], None]) -> None:
    store = Store(data_dir).open(create=True)
    try:
        store.write_now(write)
    finally:
        store.close()
