"""What was said before becomes the words of a directive; nothing is sent without the preview."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.handlers_stories.front_desk import Desk

SEVEN = "Sẽ gửi đến 1 người ở 1 đơn vị:\n• Đảng ủy phường 7: Đoàn Thị Kim Sen"
WARDS = (
    "Sẽ gửi đến 2 người ở 2 đơn vị:\n"
    "• Đảng ủy phường 7: Đoàn Thị Kim Sen\n"
    "• Đảng ủy phường 8: Châu Văn Tín"
)
MEETING = "Nội dung: mai họp giao ban 8 giờ. Trước khi gửi đồng chí xem và sửa lại được."
ASKED = (
    "Gửi đến ai? Đồng chí chọn một nhóm, hoặc gõ tên đơn vị hay họ tên, ví dụ: các phường, xã Bình"
    " Phú, chị Lan ở phường 4"
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    top = desk.unit("Thành ủy Bến Tre", "cap_uy")
    office = desk.unit("Văn phòng Thành ủy", "ban_dang", top)
    desk.person("Huỳnh Trung Kiên", top, "chair", "Bí thư Thành ủy", "chair")
    desk.person("Tô Chí Thành", office, "office", "Chánh Văn phòng Thành ủy", "office")
    for number, lead in {7: "Đoàn Thị Kim Sen", 8: "Châu Văn Tín"}.items():
        ward = desk.unit(f"Đảng ủy phường {number}", "dang_uy_phuong", top)
        desk.person(lead, ward, "lead", "Bí thư Đảng ủy", f"lead{number}")
        desk.person(f"Cán Bộ {number}", ward, "reporter", "Công chức", f"ward{number}")
    yield desk
    desk.store.close()


def nothing_is_sent(desk: Desk) -> bool:
    return desk.value("SELECT count(*) FROM outbox WHERE kind = 'directive'") == 0


@pytest.mark.parametrize(
    ("order", "shown"),
    [
        ("yêu cầu phường 7 báo cáo ngay tình hình thu ngân sách", SEVEN),
        ("yeu cau phuong 7 bao cao ngay", SEVEN),
        ("Đề nghị nhắc các phường nộp báo cáo", WARDS),
        ("nhắc P7 khẩn trương", SEVEN),
        ("đôn đốc việc thu ngân sách", ASKED),
    ],
)
def test_the_order_is_the_text_and_its_unit_the_recipient(
    desk: Desk, order: str, shown: str
) -> None:
    desk.says("chair", order)
    assert desk.taps("chair", "Gửi chỉ đạo, phát văn bản") == (
        f"Nội dung: {order}. Trước khi gửi đồng chí xem và sửa lại được.\n\n{shown}"
    )
    assert nothing_is_sent(desk)
    if shown != ASKED:
        desk.says("chair", "1")
        assert order in desk.says("chair", "không")
        assert nothing_is_sent(desk)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("gửi chỉ đạo cho phường 7: mai họp giao ban 8 giờ", SEVEN),
        ("gui chi dao cho p7: mai họp giao ban 8 giờ", SEVEN),
        ("Gửi chỉ đạo đến phường 7\nmai họp giao ban 8 giờ", SEVEN),
        ("gửi chỉ đạo phường 7 mai họp giao ban 8 giờ", SEVEN),
        ("phát văn bản cho phường 7, phường 8: mai họp giao ban 8 giờ", WARDS),
        ("nhờ gửi chỉ đạo tới các phường: mai họp giao ban 8 giờ", WARDS),
        ("gửi chỉ đạo: mai họp giao ban 8 giờ", ASKED),
        ("gửi chỉ đạo mai họp giao ban 8 giờ", ASKED),
    ],
)
def test_a_directive_in_one_breath_is_taken_apart(desk: Desk, typed: str, shown: str) -> None:
    assert desk.says("office", typed) == f"{MEETING}\n\n{shown}"
    assert nothing_is_sent(desk)


def test_who_is_named_without_a_text_is_kept_while_it_is_asked_for(desk: Desk) -> None:
    said = desk.says("office", "gửi chỉ đạo cho phường 7")
    assert said.startswith("Đồng chí gõ nội dung cần gửi.")
    assert desk.says("office", "Họp giao ban") == SEVEN


def test_a_draft_that_was_begun_is_not_dropped_for_an_order(desk: Desk) -> None:
    desk.says("chair", "yêu cầu phường 7 báo cáo")
    desk.taps("chair", "Gửi chỉ đạo, phát văn bản")
    desk.later(minutes=1)
    assert desk.taps("chair", "Gửi chỉ đạo, phát văn bản").startswith(
        "Đồng chí đang soạn dở: yêu cầu phường 7 báo cáo."
    )


@pytest.mark.parametrize(
    "typed", ["gửi chỉ đạo cho phường 8: mai họp", "Gửi chỉ đạo đến các chi bộ: đạt 60%"]
)
def test_an_officials_words_begin_no_directive(desk: Desk, typed: str) -> None:
    for who in ("ward7", "lead7"):
        assert "Nội dung:" not in desk.says(who, typed)
    assert desk.value("SELECT count(*) FROM directives") == 0
