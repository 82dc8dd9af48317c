"""From where the office has a unit's figure, and whose figure it may be at all."""

from __future__ import annotations

import pytest

from tests.handlers_stories.ward import Ward

ABOUT_CT12 = (
    "Sẽ ghi thay Phường 8:\n"
    "• CT12 Thu ngân sách: 14 tỷ đồng\n"
    "Đơn vị cho biết bằng cách nào? Đồng chí chọn để ghi, gõ số và ngày của văn bản, hoặc gõ: hủy"
)


@pytest.mark.parametrize(
    "typed", ["để tôi hỏi lại đã", "khoan, chưa chắc", "ai chưa nhận", "nhầm đơn vị rồi"]
)
def test_words_that_name_no_source_record_nothing(ward: Ward, typed: str) -> None:
    ward.type(ward.office, "báo thay phường 8 CT12 14 tỷ")
    assert ward.type(ward.office, typed) == (
        f'Chưa ghi gì: "{typed}" chưa cho biết đơn vị báo bằng cách nào.\n{ABOUT_CT12}'
    )
    assert ward.reports() == []
    assert ward.offered(ward.office) == ["Điện thoại", "Văn bản giấy", "Tin nhắn"]


def test_what_may_name_a_source_is_one_when_that_is_chosen(ward: Ward) -> None:
    ward.type(ward.office, "báo thay phường 8 CT12 14 tỷ")
    ward.type(ward.office, "sổ trực")
    ward.choose(ward.office, "Ghi nguồn: sổ trực")
    assert [row["source"] for row in ward.reports()] == ["sổ trực"]


@pytest.mark.parametrize(
    "typed", ["chị Ba", "anh Ba gọi", "đ/c Ba kế toán gửi", "họp giao ban sáng nay", "cv 12"]
)
def test_who_told_it_or_how_is_a_source(ward: Ward, typed: str) -> None:
    ward.type(ward.office, "báo thay phường 8 CT12 14 tỷ")
    ward.type(ward.office, typed)
    assert [row["source"] for row in ward.reports()] == [typed]


def test_what_is_only_looked_up_meanwhile_records_nothing(ward: Ward) -> None:
    ward.type(ward.office, "báo thay phường 8 CT12 14 tỷ")
    assert "2 đơn vị" in ward.type(ward.office, "CT12")
    assert "Quá hạn: 1 việc" in ward.type(ward.office, "việc quá hạn")
    assert ward.reports() == []
    assert ward.type(ward.office, "thôi khỏi") == "Đã dừng. Chưa có gì được gửi hay ghi lại."
    assert ward.reports() == []


def test_what_was_taken_down_before_another_unit_waits_for_its_source(ward: Ward) -> None:
    ward.type(ward.office, "báo thay phường 7 NV07 70%, CT03 12")
    assert ward.type(ward.office, "báo thay phường 8 CT12 14 tỷ") == ABOUT_CT12
    assert ward.type(ward.office, "1").splitlines()[-4:] == [
        "Sẽ ghi thay Phường 7:",
        '• NV07 Báo cáo "6 không": 70%',
        "• CT03 Kết nạp đảng viên: 12 đảng viên",
        "Đơn vị cho biết bằng cách nào? Đồng chí chọn để ghi, gõ số và ngày của văn bản, hoặc gõ:"
        " hủy",
    ]
    ward.type(ward.office, "2")
    assert [(row["value"], row["percent"], row["source"]) for row in ward.reports()] == [
        (14, None, "Điện thoại"),
        (None, 70, "Văn bản giấy"),
        (12, None, "Văn bản giấy"),
    ]


@pytest.mark.parametrize(
    "typed",
    [
        "báo thay phường 8 CT12 29 tỷ",
        "phường 8 CT12 29 tỷ",
        "Phường 8 báo CT12 29 tỷ",
        "p8 CT12 29 tỷ",
    ],
)
def test_an_official_records_no_figure_of_another_unit(ward: Ward, typed: str) -> None:
    assert ward.type(ward.lan, typed) == (
        "Chưa ghi gì: tin nêu Phường 8, không phải đơn vị của đồng chí. Số của đơn vị khác do đơn"
        " vị ấy báo, hoặc Văn phòng Thành ủy báo thay. Nếu là kết quả của Phường 7, đồng chí gõ:"
        " CT12 29 tỷ"
    )
    assert ward.reports() == []


@pytest.mark.parametrize(
    "typed", ["phường 7 CT12 29 tỷ", "phường mình CT12 29 tỷ", "báo cáo chị CT12 29 tỷ"]
)
def test_ones_own_unit_may_be_named(ward: Ward, typed: str) -> None:
    ward.type(ward.lan, typed)
    assert [row["value"] for row in ward.reports()] == [29]
