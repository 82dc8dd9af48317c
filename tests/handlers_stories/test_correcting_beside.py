""" "Sai …" while a question is open, and by its code: the wrong figure stands nowhere any more."""

from __future__ import annotations

import pytest

from tests.handlers_stories.ward import Ward

NV64 = "NV64 Rà soát quy hoạch, chưa ghi được."
OPEN = 'Còn dở phần báo cáo tiến độ: đồng chí gõ "tiếp" để trả lời nốt, "hủy" để bỏ.'


@pytest.fixture
def review(ward: Ward) -> int:
    return ward.assignment(ward.ward7, "NV64", "Rà soát quy hoạch", "2021-06-20")


def _standing(ward: Ward, assignment: int) -> list[object]:
    return [
        row["percent"] if row["value"] is None else row["value"]
        for row in ward.reports()
        if row["assignment_id"] == assignment and not row["superseded_by"] and not row["withdrawn"]
    ]


def test_a_report_after_the_open_question_is_what_was_wrong(ward: Ward, review: int) -> None:
    ward.type(ward.lan, "NV64 gần xong")
    ward.later(minutes=1)
    assert NV64 in ward.type(ward.lan, "CT03 tháng 5 kết nạp 1 đảng viên")
    ward.later(minutes=1)
    assert ward.type(ward.lan, "sai, 10 đảng viên") == (
        "Đã sửa CT03 Kết nạp đảng viên: 10 đảng viên, riêng tháng 5/2021, đến nay tất cả 10 đảng"
        " viên, thay cho 1 đảng viên.\n"
        "🟢 Còn 7 ngày (thứ Tư, 16/6). Đạt 16,7% kế hoạch năm (60 đảng viên).\n"
        'Nếu sai, đồng chí gõ chữ "sai" kèm kết quả đúng.\n\n' + OPEN
    )
    assert _standing(ward, ward.members) == [10]
    assert "Đã ghi NV64 Rà soát quy hoạch: 90%." in ward.type(ward.lan, "90%")


def test_before_it_the_measure_tells_what_was_wrong(ward: Ward, review: int) -> None:
    ward.type(ward.lan, "CT3 40")
    ward.later(minutes=1)
    ward.type(ward.lan, "NV64 gần xong")
    ward.later(minutes=1)
    assert "Đã sửa CT03" in ward.type(ward.lan, "sai, 42 đảng viên")
    assert _standing(ward, ward.members) == [42]


def test_a_figure_that_fits_the_question_answers_it(ward: Ward) -> None:
    ward.type(ward.lan, "CT3 40")
    ward.later(minutes=1)
    ward.type(ward.lan, "CT12 2500 tỷ")
    assert "Đã ghi CT12 Thu ngân sách: 250 tỷ đồng" in ward.type(ward.lan, "sai, 250 tỷ")
    assert _standing(ward, ward.members) == [40]


def test_wrong_alone_still_answers_yes_or_no(ward: Ward) -> None:
    ward.type(ward.lan, "CT3 40")
    ward.later(minutes=1)
    ward.type(ward.lan, "CT12 2500 tỷ")
    assert ward.type(ward.lan, "sai").startswith("Đồng chí gõ số đúng của CT12")
    assert _standing(ward, ward.members) == [40]


def test_a_code_is_put_right_beside_a_question_about_another(ward: Ward, review: int) -> None:
    ward.type(ward.lan, "CT3 40")
    ward.later(minutes=1)
    ward.type(ward.lan, "NV64 gần xong")
    ward.later(minutes=1)
    said = ward.type(ward.lan, "sai, CT3 38")
    assert said.startswith("Đã sửa CT03 Kết nạp đảng viên: 38 đảng viên")
    assert said.endswith(OPEN)
    assert _standing(ward, ward.members) == [38]


def test_a_correction_of_what_is_asked_about_closes_the_question(ward: Ward) -> None:
    ward.type(ward.lan, "CT3 40")
    ward.later(minutes=1)
    assert "thấp hơn lần trước" in ward.type(ward.lan, "CT3 30")
    said = ward.type(ward.lan, "sai, CT3 38")
    assert said.startswith("Đã sửa CT03") and OPEN not in said
    assert _standing(ward, ward.members) == [38]
    assert "chưa được ghi" not in ward.type(ward.lan, "việc")


def test_a_code_is_put_right_whatever_was_reported_since(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 30%")
    ward.type(ward.lan, "CT3 40")
    ward.later(minutes=1)
    ward.type(ward.lan, "CT12 250 tỷ")
    assert 'Đã sửa NV07 Báo cáo "6 không": 20%' in ward.type(ward.lan, "sai, NV7 20%")
    assert "Đã sửa CT03 Kết nạp đảng viên: 3 đảng viên" in ward.type(ward.lan, "sai CT3 3")
    assert (_standing(ward, ward.report), _standing(ward, ward.members)) == ([20], [3])


def test_a_month_that_is_named_is_the_one_that_was_wrong(ward: Ward) -> None:
    ward.type(ward.lan, "CT12 tháng 5 thu 8 tỷ")
    ward.later(minutes=1)
    ward.type(ward.lan, "CT12 lũy kế 40 tỷ")
    ward.type(ward.lan, "sai, CT12 tháng 5 thu 9 tỷ")
    assert _standing(ward, ward.budget) == [40, 9]


def test_several_codes_are_put_right_at_once(ward: Ward) -> None:
    ward.type(ward.lan, "CT12 15 tỷ, CT3 40")
    said = ward.type(ward.lan, "sai, CT12 16 tỷ, CT3 41")
    assert said.count("Đã sửa") == 2
    assert (_standing(ward, ward.budget), _standing(ward, ward.members)) == ([16], [41])


def test_the_office_puts_one_of_several_right_by_its_code(ward: Ward) -> None:
    ward.type(ward.office, "baothay")
    ward.type(ward.office, "phường 7")
    ward.type(ward.office, "CT12 15 tỷ, CT3 40")
    ward.choose(ward.office, "Điện thoại")
    assert ward.type(ward.office, "sai, CT12 16 tỷ").splitlines()[0] == (
        "Đã sửa CT12 Thu ngân sách: 16 tỷ đồng, lũy kế đến tháng 6/2021, thay cho 15 tỷ đồng."
    )
    row = ward.reports()[-1]
    assert (row["origin"], row["reported_by"], row["source"]) == (
        "report_for",
        ward.office,
        "Điện thoại",
    )
    assert _standing(ward, ward.budget) == [16]


def test_after_a_report_was_taken_back_an_earlier_one_is_not_put_right_by_mistake(
    ward: Ward,
) -> None:
    """ "sai" and a figure are about what was just spoken of, though nothing stands for it."""
    ward.type(ward.lan, "NV7 39%")
    ward.type(ward.lan, "CT03 20 đảng viên")
    ward.type(ward.lan, "sai số, 95 đảng viên")  # far past the plan: asked about
    ward.type(ward.lan, "hủy")
    assert ward.type(ward.lan, "sai") == (
        "Báo cáo vừa rồi đã được bỏ, chưa có số mới. Đồng chí gõ mã kèm kết quả đúng; muốn sửa"
        " báo cáo khác, đồng chí gõ: sai, kèm mã và kết quả đúng"
    )
    assert ward.type(ward.lan, "sai, 25") == (
        "CT03 Kết nạp đảng viên: đồng chí muốn ghi 25 đảng viên?"
    )
    assert ward.standing(ward.report)["percent"] == 39


def test_a_closed_target_of_the_year_before_takes_no_report_by_a_bare_code(ward: Ward) -> None:
    old = ward.assignment(
        ward.ward7, "CT23", "Hộ thoát nghèo", "2020-12-31", measure="hộ", plan=40, year=2020
    )
    ward.write(
        lambda tx: tx.run(
            "UPDATE assignments SET state = 'done', done_on = '2020-12-31', value = 41"
            " WHERE id = :id",
            id=old,
        )
    )
    assert ward.type(ward.lan, "CT23 12 hộ") == (
        "CT23 Hộ thoát nghèo là chỉ tiêu năm 2020, đã kết thúc nên tin này chưa được ghi. Nếu số"
        " năm 2020 còn sai, đồng chí báo văn phòng."
    )
    assert ward.standing(old)["value"] == 41
    assert ward.reports() == []
