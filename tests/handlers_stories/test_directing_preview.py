"""Below the preview of a directive only the choice sends; other words are answered for what they
ask."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.handlers_stories.front_desk import Desk

SHOWN = ["Gửi ngay", "Sửa nội dung", "Sửa nơi nhận", "Hủy"]
NOT_AT = (
    'Chưa hẹn được giờ gửi, và chưa có gì được gửi. Đến lúc gửi, đồng chí chọn "Gửi ngay". Nếu đó'
    " là giờ họp, giờ nộp thì đồng chí ghi vào nội dung."
)
KEPT = 'Vâng, chưa gửi. Khi nào gửi, đồng chí chọn "Gửi ngay"; không gửi nữa thì chọn "Hủy".'
NOT_YET = (
    'Chưa có gì được gửi. Cần sửa nội dung, đồng chí chọn "Sửa nội dung" rồi gõ lại; đúng rồi thì'
    ' chọn "Gửi ngay".'
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    top = desk.unit("Thành ủy Bến Tre", "cap_uy")
    office = desk.unit("Văn phòng Thành ủy", "ban_dang", top)
    desk.person("Tô Chí Thành", office, "office", "Chánh Văn phòng Thành ủy", "office")
    for number, lead in {7: "Đoàn Thị Kim Sen", 8: "Châu Văn Tín"}.items():
        ward = desk.unit(f"Đảng ủy phường {number}", "dang_uy_phuong", top)
        desk.person(lead, ward, "lead", "Bí thư Đảng ủy")
    for typed in ("gửi chỉ đạo", "Về việc họp giao ban", "phường 7", "1", "4"):
        desk.says("office", typed)
    yield desk
    desk.store.close()


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("gửi lúc 14 giờ", NOT_AT),
        ("sáng mai gửi", NOT_AT),
        ("mai hãy gửi", NOT_AT),
        ("hen 14h chieu gui", NOT_AT),
        ("khoan", KEPT),
        ("khoan đã, chưa gửi", KEPT),
        ("để đó đã", KEPT),
        ("thôi không gửi nữa", KEPT),
        ("sai rồi, 9 giờ", NOT_YET),
        ("thêm câu mang theo số liệu", NOT_YET),
        ("được chưa", NOT_YET),
    ],
)
def test_what_is_typed_is_answered_without_the_preview_once_more(
    desk: Desk, typed: str, answer: str
) -> None:
    assert desk.says("office", typed) == answer
    assert desk.choices("office") == SHOWN
    assert desk.value("SELECT count(*) FROM outbox WHERE kind = 'directive'") == 0
    assert desk.says("office", "1").startswith("Đã chuyển gửi CĐ01/2021")


def test_recipients_are_changed_from_there_too(desk: Desk) -> None:
    assert desk.says("office", "thêm phường 8") == (
        "Sẽ gửi đến 2 người ở 2 đơn vị:\n"
        "• Đảng ủy phường 7: Đoàn Thị Kim Sen\n"
        "• Đảng ủy phường 8: Châu Văn Tín"
    )
    desk.says("office", "1")
    assert "trước khi gửi đến 2 người" in desk.says("office", "không")
    assert desk.says("office", "bỏ phường 7").endswith("• Đảng ủy phường 8: Châu Văn Tín")


def test_to_go_on_shows_the_whole_preview_again(desk: Desk) -> None:
    assert desk.says("office", "tiếp").startswith("Đồng chí xem lại tin dưới đây")
