"""What is said of a report that stands: that it is to go, to stay, or that nothing is finished."""

from __future__ import annotations

import pytest

from domain.standing_words import dropped, says_unchanged, says_undone, says_zero


@pytest.mark.parametrize(
    "text",
    [
        "bỏ CT09 đi",
        "huỷ cái ct09",
        "xoá báo cáo CT09",
        "xóa giùm em ct09",
        "hủy bỏ ct09",
        "ct09 bỏ đi",
        "CT09 huỷ giúp em",
        "thôi bỏ cái CT09 vừa rồi",
        "rút lại báo cáo ct09 nhé",
        "thu hồi ct09",
        "dạ em xin rút số liệu của CT09 ạ",
        "em gửi nhầm CT09",
        "ct09 em báo nhầm rồi",
        "CT09 sai rồi",
        "CT09 nhầm",
        "bỏ số 65% của ct09",
        "đừng tính CT09",
        "chi tieu 9 xoa di",
    ],
)
def test_a_report_is_to_go_by_its_code(text: str) -> None:
    found = dropped(text)
    assert found is not None and found.codes == ["CT9"]


@pytest.mark.parametrize(
    "text",
    [
        "hủy báo cáo",
        "bỏ báo cáo vừa rồi",
        "xoá dùm báo cáo vừa gửi",
        "xóa tin nhắn vừa gửi nhầm",
        "rút lại số vừa báo",
        "bỏ số liệu đó đi",
        "xoá số 65% giùm em",
    ],
)
def test_the_last_report_is_to_go(text: str) -> None:
    found = dropped(text)
    assert found is not None and not found.codes


def test_what_it_said_may_be_told() -> None:
    assert dropped("bỏ số 65% của NV46 và CT3") == (["NV46", "CT3"], "65")


@pytest.mark.parametrize(
    "text",
    [
        "NV46 đã xóa 12 căn nhà tạm",
        "xóa nhà tạm 12 căn",
        "NV46 bỏ 3 hộ, còn 12 hộ",
        "bỏ đi",
        "hủy",
        "CT09 sai 40",
        "sai, 70%",
        "bộ NV46 60%",
        "NV46 huy động 12 tỷ",
        "bỏ việc NV46 qua tháng sau",
        "rút kinh nghiệm NV46",
        "xin hủy đề nghị gia hạn NV46",
        "CT09 60%",
        "xóa hộ nghèo",
        "thu hồi 12 ha",
        "NV46 thu hồi đất",
        "tháng 6 bỏ",
    ],
)
def test_other_words_take_nothing_back(text: str) -> None:
    assert dropped(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "chưa có gì mới",
        "NV46 chưa có gì thêm",
        "vẫn vậy",
        "dạ vẫn vậy ạ",
        "nv46 vẫn như cũ",
        "NV46: y như cũ",
        "vẫn thế thôi",
        "NV46 giữ nguyên",
        "như hôm trước",
        "không thay đổi gì",
        "chua co tien trien",
        "ko có gì mới",
        "tuần này chưa có gì mới",
        "NV46 tháng này không có gì thay đổi so với tháng trước",
        "đứng yên",
        "nv46 vẫn giậm chân tại chỗ",
        "tiến độ vẫn như tuần trước",
        "cũng vậy thôi anh",
        "giống hôm trước",
        "chưa có thêm kết quả",
    ],
)
def test_nothing_has_changed(text: str) -> None:
    assert says_unchanged(text)


@pytest.mark.parametrize(
    "text",
    [
        "chưa có gì",
        "chưa làm",
        "chưa nhúc nhích gì",
        "vẫn vậy, thêm 2 hộ",
        "vẫn chưa xong",
        "không có gì",
        "vẫn 65%",
        "vẫn đang làm",
        "như vậy là xong",
        "chưa có thêm kinh phí",
        "vẫn còn vướng mặt bằng",
        "giữ nguyên hạn",
    ],
)
def test_other_words_tell_more_or_less(text: str) -> None:
    assert not says_unchanged(text)


@pytest.mark.parametrize(
    "text",
    [
        "NV46 chưa xong đâu",
        "nv46 chưa xong mà",
        "chưa hoàn thành",
        "chưa xong hết",
        "đâu có xong",
        "vẫn đang làm",
        "còn dở dang",
        "NV46 chưa",
        "chưa làm xong",
        "đâu phải xong",
    ],
)
def test_it_is_not_finished(text: str) -> None:
    assert says_undone(text)


@pytest.mark.parametrize(
    "text", ["xong", "NV46 xong rồi", "hoàn thành", "chưa gửi ảnh", "gần xong", "NV46 chưa rõ"]
)
def test_other_words_say_nothing_of_that(text: str) -> None:
    assert not says_undone(text)


@pytest.mark.parametrize(
    ("text", "zero"),
    [
        ("0%", True),
        ("NV46 0", True),
        ("0,0%", True),
        ("không phần trăm", True),
        ("10%", False),
        ("0,5", False),
        ("NV07 chưa làm", False),
        ("chưa có gì", False),
    ],
)
def test_nought_is_told_as_a_figure(text: str, zero: bool) -> None:
    assert says_zero(text) is zero
