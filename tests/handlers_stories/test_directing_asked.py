"""Who sent a directive asks in words what became of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from db import directing, directives, recipients
from db.transaction import Tx
from tests.handlers_stories.front_desk import Desk

PENDING = (
    "CĐ01/2021, 2 người chưa nhận:\n"
    "• Đoàn Thị Kim Sen, Đảng ủy phường 7\n"
    "• Châu Văn Tín, Đảng ủy phường 8"
)
COUNTS = (
    "CĐ01/2021 Họp giao ban\n"
    "Gửi lúc 08:00 thứ Tư, 09/6 đến 3 người.\n"
    "✅ Đã nhận: 0\n"
    "🟠 Chưa nhận: 2\n"
    "⚪ Chưa rõ đã tới nơi: 0\n"
    "🔴 Không liên lạc được: 1"
)
CHAIR, OFFICE = 1, 2


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    top = desk.unit("Thành ủy Bến Tre", "cap_uy")
    desk.person("Huỳnh Trung Kiên", top, "chair", "Bí thư Thành ủy", "chair")
    desk.person("Tô Chí Thành", top, "office", "Chánh Văn phòng Thành ủy", "office")
    for number, lead in {6: "Trương Hữu Nghĩa", 7: "Đoàn Thị Kim Sen", 8: "Châu Văn Tín"}.items():
        ward = desk.unit(f"Đảng ủy phường {number}", "dang_uy_phuong", top)
        chat = "" if number == 6 else f"lead{number}"
        desk.person(lead, ward, "lead", "Bí thư Đảng ủy", chat)
    yield desk
    desk.store.close()


def send(desk: Desk, author: int, subject: str = "Họp giao ban") -> None:
    def write(tx: Tx) -> None:
        draft = directives.draft(tx, author, subject, "", subject, desk.now)
        recipients.add(tx, draft, [(3, 2), (4, 3), (5, 4)])
        assert directing.send(tx, draft, desk.now, f"draft:{draft}")

    desk.write(write)
    desk.later(seconds=0)


def reminded(desk: Desk) -> int:
    return desk.value("SELECT count(*) FROM outbox WHERE key LIKE 'directive-again%'")


@pytest.mark.parametrize("who", ["chair", "office"])
@pytest.mark.parametrize(
    "typed",
    [
        "ai chưa nhận",
        "ai chua nhan chi dao?",
        "CĐ01 ai chưa nhận",
        "còn ai chưa xác nhận CĐ01/2021",
        "đơn vị nào chưa đọc vậy",
        "chưa ai nhận à",
    ],
)
def test_who_has_not_confirmed_is_told(desk: Desk, who: str, typed: str) -> None:
    send(desk, CHAIR)
    assert desk.says(who, typed) == PENDING
    assert desk.choices(who) == ["Nhắc người chưa nhận"]


@pytest.mark.parametrize(
    "typed", ["ai đã nhận", "bao nhiêu người nhận rồi", "các phường nhận chưa"]
)
def test_how_many_have_it_is_told_with_who_cannot_be_reached(desk: Desk, typed: str) -> None:
    send(desk, CHAIR)
    assert desk.says("chair", typed) == COUNTS


def test_who_has_confirmed_is_told(desk: Desk) -> None:
    send(desk, CHAIR)
    desk.says("lead8", "đã nhận")
    assert desk.says("chair", "ai nhận rồi") == (
        "CĐ01/2021, 1 người đã nhận:\n• Châu Văn Tín, Đảng ủy phường 8: 08:00 thứ Tư, 09/6"
    )


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("phường 8 nhận chưa", "• Châu Văn Tín, Đảng ủy phường 8: 08:00 thứ Tư, 09/6"),
        ("p8 da nhan chua", "• Châu Văn Tín, Đảng ủy phường 8: 08:00 thứ Tư, 09/6"),
        ("anh Tín đọc chưa", "• Châu Văn Tín, Đảng ủy phường 8: 08:00 thứ Tư, 09/6"),
        ("phường 7 đã xác nhận CĐ01 chưa", "• Đoàn Thị Kim Sen, Đảng ủy phường 7: chưa nhận"),
        ("phường 6 nhận chưa", "• Trương Hữu Nghĩa, Đảng ủy phường 6: chưa tham gia"),
    ],
)
def test_whether_one_has_it_is_told(desk: Desk, typed: str, line: str) -> None:
    send(desk, CHAIR)
    desk.says("lead8", "đã nhận")
    assert desk.says("chair", typed) == f"CĐ01/2021 Họp giao ban\n{line}"


def test_a_unit_to_which_it_did_not_go_is_named(desk: Desk) -> None:
    desk.unit("Đảng ủy phường 9", "dang_uy_phuong")
    send(desk, CHAIR)
    assert desk.says("chair", "phường 9 nhận chưa") == "CĐ01/2021 không gửi đến Đảng ủy phường 9."


@pytest.mark.parametrize(
    "typed", ["nhắc những người chưa nhận", "nhac ai chua nhan", "đôn đốc đơn vị chưa xác nhận"]
)
def test_those_who_have_not_are_reminded_in_words(desk: Desk, typed: str) -> None:
    send(desk, CHAIR)
    assert desk.says("chair", typed) == "Đã nhắc 2 người chưa nhận CĐ01/2021."
    assert reminded(desk) == 2
    assert desk.says("chair", typed).startswith("Hôm nay đã nhắc những người chưa nhận CĐ01/2021")
    assert reminded(desk) == 2


@pytest.mark.parametrize("typed", ["nhắc", "nhắc lại đi", "nhắc mấy người này"])
def test_below_the_list_to_remind_needs_no_more_words(desk: Desk, typed: str) -> None:
    send(desk, CHAIR)
    desk.says("chair", "ai chưa nhận")
    assert desk.says("chair", typed) == "Đã nhắc 2 người chưa nhận CĐ01/2021."


def test_right_after_sending_to_remind_shows_how_it_stands(desk: Desk) -> None:
    for typed in ("gửi chỉ đạo", "Họp giao ban", "các phường", "1", "không", "1"):
        desk.says("chair", typed)
    assert desk.says("chair", "nhắc") == COUNTS
    assert "Nhắc người chưa nhận" in desk.choices("chair")
    assert reminded(desk) == 0


def test_to_remind_of_nothing_in_sight_reminds_nobody(desk: Desk) -> None:
    send(desk, CHAIR)
    desk.says("chair", "nhắc")
    desk.says("chair", "menu")
    desk.says("chair", "nhắc")
    assert reminded(desk) == 0


def test_of_several_the_newest_is_shown_and_who_is_reminded_is_chosen(desk: Desk) -> None:
    send(desk, CHAIR)
    send(desk, CHAIR, "Trực ban")
    assert desk.says("chair", "ai chưa nhận").startswith("CĐ02/2021, 2 người chưa nhận:")
    assert desk.says("chair", "CĐ01 ai chưa nhận") == PENDING
    desk.says("chair", "menu")
    said = desk.says("chair", "nhắc người chưa nhận")
    assert said.startswith("CĐ02/2021 Trực ban\nGửi lúc")
    assert "Nhắc người chưa nhận" in desk.choices("chair")
    assert reminded(desk) == 0


def test_right_after_sending_it_is_that_directive(desk: Desk) -> None:
    for typed in ("gửi chỉ đạo", "Họp khẩn", "các phường", "1", "không", "1"):
        desk.says("office", typed)
    assert desk.says("office", "ai chưa nhận").startswith("CĐ01/2021, 2 người chưa nhận:")


def test_who_sent_nothing_is_told_so_and_others_are_answered_as_ever(desk: Desk) -> None:
    assert desk.says("chair", "ai chưa nhận") == (
        "Đồng chí chưa gửi chỉ đạo nào. Muốn gửi, đồng chí gõ: gửi chỉ đạo"
    )
    send(desk, OFFICE)
    for who in ("lead7", "lead8"):
        assert "CĐ01" not in desk.says(who, "ai chưa nhận")
    assert desk.says("chair", "CĐ01 ai chưa nhận").startswith("Không có chỉ đạo này")
