"""What is said of a report that stands: that it is to go, to stay, or that nothing is finished."""

from __future__ import annotations

import pytest

from domain.standing_words import (
    dropped,
    says_all_unchanged,
    says_eased,
    says_left,
    says_so_far,
    says_unchanged,
    says_undone,
    says_zero,
)


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


@pytest.mark.parametrize("text", ["bỏ CT09 đi", "nv46 sai roi", "em gửi nhầm CT09", "xoá số 65%"])
def test_it_is_certain(text: str) -> None:
    found = dropped(text)
    assert found is not None and found.certain


@pytest.mark.parametrize(
    "text", ["thu hồi CT09", "xin rút NV46", "bo ct09 di", "anh Huy NV46", "NV46 anh sai"]
)
def test_it_is_no_more_than_likely(text: str) -> None:
    found = dropped(text)
    assert found is not None and not found.certain


def test_what_it_said_may_be_told() -> None:
    assert dropped("bỏ số 65% của NV46 và CT3") == (["NV46", "CT3"], "65", True, "%")
    assert dropped("CT12 bỏ số 1 250 tỷ") == (["CT12"], "1250", True, "ty")
    assert dropped("xoá báo cáo vừa gửi nhầm") == ([], "", True, "")


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
        "bỏ ảnh NV46 đi",
        "NV46 ảnh gửi nhầm",
        "bo anh NV46 di",
        "dạ anh Huy, NV46",
        "NV46 của đồng chí Huy",
        "CT09 lớn",
        "CT05 bộ",
        "đã xoá 12 CT05",
        "xóa 12 CT05",
        "CT05 đã xóa hết rồi ạ",
        "NV46 bị hủy rồi",
        "da thu hoi NV46",
        "đã bỏ 12 cột điện",
        "xóa 12 căn nhà tạm",
        "NV46 xóa 40%",
        "xóa giúp dân 12 căn",
        "bỏ 12 hộ",
        "bỏ 12 hộ di dời",
        "thu hồi 12 ha giúp dân",
        "bỏ 3 hộ đi, còn 12 hộ",
        "xóa 12 hộ khỏi danh sách",
        "không ghi nhận 3 vụ",
        "không tính 12 hộ mới",
    ],
)
def test_other_words_take_nothing_back(text: str) -> None:
    assert dropped(text) is None


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("bỏ đi", True),
        ("đừng ghi số đó", True),
        ("không tính", True),
        ("dạ em gõ nhầm", True),
        ("nhầm", False),
        ("gõ nhầm, 90 tỷ", False),
        ("bỏ ảnh đi", False),
        ("bộ đội", False),
        ("thôi", False),
    ],
)
def test_what_was_asked_about_is_left(text: str, left: bool) -> None:
    assert says_left(text) is left


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
        "không thu thêm được gì",
        "CT12 không thu thêm được đồng nào ạ",
        "chưa thu được gì thêm",
        "không kết nạp thêm",
        "không kết nạp thêm được ai",
        "chưa kết nạp thêm đảng viên nào",
        "khong tang",
        "không tăng không giảm",
        "không tăng thêm",
        "NV46 và CT09 vẫn vậy",
        "NV46, CT09 cùng CT3 đều như cũ",
        "CT09 vẫn vậy, còn",
    ],
)
def test_nothing_has_changed(text: str) -> None:
    assert says_unchanged(text)


@pytest.mark.parametrize(
    ("text", "all_of_it"),
    [
        ("tất cả vẫn như cũ", True),
        ("mọi việc không thay đổi gì", True),
        ("các chỉ tiêu vẫn vậy ạ", True),
        ("cả hai vẫn vậy", True),
        ("chưa có gì mới", False),
        ("các anh ơi vẫn vậy", False),
        ("tất cả đã xong", False),
    ],
)
def test_all_work_is_as_it_was(text: str, all_of_it: bool) -> None:
    assert says_all_unchanged(text) is all_of_it


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
        "không xin thêm",
        "không cần thêm",
        "không làm thêm giờ",
        "không thu được gì",
        "không thu thêm 5 tỷ",
        "không làm thêm được gì do mưa",
        "không tăng giá",
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
        "chưa làm xong",
        "đâu phải xong",
    ],
)
def test_it_is_not_finished(text: str) -> None:
    assert says_undone(text)


@pytest.mark.parametrize(
    "text",
    [
        "xong",
        "NV46 xong rồi",
        "hoàn thành",
        "chưa gửi ảnh",
        "gần xong",
        "NV46 chưa rõ",
        "NV46 chưa",
        "NV46 chưa ạ",
        "NV46 chưa xong à",
        "chưa xong?",
        "đã xong đâu vào đấy",
        "sao chưa thấy ghi hoàn thành",
        "xong rồi, còn đang chờ duyệt",
        "việc kia chưa xong",
        "80% thôi, chưa xong",
    ],
)
def test_other_words_say_nothing_of_that(text: str) -> None:
    assert not says_undone(text)


@pytest.mark.parametrize(
    ("text", "so_far"),
    [
        ("80% thôi, chưa xong", True),
        ("mới 80%, chưa xong đâu", True),
        ("phần đường mới được 40%, chưa xong", False),
        ("chưa xong", False),
        ("80%", False),
    ],
)
def test_a_figure_is_all_so_far(text: str, so_far: bool) -> None:
    assert says_so_far(text) is so_far


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


@pytest.mark.parametrize(
    "text",
    [
        "hết vướng",
        "NV07 hết vướng rồi ạ",
        "đã hết vướng mắc",
        "không còn vướng",
        "không còn khó khăn gì nữa",
        "đã tháo gỡ vướng mắc",
        "da thao go vuong mac",
        "gỡ vướng xong",
        "giải quyết xong khó khăn, vướng mắc rồi",
        "vướng mắc đã được tháo gỡ",
        "hết kẹt rồi anh",
    ],
)
def test_a_difficulty_has_ended(text: str) -> None:
    assert says_eased(text)


@pytest.mark.parametrize(
    "text",
    [
        "chưa hết vướng",
        "hết vướng chưa",
        "hết vướng à?",
        "còn vướng",
        "không vướng",
        "tháo gỡ vướng mắc",
        "đang tháo gỡ khó khăn",
        "đề nghị tháo gỡ vướng mắc",
        "nhờ anh gỡ xong vướng mắc giúp",
        "xin tháo gỡ vướng mắc",
        "hết vướng mặt bằng",
        "hết vướng rồi, 70%",
    ],
)
def test_other_words_leave_a_difficulty(text: str) -> None:
    assert not says_eased(text)
