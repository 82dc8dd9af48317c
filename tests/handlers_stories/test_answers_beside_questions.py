"""What is said while a question waits: another message answered, the other of two, oneself."""

from __future__ import annotations

from tests.handlers_stories.ward import Ward


def test_a_reply_to_a_message_is_about_that_message_whatever_is_being_asked(ward: Ward) -> None:
    ward.type(ward.lan, "NV7")
    card = ward.last_message
    assert "chưa ghi được" in ward.type(ward.lan, "CT3 gần 9")
    said = ward.type(ward.lan, "86%", reply_to=card)
    assert said.startswith('Đã ghi NV07 Báo cáo "6 không": 86%.')
    assert ward.standing(ward.members)["value"] is None


def test_a_digit_to_the_question_of_a_day_or_a_figure_chooses_and_is_no_figure(ward: Ward) -> None:
    said = ward.type(ward.lan, "NV7 5/6 xong rồi")
    assert "ngày hay là số" in said
    assert ward.offered(ward.lan) == ["Đã làm 5 trên 6"]
    assert ward.type(ward.lan, "2") == said
    assert ward.standing(ward.report)["percent"] is None
    assert ward.type(ward.lan, "1").startswith('Đã ghi NV07 Báo cáo "6 không": 5/6')


def test_a_digit_to_another_question_of_two_kinds_is_no_figure(ward: Ward) -> None:
    said = ward.type(ward.lan, "NV7 60% chưa anh")
    assert "đây là câu hỏi hay là kết quả" in said
    assert ward.type(ward.lan, "3") == said
    assert ward.standing(ward.report)["percent"] is None
    assert ward.type(ward.lan, "60%").startswith('Đã ghi NV07 Báo cáo "6 không": 60%.')


def test_whose_the_chat_is_can_be_said_while_a_question_waits(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 gần xong")
    ward.type(ward.lan, "nhầm người")
    assert len(ward.offered(ward.lan)) == 2
    assert "Nguyễn Thị Lan" in ward.last_heard(ward.lan)


def test_yes_may_be_said_as_agreement(ward: Ward) -> None:
    ward.type(ward.lan, "CT3 36")
    ward.later(minutes=11)
    assert "ghi" in ward.type(ward.lan, "CT3 400")
    ward.type(ward.lan, "đồng ý")
    assert ward.standing(ward.members)["value"] == 400


def test_that_it_was_right_is_courtesy_and_opens_no_question(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 60%")
    before = ward.last_heard(ward.lan)
    ward.type(ward.lan, "đúng rồi")
    assert ward.last_heard(ward.lan) == before


def test_a_request_is_taken_back_and_not_made_anew(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 xin gia hạn đến 20/6")
    said = ward.type(ward.lan, "hủy đề nghị gia hạn NV7")
    assert said.startswith("Đã rút")
    assert "đến ngày nào" not in said
    assert ward.rows("SELECT state FROM requests")[0][0] == "withdrawn"


def test_an_extension_to_a_day_that_has_gone_by_is_not_granted(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 xin gia hạn đến 20/6")
    ward.on("2021-06-25")
    said = ward.choose(ward.chair, "Đồng ý")
    assert said.startswith("Ngày xin gia hạn (Chủ nhật, 20/6) đã qua.")
    assert ward.standing(ward.report)["due_on"] == "2021-06-10"
    ward.type(ward.chair, "30/6")
    assert ward.standing(ward.report)["due_on"] == "2021-06-30"


def test_who_reports_nothing_is_given_no_example_of_a_report(ward: Ward) -> None:
    said = ward.type(ward.chair, "sai")
    assert "ví dụ" not in said
    assert said == ward.type(ward.chair, "CT12 60%")


def test_what_was_never_asked_about_is_named_when_all_is_dropped(ward: Ward) -> None:
    said = ward.type(ward.lan, "NV7 30%; CT3 gần 9; CT12 gần 40 tỷ")
    assert said.startswith('Đã ghi NV07 Báo cáo "6 không": 30%.')
    assert ward.type(ward.lan, "hủy") == "Đã dừng. Số liệu của CT03, CT12 chưa được ghi."
    assert ward.standing(ward.report)["percent"] == 30


def test_a_forecast_put_right_is_still_a_forecast(ward: Ward) -> None:
    assert "số dự kiến" in ward.type(ward.lan, "CT12 ước tháng 6 đạt 300 tỷ")
    assert "số dự kiến" in ward.type(ward.lan, "sai, 310 tỷ")
    assert ward.reports() == []
    ward.type(ward.lan, "1")
    assert [(row["value"], row["estimate"]) for row in ward.reports()] == [(310, 1)]


def test_a_digit_is_no_cause_of_a_difficulty_and_no_figure_either(ward: Ward) -> None:
    ward.type(ward.lan, "NV7")
    asked = ward.choose(ward.lan, "Có vướng mắc")
    assert ward.type(ward.lan, "1") == asked
    assert ward.reports() == []
    ward.type(ward.lan, "chưa có mặt bằng")
    assert [row["blocked"] for row in ward.reports()] == [1]


def test_going_on_with_nothing_is_answered_by_what_can_be_done(ward: Ward) -> None:
    assert ward.type(ward.lan, "tiếp") == (
        'Lúc này không có câu hỏi nào chờ đồng chí trả lời. Đồng chí gõ "menu" để xem những việc'
        " làm được."
    )
