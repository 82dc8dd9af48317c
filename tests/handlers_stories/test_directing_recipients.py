"""Below the list of recipients: whom to leave out, everybody to see, and what is no name at all."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.handlers_stories.front_desk import Desk

ASKED = (
    "Gửi đến ai? Đồng chí chọn một nhóm, hoặc gõ tên đơn vị hay họ tên, ví dụ: các phường, xã Bình"
    " Phú, chị Lan ở phường 4"
)
SIX_SEVEN = (
    "Sẽ gửi đến 2 người ở 2 đơn vị:\n"
    "• Đảng ủy phường 6: Trương Hữu Nghĩa\n"
    "• Đảng ủy phường 7: Đoàn Thị Kim Sen"
)
LISTED = ["Tiếp tục", "Thêm nơi nhận", "Chọn lại từ đầu"]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    top = desk.unit("Thành ủy Bến Tre", "cap_uy")
    office = desk.unit("Văn phòng Thành ủy", "ban_dang", top)
    desk.person("Tô Chí Thành", office, "office", "Chánh Văn phòng Thành ủy", "office")
    leads = {6: "Trương Hữu Nghĩa", 7: "Đoàn Thị Kim Sen", 8: "Châu Văn Tín"}
    for number, lead in leads.items():
        ward = desk.unit(f"Đảng ủy phường {number}", "dang_uy_phuong", top)
        desk.person(lead, ward, "lead", "Bí thư Đảng ủy")
        desk.person(f"Cán Bộ {number}", ward, "reporter", "Công chức")
    desk.says("office", "gửi chỉ đạo")
    desk.says("office", "Về việc họp giao ban")
    yield desk
    desk.store.close()


@pytest.mark.parametrize(
    "typed",
    [
        "tất cả các phường, trừ phường 8",
        "cac phuong tru phuong 8",
        "các phường (trừ phường 8)",
        "các phường nhưng không gửi phường 8",
        "các phường, ngoại trừ anh Tín",
        "các phường, ko gửi p8",
        "phường 6, phường 7, phường 8, bỏ bí thư phường 8",
    ],
)
def test_who_is_excepted_is_left_out(desk: Desk, typed: str) -> None:
    said = desk.says("office", typed)
    assert said.startswith("Đã bỏ ")
    assert said.endswith(f": 1 người.\n\n{SIX_SEVEN}")
    assert desk.choices("office") == LISTED


@pytest.mark.parametrize(
    "typed",
    [
        "bỏ phường 8",
        "bo phuong 8 ra nhe",
        "thôi bỏ phường 8 đi",
        "không gửi phường 8 nữa",
        "hổng gửi phường 8",
        "khỏi gửi cho anh Tín",
        "loại phường 8 khỏi danh sách",
        "trừ phường 8",
    ],
)
def test_who_is_on_the_list_is_taken_out(desk: Desk, typed: str) -> None:
    desk.says("office", "các phường")
    said = desk.says("office", typed)
    assert said.startswith("Đã bỏ ")
    assert said.endswith(f": 1 người.\n\n{SIX_SEVEN}")


def test_with_a_unit_all_who_work_there_are_left_out(desk: Desk) -> None:
    assert desk.says("office", "toàn thể, trừ phường 8") == (
        "Đã bỏ Đảng ủy phường 8: 2 người.\n\n"
        "Sẽ gửi đến 4 người ở 2 đơn vị:\n"
        "• Đảng ủy phường 6: Trương Hữu Nghĩa, Cán Bộ 6\n"
        "• Đảng ủy phường 7: Đoàn Thị Kim Sen, Cán Bộ 7"
    )


def test_nobody_is_added_while_it_is_unclear_who_is_left_out(desk: Desk) -> None:
    assert desk.says("office", "các phường, trừ phường 88") == (
        "Chưa tìm thấy: phường 88. Đồng chí gõ lại tên hoặc mã của đơn vị hay của người nhận."
    )
    assert desk.choices("office")[0] == "Lãnh đạo 3 xã, phường (3 người)"
    assert desk.value("SELECT count(*) FROM recipients") == 0


def test_what_is_not_on_the_list_cannot_be_taken_out(desk: Desk) -> None:
    desk.says("office", "phường 6, phường 7")
    assert desk.says("office", "bỏ phường 8") == (
        f"Trong danh sách không có Đảng ủy phường 8 để bỏ ra.\n\n{SIX_SEVEN}"
    )
    assert desk.says("office", "bỏ đảng ủy") == (
        'Trong danh sách có nhiều nơi gọi là "đảng ủy", chưa bỏ ra. Đồng chí gõ rõ hơn.\n\n'
        f"{SIX_SEVEN}"
    )


def test_one_is_added_and_another_taken_out_in_one_breath(desk: Desk) -> None:
    desk.says("office", "phường 6, phường 8")
    assert desk.says("office", "thêm phường 7, bỏ phường 8") == (
        f"Đã bỏ Đảng ủy phường 8: 1 người.\n\n{SIX_SEVEN}"
    )


def test_everybody_on_a_long_list_can_be_seen(desk: Desk) -> None:
    board = desk.unit("Ban Dân vận")
    for number in range(10, 20):
        desk.person(f"Chuyên Viên {number}", board)
    said = desk.says("office", "toàn thể")
    assert said.startswith("Sẽ gửi đến 16 người ở 4 đơn vị:\n• Đảng ủy phường 6: Trương")
    assert said.endswith("• Đảng ủy phường 8: Châu Văn Tín, Cán Bộ 8\nvà 10 người khác")
    assert desk.choices("office") == [*LISTED, "Xem thêm 10 người"]
    assert desk.says("office", "xem thêm") == (
        "Sẽ gửi đến 16 người ở 4 đơn vị:\n• Ban Dân vận: "
        + ", ".join(f"Chuyên Viên {n}" for n in range(10, 16))
        + "\nvà 4 người khác"
    )
    assert desk.says("office", "xem thêm").endswith(
        ": " + ", ".join(f"Chuyên Viên {n}" for n in range(16, 20))
    )
    assert desk.choices("office") == LISTED
    assert desk.says("office", "xem danh sách") == said
    assert desk.says("office", "4").startswith("Sẽ gửi đến 16 người ở 4 đơn vị:\n• Ban Dân vận")
    assert desk.says("office", "1").startswith("Đề nghị xác nhận đã nhận chậm nhất")


@pytest.mark.parametrize("typed", ["xem thêm", "xem lại danh sách", "gửi ai?", "những ai"])
def test_the_list_is_shown_when_it_is_asked_for(desk: Desk, typed: str) -> None:
    desk.says("office", "phường 6, phường 7")
    assert desk.says("office", typed) == SIX_SEVEN


def test_an_unknown_word_leaves_the_choices_where_they_are(desk: Desk) -> None:
    unknown = "Chưa tìm thấy: gì đó. Đồng chí gõ lại tên hoặc mã của đơn vị hay của người nhận."
    assert desk.says("office", "gì đó") == unknown
    assert desk.says("office", "1").startswith("Sẽ gửi đến 3 người")
    assert desk.says("office", "gì đó") == unknown
    assert desk.choices("office") == LISTED
    assert desk.says("office", "1").startswith("Đề nghị xác nhận đã nhận chậm nhất")


def test_a_digit_that_is_not_on_the_list_adds_nobody(desk: Desk) -> None:
    desk.says("office", "phường 6, phường 7")
    assert desk.says("office", "8") == (
        "Không có mục 8 để chọn. Đồng chí chọn lại, hoặc gõ cả tên, ví dụ: phường 8"
    )
    assert desk.choices("office") == LISTED
    assert desk.says("office", "xem lại") == SIX_SEVEN


@pytest.mark.parametrize("typed", ["tiếp", "Tiếp tục", "tiep"])
def test_to_go_on_below_the_list_goes_on(desk: Desk, typed: str) -> None:
    desk.says("office", "phường 6, phường 7")
    assert desk.says("office", typed).startswith("Đề nghị xác nhận đã nhận chậm nhất")


def test_to_go_on_after_something_else_shows_the_list_again(desk: Desk) -> None:
    assert desk.says("office", "tiếp") == ASKED
    desk.says("office", "phường 6, phường 7")
    desk.says("office", "menu")
    assert desk.says("office", "tiếp") == SIX_SEVEN


@pytest.mark.parametrize("typed", ["không", "khỏi cần", "ko can dau", "không đặt hạn", "thôi khỏi"])
def test_that_no_day_is_wanted_may_be_said(desk: Desk, typed: str) -> None:
    desk.says("office", "phường 6")
    desk.says("office", "1")
    assert desk.says("office", typed).endswith(
        'Đề nghị đồng chí xác nhận bằng cách chọn hoặc trả lời "đã nhận".'
    )


def test_at_the_day_too_the_choices_stay(desk: Desk) -> None:
    desk.says("office", "phường 6")
    desk.says("office", "1")
    days = desk.choices("office")
    for typed in ("sớm nhất có thể", "05/6"):
        desk.says("office", typed)
        assert desk.choices("office") == days
    assert "chậm nhất là hết thứ Tư, 09/6" in desk.says("office", "1")


@pytest.mark.parametrize("typed", ["17h hôm nay", "trước 17 giờ ngày 09/6", "chiều nay 09/6"])
def test_an_hour_as_the_limit_is_not_dropped_in_silence(desk: Desk, typed: str) -> None:
    desk.says("office", "phường 6")
    desk.says("office", "1")
    assert desk.says("office", typed).startswith(
        "Hạn xác nhận tính hết ngày thứ Tư, 09/6, chưa đặt được theo giờ. Cần đúng giờ, đồng chí"
        " ghi giờ vào nội dung.\n\nĐồng chí xem lại tin dưới đây"
    )


@pytest.mark.parametrize("typed", ["ok", "đúng rồi", "đủ rồi", "vậy thôi", "xong", "được rồi nhé"])
def test_that_the_list_is_right_goes_on(desk: Desk, typed: str) -> None:
    desk.says("office", "phường 6, phường 7")
    assert desk.says("office", typed).startswith("Đề nghị xác nhận đã nhận chậm nhất")


@pytest.mark.parametrize("typed", ["thôi", "thôi không gửi nữa", "bỏ đi", "khoan đã", "khoi gui"])
def test_how_to_stop_is_told_and_nothing_is_dropped(desk: Desk, typed: str) -> None:
    stop = "Chưa có gì được gửi. Muốn bỏ bản đang soạn, đồng chí gõ: hủy"
    assert desk.says("office", typed) == stop
    desk.says("office", "phường 6, phường 7")
    assert desk.says("office", typed) == stop
    assert desk.choices("office") == LISTED
    assert desk.says("office", "xem lại") == SIX_SEVEN


def test_more_are_added_as_one_speaks(desk: Desk) -> None:
    desk.says("office", "phường 6")
    assert desk.says("office", "và cả phường 7") == SIX_SEVEN


def test_who_is_called_like_a_word_is_added(desk: Desk) -> None:
    desk.person("Lê Văn Thời", desk.unit("Ban Dân vận"), "lead")
    assert desk.says("office", "Thời").endswith("• Ban Dân vận: Lê Văn Thời")
