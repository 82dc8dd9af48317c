"""A choice typed with a word or a courtesy around its number, or by the beginning of its label."""

from __future__ import annotations

import pytest

from tests.handlers_stories.ward import Ward


@pytest.mark.parametrize("typed", ["mục 2", "chọn 2", "chon muc 2", "2 nhé", "dạ số 2 ạ", "2."])
def test_the_second_of_a_list_is_chosen(ward: Ward, typed: str) -> None:
    ward.type(ward.lan, "60%")
    assert ward.offered(ward.lan)[1] == 'NV07 Báo cáo "6 không"'
    assert ward.type(ward.lan, typed).startswith('Đã ghi NV07 Báo cáo "6 không": 60%.')


def test_a_courtesy_beside_a_number_that_is_no_choice_chooses_nothing(ward: Ward) -> None:
    ward.type(ward.lan, "CT3")
    said = ward.type(ward.lan, "9 ạ")
    assert said == "CT03 Kết nạp đảng viên: đồng chí muốn ghi 9 đảng viên?"


def test_see_more_is_typed_without_its_count(ward: Ward) -> None:
    for number in range(20, 34):
        ward.assignment(ward.ward7, f"NV{number}", f"Việc số {number}", "2021-06-30")
    first = ward.type(ward.lan, "việc")
    more = ward.type(ward.lan, "xem thêm")
    assert first.splitlines()[-1] != more.splitlines()[-1]
    assert "NV2" in more
    assert "chưa được ghi" not in more


def test_a_share_is_rounded_once(ward: Ward) -> None:
    ward.assignment(ward.ward7, "CT40", "Kết nạp", "2021-12-31", measure="đảng viên", plan=13)
    assert "Đạt 46,2% kế hoạch năm" in ward.type(ward.lan, "CT40 6")
