"""Leave in ordinary words: told after a report, made longer, taken back, while something else is
asked; and whom it leaves behind."""

from __future__ import annotations

import pytest

from tests.handlers_stories.office import FULL, Office

STAYS = "Giữ như đã báo"
NONE = "Vâng, không ghi đợt nghỉ nào. Nếu là báo cáo công việc, đồng chí gõ mã và kết quả."
STILL = 'Còn dở phần báo nghỉ: đồng chí gõ "tiếp" để trả lời nốt, "hủy" để bỏ.'


def requests(office: Office) -> list[object]:
    return office.rows("SELECT id FROM requests")


@pytest.mark.parametrize(
    "text",
    [
        "nghỉ thêm 2 ngày nữa",
        "cho tôi nghỉ thêm 2 ngày",
        "xin nghỉ phép thêm hai ngày nữa ạ",
        "nghi them 2 ngay",
        "dạ em xin nghỉ thêm 2 bữa nha",
    ],
)
def test_more_leave_is_asked_once_and_is_no_request_for_more_time(
    office: Office, text: str
) -> None:
    office.type(office.lan, "tôi nghỉ từ 10/6 đến 11/6, chị Hoa thay")
    office.on("2021-06-10")
    office.type(office.lan, "NV07 60%")
    assert office.type(office.lan, text) == (
        "Đồng chí đã báo nghỉ từ thứ Năm, 10/6 đến hết thứ Sáu, 11/6, người thay: đồng chí Trần Thị"
        " Hoa. Nghỉ thêm đến hết ngày nào? Đồng chí chọn:"
    )
    assert office.offered(office.lan) == [
        "Đổi thành: từ thứ Năm, 10/6 đến hết Chủ nhật, 13/6",
        "Đổi thành: từ thứ Năm, 10/6 đến hết thứ Ba, 15/6",
        STAYS,
    ]
    assert requests(office) == []
    office.type(office.lan, "2")
    assert office.leaves() == [(office.lan, office.hoa, "2021-06-10", "2021-06-15")]


@pytest.mark.parametrize("text", ["tôi nghỉ thêm đến 15/6", "cho em nghỉ thêm tới thứ ba tuần sau"])
def test_more_leave_to_a_day_is_asked_once(office: Office, text: str) -> None:
    office.type(office.lan, "tôi nghỉ từ 10/6 đến 11/6, chị Hoa thay")
    office.on("2021-06-10")
    office.type(office.lan, text)
    assert office.offered(office.lan) == [
        "Đổi thành: từ thứ Năm, 10/6 đến hết thứ Ba, 15/6",
        STAYS,
    ]


def test_more_leave_without_any_asks_for_the_days(office: Office) -> None:
    office.type(office.lan, "NV07 60%")
    said = office.type(office.lan, "xin nghỉ thêm 1 ngày")
    assert said.startswith("Đồng chí nghỉ hoặc đi công tác từ ngày nào đến hết ngày nào?")
    assert requests(office) == []


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("NV07 68%. mai tôi nghỉ chị hoa thay", "thứ Năm, 10/6"),
        (
            "nv07 68% và tôi nghỉ từ 10/6 đến 11/6 chị Hoa thay",
            "từ thứ Năm, 10/6 đến hết thứ Sáu, 11/6",
        ),
        ("nv07 68% rồi mai em nghỉ, nhờ chị Hoa làm giúp", "thứ Năm, 10/6"),
        ("nv07 68%, mai xin nghỉ 1 ngày, chi hoa thay", "thứ Năm, 10/6"),
    ],
)
def test_a_leave_after_a_report_is_no_note_of_it(office: Office, text: str, days: str) -> None:
    assert office.type(office.lan, text) == (
        'Đã ghi NV07 Báo cáo "6 không": 68%.\n'
        "🟠 Còn 1 ngày (thứ Năm, 10/6)\n"
        'Nếu sai, đồng chí gõ chữ "sai" kèm kết quả đúng.\n\n'
        f"Đồng chí nghỉ {days}, người thay: đồng chí Trần Thị Hoa. Đồng chí xác nhận để ghi lại:"
    )
    assert [(row["percent"], row["note"]) for row in office.reports()] == [(68, "")]
    office.type(office.lan, "1")
    assert [leave[1] for leave in office.leaves()] == [office.hoa]


@pytest.mark.parametrize(
    "text", ["nv07 50%, công nhân nghỉ từ mai", "nv07 50%, mai anh em nghỉ hết nên chưa làm"]
)
def test_that_others_are_away_is_part_of_the_report(office: Office, text: str) -> None:
    assert office.type(office.lan, text).startswith('Đã ghi NV07 Báo cáo "6 không": 50%, vướng')
    assert office.leaves() == []


@pytest.mark.parametrize(
    "text", ["em đi làm lại rồi", "thôi", "thôi không nghỉ nữa", "hủy nghỉ", "quên đi"]
)
def test_who_is_not_away_after_all_names_nobody(office: Office, text: str) -> None:
    office.type(office.lan, "mai tôi nghỉ")
    assert office.type(office.lan, text) == NONE
    assert office.leaves() == []


def test_another_last_day_is_no_name(office: Office) -> None:
    office.type(office.lan, "mai tôi nghỉ")
    said = office.type(office.lan, "tới mốt")
    assert said.startswith("Đồng chí nghỉ từ thứ Năm, 10/6 đến hết thứ Sáu, 11/6. Ai thay")
    office.type(office.lan, "1")
    assert office.leaves() == [(office.lan, office.hoa, "2021-06-10", "2021-06-11")]


@pytest.mark.parametrize(
    "text", ["mai mình nghỉ nha, hoa làm giùm", "mai em nghỉ nhờ chị Hoa trực giùm"]
)
def test_who_helps_out_stands_in(office: Office, text: str) -> None:
    office.type(office.lan, text)
    assert office.leaves() == [(office.lan, office.hoa, "2021-06-10", "2021-06-10")]


@pytest.mark.parametrize(
    "text", ["hủy nghỉ", "huy nghi phep", "thôi không nghỉ nữa", "em không nghỉ nữa", "bỏ đợt nghỉ"]
)
def test_a_leave_is_taken_back_in_words(office: Office, text: str) -> None:
    office.type(office.lan, FULL)
    assert office.type(office.lan, text) == (
        "Đã hủy đợt nghỉ từ thứ Năm, 10/6 đến hết thứ Ba, 15/6. Việc và tin nhắc vẫn gửi đến đồng"
        " chí như trước."
    )
    assert office.leaves() == []


@pytest.mark.parametrize(
    "text", ["đổi anh Tâm thay", "đổi người thay là anh Tâm", "cho đổi sang anh Tâm làm thay"]
)
def test_another_stands_in(office: Office, text: str) -> None:
    office.type(office.lan, FULL)
    assert "Người thay: đồng chí Nguyễn Minh Tâm." in office.type(office.lan, text)
    assert office.leaves() == [(office.lan, office.tam, "2021-06-10", "2021-06-15")]


def test_who_is_back_tomorrow_is_away_until_today(office: Office) -> None:
    office.type(office.lan, FULL)
    office.on("2021-06-11")
    said = office.type(office.lan, "mai tôi đi làm lại")
    assert said.startswith("Đã ghi: đồng chí nghỉ từ thứ Năm, 10/6 đến hết thứ Sáu, 11/6.")
    assert office.leaves() == [(office.lan, office.hoa, "2021-06-10", "2021-06-11")]


def test_who_is_back_before_the_leave_begins_is_shown_it(office: Office) -> None:
    office.type(office.lan, FULL)
    office.type(office.lan, "mai tôi đi làm lại")
    assert office.offered(office.lan)[0] == "Hủy đợt nghỉ này"
    assert len(office.leaves()) == 1


def test_a_named_substitute_who_cannot_is_said_though_nobody_else_can(office: Office) -> None:
    for person in (office.lan, office.ba):
        office.write(
            lambda tx, person=person: tx.run(
                "UPDATE people SET state = 'invited' WHERE id = :id", id=person
            )
        )
    office.type(office.hoa, "tôi nghỉ từ 10/6 đến 12/6, anh Tâm thay")
    assert office.type(office.tam, "tôi nghỉ từ mai đến hết tuần, chị Hoa thay") == (
        "Đồng chí Trần Thị Hoa cũng nghỉ (từ thứ Năm, 10/6 đến hết thứ Bảy, 12/6) nên không thay"
        " được trọn những ngày ấy.\n"
        "Trong đơn vị không còn ai khác thay được: nếu không có người thay, tin nhắc trong những"
        " ngày ấy có thể không đến được ai.\n"
        "Đồng chí nghỉ từ thứ Năm, 10/6 đến hết Chủ nhật, 13/6. Ai thay trong những ngày ấy? Đồng"
        " chí chọn, hoặc gõ tên người cùng đơn vị:"
    )
    assert len(office.leaves()) == 1
    assert office.type(office.tam, "không ai") == (
        "Đã ghi: đồng chí nghỉ từ thứ Năm, 10/6 đến hết Chủ nhật, 13/6.\n"
        "Không có ai nhận thay: việc để lại, chờ ngày trở lại.\n"
        "Đồng chí không nhận tin nhắc nào cho đến thứ Hai, 14/6; chỉ đạo vẫn gửi.\n"
        "Trong thời gian này còn việc đang nhận thay đồng chí Trần Thị Hoa: không còn ai nhận việc"
        " ấy, tin nhắc không gửi đến ai."
    )


def test_reports_and_their_corrections_are_taken_while_days_are_asked_for(office: Office) -> None:
    office.assignment(office.ward, "NV08", "Rà soát hộ nghèo")
    office.assignment(office.ward, "NV34", "Vệ sinh môi trường")
    office.type(office.lan, "cài đặt")
    office.type(office.lan, "1")
    office.type(office.lan, "NV08 50%")
    said = office.type(office.lan, "sai, 60%")
    assert said.startswith("Đã sửa NV08 Rà soát hộ nghèo: 60%, thay cho 50%.")
    assert said.endswith(STILL)
    assert office.type(office.lan, "NV34 70%, NV07 90%") == (
        "Đã ghi NV34 Vệ sinh môi trường: 70%.\n"
        'Đã ghi NV07 Báo cáo "6 không": 90%.\n'
        'Nếu sai, đồng chí gõ chữ "sai" kèm mã và kết quả đúng.\n\n' + STILL
    )
    assert office.type(office.lan, "10/6 đến 11/6, chị Hoa thay").startswith(
        "Đã ghi: đồng chí nghỉ"
    )


def test_of_a_leave_that_is_asked_about_nothing_else_is_taken_back(office: Office) -> None:
    office.type(office.lan, FULL)
    office.type(office.lan, "21/6 tôi nghỉ phép")
    assert office.type(office.lan, "hủy nghỉ") == NONE
    assert len(office.leaves()) == 1


def test_the_question_for_the_days_is_left_in_words(office: Office) -> None:
    office.type(office.lan, "cài đặt")
    office.type(office.lan, "1")
    assert office.type(office.lan, "thôi") == NONE


def test_what_else_is_changed_is_no_substitute(office: Office) -> None:
    office.type(office.lan, FULL)
    office.type(office.lan, "đổi lịch họp thay đổi")
    assert office.leaves() == [(office.lan, office.hoa, "2021-06-10", "2021-06-15")]
