"""Greetings, promises and annoyance: a short line answers, or what stands; nothing is recorded."""

from __future__ import annotations

import pytest

from tests.handlers_stories.ward import Ward


@pytest.mark.parametrize(
    "said",
    ["chào em", "xin chào", "alo", "mai anh gửi", "chiều em gửi số liệu ạ", "de mai toi bao", "?"],
)
def test_small_talk_gets_a_short_line(ward: Ward, said: str) -> None:
    assert ward.type(ward.lan, said) == (
        "Vâng, khi có kết quả, đồng chí gõ mã và kết quả, ví dụ: CT12 250 tỷ đồng"
    )


@pytest.mark.parametrize(
    "said",
    ["sao nhắc hoài vậy, hôm qua báo rồi mà", "báo rồi mà", "nhac quai vay", "NV07 báo rồi mà"],
)
def test_who_is_annoyed_is_shown_what_stands(ward: Ward, said: str) -> None:
    ward.type(ward.lan, "NV07 60%")
    assert ward.type(ward.lan, said) == (
        "Mong đồng chí thông cảm: việc còn được nhắc khi chưa hoàn thành hoặc chưa có báo cáo của"
        " kỳ này. Số liệu đang có:\n\n"
        'NV07 Báo cáo "6 không"\n'
        "🟠 Còn 1 ngày (thứ Năm, 10/6)\n"
        "Đã thực hiện: 60%\n"
        "• 09/6: 60% (Nguyễn Thị Lan)\n"
        "Đồng chí báo tiến độ bằng cách gõ tỷ lệ đã làm, ví dụ: 60%. Đã làm xong hết thì gõ: xong"
    )
    assert len(ward.reports()) == 1


def test_of_several_works_the_list_is_shown(ward: Ward) -> None:
    said = ward.type(ward.lan, "sao nhắc hoài vậy")
    assert "Đồng chí Lan có 3 việc đang thực hiện" in said


@pytest.mark.parametrize(
    "told", ["NV07 mai gửi xong", "NV07 chào mừng đại hội xong", "NV07 đã nhắc lại các ấp, xong"]
)
def test_a_report_with_such_words_is_none_of_these(ward: Ward, told: str) -> None:
    assert "Vâng, khi có" not in ward.type(ward.lan, told)
    assert "thông cảm" not in ward.type(ward.lan, told)
