"""What one cell says."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from domain.sheet import cells, periods
from domain.sheet.columns import BY_KIND, SHEETS, heading_key, kind_of
from domain.sheet.grid import Bad, letter
from domain.sheet.words import is_discreet, speaks_of_blocker


@pytest.mark.parametrize(
    ("read", "cell", "value"),
    [
        (cells.day, "30/06/2021", "2021-06-30"),
        (cells.day, "ngày 3.6.2021", "2021-06-03"),
        (cells.day, "2021-06-30 00:00:00", "2021-06-30"),
        (cells.day, date(2021, 6, 30), "2021-06-30"),
        (cells.day, "  ", None),
        (cells.number, "1.250,5", 1250.5),
        (cells.number, "1 250,5", 1250.5),
        (cells.number, "1.250", 1250.0),
        (cells.number, "76,2", 76.2),
        (cells.number, "0,125", 0.125),
        (cells.number, "-3,5", -3.5),
        (cells.number, "60%", 60.0),
        (cells.number, 12, 12.0),
        (cells.number, None, None),
        (cells.items, "PQLDT; BDV;\nPQLDT", ["PQLDT", "BDV"]),
        (cells.flag, "Có", True),
        (cells.flag, "x", True),
        (cells.flag, "không", False),
        (cells.flag, None, None),
        (cells.year, 2021.0, 2021),
        (cells.year, "năm 2021", 2021),
        (cells.weight, None, 1.0),
        (cells.deadline, "Thường xuyên", None),
        (cells.text, 12.5, "12,5"),
        (cells.text, "a\r\nb\x00", "a\nb"),
        (cells.line, "  Phường \n 4 ", "Phường 4"),
        (periods.period, "2021-05", "2021-05"),
        (periods.period, "tháng 5/2021", "2021-05"),
        (periods.period, "Quý II năm 2021", "2021-Q2"),
        (periods.period, "6 tháng đầu năm 2021", "2021-6T"),
        (periods.period, "9T/2021", "2021-9T"),
        (periods.period, 2020, "2020"),
        (periods.period, date(2021, 5, 1), "2021-05"),
        (periods.period, "tháng 5", "?-05"),
        (periods.plans, "Q1=11,3;quý II: 22,5", {"Q1": 11.3, "Q2": 22.5}),
        (periods.plans, "6T=1.250;9T=2000;năm=3000", {"6T": 1250.0, "9T": 2000.0, "N": 3000.0}),
    ],
)
def test_a_cell_is_read_in_every_form_that_offices_use(
    read: Callable[[Any], Any], cell: Any, value: Any
) -> None:
    assert read(cell) == value


@pytest.mark.parametrize(
    ("read", "cell"),
    [
        (cells.day, "31/02/2021"),
        (cells.day, "30/6"),
        (cells.day, "30/6/21"),
        (cells.day, 44377),
        (cells.day, "sớm"),
        (cells.number, "1,250"),
        (cells.number, "1.25.300"),
        (cells.number, "mười"),
        (cells.number, True),
        (cells.number, float("nan")),
        (cells.number, Bad("lỗi")),
        (cells.percentage, -1),
        (cells.weight, 0),
        (cells.flag, "có thể"),
        (cells.year, 21),
        (cells.deadline, None),
        (cells.title, "Bí thư; Chủ tịch"),
        (cells.code, "CT1; CT2"),
        (periods.period, "2021-Q5"),
        (periods.period, "2021-W60"),
        (periods.plans, "Q1=10;Q1=20"),
        (periods.plans, "10;20"),
        (periods.plans, "Q1="),
    ],
)
def test_a_cell_that_could_mean_something_else_is_not_read(
    read: Callable[[Any], Any], cell: Any
) -> None:
    with pytest.raises(cells.Unread):
        read(cell)


def test_figures_of_three_decimals_never_look_like_thousands() -> None:
    assert cells.figures(1.125) == "1,1250"
    assert cells.number(cells.figures(1.125)) == 1.125


def test_every_name_of_a_heading_means_one_column() -> None:
    for sheet in SHEETS:
        names = [heading_key(name) for column in sheet.columns for name in (column.heading,)]
        assert len(set(names)) == len(names)
    assert heading_key("KẾ HOẠCH năm 2021 (chỉ tiêu)") == "ke hoach nam"
    assert kind_of("4. NHIEM VU") == kind_of("nhiem-vu") == "assignments"
    assert BY_KIND["assignments"].needed == ("title", "unit")


def test_letters_of_columns_go_on_after_z() -> None:
    assert [letter(index) for index in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


@pytest.mark.parametrize(
    ("note", "blocked"),
    [
        ("Vướng mặt bằng, còn 3 hộ chưa đồng thuận", True),
        ("Thiếu kinh phí đối ứng", True),
        ("gặp khó khăn về nhân lực", True),
        ("Không có vướng mắc", False),
        ("Đã ban hành", False),
        ("Đã gửi báo cáo tháng 5", False),
    ],
)
def test_a_blocker_is_told_from_the_note(note: str, blocked: bool) -> None:
    assert speaks_of_blocker(note) is blocked


@pytest.mark.parametrize(
    ("field", "title", "discreet"),
    [
        ("quốc phòng, an ninh, nội chính", "Tuyển quân", True),
        ("xây dựng Đảng", "Kiểm tra, giám sát chuyên đề", True),
        ("xây dựng Đảng", "Luân chuyển cán bộ", True),
        ("xây dựng Đảng", "Kết nạp đảng viên mới", False),
        ("kinh tế", "Thu ngân sách", False),
    ],
)
def test_defence_cadre_and_inspection_work_is_discreet(
    field: str, title: str, discreet: bool
) -> None:
    assert is_discreet(field, title) is discreet
