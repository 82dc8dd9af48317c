"""A large committee put straight into a new store: units, people who have joined, assignments."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from db.store import Store
from db.transaction import Tx
from domain.fold import fold
from domain.instants import stamp
from sandbox.model import Phone

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


def seed(data_dir: Path, phones: list[Phone], assignments: int, due_on: str = "2099-12-31") -> None:
    """Makes the store: each assignment a unit's, the phones' people spread over the units."""
    store = Store(data_dir).open(create=True)
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
        title = "Rà soát, cập nhật hồ sơ và báo cáo kết quả"
        tx.run_each(
            "INSERT INTO assignments (id, year, code, shown_code, unit_id, kind, title, title_fold,"
            " due_on, created_at) VALUES (:id, :year, 'NV1', 'NV01', :unit, 'task', :title, :fold,"
            " :due, :now)",
            [
                {"id": n + 1, "year": year, "unit": n + 2, "title": title, "fold": fold(title),
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

    try:
        store.write_now(write)
    finally:
        store.close()


def reports(count: int) -> list[str]:
    """Distinct texts in the usual mixture, one in twenty of them unclear."""
    texts = []
    for number in range(count):
        figure = f"{(number * 37 % 9800 + 100) / 100:.2f}".replace(".", ",")
        words = ASKED if number % ASKED_SHARE == 0 else REPORTS[number % len(REPORTS)]
        texts.append(words.format(n=figure))
    return texts
