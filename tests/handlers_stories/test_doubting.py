"""Several doubtful figures in one message: each is asked about, none is forgotten."""

from __future__ import annotations

from tests.handlers_stories.ward import Ward

SEVERAL = "CT12 khoảng 5-6, CT03 gần xong, NV07 xong"
CT12, CT03 = "CT12 Thu ngân sách, chưa ghi được.", "CT03 Kết nạp đảng viên, chưa ghi được."


def test_the_sure_one_is_recorded_and_the_others_are_asked_one_after_another(ward: Ward) -> None:
    said = ward.type(ward.lan, SEVERAL)
    assert said.startswith('Đã ghi NV07 Báo cáo "6 không": đã hoàn thành.')
    assert CT12 in said and CT03 not in said
    said = ward.type(ward.lan, "5,5 tỷ")
    assert said.startswith("Đã ghi CT12 Thu ngân sách: 5,5 tỷ đồng")
    assert CT03 in said
    said = ward.type(ward.lan, "58")
    assert said.startswith("Đã ghi CT03 Kết nạp đảng viên: 58 đảng viên")
    assert "chưa ghi được" not in said
    assert len(ward.reports()) == 3


def test_what_comes_between_makes_none_forgotten(ward: Ward) -> None:
    ward.type(ward.lan, SEVERAL)
    assert "chưa ghi được" not in ward.type(ward.lan, "việc")
    assert CT12 in ward.type(ward.lan, "tiếp")
    # A report on another assignment goes between, and then the question comes again.
    said = ward.type(ward.lan, "NV7 60%")
    assert "NV07" in said
    said = ward.type(ward.lan, "tiếp")
    assert CT12 in said
    assert CT03 in ward.type(ward.lan, "CT12 6 tỷ")
    assert "Đã ghi CT03" in ward.type(ward.lan, "CT03 57")
    assert "chưa ghi được" not in ward.type(ward.lan, "việc")


def test_figures_that_cannot_well_be_wait_for_each_other_too(ward: Ward) -> None:
    ward.type(ward.lan, "CT12 250 tỷ, CT03 50")
    said = ward.type(ward.lan, "CT12 20 tỷ, CT03 40")
    assert "CT12 Thu ngân sách: số lũy kế 20 tỷ đồng thấp hơn" in said
    assert "CT03" not in said
    # The figure is wrong: it is typed again, and then the other is asked about.
    ward.choose(ward.lan, "Không, tôi gõ lại")
    said = ward.type(ward.lan, "260 tỷ")
    assert "Đã ghi CT12 Thu ngân sách: 260 tỷ đồng" in said
    assert "CT03 Kết nạp đảng viên: số lũy kế 40 đảng viên thấp hơn" in said
    assert "Đã ghi CT03 Kết nạp đảng viên: 40 đảng viên" in ward.type(ward.lan, "đúng")


def test_after_the_question_has_closed_the_next_report_brings_it_again(ward: Ward) -> None:
    ward.type(ward.lan, SEVERAL)
    ward.later(minutes=40)
    assert CT12 in ward.type(ward.lan, "NV7 60%")


def test_who_leaves_it_is_not_asked_any_more(ward: Ward) -> None:
    ward.type(ward.lan, SEVERAL)
    assert ward.type(ward.lan, "hủy") == "Đã dừng. Số liệu của CT12, CT03 chưa được ghi."
    assert "chưa ghi được" not in ward.type(ward.lan, "NV7 60%")
    ward.type(ward.lan, "CT12 khoảng 5-6")
    assert CT12 in ward.type(ward.lan, "NV7 65%")
    assert CT12 in ward.type(ward.lan, "NV7 66%")
    assert CT12 not in ward.type(ward.lan, "NV7 67%")


def test_codes_that_share_their_words_are_asked_about_in_turn(ward: Ward) -> None:
    said = ward.type(ward.lan, "CT12, CT03 xong")
    assert CT12 in said and CT03 not in said
    assert CT03 in ward.type(ward.lan, "5,5 tỷ")
    assert "Đã ghi CT03 Kết nạp đảng viên: 58" in ward.type(ward.lan, "58")
    assert len(ward.reports()) == 2


def test_words_before_the_codes_are_of_each_of_them(ward: Ward) -> None:
    said = ward.type(ward.lan, "xong CT12, NV07")
    assert said.startswith('Đã ghi NV07 Báo cáo "6 không": đã hoàn thành.')
    assert CT12 in said


def test_a_figure_is_of_the_code_beside_it_alone(ward: Ward) -> None:
    said = ward.type(ward.lan, "CT12, CT03 40 đảng viên")
    assert said.startswith("Đã ghi CT03 Kết nạp đảng viên: 40 đảng viên")
    assert CT12 in said
    assert len(ward.reports()) == 1
