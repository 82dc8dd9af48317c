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


DOUBT = (
    'NV07 Báo cáo "6 không", chưa ghi được.'
    " Đồng chí cho biết rõ hơn: đây là câu hỏi hay là kết quả thực hiện?"
)
LEFT = (
    'Vâng, chưa ghi gì cho NV07 Báo cáo "6 không".'
    " Khi báo cáo, đồng chí gõ mã và kết quả, ví dụ: NV07 60%"
)


@pytest.mark.parametrize("answer", ["1", "câu hỏi", "là câu hỏi", "em hỏi thôi", "cau hoi a"])
def test_what_was_a_question_is_answered_with_the_card(ward: Ward, answer: str) -> None:
    assert ward.type(ward.lan, "NV07 xong r mà chưa nghiệm thu") == DOUBT
    assert ward.offered(ward.lan) == ["Câu hỏi", "Kết quả thực hiện"]
    assert ward.type(ward.lan, answer).splitlines()[:2] == [
        'NV07 Báo cáo "6 không"',
        "🟠 Còn 1 ngày (thứ Năm, 10/6)",
    ]
    assert ward.type(ward.lan, "tiếp") == (
        "Lúc này không có câu hỏi nào chờ đồng chí trả lời."
        ' Đồng chí gõ "menu" để xem những việc làm được.'
    )


@pytest.mark.parametrize("answer", ["2", "kết quả thực hiện", "là kết quả", "ket qua"])
def test_what_was_a_result_is_asked_for(ward: Ward, answer: str) -> None:
    ward.type(ward.lan, "NV07 xong r mà chưa nghiệm thu")
    assert (
        ward.type(ward.lan, answer) == 'Đồng chí gõ số đúng của NV07 Báo cáo "6 không", ví dụ: 60%'
    )
    ward.type(ward.lan, "80%")
    assert [(each["percent"]) for each in ward.reports()] == [80]


@pytest.mark.parametrize("answer", ["thôi", "thôi khỏi", "không", "thôi không cần nữa"])
def test_a_question_about_a_report_is_left_by_whoever_has_enough_of_it(
    ward: Ward, answer: str
) -> None:
    ward.type(ward.lan, "NV07 xong r mà chưa nghiệm thu")
    assert ward.type(ward.lan, answer) == LEFT
    assert ward.reports() == []


@pytest.mark.parametrize(
    ("answer", "value"),
    [
        ("1", 440),
        ("phần còn phải làm", 440),
        ("còn lại", 440),
        ("2", 60),
        ("kết quả đã đạt", 60),
        ("da dat", 60),
    ],
)
def test_what_is_left_to_do_and_what_was_reached_can_be_chosen(
    ward: Ward, answer: str, value: int
) -> None:
    assert ward.type(ward.lan, "CT12 còn 60 tỷ") == (
        "CT12 Thu ngân sách, chưa ghi được."
        " Đồng chí cho biết đây là phần còn phải làm hay kết quả đã đạt?"
    )
    assert ward.offered(ward.lan) == [
        "Còn phải làm 60 tỷ đồng, đã đạt 440 tỷ đồng",
        "Đã đạt 60 tỷ đồng",
    ]
    ward.type(ward.lan, answer)
    assert [each["value"] for each in ward.reports()] == [value]


def test_a_spoken_code_stands_before_the_work_that_was_in_mind(ward: Ward) -> None:
    ward.type(ward.lan, "NV07 50%")
    assert ward.type(ward.lan, "chỉ tiêu mười hai thu được hai trăm sáu mươi tỷ") == (
        "Đã ghi CT12 Thu ngân sách: 260 tỷ đồng, lũy kế đến tháng 6/2021.\n"
        "🔴 Quá hạn 2 ngày (thứ Hai, 07/6). Đạt 52% kế hoạch năm (500 tỷ đồng).\n"
        'Nếu sai, đồng chí gõ chữ "sai" kèm kết quả đúng.'
    )


@pytest.mark.parametrize(
    "told",
    [
        "chỉ tiêu ba kết nạp được ba mươi bảy đảng viên chấm",
        "chỉ tiêu ba kết nạp được ba mươi bảy đảng viên",
        "chỉ tiêu ba được ba mươi bảy",
    ],
)
def test_a_spoken_code_of_ones_own_is_known(ward: Ward, told: str) -> None:
    assert ward.type(ward.lan, told).startswith("Đã ghi CT03 Kết nạp đảng viên: 37 đảng viên")


def test_several_spoken_codes_are_each_read_by_their_own_measure(ward: Ward) -> None:
    ward.type(ward.lan, "NV07 50%")
    ward.type(ward.lan, "chỉ tiêu ba được ba bảy, chỉ tiêu mười hai được hai trăm sáu mươi tỷ")
    assert [each["value"] for each in ward.reports()] == [None, 37, 260]


@pytest.mark.parametrize(
    "told",
    [
        "NV07 gửi rồi",
        "nv07 đã nộp",
        "đã gửi báo cáo nv07",
        "NV07 bao cao nop roi",
        "em gửi báo cáo NV07 hôm qua rồi ạ",
    ],
)
def test_of_a_report_that_was_sent_it_is_asked_whether_all_is_done(ward: Ward, told: str) -> None:
    assert ward.type(ward.lan, told) == (
        'NV07 Báo cáo "6 không" đã hoàn thành chưa?'
        " Nếu còn phần việc khác, đồng chí gõ tỷ lệ đã làm, ví dụ: 80%"
    )
    assert ward.reports() == []
    assert ward.type(ward.lan, "rồi").startswith('Đã ghi NV07 Báo cáo "6 không": đã hoàn thành.')


@pytest.mark.parametrize("told", ["NV07 gửi thiếu phụ lục rồi", "NV07 chưa gửi", "CT03 gửi rồi"])
def test_what_was_sent_in_part_or_is_no_report_is_not(ward: Ward, told: str) -> None:
    assert "đã hoàn thành chưa?" not in ward.type(ward.lan, told)
