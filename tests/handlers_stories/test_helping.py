"""Help is asked for in words: of what was just offered it, or which is asked."""

from __future__ import annotations

import pytest

from tests.handlers_stories.ward import Ward

NV07 = 'NV07 Báo cáo "6 không"'
ASKED = f"Đã ghi đề nghị hỗ trợ tháo gỡ vướng mắc cho {NV07} và trình lãnh đạo có thẩm quyền."
WHICH = "Đồng chí đề nghị cấp trên hỗ trợ việc nào?"


@pytest.mark.parametrize(
    "wish",
    [
        "xin lãnh đạo hỗ trợ",
        "nhờ cấp trên hỗ trợ",
        "cần cấp trên giúp",
        "đề nghị hỗ trợ",
        "xin ho tro a",
        "NV07 đề nghị hỗ trợ",
    ],
)
def test_what_was_just_offered_is_asked_for_in_words(ward: Ward, wish: str) -> None:
    ward.type(ward.lan, "NV07 vướng mặt bằng")
    assert ward.type(ward.lan, wish).startswith(ASKED)
    assert "vẫn đang chờ quyết định" in ward.type(ward.lan, wish)
    assert len(ward.rows("SELECT id FROM requests")) == 1


def test_after_something_else_it_is_asked_for_which_work(ward: Ward) -> None:
    ward.type(ward.lan, "NV07 vướng mặt bằng")
    ward.type(ward.lan, "CT03 12 đảng viên")
    assert ward.type(ward.lan, "xin lãnh đạo hỗ trợ") == WHICH
    assert ward.offered(ward.lan) == [NV07]
    assert ward.rows("SELECT id FROM requests") == []
    assert ward.type(ward.lan, "1").startswith(ASKED)


def test_where_nothing_is_in_the_way_that_is_asked_first(ward: Ward) -> None:
    assert ward.type(ward.lan, "xin lãnh đạo hỗ trợ") == (
        "Để đề nghị hỗ trợ, trước hết đồng chí cho biết vướng ở đâu:"
        " gõ mã và vướng mắc, ví dụ: CT12 vướng mặt bằng"
    )
    assert ward.type(ward.lan, "NV07 xin hỗ trợ").startswith(f"{NV07} đang vướng ở đâu?")


@pytest.mark.parametrize(
    "told", ["NV07 đã xin hỗ trợ 30 suất quà", "NV07 hỗ trợ xong", "NV07 cần hỗ trợ kinh phí"]
)
def test_help_that_is_part_of_a_report_is_no_request(ward: Ward, told: str) -> None:
    ward.type(ward.lan, told)
    assert ward.rows("SELECT id FROM requests") == []


@pytest.mark.parametrize(
    "back", ["thôi khỏi hỗ trợ nữa", "không cần hỗ trợ nữa", "thoi khong can ho tro nua"]
)
def test_it_is_taken_back_in_words_and_no_other_request_is(ward: Ward, back: str) -> None:
    ward.type(ward.lan, "CT03 xin gia hạn đến 30/6")
    ward.type(ward.lan, "NV07 vướng mặt bằng")
    ward.type(ward.lan, "đề nghị hỗ trợ")
    assert ward.type(ward.lan, back) == f"Đã rút đề nghị hỗ trợ tháo gỡ vướng mắc cho {NV07}."
    assert [row["state"] for row in ward.rows("SELECT state FROM requests ORDER BY id")] == [
        "open",
        "withdrawn",
    ]


def test_of_several_which_one_is_asked(ward: Ward) -> None:
    for code in ("CT03", "NV07"):
        ward.type(ward.lan, f"{code} vướng mặt bằng")
        ward.type(ward.lan, "đề nghị hỗ trợ")
    assert ward.type(ward.lan, "thôi khỏi hỗ trợ nữa") == "Đồng chí muốn bỏ nội dung nào dưới đây?"
    assert len(ward.offered(ward.lan)) > 2


def test_the_only_difficulty_has_ended_though_another_work_was_in_mind(ward: Ward) -> None:
    ward.type(ward.lan, "NV07 vướng mặt bằng")
    ward.type(ward.lan, "CT03 12 đảng viên")
    assert ward.type(ward.lan, "hết vướng rồi").startswith(f"Đã ghi {NV07}: đã hết vướng mắc.")


def test_of_several_difficulties_it_is_asked_which_has_ended(ward: Ward) -> None:
    ward.type(ward.lan, "NV07 vướng mặt bằng")
    ward.type(ward.lan, "CT03 vướng hồ sơ")
    ward.type(ward.lan, "CT12 20 tỷ")
    assert ward.type(ward.lan, "hết vướng rồi") == (
        '"hết vướng rồi" là của việc nào? Đồng chí chọn, hoặc gõ mã của việc:'
    )
    assert len(ward.offered(ward.lan)) == 2
