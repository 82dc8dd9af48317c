"""A lone number is taken for a report only where it can hardly be anything else."""

from __future__ import annotations

import pytest

from handlers.guessing import is_bare
from tests.handlers_stories.ward import Ward

NV07 = 'NV07 Báo cáo "6 không"'


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("1", True),
        ("60", True),
        ("60 ạ", True),
        ("dạ 60 nhé", True),
        ("1.250,5", True),
        ("1 250", True),
        ("60%", False),
        ("60 hộ", False),
        ("12/15", False),
        ("đạt 60", False),
        ("NV7 60", False),
        ("xong", False),
    ],
)
def test_a_bare_number_is_a_number_and_nothing_else(text: str, bare: bool) -> None:
    assert is_bare(text) is bare


def test_a_digit_after_other_messages_is_asked_about_and_never_reopens_a_task(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 xong")
    ward.type(ward.lan, "menu")
    ward.later(hours=3)  # the menu is closed by now
    assert ward.type(ward.lan, "1") == (f"{NV07} đã hoàn thành. Đồng chí muốn mở lại và ghi 1%?")
    assert ward.offered(ward.lan) == ["Đúng, ghi 1%", "Không"]
    assert ward.choose(ward.lan, "Không") == (
        f"Vâng, chưa ghi gì cho {NV07}. Khi báo cáo, đồng chí gõ mã và kết quả, ví dụ: NV07 90%"
    )
    assert ward.standing(ward.report)["state"] == "done"
    assert len(ward.reports()) == 1


def test_a_small_number_right_after_a_card_is_asked_about_too(ward: Ward) -> None:
    ward.type(ward.lan, "CT3")
    ward.later(hours=3)
    assert ward.type(ward.lan, "5") == ("CT03 Kết nạp đảng viên: đồng chí muốn ghi 5 đảng viên?")
    assert ward.reports() == []
    assert ward.type(ward.lan, "đúng").startswith("Đã ghi CT03 Kết nạp đảng viên: 5 đảng viên")


@pytest.mark.parametrize(
    ("card", "typed", "asked"),
    [
        ("NV07", "60", f"{NV07}: đồng chí muốn ghi 60%?"),
        ("CT03", "36", "CT03 Kết nạp đảng viên: đồng chí muốn ghi 36 đảng viên?"),
        ("CT12", "262", "CT12 Thu ngân sách: đồng chí muốn ghi 262 tỷ đồng?"),
    ],
)
def test_a_number_beyond_the_choices_of_a_card_is_offered_as_the_figure_it_asks_for(
    ward: Ward, card: str, typed: str, asked: str
) -> None:
    ward.type(ward.lan, card)
    assert ward.type(ward.lan, typed) == asked
    assert ward.reports() == []
    assert ward.type(ward.lan, "đúng").startswith(f"Đã ghi {card}")
    assert len(ward.reports()) == 1


def test_an_answer_to_the_card_itself_is_asked_about_too(ward: Ward) -> None:
    ward.type(ward.lan, "NV07")
    card = ward.last_message
    ward.type(ward.lan, "CT03")
    assert ward.type(ward.lan, "60", reply_to=card) == f"{NV07}: đồng chí muốn ghi 60%?"


def test_one_digit_beyond_them_is_a_slip_and_the_example_is_of_the_card(ward: Ward) -> None:
    ward.type(ward.lan, "CT03")
    assert ward.type(ward.lan, "5") == (
        "Danh sách vừa gửi chỉ có mục 1 đến 3, không có mục 5.\n"
        "Đồng chí chọn lại số mục; nếu là số liệu thì ghi kèm mã, ví dụ: CT03 30 đảng viên"
    )


def test_no_leaves_the_number_and_a_figure_is_recorded_instead(ward: Ward) -> None:
    ward.type(ward.lan, "CT3")
    ward.later(hours=3)
    ward.type(ward.lan, "7")
    assert ward.type(ward.lan, "không").startswith("Vâng, chưa ghi gì cho CT03 Kết nạp đảng viên.")
    ward.type(ward.lan, "CT3")
    ward.later(hours=3)
    ward.type(ward.lan, "7")
    assert ward.type(ward.lan, "30").startswith("Đã ghi CT03 Kết nạp đảng viên: 30 đảng viên")


def test_a_digit_is_no_one_percent_of_a_task(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 71%")
    ward.type(ward.lan, "NV7")
    ward.later(hours=3)
    assert ward.type(ward.lan, "1") == (
        "Hiện không có danh sách nào để chọn mục 1. Nếu đó là số liệu, đồng chí ghi kèm mã, ví dụ:"
        " NV07 80%"
    )
    assert ward.type(ward.lan, "1").startswith("Hiện không có danh sách nào để chọn mục 1.")
    assert len(ward.reports()) == 1
    assert ward.type(ward.lan, "75").startswith(f"Đã ghi {NV07}: 75%")


def test_a_number_of_two_digits_counts_right_after_a_message_about_one_assignment(
    ward: Ward,
) -> None:
    ward.type(ward.lan, "NV7")
    ward.later(hours=3)  # the choices below the card are closed by now
    assert ward.type(ward.lan, "60").startswith(f"Đã ghi {NV07}: 60%.")
    ward.later(hours=3)
    assert ward.type(ward.lan, "70 ạ").startswith(f"Đã ghi {NV07}: 70%")


def test_the_same_number_after_something_else_was_said_is_asked_about(ward: Ward) -> None:
    ward.type(ward.lan, "NV7")
    ward.type(ward.lan, "menu")
    ward.later(hours=3)
    assert ward.type(ward.lan, "60") == f"{NV07}: đồng chí muốn ghi 60%?"
    assert ward.reports() == []


def test_the_same_number_after_a_list_of_several_is_asked_about(ward: Ward) -> None:
    ward.type(ward.lan, "việc")
    assert ward.type(ward.lan, "60").startswith('"60" là của việc nào?')
    assert ward.reports() == []


def test_a_digit_after_a_list_that_is_gone_is_no_report_of_anything(ward: Ward) -> None:
    ward.type(ward.lan, "việc")
    for digit in ("1", "7."):
        assert ward.type(ward.lan, digit) == (
            f"Hiện không có danh sách nào để chọn mục {digit[0]}. "
            "Nếu đó là số liệu, đồng chí ghi kèm mã, ví dụ: CT12 250 tỷ đồng"
        )
    assert ward.reports() == []


def test_the_example_bears_the_code_as_it_is_written_in_the_lists(ward: Ward) -> None:
    ward9 = ward.unit("Phường 9", ward.city)
    ut = ward.person("Lê Văn Út", ward9)
    ward.assignment(ward9, "CT03", "Kết nạp", "2021-06-10", measure="đảng viên", plan=12)
    ward.assignment(ward9, "CT05", "Mô hình", "2021-06-20", measure="mô hình", plan=2)
    ward.type(ut, "việc")
    assert ward.type(ut, "7") == (
        "Hiện không có danh sách nào để chọn mục 7. Nếu đó là số liệu, đồng chí ghi kèm mã, ví dụ:"
        " CT03 6 đảng viên"
    )


def test_a_number_in_answer_to_a_message_about_one_assignment_counts(ward: Ward) -> None:
    ward.type(ward.lan, "CT3")
    card = ward.last_message
    ward.type(ward.lan, "menu")
    ward.later(hours=3)
    said = ward.type(ward.lan, "5", reply_to=card)
    assert said.startswith("Đã ghi CT03 Kết nạp đảng viên: 5 đảng viên")


def test_a_number_in_answer_to_a_list_does_not_count_though_one_of_it_is_open(ward: Ward) -> None:
    ward.type(ward.lan, "việc")
    listed = ward.last_message
    ward.type(ward.lan, "NV7 xong")
    close = "UPDATE assignments SET state = 'done' WHERE id = :id"
    ward.write(lambda tx: tx.run(close, id=ward.budget))
    assert ward.type(ward.lan, "50", reply_to=listed) == (
        "CT03 Kết nạp đảng viên: đồng chí muốn ghi 50 đảng viên?"
    )


def test_a_number_that_was_asked_for_counts(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 gần xong")
    assert ward.type(ward.lan, "5").startswith(f"Đã ghi {NV07}: 5%.")


def test_a_figure_without_a_code_does_not_reopen_a_finished_task(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 xong")
    for text, said in (("60%", "60%"), ("vướng mặt bằng", "vướng mặt bằng")):
        assert ward.type(ward.lan, text) == (
            f"{NV07} đã hoàn thành. Đồng chí muốn mở lại và ghi {said}?"
        )
        assert ward.standing(ward.report)["state"] == "done"
        ward.choose(ward.lan, "Không")
    ward.type(ward.lan, "60%")
    assert ward.choose(ward.lan, "Đúng, ghi 60%").startswith(f"Đã ghi và mở lại {NV07}: 60%")


def test_with_its_code_a_finished_task_is_reopened_at_once(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 xong")
    assert ward.type(ward.lan, "NV7 60%").startswith(f"Đã ghi và mở lại {NV07}: 60%")


def test_a_share_of_a_plan_in_money_is_kept_as_said_and_the_next_value_is_no_fall(
    ward: Ward,
) -> None:
    assert ward.type(ward.lan, "CT12 60%").startswith("Đã ghi CT12 Thu ngân sách: 60% kế hoạch")
    assert (ward.standing(ward.budget)["value"], ward.standing(ward.budget)["percent"]) == (
        None,
        60,
    )
    assert ward.type(ward.lan, "CT12 250 tỷ").startswith("Đã ghi CT12 Thu ngân sách: 250 tỷ đồng")
    assert ward.type(ward.lan, "CT12 70%").splitlines()[0].endswith("lần trước 50% kế hoạch.")
    held = ward.standing(ward.budget)
    assert (held["value"], held["percent"]) == (250, 70)
    assert "250/500 tỷ đồng, báo đạt 70% kế hoạch" in ward.type(ward.lan, "việc")
    assert "250 tỷ đồng, 50% kế hoạch; báo đạt 70% kế hoạch" in ward.type(ward.lan, "CT12")
    assert ward.type(ward.lan, "CT12 255 tỷ").startswith("Đã ghi CT12 Thu ngân sách: 255 tỷ đồng")
    assert "thấp hơn lần trước (255 tỷ đồng)" in ward.type(ward.lan, "CT12 240 tỷ")
    assert "40% kế hoạch thấp hơn lần trước (51% kế hoạch)" in ward.type(ward.lan, "CT12 40%")


def test_a_question_about_a_finished_task_does_not_open_it_again(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 xong")
    assert ward.type(ward.lan, "NV7 vì sao quá hạn") == (
        'NV07 Báo cáo "6 không" đã hoàn thành. Đồng chí muốn mở lại và ghi vướng mắc: vì sao quá'
        " hạn?"
    )
    assert ward.offered(ward.lan) == ["Đúng, ghi vướng mắc: vì sao quá hạn", "Không"]
    ward.choose(ward.lan, "Không")
    assert ward.standing(ward.report)["state"] == "done"
    ward.type(ward.lan, "NV7 đang vướng mặt bằng")
    assert "Đã ghi và mở lại NV07" in ward.type(ward.lan, "đúng")
