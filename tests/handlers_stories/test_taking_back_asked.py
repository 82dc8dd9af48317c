"""Where it is only likely that a report is to be taken back, it is asked first."""

from __future__ import annotations

import pytest

from domain.message import Media
from tests.handlers_stories.ward import Ward

ASKED = 'Đồng chí muốn bỏ báo cáo về NV07 Báo cáo "6 không": 65%?'
WHICH = "Đồng chí muốn bỏ nội dung nào dưới đây?"


def _nothing_went(ward: Ward) -> bool:
    return not any(row["withdrawn"] for row in ward.reports())


def _requests(ward: Ward) -> list[str]:
    return [row["state"] for row in ward.rows("SELECT state FROM requests")]


def test_a_bare_verb_is_asked_about(ward: Ward) -> None:
    ward.type(ward.lan, "NV07 65%")
    assert ward.type(ward.lan, "thu hồi NV07") == ASKED
    assert ward.offered(ward.lan) == ["Bỏ báo cáo NV07: 65%", "Không, giữ nguyên"]
    assert ward.standing(ward.report)["percent"] == 65


@pytest.mark.parametrize("answer", ["1", "đúng", "bỏ đi", "vâng", "Bỏ báo cáo NV07: 65%"])
def test_it_was_meant(ward: Ward, answer: str) -> None:
    ward.type(ward.lan, "NV07 65%")
    ward.type(ward.lan, "thu hồi NV07")
    assert ward.type(ward.lan, answer) == (
        'Đã bỏ báo cáo về NV07 Báo cáo "6 không": 65%.\nĐồng chí gõ số đúng, ví dụ: 80%'
    )


@pytest.mark.parametrize("answer", ["2", "không", "giữ nguyên", "thôi", "Không, giữ nguyên"])
def test_it_was_not_meant(ward: Ward, answer: str) -> None:
    ward.type(ward.lan, "NV07 65%")
    ward.type(ward.lan, "thu hồi NV07")
    assert ward.type(ward.lan, answer) == (
        "Vâng, những gì đã ghi được giữ nguyên."
        " Khi báo cáo, đồng chí gõ mã và kết quả, ví dụ: CT12 250 tỷ đồng"
    )
    assert len(ward.reports()) == 1 and _nothing_went(ward)


def test_a_report_instead_of_an_answer_is_recorded(ward: Ward) -> None:
    ward.type(ward.lan, "NV07 65%")
    ward.type(ward.lan, "thu hồi NV07")
    assert ward.type(ward.lan, "NV07 70%") == (
        'Đã ghi NV07 Báo cáo "6 không": 70%, lần trước 65%.\n'
        "🟠 Còn 1 ngày (thứ Năm, 10/6)\n"
        'Nếu sai, đồng chí gõ chữ "sai" kèm kết quả đúng.'
    )
    assert ward.standing(ward.report)["percent"] == 70 and _nothing_went(ward)


@pytest.mark.parametrize("typed", ["NV07 chọn nhầm", "em gửi nhầm NV07", "bỏ báo cáo vừa rồi"])
def test_what_was_reported_long_ago_is_asked_about(ward: Ward, typed: str) -> None:
    ward.type(ward.lan, "NV07 65%")
    ward.later(days=12)
    assert ward.type(ward.lan, typed) == ASKED
    assert _nothing_went(ward)


@pytest.mark.parametrize("typed", ["xoá tin vừa gửi", "em gửi nhầm NV07"])
def test_after_a_picture_it_is_asked(ward: Ward, typed: str) -> None:
    ward.type(ward.lan, "NV07 65%")
    ward.later(days=1)
    ward.send(ward.lan, Media("photo", "abc"), caption="NV07")
    ward.later(minutes=1)
    assert ward.type(ward.lan, typed) == ASKED
    assert _nothing_went(ward)


@pytest.mark.parametrize("typed", ["thôi bỏ NV07 đi", "rút lại NV07", "bỏ tin vừa rồi đi"])
def test_after_a_request_it_is_asked_which_of_them_is_meant(ward: Ward, typed: str) -> None:
    ward.type(ward.lan, "NV07 65%")
    ward.later(days=1)
    ward.type(ward.lan, "NV07 xin gia hạn đến 30/6")
    assert ward.type(ward.lan, typed) == WHICH
    assert ward.offered(ward.lan) == [
        "Bỏ báo cáo NV07: 65%",
        "Rút đề nghị gia hạn đến thứ Tư, 30/6",
        "Không, giữ nguyên",
    ]
    assert _nothing_went(ward) and _requests(ward) == ["open"]


def test_while_a_day_is_asked_for_nothing_goes(ward: Ward) -> None:
    ward.type(ward.lan, "NV07 65%")
    ward.later(days=1)
    ward.type(ward.lan, "NV07 xin gia hạn")
    assert ward.type(ward.lan, "thôi bỏ NV07 đi").startswith(ASKED)
    assert _nothing_went(ward)


def test_without_a_sure_word_it_is_asked_which(ward: Ward) -> None:
    ward.type(ward.lan, "NV07 65%")
    ward.type(ward.lan, "CT12 thu 9000 tỷ")
    assert ward.type(ward.lan, "bỏ NV07 và CT12").startswith(WHICH)
    assert ward.offered(ward.lan) == [
        "Bỏ báo cáo NV07: 65%",
        "Bỏ số chưa ghi của CT12",
        "Không, giữ nguyên",
    ]
    assert _nothing_went(ward)
    assert ward.choose(ward.lan, "Bỏ số chưa ghi của CT12").startswith("Vâng, chưa ghi gì cho CT12")


def test_of_two_units_it_is_asked_whose(ward: Ward) -> None:
    ward.post(ward.lan, ward.ward8, "reporter")
    for said, unit in (("CT12 200 tỷ", "Phường 7"), ("CT12 150 tỷ", "Phường 8")):
        ward.type(ward.lan, said)
        ward.choose(ward.lan, f"CT12 Thu ngân sách ({unit})")
    assert ward.type(ward.lan, "bỏ CT12 đi") == WHICH
    assert ward.offered(ward.lan) == [
        "Bỏ báo cáo CT12: 150 tỷ đồng (Phường 8)",
        "Bỏ báo cáo CT12: 200 tỷ đồng (Phường 7)",
        "Không, giữ nguyên",
    ]
    ward.choose(ward.lan, "Bỏ báo cáo CT12: 150 tỷ đồng (Phường 8)")
    assert ward.standing(ward.budget)["value"] == 200
    ward.type(ward.lan, "hủy")
    assert ward.type(ward.lan, "bỏ CT12 đi") == (
        "Đồng chí muốn bỏ báo cáo về CT12 Thu ngân sách: 200 tỷ đồng?"
    )


def test_while_a_figure_is_asked_about_a_no_leaves_what_is_recorded(ward: Ward) -> None:
    ward.type(ward.lan, "NV07 65%")
    ward.type(ward.lan, "CT12 thu 9000 tỷ")
    assert ward.type(ward.lan, "thu hồi NV07") == ASKED
    assert ward.type(ward.lan, "không").startswith("Vâng, những gì đã ghi được giữ nguyên.")
    assert ward.offered(ward.lan)[-1] == "Không, tôi gõ lại"  # the figure is asked about again
    assert _nothing_went(ward)


def test_in_reply_to_a_question_about_a_figure_nothing_recorded_goes(ward: Ward) -> None:
    ward.type(ward.lan, "CT12 250 tỷ")
    ward.type(ward.lan, "CT12 thu 900 tỷ")
    assert ward.type(ward.lan, "bỏ báo cáo này đi", reply_to=ward.last_message) == WHICH
    assert ward.offered(ward.lan) == [
        "Bỏ báo cáo CT12: 250 tỷ đồng",
        "Bỏ số chưa ghi của CT12",
        "Không, giữ nguyên",
    ]
    assert _nothing_went(ward)


def test_a_figure_that_waits_may_be_left_by_a_yes(ward: Ward) -> None:
    ward.type(ward.lan, "CT12 thu 900 tỷ")
    assert ward.type(ward.lan, "bỏ ct12") == WHICH
    assert ward.type(ward.lan, "vâng") == "Vâng, đã bỏ số chưa ghi của CT12 Thu ngân sách."


ASKED_OF_BUDGET = "Đồng chí muốn bỏ báo cáo về CT12 Thu ngân sách: 250 tỷ đồng?"


@pytest.mark.parametrize("typed", ["sai", "sai rồi", "nhầm rồi", "sai, em xem lại", "sai CT12"])
def test_sai_alone_long_after_is_asked_about(ward: Ward, typed: str) -> None:
    ward.type(ward.lan, "CT12 250 tỷ")
    ward.later(days=20)
    ward.send(ward.lan, Media("photo", "abc"), caption="NV07")
    assert ward.type(ward.lan, typed) == ASKED_OF_BUDGET
    assert ward.offered(ward.lan) == ["Bỏ báo cáo CT12: 250 tỷ đồng", "Không, giữ nguyên"]
    assert _nothing_went(ward)
    assert ward.type(ward.lan, "đúng") == (
        "Đã bỏ báo cáo về CT12 Thu ngân sách: 250 tỷ đồng.\nĐồng chí gõ số đúng, ví dụ: 400 tỷ đồng"
    )


def test_sai_alone_after_a_picture_is_asked_about(ward: Ward) -> None:
    ward.type(ward.lan, "CT12 250 tỷ")
    ward.later(minutes=20)
    ward.send(ward.lan, Media("photo", "abc"), caption="NV07")
    ward.later(minutes=1)
    assert ward.type(ward.lan, "sai rồi") == ASKED_OF_BUDGET
    assert _nothing_went(ward)


def test_sai_alone_after_a_request_is_asked_about(ward: Ward) -> None:
    ward.type(ward.lan, "CT12 250 tỷ")
    ward.later(days=1)
    ward.type(ward.lan, "NV07 xin gia hạn đến 30/6")
    assert ward.type(ward.lan, "sai rồi") == WHICH
    assert ward.offered(ward.lan) == [
        "Bỏ báo cáo CT12: 250 tỷ đồng",
        "Rút đề nghị gia hạn đến thứ Tư, 30/6",
        "Không, giữ nguyên",
    ]
    assert _nothing_went(ward) and _requests(ward) == ["open"]


@pytest.mark.parametrize("typed", ["sai", "sai rồi", "sai, em xem lại", "sai CT12"])
def test_sai_alone_shortly_after_takes_the_report_back_at_once(ward: Ward, typed: str) -> None:
    ward.type(ward.lan, "CT12 250 tỷ")
    ward.later(minutes=5)
    assert ward.type(ward.lan, typed) == (
        "Đã bỏ báo cáo về CT12 Thu ngân sách: 250 tỷ đồng.\nĐồng chí gõ số đúng, ví dụ: 400 tỷ đồng"
    )


def test_sai_in_answer_to_our_words_means_that_report(ward: Ward) -> None:
    ward.type(ward.lan, "CT12 250 tỷ")
    said = ward.last_message
    ward.later(minutes=5)
    ward.send(ward.lan, Media("photo", "abc"), caption="NV07")
    assert ward.type(ward.lan, "sai rồi", reply_to=said) == (
        "Đã bỏ báo cáo về CT12 Thu ngân sách: 250 tỷ đồng.\nĐồng chí gõ số đúng, ví dụ: 400 tỷ đồng"
    )


def test_sai_alone_while_a_figure_waits_may_be_about_that(ward: Ward) -> None:
    ward.type(ward.lan, "CT12 250 tỷ")
    ward.later(days=1)
    ward.type(ward.lan, "CT03 được 900 đảng viên")
    ward.later(hours=1)
    assert ward.type(ward.lan, "sai rồi") == WHICH
    assert ward.offered(ward.lan) == [
        "Bỏ báo cáo CT12: 250 tỷ đồng",
        "Bỏ số chưa ghi của CT03",
        "Không, giữ nguyên",
    ]
    assert _nothing_went(ward)


@pytest.mark.parametrize("answer", ["cả hai", "bỏ cả hai", "tất cả", "bỏ hết đi ạ", "cả 2"])
def test_both_may_be_meant(ward: Ward, answer: str) -> None:
    ward.type(ward.lan, "NV07 65%")
    ward.type(ward.lan, "CT12 thu 9000 tỷ")
    ward.type(ward.lan, "bỏ NV07 và CT12")
    assert ward.type(ward.lan, answer) == (
        "Vâng, đã bỏ số chưa ghi của CT12 Thu ngân sách.\n\n"
        'Đã bỏ báo cáo về NV07 Báo cáo "6 không": 65%.\nĐồng chí gõ số đúng, ví dụ: 80%'
    )
    assert not ward.rows("SELECT * FROM doubts")


def test_a_report_and_a_request_may_both_be_meant(ward: Ward) -> None:
    ward.type(ward.lan, "NV07 65%")
    ward.later(days=1)
    ward.type(ward.lan, "NV07 xin gia hạn đến 30/6")
    ward.type(ward.lan, "thôi bỏ NV07 đi")
    assert ward.type(ward.lan, "cả hai") == (
        'Đã rút đề nghị gia hạn đến thứ Tư, 30/6 cho NV07 Báo cáo "6 không".\n\n'
        'Đã bỏ báo cáo về NV07 Báo cáo "6 không": 65%.\nĐồng chí gõ số đúng, ví dụ: 80%'
    )
    assert _requests(ward) == ["withdrawn"]


@pytest.mark.parametrize("answer", ["cả ba", "vâng"])
def test_another_number_or_a_mere_yes_is_asked_about_again(ward: Ward, answer: str) -> None:
    ward.type(ward.lan, "NV07 65%")
    ward.type(ward.lan, "CT12 thu 9000 tỷ")
    ward.type(ward.lan, "bỏ NV07 và CT12")
    assert ward.type(ward.lan, answer) == WHICH
    assert _nothing_went(ward)


STILL = 'Còn dở phần đề nghị gia hạn: đồng chí gõ "tiếp" để trả lời nốt, "hủy" để bỏ.'


@pytest.mark.parametrize("answer", ["có", "đúng", "bỏ đi"])
def test_beside_another_question_a_yes_answers_the_newest(ward: Ward, answer: str) -> None:
    ward.assignment(ward.ward7, "NV50", "Rà soát hộ nghèo", "2021-06-20")
    ward.type(ward.lan, "NV07 65%")
    ward.type(ward.lan, "NV50 xin gia hạn")
    assert ward.type(ward.lan, "bỏ NV07 đi") == ASKED
    assert ward.type(ward.lan, answer) == (
        f'Đã bỏ báo cáo về NV07 Báo cáo "6 không": 65%.\n\n{STILL}'
    )
    assert ward.type(ward.lan, "25/6").startswith("Đã ghi đề nghị gia hạn đến thứ Sáu, 25/6")


def test_beside_another_question_a_no_answers_the_newest(ward: Ward) -> None:
    ward.assignment(ward.ward7, "NV50", "Rà soát hộ nghèo", "2021-06-20")
    ward.type(ward.lan, "NV07 65%")
    ward.type(ward.lan, "NV50 xin gia hạn")
    ward.type(ward.lan, "bỏ NV07 đi")
    assert ward.type(ward.lan, "không") == (
        "Vâng, những gì đã ghi được giữ nguyên. Khi báo cáo, đồng chí gõ mã và kết quả,"
        f" ví dụ: CT12 250 tỷ đồng\n\n{STILL}"
    )
    assert _nothing_went(ward)


def test_beside_another_question_its_own_answer_is_taken(ward: Ward) -> None:
    ward.assignment(ward.ward7, "NV50", "Rà soát hộ nghèo", "2021-06-20")
    ward.type(ward.lan, "NV07 65%")
    ward.type(ward.lan, "NV50 xin gia hạn")
    ward.type(ward.lan, "bỏ NV07 đi")
    assert ward.type(ward.lan, "25/6").startswith("Đã ghi đề nghị gia hạn đến thứ Sáu, 25/6")
    assert _nothing_went(ward)


@pytest.mark.parametrize(
    "typed",
    ["hủy", "huy", "thôi", "thôi khỏi", "bỏ đi em", "thoi bo di", "thôi không cần nữa ạ"],
)
def test_what_was_asked_for_a_moment_ago_may_be_dropped_without_a_name(
    ward: Ward, typed: str
) -> None:
    ward.type(ward.lan, "NV07 gia hạn 3 ngày")
    ward.later(minutes=2)
    assert ward.type(ward.lan, typed) == (
        'Đồng chí muốn rút đề nghị gia hạn đến Chủ nhật, 13/6 cho NV07 Báo cáo "6 không"?'
    )
    assert ward.offered(ward.lan) == [
        "Rút đề nghị gia hạn đến Chủ nhật, 13/6",
        "Không, giữ nguyên",
    ]
    assert ward.type(ward.lan, "ừ bỏ đi") == (
        'Đã rút đề nghị gia hạn đến Chủ nhật, 13/6 cho NV07 Báo cáo "6 không".'
    )


def test_a_report_of_a_moment_ago_is_asked_about_too(ward: Ward) -> None:
    ward.type(ward.lan, "NV07 60%")
    assert ward.type(ward.lan, "hủy") == (
        'Đồng chí muốn bỏ báo cáo về NV07 Báo cáo "6 không": 60%?'
    )
    ward.type(ward.lan, "không")
    assert ward.standing(ward.report)["percent"] == 60


def test_of_a_report_and_a_request_both_are_offered(ward: Ward) -> None:
    ward.type(ward.lan, "NV07 60%")
    ward.type(ward.lan, "NV07 xin gia hạn đến 30/6")
    ward.type(ward.lan, "thôi bỏ đi")
    assert ward.offered(ward.lan) == [
        "Bỏ báo cáo NV07: 60%",
        "Rút đề nghị gia hạn đến thứ Tư, 30/6",
        "Không, giữ nguyên",
    ]
    ward.type(ward.lan, "2")
    assert ward.standing(ward.report)["percent"] == 60
    assert ward.rows("SELECT state FROM requests")[0]["state"] == "withdrawn"


def test_after_a_while_nothing_is_meant_by_it(ward: Ward) -> None:
    ward.type(ward.lan, "NV07 60%")
    ward.later(hours=2)
    assert "không có câu hỏi nào chờ" in ward.type(ward.lan, "hủy")
    ward.type(ward.lan, "thôi bỏ đi")
    assert ward.standing(ward.report)["percent"] == 60
