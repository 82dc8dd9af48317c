"""Leave step by step: what is asked, what cannot be, and who cannot stand in."""

from __future__ import annotations

import pytest

from tests.handlers_stories.office import KEPT, Office


def test_step_by_step_from_the_settings_by_numbers_alone(office: Office) -> None:
    assert office.type(office.lan, "cài đặt") == (
        "Cài đặt của đồng chí Lê Thị Lan\n"
        "Phường 7\n"
        "Giờ yên lặng: theo giờ chung (nhắc việc từ 07:30 đến 18:00 ngày làm việc)"
    )
    assert office.type(office.lan, "1") == (
        "Đồng chí nghỉ hoặc đi công tác từ ngày nào đến hết ngày nào?\n"
        "Ví dụ: 10/6 đến 15/6, hoặc: đến hết tuần. Có thể ghi luôn người thay: 10/6 đến 15/6, anh"
        " Ba thay."
    )
    assert office.type(office.lan, "10-15/6") == (
        "Đồng chí nghỉ từ thứ Năm, 10/6 đến hết thứ Ba, 15/6. Ai thay trong những ngày ấy? Đồng chí"
        " chọn, hoặc gõ tên người cùng đơn vị:"
    )
    assert office.offered(office.lan) == [
        "Trần Thị Hoa",
        "Nguyễn Văn Ba",
        "Nguyễn Minh Tâm",
        "Không ai, chuyển đến lãnh đạo đơn vị",
    ]
    assert office.type(office.lan, "1") == KEPT
    assert office.type(office.lan, "cài đặt") == (
        "Cài đặt của đồng chí Lê Thị Lan\n"
        "Phường 7\n"
        "Nghỉ: từ thứ Năm, 10/6 đến hết thứ Ba, 15/6, người thay: đồng chí Trần Thị Hoa\n"
        "Giờ yên lặng: theo giờ chung (nhắc việc từ 07:30 đến 18:00 ngày làm việc)"
    )
    assert len(office.offered(office.lan)) == 5


def test_whoever_looks_after_a_ward_from_outside_is_not_offered_but_may_be_named(
    office: Office,
) -> None:
    city = office.unit("Thành ủy")
    overseer = office.person("Võ Hồng Ân", city, "lead", "Trưởng Ban Tổ chức")
    for ward in (office.ward, office.other):
        office.post(overseer, ward, "overseer", "Phụ trách địa bàn")
    office.type(office.lan, "tôi nghỉ ngày mai")
    assert office.offered(office.lan) == [
        "Trần Thị Hoa",
        "Nguyễn Văn Ba",
        "Nguyễn Minh Tâm",
        "Không ai, chuyển đến lãnh đạo đơn vị",
    ]
    office.type(office.lan, "đồng chí Ân thay")
    assert office.leaves() == [(office.lan, overseer, "2021-06-10", "2021-06-10")]
    office.type(overseer, "tôi nghỉ ngày mai")
    assert office.leaves()[-1] == (overseer, None, "2021-06-10", "2021-06-10")


def test_whom_the_offices_list_names_is_offered_first(office: Office) -> None:
    office.write(
        lambda tx: tx.run(
            "UPDATE memberships SET substitute_id = :ba WHERE person_id = :lan",
            ba=office.ba,
            lan=office.lan,
        )
    )
    office.type(office.lan, "tôi nghỉ ngày mai")
    assert office.offered(office.lan)[0] == "Nguyễn Văn Ba"


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        (
            "tôi nghỉ từ 10/6",
            "Đồng chí nghỉ từ thứ Năm, 10/6 đến hết ngày nào? Ví dụ: đến 15/6, hoặc: đến hết tuần.",
        ),
        (
            "tôi nghỉ từ 1/6 đến 5/6",
            "Những ngày ấy (từ thứ Ba, 01/6 đến hết thứ Bảy, 05/6) đã qua nên không cần ghi nữa."
            " Đồng chí gõ những ngày sắp nghỉ, ví dụ: 10/6 đến 15/6. Muốn thôi, gõ: hủy.",
        ),
        (
            "tôi nghỉ từ 15/6 đến 10/6",
            "Ngày cuối (thứ Năm, 10/6) lại ở trước ngày đầu (thứ Ba, 15/6). Đồng chí gõ lại, ví dụ:"
            " 10/6 đến 15/6.",
        ),
        (
            "tôi nghỉ từ 10/6/2021 đến 10/6/2024",
            "Đợt nghỉ đến thứ Hai, 10/6/2024 dài hơn một năm: xin báo Văn phòng Thành ủy để giao"
            " việc cho người khác. Nếu gõ nhầm, đồng chí gõ lại, ví dụ: 10/6 đến 15/6.",
        ),
        (
            "tôi nghỉ từ 31/6 đến 3/7",
            "Không có ngày như vậy, hoặc thứ và ngày không khớp nhau. Đồng chí gõ lại ngày đầu và"
            " ngày cuối, ví dụ: 10/6 đến 15/6.",
        ),
    ],
)
def test_days_that_can_be_no_leave_have_their_sentence_and_are_asked_again(
    office: Office, typed: str, answer: str
) -> None:
    assert office.type(office.lan, typed) == answer
    assert office.leaves() == []
    office.type(office.lan, "10/6 đến 15/6" if "từ 10/6 " not in f"{typed} " else "đến 15/6")
    office.choose(office.lan, "Trần Thị Hoa")
    assert office.leaves() == [(office.lan, office.hoa, "2021-06-10", "2021-06-15")]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("anh Lan", "Người nghỉ không thể tự thay mình."),
        (
            "chị Sáu",
            "Đồng chí Phạm Thị Sáu không cùng đơn vị. Người thay phải là người cùng đơn vị.",
        ),
        ("anh Mười", 'Không thấy ai tên "Mười" trong đơn vị.'),
        (
            "anh Ba",
            "Đồng chí Nguyễn Văn Ba cũng nghỉ (từ thứ Hai, 14/6 đến hết thứ Tư, 16/6) nên không"
            " thay được trọn những ngày ấy.",
        ),
        (
            "anh Bảy",
            "Đồng chí Lý Văn Bảy chưa tham gia nhắc việc ở đây nên không nhận được việc thay.",
        ),
        ("chị Chín", 'Trong đơn vị có nhiều người tên "Chín".'),
    ],
)
def test_who_cannot_stand_in_is_named_with_the_reason_and_asked_again(
    office: Office, name: str, sentence: str
) -> None:
    seven = office.person("Lý Văn Bảy", office.ward)
    office.write(lambda tx: tx.run("UPDATE people SET state = 'invited' WHERE id = :id", id=seven))
    for full in ("Võ Thị Chín", "Hồ Thị Chín"):
        office.person(full, office.ward)
    office.type(office.ba, "tôi nghỉ từ 14/6 đến 16/6, không ai thay")
    said = office.type(office.lan, f"tôi nghỉ từ 10/6 đến 15/6, {name} thay")
    assert said.splitlines()[0] == sentence
    assert said.splitlines()[1].startswith("Đồng chí nghỉ từ thứ Năm, 10/6")
    assert "Nguyễn Văn Ba" not in office.offered(office.lan)
    office.type(office.lan, "nhờ chị Hoa thay")
    assert office.leaves()[-1] == (office.lan, office.hoa, "2021-06-10", "2021-06-15")


def test_a_lead_sets_it_for_their_people_who_are_told(office: Office) -> None:
    office.type(office.tam, "cài đặt")
    office.type(office.tam, "1")
    assert office.offered(office.tam) == ["Báo nghỉ cho cán bộ trong đơn vị"]
    office.type(office.tam, "1")
    assert office.type(office.tam, "chị Lan").startswith('Không thấy ai tên "chị Lan"')
    assert office.type(office.tam, "Lan").startswith("Đồng chí Lê Thị Lan nghỉ hoặc đi công tác")
    assert office.type(office.tam, "10/6 đến 15/6, chị Hoa thay").startswith(
        "Đã ghi: đồng chí Lê Thị Lan nghỉ từ thứ Năm, 10/6"
    )
    assert office.last_heard(office.lan) == (
        "Đồng chí Nguyễn Minh Tâm vừa báo nghỉ cho đồng chí: từ thứ Năm, 10/6 đến hết thứ Ba, 15/6,"
        ' người thay: đồng chí Trần Thị Hoa. Nếu không đúng, đồng chí gõ "cài đặt" để đổi hoặc hủy.'
    )
    post = office.rows("SELECT id FROM memberships WHERE person_id = :id", id=office.tam)[0]["id"]
    link = office.rows("SELECT membership_id FROM audit WHERE act = 'leave.set'")[0]
    assert link["membership_id"] == post


def test_in_the_middle_of_something_else_the_words_answer_that(office: Office) -> None:
    office.type(office.lan, "NV07")
    office.choose(office.lan, "Có vướng mắc")
    assert office.type(office.lan, "đi công tác đến hết tuần").startswith("Đã ghi NV07")
    assert office.leaves() == []


def test_what_is_no_leave_stays_a_report(office: Office) -> None:
    assert office.type(office.lan, "NV07 60%, nghỉ phép tuần sau").startswith("Đã ghi NV07")
    for words in ("nghỉ", "đi công tác cơ sở vận động 3 hộ", "vắng mặt 5 đồng chí"):
        office.type(office.lan, words)
    assert office.leaves() == []


def test_a_report_in_between_is_taken_and_the_question_still_stands(office: Office) -> None:
    office.type(office.lan, "nghỉ phép")
    said = office.type(office.lan, "NV7 60%")
    assert said.startswith("Đã ghi NV07")
    assert said.endswith('Còn dở phần báo nghỉ: đồng chí gõ "tiếp" để trả lời nốt, "hủy" để bỏ.')
    assert office.type(office.lan, "hủy") == "Đã dừng. Chưa có gì được gửi hay ghi lại."
