"""The office writes a directive, chooses its readers, sees exactly who they are, sends it once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.handlers_stories.front_desk import Desk

BODY = "Về việc rà soát chỉ tiêu sáu tháng\nĐề nghị các đảng ủy rà soát và gửi số liệu."


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    top = desk.unit("Thành ủy Bến Tre", "cap_uy")
    office = desk.unit("Văn phòng Thành ủy", "ban_dang", top)
    board = desk.unit("Ban Tổ chức Thành ủy", "ban_dang", top)
    four = desk.unit("Đảng ủy phường 4", "dang_uy_phuong", top)
    phu = desk.unit("Đảng ủy xã Bình Phú", "dang_uy_xa", top)
    desk.person("Tô Chí Thành", office, "office", "Chánh Văn phòng Thành ủy", "office")
    desk.person("Võ Hồng Ân", board, "lead", "Trưởng Ban Tổ chức", "an")
    desk.person("Trần Văn Tư", four, "lead", "Bí thư Đảng ủy", "tu")
    desk.person("Lê Thị Lan", four, "reporter", "Công chức", "lan")
    desk.person("Ngô Văn Phú", phu, "lead", "Bí thư Đảng ủy")  # has not joined
    yield desk
    desk.store.close()


def write(desk: Desk) -> None:
    desk.says("office", "gửi chỉ đạo")
    desk.says("office", BODY)


def test_a_directive_is_written_addressed_shown_and_sent(desk: Desk) -> None:
    assert desk.says("office", "Gửi chỉ đạo") == (
        "Đồng chí gõ nội dung cần gửi.\n"
        'Dòng đầu là trích yếu, các dòng sau là nội dung. Gõ "hủy" để dừng.'
    )
    assert desk.says("office", BODY) == (
        "Gửi đến ai? Đồng chí chọn một nhóm, hoặc gõ tên đơn vị hay họ tên, ví dụ: các phường, xã"
        " Bình Phú, chị Lan ở phường 4"
    )
    assert desk.choices("office") == [
        "Lãnh đạo 2 xã, phường (2 người)",
        "Lãnh đạo 1 ban, ngành, phòng (1 người)",
        "Toàn thể (4 người)",
    ]
    assert desk.says("office", "1") == (
        "Sẽ gửi đến 2 người ở 2 đơn vị:\n"
        "• Đảng ủy phường 4: Trần Văn Tư\n"
        "• Đảng ủy xã Bình Phú: Ngô Văn Phú"
    )
    assert desk.choices("office") == ["Tiếp tục", "Thêm nơi nhận", "Chọn lại từ đầu"]
    assert desk.says("office", "1") == (
        "Đề nghị xác nhận đã nhận chậm nhất là ngày nào? Đồng chí chọn, hoặc gõ ngày, ví dụ: 30/6"
    )
    assert desk.choices("office") == [
        "Hết thứ Tư, 09/6",
        "Hết thứ Năm, 10/6",
        "Hết thứ Sáu, 11/6",
        "Không đặt hạn",
    ]
    assert desk.says("office", "3") == (
        "Đồng chí xem lại tin dưới đây trước khi gửi đến 2 người, rồi chọn:\n\n"
        "Kính gửi đồng chí …, có chỉ đạo CĐ…:\n"
        "Về việc rà soát chỉ tiêu sáu tháng\n"
        "Đề nghị các đảng ủy rà soát và gửi số liệu.\n"
        "Người gửi: Tô Chí Thành, Chánh Văn phòng Thành ủy\n"
        "\n"
        "Đề nghị đồng chí xác nhận chậm nhất là hết thứ Sáu, 11/6, bằng cách chọn hoặc trả lời"
        ' "đã nhận".'
    )
    assert desk.choices("office") == ["Gửi ngay", "Sửa nội dung", "Sửa nơi nhận", "Hủy"]
    assert desk.says("office", "1") == (
        'Đã chuyển gửi CĐ01/2021 "Về việc rà soát chỉ tiêu sáu tháng" đến 2 người.\n\n'
        "Trong đó 1 người chưa liên lạc được qua tin nhắn, cần báo trực tiếp.\n\n"
        'Gõ "chỉ đạo" lúc nào cũng xem được ai đã nhận.'
    )
    assert desk.heard("tu") == (
        "Kính gửi đồng chí Tư, có chỉ đạo CĐ01/2021:\n"
        "Về việc rà soát chỉ tiêu sáu tháng\n"
        "Đề nghị các đảng ủy rà soát và gửi số liệu.\n"
        "Người gửi: Tô Chí Thành, Chánh Văn phòng Thành ủy\n"
        "\n"
        "Đề nghị đồng chí xác nhận chậm nhất là hết thứ Sáu, 11/6, bằng cách chọn hoặc trả lời"
        ' "đã nhận".'
    )
    rows = desk.rows("SELECT key, state FROM outbox WHERE kind = 'directive' ORDER BY key")
    assert [tuple(row) for row in rows] == [("directive:3:1", "sent"), ("directive:5:1", "dead")]
    view = desk.rows("SELECT * FROM v_directives")[0]
    assert tuple(view) == ("CĐ01/2021", "Về việc rà soát chỉ tiêu sáu tháng", 2, 0, 1, 0, 1)


def test_tapping_send_twice_sends_once(desk: Desk) -> None:
    write(desk)
    for digit in ("1", "1", "4", "1"):
        desk.says("office", digit)
    assert desk.taps("office", "Gửi ngay") == (
        'Đồng chí đã chọn "Gửi ngay" lúc 08:00, không cần chọn lại.'
    )
    assert desk.value("SELECT count(*) FROM outbox WHERE kind = 'directive'") == 2
    assert desk.value("SELECT count(*) FROM directives") == 1


def test_units_and_people_are_typed_by_name_and_what_is_unclear_is_asked(desk: Desk) -> None:
    write(desk)
    assert desk.says("office", "phường 4, xã Bình Phú và võ hồng ân") == (
        "Sẽ gửi đến 3 người ở 3 đơn vị:\n"
        "• Ban Tổ chức Thành ủy: Võ Hồng Ân\n"
        "• Đảng ủy phường 4: Trần Văn Tư\n"
        "• Đảng ủy xã Bình Phú: Ngô Văn Phú"
    )
    assert desk.says("office", "phường 9") == (
        "Chưa tìm thấy: phường 9. Đồng chí gõ lại tên hoặc mã của đơn vị hay của người nhận."
    )
    assert desk.says("office", "Đảng ủy") == (
        'Có 2 đơn vị gọi là "Đảng ủy". Đồng chí chọn, hoặc gõ rõ hơn.'
    )
    assert desk.choices("office") == [
        "Đảng ủy phường 4",
        "Đảng ủy xã Bình Phú",
        "Bỏ qua Đảng ủy",
    ]


BOTH = (
    "Sẽ gửi đến 2 người ở 2 đơn vị:\n"
    "• Đảng ủy phường 4: Trần Văn Tư\n"
    "• Đảng ủy xã Bình Phú: Ngô Văn Phú"
)
FOUR = "Sẽ gửi đến 1 người ở 1 đơn vị:\n• Đảng ủy phường 4: Trần Văn Tư"
BOARD = "Sẽ gửi đến 1 người ở 1 đơn vị:\n• Ban Tổ chức Thành ủy: Võ Hồng Ân"
ALL = (
    "Sẽ gửi đến 3 người ở 3 đơn vị:\n"
    "• Ban Tổ chức Thành ủy: Võ Hồng Ân\n"
    "• Đảng ủy phường 4: Trần Văn Tư\n"
    "• Đảng ủy xã Bình Phú: Ngô Văn Phú"
)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("phường xã", BOTH),
        ("phuong, xa", BOTH),
        ("tất cả các xã, phường trên địa bàn", BOTH),
        ("lãnh đạo các đảng ủy phường, xã", BOTH),
        ("các đảng ủy", BOTH),
        ("các phường", FOUR),
        ("bí thư phường 4", FOUR),
        ("các ban đảng", BOARD),
        ("ban, ngành", BOARD),
        ("trưởng ban tổ chức", BOARD),
        ("các đơn vị", ALL),
        ("các xã, phường và các ban đảng", ALL),
        ("các phường, anh Phú, chị Ân", ALL),
    ],
)
def test_those_who_are_meant_are_typed_as_one_speaks(desk: Desk, typed: str, shown: str) -> None:
    write(desk)
    assert desk.says("office", typed) == shown


def test_everybody_is_not_the_leads_alone(desk: Desk) -> None:
    write(desk)
    assert desk.says("office", "mọi người").startswith("Sẽ gửi đến 4 người ở 3 đơn vị:")


def test_of_several_called_so_one_is_chosen_and_the_others_stay_out(desk: Desk) -> None:
    eight = desk.unit("Đảng ủy phường 8", "dang_uy_phuong")
    desk.person("Ngô Thị Lan", eight, "reporter")
    write(desk)
    assert desk.says("office", "các ban đảng, chị Lan, đảng ủy") == (
        'Có 2 đồng chí gọi là "chị Lan". Đồng chí chọn, hoặc gõ kèm tên đơn vị.'
    )
    assert desk.choices("office") == [
        "Lê Thị Lan, Đảng ủy phường 4",
        "Ngô Thị Lan, Đảng ủy phường 8",
        "Bỏ qua chị Lan",
    ]
    assert desk.says("office", "1") == (
        'Có 3 đơn vị gọi là "đảng ủy". Đồng chí chọn, hoặc gõ rõ hơn.'
    )
    assert desk.says("office", "xã Bình Phú") == (
        "Sẽ gửi đến 3 người ở 3 đơn vị:\n"
        "• Ban Tổ chức Thành ủy: Võ Hồng Ân\n"
        "• Đảng ủy phường 4: Lê Thị Lan\n"
        "• Đảng ủy xã Bình Phú: Ngô Văn Phú"
    )


@pytest.mark.parametrize("typed", ["chị Lan ở phường 8", "Lan phường 8", "đ/c Lan (phường 8)"])
def test_the_unit_behind_a_name_says_who_is_meant(desk: Desk, typed: str) -> None:
    eight = desk.unit("Đảng ủy phường 8", "dang_uy_phuong")
    desk.person("Ngô Thị Lan", eight, "reporter")
    write(desk)
    assert desk.says("office", typed) == (
        "Sẽ gửi đến 1 người ở 1 đơn vị:\n• Đảng ủy phường 8: Ngô Thị Lan"
    )


def test_what_is_said_of_a_group_and_is_none_is_not_guessed(desk: Desk) -> None:
    write(desk)
    for typed in ("các phường khác phường 4", "các anh", "chị Hoa ở phường 4"):
        assert desk.says("office", typed).startswith(f"Chưa tìm thấy: {typed}.")


def test_a_day_to_confirm_by_may_be_typed_but_not_be_past(desk: Desk) -> None:
    write(desk)
    desk.says("office", "1")
    desk.says("office", "1")
    assert desk.says("office", "05/6") == "Ngày thứ Bảy, 05/6 đã qua. Đồng chí chọn ngày khác."
    assert desk.says("office", "sớm nhất") == (
        "Chưa rõ ngày nào. Đồng chí gõ ngày và tháng, ví dụ: 30/6"
    )
    assert "chậm nhất là hết thứ Ba, 15/6" in desk.says("office", "ngày 15/6")


def test_the_words_can_be_changed_without_losing_the_recipients(desk: Desk) -> None:
    write(desk)
    for digit in ("1", "1", "4"):
        desk.says("office", digit)
    assert desk.taps("office", "Sửa nội dung") == (
        "Đồng chí gõ lại toàn bộ nội dung, dòng đầu là trích yếu.\n"
        "Trích yếu hiện nay: Về việc rà soát chỉ tiêu sáu tháng"
    )
    assert "trước khi gửi đến 2 người" in desk.says("office", "Về việc họp giao ban")
    desk.says("office", "1")
    assert desk.heard("tu").splitlines()[1] == "Về việc họp giao ban"


def test_a_dropped_draft_sends_nothing_and_cannot_be_sent_later(desk: Desk) -> None:
    write(desk)
    for digit in ("1", "1", "4"):
        desk.says("office", digit)
    assert desk.says("office", "4") == "Đã hủy bản soạn. Chưa có gì được gửi."
    assert desk.value("SELECT count(*) FROM outbox WHERE kind = 'directive'") == 0
    assert desk.value("SELECT count(*) FROM v_directives") == 0


def test_the_preview_can_be_sent_after_the_conversation_ran_out(desk: Desk) -> None:
    write(desk)
    for digit in ("1", "1", "4"):
        desk.says("office", digit)
    desk.later(minutes=40)
    assert desk.taps("office", "Gửi ngay").startswith("Đã chuyển gửi CĐ01/2021")


def test_who_lost_the_right_meanwhile_sends_nothing(desk: Desk) -> None:
    write(desk)
    for digit in ("1", "1", "4"):
        desk.says("office", digit)
    desk.write(lambda tx: tx.run("UPDATE memberships SET role = 'reporter' WHERE person_id = 1"))
    desk.taps("office", "Gửi ngay")
    assert desk.value("SELECT count(*) FROM outbox WHERE kind = 'directive'") == 0


def test_a_lead_without_units_below_learns_it_before_typing_a_text(desk: Desk) -> None:
    assert desk.says("tu", "guichidao") == (
        "Hiện không có ai ở đơn vị cấp dưới để nhận chỉ đạo của đồng chí. Cần nhắn đến cán bộ"
        " trong đơn vị mình, đồng chí nhờ Văn phòng Thành ủy gửi giúp."
    )
    assert desk.value("SELECT count(*) FROM conversations") == 0
    act = desk.rows("SELECT act, subject FROM audit ORDER BY id DESC LIMIT 1")[0]
    assert tuple(act) == ("denied", "word:guichidao")


def test_only_who_has_somebody_to_direct_finds_it_in_the_menu(desk: Desk) -> None:
    line = "Gửi chỉ đạo, phát văn bản"
    desk.says("tu", "menu")
    assert line not in desk.choices("tu")
    four = desk.value("SELECT unit_id FROM memberships WHERE person_id = 3")
    desk.person("Phan Văn Sáu", desk.unit("Chi bộ khu phố 6", "chi_bo", four), "lead")
    desk.says("tu", "menu")
    assert line in desk.choices("tu")
    assert desk.says("tu", line).startswith("Đồng chí gõ nội dung cần gửi.")


def test_codes_are_numbered_anew_each_year(desk: Desk) -> None:
    for year_days in (0, 1, 300):
        desk.later(days=year_days)
        write(desk)
        for digit in ("1", "1", "4", "1"):
            desk.says("office", digit)
    codes = [row[0] for row in desk.rows("SELECT code FROM directives ORDER BY id")]
    assert codes == ["CĐ01/2021", "CĐ02/2021", "CĐ01/2022"]


def test_the_word_typed_again_comes_back_to_what_is_being_written(desk: Desk) -> None:
    desk.says("office", "guichidao")
    asked = desk.says("office", "Về việc rà soát chỉ tiêu\nĐề nghị gửi số liệu.")
    choices = desk.choices("office")
    desk.says("office", "menu")
    assert desk.says("office", "guichidao") == (
        "Đồng chí đang soạn dở: Về việc rà soát chỉ tiêu. Muốn bỏ bản này, đồng chí gõ: hủy\n\n"
        + asked
    )
    assert desk.choices("office") == choices
    desk.says("office", "hủy")
    assert desk.says("office", "guichidao").startswith("Đồng chí gõ nội dung cần gửi.")


def test_a_person_is_found_by_the_end_of_the_name_and_by_code(desk: Desk) -> None:
    write(desk)
    assert "Trần Văn Tư" in desk.says("office", "đồng chí Tư")
    assert "Võ Hồng Ân" in desk.says("office", "hồng ân")
    code = desk.value("SELECT code FROM people WHERE full_name = 'Ngô Văn Phú'")
    assert "Ngô Văn Phú" in desk.says("office", code)
