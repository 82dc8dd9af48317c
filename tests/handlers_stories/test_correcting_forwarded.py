"""What is forwarded are somebody else's words: they change nothing, and take nothing back."""

from __future__ import annotations

import pytest

from domain.message import Media
from tests.handlers_stories.ward import Ward

NO_RESULT = (
    "Tin này chưa được ghi vì chưa có kết quả thực hiện."
    ' Để báo cáo, đồng chí gõ mã và kết quả, ví dụ: CT12 400 tỷ đồng. Gõ "việc" để xem việc của'
    " mình."
)


def _of_forwarded(figure: str) -> str:
    return f"CT12 Thu ngân sách: đây là tin chuyển tiếp. Đồng chí muốn ghi {figure} tỷ đồng?"


def _stands(ward: Ward) -> bool:
    (row,) = ward.reports()
    return not row["withdrawn"] and ward.standing(ward.budget)["value"] == 250


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("CT12 sai rồi, 300 tỷ", _of_forwarded("300")),
        ("sai, CT12 300 tỷ", _of_forwarded("300")),
        ("em gửi nhầm, CT12 270 tỷ thôi", _of_forwarded("270")),
        ("sai, 270 tỷ", _of_forwarded("270")),
        ("nhầm, 270 tỷ mới đúng", _of_forwarded("270")),
        ("sai rồi", NO_RESULT),
        ("sai", NO_RESULT),
        ("sửa CT12 thành 270", _of_forwarded("270")),
    ],
)
def test_a_forwarded_correction_is_like_any_other_talk(ward: Ward, typed: str, answer: str) -> None:
    ward.type(ward.lan, "CT12 250 tỷ")
    ward.later(minutes=3)
    assert ward.type(ward.lan, typed, forwarded=True) == answer
    assert _stands(ward)


@pytest.mark.parametrize("typed", ["sai, CT12 270 tỷ", "CT12 270 tỷ mới đúng"])
def test_nor_does_it_beside_a_question(ward: Ward, typed: str) -> None:
    ward.type(ward.lan, "CT12 250 tỷ")
    ward.type(ward.lan, "NV07 gần xong")
    assert ward.type(ward.lan, typed, forwarded=True) == _of_forwarded("270")
    assert _stands(ward)


def test_whether_a_report_goes_is_not_answered_by_it(ward: Ward) -> None:
    ward.type(ward.lan, "CT12 250 tỷ")
    ward.type(ward.lan, "thu hồi CT12")
    assert ward.type(ward.lan, "bỏ đi", forwarded=True) == NO_RESULT
    assert _stands(ward)


def test_the_right_figure_is_not_taken_from_it(ward: Ward) -> None:
    ward.type(ward.lan, "CT12 250 tỷ")
    ward.type(ward.lan, "sai")
    assert ward.type(ward.lan, "270 tỷ", forwarded=True) == _of_forwarded("270")
    assert ward.standing(ward.budget)["value"] is None


def test_it_moves_no_picture(ward: Ward) -> None:
    ward.send(ward.lan, Media("photo", "abc"), caption="NV07")
    ward.type(ward.lan, "sai, ảnh đó của CT03", forwarded=True)
    (row,) = ward.rows("SELECT assignment_id FROM evidence")
    assert row["assignment_id"] == ward.report


def test_it_takes_no_request_back(ward: Ward) -> None:
    ward.type(ward.lan, "NV07 xin gia hạn đến 30/6")
    ward.type(ward.lan, "rút đề nghị gia hạn", forwarded=True)
    (row,) = ward.rows("SELECT state FROM requests")
    assert row["state"] == "open"
