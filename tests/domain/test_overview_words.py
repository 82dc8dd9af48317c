"""What is asked of many units in a few words, and the name of a unit within a question."""

from __future__ import annotations

import pytest

from domain.overview_words import LATE_UNITS, OVERDUE, SILENT_UNITS, overview_asked, units_asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("việc quá hạn", OVERDUE),
        ("viec nao qua han?", OVERDUE),
        ("cho tôi xem các nhiệm vụ đang quá hạn", OVERDUE),
        ("chỉ tiêu trễ hạn", OVERDUE),
        ("đơn vị nào đang quá hạn", LATE_UNITS),
        ("phường nào còn việc quá hạn", LATE_UNITS),
        ("ai chưa nộp báo cáo", SILENT_UNITS),
        ("don vi nao chua bao cao", SILENT_UNITS),
        ("Những đơn vị nào còn chưa gửi báo cáo tháng 6?", SILENT_UNITS),
        ("xã nào chậm nộp số liệu", SILENT_UNITS),
        ("ai", None),
        ("phường 7 quá hạn", None),
        ("đơn vị chưa nộp báo cáo tài chính quý 2", None),
        ("gia hạn", None),
    ],
)
def test_a_question_about_many(text: str, asked: str | None) -> None:
    assert overview_asked(text) == asked


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("phường 6", "phuong 6"),
        ("phuong 5 lam an sao roi", "phuong 5"),
        ("xem phường 6", "phuong 6"),
        ("tình hình phường 6 thế nào?", "phuong 6"),
        ("Phường 6 còn việc gì quá hạn", "phuong 6"),
        ("việc của Đảng ủy phường 6", "dang uy phuong 6"),
    ],
)
def test_a_unit_within_a_question(text: str, name: str) -> None:
    assert name in units_asked(text)


def test_one_syllable_names_no_unit() -> None:
    assert units_asked("an") == []
