"""Which of several reports in one message "sai …" is about: by its measure, or chosen."""

from __future__ import annotations

import pytest

from tests.handlers_stories.ward import Ward

SEVERAL = "CT12 15 tỷ, CT3 9 đảng viên, NV7 40%"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            "Sai, 16 tỷ",
            "Đã sửa CT12 Thu ngân sách: 16 tỷ đồng, lũy kế đến tháng 6/2021, thay cho 15 tỷ đồng.",
        ),
        (
            "nhầm, 10 đảng viên",
            "Đã sửa CT03 Kết nạp đảng viên: 10 đảng viên, lũy kế đến tháng 6/2021, thay cho 9 đảng"
            " viên.",
        ),
        ("sai, 50%", 'Đã sửa NV07 Báo cáo "6 không": 50%, thay cho 40%.'),
    ],
)
def test_the_one_that_was_told_in_this_measure_is_put_right(
    ward: Ward, typed: str, said: str
) -> None:
    ward.type(ward.lan, SEVERAL)
    assert ward.type(ward.lan, typed).splitlines()[0] == said
    assert len([row for row in ward.reports() if row["superseded_by"] is None]) == 3


def test_a_figure_that_may_be_of_any_is_asked_about(ward: Ward) -> None:
    ward.type(ward.lan, SEVERAL)
    assert ward.type(ward.lan, "sai, 16") == "Tin trước có nhiều nội dung. Nội dung nào sai?"
    assert ward.offered(ward.lan) == ["CT12: 15 tỷ đồng", "CT03: 9 đảng viên", "NV07: 40%"]


def test_of_several_months_the_choices_name_each(ward: Ward) -> None:
    ward.type(ward.lan, "CT12 tháng 4 thu 7 tỷ, tháng 5 thu 8 tỷ")
    assert ward.type(ward.lan, "sai, 9 tỷ") == "Tin trước có nhiều nội dung. Nội dung nào sai?"
    assert ward.offered(ward.lan) == [
        "CT12: 7 tỷ đồng, riêng tháng 4/2021",
        "CT12: 8 tỷ đồng, riêng tháng 5/2021",
    ]


def test_the_figure_that_was_given_takes_the_place_of_the_one_that_is_chosen(ward: Ward) -> None:
    ward.type(ward.lan, SEVERAL)
    assert ward.type(ward.lan, "sai, 16") == "Tin trước có nhiều nội dung. Nội dung nào sai?"
    assert all(row["withdrawn"] == 0 for row in ward.reports())
    assert ward.type(ward.lan, "1") == (
        "Đã sửa CT12 Thu ngân sách: 16 tỷ đồng, lũy kế đến tháng 6/2021, thay cho 15 tỷ đồng.\n"
        "🔴 Quá hạn 2 ngày (thứ Hai, 07/6). Đạt 3,2% kế hoạch năm (500 tỷ đồng).\n"
        'Nếu sai, đồng chí gõ chữ "sai" kèm kết quả đúng.'
    )
    assert all(row["withdrawn"] == 0 for row in ward.reports())
    assert ward.standing(ward.budget)["value"] == 16


def test_what_was_wrong_without_a_figure_is_taken_back_and_the_figure_asked_for(ward: Ward) -> None:
    ward.type(ward.lan, SEVERAL)
    ward.type(ward.lan, "sai")
    assert ward.type(ward.lan, "2") == (
        "Đã bỏ báo cáo về CT03 Kết nạp đảng viên: 9 đảng viên.\n"
        "Đồng chí gõ số đúng, ví dụ: 30 đảng viên"
    )
