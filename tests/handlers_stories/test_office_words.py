"""The office asks in its ordinary words: it is shown what it wants, or told where it is done."""

from __future__ import annotations

import pytest

from tests.handlers_stories.ward import Ward

CHANGED = (
    "Cán bộ được thêm, sửa hoặc cho thôi trong trang Cán bộ của bảng giao việc, rồi nhập lại bảng."
    ' Đồng chí gõ "cán bộ" kèm tên để xem một người.'
)


@pytest.mark.parametrize("text", ["phường 7", "xem phường 7", "phuong 7 the nao"])
def test_the_office_opens_a_unit_by_its_name(ward: Ward, text: str) -> None:
    assert ward.type(ward.office, text).startswith("Phường 7 có 3 việc đang thực hiện")


@pytest.mark.parametrize("text", ["CT12 phường 8", "phường 8 CT12", "ct12 phuong 8?"])
def test_a_code_and_a_unit_open_its_card(ward: Ward, text: str) -> None:
    for person in (ward.office, ward.chair):
        assert ward.type(person, text) == (
            "CT12 Thu ngân sách\n"
            "Đơn vị chủ trì: Phường 8\n"
            "🟢 Còn 21 ngày (thứ Tư, 30/6)\n"
            "Kế hoạch năm: 300 tỷ đồng\n"
            "Đã thực hiện: chưa có số liệu"
        )
    assert ward.type(ward.chair, "NV99 phường 8") == "Phường 8 không có việc mã NV99."


def test_a_figure_with_them_opens_none(ward: Ward) -> None:
    assert "Đơn vị chủ trì" not in ward.type(ward.chair, "CT12 phường 8 đạt 20 tỷ")


def test_the_people_of_a_unit_are_asked_for_like_a_person(ward: Ward) -> None:
    assert ward.type(ward.office, "cán bộ phường 7").startswith("Phường 7")
    assert "Nguyễn Thị Lan" in ward.type(ward.office, "cán bộ phường 7")


@pytest.mark.parametrize("text", ["danh sách cần gọi điện", "cần gọi cho ai", "danh sach phai goi"])
def test_the_list_for_telephoning_is_asked_for(ward: Ward, text: str) -> None:
    ward.type(ward.office, "cán bộ")
    shown = ward.type(ward.office, text)
    assert "chưa được ghi" not in shown
    assert "báo thay" not in shown


@pytest.mark.parametrize(
    "text",
    ["chị Sen nghỉ việc rồi", "thêm cán bộ mới Nguyễn Văn A phường 7", "anh Khoa chuyển công tác"],
)
def test_where_people_are_changed_is_said(ward: Ward, text: str) -> None:
    assert ward.type(ward.office, text) == CHANGED


def test_of_an_official_the_same_words_are_as_ever(ward: Ward) -> None:
    assert ward.type(ward.lan, "chị Sen nghỉ việc rồi") != CHANGED


@pytest.mark.parametrize("text", ["anh Khoa đang có việc gì", "Chị Hoa còn việc gì nữa không"])
def test_what_another_has_to_do_is_not_answered_with_ones_own_list(ward: Ward, text: str) -> None:
    assert ward.type(ward.lan, text) == (
        "Ở đây việc được xem theo mã và theo đơn vị, không theo từng người."
        ' Đồng chí gõ mã để xem một việc, hoặc "việc" để xem việc của mình.'
    )
    assert ward.type(ward.lan, "anh còn việc gì không").startswith("Đồng chí Lan có 3 việc")
