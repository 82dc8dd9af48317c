"""A figure was recorded for the wrong month: the same figure goes to the right one."""

import pytest

from domain.retimed_words import retimed
from tests.handlers_stories.ward import Ward

PERIODS = "SELECT period FROM progress WHERE superseded_by IS NULL AND withdrawn = 0 ORDER BY id"


def periods(ward: Ward) -> list[str]:
    return [row["period"] for row in ward.rows(PERIODS)]


@pytest.fixture
def may(ward: Ward) -> Ward:
    """Lan has told 200 tỷ of May."""
    ward.type(ward.lan, "ct12 tháng 5 200 tỷ")
    return ward


@pytest.mark.parametrize(
    "words",
    [
        "số đó của tháng 4",
        "tháng 4 mới đúng",
        "sai, tháng 4",
        "ghi nhầm tháng rồi, tháng 4 mới đúng",
        "của tháng 4 chứ không phải tháng 5",
        "hong phai thang 5 ma thang 4 nghen",
        "dạ lộn, số đó là số tháng 4 ạ",
        "ct12 nhầm tháng, tháng 4 mới đúng",
    ],
)
def test_the_same_figure_goes_to_the_month_that_is_named(may: Ward, words: str) -> None:
    assert may.type(may.lan, words) == (
        "Đã sửa CT12 Thu ngân sách: 200 tỷ đồng, riêng tháng 4/2021, đến nay tất cả 200 tỷ đồng.\n"
        "🔴 Quá hạn 2 ngày (thứ Hai, 07/6). Đạt 40% kế hoạch năm (500 tỷ đồng).\n"
        'Nếu sai, đồng chí gõ chữ "sai" kèm kết quả đúng.'
    )
    assert periods(may) == ["2021-04"]


def test_after_a_mere_wrong_the_month_alone_is_enough(may: Ward) -> None:
    may.type(may.lan, "sai")
    may.type(may.lan, "tháng 4")
    assert periods(may) == ["2021-04"]
    assert may.standing(may.budget)["value"] == 200


def test_where_it_is_recorded_for_that_month_that_is_said(may: Ward) -> None:
    assert may.type(may.lan, "tháng 5 mới đúng") == (
        "CT12 Thu ngân sách: 200 tỷ đồng, riêng tháng 5/2021 đã được ghi lúc 08:00, đồng chí không"
        " cần gửi lại."
    )


def test_a_wrong_figure_of_that_very_month_is_taken_back(may: Ward) -> None:
    assert may.type(may.lan, "sai, tháng 5").startswith("Đã bỏ báo cáo về CT12 Thu ngân sách")


@pytest.mark.parametrize(
    "words",
    [
        "số đó của tháng 8",
        "không phải tháng 3 mà tháng 4",
        "sai, tháng 5 300 tỷ",
        "tháng 4 thế nào",
    ],
)
def test_other_words_leave_it_in_its_month(may: Ward, words: str) -> None:
    may.type(may.lan, words)
    assert periods(may) == ["2021-05"]


def test_work_without_months_has_none_to_move_to(ward: Ward) -> None:
    ward.type(ward.lan, "nv07 60%")
    assert ward.type(ward.lan, "số đó của tháng 5").startswith("Tin này chưa được ghi")
    assert periods(ward) == ["2021-06"]


@pytest.mark.parametrize(
    "words",
    ["tháng 4 200 tỷ", "tháng 4", "nhầm tháng", "sai, 200 tỷ", "tháng 4 xong chưa?", "hết tháng 4"],
)
def test_other_words_speak_of_no_wrong_time(words: str) -> None:
    assert retimed(words) is None
