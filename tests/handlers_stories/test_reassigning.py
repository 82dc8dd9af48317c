"""The office reported for the wrong unit: the figure goes, and is taken down for the right one."""

import pytest

from tests.handlers_stories.ward import Ward

ABOUT_TO = (
    "Sẽ ghi thay Phường 7:\n• CT12 Thu ngân sách: {}\n"
    "Đơn vị cho biết bằng cách nào? Đồng chí chọn để ghi, gõ số và ngày của văn bản, hoặc gõ: hủy"
)
GONE = "Đã bỏ báo cáo về CT12 Thu ngân sách: 14 tỷ đồng."


@pytest.fixture
def told(ward: Ward) -> Ward:
    """The office has reported 14 tỷ for ward 8, by telephone."""
    ward.type(ward.office, "báo thay phường 8 CT12 14 tỷ")
    ward.choose(ward.office, "Điện thoại")
    return ward


@pytest.mark.parametrize(
    "words",
    [
        "sai, của phường 7 mới đúng",
        "nhầm phường 7",
        "lộn, p7 mới đúng nghen",
        "của phường 7 chứ không phải phường 8",
        "khong phai phuong 8 ma la phuong 7",
        "sai đơn vị, phường 7",
        "ghi nhầm sang phường 8, CT12 của phường 7",
    ],
)
def test_the_figure_goes_from_the_wrong_unit_and_is_taken_down_for_the_right_one(
    told: Ward, words: str
) -> None:
    assert told.type(told.office, words) == f"{GONE}\n\n{ABOUT_TO.format('14 tỷ đồng')}"
    assert told.standing(told.budget8)["value"] is None
    assert told.standing(told.budget)["value"] is None
    told.choose(told.office, "Văn bản giấy")
    assert told.standing(told.budget)["value"] == 14
    assert told.standing(told.budget8)["value"] is None


def test_another_figure_may_be_told_with_the_right_unit(told: Ward) -> None:
    assert told.type(told.office, "sai, phường 7 15 tỷ") == (
        f"{GONE}\n\n{ABOUT_TO.format('15 tỷ đồng')}"
    )


def test_a_unit_and_its_figure_after_a_mere_wrong_are_of_that_unit(told: Ward) -> None:
    told.type(told.office, "sai")
    assert told.type(told.office, "phường 7 14 tỷ") == ABOUT_TO.format("14 tỷ đồng")
    told.choose(told.office, "Điện thoại")
    assert told.standing(told.budget)["value"] == 14
    assert told.standing(told.budget8)["value"] is None


def test_the_same_unit_and_the_right_figure_after_a_mere_wrong_put_it_right(told: Ward) -> None:
    told.type(told.office, "sai")
    assert told.type(told.office, "phường 8 15 tỷ").startswith(
        "Đã sửa CT12 Thu ngân sách: 15 tỷ đồng"
    )
    assert told.standing(told.budget8)["value"] == 15


@pytest.mark.parametrize("words", ["không phải phường 8", "nhầm phường 8"])
def test_where_only_the_wrong_unit_is_named_the_right_one_is_asked_for(
    told: Ward, words: str
) -> None:
    assert told.type(told.office, words).startswith(f"{GONE}\n\n")
    assert told.type(told.office, "phường 7") == ABOUT_TO.format("14 tỷ đồng")


@pytest.mark.parametrize("words", ["sai, 15 tỷ", "phường 7 thế nào", "phường 7 chưa báo"])
def test_other_words_move_no_figure_to_another_unit(told: Ward, words: str) -> None:
    told.type(told.office, words)
    assert told.standing(told.budget8)["value"] in (14, 15)
    assert told.standing(told.budget)["value"] is None
