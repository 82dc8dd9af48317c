"""Requests taken back, asked about first, or made needless by what came after."""

from __future__ import annotations

import pytest

from tests.handlers_stories.ward import Ward


def test_that_a_target_is_finished_far_from_its_plan_is_asked_first(ward: Ward) -> None:
    ward.type(ward.lan, "CT3 30")
    assert ward.type(ward.lan, "CT3 đề nghị xác nhận hoàn thành") == (
        "CT03 Kết nạp đảng viên mới đạt 50% kế hoạch: 30/60 đảng viên. Đồng chí vẫn đề nghị xác"
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
    assert ward.type(ward.chair, "choduyet") == "Không có đề nghị nào đang chờ đồng chí duyệt."


def test_more_time_for_what_reaches_its_plan_is_offered_to_be_taken_back(ward: Ward) -> None:
    """In the answer to that report, and in no other."""
    ward.type(ward.lan, "CT3 xin gia hạn đến 30/6")
    assert "Đề nghị" not in ward.type(ward.lan, "CT3 36")
    ward.type(ward.lan, "CT3 61 đảng viên, số ước")
    assert "Đề nghị" not in ward.choose(ward.lan, "Ghi là số ước")
    assert ward.type(ward.lan, "CT3 61") == (
        "Đã ghi CT03 Kết nạp đảng viên: 61 đảng viên, lũy kế đến tháng 6/2021.\n"
        "✅ Đã đạt kế hoạch (hạn thứ Tư, 16/6). Đạt 101,7% kế hoạch năm (60 đảng viên).\n"
        'Nếu sai, đồng chí gõ chữ "sai" kèm kết quả đúng.\n'
        "Đề nghị gia hạn đến thứ Tư, 30/6 vẫn đang chờ quyết định; nếu không cần nữa, đồng chí"
        " rút lại ở mục dưới đây."
    )
    assert ward.choose(ward.lan, "Rút đề nghị gia hạn đến thứ Tư, 30/6") == (
        "Đã rút đề nghị gia hạn đến thứ Tư, 30/6 cho CT03 Kết nạp đảng viên."
    )
    assert ward.type(ward.chair, "choduyet") == "Không có đề nghị nào đang chờ đồng chí duyệt."


def test_what_was_decided_meanwhile_is_not_taken_back(ward: Ward) -> None:
    ward.type(ward.lan, "CT3 xin gia hạn đến 30/6")
    ward.type(ward.lan, "CT3 61")
    ward.choose(ward.chair, "Đồng ý")
    ward.type(ward.lan, "CT3 61")
    assert ward.rows("SELECT state FROM requests")[0]["state"] == "granted"


def test_a_confirmation_of_what_goes_on_is_offered_to_be_taken_back(ward: Ward) -> None:
    ward.type(ward.lan, "CT3 60")
    ward.type(ward.lan, "CT3 đề nghị xác nhận hoàn thành")
    assert "Đề nghị" not in ward.type(ward.lan, "CT3 61")
    ward.type(ward.lan, "sai, 58 đảng viên")
    ward.choose(ward.lan, "Đúng, ghi 58 đảng viên")  # fewer than the 60 of before
    assert "Rút đề nghị xác nhận hoàn thành" in ward.offered(ward.lan)
    assert ward.choose(ward.lan, "Rút đề nghị xác nhận hoàn thành") == (
        "Đã rút đề nghị xác nhận hoàn thành cho CT03 Kết nạp đảng viên."
    )
    assert ward.standing(ward.members)["state"] == "open"


def test_of_several_reports_the_one_whose_request_is_needless_is_named(ward: Ward) -> None:
    ward.type(ward.lan, "CT3 xin gia hạn đến 30/6")
    said = ward.type(ward.lan, "CT3 60, NV7 40%")
    assert said.splitlines()[-1] == (
        "Đề nghị gia hạn đến thứ Tư, 30/6 cho CT03 Kết nạp đảng viên vẫn đang chờ quyết định; nếu"
        " không cần nữa, đồng chí rút lại ở mục dưới đây."
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("không đồng ý vì đã giao từ đầu năm", "Lý do: đã giao từ đầu năm"),
        ("Đồng ý", "đã đồng ý gia hạn đến thứ Tư, 30/6"),
        ("đồng ý nhé", "đã đồng ý gia hạn đến thứ Tư, 30/6"),
    ],
)
def test_words_typed_below_a_request_decide_it(ward: Ward, text: str, told: str) -> None:
    ward.type(ward.lan, "NV7 xin gia hạn đến 30/6")
    ward.type(ward.chair, "choduyet")
    ward.type(ward.chair, text)
    assert told in ward.last_heard(ward.lan)


def test_another_day_typed_below_an_extension_is_asked_about(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 xin gia hạn đến 30/6")
    ward.type(ward.chair, "choduyet")
    assert "đến thứ Sáu, 25/6, hay giữ nguyên" in ward.type(ward.chair, "cho đến 25/6 thôi")


def test_other_words_of_the_chair_decide_nothing(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 xin gia hạn đến 30/6")
    ward.type(ward.chair, "choduyet")
    ward.type(ward.chair, "để tôi xem đã")
    assert ward.rows("SELECT state FROM requests")[0]["state"] == "open"


def test_whoever_wants_no_more_messages_is_shown_how_to_stop(ward: Ward) -> None:
    ward.type(ward.lan, "đừng nhắn nữa")
    assert len(ward.offered(ward.lan)) == 2


def test_the_overdue_work_is_asked_for_in_words(ward: Ward) -> None:
    assert ward.type(ward.lan, "việc quá hạn").splitlines()[:2] == [
        "Đồng chí có 1 việc quá hạn:",
        "🔴 Quá hạn 2 ngày (thứ Hai, 07/6): CT12 Thu ngân sách, chưa có số liệu",
    ]
