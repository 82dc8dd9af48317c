"""What is asked back before it is recorded, and every way of answering, word for word."""

from __future__ import annotations

import pytest

from tests.handlers_stories.ward import Ward


def test_the_sure_part_of_a_message_is_recorded_and_the_doubtful_part_asked(ward: Ward) -> None:
    said = ward.type(ward.lan, "CT3 40, NV7 70-80%")
    assert "Đã ghi CT03 Kết nạp đảng viên: 40 đảng viên" in said
    assert 'NV07 Báo cáo "6 không", chưa ghi được.' in said
    assert len(ward.reports()) == 1
    assert 'Đã ghi NV07 Báo cáo "6 không": 75%.' in ward.type(ward.lan, "75%")


def test_a_range_is_asked_back_and_the_next_word_answers(ward: Ward) -> None:
    said = ward.type(ward.lan, "NV7 70-80%")
    assert said.startswith('NV07 Báo cáo "6 không", chưa ghi được. ')
    assert ward.reports() == []
    assert 'Đã ghi NV07 Báo cáo "6 không": 75%.' in ward.type(ward.lan, "75%")


def test_a_code_with_its_figure_answers_the_question_too(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 70-80%")
    assert ward.type(ward.lan, "NV7 75%") == (
        'Đã ghi NV07 Báo cáo "6 không": 75%.\n'
        "🟠 Còn 1 ngày (thứ Năm, 10/6)\n"
        'Nếu sai, đồng chí gõ chữ "sai" kèm kết quả đúng.'
    )


def test_a_sum_that_falls_is_asked_back_and_may_turn_out_to_be_the_months(ward: Ward) -> None:
    ward.on("2021-05-20")
    ward.type(ward.lan, "CT12 250 tỷ")
    ward.on("2021-06-09")
    assert ward.type(ward.lan, "CT12 20 tỷ") == (
        "CT12 Thu ngân sách: số lũy kế 20 tỷ đồng thấp hơn lần trước (250 tỷ đồng). Tin này chưa"
        " được ghi. Đồng chí xem lại giúp:"
    )
    assert ward.offered(ward.lan) == [
        "Đúng, ghi 20 tỷ đồng",
        "Đó là số riêng tháng 6/2021",
        "Không, tôi gõ lại",
    ]
    assert ward.choose(ward.lan, "Đó là số riêng tháng 6/2021").splitlines()[:2] == [
        "Đã ghi CT12 Thu ngân sách: 20 tỷ đồng, riêng tháng 6/2021, lũy kế 270 tỷ đồng.",
        "🔴 Quá hạn 2 ngày (thứ Hai, 07/6). Đạt 54% kế hoạch năm (500 tỷ đồng).",
    ]
    assert ward.standing(ward.budget)["value"] == 270


def test_a_smaller_sum_that_is_right_is_recorded_when_that_is_said(ward: Ward) -> None:
    ward.type(ward.lan, "CT12 250 tỷ")
    ward.type(ward.lan, "CT12 240 tỷ")
    assert ward.standing(ward.budget)["value"] == 250
    assert "Đã ghi CT12 Thu ngân sách: 240 tỷ đồng" in ward.type(ward.lan, "đúng rồi ạ")
    assert ward.standing(ward.budget)["value"] == 240


def test_a_figure_far_over_the_plan_is_asked_back_and_can_be_typed_again(ward: Ward) -> None:
    assert ward.type(ward.lan, "CT12 2500 tỷ").startswith(
        "CT12 Thu ngân sách: 2.500 tỷ đồng vượt quá xa kế hoạch (500 tỷ đồng)."
    )
    assert ward.choose(ward.lan, "Không, tôi gõ lại").startswith("Đồng chí gõ số đúng của CT12")
    assert "250 tỷ đồng, lũy kế" in ward.type(ward.lan, "250")
    assert [row["value"] for row in ward.reports()] == [250]


def test_half_a_party_member_is_asked_back(ward: Ward) -> None:
    asked = ward.type(ward.lan, "CT3 9,5 đảng viên")
    assert asked == (
        "CT03 Kết nạp đảng viên: 9,5 đảng viên? Số đảng viên thường là số tròn, nên tin này chưa"
        " được ghi. Đồng chí xem lại giúp:"
    )
    assert ward.offered(ward.lan) == ["Đúng, ghi 9,5 đảng viên", "Không, tôi gõ lại"]
    assert ward.reports() == []
    assert "Đã ghi CT03 Kết nạp đảng viên: 9 đảng viên" in ward.type(ward.lan, "9")
    said = ward.type(ward.lan, "sai, 10,5")
    assert "Đã bỏ báo cáo về CT03 Kết nạp đảng viên: 9 đảng viên." in said
    assert "10,5 đảng viên?" in said
    assert "Đã ghi CT03" in ward.choose(ward.lan, "Đúng, ghi 10,5 đảng viên")
    assert ward.standing(ward.members)["value"] == 10.5


def test_two_doubtful_figures_are_asked_one_after_the_other(ward: Ward) -> None:
    ward.type(ward.lan, "CT3 400, CT12 4000 tỷ")
    assert ward.reports() == []
    said = ward.choose(ward.lan, "Đúng, ghi 400 đảng viên")
    assert "Đã ghi CT03 Kết nạp đảng viên: 400 đảng viên" in said
    assert "CT12 Thu ngân sách: 4.000 tỷ đồng vượt quá xa kế hoạch" in said
    ward.choose(ward.lan, "Đúng, ghi 4.000 tỷ đồng")
    assert [row["value"] for row in ward.reports()] == [400, 4000]


@pytest.mark.parametrize("words", ["cảm ơn đồng chí", "Dạ em cảm ơn ạ 🙏", "vâng ạ", "ok đ/c"])
def test_politeness_gets_no_answer_and_leaves_a_question_open(ward: Ward, words: str) -> None:
    assert ward.type(ward.lan, words) == ""
    assert ward.type(ward.chair, words) == ""
    ward.type(ward.lan, "NV7 gần xong")
    assert ward.type(ward.lan, words) == ""
    assert ward.reports() == []
    assert 'Đã ghi NV07 Báo cáo "6 không": 90%.' in ward.type(ward.lan, "90%")


def test_a_code_alone_shows_its_card_whatever_figure_was_asked_for(ward: Ward) -> None:
    card = ward.type(ward.lan, "NV7")
    ward.type(ward.lan, "gần xong")
    assert ward.type(ward.lan, "nv7") == card
    ward.type(ward.lan, "gần xong")
    ward.type(ward.lan, "CT3")
    assert "Đã ghi CT03 Kết nạp đảng viên: 36 đảng viên" in ward.type(ward.lan, "36 đảng viên")


def test_a_figure_after_the_word_wrong_answers_the_doubt_about_it(ward: Ward) -> None:
    ward.type(ward.lan, "CT12 2500 tỷ")
    assert "Đã ghi CT12 Thu ngân sách: 250 tỷ đồng" in ward.type(ward.lan, "sai, 250")


def test_a_pasted_table_is_asked_to_be_shorter_and_nothing_of_it_is_recorded(ward: Ward) -> None:
    said = ward.type(ward.lan, "NV7 60%, " * 400)
    assert said.startswith("NV07 Báo cáo ")
    assert "chưa ghi được. Tin quá dài để ghi nhận tự động." in said
    assert ward.reports() == []


def test_a_pasted_document_that_speaks_of_more_time_asks_for_none(ward: Ward) -> None:
    ward.type(ward.lan, "CT3 36")
    pasted = "Đơn vị đã báo cáo, xin gia hạn đến 30/6 vì còn chờ hồ sơ của các chi bộ. " * 50
    assert "Tin quá dài để ghi nhận tự động." in ward.type(ward.lan, pasted[:4000])
    assert ward.rows("SELECT 1 FROM requests") == []


def test_what_is_said_twice_in_one_breath_is_one_report(ward: Ward) -> None:
    said = ward.type(ward.lan, "NV7 60%, NV7 60%")
    assert said.count("60%") == 1
    assert len(ward.reports()) == 1
