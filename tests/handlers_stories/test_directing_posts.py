"""Recipients are named by the post that they hold, as an office speaks of them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.handlers_stories.front_desk import Desk

FIRST = "• Thành ủy Bến Tre: Huỳnh Trung Kiên"
MAYOR = "• Ủy ban nhân dân thành phố: Trịnh Phú Cường"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    top = desk.unit("Thành ủy Bến Tre", "cap_uy")
    office = desk.unit("Văn phòng Thành ủy", "ban_dang", top)
    board = desk.unit("Ban Tổ chức Thành ủy", "ban_dang", top)
    city = desk.unit("Ủy ban nhân dân thành phố", "chinh_quyen", top)
    police = desk.unit("Công an thành phố", "luc_luong", top)
    desk.person("Tô Chí Thành", office, "office", "Chánh Văn phòng Thành ủy", "office")
    desk.person("Huỳnh Trung Kiên", top, "chair", "Bí thư Thành ủy")
    desk.person("Phan Thị Thiện Tâm", top, "chair", "Phó Bí thư Thường trực Thành ủy")
    desk.person("Võ Hồng Ân", board, "lead", "Trưởng Ban Tổ chức Thành ủy")
    desk.person("Trịnh Phú Cường", city, "lead", "Chủ tịch Ủy ban nhân dân thành phố")
    desk.person("Phan Quốc Bảo", police, "lead", "Trưởng Công an thành phố")
    for number, lead in {7: "Đoàn Thị Kim Sen", 8: "Châu Văn Tín"}.items():
        ward = desk.unit(f"Đảng ủy phường {number}", "dang_uy_phuong", top)
        desk.person(lead, ward, "lead", "Bí thư Đảng ủy")
        desk.person(f"Cán Bộ {number}", ward, "reporter", "Cán bộ Văn phòng Đảng ủy")
        desk.person(f"Công Chức {number}", ward, "reporter", "Công chức Văn hóa - Xã hội")
    desk.says("office", "gửi chỉ đạo")
    desk.says("office", "Về việc họp giao ban")
    yield desk
    desk.store.close()


@pytest.mark.parametrize(
    ("typed", "listed"),
    [
        ("Bí thư Thành ủy", FIRST),
        ("đồng chí bí thư thành ủy", FIRST),
        ("Chủ tịch Ủy ban nhân dân thành phố", MAYOR),
        ("Chủ tịch UBND thành phố", MAYOR),
        ("chu tich ubnd tp", MAYOR),
        ("chủ tịch thành phố", MAYOR),
        ("Thường trực Thành ủy", f"{FIRST}, Phan Thị Thiện Tâm"),
        ("các đồng chí Thường trực Thành ủy", f"{FIRST}, Phan Thị Thiện Tâm"),
        ("Phó Bí thư Thường trực Thành ủy", "• Thành ủy Bến Tre: Phan Thị Thiện Tâm"),
        ("công chức phường 7", "• Đảng ủy phường 7: Công Chức 7"),
        ("công chức văn hóa ở phường 7", "• Đảng ủy phường 7: Công Chức 7"),
        ("bí thư phường 8", "• Đảng ủy phường 8: Châu Văn Tín"),
        ("cán bộ phường 7", "• Đảng ủy phường 7: Đoàn Thị Kim Sen, Cán Bộ 7, Công Chức 7"),
        (
            "cán bộ văn phòng các phường",
            "• Đảng ủy phường 7: Cán Bộ 7\n• Đảng ủy phường 8: Cán Bộ 8",
        ),
    ],
)
def test_who_holds_a_post_is_called_by_it(desk: Desk, typed: str, listed: str) -> None:
    said = desk.says("office", typed)
    assert said.startswith("Sẽ gửi đến ")
    assert said.partition("\n")[2] == listed


def test_a_post_that_several_hold_is_asked_about_in_the_words_that_were_typed(desk: Desk) -> None:
    assert desk.says("office", "Bí thư Đảng ủy") == (
        'Có 2 đơn vị gọi là "Bí thư Đảng ủy". Đồng chí chọn, hoặc gõ rõ hơn.'
    )


def test_the_committee_itself_is_among_those_that_are_called_so(desk: Desk) -> None:
    desk.says("office", "Thành ủy")
    assert desk.choices("office") == ["Thành ủy Bến Tre", "Ban Tổ chức Thành ủy"]


@pytest.mark.parametrize(
    "typed", ["Chánh án Tòa án", "công chức phường 9", "chủ tịch hội nông dân"]
)
def test_a_post_that_nobody_holds_is_not_guessed(desk: Desk, typed: str) -> None:
    assert desk.says("office", typed) == (
        f"Chưa tìm thấy: {typed}. Đồng chí gõ lại tên hoặc mã của đơn vị hay của người nhận."
    )


def test_the_text_may_begin_with_a_command_word(desk: Desk) -> None:
    desk.says("office", "hủy")
    desk.says("office", "gửi chỉ đạo")
    said = desk.says("office", "Cán bộ phường trực chống dịch")
    assert said.startswith("Gửi đến ai?")
    desk.says("office", "đơn vị các phường")
    assert desk.value("SELECT subject FROM directives") == "Cán bộ phường trực chống dịch"
