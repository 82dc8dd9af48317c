"""A plan takes nobody more: the newcomer is told, the code is kept, the office knows."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from db import problems, seats, status
from tests.handlers_stories.front_desk import Desk

FULL = (
    "Mã của đồng chí đúng và vẫn còn dùng được, nhưng trợ lý trên Zalo đã đủ 2 người nên chưa nhận"
    " thêm được. Văn phòng Thành ủy đã được báo và sẽ liên hệ với đồng chí; đồng chí giữ lại mã"
    " này."
)
OFFICE = (
    "Đồng chí Lê Thị Lan gõ đúng mã tham gia nhưng Zalo đã đủ 2 người của gói, nên chưa vào được."
    " Mã vẫn còn dùng được.\n"
    "Xin báo người vận hành nâng gói, hoặc mời đồng chí Lê Thị Lan tham gia qua kênh khác."
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Two take part on Zalo, which takes two; Lan has a code."""
    desk = Desk(tmp_path, seats={"zalo": 2})
    top = desk.unit("Thành ủy Bến Tre", "cap_uy")
    desk.office = desk.person("Tô Chí Thành", top, "office", "Chánh Văn phòng", "office")
    desk.person("Trần Văn Tư", top, "lead", "Bí thư", "tu")
    desk.lan = desk.person("Lê Thị Lan", top)
    yield desk
    desk.store.close()


def open_problems(desk: Desk) -> list[str]:
    return [row["text"] for row in desk.write(problems.open_ones) if row["code"] == "seats"]


def test_whoever_comes_last_keeps_the_code_and_joins_when_there_is_room(desk: Desk) -> None:
    code = desk.invite(desk.lan).code
    assert desk.says("lan", f"Mã của tôi là {code}") == FULL
    assert desk.turn is not None and desk.turn.bore_code
    assert desk.value("SELECT count(*) FROM invites WHERE used_at IS NOT NULL") == 0
    assert desk.value("SELECT count(*) FROM chats") == 2
    assert desk.heard("office") == OFFICE
    assert open_problems(desk) == [
        "Kênh zalo đã đủ 2 người của gói, có người chưa tham gia được. Hãy nâng gói rồi tăng"
        " max_users, hoặc mời họ qua kênh khác."
    ]
    assert "gõ đúng mã khi kênh đã đủ người" in desk.says("office", "nhật ký")
    # Trying again changes nothing, and the office is not told again on the same day.
    assert desk.says("lan", code) == FULL
    assert desk.value("SELECT count(*) FROM outbox WHERE key LIKE 'no-seat:%'") == 1

    desk.says("tu", "", kind="blocked")
    desk.write(lambda tx: seats.look(tx, desk.committee))
    assert open_problems(desk) == []
    assert desk.says("lan", code).startswith("Chào đồng chí Lê Thị Lan.")


def test_another_channel_with_room_is_named_and_takes_the_same_code(desk: Desk) -> None:
    desk.write(lambda tx: status.note(tx, "channels", '["zalo", "telegram"]'))
    code = desk.invite(desk.lan).code
    assert desk.says("lan", code) == (
        f"{FULL}\n\nĐồng chí cũng có thể dùng ngay mã này trên Telegram."
    )
    desk.channel = "telegram"
    assert desk.says("lan", code).startswith("Chào đồng chí Lê Thị Lan.")


def test_a_chat_that_passes_to_somebody_else_takes_no_further_seat(desk: Desk) -> None:
    answer = desk.says("tu", desk.invite(desk.lan).code)
    assert answer.startswith("Khung chat này đang của đồng chí Trần Văn Tư")
    assert desk.says("tu", "1").startswith("Chào đồng chí Lê Thị Lan.")
    assert open_problems(desk) == []


def test_a_wrong_code_is_refused_alike_whether_the_channel_is_full_or_not(desk: Desk) -> None:
    desk.says("lan", "ABCD2-FGHJ3")
    assert "Mã tham gia này không dùng được" in desk.heard("lan")
    assert open_problems(desk) == []
