"""Requests taken back, asked about first, or made needless by what came after."""

from __future__ import annotations

import pytest

from tests.handlers_stories.ward import Ward


def test_that_a_target_is_finished_far_from_its_plan_is_asked_first(ward: Ward) -> None:
    ward.type(ward.lan, "CT3 30")
    assert ward.type(ward.lan, "CT3 đề nghị xác nhận hoàn thành") == (
        "CT03 Kết nạp đảng viên mới đạt 50% kế hoạch (30/60 đảng viên). Đồng chí vẫn đề nghị xác"
        " nhận hoàn thành?"
    )
    assert ward.standing(ward.members)["state"] == "open"


@pytest.mark.parametrize("text", ["NV7 thôi không xin gia hạn nữa, kịp rồi", "rút đề nghị"])
def test_a_request_is_taken_back_in_words(ward: Ward, text: str) -> None:
    ward.type(ward.lan, "NV7 xin gia hạn đến 30/6")
    assert ward.type(ward.lan, text) == (
        'Đã rút đề nghị gia hạn đến thứ Tư, 30/6 cho NV07 Báo cáo "6 không".'
    )
    assert "không còn chờ quyết định" in ward.choose(ward.chair, "Đồng ý")


def test_what_is_finished_waits_for_no_extension_any_more(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 xin gia hạn đến 30/6")
    ward.type(ward.lan, "NV7 xong")
    assert ward.type(ward.chair, "choduyet") == "Không có đề nghị nào đang chờ đồng chí quyết định."
