"""Who stands in for somebody reads their directives too; what she confirms is hers alone."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from db import directing, directives, leaves, recipients
from db.transaction import Tx
from tests.handlers_stories.front_desk import Desk

OWN, COPY = "Rà soát chỉ tiêu", "Họp khẩn phòng chống dịch"
NOT_HERS = (
    'CĐ02/2021 "Họp khẩn phòng chống dịch" gửi đồng chí vì đang thay người khác, không cần đồng chí'
    " xác nhận."
)
STILL = "Chỉ đạo dưới đây còn chờ đồng chí xác nhận, đã nhận thì đồng chí chọn:"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Lan stands in for Tư, both of ward 4."""
    desk = Desk(tmp_path)
    top = desk.unit("Thành ủy Bến Tre", "cap_uy")
    four = desk.unit("Đảng ủy phường 4", "dang_uy_phuong", top)
    desk.person("Tô Chí Thành", top, "office", "Chánh Văn phòng", "office")
    desk.tu = desk.person("Trần Văn Tư", four, "lead", "Bí thư", "tu")
    desk.lan = desk.person("Lê Thị Lan", four, "reporter", "Công chức", "lan")
    today = desk.now.date()
    desk.write(
        lambda tx: leaves.add(
            tx, desk.tu, desk.lan, today, today + timedelta(days=3), desk.tu, desk.now
        )
    )
    yield desk
    desk.store.close()


def send(desk: Desk, subject: str, *to: int) -> None:
    def write(tx: Tx) -> None:
        draft = directives.draft(tx, 1, subject, "", subject, desk.now)
        recipients.add(tx, draft, [(person, 2) for person in to])
        assert directing.send(tx, draft, desk.now, f"draft:{draft}")

    desk.write(write)
    desk.later(minutes=1)


def confirmed(desk: Desk) -> list[tuple[str, int]]:
    return desk.write(
        lambda tx: [
            (one.code, recipients.confirmed(tx, one.id)[0])
            for one in reversed(directives.sent(tx, None, 9))
        ]
    )


@pytest.mark.parametrize("words", ["đã nhận", "da nhan", "Đã nhận ạ.", "đã rõ", "em đã đọc rồi"])
def test_what_confirms_below_a_copy_confirms_no_other_directive(desk: Desk, words: str) -> None:
    send(desk, OWN, desk.lan)
    send(desk, COPY, desk.tu)
    assert desk.heard("lan").endswith("Đồng chí Trần Văn Tư cũng đã được gửi.")
    assert desk.says("lan", words) == f"{NOT_HERS}\n\n{STILL}"
    assert desk.choices("lan") == ["CĐ01/2021 Rà soát chỉ tiêu"]
    assert confirmed(desk) == [("CĐ01/2021", 0), ("CĐ02/2021", 0)]
    assert desk.says("lan", "đã nhận").startswith("Cảm ơn đồng chí. Đã ghi nhận đồng chí nhận CĐ01")
    assert confirmed(desk) == [("CĐ01/2021", 1), ("CĐ02/2021", 0)]


def test_of_several_of_her_own_she_is_asked_which(desk: Desk) -> None:
    send(desk, OWN, desk.lan)
    send(desk, COPY, desk.tu)
    send(desk, "Trực ban", desk.lan)
    copy = desk.value(
        "SELECT message_id FROM sent s JOIN outbox o ON o.id = s.outbox_id"
        " WHERE o.key LIKE 'directive-instead:%'"
    )
    said = desk.says("lan", "đã nhận", reply_to=copy)
    assert said == f"{NOT_HERS}\n\nĐồng chí xác nhận chỉ đạo nào?"
    assert desk.choices("lan") == ["CĐ03/2021 Trực ban", "CĐ01/2021 Rà soát chỉ tiêu"]
    assert confirmed(desk) == [("CĐ01/2021", 0), ("CĐ02/2021", 0), ("CĐ03/2021", 0)]


def test_where_nothing_of_hers_waits_she_only_learns_so(desk: Desk) -> None:
    send(desk, OWN, desk.lan)
    desk.says("lan", "đã nhận")
    send(desk, COPY, desk.tu)
    assert desk.says("lan", "đã nhận") == NOT_HERS
    assert desk.choices("lan") == []


def test_the_copy_of_a_former_directive_takes_nothing_from_the_newest(desk: Desk) -> None:
    send(desk, COPY, desk.tu)
    send(desk, OWN, desk.lan)
    assert "nhận CĐ02/2021" in desk.says("lan", "đã nhận")
