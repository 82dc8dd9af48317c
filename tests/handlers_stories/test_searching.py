"""What is looked for may come after "tìm", or in the message after it."""

from __future__ import annotations

import pytest

from tests.handlers_stories.ward import Ward

HOW = 'Đồng chí gõ "tìm" và từ cần tìm, ví dụ: tìm thu ngân sách'
FOUND = (
    'Tìm thấy 1 việc có "{words}":\n'
    "🔴 Quá hạn 2 ngày (thứ Hai, 07/6): CT12 Thu ngân sách, chưa có số liệu\n"
    "Đồng chí gõ mã để xem một việc."
)


def test_the_word_comes_in_the_next_message(ward: Ward) -> None:
    assert ward.type(ward.lan, "tìm") == HOW
    assert ward.type(ward.lan, "ngân sách") == FOUND.format(words="ngân sách")


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("tìm kiếm ngân sách", "ngân sách"),
        ("kiếm giùm ngân sách", "ngân sách"),
        ("kiếm dùm em việc ngân sách", "ngân sách"),
        ("tìm giúp em ngân sách nhé", "ngân sách"),
        ("tim viec ngan sach", "ngan sach"),
    ],
)
def test_it_is_asked_for_kindly(ward: Ward, typed: str, words: str) -> None:
    assert ward.type(ward.lan, typed) == FOUND.format(words=words)


def test_nothing_is_found(ward: Ward) -> None:
    ward.type(ward.lan, "tìm kiếm")
    assert ward.type(ward.lan, "cầu đường") == (
        'Không có việc nào đồng chí được xem có "cầu đường".'
        " Đồng chí thử gõ ít chữ hơn, ví dụ: tìm ngân sách"
    )


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("NV07 70%", 'Đã ghi NV07 Báo cáo "6 không": 70%.'),
        ("NV07 xong", 'Đã ghi NV07 Báo cáo "6 không": đã hoàn thành.'),
        ("CT03", "CT03 Kết nạp đảng viên\n"),
        ("việc", "Đồng chí Lan có 3 việc đang thực hiện"),
        ("hủy", "Đã dừng."),
        ("vâng", ""),
    ],
)
def test_what_is_no_search_is_taken_as_ever(ward: Ward, typed: str, answer: str) -> None:
    ward.type(ward.lan, "tìm")
    assert ward.type(ward.lan, typed).startswith(answer)


def test_an_open_question_stays_open(ward: Ward) -> None:
    ward.type(ward.lan, "CT12 thu 900 tỷ")
    ward.type(ward.lan, "tìm")
    assert ward.type(ward.lan, "đúng").startswith("Đã ghi CT12 Thu ngân sách: 900 tỷ đồng")


def test_kiem_tra_is_no_search(ward: Ward) -> None:
    assert "Tìm thấy" not in ward.type(ward.lan, "kiểm tra ngân sách")
