"""Leave said in ordinary words: the time first, why, where to. Confirmed before it is kept."""

from __future__ import annotations

import pytest

from tests.handlers_stories.office import Office

KHOA = "Trần Văn Khoa"
NO = "Tin này không phải báo nghỉ"


def test_who_is_ill_is_asked_who_stands_in_before_anything_is_kept(office: Office) -> None:
    assert office.type(office.lan, "tôi bị ốm xin nghỉ hôm nay") == (
        "Đồng chí nghỉ thứ Tư, 09/6. Ai thay trong những ngày ấy? Đồng chí chọn, hoặc gõ tên người"
        " cùng đơn vị:"
    )
    assert office.offered(office.lan) == [
        "Trần Thị Hoa",
        "Nguyễn Văn Ba",
        "Nguyễn Minh Tâm",
        "Không ai, chuyển đến lãnh đạo đơn vị",
        NO,
    ]
    assert office.leaves() == []
    office.type(office.lan, "1")
    assert office.leaves() == [(office.lan, office.hoa, "2021-06-09", "2021-06-09")]


def test_a_journey_with_a_substitute_waits_for_one_digit(office: Office) -> None:
    khoa = office.person(KHOA, office.ward)
    typed = "đi công tác Hà Nội 10/6 đến 12/6, đồng chí Khoa thay"
    asked = (
        "Đồng chí nghỉ từ thứ Năm, 10/6 đến hết thứ Bảy, 12/6, người thay: đồng chí Trần Văn Khoa."
        " Đồng chí xác nhận để ghi lại:"
    )
    assert office.type(office.lan, typed) == asked
    assert office.offered(office.lan) == ["Đúng, ghi nghỉ", NO]
    assert office.type(office.lan, "2") == (
        "Vâng, không ghi đợt nghỉ nào. Nếu là báo cáo công việc, đồng chí gõ mã và kết quả."
    )
    assert office.leaves() == []
    assert office.type(office.lan, typed) == asked
    assert office.type(office.lan, "1") == (
        "Đã ghi: đồng chí nghỉ từ thứ Năm, 10/6 đến hết thứ Bảy, 12/6.\n"
        "Người thay: đồng chí Trần Văn Khoa. Việc và tin nhắc trong những ngày ấy gửi đến đồng chí"
        " Khoa; đồng chí Khoa được báo ngày đầu và khi hết đợt.\n"
        "Đồng chí không nhận tin nhắc nào cho đến thứ Hai, 14/6; chỉ đạo vẫn gửi đến cả hai người."
    )
    assert office.leaves() == [(office.lan, khoa, "2021-06-10", "2021-06-12")]


def test_the_time_may_come_first(office: Office) -> None:
    said = office.type(office.lan, "mai tôi nghỉ phép")
    assert said.startswith("Đồng chí nghỉ thứ Năm, 10/6. Ai thay")
    assert office.offered(office.lan)[-1] == "Không ai, chuyển đến lãnh đạo đơn vị"


def test_the_end_of_the_week_is_that_of_the_first_day(office: Office) -> None:
    khoa = office.person(KHOA, office.ward)
    assert office.type(office.lan, "xin nghỉ phép từ thứ hai, anh Khoa làm thay") == (
        "Đồng chí nghỉ từ thứ Hai, 14/6 đến hết ngày nào? Ví dụ: đến 15/6, hoặc: đến hết tuần."
    )
    assert office.type(office.lan, "đến thứ sáu").startswith(
        "Đã ghi: đồng chí nghỉ từ thứ Hai, 14/6 đến hết thứ Sáu, 18/6.\n"
        "Người thay: đồng chí Trần Văn Khoa."
    )
    assert office.leaves() == [(office.lan, khoa, "2021-06-14", "2021-06-18")]


@pytest.mark.parametrize(
    "typed",
    [
        "NV07 do tôi bị ốm xin gia hạn đến 15/6",
        "do bị ốm nên chưa làm xong",
        "đồng chí Ba bị ốm xin nghỉ hôm nay",
        "Chủ tịch đi công tác Hà Nội 10/6 đến 12/6",
    ],
)
def test_neither_an_extension_nor_somebody_elses_is_a_leave(office: Office, typed: str) -> None:
    assert "nghỉ" not in office.type(office.lan, typed).partition("\n")[0].lower()
    assert office.leaves() == []
    assert NO not in office.offered(office.lan)


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("toi di cong tac tu mai den het thu 6", "từ thứ Năm, 10/6 đến hết thứ Sáu, 11/6"),
        ("mai nghi", "thứ Năm, 10/6"),
        ("tui đi họp tỉnh 2 ngày, từ mai", "từ thứ Năm, 10/6 đến hết thứ Sáu, 11/6"),
    ],
)
def test_it_is_understood_as_people_type_it_on_a_phone(
    office: Office, typed: str, days: str
) -> None:
    assert office.type(office.lan, typed) == (
        f"Đồng chí nghỉ {days}. Ai thay trong những ngày ấy? Đồng chí chọn, hoặc gõ tên người cùng"
        " đơn vị:"
    )
    assert office.leaves() == []


def test_who_is_asked_to_stand_in_is_found_by_name(office: Office) -> None:
    office.type(office.lan, "mai nghi")
    assert office.type(office.lan, "nhờ cô Hoa làm thay").startswith(
        "Đã ghi: đồng chí nghỉ thứ Năm, 10/6.\nNgười thay: đồng chí Trần Thị Hoa."
    )
    assert office.leaves() == [(office.lan, office.hoa, "2021-06-10", "2021-06-10")]


def test_a_leave_after_a_report_is_asked_about_and_the_report_kept(office: Office) -> None:
    assert office.type(office.lan, "nv07 40%, ngay mai em nghi phep") == (
        'Đã ghi NV07 Báo cáo "6 không": 40%.\n'
        "🟠 Còn 1 ngày (thứ Năm, 10/6)\n"
        'Nếu sai, đồng chí gõ chữ "sai" kèm kết quả đúng.\n\n'
        "Đồng chí nghỉ thứ Năm, 10/6. Ai thay trong những ngày ấy? Đồng chí chọn, hoặc gõ tên"
        " người cùng đơn vị:"
    )
    assert office.offered(office.lan)[-1] == NO
    office.type(office.lan, "1")
    assert office.leaves() == [(office.lan, office.hoa, "2021-06-10", "2021-06-10")]


def test_a_leave_after_a_doubtful_report_is_asked_for_by_itself(office: Office) -> None:
    said = office.type(office.lan, "nv07 gần xong, mai em nghỉ phép")
    assert said.endswith(
        "Phần báo nghỉ trong tin này chưa được ghi. Trả lời xong câu hỏi trên, đồng chí gõ riêng,"
        " ví dụ: nghỉ phép từ 10/6 đến 15/6"
    )
    assert office.leaves() == []
