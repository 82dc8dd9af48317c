"""What the office looks at: who is out of reach, units, the service's state, who did what."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from db import problems
from tests.handlers_stories.front_desk import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    top = desk.unit("Thành ủy Bến Tre", "cap_uy")
    four = desk.unit("Đảng ủy phường 4", "dang_uy_phuong", top)
    desk.person("Tô Chí Thành", top, "office", "Chánh Văn phòng", "office")
    desk.person("Trần Văn Tư", four, "lead", "Bí thư", "tu")
    desk.lan = desk.person("Lê Thị Lan", four, "reporter", "Công chức")
    desk.write(lambda tx: tx.run("UPDATE people SET phone = '0900 000 003' WHERE id = 3"))
    yield desk
    desk.store.close()


def test_people_are_counted_and_the_call_list_names_whom_nothing_reaches(desk: Desk) -> None:
    desk.says("tu", "", kind="blocked")
    assert desk.says("office", "cán bộ") == (
        "Danh sách có 3 cán bộ.\n"
        "🟢 Đang nhận tin: 1\n"
        "⚪ Chưa tham gia: 1\n"
        "\n"
        'Gõ "cán bộ" và tên để xem một người, ví dụ: cán bộ Lan'
    )
    assert desk.choices("office") == ["Danh sách cần gọi điện (2)", "Xem theo đơn vị"]
    assert desk.says("office", "1") == (
        "2 người cần gọi điện hoặc báo trực tiếp:\n"
        "• Trần Văn Tư, Đảng ủy phường 4: không gửi tới được\n"
        "• Lê Thị Lan, Đảng ủy phường 4: chưa tham gia, 0900 000 003\n"
        'Gõ "cán bộ" và tên để cấp mã tham gia, ví dụ: cán bộ Lan'
    )


@pytest.mark.parametrize("typed", ["canbo lan", "cán bộ Lê Thị Lan", "/canbo CB-le-thi-lan"])
def test_one_person_is_found_by_name_or_code(desk: Desk, typed: str) -> None:
    assert desk.says("office", typed) == (
        "Lê Thị Lan\nCông chức, Đảng ủy phường 4\nHiện nay: chưa tham gia\n"
        "Điện thoại công vụ: 0900 000 003"
    )


def test_units_show_how_many_of_their_people_are_reached(desk: Desk) -> None:
    assert desk.says("office", "đơn vị") == (
        "2 đơn vị, số người đang nhận tin trên tổng số. Đồng chí chọn để xem:"
    )
    assert desk.choices("office") == ["Thành ủy Bến Tre: 1/1", "Đảng ủy phường 4: 1/2"]
    assert desk.says("office", "2") == (
        "Đảng ủy phường 4 (mã Đủp416)\n"
        "• Trần Văn Tư, Bí thư: đang nhận tin qua Zalo\n"
        "• Lê Thị Lan, Công chức: chưa tham gia"
    )


def test_the_state_says_what_needs_a_person(desk: Desk) -> None:
    desk.write(lambda tx: problems.raised(tx, "enrolling", "", "120", desk.now))
    assert desk.says("office", "tình trạng") == (
        "Tình trạng dịch vụ lúc 08:00\n"
        "Tin đến: 1 đã xử lý, 0 chưa xử lý được\n"
        "Tin đi: 0 đã gửi, 0 đang chờ, 0 chưa rõ, 0 không gửi được\n"
        "🔴 1 việc cần xử lý:\n"
        "• Có nhiều lần thử mã tham gia không đúng: 120"
    )


def test_the_journal_says_in_words_who_did_what(desk: Desk) -> None:
    desk.says("lan", desk.invite(desk.lan).code)
    desk.says("lan", "đồng ý")
    desk.says("tu", "nhatky")
    assert desk.says("office", "nhật ký") == (
        "Nhật ký, mới nhất trước:\n"
        "• 08:00 thứ Tư, 09/6, Trần Văn Tư: bị từ chối một việc không thuộc quyền\n"
        "• 08:00 thứ Tư, 09/6, Lê Thị Lan: đồng ý tham gia, Lê Thị Lan\n"
        "• 08:00 thứ Tư, 09/6, Lê Thị Lan: vào bằng mã tham gia, Lê Thị Lan"
    )


def test_everybody_sees_what_is_kept_of_them(desk: Desk) -> None:
    desk.says("tu", "cài đặt")
    assert desk.choices("tu") == [
        "Nghỉ phép, đi công tác, người thay",
        "Giờ yên lặng",
        "Ngôn ngữ: Tiếng Việt",
        "Thông tin đang lưu về tôi",
        "Thôi nhận nhắc việc ở đây",
    ]
    assert desk.says("tu", "4") == (
        "Thông tin đang lưu về đồng chí Trần Văn Tư:\n"
        "Chức vụ: Bí thư, Đảng ủy phường 4\n"
        "Điện thoại công vụ: chưa ghi\n"
        "Khung chat: Zalo\n"
        "Số lần báo cáo: 0\n"
        "\n"
        "Để nhận bản đầy đủ, sửa hoặc xóa, đồng chí liên hệ Văn phòng Thành ủy."
    )


def test_taking_part_no_longer_is_asked_twice_and_then_done(desk: Desk) -> None:
    desk.says("tu", "caidat")
    desk.says("tu", "5")
    assert desk.choices("tu") == ["Tiếp tục tham gia", "Thôi tham gia"]
    assert desk.says("tu", "1") == "Đồng chí vẫn nhận nhắc việc như trước."
    desk.says("tu", "caidat")
    desk.says("tu", "5")
    assert desk.says("tu", "2").startswith("Đã ghi nhận. Từ nay không có tin nào gửi đến")
    assert desk.value("SELECT state FROM people WHERE id = 2") == "declined"
