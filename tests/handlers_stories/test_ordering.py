"""A chair who gives an order in a sentence hears what can be done with it now."""

from __future__ import annotations

import pytest

from tests.handlers_stories.ward import Ward

ANSWER = (
    "Thưa đồng chí, ở đây chưa giao việc được bằng một câu nhắn nên chưa có gì được chuyển đi. Đồng"
    " chí có thể gửi chỉ đạo đến Văn phòng hoặc đơn vị và xem ai đã nhận: chọn dưới đây, hoặc gõ"
    ' "gửi chỉ đạo".'
)


@pytest.mark.parametrize(
    "typed",
    [
        "giao Văn phòng xử lý",
        "Giao Văn phòng đôn đốc Phường 7",
        "đôn đốc 1",
        "yêu cầu Phường 7 báo cáo ngay",
        "đề nghị nhắc Phường 8",
        "NHẮC các phường",
    ],
)
def test_an_order_below_a_digest_leads_to_a_directive(ward: Ward, typed: str) -> None:
    ward.type(ward.chair, "tổng hợp")
    assert ward.type(ward.chair, typed) == ANSWER
    assert ward.offered(ward.chair) == ["Gửi chỉ đạo, phát văn bản"]
    assert f"Nội dung: {typed}. " in ward.choose(ward.chair, "Gửi chỉ đạo, phát văn bản")


def test_other_words_of_a_chair_and_an_officials_own_are_answered_as_before(ward: Ward) -> None:
    said = ward.type(ward.chair, "giao ban lúc 8 giờ")
    assert said.startswith("Thưa đồng chí, tin này không được ghi thành báo cáo.")
    assert "Đã ghi" in ward.type(ward.lan, "NV7 giao Văn phòng soạn, được 40%")
